#include "ui/review/ScheduleDialog.h"

#include "text/DateReading.h"
#include "text/DateText.h"
#include "text/NewsroomZone.h"
#include "ui/widgets/DayField.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Question.h"
#include "ui/widgets/TabOrder.h"

#include <QCalendarWidget>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>
#include <QWidgetAction>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

const QString hourForm = u"HH:mm"_s;
const QString dayForm = u"dd-MM-yyyy"_s;

} // namespace

ScheduleDialog::ScheduleDialog(const QString &title, Now now, std::optional<Instant> chosen, const QTimeZone &zone,
                               QWidget *parent)
    : QDialog(parent)
    , m_now(std::move(now))
    , m_zone(zone)
    , m_hour(new QLineEdit(this))
    , m_day(new QLineEdit(this))
    , m_sentence(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Schedule"));
    auto *heading = new QLabel(tr("When should it be published?"), this);
    setRole(heading, TextRole::Heading);
    auto *name = new QLabel(title, this);
    name->setTextFormat(Qt::PlainText);
    name->setWordWrap(true);
    setRole(name, TextRole::Muted);
    m_sentence->setObjectName(u"sentence"_s);
    m_sentence->setTextFormat(Qt::PlainText); // it repeats what was typed
    m_sentence->setWordWrap(true);
    m_sentence->setMinimumHeight(2 * fontMetrics().lineSpacing()); // so that nothing moves under the hand
    m_sentence->setAlignment(Qt::AlignTop | Qt::AlignLeft);

    auto *buttons = new QDialogButtonBox(this);
    m_confirm = buttons->addButton(tr("&Schedule"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("&Cancel"), QDialogButtonBox::RejectRole);
    makePrimary(m_confirm);
    m_confirm->setDefault(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->addStrut(questionWidth);
    layout->setSpacing(10);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{heading, name, makeFields(), makeChoices(), m_sentence, buttons})
        layout->addWidget(widget);

    const QDateTime opened = here();
    put(chosen ? QDateTime::fromMSecsSinceEpoch(toMilliseconds(*chosen), zone)
               : QDateTime(opened.date(), QTime(opened.time().hour(), 0), zone).addSecs(3600));
    for (QLineEdit *field : {m_hour, m_day}) {
        connect(field, &QLineEdit::textChanged, this, &ScheduleDialog::check);
        connect(field, &QLineEdit::editingFinished, this, &ScheduleDialog::tidy);
    }
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &ScheduleDialog::confirm);
    m_hour->setFocus();
    m_hour->selectAll();
    check();
    auto *tick = new QTimer(this);
    connect(tick, &QTimer::timeout, this, &ScheduleDialog::check);
    tick->start(std::chrono::seconds(1));
}

ScheduleDialog::~ScheduleDialog()
{
    for (QLineEdit *field : {m_hour, m_day})
        field->disconnect(this); // a field that loses the focus with the dialog has nothing to tell
}

QDateTime ScheduleDialog::here() const
{
    return QDateTime::fromMSecsSinceEpoch(toMilliseconds(m_now()), m_zone);
}

bool ScheduleDialog::focusNextPrevChild(bool next)
{
    return moveFocus(*this, next ? TabWay::Forward : TabWay::Back);
}

QWidget *ScheduleDialog::makeFields()
{
    auto *fields = new QWidget(this);
    auto *grid = new QGridLayout(fields);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(4);
    auto *hourLabel = new QLabel(tr("&Hour"), fields);
    auto *dayLabel = new QLabel(tr("&Day"), fields);
    hourLabel->setBuddy(m_hour);
    dayLabel->setBuddy(m_day);
    m_hour->setObjectName(u"hour"_s);
    m_day->setObjectName(u"day"_s);
    m_hour->setAccessibleName(tr("Hour"));
    m_day->setAccessibleName(tr("Day"));
    m_hour->setFixedWidth(110);
    m_day->setFixedWidth(150);

    auto *choose = new QPushButton(icon(u"calendar-clock"_s), tr("Ca&lendar"), fields);
    choose->setAutoDefault(false);
    auto *menu = new QMenu(choose);
    auto *calendar = new QCalendarWidget(menu);
    dressCalendar(*calendar);
    calendar->setMinimumDate(here().date());
    auto *within = new QWidgetAction(menu);
    within->setDefaultWidget(calendar);
    menu->addAction(within);
    choose->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, calendar, [this, calendar] {
        calendar->setMinimumDate(here().date());
        calendar->setSelectedDate(
            dateFromText(m_day->text(), calendar->minimumDate()).value_or(calendar->minimumDate()));
        calendar->setFocus();
    });
    for (const auto chosen : {&QCalendarWidget::clicked, &QCalendarWidget::activated}) {
        connect(calendar, chosen, this, [this, menu](const QDate &date) {
            m_day->setText(date.toString(dayForm));
            menu->close();
            m_day->setFocus();
        });
    }

    grid->addWidget(hourLabel, 0, 0);
    grid->addWidget(dayLabel, 0, 1);
    grid->addWidget(m_hour, 1, 0);
    grid->addWidget(m_day, 1, 1);
    grid->addWidget(choose, 1, 2);
    if (isThisPcElsewhere(m_now(), m_zone)) {
        auto *whose = new QLabel(tr("Hours are the portal's (%1); this PC's clock shows others.")
                                     .arg(m_zone.displayName(here(), QTimeZone::OffsetName)),
                                 fields);
        whose->setWordWrap(true);
        setRole(whose, TextRole::Muted);
        grid->addWidget(whose, 2, 0, 1, 4);
    }
    grid->setColumnStretch(3, 1);
    return fields;
}

QWidget *ScheduleDialog::makeChoices()
{
    auto *choices = new QWidget(this);
    auto *row = new QHBoxLayout(choices);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    // What a button means is found when it is pressed: meanwhile it may have become another day, or the clock was put
    // right. Offered is what lies ahead now.
    using Meant = QDateTime (*)(const QDateTime &here);
    std::vector<QDateTime> offered;
    const auto addChoice = [&](const QString &text, Meant meant) {
        const QDateTime at = meant(here());
        if (at <= here() || std::ranges::find(offered, at) != offered.end()) // on a Sunday tomorrow is Monday
            return;
        offered.push_back(at);
        auto *button = new QPushButton(text, choices);
        button->setAutoDefault(false);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, meant] { put(meant(here())); });
    };
    const auto monday = [](const QDateTime &here) { // on a Monday the next one: its date is said
        return QDateTime(here.date().addDays(8 - here.date().dayOfWeek()), QTime(7, 0), here.timeZone());
    };
    addChoice(tr("In &one hour"), [](const QDateTime &here) { return here.addSecs(3600); });
    addChoice(tr("Today 17:00"),
              [](const QDateTime &here) { return QDateTime(here.date(), QTime(17, 0), here.timeZone()); });
    addChoice(tr("Tomorrow 07:00"),
              [](const QDateTime &here) { return QDateTime(here.date().addDays(1), QTime(7, 0), here.timeZone()); });
    addChoice(tr("Monday %1, 07:00").arg(monday(here()).date().toString(u"d-M"_s)), monday);
    row->addStretch(1);
    return choices;
}

void ScheduleDialog::put(const QDateTime &wall)
{
    m_hour->setText(wall.toString(hourForm));
    m_day->setText(wall.toString(dayForm));
}

// What was meant is shown once the field is left, never while somebody is still typing in it.
void ScheduleDialog::tidy()
{
    if (const auto hour = hourFromText(m_hour->text()))
        m_hour->setText(hour->toString(hourForm));
    const QDate today = here().date();
    if (const auto day = dateFromText(m_day->text(), today); day && *day >= today) // a passed one is asked about
        m_day->setText(day->toString(dayForm));
}

ScheduleDialog::Reading ScheduleDialog::read() const
{
    const Instant now = m_now();
    const QDateTime here = QDateTime::fromMSecsSinceEpoch(toMilliseconds(now), m_zone);
    const QString hourText = m_hour->text().trimmed();
    const QString dayText = m_day->text().trimmed();
    if (hourText.isEmpty())
        return {{}, tr("Enter an hour, for example 7:00 or 19h30.")};
    const auto hour = hourFromText(hourText);
    if (!hour)
        return {{}, tr("“%1” cannot be read as an hour. Write it like 7:00 or 19h30.").arg(hourText)};
    if (dayText.isEmpty())
        return {{}, tr("Enter a day, for example %1.").arg(here.date().addDays(1).toString(dayForm))};
    const auto day = dateFromText(dayText, here.date());
    if (const auto missing = missingDayIn(dayText)) {
        const QString month =
            missing->year ? u"%1-%2"_s.arg(missing->month).arg(*missing->year) : QString::number(missing->month);
        return {{}, tr("There is no such day: month %1 has no day %2.").arg(month).arg(missing->day)};
    }
    if (!day)
        return {{},
                tr("“%1” cannot be read as a day. Write it like %2.")
                    .arg(dayText, here.date().addDays(1).toString(dayForm))};
    // Without a year it is the nearest such day: one that has passed is not silently that of another year.
    if (*day < here.date() && !saysItsYear(dayText))
        return {{}, tr("The day %1 has passed. For another year, type the year too.").arg(day->toString(dayForm))};
    const auto at = instantAt(*day, *hour, m_zone);
    if (!at)
        return {{}, tr("Clocks are put forward that day, and this hour does not exist.")};
    if (*at <= now)
        return {{}, tr("This hour has passed: it is now %1.").arg(dateWords(now, m_zone, languageInUse()))};
    return {at, {}};
}

void ScheduleDialog::check()
{
    const Reading reading = read();
    const QString sentence = reading.at
        ? tr("It will be published at %1.").arg(dateWords(*reading.at, m_zone, languageInUse()))
        : reading.fault;
    if (sentence == m_sentence->text())
        return; // asked each second
    m_sentence->setText(sentence);
    const QColor ink = reading.at ? mutedColour(palette()) : toneColour(Tone::Bad, palette());
    m_sentence->setStyleSheet(u"color: %1;"_s.arg(ink.name()));
    m_confirm->setEnabled(reading.at.has_value());
    m_confirm->setToolTip(reading.fault);
    m_confirm->setAccessibleDescription(reading.fault);
}

void ScheduleDialog::confirm()
{
    const Reading reading = read(); // it may have passed while the dialog stood open
    if (!reading.at) {
        check();
        return;
    }
    emit hourChosen(*reading.at);
    accept();
}

} // namespace toasoan
