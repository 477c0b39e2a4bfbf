// One character of a text, which in UTF-16 may be two units. For this module.
#pragma once

#include <QStringView>

namespace toasoan {

struct CodePoint
{
    char32_t value = 0;
    qsizetype size = 1; ///< in UTF-16 units

    /// The one at `position`; half of a pair stands for itself.
    [[nodiscard]] static CodePoint at(QStringView text, qsizetype position)
    {
        const QChar first = text[position];
        if (first.isHighSurrogate() && position + 1 < text.size() && text[position + 1].isLowSurrogate())
            return {.value = QChar::surrogateToUcs4(first, text[position + 1]), .size = 2};
        return {.value = first.unicode(), .size = 1};
    }
};

} // namespace toasoan
