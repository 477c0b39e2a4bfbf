// What happened, in order: the feed of changes (of each noun its newest), the answers to commands, the audit log (only
// appended).
#pragma once

#include "base/Clock.h"
#include "domain/Ids.h"
#include "domain/Noun.h"
#include "storage/Transaction.h"

#include <QByteArray>
#include <QJsonObject>

#include <array>
#include <vector>

namespace toasoan {

struct Change
{
    qint64 sequence = 0;
    Noun noun;
    QString id;

    bool operator==(const Change &) const = default;
};

/// Changes, oldest first; a newer program beside this one tells of nouns that this one does not know.
struct ChangePage
{
    std::vector<Change> changes;
    bool more = false; ///< there may be more behind them
};

/// The stored answer to a command.
struct StoredAnswer
{
    UserId user;
    QString fingerprint; ///< SHA-256 of the command: the same id with another command is refused
    QByteArray answer;
};

/// One line of the audit log.
struct AuditLine
{
    qint64 number = 0;
    Instant at;
    UserId actor;
    QString action;
    QString noun;
    QString nounId;
    QString detail; ///< JSON
    QString hash; ///< SHA-256 over the hash before and this line

    bool operator==(const AuditLine &) const = default;
};

/// Where the audit log stood: the last line's number and hash; 0 and nothing for a log without lines. The hash covers
/// all lines up to it, so a copy kept elsewhere tells whether they are still the same.
struct AuditMark
{
    qint64 number = 0;
    QString hash;

    bool operator==(const AuditMark &) const = default;
};

class ChangeStore
{
public:
    explicit ChangeStore(Transaction &transaction);

    /// Gives the change the next sequence and returns it; the noun's earlier change is forgotten. Readers after it see
    /// it only when this transaction commits.
    [[nodiscard]] Result<qint64> add(const Noun &noun, const QString &id, Instant now);
    /// The sequence of the noun's newest change; 0 if it has none.
    [[nodiscard]] Result<qint64> newestOf(const Noun &noun, const QString &id) const;
    /// The sequence of the newest change of any of that noun; 0 if there is none.
    [[nodiscard]] Result<qint64> newestOf(const Noun &noun) const;
    /// Up to `limit` changes after `sequence`, oldest first, each noun once.
    [[nodiscard]] Result<ChangePage> after(qint64 sequence, int limit) const;
    /// Of one noun, those before `sequence`, the newest first, up to `limit`.
    [[nodiscard]] Result<ChangePage> before(qint64 sequence, const Noun &noun, int limit) const;
    /// The sequence of the newest change.
    [[nodiscard]] Result<qint64> newest() const;

    [[nodiscard]] Result<std::optional<StoredAnswer>> answer(RequestId id) const;
    [[nodiscard]] Result<void> addAnswer(RequestId id, const StoredAnswer &answer, Instant now);
    /// Drops answers given before `before`; returns how many.
    [[nodiscard]] Result<qint64> dropAnswers(Instant before);

    [[nodiscard]] Result<void> addAudit(UserId actor, const QString &action, const QString &noun, const QString &nounId,
                                        const QJsonObject &detail, Instant now);
    [[nodiscard]] Result<std::vector<AuditLine>> audit(qint64 after, int limit) const;
    /// Those of accounts and settings, without sign-ins, oldest first.
    [[nodiscard]] Result<std::vector<AuditLine>> auditOfSettings() const;
    /// Where the log stands. Corrupt "audit" at the first line whose hash does not fit, or if it did not stand so at
    /// `known`: somebody wrote it anew, or cut it off.
    [[nodiscard]] Result<AuditMark> verifyAudit(const std::optional<AuditMark> &known = {}) const;

private:
    Transaction &m_transaction;
};

} // namespace toasoan
