#include "base/Json.h"

#include <QJsonDocument>

#include <cmath>

namespace toasoan {

QByteArray jsonText(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QJsonObject jsonObject(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

JsonReader::JsonReader(const QJsonObject &object, QString place) : m_object(object), m_place(std::move(place)) { }

QString JsonReader::text(QLatin1StringView key)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isString())
        fail(key, QStringLiteral("a text is needed"));
    return value.toString();
}

qint64 JsonReader::integer(QLatin1StringView key, qint64 lowest, qint64 highest)
{
    const QJsonValue value = m_object.value(key);
    const double number = value.toDouble(std::nan(""));
    if (!value.isDouble() || number != std::floor(number) || std::abs(number) > double(maximumInteger)) {
        fail(key, QStringLiteral("a whole number is needed"));
        return 0;
    }
    const qint64 integer = value.toInteger();
    if (integer < lowest || integer > highest) {
        fail(key, QStringLiteral("out of range"));
        return 0;
    }
    return integer;
}

bool JsonReader::flag(QLatin1StringView key)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isBool())
        fail(key, QStringLiteral("true or false is needed"));
    return value.toBool();
}

Instant JsonReader::instant(QLatin1StringView key)
{
    return fromMilliseconds(integer(key));
}

QJsonObject JsonReader::object(QLatin1StringView key)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isObject())
        fail(key, QStringLiteral("an object is needed"));
    return value.toObject();
}

QJsonArray JsonReader::array(QLatin1StringView key)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isArray())
        fail(key, QStringLiteral("a list is needed"));
    return value.toArray();
}

QString JsonReader::textOr(QLatin1StringView key, const QString &fallback)
{
    return has(key) ? text(key) : fallback;
}

std::optional<qint64> JsonReader::findInteger(QLatin1StringView key)
{
    if (!has(key))
        return std::nullopt;
    return integer(key);
}

std::optional<Instant> JsonReader::findInstant(QLatin1StringView key)
{
    if (!has(key))
        return std::nullopt;
    return instant(key);
}

bool JsonReader::has(QLatin1StringView key) const
{
    const QJsonValue value = m_object.value(key);
    return !value.isUndefined() && !value.isNull();
}

void JsonReader::fail(QLatin1StringView key, const QString &detail)
{
    fail(Error{ErrorCode::InvalidInput, placeOf(key), detail});
}

void JsonReader::fail(const Error &error)
{
    if (!m_error)
        m_error = error;
}

QString JsonReader::placeOf(QLatin1StringView key) const
{
    return m_place.isEmpty() ? QString(key) : m_place + u'.' + key;
}

} // namespace toasoan
