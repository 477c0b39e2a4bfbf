#include "backend/site/SitePages.h"

#include "backend/Lanes.h"
#include "backend/api/HttpStatus.h"
#include "backend/site/ErrorPages.h"
#include "backend/site/PublicPictures.h"
#include "backend/site/SiteReader.h"
#include "backend/site/SiteTarget.h"
#include "base/Log.h"
#include "portal/Feeds.h"

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
    QString redirect = {};
    http::FieldLines fields = pageFields;
};

portal::NoticeKind noticeKind(ErrorCode code)
{
    if (code == ErrorCode::NotFound)
        return portal::NoticeKind::NotFound;
    return code == ErrorCode::Gone ? portal::NoticeKind::Gone : portal::NoticeKind::Unavailable;
}

/// What a register's face can look like, by the name that its description gives (PublicFace::page).
struct RegisterPage
{
    const char *page;
    Result<QByteArray> (*make)(SiteReader &reader, const portal::PortalRenderer &renderer, const Register &described,
                               const SectionAddress &address);
};

constexpr std::array registerPages{
    RegisterPage{"",
                 [](SiteReader &reader, const portal::PortalRenderer &renderer, const Register &described,
                    const SectionAddress &address) -> Result<QByteArray> {
                     auto page = reader.entriesPage(described, address);
                     return page ? renderer.entriesPage(reader.site(), *page) : Result<QByteArray>(page.error());
                 }},
    RegisterPage{"leaders",
                 [](SiteReader &reader, const portal::PortalRenderer &renderer, const Register &described,
                    const SectionAddress &address) -> Result<QByteArray> {
                     auto page = reader.leadersPage(described, address);
                     return page ? renderer.leadersPage(reader.site(), *page) : Result<QByteArray>(page.error());
                 }},
};

// One visitor of the address' variants: renders the page of each kind.
class PageWriter
{
public:
    PageWriter(SiteReader &reader, const portal::PortalRenderer &renderer, const SiteTarget &target)
        : m_reader(reader)
        , m_renderer(renderer)
        , m_target(target)
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
        if (!page && page.error().code == ErrorCode::NotFound)
            return registerPage(address); // a section of the same address keeps it
        if (!page)
            return page.error();
        return Rendered{.body = m_renderer.sectionPage(m_reader.site(), *page)};
    }
    Result<Rendered> registerPage(const SectionAddress &address) const
    {
        const auto described = m_reader.registerAt(address.slug);
        if (!described)
            return described.error().code == ErrorCode::NotFound ? fixedPage(address)
                                                                 : Result<Rendered>(described.error());
        for (const RegisterPage &each : registerPages) {
            if (described->face->page != QLatin1StringView(each.page))
                continue;
            auto body = each.make(m_reader, m_renderer, *described, address);
            return body ? Result<Rendered>(Rendered{.body = *std::move(body)}) : Result<Rendered>(body.error());
        }
        return Error{ErrorCode::NotFound, u"section"_s, address.slug}; // a newer program's page
    }
    Result<Rendered> fixedPage(const SectionAddress &address) const
    {
        auto right = m_reader.canonical(address);
        if (!right)
            return right.error();
        if (*right != SiteAddress{.language = m_target.address.language, .place = address})
            return Rendered{.status = http::Status::MovedPermanently, .redirect = path(*right)};
        auto page = m_reader.fixedPage(address);
        if (!page)
            return page.error();
        return Rendered{.body = m_renderer.fixedPage(m_reader.site(), *page)};
    }
    Result<Rendered> operator()(const ItemAddress &address) const
    {
        auto right = m_reader.canonical(address, m_target.isCut ? SiteReader::Words::TheItems : SiteReader::Words::Any);
        if (!right)
            return right.error();
        if (std::get<ItemAddress>(right->place) != address || !m_target.isCanonical)
            return Rendered{.status = http::Status::MovedPermanently, .redirect = path(*right)};
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
        auto model = m_reader.searchPage(m_target.searched, m_target.page);
        if (!model)
            return model.error();
        return Rendered{.body = m_renderer.searchPage(m_reader.site(), *model)};
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
        if (address.part == 1 && *parts <= 1) // the only part is the map itself
            return Rendered{.status = http::Status::MovedPermanently, .redirect = path({.place = SitemapXmlAddress()})};
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
    const SiteTarget &m_target;
};

using Answer = std::shared_ptr<const http::PreparedAnswer>;

// What can be shown without the database.
Answer withoutDatabase(const portal::PortalRenderer &renderer, Language language, const QByteArray &retryAfter)
{
    http::FieldLines fields = pageFields;
    fields.push_back({"Retry-After", retryAfter});
    return http::PreparedAnswer::create({.status = http::Status::ServiceUnavailable,
                                         .contentType = "text/html; charset=utf-8",
                                         .body = errorPage(renderer, http::Status::ServiceUnavailable, language),
                                         .fields = std::move(fields),
                                         .compression = http::Compression::None});
}

// The database cannot be read.
Answer failure(const Error &error, Services &services, Language language)
{
    writeLog(LogLevel::Error, "page.failed", {{"subject"_L1, error.subject}, {"detail"_L1, error.detail}});
    return withoutDatabase(services.renderer, language, "5");
}

// All workers are busy, and many wait: nothing is wrong that a second would not mend.
Answer busyAnswer(Services &services, Language language)
{
    static const Answer vietnamese = withoutDatabase(services.renderer, Language::Vietnamese, "1");
    static const Answer english = withoutDatabase(services.renderer, Language::English, "1");
    return language == Language::English ? english : vietnamese;
}

Answer redirect(const QByteArray &location)
{
    return http::PreparedAnswer::create({.status = http::Status::MovedPermanently, .fields = {{"Location", location}}});
}

// Pages that are kept, and stand at no address: no target of a request is like these.
std::string notFoundKey(Language language)
{
    return "404 " + toText(language).toStdString();
}
std::string goneKey(const ItemAddress &item, Language language)
{
    return "410 " + toText(language).toStdString() + ' ' + std::to_string(item.number);
}

// Of what is no item: each address has its own.
std::string goneKey(const SiteTarget &target)
{
    return "410 " + path(target.address).toStdString();
}

Result<Answer> notice(SiteReader &reader, Services &services, const Error &error, const SiteTarget &target)
{
    const portal::NoticeKind kind = noticeKind(error.code);
    auto page = reader.noticePage(kind, target.address);
    if (!page)
        return page.error();
    return http::PreparedAnswer::create(
        {.status = kind == portal::NoticeKind::Unavailable ? http::Status::ServiceUnavailable : httpStatus(error.code),
         .contentType = "text/html; charset=utf-8",
         .body = services.renderer.noticePage(reader.site(), *page),
         .fields = pageFields,
         .compression = kind == portal::NoticeKind::Unavailable ? http::Compression::None : http::Compression::Quick});
}

Answer prepare(const Rendered &rendered)
{
    return http::PreparedAnswer::create({.status = rendered.status,
                                         .contentType = rendered.contentType,
                                         .body = rendered.body,
                                         .fields = rendered.fields});
}

enum class Outcome
{
    Page,
    NoPage, ///< there is none at this address: it has moved, is gone, or never was
    Fault, ///< it could not be made: an old one is better than this answer
};

struct PageAnswer
{
    Answer answer;
    std::optional<qint64> visited; ///< the item's number, 0 for a list; nothing if no page for people was given
    Outcome outcome = Outcome::Page;
};

bool isSearch(const SiteTarget &target)
{
    return std::holds_alternative<SearchAddress>(target.address.place);
}

PageCache &cacheOf(const SiteTarget &target, Services &services)
{
    return isSearch(target) ? services.searches : services.pages;
}

// Why there is no page. What is not there looks the same whatever was asked for, and an item that was taken down is
// asked for as often as it was shared: both are kept, with the lists, for such a page has one of the newest items.
// `generation` is that of services.pages.
PageAnswer withoutPage(const Error &error, SiteReader &reader, const SiteTarget &target, quint64 generation,
                       Services &services)
{
    const portal::NoticeKind kind = noticeKind(error.code);
    const Language language = target.address.language;
    if (kind == portal::NoticeKind::Unavailable) {
        writeLog(LogLevel::Error, "page.failed", {{"subject"_L1, error.subject}, {"detail"_L1, error.detail}});
        auto answer = notice(reader, services, error, target);
        return {answer ? *answer : failure(answer.error(), services, language), {}, Outcome::Fault};
    }
    const auto *item = std::get_if<ItemAddress>(&target.address.place);
    const bool isOfItem = kind == portal::NoticeKind::Gone && item;
    const std::string key = isOfItem       ? goneKey(*item, language)
        : kind == portal::NoticeKind::Gone ? goneKey(target)
                                           : notFoundKey(language);
    // Who comes for the page itself is to have it made.
    const bool isAsideFromIt = isOfItem ? target.isCut : target.key != key;
    const Instant now = services.clock.now();
    if (isAsideFromIt) {
        const auto kept = services.pages.find(key, now);
        if (kept && (kept->freshness == PageCache::Freshness::Fresh || kept->freshness == PageCache::Freshness::Stale))
            return {kept->answer, {}, Outcome::NoPage};
    }
    auto answer = notice(reader, services, error, target);
    if (!answer)
        return {failure(answer.error(), services, language), {}, Outcome::Fault};
    services.pages.put(key, {.answer = *answer, .renderedAt = now, .countsVisit = false}, generation);
    return {*answer, {}, target.key == key ? Outcome::Page : Outcome::NoPage};
}

PageAnswer renderPage(const SiteTarget &target, quint64 generation, Services &services, Worker &worker)
{
    const quint64 noticeGeneration = services.pages.generation();
    auto transaction = Transaction::begin(*worker.database, Access::Read);
    if (!transaction)
        return {failure(transaction.error(), services, target.address.language), {}, Outcome::Fault};
    SiteReader reader(*transaction, services, target.address.language);
    if (auto opened = reader.open(); !opened)
        return {failure(opened.error(), services, target.address.language), {}, Outcome::Fault};

    auto rendered = std::visit(PageWriter(reader, services.renderer, target), target.address.place);
    if (!rendered)
        return withoutPage(rendered.error(), reader, target, noticeGeneration, services);
    if (!rendered->redirect.isEmpty())
        return {redirect(rendered->redirect.toLatin1()), {}, Outcome::NoPage};
    const Answer answer = prepare(*rendered);
    cacheOf(target, services)
        .put(target.movedTo.empty() ? target.key : target.movedTo,
             {.answer = answer,
              .kind = rendered->kind,
              .number = rendered->number,
              .renderedAt = services.clock.now(),
              .countsVisit = rendered->countsVisit},
             generation);
    // The next request is for that page.
    if (!target.movedTo.empty())
        return {redirect(QByteArray::fromStdString(target.movedTo)), {}, Outcome::NoPage};
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

http::Response webManifest(Services &services, Worker &worker)
{
    auto transaction = Transaction::begin(*worker.database, Access::Read);
    if (!transaction)
        return failure(transaction.error(), services, Language::Vietnamese);
    SiteReader reader(*transaction, services, Language::Vietnamese);
    if (auto opened = reader.open(); !opened)
        return failure(opened.error(), services, Language::Vietnamese);
    const portal::Theme &theme = services.renderer.theme();
    const QByteArray manifest = portal::webManifest(
        reader.site(), {{theme.assetPath(u"icon-192.png"_s), 192}, {theme.assetPath(u"icon-512.png"_s), 512}});
    return http::SmallAnswer{
        .contentType = "application/manifest+json",
        .body = manifest,
        .fields = {{"Cache-Control", "public, max-age=86400"}, {"X-Content-Type-Options", "nosniff"}}};
}

// Gives all who wait for the page what has become of it.
void land(const SiteTarget &target, quint64 generation, const PageAnswer &page, Services &services)
{
    for (const PageFlights::Reader &reader : services.flights.land(target.key, generation)) {
        if (reader.answer.complete(page.answer) && page.visited && !reader.isCounted)
            services.recordVisit(reader.request.view(), *page.visited, services.clock.now());
    }
}

// An old page is better than a fault.
PageAnswer oldOr(const Answer &fault, const SiteTarget &target, Services &services)
{
    const auto old = cacheOf(target, services).renderingFailed(target.key, services.clock.now());
    if (!old)
        return {fault, {}, Outcome::Fault};
    return {old->answer, old->countsVisit ? std::optional(old->number) : std::nullopt, Outcome::Fault};
}

void makePage(const SiteTarget &target, quint64 generation, Services &services, Worker &worker)
{
    PageAnswer page = renderPage(target, generation, services, worker);
    switch (page.outcome) {
    case Outcome::Page:
        break;
    case Outcome::NoPage:
        cacheOf(target, services).remove(target.key);
        break;
    case Outcome::Fault:
        page = oldOr(page.answer, target, services);
        break;
    }
    land(target, generation, page, services);
}

// The page when it is made, or `old`, if there is one, should that take longer than a reader notices.
http::Response whenMade(const http::Request &request, SiteTarget target, std::optional<PageCache::Found> old,
                        Services &services)
{
    constexpr std::chrono::milliseconds longestMaking{30'000};
    constexpr std::chrono::milliseconds forTheOneWhoIsAsked{50};
    constexpr std::chrono::milliseconds whileItIsOverdue{500};
    std::chrono::milliseconds patience = longestMaking;
    bool isCounted = false;
    if (old) {
        patience = old->freshness == PageCache::Freshness::Overdue ? whileItIsOverdue : forTheOneWhoIsAsked;
        isCounted = old->countsVisit; // whichever he gets
        if (isCounted)
            services.recordVisit(request, old->number, services.clock.now());
    }
    const quint64 generation = cacheOf(target, services).generation();
    const auto answer = http::DeferredAnswer::create(
        patience, old ? std::move(old->answer) : busyAnswer(services, target.address.language),
        http::DeferredAnswer::AtStop::IsWaitedFor);
    http::Response response(answer);
    const bool isFirst = services.flights.join(
        target.key, generation, {.answer = answer, .request = http::OwnedRequest(request), .isCounted = isCounted});
    if (isFirst) {
        const auto shared = std::make_shared<const SiteTarget>(std::move(target));
        response.meanwhile({.lane = isSearch(*shared) ? lanes::searches : lanes::pages,
                            .work =
                                [&services, shared, generation](http::WorkerContext &worker) {
                                    makePage(*shared, generation, services, static_cast<Worker &>(worker));
                                },
                            .onRefused =
                                [&services, shared, generation] {
                                    land(*shared, generation,
                                         oldOr(busyAnswer(services, shared->address.language), *shared, services),
                                         services);
                                }});
    }
    return response;
}

// What is served at once, without a worker; a page that the reader may wait for goes into `old`.
std::optional<http::Response> fromCache(const PageCache &pages, std::string_view address, const http::Request &request,
                                        Services &services, std::optional<PageCache::Found> &old)
{
    const Instant now = services.clock.now();
    auto found = pages.find(address, now);
    if (!found)
        return std::nullopt;
    if (found->freshness != PageCache::Freshness::Fresh && found->freshness != PageCache::Freshness::Stale) {
        old = std::move(found);
        return std::nullopt;
    }
    if (found->countsVisit)
        services.recordVisit(request, found->number, now);
    return http::Response(std::move(found->answer));
}

http::Response serve(const http::Request &request, Services &services)
{
    std::optional<PageCache::Found> old;
    // Most ask for a page by its address, and most others have it decorated with what means nothing here.
    const std::string_view query = request.rawQuery();
    const bool isDecorated = !query.empty() && !canMeanSomething(query);
    if (auto kept =
            fromCache(services.pages, isDecorated ? request.rawPath() : request.target(), request, services, old))
        return *std::move(kept);
    // Nobody reads there: who asks is a program.
    if (request.rawPath().starts_with("/api/"))
        return errorResponse({ErrorCode::NotFound, u"request"_s, {}});
    SiteTarget target = readSiteTarget(request.rawPath(), query);
    if (const auto *picture = std::get_if<PictureAddress>(&target.address.place); picture && target.isCanonical)
        return http::Response::job<Worker>(
            [&services, address = *picture](const http::Request &asked, Worker &worker) {
                return publicPicture(address, asked, services, worker);
            },
            lanes::pages);
    if (!target.isCanonical && std::holds_alternative<PictureAddress>(target.address.place))
        return redirect(QByteArray::fromStdString(target.key));
    if (std::holds_alternative<UnknownAddress>(target.address.place)) {
        target.key = notFoundKey(target.address.language);
        target.isCanonical = true;
    }
    // By its number: whatever words stand before it, it was taken down.
    if (const auto *item = std::get_if<ItemAddress>(&target.address.place); item && !target.isCut && !old) {
        if (auto kept = fromCache(services.pages, goneKey(*item, target.address.language), request, services, old))
            return *std::move(kept);
    }
    if (!target.isCanonical && std::holds_alternative<ItemAddress>(target.address.place)) {
        // Where an item stands now is known to the database: one step leads there.
        target.key = request.rawPath(); // leads to the page of its key, and is none itself
    } else if (!target.isCanonical) {
        // Nobody is led to where there is no page.
        const auto kept = cacheOf(target, services).find(target.key, services.clock.now());
        if (kept && (kept->freshness == PageCache::Freshness::Fresh || kept->freshness == PageCache::Freshness::Stale))
            return redirect(QByteArray::fromStdString(target.key));
        target.movedTo = std::exchange(target.key, std::string(request.target()));
    } else if (!old && (isSearch(target) || target.key != request.target())) { // searches are kept apart
        if (auto kept = fromCache(cacheOf(target, services), target.key, request, services, old))
            return *std::move(kept);
    }
    return whenMade(request, std::move(target), std::move(old), services);
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
        if (request.rawPath() == manifestPath)
            return http::Response::job<Worker>(
                [&services](const http::Request &, Worker &worker) { return webManifest(services, worker); },
                lanes::pages);
        return serve(request, services);
    });
}

void SitePages::warmUp(Services &services, Worker &worker)
{
    (void)renderPage(readSiteTarget("/", {}), services.pages.generation(), services, worker);
}

} // namespace toasoan
