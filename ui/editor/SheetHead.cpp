#include "ui/editor/SheetHead.h"

#include <QCoreApplication>
#include <QLayout>
#include <QWheelEvent>
#include <QWidget>

#include <utility>

namespace toasoan {

namespace {

// As in resources/editor/editor.css, at 100 %: the column of the text, its least distance from the edge, the scroll bar
// beside it.
constexpr int measure = 672;
constexpr int edge = 28;
constexpr int scrollBar = 12;
constexpr int over = 18;
constexpr int under = 10;
constexpr int rim = 12; ///< left free over and under a place that is shown

} // namespace

SheetHead::SheetHead(QWidget *web, QWidget *sheet) : QObject(sheet), m_web(web), m_sheet(sheet)
{
    sheet->installEventFilter(this);
}

void SheetHead::setWidget(QWidget *head)
{
    m_head = head;
    head->setParent(m_sheet);
    head->installEventFilter(this);
    const auto parts = head->findChildren<QWidget *>();
    for (QWidget *part : parts) // the wheel turns over the fields, but it is the page that scrolls
        part->installEventFilter(this);
    head->show();
    head->raise();
    fit();
}

void SheetHead::setZoom(double factor)
{
    m_zoom = factor;
    fit();
}

void SheetHead::setScrolled(double y)
{
    m_scrolled = y;
    if (m_head)
        m_head->move(0, -qRound(y));
}

void SheetHead::show(const QRect &place)
{
    const int top = place.top() - qRound(m_scrolled);
    const int bottom = place.bottom() - qRound(m_scrolled);
    if (top < 0)
        emit scrollWanted((top - rim) / m_zoom);
    else if (bottom > m_sheet->height())
        emit scrollWanted((bottom - m_sheet->height() + rim) / m_zoom);
}

double SheetHead::height() const
{
    return m_height / m_zoom;
}

bool SheetHead::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_sheet && event->type() == QEvent::Resize) {
        fit();
    } else if (watched == m_head && event->type() == QEvent::LayoutRequest) {
        fit();
    } else if (m_head && watched != m_sheet && event->type() == QEvent::Wheel && m_web->focusProxy()) {
        const auto *wheel = static_cast<QWheelEvent *>(event);
        QWidget *page = m_web->focusProxy();
        const QPointF position = page->mapFromGlobal(wheel->globalPosition());
        QWheelEvent passed(position, wheel->globalPosition(), wheel->pixelDelta(), wheel->angleDelta(),
                           wheel->buttons(), wheel->modifiers(), wheel->phase(), wheel->inverted(), wheel->source());
        QCoreApplication::sendEvent(page, &passed);
        return true;
    }
    return QObject::eventFilter(watched, event);
}

// Title and lead stand over the column of the text, wherever the page has it.
void SheetHead::fit()
{
    if (!m_head || !m_head->layout())
        return;
    const int bar = qRound(scrollBar * m_zoom);
    const int width = qMax(0, m_sheet->width() - bar);
    const int margin = qMax(qRound(edge * m_zoom), (width - qRound(measure * m_zoom)) / 2);
    m_head->layout()->setContentsMargins(margin, over, margin, under);
    if (m_head->width() != width)
        m_head->resize(width, m_head->height()); // the fields' heights follow their widths
    m_head->layout()->activate();
    const int height = m_head->layout()->sizeHint().height();
    m_head->setGeometry(0, -qRound(m_scrolled), width, height);
    if (std::exchange(m_height, height) != height)
        emit heightChanged();
}

} // namespace toasoan
