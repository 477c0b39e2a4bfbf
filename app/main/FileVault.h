// A token vault in a file that only its owner may read: for scripts, which have no keychain. Chosen by name, never by
// default.
#pragma once

#include "sync/TokenVault.h"

namespace toasoan {

class FileVault final : public TokenVault
{
public:
    explicit FileVault(QString path);

    void read(const QString &key, std::function<void(Result<QString>)> done) override;
    void write(const QString &key, const QString &token, std::function<void()> done) override;
    void remove(const QString &key, std::function<void()> done) override;
    [[nodiscard]] bool isPersistent() const override { return true; }

private:
    [[nodiscard]] QHash<QString, QString> load() const;
    void store(const QHash<QString, QString> &tokens) const;

    QString m_path;
};

} // namespace toasoan
