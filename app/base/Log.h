// The operator's log: one JSON object a line on standard error, without personal data.
#pragma once

#include <QJsonObject>
#include <QString>

namespace toasoan {

enum class LogLevel
{
    Info,
    Warning,
    Error
};

/// Writes {"time": …, "level": …, "event": event, …fields} as one line. Safe from any thread.
/// `event` names what happened ("server.started"); fields carry ids and numbers, never names, addresses or texts.
void writeLog(LogLevel level, const char *event, const QJsonObject &fields = {});

/// The same for what others can cause at will: at most 20 lines of an event in a second. The first line of a later
/// second tells in "leftOut" how many were not written.
void writeLogSparsely(LogLevel level, const char *event, const QJsonObject &fields = {});

/// From here on Qt's own warnings and errors are lines of this log too ("qt"); its notes are dropped.
void takeInQtMessages();

/// Lines below this level are dropped; Info at first.
void setLogLevel(LogLevel level);

} // namespace toasoan
