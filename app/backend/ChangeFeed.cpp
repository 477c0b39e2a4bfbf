#include "backend/ChangeFeed.h"

namespace toasoan {

namespace {

http::Response answerOf(const QByteArray &body)
{
    return http::Response::json(http::Status::Ok, body, {{"Cache-Control", "no-store"}});
}

} // namespace

http::Response ChangeFeed::wait(qint64 after, std::chrono::milliseconds within, const QByteArray &onNews,
                                const QByteArray &onSilence)
{
    const std::lock_guard lock(m_mutex);
    // What was committed between the asker's reading and this line has been announced already.
    if (m_newest > after)
        return answerOf(onNews);
    std::erase_if(m_waiting, [](const Waiting &waiting) { return waiting.answer.isOver(); });
    auto answer = http::DeferredAnswer::create(within, answerOf(onSilence));
    m_waiting.push_back({.answer = answer, .after = after, .onNews = onNews});
    return answer;
}

void ChangeFeed::announce(qint64 sequence)
{
    std::vector<Waiting> woken;
    {
        const std::lock_guard lock(m_mutex);
        if (sequence <= m_newest)
            return;
        m_newest = sequence;
        const auto sleeping =
            std::ranges::partition(m_waiting, [&](const Waiting &waiting) { return waiting.after >= sequence; });
        woken.assign(std::make_move_iterator(sleeping.begin()), std::make_move_iterator(sleeping.end()));
        m_waiting.erase(sleeping.begin(), sleeping.end());
    }
    for (const Waiting &waiting : woken)
        waiting.answer.complete(answerOf(waiting.onNews));
}

} // namespace toasoan
