#include "storage/DatabaseLocation.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace toasoan {

namespace {

Error invalidLocation(const QString &why)
{
    return {.code = ErrorCode::InvalidInput, .subject = QStringLiteral("database.location"), .detail = why};
}

/// A schema's name goes into the connection's options unquoted, so it is kept to what needs no quotes.
bool isPlainName(const QString &name)
{
    const auto isLetter = [](QChar c) { return (c >= u'a' && c <= u'z') || c == u'_'; };
    return !name.isEmpty() && name.size() <= 63 && isLetter(name[0])
        && std::ranges::all_of(name, [&](QChar c) { return isLetter(c) || (c >= u'0' && c <= u'9'); });
}

/// QtSql and libpq take these in one string of their own; what could end a value early is not let in.
bool isSafeValue(const QString &value)
{
    return std::ranges::none_of(value, [](QChar c) { return c == u';' || c < u' ' || c == u'\x7f'; });
}

bool isSslMode(const QString &mode)
{
    static const QStringList modes{QStringLiteral("disable"),   QStringLiteral("allow"),
                                   QStringLiteral("prefer"),    QStringLiteral("require"),
                                   QStringLiteral("verify-ca"), QStringLiteral("verify-full")};
    return modes.contains(mode);
}

} // namespace

DatabaseLocation DatabaseLocation::sqlite(const QString &path)
{
    DatabaseLocation location;
    location.path = path;
    return location;
}

Result<DatabaseLocation> DatabaseLocation::fromText(const QString &text)
{
    if (!text.contains(QStringLiteral("://"))) {
        if (text.isEmpty() || text.contains(QChar(u'\0')))
            return invalidLocation(QStringLiteral("no path"));
        return sqlite(text);
    }
    const QUrl url(text, QUrl::StrictMode);
    // The text may hold a password, so no message quotes it.
    if (!url.isValid())
        return invalidLocation(QStringLiteral("not a URL"));
    if (url.scheme() != QStringLiteral("postgres") && url.scheme() != QStringLiteral("postgresql"))
        return invalidLocation(QStringLiteral("neither a path nor postgres://"));

    DatabaseLocation location;
    location.engine = Engine::Postgres;
    location.host = url.host(QUrl::FullyDecoded);
    location.port = url.port(5432);
    location.name = url.path(QUrl::FullyDecoded).mid(1);
    location.user = url.userName(QUrl::FullyDecoded);
    location.password = url.password(QUrl::FullyDecoded);
    if (location.host.isEmpty())
        return invalidLocation(QStringLiteral("no host"));
    if (location.name.isEmpty())
        return invalidLocation(QStringLiteral("no database name"));
    if (location.port < 1)
        return invalidLocation(QStringLiteral("no such port"));
    if (url.hasFragment())
        return invalidLocation(QStringLiteral("a # in the URL (write it as %23)"));
    for (const QString &value : {location.host, location.name, location.user, location.password}) {
        if (!isSafeValue(value))
            return invalidLocation(QStringLiteral("a semicolon or a control character"));
    }
    const auto options = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[key, value] : options) {
        if (key == QStringLiteral("schema") && isPlainName(value))
            location.schema = value;
        else if (key == QStringLiteral("sslmode") && isSslMode(value))
            location.sslMode = value;
        else
            return invalidLocation(QStringLiteral("unknown option or value: ") + key);
    }
    return location;
}

QString DatabaseLocation::toText() const
{
    if (engine == Engine::Sqlite)
        return path;
    QUrl url;
    url.setScheme(QStringLiteral("postgres"));
    url.setHost(host);
    url.setPort(port);
    url.setPath(u'/' + name);
    url.setUserName(user);
    QUrlQuery options;
    if (!schema.isEmpty())
        options.addQueryItem(QStringLiteral("schema"), schema);
    if (!sslMode.isEmpty())
        options.addQueryItem(QStringLiteral("sslmode"), sslMode);
    if (!options.isEmpty())
        url.setQuery(options);
    return url.toString(QUrl::FullyEncoded);
}

} // namespace toasoan
