#include "ui/widgets/LineLimit.h"

#include <QLineEdit>

namespace toasoan {

QString fitted(const QString &text, qsizetype maximum)
{
    if (text.size() <= maximum)
        return text;
    return text.left(maximum > 0 && text[maximum - 1].isHighSurrogate() ? maximum - 1 : maximum);
}

LineLimit::LineLimit(QLineEdit *field, qsizetype maximum) : QObject(field), m_size(field->text().size())
{
    connect(field, &QLineEdit::textEdited, this, [this, field, maximum](const QString &text) {
        const QString kept = fitted(text, qMax(maximum, m_size));
        if (kept == text)
            return;
        const int cursor = field->cursorPosition();
        field->setText(kept);
        field->setCursorPosition(qMin(cursor, int(kept.size())));
        emit reached();
    });
    // Behind textEdited() of the same text; the field may have been shortened since.
    connect(field, &QLineEdit::textChanged, this, [this, field] { m_size = field->text().size(); });
}

} // namespace toasoan
