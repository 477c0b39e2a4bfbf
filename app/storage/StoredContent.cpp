#include "storage/StoredContent.h"

#include "storage/Reading.h"

namespace toasoan {

namespace {

// Written once and read often: the smallest form, whose making takes a fraction of a save's sync to disk.
constexpr int strongest = 9;

// Beyond any content; what a damaged head of the packed form says is not believed.
constexpr quint32 largest = 256U * 1024 * 1024;

QByteArray unpacked(const QByteArray &packed)
{
    if (packed.size() < 5)
        return {};
    const auto byte = [&packed](int i) { return quint32(static_cast<unsigned char>(packed[i])); };
    if ((byte(0) << 24 | byte(1) << 16 | byte(2) << 8 | byte(3)) > largest)
        return {};
    return qUncompress(packed);
}

} // namespace

void bindContent(Statement &statement, const Content &content)
{
    statement.bind("content", QString());
    statement.bind("packed", qCompress(canonicalBytes(content), strongest));
}

Result<Content> readContent(const Statement &row, int first)
{
    const QString text = row.isNull(first + 1) ? row.text(first) : QString::fromUtf8(unpacked(row.blob(first + 1)));
    return readStoredContent(text, u"revision.content");
}

} // namespace toasoan
