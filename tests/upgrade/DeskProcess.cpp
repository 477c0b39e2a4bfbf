#include "upgrade/DeskProcess.h"

#include "support/Patience.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

QString hashOf(const QJsonValue &content)
{
    const QByteArray bytes = QJsonDocument(content.toObject()).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace

DeskProcess::DeskProcess(const DeskStart &start)
{
    QStringList whole = start.wrapper
        + QStringList{u"" TOASOAN_UPGRADE_DIR "/upgrade_desk"_s, start.folder, u"--now"_s, QString::number(start.now)};
    if (start.isTimeStanding)
        whole.append(u"--standing"_s);
    if (start.port != 0)
        whole += {u"--at"_s, u"http://127.0.0.1:%1"_s.arg(start.port)};
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(whole.front(), whole.mid(1));
    m_opened = readAnswer();
    m_opened.remove("ended"_L1);
}

DeskProcess::~DeskProcess()
{
    kill();
}

QJsonObject DeskProcess::readAnswer()
{
    while (!m_process.canReadLine()) {
        if (m_process.state() == QProcess::NotRunning || !m_process.waitForReadyRead(longestWait))
            return {{"ended"_L1, true}};
    }
    return QJsonDocument::fromJson(m_process.readLine()).object();
}

QJsonObject DeskProcess::ask(const QString &what, QJsonObject said)
{
    said["do"_L1] = what;
    m_process.write(QJsonDocument(said).toJson(QJsonDocument::Compact) + '\n');
    return readAnswer();
}

void DeskProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished(longestWait);
}

bool DeskProcess::end()
{
    m_process.closeWriteChannel();
    return m_process.waitForFinished(longestWait) && m_process.exitStatus() == QProcess::NormalExit
        && m_process.exitCode() == 0;
}

bool DeskProcess::wasKilled() const
{
    return m_process.state() == QProcess::NotRunning && m_process.exitStatus() == QProcess::CrashExit;
}

QJsonObject withoutKnownTexts(QJsonObject view)
{
    QJsonArray articles;
    for (const QJsonValue &each : view["articles"_L1].toArray()) {
        QJsonObject article = each.toObject();
        if (article["saved"_L1] != "onThisPc"_L1)
            article["content"_L1] = hashOf(article["content"_L1]);
        articles.append(article);
    }
    view["articles"_L1] = articles;
    return view;
}

QJsonObject linesOf(const QJsonObject &view)
{
    QJsonObject lines;
    for (const QJsonValue &article : view["articles"_L1].toArray()) {
        lines[article["article"_L1].toString()] = u"%1 %2 %3"_s.arg(article["state"_L1].toString())
                                                      .arg(article["version"_L1].toInteger())
                                                      .arg(hashOf(article["content"_L1]).first(16));
    }
    return lines;
}

} // namespace toasoan
