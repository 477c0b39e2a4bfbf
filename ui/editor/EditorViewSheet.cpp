// The sheet of an EditorView: what is looked for in it, what stands over it, how large and how bright it is.
#include "ui/editor/EditorPage.h"
#include "ui/editor/EditorView.h"
#include "ui/editor/EditorWebView.h"
#include "ui/editor/SheetHead.h"
#include "ui/widgets/Look.h"

#include <QGuiApplication>

namespace toasoan {

void EditorView::put(const QByteArray &documentJson)
{
    if (m_readOnly || !m_blocks)
        return;
    if (m_ready) {
        emit m_bridge->put(QString::fromUtf8(documentJson));
        return;
    }
    // Its process ended, or has not begun: this is what the next page starts with.
    auto blocks = DocumentBlocks::fromJson(documentJson);
    if (!blocks)
        return;
    m_blocks = *blocks;
    emit edited(m_blocks->json());
}

void EditorView::undo()
{
    emit m_bridge->command(QStringLiteral("undo"), {});
}

void EditorView::redo()
{
    emit m_bridge->command(QStringLiteral("redo"), {});
}

void EditorView::forgetUndo()
{
    if (m_ready)
        emit m_bridge->forgetUndo();
}

void EditorView::showFind(FindBar::Kind kind)
{
    // The page tells of a selection after a moment; a long one is a place to look in, not what to look for.
    const QString selected = m_state.selectedText;
    const bool isWords =
        m_state.anchor != m_state.head && m_state.href.isEmpty() && !selected.contains(u'\n') && selected.size() <= 100;
    m_find->open(kind, isWords ? selected : QString());
}

void EditorView::pageFound(int current, int total)
{
    m_findInSheet->setFoundInPage(current, total);
}

void EditorView::setHead(QWidget *head)
{
    m_head->setWidget(head);
}

void EditorView::showInHead(const QRect &place)
{
    m_head->show(place);
}

void EditorView::sendHead()
{
    if (m_ready)
        emit m_bridge->setHead(m_head->height());
}

void EditorView::setZoom(int percent)
{
    m_web->setZoomFactor(percent / 100.0);
    m_head->setZoom(percent / 100.0);
    sendHead();
}

// The sheet has the desk's brightness; pictures stay as they are.
void EditorView::sendTheme()
{
    const QPalette colours = QGuiApplication::palette();
    const QColor desk = colours.color(QPalette::Window);
    const QColor accent = toneColour(Tone::Accent, colours);
    m_page->setBackgroundColor(paperColour(colours));
    if (!m_ready)
        return;
    emit m_bridge->setTheme(
        {{QStringLiteral("--desk"), desk.name()},
         {QStringLiteral("--accent"), accent.name()},
         {QStringLiteral("--accent-soft"),
          QStringLiteral("rgba(%1, %2, %3, 0.22)").arg(accent.red()).arg(accent.green()).arg(accent.blue())}},
        isDark(colours));
}

} // namespace toasoan
