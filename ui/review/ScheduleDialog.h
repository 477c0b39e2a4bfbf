// Asks for the hour at which an item is published, on the clock of the newsroom. Never blocks: open() it and hear
// hourChosen().
#pragma once

#include "base/Clock.h"

#include <QDialog>
#include <QTimeZone>

#include <functional>
#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace toasoan {

class ScheduleDialog final : public QDialog
{
    Q_OBJECT

public:
    /// By the newsroom's clock; it may turn out to be another while the dialog is open.
    using Now = std::function<Instant()>;

    /// Deletes itself when it is closed. `chosen`: the hour that was set before.
    ScheduleDialog(const QString &title, Now now, std::optional<Instant> chosen, const QTimeZone &zone,
                   QWidget *parent);
    ~ScheduleDialog() override;

signals:
    void hourChosen(toasoan::Instant at);

protected:
    bool focusNextPrevChild(bool next) override;

private:
    /// What the fields say, or why that cannot be the hour.
    struct Reading
    {
        std::optional<Instant> at;
        QString fault; ///< a sentence
    };
    QWidget *makeFields();
    QWidget *makeChoices();
    [[nodiscard]] QDateTime here() const;
    [[nodiscard]] Reading read() const;
    void put(const QDateTime &wall);
    void tidy();
    void check();
    void confirm();

    const Now m_now;
    const QTimeZone m_zone;
    QLineEdit *m_hour;
    QLineEdit *m_day;
    QLabel *m_sentence;
    QPushButton *m_confirm;
};

} // namespace toasoan
