#include "storage/StoredWords.h"

#include "storage/Packing.h"

#include <QStringList>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longText = 8000; // characters, as those of which parts are kept (PublicationStore::putParts())

// Words stand between blanks, so a line ends where nothing of them can.
constexpr char16_t separator = u'\n';

bool followsFromAccented(const SearchText &text)
{
    return plainOfAccented(text.accented) == text.plain;
}

} // namespace

QByteArray packWords(const IndexedWords &words)
{
    QStringList lines{words.title.accented, words.all.accented};
    if (words.all.accented.size() >= longText || !followsFromAccented(words.title) || !followsFromAccented(words.all))
        lines << words.title.plain << words.all.plain;
    return packed(lines.join(separator).toUtf8());
}

Result<IndexedWords> unpackWords(const QByteArray &packed)
{
    const QStringList lines = QString::fromUtf8(unpacked(packed)).split(separator);
    switch (lines.size()) {
    case 2:
        return IndexedWords{.title = {.plain = plainOfAccented(lines[0]), .accented = lines[0]},
                            .all = {.plain = plainOfAccented(lines[1]), .accented = lines[1]}};
    case 4:
        return IndexedWords{.title = {.plain = lines[2], .accented = lines[0]},
                            .all = {.plain = lines[3], .accented = lines[1]}};
    default:
        return Error{ErrorCode::Corrupt, u"publication.words"_s, {}};
    }
}

} // namespace toasoan
