#include "http/Channel.h"

namespace toasoan::http {

namespace asio = boost::asio;
using boost::system::error_code;

void Channel::close()
{
    m_isCutOff = true;
    error_code ignored;
    m_socket.close(ignored);
}

void Channel::cutOff()
{
    error_code ignored;
    m_socket.set_option(asio::socket_base::linger(true, 0), ignored); // close() then sends RST
    close();
}

bool Channel::endSending()
{
    error_code error;
    m_socket.shutdown(Socket::shutdown_send, error);
    return !error;
}

} // namespace toasoan::http
