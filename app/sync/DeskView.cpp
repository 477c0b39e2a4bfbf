#include "sync/DeskView.h"

namespace toasoan {

using namespace Qt::StringLiterals;

QString toText(SavedState state)
{
    switch (state) {
    case SavedState::OnThisPc:
        return u"onThisPc"_s;
    case SavedState::Sent:
        return u"sent"_s;
    case SavedState::Published:
        return u"published"_s;
    }
    Q_UNREACHABLE();
}

QString toText(WaitingState state)
{
    switch (state) {
    case WaitingState::Waiting:
        return u"waiting"_s;
    case WaitingState::WaitingForPictures:
        return u"waitingForPictures"_s;
    case WaitingState::Sending:
        return u"sending"_s;
    case WaitingState::HeldUp:
        return u"heldUp"_s;
    case WaitingState::Refused:
        return u"refused"_s;
    case WaitingState::Behind:
        return u"behind"_s;
    }
    Q_UNREACHABLE();
}

} // namespace toasoan
