#include "ui/widgets/CloseRow.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QVBoxLayout>

namespace toasoan {

namespace {

struct CloseRow
{
    Q_DECLARE_TR_FUNCTIONS(CloseRow)
};

} // namespace

void layOutAboveClose(QDialog *dialog, QWidget *content, QSize most)
{
    constexpr int around = 60; // pixels of the window that stay in sight
    auto *buttons = new QDialogButtonBox(dialog);
    buttons->addButton(CloseRow::tr("&Close"), QDialogButtonBox::RejectRole);
    buttons->setContentsMargins(24, 8, 24, 16);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(content, 1);
    layout->addWidget(buttons);
    const QWidget *parent = dialog->parentWidget();
    dialog->resize(parent ? most.boundedTo(parent->size() - QSize(around, around)) : most);
}

} // namespace toasoan
