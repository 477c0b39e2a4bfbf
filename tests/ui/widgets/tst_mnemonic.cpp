#include "ui/widgets/Mnemonic.h"

#include <QKeyEvent>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

class TestMnemonic : public QObject
{
    Q_OBJECT

private slots:
    void aNameIsWhatAButtonSaysWithoutItsKey_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("within") << u"L&ưu bài"_s;
        QTest::newRow("apart") << u"Lưu bài (&L)"_s;
        QTest::newRow("asks for more") << u"&Lưu bài…"_s;
        QTest::newRow("apart, asks for more") << u"Lưu bài (&L)…"_s;
        QTest::newRow("none") << u"Lưu bài"_s;
    }
    void aNameIsWhatAButtonSaysWithoutItsKey()
    {
        QFETCH(QString, text);
        QCOMPARE(withoutMnemonic(text), u"Lưu bài"_s);
    }

    void aLetterWithAltIsNotTyped_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isMnemonic");
        using Modifiers = Qt::KeyboardModifiers;
        QTest::newRow("a letter") << int(Qt::Key_X) << Modifiers(Qt::AltModifier) << u"x"_s << true;
        QTest::newRow("a capital") << int(Qt::Key_X) << Modifiers(Qt::AltModifier | Qt::ShiftModifier) << u"X"_s
                                   << true;
        QTest::newRow("a digit") << int(Qt::Key_1) << Modifiers(Qt::AltModifier) << u"1"_s << true;
        QTest::newRow("a letter of Vietnamese keyboards") << 0x0110 << Modifiers(Qt::AltModifier) << u"đ"_s << true;
        QTest::newRow("typed") << int(Qt::Key_X) << Modifiers() << u"x"_s << false;
        QTest::newRow("AltGr on Windows")
            << int(Qt::Key_E) << Modifiers(Qt::AltModifier | Qt::ControlModifier) << u"€"_s << false;
        QTest::newRow("AltGr on X11") << int(Qt::Key_E) << Modifiers(Qt::GroupSwitchModifier) << u"€"_s << false;
        QTest::newRow("a sign by its number")
            << int(Qt::Key_1) << Modifiers(Qt::AltModifier | Qt::KeypadModifier) << u"1"_s << false;
        QTest::newRow("an arrow") << int(Qt::Key_Left) << Modifiers(Qt::AltModifier) << QString() << false;
    }
    void aLetterWithAltIsNotTyped()
    {
        QFETCH(const int, key);
        QFETCH(const Qt::KeyboardModifiers, modifiers);
        QFETCH(const QString, text);
        QTEST(isMnemonicKey(QKeyEvent(QEvent::KeyPress, key, modifiers, text)), "isMnemonic");
    }

    void anAmpersandThatIsShownStays() { QCOMPARE(withoutMnemonic(u"Báo && &Đài"_s), u"Báo & Đài"_s); }
};

QTEST_APPLESS_MAIN(TestMnemonic)
#include "tst_mnemonic.moc"
