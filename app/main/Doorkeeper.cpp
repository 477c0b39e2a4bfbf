#include "main/Doorkeeper.h"

#include "base/Log.h"
#include "base/PrivateFiles.h"
#include "base/ProgramLock.h"
#include "sync/DeskLock.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QThread>

namespace toasoan {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// A first start that is making the trial newsroom answers when that is done; the message waits for it meanwhile.
constexpr std::chrono::milliseconds mostPatience = 5s;
constexpr int oneTry = 200; // ms
constexpr std::chrono::milliseconds mostSilence = 30s; // of one that has the door already

// Short, whatever the folder's path is long: a socket's name has room for a hundred characters.
QString socketName(const QString &folder)
{
    const QByteArray hash = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex();
    const QString place = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation); // this person's alone
    return QDir(place).filePath(u"toasoan-"_s + QString::fromLatin1(hash.first(24)));
}

QByteArray activationToken()
{
    const QByteArray token = qgetenv("XDG_ACTIVATION_TOKEN");
    return token.isEmpty() ? qgetenv("DESKTOP_STARTUP_ID") : token;
}

} // namespace

Doorkeeper::Doorkeeper(const QString &folder) : m_folder(folder)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *caller = m_server.nextPendingConnection()) {
            connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
            const auto hear = [this, caller] {
                while (caller->canReadLine()) {
                    const QByteArray line = caller->readLine(1024).trimmed();
                    emit called(line.mid(line.indexOf(' ') + 1));
                    caller->write("here\n");
                    caller->disconnectFromServer();
                }
            };
            connect(caller, &QLocalSocket::readyRead, this, hear);
            hear();
        }
    });
}

Doorkeeper::~Doorkeeper() = default;

Result<Doorkeeper::Start> Doorkeeper::enter()
{
    if (auto made = makePrivateFolder(m_folder, {u"desk"_s, u"newsroom"_s, u"window.ini"_s}); !made)
        return made.error();
    // The same folder under two names is one folder.
    const QString folder = QFileInfo(m_folder).canonicalFilePath();
    m_name = socketName(folder);
    m_lock = std::make_unique<QLockFile>(QDir(folder).filePath(u"workstation.lock"_s));
    QDeadlineTimer end(mostPatience);
    do {
        const bool isMine = tryProgramLock(*m_lock, 0ms);
        if (!isMine && m_lock->error() == QLockFile::PermissionError)
            return Error{ErrorCode::Unavailable, u"folder"_s, m_folder};
        const bool isUnknown = !isMine && m_lock->error() == QLockFile::UnknownError; // a full disk has no room for it
        switch (isMine ? Answer::None : call()) {
        case Answer::Here:
            return Start::Later;
        case Answer::Silent:
            return Error{ErrorCode::Conflict, u"desk.silent"_s, m_folder};
        case Answer::Gone:
            end = QDeadlineTimer(mostPatience); // its locks go with it
            break;
        case Answer::None:
            break;
        }
        if (isMine || isUnknown) {
            listen();
            return Start::First;
        }
    } while (!end.hasExpired());
    return deskInUse(*m_lock);
}

// The message is read when the first has its window, and answered then.
Doorkeeper::Answer Doorkeeper::call() const
{
    QLocalSocket first;
    first.connectToServer(m_name);
    if (!first.waitForConnected(oneTry)) {
        QThread::msleep(oneTry); // it is just starting, or ending
        return Answer::None;
    }
    first.write("come " + activationToken() + '\n');
    first.waitForBytesWritten(oneTry);
    if (first.waitForReadyRead(int(mostSilence.count())))
        return Answer::Here;
    // The line of one that ended meanwhile is closed; who hangs holds it.
    return first.state() == QLocalSocket::ConnectedState ? Answer::Silent : Answer::Gone;
}

void Doorkeeper::listen()
{
    QLocalServer::removeServer(m_name); // of one that was killed: who has the lock is alone
    if (!m_server.listen(m_name))
        writeLog(LogLevel::Warning, "workstation.noDoor", {{u"detail"_s, m_server.errorString()}});
}

} // namespace toasoan
