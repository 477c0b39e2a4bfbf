// Two people in one article, and texts that the editor cannot show.
#include "support/Patience.h"
#include "ui/articles/SavedTrail.h"
#include "ui/articles/SubmitDialog.h"
#include "ui/articles/WritingFixture.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/TagField.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QImage>
#include <QScopedValueRollback>
#include <QTest>

using namespace toasoan;

namespace {

void pastePictureThatIsNotTakenInYet(const Opened &opened)
{
    opened.stage().holdsPictures = true;
    QImage image(12, 8, QImage::Format_RGB32);
    image.fill(Qt::blue);
    QGuiApplication::clipboard()->setImage(image);
    opened.editor().webView()->setFocus();
    QTest::keyClick(opened.editor().webView()->focusProxy(), Qt::Key_V, Qt::ControlModifier);
}

} // namespace

class TestWritingTogether : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { setTheScene(); }

    // The list's row says so before it is opened; so does the page, once it is.
    void whoElseIsEditingIsSaidWhereItIsWritten_data()
    {
        QTest::addColumn<bool>("isOther");
        QTest::newRow("a colleague") << true;
        QTest::newRow("oneself") << false;
    }
    void whoElseIsEditingIsSaidWhereItIsWritten()
    {
        QFETCH(const bool, isOther);
        const QScopedValueRollback post(DeskStage::user.grants, {{.role = Role::Editor, .section = {}}});
        User dung = DeskStage::user;
        dung.id = UserId{DeskStage::newId().uuid};
        dung.name = u"Phạm Văn Dũng"_s;
        const QScopedValueRollback users(DeskStage::users, {DeskStage::user, dung});
        User author = DeskStage::user;
        author.id = UserId{DeskStage::newId().uuid};
        const Opened opened(sample(), State::InEditing, author);
        QVERIFY(opened.isOpen);
        Trail &trail = opened.view().article.trail;
        trail.last = Step::Claim;
        trail.lastBy = isOther ? dung.id : DeskStage::user.id;
        DeskStage::allow(opened.view());
        emit opened.desk->articleChanged(opened.id);
        const auto said = [&opened] {
            const auto banners = opened.page->findChildren<Banner *>();
            return std::ranges::any_of(banners, [](const Banner *banner) {
                return banner->isVisible() && banner->text() == u"Phạm Văn Dũng is editing this article."_s;
            });
        };
        QTRY_COMPARE(said(), isOther);
        QVERIFY(!opened.title()->isReadOnly());
    }

    void someoneElsesTextComesInBesideTheCaret()
    {
        const auto desk = makeStageDesk();
        ArticleView &view = stageOf(*desk).add(sample(), State::Draft, DeskStage::user.id);
        WritingPage page(*desk);
        page.show();
        QSignalSpy opened(page.findChild<EditorView *>(), &EditorView::opened);
        page.open(view.article.id);
        QVERIFY(opened.wait(longestWait));
        auto *title = field(page, u"Title"_s);
        QTextCursor cursor = title->textCursor();
        cursor.setPosition(4); // after "Tổng"
        title->setTextCursor(cursor);
        view.base = {2};
        view.article.content.title = u"Tổng kết mười tháng"_s;
        emit desk->articleChanged(view.article.id);
        QTRY_COMPARE(title->text(), u"Tổng kết mười tháng"_s);
        QCOMPARE(title->textCursor().position(), 4);
        QVERIFY2(stageOf(*desk).typed.empty(), "what came from elsewhere was taken for typing");
        QTest::keyClick(title, Qt::Key_X);
        QTRY_COMPARE(stageOf(*desk).typed.size(), std::size_t(1));
        QCOMPARE(stageOf(*desk).typed[0].base, TextBase{2});
    }

    void whatIsDoneToTheFieldsWhileATextComesInStays()
    {
        Content before = sample();
        before.title = u"Tổng kết chín tháng"_s;
        const Opened opened(before);
        QVERIFY(opened.isOpen);
        const auto once = std::make_shared<bool>(false);
        // At the moment at which the colleague's text is on its way into the page.
        connect(&opened.bridge(), &EditorBridge::replace, opened.title(), [&opened, once] {
            if (std::exchange(*once, true))
                return;
            opened.title()->moveCursor(QTextCursor::End);
            QTest::keyClick(opened.title(), Qt::Key_X);
            QTest::keyClicks(opened.page->findChild<TagField *>(), u"mai"_s);
            auto *section = opened.page->findChildren<QComboBox *>().at(0);
            section->setCurrentIndex(2);
            emit section->activated(2);
        });
        Content theirs = before;
        theirs.title = u"Họp tổng kết chín tháng"_s;
        theirs.tags = {u"tổng kết"_s};
        theirs.lead = u"Sapo mới"_s;
        theirs.body = bodyWith("Thân bài");
        opened.hearOf(theirs);
        QTRY_COMPARE(opened.stage().typed.size(), std::size_t(1));
        const DeskStage::Typed typed = opened.stage().typed[0];
        QCOMPARE(typed.base, TextBase{2});
        QCOMPARE(typed.content.title, u"Họp tổng kết chín thángx"_s); // of both
        QCOMPARE(typed.content.tags, (QStringList{u"tổng kết"_s, u"mai"_s}));
        QCOMPARE(typed.content.section, DeskStage::sections[1].id);
        QCOMPARE(typed.content.lead, theirs.lead);
        QCOMPARE(typed.content.body, theirs.body);
        QCOMPARE(opened.title()->text(), typed.content.title);
    }

    void whatIsTypedWhileAStepIsTakenIsNotInItsAnswer()
    {
        User editor = DeskStage::user;
        editor.grants = {{.role = Role::Editor, .section = {}}};
        const Opened opened(sample(), State::InEditing, editor);
        QVERIFY(opened.isOpen);
        const auto once = std::make_shared<bool>(false);
        connect(opened.desk.get(), &Desk::articleChanged, opened.title(), [&opened, once] {
            if (opened.stage().commands.empty() || std::exchange(*once, true))
                return;
            opened.view().base = {2}; // a colleague's text comes with the answer
            opened.view().article.content.lead = u"Sapo khác"_s;
            QTest::keyClick(opened.title(), Qt::Key_X);
        });
        auto *step = opened.page->findChild<QPushButton *>(u"step-requestApproval"_s);
        QVERIFY(step);
        step->click();
        QTRY_VERIFY(opened.page->findChild<SubmitDialog *>());
        auto *question = opened.page->findChild<SubmitDialog *>();
        question->findChild<QCheckBox *>()->click();
        for (auto *button : question->findChildren<QPushButton *>()) {
            if (button->isDefault())
                button->click();
        }
        QTRY_COMPARE(opened.stage().commands.size(), std::size_t(1));
        QTRY_VERIFY(!opened.stage().typed.empty());
        QVERIFY(opened.stage().typed[0].content.title.contains(u'x'));
        QCOMPARE(opened.stage().typed[0].base, TextBase{1});
        QCOMPARE(opened.stage().typed[0].content.lead, sample().lead);
    }

    void whoLeavesWhileATextComesInLeavesRightAfter()
    {
        Content before = sample();
        before.body = bodyWith("Một");
        const Opened opened(before);
        QVERIFY(opened.isOpen);
        Left left;
        // What the page had not sent when the colleague's text came: the text is refused, and comes a second time.
        connect(&opened.editor(), &EditorView::edited, opened.title(), [&] { opened.page->leave(left.callback()); });
        opened.editor().webView()->page()->runJavaScript(u"const p = document.querySelector('.article-body'); "
                                                         u"p.focus(); getSelection().collapse(p.querySelector('p'), 1);"
                                                         "document.execCommand('insertText', false, '!')"_s);
        Content theirs = before;
        theirs.body = bodyWith("Hai");
        opened.hearOf(theirs);
        QTRY_VERIFY(left.answer);
        QVERIFY(left.answer->ok());
        QVERIFY(!opened.stage().typed.empty());
        QVERIFY(opened.stage().typed[0].content.body.contains("!"));
    }

    void aTextThatThePageRefusesKeepsNobodyHere()
    {
        const Opened opened(sample());
        QVERIFY(opened.isOpen);
        const auto once = std::make_shared<bool>(false);
        Left left;
        connect(&opened.bridge(), &EditorBridge::replace, opened.title(), [&, once] {
            if (std::exchange(*once, true))
                return;
            QTest::keyClick(opened.title(), Qt::Key_X); // while it is on its way
            opened.page->leave(left.callback());
        });
        QSignalSpy refused(&opened.editor(), &EditorView::documentRefused);
        Content theirs = sample();
        theirs.body = R"({"content":[{"type":"video"}],"type":"doc"})";
        opened.hearOf(theirs);
        QTRY_COMPARE(refused.size(), 1);
        QTRY_VERIFY(left.answer);
        QVERIFY(left.answer->ok());
        QVERIFY(!opened.stage().typed.empty());
        for (const auto &typed : opened.stage().typed) {
            QCOMPARE(typed.base, TextBase{1}); // on the text that it was typed into
            QVERIFY(typed.content.title.contains(u'x'));
        }
    }

    void whatIsRefusedStaysClosedWhateverElseIsHeard()
    {
        const Opened opened(sample());
        QVERIFY(opened.isOpen);
        QSignalSpy refused(&opened.editor(), &EditorView::documentRefused);
        Content theirs = sample();
        theirs.body = R"({"content":[{"type":"video"}],"type":"doc"})";
        opened.hearOf(theirs);
        QTRY_COMPARE(refused.size(), 1);
        const QString why = errorText(refused[0][0].value<Error>());
        opened.view().article.content.lead = u"Lại khác"_s;
        opened.view().article.reason = u"đã nghe"_s; // seen when the view has been heard
        opened.view().article.state = State::Returned;
        emit opened.desk->articleChanged(opened.id);
        const auto says = [&opened](const QString &text) {
            return std::ranges::any_of(opened.page->findChildren<Banner *>(), [&](const Banner *banner) {
                return banner->isVisible() && banner->text().contains(text);
            });
        };
        QTRY_VERIFY(says(u"đã nghe"_s));
        QVERIFY(opened.editor().isReadOnly());
        QVERIFY(opened.title()->isReadOnly());
        QVERIFY(says(why));
        QVERIFY2(opened.editor().noticeText().isEmpty(), "said twice, one line over the other");
        QCOMPARE(refused.size(), 1); // nor is it tried again and again
    }

    void whatCannotBeReadShowsNothingOfTheArticleBefore_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no document") << QByteArray(R"({"type":"table"})");
        QTest::newRow("of a newer program") << QByteArray(R"({"content":[{"type":"video"}],"type":"doc"})");
    }
    void whatCannotBeReadShowsNothingOfTheArticleBefore()
    {
        QFETCH(QByteArray, body);
        Content before = sample();
        before.body = bodyWith("Của bài trước");
        const Opened opened(before);
        QVERIFY(opened.isOpen);
        Left left;
        opened.page->leave(left.callback());
        QTRY_VERIFY(left.answer);
        Content broken = sample();
        broken.title = u"Bài hỏng"_s;
        broken.body = body;
        const ArticleId id = opened.stage().add(broken, State::Draft, DeskStage::user.id).article.id;
        QSignalSpy refused(&opened.editor(), &EditorView::documentRefused);
        opened.page->open(id);
        QTRY_COMPARE(refused.size(), 1);
        emit opened.desk->articleChanged(id);
        opened.page->save();
        Left again;
        opened.page->leave(again.callback());
        QTRY_VERIFY(again.answer);
        QVERIFY(again.answer->ok());
        QVERIFY(opened.stage().typed.empty());
        QVERIFY(opened.editor().isReadOnly());
        QVERIFY(!opened.editor().documentJson().contains("trước"));
        QString shown = u"?"_s;
        opened.editor().webView()->page()->runJavaScript(u"document.querySelector('.article-body').innerText.trim()"_s,
                                                         [&shown](const QVariant &text) { shown = text.toString(); });
        QTRY_COMPARE(shown, QString());
    }

    void withoutItsPageTheEditorStillTakesAColleaguesText()
    {
        Content before = sample();
        before.body = bodyWith("Một");
        const Opened opened(before);
        QVERIFY(opened.isOpen);
        // Until it is no longer started again by itself.
        for (int death = 0; death < 4; ++death) {
            QSignalSpy ended(opened.editor().webView()->page(), &QWebEnginePage::renderProcessTerminated);
            QSignalSpy back(&opened.editor(), &EditorView::opened);
            opened.killPage();
            QTRY_VERIFY(!ended.isEmpty());
            QTRY_VERIFY(death == 3 || !back.isEmpty());
        }
        QVERIFY(opened.editor().noticeText().contains(u"several times"_s));
        Content theirs = before;
        theirs.title = u"Của người khác"_s;
        theirs.body = bodyWith("Hai");
        opened.hearOf(theirs);
        QTRY_COMPARE(opened.title()->text(), theirs.title);
        QTest::keyClick(opened.title(), Qt::Key_X);
        QTRY_COMPARE(opened.page->findChild<SavedTrail *>()->reached(), Reached::ThisPc);
        QCOMPARE(opened.stage().typed[0].base, TextBase{2});
        QCOMPARE(opened.stage().typed[0].content.body, theirs.body);
        Left left;
        opened.page->leave(left.callback());
        QTRY_VERIFY(left.answer);
        QVERIFY(left.answer->ok());
    }

    void nobodyAnswersForATextThatCameWhileHeWasAsked()
    {
        const Opened opened(sample());
        QVERIFY(opened.isOpen);
        QTRY_VERIFY(opened.page->findChild<QPushButton *>(u"step-submit"_s));
        opened.page->findChild<QPushButton *>(u"step-submit"_s)->click();
        SubmitDialog *dialog = nullptr;
        QTRY_VERIFY(dialog = opened.page->findChild<SubmitDialog *>());
        Content theirs = sample();
        theirs.title = u"Tổng kết mười tháng"_s;
        opened.hearOf(theirs);
        QTRY_COMPARE(opened.title()->text(), theirs.title);
        dialog->findChild<QCheckBox *>()->click();
        emit dialog->confirmed();
        dialog->close();
        const auto says = [&] {
            for (const auto *banner : opened.page->findChildren<Banner *>()) {
                if (banner->isVisible() && banner->text().contains(u"changed meanwhile"_s))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(says());
        QVERIFY(opened.stage().commands.empty());

        // What is on its way to the sheet is not what he read either.
        opened.page->findChild<QPushButton *>(u"step-submit"_s)->click();
        QTRY_VERIFY((dialog = opened.page->findChild<SubmitDialog *>()) && dialog->isVisible());
        QVERIFY(!says());
        opened.view().base.number += 1;
        dialog->findChild<QCheckBox *>()->click();
        emit dialog->confirmed();
        dialog->close();
        QTRY_VERIFY(says());
        QVERIFY(opened.stage().commands.empty());
    }

    // Leaving waits for a picture that is still being taken in.
    void whoLeavesRightAfterPastingLosesNoPicture()
    {
        const Opened opened(sample());
        QVERIFY(opened.isOpen);
        pastePictureThatIsNotTakenInYet(opened);
        QTRY_VERIFY(opened.editor().isTakingPictures());
        Left left;
        opened.page->leave(left.callback());
        QTRY_COMPARE(opened.stage().heldPictures.size(), 1U);
        QTest::qWait(300);
        QVERIFY(!left.answer);
        QVERIFY(!opened.editor().noticeText().isEmpty());
        opened.stage().answerPictures();
        QTRY_VERIFY(left.answer);
        QVERIFY(*left.answer);
        QVERIFY2(opened.stage().typed.back().content.body.contains("\"media\":\"0"),
                 opened.stage().typed.back().content.body.constData());
    }

    // One that never comes keeps nobody: he is told, and leaves without it.
    void aPictureThatDoesNotComeKeepsNobody()
    {
        const Opened opened(sample());
        QVERIFY(opened.isOpen);
        pastePictureThatIsNotTakenInYet(opened);
        QTRY_COMPARE(opened.stage().heldPictures.size(), 1U);
        Left left;
        opened.page->leave(left.callback());
        QTRY_VERIFY(left.answer);
        QCOMPARE(left.answer->error().subject, u"editor.picture"_s);
        QCOMPARE(opened.page->article(), opened.id);
        Left again;
        opened.page->leave(again.callback());
        QTRY_VERIFY(again.answer);
        QVERIFY(*again.answer);
        opened.stage().answerPictures(); // too late: nothing of it is anywhere
        QTest::qWait(100);
        QVERIFY(opened.page->article().isNull());
    }

    void whatCannotBeKeptIsNotReplacedByAColleaguesText()
    {
        const Opened opened(sample());
        QVERIFY(opened.isOpen);
        opened.stage().typeError = diskFull;
        QTest::keyClick(opened.title(), Qt::Key_X);
        QTRY_VERIFY(bannerButton(*opened.page, u"Tr&y again"_s));
        const QString typed = opened.title()->text();
        Content theirs = sample();
        theirs.title = u"Tổng kết mười tháng"_s;
        QSignalSpy failed(opened.page.get(), &WritingPage::keepingFailed);
        opened.hearOf(theirs);
        QTRY_VERIFY(!failed.isEmpty()); // tried again before the view was asked for
        opened.page->save();
        QTRY_VERIFY(failed.size() > 1);
        QCOMPARE(opened.title()->text(), typed);
        opened.stage().typeError.reset();
        bannerButton(*opened.page, u"Tr&y again"_s)->click();
        QTRY_COMPARE(opened.stage().typed.size(), std::size_t(1));
        QCOMPARE(opened.stage().typed[0].content.title, typed);
        QCOMPARE(opened.stage().typed[0].base, TextBase{1}); // for the desk to merge
    }
};

QTEST_MAIN(TestWritingTogether)
#include "tst_writingtogether.moc"
