// Asks for the hour at which an item is published, in the time zone of the site. Never blocks: open() it and hear
// hourChosen().
#pragma once

#include "base/Clock.h"

#include <QDialog>
#include <QTimeZone>

class QDateTimeEdit;
class QLabel;
class QPushButton;

namespace toasoan {

class ScheduleDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Deletes itself when it is closed. `chosen`: the hour that was set before.
    ScheduleDialog(const QString &title, Instant now, std::optional<Instant> chosen, const QTimeZone &zone,
                   QWidget *parent);

signals:
    void hourChosen(toasoan::Instant at);

private:
    [[nodiscard]] QDateTime chosenHour() const;
    void check();

    QTimeZone m_zone;
    QDateTimeEdit *m_edit;
    QLabel *m_sentence;
    QPushButton *m_confirm;
};

} // namespace toasoan
