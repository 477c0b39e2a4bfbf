#include "sync/DeskWorker.h"

#include "base/Log.h"
#include "protocol/Session.h"
#include "protocol/Wire.h"
#include "sync/DeskSettings.h"
#include "sync/HttpTransport.h"
#include "sync/Lookups.h"
#include "sync/ServerAnswer.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSysInfo>

namespace toasoan {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// More articles than this at once are told as one.
constexpr std::size_t fewArticles = 50;

const Error nobody{ErrorCode::Unauthenticated, QStringLiteral("session"), QStringLiteral("nobody is signed in")};

// Tells its owner after each answer that something happened.
class WatchedTransport final : public Transport
{
public:
    WatchedTransport(std::unique_ptr<Transport> inner, std::function<void()> after)
        : m_inner(std::move(inner))
        , m_after(std::move(after))
    { }

    [[nodiscard]] std::unique_ptr<PendingRequest> send(const TransportRequest &request, Done done) override
    {
        return m_inner->send(request, [done = std::move(done), after = m_after](const auto &response) {
            done(response);
            after();
        });
    }

private:
    std::unique_ptr<Transport> m_inner;
    std::function<void()> m_after;
};

QString vaultKey(const Account &account)
{
    return account.user.toText() + u'@' + account.server;
}

} // namespace

struct DeskWorker::Parts
{
    Parts(DeskWorker &worker, std::unique_ptr<Replica> opened, const QString &folder, std::unique_ptr<Transport> inner)
        : replica(std::move(opened))
        , pictures(folder + u"/pictures"_s)
        , transport(std::move(inner), [&worker] { worker.settle(); })
        , engine(*replica, transport, worker.m_clock, worker.m_dice, worker)
        , uploader(*replica, pictures, transport, worker.m_clock, worker.m_dice, worker)
        , lookups(*replica, pictures, transport)
    { }

    std::unique_ptr<Replica> replica;
    PictureStore pictures;
    WatchedTransport transport;
    SyncEngine engine;
    Uploader uploader;
    Lookups lookups;
};

DeskWorker::DeskWorker(const DeskOptions &options, const Clock &clock, Dice &dice, std::unique_ptr<TokenVault> vault)
    : m_options(options)
    , m_clock(clock)
    , m_dice(dice)
    , m_vault(std::move(vault))
    , m_wake(this)
    , m_autoSave(
          this, options.saveAfter, [this](ArticleId id) { return save(id); },
          [this](const Error &error, ArticleId id) { emit problemArose(error, id); })
{
    m_wake.setSingleShot(true);
    connect(&m_wake, &QTimer::timeout, this, [this] {
        if (m_parts) {
            m_parts->engine.wake();
            m_parts->uploader.wake();
        }
        settle();
    });
}

DeskWorker::~DeskWorker() = default;

std::unique_ptr<Transport> DeskWorker::makeTransport(const QString &server) const
{
    if (m_options.makeTransport)
        return m_options.makeTransport(server);
    return std::make_unique<HttpTransport>(server);
}

QString DeskWorker::accountFolder(UserId user) const
{
    return m_options.folder + u"/accounts/"_s + user.toText();
}

void DeskWorker::writeSettings()
{
    const auto written = writeDeskSettings(m_options.folder, {.account = m_account, .isOffline = m_isOffline});
    if (!written)
        emit problemArose(written.error(), {});
}

void DeskWorker::open()
{
    if (!QDir().mkpath(m_options.folder)) {
        emit openingFailed({ErrorCode::Unavailable, u"desk.folder"_s, m_options.folder});
        return;
    }
    const DeskSettings settings = readDeskSettings(m_options.folder);
    m_isOffline = settings.isOffline;
    m_account = settings.account;
    if (m_account.user.isNull()) {
        emit accountClosed();
        return;
    }
    if (auto opened = openAccount(m_account); !opened) {
        emit openingFailed(opened.error());
        return;
    }
    m_vault->read(vaultKey(m_account), [this, opening = m_opening](const Result<QString> &token) {
        // While the keychain waits to be unlocked, somebody may have signed in, or out.
        if (!isStillOpen(opening) || m_state != SignInState::SignedOut)
            return;
        m_state = token ? SignInState::SignedIn : SignInState::SessionEnded;
        m_account.isRemembered = token && m_vault->isPersistent();
        announceAccount();
        if (token)
            useToken(*token);
        else
            emit sessionEnded();
    });
}

Result<void> DeskWorker::openAccount(const Account &account)
{
    const QString folder = accountFolder(account.user);
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::Unavailable, u"desk.folder"_s, folder};
    auto replica = Replica::open(DatabaseLocation::sqlite(folder + u"/desk.db"_s), m_clock, m_dice);
    if (!replica)
        return replica.error();
    m_parts = std::make_unique<Parts>(*this, *std::move(replica), folder, makeTransport(account.server));
    ++m_opening;
    m_parts->engine.setOffline(m_isOffline);
    m_account = account;
    // What was typed before a crash, and nobody types any more.
    if (auto typed = m_parts->replica->articlesWithTypedText()) {
        for (const ArticleId id : *typed)
            m_autoSave.typed(id);
    }
    return {};
}

void DeskWorker::closeAccount()
{
    m_autoSave.saveAll();
    // Nobody waits for ever for what was asked of this account.
    const Error ended{ErrorCode::Unavailable, u"network"_s, u"signed out"_s};
    m_requests.endAll(ended);
    if (m_parts)
        m_parts->lookups.endAll(ended);
    for (const Callback<void> &done : std::exchange(m_waitingForEnd, {}))
        done(nobody);
    m_autoSave.clear();
    m_parts.reset();
    m_account = {};
    m_state = SignInState::SignedOut;
}

void DeskWorker::announceAccount()
{
    emit accountOpened(m_account, m_state, newsroom());
    emit articlesChanged();
    emit outboxChanged();
}

void DeskWorker::useToken(const QString &token)
{
    m_parts->engine.setToken(token);
    shareToken(token);
    settle();
}

// Pictures and questions to the server go with the sign-in, and not at all while working offline.
void DeskWorker::shareToken(const QString &token)
{
    const QString shared = m_isOffline ? QString() : token;
    m_parts->uploader.setToken(shared);
    m_parts->lookups.setToken(shared);
}

NewsroomView DeskWorker::newsroom()
{
    Replica &replica = *m_parts->replica;
    return {.user = replica.user(),
            .users = replica.users().valueOr({}),
            .sections = replica.sections().valueOr({}),
            .site = replica.site().valueOr({}),
            .workflow = replica.workflow()};
}

// Signing in and out

void DeskWorker::signIn(const QString &server, const QString &login, const QString &password, Callback<User> done)
{
    auto address = m_options.makeTransport ? Result<QString>(server) : HttpTransport::serverAddress(server);
    if (!address)
        return done(address.error());
    m_signInTransport = makeTransport(*address);
    const SignInRequest wanted{.login = login.trimmed(),
                               .password = password,
                               .device = m_options.device.isEmpty() ? QSysInfo::machineHostName() : m_options.device};
    TransportRequest post{.method = "POST",
                          .path = QString::fromLatin1(wire::sessions),
                          .fields = apiFields({}),
                          .body = QJsonDocument(toJson(wanted)).toJson(QJsonDocument::Compact)};
    post.fields.emplace_back("Content-Type", "application/json");
    m_requests.send(*m_signInTransport, post,
                    [this, server = *address, login = wanted.login, done](const Result<TransportResponse> &response) {
                        const auto json = answerObject(response);
                        if (!json)
                            return done(json.error());
                        const auto answer = signInAnswerFromJson(*json);
                        if (!answer)
                            return done(Error{ErrorCode::Unavailable, u"network"_s, answer.error().subject});
                        const Account account{
                            .server = server, .login = login, .user = answer->user.id, .isRemembered = false};
                        if (m_parts && (m_account.user != account.user || m_account.server != account.server))
                            closeAccount();
                        if (!m_parts) {
                            if (auto opened = openAccount(account); !opened)
                                return done(opened.error());
                        }
                        if (auto told = tell(m_parts->replica->setUser(answer->user)); !told)
                            return done(told.error());
                        writeSettings();
                        const QString key = vaultKey(account);
                        m_vault->write(key, answer->token, [this, key, opening = m_opening, answer = *answer, done] {
                            if (!isStillOpen(opening)) {
                                if (!m_parts || vaultKey(m_account) != key)
                                    m_vault->remove(key, [] {});
                                return done(nobody);
                            }
                            m_account.isRemembered = m_vault->isPersistent();
                            m_state = SignInState::SignedIn;
                            announceAccount();
                            useToken(answer.token);
                            done(answer.user);
                        });
                    });
}

void DeskWorker::signOut(Callback<void> done)
{
    if (!m_parts)
        return done({});
    const QString token = m_parts->engine.token();
    const Account account = m_account;
    closeAccount();
    writeSettings();
    emit accountClosed();
    // The server is told if it can be; the token is forgotten here in any case.
    if (!token.isEmpty() && !m_isOffline) {
        m_signInTransport = makeTransport(account.server);
        m_requests.send(*m_signInTransport,
                        {.method = "DELETE",
                         .path = QString::fromLatin1(wire::currentSession),
                         .fields = apiFields(token),
                         .body = {}},
                        [](const Result<TransportResponse> &) {});
    }
    m_vault->remove(vaultKey(account), [done] { done({}); });
}

void DeskWorker::onTokenRefused()
{
    if (m_state != SignInState::SignedIn)
        return;
    m_state = SignInState::SessionEnded;
    shareToken({});
    m_vault->remove(vaultKey(m_account), [] {});
    emit sessionEnded();
}

// News of the parts

void DeskWorker::onChanges(const Changes &changes)
{
    if (changes.newsroom)
        emit newsroomChanged(newsroom());
    if (changes.articles.size() > fewArticles)
        emit articlesChanged();
    else
        std::ranges::for_each(changes.articles, [this](ArticleId id) { emit articleChanged(id); });
    std::ranges::for_each(changes.arrivedMedia, [this](MediaId id) { emit pictureArrived(id); });
    if (changes.outbox || changes.pictures)
        emit outboxChanged();
    for (const Changes::Problem &problem : changes.problems)
        emit problemArose(problem.error, problem.article);
    if (changes.pictures)
        m_parts->uploader.picturesChanged();
}

void DeskWorker::onConnection()
{
    emit connectionChanged(m_parts->engine.connection());
}

void DeskWorker::onUploadProgress(MediaId media, qint64 sent, qint64 size)
{
    emit uploadProgressed(media, sent, size);
}

void DeskWorker::onUploadEnd(MediaId media, const std::optional<Error> &refusal)
{
    emit outboxChanged();
    if (refusal) {
        writeLog(LogLevel::Warning, "upload.refused",
                 {{"media"_L1, media.toText()}, {"code"_L1, toText(refusal->code)}, {"subject"_L1, refusal->subject}});
        emit problemArose(*refusal, {});
    }
    // Commands may have waited for it.
    m_parts->engine.outboxChanged();
}

Result<void> DeskWorker::tell(const Result<Changes> &changes)
{
    if (!changes)
        return changes.error();
    onChanges(*changes);
    if (changes->outbox)
        m_parts->engine.outboxChanged();
    settle();
    return {};
}

void DeskWorker::settle()
{
    if (!m_parts)
        return;
    SyncEngine &engine = m_parts->engine;
    Uploader &uploader = m_parts->uploader;
    std::optional<Instant> at = engine.wakeAt();
    if (const auto other = uploader.wakeAt(); other && (!at || *other < *at))
        at = other;
    if (at)
        m_wake.start(std::clamp(*at - m_clock.now(), Milliseconds(0), Milliseconds(5min)));
    else
        m_wake.stop();

    if (m_waitingForEnd.empty())
        return;
    Result<void> end;
    const ConnectionView connection = engine.connection();
    if (m_state != SignInState::SignedIn)
        end = nobody;
    else if (m_isOffline)
        end = Error{ErrorCode::Unavailable, u"network"_s, u"working offline"_s};
    else if (connection.problem)
        end = *connection.problem;
    else if (uploader.wakeAt())
        end = Error{ErrorCode::Unavailable, u"network"_s, u"a picture could not go yet"_s};
    else if (!engine.isIdle() || !uploader.isIdle())
        return;
    for (const Callback<void> &done : std::exchange(m_waitingForEnd, {}))
        done(end);
}

void DeskWorker::sync(Callback<void> done)
{
    if (!m_parts)
        return done(nobody);
    m_waitingForEnd.push_back(std::move(done));
    m_autoSave.saveAll();
    m_parts->engine.tryNow();
    m_parts->uploader.tryNow();
    settle();
}

void DeskWorker::setWorkOffline(bool offline)
{
    m_isOffline = offline;
    writeSettings();
    if (!m_parts)
        return;
    m_parts->engine.setOffline(offline);
    shareToken(m_parts->engine.token());
    settle();
}

void DeskWorker::networkReturned()
{
    if (!m_parts)
        return;
    m_parts->engine.tryNow();
    m_parts->uploader.tryNow();
    settle();
}

// Articles

Result<ArticlePage> DeskWorker::list(const ArticleQuery &query, const std::optional<ListCursor> &after)
{
    if (!m_parts)
        return nobody;
    return m_parts->replica->list(query, after);
}

Result<ArticleView> DeskWorker::article(ArticleId id)
{
    if (!m_parts)
        return nobody;
    return m_parts->replica->article(id);
}

Result<std::optional<ArticleLine>> DeskWorker::line(ArticleId id)
{
    if (!m_parts)
        return nobody;
    return m_parts->replica->line(id);
}

Result<void> DeskWorker::type(const TypedText &text)
{
    if (!m_parts)
        return nobody;
    if (auto told = tell(m_parts->replica->type(text.article, text.base, text.content)); !told)
        return told;
    m_autoSave.typed(text.article);
    return {};
}

Result<void> DeskWorker::save(ArticleId id)
{
    if (!m_parts)
        return nobody;
    auto told = tell(m_parts->replica->save(id));
    m_autoSave.tried(id, told);
    return told;
}

Result<ArticleView> DeskWorker::submit(const Command &command)
{
    if (!m_parts)
        return nobody;
    // Saved first, and told so, whatever becomes of the step.
    if (auto saved = save(articleOf(command)); !saved)
        return saved.error();
    if (auto told = tell(m_parts->replica->submit(command)); !told)
        return told.error();
    return m_parts->replica->article(articleOf(command));
}

void DeskWorker::revisions(ArticleId id, Callback<std::vector<RevisionLine>> done)
{
    if (!m_parts)
        return done(nobody);
    m_parts->lookups.revisions(id, std::move(done));
}

void DeskWorker::revision(ArticleId id, Version version, Callback<Content> done)
{
    if (!m_parts)
        return done(nobody);
    m_parts->lookups.revision(id, version, std::move(done));
}

// Pictures

Result<AddedPicture> DeskWorker::addPicture(const QString &path)
{
    if (!m_parts)
        return nobody;
    return addPicture(m_parts->pictures.takeFile(path), QFileInfo(path).fileName());
}

Result<AddedPicture> DeskWorker::addPicture(const QByteArray &bytes, const QString &name)
{
    if (!m_parts)
        return nobody;
    return addPicture(m_parts->pictures.take(bytes), name);
}

Result<AddedPicture> DeskWorker::addPicture(const Result<StoredPicture> &stored, const QString &name)
{
    if (!stored)
        return stored.error();
    const PictureEntry entry{.media = MediaId::create(m_clock, m_dice),
                             .sha256 = stored->sha256,
                             .name = name,
                             .size = stored->size,
                             .width = stored->shape.width,
                             .height = stored->shape.height,
                             .uploadAddress = {},
                             .sent = 0,
                             .error = {},
                             .addedAt = m_clock.now()};
    if (auto put = m_parts->replica->putPicture(entry); !put)
        return put.error();
    emit outboxChanged();
    m_parts->uploader.picturesChanged();
    settle();
    return AddedPicture{.media = entry.media, .file = stored->file, .width = entry.width, .height = entry.height};
}

void DeskWorker::pictureFile(MediaId media, Callback<QString> done)
{
    if (!m_parts)
        return done(nobody);
    m_parts->lookups.pictureFile(media, std::move(done));
}

// What waits

Result<OutboxView> DeskWorker::outbox()
{
    if (!m_parts)
        return nobody;
    return m_parts->replica->outbox();
}

Result<void> DeskWorker::retry(RequestId request)
{
    if (!m_parts)
        return nobody;
    return tell(m_parts->replica->retry(request));
}

Result<void> DeskWorker::discard(RequestId request)
{
    if (!m_parts)
        return nobody;
    return tell(m_parts->replica->discard(request));
}

Result<void> DeskWorker::retryPicture(MediaId media)
{
    if (!m_parts)
        return nobody;
    auto picture = m_parts->replica->picture(media);
    if (!picture)
        return picture.error();
    if (!*picture)
        return Error{ErrorCode::NotFound, u"media"_s, media.toText()};
    PictureEntry entry = **picture;
    entry.error.clear();
    entry.uploadAddress.clear();
    entry.sent = 0;
    if (auto put = m_parts->replica->putPicture(entry); !put)
        return put;
    emit outboxChanged();
    m_parts->uploader.picturesChanged();
    settle();
    return {};
}

Result<void> DeskWorker::discardPicture(MediaId media)
{
    if (!m_parts)
        return nobody;
    if (auto removed = m_parts->replica->removePicture(media); !removed)
        return removed;
    emit outboxChanged();
    m_parts->engine.outboxChanged();
    settle();
    return {};
}

Result<ArticleId> DeskWorker::keepAsNewDraft(ArticleId id)
{
    if (!m_parts)
        return nobody;
    Changes changes;
    auto draft = m_parts->replica->keepAsNewDraft(id, changes);
    if (!draft)
        return draft;
    if (auto told = tell(changes); !told)
        return told.error();
    return draft;
}

} // namespace toasoan
