#include "storage/Statement.h"

#include "storage/DatabasePrivate.h"

#include <QSqlError>
#include <QVariant>

#include <algorithm>
#include <limits>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

struct ParsedSql
{
    QString text;
    std::vector<std::string> names;
};

bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool isNamePart(char c)
{
    return isNameStart(c) || (c >= '0' && c <= '9');
}

/// One past the end of what begins at `at` and ends with `end`.
std::size_t skipPast(std::string_view sql, std::string_view end, std::size_t at)
{
    const std::size_t found = sql.find(end, at);
    return found == std::string_view::npos ? sql.size() : found + end.size();
}

/// Turns `:name` into the parameter `$1`, `$2` …, which both engines know, the same for the same name: PostgreSQL then
/// finds one type for all places of a name (`column = :x OR :x IS NULL`), which it does not for a parameter at each
/// place.
ParsedSql parse(std::string_view sql)
{
    std::string text;
    std::vector<std::string> names;
    text.reserve(sql.size());
    for (std::size_t at = 0; at < sql.size();) {
        if (sql[at] == '\'' || sql[at] == '"') {
            // A doubled quote inside ends one literal and begins the next: the same text comes out.
            const std::size_t end = skipPast(sql, sql.substr(at, 1), at + 1);
            text += sql.substr(at, end - at);
            at = end;
        } else if (sql.substr(at, 2) == "--") { // comments stay here: QtSql would look for placeholders in them
            text += '\n';
            at = skipPast(sql, "\n", at);
        } else if (sql.substr(at, 2) == "/*") {
            text += ' ';
            at = skipPast(sql, "*/", at + 2);
        } else if (sql.substr(at, 2) == "::") { // a cast
            text += "::";
            at += 2;
        } else if (sql[at] == ':' && at + 1 < sql.size() && isNameStart(sql[at + 1])) {
            std::size_t nameEnd = at + 1;
            while (nameEnd < sql.size() && isNamePart(sql[nameEnd]))
                ++nameEnd;
            const std::string_view name = sql.substr(at + 1, nameEnd - at - 1);
            auto found = std::ranges::find(names, name);
            if (found == names.end())
                found = names.insert(names.end(), std::string(name));
            text += '$';
            text += std::to_string(found - names.begin() + 1);
            at = nameEnd;
        } else {
            text += sql[at];
            ++at;
        }
    }
    return {.text = QString::fromStdString(text), .names = std::move(names)};
}

/// The next word of `sql` from `at` on, outside of quotes; empty at the end.
std::string_view nextWord(std::string_view sql, std::size_t &at)
{
    while (at < sql.size() && !isNameStart(sql[at])) {
        const bool isQuote = sql[at] == '\'' || sql[at] == '"';
        at = isQuote ? skipPast(sql, sql.substr(at, 1), at + 1) : at + 1;
    }
    const std::size_t begin = at;
    while (at < sql.size() && isNamePart(sql[at]))
        ++at;
    return sql.substr(begin, at - begin);
}

bool isWord(std::string_view word, QLatin1StringView keyword)
{
    return QLatin1StringView(word.data(), qsizetype(word.size())).compare(keyword, Qt::CaseInsensitive) == 0;
}

} // namespace

bool onlyReads(std::string_view sql)
{
    std::size_t at = 0;
    const std::string_view first = nextWord(sql, at);
    if (isWord(first, "SELECT"_L1))
        return true;
    if (!isWord(first, "WITH"_L1))
        return false;
    for (auto word = nextWord(sql, at); !word.empty(); word = nextWord(sql, at)) {
        for (const auto verb : {"INSERT"_L1, "UPDATE"_L1, "DELETE"_L1}) {
            if (isWord(word, verb))
                return false;
        }
    }
    return true;
}

Result<std::unique_ptr<PreparedStatement>> Database::Private::take(std::string_view sql)
{
    if (const auto found = m_prepared.find(sql); found != m_prepared.end()) {
        auto prepared = std::move(found->second);
        m_prepared.erase(found);
        return prepared;
    }
    ParsedSql parsed = parse(sql);
    auto prepared =
        std::make_unique<PreparedStatement>(PreparedStatement{.sql = std::string(sql),
                                                              .query = QSqlQuery(connection),
                                                              .names = std::move(parsed.names),
                                                              .onlyReads = onlyReads(parsed.text.toStdString())});
    // Forward only spares SQLite's driver a copy of all rows. On PostgreSQL it would mean libpq's single-row mode, in
    // which the rest of the rows is lost when another statement runs meanwhile.
    prepared->query.setForwardOnly(location.engine == Engine::Sqlite);
    if (!prepared->query.prepare(parsed.text))
        return failure(prepared->query.lastError(), sql, SqlStage::Preparing);
    return prepared;
}

Statement::Statement(Transaction &transaction, std::string_view sql)
    : m_transaction(transaction)
    , m_database(transaction.m_database)
{
    if (const auto usable = transaction.checkUsable(); !usable) {
        m_error = usable.error();
        return;
    }
    auto prepared = m_database->d->take(sql);
    if (!prepared) {
        m_error = transaction.fail(prepared.error());
        return;
    }
    if (transaction.access() == Access::Read && !(*prepared)->onlyReads) {
        m_error = transaction.fail(Transaction::readTransactionError());
        m_database->d->giveBack(std::move(*prepared));
        return;
    }
    m_prepared = std::move(*prepared);
    m_bound.resize(m_prepared->names.size());
}

Statement::~Statement()
{
    if (!m_prepared)
        return;
    finish();
    m_database->d->giveBack(std::move(m_prepared));
}

Error Statement::failure(ErrorCode code, const char *subject, const QString &detail) const
{
    return m_transaction.fail({.code = code, .subject = QLatin1StringView(subject), .detail = detail});
}

Statement &Statement::bindValue(std::string_view name, const QVariant &value)
{
    if (!m_prepared)
        return *this;
    if (m_state == State::Reading)
        finish();
    m_state = State::Ready;
    const auto &names = m_prepared->names;
    const auto next = names.begin() + std::ptrdiff_t(m_next); // most are bound in their order
    const auto found = next != names.end() && *next == name ? next : std::ranges::find(names, name);
    if (found == names.end()) {
        m_error = failure(ErrorCode::Internal, "database.sql",
                          QStringLiteral("no placeholder :") + QString::fromUtf8(name.data(), qsizetype(name.size())));
        return *this;
    }
    const auto index = found - names.begin();
    m_next = std::size_t(index + 1);
    m_prepared->query.bindValue(static_cast<int>(index), value);
    m_bound[static_cast<std::size_t>(index)] = true;
    return *this;
}

Statement &Statement::bind(std::string_view name, const QString &text)
{
    if (text.contains(QChar(u'\0')) || !text.isValidUtf16()) {
        if (!m_error)
            m_error = failure(ErrorCode::InvalidInput, "database.text",
                              QStringLiteral("U+0000 or half of a surrogate pair in :")
                                  + QString::fromUtf8(name.data(), qsizetype(name.size())));
        return *this;
    }
    // QtSql takes a null QString for NULL.
    return bindValue(name, text.isNull() ? QStringLiteral("") : text);
}

Statement &Statement::bind(std::string_view name, QStringView text)
{
    return bind(name, text.toString());
}

Statement &Statement::bind(std::string_view name, qint64 number)
{
    return bindValue(name, number);
}

Statement &Statement::bind(std::string_view name, double number)
{
    return bindValue(name, number);
}

Statement &Statement::bind(std::string_view name, const QByteArray &bytes)
{
    return bindValue(name, bytes.isNull() ? QByteArray("") : bytes);
}

Statement &Statement::bind(std::string_view name, Instant instant)
{
    return bindValue(name, toMilliseconds(instant));
}

Statement &Statement::bind(std::string_view name, const Uuid &uuid)
{
    return bindValue(name, uuid.toText());
}

Statement &Statement::bind(std::string_view name, std::nullopt_t)
{
    return bindValue(name, QVariant());
}

Result<void> Statement::run()
{
    if (const auto usable = m_transaction.checkUsable(); !usable)
        return usable.error();
    if (m_error)
        return *m_error;
    if (const auto missing = std::ranges::find(m_bound, false); missing != m_bound.end())
        return failure(
            ErrorCode::Internal, "database.sql",
            QStringLiteral("not bound: :")
                + QString::fromStdString(m_prepared->names[static_cast<std::size_t>(missing - m_bound.begin())]));
    finish();
    if (!m_prepared->query.exec()) {
        const Error error = m_database->d->failure(m_prepared->query.lastError(), m_prepared->sql, SqlStage::Running);
        m_state = State::Done;
        return m_transaction.fail(error);
    }
    if (m_prepared->query.isSelect()) {
        m_rowsAffected = -1;
        m_state = State::Reading;
    } else {
        m_rowsAffected = m_prepared->query.numRowsAffected();
        finish();
    }
    return {};
}

Result<bool> Statement::next()
{
    if (m_state == State::Ready) {
        if (const auto ran = run(); !ran)
            return ran.error();
    }
    if (const auto usable = m_transaction.checkUsable(); !usable)
        return usable.error();
    if (m_state == State::Done)
        return false;
    if (m_prepared->query.next())
        return true;
    const QSqlError error = m_prepared->query.lastError();
    if (error.isValid())
        return m_transaction.fail(m_database->d->failure(error, m_prepared->sql, SqlStage::Running));
    finish();
    return false;
}

void Statement::finish()
{
    if (m_state == State::Reading)
        m_prepared->query.finish();
    m_state = State::Done;
}

qint64 Statement::rowsAffected() const
{
    return m_rowsAffected;
}

QVariant Statement::value(int column) const
{
    Q_ASSERT_X(m_state == State::Reading, "Statement", "read without a row");
    return m_prepared->query.value(column);
}

void Statement::misread(int column, const char *wanted) const
{
    static_cast<void>(
        failure(ErrorCode::Corrupt, "database.value",
                QStringLiteral("column %1 holds no %2 at: %3")
                    .arg(column)
                    .arg(QLatin1StringView(wanted), QString::fromStdString(m_prepared->sql).simplified().left(60))));
}

bool Statement::isNull(int column) const
{
    return m_prepared->query.isNull(column);
}

QString Statement::text(int column) const
{
    const QVariant content = value(column);
    if (content.userType() == QMetaType::QByteArray && !content.isNull())
        misread(column, "text");
    return content.toString();
}

qint64 Statement::integer(int column) const
{
    if (isNull(column))
        return 0;
    bool ok = false;
    const qint64 number = value(column).toLongLong(&ok);
    if (!ok)
        misread(column, "whole number");
    return number;
}

bool Statement::boolean(int column) const
{
    return integer(column) != 0;
}

double Statement::real(int column) const
{
    if (isNull(column))
        return 0;
    bool ok = false;
    const double number = value(column).toDouble(&ok);
    if (!ok)
        misread(column, "number");
    return number;
}

QByteArray Statement::blob(int column) const
{
    return value(column).toByteArray();
}

Instant Statement::instant(int column) const
{
    return fromMilliseconds(integer(column));
}

Uuid Statement::uuid(int column) const
{
    if (isNull(column))
        return {};
    const auto uuid = Uuid::fromText(value(column).toString());
    if (!uuid)
        misread(column, "id");
    return uuid.value_or(Uuid());
}

std::optional<QString> Statement::optionalText(int column) const
{
    return isNull(column) ? std::nullopt : std::make_optional(text(column));
}

std::optional<qint64> Statement::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::make_optional(integer(column));
}

std::optional<double> Statement::optionalReal(int column) const
{
    return isNull(column) ? std::nullopt : std::make_optional(real(column));
}

std::optional<Instant> Statement::optionalInstant(int column) const
{
    return isNull(column) ? std::nullopt : std::make_optional(instant(column));
}

} // namespace toasoan
