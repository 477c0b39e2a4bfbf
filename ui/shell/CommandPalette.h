// Every command by its name: type a part of it, Enter does it. Over the window, not a window of its own.
#pragma once

#include <QFrame>
#include <QList>
#include <QPointer>

class QAction;
class QLineEdit;
class QListWidget;

namespace toasoan {

class CommandPalette final : public QFrame
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *window);

    void addCommand(QAction *command);
    void openPalette();
    /// Puts itself in its place over the window.
    void settle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &text);
    void runCurrent();
    void closePalette();

    QList<QPointer<QAction>> m_commands;
    QLineEdit *m_text;
    QListWidget *m_list;
    QPointer<QWidget> m_focusBefore;
};

} // namespace toasoan
