// A day that is typed in any usual way, or chosen in a calendar; it may be empty. The look of its calendar is the
// house's.
#pragma once

#include <QString>
#include <QWidget>

class QCalendarWidget;
class QLineEdit;
class QToolButton;

namespace toasoan {

/// Gives Qt's calendar the house's arrows and colours.
void dressCalendar(QCalendarWidget &calendar);

class DayField final : public QWidget
{
    Q_OBJECT

public:
    /// How a day is shown once the field is left.
    static inline const QString form = QStringLiteral("dd-MM-yyyy");

    explicit DayField(QWidget *parent = nullptr);

    /// As typed: it need not be a day.
    [[nodiscard]] QString text() const;
    void setText(const QString &text);
    void setReadOnly(bool isReadOnly);
    /// For screen readers.
    void setName(const QString &name);

signals:
    /// By the person.
    void edited();

private:
    void tidy();
    void openCalendar();

    QLineEdit *m_line;
    QToolButton *m_choose;
};

} // namespace toasoan
