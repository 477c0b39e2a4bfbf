#include "base/Log.h"

#include <QDateTime>
#include <QJsonDocument>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <map>
#include <mutex>
#include <string_view>

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

constexpr int mostInASecond = 20;

// What was written of an event within the current second.
struct Tally
{
    std::chrono::steady_clock::time_point second;
    int written = 0;
    qint64 leftOut = 0;
};

// Whether one more line of the event may be written now; `leftOut` gets how many were not since the last one.
bool mayWrite(const char *event, qint64 &leftOut)
{
    static std::mutex mutex;
    static std::map<std::string_view, Tally> tallies; // events are literals: few, and there for good
    const auto now = std::chrono::steady_clock::now();
    const std::lock_guard lock(mutex);
    Tally &tally = tallies[event];
    if (now - tally.second >= std::chrono::seconds(1)) {
        leftOut = tally.leftOut;
        tally = {.second = now, .written = 1, .leftOut = 0};
        return true;
    }
    if (tally.written == mostInASecond) {
        ++tally.leftOut;
        return false;
    }
    ++tally.written;
    return true;
}

void takeInQtMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    constexpr qsizetype enough = 200;
    LogLevel level = LogLevel::Warning;
    switch (type) {
    case QtDebugMsg:
    case QtInfoMsg:
        return;
    case QtWarningMsg:
        break;
    case QtCriticalMsg:
    case QtFatalMsg:
        level = LogLevel::Error;
        break;
    }
    writeLogSparsely(level, "qt",
                     {{QStringLiteral("category"), QLatin1StringView(context.category)},
                      {QStringLiteral("text"), message.section(u'\n', 0, 0).left(enough)}});
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

void writeLogSparsely(LogLevel level, const char *event, const QJsonObject &fields)
{
    qint64 leftOut = 0;
    if (!mayWrite(event, leftOut))
        return;
    QJsonObject all = fields;
    if (leftOut > 0)
        all.insert(QStringLiteral("leftOut"), leftOut);
    writeLog(level, event, all);
}

void takeInQtMessages()
{
    qInstallMessageHandler(takeInQtMessage);
}

void setLogLevel(LogLevel level)
{
    lowestLevel = level;
}

} // namespace toasoan
