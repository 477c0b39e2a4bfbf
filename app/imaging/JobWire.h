// How a helper process is spoken to: one message for a job, one for its answer, over a socket pair that keeps messages
// apart (SOCK_SEQPACKET). A message is a JSON object; the job's carries two open files: what to read, where to write.
// Nothing in it is about pictures.
#pragma once

#include "base/Descriptor.h"
#include "base/Result.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace toasoan::imaging {

struct Job
{
    QString name; ///< "picture.probe" …
    QJsonObject parameters;
};

struct ReceivedJob
{
    Job job;
    Descriptor input;
    Descriptor output;
};

/// Files of the other side's choosing are read whole: at most `most` bytes, from the start; nothing if it cannot be
/// read or is longer.
[[nodiscard]] std::optional<QByteArray> readWhole(int file, qint64 most);
[[nodiscard]] bool writeWhole(int file, const QByteArray &bytes);

/// False if the other side is gone.
[[nodiscard]] bool sendJob(int socket, const Job &job, int input, int output);
/// Waits; nothing if the other side is gone or does not keep to the form.
[[nodiscard]] std::optional<ReceivedJob> receiveJob(int socket);

/// The answer: {"value": …} or {"error": {"code", "subject", "detail"}}.
[[nodiscard]] bool sendAnswer(int socket, const Result<QJsonObject> &answer);
/// What is there already; nothing if the other side is gone or does not keep to the form.
[[nodiscard]] std::optional<Result<QJsonObject>> receiveAnswer(int socket);

} // namespace toasoan::imaging
