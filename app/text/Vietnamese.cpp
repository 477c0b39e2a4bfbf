#include "text/Vietnamese.h"

#include "text/CodePoint.h"
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

/// What is not seen and has no meaning in a line of Vietnamese: programs put it into what is copied from them. Joiners
/// stay, since they make signs of several parts one.
bool isUnseen(QChar character)
{
    const char16_t c = character.unicode();
    return c == 0x200B || c == 0x2060 || c == 0xFEFF // no width
        || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) // directions
        || (c >= 0xFFF9 && c <= 0xFFFC); // notes and objects
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
    const QString decomposed = text.normalized(QString::NormalizationForm_KD);
    QString result;
    result.reserve(decomposed.size());
    QString tones; // of the word that is being written
    bool isInWord = false;
    qsizetype i = 0;
    while (i < decomposed.size()) {
        const auto [character, size] = CodePoint::at(decomposed, i);
        i += size;
        if (character == 0x00AD)
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

    clean = clean.normalized(QString::NormalizationForm_C).trimmed();
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

} // namespace toasoan
