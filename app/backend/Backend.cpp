#include "backend/Backend.h"

#include "backend/Lanes.h"
#include "backend/MediaShapes.h"
#include "backend/NewsroomSetup.h"
#include "backend/RegisterUpkeep.h"
#include "backend/Scheduler.h"
#include "backend/Services.h"
#include "backend/ServingMark.h"
#include "backend/VisitFlusher.h"
#include "backend/api/Routes.h"
#include "backend/site/SitePages.h"
#include "base/Log.h"
#include "base/PrivateFiles.h"
#include "http/HttpServer.h"
#include "storage/ChangeStore.h"
#include "storage/NewsroomStore.h"
#include "storage/VisitStore.h"

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

Result<std::vector<http::PeerAddress>> readAddresses(const QStringList &texts, const QString &subject)
{
    std::vector<http::PeerAddress> addresses;
    for (const QString &text : texts) {
        const auto address = http::PeerAddress::fromText(text.trimmed().toStdString());
        if (!address)
            return Error{ErrorCode::InvalidInput, subject, text};
        addresses.push_back(*address);
    }
    return addresses;
}

// The visits that a site brings along stand in the ledger from its first start on.
Result<void> bringOpeningBalance(const DatabaseLocation &location, const Clock &clock, const Site &site)
{
    if (site.openingBalance == 0)
        return {};
    auto database = openVisits(location, clock);
    if (!database)
        return database.error();
    auto transaction = Transaction::begin(**database, Access::Write);
    if (!transaction)
        return transaction.error();
    const QDate day = QDate::fromString(site.openingBalanceDate, Qt::ISODate);
    if (auto set = VisitStore(*transaction).setOpeningBalance({.day = day, .total = site.openingBalance}); !set)
        return set.error();
    return transaction->commit();
}

} // namespace

struct Backend::Parts
{
    std::unique_ptr<ServingMark> mark;
    std::unique_ptr<portal::PortalRenderer> renderer;
    std::unique_ptr<MediaFiles> media;
    std::unique_ptr<VisitCounter> visits;
    std::unique_ptr<VisitFlusher> flusher;
    std::unique_ptr<Services> services;
    std::unique_ptr<Scheduler> scheduler;
    std::unique_ptr<http::HttpServer> server;

    ~Parts()
    {
        // From the outside in: no request may find a part that is gone.
        server.reset();
        scheduler.reset();
        services.reset();
        flusher.reset();
    }
};

DatabaseLocation newsroomLocation(const BackendOptions &options)
{
    return options.database ? *options.database : DatabaseLocation::sqlite(options.folder + "/newsroom.db"_L1);
}

DatabaseLocation visitsLocation(const BackendOptions &options)
{
    const DatabaseLocation newsroom = newsroomLocation(options);
    return newsroom.engine == Engine::Sqlite ? DatabaseLocation::sqlite(options.folder + "/visits.db"_L1) : newsroom;
}

Result<void> makeDataFolder(const BackendOptions &options)
{
    return makePrivateFolder(
        options.folder, {u"newsroom.db"_s, u"visits.db"_s, u"visits.day"_s, u"media"_s, u"renditions"_s, u"uploads"_s});
}

Backend::Backend(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) { }

Backend::~Backend()
{
    // What has come in is finished. A picture that is being looked at is waited for no longer than a moment: it has
    // come whole, and is finished by the next question for it.
    m_parts->server->stop(std::chrono::seconds(5));
    m_parts->media->stop();
}

quint16 Backend::port() const
{
    return m_parts->server->port();
}

Result<std::unique_ptr<Backend>> Backend::start(const BackendOptions &options, const Clock &clock, Dice &dice)
{
    auto proxies = readAddresses(options.proxies, u"server.proxies"_s);
    if (!proxies)
        return proxies.error();
    auto unlimited = readAddresses(options.withoutConnectionLimit, u"server.withoutConnectionLimit"_s);
    if (!unlimited)
        return unlimited.error();
    if (auto made = makeDataFolder(options); !made)
        return made.error();
    const DatabaseLocation location = newsroomLocation(options);
    auto database = Database::open(location);
    if (!database)
        return database.error();
    const DatabaseLocation visits = visitsLocation(options);
    if (auto set = setDamagedVisitsAside(**database, visits, clock); !set)
        return set.error();
    auto mark = ServingMark::take(**database, visits, clock, dice);
    if (!mark)
        return mark.error();
    auto site =
        readIn(**database, [&clock](Transaction &transaction) { return NewsroomStore(transaction).site(clock.now()); });
    if (!site)
        return site.error();

    if (auto brought = bringRegistersUp(**database, clock, dice); !brought)
        return brought.error();

    auto parts = std::make_unique<Parts>();
    parts->mark = *std::move(mark);
    auto renderer = portal::PortalRenderer::load();
    if (!renderer)
        return renderer.error();
    parts->renderer = std::make_unique<portal::PortalRenderer>(*std::move(renderer));
    auto media = MediaFiles::open(options.folder);
    if (!media)
        return media.error();
    parts->media = *std::move(media);
    if (auto corrected = correctMediaShapes(**database, *parts->media, clock); !corrected)
        return corrected.error();

    const unsigned shards = std::clamp(std::thread::hardware_concurrency(), 1U, 8U);
    auto robots = RobotList::builtIn();
    if (!robots)
        return robots.error();
    parts->visits =
        std::make_unique<VisitCounter>(shards, QTimeZone(site->timeZone.toLatin1()), *std::move(robots), dice);
    if (auto recalled = parts->visits->rememberIn(options.folder + "/visits.day"_L1, clock.now()); !recalled)
        writeLog(LogLevel::Warning, "visits.notRecalled", {{"detail"_L1, recalled.error().detail}});
    if (auto brought = bringOpeningBalance(visits, clock, *site); !brought)
        return brought.error();
    auto flusher = VisitFlusher::start(*parts->visits, visits, clock);
    if (!flusher)
        return flusher.error();
    parts->flusher = *std::move(flusher);
    parts->services.reset(new Services{
        .clock = clock, .dice = dice, .renderer = *parts->renderer, .media = *parts->media, .visits = *parts->visits});

    http::Router router;
    Services &services = *parts->services;
    addApiRoutes(router, services);
    SitePages(services).addTo(router);

    // Due items first: the first reader after a pause must not see yesterday. One that cannot be published is told by
    // the scheduler, which tries again; the portal must not stay closed for it.
    auto publisher = std::make_unique<DuePublisher>(
        clock, dice, [&services](const CommandAnswer &answer, Step step) { services.announce(answer, step); });
    (void)publisher->publishDue(**database);
    auto known = readIn(**database, [](Transaction &transaction) { return ChangeStore(transaction).newest(); });
    if (!known)
        return known.error();
    Worker first(*std::move(database));
    SitePages::warmUp(services, first);
    parts->scheduler = std::make_unique<Scheduler>(services, location, std::move(publisher), *known);

    http::HttpServer::Options serverOptions;
    serverOptions.address = options.address;
    serverOptions.port = options.port;
    serverOptions.shards = shards;
    serverOptions.lanes = lanes::options(options.workers);
    serverOptions.proxies = *std::move(proxies);
    serverOptions.maxConnectionsPerAddress = options.connectionsPerAddress;
    serverOptions.trustedAddresses.insert(serverOptions.trustedAddresses.end(), unlimited->begin(), unlimited->end());
    serverOptions.makeWorkerContext = [location](unsigned) -> Result<std::unique_ptr<http::WorkerContext>> {
        auto opened = Database::open(location);
        if (!opened)
            return opened.error();
        return std::unique_ptr<http::WorkerContext>(std::make_unique<Worker>(*std::move(opened)));
    };
    auto server = http::HttpServer::create(std::move(serverOptions), std::move(router));
    if (!server)
        return server.error();
    parts->server = *std::move(server);
    writeLog(LogLevel::Info, "server.started",
             {{"port"_L1, parts->server->port()}, {"database"_L1, location.toText()}});
    return std::unique_ptr<Backend>(new Backend(std::move(parts)));
}

} // namespace toasoan
