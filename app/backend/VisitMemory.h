// What a server has to know of the day's readers when it is started again, in a file of its own that only its user may
// read: the keys of the day, and hashes of readers and pages under them. No address and no browser is in it. The day's
// end throws all of it away; of a server that does not run then, its next start.
//
// It is appended to before the ledger is, so what a killed program has added is known, and a reader is not counted
// twice. One thread at a time.
#pragma once

#include "base/Clock.h"
#include "base/Result.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <array>
#include <vector>

namespace toasoan {

class VisitCrowd;

struct RememberedDelivery
{
    quint64 visitor = 0;
    quint64 page = 0;
    Instant at;

    bool operator==(const RememberedDelivery &) const = default;
};

/// A visitor of the day who is not expected to come back within his visit.
struct RememberedVisitor
{
    quint64 visitor = 0;
    Instant day; ///< its begin

    bool operator==(const RememberedVisitor &) const = default;
};

struct RememberedKey
{
    std::array<quint64, 2> bytes{};
    Instant day; ///< its begin; the key of browsers has none

    bool operator==(const RememberedKey &) const = default;
};

/// Readers of the day beyond those who are remembered one by one (VisitCrowd::write()).
struct RememberedCrowd
{
    Instant day; ///< its begin
    QByteArray bytes;

    bool operator==(const RememberedCrowd &) const = default;
};

struct RememberedVisits
{
    std::vector<RememberedKey> keys;
    std::vector<RememberedVisitor> visitors;
    std::vector<RememberedDelivery> deliveries; ///< in the order of time
    std::vector<RememberedCrowd> crowds = {}; ///< as read()
};

/// The same while they are counted. They may be so many that there is no room for another copy of them.
struct LiveCrowd
{
    Instant day; ///< its begin
    const VisitCrowd &crowd;
};

class VisitMemory
{
public:
    explicit VisitMemory(const QString &path) : m_file(path) { }

    /// What is there; nothing where there is none, and of a file whose end was never written what comes before.
    [[nodiscard]] Result<RememberedVisits> read();
    /// Puts this in the place of all that is there, holding no second copy of it. Unavailable or StorageFull
    /// "visits.memory".
    [[nodiscard]] Result<void> write(const RememberedVisits &visits, const std::vector<LiveCrowd> &crowds);
    /// After a write() that succeeded. The same errors; then only write() makes it whole again.
    [[nodiscard]] Result<void> append(const RememberedVisits &visits);
    /// In bytes.
    [[nodiscard]] qint64 size() const { return m_file.size(); }

private:
    [[nodiscard]] Error failure(const QFileDevice &file) const;

    QFile m_file;
};

} // namespace toasoan
