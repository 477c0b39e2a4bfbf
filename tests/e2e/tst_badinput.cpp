// What bad input gets from the real server: a typed error body for a program, a log line for the operator, and nothing
// lost or half-done. Pictures that are none are in tests/backend/tst_uploads, messages that are no HTTP in
// tests/http/tst_conformance, a full disk and a locked database in tst_storagefaults.
#include "e2e/ServerProcess.h"
#include "support/Patience.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

constexpr auto commands = "/api/v1/commands";

QJsonObject node(const char *type, const QJsonArray &content = {})
{
    QJsonObject json{{"type"_L1, QLatin1StringView(type)}};
    if (!content.isEmpty())
        json.insert("content"_L1, content);
    return json;
}

QJsonObject documentOf(const QJsonObject &block)
{
    return node("doc", {block});
}

QJsonObject deepLists(int depth)
{
    QJsonObject block = node("paragraph");
    for (int i = 0; i < depth; ++i)
        block = node("bulletList", {node("listItem", {node("paragraph"), block})});
    return documentOf(block);
}

QJsonObject linkTo(const QString &address)
{
    const QJsonObject link{{"type"_L1, "link"_L1}, {"attrs"_L1, QJsonObject{{"href"_L1, address}}}};
    return documentOf(
        node("paragraph", {QJsonObject{{"type"_L1, "text"_L1}, {"text"_L1, "x"_L1}, {"marks"_L1, QJsonArray{link}}}}));
}

const QString loneSurrogate = QString(QChar(0xD800));

} // namespace

class TestBadInput : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<ServerProcess> m_server;
    QString m_draft; // of the reporter

    [[nodiscard]] QString stateOfAll() const { return m_server->run({u"dump"_s, u"--canonical"_s}).out; }

    ServerAnswer save(const QJsonObject &fields, const QString &article = newId())
    {
        QJsonObject content{{"title"_L1, u"Một tin"_s}, {"genre"_L1, "newsBrief"_L1}};
        for (auto field = fields.begin(); field != fields.end(); ++field)
            content.insert(field.key(), field.value());
        return m_server->command(
            u"phongvien"_s, {{"kind"_L1, "save"_L1}, {"article"_L1, article}, {"base"_L1, 0}, {"content"_L1, content}});
    }

    ServerAnswer post(const QByteArray &bytes)
    {
        return m_server->sendBytes("POST", QLatin1StringView(commands), bytes, m_server->tokens[u"phongvien"_s]);
    }

    // Every command on an article, as somebody would send it who knows its id.
    static QList<QJsonObject> allCommandsOn(const QString &article)
    {
        const QJsonObject content{{"title"_L1, u"Của người khác"_s}, {"genre"_L1, "newsBrief"_L1}};
        QList<QJsonObject> list{{{"kind"_L1, "save"_L1}, {"base"_L1, 1}, {"content"_L1, content}},
                                {{"kind"_L1, "submit"_L1}, {"confirmsNoStateSecret"_L1, true}},
                                {{"kind"_L1, "approve"_L1}, {"contentHash"_L1, "x"_L1}},
                                {{"kind"_L1, "schedule"_L1}, {"at"_L1, QDateTime::currentMSecsSinceEpoch()}},
                                {{"kind"_L1, "publish"_L1}}};
        for (const auto step : {"withdraw", "claim", "requestApproval", "returnToAuthor", "returnToEditor", "refuse",
                                "unschedule", "unpublish", "correct", "revoke", "delete"})
            list.append({{"kind"_L1, QLatin1StringView(step)}, {"reason"_L1, u"lý do"_s}});
        for (QJsonObject &command : list) {
            command.insert("article"_L1, article);
            if (!command.contains("base"_L1))
                command.insert("version"_L1, 1);
        }
        return list;
    }

private slots:
    void initTestCase()
    {
        m_server = std::make_unique<ServerProcess>(m_folder.filePath(u"data"_s));
        QVERIFY(m_server->makeDemo());
        QVERIFY(m_server->start());
        QVERIFY(m_server->signInAll());
        m_draft = newId();
        QCOMPARE(save({{"title"_L1, u"Bản nháp riêng"_s}}, m_draft).status, 200);
    }

    void badContentIsRefusedByItsPlace_data()
    {
        QTest::addColumn<QJsonObject>("fields");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("subject");
        const auto row = [](const char *name, const QJsonObject &fields, int status, const char *code,
                            const char *subject) {
            QTest::newRow(name) << fields << status << QString::fromLatin1(code) << QString::fromLatin1(subject);
        };
        const auto body = [](const QJsonObject &document) { return QJsonObject{{"body"_L1, document}}; };
        const auto title = [](const QString &text) { return QJsonObject{{"title"_L1, text}}; };
        row("a newer desk's node", body(documentOf(node("hologram"))), 415, "unsupported",
            "content.body.content[0].type");
        QJsonObject newer = documentOf(node("paragraph"));
        newer.insert("version"_L1, 2);
        row("a newer schema", body(newer), 415, "unsupported", "content.body.version");
        row("no document", body(node("paragraph")), 422, "invalidInput", "content.body.type");
        row("too deep", body(deepLists(40)), 413, "tooLarge", "content.body.content[0]");
        row("too large", body(paragraphBody(QString(600'000, u'x'))), 413, "tooLarge", "content.body");
        row("a control character in the body", body(paragraphBody(u"a\u0007b"_s)), 422, "invalidInput",
            "content.body.content[0].content[0].text");
        row("half a character in the body", body(paragraphBody(loneSurrogate)), 422, "invalidInput",
            "content.body.content[0].content[0].text");
        row("a link that runs", body(linkTo(u"javascript:alert(1)"_s)), 422, "invalidInput",
            "content.body.content[0].content[0].marks[0].attrs.href");
        row("a link that runs, in disguise", body(linkTo(u" JaVaScRiPt\t:alert(1)"_s)), 422, "invalidInput",
            "content.body.content[0].content[0].marks[0].attrs.href");
        row("a link with data", body(linkTo(u"data:text/html,<script>alert(1)</script>"_s)), 422, "invalidInput",
            "content.body.content[0].content[0].marks[0].attrs.href");
        row("a control character in the title", title(u"a\u0007b"_s), 422, "invalidInput", "content.title");
        row("a NUL in the title", title(u"a"_s + QChar(u'\0')), 422, "invalidInput", "content.title");
        row("half a character in the title", title(loneSurrogate), 422, "invalidInput", "content.title");
        row("a title without end", title(QString(100'000, u'x')), 413, "tooLarge", "content.title");
        row("a section that is not there", {{"section"_L1, newId()}}, 422, "invalidInput", "article.section");
        row("no genre of ours", {{"genre"_L1, "gossip"_L1}}, 422, "invalidInput", "content.genre");
        row("a text where a list should be", {{"tags"_L1, "x"_L1}}, 422, "invalidInput", "content.tags");
    }
    void badContentIsRefusedByItsPlace()
    {
        QFETCH(QJsonObject, fields);
        QFETCH(int, status);
        QFETCH(QString, code);
        QFETCH(QString, subject);
        const QString before = stateOfAll();
        const ServerAnswer answer = save(fields);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.code(), code);
        QVERIFY2(answer.subject().startsWith(subject), qPrintable(answer.subject()));
        QCOMPARE(stateOfAll(), before);
        QTRY_VERIFY(m_server->log().contains("refused"));
    }

    void decomposedTextIsStoredComposed()
    {
        const QString decomposed = u"Tiê\u0301ng Viê\u0323t"_s;
        const ServerAnswer answer = save({{"title"_L1, decomposed}, {"body"_L1, paragraphBody(decomposed)}});
        QCOMPARE(answer.status, 200);
        const QJsonValue content = answer.json()["article"_L1]["content"_L1];
        QCOMPARE(content["title"_L1].toString(), u"Tiếng Việt"_s);
        QCOMPARE(content["body"_L1]["content"_L1][0]["content"_L1][0]["text"_L1].toString(), u"Tiếng Việt"_s);
    }

    void badJsonIsRefusedWhole_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("error");
        const QByteArray id = newId().toLatin1();
        const auto version = [&id](const QByteArray &number) {
            return "{\"requestId\":\"" + newId().toLatin1() + "\",\"command\":{\"kind\":\"claim\",\"article\":\"" + id
                + "\",\"version\":" + number + "}}";
        };
        const auto row = [](const char *name, const QByteArray &bytes, const char *error, int status = 422) {
            QTest::newRow(name) << bytes << status << QString::fromLatin1(error);
        };
        row("nothing", "", "invalidInput body");
        row("no object", "[1]", "invalidInput body");
        row("cut", "{\"requestId\":\"0190", "invalidInput body");
        row("no UTF-8", "{\"requestId\":\"\xff\xfe\"}", "invalidInput body");
        row("overlong UTF-8", "{\"requestId\":\"\xc0\xaf\"}", "invalidInput body");
        row("a surrogate in UTF-8", "{\"requestId\":\"\xed\xa0\x80\"}", "invalidInput body");
        row("half a character", "{\"requestId\":\"\\ud800\",\"command\":{}}", "invalidInput requestId");
        row("deep lists", QByteArray(100'000, '[') + QByteArray(100'000, ']'), "invalidInput body");
        row("deep objects", QByteArray("{\"a\":").repeated(5000) + '1' + QByteArray(5000, '}'), "invalidInput body");
        row("no id", "{\"requestId\":\"00000000-0000-0000-0000-000000000000\",\"command\":{}}",
            "invalidInput requestId");
        row("a number beyond all", version("1e400"), "invalidInput body");
        row("a number without end", version(QByteArray(100'000, '9')), "invalidInput body");
        row("a number that is not exact", version("1e20"), "invalidInput command.version");
        row("a broken number", version("1.5"), "invalidInput command.version");
        row("a number below zero", version("-1"), "invalidInput command.version");
        row("a text for a number", version("\"1\""), "invalidInput command.version");
        // The last one counts, for the effect and for what is remembered of it: an article that never was.
        row("keys twice",
            "{\"requestId\":\"x\",\"requestId\":\"" + newId().toLatin1()
                + "\",\"command\":{\"kind\":\"publish\",\"kind\":\"claim\",\"version\":1,\"article\":\"" + id + "\"}}",
            "notFound article", 404);
    }
    void badJsonIsRefusedWhole()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        QFETCH(QString, error);
        const QString before = stateOfAll();
        const ServerAnswer answer = post(bytes);
        QCOMPARE(answer.code() + u' ' + answer.subject(), error);
        QCOMPARE(answer.status, status);
        QCOMPARE(stateOfAll(), before);
    }

    void addressesThatClimbOrNeverWereFindNothing_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("error");
        const auto row = [](const QString &path, int status, const char *error) {
            QTest::newRow(qPrintable(path)) << path << status << QString::fromLatin1(error);
        };
        row(u"/api/v1/media/..%2f..%2f..%2fnewsroom.db"_s, 404, "notFound media");
        row(u"/api/v1/media/%00"_s, 400, "invalidInput request");
        row(u"/api/v1/articles/..%2f..%2fetc/revisions"_s, 404, "notFound article");
        row(u"/api/v1/uploads/..%2f..%2fnewsroom.db"_s, 405, "unsupported request");
        row(u"/api/v1/secrets"_s, 404, "notFound request");
        row(u"/api/v2/changes"_s, 404, "notFound request");
        row(u"/api/v1/changes?after=-1"_s, 422, "invalidInput after");
        row(u"/api/v1/changes?after=99999999999999999999"_s, 422, "invalidInput after");
        row(u"/anh/..%2f..%2fnewsroom.db"_s, 404, "");
        row(u"/anh/019a0000-0000-7000-8000-000000000000-640.webp"_s, 404, "");
        row(u"/static/..%2f..%2fnewsroom.db"_s, 404, "");
        row(u"/newsroom.db"_s, 404, "");
    }
    void addressesThatClimbOrNeverWereFindNothing()
    {
        QFETCH(QString, path);
        QFETCH(int, status);
        QFETCH(QString, error);
        const ServerAnswer answer = m_server->send("GET", path, {}, m_server->tokens[u"phongvien"_s]);
        QCOMPARE(answer.status, status);
        if (!error.isEmpty())
            QCOMPARE(answer.code() + u' ' + answer.subject(), error);
        QVERIFY(!answer.body.contains("SQLite format"));
    }

    void otherVersionsOfTheProtocolAreRefusedAndNothingIsDone_data()
    {
        QTest::addColumn<QByteArray>("version");
        for (const char *version : {"0", "3", "1.0", "2.0", "1-2", " 01", "", "next"})
            QTest::newRow(version) << QByteArray(version);
    }
    void otherVersionsOfTheProtocolAreRefusedAndNothingIsDone()
    {
        QFETCH(QByteArray, version);
        const QByteArray envelope = QJsonDocument(QJsonObject{{"requestId"_L1, newId()},
                                                              {"command"_L1,
                                                               QJsonObject{{"kind"_L1, "submit"_L1},
                                                                           {"article"_L1, m_draft},
                                                                           {"version"_L1, 1},
                                                                           {"confirmsNoStateSecret"_L1, true}}}})
                                        .toJson();
        const QString before = stateOfAll();
        const ServerAnswer answer =
            m_server->sendBytes("POST", QLatin1StringView(commands), envelope, m_server->tokens[u"phongvien"_s],
                                {{"Toasoan-Protocol", version}});
        QCOMPARE(answer.status, 415);
        QCOMPARE(answer.subject(), u"protocol.version"_s);
        QCOMPARE(stateOfAll(), before);
    }

    void whatSaysThatItIsNoJsonIsNotRead_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("status");
        const auto row = [](const char *field, const char *value, int status) {
            QTest::addRow("%s: %s", field, value) << QByteArray(field) << QByteArray(value) << status;
        };
        row("Content-Type", "application/json", 404);
        row("Content-Type", "Application/JSON; charset=\"UTF-8\"", 404);
        row("Content-Type", "text/plain", 415);
        row("Content-Type", "application/x-www-form-urlencoded", 415);
        row("Content-Type", "application/json; charset=utf-16", 415);
        row("Content-Type", "application/json; charset=latin1", 415);
        row("Content-Encoding", "gzip", 415);
        row("Content-Encoding", "identity", 404);
    }
    void whatSaysThatItIsNoJsonIsNotRead()
    {
        QFETCH(const QByteArray, field);
        QFETCH(const QByteArray, value);
        QFETCH(const int, status);
        const QJsonObject claim{{"kind"_L1, "claim"_L1}, {"version"_L1, 1}, {"article"_L1, newId()}};
        const QByteArray envelope =
            QJsonDocument(QJsonObject{{"requestId"_L1, newId()}, {"command"_L1, claim}}).toJson();
        const ServerAnswer answer = m_server->sendBytes("POST", QLatin1StringView(commands), envelope,
                                                        m_server->tokens[u"phongvien"_s], {{field, value}});
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.subject(), status == 415 ? u"request.contentType"_s : u"article"_s);
    }

    void anothersDraftDoesNotExist_data()
    {
        QTest::addColumn<QString>("who");
        for (const char *who : {"bientap", "thuky", "phoban", "truongban", "quantri"})
            QTest::newRow(who) << QString::fromLatin1(who);
    }
    void anothersDraftDoesNotExist()
    {
        QFETCH(QString, who);
        const QString before = stateOfAll();
        for (const QJsonObject &command : allCommandsOn(m_draft)) {
            const ServerAnswer answer = m_server->command(who, command);
            const QByteArray kind = command["kind"_L1].toString().toLatin1();
            QVERIFY2(answer.status == 404, kind);
            QVERIFY2(answer.subject() == "article"_L1, kind);
            QVERIFY2(!answer.body.contains("Bản nháp riêng"), kind);
        }
        const QString token = m_server->tokens[who];
        for (const QString &path : {u"/api/v1/articles/%1/revisions"_s, u"/api/v1/articles/%1/revisions/1"_s})
            QCOMPARE(m_server->send("GET", path.arg(m_draft), {}, token).status, 404);
        const ServerAnswer feed = m_server->send("GET", u"/api/v1/changes?after=0"_s, {}, token);
        QCOMPARE(feed.status, 200);
        QVERIFY(!feed.body.contains("Bản nháp riêng"));
        QCOMPARE(stateOfAll(), before);
        // Its author has it as it was.
        QCOMPARE(
            m_server
                ->send("GET", u"/api/v1/articles/%1/revisions/1"_s.arg(m_draft), {}, m_server->tokens[u"phongvien"_s])
                .status,
            200);
    }

    void aCommandSentManyTimesAtOnceTakesEffectOnce()
    {
        const QString request = newId();
        const QString article = newId();
        const auto envelope = [&](const QString &title) {
            const QJsonObject content{{"title"_L1, title}, {"genre"_L1, "newsBrief"_L1}};
            const QJsonObject command{
                {"kind"_L1, "save"_L1}, {"article"_L1, article}, {"base"_L1, 0}, {"content"_L1, content}};
            return QJsonDocument(QJsonObject{{"requestId"_L1, request}, {"command"_L1, command}}).toJson();
        };
        QList<QNetworkReply *> replies;
        for (int i = 0; i < 6; ++i) // as many as the client opens connections for
            replies.append(m_server->begin("POST", QLatin1StringView(commands), envelope(u"Một lần"_s),
                                           m_server->tokens[u"phongvien"_s]));
        QByteArray first;
        for (QNetworkReply *reply : replies) {
            const ServerAnswer answer = ServerProcess::wait(reply);
            QCOMPARE(answer.status, 200);
            if (first.isEmpty())
                first = answer.body;
            QCOMPARE(answer.body, first);
        }
        const auto versions = [&] {
            return m_server
                ->send("GET", u"/api/v1/articles/%1/revisions"_s.arg(article), {}, m_server->tokens[u"phongvien"_s])
                .json()["revisions"_L1]
                .toArray()
                .size();
        };
        QCOMPARE(versions(), 1);

        // The same id for something else, or by somebody else, is refused and tells nothing of the first.
        const ServerAnswer other = post(envelope(u"Lần khác"_s));
        QCOMPARE(other.status, 409);
        QCOMPARE(other.subject(), u"command.requestId"_s);
        const ServerAnswer stranger = m_server->sendBytes("POST", QLatin1StringView(commands), envelope(u"Một lần"_s),
                                                          m_server->tokens[u"bientap"_s]);
        QCOMPARE(stranger.status, 409);
        QVERIFY(!stranger.body.contains("Một lần"));
        QCOMPARE(versions(), 1);
    }

    void aStepOnAVersionThatIsGoneIsAConflict()
    {
        const QString article = newId();
        QCOMPARE(save({}, article).status, 200);
        const QJsonObject submit{
            {"kind"_L1, "submit"_L1}, {"article"_L1, article}, {"version"_L1, 2}, {"confirmsNoStateSecret"_L1, true}};
        const ServerAnswer answer = m_server->command(u"phongvien"_s, submit);
        QCOMPARE(answer.status, 409);
        QCOMPARE(answer.subject(), u"article.version"_s);
    }

    void aBodyThatIsTooLargeIsRefusedBeforeItIsRead()
    {
        const ServerAnswer answer = m_server->sendBytes("POST", u"/api/v1/sessions"_s, QByteArray(100'000, 'x'));
        QCOMPARE(answer.status, 413);
        QCOMPARE(answer.code() + u' ' + answer.subject(), u"tooLarge request"_s);
    }

    // Of the whole run: JSON lines that tell what happened, by ids, and nothing of persons and texts.
    void theLogTellsWhatHappenedAndNothingOfPersons()
    {
        // Search words, a wrong password, and a title in a refused step come along.
        QCOMPARE(m_server->get(u"/tim-kiem?q=Nguyen+Van+Bi+Mat"_s).status, 200);
        QVERIFY(!m_server->signIn(u"phongvien"_s, u"mật khẩu sai hẳn"_s));
        QVERIFY(m_server->signIn(u"phongvien"_s, m_server->passwords[u"phongvien"_s]));
        QCOMPARE(m_server->stop(), 0);
        const QByteArray log = m_server->log();
        QStringList events;
        for (const QByteArray &line : log.trimmed().split('\n')) {
            const QJsonObject json = QJsonDocument::fromJson(line).object();
            QVERIFY2(json.contains("time"_L1) && json.contains("level"_L1) && json.contains("event"_L1), line);
            events.append(json["event"_L1].toString());
        }
        for (const char *event : {"server.started", "request.refused", "command.refused", "server.stopped"})
            QVERIFY2(events.contains(QLatin1StringView(event)), event);

        QList<QByteArray> secrets{"Bản nháp", "Một lần",  "Lần khác", "Tiếng Việt", "Của người", "Bi+Mat",
                                  "Bi Mat",   "mật khẩu", "Mozilla",  "127.0.0.1",  "lý do",     "hologram"};
        for (const QString &password : m_server->passwords)
            secrets.append(password.toUtf8());
        for (const QString &token : m_server->tokens)
            secrets.append(token.toLatin1());
        const QStringList logins = m_server->passwords.keys();
        for (const QString &login : logins)
            secrets.append(login.toLatin1());
        // The names of the demo's persons.
        for (const QByteArray &line : stateOfAll().toUtf8().split('\n')) {
            const QJsonObject json = QJsonDocument::fromJson(line).object();
            if (json["noun"_L1] == "user"_L1)
                secrets.append(json["name"_L1].toString().toUtf8());
        }
        QVERIFY(secrets.size() > 25);
        for (const QByteArray &secret : std::as_const(secrets))
            QVERIFY2(!secret.isEmpty() && !log.contains(secret), secret);
    }
};

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
