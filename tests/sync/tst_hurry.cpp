// What a person types is kept at once, whatever else the desk's thread has to do.
#include "base/Clock.h"
#include "protocol/Feed.h"
#include "protocol/RecordJson.h"
#include "support/Patience.h"
#include "sync/Desk.h"
#include "sync/Transport.h"

#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace toasoan;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto token = "view"_L1;

// A server that has one page of articles to tell, and then nothing.
class OnePage final : public Transport
{
public:
    explicit OnePage(QByteArray page) : m_page(std::move(page)) { }

    [[nodiscard]] std::unique_ptr<PendingRequest> send(const TransportRequest &request, Done done) override
    {
        const QByteArray body = answerTo(request.path);
        if (!body.isEmpty())
            QTimer::singleShot(0, &m_thread,
                               [body, done] { done(TransportResponse{.status = 200, .fields = {}, .body = body}); });
        return std::make_unique<PendingRequest>();
    }

private:
    [[nodiscard]] QByteArray answerTo(const QString &path) const
    {
        const auto said = [](const QJsonObject &json) { return QJsonDocument(json).toJson(QJsonDocument::Compact); };
        if (path.endsWith("/view"_L1))
            return said(toJson(View{.epoch = u"e"_s, .newest = 1, .all = token, .nouns = {{u"article"_s, token}}}));
        if (path.contains("noun="_L1))
            return m_page;
        if (path.contains("wait="_L1))
            return {}; // held
        return toBody(
            FeedPage{.epoch = u"e"_s, .next = 1, .newest = 1, .more = false, .now = 0, .entries = {}, .view = token});
    }

    const QByteArray m_page;
    QObject m_thread; ///< lives in the desk's, as this does
};

QByteArray pageOf(int articles, const Clock &clock, Dice &dice)
{
    FeedPage page{
        .epoch = u"e"_s, .next = 1, .newest = articles, .more = false, .now = 0, .entries = {}, .view = token};
    for (int i = 0; i < articles; ++i) {
        RecordSnapshot snapshot;
        Article article;
        article.id = ArticleId::create(clock, dice);
        article.author = UserId::create(clock, dice);
        article.version = 1;
        article.content.title = u"Bài %1"_s.arg(i);
        article.content.lead = QString(2000, u'x');
        article.contentHash = contentHash(article.content);
        article.createdAt = article.updatedAt = clock.now();
        snapshot.record = recordOf(article);
        page.entries.push_back(
            {.sequence = i + 1, .noun = u"article"_s, .id = article.id.toText(), .value = toBody(snapshot)});
    }
    return toBody(page);
}

} // namespace

class TestHurry : public QObject
{
    Q_OBJECT

private slots:
    // In the order of the calls the text would come after the whole page, and after what only looks.
    void whatIsTypedIsKeptBeforeTheFeedIsTakenIn()
    {
        const SystemClock clock;
        SystemDice dice;
        const QTemporaryDir folder;
        const UserId user = UserId::create(clock, dice);
        QFile file(folder.filePath(u"desk.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            QJsonDocument(QJsonObject{{u"server"_s, u"http://x"_s}, {u"login"_s, u"r"_s}, {u"user"_s, user.toText()}})
                .toJson());
        file.close();
        auto vault = std::make_unique<MemoryVault>();
        vault->write(user.toText() + u"@http://x"_s, u"token"_s, [] {});
        const QByteArray page = pageOf(3000, clock, dice);
        Desk desk({.folder = folder.path(),
                   .device = u"test"_s,
                   .makeTransport = [page](const QString &) { return std::make_unique<OnePage>(page); }},
                  clock, dice, std::move(vault));

        // While the page is being taken in: from its first news until the desk knows all.
        QStringList order;
        bool isAsked = false;
        const auto typeOnce = [&] {
            if (std::exchange(isAsked, true))
                return;
            desk.list({}, {}, &desk, [&](const Result<ArticlePage> &) { order.append(u"listed"_s); });
            Content content;
            content.title = u"Tin mới"_s;
            desk.type(desk.newArticle(), {}, content, &desk,
                      [&](const Result<void> &kept) { order.append(kept ? u"kept"_s : kept.error().subject); });
        };
        connect(&desk, &Desk::articleChanged, &desk, typeOnce);
        // First when it opens, then of the page. All of it may come in one turn of this loop.
        int lists = 0;
        connect(&desk, &Desk::articlesChanged, &desk, [&] {
            if (++lists > 1)
                typeOnce();
        });
        connect(&desk, &Desk::connectionChanged, &desk, [&](const ConnectionView &connection) {
            if (connection.connection == Connection::Online)
                order.append(u"online"_s);
        });
        QTRY_COMPARE(order.size(), 3);
        QCOMPARE(order.first(), u"kept"_s);
    }

    // A step is of what was typed before it, never of what came after.
    void whatIsTypedAfterAStepDoesNotOvertakeIt()
    {
        const SystemClock clock;
        SystemDice dice;
        const QTemporaryDir folder;
        const UserId user = UserId::create(clock, dice);
        QFile file(folder.filePath(u"desk.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            QJsonDocument(QJsonObject{{u"server"_s, u"http://x"_s}, {u"login"_s, u"r"_s}, {u"user"_s, user.toText()}})
                .toJson());
        file.close();
        Desk desk({.folder = folder.path(),
                   .device = u"test"_s,
                   .saveAfter = 1h,
                   .makeTransport = [](const QString &) { return std::make_unique<OnePage>(QByteArray()); }},
                  clock, dice, std::make_unique<MemoryVault>());
        QSignalSpy opened(&desk, &Desk::signedIn);
        QVERIFY(opened.wait(longestWait));
        const ArticleId id = desk.newArticle();
        const auto type = [&](const QString &title) {
            Content content;
            content.title = title;
            desk.type(id, {}, content);
        };
        type(QString(400, u'x'));
        std::optional<Result<void>> saved;
        desk.save(id, &desk, [&](const Result<void> &answer) { saved = answer; });
        type(u"Tin"_s);
        QTRY_VERIFY(saved);
        QCOMPARE(saved->error().subject, u"content.title"_s); // of the first text, which is too long
        std::optional<ArticleView> view;
        desk.article(id, &desk, [&](const Result<ArticleView> &answer) { view = *answer; });
        QTRY_VERIFY(view);
        QCOMPARE(view->article.content.title, u"Tin"_s);
    }
};

QTEST_GUILESS_MAIN(TestHurry)
#include "tst_hurry.moc"
