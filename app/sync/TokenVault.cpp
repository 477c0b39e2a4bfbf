#include "sync/TokenVault.h"

#include "base/Log.h"

#include <qt6keychain/keychain.h>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

const QString service = u"toasoan"_s;

class KeychainVault final : public TokenVault
{
public:
    void read(const QString &key, std::function<void(Result<QString>)> done) override
    {
        auto *job = new QKeychain::ReadPasswordJob(service);
        job->setKey(key);
        start(job, [this, job, key, done = std::move(done)] {
            m_isPersistent = job->error() == QKeychain::NoError;
            if (m_isPersistent)
                return done(job->textData());
            m_memory.read(key, done);
        });
    }

    void write(const QString &key, const QString &token, std::function<void()> done) override
    {
        auto *job = new QKeychain::WritePasswordJob(service);
        job->setKey(key);
        job->setTextData(token);
        start(job, [this, job, key, token, done = std::move(done)] {
            m_isPersistent = job->error() == QKeychain::NoError;
            if (m_isPersistent)
                return done();
            writeLog(LogLevel::Warning, "vault.noKeychain", {{"error"_L1, int(job->error())}});
            m_memory.write(key, token, done);
        });
    }

    void remove(const QString &key, std::function<void()> done) override
    {
        auto *job = new QKeychain::DeletePasswordJob(service);
        job->setKey(key);
        start(job, [this, key, done = std::move(done)] { m_memory.remove(key, done); });
    }

    [[nodiscard]] bool isPersistent() const override { return m_isPersistent; }

private:
    void start(QKeychain::Job *job, std::function<void()> done)
    {
        job->setInsecureFallback(false);
        QObject::connect(job, &QKeychain::Job::finished, job, [alive = std::weak_ptr(m_alive), done = std::move(done)] {
            if (alive.lock())
                done();
        });
        job->start(); // deletes itself
    }

    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true); ///< ends with the vault; jobs may outlive it
    MemoryVault m_memory;
    bool m_isPersistent = false;
};

} // namespace

void MemoryVault::read(const QString &key, std::function<void(Result<QString>)> done)
{
    const auto token = m_tokens.constFind(key);
    if (token == m_tokens.constEnd())
        return done(Error{ErrorCode::NotFound, u"token"_s, {}});
    done(*token);
}

void MemoryVault::write(const QString &key, const QString &token, std::function<void()> done)
{
    m_tokens.insert(key, token);
    done();
}

void MemoryVault::remove(const QString &key, std::function<void()> done)
{
    m_tokens.remove(key);
    done();
}

std::unique_ptr<TokenVault> makeKeychainVault()
{
    return std::make_unique<KeychainVault>();
}

} // namespace toasoan
