// The ledger of visits: its days, the views of items, the opening balance. In a database of its own (":/sql/visits").
// What is counted is only ever added to a row, so no row goes back. What the words mean: backend/VisitCounter.h.
#pragma once

#include "base/Clock.h"
#include "base/Id.h"
#include "base/Result.h"
#include "storage/Transaction.h"

#include <QDate>

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace toasoan {

/// The counts of one day in the site's time zone.
struct VisitDay
{
    QDate day;
    qint64 views = 0; ///< Page views by people.
    qint64 visits = 0;
    qint64 visitors = 0;
    qint64 robotViews = 0; ///< Pages delivered to declared robots.

    bool operator==(const VisitDay &) const = default;
};

/// What the counter of an older site stood at when it moved in.
struct OpeningBalance
{
    QDate day;
    qint64 total = 0; ///< Visits.

    bool operator==(const OpeningBalance &) const = default;
};

/// Visits, as the portal's block shows them.
struct VisitTotals
{
    qint64 today = 0;
    qint64 month = 0; ///< Of the calendar month of the day that was asked for.
    qint64 total = 0; ///< All days and the opening balance.

    bool operator==(const VisitTotals &) const = default;
};

/// The program that adds to the ledger; a new one at each start.
using VisitWriterId = Id<struct VisitWriterTag>;

class VisitStore
{
public:
    explicit VisitStore(Transaction &transaction);

    /// Adds the counts of `day` to its row.
    [[nodiscard]] Result<void> add(const VisitDay &day);
    /// Adds page views to an article, by its public number, and gives what it has then.
    [[nodiscard]] Result<qint64> addItemViews(qint64 articleNumber, qint64 views);

    /// The days from `first` to `last`, both included, in order; a day without a row was one without visits.
    [[nodiscard]] Result<std::vector<VisitDay>> days(QDate first, QDate last) const;
    [[nodiscard]] Result<VisitTotals> totals(QDate today) const;
    /// The page views of every article that has any.
    [[nodiscard]] Result<std::map<qint64, qint64>> itemViews() const;
    /// The same of those with a number below `below`, the greatest number first, at most `limit`.
    [[nodiscard]] Result<std::vector<std::pair<qint64, qint64>>> itemViewsBelow(qint64 below, int limit) const;

    [[nodiscard]] Result<std::optional<OpeningBalance>> openingBalance() const;
    [[nodiscard]] Result<void> setOpeningBalance(const OpeningBalance &balance);

    /// Notes that `writer` adds its batch `number` (counted from 1) in this transaction. False if it has done so
    /// already: then nothing may be added again. That is how a writer goes on after a commit whose answer was lost.
    [[nodiscard]] Result<bool> beginBatch(VisitWriterId writer, qint64 number, Instant now);

private:
    Transaction &m_transaction;
};

} // namespace toasoan
