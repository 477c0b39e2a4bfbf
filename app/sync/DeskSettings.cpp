#include "sync/DeskSettings.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

QString pathIn(const QString &folder)
{
    return folder + u"/desk.json"_s;
}

} // namespace

DeskSettings readDeskSettings(const QString &folder)
{
    QFile file(pathIn(folder));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    return {.account = {.server = json.value("server"_L1).toString(),
                        .login = json.value("login"_L1).toString(),
                        .user = UserId::fromText(json.value("user"_L1).toString()).value_or(UserId()),
                        .isRemembered = false},
            .isOffline = json.value("offline"_L1).toBool()};
}

Result<void> writeDeskSettings(const QString &folder, const DeskSettings &settings)
{
    QJsonObject json{{"offline"_L1, settings.isOffline}};
    const Account &account = settings.account;
    if (!account.user.isNull()) {
        json.insert("server"_L1, account.server);
        json.insert("login"_L1, account.login);
        json.insert("user"_L1, account.user.toText());
    }
    QSaveFile file(pathIn(folder));
    const QByteArray bytes = QJsonDocument(json).toJson(QJsonDocument::Compact);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorCode::Unavailable, u"desk.folder"_s, file.errorString()};
    return {};
}

} // namespace toasoan
