// Requests by HTTP, with Qt's network stack. Lives in the desk's worker thread; answers come through its event loop.
#pragma once

#include "sync/Transport.h"

#include <QNetworkAccessManager>
#include <QUrl>

namespace toasoan {

class HttpTransport final : public Transport
{
public:
    /// `server` is "http://…" or "https://…"; a path in it is put before each request's.
    explicit HttpTransport(const QString &server);

    [[nodiscard]] std::unique_ptr<PendingRequest> send(const TransportRequest &request, Done done) override;

private:
    QNetworkAccessManager m_network;
    QString m_server;
};

} // namespace toasoan
