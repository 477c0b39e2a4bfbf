// The publishing backend as one object: HTTP server, API, site, scheduler and visit counter on one newsroom. Runs in
// its own threads: in toasoan-server, and inside the workstation for an office of one PC.
#pragma once

#include "base/Clock.h"
#include "base/Dice.h"
#include "base/Result.h"
#include "storage/DatabaseLocation.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace toasoan {

struct BackendOptions
{
    /// Holds newsroom.db and visits.db (unless `database` names a server), visits.day (VisitMemory.h), media, uploads,
    /// renditions. Made if missing.
    QString folder;
    /// Nothing: SQLite in `folder`.
    std::optional<DatabaseLocation> database;
    QString address = QStringLiteral("127.0.0.1");
    quint16 port = 8080; ///< 0: any free one
    unsigned workers = 2; ///< for readers' pages; what they must not wait for has its own (backend/Lanes.h)
    /// Addresses of the reverse proxies in front of it. They are believed when they name their client
    /// (http/Proxies.h): for the limits of sign-in and for counting visitors.
    QStringList proxies = {};
    /// Connections that one address may have at once (of IPv6: one network of 64 bits). An office, or a province behind
    /// its carrier's NAT, is one address.
    unsigned connectionsPerAddress = 128;
    /// Addresses without that limit, beside this machine's and the proxies'.
    QStringList withoutConnectionLimit = {};
};

/// Where the newsroom's own database is.
[[nodiscard]] DatabaseLocation newsroomLocation(const BackendOptions &options);

/// Where its ledger of visits is.
[[nodiscard]] DatabaseLocation visitsLocation(const BackendOptions &options);

/// Makes the data folder, closed to other users of the machine; closes one that is open to them. Unavailable "folder".
[[nodiscard]] Result<void> makeDataFolder(const BackendOptions &options);

class Backend
{
public:
    /// Brings the schema up to date, publishes what came due, and listens. NotFound "site" if no newsroom was made
    /// here; Unavailable "server.address" if the address is taken; Unsupported "database.schema" if a newer program was
    /// here; Conflict "newsroom.served" if an older one still serves it (ServingMark::take()).
    [[nodiscard]] static Result<std::unique_ptr<Backend>> start(const BackendOptions &options, const Clock &clock,
                                                                Dice &dice);
    /// Finishes running answers within five seconds, cuts off what is sent still, writes the last visits, ends. Work
    /// that runs is waited for: a program that must end has a main/Grace.h.
    ~Backend();
    Q_DISABLE_COPY_MOVE(Backend)

    [[nodiscard]] quint16 port() const;

private:
    struct Parts;
    explicit Backend(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace toasoan
