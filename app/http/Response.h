// What a handler gives back. One of:
//   a prepared answer    made before, shared, sent without a copy
//   a small answer       made for this request: text, JSON, a redirect
//   a file               or the range of it that was asked for
//   a job                a function for a worker thread, which gives the real answer
//   a deferred answer    known later: long polling, or work that others wait for too
// and with it, work that nobody's answer waits for (meanwhile()).
#pragma once

#include "http/FileAnswer.h"
#include "http/Request.h"
#include "http/Status.h"
#include "http/UniqueFunction.h"

#include <QByteArray>

#include <chrono>
#include <memory>
#include <utility>
#include <variant>
#include <vector>

namespace toasoan::http {

class PreparedAnswer;
class Response;

/// What a worker thread owns: its database, its caches. Made by HttpServer::Options::makeWorkerContext, on the worker's
/// own thread; backends derive from it.
class WorkerContext
{
public:
    WorkerContext() = default;
    virtual ~WorkerContext() = default;
    WorkerContext(const WorkerContext &) = delete;
    WorkerContext &operator=(const WorkerContext &) = delete;
};

/// Fields of an answer. A line whose name or value could not be sent safely (control bytes) is left out and logged.
struct FieldLine
{
    QByteArray name;
    QByteArray value;

    bool operator==(const FieldLine &) const = default;
};
using FieldLines = std::vector<FieldLine>;

struct SmallAnswer
{
    Status status = Status::Ok;
    QByteArray contentType = {}; ///< Empty: no Content-Type.
    QByteArray body = {};
    FieldLines fields = {};
};

/// A file with everything that is said about it. Range, If-Range, If-Match, If-None-Match, If-Modified-Since and
/// If-Unmodified-Since are answered by the engine (RFC 9110, 13 and 14); several ranges are answered with the whole.
struct FileAnswer
{
    std::shared_ptr<const OpenFile> file;
    QByteArray contentType = {};
    QByteArray etag = {}; ///< Strong, with quotes; empty: made of size and time.
    FieldLines fields = {};
};

/// Which workers do a job. Each lane has threads and a queue of its own (HttpServer::Options::lanes), so that what
/// takes long in one holds up nobody in another. What the numbers mean is the backend's; 0 is the lane of what names
/// none.
struct Lane
{
    unsigned index = 0;
    bool operator==(const Lane &) const = default;
};

/// Work for a worker thread. The request it is given is that of the connection, which waits for it: nothing is copied.
struct Job
{
    UniqueFunction<Response(const Request &, WorkerContext &)> work;
    Lane lane = {};
};

/// Work for a worker thread that no connection waits for.
struct Background
{
    Lane lane = {};
    UniqueFunction<void(WorkerContext &)> work;
    UniqueFunction<void()> onRefused = {}; ///< Called instead, at once, when the lane's queue is full.
};

/// An answer that comes later, from any thread. Hand Response(deferred) to the server, keep the DeferredAnswer.
/// Copies are handles of the same answer.
class DeferredAnswer
{
public:
    enum class AtStop
    {
        EndsEarly, ///< What waits for news gets its `otherwise` when the server stops.
        IsWaitedFor, ///< What is being made is waited for: two seconds, or half the patience; then `otherwise`.
    };
    /// At `within` from now the client gets `otherwise`.
    [[nodiscard]] static DeferredAnswer create(std::chrono::milliseconds within, Response otherwise,
                                               AtStop atStop = AtStop::EndsEarly);

    /// Answers. Only the first call counts; false if it came too late: already answered, timed out, or client gone.
    /// Any thread.
    bool complete(Response response) const;
    /// Nobody waits any more.
    [[nodiscard]] bool isOver() const;
    /// `function` is called once if the client leaves or the time runs out before complete(), on the thread of a shard:
    /// keep it short. Called at once if that has already happened.
    void onAbandoned(UniqueFunction<void()> function) const;

    struct State;
    [[nodiscard]] const std::shared_ptr<State> &state() const { return m_state; }

private:
    explicit DeferredAnswer(std::shared_ptr<State> state) : m_state(std::move(state)) { }
    std::shared_ptr<State> m_state;
};

class Response
{
public:
    using Content = std::variant<std::shared_ptr<const PreparedAnswer>, SmallAnswer, FileAnswer, Job, DeferredAnswer>;

    Response(std::shared_ptr<const PreparedAnswer> prepared);
    Response(SmallAnswer small);
    Response(FileAnswer file);
    Response(DeferredAnswer deferred);

    /// text/plain in UTF-8.
    [[nodiscard]] static Response text(Status status, QByteArray body, FieldLines fields = {});
    /// application/json.
    [[nodiscard]] static Response json(Status status, QByteArray body, FieldLines fields = {});
    /// An answer without content: 204, 201 with a Location …
    [[nodiscard]] static Response empty(Status status, FieldLines fields = {});
    [[nodiscard]] static Response redirect(Status status, const QByteArray &location);

    /// `function(const Request &, Context &) -> Response` runs on a worker. Context is what makeWorkerContext makes
    /// (WorkerContext itself if the job needs nothing of it). With the lane's queue full the client gets 503 at once.
    /// A job may return another one, of another lane.
    template <typename Context = WorkerContext, typename Function>
    [[nodiscard]] static Response job(Function function, Lane lane = {})
    {
        return Response(Job{.work =
                                [work = std::move(function)](const Request &request, WorkerContext &context) mutable {
                                    return Response(work(request, static_cast<Context &>(context)));
                                },
                            .lane = lane});
    }

    /// Has `background` done besides, beginning before the answer is sent.
    void meanwhile(Background background) { m_meanwhile = std::make_unique<Background>(std::move(background)); }
    /// What meanwhile() was given, once.
    [[nodiscard]] std::unique_ptr<Background> takeBackground() { return std::move(m_meanwhile); }

    [[nodiscard]] const Content &content() const { return m_content; }
    [[nodiscard]] Content &content() { return m_content; }
    /// The status, where it is already known (prepared, small; Ok for a file); nothing for jobs and deferred answers.
    [[nodiscard]] std::optional<Status> status() const;

private:
    explicit Response(Job job);
    Content m_content;
    std::unique_ptr<Background> m_meanwhile;
};

} // namespace toasoan::http
