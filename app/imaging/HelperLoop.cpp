#include "imaging/HelperLoop.h"

#include "imaging/JobWire.h"

namespace toasoan::imaging {

using namespace Qt::StringLiterals;

namespace {

constexpr int socket = 3;
constexpr qint64 longestInput = 256LL << 20;

Result<QJsonObject> done(const ReceivedJob &received, const JobTable &table)
{
    const auto work = table.find(received.job.name);
    if (work == table.end())
        return Error{ErrorCode::Unsupported, u"job"_s, received.job.name};
    const auto input = readWhole(received.input.number(), longestInput);
    if (!input)
        return Error{ErrorCode::TooLarge, u"job.input"_s, {}};
    auto outcome = work->second(*input, received.job.parameters);
    if (!outcome)
        return outcome.error();
    if (!writeWhole(received.output.number(), outcome->output))
        return Error{ErrorCode::TooLarge, u"job.output"_s, QString::number(outcome->output.size())};
    return outcome->value;
}

} // namespace

void doJobs(const JobTable &table, bool isConfined)
{
    if (!sendAnswer(socket, QJsonObject{{u"confined"_s, isConfined}}))
        return;
    while (const auto received = receiveJob(socket)) {
        if (!sendAnswer(socket, done(*received, table)))
            return;
    }
}

void tellThatItCannotStart(const Error &error)
{
    (void)sendAnswer(socket, error);
}

} // namespace toasoan::imaging
