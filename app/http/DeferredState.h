// What the handles of a deferred answer and the connection that waits for it share.
#pragma once

#include "http/Response.h"

#include <chrono>
#include <mutex>
#include <optional>

namespace toasoan::http {

class Errand;

/// The shard's letter box: brings an answer to the thread that waits for it.
class Mailbox
{
public:
    virtual ~Mailbox() = default;
    virtual void deliver(std::shared_ptr<DeferredAnswer::State> state) = 0;
};

struct DeferredAnswer::State
{
    std::chrono::milliseconds within{};
    AtStop atStop = AtStop::EndsEarly;

    std::mutex mutex; // for all that follows up to `errand`
    std::optional<Response> answer;
    std::optional<Response> otherwise;
    bool isOver = false;
    UniqueFunction<void()> onAbandoned;
    Mailbox *mailbox = nullptr; ///< Set while a connection waits.

    Errand *errand = nullptr; ///< Touched by the thread of the connection alone.
};

} // namespace toasoan::http
