// Days, moments and periods. Each may be empty; what is typed in any usual way is read, and shown in the house's when
// the field is left.
#include "text/DateReading.h"
#include "text/NewsroomZone.h"
#include "ui/registers/FieldEditor.h"
#include "ui/registers/RegisterText.h"
#include "ui/widgets/DayField.h"

#include <QHBoxLayout>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

QDate today()
{
    return newsroomTime(SystemClock().now()).date();
}

QString isoOf(const QString &text)
{
    const auto day = dateFromText(text, today());
    return day ? day->toString(Qt::ISODate) : text.trimmed();
}

QString shownDay(const QString &iso)
{
    const QDate day = QDate::fromString(iso, Qt::ISODate);
    return day.isValid() ? day.toString(DayField::form) : iso;
}

class DayEditor final : public FieldEditor
{
public:
    DayEditor(const Field &field, QWidget *parent)
        : FieldEditor(field, parent)
        , m_day(new DayField(this))
        , m_hour(field.kind == FieldKind::Moment ? new QLineEdit(this) : nullptr)
    {
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(8);
        if (m_hour) {
            m_hour->setFixedWidth(80);
            m_hour->setPlaceholderText(u"07:00"_s);
            m_hour->setAccessibleName(RegisterTexts::tr("%1: hour").arg(said(field.label)));
            layout->addWidget(m_hour);
            connect(m_hour, &QLineEdit::textEdited, this, &FieldEditor::edited);
            connect(m_hour, &QLineEdit::editingFinished, this, [this] {
                if (const auto hour = hourFromText(m_hour->text()))
                    m_hour->setText(hour->toString(u"HH:mm"_s));
            });
        }
        m_day->setName(said(field.label));
        layout->addWidget(m_day);
        layout->addStretch(1);
        setFocusProxy(m_hour ? static_cast<QWidget *>(m_hour) : m_day);
        connect(m_day, &DayField::edited, this, &FieldEditor::edited);
    }

    [[nodiscard]] QJsonValue value() const override
    {
        const QString text =
            m_hour ? (m_hour->text().trimmed() + u' ' + m_day->text().trimmed()).trimmed() : m_day->text();
        return typedValue(field(), text);
    }
    void setValue(const QJsonValue &value) override
    {
        if (value == this->value())
            return;
        const QString text = typedText(field(), value);
        if (m_hour) {
            const bool hasHour = hourFromText(text.section(u' ', 0, 0)).has_value() && text.contains(u' ');
            m_hour->setText(hasHour ? text.section(u' ', 0, 0) : QString());
            m_day->setText(hasHour ? text.section(u' ', 1) : text);
        } else {
            m_day->setText(text);
        }
    }
    void setReadOnly(bool isReadOnly) override
    {
        m_day->setReadOnly(isReadOnly);
        if (m_hour)
            m_hour->setReadOnly(isReadOnly);
    }

private:
    DayField *m_day;
    QLineEdit *m_hour; ///< of a moment
};

class PeriodEditor final : public FieldEditor
{
public:
    PeriodEditor(const Field &field, QWidget *parent)
        : FieldEditor(field, parent)
        , m_from(new DayField(this))
        , m_to(new DayField(this))
    {
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(8);
        layout->addWidget(new QLabel(RegisterTexts::tr("from"), this));
        layout->addWidget(m_from);
        layout->addSpacing(8);
        layout->addWidget(new QLabel(RegisterTexts::tr("to"), this));
        layout->addWidget(m_to);
        layout->addStretch(1);
        m_from->setName(RegisterTexts::tr("%1: from").arg(said(field.label)));
        m_to->setName(RegisterTexts::tr("%1: to").arg(said(field.label)));
        setFocusProxy(m_from);
        for (DayField *day : {m_from, m_to})
            connect(day, &DayField::edited, this, &FieldEditor::edited);
    }

    [[nodiscard]] QJsonValue value() const override
    {
        QJsonObject period;
        if (const QString from = isoOf(m_from->text()); !from.isEmpty())
            period.insert(u"from"_s, from);
        if (const QString to = isoOf(m_to->text()); !to.isEmpty())
            period.insert(u"to"_s, to);
        return period.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(period);
    }
    void setValue(const QJsonValue &value) override
    {
        if (value == this->value())
            return;
        const QJsonObject period = value.toObject();
        const auto put = [&period](DayField &field, const QString &end) {
            if (isoOf(field.text()) != period[end].toString())
                field.setText(shownDay(period[end].toString()));
        };
        put(*m_from, u"from"_s);
        put(*m_to, u"to"_s);
    }
    void setReadOnly(bool isReadOnly) override
    {
        for (DayField *day : {m_from, m_to})
            day->setReadOnly(isReadOnly);
    }

private:
    DayField *m_from;
    DayField *m_to;
};

} // namespace

FieldEditor *makeDayEditor(const Field &field, QWidget *parent)
{
    if (field.kind == FieldKind::Period)
        return new PeriodEditor(field, parent);
    return new DayEditor(field, parent);
}

} // namespace toasoan
