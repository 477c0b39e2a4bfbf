// Requests under way for somebody who waits: each is answered once, by the server or by endAll(). In the desk's worker
// thread.
#pragma once

#include "sync/Transport.h"

#include <map>

namespace toasoan {

class OpenRequests
{
public:
    void send(Transport &transport, const TransportRequest &request, Transport::Done done);
    /// Drops them; those who wait get `error`.
    void endAll(const Error &error);

private:
    struct Asked
    {
        std::unique_ptr<PendingRequest> pending;
        Transport::Done done;
    };
    std::map<int, Asked> m_asked;
    int m_last = 0;
};

} // namespace toasoan
