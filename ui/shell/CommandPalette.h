// Every command by its name: type a part of it, Enter does it. Over the window, not a window of its own.
#pragma once

#include <QFrame>
#include <QList>
#include <QPointer>

class QAction;
class QLabel;
class QLineEdit;
class QListWidget;

namespace toasoan {

class CommandPalette final : public QFrame
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *window);

    /// How soon a command is wanted by who opens the palette. Of one rank they stand in the order they came in.
    enum class Rank
    {
        Main, ///< what the program is for
        Place, ///< leads to a page
        Usual,
        Seldom ///< of the account, the look, the language
    };
    void addCommand(QAction *command, Rank rank = Rank::Usual);
    void openPalette();
    /// Puts itself in its place over the window.
    void settle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &text);
    void runCurrent();
    void closePalette();

    struct Entry
    {
        QPointer<QAction> command;
        Rank rank;
    };
    QList<Entry> m_commands; ///< by rank
    QLineEdit *m_text;
    QListWidget *m_list;
    QLabel *m_nothing; ///< stands in place of the list where no command fits
    QPointer<QWidget> m_focusBefore;
};

} // namespace toasoan
