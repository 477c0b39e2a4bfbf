#include "support/Patience.h"
#include "ui/widgets/ActionBar.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/GrowingTextEdit.h"
#include "ui/widgets/ReasonDialog.h"
#include "ui/widgets/TagField.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

class TestWidgets : public QObject
{
    Q_OBJECT

private slots:
    void whatATitleSaysIsNoMarkup()
    {
        const QString title = u"Return: “<b>Họp dân</b>”"_s;
        ReasonDialog dialog({.title = title, .explanation = {}, .confirm = u"Return it"_s}, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        const auto labels = dialog.findChildren<QLabel *>();
        const auto heading = std::ranges::find(labels, title, &QLabel::text);
        QVERIFY(heading != labels.end());
        QCOMPARE((*heading)->textFormat(), Qt::PlainText);
    }

    void aButtonThatGoesSaysSoEvenBehindADialog()
    {
        QWidget window;
        ActionBar bar(&window);
        const BarAction approve{.id = u"approve"_s, .text = u"Approve"_s, .icon = u"check"_s, .act = [] {}};
        bar.setActions({approve});
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window, longestWait));
        auto *button = bar.findChild<QPushButton *>();
        button->setFocus();
        QDialog dialog(&window);
        QPushButton yes(u"Yes"_s, &dialog);
        dialog.open();
        QTRY_VERIFY(yes.hasFocus());
        const QSignalSpy lost(&bar, &ActionBar::focusLost);
        BarAction closed = approve;
        closed.isEnabled = false;
        bar.setActions({closed});
        QCOMPARE(lost.size(), 1);
    }

    // Escape is pressed to look something up as often as to give up.
    void aReasonThatWasLeftStandsThereAgain()
    {
        QWidget page;
        const auto ask = [&page](const QString &about) {
            auto *dialog = new ReasonDialog(
                {.title = u"Return"_s, .explanation = {}, .confirm = u"Return it"_s, .about = about}, &page);
            dialog->setAttribute(Qt::WA_DeleteOnClose, false);
            return dialog;
        };
        const auto textOf = [](ReasonDialog *dialog) { return dialog->findChild<QPlainTextEdit *>(); };
        ReasonDialog *first = ask(u"return 1"_s);
        textOf(first)->setPlainText(u"Thiếu ảnh, thiếu nguồn"_s);
        QTest::keyClick(first, Qt::Key_Escape);
        QVERIFY(textOf(ask(u"return 2"_s))->toPlainText().isEmpty());
        QVERIFY(textOf(ask({}))->toPlainText().isEmpty());
        ReasonDialog *again = ask(u"return 1"_s);
        QCOMPARE(textOf(again)->toPlainText(), u"Thiếu ảnh, thiếu nguồn"_s);
        QTest::keyClicks(textOf(again), u"."_s);
        const QSignalSpy given(again, &ReasonDialog::reasonGiven);
        again->findChildren<QPushButton *>().first()->click();
        QCOMPARE(given.value(0).value(0).toString(), u"Thiếu ảnh, thiếu nguồn."_s);
        QVERIFY(textOf(ask(u"return 1"_s))->toPlainText().isEmpty());
    }

    void aRequiredReasonHasToBeWritten()
    {
        QWidget window;
        QPointer<ReasonDialog> dialog =
            new ReasonDialog({.title = u"Return"_s, .explanation = {}, .confirm = u"Return it"_s}, &window);
        QSignalSpy given(dialog, &ReasonDialog::reasonGiven);
        dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(dialog, longestWait)); // shortcuts are those of the active window
        auto *text = dialog->findChild<QPlainTextEdit *>();
        QVERIFY(text->hasFocus() || text == dialog->focusWidget());
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(given.isEmpty(), "an empty reason was taken");
        QTest::keyClicks(text, u"  "_s);
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(given.isEmpty(), "blanks were taken for a reason");
        QTest::keyClicks(text, u"Sapo is too long "_s);
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(given.size(), 1);
        QCOMPARE(given[0][0].toString(), u"Sapo is too long"_s);
        QTRY_VERIFY(!dialog);
    }

    void anErrorIsASentenceAndNeverItsDetail()
    {
        for (int code = 0; code <= int(ErrorCode::Internal); ++code) {
            const QString sentence = errorText({ErrorCode(code), u"unheard.of"_s, u"SELECT secret"_s});
            QVERIFY(sentence.endsWith(u'.'));
            QVERIFY(!sentence.contains("SELECT"_L1));
        }
        QVERIFY(errorText({ErrorCode::InvalidInput, u"article.title"_s, {}})
                != errorText({ErrorCode::InvalidInput, u"article.section"_s, {}}));
        QVERIFY(errorText({ErrorCode::TooLarge, u"content.body.content[3]"_s, {}}).contains("article"_L1));
        QVERIFY(errorText({ErrorCode::Forbidden, u"article.picture.12"_s, u"2 (“Cầu”)"_s}).contains(u"2 (“Cầu”)"_s));
        QVERIFY(!errorText({ErrorCode::Forbidden, u"article.picture.12"_s, {}}).contains(u'%'));
        QVERIFY(errorText({ErrorCode::StorageFull, u"article.title"_s, {}}).contains("disk"_L1));
    }

    void aTitleHasOneLineAndGrows()
    {
        GrowingTextEdit field(GrowingTextEdit::Breaks::None);
        field.resize(200, 20);
        field.show();
        QSignalSpy left(&field, &GrowingTextEdit::leftDownwards);
        const int low = field.height();
        QTest::keyClicks(&field, u"Huyen Trieu Phong tong ket chin thang hoat dong cua Ban Bien tap cong thong tin"_s);
        QTRY_VERIFY(field.height() > low);
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(left.size(), 1);
        QVERIFY(!field.text().contains(u'\n'));
    }

    void aTextFromElsewhereLeavesTheCaretBesideItsWords()
    {
        GrowingTextEdit field(GrowingTextEdit::Breaks::Allowed);
        field.replaceText(u"một hai ba"_s);
        QTextCursor cursor = field.textCursor();
        cursor.setPosition(7); // after "hai"
        field.setTextCursor(cursor);
        field.replaceText(u"không một hai ba"_s);
        QCOMPARE(field.text(), u"không một hai ba"_s);
        QCOMPARE(field.textCursor().position(), 13);
    }

    void tagsAreTrimmedAndNotRepeated()
    {
        TagField field;
        QTest::keyClicks(&field, u" a ,b,, A,  b c "_s);
        QCOMPARE(field.tags(), (QStringList{u"a"_s, u"b"_s, u"b c"_s}));
        field.setTags({u"a"_s, u"b"_s, u"b c"_s});
        QCOMPARE(field.text(), u" a ,b,, A,  b c "_s); // it says the same already
    }
};

QTEST_MAIN(TestWidgets)
#include "tst_reasondialog.moc"
