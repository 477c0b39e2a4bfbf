#include "ui/widgets/DayField.h"

#include "text/DateReading.h"
#include "text/NewsroomZone.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Look.h"

#include <QCalendarWidget>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QTextCharFormat>
#include <QToolButton>
#include <QWidgetAction>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

QDate today()
{
    return newsroomTime(SystemClock().now()).date();
}

} // namespace

// Qt's calendar has arrows and a red of its own.
void dressCalendar(QCalendarWidget &calendar)
{
    calendar.setAttribute(Qt::WA_StyledBackground); // the look's border round it
    calendar.setContentsMargins(1, 1, 1, 1);
    calendar.setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    for (const Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday})
        calendar.setWeekdayTextFormat(day, {});
    for (const auto &[name, arrow] : {std::pair(u"qt_calendar_prevmonth"_s, u"chevron-left"_s),
                                      std::pair(u"qt_calendar_nextmonth"_s, u"chevron-right"_s)}) {
        if (auto *button = calendar.findChild<QToolButton *>(name))
            button->setIcon(icon(arrow));
    }
}

DayField::DayField(QWidget *parent) : QWidget(parent), m_line(new QLineEdit(this)), m_choose(new QToolButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    setReadOnly(false);
    m_choose->setIcon(icon(u"calendar-clock"_s));
    m_choose->setFocusPolicy(Qt::TabFocus);
    makeQuiet(m_choose);
    layout->addWidget(m_line);
    layout->addWidget(m_choose);
    setFocusProxy(m_line);
    setName({});
    connect(m_line, &QLineEdit::textEdited, this, &DayField::edited);
    connect(m_line, &QLineEdit::editingFinished, this, &DayField::tidy);
    connect(m_choose, &QToolButton::clicked, this, &DayField::openCalendar);
}

QString DayField::text() const
{
    return m_line->text();
}

void DayField::setText(const QString &text)
{
    if (text != m_line->text())
        m_line->setText(text);
}

void DayField::setReadOnly(bool isReadOnly)
{
    const QString wanted = tr("day-month-year");
    m_line->setPlaceholderText(isReadOnly ? QString() : wanted);
    constexpr int beside = 28; // the style sheet's padding and border, and the caret
    m_line->setFixedWidth(m_line->fontMetrics().horizontalAdvance(wanted) + beside);
    m_line->setReadOnly(isReadOnly);
    m_choose->setVisible(!isReadOnly);
}

void DayField::setName(const QString &name)
{
    m_line->setAccessibleName(name);
    m_choose->setAccessibleName(name.isEmpty() ? tr("Calendar") : tr("%1: calendar").arg(name));
    m_choose->setToolTip(tr("Calendar"));
}

void DayField::tidy()
{
    if (const auto day = dateFromText(m_line->text(), today()))
        setText(day->toString(form));
}

void DayField::openCalendar()
{
    auto *menu = new QMenu(m_choose);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *calendar = new QCalendarWidget(menu);
    dressCalendar(*calendar);
    calendar->setSelectedDate(dateFromText(m_line->text(), today()).value_or(today()));
    auto *within = new QWidgetAction(menu);
    within->setDefaultWidget(calendar);
    menu->addAction(within);
    for (const auto chosen : {&QCalendarWidget::clicked, &QCalendarWidget::activated}) {
        connect(calendar, chosen, this, [this, menu](const QDate &day) {
            if (!menu->isVisible())
                return; // Enter is both
            menu->close();
            m_line->setFocus();
            if (day.toString(form) == m_line->text())
                return;
            m_line->setText(day.toString(form));
            emit edited();
        });
    }
    menu->popup(mapToGlobal(QPoint(0, height())));
    calendar->setFocus();
}

} // namespace toasoan
