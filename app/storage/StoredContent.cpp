#include "storage/StoredContent.h"

#include "storage/Packing.h"
#include "storage/Reading.h"

namespace toasoan {

void bindContent(Statement &statement, const QByteArray &content)
{
    bindPacked(statement, packed(content, PackedKind::Content));
}

void bindPacked(Statement &statement, const QByteArray &packed)
{
    statement.bind("content", QString());
    statement.bind("packed", packed);
}

void bindContent(Statement &statement, const Content &content)
{
    bindContent(statement, canonicalBytes(content));
}

QByteArray storedBytes(const Statement &row, int first)
{
    return row.isNull(first + 1) ? row.text(first).toUtf8() : unpacked(row.blob(first + 1));
}

Result<Content> readContent(const Statement &row, int first)
{
    return readStoredContent(storedBytes(row, first), u"revision.content");
}

} // namespace toasoan
