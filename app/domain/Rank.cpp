#include "domain/Rank.h"

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// A rank is the fraction 0.<digits> to this base.
constexpr auto digits = "0123456789abcdefghijklmnopqrstuvwxyz"_L1;
constexpr int base = int(digits.size());
// Ranks at either end are steps of this many digits: some twenty thousand before they get longer.
constexpr qsizetype width = 3;

int digitAt(const QString &rank, qsizetype place)
{
    return place < rank.size() ? std::max(int(digits.indexOf(rank[place])), 0) : 0;
}

QChar signOf(int digit)
{
    return digits[digit];
}

QString withoutEnd(QString rank)
{
    while (rank.endsWith(u'0'))
        rank.chop(1);
    return rank;
}

// What of a text is a rank.
QString rankIn(const QString &text)
{
    const auto end = std::ranges::find_if(text, [](QChar sign) { return !digits.contains(sign); });
    return text.left(std::distance(text.begin(), end));
}

QString stepBehind(const QString &rank)
{
    const qsizetype length = (rank.size() + width - 1) / width * width;
    QString next = rank.leftJustified(length, u'0');
    for (qsizetype place = length; place-- > 0;) {
        const int digit = digitAt(next, place) + 1;
        next[place] = signOf(digit % base);
        if (digit < base)
            return withoutEnd(next);
    }
    return rank.leftJustified(length, u'z') + u"001"_s; // there is nothing of this length behind it
}

QString stepBefore(const QString &rank)
{
    const qsizetype length = (rank.size() + width - 1) / width * width;
    QString next = rank.leftJustified(length, u'0');
    for (qsizetype place = length; place-- > 0;) {
        const int digit = digitAt(next, place) - 1;
        next[place] = signOf((digit + base) % base);
        if (digit >= 0)
            break;
    }
    const bool isNothing = std::ranges::all_of(next, [](QChar sign) { return sign == u'0'; });
    return isNothing ? next + u"zzz"_s : withoutEnd(next);
}

// Half way, as short as it goes.
QString between(const QString &before, const QString &behind)
{
    QString rank;
    bool isBelow = false; // what is written so far is ahead of `behind` already
    for (qsizetype place = 0;; ++place) {
        const int low = digitAt(before, place);
        const int high = isBelow ? base : digitAt(behind, place);
        if (high - low > 1)
            return rank + signOf((low + high) / 2);
        rank += signOf(low);
        isBelow = isBelow || high > low;
    }
}

} // namespace

QString rankBetween(const QString &before, const QString &behind)
{
    const QString low = withoutEnd(rankIn(before)), high = withoutEnd(rankIn(behind));
    if (low.isEmpty() && high.isEmpty())
        return u"i"_s;
    if (high.isEmpty() || low >= high)
        return stepBehind(low);
    return low.isEmpty() ? stepBefore(high) : between(low, high);
}

} // namespace toasoan
