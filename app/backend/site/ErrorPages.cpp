#include "backend/site/ErrorPages.h"

#include "portal/PortalRenderer.h"
#include "portal/SiteAddress.h"

#include <array>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

using http::Status;

constexpr std::array shown{
    Status::BadRequest,     Status::NotFound,           Status::MethodNotAllowed,     Status::RequestTimeout,
    Status::Gone,           Status::ContentTooLarge,    Status::UriTooLong,           Status::ExpectationFailed,
    Status::LengthRequired, Status::TooManyRequests,    Status::HeaderFieldsTooLarge, Status::InternalServerError,
    Status::NotImplemented, Status::ServiceUnavailable, Status::VersionNotSupported};

portal::NoticeKind kindOf(Status status)
{
    switch (http::toNumber(status)) {
    case 404:
        return portal::NoticeKind::NotFound;
    case 410:
        return portal::NoticeKind::Gone;
    case 414:
        return portal::NoticeKind::TooLong;
    case 429:
        return portal::NoticeKind::TooMany;
    case 501:
    case 505:
        return portal::NoticeKind::Refused; // the server is well; nobody's browser asks so
    case 503:
        return portal::NoticeKind::Unavailable;
    default:
        return http::toNumber(status) >= 500 ? portal::NoticeKind::Failed : portal::NoticeKind::Refused;
    }
}

/// What can be said of a portal without reading anything: its addresses.
portal::Site siteWithoutSettings(const portal::PortalRenderer &renderer, Language language)
{
    const auto at = [language](const decltype(SiteAddress::place) &place) {
        return path({.language = language, .place = place});
    };
    portal::Site site;
    site.language = language;
    site.name = renderer.theme().text(language, u"site.kind"_s);
    site.homePath = at(FrontAddress());
    site.searchPath = at(SearchAddress());
    site.sitemapPath = at(SitemapPageAddress());
    site.feedPath = at(FeedAddress());
    return site;
}

} // namespace

QByteArray errorPage(const portal::PortalRenderer &renderer, Status status, Language language)
{
    const portal::Site site = siteWithoutSettings(renderer, language);
    portal::NoticePage page;
    page.kind = kindOf(status);
    page.code = http::toNumber(status);
    return renderer.noticePage(site, page);
}

Language languageOf(std::string_view rawPath)
{
    constexpr std::string_view english = "/en";
    const bool isEnglish = http::equalsIgnoringCase(rawPath.substr(0, english.size()), english)
        && (rawPath.size() == english.size() || rawPath[english.size()] == '/');
    return isEnglish ? Language::English : Language::Vietnamese;
}

bool wantsPage(Status status, const http::Request &request)
{
    if (request.rawPath().starts_with("/api/"))
        return false;
    if (status == Status::MethodNotAllowed)
        return true;
    // No request that is understood is without any field. What is not came, as likely as not, from a link.
    if (request.fields().empty())
        return true;
    const auto accepted = request.field(http::FieldName::Accept);
    return accepted && accepted->find("text/html") != std::string_view::npos;
}

ErrorPages::ErrorPages(const portal::PortalRenderer &renderer)
{
    for (const Status status : shown) {
        for (const Language language : {Language::Vietnamese, Language::English})
            m_pages.emplace(std::pair(status, language), errorPage(renderer, status, language));
    }
}

QByteArray ErrorPages::find(Status status, Language language) const
{
    const auto found = m_pages.find({status, language});
    return found == m_pages.end() ? QByteArray() : found->second;
}

} // namespace toasoan
