#include "storage/StoredContent.h"

#include "storage/Packing.h"
#include "storage/Reading.h"

namespace toasoan {

void bindContent(Statement &statement, const Content &content)
{
    statement.bind("content", QString());
    statement.bind("packed", packed(canonicalBytes(content), PackedKind::Content));
}

Result<Content> readContent(const Statement &row, int first)
{
    const QString text = row.isNull(first + 1) ? row.text(first) : QString::fromUtf8(unpacked(row.blob(first + 1)));
    return readStoredContent(text, u"revision.content");
}

} // namespace toasoan
