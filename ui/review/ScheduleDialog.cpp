#include "ui/review/ScheduleDialog.h"

#include "text/DateText.h"
#include "ui/widgets/Icon.h"

#include <QCalendarWidget>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTextCharFormat>
#include <QToolButton>
#include <QVBoxLayout>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

Instant instantOf(const QDateTime &moment)
{
    return fromMilliseconds(moment.toMSecsSinceEpoch());
}

// Qt's calendar has arrows and a red of its own.
void dress(QCalendarWidget &calendar)
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

} // namespace

ScheduleDialog::ScheduleDialog(const QString &title, Instant now, std::optional<Instant> chosen, const QTimeZone &zone,
                               QWidget *parent)
    : QDialog(parent)
    , m_zone(zone)
    , m_edit(new QDateTimeEdit(this))
    , m_sentence(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Schedule"));
    setMinimumWidth(520);
    auto *heading = new QLabel(tr("When should it be published?"), this);
    setRole(heading, TextRole::Heading);
    auto *name = new QLabel(title, this);
    name->setTextFormat(Qt::PlainText);
    name->setWordWrap(true);
    setRole(name, TextRole::Muted);
    const QDateTime here = QDateTime::fromMSecsSinceEpoch(toMilliseconds(now), zone);
    const bool isElsewhere = here.offsetFromUtc() != here.toLocalTime().offsetFromUtc();
    auto *label = new QLabel(
        isElsewhere ? tr("&Date and time (portal time zone, %1)").arg(zone.displayName(here, QTimeZone::OffsetName))
                    : tr("&Date and time"),
        this);
    label->setBuddy(m_edit);
    setRole(m_sentence, TextRole::Muted);

    // The field shows the wall clock of the site, wherever this PC is: its own zone is kept out of it.
    m_edit->setTimeSpec(Qt::UTC);
    m_edit->setDisplayFormat(u"HH:mm dd-MM-yyyy"_s);
    m_edit->setCalendarPopup(true);
    dress(*m_edit->calendarWidget());
    m_edit->setMinimumDateTime(QDateTime(here.date(), here.time(), Qt::UTC).addSecs(-60));
    const auto setWall = [this](const QDateTime &wall) {
        m_edit->setDateTime(QDateTime(wall.date(), wall.time(), Qt::UTC));
    };
    const QDateTime nextHour = QDateTime(here.date(), QTime(here.time().hour(), 0), zone).addSecs(3600);
    setWall(chosen ? QDateTime::fromMSecsSinceEpoch(toMilliseconds(*chosen), zone) : nextHour);

    auto *quick = new QHBoxLayout;
    quick->setSpacing(6);
    const auto addChoice = [&](const QString &text, const QDateTime &at) {
        if (at <= here)
            return;
        auto *button = new QPushButton(text, this);
        button->setAutoDefault(false);
        quick->addWidget(button);
        connect(button, &QPushButton::clicked, this, [setWall, at] { setWall(at); });
    };
    addChoice(tr("In &one hour"), here.addSecs(3600));
    addChoice(tr("Today 17:00"), QDateTime(here.date(), QTime(17, 0), zone));
    addChoice(tr("Tomorrow 07:00"), QDateTime(here.date().addDays(1), QTime(7, 0), zone));
    addChoice(tr("Monday 07:00"), QDateTime(here.date().addDays(8 - here.date().dayOfWeek()), QTime(7, 0), zone));
    quick->addStretch(1);

    auto *buttons = new QDialogButtonBox(this);
    m_confirm = buttons->addButton(tr("&Schedule"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("&Cancel"), QDialogButtonBox::RejectRole);
    makePrimary(m_confirm);
    m_confirm->setDefault(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(10);
    for (QWidget *widget : std::initializer_list<QWidget *>{heading, name, label, m_edit})
        layout->addWidget(widget);
    layout->addLayout(quick);
    layout->addWidget(m_sentence);
    layout->addSpacing(6);
    layout->addWidget(buttons);

    connect(m_edit, &QDateTimeEdit::dateTimeChanged, this, &ScheduleDialog::check);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit hourChosen(instantOf(chosenHour()));
        accept();
    });
    m_edit->setFocus();
    check();
}

QDateTime ScheduleDialog::chosenHour() const
{
    return QDateTime(m_edit->date(), QTime(m_edit->time().hour(), m_edit->time().minute()), m_zone);
}

void ScheduleDialog::check()
{
    m_sentence->setText(
        tr("It will be published at %1.").arg(dateLine(instantOf(chosenHour()), m_zone, languageInUse())));
}

} // namespace toasoan
