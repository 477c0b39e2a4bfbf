// A connection's socket. Asio's own waiting for data is a system call (epoll_ctl) for each request, a third of all that
// a prepared answer takes; here the socket, which is watched edge-triggered from its first moment on, is waited for
// without one. That is sound if nothing is left unread when the wait begins, and the kernel tells so with each read
// (TCP_INQ). Elsewhere than on Linux, or with another Asio than the one whose inside was read for this, it is Asio's
// way.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/version.hpp>

#if defined(BOOST_ASIO_HAS_EPOLL) && !defined(BOOST_ASIO_HAS_IO_URING_AS_DEFAULT) && BOOST_ASIO_VERSION == 102600
#define TOASOAN_QUIET_WAIT 1
#include <boost/asio/detail/epoll_reactor.hpp>
#include <boost/asio/detail/reactor_op.hpp>
#endif

#include <coroutine>
#include <cstddef>

namespace toasoan::http {

class Socket final : public boost::asio::ip::tcp::socket
{
public:
    using ErrorCode = boost::system::error_code;

    /// Takes over an accepted, non-blocking socket.
    explicit Socket(boost::asio::ip::tcp::socket socket);

    struct Read
    {
        std::size_t count = 0;
        bool isAll = false; ///< Nothing is left to be read now, not even the end of the stream.
    };
    /// Reads what there is, without waiting; as read_some().
    [[nodiscard]] Read readNow(char *bytes, std::size_t space, ErrorCode &error);

    /// Awaits data, or the end, that comes after a readNow() that took all or failed with would_block. May also end
    /// without news. True if the socket was not closed meanwhile.
    class Data;

private:
    void wait(Data &data);

#ifdef TOASOAN_QUIET_WAIT
    boost::asio::detail::epoll_reactor &m_reactor;
#endif
};

#ifdef TOASOAN_QUIET_WAIT

// Lies in the coroutine's frame, and so is an operation that needs no memory of its own.
class Socket::Data : private boost::asio::detail::reactor_op
{
public:
    explicit Data(Socket &socket) : reactor_op(ErrorCode(), &perform, &complete), m_socket(socket) { }

    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> coroutine)
    {
        m_coroutine = coroutine;
        m_socket.wait(*this);
    }
    bool await_resume() const noexcept { return !ec_; }

private:
    friend class Socket;
    // "Exhausted": the next wait is not to try first, it knows that there is nothing.
    static status perform(reactor_op *) { return done_and_exhausted; }
    static void complete(void *owner, boost::asio::detail::operation *base, const ErrorCode &, std::size_t)
    {
        if (owner) // else the context is being destroyed
            static_cast<Data *>(base)->m_coroutine.resume();
    }

    Socket &m_socket;
    std::coroutine_handle<> m_coroutine;
};

#else

class Socket::Data
{
public:
    explicit Data(Socket &socket) : m_socket(socket) { }

    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> coroutine)
    {
        m_coroutine = coroutine;
        m_socket.wait(*this);
    }
    bool await_resume() const noexcept { return m_isOpen; }

private:
    friend class Socket;

    Socket &m_socket;
    std::coroutine_handle<> m_coroutine;
    bool m_isOpen = false;
};

#endif

} // namespace toasoan::http
