#include "text/Days.h"

#include <QRegularExpression>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr auto anyLetters = QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::CaseInsensitiveOption;

const QString &day()
{
    static const QString form = u"(0?[1-9]|[12]\\d|3[01])"_s;
    return form;
}

const QString &month()
{
    static const QString form = u"(0?[1-9]|1[0-2])"_s;
    return form;
}

struct Date
{
    QString year;
    QString month;
};

NumberPlace placeOf(const QRegularExpressionMatch &match, int dayGroup, qsizetype end, const Date &date)
{
    const QString digits =
        date.year + date.month.rightJustified(2, u'0') + match.captured(dayGroup).rightJustified(2, u'0');
    return {.from = match.capturedStart(dayGroup), .length = end - match.capturedStart(dayGroup), .digits = digits};
}

/// Calls `take(match)` for each place of `form`.
template <typename Take>
void forEach(const QRegularExpression &form, const QString &text, Take take)
{
    if (std::ranges::none_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return;
    for (auto matches = form.globalMatch(text); matches.hasNext();)
        take(matches.next());
}

/// The days that share month or year with the one at `from`, which has `date`: the nearest first.
void addSharing(std::vector<NumberPlace> &places, const QString &text, qsizetype from, Date date)
{
    // With what may be said between two of them: "11, 12 và 13/8", "từ ngày 29/7 đến ngày 2/8".
    static const QRegularExpression before(
        uR"((?<![\p{L}\p{M}\d])(?<!\d[./:]))"_s + day() + uR"((?:(?:[/.-]|\h+tháng\h+))"_s + month()
            + uR"()?\h*(?:[,;&–-]|,?\h*(?<!\p{L})(?:và|đến|tới|hoặc)(?!\p{L}))\h*(?:hết\h+)?(?:ngày\h+)?$)"_s,
        anyLetters);
    constexpr qsizetype nearby = 32;
    constexpr int mostSharing = 30; // the days of a month
    for (int i = 0; i < mostSharing; ++i) {
        const qsizetype start = std::max(qsizetype(0), from - nearby);
        const auto match = before.match(text.mid(start, from - start));
        // What stands at the cut may be the end of a longer number.
        if (!match.hasMatch() || (start > 0 && match.capturedStart() < 2))
            return;
        if (match.hasCaptured(2))
            date.month = match.captured(2);
        NumberPlace place = placeOf(match, 1, match.capturedEnd(match.hasCaptured(2) ? 2 : 1), date);
        place.from += start;
        from = place.from;
        places.push_back(std::move(place));
    }
}

} // namespace

QString digitsOf(const QDate &day)
{
    return day.toString(u"yyyyMMdd"_s);
}

std::vector<NumberPlace> daysOfTheYear(const QString &text, const QDate &written)
{
    static const QRegularExpression form(
        uR"((?<![\p{L}\p{M}\d])(?<!\d[./:,-]))"_s + day() + uR"((?:[/-]|\h+tháng\h+))"_s + month()
            + uR"((?![\p{L}\d]|[/.,-]\d|\h?[/.-]?\h?(?:19|20)\d\d|\h*,?\h*năm\h+\d))"_s,
        anyLetters);
    std::vector<NumberPlace> places;
    forEach(form, text, [&](const QRegularExpressionMatch &match) {
        QDate nearest;
        for (const int year : {written.year(), written.year() - 1, written.year() + 1}) {
            const QDate said(year, match.captured(2).toInt(), match.captured(1).toInt());
            if (said.isValid() && (!nearest.isValid() || qAbs(written.daysTo(said)) < qAbs(written.daysTo(nearest))))
                nearest = said;
        }
        if (nearest.isValid())
            places.push_back(
                {.from = match.capturedStart(), .length = match.capturedLength(), .digits = digitsOf(nearest)});
    });
    return places;
}

std::vector<NumberPlace> days(const QString &text, SharedMonth shared)
{
    static const QRegularExpression form(uR"((?<![\p{L}\p{M}\d])(?<!\d[./]))"_s + day()
                                             + u"(?:"_s
                                             // 3/10/2025, 3 - 10 - 2025
                                             + uR"((?:(\h?)([/.-])\2))"_s + month()
                                             + uR"((?:\2\3\2|\h+năm\h+))"_s
                                             // 3 tháng 10 năm 2025, 3 tháng 10/2025
                                             + uR"(|\h+tháng\h+)"_s + month() + uR"((?:\h?[/.-]\h?|\h*,?\h*năm\h+))"_s
                                             + uR"()((?:19|20)\d\d)(?![\p{L}\d]|[/.,]\d|-\d(?!\d?/)))"_s,
                                         anyLetters);
    std::vector<NumberPlace> places;
    forEach(form, text, [&](const QRegularExpressionMatch &match) {
        const Date date{.year = match.captured(6), .month = match.captured(match.hasCaptured(4) ? 4 : 5)};
        const auto first = std::ssize(places);
        places.push_back(placeOf(match, 1, match.capturedEnd(), date));
        if (shared == SharedMonth::Told)
            addSharing(places, text, match.capturedStart(1), date);
        std::reverse(places.begin() + first, places.end());
    });
    return places;
}

} // namespace toasoan
