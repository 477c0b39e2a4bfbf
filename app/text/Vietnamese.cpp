#include "text/Vietnamese.h"

#include "text/CodePoint.h"
#include "text/Normalized.h"
#include "text/Signs.h"

namespace toasoan {

namespace {

bool isForbidden(QChar character, Lines lines)
{
    // What no XML can hold (XML 1.0, 2.2), and no body (document::fromJson()).
    if (character == QChar(0xFFFE) || character == QChar(0xFFFF))
        return true;
    if (character.category() != QChar::Other_Control)
        return false;
    return lines == Lines::Single || (character != u'\n' && character != u'\t');
}

/// What is not seen and has no meaning in a line of Vietnamese: programs put it into what is copied from them. The
/// editor has the same set for what is pasted (characters.ts).
bool isUnseen(QChar character)
{
    const char16_t c = character.unicode();
    return c == 0x034F || c == 0x180E || c == 0x200B || c == 0xFEFF // no width
        || (c >= 0x2060 && c <= 0x2064) // joining words, invisible operators
        || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x206F) // directions and shapes
        || (c >= 0xFFF9 && c <= 0xFFFC); // notes and objects
}

/// Marks of direction: right where text runs to the left.
bool isDirectionMark(QChar character)
{
    return character == QChar(0x061C) || character == QChar(0x200E) || character == QChar(0x200F);
}

bool isJoiner(QChar character)
{
    return character == QChar(0x200C) || character == QChar(0x200D);
}

bool runsToTheLeft(char32_t character)
{
    const QChar::Script script = QChar::script(character);
    return QChar::isLetter(character) // the mark of Arabic is of its script too
        && (script == QChar::Script_Arabic || script == QChar::Script_Hebrew);
}

/// Whether letters of its script are joined or kept apart by joiners.
bool hasJoiners(char32_t character)
{
    switch (QChar::script(character)) {
    case QChar::Script_Arabic:
    case QChar::Script_Devanagari:
    case QChar::Script_Bengali:
    case QChar::Script_Khmer:
    case QChar::Script_Malayalam:
    case QChar::Script_Sinhala:
    case QChar::Script_Tamil:
    case QChar::Script_Telugu:
    case QChar::Script_Kannada:
    case QChar::Script_Mongolian:
        return true;
    default:
        return false;
    }
}

/// Whether it can be a part of a sign that joiners make of several.
bool isPictogram(char32_t character)
{
    return character == 0xFE0F || (character >= 0x1F000 && character <= 0x1FAFF)
        || (character >= 0x2190 && character <= 0x21FF) || QChar::category(character) == QChar::Symbol_Other;
}

/// Without joiners that join nothing, and marks of direction where everything runs to the right.
QString withoutStrayJoiners(const QString &text)
{
    if (std::ranges::none_of(text, [](QChar c) { return isJoiner(c) || isDirectionMark(c); }))
        return text;
    const QList<uint> characters = text.toUcs4();
    const bool keepsMarks = std::ranges::any_of(characters, runsToTheLeft);
    const auto joins = [&characters](qsizetype place) {
        return place >= 0 && place < characters.size()
            && (hasJoiners(characters[place]) || isPictogram(characters[place]));
    };
    QString clean;
    clean.reserve(text.size());
    qsizetype i = 0;
    while (i < characters.size()) {
        const auto isJoinerAt = [&](qsizetype at) {
            return at < characters.size() && (characters[at] == 0x200C || characters[at] == 0x200D);
        };
        const qsizetype from = i;
        while (isJoinerAt(i))
            ++i;
        if (i > from) {
            for (qsizetype at = from; joins(from - 1) && joins(i) && at < i; ++at)
                clean += QChar(char16_t(characters[at]));
            continue;
        }
        const char32_t character = characters[i++];
        if (keepsMarks || character > 0xFFFF || !isDirectionMark(QChar(char16_t(character))))
            clean += QChar::fromUcs4(character);
    }
    return clean;
}

/// Breaks within a paragraph, as word processors and web pages copy them.
bool isOtherBreak(QChar character)
{
    return character == u'\v' || character == u'\f' || character == QChar::LineSeparator
        || character == QChar::ParagraphSeparator;
}

bool hasLoneSurrogate(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            ++i;
        else if (text[i].isSurrogate())
            return true;
    }
    return false;
}

enum class Accents
{
    Dropped,
    Kept
};

bool isTone(char32_t mark)
{
    switch (mark) {
    case 0x0300: // huyền
    case 0x0301: // sắc
    case 0x0303: // ngã
    case 0x0309: // hỏi
    case 0x0323: // nặng
        return true;
    default:
        return false;
    }
}

/// đ, for which two letters of other languages are often typed or found in old texts: their capitals look the same.
bool isBarredD(char32_t lower)
{
    switch (lower) {
    case 0x0111: // đ, Đ
    case 0x00F0: // ð, Ð: eth
    case 0x0256: // ɖ, Ɖ: African d
        return true;
    default:
        return false;
    }
}

QString folded(const QString &text, Accents accents)
{
    const QString decomposed = normalized(text, QString::NormalizationForm_KD);
    QString result;
    result.reserve(decomposed.size());
    QString tones; // of the word that is being written
    bool isInWord = false;
    qsizetype i = 0;
    while (i < decomposed.size()) {
        const auto [character, size] = CodePoint::at(decomposed, i);
        i += size;
        if (isIgnorable(character))
            continue;
        if (QChar::isMark(character)) {
            if (accents == Accents::Kept && isInWord)
                (isTone(character) ? tones : result) += QChar::fromUcs4(character);
            continue;
        }
        if (!QChar::isLetterOrNumber(character)) {
            result += tones;
            tones.clear();
            isInWord = false;
            continue;
        }
        if (!isInWord && !result.isEmpty())
            result += u' ';
        isInWord = true;
        const char32_t lower = QChar::toLower(character);
        if (isBarredD(lower)) // it has no decomposition
            result += accents == Accents::Dropped ? u'd' : u'đ';
        else
            result += QChar::fromUcs4(lower);
    }
    return result + tones;
}

} // namespace

bool isIgnorable(char32_t character)
{
    const auto isIn = [character](char32_t first, char32_t last) { return character >= first && character <= last; };
    if (character < 0x034F)
        return character == 0x00AD;
    return character == 0x034F || character == 0x061C || isIn(0x115F, 0x1160) || isIn(0x17B4, 0x17B5)
        || isIn(0x180B, 0x180F) || isIn(0x200B, 0x200F) || isIn(0x202A, 0x202E) || isIn(0x2060, 0x206F)
        || character == 0x3164 || isIn(0xFE00, 0xFE0F) || character == 0xFEFF || character == 0xFFA0
        || isIn(0xFFF0, 0xFFF8) || isIn(0x1BCA0, 0x1BCA3) || isIn(0x1D173, 0x1D17A) || isIn(0xE0000, 0xE0FFF);
}

Result<QString> cleanText(const QString &text, Lines lines, qsizetype maximum, const QString &subject)
{
    // Refused before any work on it; what NFC shortens is not worth a second look.
    if (text.size() > 4 * maximum)
        return Error{ErrorCode::TooLarge, subject, QStringLiteral("%1 characters").arg(text.size())};

    QString clean = readableSigns(text);
    clean.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    clean.replace(u'\r', u'\n');
    clean.removeIf(isUnseen);
    std::ranges::replace_if(clean, isOtherBreak, u'\n');
    if (lines == Lines::Single) {
        clean.replace(u'\n', u' ');
        clean.replace(u'\t', u' ');
    }
    if (std::ranges::any_of(clean, [lines](QChar c) { return isForbidden(c, lines); }) || hasLoneSurrogate(clean))
        return Error{ErrorCode::InvalidInput, subject, QStringLiteral("control character")};

    clean = withoutHeapsOfMarks(withoutStrayJoiners(clean));
    clean = normalized(clean, QString::NormalizationForm_C).trimmed();
    if (clean.size() > maximum)
        return Error{ErrorCode::TooLarge, subject, QStringLiteral("%1 characters").arg(clean.size())};
    return clean;
}

QString fold(const QString &text)
{
    return folded(text, Accents::Dropped);
}

QString foldKeepingAccents(const QString &text)
{
    return folded(text, Accents::Kept);
}

QString slug(const QString &title, qsizetype maximum)
{
    QString address;
    const QString folded = fold(title);
    for (const QChar character : folded) {
        if ((character >= u'a' && character <= u'z') || (character >= u'0' && character <= u'9'))
            address += character;
        else if (!address.isEmpty() && !address.endsWith(u'-'))
            address += u'-';
    }
    if (address.size() > maximum) {
        const qsizetype cut = address.lastIndexOf(u'-', maximum);
        address.truncate(cut > maximum / 2 ? cut : maximum);
    }
    while (address.endsWith(u'-'))
        address.chop(1);
    return address.isEmpty() ? QStringLiteral("bai") : address;
}

bool saysFolded(const QString &text, const QString &asked)
{
    const QString words = fold(asked);
    return !words.isEmpty() && fold(text).contains(words);
}

} // namespace toasoan
