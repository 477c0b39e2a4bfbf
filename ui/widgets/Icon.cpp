#include "ui/widgets/Icon.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <optional>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

void draw(QPainter &painter, const QRectF &rect, const QString &name, const QColor &colour)
{
    QFile file(u":/desk/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return;
    QByteArray svg = file.readAll();
    svg.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(svg);
    painter.setOpacity(colour.alphaF());
    renderer.render(&painter, rect);
    painter.setOpacity(1);
}

class LineIconEngine final : public QIconEngine
{
public:
    LineIconEngine(QString name, Tone tone, std::optional<QColor> colour)
        : m_name(std::move(name))
        , m_tone(tone)
        , m_colour(std::move(colour))
    { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1;
        const int size = qMin(rect.width(), rect.height());
        QRect square(0, 0, size, size);
        square.moveCenter(rect.center());
        if (rect.width() > rect.height()) // what is left over keeps the label off
            square.moveLeft(rect.left());
        painter->drawPixmap(square, iconPixmap(m_name, colourIn(mode), size, ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        const int edge = qMin(size.width(), size.height());
        const QPixmap glyph = iconPixmap(m_name, colourIn(mode), edge, 1); // asked in device pixels
        if (size.width() <= size.height())
            return glyph;
        QPixmap wide(size.width(), edge);
        wide.fill(Qt::transparent);
        QPainter(&wide).drawPixmap(0, 0, glyph);
        return wide;
    }

    QIconEngine *clone() const override { return new LineIconEngine(m_name, m_tone, m_colour); }

private:
    [[nodiscard]] QColor colourIn(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        if (m_colour)
            return *m_colour;
        return m_tone == Tone::Neutral ? palette.color(QPalette::ButtonText) : toneColour(m_tone, palette);
    }

    QString m_name;
    Tone m_tone;
    std::optional<QColor> m_colour;
};

} // namespace

QIcon icon(const QString &name, Tone tone)
{
    return QIcon(new LineIconEngine(name, tone, std::nullopt));
}

QIcon whiteIcon(const QString &name)
{
    return QIcon(new LineIconEngine(name, Tone::Neutral, QColor(Qt::white)));
}

QPixmap iconPixmap(const QString &name, const QColor &colour, int size, qreal devicePixelRatio)
{
    const int pixels = qMax(1, qRound(size * devicePixelRatio));
    const QString key = u"toasoan-icon/%1/%2/%3"_s.arg(name, colour.name(QColor::HexArgb)).arg(pixels);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = QPixmap(pixels, pixels);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        draw(painter, QRectF(0, 0, pixels, pixels), name, colour);
        painter.end();
        QPixmapCache::insert(key, pixmap);
    }
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

} // namespace toasoan
