// Reading JSON that came from outside: every field is asked for by name and type, and the first thing that is wrong is
// kept as an error whose subject is the place ("command.article"). Read all fields, then look at error() once.
#pragma once

#include "base/Clock.h"
#include "base/Error.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <functional>
#include <optional>

namespace toasoan {

/// An object as text: keys sorted, no blanks.
[[nodiscard]] QByteArray jsonText(const QJsonObject &json);
/// The object that a text is; an empty one for any other text.
[[nodiscard]] QJsonObject jsonObject(const QByteArray &text);

/// Reads one JSON object. A view: the object must outlive it.
class JsonReader
{
public:
    /// `place` names the object in error subjects; empty for the outermost.
    explicit JsonReader(const QJsonObject &object, QString place = {});

    /// Missing or of another type: the error is kept and an empty value comes back.
    [[nodiscard]] QString text(QLatin1StringView key);
    [[nodiscard]] qint64 integer(QLatin1StringView key, qint64 lowest = 0, qint64 highest = maximumInteger);
    [[nodiscard]] bool flag(QLatin1StringView key);
    [[nodiscard]] Instant instant(QLatin1StringView key);
    [[nodiscard]] QJsonObject object(QLatin1StringView key);
    [[nodiscard]] QJsonArray array(QLatin1StringView key);

    /// A missing or null field is an absent value, not an error.
    [[nodiscard]] QString textOr(QLatin1StringView key, const QString &fallback = {});
    [[nodiscard]] std::optional<qint64> findInteger(QLatin1StringView key);
    [[nodiscard]] std::optional<Instant> findInstant(QLatin1StringView key);
    [[nodiscard]] bool has(QLatin1StringView key) const;

    /// The field as `T` by `parse(QStringView) → std::optional<T>`: ids and enums.
    template <typename Parse>
    [[nodiscard]] auto parsed(QLatin1StringView key, Parse parse) -> typename decltype(parse(QStringView()))::value_type
    {
        const QString value = text(key);
        if (!failed()) {
            if (auto result = parse(value))
                return *result;
            fail(key, QStringLiteral("not one of the known values"));
        }
        return {};
    }
    template <typename Parse>
    [[nodiscard]] auto findParsed(QLatin1StringView key, Parse parse) -> decltype(parse(QStringView()))
    {
        if (!has(key))
            return std::nullopt;
        return parsed(key, parse);
    }

    void fail(QLatin1StringView key, const QString &detail);
    void fail(const Error &error);
    [[nodiscard]] bool failed() const { return m_error.has_value(); }
    /// Only when failed().
    [[nodiscard]] const Error &error() const { return *m_error; }
    [[nodiscard]] QString placeOf(QLatin1StringView key) const;

    /// Integers in JSON are exact up to 2^53 (RFC 8259, section 6).
    static constexpr qint64 maximumInteger = 9007199254740991;

private:
    const QJsonObject &m_object;
    QString m_place;
    std::optional<Error> m_error;
};

} // namespace toasoan
