// The newsroom's few and small nouns that every part needs: what this database is, its counters, settings, sections and
// chain.
#pragma once

#include "domain/Section.h"
#include "domain/Site.h"
#include "domain/Workflow.h"
#include "storage/Transaction.h"

#include <vector>

namespace toasoan {

/// Begins a transaction that has the lock which all writers of the newsroom take first: from here to the commit, what
/// is read stays true. The errors of Transaction::begin().
[[nodiscard]] Result<Transaction> beginWriting(Database &database);

class NewsroomStore
{
public:
    explicit NewsroomStore(Transaction &transaction);

    /// A fact of this database: "epoch", "schemaChange"; empty if it is not set.
    [[nodiscard]] Result<QString> fact(const QString &name) const;
    [[nodiscard]] Result<void> setFact(const QString &name, const QString &value);

    /// Adds one to a counter and returns it.
    [[nodiscard]] Result<qint64> next(const QString &counter);
    [[nodiscard]] Result<qint64> counter(const QString &counter) const;
    /// For a replica, which never counts itself.
    [[nodiscard]] Result<void> setCounter(const QString &counter, qint64 value);

    /// As it is in force at `now`; if the clock says a time before the first settings, those. NotFound "site" until a
    /// newsroom was made here.
    [[nodiscard]] Result<Site> site(Instant now) const;
    [[nodiscard]] Result<void> setSite(const Site &site, Instant validFrom);

    /// In the order of menus.
    [[nodiscard]] Result<std::vector<Section>> sections() const;
    [[nodiscard]] Result<void> putSection(const Section &section);

    [[nodiscard]] Result<Workflow> workflow() const;
    [[nodiscard]] Result<void> setWorkflow(const Workflow &workflow);

private:
    Transaction &m_transaction;
};

} // namespace toasoan
