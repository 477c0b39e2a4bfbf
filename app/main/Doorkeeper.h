// One workstation for one folder: the first start holds it, a later one has the first come forward and ends. They speak
// through a socket of this PC that only this person's programs reach; nothing listens on the network.
#pragma once

#include "base/Result.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

namespace toasoan {

class Doorkeeper final : public QObject
{
    Q_OBJECT

public:
    enum class Start
    {
        First, ///< the folder is this program's until it ends
        Later ///< another has it, and has been asked to come forward
    };

    explicit Doorkeeper(const QString &folder);
    ~Doorkeeper() override;

    /// To be called once, before anything in the folder is used. A program that was killed holds nothing. Unavailable
    /// "folder" if it cannot be made or written to; Conflict "desk.inUse" or, on a share, "desk.inUseElsewhere" if
    /// another program has it and has no door yet, "desk.silent" if it has one and does not answer.
    [[nodiscard]] Result<Start> enter();

signals:
    /// Somebody started the program again: the window is to come forward. `token` is what the window system wants to
    /// know for letting it (XDG activation); it may be empty.
    void called(const QByteArray &token);

private:
    enum class Answer
    {
        None, ///< nobody is there
        Here,
        Silent, ///< somebody has the door, and does not answer
        Gone ///< who had it ended without an answer
    };
    [[nodiscard]] Answer call() const;
    void listen();

    const QString m_folder;
    QString m_name; ///< of the socket
    std::unique_ptr<QLockFile> m_lock;
    QLocalServer m_server;
};

} // namespace toasoan
