#include "imaging/JobWire.h"

#include <QJsonDocument>

#include <array>
#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace toasoan::imaging {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t longestMessage = 64 << 10;
constexpr std::size_t filesOfAJob = 2;

bool sendMessage(int socket, const QJsonObject &message, const std::array<int, filesOfAJob> *files)
{
    const QByteArray text = QJsonDocument(message).toJson(QJsonDocument::Compact);
    iovec piece{.iov_base = const_cast<char *>(text.constData()), .iov_len = std::size_t(text.size())};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int) * filesOfAJob)> control{};
    msghdr head = {};
    head.msg_iov = &piece;
    head.msg_iovlen = 1;
    if (files) {
        head.msg_control = control.data();
        head.msg_controllen = control.size();
        cmsghdr *rights = CMSG_FIRSTHDR(&head);
        rights->cmsg_level = SOL_SOCKET;
        rights->cmsg_type = SCM_RIGHTS;
        rights->cmsg_len = CMSG_LEN(sizeof(int) * filesOfAJob);
        std::memcpy(CMSG_DATA(rights), files->data(), sizeof(int) * filesOfAJob);
    }
    ssize_t sent = 0;
    do {
        sent = sendmsg(socket, &head, MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    return sent == text.size();
}

struct Message
{
    QJsonObject object;
    std::array<Descriptor, filesOfAJob> files;
};

std::optional<Message> receiveMessage(int socket, int flags)
{
    static_assert(longestMessage > 0);
    QByteArray text(qsizetype(longestMessage), Qt::Uninitialized);
    iovec piece{.iov_base = text.data(), .iov_len = longestMessage};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int) * filesOfAJob)> control{};
    msghdr head = {};
    head.msg_iov = &piece;
    head.msg_iovlen = 1;
    head.msg_control = control.data();
    head.msg_controllen = control.size();
    ssize_t received = 0;
    do {
        received = recvmsg(socket, &head, flags | MSG_CMSG_CLOEXEC);
    } while (received < 0 && errno == EINTR);
    if (received <= 0)
        return std::nullopt;
    Message message;
    for (cmsghdr *rights = CMSG_FIRSTHDR(&head); rights; rights = CMSG_NXTHDR(&head, rights)) {
        if (rights->cmsg_level != SOL_SOCKET || rights->cmsg_type != SCM_RIGHTS)
            continue;
        const std::size_t count = (rights->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (std::size_t i = 0; i < count && i < filesOfAJob; ++i) {
            int number = -1;
            std::memcpy(&number, CMSG_DATA(rights) + i * sizeof(int), sizeof(int));
            message.files[i] = Descriptor(number);
        }
    }
    if (head.msg_flags & (MSG_TRUNC | MSG_CTRUNC))
        return std::nullopt;
    text.truncate(received);
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject())
        return std::nullopt;
    message.object = document.object();
    return message;
}

} // namespace

std::optional<QByteArray> readWhole(int file, qint64 most)
{
    const off_t size = lseek(file, 0, SEEK_END);
    if (size < 0 || size > most)
        return std::nullopt;
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype at = 0; at < bytes.size();) {
        const ssize_t got = pread(file, bytes.data() + at, std::size_t(bytes.size() - at), at);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return std::nullopt;
        at += got;
    }
    return bytes;
}

bool writeWhole(int file, const QByteArray &bytes)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const ssize_t put = write(file, bytes.constData() + at, std::size_t(bytes.size() - at));
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        at += put;
    }
    return true;
}

bool sendJob(int socket, const Job &job, int input, int output)
{
    const std::array files{input, output};
    return sendMessage(socket, {{u"job"_s, job.name}, {u"parameters"_s, job.parameters}}, &files);
}

std::optional<ReceivedJob> receiveJob(int socket)
{
    auto message = receiveMessage(socket, 0);
    if (!message || !message->files[0].isOpen() || !message->files[1].isOpen())
        return std::nullopt;
    return ReceivedJob{.job = {.name = message->object["job"_L1].toString(),
                               .parameters = message->object["parameters"_L1].toObject()},
                       .input = std::move(message->files[0]),
                       .output = std::move(message->files[1])};
}

bool sendAnswer(int socket, const Result<QJsonObject> &answer)
{
    if (answer)
        return sendMessage(socket, {{u"value"_s, *answer}}, nullptr);
    const Error &error = answer.error();
    return sendMessage(
        socket,
        {{u"error"_s,
          QJsonObject{{u"code"_s, toText(error.code)}, {u"subject"_s, error.subject}, {u"detail"_s, error.detail}}}},
        nullptr);
}

std::optional<Result<QJsonObject>> receiveAnswer(int socket)
{
    const auto message = receiveMessage(socket, MSG_DONTWAIT);
    if (!message)
        return std::nullopt;
    if (message->object["value"_L1].isObject())
        return Result(message->object["value"_L1].toObject());
    const QJsonObject error = message->object["error"_L1].toObject();
    const QString code = error["code"_L1].toString();
    if (code.isEmpty())
        return std::nullopt;
    return Result<QJsonObject>(
        Error{errorCodeFromText(code), error["subject"_L1].toString(), error["detail"_L1].toString()});
}

} // namespace toasoan::imaging
