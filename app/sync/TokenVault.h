// Where the desk keeps its sign-in token: the system's keychain, or memory when there is none. Lives in the desk's
// worker thread; answers come through its event loop.
#pragma once

#include "base/Result.h"

#include <QHash>
#include <QString>

#include <functional>
#include <memory>

namespace toasoan {

class TokenVault
{
public:
    virtual ~TokenVault() = default;

    /// The token kept under `key`; NotFound "token" if there is none.
    virtual void read(const QString &key, std::function<void(Result<QString>)> done) = 0;
    virtual void write(const QString &key, const QString &token, std::function<void()> done) = 0;
    virtual void remove(const QString &key, std::function<void()> done) = 0;

    /// Whether what was last written outlives the program.
    [[nodiscard]] virtual bool isPersistent() const = 0;
};

/// Keeps tokens until the program ends.
class MemoryVault final : public TokenVault
{
public:
    void read(const QString &key, std::function<void(Result<QString>)> done) override;
    void write(const QString &key, const QString &token, std::function<void()> done) override;
    void remove(const QString &key, std::function<void()> done) override;
    [[nodiscard]] bool isPersistent() const override { return false; }

private:
    QHash<QString, QString> m_tokens;
};

/// The system's keychain by QtKeychain; memory where the system has none (it fails cleanly and at once).
[[nodiscard]] std::unique_ptr<TokenVault> makeKeychainVault();

} // namespace toasoan
