// What is chosen: one of a list, or yes.
#include "ui/registers/FieldEditor.h"
#include "ui/registers/RegisterText.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

class ChoiceEditor final : public FieldEditor
{
public:
    ChoiceEditor(const Field &field, QWidget *parent) : FieldEditor(field, parent), m_box(new QComboBox(this))
    {
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(m_box);
        layout->addStretch(1);
        m_box->addItem(field.need == Need::Required ? RegisterTexts::tr("Choose…") : RegisterTexts::tr("none"),
                       QString());
        for (const Choice &choice : field.limits.choices)
            m_box->addItem(said(choice.label), choice.code);
        m_box->setMinimumWidth(220);
        m_box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        m_box->setAccessibleName(said(field.label));
        setFocusProxy(m_box);
        connect(m_box, &QComboBox::activated, this, &FieldEditor::edited);
    }

    [[nodiscard]] QJsonValue value() const override
    {
        const QString code = m_box->currentData().toString();
        return code.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(code);
    }
    void setValue(const QJsonValue &value) override
    {
        const QString code = value.toString();
        if (m_box->findData(code) < 0) // one that is no longer offered stays what it is
            m_box->addItem(RegisterTexts::tr("%1 (no longer offered)").arg(code), code);
        m_box->setCurrentIndex(m_box->findData(code));
    }
    void setReadOnly(bool isReadOnly) override { m_box->setEnabled(!isReadOnly); }

private:
    QComboBox *m_box;
};

class FlagEditor final : public FieldEditor
{
public:
    FlagEditor(const Field &field, QWidget *parent)
        : FieldEditor(field, parent)
        , m_box(new QCheckBox(said(field.label).replace(u'&', u"&&"_s), this))
    {
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(m_box);
        layout->addStretch(1);
        setFocusProxy(m_box);
        connect(m_box, &QCheckBox::clicked, this, &FieldEditor::edited);
    }

    [[nodiscard]] QJsonValue value() const override
    {
        return m_box->isChecked() ? QJsonValue(true) : QJsonValue(QJsonValue::Undefined);
    }
    void setValue(const QJsonValue &value) override { m_box->setChecked(value.toBool()); }
    void setReadOnly(bool isReadOnly) override { m_box->setEnabled(!isReadOnly); }
    [[nodiscard]] bool saysLabel() const override { return true; }

private:
    QCheckBox *m_box;
};

} // namespace

FieldEditor *makeChoiceEditor(const Field &field, QWidget *parent)
{
    if (field.kind == FieldKind::Flag)
        return new FlagEditor(field, parent);
    return new ChoiceEditor(field, parent);
}

} // namespace toasoan
