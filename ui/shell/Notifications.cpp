#include "ui/shell/Notifications.h"

#include "ui/widgets/Icon.h"
#include "ui/widgets/SecondClick.h"

#include <QAccessible>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostShown = 3; // beside what is trouble
constexpr int leavesAfter = 7000; // ms: long enough to read two lines

class Toast final : public QFrame
{
public:
    Toast(const Notification &notification, QWidget *parent)
        : QFrame(parent)
        , about(notification.about)
        , isTrouble(notification.tone == Tone::Bad || notification.tone == Tone::Warning)
    {
        makeCard(this);
        m_layout = new QGridLayout(this);
        m_layout->setHorizontalSpacing(8);
        m_layout->setVerticalSpacing(4);
        m_layout->setColumnStretch(1, 1);
        auto *sign = new QLabel(this);
        setSign(sign, isTrouble ? u"triangle-alert"_s : u"circle-check"_s, notification.tone, 20);
        m_label = new QLabel(this);
        m_label->setWordWrap(true);
        m_label->setTextFormat(Qt::PlainText);
        setText(notification.text);
        auto *close = new QPushButton(this);
        makeQuiet(close);
        close->setIcon(icon(u"x"_s));
        close->setAccessibleName(Notifications::tr("Close this notice"));
        close->setToolTip(Notifications::tr("Close this notice"));
        // By a click the caret stays where somebody writes; Tab leads here all the same.
        close->setFocusPolicy(Qt::TabFocus);
        QObject::connect(close, &QPushButton::clicked, this, [this] {
            swallowSecondClick(*window());
            deleteLater();
        });
        m_layout->addWidget(sign, 0, 0);
        m_layout->addWidget(close, 0, 3);
        if (!notification.action.isEmpty()) {
            m_button = new QPushButton(notification.action, this);
            m_button->setFocusPolicy(Qt::TabFocus);
            QObject::connect(m_button, &QPushButton::clicked, this, [this, act = notification.act] {
                swallowSecondClick(*window());
                act();
                deleteLater();
            });
        }
        arrange(false);
    }

    void setText(const QString &text)
    {
        m_label->setText(text);
        setAccessibleName(text);
    }
    [[nodiscard]] QString text() const { return m_label->text(); }

    const QString about;
    const bool isTrouble;

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QFrame::resizeEvent(event);
        constexpr int wide = 420;
        if (const bool isWide = width() >= wide; isWide != m_isWide)
            arrange(isWide);
    }

private:
    // One below another in the sidebar; in a row below a page.
    void arrange(bool isWide)
    {
        m_isWide = isWide;
        m_layout->setContentsMargins(12, 8, 6, isWide ? 8 : 12);
        m_layout->removeWidget(m_label);
        if (isWide)
            m_layout->addWidget(m_label, 0, 1);
        else
            m_layout->addWidget(m_label, 1, 0, 1, 4);
        if (!m_button)
            return;
        m_layout->removeWidget(m_button);
        if (isWide)
            m_layout->addWidget(m_button, 0, 2);
        else
            m_layout->addWidget(m_button, 2, 0, 1, 4, Qt::AlignLeft);
    }

    QGridLayout *m_layout;
    QLabel *m_label;
    QPushButton *m_button = nullptr;
    bool m_isWide = false;
};

} // namespace

Notifications::Notifications(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 8);
    m_layout->setSpacing(8);
    hide();
}

void Notifications::notify(const Notification &notification)
{
    for (int i = 0; i < m_layout->count(); ++i) {
        const auto *shown = static_cast<const Toast *>(m_layout->itemAt(i)->widget());
        if (shown->text() == notification.text && shown->about == notification.about)
            return;
    }
    if (m_layout->count() >= mostShown)
        dropOldest();
    auto *toast = new Toast(notification, this);
    m_layout->addWidget(toast);
    connect(toast, &QObject::destroyed, this,
            [this] { QTimer::singleShot(0, this, [this] { setVisible(m_layout->count() > 0); }); });
    if (!toast->isTrouble && notification.action.isEmpty())
        QTimer::singleShot(leavesAfter, toast, &QObject::deleteLater);
    show();
    QAccessibleEvent event(toast, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

// Trouble stays until somebody closes it or it is over: good news never pushes it away.
void Notifications::dropOldest()
{
    for (int i = 0; i < m_layout->count(); ++i) {
        QWidget *toast = m_layout->itemAt(i)->widget();
        if (!static_cast<const Toast *>(toast)->isTrouble) {
            delete toast;
            return;
        }
    }
}

void Notifications::takeBack(const QString &text)
{
    for (int i = m_layout->count() - 1; i >= 0; --i) {
        QWidget *toast = m_layout->itemAt(i)->widget();
        if (static_cast<const Toast *>(toast)->text() == text)
            delete toast;
    }
}

void Notifications::reword(const QString &before, const QString &now)
{
    for (int i = m_layout->count() - 1; i >= 0; --i) {
        auto *toast = static_cast<Toast *>(m_layout->itemAt(i)->widget());
        if (toast->text() == before)
            toast->setText(now);
    }
}

void Notifications::clear()
{
    while (m_layout->count() > 0)
        delete m_layout->itemAt(0)->widget();
}

QStringList Notifications::texts() const
{
    QStringList texts;
    for (int i = 0; i < m_layout->count(); ++i)
        texts.append(m_layout->itemAt(i)->widget()->accessibleName());
    return texts;
}

} // namespace toasoan
