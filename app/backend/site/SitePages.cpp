#include "backend/site/SitePages.h"

#include "backend/api/HttpStatus.h"
#include "backend/site/ErrorPages.h"
#include "backend/site/SiteReader.h"
#include "base/Log.h"
#include "portal/Feeds.h"
#include "storage/MediaStore.h"

#include <array>
#include <map>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

const http::FieldLines pageFields{
    {"Cache-Control", "no-cache"},
    {"Content-Security-Policy",
     "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; script-src 'self'; "
     "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "same-origin"},
};
const http::FieldLines feedFields{{"Cache-Control", "no-cache"}, {"X-Content-Type-Options", "nosniff"}};

struct Rendered
{
    http::Status status = http::Status::Ok;
    QByteArray contentType = "text/html; charset=utf-8";
    QByteArray body = {};
    PageKind kind = PageKind::List;
    qint64 number = 0;
    bool countsVisit = true;
    bool keep = true; ///< may be kept under its address
    QString redirect = {};
    http::FieldLines fields = pageFields;
};

portal::NoticeKind noticeKind(ErrorCode code)
{
    if (code == ErrorCode::NotFound)
        return portal::NoticeKind::NotFound;
    return code == ErrorCode::Gone ? portal::NoticeKind::Gone : portal::NoticeKind::Unavailable;
}

// One visitor of the address' variants: renders the page of each kind.
class PageWriter
{
public:
    PageWriter(SiteReader &reader, const portal::PortalRenderer &renderer, const http::Request &request)
        : m_reader(reader)
        , m_renderer(renderer)
        , m_request(request)
    { }

    Result<Rendered> operator()(const UnknownAddress &) const { return Error{ErrorCode::NotFound, u"page"_s, {}}; }
    Result<Rendered> operator()(const PictureAddress &) const { return Error{ErrorCode::NotFound, u"page"_s, {}}; }
    Result<Rendered> operator()(const FrontAddress &) const
    {
        auto page = m_reader.frontPage();
        if (!page)
            return page.error();
        return Rendered{.body = m_renderer.frontPage(m_reader.site(), *page)};
    }
    Result<Rendered> operator()(const SectionAddress &address) const
    {
        auto page = m_reader.sectionPage(address);
        if (!page)
            return page.error();
        return Rendered{.body = m_renderer.sectionPage(m_reader.site(), *page)};
    }
    Result<Rendered> operator()(const ItemAddress &address) const
    {
        auto right = m_reader.canonical(address);
        if (!right)
            return right.error();
        if (std::get<ItemAddress>(right->place) != address)
            return Rendered{.status = http::Status::MovedPermanently, .keep = false, .redirect = path(*right)};
        auto page = m_reader.itemPage(address);
        if (!page)
            return page.error();
        Rendered rendered{.kind = PageKind::Item, .number = address.number};
        switch (address.view) {
        case ItemView::Page:
            rendered.body = m_renderer.itemPage(m_reader.site(), *page);
            break;
        case ItemView::Print:
            rendered.body = m_renderer.printPage(m_reader.site(), *page, portal::PrintTarget::Browser);
            rendered.countsVisit = false;
            break;
        case ItemView::Save:
            rendered.body = m_renderer.printPage(m_reader.site(), *page, portal::PrintTarget::File);
            rendered.countsVisit = false;
            rendered.fields.push_back(
                {"Content-Disposition", "attachment; filename=\"" + address.words.toLatin1() + ".html\""});
            break;
        }
        return rendered;
    }
    Result<Rendered> operator()(const FeedAddress &address) const
    {
        auto feed = m_reader.feed(address);
        if (!feed)
            return feed.error();
        return machineReadable(portal::rss(m_reader.site(), *feed), "application/rss+xml; charset=utf-8");
    }
    Result<Rendered> operator()(const SearchAddress &) const
    {
        const auto query = m_request.queryValue("q");
        const auto number = m_request.queryValue("trang");
        const int page = number ? std::clamp(QByteArray::fromStdString(*number).toInt(), 1, 1000) : 1;
        auto model = m_reader.searchPage(query ? QString::fromStdString(*query) : QString(), page);
        if (!model)
            return model.error();
        return Rendered{.body = m_renderer.searchPage(m_reader.site(), *model), .keep = false};
    }
    Result<Rendered> operator()(const SitemapPageAddress &) const
    {
        auto page = m_reader.sitemapPage();
        if (!page)
            return page.error();
        return Rendered{.body = m_renderer.sitemapPage(m_reader.site(), *page)};
    }
    Result<Rendered> operator()(const SitemapXmlAddress &address) const
    {
        auto parts = m_reader.sitemapParts();
        if (!parts)
            return parts.error();
        if (address.part == 0 && *parts > 1) {
            std::vector<portal::SitemapEntry> maps;
            for (int part = 1; part <= *parts; ++part)
                maps.push_back({.path = path({.place = SitemapXmlAddress{.part = part}})});
            return machineReadable(portal::sitemapIndexXml(m_reader.site(), maps), "application/xml");
        }
        auto entries = m_reader.sitemapEntries(std::max(1, address.part));
        if (!entries)
            return entries.error();
        return machineReadable(portal::sitemapXml(m_reader.site(), *entries), "application/xml");
    }
    Result<Rendered> operator()(const RobotsAddress &) const
    {
        // Not the search: who may not read its pages never learns that they are not for an index (noindex).
        const QString map = path({.place = SitemapXmlAddress()});
        return machineReadable(portal::robotsTxt(m_reader.site(), map, {u"/api/"_s}), "text/plain; charset=utf-8");
    }

private:
    static Rendered machineReadable(const QByteArray &body, const QByteArray &contentType)
    {
        return {.contentType = contentType, .body = body, .countsVisit = false, .fields = feedFields};
    }

    SiteReader &m_reader;
    const portal::PortalRenderer &m_renderer;
    const http::Request &m_request;
};

// The database cannot be read: what can be shown without it.
http::Response failure(const Error &error, Services &services, const http::Request &request)
{
    writeLog(LogLevel::Error, "page.failed", {{"subject"_L1, error.subject}, {"detail"_L1, error.detail}});
    http::FieldLines fields = pageFields;
    fields.push_back({"Retry-After", "5"});
    return http::SmallAnswer{
        .status = http::Status::ServiceUnavailable,
        .contentType = "text/html; charset=utf-8",
        .body = errorPage(services.renderer, http::Status::ServiceUnavailable, languageOf(request.rawPath())),
        .fields = std::move(fields)};
}

// Nobody reads what stands in place of a picture.
http::Response pictureFailure(const Error &error)
{
    writeLog(LogLevel::Error, "picture.failed", {{"subject"_L1, error.subject}, {"detail"_L1, error.detail}});
    return http::Response::empty(http::Status::ServiceUnavailable, {{"Retry-After", "5"}});
}

http::Response notice(SiteReader &reader, Services &services, const Error &error, const SiteAddress &address,
                      const http::Request &request)
{
    const portal::NoticeKind kind = noticeKind(error.code);
    const std::string_view rawPath = request.rawPath();
    auto page = reader.noticePage(kind, QString::fromLatin1(rawPath.data(), qsizetype(rawPath.size())), address);
    if (!page)
        return failure(page.error(), services, request);
    if (kind == portal::NoticeKind::Unavailable)
        writeLog(LogLevel::Error, "page.failed", {{"subject"_L1, error.subject}, {"detail"_L1, error.detail}});
    http::SmallAnswer answer{.status = httpStatus(error.code),
                             .contentType = "text/html; charset=utf-8",
                             .body = services.renderer.noticePage(reader.site(), *page),
                             .fields = pageFields};
    if (kind == portal::NoticeKind::Unavailable)
        answer.status = http::Status::ServiceUnavailable;
    return answer;
}

std::shared_ptr<const http::PreparedAnswer> prepare(const Rendered &rendered)
{
    return http::PreparedAnswer::create({.status = rendered.status,
                                         .contentType = rendered.contentType,
                                         .body = rendered.body,
                                         .fields = rendered.fields});
}

// The address under which a page is kept: its canonical path, so that made-up queries keep nothing.
std::string cacheKey(const SiteAddress &address)
{
    return path(address).toStdString();
}

Result<std::optional<Media>> findPublicPicture(Transaction &transaction, MediaId id)
{
    auto isPublic = PublicationStore(transaction).isPublicPicture(id);
    if (!isPublic)
        return isPublic.error();
    if (!*isPublic)
        return std::optional<Media>();
    auto media = MediaStore(transaction).find(id);
    if (!media)
        return media.error();
    return std::optional(*std::move(media));
}

http::Response publicPicture(const PictureAddress &address, Services &services, Worker &worker)
{
    auto media = readIn(*worker.database,
                        [&](Transaction &transaction) { return findPublicPicture(transaction, address.media); });
    if (!media)
        return pictureFailure(media.error());
    if (!*media)
        return http::Response::empty(http::Status::NotFound);
    // Pictures are made here, those that others wait for included: with no transaction open.
    auto file = services.media.rendition(
        **media, address.width, address.format == PictureFormat::Webp ? RenditionFormat::Webp : RenditionFormat::Jpeg);
    if (file)
        return *std::move(file);
    return file.error().code == ErrorCode::NotFound ? http::Response::empty(http::Status::NotFound)
                                                    : pictureFailure(file.error());
}

enum class Outcome
{
    Page,
    NoPage, ///< there is none at this address: it has moved, is gone, or never was
    Fault, ///< it could not be made: an old one is better than this answer
};

struct PageAnswer
{
    http::Response response;
    std::optional<qint64> visited; ///< the item's number, 0 for a list; nothing if no page for people was given
    Outcome outcome = Outcome::Page;
};

PageAnswer renderPage(const SiteAddress &address, const http::Request &request, Services &services, Worker &worker)
{
    if (const auto *picture = std::get_if<PictureAddress>(&address.place))
        return {publicPicture(*picture, services, worker), {}};
    const quint64 generation = services.pages.generation();
    auto transaction = Transaction::begin(*worker.database, Access::Read);
    if (!transaction)
        return {failure(transaction.error(), services, request), {}, Outcome::Fault};
    SiteReader reader(*transaction, services, address.language);
    if (auto opened = reader.open(); !opened)
        return {failure(opened.error(), services, request), {}, Outcome::Fault};

    auto rendered = std::visit(PageWriter(reader, services.renderer, request), address.place);
    if (!rendered)
        return {notice(reader, services, rendered.error(), address, request),
                {},
                noticeKind(rendered.error().code) == portal::NoticeKind::Unavailable ? Outcome::Fault
                                                                                     : Outcome::NoPage};
    if (!rendered->redirect.isEmpty())
        return {http::Response::redirect(rendered->status, rendered->redirect.toLatin1()), {}, Outcome::NoPage};
    auto answer = prepare(*rendered);
    if (rendered->keep) {
        services.pages.put(cacheKey(address),
                           {.answer = answer,
                            .kind = rendered->kind,
                            .number = rendered->number,
                            .renderedAt = services.clock.now(),
                            .countsVisit = rendered->countsVisit},
                           generation);
    }
    return {answer, rendered->countsVisit ? std::optional(rendered->number) : std::nullopt};
}

// What browsers ask for at fixed addresses, whatever a page says.
constexpr std::string_view manifestPath = "/manifest.webmanifest";
constexpr std::array fixedAssets{std::pair("/favicon.ico", u"favicon.ico"),
                                 std::pair("/apple-touch-icon.png", u"icon-180.png"),
                                 std::pair("/apple-touch-icon-precomposed.png", u"icon-180.png")};

using Icons = std::map<std::string, std::shared_ptr<const http::PreparedAnswer>, std::less<>>;

Icons makeIcons(const portal::PortalRenderer &renderer)
{
    Icons icons;
    for (const auto &[address, name] : fixedAssets) {
        const portal::Asset &asset = renderer.assets().at(renderer.theme().assetPath(QString::fromUtf16(name)));
        icons[address] = http::PreparedAnswer::create(
            {.contentType = asset.contentType,
             .body = asset.bytes,
             .fields = {{"Cache-Control", "public, max-age=86400"}, {"X-Content-Type-Options", "nosniff"}}});
    }
    return icons;
}

http::Response webManifest(Services &services, Worker &worker, const http::Request &request)
{
    auto transaction = Transaction::begin(*worker.database, Access::Read);
    if (!transaction)
        return failure(transaction.error(), services, request);
    SiteReader reader(*transaction, services, Language::Vietnamese);
    if (auto opened = reader.open(); !opened)
        return failure(opened.error(), services, request);
    const portal::Theme &theme = services.renderer.theme();
    const QByteArray manifest = portal::webManifest(
        reader.site(), {{theme.assetPath(u"icon-192.png"_s), 192}, {theme.assetPath(u"icon-512.png"_s), 512}});
    return http::SmallAnswer{
        .contentType = "application/manifest+json",
        .body = manifest,
        .fields = {{"Cache-Control", "public, max-age=86400"}, {"X-Content-Type-Options", "nosniff"}}};
}

} // namespace

SitePages::SitePages(Services &services) : m_services(services) { }

void SitePages::addTo(http::Router &router) const
{
    for (const auto &[assetPath, asset] : m_services.renderer.assets()) {
        auto answer = http::PreparedAnswer::create({.contentType = asset.contentType,
                                                    .body = asset.bytes,
                                                    .fields = {{"Cache-Control", "public, max-age=31536000, immutable"},
                                                               {"X-Content-Type-Options", "nosniff"}},
                                                    .compression = http::Compression::Thorough});
        router.add(http::Method::Get, assetPath.toStdString(),
                   [answer](const http::Request &) -> http::Response { return answer; });
    }
    router.setFallback([&services = m_services,
                        icons = makeIcons(m_services.renderer)](const http::Request &request) -> http::Response {
        if (const auto icon = icons.find(request.rawPath()); icon != icons.end())
            return icon->second;
        if (request.rawPath() == manifestPath) {
            return http::Response::job<Worker>([&services](const http::Request &waiting, Worker &worker) {
                return webManifest(services, worker, waiting);
            });
        }
        const Instant now = services.clock.now();
        auto found = services.pages.find(request.target(), now);
        if (found && found->freshness != PageCache::Freshness::RenderNow) {
            if (found->countsVisit)
                services.recordVisit(request, found->number, now);
            return std::move(found->answer);
        }
        // Nobody reads there: who asks is a program.
        if (request.rawPath().starts_with("/api/"))
            return errorResponse({ErrorCode::NotFound, u"request"_s, {}});
        return http::Response::job<Worker>([&services](const http::Request &waiting, Worker &worker) {
            PageAnswer page =
                renderPage(readSiteAddress(waiting.rawPath(), waiting.rawQuery()), waiting, services, worker);
            switch (page.outcome) {
            case Outcome::Page:
                break;
            case Outcome::NoPage:
                services.pages.remove(waiting.target());
                break;
            case Outcome::Fault:
                if (const auto old = services.pages.renderingFailed(waiting.target(), services.clock.now())) {
                    page.visited = old->countsVisit ? std::optional(old->number) : std::nullopt;
                    page.response = old->answer;
                }
                break;
            }
            if (page.visited)
                services.recordVisit(waiting, *page.visited, services.clock.now());
            return std::move(page.response);
        });
    });
}

void SitePages::warmUp(Services &services, Worker &worker)
{
    const http::OwnedRequest request({.target = "/"});
    (void)renderPage({.place = FrontAddress()}, request.view(), services, worker);
}

} // namespace toasoan
