#include "http/Socket.h"

#include <boost/asio/buffer.hpp>

#ifdef TOASOAN_QUIET_WAIT
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstring>
#endif

namespace toasoan::http {

namespace asio = boost::asio;

#ifdef TOASOAN_QUIET_WAIT

Socket::Socket(asio::ip::tcp::socket socket)
    : asio::ip::tcp::socket(std::move(socket))
    , m_reactor(asio::use_service<asio::detail::epoll_reactor>(get_executor().context()))
{
    // Where the kernel does not know it, reads go on until there is nothing left.
    const int on = 1;
    static_cast<void>(::setsockopt(native_handle(), IPPROTO_TCP, TCP_INQ, &on, sizeof(on)));
}

Socket::Read Socket::readNow(char *bytes, std::size_t space, ErrorCode &error)
{
    iovec part{.iov_base = bytes, .iov_len = space};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control;
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    const ssize_t count = ::recvmsg(native_handle(), &message, MSG_DONTWAIT);
    if (count <= 0) {
        error = count == 0 ? ErrorCode(asio::error::eof) : ErrorCode(errno, asio::error::get_system_category());
        return {};
    }
    error = {};
    Read read{.count = static_cast<std::size_t>(count), .isAll = false};
    const cmsghdr *told = CMSG_FIRSTHDR(&message);
    if (told && told->cmsg_level == IPPROTO_TCP && told->cmsg_type == TCP_CM_INQ) {
        int left = 0; // the end of the stream counts as one
        std::memcpy(&left, CMSG_DATA(told), sizeof(left));
        read.isAll = left == 0;
    }
    return read;
}

void Socket::wait(Data &data)
{
    constexpr bool isContinuation = false;
    constexpr bool triesFirst = true; // unless the last event was taken by a wait: see Data::perform()
    auto &own = impl_.get_implementation();
    m_reactor.start_op(asio::detail::epoll_reactor::read_op, own.socket_, own.reactor_data_, &data, isContinuation,
                       triesFirst);
}

#else

Socket::Socket(asio::ip::tcp::socket socket) : asio::ip::tcp::socket(std::move(socket)) { }

Socket::Read Socket::readNow(char *bytes, std::size_t space, ErrorCode &error)
{
    const std::size_t count = read_some(asio::buffer(bytes, space), error);
    return {.count = count, .isAll = !error && count < space};
}

void Socket::wait(Data &data)
{
    async_wait(wait_read, [&data](const ErrorCode &error) {
        data.m_isOpen = !error;
        data.m_coroutine.resume();
    });
}

#endif

} // namespace toasoan::http
