#include "ui/shell/NoticesDialog.h"

#include "ui/shell/Notice.h"
#include "ui/widgets/CloseRow.h"
#include "ui/widgets/Look.h"
#include "ui/widgets/PressedButton.h"

#include <QEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace toasoan {

namespace {

constexpr int allLines = 40; // of a text

} // namespace

NoticesDialog::NoticesDialog(Notifications &notifications, QWidget *parent)
    : QDialog(parent)
    , m_notifications(notifications)
    , m_inside(new QWidget)
    , m_list(new QVBoxLayout(m_inside))
{
    setWindowTitle(tr("Notices"));
    m_list->setContentsMargins(24, 20, 24, 8);
    m_list->setSpacing(8);
    m_list->addStretch(1);
    auto *area = new QScrollArea(this);
    makePlain(area);
    area->setWidget(m_inside);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // it would come and go with their heights
    area->viewport()->installEventFilter(this);
    layOutAboveClose(this, area, {760, 480});
    connect(&m_notifications, &Notifications::changed, this, &NoticesDialog::refresh);
    connect(&m_notifications, &QObject::destroyed, this, &QDialog::reject);
    refresh();
}

void NoticesDialog::refresh()
{
    const std::vector<Notice *> &notices = m_notifications.notices();
    if (notices.empty()) {
        reject();
        return;
    }
    const auto before = m_shown.keys();
    for (Notice *notice : before) {
        if (std::ranges::find(notices, notice) != notices.end())
            continue;
        retire(m_shown.take(notice));
    }
    for (Notice *notice : notices) {
        if (Notice *shown = m_shown.value(notice))
            shown->setText(notice->notification().text);
        else
            add(notice);
    }
    fit();
}

// The latest stand on top.
void NoticesDialog::add(Notice *notice)
{
    auto *shown = new Notice(notice->notification(), m_inside);
    m_list->insertWidget(0, shown);
    m_shown.insert(notice, shown);
    connect(shown, &Notice::closed, this, [this, notice] { m_notifications.dismiss(notice); });
    connect(shown, &Notice::followed, this, [this, notice] {
        accept(); // it leads to a page behind
        m_notifications.follow(notice);
    });
}

bool NoticesDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fit();
    return QDialog::eventFilter(watched, event);
}

void NoticesDialog::fit()
{
    const QMargins margins = m_list->contentsMargins();
    const int width = m_inside->parentWidget()->width() - margins.left() - margins.right();
    for (Notice *shown : std::as_const(m_shown))
        shown->fit(width, allLines);
}

} // namespace toasoan
