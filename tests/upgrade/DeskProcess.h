// A desk in a process of its own (desk.cpp), as a test or the recording uses it.
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QStringList>

namespace toasoan {

struct DeskStart
{
    QString folder;
    qint64 now = 0; ///< in milliseconds
    bool isTimeStanding = false;
    quint16 port = 0; ///< where its server is; 0: away
    QStringList wrapper = {}; ///< a program and its arguments that it runs under
};

class DeskProcess
{
public:
    explicit DeskProcess(const DeskStart &start);
    ~DeskProcess();
    Q_DISABLE_COPY_MOVE(DeskProcess)

    /// What it says of itself when it is open: "open", "signedIn"; an empty object if it ended before.
    [[nodiscard]] const QJsonObject &opened() const { return m_opened; }
    /// Its answer to what a person does; "error" in it says why it was not done. An empty object, and "ended" true, if
    /// the process ended.
    QJsonObject ask(const QString &what, QJsonObject said = {});
    /// As a power cut ends it.
    void kill();
    /// As a person ends it; true if it ended well.
    bool end();
    [[nodiscard]] bool wasKilled() const;

private:
    QJsonObject readAnswer();

    QProcess m_process;
    QJsonObject m_opened;
};

/// A desk's view with the texts that are the server's as their SHA-256: of those that are its own every word stands.
[[nodiscard]] QJsonObject withoutKnownTexts(QJsonObject view);
/// Of each article of a view where it stands and what it says, in a line.
[[nodiscard]] QJsonObject linesOf(const QJsonObject &view);

} // namespace toasoan
