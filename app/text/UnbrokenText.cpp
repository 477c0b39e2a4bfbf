#include "text/UnbrokenText.h"

#include "text/NumberText.h"

#include <QRegularExpression>

#include <algorithm>

namespace toasoan {

namespace {

using namespace Qt::StringLiterals;

// What is longer fills a phone's line by itself.
constexpr qsizetype longest = 40;

/// Whether a browser may end a line inside.
bool mayBreak(QStringView piece)
{
    return std::ranges::any_of(
        piece, [](QChar c) { return c.isSpace() || c == u'-' || c == u'/' || c == u'\u2010' || c == u'\u2013'; });
}

} // namespace

std::vector<UnbrokenPlace> unbrokenPlaces(const QString &text)
{
    // A number, perhaps a year, then groups that begin with a capital and have at most two small letters in a row: QĐ,
    // TTg, QĐi, Gm, TTr, QyĐ. Words ("2-Đông") are longer. Wider than documentNumbers(), of which the words of a search
    // are made: what is held together and is none (24/Hà) does no harm.
    static const QRegularExpression document(
        uR"((?<![\p{L}\d/.,-])\d{1,6}[a-z]?(?:/(?:19|20)\d\d)?)"
        uR"((?:[/\-\x{2010}\x{2011}]\p{Lu}(?:[\p{Lu}\d.]|\p{Ll}{1,2}(?!\p{Ll})){0,14})+(?![\p{L}\d]))"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression day(uR"((?<![\d./-])[0-3]?\d-[01]?\d-(?:19|20)\d\d(?![\d-]))"_s);
    // Of a bank, of a card: groups of digits, nine together at least.
    static const QRegularExpression account(
        uR"((?<![\d.,/-])(?<!\d\h)\d{2,6}(?:\h\d{2,6}){2,5}(?!\d)(?!\h\d|[.,/-]\d))"_s);
    constexpr qsizetype shortestAccount = 9;

    std::vector<UnbrokenPlace> places;
    if (std::ranges::none_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return places;
    const auto add = [&](qsizetype from, qsizetype length) {
        if (length <= longest && mayBreak(QStringView(text).mid(from, length)))
            places.push_back({.from = from, .length = length});
    };
    for (const QRegularExpression *form : {&document, &day, &account}) {
        for (auto matches = form->globalMatch(text); matches.hasNext();) {
            const auto match = matches.next();
            const auto digits = std::ranges::count_if(match.capturedView(), [](QChar c) { return c.isDigit(); });
            if (form != &account || digits >= shortestAccount)
                add(match.capturedStart(), match.capturedLength());
        }
    }
    for (const NumberPlace &number : groupedNumbers(text))
        add(number.from, number.length);

    // Of two that overlap the first one has it, and of two that begin together the longer.
    std::ranges::sort(places, [](const UnbrokenPlace &one, const UnbrokenPlace &other) {
        return one.from != other.from ? one.from < other.from : one.length > other.length;
    });
    std::vector<UnbrokenPlace> apart;
    for (const UnbrokenPlace &place : places) {
        if (apart.empty() || apart.back().from + apart.back().length <= place.from)
            apart.push_back(place);
    }
    return apart;
}

} // namespace toasoan
