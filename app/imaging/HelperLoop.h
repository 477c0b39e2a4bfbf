// The other side of HelperProcess: does the jobs that come over the socket, one after the other.
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QJsonObject>

#include <functional>
#include <map>

namespace toasoan::imaging {

/// What came of a job: a value for the answer, bytes for the output file.
struct JobOutcome
{
    QJsonObject value;
    QByteArray output = {};
};

using JobWork = std::function<Result<JobOutcome>(const QByteArray &input, const QJsonObject &parameters)>;

/// By the jobs' names.
using JobTable = std::map<QString, JobWork>;

/// Says that it is ready, then works until the other side is gone.
void doJobs(const JobTable &table, bool isConfined);

/// Says why there will be no work.
void tellThatItCannotStart(const Error &error);

} // namespace toasoan::imaging
