#include "ui/widgets/ButtonLabel.h"

#include <QPushButton>
#include <QStyle>

namespace toasoan {

void setLabel(QPushButton *button, const QString &text)
{
    const bool isOther = button->text().isEmpty() != text.isEmpty();
    button->setText(text);
    if (!isOther)
        return;
    button->style()->unpolish(button);
    button->style()->polish(button); // where the place of the icon is given
}

} // namespace toasoan
