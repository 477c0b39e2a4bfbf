#include "text/NumberText.h"

#include <QRegularExpression>

#include <algorithm>

namespace toasoan {

namespace {

using namespace Qt::StringLiterals;

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

/// Calls `take(match, groups)` for each place of `form`, with its digits as they stand in groups.
template <typename Take>
void forEachGrouped(const QRegularExpression &form, const QString &text, Take take)
{
    static const QRegularExpression separator(u"[^0-9]"_s);
    if (!hasDigit(text))
        return;
    for (auto matches = form.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        take(match, match.captured().split(separator));
    }
}

/// Amounts with their thousands set apart: "1.500.000", "1,500,000", "1’500’000", and "1 500 000", where a single group
/// may be another number ("thôn 5 200 hộ") unless it is 000, or a unit is behind it.
std::vector<NumberPlace> groupedAmounts(const QString &text)
{
    // A number with a blank before it ("thôn 5 1.500.000 đồng") may be its first group only if the groups have blanks.
    static const QRegularExpression form(
        uR"((?<![\d.,])(?:[1-9]\d{0,2}(?:(?:\.\d{3})+(?![.,]?\d{3}|\d)|(?:,\d{3})+(?![.,]?\d{3}|\d))|)"
        uR"((?<!\d['’])[1-9]\d{0,2}(?:['’]\d{3})+(?!['’]?\d)|)"
        uR"((?<!\d\h)[1-9]\d{0,2}(?:(?:\h\d{3}){2,}(?!\h?\d|[.,]\d{3})|\h000(?!\h?\d|[.,]\d{3})|)"
        uR"(\h\d{3}(?=(?:,\d{1,2})?\h?(?:đ|₫|đồng|VNĐ|VND|USD|EUR|m²|m2|m³|m3|ha|km|kg|tấn|tạ|lít|triệu|tỷ|tỉ)(?!\p{L}))|)"
        uR"((?<=\d\d)\h\d{3}(?=\h(?:người|hộ|lượt|con|cây|cử tri|học sinh)(?!\p{L})))))"_s,
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::CaseInsensitiveOption);
    std::vector<NumberPlace> places;
    if (!hasDigit(text))
        return places;
    for (auto matches = form.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        QString digits = match.captured();
        digits.removeIf([](QChar c) { return c < u'0' || c > u'9'; });
        places.push_back({.from = match.capturedStart(), .length = match.capturedLength(), .digits = digits});
    }
    return places;
}

/// Numbers of persons (twelve digits with a zero before them), of who pays taxes (ten, Law 38/2019 art. 30), accounts
/// and cards, which people set apart as they like. Not several years, nor a day with its hour.
std::vector<NumberPlace> longNumbers(const QString &text)
{
    static const QRegularExpression form(
        uR"((?<![\p{L}\d.,/:-])(?<!\d[ \x{A0}])\d{2,10}(?:([ \x{A0}\x{202F}.-])\d{2,10})(?:\1\d{2,10}){0,7}+)"
        uR"((?!\d|[ \x{A0}\x{202F}.,/:-]\d))"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression year(u"^(?:1[89]|20)\\d\\d$"_s);
    constexpr qsizetype ofPerson = 12;
    constexpr qsizetype ofTaxpayer = 10; // three more behind a dash are a branch's
    constexpr qsizetype most = 19; // ISO/IEC 7812
    std::vector<NumberPlace> places;
    forEachGrouped(form, text, [&](const QRegularExpressionMatch &match, const QStringList &groups) {
        QString digits = groups.join(QString());
        const bool isPerson = digits.size() == ofPerson && digits.startsWith(u'0');
        const bool isLong = groups.size() > 2 && digits.size() >= ofPerson && digits.size() <= most;
        const bool isTime = groups.size() > 2 && groups.front().size() == 2 && year.match(groups[2]).hasMatch();
        const bool isYears =
            std::ranges::all_of(groups, [](const QString &group) { return year.match(group).hasMatch(); });
        if ((!isPerson && digits.size() != ofTaxpayer && !isLong) || isTime || isYears)
            return;
        while (digits.size() > 1 && digits.startsWith(u'0'))
            digits.remove(0, 1);
        places.push_back({.from = match.capturedStart(), .length = match.capturedLength(), .digits = digits});
    });
    return places;
}

} // namespace

std::vector<NumberPlace> documentNumbers(const QString &text, qsizetype longest)
{
    // A number, perhaps a year, then groups of capitals, which may have a small letter behind two of them (TTr, TTg,
    // QĐi). Hyphens that no line ends at are hyphens.
    static const QRegularExpression form(
        uR"((?<![\p{L}\d/.,-])\d{1,6}[a-z]?(?:/(?:19|20)\d\d)?(?:[/\x{2010}\x{2011}-])"
        uR"(\p{Lu}(?:[\p{Lu}r\d.]|(?<=\p{Lu}\p{Lu})\p{Ll}(?!\p{Ll})){0,11})+(?![\p{L}\d]))"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    std::vector<NumberPlace> places;
    if (!hasDigit(text))
        return places;
    for (auto matches = form.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        if (match.capturedLength() <= longest)
            places.push_back({.from = match.capturedStart(), .length = match.capturedLength()});
    }
    return places;
}

std::vector<NumberPlace> telephoneNumbers(const QString &text)
{
    // Behind 0, +84, 0084 or 84 (alone or before one long number, not the beginning of another): ten digits of a fixed
    // line (2…), nine of a mobile one or of a fixed one before 2017, ten of a mobile one before 2018 (1…); or 1800 and
    // 1900 without anything before them. Not two years with a dash between them ("1900-1954"), nor more of them in a
    // row; two with a blank or a point are a telephone number, of which there are many more.
    static const QRegularExpression form(
        uR"((?<![\d.,/])(?:(?:\(?(?:(?:\+|00)84|84(?=[\h.)-]|\d{9,10}(?!\d)))\)?)"
        uR"([\h.-]{0,3}(?:\(0\)[\h.-]{0,3}|\(?0?)|\(?0))"
        uR"((?<rest>(?:2|1(?=[2689]))(?:[\h.()-]{0,3}\d){9}|[35789](?:[\h.()-]{0,3}\d){8}))"
        uR"(|(?<whole>(?:(?<!\d\h)|(?!\d{4}\h(?:1[89]|20)\d\d(?!\d)))1[89]00(?!\h(?:1[89]|20)\d\d\h\d)(?!\h*-\h*(?:1[89]|20)\d\d(?!\d))(?:\d{4,6}|[\h.-]\d(?:[\h.-]?\d){3,5})))(?!\d))"_s,
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
    std::vector<NumberPlace> places;
    forEachGrouped(form, text, [&](const QRegularExpressionMatch &match, const QStringList &groups) {
        const QString digits = groups.join(QString());
        const bool isTime = year.match(groups.last()).hasMatch(); // "2023-2024", "28-9-2023"
        const bool isGrouped = groups.front().size() > 1 || (groups.size() == 3 && groups.last().size() == 3);
        if ((digits.size() == 7 || digits.size() == 8) && !isTime && isGrouped)
            places.push_back({.from = match.capturedStart(), .length = match.capturedLength(), .digits = digits});
    });
    return places;
}

std::vector<NumberPlace> decimals(const QString &text)
{
    static const QRegularExpression form(
        uR"((?<![\p{L}\d])(?<!\d[.,/:-])(\d{1,6})(?:,\h?|\.)(\d{1,6})(?!\d|[.,/:-]\d))"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    constexpr auto begin = "9"_L1; // a number that begins with zeros is another without them
    constexpr auto between = "909090"_L1;
    std::vector<NumberPlace> places;
    if (!hasDigit(text))
        return places;
    for (auto matches = form.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        places.push_back({.from = match.capturedStart(),
                          .length = match.capturedLength(),
                          .digits = begin + match.captured(1) + between + match.captured(2)});
    }
    return places;
}

std::vector<NumberPlace> groupedNumbers(const QString &text)
{
    // What is read as the one is not read as the other: the first of them has it. A tab is no blank: it stands between
    // the cells of a row.
    const QString cells = QString(text).replace(u'\t', u'\n');
    std::vector<NumberPlace> places = telephoneNumbers(cells);
    for (const auto &others : {groupedAmounts(cells), localNumbers(cells), longNumbers(cells)}) {
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
