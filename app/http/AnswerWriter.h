// Sends the answers of one connection: tries first, waits only when the socket says so. On the thread of its shard.
#pragma once

#include "http/Channel.h"
#include "http/Deadline.h"
#include "http/FileReply.h"
#include "http/PreparedAnswer.h"
#include "http/Task.h"

namespace toasoan::http {

class AnswerWriter
{
public:
    using Block = PreparedAnswer::Block;

    /// `request` is, at any time, the one that is answered.
    AnswerWriter(const Shard &shard, Channel &channel, Deadline &deadline, const Request &request)
        : m_shard(shard)
        , m_channel(channel)
        , m_deadline(deadline)
        , m_request(request)
    { }

    /// For the answer to a request with this head.
    void begin(const HeadParser::Head &head)
    {
        m_isHttp11 = head.isHttp11;
        m_isLast = !head.keepAlive;
    }
    /// The connection ends behind this answer, which says so.
    void setLast() { m_isLast = true; }
    [[nodiscard]] bool isLast() const { return m_isLast; }

    enum class Sent
    {
        All,
        Part, ///< sendRest() sends the rest of the same block.
        Lost, ///< The connection is.
    };
    /// Without waiting.
    [[nodiscard]] Sent trySend(const Block &block);
    Task<bool> sendRest(Block block);

    // The others are false if the connection is lost.
    Task<bool> send(Block block);
    Task<bool> send(const SmallAnswer &answer);
    Task<bool> send(const FileAnswer &answer);

private:
    [[nodiscard]] std::string_view headEnd() const;
    void settleLast();
    Task<bool> sendPart(std::string_view head, const OpenFile &file, ByteRange part);
#ifdef Q_OS_LINUX
    Task<bool> sendPartByKernel(std::string_view head, const OpenFile &file, ByteRange part);
#endif

    const Shard &m_shard;
    Channel &m_channel;
    Deadline &m_deadline;
    const Request &m_request;
    bool m_isHttp11 = true;
    bool m_isLast = false;
    std::size_t m_sent = 0; ///< by trySend()
};

} // namespace toasoan::http
