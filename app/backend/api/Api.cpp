#include "backend/api/Api.h"

#include "actions/MediaAccess.h"
#include "actions/NewsroomRules.h"
#include "backend/CommandRunner.h"
#include "backend/FeedReader.h"
#include "backend/SignIn.h"
#include "backend/api/Authorization.h"
#include "backend/api/HttpStatus.h"
#include "backend/api/WireOne.h"
#include "base/Log.h"
#include "base/Memory.h"
#include "domain/NewsroomJson.h"
#include "protocol/RecordJson.h"
#include "protocol/Session.h"
#include "protocol/Wire.h"
#include "storage/ArticleStore.h"
#include "storage/MediaStore.h"
#include "storage/UserStore.h"

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint64_t commandLimit = 8U << 20; // a document of the largest size, escaped
constexpr std::uint64_t smallBody = 16U << 10;

http::Response jsonResponse(const QJsonObject &json, http::Status status = http::Status::Ok)
{
    return http::Response::json(status, QJsonDocument(json).toJson(QJsonDocument::Compact),
                                {{"Cache-Control", "no-store"}});
}

// Beyond the usual page: of a text that is large by itself.
bool isLargePage(const QByteArray &body)
{
    return body.size() > 4 * wire::feedPageBodies;
}

// InvalidInput with the name as subject for what is no number from 0; nothing if there is none.
Result<std::optional<qint64>> queryNumber(const http::Request &request, const char *name)
{
    const auto value = request.queryValue(name);
    if (!value)
        return std::optional<qint64>();
    bool ok = false;
    const qint64 number = textOf(*value).toLongLong(&ok);
    if (!ok || number < 0)
        return Error{ErrorCode::InvalidInput, QString::fromLatin1(name), textOf(*value)};
    return std::optional(number);
}

// A home has a whole IPv6 network to sign in from. Empty where the proxy does not say from where it was asked.
QString limitedAddress(const http::Request &request)
{
    if (!request.isPeerKnown()) {
        logUnknownClient();
        return {};
    }
    return QString::fromStdString(http::PeerAddress{.bytes = request.peer().limitKey()}.toText());
}

// The article of the path, if the person may see it.
Result<Article> visibleArticle(const http::Request &request, Transaction &transaction, const User &user)
{
    const auto id = ArticleId::fromText(textOf(request.rawParameter("article")));
    if (!id)
        return Error{ErrorCode::NotFound, u"article"_s, {}};
    auto article = ArticleStore(transaction).find(*id);
    if (article && !canSee(user.actor(), *article))
        return Error{ErrorCode::NotFound, u"article"_s, {}};
    return article;
}

} // namespace

Api::Api(Services &services) : m_services(services) { }

void Api::add(http::Router &router, http::Method method, const char *pattern, Handler handler, std::uint64_t bodyLimit,
              http::Lane lane) const
{
    // Nobody fills the memory before he has said who he is.
    const decltype(http::RouteOptions::admit) admission =
        [&services = m_services](const http::Request &request, http::WorkerContext &worker) -> http::BodyAdmission {
        auto user = authenticate(request, static_cast<Worker &>(worker), services.clock);
        if (!user)
            return {.refusal = errorResponse(user.error()), .sender = {}};
        return {.refusal = {}, .sender = user->id.toText().toStdString()};
    };
    router.addJob<Worker>(method, pattern,
                          [api = *this, handler](const http::Request &request, Worker &worker) {
                              return (api.*handler)(request, worker);
                          },
                          {.bodyLimit = bodyLimit, .admit = bodyLimit > smallBody ? admission : nullptr, .lane = lane});
}

void Api::addRoutes(http::Router &router) const
{
    using enum http::Method;
    add(router, Post, wire::sessions, &Api::signIn, smallBody, lanes::signIns);
    add(router, Get, wire::currentSession, &Api::whoAmI);
    add(router, Delete, wire::currentSession, &Api::signOut);
    add(router, Post, wire::commands, &Api::command, commandLimit);
    add(router, Get, wire::changes, &Api::changes);
    add(router, Get, wire::view, &Api::view);
    add(router, Get, wire::revisions, &Api::revisions);
    add(router, Get, wire::revision, &Api::revision);
    add(router, Get, wire::versions, &Api::versions);
    add(router, Get, wire::media, &Api::media);
    add(router, Get, wire::rendition, &Api::rendition);
}

http::Response Api::signIn(const http::Request &request, Worker &worker) const
{
    if (auto fits = checkProtocolVersion(request); !fits)
        return errorResponse(fits.error());
    auto body = bodyObject(request);
    if (!body)
        return errorResponse(body.error());
    auto wanted = signInRequestFromJson(*body);
    if (!wanted)
        return errorResponse(wanted.error());
    auto answer =
        toasoan::signIn(*worker.database, m_services.attempts, m_services.clock, *wanted, limitedAddress(request));
    return answer ? jsonResponse(toJson(*answer), http::Status::Created) : errorResponse(answer.error());
}

http::Response Api::signOut(const http::Request &request, Worker &worker) const
{
    if (auto user = authenticate(request, worker, m_services.clock); !user)
        return errorResponse(user.error());
    auto done = toasoan::signOut(*worker.database, m_services.clock, bearerToken(request));
    return done ? http::Response::empty(http::Status::NoContent) : errorResponse(done.error());
}

http::Response Api::whoAmI(const http::Request &request, Worker &worker) const
{
    auto user = authenticate(request, worker, m_services.clock);
    return user ? jsonResponse(toJson(*user)) : errorResponse(user.error());
}

http::Response Api::command(const http::Request &request, Worker &worker) const
{
    auto user = authenticate(request, worker, m_services.clock);
    if (!user)
        return errorResponse(user.error());
    auto body = bodyObject(request);
    if (!body)
        return errorResponse(body.error());
    const bool isOld = spokenVersion(request) == 1;
    auto envelope = isOld ? wireOne::envelopeFromJson(*body) : envelopeFromJson(*body);
    if (!envelope)
        return errorResponse(envelope.error());
    auto answer = runCommand(*worker.database, m_services.clock, user->actor(), *envelope);
    if (!answer)
        return errorResponse(answer.error());
    if (answer->record)
        m_services.announce(*answer, stepOf(envelope->command));
    const http::Status status = answer->refusal ? httpStatus(answer->refusal->code) : http::Status::Ok;
    if (isOld) {
        auto older = readIn(*worker.database, [&](Transaction &transaction) {
            return wireOne::answerBody(transaction, user->actor(), *answer);
        });
        if (!older)
            return errorResponse(older.error());
        answer->body = *std::move(older);
    }
    return http::Response::json(status, answer->body, {{"Cache-Control", "no-store"}});
}

http::Response Api::changes(const http::Request &request, Worker &worker) const
{
    auto user = authenticate(request, worker, m_services.clock);
    if (!user)
        return errorResponse(user.error());
    auto asked = queryNumber(request, "after");
    auto patience = queryNumber(request, "wait");
    if (!asked || !patience)
        return errorResponse(asked ? patience.error() : asked.error());
    if (const auto noun = request.queryValue("noun"))
        return pull(request, worker, *user, Noun(textOf(*noun)));
    if (!*asked)
        return errorResponse({ErrorCode::InvalidInput, u"after"_s, u"missing"_s});
    const qint64 after = **asked;
    const qint64 wait = std::min<qint64>(patience->value_or(0), wire::longestWait);

    MemoryReturn memory;
    auto transaction = Transaction::begin(*worker.database, Access::Read);
    if (!transaction)
        return errorResponse(transaction.error());
    auto page = readFeed(*transaction, user->actor(), after, wire::feedPage, m_services.clock);
    if (!page)
        return errorResponse(page.error());
    const QByteArray asItIs = toBody(*page);
    memory.setWorthIt(isLargePage(asItIs));
    if (!page->entries.empty() || wait == 0)
        return http::Response::json(http::Status::Ok, asItIs, {{"Cache-Control", "no-store"}});
    page->more = true; // news: ask again at once
    const QByteArray news = toBody(*page);
    return m_services.feed.wait(std::min(after, page->next), std::chrono::seconds(wait), news, asItIs);
}

http::Response Api::pull(const http::Request &request, Worker &worker, const User &user, const Noun &noun) const
{
    const auto before = queryNumber(request, "before");
    if (!before)
        return errorResponse(before.error());
    MemoryReturn memory;
    auto transaction = Transaction::begin(*worker.database, Access::Read);
    if (!transaction)
        return errorResponse(transaction.error());
    const auto page = readPull(*transaction, user.actor(), noun, before->value_or(JsonReader::maximumInteger),
                               wire::feedPage, m_services.clock);
    if (!page)
        return errorResponse(page.error());
    const QByteArray body = toBody(*page);
    memory.setWorthIt(isLargePage(body));
    return http::Response::json(http::Status::Ok, body, {{"Cache-Control", "no-store"}});
}

http::Response Api::view(const http::Request &request, Worker &worker) const
{
    auto user = authenticate(request, worker, m_services.clock);
    if (!user)
        return errorResponse(user.error());
    auto view =
        readIn(*worker.database, [&](Transaction &transaction) { return readView(transaction, user->actor()); });
    return view ? jsonResponse(toJson(*view)) : errorResponse(view.error());
}

template <typename Answer>
http::Response Api::withArticle(const http::Request &request, Worker &worker, Answer answer) const
{
    auto user = authenticate(request, worker, m_services.clock);
    if (!user)
        return errorResponse(user.error());
    auto transaction = Transaction::begin(*worker.database, Access::Read);
    if (!transaction)
        return errorResponse(transaction.error());
    auto article = visibleArticle(request, *transaction, *user);
    if (!article)
        return errorResponse(article.error());
    return answer(*transaction, *article);
}

http::Response Api::revisions(const http::Request &request, Worker &worker) const
{
    return withArticle(request, worker, [](Transaction &transaction, const Article &article) {
        const ArticleStore articles(transaction);
        auto revisions = articles.revisions(article.id);
        if (!revisions)
            return errorResponse(revisions.error());
        auto sittings = articles.sittings(article.id);
        if (!sittings)
            return errorResponse(sittings.error());
        QJsonArray list;
        for (const Revision &revision : *revisions) {
            QJsonObject json = toJson(revision);
            if (std::ranges::find(*sittings, revision.version, &Revision::version) == sittings->end())
                json.insert("superseded"_L1, true);
            list.append(json);
        }
        return jsonResponse({{"revisions"_L1, list}});
    });
}

http::Response Api::versions(const http::Request &request, Worker &worker) const
{
    auto user = authenticate(request, worker, m_services.clock);
    if (!user)
        return errorResponse(user.error());
    const Noun noun(textOf(request.rawParameter("noun")));
    const auto id = RecordId::fromText(textOf(request.rawParameter("record")));
    const auto versions = readIn(*worker.database, [&](Transaction &transaction) -> Result<std::vector<RecordVersion>> {
        auto rules = readRules(transaction);
        if (!rules)
            return rules.error();
        const RecordStore records(transaction);
        auto record = id ? records.head(*id) : Result<std::optional<Record>>(std::nullopt);
        if (!record)
            return record.error();
        if (!*record || (*record)->noun != noun || !(*rules)->canSee(user->actor(), **record))
            return Error{ErrorCode::NotFound, u"record"_s, {}};
        return records.newestVersions(*id, wire::mostVersions);
    });
    return versions ? jsonResponse(toJson(*versions)) : errorResponse(versions.error());
}

http::Response Api::revision(const http::Request &request, Worker &worker) const
{
    return withArticle(request, worker, [&request](Transaction &transaction, const Article &article) {
        const Version version = textOf(request.rawParameter("version")).toLongLong();
        auto revision = ArticleStore(transaction).revision(article.id, version);
        return revision ? jsonResponse(toJson(*revision)) : errorResponse(revision.error());
    });
}

Result<Media> Api::visibleMedia(const http::Request &request, Worker &worker) const
{
    auto user = authenticate(request, worker, m_services.clock);
    if (!user)
        return user.error();
    const auto id = MediaId::fromText(textOf(request.rawParameter("media")));
    if (!id)
        return Error{ErrorCode::NotFound, u"media"_s, {}};
    return readIn(*worker.database, [&](Transaction &transaction) -> Result<Media> {
        auto found = MediaStore(transaction).find(*id);
        if (!found)
            return found.error();
        auto rules = readRules(transaction);
        if (!rules)
            return rules.error();
        auto maySee = maySeeMedia(transaction, **rules, user->actor(), *found);
        if (!maySee)
            return maySee.error();
        return *maySee ? found : Error{ErrorCode::NotFound, u"media"_s, {}};
    });
}

http::Response Api::media(const http::Request &request, Worker &worker) const
{
    auto media = visibleMedia(request, worker);
    if (!media)
        return errorResponse(media.error());
    auto file = m_services.media.original(*media);
    return file ? *std::move(file) : errorResponse(file.error());
}

// What readers will see of it, for a desk whose window cannot draw the original.
http::Response Api::rendition(const http::Request &request, Worker &worker) const
{
    constexpr int widestNeeded = 1280; // the column of text on a desk, at twice its pixels
    auto media = visibleMedia(request, worker);
    if (!media)
        return errorResponse(media.error());
    const std::vector<int> widths = standardWidths(*media);
    const auto tooWide = std::ranges::upper_bound(widths, widestNeeded);
    const int width = tooWide == widths.begin() ? widths.front() : *std::prev(tooWide);
    auto file =
        m_services.media.rendition(*media, width, RenditionFormat::Jpeg, limitedAddress(request), Audience::Newsroom);
    return file ? *std::move(file) : errorResponse(file.error());
}

} // namespace toasoan
