#include "ui/widgets/Question.h"

#include <QDialog>
#include <QLayout>
#include <QMessageBox>
#include <QResizeEvent>
#include <QScopedValueRollback>
#include <QScreen>

#include <optional>

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

class WholeTexts final : public QObject
{
public:
    explicit WholeTexts(QDialog *dialog) : QObject(dialog), m_dialog(dialog) { dialog->installEventFilter(this); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool isOtherWidth = event->type() == QEvent::Resize
            && static_cast<QResizeEvent *>(event)->oldSize().width()
                != static_cast<QResizeEvent *>(event)->size().width();
        if (event->type() == QEvent::Show && !event->spontaneous())
            fit(m_dialog->width());
        else if (m_dialog->isVisible() && (isOtherWidth || event->type() == QEvent::LayoutRequest))
            fit(m_dialog->width());
        return QObject::eventFilter(watched, event);
    }

private:
    void fit(int width)
    {
        QLayout *layout = m_dialog->layout();
        if (!layout || !layout->hasHeightForWidth() || m_isFitting)
            return;
        const QScopedValueRollback fitting(m_isFitting, true);
        constexpr int frame = 48; // of the window
        constexpr int wider = 40;
        const QSize most = m_dialog->screen()->availableSize() - QSize(0, frame);
        int needed = layout->totalHeightForWidth(width);
        while (needed > most.height() && width + wider <= most.width()) {
            width += wider;
            needed = layout->totalHeightForWidth(width);
        }
        const bool isAsNeeded = !m_fitted || m_dialog->height() == *m_fitted;
        const bool mayBeHigher = layout->expandingDirections() & Qt::Vertical;
        m_dialog->setMinimumHeight(needed);
        m_dialog->resize(width, isAsNeeded && !mayBeHigher ? needed : qMax(needed, m_dialog->height()));
        m_fitted = needed;
    }

    QDialog *m_dialog;
    std::optional<int> m_fitted; ///< the height that it was given
    bool m_isFitting = false;
};

} // namespace

void keepWhole(QDialog *dialog)
{
    if (!qobject_cast<QMessageBox *>(dialog)) // which measures itself
        new WholeTexts(dialog);
}

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
    keepWhole(dialog);
    dialog->open();
}

} // namespace toasoan
