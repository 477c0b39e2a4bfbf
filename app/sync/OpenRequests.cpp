#include "sync/OpenRequests.h"

namespace toasoan {

void OpenRequests::send(Transport &transport, const TransportRequest &request, Transport::Done done)
{
    const int number = ++m_last;
    const auto answered = [this, number](const Result<TransportResponse> &response) {
        const auto finished = m_asked.extract(number);
        finished.mapped().done(response);
    };
    m_asked[number] = {.pending = transport.send(request, answered), .done = std::move(done)};
}

void OpenRequests::endAll(const Error &error)
{
    for (auto &[number, asked] : std::exchange(m_asked, {}))
        asked.done(error);
}

} // namespace toasoan
