#include "ui/registers/FieldEditor.h"

namespace toasoan {

FieldEditor *makeEditor(const Field &field, const FieldSources &sources, QWidget *parent)
{
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
    case FieldKind::Body:
        return makeBodyEditor(field, sources, parent);
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
    }
    Q_UNREACHABLE();
}

} // namespace toasoan
