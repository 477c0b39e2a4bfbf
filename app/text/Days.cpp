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

/// In place of a year that is not said: no text tells a day of it.
const QString &anyYear()
{
    static const QString year = u"9999"_s;
    return year;
}

NumberPlace placeOf(const QRegularExpressionMatch &match, int dayGroup, qsizetype end, const Date &date)
{
    const QString day = date.month.rightJustified(2, u'0') + match.captured(dayGroup).rightJustified(2, u'0');
    return {.from = match.capturedStart(dayGroup),
            .length = end - match.capturedStart(dayGroup),
            .digits = date.year + day,
            .local = anyYear() + day};
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
        uR"((?<![\p{L}\p{M}\d])(?<!\d[./:]))"_s + day() + uR"((?:(?:[/.-]|\h+th[aá]ng\h+))"_s + month()
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

QString digitsOfAnyYear(const QDate &day)
{
    return anyYear() + day.toString(u"MMdd"_s);
}

std::vector<NumberPlace> daysWithoutYear(const QString &text)
{
    static const QRegularExpression form(
        uR"((?<![\p{L}\p{M}\d])(?<!\d[./:,-]))"_s + day() + uR"((?:[/-]|\h+th[aá]ng\h+))"_s + month()
            + uR"((?![\p{L}\d]|[/.,-]\d|\h?[/.-]?\h?(?:19|20)\d\d|\h*,?\h*n[aă]m\h+\d))"_s,
        anyLetters);
    std::vector<NumberPlace> places;
    forEach(form, text, [&](const QRegularExpressionMatch &match) {
        places.push_back(placeOf(match, 1, match.capturedEnd(), {.year = anyYear(), .month = match.captured(2)}));
    });
    return places;
}

std::vector<NumberPlace> daysOfTheYear(const QString &text, const QDate &written)
{
    std::vector<NumberPlace> places;
    for (NumberPlace &place : daysWithoutYear(text)) {
        const int month = QStringView(place.digits).mid(4, 2).toInt(), day = QStringView(place.digits).mid(6).toInt();
        QDate nearest;
        for (const int year : {written.year(), written.year() - 1, written.year() + 1}) {
            const QDate said(year, month, day);
            if (said.isValid() && (!nearest.isValid() || qAbs(written.daysTo(said)) < qAbs(written.daysTo(nearest))))
                nearest = said;
        }
        if (!nearest.isValid())
            continue;
        place.digits = digitsOf(nearest);
        places.push_back(std::move(place));
    }
    return places;
}

std::vector<NumberPlace> days(const QString &text, SharedMonth shared)
{
    static const QRegularExpression form(uR"((?<![\p{L}\p{M}\d])(?<!\d[./]))"_s + day()
                                             + u"(?:"_s
                                             // 3/10/2025, 3 - 10 - 2025
                                             + uR"((?:(\h?)([/.-])\2))"_s + month()
                                             + uR"((?:\2\3\2|\h+n[aă]m\h+))"_s
                                             // 3 tháng 10 năm 2025, 3 tháng 10/2025
                                             + uR"(|\h+th[aá]ng\h+)"_s + month()
                                             + uR"((?:\h?[/.-]\h?|\h*,?\h*n[aă]m\h+))"_s
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
