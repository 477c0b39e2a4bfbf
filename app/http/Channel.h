// The socket of one connection: reads and writes that never wait, and the waiting, which a coroutine does. On the
// thread of its shard.
#pragma once

#include "http/Socket.h"

#include <boost/asio/buffer.hpp>

#include <coroutine>
#include <cstddef>
#include <optional>

namespace toasoan::http {

class Channel
{
public:
    /// Awaits the socket; true when it is ready, false when the connection is lost or was cut off.
    struct Readiness
    {
        Channel &channel;
        Socket::wait_type kind;
        bool isReady = false;

        bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<> coroutine)
        {
            channel.m_socket.async_wait(kind, [this, coroutine](const boost::system::error_code &error) {
                isReady = !error && !channel.m_isCutOff;
                coroutine.resume();
            });
        }
        [[nodiscard]] bool await_resume() const noexcept { return isReady; }
    };

    explicit Channel(boost::asio::ip::tcp::socket socket) : m_socket(std::move(socket)) { }
    Channel(const Channel &) = delete;
    Channel &operator=(const Channel &) = delete;

    /// Awaits the next request, when readNow() has said that nothing is left or has read nothing. It may also end
    /// without news; false when the connection is lost or was cut off.
    [[nodiscard]] Socket::Data moreData() { return Socket::Data(m_socket); }
    [[nodiscard]] Readiness readable() { return {*this, Socket::wait_read}; }
    [[nodiscard]] Readiness writable() { return {*this, Socket::wait_write}; }

    /// Bytes read; 0 if there are none now; nothing if the peer has ended or the connection is lost.
    [[nodiscard]] std::optional<std::size_t> read(char *bytes, std::size_t size)
    {
        boost::system::error_code error;
        const std::size_t count = m_socket.read_some(boost::asio::buffer(bytes, size), error);
        return outcome(count, error);
    }
    /// The same, and whether that was all there is now.
    [[nodiscard]] std::optional<Socket::Read> readNow(char *bytes, std::size_t size)
    {
        boost::system::error_code error;
        const Socket::Read read = m_socket.readNow(bytes, size, error);
        if (error && !isNotNow(error))
            return std::nullopt;
        return read;
    }
    /// Bytes written; 0 if none can be now; nothing if the connection is lost.
    template <typename Buffers>
    [[nodiscard]] std::optional<std::size_t> write(const Buffers &buffers)
    {
        boost::system::error_code error;
        const std::size_t count = m_socket.write_some(buffers, error);
        return outcome(count, error);
    }
#ifdef Q_OS_LINUX
    /// The same for what is followed by more at once, so that it goes in one segment with it.
    template <typename Buffers>
    [[nodiscard]] std::optional<std::size_t> writeAhead(const Buffers &buffers)
    {
        boost::system::error_code error;
        const std::size_t count = m_socket.send(buffers, MSG_MORE, error);
        return outcome(count, error);
    }
#endif

    /// Closes with FIN.
    void close();
    /// Closes with RST; whoever waits is told.
    void cutOff();
    [[nodiscard]] bool isCutOff() const
    {
        return m_isCutOff;
    }
    /// Ends our direction; false if the connection is lost.
    [[nodiscard]] bool endSending();

    [[nodiscard]] Socket &socket()
    {
        return m_socket;
    }
    [[nodiscard]] static bool isNotNow(const boost::system::error_code &error)
    {
        namespace asio = boost::asio;
        return error == asio::error::would_block || error == asio::error::try_again
            || error == asio::error::interrupted;
    }

private:
    [[nodiscard]] static std::optional<std::size_t> outcome(std::size_t count, const boost::system::error_code &error)
    {
        if (error && !isNotNow(error))
            return std::nullopt;
        return count;
    }

    Socket m_socket;
    bool m_isCutOff = false;
};

} // namespace toasoan::http
