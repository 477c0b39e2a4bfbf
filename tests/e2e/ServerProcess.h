// The program toasoan-server as its users meet it: a process on a folder, and HTTP to it.
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QNetworkAccessManager>
#include <QProcess>

namespace toasoan::test {

struct Answer
{
    int status = 0;
    QByteArray body;
    QByteArray location;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    [[nodiscard]] QString subject() const;
};

class ServerProcess
{
public:
    explicit ServerProcess(const QString &folder) : m_folder(folder) { }
    ~ServerProcess() { kill(); }

    /// One of its other commands, to its end: what it said, empty if it failed.
    [[nodiscard]] QString run(const QStringList &arguments) const;
    /// Makes the demo newsroom: passwords by account.
    [[nodiscard]] QMap<QString, QString> makeDemo() const;

    /// Serves; on the port it had before, so that desks find it again.
    [[nodiscard]] bool start();
    /// Asks it to end, as a service manager does; the exit code.
    int stop();
    void kill();
    /// "http://127.0.0.1:…"
    [[nodiscard]] const QString &address() const { return m_address; }

    /// A request with the API's header, as a browser of a reader.
    Answer send(const QByteArray &method, const QString &path, const QJsonObject &body = {}, const QString &token = {});
    Answer get(const QString &path) { return send("GET", path); }

private:
    QString m_folder;
    QProcess m_process;
    QString m_address;
    QString m_port = QStringLiteral("0");
    QNetworkAccessManager m_network;
};

} // namespace toasoan::test
