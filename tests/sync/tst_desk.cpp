// The desk with its thread: what was acknowledged survives kill -9, and a real server over HTTP.
#include "support/Patience.h"
#include "sync/Desk.h"

#include "protocol/Wire.h"
#include "support/SmallDisk.h"
#include "sync/OfficeServer.h"
#include "sync/Transport.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMutex>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace toasoan;
using namespace toasoan::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// A sound PNG of 8 × 6 pixels.
const QByteArray photo = QByteArray::fromBase64(
    "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAIAAABxZ0isAAAAY0lEQVR42g3JIQEAQQhFQZKgCbEh0Jvky5cCTYgNgSbR3dgxM9w4"
    "xjVklPGMNcwCD05wAwUVvGDjj8STk9xESSUv2fxDuDjiCokST6z+aLw5zW3UVPOa7T8GH85wBw01vGGHD8x/PnGPuaBxAAAAAElF"
    "TkSuQmCC");

// A sound TIFF of 8 × 6 grey pixels.
const QByteArray tiff = QByteArray::fromHex(
    "49492a00080000000900000103000100000008000000010103000100000006000000020103000100000008000000030103000100"
    "00000100000006010300010000000100000011010400010000007a00000015010300010000000100000016010300010000000600"
    "00001701040001000000300000000000000000050a0f14191e23282d32373c41464b50555a5f64696e73787d82878c91969ba0a5"
    "aaafb4b9bec3c8cdd2d7dce1e6eb");

// A network on which nothing ever comes.
class DeadTransport final : public Transport
{
public:
    [[nodiscard]] std::unique_ptr<PendingRequest> send(const TransportRequest &, Done) override
    {
        return std::make_unique<PendingRequest>();
    }
};

DeskOptions deadOptions(const QString &folder, Milliseconds saveAfter = 3s)
{
    return {.folder = folder, .device = u"test"_s, .saveAfter = saveAfter, .makeTransport = [](const QString &) {
                return std::make_unique<DeadTransport>();
            }};
}

// The account that a desk finds when it opens.
void writeAccount(const QString &folder, UserId user, const QString &server = u"http://127.0.0.1"_s)
{
    QFile file(folder + u"/desk.json"_s);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no folder");
    file.write(
        QJsonDocument(QJsonObject{{u"server"_s, server}, {u"login"_s, u"reporter"_s}, {u"user"_s, user.toText()}})
            .toJson());
}

Content contentOf(const QString &title, const QString &lead = {})
{
    Content content;
    content.title = title;
    content.lead = lead;
    return content;
}

// The child: types without end and says each text's number when it is safe.
int typeForEver(const QString &folder, const QString &article)
{
    const SystemClock clock;
    SystemDice dice;
    Desk desk(deadOptions(folder, 40ms), clock, dice, std::make_unique<MemoryVault>());
    const ArticleId id = *ArticleId::fromText(article);
    int number = 0;
    std::function<void()> next = [&] {
        const int mine = ++number;
        desk.type(id, {}, contentOf(u"Bài"_s, QString::number(mine)), &desk, [&, mine](const Result<void> &done) {
            if (!done)
                qFatal("%s", qPrintable(done.error().subject));
            std::printf("%d\n", mine);
            std::fflush(stdout);
            next();
        });
    };
    QObject::connect(&desk, &Desk::signedIn, &desk, [&] { next(); });
    return QCoreApplication::exec();
}

// The child: types texts that grow, on a disk that fills up. Says each text's number when it is safe, and what went
// wrong once; then types the same text again. What it is asked for on standard input it reads back.
int typeOnSmallDisk(const QString &folder, const QString &article)
{
    const SystemClock clock;
    SystemDice dice;
    Desk desk(deadOptions(folder, 40ms), clock, dice, std::make_unique<MemoryVault>());
    const ArticleId id = *ArticleId::fromText(article);
    int number = 1;
    QString lastProblem;
    const auto say = [](const QString &line) {
        std::printf("%s\n", qPrintable(line));
        std::fflush(stdout);
    };
    std::function<void()> next = [&] {
        const QString lead = u"%1 "_s.arg(number) + QString(number * 20'000, u'x');
        desk.type(id, {}, contentOf(u"Bài"_s, lead), &desk, [&](const Result<void> &done) {
            const QString problem =
                done ? QString() : u"failed %1 %2"_s.arg(toText(done.error().code), done.error().subject);
            if (done)
                say(u"safe %1"_s.arg(number++));
            else if (problem != lastProblem)
                say(problem);
            const bool isOver = done && !lastProblem.isEmpty();
            lastProblem = problem;
            if (!isOver)
                return next();
            desk.article(id, &desk, [say](const Result<ArticleView> &view) {
                say(u"there "_s + (view ? view->article.content.lead.section(u' ', 0, 0) : view.error().subject));
                QCoreApplication::quit();
            });
        });
    };
    QObject::connect(&desk, &Desk::signedIn, &desk, [&] { next(); });
    return QCoreApplication::exec();
}

// Keeps tokens beyond a desk, as a keychain does.
class KeptVault final : public TokenVault
{
public:
    explicit KeptVault(QHash<QString, QString> &tokens) : m_tokens(tokens) { }
    void read(const QString &key, std::function<void(Result<QString>)> done) override
    {
        done(m_tokens.contains(key) ? Result<QString>(m_tokens.value(key))
                                    : Result<QString>(Error{ErrorCode::NotFound, u"token"_s, {}}));
    }
    void write(const QString &key, const QString &token, std::function<void()> done) override
    {
        m_tokens.insert(key, token);
        done();
    }
    void remove(const QString &key, std::function<void()> done) override
    {
        m_tokens.remove(key);
        done();
    }
    [[nodiscard]] bool isPersistent() const override { return true; }

private:
    QHash<QString, QString> &m_tokens;
};

// Keeps tokens, and answers when it is let: a keychain that waits to be unlocked.
class LockedVault final : public TokenVault
{
public:
    explicit LockedVault(QHash<QString, QString> &tokens) : m_kept(tokens) { }
    void read(const QString &key, std::function<void(Result<QString>)> done) override
    {
        wait(m_reads, [this, key, done] { m_kept.read(key, done); });
    }
    void write(const QString &key, const QString &token, std::function<void()> done) override
    {
        wait(m_writes, [this, key, token, done] { m_kept.write(key, token, done); });
    }
    void remove(const QString &key, std::function<void()> done) override { m_kept.remove(key, done); }
    [[nodiscard]] bool isPersistent() const override { return true; }

    [[nodiscard]] int readsWaiting() { return count(m_reads); }
    [[nodiscard]] int writesWaiting() { return count(m_writes); }
    /// In the desk's thread, as the keychain does.
    void answerReads() { answer(m_reads); }
    void answerWrites() { answer(m_writes); }

private:
    using Waiting = std::vector<std::function<void()>>;

    void wait(Waiting &list, std::function<void()> what)
    {
        const QMutexLocker lock(&m_mutex);
        if (!m_context)
            m_context = std::make_unique<QObject>();
        list.push_back(std::move(what));
    }
    int count(const Waiting &list)
    {
        const QMutexLocker lock(&m_mutex);
        return int(list.size());
    }
    void answer(Waiting &list)
    {
        QMetaObject::invokeMethod(
            m_context.get(),
            [this, &list] {
                QMutexLocker lock(&m_mutex);
                const Waiting waiting = std::exchange(list, {});
                lock.unlock();
                for (const auto &what : waiting)
                    what();
            },
            Qt::BlockingQueuedConnection);
    }

    KeptVault m_kept;
    QMutex m_mutex;
    std::unique_ptr<QObject> m_context; // of the desk's thread
    Waiting m_reads;
    Waiting m_writes;
};

} // namespace

class TestDesk : public QObject
{
    Q_OBJECT

private:
    static Result<User> signIn(Desk &desk, const OfficeServer &server, const QString &login)
    {
        return answerOf<User>(
            [&](QObject *context, auto done) { desk.signIn(server.address(), login, server.password, context, done); });
    }
    static Result<void> settle(Desk &desk)
    {
        return answerOf<void>([&](QObject *context, auto done) { desk.sync(context, done); });
    }

    SystemClock m_clock;
    SystemDice m_dice;

private slots:
    void whatWasAcknowledgedSurvivesKill9()
    {
        for (const int acknowledgements : {1, 7, 60}) {
            QTemporaryDir folder;
            const UserId user = UserId::create(m_clock, m_dice);
            const ArticleId id = ArticleId::create(m_clock, m_dice);
            writeAccount(folder.path(), user);
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(), {u"--type"_s, folder.path(), id.toText()});
            QVERIFY(child.waitForStarted(longestWait));
            QByteArray said;
            while (said.count('\n') < acknowledgements) {
                QVERIFY(child.waitForReadyRead(longestWait));
                said += child.readAllStandardOutput();
            }
            child.kill();
            QVERIFY(child.waitForFinished(longestWait));
            said += child.readAllStandardOutput();
            // The last line may have been cut in the middle.
            said.truncate(said.lastIndexOf('\n'));
            const int last = said.mid(said.lastIndexOf('\n') + 1).toInt();
            QVERIFY(last >= acknowledgements);

            Desk desk(deadOptions(folder.path()), m_clock, m_dice, std::make_unique<MemoryVault>());
            QSignalSpy opened(&desk, &Desk::signedIn);
            QVERIFY(opened.wait(longestWait));
            QCOMPARE(desk.signInState(), SignInState::SessionEnded);
            const ArticleView view = viewOf(desk, id);
            QVERIFY(view.article.content.lead.toInt() >= last);
            QCOMPARE(view.saved, SavedState::OnThisPc);
        }
    }

    void aFullDiskIsToldAndTypingGoesOnWhenThereIsRoom()
    {
        QTemporaryDir folder;
        const QString place = folder.filePath(u"desk"_s);
        QVERIFY(QDir().mkpath(place));
        writeAccount(place, UserId::create(m_clock, m_dice));
        QProcess child;
        const QStringList whole = onSmallDisk(place, u"24m"_s)
            + QStringList{QCoreApplication::applicationFilePath(), u"--type-on-small-disk"_s, place,
                          ArticleId::create(m_clock, m_dice).toText()};
        child.start(whole.front(), whole.mid(1));
        QByteArray said;
        const auto says = [&](const QByteArray &words) {
            while (!said.contains(words) && child.waitForReadyRead(longestWait))
                said += child.readAllStandardOutput();
            return said.contains(words);
        };
        QVERIFY(says("safe 3\n"));
        const QString ballast = smallDiskOf(child.processId(), place) + u"/ballast"_s;
        QVERIFY(fillDisk(ballast));
        QVERIFY2(says("failed storageFull database.full\n"), said);
        QVERIFY(QFile::remove(ballast));
        QVERIFY2(says("there "), said);
        QVERIFY(child.waitForFinished(longestWait));
        said += child.readAllStandardOutput();
        // The text that did not fit is the one that is there now: nothing was passed over.
        const QList<QByteArray> lines = said.trimmed().split('\n');
        int number = 0;
        for (const QByteArray &line : lines) {
            if (line.startsWith("safe "))
                QCOMPARE(line.mid(5).toInt(), ++number);
        }
        QCOMPARE(lines.last(), "there " + QByteArray::number(number));
    }

    void endingTheProgramKeepsWhatWasTypedAMomentBefore()
    {
        QTemporaryDir folder;
        writeAccount(folder.path(), UserId::create(m_clock, m_dice));
        const ArticleId id = ArticleId::create(m_clock, m_dice);
        {
            Desk desk(deadOptions(folder.path()), m_clock, m_dice, std::make_unique<MemoryVault>());
            for (int i = 0; i <= 100; ++i)
                desk.type(id, {}, contentOf(u"Bài"_s, QString::number(i)));
        }
        Desk desk(deadOptions(folder.path()), m_clock, m_dice, std::make_unique<MemoryVault>());
        QCOMPARE(viewOf(desk, id).article.content.lead, u"100"_s);
    }

    // It would be found nowhere else once the window that tells of it is closed.
    void aTextThatCannotBeGivenIsInTheOutboxUntilItCan()
    {
        QTemporaryDir folder;
        writeAccount(folder.path(), UserId::create(m_clock, m_dice));
        const ArticleId id = ArticleId::create(m_clock, m_dice);
        const auto textsOf = [](Desk &desk) {
            return answerOf<OutboxView>([&](QObject *context, auto done) { desk.outbox(context, done); })->texts;
        };
        const QString longTitle(5'000, u'a');
        {
            Desk desk(deadOptions(folder.path()), m_clock, m_dice, std::make_unique<MemoryVault>());
            desk.type(id, {}, contentOf(longTitle, {}));
            QVERIFY(textsOf(desk).empty()); // nobody has tried yet
            const QSignalSpy told(&desk, &Desk::outboxChanged);
            const auto saved = answerOf<void>([&](QObject *context, auto done) { desk.save(id, context, done); });
            QVERIFY(!saved);
            QTRY_VERIFY(!told.isEmpty());
            const auto texts = textsOf(desk);
            QCOMPARE(texts.size(), 1U);
            QCOMPARE(texts.front().article, id);
            QCOMPARE(texts.front().title, longTitle);
            QCOMPARE(texts.front().why, saved.error());
            QVERIFY(!texts.front().isTriedAgain);
        }
        Desk desk(deadOptions(folder.path()), m_clock, m_dice, std::make_unique<MemoryVault>());
        QTRY_COMPARE(textsOf(desk).size(), 1U); // and after the program was closed
        desk.type(id, viewOf(desk, id).base, contentOf(u"Ngắn"_s, {}));
        desk.save(id);
        QTRY_VERIFY(textsOf(desk).empty());
    }

    void anAnswerWhoseAskerIsGoneIsNotGiven()
    {
        QTemporaryDir folder;
        writeAccount(folder.path(), UserId::create(m_clock, m_dice));
        Desk desk(deadOptions(folder.path()), m_clock, m_dice, std::make_unique<MemoryVault>());
        bool isCalled = false;
        {
            QObject context;
            desk.outbox(&context, [&isCalled](const Result<OutboxView> &) { isCalled = true; });
        }
        // Answers come in order: after this one the other would have come.
        QVERIFY(answerOf<OutboxView>([&](QObject *context, auto done) { desk.outbox(context, done); }));
        QVERIFY(!isCalled);
    }

    void aDeskWithoutAccountSaysSo()
    {
        QTemporaryDir folder;
        Desk desk(deadOptions(folder.path()), m_clock, m_dice, std::make_unique<MemoryVault>());
        QSignalSpy closed(&desk, &Desk::signedOut);
        QVERIFY(closed.wait(longestWait));
        const auto page = answerOf<ArticlePage>([&](QObject *context, auto done) { desk.list({}, {}, context, done); });
        QCOMPARE(page.error().code, ErrorCode::Unauthenticated);
    }

    void aFolderThatCannotBeUsedIsTold()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        Desk desk(deadOptions(file.fileName() + u"/below"_s), m_clock, m_dice, std::make_unique<MemoryVault>());
        QSignalSpy failed(&desk, &Desk::openingFailed);
        QVERIFY(failed.wait(longestWait));
    }

    // Two would write over each other's journal.
    void aFolderHasOneDeskAtATime()
    {
        QTemporaryDir folder;
        writeAccount(folder.path(), UserId::create(m_clock, m_dice));
        auto first =
            std::make_unique<Desk>(deadOptions(folder.path()), m_clock, m_dice, std::make_unique<MemoryVault>());
        QSignalSpy opened(first.get(), &Desk::signedIn);
        QVERIFY(opened.wait(longestWait));

        Desk second(deadOptions(folder.path()), m_clock, m_dice, std::make_unique<MemoryVault>());
        QSignalSpy openedToo(&second, &Desk::signedIn);
        QSignalSpy failed(&second, &Desk::openingFailed);
        QVERIFY(failed.wait(longestWait));
        const auto why = failed.front().front().value<Error>();
        QCOMPARE(why.code, ErrorCode::Conflict);
        QCOMPARE(why.subject, u"desk.inUse"_s);
        QVERIFY2(why.detail.contains(QString::number(QCoreApplication::applicationPid())), qPrintable(why.detail));
        const auto signedIn = answerOf<User>([&](QObject *context, auto done) {
            second.signIn(u"http://127.0.0.1:9"_s, u"reporter"_s, u"x"_s, context, done);
        });
        QCOMPARE(signedIn.error().subject, u"desk.inUse"_s);
        QCOMPARE(openedToo.count(), 0);

        first.reset();
        Desk third(deadOptions(folder.path()), m_clock, m_dice, std::make_unique<MemoryVault>());
        QSignalSpy openedAgain(&third, &Desk::signedIn);
        QVERIFY(openedAgain.wait(longestWait));
    }

    void twoDesksAtOneServer()
    {
        OfficeServer server;
        QTemporaryDir folder;
        Desk reporter({.folder = folder.filePath(u"reporter"_s), .device = u"pc1"_s, .makeTransport = {}}, m_clock,
                      m_dice, std::make_unique<MemoryVault>());
        Desk editor({.folder = folder.filePath(u"editor"_s), .device = u"pc2"_s, .makeTransport = {}}, m_clock, m_dice,
                    std::make_unique<MemoryVault>());

        const auto wrong = answerOf<User>([&](QObject *context, auto done) {
            reporter.signIn(server.address(), u"reporter"_s, u"not the password"_s, context, done);
        });
        QCOMPARE(wrong.error().subject, u"session.password"_s);
        const auto user = signIn(reporter, server, u"reporter"_s);
        QVERIFY(user);
        QVERIFY(!reporter.account().isRemembered);
        QVERIFY(signIn(editor, server, u"editor"_s));
        QVERIFY(settle(reporter));
        QVERIFY(settle(editor));
        QCOMPARE(reporter.sections().size(), 1U);
        QCOMPARE(reporter.user().id, user->id);
        QCOMPARE(reporter.nameOf(editor.user().id), u"editor"_s);
        QTRY_COMPARE(reporter.connection().connection, Connection::Online);

        // A text with a picture, submitted in one go.
        const auto picture = answerOf<AddedPicture>(
            [&](QObject *context, auto done) { reporter.addPicture(photo, u"lũ.png"_s, context, done); });
        QVERIFY(picture);
        QCOMPARE(picture->width, 8);
        QCOMPARE(picture->height, 6);
        const ArticleId id = reporter.newArticle();
        Content content = contentOf(u"Mưa lũ"_s, u"sapo"_s);
        content.section = server.section;
        content.body = QByteArray("{'type':'doc','content':[{'type':'figure','content':[{'type':'figimage','attrs':"
                                  "{'media':'"
                                  + picture->media.toText().toLatin1() + "'}},{'type':'figcaption'}]}]}")
                           .replace('\'', '"');
        reporter.type(id, {}, content);
        QSignalSpy heard(&editor, &Desk::articleChanged);
        const auto submit = [&](TextBase read) {
            return answerOf<ArticleView>([&](QObject *context, auto done) {
                reporter.submit(Submit{.target = itemKey(id), .version = 0, .stateSecret = StateSecret::ConfirmedNone},
                                context, done, read);
            });
        };
        const TextBase base = viewOf(reporter, id).base;
        const auto unread = submit({base.number + 1}); // nobody answers for a text that he did not see
        QVERIFY(!unread);
        QCOMPARE(unread.error().subject, u"article.contentHash"_s);
        QCOMPARE(viewOf(reporter, id).article.state, State::Draft);
        const auto given = submit(base);
        QVERIFY(given);
        QCOMPARE(given->article.state, State::Submitted);
        QVERIFY(settle(reporter));
        ArticleView view = viewOf(reporter, id);
        QCOMPARE(view.saved, SavedState::Sent);
        QVERIFY(view.waiting.empty());

        // The editor hears of it without asking, and can see the picture.
        QTRY_VERIFY(viewOf(editor, id).article.state == State::Submitted);
        QTRY_VERIFY(!heard.isEmpty());
        const auto pictureAtEditor = [&] {
            return answerOf<QString>(
                [&](QObject *context, auto done) { editor.pictureFile(picture->media, context, done); });
        };
        // Not while there is no server; and when there is one again, whoever shows it is told.
        editor.setWorkOffline(true);
        QTRY_VERIFY(editor.connection().connection != Connection::Online);
        QCOMPARE(pictureAtEditor().error().code, ErrorCode::Unavailable);
        QSignalSpy arrived(&editor, &Desk::pictureArrived);
        editor.setWorkOffline(false);
        QTRY_VERIFY(!arrived.isEmpty());
        QCOMPARE(arrived.front().front().value<MediaId>(), picture->media);
        const auto file = pictureAtEditor();
        QVERIFY2(file, qPrintable(file.ok() ? QString() : file.error().subject));
        QFile fetched(*file);
        QVERIFY(fetched.open(QIODevice::ReadOnly));
        QCOMPARE(fetched.readAll(), photo);
        // What no window draws is shown as readers will see it.
        const auto scan = answerOf<AddedPicture>(
            [&](QObject *context, auto done) { reporter.addPicture(tiff, u"bản quét.tif"_s, context, done); });
        QVERIFY2(scan, qPrintable(scan.ok() ? QString() : scan.error().subject));
        const auto fileOf = [](Desk &desk, MediaId media) {
            const auto shown =
                answerOf<QString>([&](QObject *context, auto done) { desk.pictureFile(media, context, done); });
            QFile there(shown.ok() ? *shown : QString());
            return there.open(QIODevice::ReadOnly) ? there.readAll() : QByteArray();
        };
        QTRY_VERIFY_WITH_TIMEOUT(fileOf(reporter, scan->media).startsWith("\xff\xd8\xff"), 60'000);

        const auto lines = answerOf<std::vector<RevisionLine>>(
            [&](QObject *context, auto done) { editor.revisions(id, context, done); });
        QVERIFY(lines);
        QCOMPARE(lines->size(), 1U);
        QCOMPARE(lines->front().savedBy, user->id);
        const auto old = answerOf<Content>([&](QObject *context, auto done) { editor.revision(id, 1, context, done); });
        QVERIFY(old);
        QCOMPARE(old->lead, u"sapo"_s);
        QTRY_VERIFY(
            answerOf<OutboxView>([&](QObject *context, auto done) { reporter.outbox(context, done); })->isEmpty());
    }

    void signingOutKeepsWhatWaitsForTheSameAccount()
    {
        OfficeServer server;
        QTemporaryDir folder;
        QHash<QString, QString> tokens;
        ArticleId id;
        {
            Desk desk({.folder = folder.path(), .device = u"pc"_s, .makeTransport = {}}, m_clock, m_dice,
                      std::make_unique<KeptVault>(tokens));
            QVERIFY(signIn(desk, server, u"reporter"_s));
            QVERIFY(desk.account().isRemembered);
            QVERIFY(settle(desk));
            desk.setWorkOffline(true);
            id = desk.newArticle();
            desk.type(id, {}, contentOf(u"Chưa gửi"_s));
        }
        {
            // The sign-in outlives the program, and so does working offline.
            Desk desk({.folder = folder.path(), .device = u"pc"_s, .makeTransport = {}}, m_clock, m_dice,
                      std::make_unique<KeptVault>(tokens));
            QSignalSpy opened(&desk, &Desk::signedIn);
            QVERIFY(opened.wait(longestWait));
            QCOMPARE(desk.signInState(), SignInState::SignedIn);
            QTRY_COMPARE(desk.connection().connection, Connection::Offline);
            QCOMPARE(viewOf(desk, id).article.content.title, u"Chưa gửi"_s);
            QVERIFY(answerOf<void>([&](QObject *context, auto done) { desk.signOut(context, done); }));
            QVERIFY(tokens.isEmpty());
            QCOMPARE(desk.signInState(), SignInState::SignedOut);

            // Another person at the same PC sees nothing of it.
            desk.setWorkOffline(false);
            QVERIFY(signIn(desk, server, u"editor"_s));
            QVERIFY(settle(desk));
            QCOMPARE(viewOf(desk, id).article.content.title, QString());
            QVERIFY(answerOf<void>([&](QObject *context, auto done) { desk.signOut(context, done); }));

            QVERIFY(signIn(desk, server, u"reporter"_s));
            QVERIFY(settle(desk));
            QCOMPARE(viewOf(desk, id).saved, SavedState::Sent);
        }
    }

    // The keychain waits to be unlocked at the start; meanwhile somebody else signs in.
    void aLateTokenOfOneAccountIsNotUsedForAnother()
    {
        OfficeServer server;
        QTemporaryDir elsewhere;
        QHash<QString, QString> tokens;
        UserId reporter;
        ArticleId draft;
        {
            Desk desk({.folder = elsewhere.path(), .device = u"pc1"_s, .makeTransport = {}}, m_clock, m_dice,
                      std::make_unique<KeptVault>(tokens));
            const auto user = signIn(desk, server, u"reporter"_s);
            QVERIFY(user);
            reporter = user->id;
            draft = desk.newArticle();
            desk.type(draft, {}, contentOf(u"Bản nháp riêng"_s));
            QVERIFY(settle(desk));
        }
        QTemporaryDir folder;
        writeAccount(folder.path(), reporter, server.address());
        auto owned = std::make_unique<LockedVault>(tokens);
        LockedVault &vault = *owned;
        Desk desk({.folder = folder.path(), .device = u"pc2"_s, .makeTransport = {}}, m_clock, m_dice,
                  std::move(owned));
        QSignalSpy ended(&desk, &Desk::sessionEnded);
        QTRY_COMPARE(vault.readsWaiting(), 1);

        std::optional<Result<User>> editor;
        desk.signIn(server.address(), u"editor"_s, server.password, &desk,
                    [&editor](const Result<User> &user) { editor = user; });
        QTRY_COMPARE(vault.writesWaiting(), 1);
        vault.answerReads();
        QVERIFY(!settle(desk)); // nobody is signed in yet
        QCOMPARE(viewOf(desk, draft).article.content.title, QString());
        vault.answerWrites();
        QTRY_VERIFY(editor && *editor);
        QVERIFY(settle(desk));
        QCOMPARE(desk.user().login, u"editor"_s);
        QCOMPARE(desk.signInState(), SignInState::SignedIn);
        QCOMPARE(viewOf(desk, draft).article.content.title, QString());
        QVERIFY(ended.isEmpty());
    }

    void aLateTokenOfAnAccountThatIsClosedIsForgotten()
    {
        OfficeServer server;
        QTemporaryDir folder;
        writeAccount(folder.path(), UserId::create(m_clock, m_dice), server.address());
        QHash<QString, QString> tokens;
        auto owned = std::make_unique<LockedVault>(tokens);
        LockedVault &vault = *owned;
        Desk desk({.folder = folder.path(), .device = u"pc"_s, .makeTransport = {}}, m_clock, m_dice, std::move(owned));
        QSignalSpy opened(&desk, &Desk::signedIn);
        QTRY_COMPARE(vault.readsWaiting(), 1);
        QVERIFY(answerOf<void>([&](QObject *context, auto done) { desk.signOut(context, done); }));
        vault.answerReads();

        std::optional<Result<User>> editor;
        desk.signIn(server.address(), u"editor"_s, server.password, &desk,
                    [&editor](const Result<User> &user) { editor = user; });
        QTRY_COMPARE(vault.writesWaiting(), 1);
        QVERIFY(answerOf<void>([&](QObject *context, auto done) { desk.signOut(context, done); }));
        vault.answerWrites();
        QTRY_VERIFY(editor.has_value());
        QVERIFY(!*editor);
        QCOMPARE(settle(desk).error().code, ErrorCode::Unauthenticated);
        QCOMPARE(desk.signInState(), SignInState::SignedOut);
        QVERIFY(tokens.isEmpty());
        QVERIFY(opened.isEmpty());
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 4 && arguments[1] == "--type"_L1)
        return typeForEver(arguments[2], arguments[3]);
    if (arguments.size() == 4 && arguments[1] == "--type-on-small-disk"_L1)
        return typeOnSmallDisk(arguments[2], arguments[3]);
    TestDesk test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_desk.moc"
