#include "ui/editor/FoundWords.h"

#include <QRegularExpression>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// What readers see as the same, sign by sign.
QString folded(QString text, MatchCase matchCase)
{
    for (QChar &sign : text) {
        if (sign == u'\u00a0' || sign == u'\u202f' || sign == u'\u2007')
            sign = u' ';
        else if (matchCase == MatchCase::No)
            sign = sign.toLower();
    }
    return text;
}

QString composedWord(const QString &text)
{
    return text.normalized(QString::NormalizationForm_C);
}

struct Composed
{
    QString text;
    std::vector<qsizetype> starts; ///< where sign i of `text` began before it was composed, and where the whole ended
};

// A text may hold a letter and its mark apart (NFD).
Composed composed(const QString &text)
{
    Composed whole;
    for (qsizetype from = 0; from < text.size();) {
        qsizetype to = from + 1;
        while (to < text.size() && (text[to].isMark() || text[to].isLowSurrogate()))
            ++to;
        const QString cluster = composedWord(text.mid(from, to - from));
        for (qsizetype i = 0; i < cluster.size(); ++i)
            whole.starts.push_back(from + qMin(i, to - from));
        whole.text += cluster;
        from = to;
    }
    whole.starts.push_back(text.size());
    return whole;
}

// hòa and hoà are one word, and so are hòe and hoè, thúy and thuý: with a letter behind it the tone has one place,
// hoàn. The text is not folded as for comparing whole words (text/Vietnamese.h): both ways to write the word are looked
// for, so that what ends within it stays another one.
QString spellingsOf(const QString &words)
{
    static const QRegularExpression twoPlaces(
        u"(o(?=\\p{M}?[ae])|u(?=\\p{M}?y))(%1?)([aey])(%1?)(?![\\p{L}\\p{M}])"_s.arg(
            uR"([\x{300}\x{301}\x{303}\x{309}\x{323}])"_s),
        QRegularExpression::CaseInsensitiveOption);
    const QString apart = words.normalized(QString::NormalizationForm_D);
    QString pattern;
    qsizetype end = 0;
    for (auto matches = twoPlaces.globalMatch(apart); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString tone = match.captured(2) + match.captured(4);
        if (tone.size() != 1)
            continue;
        const QString first = composedWord(match.captured(1) + tone) + match.captured(3);
        const QString second = match.captured(1) + composedWord(match.captured(3) + tone);
        const bool isFirst = match.capturedLength(2) > 0;
        pattern += QRegularExpression::escape(composedWord(apart.mid(end, match.capturedStart() - end)));
        pattern += u"(?:%1|%2(?![\\p{L}\\p{M}]))"_s.arg(isFirst ? first : second, isFirst ? second : first);
        end = match.capturedEnd();
    }
    return pattern + QRegularExpression::escape(composedWord(apart.mid(end)));
}

} // namespace

std::vector<FoundWords> findWords(const QString &text, const QString &words, MatchCase matchCase)
{
    const QString wanted = folded(composedWord(words), matchCase);
    if (wanted.isEmpty())
        return {};
    const QRegularExpression spellings(spellingsOf(wanted));
    const Composed whole = composed(text);
    std::vector<FoundWords> found;
    for (auto matches = spellings.globalMatch(folded(whole.text, matchCase)); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const qsizetype from = whole.starts.at(std::size_t(match.capturedStart()));
        found.push_back({.from = from, .length = whole.starts.at(std::size_t(match.capturedEnd())) - from});
    }
    return found;
}

} // namespace toasoan
