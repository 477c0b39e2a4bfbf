// A desk and a server of different ages: what a person does waits with its work and its reason, and is done once when
// the older of the two has been updated. With the server's own routes; what the desk says of itself is changed on the
// way.
#include "protocol/Wire.h"
#include "storage/Database.h"
#include "storage/Statement.h"
#include "support/Patience.h"
#include "sync/HttpTransport.h"
#include "sync/OfficeServer.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMutex>
#include <QSignalSpy>

using namespace toasoan;
using namespace toasoan::test;
using namespace std::chrono_literals;

namespace {

// The standard registers have versions, too.
constexpr auto savesOfArticles =
    "SELECT COUNT(*) FROM revisions WHERE record_id IN (SELECT id FROM records WHERE noun = 'article')";

// A sound PNG of 8 × 6 pixels.
const QByteArray photo = QByteArray::fromBase64(
    "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAIAAABxZ0isAAAAY0lEQVR42g3JIQEAQQhFQZKgCbEh0Jvky5cCTYgNgSbR3dgxM9w4"
    "xjVklPGMNcwCD05wAwUVvGDjj8STk9xESSUv2fxDuDjiCokST6z+aLw5zW3UVPOa7T8GH85wBw01vGGHD8x/PnGPuaBxAAAAAElF"
    "TkSuQmCC");

/// What went over the line, for the test and the desk's thread.
class Line
{
public:
    struct Answer
    {
        QByteArray method;
        QString path;
        QByteArray request; ///< of a command its requestId
        int status = 0;
        QByteArray range; ///< the answer's own Toasoan-Protocol
    };

    void setSpoken(int version)
    {
        const QMutexLocker lock(&m_mutex);
        m_spoken = version;
        m_answers.clear();
    }
    [[nodiscard]] int spoken() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_spoken;
    }
    /// The answer to the next command is lost.
    void loseAnswer() { m_losesAnswer = true; }
    [[nodiscard]] bool isLost(const QByteArray &method, const QString &path)
    {
        return method == "POST" && path == QLatin1StringView(wire::commands) && m_losesAnswer.exchange(false);
    }
    void add(Answer answer)
    {
        const QMutexLocker lock(&m_mutex);
        m_answers.push_back(std::move(answer));
    }
    [[nodiscard]] std::vector<Answer> answers() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_answers;
    }

private:
    mutable QMutex m_mutex;
    int m_spoken = wire::version;
    std::vector<Answer> m_answers; ///< since another version is spoken
    std::atomic<bool> m_losesAnswer = false;
};

class AgedTransport final : public Transport
{
public:
    AgedTransport(const QString &server, std::shared_ptr<Line> line) : m_inner(server), m_line(std::move(line)) { }

    [[nodiscard]] std::unique_ptr<PendingRequest> send(const TransportRequest &request, Done done) override
    {
        TransportRequest aged = request;
        for (auto &[name, value] : aged.fields) {
            if (name == wire::versionField)
                value = QByteArray::number(m_line->spoken());
        }
        Line::Answer answer{.method = request.method,
                            .path = request.path,
                            .request = QJsonDocument::fromJson(request.body)["requestId"_L1].toString().toLatin1()};
        return m_inner.send(
            aged, [line = m_line, answer, done = std::move(done)](const Result<TransportResponse> &response) mutable {
                answer.status = response ? response->status : 0;
                answer.range = response ? response->field(wire::versionField) : QByteArray();
                line->add(answer);
                const Error lost{ErrorCode::Unavailable, u"network"_s, u"lost on its way"_s};
                done(line->isLost(answer.method, answer.path) ? lost : response);
            });
    }

private:
    HttpTransport m_inner;
    std::shared_ptr<Line> m_line;
};

Content contentOf(const QString &title, SectionId section)
{
    Content content;
    content.title = title;
    content.section = section;
    return content;
}

qint64 countOnServer(const OfficeServer &server, const std::string &sql)
{
    const auto database = Database::open(newsroomLocation(server.options()));
    auto transaction = Transaction::begin(**database, Access::Read);
    Statement statement(*transaction, sql);
    return statement.one(u"rows"_s, [](const Statement &row) { return row.integer(0); }).valueOr(-1);
}

} // namespace

class TestVersions : public QObject
{
    Q_OBJECT

private:
    static Result<void> settle(Desk &desk)
    {
        return answerOf<void>([&](QObject *context, auto done) { desk.sync(context, done); });
    }
    static OutboxView outboxOf(Desk &desk)
    {
        return answerOf<OutboxView>([&](QObject *context, auto done) { desk.outbox(context, done); }).valueOr({});
    }

    SystemClock m_clock;
    SystemDice m_dice;

private slots:
    void whatIsDoneBetweenTwoUpdatesIsDoneOnce_data()
    {
        QTest::addColumn<int>("spoken"); ///< by the desk, for a while
        QTest::addColumn<bool>("losesAnswer"); ///< to the first command, just before
        for (const bool losesAnswer : {false, true}) {
            const char *when = losesAnswer ? "after an answer was lost" : "with nothing under way";
            QTest::addRow("the desk is newer, %s", when) << wire::version + 1 << losesAnswer;
            QTest::addRow("the desk is older, %s", when) << wire::oldestServed - 1 << losesAnswer;
        }
    }
    void whatIsDoneBetweenTwoUpdatesIsDoneOnce()
    {
        QFETCH(const int, spoken);
        QFETCH(const bool, losesAnswer);
        const OfficeServer server;
        const QTemporaryDir folder;
        const auto line = std::make_shared<Line>();
        Desk desk({.folder = folder.path(),
                   .device = u"test"_s,
                   .saveAfter = 1h,
                   .makeTransport =
                       [line](const QString &address) { return std::make_unique<AgedTransport>(address, line); }},
                  m_clock, m_dice, std::make_unique<MemoryVault>());
        const auto signIn = [&] {
            return answerOf<User>([&](QObject *context, auto done) {
                desk.signIn(server.address(), u"reporter"_s, server.password, context, done);
            });
        };
        QVERIFY(signIn());
        QVERIFY(settle(desk));
        const qint64 answered = countOnServer(server, "SELECT COUNT(*) FROM requests");
        ConnectionView connection;
        connect(&desk, &Desk::connectionChanged, &desk, [&](const ConnectionView &view) { connection = view; });

        // What the server did last it did before one of the two was updated; its answer may be lost with the line.
        const ArticleId first = desk.newArticle(), second = desk.newArticle();
        if (losesAnswer)
            line->loseAnswer();
        desk.type(first, {}, contentOf(u"Tin một"_s, server.section));
        if (losesAnswer) {
            desk.save(first);
            QTRY_COMPARE(countOnServer(server, savesOfArticles), 1);
        }
        line->setSpoken(spoken);
        const Submit submit{.target = itemKey(first), .version = 0, .stateSecret = StateSecret::ConfirmedNone};
        const auto submitted =
            answerOf<ArticleView>([&](QObject *context, auto done) { desk.submit(submit, context, done); });
        QVERIFY(submitted);
        desk.type(second, {}, contentOf(u"Tin hai"_s, server.section));
        desk.save(second);
        QVERIFY(answerOf<AddedPicture>(
            [&](QObject *context, auto done) { desk.addPicture(photo, u"lũ.png"_s, context, done); }));

        // It says why, the outbox rests with all of it, and nothing of it is taken for refused.
        for (int asked = 0; asked < 3; ++asked) {
            const auto synced = settle(desk);
            QVERIFY(!synced);
            QCOMPARE(synced.error().code, ErrorCode::Unsupported);
            QCOMPARE(synced.error().subject, u"protocol.version"_s);
        }
        QTRY_COMPARE(connection.connection, Connection::NoNetwork);
        QVERIFY(connection.problem);
        QCOMPARE(connection.problem->subject, u"protocol.version"_s);
        QCOMPARE(signIn().error().subject, u"protocol.version"_s);
        const OutboxView waiting = outboxOf(desk);
        QCOMPARE(waiting.commands.size(), std::size_t(3));
        for (const WaitingCommand &command : waiting.commands)
            QVERIFY(!command.refusal && command.state != WaitingState::Refused);
        QCOMPARE(waiting.pictures.size(), std::size_t(1));
        QVERIFY(!waiting.pictures.front().refusal);
        QCOMPARE(viewOf(desk, first).article.state, State::Submitted);
        QCOMPARE(viewOf(desk, second).article.content.title, u"Tin hai"_s);
        const auto said = line->answers();
        QVERIFY(!said.empty());
        for (const Line::Answer &answer : said) {
            if (answer.status == 0)
                continue; // it was asked for anew before it came
            QCOMPARE(answer.status, 415);
            QCOMPARE(answer.range, QByteArray::number(wire::oldestServed) + '-' + QByteArray::number(wire::version));
        }
        QCOMPARE(countOnServer(server, savesOfArticles), losesAnswer ? 1 : 0);

        // Then both speak the same again.
        line->setSpoken(wire::version);
        QVERIFY(settle(desk));
        QTRY_COMPARE(connection.connection, Connection::Online);
        QVERIFY(!connection.problem);
        QVERIFY(outboxOf(desk).isEmpty());
        QCOMPARE(viewOf(desk, first).saved, SavedState::Sent);
        QCOMPARE(viewOf(desk, first).article.state, State::Submitted);
        QCOMPARE(countOnServer(server, "SELECT COUNT(*) FROM records WHERE noun = 'article'"), 2);
        QCOMPARE(countOnServer(server, savesOfArticles), 2);
        QCOMPARE(countOnServer(server, "SELECT COUNT(*) FROM decisions"), 1);
        QCOMPARE(countOnServer(server, "SELECT COUNT(*) FROM requests"), answered + 3);
        QCOMPARE(countOnServer(server, "SELECT COUNT(*) FROM media"), 1);
    }
};

QTEST_GUILESS_MAIN(TestVersions)
#include "tst_versions.moc"
