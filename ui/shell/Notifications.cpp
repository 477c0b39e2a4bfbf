#include "ui/shell/Notifications.h"

#include "ui/widgets/Icon.h"

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

constexpr int mostShown = 3;
constexpr int leavesAfter = 7000; // ms: long enough to read two lines

class Toast final : public QFrame
{
public:
    Toast(const Notification &notification, QWidget *parent)
        : QFrame(parent)
        , text(notification.text)
        , about(notification.about)
    {
        makeCard(this);
        setAccessibleName(text);
        auto *layout = new QGridLayout(this);
        layout->setContentsMargins(12, 8, 6, 12);
        layout->setHorizontalSpacing(8);
        layout->setVerticalSpacing(4);
        layout->setColumnStretch(1, 1);
        auto *sign = new QLabel(this);
        const bool isTrouble = notification.tone == Tone::Bad || notification.tone == Tone::Warning;
        setSign(sign, isTrouble ? u"triangle-alert"_s : u"circle-check"_s, notification.tone, 20);
        auto *label = new QLabel(text, this);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        auto *close = new QPushButton(this);
        makeQuiet(close);
        close->setIcon(icon(u"x"_s));
        close->setAccessibleName(Notifications::tr("Close this notice"));
        close->setToolTip(Notifications::tr("Close this notice"));
        QObject::connect(close, &QPushButton::clicked, this, &QObject::deleteLater);
        layout->addWidget(sign, 0, 0);
        layout->addWidget(close, 0, 2);
        layout->addWidget(label, 1, 0, 1, 3);
        if (!notification.action.isEmpty()) {
            auto *button = new QPushButton(notification.action, this);
            QObject::connect(button, &QPushButton::clicked, this, [this, act = notification.act] {
                act();
                deleteLater();
            });
            layout->addWidget(button, 2, 0, 1, 3, Qt::AlignLeft);
        }
    }

    const QString text;
    const QString about;
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
        if (shown->text == notification.text && shown->about == notification.about)
            return;
    }
    if (m_layout->count() >= mostShown)
        delete m_layout->itemAt(0)->widget();
    auto *toast = new Toast(notification, this);
    m_layout->addWidget(toast);
    connect(toast, &QObject::destroyed, this,
            [this] { QTimer::singleShot(0, this, [this] { setVisible(m_layout->count() > 0); }); });
    const bool isTrouble = notification.tone == Tone::Bad || notification.tone == Tone::Warning;
    if (!isTrouble && notification.action.isEmpty())
        QTimer::singleShot(leavesAfter, toast, &QObject::deleteLater);
    show();
    QAccessibleEvent event(toast, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
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
