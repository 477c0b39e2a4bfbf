#include "ui/widgets/PressedButton.h"

namespace toasoan {

void retire(QWidget *widget)
{
    widget->hide();
    QList<QAbstractButton *> buttons = widget->findChildren<QAbstractButton *>();
    if (auto *itself = qobject_cast<QAbstractButton *>(widget))
        buttons.append(itself);
    // Their own signals only: by destroyed() the style forgets them.
    for (const QAbstractButton *button : buttons) {
        QObject::disconnect(button, &QAbstractButton::clicked, nullptr, nullptr);
        QObject::disconnect(button, &QAbstractButton::toggled, nullptr, nullptr);
    }
    widget->setEnabled(false);
    widget->setObjectName({}); // who looks for a button by its name means the one that stands there
    widget->deleteLater();
}

} // namespace toasoan
