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

int labelWidth(const QPushButton &button, const QString &text)
{
    constexpr int iconGap = 4; // that the house's style adds to Qt's
    return button.fontMetrics().size(Qt::TextShowMnemonic, text).width() + iconGap;
}

} // namespace toasoan
