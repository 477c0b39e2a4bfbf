// An HTTP client for tests that waits: one connection, one request at a time, whole answers. Belongs to its thread.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QTcpSocket>

#include <utility>
#include <vector>

namespace toasoan {

using RequestFields = std::vector<std::pair<QByteArray, QByteArray>>;

struct ReceivedAnswer
{
    int status = 0; ///< 0: none came
    QByteArray head;
    QByteArray body;

    /// The value of a field; empty if it was not sent.
    [[nodiscard]] QByteArray field(const QByteArray &name) const;
    /// "code subject" of an error body.
    [[nodiscard]] QString error() const;
};

class BlockingClient
{
public:
    explicit BlockingClient(quint16 port);

    /// Sends a request with all of its body and waits for the answer.
    ReceivedAnswer send(const QByteArray &method, const QByteArray &target, const RequestFields &fields,
                        const QByteArray &body = {});

    /// The parts of send(), for bodies that stop in the middle. `length` is what Content-Length says.
    void begin(const QByteArray &method, const QByteArray &target, const RequestFields &fields, qsizetype length);
    void write(const QByteArray &bytes);
    ReceivedAnswer receive();
    /// Breaks the connection off.
    void cut();

private:
    quint16 m_port;
    QByteArray m_method;
    QTcpSocket m_socket;
};

} // namespace toasoan
