#include "storage/StoredWords.h"

#include "storage/Packing.h"

#include <QStringList>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// In characters. From here on both forms are kept without a look: to find the one from the other, when it is written
// and when it is forgotten, takes longer than the place is worth. Any number would do: what lies there says by itself
// which forms it has.
constexpr qsizetype longText = 8000;

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
    return packed(lines.join(separator).toUtf8(), PackedKind::SearchWords);
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
