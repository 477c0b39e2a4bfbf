#include "ui/widgets/Question.h"

#include <QDialog>

namespace toasoan {

namespace {

// Of the dialogs below `window`, wherever in it their parents stand.
QDialog *standingQuestion(const QWidget *window, const QDialog *but)
{
    const auto dialogs = window->findChildren<QDialog *>();
    for (QDialog *each : dialogs) {
        if (each != but && each->isVisible() && each->isModal() && each->parentWidget()->window() == window)
            return each;
    }
    return nullptr;
}

} // namespace

void askQuestion(QDialog *dialog)
{
    Q_ASSERT(dialog->parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (QDialog *standing = standingQuestion(dialog->parentWidget()->window(), dialog)) {
        standing->raise();
        standing->activateWindow();
        dialog->reject();
        dialog->deleteLater(); // one that was never shown is not closed, so it would stay
        return;
    }
    dialog->open();
}

} // namespace toasoan
