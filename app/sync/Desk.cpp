#include "sync/Desk.h"

#include "actions/NewsroomRules.h"
#include "domain/Entry.h"
#include "sync/DeskParts.h"
#include "text/NewsroomZone.h"

#include <mutex>

namespace toasoan {

using namespace Qt::StringLiterals;

// Texts typed since the worker last looked, of one or several articles. Given over under the lock.
struct Desk::TypedTexts
{
    struct Text
    {
        TextBase base;
        Content content;
        std::vector<Callback<void>> replies;
    };

    std::mutex mutex;
    bool isTaken = false;
    std::map<ArticleId, Text> texts;
};

template <typename T, typename Work>
void Desk::askLater(QObject *context, Callback<T> done, Work work)
{
    m_typed.reset(); // texts typed from here on come after this
    ++*m_ordered;
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, ordered = m_ordered, work = std::move(work), answer = expect<T>(context, std::move(done))] {
            work(*worker, answer);
            --*ordered;
        },
        Qt::QueuedConnection);
}

template <typename T, typename Work>
void Desk::look(QObject *context, Callback<T> done, Work work)
{
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, work = std::move(work), answer = expect<T>(context, std::move(done))] {
            answer(work(*worker));
        },
        Qt::QueuedConnection);
}

template <typename T, typename Work>
void Desk::askWorker(QObject *context, Callback<T> done, Work work)
{
    askLater<T>(context, std::move(done),
                [work = std::move(work)](DeskWorker &worker, const Callback<T> &answer) { answer(work(worker)); });
}

Desk::Desk(const DeskOptions &options, const Clock &clock, Dice &dice, std::unique_ptr<TokenVault> vault,
           QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_dice(dice)
    , m_worker(new DeskWorker(options, clock, dice, std::move(vault)))
    , m_rules(std::make_shared<const NewsroomRules>(Workflow{{}}))
{
    m_thread.setObjectName(u"desk"_s);
    m_worker->moveToThread(&m_thread);
    connectWorker();
    m_thread.start();
    ++*m_ordered; // nothing typed comes before it
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, ordered = m_ordered] {
            worker->open();
            --*ordered;
        },
        Qt::QueuedConnection);
}

Error Desk::nobodyIsSignedIn()
{
    return nobody;
}

const Workflow &Desk::workflow() const
{
    return m_rules->itemChain();
}

void Desk::networkReturned()
{
    QMetaObject::invokeMethod(m_worker, &DeskWorker::networkReturned, Qt::QueuedConnection);
}

Desk::~Desk()
{
    // Comes after everything that was asked for: events are taken in order.
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker] {
            delete worker;
            QThread::currentThread()->quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

void Desk::connectWorker()
{
    connect(m_worker, &DeskWorker::accountOpened, this,
            [this](const Account &account, SignInState state, const NewsroomView &newsroom) {
                m_account = account;
                m_signInState = state;
                take(newsroom);
                emit signedIn(account);
                emit newsroomChanged();
            });
    connect(m_worker, &DeskWorker::accountClosed, this, [this] {
        m_account = {};
        m_signInState = SignInState::SignedOut;
        take({});
        m_connection = {};
        m_unseen = 0;
        emit signedOut();
        emit newsroomChanged();
        emit articlesChanged();
        emit outboxChanged();
        emit unseenChanged(0);
    });
    connect(m_worker, &DeskWorker::unseenChanged, this, [this](int count) {
        if (std::exchange(m_unseen, count) != count)
            emit unseenChanged(count);
    });
    connect(m_worker, &DeskWorker::newsArrived, this, &Desk::newsArrived);
    connect(m_worker, &DeskWorker::stepOvertaken, this, &Desk::stepOvertaken);
    connect(m_worker, &DeskWorker::sessionEnded, this, [this] {
        m_signInState = SignInState::SessionEnded;
        emit sessionEnded();
    });
    connect(m_worker, &DeskWorker::newsroomChanged, this, [this](const NewsroomView &newsroom) {
        take(newsroom);
        emit newsroomChanged();
    });
    connect(m_worker, &DeskWorker::connectionChanged, this, [this](const ConnectionView &connection) {
        if (connection == m_connection)
            return;
        m_connection = connection;
        emit connectionChanged(connection);
    });
    connect(m_worker, &DeskWorker::openingFailed, this, &Desk::openingFailed);
    connect(m_worker, &DeskWorker::articleChanged, this, &Desk::articleChanged);
    connect(m_worker, &DeskWorker::articlesChanged, this, &Desk::articlesChanged);
    connect(m_worker, &DeskWorker::entriesChanged, this, &Desk::entriesChanged);
    connect(m_worker, &DeskWorker::outboxChanged, this, &Desk::outboxChanged);
    connect(m_worker, &DeskWorker::uploadProgressed, this, &Desk::uploadProgressed);
    connect(m_worker, &DeskWorker::pictureArrived, this, &Desk::pictureArrived);
    connect(m_worker, &DeskWorker::problemArose, this, &Desk::problemArose);
}

void Desk::take(const NewsroomView &newsroom)
{
    m_user = newsroom.user;
    m_users = newsroom.users;
    m_sections = newsroom.sections;
    m_genres = newsroom.genres;
    m_reviewSettings = newsroom.reviewSettings;
    m_site = newsroom.site;
    m_rules = newsroom.rules ? newsroom.rules : std::make_shared<const NewsroomRules>(Workflow{{}});
}

void Desk::signIn(const QString &server, const QString &login, const QString &password, QObject *context,
                  Callback<User> done)
{
    askLater<User>(context, std::move(done), [=](DeskWorker &worker, const Callback<User> &answer) {
        worker.signIn(server, login, password, answer);
    });
}

void Desk::signOut(QObject *context, Callback<void> done)
{
    askLater<void>(context, std::move(done),
                   [](DeskWorker &worker, const Callback<void> &answer) { worker.signOut(answer); });
}

QString Desk::nameOf(UserId user) const
{
    const auto found = std::ranges::find(m_users, user, &User::id);
    return found == m_users.end() ? QString() : found->name;
}

ChecklistPolicy Desk::checklist() const
{
    ChecklistPolicy policy = m_site ? m_site->checklist : ChecklistPolicy();
    policy.unsignedGenres = m_genres.unsignedCodes();
    policy.lengths =
        settingsOn<ReviewSettings>(m_reviewSettings, dayIn(m_clock.now(), m_site ? m_site->timeZone : QString()));
    return policy;
}

const Section *Desk::findSection(SectionId id) const
{
    const auto found = std::ranges::find(m_sections, id, &Section::id);
    return found == m_sections.end() ? nullptr : &*found;
}

void Desk::askReplica(std::function<void(Replica *)> work)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, work = std::move(work)] { work(worker->replica()); }, Qt::QueuedConnection);
}

void Desk::actOnReplica(ActTurn turn, std::function<Result<Changes>(Replica &)> work,
                        std::function<void(Result<void>)> done)
{
    const auto act = [worker = m_worker, work = std::move(work), done = std::move(done)] { done(worker->act(work)); };
    if (turn == ActTurn::Hurried && *m_ordered == 0)
        return DeskWorker::hurry(*m_worker, act);
    m_typed.reset(); // texts typed from here on come after this
    ++*m_ordered;
    QMetaObject::invokeMethod(
        m_worker,
        [act, ordered = m_ordered] {
            act();
            --*ordered;
        },
        Qt::QueuedConnection);
}

void Desk::list(const ArticleQuery &query, const std::optional<ListCursor> &after, QObject *context,
                Callback<ArticlePage> done)
{
    look<ArticlePage>(context, std::move(done), [=](DeskWorker &worker) { return worker.list(query, after); });
}

void Desk::article(ArticleId id, QObject *context, Callback<ArticleView> done)
{
    look<ArticleView>(context, std::move(done), [id](DeskWorker &worker) { return worker.article(id); });
}

void Desk::line(ArticleId id, QObject *context, Callback<std::optional<ArticleLine>> done)
{
    look<std::optional<ArticleLine>>(context, std::move(done), [id](DeskWorker &worker) { return worker.line(id); });
}

ArticleId Desk::newArticle()
{
    return ArticleId::create(m_clock, m_dice);
}

QString Desk::newRow()
{
    return entry::newRowId(m_dice);
}

void Desk::type(ArticleId id, TextBase base, const Content &content, QObject *context, Callback<void> done)
{
    auto reply = expect<void>(context, std::move(done));
    if (m_typed) {
        const std::lock_guard lock(m_typed->mutex);
        if (!m_typed->isTaken) {
            auto &text = m_typed->texts[id];
            text.base = base;
            text.content = content;
            text.replies.push_back(std::move(reply));
            return;
        }
    }
    m_typed = std::make_shared<TypedTexts>();
    m_typed->texts[id] = {.base = base, .content = content, .replies = {std::move(reply)}};
    const auto keep = [worker = m_worker, typed = m_typed] {
        std::map<ArticleId, TypedTexts::Text> texts;
        {
            const std::lock_guard lock(typed->mutex);
            typed->isTaken = true;
            texts.swap(typed->texts);
        }
        for (const auto &[article, text] : texts) {
            const auto result = worker->type({.article = article, .base = text.base, .content = text.content});
            for (const auto &answer : text.replies)
                answer(result);
        }
    };
    if (*m_ordered > 0)
        QMetaObject::invokeMethod(m_worker, keep, Qt::QueuedConnection);
    else
        DeskWorker::hurry(*m_worker, keep);
}

void Desk::save(ArticleId id, QObject *context, Callback<void> done)
{
    if (!done) { // nobody else hears of it
        context = this;
        done = [this, id](const Result<void> &saved) {
            if (!saved)
                emit problemArose(saved.error(), itemKey(id));
        };
    }
    askWorker<void>(context, std::move(done), [id](DeskWorker &worker) { return worker.save(id); });
}

void Desk::savePutBack(ArticleId id)
{
    const auto done = [this, id](const Result<void> &saved) {
        if (!saved)
            emit problemArose(saved.error(), itemKey(id));
    };
    askWorker<void>(this, done, [id](DeskWorker &worker) { return worker.save(id, Sitting::Begins); });
}

void Desk::markSeen(ArticleId id)
{
    askWorker<void>(
        this, [](const Result<void> &) {}, [id](DeskWorker &worker) { return worker.markSeen(id); });
}

void Desk::submit(const Command &command, QObject *context, Callback<ArticleView> done, std::optional<TextBase> read)
{
    askWorker<ArticleView>(context, std::move(done),
                           [command, read](DeskWorker &worker) { return worker.submit(command, read); });
}

void Desk::revisions(ArticleId id, QObject *context, Callback<std::vector<RevisionLine>> done)
{
    using Lines = std::vector<RevisionLine>;
    askLater<Lines>(context, std::move(done),
                    [id](DeskWorker &worker, const Callback<Lines> &answer) { worker.revisions(id, answer); });
}

void Desk::revision(ArticleId id, Version version, QObject *context, Callback<Content> done)
{
    askLater<Content>(context, std::move(done), [=](DeskWorker &worker, const Callback<Content> &answer) {
        worker.revision(id, version, answer);
    });
}

void Desk::versions(const Key &key, QObject *context, Callback<std::vector<RecordVersion>> done)
{
    using Versions = std::vector<RecordVersion>;
    askLater<Versions>(context, std::move(done),
                       [key](DeskWorker &worker, const Callback<Versions> &answer) { worker.versions(key, answer); });
}

void Desk::addPicture(const QString &path, QObject *context, Callback<AddedPicture> done)
{
    askWorker<AddedPicture>(context, std::move(done), [path](DeskWorker &worker) { return worker.addPicture(path); });
}

void Desk::addPicture(const QByteArray &bytes, const QString &name, QObject *context, Callback<AddedPicture> done)
{
    askWorker<AddedPicture>(context, std::move(done),
                            [=](DeskWorker &worker) { return worker.addPicture(bytes, name); });
}

void Desk::pictureFile(MediaId media, QObject *context, Callback<QString> done)
{
    askLater<QString>(context, std::move(done), [media](DeskWorker &worker, const Callback<QString> &answer) {
        worker.pictureFile(media, answer);
    });
}

void Desk::outbox(QObject *context, Callback<OutboxView> done)
{
    look<OutboxView>(context, std::move(done), [](DeskWorker &worker) { return worker.outbox(); });
}

void Desk::retry(RequestId request, QObject *context, Callback<void> done)
{
    askWorker<void>(context, std::move(done), [request](DeskWorker &worker) { return worker.retry(request); });
}

void Desk::retryPicture(MediaId media, QObject *context, Callback<void> done)
{
    askWorker<void>(context, std::move(done), [media](DeskWorker &worker) { return worker.retryPicture(media); });
}

void Desk::discard(RequestId request, QObject *context, Callback<void> done)
{
    askWorker<void>(context, std::move(done), [request](DeskWorker &worker) { return worker.discard(request); });
}

void Desk::discardPicture(MediaId media, QObject *context, Callback<void> done)
{
    askWorker<void>(context, std::move(done), [media](DeskWorker &worker) { return worker.discardPicture(media); });
}

void Desk::keepAsNewDraft(ArticleId id, QObject *context, Callback<ArticleId> done)
{
    askWorker<ArticleId>(context, std::move(done), [id](DeskWorker &worker) { return worker.keepAsNewDraft(id); });
}

void Desk::deleteDraft(ArticleId id, QObject *context, Callback<void> done)
{
    askWorker<void>(context, std::move(done), [id](DeskWorker &worker) { return worker.deleteDraft(id); });
}

void Desk::setWorkOffline(bool offline)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, offline] { worker->setWorkOffline(offline); }, Qt::QueuedConnection);
}

void Desk::sync(QObject *context, Callback<void> done)
{
    askLater<void>(context, std::move(done),
                   [](DeskWorker &worker, const Callback<void> &answer) { worker.sync(answer); });
}

} // namespace toasoan
