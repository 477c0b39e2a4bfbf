// The window: sidebar, header with search, pages, status bar. It is given pages, commands and status from outside and
// knows no word of the newsroom. Lives in the GUI thread.
#pragma once

#include "ui/widgets/KeysDialog.h"
#include "ui/widgets/Look.h"

#include <QHash>
#include <QMainWindow>
#include <QMap>
#include <QPointer>

#include <functional>

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QSettings;
class QStackedWidget;
class QVBoxLayout;

namespace toasoan {

class CommandPalette;
class NavigationButton;
class Notifications;

/// What one place of the status bar says.
struct StatusItem
{
    QString icon; ///< of resources/desk/icons.txt
    QString text; ///< empty: the item is not shown
    QString explanation; ///< tool tip, and what a screen reader says
    Tone tone = Tone::Neutral;

    bool operator==(const StatusItem &) const = default;
};

class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    enum class Closing
    {
        Proceed,
        Stay ///< something is open that cannot be kept, and the person was told
    };
    using ClosingAnswer = std::function<void(Closing)>;

    explicit MainWindow(QWidget *parent = nullptr);
    ~MainWindow() override;

    /// A page with an entry in the sidebar, in the order of the calls. Ctrl+1, Ctrl+2 … lead there. The window takes
    /// it.
    void addPage(const QString &id, const QString &title, const QString &icon, QWidget *page);
    /// A page that only showPage() leads to; `under` is the entry that is marked while it is shown.
    void addInnerPage(const QString &id, const QString &under, QWidget *page);
    enum class Focus
    {
        Follows, ///< the page has it
        Stays ///< somebody is typing outside of it
    };
    void showPage(const QString &id, Focus focus = Focus::Follows);
    /// Whether the sidebar leads to the page: it does until this says otherwise.
    void setPageOffered(const QString &id, bool isOffered);
    /// Another person comes: pages, their entries, what was searched for and all news go. The pages are deleted at
    /// once: not to be called from within one.
    void clearPages();
    [[nodiscard]] QString currentPage() const { return m_current; }
    void setBadge(const QString &id, int count, const QString &meaning);

    /// An action that can be called from anywhere: by its shortcut and by its name in the command palette.
    void addCommand(QAction *command);
    /// The most wanted action, as a button over the sidebar's entries. Also a command.
    void setMainCommand(QAction *command);
    /// An entry of the menu under the person's name. Also a command.
    void addAccountCommand(QAction *command);
    void setPerson(const QString &name, const QString &detail);

    /// What F1 shows; under it stand the shortcuts of the commands.
    void setKeys(std::function<std::vector<KeyGroup>()> keys) { m_keys = std::move(keys); }

    /// Takes the place and size that it had when it was last closed, or what fits the screen; keeps them there.
    /// `settings` must outlive it.
    void rememberIn(QSettings &settings);

    void setSearchHint(const QString &hint);

    /// Items stand in the order of their first call.
    void setStatusItem(const QString &id, const StatusItem &item);
    /// What can be chosen at an item.
    void showStatusMenu(const QString &id, const QList<QAction *> &choices);

    /// While there is a gate, nothing else of the window is to be seen (signing in). Null opens the window again.
    void setGate(QWidget *gate);
    [[nodiscard]] bool isGated() const;

    /// Asked before the window closes: calls back, once, when what is open has been kept or is to stay open. Until then
    /// the window takes nothing.
    void setClosing(std::function<void(ClosingAnswer)> closing) { m_closing = std::move(closing); }

    [[nodiscard]] Notifications &notifications() const { return *m_notifications; }
    [[nodiscard]] CommandPalette &commandPalette() const { return *m_palette; }

signals:
    void pageShown(const QString &id);
    void searchEdited(const QString &text);
    void statusItemActivated(const QString &id);
    /// Escape was pressed where nobody is typing.
    void escaped();

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showKeys();
    void numberEntries();
    void setCompact(bool isCompact);
    void followFocus(QWidget *before, QWidget *now);

    struct Page
    {
        QWidget *widget = nullptr;
        NavigationButton *button = nullptr; ///< of the entry that is marked
        QPointer<QAction> command; ///< that leads here
        QPointer<QWidget> lastFocus;
    };

    QStackedWidget *m_gateStack;
    QWidget *m_room; ///< everything behind the gate
    QStackedWidget *m_pages;
    QVBoxLayout *m_entries;
    QPushButton *m_mainButton;
    NavigationButton *m_personButton;
    QAction *m_personName = nullptr;
    QMenu *m_personMenu;
    QLineEdit *m_search;
    QHash<QString, Page> m_pageOf;
    QMap<QString, QPushButton *> m_statusItems;
    QString m_current;
    QStringList m_order; ///< of the pages with an entry
    QWidget *m_side;
    QWidget *m_wordmark;
    QVBoxLayout *m_wideNews; ///< where notices stand while the sidebar has names
    QVBoxLayout *m_narrowNews;
    QString m_mainText;
    QString m_mainKey;
    QPointer<QWidget> m_focusOnPage; ///< what had the focus there last
    bool m_isCompact = false;
    CommandPalette *m_palette;
    Notifications *m_notifications;
    std::function<void(ClosingAnswer)> m_closing;
    std::function<std::vector<KeyGroup>()> m_keys;
    QSettings *m_settings = nullptr;
    bool m_mayClose = false;
    bool m_isClosing = false;
};

} // namespace toasoan
