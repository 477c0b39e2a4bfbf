#include "storage/NewsroomStore.h"

#include "storage/Facts.h"
#include "storage/Reading.h"

#include <QJsonDocument>

namespace toasoan {

Result<Transaction> beginWriting(Database &database)
{
    auto transaction = Transaction::begin(database, Access::Write);
    if (!transaction)
        return transaction.error();
    Statement lock(*transaction, "UPDATE counters SET value = value WHERE name = 'sequence'");
    if (auto locked = lock.run(); !locked)
        return locked.error();
    return transaction;
}

NewsroomStore::NewsroomStore(Transaction &transaction) : m_transaction(transaction) { }

Result<QString> NewsroomStore::fact(const QString &name) const
{
    return readFact(m_transaction, "system", name);
}

Result<void> NewsroomStore::setFact(const QString &name, const QString &value)
{
    return writeFact(m_transaction, "system", name, value);
}

Result<qint64> NewsroomStore::next(const QString &counter)
{
    Statement statement(m_transaction, R"(
        UPDATE counters
        SET value = value + 1
        WHERE name = :name
        RETURNING value
    )");
    statement.bind("name", counter);
    return oneInteger(statement);
}

Result<qint64> NewsroomStore::counter(const QString &counter) const
{
    Statement statement(m_transaction, "SELECT value FROM counters WHERE name = :name");
    statement.bind("name", counter);
    return oneInteger(statement);
}

Result<void> NewsroomStore::setCounter(const QString &counter, qint64 value)
{
    Statement statement(m_transaction, "UPDATE counters SET value = :value WHERE name = :name");
    statement.bind("value", value);
    statement.bind("name", counter);
    return statement.run();
}

Result<Site> NewsroomStore::site(Instant now) const
{
    Statement statement(m_transaction, R"(
        SELECT value
        FROM settings
        WHERE name = 'site'
        ORDER BY CASE WHEN valid_from <= :now THEN valid_from ELSE -valid_from END DESC
        LIMIT 1
    )");
    statement.bind("now", now);
    auto row = statement.next();
    if (!row)
        return row.error();
    if (!*row)
        return Error{ErrorCode::NotFound, QStringLiteral("site"), QStringLiteral("no newsroom was made here")};
    return siteFromJson(QJsonDocument::fromJson(statement.text(0).toUtf8()).object());
}

Result<void> NewsroomStore::setSite(const Site &site, Instant validFrom)
{
    Statement statement(m_transaction, R"(
        INSERT INTO settings (name, valid_from, value)
        VALUES ('site', :from, :value)
        ON CONFLICT (name, valid_from) DO UPDATE SET value = excluded.value
    )");
    statement.bind("from", validFrom);
    statement.bind("value", QString::fromUtf8(QJsonDocument(toJson(site)).toJson(QJsonDocument::Compact)));
    return statement.run();
}

Result<std::vector<Section>> NewsroomStore::sections() const
{
    Statement statement(m_transaction, R"(
        SELECT id, slug, name, name_english, position
        FROM sections
        ORDER BY position, id
    )");
    return statement.all([](const Statement &row) {
        return Section{.id = row.id<SectionId>(0),
                       .slug = row.text(1),
                       .name = row.text(2),
                       .nameEnglish = row.text(3),
                       .position = int(row.integer(4))};
    });
}

Result<void> NewsroomStore::putSection(const Section &section)
{
    Statement statement(m_transaction, R"(
        INSERT INTO sections (id, slug, name, name_english, position)
        VALUES (:id, :slug, :name, :nameEnglish, :position)
        ON CONFLICT (id) DO UPDATE SET
            slug = excluded.slug,
            name = excluded.name,
            name_english = excluded.name_english,
            position = excluded.position
    )");
    statement.bind("id", section.id);
    statement.bind("slug", section.slug);
    statement.bind("name", section.name);
    statement.bind("nameEnglish", section.nameEnglish);
    statement.bind("position", qint64(section.position));
    return statement.run();
}

Result<Workflow> NewsroomStore::workflow() const
{
    Statement statement(m_transaction, R"(
        SELECT from_state, step, role, to_state, ownership, reason_required
        FROM workflow
        ORDER BY position
    )");
    // A row of a newer program allows what this one cannot do; the others hold.
    std::vector<Transition> transitions;
    const auto rows = statement.all([&transitions](const Statement &row) {
        const auto from = stateFromText(row.text(0));
        const auto step = stepFromText(row.text(1));
        const auto role = roleFromText(row.text(2));
        const auto to = stateFromText(row.text(3));
        const auto ownership = ownershipFromText(row.text(4));
        const bool known = from && step && role && to && ownership;
        if (known)
            transitions.push_back({.from = *from,
                                   .step = *step,
                                   .role = *role,
                                   .to = *to,
                                   .ownership = *ownership,
                                   .reason = row.integer(5) != 0 ? ReasonRule::Required : ReasonRule::Optional});
        return known;
    });
    if (!rows)
        return rows.error();
    return Workflow(std::move(transitions));
}

Result<void> NewsroomStore::setWorkflow(const Workflow &workflow)
{
    Statement old(m_transaction, "DELETE FROM workflow");
    if (auto done = old.run(); !done)
        return done.error();
    qint64 position = 0;
    for (const Transition &row : workflow.transitions()) {
        Statement statement(m_transaction, R"(
            INSERT INTO workflow (position, from_state, step, role, to_state, ownership, reason_required)
            VALUES (:position, :from, :step, :role, :to, :ownership, :reason)
        )");
        statement.bind("position", ++position);
        statement.bind("from", toText(row.from));
        statement.bind("step", toText(row.step));
        statement.bind("role", toText(row.role));
        statement.bind("to", toText(row.to));
        statement.bind("ownership", toText(row.ownership));
        statement.bind("reason", qint64(row.reason == ReasonRule::Required ? 1 : 0));
        if (auto done = statement.run(); !done)
            return done.error();
    }
    return {};
}

} // namespace toasoan
