#include "ui/shell/NavigationButton.h"

#include "ui/widgets/Icon.h"
#include "ui/widgets/Mnemonic.h"

#include <QPainter>
#include <QStyleOptionButton>

namespace toasoan {

using namespace Qt::StringLiterals;

NavigationButton::NavigationButton(const QString &iconName, const QString &text, Leads leads, QWidget *parent)
    : QPushButton(text, parent)
    , m_iconName(iconName)
{
    setCheckable(leads == Leads::ToPage);
    setFlat(true);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    if (leads == Leads::ToPage)
        setBadge(0, {});
}

void NavigationButton::setBadge(int count, const QString &meaning)
{
    m_badge = count;
    m_meaning = count > 0 ? meaning : QString();
    const QString name = withoutMnemonic(text());
    setAccessibleName(count > 0 ? QStringLiteral("%1, %2").arg(name, meaning) : name);
    showToolTip();
    update();
}

void NavigationButton::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    showToolTip();
    updateGeometry();
    update();
}

void NavigationButton::setHint(const QString &hint)
{
    m_hint = hint;
    showToolTip();
}

void NavigationButton::showToolTip()
{
    if (menu()) // a person's, which says more than its label
        return;
    QStringList lines;
    if (m_isCompact)
        lines.append(m_hint.isEmpty() ? withoutMnemonic(text()) : u"%1 (%2)"_s.arg(withoutMnemonic(text()), m_hint));
    if (!m_meaning.isEmpty())
        lines.append(m_meaning);
    setToolTip(lines.join(u'\n'));
}

QSize NavigationButton::sizeHint() const
{
    return {m_isCompact ? 44 : 200, 40};
}

void NavigationButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF body = QRectF(rect()).adjusted(1, 1, -1, -1);
    const QColor accent = toneColour(Tone::Accent, palette());
    if (isChecked()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(toneGround(Tone::Accent, palette()));
        painter.drawRoundedRect(body, 8, 8);
    } else if (underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(toneGround(Tone::Neutral, palette()));
        painter.drawRoundedRect(body, 8, 8);
    }
    if (hasFocus()) {
        painter.setPen(QPen(accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(body, 8, 8);
    }
    const QColor ink = isChecked() ? accent : palette().color(QPalette::ButtonText);
    const qreal iconLeft = m_isCompact ? (width() - 20) / 2.0 : 13;
    painter.drawPixmap(QPointF(iconLeft, (height() - 20) / 2.0), iconPixmap(m_iconName, ink, 20, devicePixelRatioF()));
    if (m_isCompact) {
        if (m_badge > 0)
            paintBadge(painter, width() - 1, 11);
        return;
    }

    QFont labelFont = font();
    labelFont.setWeight(isChecked() ? QFont::DemiBold : menu() ? QFont::Normal : QFont::Medium);
    painter.setFont(labelFont);
    painter.setPen(ink);
    int right = width() - 12;
    if (m_badge > 0)
        right = paintBadge(painter, right, height() / 2.0) - 6;
    if (menu()) {
        painter.drawPixmap(QPointF(right - 12, (height() - 14) / 2.0),
                           iconPixmap(QStringLiteral("chevron-down"), mutedColour(palette()), 14, devicePixelRatioF()));
        right -= 16;
    }
    const QRect place(45, 0, right - 45, height());
    const QString label =
        QFontMetrics(labelFont).elidedText(text(), Qt::ElideRight, place.width(), int(Qt::TextShowMnemonic));
    painter.drawText(place, int(Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic | Qt::TextSingleLine), label);
}

int NavigationButton::paintBadge(QPainter &painter, int right, qreal middle) const
{
    const QString number = m_badge > 99 ? QStringLiteral("99+") : QString::number(m_badge);
    QFont badgeFont = font();
    badgeFont.setPointSizeF(font().pointSizeF() - (m_isCompact ? 2 : 1));
    badgeFont.setWeight(QFont::DemiBold);
    const qreal badgeHeight = m_isCompact ? 17 : 20;
    const int badgeWidth =
        qMax(int(badgeHeight) + 2, QFontMetrics(badgeFont).horizontalAdvance(number) + (m_isCompact ? 8 : 12));
    const QRectF badge(right - badgeWidth, middle - badgeHeight / 2, badgeWidth, badgeHeight);
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Highlight));
    painter.drawRoundedRect(badge, badgeHeight / 2, badgeHeight / 2);
    painter.setFont(badgeFont);
    painter.setPen(Qt::white);
    painter.drawText(badge, Qt::AlignCenter, number);
    painter.restore();
    return right - badgeWidth;
}

} // namespace toasoan
