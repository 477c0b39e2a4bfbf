#include "sync/HttpTransport.h"

#include <QNetworkReply>
#include <QPointer>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

class PendingReply final : public PendingRequest
{
public:
    explicit PendingReply(QNetworkReply *reply) : m_reply(reply) { }
    ~PendingReply() override
    {
        if (!m_reply)
            return;
        m_reply->disconnect();
        m_reply->abort();
        m_reply->deleteLater();
    }
    Q_DISABLE_COPY_MOVE(PendingReply)

private:
    QPointer<QNetworkReply> m_reply;
};

Result<TransportResponse> readReply(QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // Errors up to here are the network's own; those after it are the server's answers with another status than 2xx.
    const bool isNetworkError =
        reply.error() != QNetworkReply::NoError && reply.error() <= QNetworkReply::UnknownProxyError;
    if (status == 0 || isNetworkError)
        return Error{ErrorCode::Unavailable, u"network"_s, reply.errorString()};
    TransportResponse response{.status = status, .fields = {}, .body = reply.readAll()};
    for (const auto &[name, value] : reply.rawHeaderPairs())
        response.fields.emplace_back(name, value);
    return response;
}

} // namespace

HttpTransport::HttpTransport(const QString &server) : m_server(server)
{
    while (m_server.endsWith(u'/'))
        m_server.chop(1);
}

std::unique_ptr<PendingRequest> HttpTransport::send(const TransportRequest &request, Done done)
{
    QNetworkRequest network(QUrl(m_server + request.path));
    for (const auto &[name, value] : request.fields)
        network.setRawHeader(name, value);
    // Our server sends nobody elsewhere: a redirect is some network's sign-in page.
    network.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    network.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    network.setTransferTimeout(int(request.patience.count()));
    // Of a HEAD sent as a custom request the body would be waited for.
    QNetworkReply *reply = request.method == "HEAD" ? m_network.head(network)
        : request.method == "GET"                   ? m_network.get(network)
                                  : m_network.sendCustomRequest(network, request.method, request.body);
    QObject::connect(reply, &QNetworkReply::finished, reply, [reply, done = std::move(done)] {
        reply->deleteLater();
        const auto response = readReply(*reply);
        // The pending request may be destroyed by what is done with the answer.
        const Done call = done;
        call(response);
    });
    return std::make_unique<PendingReply>(reply);
}

} // namespace toasoan
