#include "backend/site/SiteTarget.h"

#include "http/Request.h"

#include <QRegularExpression>

#include <algorithm>
#include <charconv>
#include <optional>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr std::string_view pageName = "trang";
constexpr std::string_view searchName = "q";
constexpr int lastPage = 100'000;

struct Parameter
{
    std::string_view name; ///< as received
    std::string_view value;
};

// A name and an equals sign. A browser encodes both of them where a reader has typed them.
bool beginsWithParameter(std::string_view text)
{
    const auto isOfName = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-'
            || c == '.';
    };
    const auto end = std::ranges::find_if_not(text, isOfName);
    return end != text.begin() && end != text.end() && *end == '=';
}

// Where the parameter that begins `query` ends: at &, or at the ; that old programs write before the next.
std::size_t endOfParameter(std::string_view query)
{
    const std::size_t end = std::min(query.find('&'), query.size());
    for (std::size_t at = query.find(';'); at < end; at = query.find(';', at + 1)) {
        if (beginsWithParameter(query.substr(at + 1)))
            return at;
    }
    return end;
}

// Takes the next parameter off `query`, which is not empty. A mark given twice and an & that was escaped for a page
// ("??trang=2", "&amp;trang=2") are no part of a name.
Parameter takeParameter(std::string_view &query)
{
    constexpr std::string_view escaped = "amp;";
    const std::size_t end = endOfParameter(query);
    std::string_view whole = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    whole.remove_prefix(std::min(whole.find_first_not_of('?'), whole.size()));
    if (http::equalsIgnoringCase(whole.substr(0, escaped.size()), escaped))
        whole.remove_prefix(escaped.size());
    const std::size_t equals = std::min(whole.find('='), whole.size());
    return {.name = whole.substr(0, equals), .value = whole.substr(std::min(equals + 1, whole.size()))};
}

std::optional<std::string> decoded(std::string_view text)
{
    std::string spaced(text);
    std::ranges::replace(spaced, '+', ' ');
    return http::percentDecode(spaced);
}

bool isNamed(const Parameter &parameter, std::string_view name)
{
    if (http::equalsIgnoringCase(parameter.name, name))
        return true;
    if (parameter.name.find('%') == std::string_view::npos)
        return false;
    const auto spelled = decoded(parameter.name);
    return spelled && http::equalsIgnoringCase(*spelled, name);
}

// What is said with a name, and how.
struct Said
{
    std::optional<std::string> value; ///< decoded; nothing if it is not said, or malformed
    std::string_view spelled; ///< as received
    int times = 0;
    bool isPlainName = true;
};

Said sayingOf(std::string_view query, std::string_view name)
{
    Said said;
    while (!query.empty()) {
        const Parameter parameter = takeParameter(query);
        if (!isNamed(parameter, name))
            continue;
        if (++said.times > 1)
            continue;
        said.value = decoded(parameter.value);
        said.spelled = parameter.value;
        said.isPlainName = parameter.name == name;
    }
    return said;
}

// Programs make links of "see example.vn/tin-tuc." and of "(example.vn/tin-tuc)", and others add parameters without
// asking where they begin. No address of the site has such a tail.
std::string_view withoutTail(std::string_view text)
{
    text = text.substr(0, text.find_first_of("?&;"));
    for (bool goesOn = true; goesOn;) {
        goesOn = false;
        for (const std::string_view end :
             {" ",      ".",      ",",      ":",      "!",      ")",      "]",      "}",      ">",      "\"",
              "'",      "*",      "`",      "|",      "<",      "(",      "[",      "{",      "”",      "’",
              "»",      "…",      "“",      "‘",      "«",      "‹",      "›",      "–",      "—",      "\u00A0",
              "\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u2060", "\uFEFF", "\u3000", "\u3001", "\u3002",
              "\uFF01", "\uFF08", "\uFF09", "\uFF0C", "\uFF0E", "\uFF1A", "\uFF1B", "\uFF1E", "\uFF1F"}) {
            if (text.ends_with(end)) {
                text.remove_suffix(end.size());
                goesOn = true;
            }
        }
    }
    return text;
}

struct Page
{
    std::optional<int> number; ///< nothing: what is said is no page
    bool isCanonical = true;
};

Page pageOf(std::string_view query)
{
    const Said said = sayingOf(query, pageName);
    if (said.times == 0)
        return {.number = 1};
    Page page{.number = std::nullopt, .isCanonical = said.times == 1 && said.isPlainName};
    if (!said.value)
        return page;
    std::string_view digits = *said.value;
    digits = withoutTail(digits);
    digits.remove_prefix(std::min(digits.find_first_not_of(' '), digits.size()));
    if (digits.empty())
        return {.number = 1, .isCanonical = false};
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    int number = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (problem != std::errc() || end != digits.data() + digits.size() || number < 1 || number > lastPage)
        return page;
    page.number = number;
    page.isCanonical = page.isCanonical && number > 1 && said.spelled == digits;
    return page;
}

// "/Tin-Tuc//" and "/%74in-tuc" are "/tin-tuc".
std::string plainPath(std::string_view rawPath)
{
    constexpr std::size_t longest = 1200; // the longest address, with every letter encoded
    const auto path = rawPath.size() <= longest ? http::percentDecode(rawPath) : std::nullopt;
    std::string plain;
    if (!path || path->empty() || path->front() != '/')
        return plain;
    for (const char letter : withoutTail(*path)) {
        if (letter == '/' && plain.ends_with('/'))
            continue;
        plain += letter >= 'A' && letter <= 'Z' ? char(letter - 'A' + 'a') : letter;
    }
    if (plain.size() > 1 && plain.ends_with('/'))
        plain.pop_back();
    return plain;
}

/// The sign that the two digits behind a % stand for.
std::optional<char> escapedSign(std::string_view digits)
{
    unsigned value = 0;
    digits = digits.substr(0, 2);
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (problem != std::errc() || end != digits.data() + digits.size() || digits.size() != 2)
        return std::nullopt;
    return char(value);
}

// As far as it can be decoded: a link may have been cut within a sign.
std::string leniently(std::string_view rawPath)
{
    std::string text;
    for (std::size_t at = 0; at < rawPath.size(); ++at) {
        char sign = rawPath[at];
        if (sign == '%') {
            const auto escaped = escapedSign(rawPath.substr(at + 1));
            if (!escaped)
                break;
            sign = *escaped;
            at += 2;
        }
        if (sign == '/' && text.ends_with('/'))
            continue;
        text += sign;
    }
    return text;
}

// The number is what finds an item, so wherever it can still be read with certainty the reader is led there: before
// ".html" or ".htm", whatever words stand before it (none, or some with marks) and whatever signs follow; and, where a
// link was cut before that, at its end. What has letters or digits right behind is another address.
std::optional<SiteTarget> looseItem(std::string_view rawPath)
{
    constexpr std::size_t longest = 4000;
    static const QRegularExpression whole(u"\\A/(en/)?([^/]+)/(?:([^/]*?)-)?0*([1-9][0-9]{0,14})\\.html?"
                                          "(?=/?\\z|\\.*(?:[^./a-z0-9]|\\z))"_s);
    static const QRegularExpression cut(
        u"\\A/(en/)?([^/]+)/([^/]+)-0*([1-9][0-9]{0,14})(?:\\.(ht?)?)?[^\\p{L}\\p{N}/]*/?\\z"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    if (rawPath.size() > longest)
        return std::nullopt;
    const QString path = QString::fromStdString(leniently(rawPath)).toLower();
    if (path.contains(u'\0'))
        return std::nullopt;
    QRegularExpressionMatch match = whole.match(path);
    const bool isWhole = match.hasMatch();
    if (!isWhole)
        match = cut.match(path);
    if (!match.hasMatch())
        return std::nullopt;
    for (const auto taken : {"en"_L1, "anh"_L1, "api"_L1}) {
        if (match.capturedView(2) == taken)
            return std::nullopt;
    }
    SiteTarget target;
    target.isCanonical = false;
    target.isCut = !isWhole && match.capturedView(5).isEmpty();
    target.address.language = match.hasCaptured(1) ? Language::English : Language::Vietnamese;
    target.address.place = ItemAddress{.section = match.captured(2),
                                       .words = match.captured(3),
                                       .number = match.captured(4).toLongLong(),
                                       .view = ItemView::Page};
    return target;
}

// What was pasted is looked for: cells of a table have tabs between them, and lines ends. What cannot be decoded is
// text.
QString searchedText(std::string_view spelled)
{
    std::string text;
    for (std::size_t at = 0; at < spelled.size(); ++at) {
        const auto escaped = spelled[at] == '%' ? escapedSign(spelled.substr(at + 1)) : std::nullopt;
        text += escaped ? *escaped : spelled[at] == '+' ? ' ' : spelled[at];
        at += escaped ? 2 : 0;
    }
    QString read = QString::fromStdString(text);
    const bool isBroken = read.contains(QChar::ReplacementCharacter);
    for (QChar &sign : read) {
        if (sign.category() == QChar::Other_Control || sign == QChar::ReplacementCharacter)
            sign = u' ';
    }
    read = read.simplified();
    // Something was asked for, if nothing that anybody can read: it is answered, not passed over.
    return read.isEmpty() && isBroken ? QString(QChar::ReplacementCharacter) : read;
}

std::string searchKey(const SiteTarget &target)
{
    QByteArray key = path(target.address).toLatin1();
    if (!target.searched.isEmpty()) {
        key += "?q=" + target.searched.toUtf8().toPercentEncoding();
        if (target.page > 1)
            key += "&trang=" + QByteArray::number(target.page);
    }
    return key.toStdString();
}

} // namespace

SiteTarget readSiteTarget(std::string_view rawPath, std::string_view rawQuery)
{
    SiteTarget target;
    target.key = rawPath;
    if (canMeanSomething(rawQuery))
        target.key += '?' + std::string(rawQuery);
    const std::string plain = plainPath(rawPath);
    SiteAddress address = readSiteAddress(plain);
    target.address.language = address.language;
    bool isCanonical = plain == rawPath;
    if (auto *section = std::get_if<SectionAddress>(&address.place)) {
        const Page page = pageOf(rawQuery);
        if (!page.number)
            return target;
        section->page = *page.number;
        isCanonical = isCanonical && page.isCanonical;
    } else if (std::holds_alternative<SearchAddress>(address.place)) {
        const Page page = pageOf(rawQuery);
        if (!page.number)
            return target;
        const Said said = sayingOf(rawQuery, searchName);
        target.searched = searchedText(said.spelled);
        target.page = target.searched.isEmpty() ? 1 : *page.number;
        isCanonical = isCanonical && page.isCanonical && said.times <= 1 && said.isPlainName;
    } else if (std::holds_alternative<UnknownAddress>(address.place)) {
        if (auto item = looseItem(rawPath))
            return *std::move(item);
        return target;
    }
    target.address = address;
    target.isCanonical = isCanonical;
    target.key = std::holds_alternative<SearchAddress>(address.place) ? searchKey(target) : path(address).toStdString();
    return target;
}

bool canMeanSomething(std::string_view rawQuery)
{
    while (!rawQuery.empty()) {
        const Parameter parameter = takeParameter(rawQuery);
        if (http::equalsIgnoringCase(parameter.name, pageName) || http::equalsIgnoringCase(parameter.name, searchName)
            || parameter.name.find('%') != std::string_view::npos)
            return true;
    }
    return false;
}

} // namespace toasoan
