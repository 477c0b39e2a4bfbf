// Readers who wait for the same page: it is rendered once for all of them. Safe from any thread.
#pragma once

#include "http/Request.h"
#include "http/Response.h"

#include <QtGlobal>

#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace toasoan {

class PageFlights
{
public:
    struct Reader
    {
        http::DeferredAnswer answer;
        http::OwnedRequest request;
        bool isCounted = false; ///< his visit has been recorded already
    };

    /// Whether the reader is the first, who has the page rendered. `generation` is the cache's before anything is read:
    /// who comes after a change is not given what was read before it.
    [[nodiscard]] bool join(const std::string &address, quint64 generation, Reader reader);
    /// All who wait for it. Who comes from now on has it rendered again.
    [[nodiscard]] std::vector<Reader> land(const std::string &address, quint64 generation);

private:
    std::mutex m_mutex;
    std::map<std::pair<std::string, quint64>, std::vector<Reader>> m_waiting;
};

} // namespace toasoan
