// One person's PC as it stands in the office: the real desk with its thread, its network and its replica, and the real
// window. And the hands of the person: keys and clicks.
#pragma once

#include "base/Clock.h"
#include "base/Dice.h"
#include "sync/Desk.h"
#include "ui/shell/MainWindow.h"
#include "ui/workstation/Workstation.h"

class QPushButton;

namespace toasoan {
class EditorView;
class GrowingTextEdit;
} // namespace toasoan

namespace toasoan::test {

struct Station
{
    explicit Station(const QString &folder);
    ~Station();

    /// Through the door: fields, keys, Enter.
    void signIn(const QString &server, const QString &login, const QString &password);
    /// Brings the window to the front, as a click on it does.
    void comeForward();

    /// The visible button of that name (QObject or label, & apart); null if there is none.
    [[nodiscard]] QPushButton *button(const QString &name) const;
    void click(const QString &name);
    /// The button of the open dialog that Enter presses; null if there is no dialog.
    [[nodiscard]] QPushButton *dialogButton() const;
    /// Whether a banner that can be seen says this.
    [[nodiscard]] bool bannerSays(const QString &words) const;
    [[nodiscard]] GrowingTextEdit *titleField() const;
    [[nodiscard]] GrowingTextEdit *leadField() const;
    /// Whether the page of the editor is there and takes keys; waits for it.
    [[nodiscard]] bool waitForBody() const;
    /// All that banners say, for what a failed test tells.
    [[nodiscard]] QString banners() const;
    /// Keys into the body, whose page has to be there.
    void typeIntoBody(const QString &text);
    void bodyKey(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    /// What the page of the editor shows.
    [[nodiscard]] QString bodyText() const;
    [[nodiscard]] EditorView &editor() const;

    SystemClock clock;
    SystemDice dice;
    Desk desk;
    MainWindow window;
    Workstation workstation;
};

/// Keys as they come from a keyboard; what is not ASCII comes as an input method delivers it.
void typeInto(QWidget *widget, const QString &text);

} // namespace toasoan::test
