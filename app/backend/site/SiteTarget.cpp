#include "backend/site/SiteTarget.h"

#include "http/Request.h"

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

// Takes the next parameter off `query`, which is not empty.
Parameter takeParameter(std::string_view &query)
{
    const std::size_t end = std::min(query.find('&'), query.size());
    const std::string_view whole = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
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
             {" ", ".", ",", ":", "!", ")", "]", "}", ">", "\"", "'", "*", "”", "’", "»", "…", "\u00A0", "\u200B"}) {
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
        target.searched = QString::fromStdString(said.value.value_or(std::string())).simplified();
        target.page = target.searched.isEmpty() ? 1 : *page.number;
        isCanonical = isCanonical && page.isCanonical && said.times <= 1 && said.isPlainName;
    } else if (std::holds_alternative<UnknownAddress>(address.place)) {
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
