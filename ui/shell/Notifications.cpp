#include "ui/shell/Notifications.h"

#include "ui/shell/Notice.h"
#include "ui/shell/NoticesDialog.h"
#include "ui/widgets/ButtonLabel.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/PressedButton.h"
#include "ui/widgets/Question.h"
#include "ui/widgets/SecondClick.h"

#include <QAccessible>
#include <QPushButton>
#include <QResizeEvent>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// With the line that counts the others. Below a page they take the room of what is read.
constexpr std::size_t mostInColumn = 3;
constexpr std::size_t mostBelowPage = 2;
constexpr int leavesAfter = 7000; // ms: long enough to read two lines
constexpr int gap = 8; // pixels
constexpr int widestColumn = 420; // pixels; wider they stand below a page
// More of a text would take the place of pages, or of other news.
constexpr int mostLinesInColumn = 5;
constexpr int mostLinesBelowPage = 2;

} // namespace

Notifications::Notifications(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_more(new QPushButton(this))
{
    m_layout->setContentsMargins(0, 0, 0, gap);
    m_layout->setSpacing(gap);
    m_layout->addStretch(1); // news stand at the bottom of their place
    m_more->setFocusPolicy(Qt::TabFocus);
    m_layout->addWidget(m_more);
    connect(m_more, &QPushButton::clicked, this, &Notifications::showAll);
    hide();
}

void Notifications::notify(const Notification &notification)
{
    const bool isTold = std::ranges::any_of(m_notices, [&](const Notice *notice) {
        return notice->notification().text == notification.text && notice->notification().about == notification.about;
    });
    if (isTold)
        return;
    takeBackSeries(notification.series);
    makeRoom();
    auto *notice = new Notice(notification, this);
    m_layout->addWidget(notice);
    m_notices.push_back(notice);
    connect(notice, &Notice::closed, this, [this, notice] { dismiss(notice); });
    connect(notice, &Notice::followed, this, [this, notice] { follow(notice); });
    if (!notice->isTrouble() && !notice->leadsOn())
        QTimer::singleShot(leavesAfter, notice, [this, notice] { dismiss(notice); });
    arrange();
    QAccessibleEvent event(notice, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    emit changed();
}

// Trouble stays until somebody closes it or it is over: good news never pushes it away.
void Notifications::makeRoom()
{
    const auto oldest = std::ranges::find_if(m_notices, [](const Notice *notice) { return !notice->isTrouble(); });
    if (m_notices.size() >= mostInColumn && oldest != m_notices.end())
        dismiss(*oldest);
}

void Notifications::dismiss(Notice *notice)
{
    std::erase(m_notices, notice);
    retire(notice);
    arrange();
    emit changed();
}

void Notifications::follow(Notice *notice)
{
    const auto act = notice->notification().act;
    dismiss(notice);
    act();
}

void Notifications::dismissIf(const std::function<bool(const Notice &)> &isOver)
{
    const std::vector<Notice *> before = m_notices;
    for (Notice *notice : before) {
        if (isOver(*notice))
            dismiss(notice);
    }
}

void Notifications::takeBack(const QString &text)
{
    dismissIf([&](const Notice &notice) { return notice.notification().text == text; });
}

void Notifications::takeBackSeries(const QString &series)
{
    if (!series.isEmpty())
        dismissIf([&](const Notice &notice) { return notice.notification().series == series; });
}

void Notifications::reword(const QString &before, const QString &now)
{
    for (Notice *notice : m_notices) {
        if (notice->notification().text == before)
            notice->setText(now);
    }
    arrange();
    emit changed();
}

void Notifications::lookAgain()
{
    for (Notice *notice : m_notices)
        notice->lookAgain();
    arrange();
}

void Notifications::clear()
{
    dismissIf([](const Notice &) { return true; });
}

QStringList Notifications::texts() const
{
    QStringList texts;
    for (const Notice *notice : m_notices)
        texts.append(notice->notification().text);
    return texts;
}

void Notifications::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (!m_notices.empty())
        arrange();
}

// The newest are seen, as many as there is room for; a line counts the others.
void Notifications::arrange()
{
    const bool isColumn = width() < widestColumn;
    for (Notice *notice : m_notices)
        notice->fit(width(), isColumn ? mostLinesInColumn : mostLinesBelowPage);
    const std::size_t all = m_notices.size();
    m_layout->setAlignment(m_more, isColumn ? Qt::Alignment() : Qt::AlignLeft);
    const std::size_t most = isColumn ? mostInColumn : mostBelowPage;
    std::size_t shown = all > most ? most - 1 : all;
    while (isColumn && shown > 1 && heightOf(shown) > height())
        --shown;
    const bool isTroubleLeft = std::any_of(m_notices.begin(), m_notices.end() - std::ptrdiff_t(shown),
                                           [](const Notice *notice) { return notice->isTrouble(); });
    m_more->setIcon(isTroubleLeft ? icon(u"triangle-alert"_s, Tone::Warning) : QIcon());
    setLabel(m_more, tr("Show %Ln more notice(s)", nullptr, int(all - shown)));
    m_more->setVisible(shown < all);
    for (std::size_t at = 0; at < all; ++at)
        m_notices.at(at)->setVisible(at + shown >= all);
    setVisible(all > 0);
}

int Notifications::heightOf(std::size_t shown) const
{
    int height = m_layout->contentsMargins().bottom();
    for (std::size_t at = m_notices.size() - shown; at < m_notices.size(); ++at)
        height += m_notices.at(at)->height() + gap;
    return shown < m_notices.size() ? height + m_more->sizeHint().height() : height - gap;
}

void Notifications::showAll()
{
    swallowSecondClick(*window());
    askQuestion(new NoticesDialog(*this, window()));
}

} // namespace toasoan
