#include "http/FileReply.h"

#include "http/AnswerHead.h"
#include "http/HttpDate.h"

namespace toasoan::http {

namespace {

// A file that was just written may change again within the second that its time tells (RFC 9110, 8.8.2.2).
QByteArray etagOf(const OpenFile &file)
{
    const QByteArray tag = '"' + QByteArray::number(static_cast<quint64>(file.size()), 16) + '-'
        + QByteArray::number(toMilliseconds(file.lastModified()) / 1000, 16) + '"';
    const bool isSettled = SystemClock().now() - file.lastModified() > std::chrono::seconds(2);
    return isSettled ? tag : "W/" + tag;
}

AnswerHead headOf(Status status, const FileAnswer &answer, const QByteArray &etag)
{
    AnswerHead head(status);
    head.add("ETag", etag);
    head.add("Last-Modified", toHttpDate(answer.file->lastModified()));
    head.add(answer.fields);
    return head;
}

} // namespace

FileReply replyWithFile(const Request &request, const FileAnswer &answer)
{
    const OpenFile &file = *answer.file;
    const QByteArray etag = answer.etag.isEmpty() ? etagOf(file) : answer.etag;
    const Validators validators{.etag = {etag.constData(), static_cast<std::size_t>(etag.size())},
                                .lastModified = file.lastModified()};
    switch (evaluateConditions(request, validators)) {
    case Verdict::NotModified:
        return {.head = headOf(Status::NotModified, answer, etag).take(), .part = {}};
    case Verdict::Failed:
        return {.head = AnswerHead(Status::PreconditionFailed).addContentLength(0).take(), .part = {}};
    case Verdict::Proceed:
        break;
    }

    const RangeAnswer range = evaluateRange(request, validators, file.size());
    const QByteArray size = QByteArray::number(static_cast<quint64>(file.size()));
    if (range.verdict == RangeVerdict::NotSatisfiable) {
        AnswerHead head(Status::RangeNotSatisfiable);
        return {.head = head.add("Content-Range", "bytes */" + size).addContentLength(0).take(), .part = {}};
    }
    const bool isPart = range.verdict == RangeVerdict::Part;
    const ByteRange part = isPart ? range.range : ByteRange{.offset = 0, .length = file.size()};
    AnswerHead head = headOf(isPart ? Status::PartialContent : Status::Ok, answer, etag);
    if (!answer.contentType.isEmpty())
        head.add("Content-Type", answer.contentType);
    if (isPart)
        head.add("Content-Range",
                 "bytes " + QByteArray::number(static_cast<quint64>(part.offset)) + '-'
                     + QByteArray::number(static_cast<quint64>(part.offset + part.length - 1)) + '/' + size);
    head.add("Accept-Ranges", "bytes").addContentLength(part.length);
    return {.head = head.take(), .part = request.method() == Method::Head ? ByteRange() : part};
}

} // namespace toasoan::http
