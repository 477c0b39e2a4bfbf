// What a window sees of the registers, as values: an entry as it is shown here, lists of them, how many there are of
// what.
#pragma once

#include "storage/EntryStore.h"
#include "sync/DeskView.h"

namespace toasoan {

/// An open entry.
struct EntryView
{
    FullRecord record; ///< as shown: what the server said, with what waits on this desk done, with what is being typed
    TextBase base; ///< hand it back with Desk::typeEntry()
    bool isTyped = false; ///< there is something that was typed and not saved
    Version confirmedVersion = 0; ///< the newest known from the server; 0: it has none yet
    QByteArray confirmedContent; ///< of that version
    UserId savedBy; ///< of that version; null where that is not known
    SavedState saved = SavedState::OnThisPc;
    State stateAtServer = State::Draft; ///< what colleagues and readers have
    std::vector<WaitingCommand> waiting;
    std::vector<Decision> decisions; ///< confirmed ones, oldest first
    std::vector<Step> allowedSteps;
    std::vector<Step> stepsWithReason;
    bool isGone = false; ///< the server no longer has it, or no longer shows it to this person
};

/// One page of a register's list.
struct EntryQuery
{
    Noun noun;
    EntryFilter filter = {};
    qint64 offset = 0;

    bool operator==(const EntryQuery &) const = default;
};

struct EntryLine
{
    RecordId id;
    State state = State::Draft;
    Instant updatedAt;
    QByteArray content; ///< as shown here
    bool isWaiting = false; ///< something of it was not acknowledged by the server
    bool isRefused = false;
    bool isTyped = false; ///< something in it was typed and not saved
    QString reason = {}; ///< of the last step that had one, as why it was closed

    bool operator==(const EntryLine &) const = default;
};

struct EntryPage
{
    QList<EntryLine> lines;
    qint64 count = 0; ///< of all that the query finds
    int filled = 100; ///< while the list is being made, how much of it is, in per cent; then it may lack entries
    /// Of each facet of the register, how many of what is found by all else than that facet have which code.
    std::map<QString, std::vector<EntryCount>> facets;
};

/// How many lines a page of a register's list has.
inline constexpr int entryPage = 200;

} // namespace toasoan
