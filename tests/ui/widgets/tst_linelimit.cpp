// The limits of one-line fields: what goes beyond is left out, and said.
#include "ui/widgets/LineLimit.h"
#include "ui/widgets/TagField.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

class TestLineLimit : public QObject
{
    Q_OBJECT

private slots:
    void whatIsTypedAndPastedBeyondIsLeftOutAndSaid()
    {
        QLineEdit field;
        const LineLimit limit(&field, 5);
        const QSignalSpy reached(&limit, &LineLimit::reached);
        QStringList heard;
        connect(&field, &QLineEdit::textEdited, &field, [&] { heard.append(field.text()); });
        QTest::keyClicks(&field, u"abcde"_s);
        QCOMPARE(reached.size(), 0);
        QTest::keyClick(&field, Qt::Key_F);
        QCOMPARE(field.text(), u"abcde"_s);
        QCOMPARE(reached.size(), 1);
        QGuiApplication::clipboard()->setText(u"1234567😀"_s);
        field.selectAll();
        field.paste();
        QCOMPARE(field.text(), u"12345"_s);
        QCOMPARE(reached.size(), 2);
        QCOMPARE(heard.last(), u"12345"_s); // whoever listens later finds what stays
        QGuiApplication::clipboard()->setText(u"1234😀"_s);
        field.selectAll();
        field.paste();
        QCOMPARE(field.text(), u"1234"_s); // no half of a sign
    }

    void whatIsLongerAlreadyCanBeShortenedAndGrowsNoMore()
    {
        QLineEdit field;
        const LineLimit limit(&field, 5);
        field.setText(u"12345678"_s);
        field.setCursorPosition(8);
        QTest::keyClick(&field, Qt::Key_9);
        QCOMPARE(field.text(), u"12345678"_s);
        QTest::keyClick(&field, Qt::Key_Backspace);
        QCOMPARE(field.text(), u"1234567"_s);
        QTest::keyClick(&field, Qt::Key_9);
        QCOMPARE(field.text(), u"1234567"_s);
    }

    void tagsAreNotLongerNorMoreThanTheyMayBe()
    {
        TagField field;
        field.setLimits(3, 6);
        const QSignalSpy reached(&field, &TagField::limitReached);
        QTest::keyClicks(&field, u"mot, hai, ba,"_s);
        QCOMPARE(reached.size(), 0);
        QTest::keyClicks(&field, u" bon"_s);
        QCOMPARE(field.tags(), (QStringList{u"mot"_s, u"hai"_s, u"ba"_s}));
        QVERIFY(reached.size() > 0);
        field.clear();
        QTest::keyClicks(&field, u"abcdefgh"_s);
        QCOMPARE(field.tags(), QStringList{u"abcdef"_s});
        // Of a merge, or from before there were limits.
        field.setTags({u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"dài quá đi"_s});
        field.setCursorPosition(1);
        QTest::keyClick(&field, Qt::Key_0);
        QCOMPARE(field.tags(), (QStringList{u"10"_s, u"2"_s, u"3"_s, u"4"_s, u"dài quá đi"_s}));
    }
};

QTEST_MAIN(TestLineLimit)
#include "tst_linelimit.moc"
