// What a server on a newsroom has of the public site, without a socket: services, routes, one worker. Several may share
// a newsroom, as servers share a database.
#pragma once

#include "backend/Newsroom.h"
#include "backend/Services.h"
#include "backend/site/SitePages.h"
#include "http/DeferredState.h"
#include "http/PreparedAnswer.h"
#include "http/Router.h"

#include <QTemporaryDir>

namespace toasoan {

class SiteServer
{
public:
    explicit SiteServer(Newsroom &newsroom)
        : m_newsroom(newsroom)
        , m_renderer(*portal::PortalRenderer::create(*portal::Theme::load()))
        , m_media(*MediaFiles::open(m_folder.path()))
        , m_visits(1, QTimeZone::utc(), *RobotList::builtIn(), newsroom.dice)
    {
        SitePages(m_services).addTo(m_router);
    }

    struct Answer
    {
        int status = 0; ///< 0: it comes later
        QByteArray body = {};
        QByteArray head = {}; ///< of a page
        /// Where a redirect leads.
        [[nodiscard]] QByteArray location() const
        {
            const qsizetype from = head.indexOf("Location: ");
            return from < 0 ? QByteArray() : head.mid(from + 10, head.indexOf('\r', from) - from - 10);
        }
    };
    Answer get(const QString &target) { return get(target, m_worker); }
    /// By another thread's worker.
    Answer get(const QString &target, Worker &worker)
    {
        http::OwnedRequest request({.target = target.toStdString()});
        return read(m_router.perform(request.view(), worker), request.view());
    }

    /// A reader who has asked and waits; `begin()` does what he has set off.
    struct Waiting
    {
        std::unique_ptr<http::OwnedRequest> request;
        http::Response response;
        std::unique_ptr<http::Background> work = {}; ///< nothing, if another has set it off
    };
    Waiting ask(const QString &target)
    {
        auto request = std::make_unique<http::OwnedRequest>(http::OwnedRequest::Parts{.target = target.toStdString()});
        http::Response response = m_router.handle(request->view());
        auto work = response.takeBackground();
        return {.request = std::move(request), .response = std::move(response), .work = std::move(work)};
    }
    void begin(Waiting &waiting) { waiting.work->work(m_worker); }
    /// What he gets now, or when his patience ends.
    static Answer answerOf(const Waiting &waiting)
    {
        const auto *deferred = std::get_if<http::DeferredAnswer>(&waiting.response.content());
        if (!deferred)
            return read(waiting.response, waiting.request->view());
        const auto &state = *deferred->state();
        return read(state.answer ? *state.answer : *state.otherwise, waiting.request->view());
    }

    static Answer read(const http::Response &response, const http::Request &request)
    {
        Answer answer{.status = int(response.status().value_or(http::Status(0)))};
        if (const auto *small = std::get_if<http::SmallAnswer>(&response.content()))
            answer.body = small->body;
        if (const auto *page = std::get_if<std::shared_ptr<const http::PreparedAnswer>>(&response.content())) {
            const auto block = (*page)->blockFor(request);
            answer.body = QByteArray(block.body.data(), qsizetype(block.body.size()));
            answer.head = QByteArray(block.head.data(), qsizetype(block.head.size()));
        }
        return answer;
    }

    /// Does what a person asks of this server.
    Article run(const Actor &actor, const Command &command)
    {
        m_newsroom.clock.advance(Milliseconds(1000));
        const auto answer = runCommand(*m_worker.database, m_newsroom.clock, actor, m_newsroom.envelope(command));
        if (!answer || !answer->record)
            return {};
        m_services.announce(*answer, stepOf(command));
        return *articleOf(*answer->record);
    }

    [[nodiscard]] Services &services() { return m_services; }
    [[nodiscard]] MediaFiles &media() { return *m_media; }

private:
    Newsroom &m_newsroom;
    QTemporaryDir m_folder;
    portal::PortalRenderer m_renderer;
    std::unique_ptr<MediaFiles> m_media;
    VisitCounter m_visits;
    Services m_services{.clock = m_newsroom.clock,
                        .dice = m_newsroom.dice,
                        .renderer = m_renderer,
                        .media = *m_media,
                        .visits = m_visits};
    Worker m_worker{*Database::open(m_newsroom.location())};
    http::Router m_router;
};

} // namespace toasoan
