// What a request for a file gets: conditions and ranges answered (RFC 9110, 13 and 14). Knows no socket.
#pragma once

#include "http/Conditions.h"
#include "http/FileAnswer.h"
#include "http/Request.h"
#include "http/Response.h"

namespace toasoan::http {

struct FileReply
{
    QByteArray head; ///< as AnswerHead makes it
    ByteRange part; ///< of the file, that follows the head; length 0 if none does
};

[[nodiscard]] FileReply replyWithFile(const Request &request, const FileAnswer &answer);

} // namespace toasoan::http
