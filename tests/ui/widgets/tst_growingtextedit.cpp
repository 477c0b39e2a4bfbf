#include "ui/widgets/GrowingTextEdit.h"

#include <QSignalSpy>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

class TestGrowingTextEdit : public QObject
{
    Q_OBJECT

private slots:
    void whatGoesBeyondTheLimitIsLeftOut()
    {
        GrowingTextEdit edit(GrowingTextEdit::Breaks::None);
        edit.setMaximum(10);
        QSignalSpy reached(&edit, &GrowingTextEdit::limitReached);
        QStringList heard;
        connect(&edit, &QPlainTextEdit::textChanged, this, [&] { heard.append(edit.text()); });
        QTest::keyClicks(&edit, u"0123456789"_s);
        QCOMPARE(reached.count(), 0);
        QTest::keyClick(&edit, Qt::Key_X);
        QCOMPARE(edit.text(), u"0123456789"_s);
        QCOMPARE(reached.count(), 1);

        // In the middle: what was there stays, and the caret where it was.
        QTextCursor cursor = edit.textCursor();
        cursor.setPosition(3);
        cursor.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor, 2);
        edit.setTextCursor(cursor);
        edit.insertPlainText(u"abcd"_s);
        QCOMPARE(edit.text(), u"012ab56789"_s);
        QCOMPARE(edit.textCursor().position(), 5);
        QCOMPARE(reached.count(), 2);
        edit.undo();
        QCOMPARE(edit.text(), u"0123456789"_s);
        for (const QString &text : heard)
            QVERIFY2(text.size() <= 10, qPrintable(text));
    }

    // Replacing, dropping and undoing change the text elsewhere than at the caret.
    void whatIsCutIsWhatWasPutInAndNotWhatStandsAtTheCaret()
    {
        GrowingTextEdit edit(GrowingTextEdit::Breaks::None);
        edit.setMaximum(10);
        QTest::keyClicks(&edit, u"0123456789"_s);
        QTextCursor elsewhere(edit.document());
        elsewhere.setPosition(2);
        elsewhere.setPosition(3, QTextCursor::KeepAnchor);
        elsewhere.insertText(u"abc"_s);
        QCOMPARE(edit.text(), u"01a3456789"_s);
        QCOMPARE(edit.textCursor().position(), 10);
    }

    // Though it stands beside what was typed before it and after it.
    void aTextThatIsPutInIsAStepOfItsOwnForUndo()
    {
        GrowingTextEdit edit(GrowingTextEdit::Breaks::None);
        QTest::keyClicks(&edit, u"abc"_s);
        edit.replaceText(u"abcdef"_s);
        edit.moveCursor(QTextCursor::End);
        QTest::keyClicks(&edit, u"gh"_s);
        for (const QString &text : {u"abcdef"_s, u"abc"_s, QString()}) {
            edit.undo();
            QCOMPARE(edit.text(), text);
        }
        edit.redo();
        edit.redo();
        QCOMPARE(edit.text(), u"abcdef"_s);
    }

    void aTextThatHasNoRoomIsNotPutIn()
    {
        GrowingTextEdit edit(GrowingTextEdit::Breaks::None);
        edit.setMaximum(5);
        QTest::keyClicks(&edit, u"abc"_s);
        QSignalSpy reached(&edit, &GrowingTextEdit::limitReached);
        QVERIFY(!edit.replaceWithin(u"abcdef"_s));
        QCOMPARE(edit.text(), u"abc"_s);
        QCOMPARE(reached.count(), 1);
        QVERIFY(edit.replaceWithin(u"abcde"_s));
        QCOMPARE(edit.text(), u"abcde"_s);
        edit.replaceText(u"abcdefghi"_s); // longer already: no longer than that
        QVERIFY(edit.replaceWithin(u"123456789"_s));
        QVERIFY(!edit.replaceWithin(u"1234567890"_s));
        QCOMPARE(edit.text(), u"123456789"_s);
    }

    void aPairOfSurrogatesIsNotCutInTwo()
    {
        GrowingTextEdit edit(GrowingTextEdit::Breaks::None);
        edit.setMaximum(4);
        edit.insertPlainText(u"abc"_s);
        edit.insertPlainText(u"\U0001F600"_s);
        QCOMPARE(edit.text(), u"abc"_s);
    }

    void whatIsTooLongAlreadyMayBecomeShorter()
    {
        GrowingTextEdit edit(GrowingTextEdit::Breaks::Allowed);
        edit.setMaximum(5);
        edit.replaceText(u"0123456789"_s);
        QCOMPARE(edit.text(), u"0123456789"_s);
        edit.moveCursor(QTextCursor::End);
        QTest::keyClick(&edit, Qt::Key_A);
        QCOMPARE(edit.text(), u"0123456789"_s);
        QTest::keyClick(&edit, Qt::Key_Backspace);
        QCOMPARE(edit.text(), u"012345678"_s);
        QTest::keyClick(&edit, Qt::Key_A);
        QCOMPARE(edit.text(), u"012345678"_s);
    }
};

QTEST_MAIN(TestGrowingTextEdit)
#include "tst_growingtextedit.moc"
