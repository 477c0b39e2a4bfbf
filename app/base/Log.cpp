#include "base/Log.h"

#include <QDateTime>
#include <QJsonDocument>

#include <atomic>
#include <cstdio>

namespace toasoan {

namespace {

std::atomic<LogLevel> lowestLevel = LogLevel::Info;

QString toText(LogLevel level)
{
    switch (level) {
    case LogLevel::Info:
        return QStringLiteral("info");
    case LogLevel::Warning:
        return QStringLiteral("warning");
    case LogLevel::Error:
        return QStringLiteral("error");
    }
    Q_UNREACHABLE();
}

} // namespace

void writeLog(LogLevel level, const char *event, const QJsonObject &fields)
{
    if (level < lowestLevel)
        return;
    QJsonObject line = fields;
    line.insert(QStringLiteral("time"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    line.insert(QStringLiteral("level"), toText(level));
    line.insert(QStringLiteral("event"), QLatin1StringView(event));
    const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    // One call: lines of several threads do not mix.
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stderr);
}

void setLogLevel(LogLevel level)
{
    lowestLevel = level;
}

} // namespace toasoan
