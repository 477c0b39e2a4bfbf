// Publishes what a person scheduled, when its hour has come. One thread at a time.
//
// An item that may not be published by then (its approval is not of its newest version, the board's chain does not let
// the clock publish …) goes back to "approved" by the step Unschedule, with what stood against it as the reason: the
// desks see it in their lists and in the item's history. Where the chain does not even allow that, the item is let be
// until it changes or the program starts again.
#pragma once

#include "actions/Command.h"
#include "backend/CommandRunner.h"
#include "base/Clock.h"
#include "base/Dice.h"
#include "domain/Record.h"
#include "storage/Database.h"

#include <functional>
#include <map>

namespace toasoan {

class DuePublisher
{
public:
    /// `announce` is told of every command that was carried out, after its commit, and which step it was.
    DuePublisher(const Clock &clock, Dice &dice, std::function<void(const CommandAnswer &, Step)> announce);

    /// Does all that is due and returns how many items were published. Each is a command of its own; two servers on one
    /// database publish an item once, because it is not "scheduled" any more for the second. A database
    /// that cannot be reached ends the round; what is left is done in the next. An item that cannot be read holds up no
    /// other: its error is returned when they are done.
    [[nodiscard]] Result<int> publishDue(Database &database);

private:
    [[nodiscard]] Result<bool> publishOne(Database &database, RecordId id, const Clock &now);
    [[nodiscard]] Result<bool> publish(Database &database, const Record &article, const Clock &now);
    /// The article if the command was carried out; the refusal in `refusal` if not.
    [[nodiscard]] Result<std::optional<FullRecord>> run(Database &database, const Command &command, const Clock &now,
                                                        Error &refusal);

    const Clock &m_clock;
    Dice &m_dice;
    std::function<void(const CommandAnswer &, Step)> m_announce;
    std::map<RecordId, Instant> m_letBe; ///< with its last change
};

} // namespace toasoan
