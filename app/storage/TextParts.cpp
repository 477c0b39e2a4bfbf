#include "storage/TextParts.h"

#include "text/SearchText.h"

#include <algorithm>

namespace toasoan {

std::vector<TextPart> partsOf(const QString &text, qsizetype bodySize)
{
    constexpr qsizetype partSize = 2000;
    constexpr qsizetype shared = 200; // with the part before
    std::vector<TextPart> parts;
    if (text.size() < shortestInParts && bodySize <= longestReadWhole)
        return parts;
    // Cut between words, unless one is as long as a part.
    const auto wordBefore = [&text](qsizetype least, qsizetype place) {
        const qsizetype blank = std::max(text.lastIndexOf(u' ', place - 1), text.lastIndexOf(u'\n', place - 1));
        return blank > least ? blank + 1 : text[place - 1].isHighSurrogate() ? place - 1 : place;
    };
    for (qsizetype from = 0;;) {
        const qsizetype end = from + partSize < text.size() ? wordBefore(from, from + partSize) : text.size();
        const QString part = text.mid(from, end - from);
        parts.push_back({.text = part, .words = u' ' + searchText(part).plain + u' '});
        if (end == text.size())
            return parts;
        from = end - from > 2 * shared ? wordBefore(from, end - shared) : end; // on by some way each time
    }
}

} // namespace toasoan
