#include "support/Patience.h"
#include "ui/widgets/Preferences.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

class TestPreferences : public QObject
{
    Q_OBJECT

private slots:
    void whatIsChosenIsThereNextTime()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(u"window.ini"_s), QSettings::IniFormat);
        {
            Preferences preferences;
            preferences.rememberIn(settings);
            QCOMPARE(preferences.zoom(), 100);
            QCOMPARE(preferences.brightness(), Brightness::AsSystem);
            preferences.stepZoom(1);
            preferences.stepZoom(1);
            preferences.setBrightness(Brightness::Dark);
            preferences.setPanelShown(true, true);
            preferences.setPanelShown(false, false);
        }
        Preferences preferences;
        preferences.rememberIn(settings);
        QCOMPARE(preferences.zoom(), 125);
        QCOMPARE(preferences.brightness(), Brightness::Dark);
        QVERIFY(preferences.isPanelShown(true));
        QVERIFY(!preferences.isPanelShown(false));
    }

    void sizesEndSomewhere()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(u"window.ini"_s), QSettings::IniFormat);
        settings.setValue(u"textZoom"_s, 4000);
        Preferences preferences;
        preferences.rememberIn(settings);
        QCOMPARE(preferences.zoom(), 200);
        preferences.stepZoom(1);
        QCOMPARE(preferences.zoom(), 200);
        for (int i = 0; i < 20; ++i)
            preferences.stepZoom(-1);
        QCOMPARE(preferences.zoom(), 80);
        preferences.resetZoom();
        QCOMPARE(preferences.zoom(), 100);
    }

    void theKeysAskForAnotherSize_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<int>("zoom");
        QTest::newRow("plus") << int(Qt::Key_Plus) << int(Qt::ControlModifier) << 110;
        QTest::newRow("equals") << int(Qt::Key_Equal) << int(Qt::ControlModifier) << 110;
        QTest::newRow("minus") << int(Qt::Key_Minus) << int(Qt::ControlModifier) << 90;
        QTest::newRow("zero") << int(Qt::Key_0) << int(Qt::ControlModifier) << 100;
    }
    void theKeysAskForAnotherSize()
    {
        QFETCH(int, key);
        QFETCH(int, modifiers);
        QFETCH(int, zoom);
        Preferences preferences;
        QWidget page;
        QLineEdit field(&page);
        addZoomKeys(&page, preferences);
        page.show();
        field.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&page, longestWait));
        if (key == Qt::Key_0)
            preferences.stepZoom(1);
        QTest::keyClick(&field, Qt::Key(key), Qt::KeyboardModifiers(modifiers));
        QCOMPARE(preferences.zoom(), zoom);
    }

    void anotherLookComesAtOnceToWhatStandsThere()
    {
        applyLook(*qApp, Brightness::Light);
        QWidget page;
        auto *sign = new QLabel(&page);
        setSign(sign, u"info"_s, Tone::Warning, 20);
        auto *sheet = new QLabel(&page);
        setSheet(sheet, [](const QPalette &palette) { return u"background: %1;"_s.arg(paperColour(palette).name()); });
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page, longestWait));
        const QColor light = page.palette().color(QPalette::Window);
        const QImage signInLight = sign->pixmap().toImage();
        QCOMPARE(sheet->styleSheet(), u"background: #fffefb;"_s);
        applyLook(*qApp, Brightness::Dark);
        QVERIFY(isDark(QApplication::palette()));
        QVERIFY(page.palette().color(QPalette::Window).lightness() < light.lightness() - 100);
        QCOMPARE(sheet->styleSheet(), u"background: #242321;"_s);
        QVERIFY(sign->pixmap().toImage() != signInLight);
        applyLook(*qApp, Brightness::Light);
        QCOMPARE(sheet->styleSheet(), u"background: #fffefb;"_s);
        QCOMPARE(sign->pixmap().toImage(), signInLight);
    }
};

QTEST_MAIN(TestPreferences)
#include "tst_preferences.moc"
