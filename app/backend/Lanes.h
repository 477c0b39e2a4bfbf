// Which workers of the server do what. Readers' pages are held up by their like alone: whatever takes a time that its
// sender chooses is done elsewhere.
#pragma once

#include "http/HttpServer.h"

namespace toasoan::lanes {

/// Readers' pages, feeds and maps, and pictures: they are made by processes (imaging), and nobody waits here for one.
inline constexpr http::Lane pages{0};
/// The desks: commands, the feed, versions, originals.
inline constexpr http::Lane desks{1};
/// Readers' searches.
inline constexpr http::Lane searches{2};
/// Passwords are compared here, one at a time: each takes 64 MB and a processor for a tenth of a second.
inline constexpr http::Lane signIns{3};
/// Pictures that are announced and taken in, piece by piece. Nobody waits here while one is looked at.
inline constexpr http::Lane pictures{4};

/// The lanes in their order, with so many workers for pages. A full queue is a second or two of work: who comes then is
/// told to come again.
[[nodiscard]] inline std::vector<http::HttpServer::LaneOptions> options(unsigned pageWorkers)
{
    return {{.workers = pageWorkers, .queue = 512},
            {.workers = 2, .queue = 256},
            {.workers = 1, .queue = 64},
            {.workers = 1, .queue = 16, .priority = http::WorkerPriority::Low},
            {.workers = 2, .queue = 64, .priority = http::WorkerPriority::Low}};
}

} // namespace toasoan::lanes
