// Earlier versions on the writing page: looked at, compared, put back.
#include "support/Patience.h"
#include "ui/articles/ArticleForm.h"
#include "ui/articles/PicturesPanel.h"
#include "ui/articles/VersionsFixture.h"
#include "ui/editor/EditorToolBar.h"
#include "ui/editor/EditorWebView.h"
#include "ui/editor/FindBar.h"
#include "ui/review/ReadingView.h"
#include "ui/widgets/Preferences.h"
#include "ui/widgets/TagField.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QTabBar>
#include <QTest>

using namespace toasoan;

class TestWritingVersions : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { setTheScene(); }

    void whoWhenAndWhatStepAreSaidAndWhatIsDifferentIsShown()
    {
        const InThirdVersion opened;
        QVERIFY(opened.isOpen);
        VersionsDialog *dialog = opened.versions();
        QVERIFY(dialog);
        auto *list = dialog->findChild<QListWidget *>();
        QCOMPARE(list->currentRow(), 1); // the one before what stands there
        const QString first = list->item(1)->text();
        QVERIFY2(first.contains(u"Version 1"_s) && first.contains(DeskStage::user.name), qPrintable(first));
        QVERIFY2(first.count(u'\n') == 2, qPrintable(first)); // with the step that was taken on it
        auto *reading = dialog->findChild<ReadingView *>();
        QTRY_VERIFY(reading->html().contains(u"<ins"_s) || reading->html().contains(u"diff-"_s));
        dialog->findChild<QTabBar *>()->setCurrentIndex(1);
        QTRY_VERIFY(reading->html().contains(u"Nội dung trước"_s) && !reading->html().contains(u"<ins"_s));
        dialog->reject();
    }

    // What a sitting saved before its last is there for who asks for it, and is put back like any version.
    void savesInBetweenAreShownOnDemandAndPutBack()
    {
        InThirdVersion opened;
        QVERIFY(opened.isOpen);
        Content between = earlier();
        between.title = u"Tựa đề giữa chừng"_s;
        auto &versions = opened.stage().versions;
        DeskStage::Earlier extra = versions.front();
        extra.line.version = 2;
        extra.line.isSuperseded = true;
        extra.content = between;
        versions.insert(versions.begin() + 1, extra);
        VersionsDialog *dialog = opened.versions();
        QVERIFY(dialog);
        auto *list = dialog->findChild<QListWidget *>();
        auto *more = dialog->findChild<QCheckBox *>();
        QTRY_VERIFY(more->isVisible());
        list->setCurrentRow(0);
        more->click();
        QCOMPARE(list->count(), 3);
        QCOMPARE(list->currentRow(), 0); // what was chosen is still
        list->setCurrentRow(1);
        QTRY_VERIFY(buttonOf(*dialog, u"&Restore this version"_s)->isEnabled());
        more->click(); // what was chosen is not in the list any more
        QCOMPARE(list->count(), 2);
        QCOMPARE(list->currentRow(), 1);
        more->click();
        list->setCurrentRow(1);
        QTRY_VERIFY(buttonOf(*dialog, u"&Restore this version"_s)->isEnabled());
        buttonOf(*dialog, u"&Restore this version"_s)->click();
        QTRY_COMPARE(opened.title()->text(), u"Tựa đề giữa chừng"_s);
    }

    void aVersionIsPutBackAsAChangeThatIsKeptAndUndone()
    {
        const InThirdVersion opened;
        QVERIFY(opened.isOpen);
        QTest::keyClick(opened.title(), Qt::Key_End);
        QTest::keyClick(opened.title(), Qt::Key_X); // not sent yet
        const QString typedTitle = opened.title()->text();
        VersionsDialog *dialog = opened.versions();
        QVERIFY(dialog);
        QTRY_VERIFY(buttonOf(*dialog, u"&Restore this version"_s)->isEnabled());
        buttonOf(*dialog, u"&Restore this version"_s)->click();
        QTRY_COMPARE(opened.title()->text(), u"Tựa đề trước"_s);
        QTRY_VERIFY(!opened.stage().typed.empty());
        QTRY_COMPARE(opened.typed().body, bodyWith("Nội dung trước"));
        QCOMPARE(opened.typed().title, u"Tựa đề trước"_s);
        QCOMPARE(opened.typed().tags, QStringList{u"tổng kết"_s});
        QCOMPARE(opened.typed().correction, u"Đính chính nay"_s); // it is about what readers had
        QVERIFY(!opened.stage().saves.empty()); // what stood there was given to be sent first
        QTRY_COMPARE(opened.stage().putBack, std::vector{opened.id}); // and stays a version of its own

        QTRY_VERIFY(bannerButton(*opened.page, u"Undo restoring"_s));
        bannerButton(*opened.page, u"Undo restoring"_s)->click();
        QTRY_COMPARE(opened.typed().body, bodyWith("Nội dung nay"));
        QCOMPARE(opened.typed().title, typedTitle);
        QVERIFY(!bannerButton(*opened.page, u"Undo restoring"_s));
    }

    void whoMayNotWriteMayLook()
    {
        const InThirdVersion opened(State::AwaitingApproval);
        QVERIFY(opened.isOpen);
        VersionsDialog *dialog = opened.versions();
        QVERIFY(dialog);
        QTRY_VERIFY(!dialog->findChild<ReadingView *>()->html().isEmpty());
        QVERIFY(!buttonOf(*dialog, u"&Restore this version"_s)->isVisible());
    }

    void aVersionFromTheReviewPageIsPutInWhereItIsWritten()
    {
        const InThirdVersion opened;
        QVERIFY(opened.isOpen);
        Left left;
        opened.page->leave(left.callback());
        QTRY_VERIFY(left.answer);
        opened.page->openAndRestore(opened.id, 1, earlier());
        QTRY_COMPARE(opened.title()->text(), u"Tựa đề trước"_s);
        QTRY_VERIFY(!opened.stage().typed.empty());
        QTRY_COMPARE(opened.typed().body, bodyWith("Nội dung trước"));
    }

    // He went elsewhere before the article was there: no other text takes the version in.
    void whatWasToBeRestoredGoesWithItsArticle()
    {
        const InThirdVersion opened;
        QVERIFY(opened.isOpen);
        Content other = sample();
        other.title = u"Bài khác"_s;
        const ArticleId second = opened.stage().add(other, State::Draft, DeskStage::user.id).article.id;
        Left left;
        opened.page->leave(left.callback());
        QTRY_VERIFY(left.answer);
        opened.page->openAndRestore(opened.id, 1, earlier());
        Left again;
        opened.page->leave(again.callback());
        QTRY_VERIFY(again.answer);
        opened.page->open(second);
        QTRY_COMPARE(opened.title()->text(), u"Bài khác"_s);
        QTest::qWait(300); // what should not come
        QCOMPARE(opened.title()->text(), u"Bài khác"_s);
        QVERIFY(opened.stage().typed.empty());
    }

    void whatCannotBeRestoredNowIsSaid()
    {
        const InThirdVersion opened(State::AwaitingApproval);
        QVERIFY(opened.isOpen);
        Left left;
        opened.page->leave(left.callback());
        QTRY_VERIFY(left.answer);
        opened.page->openAndRestore(opened.id, 1, earlier());
        const auto says = [&] {
            for (const auto *banner : opened.page->findChildren<Banner *>()) {
                if (banner->isVisible() && banner->text() == u"Version 1 was not restored."_s)
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(says());
        QCOMPARE(opened.title()->text(), InThirdVersion::now().title);
    }

    // The page around the sheet

    void wordsAreFoundFromTheTitleToo()
    {
        const Opened opened(InThirdVersion::now());
        QVERIFY(opened.isOpen);
        opened.page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(opened.page.get(), longestWait));
        opened.title()->setFocus();
        QTest::keyClick(opened.title(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(opened.editor().findBar()->isVisible());
        QTest::keyClick(opened.editor().findBar()->findChild<QLineEdit *>(), Qt::Key_Escape);
        QVERIFY(opened.editor().findBar()->isHidden());
        QTRY_VERIFY(opened.editor().webView()->focusProxy()->hasFocus());
    }

    void theTabKeyMeetsEveryField()
    {
        const Opened opened(InThirdVersion::now());
        QVERIFY(opened.isOpen);
        opened.page->resize(1300, 800);
        opened.page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(opened.page.get(), longestWait));
        opened.title()->setFocus();
        const auto tab = [] { QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab); };
        tab();
        QCOMPARE(QApplication::focusWidget(), field(*opened.page, u"Subtitle"_s));
        tab();
        QCOMPARE(QApplication::focusWidget(), field(*opened.page, u"Lead"_s));
        tab();
        QTRY_COMPARE(QApplication::focusWidget(), opened.editor().webView()->focusProxy());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        tab();
        const auto *section = opened.page->findChild<QComboBox *>();
        QTRY_COMPARE(QApplication::focusWidget(), section);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
        QTRY_COMPARE(QApplication::focusWidget(), opened.editor().webView()->focusProxy());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
        QTRY_COMPARE(QApplication::focusWidget(), field(*opened.page, u"Lead"_s));
    }

    void inANarrowWindowTheTextHasTheRoom()
    {
        const Opened opened(InThirdVersion::now());
        QVERIFY(opened.isOpen);
        auto *form = opened.page->findChild<ArticleForm *>();
        opened.page->resize(1300, 800);
        QTRY_VERIFY(form->isPanelShown());
        opened.page->resize(780, 640);
        QTRY_VERIFY(!form->isPanelShown());
        QCOMPARE(opened.page->width(), 780); // nothing pushes it wider
        const auto *picture = opened.editor().toolBar()->findAction(u"picture"_s);
        const QRect tool = opened.editor().toolBar()->actionGeometry(const_cast<QAction *>(picture));
        QVERIFY(tool.isValid() && tool.left() < 60);
        // What a finding asks for is in the panel: it comes.
        form->leadTo({.rule = ChecklistRule::SectionMissing, .place = ContentPlace::Section, .media = {}});
        QVERIFY(form->isPanelShown());
    }

    void theHeadGrowsWithTheText()
    {
        const auto desk = makeStageDesk();
        Preferences preferences;
        WritingPage page(*desk, nullptr, &preferences);
        page.resize(1300, 800);
        page.show();
        page.openNew();
        auto *title = field(page, u"Title"_s);
        const int before = title->fontInfo().pixelSize();
        preferences.stepZoom(1);
        preferences.stepZoom(1);
        QVERIFY(title->fontInfo().pixelSize() > before);
        QCOMPARE(page.findChild<EditorView *>()->webView()->zoomFactor(), 1.25);
    }
};

QTEST_MAIN(TestWritingVersions)
#include "tst_writingversions.moc"
