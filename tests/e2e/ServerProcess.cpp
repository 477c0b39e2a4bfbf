#include "e2e/ServerProcess.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QNetworkReply>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QUuid>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

const QString program = u"" TOASOAN_BIN_DIR "/toasoan-server"_s;
const QByteArray reader = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
constexpr int patience = 60'000; // the sanitizers are slow

// A port that nothing listens at, and that the system gives to nobody while the server is down: those that it hands out
// itself begin at 32768.
quint16 freePort()
{
    QTcpServer probe;
    quint16 port = 0;
    do {
        port = static_cast<quint16>(QRandomGenerator::system()->bounded(20'000, 32'000));
    } while (!probe.listen(QHostAddress::LocalHost, port));
    return port;
}

} // namespace

QByteArray ServerAnswer::field(const QByteArray &name) const
{
    for (const auto &[each, value] : fields) {
        if (each.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QString ServerAnswer::code() const
{
    return json()["error"_L1]["code"_L1].toString();
}

QString ServerAnswer::subject() const
{
    return json()["error"_L1]["subject"_L1].toString();
}

ProgramRun runServerProgram(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(patience);
    return {.exitCode = ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            .out = QString::fromUtf8(process.readAllStandardOutput()),
            .err = QString::fromUtf8(process.readAllStandardError())};
}

ServerProcess::ServerProcess(const QString &folder, const QStringList &arguments)
    : m_folder(folder)
    , m_arguments(arguments)
{ }

ServerProcess::~ServerProcess()
{
    kill();
}

ProgramRun ServerProcess::run(const QStringList &command, const QByteArray &input) const
{
    return runServerProgram(command + QStringList{u"--data"_s, m_folder} + m_arguments, input);
}

bool ServerProcess::makeDemo()
{
    const QString accounts = run({u"demo"_s}).out;
    const QRegularExpression form(u"^  (\\w+) +(\\S+) "_s, QRegularExpression::MultilineOption);
    for (auto matches = form.globalMatch(accounts); matches.hasNext();) {
        const auto match = matches.next();
        passwords[match.captured(1)] = match.captured(2);
    }
    return passwords.size() == 6;
}

bool ServerProcess::start(const QStringList &wrapper)
{
    if (m_port == 0)
        m_port = freePort();
    const QStringList whole = wrapper
        + QStringList{program, u"serve"_s, u"--data"_s, m_folder, u"--port"_s, QString::number(m_port)} + m_arguments;
    m_process.start(whole.front(), whole.mid(1));
    const QRegularExpression form(u"Portal: http://127\\.0\\.0\\.1:(\\d+)/"_s);
    QString output;
    for (int i = 0; i < 60 && m_process.state() != QProcess::NotRunning; ++i) {
        m_process.waitForReadyRead(1000);
        output += QString::fromUtf8(m_process.readAllStandardOutput());
        if (const auto match = form.match(output); match.hasMatch()) {
            m_port = match.captured(1).toUShort();
            return true;
        }
    }
    qWarning("%s", log().constData());
    return false;
}

void ServerProcess::askToStop()
{
    m_process.terminate();
}

int ServerProcess::waitForEnd()
{
    const bool ended = m_process.state() == QProcess::NotRunning || m_process.waitForFinished(patience);
    m_network.clearConnectionCache();
    return ended && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

int ServerProcess::stop()
{
    askToStop();
    return waitForEnd();
}

void ServerProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished(patience);
    m_network.clearConnectionCache();
}

QByteArray ServerProcess::log()
{
    m_log += m_process.readAllStandardError();
    return m_log;
}

QNetworkReply *ServerProcess::begin(const QByteArray &method, const QString &path, const QByteArray &body,
                                    const QString &token, const SentFields &fields)
{
    QNetworkRequest request(QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_port).arg(path)));
    request.setRawHeader("Toasoan-Protocol", "1");
    request.setRawHeader("User-Agent", reader);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token.toLatin1());
    for (const auto &[name, value] : fields)
        request.setRawHeader(name, value);
    // Of a HEAD sent as a custom request the body would be waited for.
    return method == "HEAD" ? m_network.head(request) : m_network.sendCustomRequest(request, method, body);
}

ServerAnswer ServerProcess::wait(QNetworkReply *reply)
{
    const std::unique_ptr<QNetworkReply> owned(reply);
    QSignalSpy finished(reply, &QNetworkReply::finished);
    if (!reply->isFinished())
        finished.wait(patience);
    return {.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            .body = reply->readAll(),
            .fields = reply->rawHeaderPairs()};
}

ServerAnswer ServerProcess::sendBytes(const QByteArray &method, const QString &path, const QByteArray &body,
                                      const QString &token, const SentFields &fields)
{
    return wait(begin(method, path, body, token, fields));
}

ServerAnswer ServerProcess::send(const QByteArray &method, const QString &path, const QJsonObject &body,
                                 const QString &token, const SentFields &fields)
{
    return sendBytes(method, path, body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact),
                     token, fields);
}

bool ServerProcess::signIn(const QString &login, const QString &password)
{
    const ServerAnswer answer =
        send("POST", u"/api/v1/sessions"_s, {{"login"_L1, login}, {"password"_L1, password}, {"device"_L1, "test"_L1}});
    tokens[login] = answer.json()["token"_L1].toString();
    return answer.status == 201;
}

bool ServerProcess::signInAll()
{
    for (auto one = passwords.begin(); one != passwords.end(); ++one) {
        if (!signIn(one.key(), one.value()))
            return false;
    }
    return true;
}

ServerAnswer ServerProcess::command(const QString &login, const QJsonObject &command, const QString &request)
{
    return send("POST", u"/api/v1/commands"_s,
                {{"requestId"_L1, request.isEmpty() ? newId() : request}, {"command"_L1, command}}, tokens[login]);
}

QString ServerProcess::sectionAt(const QString &slug)
{
    const QJsonArray entries =
        send("GET", u"/api/v1/changes?after=0"_s, {}, tokens[u"phongvien"_s]).json()["entries"_L1].toArray();
    for (const QJsonValue &entry : entries) {
        if (entry["value"_L1]["slug"_L1] == slug)
            return entry["id"_L1].toString();
    }
    return {};
}

QJsonObject ServerProcess::awaitingItem(const QJsonObject &content)
{
    const QString id = newId();
    const auto step = [&](const QString &login, QJsonObject json) {
        json.insert("article"_L1, id);
        return command(login, json);
    };
    step(u"phongvien"_s, {{"kind"_L1, "save"_L1}, {"base"_L1, 0}, {"content"_L1, content}});
    step(u"phongvien"_s, {{"kind"_L1, "submit"_L1}, {"version"_L1, 1}, {"confirmsNoStateSecret"_L1, true}});
    step(u"bientap"_s, {{"kind"_L1, "claim"_L1}, {"version"_L1, 1}});
    return step(u"bientap"_s, {{"kind"_L1, "requestApproval"_L1}, {"version"_L1, 1}}).json()["article"_L1].toObject();
}

ServerAnswer ServerProcess::approve(const QJsonObject &article)
{
    return command(u"truongban"_s,
                   {{"kind"_L1, "approve"_L1},
                    {"article"_L1, article["id"_L1]},
                    {"version"_L1, article["version"_L1]},
                    {"contentHash"_L1, article["contentHash"_L1]}});
}

QString ServerProcess::approvedItem(const QJsonObject &content)
{
    const QJsonObject article = awaitingItem(content);
    return approve(article).status == 200 ? article["id"_L1].toString() : QString();
}

QString ServerProcess::approvedItem(const QString &title)
{
    return approvedItem({{"title"_L1, title},
                         {"lead"_L1, u"Sáng ngày 28/9/2023"_s},
                         {"body"_L1, paragraphBody(u"Đồng chí chủ trì."_s)},
                         {"genre"_L1, "newsBrief"_L1},
                         {"section"_L1, sectionAt(u"tin-tuc"_s)}});
}

QString ServerProcess::publicPath(const ServerAnswer &published)
{
    const QJsonValue publication = published.json()["article"_L1]["publication"_L1];
    return u"/tin-tuc/%1-%2.html"_s.arg(publication["slug"_L1].toString()).arg(publication["number"_L1].toInteger());
}

QJsonObject paragraphBody(const QString &text)
{
    const QJsonObject node{{"type"_L1, "text"_L1}, {"text"_L1, text}};
    return {{"type"_L1, "doc"_L1},
            {"content"_L1, QJsonArray{QJsonObject{{"type"_L1, "paragraph"_L1}, {"content"_L1, QJsonArray{node}}}}}};
}

QByteArray smallPhoto()
{
    return QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAIAAABxZ0isAAAAY0lEQVR42g3JIQEAQQhFQZKgCbEh0Jvky5cCTYgNgSbR3dgxM9w4"
        "xjVklPGMNcwCD05wAwUVvGDjj8STk9xESSUv2fxDuDjiCokST6z+aLw5zW3UVPOa7T8GH85wBw01vGGHD8x/PnGPuaBxAAAAAElF"
        "TkSuQmCC");
}

SentFields uploadFields(const QString &media, const QByteArray &bytes, const QString &name)
{
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    return {{"Tus-Resumable", "1.0.0"},
            {"Upload-Length", QByteArray::number(bytes.size())},
            {"Upload-Metadata",
             "filename " + name.toUtf8().toBase64() + ",mediaId " + media.toLatin1().toBase64() + ",sha256 "
                 + hash.toBase64()}};
}

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace toasoan
