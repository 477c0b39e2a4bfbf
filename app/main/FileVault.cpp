#include "main/FileVault.h"

#include "base/Log.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace toasoan {

using namespace Qt::StringLiterals;

FileVault::FileVault(QString path) : m_path(std::move(path)) { }

QHash<QString, QString> FileVault::load() const
{
    QHash<QString, QString> tokens;
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return tokens;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    for (auto entry = json.begin(); entry != json.end(); ++entry)
        tokens.insert(entry.key(), entry.value().toString());
    return tokens;
}

void FileVault::store(const QHash<QString, QString> &tokens) const
{
    QJsonObject json;
    for (auto entry = tokens.begin(); entry != tokens.end(); ++entry)
        json.insert(entry.key(), entry.value());
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(QJsonDocument(json).toJson()) < 0 || !file.commit())
        writeLog(LogLevel::Error, "token.notKept", {{"file"_L1, m_path}});
}

void FileVault::read(const QString &key, std::function<void(Result<QString>)> done)
{
    const auto tokens = load();
    const auto found = tokens.find(key);
    if (found == tokens.end())
        done(Error{ErrorCode::NotFound, u"token"_s, {}});
    else
        done(*found);
}

void FileVault::write(const QString &key, const QString &token, std::function<void()> done)
{
    auto tokens = load();
    tokens.insert(key, token);
    store(tokens);
    done();
}

void FileVault::remove(const QString &key, std::function<void()> done)
{
    auto tokens = load();
    tokens.remove(key);
    store(tokens);
    done();
}

} // namespace toasoan
