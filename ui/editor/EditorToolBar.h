// The editor's tools as native actions. They hold no state of their own: setState() mirrors where the caret is, and
// what is pressed is asked of the page by name (resources/editor/src/commands.ts).
#pragma once

#include "ui/editor/EditorBridge.h"
#include "ui/widgets/KeysDialog.h"

#include <QHash>
#include <QToolBar>

class QMenu;
class QPushButton;
class QToolButton;

namespace toasoan {

class EditorToolBar final : public QToolBar
{
    Q_OBJECT

public:
    explicit EditorToolBar(QWidget *parent = nullptr);

    void setState(const EditorState &state);
    /// Whether something else than the text can be undone, or done again: whatever the page says, the tools for it can
    /// be pressed then.
    void setUndoBeyondText(bool canUndo, bool canRedo);

    /// What can be done by keys, in the order of the bar.
    [[nodiscard]] std::vector<KeyLine> keys() const;
    /// The action of that name ("bold", "heading3", "addRowAfter" …), for tests and menus; null if there is none.
    [[nodiscard]] QAction *findAction(const QString &name) const { return m_actions.value(name); }
    /// What can be done with a table, also for the context menu.
    [[nodiscard]] QMenu *tableMenu() const { return m_tableMenu; }

signals:
    void commandWanted(const QString &name, const QVariantMap &arguments);
    void linkWanted();
    void pictureWanted();
    void tableSummaryWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Tool
    {
        QString command;
        QVariantMap arguments;
        const char *text = nullptr; ///< marked for translation in the table of tools
        const char *keys = nullptr; ///< shown, not bound: the page hears the keys
        const char *icon = nullptr;
        bool checkable = false;
    };

    QAction *make(const QString &name, const Tool &tool);
    void setTexts();
    void redraw();

    QHash<QString, QAction *> m_actions;
    QHash<QString, Tool> m_tools;
    QPushButton *m_style;
    QToolButton *m_table;
    QMenu *m_styleMenu;
    QMenu *m_tableMenu;
    QMenu *m_gridMenu;
    EditorState m_state;
    bool m_canUndoBeyond = false;
    bool m_canRedoBeyond = false;
};

} // namespace toasoan
