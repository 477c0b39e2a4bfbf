#include "ui/shell/Notifications.h"

#include "ui/widgets/Icon.h"

#include <QAccessible>
#include <QFrame>
#include <QGraphicsDropShadowEffect>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostShown = 4;
constexpr int leavesAfter = 7000; // ms: long enough to read two lines

class Toast final : public QFrame
{
public:
    Toast(const Notification &notification, QWidget *parent) : QFrame(parent), text(notification.text)
    {
        makeCard(this);
        auto *shadow = new QGraphicsDropShadowEffect(this);
        shadow->setBlurRadius(24);
        shadow->setOffset(0, 4);
        shadow->setColor(QColor(0, 0, 0, 60));
        setGraphicsEffect(shadow);
        setAccessibleName(text);
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(14, 10, 8, 10);
        layout->setSpacing(10);
        auto *sign = new QLabel(this);
        const bool isTrouble = notification.tone == Tone::Bad || notification.tone == Tone::Warning;
        sign->setPixmap(iconPixmap(isTrouble ? u"triangle-alert"_s : u"circle-check"_s,
                                   toneColour(notification.tone, palette()), 20, devicePixelRatioF()));
        auto *label = new QLabel(text, this);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        layout->addWidget(sign, 0, Qt::AlignTop);
        layout->addWidget(label, 1);
        if (!notification.action.isEmpty()) {
            auto *button = new QPushButton(notification.action, this);
            QObject::connect(button, &QPushButton::clicked, this, [this, act = notification.act] {
                act();
                deleteLater();
            });
            layout->addWidget(button);
        }
        auto *close = new QPushButton(this);
        makeQuiet(close);
        close->setIcon(icon(u"x"_s));
        close->setAccessibleName(Notifications::tr("Close this notice"));
        QObject::connect(close, &QPushButton::clicked, this, &QObject::deleteLater);
        layout->addWidget(close, 0, Qt::AlignTop);
    }

    QString text;
};

} // namespace

Notifications::Notifications(QWidget *window) : QWidget(window), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(20, 20, 20, 44);
    m_layout->setSpacing(10);
    hide();
}

void Notifications::notify(const Notification &notification)
{
    if (texts().contains(notification.text))
        return;
    if (m_layout->count() >= mostShown)
        delete m_layout->itemAt(0)->widget();
    auto *toast = new Toast(notification, this);
    m_layout->addWidget(toast);
    connect(toast, &QObject::destroyed, this, [this] { QTimer::singleShot(0, this, &Notifications::settle); });
    const bool isTrouble = notification.tone == Tone::Bad || notification.tone == Tone::Warning;
    if (!isTrouble && notification.action.isEmpty())
        QTimer::singleShot(leavesAfter, toast, &QObject::deleteLater);
    settle();
    QAccessibleEvent event(toast, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QStringList Notifications::texts() const
{
    QStringList texts;
    for (int i = 0; i < m_layout->count(); ++i)
        texts.append(m_layout->itemAt(i)->widget()->accessibleName());
    return texts;
}

void Notifications::settle()
{
    setVisible(m_layout->count() > 0);
    const QSize room = parentWidget()->size();
    const int width = qMin(440, room.width());
    m_layout->activate();
    const int height = m_layout->hasHeightForWidth() ? m_layout->totalHeightForWidth(width) : sizeHint().height();
    setGeometry(room.width() - width, qMax(0, room.height() - height), width, height);
    raise();
}

} // namespace toasoan
