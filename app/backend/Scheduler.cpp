#include "backend/Scheduler.h"

#include "backend/CommandRunner.h"
#include "base/Log.h"
#include "storage/ArticleStore.h"
#include "storage/ChangeStore.h"

#include <QCryptographicHash>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// How late an hour can be noticed, and how late another process' change.
constexpr std::chrono::milliseconds tick{200};
constexpr std::chrono::hours cleaning{1};

RequestId requestFor(const Article &article)
{
    const QByteArray text = "publish/" + article.id.toText().toLatin1() + '/' + QByteArray::number(article.version)
        + '/' + QByteArray::number(toMilliseconds(*article.scheduledAt));
    const QByteArray hash = QCryptographicHash::hash(text, QCryptographicHash::Sha256);
    RequestId id;
    std::copy_n(hash.begin(), id.uuid.bytes.size(), id.uuid.bytes.begin());
    id.uuid.bytes[6] = static_cast<std::uint8_t>((id.uuid.bytes[6] & 0x0F) | 0x80); // version 8: made by our own rule
    id.uuid.bytes[8] = static_cast<std::uint8_t>((id.uuid.bytes[8] & 0x3F) | 0x80);
    return id;
}

Result<std::vector<ArticleId>> findDue(Database &database, Instant now)
{
    auto transaction = Transaction::begin(database, Access::Read);
    if (!transaction)
        return transaction.error();
    return ArticleStore(*transaction).due(now);
}

Result<Article> readArticle(Database &database, ArticleId id)
{
    auto transaction = Transaction::begin(database, Access::Read);
    if (!transaction)
        return transaction.error();
    return ArticleStore(*transaction).find(id);
}

// Nothing if it was published, or refused by a rule, before.
Result<std::optional<Article>> publish(Services &services, Database &database, ArticleId id)
{
    auto article = readArticle(database, id);
    if (!article)
        return article.error();
    if (!article->scheduledAt)
        return std::optional<Article>(); // another server was faster
    const Envelope envelope{.request = requestFor(*article),
                            .command = PublishArticle{.article = id, .version = article->version}};
    auto answer = runCommand(database, services.clock, Actor::system(), envelope);
    if (!answer)
        return answer.error();
    return answer->article;
}

Result<qint64> newestSequence(Database &database)
{
    auto transaction = Transaction::begin(database, Access::Read);
    if (!transaction)
        return transaction.error();
    return ChangeStore(*transaction).newest();
}

Result<void> clean(Services &services, Database &database)
{
    auto transaction = Transaction::begin(database, Access::Write);
    if (!transaction)
        return transaction.error();
    if (auto dropped = ChangeStore(*transaction).dropAnswers(services.clock.now() - answersKept); !dropped)
        return dropped.error();
    return transaction->commit();
}

} // namespace

Scheduler::Scheduler(Services &services, const DatabaseLocation &location)
    : m_services(services)
    , m_location(location)
    , m_thread([this] { run(); })
{ }

Scheduler::~Scheduler()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

Result<int> Scheduler::publishDue(Services &services, Database &database)
{
    auto due = findDue(database, services.clock.now());
    if (!due)
        return due.error();
    int published = 0;
    std::optional<Error> problem;
    for (const ArticleId id : *due) {
        auto article = publish(services, database, id);
        if (article && *article) {
            services.announce(database, **article);
            ++published;
        } else if (!article && !problem) {
            problem = article.error().during(u"article "_s + id.toText());
        }
    }
    if (problem)
        return *problem;
    return published;
}

void Scheduler::report(const Result<void> &outcome)
{
    if (!outcome && !m_isFailing) {
        const Error &error = outcome.error();
        writeLog(LogLevel::Error, "scheduler.failed",
                 {{"code"_L1, toText(error.code)}, {"subject"_L1, error.subject}, {"detail"_L1, error.detail}});
    } else if (outcome && m_isFailing) {
        writeLog(LogLevel::Info, "scheduler.works");
    }
    m_isFailing = !outcome;
}

Result<void> Scheduler::work(Database &database)
{
    Result<void> outcome;
    if (auto published = publishDue(m_services, database); !published)
        outcome = published.error();
    if (auto newest = newestSequence(database); !newest) {
        outcome = newest.error();
    } else if (*newest != m_known) {
        // Another process on the same database may have published something: pages follow at once.
        if (m_known >= 0 && m_services.feed.announce(*newest))
            m_services.pages.dropAll();
        m_known = *newest;
    }
    const auto now = std::chrono::steady_clock::now();
    if (now < m_cleanAt)
        return outcome;
    m_cleanAt = now + cleaning;
    if (auto cleaned = clean(m_services, database); !cleaned)
        outcome = cleaned.error();
    if (auto removed = m_services.media.removeExpiredUploads(database, m_services.clock); !removed)
        outcome = removed.error();
    return outcome;
}

void Scheduler::run()
{
    std::unique_ptr<Database> database;
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        lock.unlock();
        if (!database) {
            if (auto opened = Database::open(m_location))
                database = *std::move(opened);
            else
                report(opened.error());
        }
        if (database)
            report(work(*database));
        lock.lock();
        m_wake.wait_for(lock, tick, [this] { return m_stopping; });
    }
}

} // namespace toasoan
