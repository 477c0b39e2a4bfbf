#include "backend/BlockingClient.h"

#include <QHostAddress>
#include <QJsonDocument>

namespace toasoan {

namespace {

constexpr int patience = 60'000; // pictures are slow under a sanitizer

} // namespace

QByteArray ReceivedAnswer::field(const QByteArray &name) const
{
    for (const QByteArray &line : head.split('\n')) {
        const auto colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

QString ReceivedAnswer::error() const
{
    const QJsonObject error = QJsonDocument::fromJson(body).object().value(QLatin1String("error")).toObject();
    return error.value(QLatin1String("code")).toString() + QLatin1Char(' ')
        + error.value(QLatin1String("subject")).toString();
}

BlockingClient::BlockingClient(quint16 port) : m_port(port) { }

ReceivedAnswer BlockingClient::send(const QByteArray &method, const QByteArray &target, const RequestFields &fields,
                                    const QByteArray &body)
{
    begin(method, target, fields, body.size());
    write(body);
    return receive();
}

void BlockingClient::begin(const QByteArray &method, const QByteArray &target, const RequestFields &fields,
                           qsizetype length)
{
    if (m_socket.state() != QAbstractSocket::ConnectedState) {
        m_socket.abort();
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        if (!m_socket.waitForConnected(patience))
            qFatal("no connection to port %d", m_port);
    }
    m_method = method;
    QByteArray head = method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    for (const auto &[name, value] : fields)
        head += name + ": " + value + "\r\n";
    if (length > 0 || method == "POST" || method == "PATCH")
        head += "Content-Length: " + QByteArray::number(length) + "\r\n";
    write(head + "\r\n");
}

void BlockingClient::write(const QByteArray &bytes)
{
    m_socket.write(bytes);
    while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(patience)) { }
}

ReceivedAnswer BlockingClient::receive()
{
    ReceivedAnswer answer;
    QByteArray bytes;
    qsizetype end = -1;
    while ((end = bytes.indexOf("\r\n\r\n")) < 0) {
        if (!m_socket.bytesAvailable() && !m_socket.waitForReadyRead(patience))
            return answer;
        bytes += m_socket.readAll();
    }
    answer.head = bytes.left(end);
    answer.body = bytes.mid(end + 4);
    answer.status = answer.head.mid(9, 3).toInt();
    const bool isWithoutBody = m_method == "HEAD" || answer.status == 204 || answer.status == 304;
    const auto length = isWithoutBody ? 0 : answer.field("Content-Length").toLongLong();
    while (answer.body.size() < length && (m_socket.bytesAvailable() || m_socket.waitForReadyRead(patience)))
        answer.body += m_socket.readAll();
    if (answer.field("Connection").compare("close", Qt::CaseInsensitive) == 0)
        m_socket.abort();
    return answer;
}

void BlockingClient::cut()
{
    m_socket.abort();
}

} // namespace toasoan
