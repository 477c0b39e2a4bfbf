#include "backend/PageFlights.h"

namespace toasoan {

bool PageFlights::join(const std::string &address, quint64 generation, Reader reader)
{
    const std::lock_guard lock(m_mutex);
    std::vector<Reader> &waiting = m_waiting[{address, generation}];
    waiting.push_back(std::move(reader));
    return waiting.size() == 1;
}

std::vector<PageFlights::Reader> PageFlights::land(const std::string &address, quint64 generation)
{
    const std::lock_guard lock(m_mutex);
    auto landed = m_waiting.extract({address, generation});
    return landed ? std::move(landed.mapped()) : std::vector<Reader>();
}

} // namespace toasoan
