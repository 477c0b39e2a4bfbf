#include "ui/widgets/GrowingTextEdit.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>

#include <cmath>

namespace toasoan {

GrowingTextEdit::GrowingTextEdit(Breaks breaks, QWidget *parent) : QPlainTextEdit(parent), m_breaks(breaks)
{
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(0);
    connect(document(), &QTextDocument::contentsChange, this,
            [this](int from, int /*removed*/, int added) { m_end = from + added; });
    connect(this, &QPlainTextEdit::textChanged, this, &GrowingTextEdit::keepWithin); // before anybody hears of it
    connect(this, &QPlainTextEdit::textChanged, this, &GrowingTextEdit::fit);
    fit();
}

void GrowingTextEdit::setLeastLines(int lines)
{
    m_leastLines = lines;
    fit();
}

void GrowingTextEdit::replaceText(const QString &text)
{
    const QString before = toPlainText();
    if (before == text)
        return;
    const qsizetype shorter = qMin(before.size(), text.size());
    qsizetype head = 0;
    while (head < shorter && before[head] == text[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == text[text.size() - 1 - tail])
        ++tail;
    const QScopedValueRollback ours(m_isOurs, true);
    QTextCursor cursor(document()); // the view's own cursor is moved along by the document
    cursor.setPosition(int(head));
    cursor.setPosition(int(before.size() - tail), QTextCursor::KeepAnchor);
    // A step of its own for undo: what is inserted into a document that nobody has changed is no part of the insertion
    // before it, though it stands beside it.
    document()->setModified(false);
    cursor.insertText(text.mid(head, text.size() - head - tail));
    document()->setModified(false);
}

bool GrowingTextEdit::replaceWithin(const QString &text)
{
    if (m_maximum > 0 && text.size() > qMax(m_maximum, m_size)) {
        emit limitReached();
        return false;
    }
    replaceText(text);
    return true;
}

void GrowingTextEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (isEnter && m_breaks == Breaks::None && (modifiers == Qt::NoModifier || modifiers == Qt::ShiftModifier)) {
        emit leftDownwards();
        return;
    }
    if (isEnter && modifiers == Qt::ControlModifier) { // for the page: its primary step
        event->ignore();
        return;
    }
    if (event->key() == Qt::Key_Down && modifiers == Qt::NoModifier) {
        QTextCursor cursor = textCursor();
        if (!cursor.movePosition(QTextCursor::Down)) {
            emit leftDownwards();
            return;
        }
    }
    QPlainTextEdit::keyPressEvent(event);
}

void GrowingTextEdit::insertFromMimeData(const QMimeData *source)
{
    static const QRegularExpression breaks(QStringLiteral("\\s*[\\r\\n\\t\\x{2028}\\x{2029}]+\\s*"));
    QString text = source->text();
    if (m_breaks == Breaks::None)
        text.replace(breaks, QStringLiteral(" "));
    insertPlainText(text);
}

void GrowingTextEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fit();
}

void GrowingTextEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

// The words just put in are cut from their end, which need not be where the caret is.
void GrowingTextEdit::keepWithin()
{
    const qsizetype size = document()->characterCount() - 1; // without the end of the last line
    const qsizetype room = qMax(m_maximum, m_size);
    if (m_isOurs || m_maximum == 0 || size <= room) {
        m_size = size;
        return;
    }
    const QScopedValueRollback ours(m_isOurs, true);
    const qsizetype end = qMin(m_end, size);
    qsizetype from = qMax<qsizetype>(0, end - (size - room));
    if (from > 0 && document()->characterAt(int(from)).isLowSurrogate())
        --from;
    QTextCursor cursor(document());
    cursor.joinPreviousEditBlock(); // undone with what brought it
    cursor.setPosition(int(end));
    cursor.setPosition(int(from), QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    cursor.endEditBlock();
    emit limitReached();
}

void GrowingTextEdit::fit()
{
    // The document's height is in lines (QPlainTextDocumentLayout); the lines may be of fallback fonts.
    qreal height = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        height += blockBoundingRect(block).height();
    const QMargins margins = contentsMargins();
    const int frame = margins.top() + margins.bottom() + viewportMargins().top() + viewportMargins().bottom();
    const int wanted = int(std::ceil(qMax<qreal>(height, m_leastLines * fontMetrics().lineSpacing()))) + frame + 2;
    if (wanted != minimumHeight() || wanted != maximumHeight())
        setFixedHeight(wanted);
    verticalScrollBar()->setValue(0);
}

} // namespace toasoan
