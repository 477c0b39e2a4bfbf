// How requests reach the server: by HTTP, inside one process, or through the network of a simulation.
#pragma once

#include "base/Clock.h"
#include "base/Result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <utility>

namespace toasoan {

struct TransportRequest
{
    QByteArray method;
    QString path; ///< with its query: "/api/v1/changes?after=7"
    QList<std::pair<QByteArray, QByteArray>> fields;
    QByteArray body;
    /// After how long without an answer it counts as lost.
    Milliseconds patience{30000};
};

struct TransportResponse
{
    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> fields;
    QByteArray body;

    /// The field of that name, in any case; empty if there is none.
    [[nodiscard]] QByteArray field(const QByteArray &name) const
    {
        for (const auto &[key, value] : fields) {
            if (key.compare(name, Qt::CaseInsensitive) == 0)
                return value;
        }
        return {};
    }
};

/// A request under way. Destroying it ends it: its callback is not called any more, and whether the server got it is
/// unknown.
class PendingRequest
{
public:
    PendingRequest() = default;
    virtual ~PendingRequest() = default;
    Q_DISABLE_COPY_MOVE(PendingRequest)
};

class Transport
{
public:
    using Done = std::function<void(Result<TransportResponse>)>;

    virtual ~Transport() = default;

    /// Calls `done` once, later, never from within send(): with the server's answer, whatever its status, or with
    /// Unavailable "network" when none came.
    [[nodiscard]] virtual std::unique_ptr<PendingRequest> send(const TransportRequest &request, Done done) = 0;
};

} // namespace toasoan
