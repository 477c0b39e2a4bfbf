// Shows the seed article in an EditorView and writes a picture of the window: editor_shot OUTPUT.png [WIDTH HEIGHT]
// [SCROLL] [--dark]. For looking at the editor's design; needs a display (xvfb does).
#include "EditorFixture.h"
#include "ui/editor/EditorWebView.h"

#include <QApplication>
#include <QBuffer>
#include <QPainter>
#include <QScreen>
#include <QTest>
#include <QTimer>
#include <QTranslator>
#include <QWebEnginePage>

#include <cmath>

using namespace toasoan;

namespace {

// A drawn stand-in for a photo: hills under a sky.
QByteArray drawnPicture(int variant)
{
    QImage image(1600, variant == 1 ? 1000 : 900, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QLinearGradient sky(0, 0, 0, image.height());
    sky.setColorAt(0, variant == 1 ? QColor(0x6f, 0xa8, 0xdc) : QColor(0xf2, 0xb2, 0x6b));
    sky.setColorAt(1, QColor(0xfd, 0xf3, 0xdc));
    painter.fillRect(image.rect(), sky);
    for (int layer = 0; layer < 4; ++layer) {
        QPolygonF hills{QPointF(0, image.height())};
        for (int x = 0; x <= image.width(); x += 10)
            hills << QPointF(x,
                             image.height() * (0.45 + 0.13 * layer)
                                 + 60 * std::sin(x / (150.0 + 60 * layer) + layer * 2 + variant));
        hills << QPointF(image.width(), image.height());
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor::fromHsl(120 + 12 * layer, 90, 150 - 25 * layer));
        painter.drawPolygon(hills);
    }
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", 88);
    return bytes;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QStringList arguments = application.arguments();
    if (arguments.removeAll(QStringLiteral("--dark")) > 0) {
        QApplication::setStyle(QStringLiteral("Fusion"));
        QPalette dark;
        dark.setColor(QPalette::Window, QColor(0x2b, 0x2c, 0x30));
        dark.setColor(QPalette::WindowText, QColor(0xe8, 0xe8, 0xe8));
        dark.setColor(QPalette::Base, QColor(0x1f, 0x20, 0x23));
        dark.setColor(QPalette::Text, QColor(0xe8, 0xe8, 0xe8));
        dark.setColor(QPalette::Button, QColor(0x36, 0x37, 0x3c));
        dark.setColor(QPalette::ButtonText, QColor(0xe8, 0xe8, 0xe8));
        dark.setColor(QPalette::Disabled, QPalette::ButtonText, QColor(0x80, 0x80, 0x80));
        dark.setColor(QPalette::Highlight, QColor(0x4c, 0x8d, 0xe0));
        QApplication::setPalette(dark);
    }
    QTranslator translator;
    if (translator.load(QStringLiteral(TOASOAN_BIN_DIR "/../ui/editor/editor_vi.qm")))
        QApplication::installTranslator(&translator);
    if (arguments.size() < 2)
        return 2;

    EditorFixture editor;
    editor.view.resize(arguments.value(2, QStringLiteral("1180")).toInt(),
                       arguments.value(3, QStringLiteral("900")).toInt());
    editor.view.setPictureSource([](const Uuid &media, const auto &give) {
        give(PictureBytes{drawnPicture(media.bytes.back()), "image/jpeg"});
    });
    if (!editor.open(fixtureJson(QStringLiteral("seed-article.json"))))
        return 1;
    editor.evaluate(QStringLiteral("scrollTo(0, %1)").arg(arguments.value(4, QStringLiteral("0"))));
    editor.evaluate(QStringLiteral("document.fonts.ready.then(() => 1)"));
    QTimer::singleShot(2500, &application, [&] {
        editor.view.screen()->grabWindow(editor.view.winId()).save(arguments.value(1));
        QApplication::quit();
    });
    return QApplication::exec();
}
