#include "sync/DeskView.h"

#include "base/EnumText.h"

namespace toasoan {

namespace {

constexpr EnumTexts<SavedState, 3> savedTexts{{
    {SavedState::OnThisPc, "onThisPc"},
    {SavedState::Sent, "sent"},
    {SavedState::Published, "published"},
}};

constexpr EnumTexts<WaitingState, 6> waitingTexts{{
    {WaitingState::Waiting, "waiting"},
    {WaitingState::WaitingForPictures, "waitingForPictures"},
    {WaitingState::Sending, "sending"},
    {WaitingState::HeldUp, "heldUp"},
    {WaitingState::Refused, "refused"},
    {WaitingState::Behind, "behind"},
}};

} // namespace

QString toText(SavedState state)
{
    return enumText(savedTexts, state);
}

QString toText(WaitingState state)
{
    return enumText(waitingTexts, state);
}

} // namespace toasoan
