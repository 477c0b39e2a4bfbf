// A client that sends exactly the bytes it is told to and tells exactly what came back, FIN and RST apart.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace toasoan::http {

struct RawAnswer
{
    int status = 0;
    std::string statusLine;
    std::vector<std::string> fields; ///< "Name: value"
    std::string body;

    [[nodiscard]] std::optional<std::string> field(std::string_view name) const
    {
        for (const std::string &line : fields) {
            const std::size_t colon = line.find(": ");
            if (colon == name.size() && std::equal(name.begin(), name.end(), line.begin(), [](char a, char b) {
                    return std::tolower(a) == std::tolower(b);
                }))
                return line.substr(colon + 2);
        }
        return std::nullopt;
    }
};

class RawClient
{
public:
    enum class Ending
    {
        Open, ///< Nothing came within the time.
        Fin,
        Rst,
    };
    enum class Method
    {
        Head,
        Other,
    };

    static constexpr std::chrono::milliseconds patience{60'000}; // only a hang takes so long

    explicit RawClient(std::uint16_t port, const char *from = nullptr, int receiveBuffer = 0)
    {
        m_socket = ::socket(AF_INET, SOCK_STREAM, 0);
        if (receiveBuffer > 0)
            ::setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof(receiveBuffer));
        const int on = 1;
        ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
        if (from) {
            sockaddr_in local = address(from, 0);
            ::bind(m_socket, reinterpret_cast<const sockaddr *>(&local), sizeof(local));
        }
        sockaddr_in server = address("127.0.0.1", port);
        m_isConnected = ::connect(m_socket, reinterpret_cast<const sockaddr *>(&server), sizeof(server)) == 0;
    }
    ~RawClient() { close(); }
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;

    [[nodiscard]] bool isConnected() const { return m_isConnected; }

    /// False if the server has closed.
    bool send(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const ssize_t count = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count <= 0) {
                m_isReset = m_isReset || errno == ECONNRESET; // told once: who reads next is told of an end only
                return false;
            }
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }
    void sendByteByByte(std::string_view bytes)
    {
        for (const char byte : bytes) {
            if (!send({&byte, 1}))
                return;
        }
    }
    void finishSending() const { ::shutdown(m_socket, SHUT_WR); }
    void close()
    {
        if (m_socket >= 0)
            ::close(m_socket);
        m_socket = -1;
    }
    /// Leaves with RST.
    void abort()
    {
        const linger now{.l_onoff = 1, .l_linger = 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &now, sizeof(now));
        close();
    }

    /// The next answer; nothing if the connection ended or the time ran out first.
    std::optional<RawAnswer> readAnswer(Method method = Method::Other)
    {
        while (true) {
            const std::size_t end = m_received.find("\r\n\r\n");
            if (end != std::string::npos)
                return readBody(end, method);
            if (!receive())
                return std::nullopt;
        }
    }
    /// What comes until the connection ends, and how it ends.
    Ending readToEnd(std::chrono::milliseconds within = patience)
    {
        const auto deadline = std::chrono::steady_clock::now() + within;
        while (std::chrono::steady_clock::now() < deadline) {
            if (!receive(
                    std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now())))
                return m_ending;
        }
        return Ending::Open;
    }
    [[nodiscard]] const std::string &received() const { return m_received; }

private:
    static sockaddr_in address(const char *text, std::uint16_t port)
    {
        sockaddr_in result{};
        result.sin_family = AF_INET;
        result.sin_port = htons(port);
        ::inet_pton(AF_INET, text, &result.sin_addr);
        return result;
    }

    bool receive(std::chrono::milliseconds within = patience)
    {
        pollfd waited{.fd = m_socket, .events = POLLIN, .revents = 0};
        m_ending = Ending::Open;
        if (::poll(&waited, 1, static_cast<int>(within.count())) <= 0)
            return false;
        char bytes[65536];
        const ssize_t count = ::recv(m_socket, bytes, sizeof(bytes), 0);
        if (count > 0) {
            m_received.append(bytes, static_cast<std::size_t>(count));
            return true;
        }
        m_ending = count == 0 && !m_isReset ? Ending::Fin : Ending::Rst;
        return false;
    }

    std::optional<RawAnswer> readBody(std::size_t end, Method method)
    {
        RawAnswer answer;
        const std::string head = m_received.substr(0, end + 2);
        std::size_t position = 0;
        while (position < head.size()) {
            const std::size_t lineEnd = head.find("\r\n", position);
            std::string line = head.substr(position, lineEnd - position);
            if (position == 0)
                answer.statusLine = line;
            else
                answer.fields.push_back(std::move(line));
            position = lineEnd + 2;
        }
        if (answer.statusLine.size() > 12)
            answer.status = std::atoi(answer.statusLine.c_str() + 9);
        std::size_t length = 0;
        if (const auto text = answer.field("Content-Length"); text && method == Method::Other)
            length = static_cast<std::size_t>(std::stoull(*text));
        m_received.erase(0, end + 4);
        while (m_received.size() < length) {
            if (!receive())
                return std::nullopt;
        }
        answer.body = m_received.substr(0, length);
        m_received.erase(0, length);
        return answer;
    }

    int m_socket = -1;
    bool m_isConnected = false;
    bool m_isReset = false; ///< found by send()
    std::string m_received;
    Ending m_ending = Ending::Open;
};

} // namespace toasoan::http
