#include "storage/EntryStore.h"

#include "storage/Database.h"
#include "storage/Reading.h"
#include "storage/StoredContent.h"
#include "text/Vietnamese.h"

#include <QJsonDocument>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

/// The newest first.
struct Kept
{
    QString form;
    QByteArray description;
    QString filledTo;
    bool isComplete = false;
};

Result<std::vector<Kept>> keptOf(Transaction &transaction, const Noun &noun, Face face)
{
    Statement statement(transaction, R"(
        SELECT form, description, filled_to, is_complete
        FROM projections
        WHERE noun = :noun AND face = :face
        ORDER BY position DESC
    )");
    statement.bind("noun", toText(noun));
    statement.bind("face", toText(face));
    return statement.all([](const Statement &row) {
        return Kept{.form = row.text(0),
                    .description = row.text(1).toUtf8(),
                    .filledTo = row.text(2),
                    .isComplete = row.boolean(3)};
    });
}

Result<Projection> projectionOf(const Kept &kept, Face face)
{
    auto described = registerFromJson(QJsonDocument::fromJson(kept.description).object());
    if (!described)
        return Error{ErrorCode::Corrupt, u"projection.description"_s, described.error().subject};
    Projection projection(*described, face);
    // Made by a program that makes other values of the same description.
    if (projection.form() != kept.form)
        return Error{ErrorCode::Unsupported, u"projection.form"_s, kept.form};
    return projection;
}

Result<void> dropTable(Transaction &transaction, const Noun &noun, Face face, const QString &form)
{
    const std::string table = (face == Face::Board ? "r_" : "p_")
        + QString(toText(noun)).replace(u'.', u'_').toLower().toStdString() + '_' + form.toStdString();
    if (auto dropped = transaction.execute("DROP TABLE IF EXISTS " + table); !dropped)
        return dropped;
    Statement forgetting(transaction, "DELETE FROM projections WHERE noun = :noun AND face = :face AND form = :form");
    forgetting.bind("noun", toText(noun));
    forgetting.bind("face", toText(face));
    forgetting.bind("form", form);
    return forgetting.run();
}

// Words, chain or sight are others: the table stays.
Result<void> describeAnew(Transaction &transaction, const Projection &projection, const QByteArray &description)
{
    Statement statement(transaction, R"(
        UPDATE projections
        SET description = :description
        WHERE noun = :noun AND face = :face AND form = :form
    )");
    statement.bind("description", QString::fromUtf8(description));
    statement.bind("noun", toText(projection.described().noun));
    statement.bind("face", toText(projection.face()));
    statement.bind("form", projection.form());
    return statement.run();
}

Result<void> write(Transaction &transaction, const Projection &projection, const EntryHead &head,
                   const QByteArray &content)
{
    Statement statement(transaction, projection.writing());
    statement.bind("id", head.id);
    statement.bind("state", toText(head.state));
    statement.bind("updatedAt", head.updatedAt);
    projection.bind(statement, content);
    return statement.run();
}

// Whether what is in use is published, and nothing else is: so it is of what readers have, and where nothing is
// reviewed.
bool isOfOneState(const Projection &from)
{
    return from.face() == Face::Public || !hasReview(from.described());
}

std::string conditions(const Projection &from, const EntryFilter &filter)
{
    std::string where = " WHERE 1 = 1";
    switch (filter.states) {
    case EntryFilter::States::InUse:
        // By equality where that says it: an index then gives the order too.
        where +=
            isOfOneState(from) ? " AND state = 'published'" : " AND state NOT IN ('closed', 'unpublished', 'deleted')";
        break;
    case EntryFilter::States::Closed:
        where += isOfOneState(from) ? " AND state = 'closed'" : " AND state IN ('closed', 'unpublished')";
        break;
    case EntryFilter::States::All:
        break;
    }
    for (const auto &[field, code] : filter.codes) {
        const ProjectionColumn *column = from.column(field);
        where += column && column->kind == ProjectionColumn::Kind::Code ? " AND " + column->name + " = :" + column->name
                                                                        : " AND 1 = 0";
    }
    const QStringList words = fold(filter.words).split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty() && !filter.words.trimmed().isEmpty())
        where += " AND 1 = 0";
    for (qsizetype i = 0; i < words.size(); ++i)
        where += " AND words LIKE :word" + std::to_string(i);
    const QString &period = from.described().period;
    if (filter.inForceOn && !period.isEmpty())
        where += " AND " + from.column(period)->name + " <= :day AND " + from.column(period, true)->name + " >= :day";
    return where;
}

void bindConditions(Statement &statement, const Projection &from, const EntryFilter &filter)
{
    for (const auto &[field, code] : filter.codes) {
        const ProjectionColumn *column = from.column(field);
        if (column && column->kind == ProjectionColumn::Kind::Code)
            statement.bind(column->name, code);
    }
    // A fold holds letters, digits and blanks only: no wildcard of LIKE can be among them.
    const QStringList words = fold(filter.words).split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < words.size(); ++i)
        statement.bind("word" + std::to_string(i), QString(u'%' + words[i] + u'%'));
    if (filter.inForceOn && !from.described().period.isEmpty())
        statement.bind("day", *filter.inForceOn);
}

std::string selection(const Projection &from)
{
    return std::string("SELECT id, state, updated_at") + (from.face() == Face::Public ? ", content, packed" : "")
        + " FROM " + from.table();
}

EntryRow readRow(const Statement &row, bool isPublic)
{
    return {.id = row.id<RecordId>(0),
            .state = stateFromText(row.text(1)).value_or(State::Draft),
            .updatedAt = row.instant(2),
            .content = isPublic ? storedBytes(row, 3) : QByteArray()};
}

std::string ordering(const Projection &from, const EntryFilter &filter)
{
    const ProjectionColumn *column = from.column(filter.order);
    const std::string by = filter.order == "title"_L1 ? "title_order"
        : filter.order == "updated"_L1                ? "updated_at"
        : column                                      ? column->name
                                                      : from.usualOrder();
    const std::string way = filter.isReversed ? " DESC" : "";
    return " ORDER BY " + by + way + ", id" + way;
}

} // namespace

EntryStore::EntryStore(Transaction &transaction) : m_transaction(transaction) { }

Result<void> EntryStore::prepare(const Register &described, Face face)
{
    const Projection projection(described, face);
    auto all = keptOf(m_transaction, described.noun, face);
    if (!all)
        return all.error();
    const QByteArray json = QJsonDocument(toJson(described)).toJson(QJsonDocument::Compact);
    if (!all->empty() && all->front().form == projection.form())
        return all->front().description == json ? Result<void>() : describeAnew(m_transaction, projection, json);
    // One that was left, and is the newest again, is begun anew.
    if (std::ranges::find(*all, projection.form(), &Kept::form) != all->end()) {
        if (auto dropped = dropTable(m_transaction, described.noun, face, projection.form()); !dropped)
            return dropped;
    }
    // One that nothing is known of is none.
    if (auto dropped = m_transaction.execute("DROP TABLE IF EXISTS " + projection.table()); !dropped)
        return dropped;
    for (const std::string &sql : projection.making()) {
        if (auto made = m_transaction.execute(sql); !made)
            return made;
    }
    Statement statement(m_transaction, R"(
        INSERT INTO projections (noun, face, form, position, description, filled_to, is_complete)
        SELECT :noun, :face, :form, COALESCE(MAX(position), 0) + 1, :description, '', 0
        FROM projections
    )");
    statement.bind("noun", toText(described.noun));
    statement.bind("face", toText(face));
    statement.bind("form", projection.form());
    statement.bind("description", QString::fromUtf8(json));
    return statement.run();
}

Result<bool> EntryStore::fill(const Register &described, Face face, int limit)
{
    const Projection projection(described, face);
    auto all = keptOf(m_transaction, described.noun, face);
    if (!all)
        return all.error();
    const auto kept = std::ranges::find(*all, projection.form(), &Kept::form);
    if (kept == all->end() || kept->isComplete)
        return false;

    struct Row
    {
        EntryHead head;
        QByteArray content;
    };
    // Of what goes along a chain readers have the version that was published, whatever is written beside it.
    const bool isPublic = face == Face::Public;
    Statement statement(
        m_transaction,
        std::string("SELECT h.id, h.state, ") + (isPublic ? "COALESCE(h.published_at, h.updated_at)" : "h.updated_at")
            + ", r.content, r.packed FROM records h JOIN revisions r ON r.record_id = h.id AND r.version = "
            + (isPublic ? "COALESCE(h.public_version, h.version)" : "h.version")
            + " WHERE h.noun = :noun AND h.id > :last"
            + (isPublic ? " AND (h.number IS NULL AND h.state = 'published'"
                          " OR h.number IS NOT NULL AND h.taken_down_at IS NULL)"
                        : "")
            + " ORDER BY h.id LIMIT :limit");
    statement.bind("noun", toText(described.noun));
    statement.bind("last", kept->filledTo);
    statement.bind("limit", limit);
    const auto rows = statement.all([isPublic](const Statement &row) {
        return Row{.head = {.id = row.id<RecordId>(0),
                            .state = isPublic ? State::Published : stateFromText(row.text(1)).value_or(State::Draft),
                            .updatedAt = row.instant(2)},
                   .content = storedBytes(row, 3)};
    });
    if (!rows)
        return rows.error();
    for (const Row &row : *rows) {
        if (auto written = write(m_transaction, projection, row.head, row.content); !written)
            return written.error();
        if (face == Face::Public)
            continue;
        if (auto put = putBeside(described, row.head.id, row.content); !put)
            return put.error();
    }
    const bool isComplete = int(rows->size()) < limit;
    Statement note(m_transaction, R"(
        UPDATE projections
        SET filled_to = :filled, is_complete = :complete
        WHERE noun = :noun AND face = :face AND form = :form
    )");
    note.bind("filled", rows->empty() ? kept->filledTo : rows->back().head.id.toText());
    note.bind("complete", isComplete);
    note.bind("noun", toText(described.noun));
    note.bind("face", toText(face));
    note.bind("form", projection.form());
    if (auto noted = note.run(); !noted)
        return noted.error();
    return !isComplete;
}

Result<void> EntryStore::dropOlder(const Noun &noun, Face face)
{
    auto all = keptOf(m_transaction, noun, face);
    if (!all)
        return all.error();
    bool isOlder = false;
    for (const Kept &kept : *all) {
        if (isOlder) {
            if (auto dropped = dropTable(m_transaction, noun, face, kept.form); !dropped)
                return dropped;
        }
        isOlder = isOlder || kept.isComplete;
    }
    return {};
}

Result<std::optional<Projection>> EntryStore::readable(const Noun &noun, Face face)
{
    auto all = keptOf(m_transaction, noun, face);
    if (!all)
        return all.error();
    for (const Kept &kept : *all) {
        if (!kept.isComplete)
            continue;
        auto projection = projectionOf(kept, face);
        if (projection)
            return std::optional(*std::move(projection));
        if (projection.error().code != ErrorCode::Unsupported)
            return projection.error();
    }
    return std::optional<Projection>();
}

Result<QStringList> EntryStore::incompleteForms()
{
    Statement statement(m_transaction, "SELECT form FROM projections WHERE is_complete = 0");
    auto forms = statement.all([](const Statement &row) { return row.text(0); });
    return forms ? Result<QStringList>(QStringList(forms->begin(), forms->end())) : Result<QStringList>(forms.error());
}

Result<int> EntryStore::filled(const Noun &noun, Face face)
{
    auto all = keptOf(m_transaction, noun, face);
    if (!all)
        return all.error();
    const auto open = std::ranges::find(*all, false, &Kept::isComplete);
    if (open == all->end())
        return all->empty() ? 0 : 100;
    Statement statement(m_transaction, R"(
        SELECT COUNT(*), COALESCE(SUM(CASE WHEN id <= :last THEN 1 ELSE 0 END), 0)
        FROM records
        WHERE noun = :noun
    )");
    statement.bind("last", open->filledTo);
    statement.bind("noun", toText(noun));
    return statement.one(u"database.row"_s, [](const Statement &row) {
        return row.integer(0) == 0 ? 0 : int(row.integer(1) * 100 / row.integer(0));
    });
}

Result<void> EntryStore::put(const Noun &noun, Face face, const EntryHead &head, const QByteArray &content)
{
    auto all = keptOf(m_transaction, noun, face);
    if (!all)
        return all.error();
    for (const Kept &kept : *all) {
        auto projection = projectionOf(kept, face);
        if (!projection && projection.error().code == ErrorCode::Unsupported)
            continue; // an older program's: it is going to be replaced
        if (!projection)
            return projection.error();
        if (auto written = write(m_transaction, *projection, head, content); !written)
            return written;
    }
    return {};
}

Result<void> EntryStore::remove(const Noun &noun, Face face, RecordId id)
{
    auto all = keptOf(m_transaction, noun, face);
    if (!all)
        return all.error();
    for (const Kept &kept : *all) {
        auto projection = projectionOf(kept, face);
        if (!projection && projection.error().code == ErrorCode::Unsupported)
            continue;
        if (!projection)
            return projection.error();
        Statement statement(m_transaction, "DELETE FROM " + projection->table() + " WHERE id = :id");
        statement.bind("id", id);
        if (auto removed = statement.run(); !removed)
            return removed;
    }
    return {};
}

Result<void> EntryStore::drop(const Noun &noun, Face face)
{
    auto all = keptOf(m_transaction, noun, face);
    if (!all)
        return all.error();
    for (const Kept &kept : *all) {
        if (auto dropped = dropTable(m_transaction, noun, face, kept.form); !dropped)
            return dropped;
    }
    return {};
}

Result<std::vector<EntryRow>> EntryStore::list(const Projection &from, const EntryFilter &filter, int limit,
                                               qint64 offset)
{
    const bool isPublic = from.face() == Face::Public;
    Statement statement(m_transaction,
                        selection(from) + conditions(from, filter) + ordering(from, filter)
                            + " LIMIT :limit OFFSET :offset");
    bindConditions(statement, from, filter);
    statement.bind("limit", limit);
    statement.bind("offset", offset);
    return statement.all([isPublic](const Statement &row) { return readRow(row, isPublic); });
}

Result<std::optional<EntryRow>> EntryStore::find(const Projection &from, RecordId id)
{
    const bool isPublic = from.face() == Face::Public;
    Statement statement(m_transaction, selection(from) + " WHERE id = :id");
    statement.bind("id", id);
    return statement.find([isPublic](const Statement &row) { return readRow(row, isPublic); });
}

Result<qint64> EntryStore::count(const Projection &from, const EntryFilter &filter)
{
    Statement statement(m_transaction, "SELECT COUNT(*) FROM " + from.table() + conditions(from, filter));
    bindConditions(statement, from, filter);
    return oneInteger(statement);
}

Result<std::vector<EntryCodes>> EntryStore::codes(const Projection &from, const QStringList &fields,
                                                  std::optional<RecordId> one)
{
    std::string columns = "id, state";
    for (const QString &field : fields)
        columns += ", " + from.column(field)->name;
    Statement statement(m_transaction, "SELECT " + columns + " FROM " + from.table() + (one ? " WHERE id = :id" : ""));
    if (one)
        statement.bind("id", *one);
    return statement.all([&fields](const Statement &row) {
        EntryCodes entry{
            .id = row.id<RecordId>(0), .state = stateFromText(row.text(1)).value_or(State::Draft), .codes = {}};
        for (int i = 0; i < int(fields.size()); ++i)
            entry.codes.append(row.text(2 + i));
        return entry;
    });
}

Result<std::vector<RecordId>> EntryStore::ids(const Projection &from, const EntryFilter &filter)
{
    Statement statement(m_transaction, "SELECT id FROM " + from.table() + conditions(from, filter));
    bindConditions(statement, from, filter);
    return statement.all([](const Statement &row) { return row.id<RecordId>(0); });
}

Result<QString> EntryStore::lastRank(const Projection &from)
{
    const ProjectionColumn *column = from.column(from.described().order);
    if (!column)
        return QString();
    Statement statement(m_transaction,
                        "SELECT " + column->name + " FROM " + from.table() + " ORDER BY " + column->name
                            + " DESC LIMIT 1");
    auto last = statement.find([](const Statement &row) { return row.text(0); });
    if (!last)
        return last.error();
    return last->value_or(QString());
}

} // namespace toasoan
