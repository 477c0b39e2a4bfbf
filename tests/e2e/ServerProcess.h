// The program toasoan-server as its users meet it: a process, a folder, HTTP.
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QStringList>

namespace toasoan {

struct ServerAnswer
{
    int status = 0; ///< 0: none came
    QByteArray body;
    QList<QNetworkReply::RawHeaderPair> fields;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    [[nodiscard]] QByteArray field(const QByteArray &name) const;
    /// Of an error body.
    [[nodiscard]] QString code() const;
    [[nodiscard]] QString subject() const;
};

using SentFields = QList<QNetworkReply::RawHeaderPair>;

/// How a run of the program that ends by itself went.
struct ProgramRun
{
    int exitCode = -1;
    QString out;
    QString err;
};

/// The program with these arguments, until it ends. `input` is what is typed to it.
ProgramRun runServerProgram(const QStringList &arguments, const QByteArray &input = {});

/// A server process on a folder, and what a client does with it.
class ServerProcess
{
public:
    /// `arguments` are added to every call: "--database", "postgres://…".
    explicit ServerProcess(const QString &folder, const QStringList &arguments = {});
    ~ServerProcess();
    Q_DISABLE_COPY_MOVE(ServerProcess)

    /// `command` on the folder, until it ends.
    [[nodiscard]] ProgramRun run(const QStringList &command, const QByteArray &input = {}) const;
    /// Makes the demo newsroom and keeps its passwords.
    [[nodiscard]] bool makeDemo();

    /// Serves, under `wrapper` (a program and its arguments) if one is given. True when it listens.
    [[nodiscard]] bool start(const QStringList &wrapper = {});
    /// Asks it to end, as a service manager does; the exit code, -1 if it crashed.
    int stop();
    void askToStop();
    int waitForEnd();
    void kill();
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    /// What it wrote to standard error since it was made.
    [[nodiscard]] QByteArray log();

    [[nodiscard]] ServerAnswer sendBytes(const QByteArray &method, const QString &path, const QByteArray &body,
                                         const QString &token = {}, const SentFields &fields = {});
    [[nodiscard]] ServerAnswer send(const QByteArray &method, const QString &path, const QJsonObject &body = {},
                                    const QString &token = {}, const SentFields &fields = {});
    [[nodiscard]] ServerAnswer get(const QString &path) { return send("GET", path); }
    /// A request that is answered later.
    [[nodiscard]] QNetworkReply *begin(const QByteArray &method, const QString &path, const QByteArray &body,
                                       const QString &token = {}, const SentFields &fields = {});
    [[nodiscard]] static ServerAnswer wait(QNetworkReply *reply);

    [[nodiscard]] bool signIn(const QString &login, const QString &password);
    [[nodiscard]] bool signInAll();
    /// The command of a signed-in person, under a new requestId if none is given.
    ServerAnswer command(const QString &login, const QJsonObject &command, const QString &request = {});

    /// The id of the section at this address, as the reporter sees it; empty if there is none.
    [[nodiscard]] QString sectionAt(const QString &slug);
    /// A new item of the reporter, brought before the chair; as the answer to the last step has it.
    [[nodiscard]] QJsonObject awaitingItem(const QJsonObject &content);
    /// The chair's answer to it.
    [[nodiscard]] ServerAnswer approve(const QJsonObject &article);
    /// A new item of the reporter, brought to the approval of its version 1; its id, empty if a step was refused.
    [[nodiscard]] QString approvedItem(const QJsonObject &content);
    [[nodiscard]] QString approvedItem(const QString &title);
    /// Where the portal shows what this answer to `publish` made public.
    [[nodiscard]] static QString publicPath(const ServerAnswer &published);

    QMap<QString, QString> passwords;
    QMap<QString, QString> tokens;

private:
    QString m_folder;
    QStringList m_arguments;
    QProcess m_process;
    QByteArray m_log;
    quint16 m_port = 0;
    QNetworkAccessManager m_network;
};

/// The body of an item: one paragraph.
[[nodiscard]] QJsonObject paragraphBody(const QString &text);
[[nodiscard]] QString newId();

/// A sound PNG of 8 × 6 pixels.
[[nodiscard]] QByteArray smallPhoto();
/// What announces an upload of these bytes (tus 1.0.0).
[[nodiscard]] SentFields uploadFields(const QString &media, const QByteArray &bytes,
                                      const QString &name = QStringLiteral("anh.png"));

} // namespace toasoan
