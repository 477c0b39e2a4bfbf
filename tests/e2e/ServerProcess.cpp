#include "ServerProcess.h"

#include <QNetworkReply>
#include <QRegularExpression>
#include <QSignalSpy>

namespace toasoan::test {

using namespace Qt::StringLiterals;

namespace {

const QString program = u"" TOASOAN_BIN_DIR "/toasoan-server"_s;
const QByteArray reader = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";

} // namespace

QString Answer::subject() const
{
    return json()["error"_L1]["subject"_L1].toString();
}

QString ServerProcess::run(const QStringList &arguments) const
{
    QProcess process;
    process.start(program, arguments + QStringList{u"--data"_s, m_folder});
    process.waitForFinished(60'000);
    return process.exitCode() == 0 ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
}

QMap<QString, QString> ServerProcess::makeDemo() const
{
    QMap<QString, QString> passwords;
    const QString accounts = run({u"demo"_s});
    const QRegularExpression form(u"^  (\\w+) +(\\S+) "_s, QRegularExpression::MultilineOption);
    for (auto matches = form.globalMatch(accounts); matches.hasNext();) {
        const auto match = matches.next();
        passwords[match.captured(1)] = match.captured(2);
    }
    return passwords;
}

bool ServerProcess::start()
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel); // its log belongs to what a failed test says
    m_process.start(program, {u"serve"_s, u"--data"_s, m_folder, u"--port"_s, m_port});
    const QRegularExpression form(u"Portal: (http://127\\.0\\.0\\.1:(\\d+))/"_s);
    QString output;
    for (int i = 0; i < 60 && m_process.state() != QProcess::NotRunning; ++i) {
        m_process.waitForReadyRead(1000);
        output += QString::fromUtf8(m_process.readAllStandardOutput());
        if (const auto match = form.match(output); match.hasMatch()) {
            m_address = match.captured(1);
            m_port = match.captured(2);
            return true;
        }
    }
    return false;
}

int ServerProcess::stop()
{
    m_process.terminate();
    m_process.waitForFinished(30'000);
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

void ServerProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished(30'000);
}

Answer ServerProcess::send(const QByteArray &method, const QString &path, const QJsonObject &body, const QString &token)
{
    QNetworkRequest request(QUrl(m_address + path));
    request.setRawHeader("Toasoan-Protocol", "1");
    request.setRawHeader("User-Agent", reader);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token.toLatin1());
    const QByteArray bytes = body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson();
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, bytes));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished())
        finished.wait(30'000);
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(),
            reply->rawHeader("Location")};
}

} // namespace toasoan::test
