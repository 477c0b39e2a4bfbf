// One SQL statement with named placeholders, prepared once per Database and text.
//     Statement statement(transaction, R"(
//         SELECT id, title
//         FROM articles
//         WHERE section_id = :section
//         ORDER BY id)");
//     statement.bind("section", section);
//     return statement.all([](const Statement &row) {
//         return Heading{.id = row.id<ArticleId>(0), .title = row.text(1)};
//     });
//
// Placeholders are `:name`; the same name may stand more than once. PostgreSQL takes a parameter's type from its first
// place, so compare before asking for NULL: `(section_id = :section OR :section IS NULL)`. All must be bound before the
// statement runs; bound values stay for the next run, so a loop binds only what changes. A Statement ends before its
// Transaction.
//
// How values are stored, on both engines: text as TEXT (never NULL: an empty and a null QString are both ''), whole
// numbers as BIGINT, bool as INTEGER 0 or 1, double as DOUBLE PRECISION, bytes as BYTEA, Instant as BIGINT
// milliseconds, ids as TEXT of 36 characters, nothing (an empty optional) as NULL.
#pragma once

#include "base/Clock.h"
#include "base/Id.h"
#include "base/Result.h"
#include "storage/Transaction.h"

#include <QByteArray>
#include <QString>

#include <concepts>
#include <memory>
#include <optional>
#include <string_view>
#include <type_traits>
#include <vector>

class QVariant;

namespace toasoan {

struct PreparedStatement;

class Statement
{
public:
    /// A fault in `sql` is told by the first run() or next().
    Statement(Transaction &transaction, std::string_view sql);
    ~Statement();
    Q_DISABLE_COPY_MOVE(Statement)

    /// Sets the value of `:name`. Text with U+0000 or half of a surrogate pair is not storable on both engines: run()
    /// gives InvalidInput "database.text" (every door refuses it earlier). A name that the statement does not have:
    /// Internal.
    Statement &bind(std::string_view name, const QString &text);
    Statement &bind(std::string_view name, QStringView text);
    Statement &bind(std::string_view name, qint64 number);
    Statement &bind(std::string_view name, double number);
    Statement &bind(std::string_view name, const QByteArray &bytes);
    Statement &bind(std::string_view name, Instant instant);
    Statement &bind(std::string_view name, const Uuid &uuid);
    Statement &bind(std::string_view name, std::nullopt_t);
    /// bool (as 0 or 1) and every integer that fits into 64 bits with a sign.
    template <std::integral T>
    requires(std::is_signed_v<T> || sizeof(T) < sizeof(qint64)) Statement &bind(std::string_view name, T number)
    {
        return bind(name, static_cast<qint64>(number));
    }
    template <typename Tag>
    Statement &bind(std::string_view name, const Id<Tag> &id)
    {
        return bind(name, id.uuid);
    }
    template <typename T>
    Statement &bind(std::string_view name, const std::optional<T> &value)
    {
        return value ? bind(name, *value) : bind(name, std::nullopt);
    }
    Statement &bind(std::string_view name, const char *) = delete;

    /// Runs it. For a statement that gives rows use next(), all(), find() or one().
    /// Errors: Conflict "database.unique" (a row with this key is there), Unavailable "database.busy",
    /// StorageFull "database.full", … (the whole list: databaseError()).
    [[nodiscard]] Result<void> run();

    /// Goes to the next row, running the statement first when it has not run; false after the last one.
    [[nodiscard]] Result<bool> next();

    /// How many rows the last run() changed; -1 for a statement that gives rows (RETURNING included).
    [[nodiscard]] qint64 rowsAffected() const;

    /// All rows, each read by `read`.
    template <typename Read>
    [[nodiscard]] auto all(Read read) -> Result<std::vector<std::invoke_result_t<Read, const Statement &>>>
    {
        std::vector<std::invoke_result_t<Read, const Statement &>> rows;
        for (;;) {
            const auto row = next();
            if (!row)
                return row.error();
            if (!*row)
                return rows;
            rows.push_back(read(*this));
        }
    }

    /// The first row read by `read`, or nothing.
    template <typename Read>
    [[nodiscard]] auto find(Read read) -> Result<std::optional<std::invoke_result_t<Read, const Statement &>>>
    {
        const auto row = next();
        if (!row)
            return row.error();
        if (!*row)
            return std::optional<std::invoke_result_t<Read, const Statement &>>();
        auto value = std::make_optional(read(*this));
        // Reading on to the end tells whether the row could be read, and frees the statement.
        const auto further = next();
        if (m_state == State::Reading)
            finish();
        if (!further)
            return further.error();
        return value;
    }

    /// The first row read by `read`; NotFound `subject` if there is none.
    template <typename Read>
    [[nodiscard]] auto one(const QString &subject, Read read) -> Result<std::invoke_result_t<Read, const Statement &>>
    {
        auto found = find(read);
        if (!found)
            return found.error();
        if (!*found)
            return Error{.code = ErrorCode::NotFound, .subject = subject, .detail = {}};
        return std::move(**found);
    }

    /// The columns of the current row, counted from 0. NULL reads as an empty or zero value. A value that is not of
    /// the asked type (an id that is none, text where a number should be) reads as an empty one and fails the
    /// transaction: the next next() and commit() give Corrupt "database.value".
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] bool boolean(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] Instant instant(int column) const;
    [[nodiscard]] Uuid uuid(int column) const;
    /// `IdType` is the whole type: `row.id<ArticleId>(0)`.
    template <typename IdType>
    [[nodiscard]] IdType id(int column) const
    {
        return IdType{uuid(column)};
    }

    /// As above, with nothing for NULL.
    [[nodiscard]] std::optional<QString> optionalText(int column) const;
    [[nodiscard]] std::optional<qint64> optionalInteger(int column) const;
    [[nodiscard]] std::optional<double> optionalReal(int column) const;
    [[nodiscard]] std::optional<Instant> optionalInstant(int column) const;
    template <typename IdType>
    [[nodiscard]] std::optional<IdType> optionalId(int column) const
    {
        return isNull(column) ? std::nullopt : std::make_optional(id<IdType>(column));
    }

private:
    Statement &bindValue(std::string_view name, const QVariant &value);
    [[nodiscard]] QVariant value(int column) const;
    void misread(int column, const char *wanted) const;
    [[nodiscard]] Error failure(ErrorCode code, const char *subject, const QString &detail) const;
    /// Ends reading: the engine's locks and memory are free, the values bound stay.
    void finish();

    enum class State
    {
        Ready,
        Reading,
        Done
    };

    Transaction &m_transaction;
    Database *m_database;
    std::unique_ptr<PreparedStatement> m_prepared; ///< Null when preparing failed.
    std::vector<bool> m_bound;
    std::size_t m_next = 0; ///< the place after the one that was bound last
    std::optional<Error> m_error; ///< Of preparing or binding; told by the next run.
    State m_state = State::Ready;
    qint64 m_rowsAffected = -1;
};

} // namespace toasoan
