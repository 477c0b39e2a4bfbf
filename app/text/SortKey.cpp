#include "text/SortKey.h"

namespace toasoan {

namespace {

constexpr qsizetype longest = 120; ///< signs of the text that are looked at

// The end of a text stands before the end of a word, that before a number, that before any letter.
constexpr QChar endOfText = u'!';
constexpr QChar endOfWord = u'"';
constexpr QChar numberWithin = u'#';

enum Sign : char // of a letter, in the order of the dictionary
{
    None = '0',
    Breve = '1',
    Circumflex = '2',
    Horn = '3',
    Stroke = '4'
};

// In the order of Vietnamese dictionaries.
char toneOf(char32_t mark)
{
    switch (mark) {
    case 0x0300:
        return '1'; // huyền
    case 0x0309:
        return '2'; // hỏi
    case 0x0303:
        return '3'; // ngã
    case 0x0301:
        return '4'; // sắc
    case 0x0323:
        return '5'; // nặng
    default:
        return 0;
    }
}

char signOf(char32_t mark)
{
    switch (mark) {
    case 0x0306:
        return Breve;
    case 0x0302:
        return Circumflex;
    case 0x031B:
        return Horn;
    default:
        return 0;
    }
}

} // namespace

QString sortKey(const QString &text)
{
    const QString letters = text.left(longest).normalized(QString::NormalizationForm_D).toLower();
    QString key;
    QString tones;
    QString number;
    bool isWordOpen = false;
    const auto endNumber = [&] {
        if (number.isEmpty())
            return;
        qsizetype zeros = 0;
        while (zeros < number.size() - 1 && number[zeros] == u'0')
            ++zeros;
        const QString digits = number.sliced(zeros);
        // By how many digits there are, then by these: a letter as the count keeps it ahead of letters.
        key += QChar(char16_t(u'0' + std::min<qsizetype>(digits.size(), 9)));
        key += digits;
        number.clear();
    };
    for (const QChar each : letters) {
        const char16_t c = each.unicode();
        if (each.isDigit() && c < 0x80) {
            if (number.isEmpty() && isWordOpen)
                key += numberWithin;
            number += each;
            isWordOpen = true;
            continue;
        }
        endNumber();
        if (const char sign = signOf(c); sign != 0) {
            // The sign stands behind its letter, which had none so far.
            if (key.size() >= 2)
                key[key.size() - 1] = QLatin1Char(sign);
        } else if (const char tone = toneOf(c); tone != 0) {
            if (!tones.isEmpty())
                tones[tones.size() - 1] = QLatin1Char(tone);
        } else if (c == 0x0111 || c == 0x00F0 || c == 0x0256) { // the others are typed for it
            key += u'd';
            key += QLatin1Char(Stroke);
            tones += u'0';
            isWordOpen = true;
        } else if (each.isLetter() && c < 0x80) {
            key += each;
            key += QLatin1Char(None);
            tones += u'0';
            isWordOpen = true;
        } else if (each.isLetter()) {
            // Of another script: behind all of ours, by its number.
            key += u'~' + QString::number(c, 16).rightJustified(4, u'0');
            tones += u'0';
            isWordOpen = true;
        } else if (isWordOpen && !each.isMark()) {
            key += endOfWord;
            isWordOpen = false;
        }
    }
    endNumber();
    if (key.endsWith(endOfWord))
        key.chop(1);
    return key + endOfText + tones;
}

} // namespace toasoan
