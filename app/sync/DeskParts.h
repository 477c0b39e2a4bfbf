// What belongs to the account that is open at the desk, made and ended together. Part of DeskWorker.
#pragma once

#include "sync/DeskWorker.h"
#include "sync/Lookups.h"

namespace toasoan {

// Tells its owner after each answer that something happened.
class WatchedTransport final : public Transport
{
public:
    WatchedTransport(std::unique_ptr<Transport> inner, std::function<void()> after)
        : m_inner(std::move(inner))
        , m_after(std::move(after))
    { }

    [[nodiscard]] std::unique_ptr<PendingRequest> send(const TransportRequest &request, Done done) override
    {
        return m_inner->send(request, [done = std::move(done), after = m_after](const auto &response) {
            done(response);
            after();
        });
    }

private:
    std::unique_ptr<Transport> m_inner;
    std::function<void()> m_after;
};

struct DeskWorker::Parts
{
    Parts(DeskWorker &worker, std::unique_ptr<Replica> opened, const QString &folder, std::unique_ptr<Transport> inner)
        : replica(std::move(opened))
        , pictures(folder + QStringLiteral("/pictures"))
        , transport(std::move(inner), [&worker] { worker.settle(); })
        , engine(*replica, transport, worker.m_clock, worker.m_dice, worker)
        , uploader(*replica, pictures, transport, worker.m_clock, worker.m_dice, worker)
        , lookups(*replica, pictures, transport)
    { }

    std::unique_ptr<Replica> replica;
    PictureStore pictures;
    WatchedTransport transport;
    SyncEngine engine;
    Uploader uploader;
    Lookups lookups;
};

/// What is answered while no account is open.
inline const Error nobody{ErrorCode::Unauthenticated, QStringLiteral("session"), QStringLiteral("nobody is signed in")};

} // namespace toasoan
