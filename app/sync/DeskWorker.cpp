#include "sync/DeskWorker.h"

#include "base/Log.h"
#include "base/PrivateFiles.h"
#include "base/ServerAddress.h"
#include "protocol/Session.h"
#include "protocol/Wire.h"
#include "sync/DeskParts.h"
#include "sync/DeskSettings.h"
#include "sync/HttpTransport.h"
#include "sync/ServerAnswer.h"

#include <QCoreApplication>
#include <QDir>
#include <QEvent>
#include <QJsonDocument>
#include <QSysInfo>

namespace toasoan {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// More articles than this at once are told as one.
constexpr std::size_t fewArticles = 50;
constexpr Milliseconds outboxNewsEvery = 50ms;
constexpr Milliseconds articlesNewsEvery = 250ms;
/// All that is kept is looked at: once for all that goes together.
constexpr Milliseconds forgettingAfter = 2s;

class HurriedWork final : public QEvent
{
public:
    explicit HurriedWork(std::function<void()> given) : QEvent(kind()), work(std::move(given)) { }

    static Type kind()
    {
        static const auto number = Type(registerEventType());
        return number;
    }

    const std::function<void()> work;
};

QString vaultKey(const Account &account)
{
    return account.user.toText() + u'@' + account.server;
}

} // namespace

DeskWorker::DeskWorker(const DeskOptions &options, const Clock &clock, Dice &dice, std::unique_ptr<TokenVault> vault)
    : m_options(options)
    , m_clock(clock)
    , m_dice(dice)
    , m_vault(std::move(vault))
    , m_wake(this)
    , m_filling(this)
    , m_outboxNews(this)
    , m_forgetting(this)
    , m_articlesNews(this)
    , m_autoSave(
          options.saveAfter, clock, dice, [this](ArticleId id) { return save(id); },
          [this](const Error &error, ArticleId id) { emit problemArose(error, itemKey(id)); })
{
    m_wake.setSingleShot(true);
    m_outboxNews.setSingleShot(true);
    m_outboxNews.setInterval(outboxNewsEvery);
    connect(&m_outboxNews, &QTimer::timeout, this, &DeskWorker::outboxChanged);
    m_filling.setSingleShot(true);
    connect(&m_filling, &QTimer::timeout, this, &DeskWorker::fillProjections);
    m_forgetting.setSingleShot(true);
    m_forgetting.setInterval(forgettingAfter);
    connect(&m_forgetting, &QTimer::timeout, this, &DeskWorker::forgetPictures);
    m_articlesNews.setSingleShot(true);
    m_articlesNews.setInterval(articlesNewsEvery);
    connect(&m_articlesNews, &QTimer::timeout, this, [this] {
        if (std::exchange(m_areArticlesDue, false))
            tellArticles();
    });
    connect(&m_wake, &QTimer::timeout, this, [this] {
        if (m_parts) {
            m_parts->engine.wake();
            m_parts->uploader.wake();
            m_autoSave.wake();
        }
        settle();
    });
}

DeskWorker::~DeskWorker() = default;

void DeskWorker::hurry(DeskWorker &worker, std::function<void()> work)
{
    ++worker.m_hurried;
    QCoreApplication::postEvent(&worker, new HurriedWork(std::move(work)), Qt::HighEventPriority);
}

void DeskWorker::customEvent(QEvent *event)
{
    if (event->type() != HurriedWork::kind())
        return;
    --m_hurried;
    static_cast<HurriedWork *>(event)->work();
}

void DeskWorker::onPause()
{
    QCoreApplication::sendPostedEvents(this, HurriedWork::kind());
}

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
    if (!makePrivateFolder(m_options.folder, {u"accounts"_s, u"desk.json"_s, u"newsroom"_s, u"window.ini"_s})) {
        emit openingFailed({ErrorCode::Unavailable, u"desk.folder"_s, m_options.folder});
        return;
    }
    if (auto taken = takeFolder(); !taken) {
        emit openingFailed(taken.error());
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

Result<void> DeskWorker::takeFolder()
{
    if (m_lock)
        return {};
    auto lock = DeskLock::take(m_options.folder);
    if (!lock)
        return lock.error();
    m_lock = *std::move(lock);
    return {};
}

Result<void> DeskWorker::openAccount(const Account &account)
{
    const QString folder = accountFolder(account.user);
    if (!makePrivateFolder(folder, {u"desk.db"_s, u"pictures"_s}))
        return Error{ErrorCode::Unavailable, u"desk.folder"_s, folder};
    auto replica = Replica::open(DatabaseLocation::sqlite(folder + u"/desk.db"_s), m_clock, m_dice);
    if (!replica)
        return replica.error();
    m_parts = std::make_unique<Parts>(*this, *std::move(replica), folder, makeTransport(account.server));
    ++m_opening;
    m_filling.start(); // what this program lists otherwise than the one before
    m_parts->engine.setOffline(m_isOffline);
    m_account = account;
    if (m_parts->replica->hasGonePictures())
        forgetPicturesLater();
    // What was typed before a crash, and nobody types any more.
    if (auto typed = m_parts->replica->articlesWithTypedText()) {
        for (const ArticleId id : *typed)
            m_autoSave.found(id);
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
    emit unseenChanged(m_parts->replica->unseen());
    settle(); // what was found typed is due, whether there is a sign-in or not
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
            .genres = replica.genres().valueOr({}),
            .reviewSettings = replica.single(nounOf<ReviewSettings>()).valueOr({}),
            .site = replica.site().valueOr({}),
            .rules = replica.rules()};
}

// Signing in and out

void DeskWorker::signIn(const QString &server, const QString &login, const QString &password, Callback<User> done)
{
    if (auto taken = takeFolder(); !taken)
        return done(taken.error());
    auto address = m_options.makeTransport ? Result<QString>(server) : serverAddress(server);
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
    // Entries that rules go by; a list that was only filled has none of them in it.
    const bool isRuled =
        !changes.entries.value(nounOf<Genre>()).empty() || !changes.entries.value(nounOf<ReviewSettings>()).empty();
    if (changes.newsroom || isRuled)
        emit newsroomChanged(newsroom());
    if (changes.newsroom)
        m_filling.start(); // registers may be among it
    if (changes.articles.size() > fewArticles)
        tellArticles();
    else
        std::ranges::for_each(changes.articles, [this](ArticleId id) { emit articleChanged(id); });
    for (auto noun = changes.entries.begin(); noun != changes.entries.end(); ++noun) {
        const bool isFew = noun.value().size() <= fewArticles;
        emit entriesChanged(noun.key(),
                            isFew ? QList<RecordId>(noun.value().begin(), noun.value().end()) : QList<RecordId>());
    }
    std::ranges::for_each(changes.arrivedMedia, [this](MediaId id) { emit pictureArrived(id); });
    if (changes.unseen)
        emit unseenChanged(m_parts->replica->unseen());
    std::ranges::for_each(changes.news, [this](const ArticleNews &news) { emit newsArrived(news); });
    std::ranges::for_each(changes.overtaken, [this](const OvertakenStep &step) { emit stepOvertaken(step); });
    if (changes.outbox || changes.pictures)
        tellOutbox();
    for (const Changes::Problem &problem : changes.problems)
        emit problemArose(problem.error, {.noun = problem.noun, .id = problem.record});
    if (changes.pictures)
        m_parts->uploader.picturesChanged();
    if (changes.isPictureNeedless)
        forgetPicturesLater();
}

ConnectionView DeskWorker::connection() const
{
    ConnectionView view = m_parts->engine.connection();
    if (view.connection != Connection::Online)
        view.heldUp.reset(); // the connection itself is what holds up
    else if (!view.heldUp)
        view.heldUp = m_parts->uploader.heldUp();
    return view;
}

void DeskWorker::markHeldUp(std::vector<WaitingCommand> &commands) const
{
    if (m_parts->engine.connection().connection != Connection::Online)
        return; // the connection is what they wait for
    std::set<ArticleId> seen;
    for (WaitingCommand &command : commands) {
        const bool isFirst = seen.insert(command.article).second;
        if (!isFirst || (command.state != WaitingState::Waiting && command.state != WaitingState::Sending))
            continue;
        command.heldUp = m_parts->engine.heldUp(command.article);
        if (command.heldUp)
            command.state = WaitingState::HeldUp;
    }
}

// Whoever shows the outbox asks for all of it: not with each of a thousand commands that go.
void DeskWorker::tellOutbox()
{
    if (!m_outboxNews.isActive())
        m_outboxNews.start();
}

// At once, and then not with each page of a pull: whoever shows a list asks for it anew.
void DeskWorker::tellArticles()
{
    m_areArticlesDue = m_articlesNews.isActive();
    if (m_areArticlesDue)
        return;
    m_articlesNews.start();
    emit articlesChanged();
}

void DeskWorker::onConnection()
{
    const ConnectionView view = connection();
    if (std::exchange(m_heldUp, view.heldUp) != view.heldUp)
        tellOutbox(); // it says of each what holds it up
    emit connectionChanged(view);
    if (view.connection != Connection::Online)
        return;
    for (const MediaId media : m_parts->lookups.takeUnreached())
        emit pictureArrived(media); // whoever shows it asks again
}

void DeskWorker::onUploadTrouble()
{
    onConnection();
    tellOutbox();
}

void DeskWorker::onUploadProgress(MediaId media, qint64 sent, qint64 size)
{
    emit uploadProgressed(media, sent, size);
}

void DeskWorker::onUploadEnd(MediaId media, const std::optional<Error> &refusal)
{
    tellOutbox();
    if (refusal) {
        writeLog(LogLevel::Warning, "upload.refused",
                 {{"media"_L1, media.toText()}, {"code"_L1, toText(refusal->code)}, {"subject"_L1, refusal->subject}});
        emit problemArose(*refusal, {});
    }
    // Commands may have waited for it.
    m_parts->engine.outboxChanged();
}

Replica *DeskWorker::replica() const
{
    return m_parts ? m_parts->replica.get() : nullptr;
}

Result<void> DeskWorker::act(const std::function<Result<Changes>(Replica &)> &work)
{
    if (!m_parts)
        return nobody;
    return tell(work(*m_parts->replica));
}

void DeskWorker::fillProjections()
{
    if (!m_parts)
        return;
    bool isMore = false;
    const auto changes = m_parts->replica->fillProjections(isMore);
    if (!changes) {
        emit problemArose(changes.error(), {});
        return;
    }
    onChanges(*changes);
    if (isMore)
        m_filling.start();
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
    for (const auto &other : {uploader.wakeAt(), m_autoSave.wakeAt()}) {
        if (other && (!at || *other < *at))
            at = other;
    }
    if (at)
        m_wake.start(std::clamp(*at - m_clock.now(), Milliseconds(0), Milliseconds(5min)));
    else
        m_wake.stop();

    if (m_waitingForEnd.empty())
        return;
    Result<void> end;
    const ConnectionView view = connection();
    if (m_state != SignInState::SignedIn)
        end = nobody;
    else if (m_isOffline)
        end = Error{ErrorCode::Unavailable, u"network"_s, u"working offline"_s};
    else if (view.problem)
        end = *view.problem;
    else if (!engine.isIdle() || !uploader.isIdle()) {
        if (!view.heldUp || engine.isBusy() || uploader.isBusy())
            return;
        end = view.heldUp->why;
    }
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

} // namespace toasoan
