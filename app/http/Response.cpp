#include "http/Response.h"

#include "http/DeferredState.h"
#include "http/PreparedAnswer.h"

namespace toasoan::http {

Response::Response(std::shared_ptr<const PreparedAnswer> prepared) : m_content(std::move(prepared)) { }
Response::Response(SmallAnswer small) : m_content(std::move(small)) { }
Response::Response(FileAnswer file) : m_content(std::move(file)) { }
Response::Response(DeferredAnswer deferred) : m_content(std::move(deferred)) { }
Response::Response(Job job) : m_content(std::move(job)) { }

Response Response::text(Status status, QByteArray body, FieldLines fields)
{
    return SmallAnswer{.status = status,
                       .contentType = QByteArrayLiteral("text/plain; charset=utf-8"),
                       .body = std::move(body),
                       .fields = std::move(fields)};
}

Response Response::json(Status status, QByteArray body, FieldLines fields)
{
    // A text in it that looks like a page must not be taken for one.
    fields.push_back({"X-Content-Type-Options", "nosniff"});
    return SmallAnswer{.status = status,
                       .contentType = QByteArrayLiteral("application/json"),
                       .body = std::move(body),
                       .fields = std::move(fields)};
}

Response Response::empty(Status status, FieldLines fields)
{
    return SmallAnswer{.status = status, .fields = std::move(fields)};
}

Response Response::redirect(Status status, const QByteArray &location)
{
    return SmallAnswer{.status = status, .fields = {{"Location", location}}};
}

std::optional<Status> Response::status() const
{
    if (const auto *prepared = std::get_if<std::shared_ptr<const PreparedAnswer>>(&m_content))
        return (*prepared)->status();
    if (const auto *small = std::get_if<SmallAnswer>(&m_content))
        return small->status;
    if (std::holds_alternative<FileAnswer>(m_content))
        return Status::Ok;
    return std::nullopt;
}

DeferredAnswer DeferredAnswer::create(std::chrono::milliseconds within, Response otherwise, AtStop atStop)
{
    auto state = std::make_shared<State>();
    state->within = within;
    state->atStop = atStop;
    state->otherwise = std::move(otherwise);
    return DeferredAnswer(std::move(state));
}

bool DeferredAnswer::complete(Response response) const
{
    const std::lock_guard lock(m_state->mutex);
    if (m_state->isOver)
        return false;
    m_state->isOver = true;
    m_state->answer = std::move(response);
    m_state->onAbandoned = {};
    // Under the lock: the connection lets go of the state under it too, so the mailbox still stands.
    if (m_state->mailbox)
        m_state->mailbox->deliver(m_state);
    return true;
}

bool DeferredAnswer::isOver() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->isOver;
}

void DeferredAnswer::onAbandoned(UniqueFunction<void()> function) const
{
    {
        const std::lock_guard lock(m_state->mutex);
        if (!m_state->isOver) {
            m_state->onAbandoned = std::move(function);
            return;
        }
        if (m_state->answer)
            return;
    }
    function();
}

} // namespace toasoan::http
