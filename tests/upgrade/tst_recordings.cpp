// What released versions left on disks, opened with the program of the day (README.md): the newsroom says what it said,
// readers find what they found, desks show what was typed, and what waits is done once. Whoever changes how something
// is stored, on the server or the desk, is held by this.
#include "e2e/ServerProcess.h"
#include "support/Patience.h"
#include "support/TemporaryDatabase.h"
#include "upgrade/DeskProcess.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <map>
#include <set>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

const QString recordings = u"" TOASOAN_SOURCE_DIR "/tests/upgrade"_s;

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

void run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(longestWait) || process.exitCode() != 0)
        qFatal("%s %s: %s", qPrintable(program), qPrintable(arguments.join(u' ')),
               process.readAllStandardError().constData());
}

QString sha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/// Where two values differ first; empty where they do not.
QString difference(const QJsonValue &was, const QJsonValue &is, const QString &place = {})
{
    if (was.isObject() && is.isObject()) {
        const QJsonObject before = was.toObject(), now = is.toObject();
        QStringList keys = before.keys();
        for (const QString &key : now.keys()) {
            if (!before.contains(key))
                keys.append(key);
        }
        for (const QString &key : keys) {
            if (const QString found = difference(before[key], now[key], place + u'.' + key); !found.isEmpty())
                return found;
        }
        return {};
    }
    if (was.isArray() && is.isArray()) {
        const QJsonArray before = was.toArray(), now = is.toArray();
        for (qsizetype i = 0; i < std::max(before.size(), now.size()); ++i) {
            if (const QString found = difference(before.at(i), now.at(i), u"%1[%2]"_s.arg(place).arg(i));
                !found.isEmpty())
                return found;
        }
        return {};
    }
    const auto text = [](const QJsonValue &value) {
        return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact)).left(300);
    };
    return was == is ? QString() : u"%1: %2 became %3"_s.arg(place, text(was), text(is));
}

// What `dump --canonical` says, by what tells lines apart.
class Dump
{
public:
    explicit Dump(const QByteArray &lines)
    {
        for (const QByteArray &line : lines.split('\n')) {
            if (line.isEmpty())
                continue;
            const QJsonObject json = QJsonDocument::fromJson(line).object();
            const QString noun = json["noun"_L1].toString();
            const QString id = json["id"_L1].toString();
            const QString article = noun == "article"_L1 ? id : json["article"_L1].toString();
            m_lines.append(
                {.article = noun == "revision"_L1 || noun == "article"_L1 ? article : QString(), .json = json});
            if (noun == "audit"_L1)
                m_lastAudit = json["number"_L1].toString(); // filled with zeros
            if (noun == "article"_L1)
                m_articles[id] = json;
            if (noun == "record"_L1)
                m_others.insert(id);
            if (noun == "revision"_L1)
                m_hashes[id + article + u' ' + json["version"_L1].toVariant().toString()] = {
                    json["contentHash"_L1].toString(),
                    sha256(QJsonDocument(json["content"_L1].toObject()).toJson(QJsonDocument::Compact))};
        }
    }

    [[nodiscard]] QJsonObject article(const QString &id) const { return m_articles.value(id); }
    [[nodiscard]] const QMap<QString, QJsonObject> &articles() const { return m_articles; }
    /// Of each version its hash as stored, and that of what is stored.
    [[nodiscard]] const std::map<QString, std::pair<QString, QString>> &hashes() const { return m_hashes; }
    /// All that is said of other articles than these, and of no article; `articlesOnly`: no log, no counts.
    [[nodiscard]] QJsonArray lines(const std::set<QString> &without = {}, bool articlesOnly = false) const
    {
        QJsonArray all;
        for (const Line &line : m_lines) {
            if (!without.contains(line.article) && (!articlesOnly || !line.article.isEmpty()))
                all.append(line.json);
        }
        return all;
    }

    /// All, but for what a start has brought since `before`: what the log says of a schema that was brought up to date,
    /// each time one line, and the standard registers that were not there.
    [[nodiscard]] QJsonArray linesBesideNewSchema(const Dump &before) const
    {
        QJsonArray all;
        for (const Line &line : m_lines) {
            const bool isNew =
                line.json["noun"_L1] == "audit"_L1 && line.json["number"_L1].toString() > before.m_lastAudit;
            // What a start brings along is nobody's.
            const bool isOfMachine = line.json["actor"_L1] == "00000000-0000-0000-0000-000000000000"_L1;
            const bool isOfStart = isNew
                && (line.json["action"_L1] == "setWorkflow"_L1 || line.json["on"_L1] == "register"_L1
                    || (isOfMachine && line.json["action"_L1] == "save"_L1));
            const bool isRegister = line.json["noun"_L1].toString().startsWith("record"_L1)
                && !before.m_others.contains(line.json["id"_L1].toString() + line.json["record"_L1].toString());
            if (!isOfStart && !isRegister)
                all.append(line.json);
        }
        return all;
    }

private:
    struct Line
    {
        QString article;
        QJsonObject json;
    };
    QList<Line> m_lines;
    QMap<QString, QJsonObject> m_articles;
    QString m_lastAudit;
    QSet<QString> m_others; ///< records that are no items
    std::map<QString, std::pair<QString, QString>> m_hashes;
};

// What a migration has changed on purpose of what a dump says, told by the README: applied to the lines of recordings
// that are older. None so far.
Dump asItIsToday(const QByteArray &recorded)
{
    return Dump(recorded);
}

// A recording, unpacked for one test.
class Recording
{
public:
    Recording(const QString &version, Engine engine)
        : m_from(recordings + u'/' + version + u'/' + QLatin1StringView(TemporaryDatabase::name(engine)))
    {
        for (const char *part : {"server", "desks"}) {
            const QString into = m_folder.filePath(QLatin1StringView(part));
            QDir().mkpath(into);
            run(u"tar"_s, {u"-xpzf"_s, m_from + u'/' + QLatin1StringView(part) + u".tar.gz"_s, u"-C"_s, into});
        }
        if (engine == Engine::Postgres)
            restore();
        expected = QJsonDocument::fromJson(bytesOf(m_from + u"/expected.json"_s)).object();
        if (expected.isEmpty())
            qFatal("%s is no recording", qPrintable(m_from));
        server = std::make_unique<ServerProcess>(
            m_folder.filePath(u"server"_s),
            m_database.isEmpty() ? QStringList() : QStringList{u"--database"_s, urlOf(m_database)});
    }
    ~Recording()
    {
        server.reset();
        if (!m_database.isEmpty())
            onCluster(u"DROP DATABASE %1 WITH (FORCE)"_s.arg(m_database));
    }
    Q_DISABLE_COPY_MOVE(Recording)

    [[nodiscard]] qint64 moment() const { return expected["moment"_L1].toInteger(); }
    /// Serves by the clock of the recording.
    [[nodiscard]] bool serve(const QStringList &wrapper = {}) const
    {
        return server->start(wrapper
                             + QStringList{u"" TOASOAN_UPGRADE_DIR "/upgrade_server"_s, QString::number(moment())});
    }
    [[nodiscard]] QString token(const QString &login) const
    {
        return expected["people"_L1][login]["token"_L1].toString();
    }
    [[nodiscard]] QString deskFolder(const QString &login) const { return m_folder.filePath(u"desks/"_s + login); }
    [[nodiscard]] QStringList desks() const { return expected["desks"_L1].toObject().keys(); }

    /// The desk, open and, if there is a server, signed in and at work with it.
    std::unique_ptr<DeskProcess> sitDown(const QString &login, const QStringList &wrapper = {}) const
    {
        auto desk =
            std::make_unique<DeskProcess>(DeskStart{.folder = deskFolder(login),
                                                    .now = moment(),
                                                    .isTimeStanding = server->processId() == 0,
                                                    .port = server->processId() == 0 ? quint16(0) : server->port(),
                                                    .wrapper = wrapper});
        if (server->processId() == 0)
            return desk;
        desk->ask(u"offline"_s, {{"offline"_L1, false}});
        // A sign-in that is not remembered; and the newsroom's server has moved meanwhile.
        if (!desk->opened()["signedIn"_L1].toBool()) {
            desk->ask(u"signIn"_s,
                      {{"server"_L1, u"http://127.0.0.1:%1"_s.arg(server->port())},
                       {"login"_L1, login},
                       {"password"_L1, expected["people"_L1][login]["password"_L1]}});
        }
        return desk;
    }
    [[nodiscard]] QJsonObject seenAt(const QString &login) const { return expected["desks"_L1][login].toObject(); }

    [[nodiscard]] Dump recordedDump() const { return asItIsToday(bytesOf(m_from + u"/newsroom.jsonl"_s)); }
    [[nodiscard]] Dump dump() const { return Dump(server->run({u"dump"_s, u"--canonical"_s}).out.toUtf8()); }
    /// Empty, or what `verify` complains of.
    [[nodiscard]] QString complaint() const
    {
        const ProgramRun verified = server->run({u"verify"_s, u"--audit"_s, expected["audit"_L1].toString()});
        return verified.exitCode == 0 ? QString() : verified.out + verified.err;
    }

    QJsonObject expected;
    std::unique_ptr<ServerProcess> server;

private:
    void restore()
    {
        m_cluster = TemporaryDatabase(Engine::Postgres, {}).location();
        m_cluster.schema.clear();
        if (!m_cluster.password.isEmpty())
            qputenv("PGPASSWORD", m_cluster.password.toUtf8());
        static int number = 0;
        m_database = u"toasoan_upgrade_%1_%2"_s.arg(QCoreApplication::applicationPid()).arg(++number);
        onCluster(u"CREATE DATABASE %1 TEMPLATE template0 ENCODING 'UTF8'"_s.arg(m_database));
        psql(urlOf(m_database), {u"--file"_s, m_from + u"/newsroom.sql"_s});
    }

    [[nodiscard]] QString urlOf(const QString &database) const
    {
        DatabaseLocation location = m_cluster;
        location.name = database;
        return location.toText();
    }
    void onCluster(const QString &sql) const { psql(m_cluster.toText(), {u"--command"_s, sql}); }
    static void psql(const QString &url, const QStringList &what)
    {
        run(u"psql"_s,
            QStringList{u"--no-psqlrc"_s, u"--quiet"_s, u"--set=ON_ERROR_STOP=1"_s, u"--output=/dev/null"_s,
                        u"--dbname"_s, url}
                + what);
    }

    const QString m_from;
    QTemporaryDir m_folder;
    DatabaseLocation m_cluster;
    QString m_database;
};

/// Kills what runs under it when it calls one of these for the `number`th time (from 1).
QStringList killedAt(const QString &calls, int number)
{
    return {u"strace"_s, u"-D"_s,
            u"-f"_s,     u"-qq"_s,
            u"-o"_s,     u"/dev/null"_s,
            u"-e"_s,     u"trace="_s + calls,
            u"-e"_s,     u"inject=%1:signal=SIGKILL:when=%2"_s.arg(calls).arg(number)};
}

/// Moments that lie close at the beginning and reach far.
int following(int number)
{
    return 2 * number + 1;
}

QString wordsOf(const QJsonValue &node)
{
    QString words = node["text"_L1].toString();
    for (const QJsonValue &child : node["content"_L1].toArray())
        words += u' ' + wordsOf(child);
    return words.simplified();
}

QStringList waitingAt(const QJsonValue &article)
{
    QStringList all;
    for (const QJsonValue &command : article["waiting"_L1].toArray())
        all.append(command["step"_L1].toString() + u' ' + command["state"_L1].toString());
    return all;
}

QJsonObject articleIn(const QJsonObject &view, const QString &id)
{
    for (const QJsonValue &article : view["articles"_L1].toArray()) {
        if (article["article"_L1] == id)
            return article.toObject();
    }
    return {};
}

QString textOf(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

} // namespace

class TestRecordings : public QObject
{
    Q_OBJECT

private:
    static void addRecordings(const QList<Engine> &engines = TemporaryDatabase::engines())
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<Engine>("engine");
        for (const QString &version : QDir(recordings).entryList({u"version-*"_s}, QDir::Dirs, QDir::Name)) {
            for (const Engine engine : engines)
                QTest::addRow("%s %s", qPrintable(version), TemporaryDatabase::name(engine)) << version << engine;
        }
    }

    // What is in the database is what was in it.
    static void saysTheSame(const Recording &recording)
    {
        QVERIFY2(recording.complaint().isEmpty(), qPrintable(recording.complaint()));
        const Dump was = recording.recordedDump(), is = recording.dump();
        QVERIFY(!was.hashes().empty());
        QCOMPARE(is.hashes().size(), was.hashes().size());
        for (const auto &[version, hash] : was.hashes()) {
            const auto now = is.hashes().find(version);
            QVERIFY2(now != is.hashes().end(), qPrintable(version));
            QCOMPARE(now->second.first, hash.first);
            QCOMPARE(now->second.second, hash.first);
        }
        const QString other = difference(was.lines(), is.linesBesideNewSchema(was));
        QVERIFY2(other.isEmpty(), qPrintable(other));
    }

    static void opensAndEnds(const Recording &recording)
    {
        QVERIFY(recording.serve());
        QCOMPARE(recording.server->stop(), 0);
    }

    // The desk shows what it showed: what the server had said, and what was done here.
    static void showsTheSame(const Recording &recording, DeskProcess &desk, const QString &login)
    {
        QVERIFY(desk.opened()["open"_L1].toBool());
        const QJsonObject view = desk.ask(u"view"_s);
        const QString other = difference(recording.seenAt(login), withoutKnownTexts(view));
        QVERIFY2(other.isEmpty(), qPrintable(login + other));
        for (const QJsonValue &typed : recording.expected["typed"_L1].toArray()) {
            if (typed["desk"_L1] != login)
                continue;
            const QJsonObject shown = articleIn(view, typed["article"_L1].toString());
            const QString changed = difference(typed["content"_L1], shown["content"_L1]);
            QVERIFY2(changed.isEmpty(), qPrintable(changed));
            QCOMPARE(shown["saved"_L1].toString(), u"onThisPc"_s);
        }
    }

    // What no dump says: sign-ins, answers that are remembered, uploads under way. The server is there.
    static void goOn(const Recording &recording)
    {
        ServerProcess &server = *recording.server;

        // Their sign-ins hold, but that of one who left; and so do their passwords.
        const QJsonObject people = recording.expected["people"_L1].toObject();
        for (const QString &login : people.keys()) {
            const bool isGone = login == "nghiviec"_L1;
            QVERIFY2(server.send("GET", u"/api/v1/sessions/current"_s, {}, recording.token(login)).status
                         == (isGone ? 401 : 200),
                     qPrintable(login));
            QVERIFY2(server.signIn(login, people[login]["password"_L1].toString()) != isGone, qPrintable(login));
        }

        // A command that comes again is answered as it was, and done no more.
        const QJsonArray before = recording.dump().lines({}, true);
        QVERIFY(!recording.expected["requests"_L1].toArray().isEmpty());
        for (const QJsonValue &request : recording.expected["requests"_L1].toArray()) {
            const ServerAnswer answer =
                server.send("POST", u"/api/v1/commands"_s,
                            {{"requestId"_L1, request["requestId"_L1]}, {"command"_L1, request["command"_L1]}},
                            recording.token(request["login"_L1].toString()));
            QVERIFY2(answer.status == request["status"_L1].toInt(), answer.body);
        }
        const QString other = difference(before, recording.dump().lines({}, true));
        QVERIFY2(other.isEmpty(), qPrintable(other));

        // Pictures are there, for those who may have them; an upload goes on where it stood.
        for (const QJsonValue &picture : recording.expected["pictures"_L1].toArray()) {
            const ServerAnswer answer = server.send("GET", u"/api/v1/media/"_s + picture["media"_L1].toString(), {},
                                                    recording.token(picture["login"_L1].toString()));
            QCOMPARE(answer.status, 200);
            QCOMPARE(sha256(answer.body), picture["sha256"_L1].toString());
        }
        const QJsonValue upload = recording.expected["upload"_L1];
        const QString path = upload["path"_L1].toString(), token = recording.token(upload["login"_L1].toString());
        const ServerAnswer stands = server.send("HEAD", path, {}, token, {{"Tus-Resumable", "1.0.0"}});
        QCOMPARE(stands.field("Upload-Offset").toInt(), upload["offset"_L1].toInt());
        const QByteArray bytes = QByteArray::fromBase64(upload["bytes"_L1].toString().toLatin1());
        QCOMPARE(server
                     .sendBytes("PATCH", path, bytes.mid(upload["offset"_L1].toInt()), token,
                                {{"Tus-Resumable", "1.0.0"},
                                 {"Upload-Offset", stands.field("Upload-Offset")},
                                 {"Content-Type", "application/offset+octet-stream"}})
                     .status,
                 204);
        QCOMPARE(server.send("GET", u"/api/v1/media/"_s + upload["media"_L1].toString(), {}, token).body, bytes);

        // What the board has set is in force: the lead, which by itself is only pointed out.
        static const QRegularExpression lead(u"lead +refused"_s);
        QVERIFY(recording.server->run({u"checklist"_s}).out.contains(lead));
    }

    static QJsonObject seenByANewDesk(const Recording &recording, const QString &login)
    {
        const QTemporaryDir folder;
        DeskProcess desk({.folder = folder.path(),
                          .now = recording.moment(),
                          .isTimeStanding = false,
                          .port = recording.server->port(),
                          .wrapper = {}});
        desk.ask(u"signIn"_s,
                 {{"server"_L1, recording.expected["server"_L1]},
                  {"login"_L1, login},
                  {"password"_L1, recording.expected["people"_L1][login]["password"_L1]}});
        desk.ask(u"sync"_s);
        return desk.ask(u"view"_s);
    }

    // All that waits goes, and what came of it is what was written down when it was given: at the server …
    static void drains(const Recording &recording)
    {
        std::map<QString, QJsonObject> views;
        for (const QString &login : recording.desks()) {
            const auto desk = recording.sitDown(login);
            const QJsonObject synced = desk->ask(u"sync"_s);
            QVERIFY2(synced.isEmpty(), qPrintable(login + textOf(synced)));
            views[login] = desk->ask(u"view"_s);
            QVERIFY(desk->end());
        }
        const Dump was = recording.recordedDump(), is = recording.dump();
        std::set<QString> worked;
        for (const QJsonValue &after : recording.expected["after"_L1].toArray()) {
            const QString id = after["article"_L1].toString();
            const QByteArray name = after["name"_L1].toString().toUtf8();
            worked.insert(id);
            const QJsonObject article = is.article(id);
            QVERIFY2(!article.isEmpty(), name);
            QVERIFY2(article["state"_L1] == after["state"_L1], name + ' ' + textOf(article).toUtf8());
            QVERIFY2(article["version"_L1] == after["version"_L1], name + ' ' + textOf(article).toUtf8());
            QStringList decisions, wanted;
            for (const QJsonValue &decision : article["decisions"_L1].toArray())
                decisions.append(decision["step"_L1].toString());
            for (const QJsonValue &decision : after["decisions"_L1].toArray())
                wanted.append(decision.toString());
            QVERIFY2(decisions == wanted, name + ' ' + decisions.join(u' ').toUtf8());
            for (const QString &words : after["words"_L1].toString().split(u'\n')) {
                QVERIFY2(wordsOf(article["content"_L1]["body"_L1]).contains(words.simplified()),
                         name + ' ' + textOf(article).toUtf8());
            }

            // … and at the desk, where only what is refused is left, with its reason and its text.
            const QJsonObject shown = articleIn(views[after["desk"_L1].toString()], id);
            QStringList waiting;
            for (const QJsonValue &each : after["waiting"_L1].toArray())
                waiting.append(each.toString());
            QVERIFY2(waitingAt(shown) == waiting, name + ' ' + waitingAt(shown).join(u", ").toUtf8());
            const QJsonObject before = articleIn(recording.seenAt(after["desk"_L1].toString()), id);
            const QJsonValue refused = before["waiting"_L1][0]["refusal"_L1];
            if (refused.isObject()) {
                QCOMPARE(shown["waiting"_L1][0]["refusal"_L1], refused);
                QCOMPARE(shown["content"_L1], before["content"_L1]);
            } else if (!waiting.isEmpty()) {
                QVERIFY2(!shown["waiting"_L1][0]["refusal"_L1]["subject"_L1].toString().isEmpty(), name);
            }
        }
        // Everything that waited was written down.
        for (const QString &login : recording.desks()) {
            for (const QJsonValue &command : recording.seenAt(login)["commands"_L1].toArray())
                QVERIFY(worked.contains(command["article"_L1].toString()));
        }
        // Nothing else is another, nor is there anything new.
        const QString other = difference(was.lines(worked, true), is.lines(worked, true));
        QVERIFY2(other.isEmpty(), qPrintable(other));
        QVERIFY2(recording.complaint().isEmpty(), qPrintable(recording.complaint()));
        for (const QJsonValue &picture : recording.expected["waitingPictures"_L1].toArray()) {
            const ServerAnswer sent =
                recording.server->send("GET", u"/api/v1/media/"_s + picture["media"_L1].toString(), {},
                                       recording.token(picture["login"_L1].toString()));
            QCOMPARE(sent.status, 200);
            QCOMPARE(sha256(sent.body), picture["sha256"_L1].toString());
        }
        // A number that readers know is given once.
        qint64 newest = 0, next = 0;
        for (const QJsonObject &article : was.articles())
            newest = std::max(newest, article["publication"_L1]["number"_L1].toInteger());
        for (const QJsonObject &article : is.articles())
            next = std::max(next, article["publication"_L1]["number"_L1].toInteger());
        QCOMPARE(next, newest + 1);

        for (const QString &login : recording.desks()) {
            const auto desk = recording.sitDown(login);
            QVERIFY(desk->opened()["signedIn"_L1].toBool());
            const QJsonObject synced = desk->ask(u"sync"_s);
            QVERIFY2(synced.isEmpty(), qPrintable(login + textOf(synced)));
            // What the others did meanwhile is known now; of what was done here nothing is another.
            const QJsonObject view = desk->ask(u"view"_s);
            const QString changed = difference(views[login]["commands"_L1], view["commands"_L1]);
            QVERIFY2(changed.isEmpty(), qPrintable(changed));
            QVERIFY(view["pictures"_L1].toArray().isEmpty());
            QVERIFY(view["texts"_L1].toArray().isEmpty());
            QVERIFY(desk->end());
            // And it knows what one knows that begins now.
            QJsonObject known = linesOf(view), heard = linesOf(seenByANewDesk(recording, login));
            for (const QJsonValue &command : view["commands"_L1].toArray()) {
                known.remove(command["article"_L1].toString());
                heard.remove(command["article"_L1].toString());
            }
            const QString unlike = difference(heard, known);
            QVERIFY2(unlike.isEmpty(), qPrintable(login + unlike));
        }
        const QString again = difference(is.lines({}, true), recording.dump().lines({}, true));
        QVERIFY2(again.isEmpty(), qPrintable(again));
    }

private slots:
    void thereAreRecordings() { QVERIFY(!QDir(recordings).entryList({u"version-*"_s}, QDir::Dirs).isEmpty()); }

    void theNewsroomSaysWhatItSaid_data() { addRecordings(); }
    void theNewsroomSaysWhatItSaid()
    {
        QFETCH(QString, version);
        QFETCH(Engine, engine);
        const Recording recording(version, engine);
        // Only who serves changes the schema.
        const QString before = recording.complaint();
        QVERIFY2(before.isEmpty() || before.contains("database.schema.older"_L1), qPrintable(before));
        opensAndEnds(recording);
        saysTheSame(recording);
        if (QTest::currentTestFailed())
            return;
        opensAndEnds(recording);
        saysTheSame(recording);
    }

    void readersFindWhatTheyFound_data() { addRecordings(); }
    void readersFindWhatTheyFound()
    {
        QFETCH(QString, version);
        QFETCH(Engine, engine);
        const Recording recording(version, engine);
        QVERIFY(recording.serve());
        const QJsonArray addresses = recording.expected["addresses"_L1].toArray();
        QVERIFY(addresses.size() > 50);
        for (const QJsonValue &address : addresses) {
            const QString path = address["path"_L1].toString();
            const ServerAnswer answer = recording.server->get(path);
            const QByteArray said = path.toUtf8() + ' ' + QByteArray::number(answer.status);
            QVERIFY2(answer.status == address["status"_L1].toInt(), said);
            const QByteArray type = answer.field("Content-Type");
            QVERIFY2(QString::fromLatin1(type.left(type.indexOf(';'))) == address["type"_L1].toString(), said);
            QVERIFY2(QString::fromLatin1(answer.field("Location")) == address["location"_L1].toString(), said);
            static const QRegularExpression titles(u"<title>([^<]*)</title>"_s);
            if (address["title"_L1].isString())
                QCOMPARE(titles.match(QString::fromUtf8(answer.body)).captured(1), address["title"_L1].toString());
        }
    }

    void peopleGoOnWhereTheyWere_data() { addRecordings(); }
    void peopleGoOnWhereTheyWere()
    {
        QFETCH(QString, version);
        QFETCH(Engine, engine);
        const Recording recording(version, engine);
        QVERIFY(recording.serve());
        goOn(recording);
    }

    void eachSeesWhatHeMay_data() { addRecordings(); }
    void eachSeesWhatHeMay()
    {
        QFETCH(QString, version);
        QFETCH(Engine, engine);
        const Recording recording(version, engine);
        QVERIFY(recording.serve());
        const QJsonObject sees = recording.expected["sees"_L1].toObject();
        QVERIFY(sees.size() > 5);
        for (const QString &login : sees.keys()) {
            const QString other = difference(sees[login], linesOf(seenByANewDesk(recording, login)));
            QVERIFY2(other.isEmpty(), qPrintable(login + other));
        }
    }

    void desksShowAllWhileTheServerIsAway_data() { addRecordings(); }
    void desksShowAllWhileTheServerIsAway()
    {
        QFETCH(QString, version);
        QFETCH(Engine, engine);
        const Recording recording(version, engine);
        for (const QString &login : recording.desks()) {
            for (int i = 0; i < 2; ++i) { // the first opening is the one that changes a folder
                const auto desk = recording.sitDown(login);
                showsTheSame(recording, *desk, login);
                if (QTest::currentTestFailed())
                    return;
                for (const QJsonValue &picture : recording.expected["waitingPictures"_L1].toArray()) {
                    if (picture["login"_L1] != login)
                        continue;
                    const QJsonObject file = desk->ask(u"picture"_s, {{"media"_L1, picture["media"_L1]}});
                    QCOMPARE(sha256(QByteArray::fromBase64(file["bytes"_L1].toString().toLatin1())),
                             picture["sha256"_L1].toString());
                }
                QVERIFY(desk->end());
            }
        }
    }

    void whatWaitsAtDesksIsDoneOnce_data() { addRecordings(); }
    void whatWaitsAtDesksIsDoneOnce()
    {
        QFETCH(QString, version);
        QFETCH(Engine, engine);
        const Recording recording(version, engine);
        QVERIFY(recording.serve());
        drains(recording);
    }

    // Of SQLite each write is a moment, of PostgreSQL each statement.
    void aServerKilledWhileItOpensOpensAgain_data() { addRecordings(); }
    void aServerKilledWhileItOpensOpensAgain()
    {
        QFETCH(QString, version);
        QFETCH(Engine, engine);
        const QString writes = engine == Engine::Sqlite ? u"pwrite64"_s : u"sendto"_s;
        int kills = 0;
        for (int at = 1;; at = following(at)) {
            const Recording recording(version, engine);
            if (recording.serve(killedAt(writes, at)))
                break;
            ++kills;
            opensAndEnds(recording);
            saysTheSame(recording);
            if (QTest::currentTestFailed())
                return;
        }
        // And once in one folder, again and again: behind everything that is on the disk for good, before what follows.
        const Recording recording(version, engine);
        for (int at = 1; !recording.serve(killedAt(engine == Engine::Sqlite ? u"fdatasync"_s : writes, at));
             at += 1 + at / 8)
            ++kills;
        recording.server->stop(); // it may be killed there yet
        opensAndEnds(recording);
        saysTheSame(recording);
        QVERIFY(recording.serve());
        goOn(recording);
        qInfo("killed %d times", kills);
        QVERIFY(kills > 2);
    }

    void aDeskKilledWhileItOpensOpensAgain_data() { addRecordings({Engine::Sqlite}); }
    void aDeskKilledWhileItOpensOpensAgain()
    {
        QFETCH(QString, version);
        QFETCH(Engine, engine);
        const Recording recording(version, engine);
        int kills = 0;
        const auto opens = [&](const QString &folder, const QStringList &wrapper = {}) {
            return std::make_unique<DeskProcess>(DeskStart{
                .folder = folder, .now = recording.moment(), .isTimeStanding = true, .port = 0, .wrapper = wrapper});
        };
        for (const QString &login : recording.desks()) {
            const QString folder = recording.deskFolder(login);
            for (int at = 1;; at = following(at)) {
                const QTemporaryDir copies;
                const QString copy = copies.filePath(login);
                run(u"cp"_s, {u"-a"_s, folder, copy});
                if (!opens(copy, killedAt(u"pwrite64"_s, at))->opened().isEmpty())
                    break;
                ++kills;
                showsTheSame(recording, *opens(copy), login);
                if (QTest::currentTestFailed())
                    return;
            }
            // And in one folder again and again, each time behind something that is on the disk for good.
            for (int at = 1; opens(folder, killedAt(u"fdatasync"_s, at))->opened().isEmpty(); ++at)
                ++kills;
            showsTheSame(recording, *opens(folder), login);
            if (QTest::currentTestFailed())
                return;
        }
        qInfo("killed %d times", kills);
        QVERIFY(recording.serve());
        drains(recording);
    }

    void aDeskKilledWhileItSendsSendsOnce_data() { addRecordings({Engine::Sqlite}); }
    void aDeskKilledWhileItSendsSendsOnce()
    {
        QFETCH(QString, version);
        QFETCH(Engine, engine);
        const Recording recording(version, engine);
        QVERIFY(recording.serve());
        int kills = 0;
        for (const QString &login : recording.desks()) {
            bool wasKilled = true;
            for (int at = 5; wasKilled && at < 200; at = following(at)) {
                const auto desk = recording.sitDown(login, killedAt(u"pwrite64"_s, at));
                wasKilled = desk->ask(u"sync"_s).contains("ended"_L1);
                kills += wasKilled ? 1 : 0;
            }
        }
        qInfo("killed %d times", kills);
        drains(recording);
    }
};

QTEST_GUILESS_MAIN(TestRecordings)
#include "tst_recordings.moc"
