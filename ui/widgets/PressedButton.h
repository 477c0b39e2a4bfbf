// A button does what it said when it was pressed, or nothing. Between the press and its click lies time: of a press by
// its letter Qt makes a click after a tenth of a second, of a press by the mouse when it is let go; by then another
// list, another article, another person's step may be there.
#pragma once

#include <QAbstractButton>

#include <memory>
#include <optional>
#include <utility>

namespace toasoan {

/// Hides a widget and deletes it later: it may be its own button that was pressed. A press of a button in it, or of
/// itself, that is under way does nothing.
void retire(QWidget *widget);

/// Calls `act` for a click, if the button can still be pressed and `meaning()` is what it was at the press.
template <typename Meaning, typename Act>
void actAsPressed(QAbstractButton *button, QObject *context, Meaning meaning, Act act)
{
    const auto pressed = std::make_shared<std::optional<decltype(meaning())>>();
    QObject::connect(button, &QAbstractButton::pressed, context, [pressed, meaning] { pressed->emplace(meaning()); });
    QObject::connect(button, &QAbstractButton::clicked, context, [button, pressed, meaning, act] {
        const auto meant = std::exchange(*pressed, std::nullopt);
        if (button->isEnabled() && meant && *meant == meaning())
            act();
    });
}

} // namespace toasoan
