#include "storage/TextParts.h"

#include "text/SearchText.h"

#include <algorithm>

namespace toasoan {

qint64 wordsIn(const QString &text)
{
    const QString words = searchText(text).plain;
    return words.isEmpty() ? 0 : words.count(u' ') + 1;
}

std::vector<TextPart> partsOf(const QString &text, qint64 wordsBefore)
{
    constexpr qsizetype partSize = 2000;
    std::vector<TextPart> parts;
    if (text.size() < shortestInParts)
        return parts;
    qint64 word = wordsBefore;
    for (qsizetype from = 0; from < text.size();) {
        // Cut between words, unless one is as long as a part.
        qsizetype end = std::min(from + partSize, text.size());
        if (end < text.size()) {
            const qsizetype blank = std::max(text.lastIndexOf(u' ', end - 1), text.lastIndexOf(u'\n', end - 1));
            end = blank > from ? blank + 1 : text[end - 1].isHighSurrogate() ? end - 1 : end;
        }
        const QString part = text.mid(from, end - from);
        from = end;
        const qint64 words = wordsIn(part);
        if (words == 0)
            continue;
        parts.push_back({.firstWord = word, .text = part});
        word += words;
    }
    return parts;
}

} // namespace toasoan
