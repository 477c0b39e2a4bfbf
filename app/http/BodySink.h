// Where the body of a streamed request goes, piece by piece, while it arrives: an upload that is never held in memory.
#pragma once

#include "http/Response.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <variant>

namespace toasoan::http {

/// One upload. Made by the route when it has seen the head; called by one worker at a time (not always the same one),
/// never by two at once. The next piece is read from the network when write() has returned: that is the backpressure.
class BodySink
{
public:
    BodySink() = default;
    virtual ~BodySink() = default;
    BodySink(const BodySink &) = delete;
    BodySink &operator=(const BodySink &) = delete;

    /// Takes the next bytes, at most 64 KiB. An answer refuses the rest: it is sent, the connection closed, and neither
    /// finish() nor cutOff() is called any more.
    [[nodiscard]] virtual std::optional<Response> write(std::string_view piece, WorkerContext &context) = 0;
    /// The body is complete. The answer to the client.
    [[nodiscard]] virtual Response finish(WorkerContext &context) = 0;
    /// The body ended early, after `received` bytes went through write(): the connection was lost, a deadline passed,
    /// the framing was broken or the limit exceeded. Nobody hears an answer; keep what is worth keeping.
    virtual void cutOff(std::uint64_t received, WorkerContext &context) = 0;
};

/// A sink, or the answer that refuses the body before it is read. Only a sink makes the client hear "100 Continue".
using SinkOrRefusal = std::variant<std::unique_ptr<BodySink>, Response>;

} // namespace toasoan::http
