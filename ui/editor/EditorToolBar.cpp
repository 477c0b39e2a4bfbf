#include "ui/editor/EditorToolBar.h"

#include "ui/editor/TableGrid.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/LineIcon.h"

#include <QActionGroup>
#include <QEvent>
#include <QKeySequence>
#include <QMenu>
#include <QPushButton>
#include <QStyleOptionButton>
#include <QStylePainter>
#include <QToolButton>
#include <QWidgetAction>

namespace toasoan {

namespace {

QVariantMap argument(const char *name, const QVariant &value)
{
    return {{QString::fromLatin1(name), value}};
}

// A button with a menu that looks as the boxes beside the text do. The text of such a button is put against its border
// by a style sheet that puts it left (QStyleSheetStyle of Qt 6.4), so it is drawn here.
class StyleBox final : public QPushButton
{
public:
    using QPushButton::QPushButton;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QStylePainter painter(this);
        QStyleOptionButton option;
        initStyleOption(&option);
        painter.drawControl(QStyle::CE_PushButtonBevel, option);
        painter.drawItemText(rect().adjusted(9, 0, -26, 0), Qt::AlignVCenter | Qt::AlignLeft, palette(), isEnabled(),
                             text(), QPalette::ButtonText);
    }
};

} // namespace

EditorToolBar::EditorToolBar(QWidget *parent)
    : QToolBar(parent)
    , m_style(new StyleBox(this))
    , m_table(new QToolButton(this))
    , m_styleMenu(new QMenu(this))
    , m_tableMenu(new QMenu(this))
    , m_gridMenu(new QMenu(this))
{
    setObjectName(QStringLiteral("editorToolBar"));
    setIconSize(QSize(20, 20));
    setMovable(false);

    const auto tool = [this](const char *command, const char *text, const char *keys, const char *icon,
                             bool checkable = false) {
        return make(QString::fromLatin1(command), {QString::fromLatin1(command), {}, text, keys, icon, checkable});
    };
    const auto styleTool = [this](const char *name, const char *command, const QVariantMap &arguments, const char *text,
                                  const char *keys) {
        QAction *action =
            make(QString::fromLatin1(name), {QString::fromLatin1(command), arguments, text, keys, nullptr, true});
        m_styleMenu->addAction(action);
    };

    // What is wanted most stands first: in a narrow window the end of the bar goes into a menu.
    QAction *picture = make(QStringLiteral("picture"),
                            {QStringLiteral("picture"), {}, QT_TR_NOOP("Picture…"), nullptr, "image-plus", false});
    picture->disconnect(this);
    connect(picture, &QAction::triggered, this, &EditorToolBar::pictureWanted);
    addAction(picture);
    addSeparator();

    addAction(tool("undo", QT_TR_NOOP("Undo"), "Ctrl+Z", "undo-2"));
    addAction(tool("redo", QT_TR_NOOP("Redo"), "Ctrl+Y", "redo-2"));
    addSeparator();

    styleTool("paragraph", "paragraph", {}, QT_TR_NOOP("Paragraph"), "Ctrl+Alt+1");
    styleTool("heading2", "heading", argument("level", 2), QT_TR_NOOP("Heading"), "Ctrl+Alt+2");
    styleTool("heading3", "heading", argument("level", 3), QT_TR_NOOP("Subheading"), "Ctrl+Alt+3");
    styleTool("heading4", "heading", argument("level", 4), QT_TR_NOOP("Small heading"), "Ctrl+Alt+4");
    m_style->setMenu(m_styleMenu);
    m_style->setFocusPolicy(Qt::TabFocus); // a click leaves the caret where it is
    addWidget(m_style);
    addSeparator();

    addAction(tool("bold", QT_TR_NOOP("Bold"), "Ctrl+B", "bold", true));
    addAction(tool("italic", QT_TR_NOOP("Italic"), "Ctrl+I", "italic", true));
    addAction(tool("underline", QT_TR_NOOP("Underline"), "Ctrl+U", "underline", true));
    addSeparator();

    addAction(tool("bulletList", QT_TR_NOOP("Bullets"), "Ctrl+Shift+8", "list", true));
    addAction(tool("orderedList", QT_TR_NOOP("Numbers"), "Ctrl+Shift+7", "list-ordered", true));
    addAction(tool("blockquote", QT_TR_NOOP("Quotation"), nullptr, "text-quote", true));
    addSeparator();

    QAction *link =
        make(QStringLiteral("link"), {QStringLiteral("link"), {}, QT_TR_NOOP("Link…"), "Ctrl+K", "link", true});
    link->disconnect(this);
    connect(link, &QAction::triggered, this, [this, link] {
        link->setChecked(m_state.marks.contains(QStringLiteral("link"))); // the page decides, not the click
        emit linkWanted();
    });
    addAction(link);

    auto *grid = new TableGrid;
    auto *gridAction = new QWidgetAction(m_gridMenu);
    gridAction->setDefaultWidget(grid);
    m_gridMenu->addAction(gridAction);
    m_tableMenu->addMenu(m_gridMenu);
    connect(grid, &TableGrid::chosen, this, [this](int rows, int columns) {
        m_tableMenu->close();
        m_gridMenu->close();
        emit commandWanted(QStringLiteral("insertTable"),
                           {{QStringLiteral("rows"), rows}, {QStringLiteral("columns"), columns}});
    });
    m_tableMenu->addSeparator();
    const auto tableTool = [&](const char *command, const char *text, const char *keys = nullptr) {
        m_tableMenu->addAction(tool(command, text, keys, nullptr));
    };
    tableTool("addRowBefore", QT_TR_NOOP("Insert row above"));
    tableTool("addRowAfter", QT_TR_NOOP("Insert row below"));
    tableTool("addColumnBefore", QT_TR_NOOP("Insert column left"));
    tableTool("addColumnAfter", QT_TR_NOOP("Insert column right"));
    m_tableMenu->addSeparator();
    tableTool("headerRow", QT_TR_NOOP("Header row"));
    tableTool("headerColumn", QT_TR_NOOP("Header column"));
    tableTool("mergeCells", QT_TR_NOOP("Merge cells"));
    tableTool("splitCell", QT_TR_NOOP("Split cell"));
    QAction *summary =
        make(QStringLiteral("tableSummary"),
             {QStringLiteral("tableSummary"), {}, QT_TR_NOOP("Summary for screen readers…"), nullptr, nullptr, false});
    summary->disconnect(this);
    connect(summary, &QAction::triggered, this, &EditorToolBar::tableSummaryWanted);
    m_tableMenu->addAction(summary);
    m_tableMenu->addSeparator();
    tableTool("deleteRow", QT_TR_NOOP("Delete row"));
    tableTool("deleteColumn", QT_TR_NOOP("Delete column"));
    tableTool("deleteTable", QT_TR_NOOP("Delete table"));
    m_table->setMenu(m_tableMenu);
    m_table->setPopupMode(QToolButton::InstantPopup);
    addWidget(m_table);
    addSeparator();

    addAction(tool("strike", QT_TR_NOOP("Strike through"), "Ctrl+Shift+X", "strikethrough", true));
    addAction(tool("subscript", QT_TR_NOOP("Subscript"), "Ctrl+,", "subscript", true));
    addAction(tool("superscript", QT_TR_NOOP("Superscript"), "Ctrl+.", "superscript", true));
    addAction(tool("clearFormatting", QT_TR_NOOP("Clear formatting"), "Ctrl+\\", "remove-formatting"));
    addSeparator();

    const auto alignTool = [this](const char *value, const char *text, const char *keys, const char *icon) {
        QAction *action =
            make(QStringLiteral("align-") + QLatin1String(value),
                 {QStringLiteral("align"), argument("align", QString::fromLatin1(value)), text, keys, icon, true});
        addAction(action);
    };
    alignTool("start", QT_TR_NOOP("Align left"), "Ctrl+L", "text-align-start");
    alignTool("center", QT_TR_NOOP("Centre"), "Ctrl+E", "text-align-center");
    alignTool("end", QT_TR_NOOP("Align right"), "Ctrl+R", "text-align-end");
    alignTool("justify", QT_TR_NOOP("Justify"), "Ctrl+J", "text-align-justify");
    addSeparator();
    addAction(tool("horizontalRule", QT_TR_NOOP("Horizontal line"), nullptr, "minus"));

    setTexts();
    redraw();
    setState({});
}

QAction *EditorToolBar::make(const QString &name, const Tool &tool)
{
    auto *action = new QAction(this);
    action->setObjectName(name);
    action->setCheckable(tool.checkable);
    m_actions.insert(name, action);
    m_tools.insert(name, tool);
    connect(action, &QAction::triggered, this, [this, tool] {
        emit commandWanted(tool.command, tool.arguments);
        setState(m_state); // a click checks the action; what is true comes from the page
    });
    return action;
}

std::vector<KeyLine> EditorToolBar::keys() const
{
    std::vector<KeyLine> lines;
    const auto actions = findChildren<QAction *>(Qt::FindDirectChildrenOnly); // as they were made
    for (const QAction *action : actions) {
        const auto tool = m_tools.constFind(action->objectName());
        if (tool != m_tools.cend() && tool->keys)
            lines.push_back(
                {QKeySequence(QString::fromLatin1(tool->keys)).toString(QKeySequence::NativeText), action->text()});
    }
    return lines;
}

void EditorToolBar::setUndoBeyondText(bool canUndo, bool canRedo)
{
    if (canUndo == m_canUndoBeyond && canRedo == m_canRedoBeyond)
        return;
    m_canUndoBeyond = canUndo;
    m_canRedoBeyond = canRedo;
    setState(m_state);
}

void EditorToolBar::setState(const EditorState &state)
{
    m_state = state;
    for (auto tool = m_tools.cbegin(); tool != m_tools.cend(); ++tool) {
        QAction *action = m_actions.value(tool.key());
        const QString &command = tool->command;
        if (command == QLatin1String("picture"))
            action->setEnabled(state.can.contains(QStringLiteral("selectAll"))); // wherever one may write
        else if (command == QLatin1String("tableSummary"))
            action->setEnabled(state.can.contains(QStringLiteral("deleteTable")));
        else
            action->setEnabled(state.can.contains(command) || (command == QLatin1String("undo") && m_canUndoBeyond)
                               || (command == QLatin1String("redo") && m_canRedoBeyond));
        if (!tool->checkable)
            continue;
        if (command == QLatin1String("heading") || command == QLatin1String("paragraph"))
            action->setChecked(state.block == tool.key());
        else if (command == QLatin1String("align"))
            action->setChecked(state.align == tool->arguments.value(QStringLiteral("align")).toString());
        else
            action->setChecked(state.marks.contains(command) || state.inside.contains(command));
    }
    const QAction *style = m_actions.value(state.block);
    m_style->setText(style ? style->text() : m_actions.value(QStringLiteral("paragraph"))->text());
    m_style->setEnabled(state.can.contains(QStringLiteral("paragraph"))
                        || state.can.contains(QStringLiteral("heading")));
    m_gridMenu->setEnabled(state.can.contains(QStringLiteral("insertTable")));
    m_table->setEnabled(m_gridMenu->isEnabled() || state.inside.contains(QStringLiteral("table")));
}

void EditorToolBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        redraw();
    QToolBar::changeEvent(event);
}

void EditorToolBar::setTexts()
{
    setWindowTitle(tr("Text tools"));
    int widest = 0;
    for (auto tool = m_tools.cbegin(); tool != m_tools.cend(); ++tool) {
        QAction *action = m_actions.value(tool.key());
        const QString text = tr(tool->text);
        action->setText(text);
        const QString keys =
            tool->keys ? QKeySequence(QString::fromLatin1(tool->keys)).toString(QKeySequence::NativeText) : QString();
        action->setToolTip(keys.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, keys));
        if (m_styleMenu->actions().contains(action))
            widest = qMax(widest, fontMetrics().horizontalAdvance(text));
    }
    m_style->setFixedWidth(widest + 40); // the bar does not jump from style to style
    m_style->setToolTip(tr("Style of the paragraph"));
    m_table->setToolTip(tr("Table"));
    m_table->setAccessibleName(tr("Table"));
    m_gridMenu->setTitle(tr("Insert a table"));
    setState(m_state);
}

void EditorToolBar::redraw()
{
    for (auto tool = m_tools.cbegin(); tool != m_tools.cend(); ++tool)
        if (tool->icon)
            m_actions.value(tool.key())
                ->setIcon(lineIcon(QStringLiteral(":/editor/%1.svg").arg(QLatin1String(tool->icon)), palette()));
    m_table->setIcon(lineIcon(QStringLiteral(":/editor/table.svg"), palette()));
    // What does not fit stands behind it; the style's own sign cannot be seen in the dark.
    if (auto *more = findChild<QToolButton *>(QStringLiteral("qt_toolbar_ext_button")))
        more->setIcon(icon(QStringLiteral("chevron-right")));
}

} // namespace toasoan
