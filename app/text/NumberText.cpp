#include "text/NumberText.h"

#include <QRegularExpression>

#include <algorithm>

namespace toasoan {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestDocumentNumber = 24;

// Behind the area code, of a fixed line since 2017: two digits for Hà Nội and Hồ Chí Minh City, three elsewhere.
QString withoutAreaCode(const QString &digits)
{
    if (digits.size() != 10 || !digits.startsWith(u'2'))
        return {};
    return digits.mid(digits.startsWith(u"24") || digits.startsWith(u"28") ? 2 : 3);
}

bool hasDigit(QStringView text)
{
    return std::ranges::any_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// Amounts with their thousands set apart: "1.500.000", "1,500,000".
std::vector<NumberPlace> groupedAmounts(const QString &text)
{
    static const QRegularExpression form(uR"((?<![\d.,])[1-9]\d{0,2}(?:(?:\.\d{3})+|(?:,\d{3})+)(?![.,]?\d{3}|\d))"_s);
    std::vector<NumberPlace> places;
    if (!hasDigit(text))
        return places;
    for (auto matches = form.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        QString digits = match.captured();
        digits.removeIf([](QChar c) { return c == u'.' || c == u','; });
        places.push_back({.from = match.capturedStart(), .length = match.capturedLength(), .digits = digits});
    }
    return places;
}

} // namespace

std::vector<NumberPlace> documentNumbers(const QString &text)
{
    // A number, perhaps a year, then groups of capitals (and the r of TTr, "tờ trình").
    static const QRegularExpression form(
        uR"((?<![\p{L}\d/.,-])\d{1,6}[a-z]?(?:/(?:19|20)\d\d)?(?:[/-]\p{Lu}[\p{Lu}r\d.]{0,11})+(?![\p{L}\d]))"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    std::vector<NumberPlace> places;
    if (!hasDigit(text))
        return places;
    for (auto matches = form.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        if (match.capturedLength() <= longestDocumentNumber)
            places.push_back({.from = match.capturedStart(), .length = match.capturedLength()});
    }
    return places;
}

std::vector<NumberPlace> telephoneNumbers(const QString &text)
{
    // Behind 0, +84, 0084 or 84 (alone or before one long number, not the beginning of another): ten digits of a fixed
    // line (2…), nine of a mobile one or of a fixed one before 2017, ten of a mobile one before 2018 (1…); or 1800 and
    // 1900 without anything before them. Not two years ("1900-1954").
    static const QRegularExpression form(
        uR"((?<![\d.,/])(?:(?:\(?(?:(?:\+|00)84|84(?=[\h.)-]|\d{9,10}(?!\d)))\)?)"
        uR"([\h.-]{0,3}(?:\(0\)[\h.-]{0,3}|\(?0?)|\(?0))"
        uR"((?<rest>(?:2|1(?=[2689]))(?:[\h.()-]{0,3}\d){9}|[35789](?:[\h.()-]{0,3}\d){8}))"
        uR"(|(?<whole>1[89]00(?![\h-]{0,3}(?:1[89]|20)\d\d(?!\d))(?:\d{4,6}|[\h.-]\d(?:[\h.-]?\d){3,5})))(?!\d))"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    std::vector<NumberPlace> places;
    if (!hasDigit(text))
        return places;
    for (auto matches = form.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        QString digits = match.captured(u"rest"_s) + match.captured(u"whole"_s);
        digits.removeIf([](QChar c) { return c < u'0' || c > u'9'; });
        places.push_back({.from = match.capturedStart(),
                          .length = match.capturedLength(),
                          .digits = digits,
                          .local = withoutAreaCode(digits)});
    }
    return places;
}

std::vector<NumberPlace> localNumbers(const QString &text)
{
    // Seven digits, eight in Hà Nội and Hồ Chí Minh City, that begin with none of 0, 1 and 9 (fixed lines since 2008).
    static const QRegularExpression form(
        uR"((?<![\d.,/:+-])(?<!\d\h)[2-8]\d{0,4}(?:[\h.-]\d{2,5}){1,3}(?!\d|[.,/:-]\d|\h\d))"_s);
    static const QRegularExpression year(u"^(?:19|20)\\d\\d$"_s);
    static const QRegularExpression separator(u"[^0-9]"_s);
    std::vector<NumberPlace> places;
    if (!hasDigit(text))
        return places;
    for (auto matches = form.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const QStringList groups = match.captured().split(separator);
        const QString digits = groups.join(QString());
        const bool isTime = year.match(groups.last()).hasMatch(); // "2023-2024", "28-9-2023"
        const bool isGrouped = groups.front().size() > 1 || (groups.size() == 3 && groups.last().size() == 3);
        if ((digits.size() == 7 || digits.size() == 8) && !isTime && isGrouped)
            places.push_back({.from = match.capturedStart(), .length = match.capturedLength(), .digits = digits});
    }
    return places;
}

std::vector<NumberPlace> groupedNumbers(const QString &text)
{
    // What is read as the one is not read as the other: the first of them has it.
    std::vector<NumberPlace> places = telephoneNumbers(text);
    for (const auto &others : {groupedAmounts(text), localNumbers(text)}) {
        const std::size_t taken = places.size();
        std::size_t next = 0;
        for (const NumberPlace &other : others) {
            while (next < taken && places[next].from + places[next].length <= other.from)
                ++next;
            if (next == taken || other.from + other.length <= places[next].from)
                places.push_back(other);
        }
        std::ranges::inplace_merge(places, places.begin() + std::ptrdiff_t(taken), {}, &NumberPlace::from);
    }
    return places;
}

} // namespace toasoan
