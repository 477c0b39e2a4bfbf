// Takes into the replica what the server's feed says, noun by noun. Part of Replica.
#pragma once

#include "protocol/Feed.h"
#include "sync/IncomingPage.h"
#include "sync/ReplicaChange.h"

#include <functional>

namespace toasoan {

/// How much of a page is taken in at once.
struct Piece
{
    Milliseconds atMost{0};
    std::function<bool()> isAwaited = {}; ///< whether somebody waits for its end; may be empty
};

/// From entry `from` on what a page says, a piece of it, of one entry at least; returns the entry to go on with. With
/// the last entry comes its position. Taking it twice changes nothing. What this program cannot read is told
/// as a problem and asked for again when the program starts next; once, and then only by a
/// program that reads more (readingPrint()).
[[nodiscard]] Result<std::size_t> takePage(ReplicaChange &change, IncomingPage &incoming, std::size_t from,
                                           const Piece &piece);
/// The same of a page of a noun's pull; with its last entry comes how far that is.
[[nodiscard]] Result<std::size_t> takePull(ReplicaChange &change, const Noun &noun, IncomingPage &incoming,
                                           std::size_t from, const Piece &piece);
/// What the person may see now: what is another than was known is pulled, and all of it the first time and from a
/// server of another history.
[[nodiscard]] Result<void> takeView(ReplicaChange &change, const View &view);
/// The nouns that are pulled, in their order: all that are taken in.
[[nodiscard]] std::vector<Noun> pulledNouns(const NewsroomRules &rules);

/// A record that the person may not see, or no longer: gone from the replica, but for what an editor is open on.
[[nodiscard]] Result<void> forgetRecord(ReplicaChange &change, const Key &key);

/// Tells programs apart by what they can read: a print of the words they know.
[[nodiscard]] QString readingPrint();
/// What it is made of: every enumerated value that an entry of the feed may hold, and the version of the body's schema.
[[nodiscard]] QStringList readableWords();

} // namespace toasoan
