#include "text/Signs.h"

#include "text/CodePoint.h"

#include <algorithm>
#include <array>

namespace toasoan {

namespace {

struct Shown
{
    char32_t code;
    char16_t sign;
};

// What Word leaves of its bullets in a text without their font: the code of the font, in the private use area.
constexpr std::array fontSigns{
    Shown{0xF0B7, 0x2022}, // •, Symbol
    Shown{0xF0A7, 0x25AA}, // ▪, Wingdings; so all that follow
    Shown{0xF06C, 0x25CF}, // ●
    Shown{0xF06E, 0x25A0}, // ■
    Shown{0xF076, 0x2756}, // ❖
    Shown{0xF0A8, 0x25FB}, // ◻
    Shown{0xF0D8, 0x27A2}, // ➢
    Shown{0xF0E0, 0x2192}, // →
    Shown{0xF0F0, 0x21E8}, // ⇨
    Shown{0xF0FB, 0x2717}, // ✗
    Shown{0xF0FC, 0x2713}, // ✓
    Shown{0xF0FD, 0x2612}, // ☒
    Shown{0xF0FE, 0x2611}, // ☑
};

constexpr char32_t blackFlag = 0x1F3F4;

bool isTag(char32_t c)
{
    return c >= 0xE0000 && c <= 0xE007F;
}

// As wide as a sign, and empty.
bool isWideFiller(char32_t c)
{
    return c == 0x3164 || c == 0xFFA0 || c == 0x2800;
}

// Places of letters that are not there.
bool isNarrowFiller(char32_t c)
{
    return c == 0x115F || c == 0x1160;
}

bool isUnseen(char32_t c)
{
    if (QChar::isSpace(c) || isTag(c) || isWideFiller(c) || isNarrowFiller(c))
        return true;
    const auto category = QChar::category(c);
    return category == QChar::Other_Format || category == QChar::Other_Control || (c >= 0xFE00 && c <= 0xFE0F)
        || (c >= 0xE0100 && c <= 0xE01EF) // selectors of a variant
        || c == 0x034F || c == 0x17B4 || c == 0x17B5; // joiners that are marks
}

} // namespace

bool isBlank(QStringView text)
{
    for (qsizetype i = 0; i < text.size();) {
        const auto [character, size] = CodePoint::at(text, i);
        if (!isUnseen(character))
            return false;
        i += size;
    }
    return true;
}

QString readableSigns(const QString &text)
{
    QString result;
    result.reserve(text.size());
    bool isInFlag = false;
    for (qsizetype i = 0; i < text.size();) {
        const auto [character, size] = CodePoint::at(text, i);
        const auto shown = std::ranges::find(fontSigns, character, &Shown::code);
        if (shown != fontSigns.end())
            result += QChar(shown->sign);
        else if (isWideFiller(character))
            result += u' ';
        else if (!isNarrowFiller(character) && (isInFlag || !isTag(character)))
            result += QStringView(text).sliced(i, size);
        isInFlag = character == blackFlag || (isInFlag && isTag(character));
        i += size;
    }
    return result;
}

QString withoutStraySigns(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) {
        const auto [character, size] = CodePoint::at(text, i);
        const bool isBreak = character >= u'\t' && character <= u'\r'; // cleanText() knows them all
        if (character == 0x0085)
            result += u'\n';
        else if (isBreak
                 || (QChar::category(character) != QChar::Other_Control && !QChar::isSurrogate(character)
                     && character != 0xFFFE && character != 0xFFFF))
            result += QStringView(text).sliced(i, size);
        i += size;
    }
    return result;
}

} // namespace toasoan
