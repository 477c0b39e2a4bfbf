#include "ui/widgets/Mnemonic.h"

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

    void anAmpersandThatIsShownStays() { QCOMPARE(withoutMnemonic(u"Báo && &Đài"_s), u"Báo & Đài"_s); }
};

QTEST_APPLESS_MAIN(TestMnemonic)
#include "tst_mnemonic.moc"
