// The demo newsroom's past: what its people did, when, through the same commands and uploads as on any other day.
#pragma once

#include "backend/DemoContent.h"
#include "backend/MediaFiles.h"
#include "domain/User.h"
#include "storage/Database.h"

namespace toasoan {

/// Tells the time that it was told.
class DemoClock final : public Clock
{
public:
    explicit DemoClock(Instant now) : m_now(now) { }
    [[nodiscard]] Instant now() const override { return m_now; }
    void set(Instant now) { m_now = now; }

private:
    Instant m_now;
};

/// When the first thing of this past happened.
[[nodiscard]] Instant beginningOf(const DemoContent &demo);

/// Does all of it in the order of its times, with `clock` set to each; and gives the page views that readers had by the
/// end of it, by the items' numbers. `people` by login; `end` is now.
[[nodiscard]] Result<std::map<qint64, qint64>> liveThrough(const DemoContent &demo,
                                                           const std::map<QString, User> &people, Database &database,
                                                           MediaFiles &files, DemoClock &clock, Dice &dice,
                                                           Instant end);

} // namespace toasoan
