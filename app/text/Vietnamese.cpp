#include "text/Vietnamese.h"

namespace toasoan {

namespace {

bool isForbidden(QChar character, Lines lines)
{
    if (character.category() != QChar::Other_Control)
        return false;
    return lines == Lines::Single || (character != u'\n' && character != u'\t');
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

} // namespace

Result<QString> cleanText(const QString &text, Lines lines, qsizetype maximum, const QString &subject)
{
    // Refused before any work on it; what NFC shortens is not worth a second look.
    if (text.size() > 4 * maximum)
        return Error{ErrorCode::TooLarge, subject, QStringLiteral("%1 characters").arg(text.size())};

    QString clean = text;
    clean.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    clean.replace(u'\r', u'\n');
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
    const QString decomposed = text.normalized(QString::NormalizationForm_KD);
    QString folded;
    folded.reserve(text.size());
    bool blankWaits = false;
    for (const QChar character : decomposed) {
        if (character.isMark() || character == QChar(0x00AD))
            continue;
        if (!character.isLetterOrNumber() && !character.isSurrogate()) {
            blankWaits = !folded.isEmpty();
            continue;
        }
        if (blankWaits)
            folded += u' ';
        blankWaits = false;
        const QChar lower = character.toLower();
        folded += lower == QChar(0x0111) ? QChar(u'd') : lower; // đ has no decomposition
    }
    return folded;
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
