#include "ui/registers/FieldEditor.h"

#include "ui/registers/RegisterText.h"
#include "ui/widgets/Look.h"

#include <QLabel>
#include <QVBoxLayout>

namespace toasoan {

namespace {

// Of a kind that is written elsewhere: its value stays as it is.
class ClosedEditor final : public FieldEditor
{
public:
    ClosedEditor(const Field &field, QWidget *parent) : FieldEditor(field, parent)
    {
        auto *note = new QLabel(
            RegisterTexts::tr("This text is not written in this form yet. What it says stays as it is."), this);
        note->setWordWrap(true);
        setRole(note, TextRole::Muted);
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(note);
    }

    [[nodiscard]] QJsonValue value() const override { return m_value; }
    void setValue(const QJsonValue &value) override { m_value = value; }
    void setReadOnly(bool) override { }

private:
    QJsonValue m_value = QJsonValue::Undefined;
};

} // namespace

FieldEditor *makeEditor(const Field &field, const FieldSources &sources, QWidget *parent)
{
    if (field.kind == FieldKind::Body)
        return new ClosedEditor(field, parent);
    if (field.count == Count::Many && field.kind != FieldKind::Rows)
        return makeListEditor(field, sources, parent);
    switch (field.kind) {
    case FieldKind::Line:
    case FieldKind::Address:
    case FieldKind::Integer:
    case FieldKind::Decimal:
    case FieldKind::Money:
        return makeLineEditor(field, parent);
    case FieldKind::Text:
        return makeTextEditor(field, parent);
    case FieldKind::Date:
    case FieldKind::Moment:
    case FieldKind::Period:
        return makeDayEditor(field, parent);
    case FieldKind::Choice:
    case FieldKind::Flag:
        return makeChoiceEditor(field, parent);
    case FieldKind::Reference:
        return makeReferenceEditor(field, sources, parent);
    case FieldKind::File:
        return makePictureEditor(field, sources, parent);
    case FieldKind::Rows:
        return makeRowsEditor(field, sources, parent);
    case FieldKind::Body:
        break;
    }
    return new ClosedEditor(field, parent);
}

} // namespace toasoan
