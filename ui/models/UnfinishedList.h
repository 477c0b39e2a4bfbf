// What stands where a list has no lines, as long as it cannot be known that there are none: the desk has not heard all
// that the server knows, or the list could not be read.
#pragma once

#include "sync/Desk.h"

#include <QString>

namespace toasoan {

struct UnfinishedList
{
    enum class WayOn
    {
        None, ///< it comes by itself
        TryAgain, ///< to ask for the list
        Reach, ///< to try now whether the server can be reached
        Connect, ///< to end working offline
    };
    QString icon;
    QString title;
    QString text;
    WayOn wayOn = WayOn::None;
};

/// Of a list that was asked for and has not been answered yet.
[[nodiscard]] UnfinishedList listUnderWay(const ConnectionView &connection);
/// Of a list that was answered with no lines; nothing if that is the whole truth.
[[nodiscard]] std::optional<UnfinishedList> listNotYetKnown(const ConnectionView &connection, SignInState signIn);
[[nodiscard]] UnfinishedList listFailed(const Error &error);
/// Over lines that could not be read anew.
[[nodiscard]] QString staleListText(const Error &error);
/// The button's label; empty for None.
[[nodiscard]] QString wayOnText(UnfinishedList::WayOn wayOn);
/// Does what can be done about it on the desk; asking for the list again is its page's.
void goOn(Desk &desk, UnfinishedList::WayOn wayOn);

} // namespace toasoan
