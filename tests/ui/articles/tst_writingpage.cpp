#include "support/Patience.h"
#include "ui/articles/ArticleForm.h"
#include "ui/articles/BylinesField.h"
#include "ui/articles/PicturesPanel.h"
#include "ui/articles/SavedTrail.h"
#include "ui/articles/SubmitDialog.h"
#include "ui/articles/WritingFixture.h"
#include "ui/editor/EditorToolBar.h"
#include "ui/models/NewsroomText.h"
#include "ui/models/StateChip.h"
#include "ui/models/StepText.h"
#include "ui/widgets/ActionBar.h"
#include "ui/widgets/TagField.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDesktopServices>
#include <QElapsedTimer>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QScopeGuard>
#include <QScopedValueRollback>
#include <QTest>

using namespace toasoan;

namespace {

Content longItem()
{
    Content content = sample();
    content.title = u"Xã Bình Minh sơ kết công tác chuyển đổi số quý IV và bàn nhiệm vụ năm tới"_s;
    content.body = bodyWith(QByteArray("một hai ba bốn năm ").repeated(400));
    return content;
}

/// All that the trail says, one after the other.
class TrailWatch : public QObject
{
public:
    explicit TrailWatch(const WritingPage &page) : m_trail(page.findChild<SavedTrail *>())
    {
        m_trail->installEventFilter(this);
    }
    std::vector<Reached> said;

private:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::ToolTipChange) // comes with each change of what it says
            said.push_back(m_trail->reached());
        return false;
    }
    SavedTrail *m_trail;
};

/// Where a link was opened.
class Browser : public QObject
{
    Q_OBJECT

public:
    Browser()
    {
        for (const auto &scheme : {u"https"_s, u"mailto"_s, u"file"_s})
            QDesktopServices::setUrlHandler(scheme, this, "open");
    }
    ~Browser() override
    {
        for (const auto &scheme : {u"https"_s, u"mailto"_s, u"file"_s})
            QDesktopServices::unsetUrlHandler(scheme);
    }
    QList<QUrl> opened;

public slots:
    void open(const QUrl &url) { opened.append(url); }
};

/// A step that was given for the article, and that the server refused.
RequestId refuse(ArticleView &view, Step step, const Error &why)
{
    const RequestId request{DeskStage::newId().uuid};
    view.waiting.push_back({.request = request,
                            .article = view.article.id,
                            .title = view.article.content.title,
                            .step = step,
                            .givenAt = SystemClock().now(),
                            .state = WaitingState::Refused,
                            .refusal = why});
    return request;
}

} // namespace

class TestWritingPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { setTheScene(); }

    void whatIsTypedReachesTheDeskWithoutWaitingForAPause()
    {
        const auto desk = makeStageDesk();
        WritingPage page(*desk);
        page.show();
        page.openNew();
        const auto &typed = stageOf(*desk).typed;
        QElapsedTimer since;
        since.start();
        while (typed.empty() && since.elapsed() < longestWait) { // a key every 20 ms: a sliding delay would never end
            QTest::keyClick(field(page, u"Title"_s), Qt::Key_A);
            QTest::qWait(20);
        }
        QVERIFY2(!typed.empty(), "nothing was kept while somebody typed");
        QTRY_COMPARE(typed.back().content.title, field(page, u"Title"_s)->text());
        QCOMPARE(typed.back().content.bylines.at(0).name, u"Hoa Lê"_s);
        QTRY_COMPARE(page.findChild<SavedTrail *>()->reached(), Reached::ThisPc);
    }

    void whatWasCutIsNotSaidOfATextThatIsClosed()
    {
        const Opened opened(sample());
        QVERIFY(opened.isOpen);
        opened.title()->selectAll();
        QGuiApplication::clipboard()->setText(QString(375, u'a'));
        opened.title()->paste();
        QVERIFY(!opened.editor().noticeText().isEmpty());
        opened.view().article.state = State::Submitted; // it is handed on
        DeskStage::allow(opened.view());
        emit opened.desk->articleChanged(opened.id);
        QTRY_VERIFY(opened.title()->isReadOnly());
        QCOMPARE(opened.editor().noticeText(), QString());
    }

    // It is cut already: nobody is told to do what is done, and the second field does not take the first one's word.
    void whatWasCutIsSaidToBeLeftOut()
    {
        const Opened opened(sample());
        QVERIFY(opened.isOpen);
        auto *tags = opened.page->findChild<TagField *>();
        const QString words = QString(375, u'a');
        opened.title()->selectAll();
        QGuiApplication::clipboard()->setText(words);
        opened.title()->paste();
        QCOMPARE(opened.title()->text(), words.left(300));
        QCOMPARE(opened.editor().noticeText(),
                 u"Only 300 characters fit into the title. What goes beyond was left out."_s);
        QStringList many;
        for (int i = 0; i < 60; ++i)
            many.append(u"t%1"_s.arg(i));
        QGuiApplication::clipboard()->setText(many.join(u", "_s));
        tags->selectAll();
        tags->paste();
        QCOMPARE(tags->tags().size(), 30);
        QCOMPARE(opened.editor().noticeText(),
                 u"Only 300 characters fit into the title. What goes beyond was left out.\n"
                 "Only 30 tags of 60 characters each fit in. What goes beyond was left out."_s);
        opened.editor().showNotice(u"Something else"_s);
        opened.title()->paste();
        QCOMPARE(opened.editor().noticeText(),
                 u"Only 300 characters fit into the title. What goes beyond was left out."_s);
    }

    // Chip and trail say two things, or one of them says it.
    void thatItIsPublishedIsSaidOnce()
    {
        const Opened opened(sample(), State::Published);
        QVERIFY(opened.isOpen);
        const auto *chip = opened.page->findChild<StateChip *>();
        const auto *trail = opened.page->findChild<SavedTrail *>();
        ArticleView &view = opened.view();
        view.article.publication =
            Publication{.number = 7, .slug = u"bai"_s, .version = 1, .firstAt = {}, .at = {}, .takenDownAt = {}};
        view.saved = SavedState::Published;
        emit opened.desk->articleChanged(opened.id);
        QTRY_COMPARE(trail->reached(), Reached::Portal);
        QVERIFY(trail->isHidden());
        QVERIFY(chip->isVisible());
        QCOMPARE(chip->state(), State::Published);
        // Under correction the one says how far the work is, and the other what readers have.
        view.article.state = State::InEditing;
        emit opened.desk->articleChanged(opened.id);
        QTRY_COMPARE(chip->state(), State::InEditing);
        QVERIFY(chip->isVisible() && trail->isVisible());
        view.saved = SavedState::Sent;
        view.article.state = State::Published; // something was written beside it
        emit opened.desk->articleChanged(opened.id);
        QTRY_COMPARE(chip->state(), State::Published);
        QTRY_VERIFY(trail->isVisible());
    }

    // Nobody has to go on with what is published: between two sentences stands one blank all the same.
    void sentencesStandOneBlankApart()
    {
        const QScopedValueRollback editor(DeskStage::user.grants, {{.role = Role::Editor, .section = {}}});
        const Opened opened(sample(), State::Published);
        QVERIFY(opened.isOpen);
        const auto said = [&opened](const QString &words) {
            const auto banners = opened.page->findChildren<Banner *>();
            return std::ranges::any_of(
                banners, [&](const Banner *banner) { return banner->isVisible() && banner->text().contains(words); });
        };
        QTRY_VERIFY(said(u"Published: read-only. To go on writing, press"_s));
        QVERIFY(!said(u"  "_s));
    }

    void manyWordsAreCountedAsPeopleWriteNumbers()
    {
        const QScopeGuard back([usual = QLocale()] { QLocale::setDefault(usual); });
        for (const auto &[locale, text] :
             {std::pair(QLocale(u"en_GB"_s), u"60,036 words"_s), std::pair(QLocale(u"vi_VN"_s), u"60.036 words"_s)}) {
            QLocale::setDefault(locale);
            const Opened opened(sample());
            QVERIFY(opened.isOpen);
            emit opened.editor().wordCountChanged(60'036, 0);
            const auto labels = opened.page->findChildren<QLabel *>();
            QVERIFY(std::ranges::any_of(
                labels, [&](const QLabel *label) { return label->text().startsWith(text.left(text.indexOf(u' '))); }));
        }
    }

    // A name that is to be another everywhere stands in the title and the lead too.
    void wordsAreFoundAndReplacedInTitleAndLeadToo()
    {
        Content content = sample();
        content.title = u"Thôn Đông họp"_s;
        content.lead = u"Sáng nay thôn Đông họp. Thôn Đông có 120 hộ."_s;
        content.body = bodyWith("Thôn Đông nằm ven sông.");
        const Opened opened(content);
        QVERIFY(opened.isOpen);
        FindBar &bar = *opened.editor().findBar();
        auto *text = bar.findChildren<QLineEdit *>().at(0);
        auto *replacement = bar.findChildren<QLineEdit *>().at(1);
        auto *lead = field(*opened.page, u"Lead"_s);
        const auto count = [&bar] { return bar.findChildren<QLabel *>().at(0)->text(); };
        opened.editor().showFind(FindBar::Kind::Replace);
        text->setText(u"thôn đông"_s);
        QTRY_COMPARE(count(), u"4/4"_s); // the one in the text, where the caret is
        bar.next(); // round, from the top
        QTRY_COMPARE(count(), u"1/4"_s);
        QCOMPARE(opened.title()->textCursor().selectedText(), u"Thôn Đông"_s);
        bar.next();
        QTRY_COMPARE(count(), u"2/4"_s);
        QCOMPARE(lead->textCursor().selectionStart(), 9);
        QVERIFY(!opened.title()->textCursor().hasSelection()); // only the place that is current looks so
        bar.previous();
        bar.previous();
        QTRY_COMPARE(count(), u"4/4"_s);
        QVERIFY(!opened.title()->textCursor().hasSelection() && !lead->textCursor().hasSelection());
        bar.next();
        QTRY_COMPARE(count(), u"1/4"_s);
        replacement->setText(u"Thôn Đoài"_s);
        QTest::keyClick(replacement, Qt::Key_Return);
        QCOMPARE(opened.title()->text(), u"Thôn Đoài họp"_s);
        QTRY_COMPARE(count(), u"1/3"_s);
        bar.findChildren<QPushButton *>().last()->click(); // all that are left
        QCOMPARE(lead->text(), u"Sáng nay Thôn Đoài họp. Thôn Đoài có 120 hộ."_s);
        QTRY_VERIFY(!opened.stage().typed.empty()
                    && opened.stage().typed.back().content.body.contains(u"Thôn Đoài nằm"_s.toUtf8())
                    && opened.stage().typed.back().content.lead == lead->text()
                    && opened.stage().typed.back().content.title == u"Thôn Đoài họp"_s);
        QTest::keyClick(text, Qt::Key_Escape);
        QVERIFY(bar.isHidden());
        QVERIFY(opened.title()->extraSelections().isEmpty());
    }

    // Fields that came with letters and marks apart; a field without room for all is left alone, whole.
    void wordsAreReplacedOnceForUndoAndNeverHalf()
    {
        Content content = sample();
        const QString word = u"Thôn Đông"_s;
        content.title = word.normalized(QString::NormalizationForm_D) + u" họp, thôn đông vui"_s;
        content.lead = QString(ContentLimits::lead - word.size(), u'x') + word;
        content.body = bodyWith("Một câu khác.");
        const Opened opened(content);
        QVERIFY(opened.isOpen);
        FindBar &bar = *opened.editor().findBar();
        auto *lead = field(*opened.page, u"Lead"_s);
        const QString title = opened.title()->text();
        opened.editor().showFind(FindBar::Kind::Replace);
        bar.findChildren<QLineEdit *>().at(0)->setText(word);
        bar.findChildren<QLineEdit *>().at(1)->setText(u"Thôn Đông Hòa"_s);
        QTRY_COMPARE(bar.findChildren<QLabel *>().at(0)->text(), u"1/3"_s);
        lead->moveCursor(QTextCursor::Start);
        bar.findChildren<QPushButton *>().last()->click();
        QCOMPARE(opened.title()->text(), u"Thôn Đông Hòa họp, Thôn Đông Hòa vui"_s);
        QCOMPARE(lead->text(), content.lead);
        QTRY_VERIFY(opened.editor().toolBar()->findAction(u"undo"_s)->isEnabled()); // all of it is heard
        QApplication::setActiveWindow(opened.page.get());
        opened.title()->setFocus();
        QTest::keyClick(opened.title(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(opened.title()->text(), title);
    }

    void theTrailNeverSaysMoreThanIsSo()
    {
        const Opened opened(sample());
        QVERIFY(opened.isOpen);
        QCOMPARE(opened.page->findChild<SavedTrail *>()->reached(), Reached::Server);
        const TrailWatch watch(*opened.page);
        QTest::keyClick(opened.title(), Qt::Key_X);
        QCOMPARE(watch.said, std::vector{Reached::Nowhere}); // at once, before anything answered
        QTRY_COMPARE(opened.page->findChild<SavedTrail *>()->reached(), Reached::ThisPc);
        opened.view().saved = SavedState::Sent;
        emit opened.desk->articleChanged(opened.id);
        QTRY_COMPARE(opened.page->findChild<SavedTrail *>()->reached(), Reached::Server);
        QCOMPARE(watch.said, (std::vector{Reached::Nowhere, Reached::ThisPc, Reached::Server}));
    }

    void theSheetStaysWhereItIsHoweverFarTheTextComes()
    {
        const Opened opened(sample());
        QVERIFY(opened.isOpen);
        const WritingPage &page = *opened.page;
        auto *trail = page.findChild<SavedTrail *>();
        auto *steps = page.findChild<ActionBar *>();
        steps->setActions({{.id = u"a"_s, .text = u"Trả lại tác giả"_s, .icon = u"send"_s, .act = [] {}},
                           {.id = u"b"_s, .text = u"Trình lãnh đạo duyệt"_s, .icon = u"send"_s, .act = [] {}}});
        const QWidget *sheet = page.findChild<ArticleForm *>();
        const auto words = [&] {
            return std::ranges::count_if(trail->findChildren<QLabel *>(), [](const QLabel *label) {
                return label->isVisible() && !label->text().isEmpty();
            });
        };
        for (int width = 900; width <= 1400; width += 20) {
            opened.page->resize(width, 700);
            QTRY_VERIFY2(steps->height() <= 40 && trail->height() <= 40, qPrintable(QString::number(width)));
            const int top = sheet->y();
            const auto before = words();
            QVERIFY2(words() > 0, qPrintable(QString::number(width)));
            for (const Reached reached :
                 {Reached::Nowhere, Reached::ThisPc, Reached::Server, Reached::Portal, Reached::Unkept}) {
                trail->setReached(reached);
                QCoreApplication::processEvents();
                QCOMPARE(sheet->y(), top);
                // While somebody types none comes or goes; what lies still says as much as it can.
                QVERIFY(reached == Reached::Portal ? words() >= before : words() == before);
            }
        }
    }

    // Names of buttons and words of the trail are left out for lack of room, and for nothing else.
    void noNameIsLeftOutWhereThereIsRoom()
    {
        const Opened opened(sample(), State::InEditing);
        QVERIFY(opened.isOpen);
        ArticleView &view = opened.view();
        view.article.publication =
            Publication{.number = 7, .slug = u"bai"_s, .version = 3, .firstAt = {}, .at = {}, .takenDownAt = {}};
        view.saved = SavedState::Published;
        DeskStage::allow(view);
        emit opened.desk->articleChanged(opened.id);
        auto *trail = opened.page->findChild<SavedTrail *>();
        QTRY_COMPARE(trail->reached(), Reached::Portal);
        const QLayout *bar = opened.page->layout()->itemAt(0)->layout();
        bool hasLeftOut = false;
        bool hasAll = false;
        for (int width = 560; width <= 1500; width += 20) {
            opened.page->resize(width, 700);
            QCoreApplication::processEvents();
            int free = bar->geometry().width();
            int shortest = QWIDGETSIZE_MAX;
            const auto leaveOut = [&](const QString &text) {
                shortest = qMin(shortest, opened.page->fontMetrics().horizontalAdvance(text));
            };
            int parts = 0;
            for (int at = 0; at < bar->count(); ++at) {
                const QWidget *part = bar->itemAt(at)->widget();
                if (!part || part->isHidden() || part->width() == 0)
                    continue;
                ++parts;
                free -= part == trail ? 0 : part->width();
                if (const auto *button = qobject_cast<const QPushButton *>(part);
                    button && button->text().isEmpty() && !button->isCheckable() && !button->menu())
                    leaveOut(button->accessibleName());
            }
            for (const auto *label : trail->findChildren<QLabel *>()) {
                if (label->isVisible())
                    free -= label->width() + 12;
                else if (!label->text().isEmpty())
                    leaveOut(label->text());
            }
            free -= 12 * parts;
            (shortest < QWIDGETSIZE_MAX ? hasLeftOut : hasAll) = true;
            const auto why = u"%1: %2 free, a name takes %3"_s.arg(width).arg(free).arg(shortest);
            QVERIFY2(free < shortest + 12, qPrintable(why));
        }
        QVERIFY(hasLeftOut);
        QVERIFY(hasAll);
    }

    // Whatever has the focus when the step's button is gone: nobody writes there now, and the page stays.
    void theSheetStaysWhereItWasReadWhenItsStepIsTaken()
    {
        const Opened opened(longItem());
        QVERIFY(opened.isOpen);
        opened.page->resize(700, 500); // the title takes several lines, the text many screens
        QWebEnginePage &sheet = *opened.editor().webView()->page();
        sheet.runJavaScript(u"window.scrollTo(0, 600)"_s);
        QTRY_VERIFY_WITH_TIMEOUT(sheet.scrollPosition().y() > 500, longestWait);
        auto *submit = opened.page->findChild<QPushButton *>(u"step-submit"_s);
        QVERIFY(submit);
        submit->setFocus();
        opened.view().article.state = State::Submitted;
        DeskStage::allow(opened.view());
        emit opened.desk->articleChanged(opened.id);
        QTRY_VERIFY(!opened.page->findChild<QPushButton *>(u"step-submit"_s) && opened.title()->isReadOnly());
        QVERIFY(answers(opened.editor()));
        QTest::qWait(300); // for what should not come
        QVERIFY2(sheet.scrollPosition().y() > 450, qPrintable(QString::number(sheet.scrollPosition().y())));
    }

    void theTitleIsShownFromItsFirstLine()
    {
        const Opened opened(longItem());
        QVERIFY(opened.isOpen);
        opened.page->resize(700, 500); // the title takes several lines, the text many screens
        QWebEnginePage &sheet = *opened.editor().webView()->page();
        opened.title()->moveCursor(QTextCursor::End);
        opened.editor().webView()->setFocus();
        sheet.runJavaScript(u"window.scrollTo(0, 600)"_s);
        QTRY_VERIFY_WITH_TIMEOUT(sheet.scrollPosition().y() > 500, longestWait);
        opened.title()->setFocus();
        QTRY_COMPARE_WITH_TIMEOUT(sheet.scrollPosition().y(), 0.0, longestWait);
    }

    void whatCouldNotBeKeptIsNeitherHereNorSent()
    {
        const Opened opened(sample());
        QVERIFY(opened.isOpen);
        const TrailWatch watch(*opened.page);
        opened.stage().typeError = diskFull;
        QTest::keyClick(opened.title(), Qt::Key_X);
        QTRY_VERIFY(bannerButton(*opened.page, u"Tr&y again"_s));
        emit opened.desk->articleChanged(opened.id); // the view is asked for, and knows nothing of the key
        QSignalSpy failed(opened.page.get(), &WritingPage::keepingFailed);
        QTRY_VERIFY(!failed.isEmpty());
        opened.stage().typeError.reset();
        bannerButton(*opened.page, u"Tr&y again"_s)->click();
        QTRY_COMPARE(opened.page->findChild<SavedTrail *>()->reached(), Reached::ThisPc);
        QCOMPARE(watch.said, (std::vector{Reached::Nowhere, Reached::Unkept, Reached::ThisPc}));
        QVERIFY(!bannerButton(*opened.page, u"Tr&y again"_s));
    }

    void whoLeavesATextThatCannotBeKeptIsToldAndStays()
    {
        const Opened opened(sample());
        QVERIFY(opened.isOpen);
        opened.stage().typeError = diskFull;
        QTest::keyClick(opened.title(), Qt::Key_X);
        Left left;
        opened.page->leave(left.callback());
        QTRY_VERIFY(left.answer);
        QVERIFY(!left.answer->ok());
        QCOMPARE(left.answer->error(), diskFull);
        QCOMPARE(opened.page->article(), opened.id);
        QVERIFY(bannerButton(*opened.page, u"Tr&y again"_s));
        QTest::keyClick(opened.title(), Qt::Key_Y); // it goes on being written
        QVERIFY(opened.title()->text().contains(u'y'));
        QVERIFY(bannerButton(*opened.page, u"Tr&y again"_s)); // and the page goes on saying so

        opened.stage().typeError.reset();
        Left again;
        opened.page->leave(again.callback());
        QTRY_VERIFY(again.answer);
        QVERIFY(again.answer->ok());
        QVERIFY(opened.page->article().isNull());
        QCOMPARE(opened.stage().typed.back().content.title, opened.title()->text());
        QCOMPARE(opened.stage().saves, std::vector{opened.id});
    }

    void whatIsTypedWhileTheArticleIsBeingLeftIsKeptToo()
    {
        const Opened opened(sample());
        QVERIFY(opened.isOpen);
        QTest::keyClick(opened.title(), Qt::Key_X);
        // The next key comes while the first is on its way to the disk.
        const auto once = std::make_shared<bool>(false);
        connect(opened.desk.get(), &Desk::articleChanged, opened.title(), [&opened, once] {
            if (!std::exchange(*once, true))
                QTest::keyClick(opened.title(), Qt::Key_Y);
        });
        Left left;
        opened.page->leave(left.callback());
        QTRY_VERIFY(left.answer);
        QVERIFY(left.answer->ok());
        QVERIFY(opened.title()->text().contains(u'y'));
        QCOMPARE(opened.stage().typed.back().content.title, opened.title()->text());
        QTest::keyClick(opened.title(), Qt::Key_Z); // of nobody's article
        QVERIFY(!opened.title()->text().contains(u'z'));
    }

    void whatIsTypedWhileTheArticleIsBeingLeftMustBeSafeToo()
    {
        const Opened opened(sample());
        QVERIFY(opened.isOpen);
        QTest::keyClick(opened.title(), Qt::Key_X);
        const auto once = std::make_shared<bool>(false);
        connect(opened.desk.get(), &Desk::articleChanged, opened.title(), [&opened, once] {
            if (std::exchange(*once, true))
                return;
            opened.stage().typeError = diskFull; // the first key was the last that found room
            QTest::keyClick(opened.title(), Qt::Key_Y);
        });
        Left left;
        opened.page->leave(left.callback());
        QTRY_VERIFY(left.answer);
        QVERIFY(!left.answer->ok());
        QCOMPARE(opened.page->article(), opened.id);
        QVERIFY(!opened.title()->isReadOnly());
    }

    void whatAPageSendsTooLateIsNotTakenForTheNextArticle()
    {
        Content before = sample();
        before.body = bodyWith("Của bài trước");
        const Opened opened(before);
        QVERIFY(opened.isOpen);
        Left left;
        opened.page->leave(left.callback());
        QTRY_VERIFY(left.answer);
        Content next = sample();
        next.title = u"Bài sau"_s;
        const ArticleId id = opened.stage().add(next, State::Draft, DeskStage::user.id).article.id;
        opened.page->open(id);
        QSignalSpy edited(&opened.editor(), &EditorView::edited);
        opened.bridge().changed(1, 1, 0, 1, {u"{\"type\":\"paragraph\"}"_s}, false); // of the first document shown
        QCOMPARE(edited.size(), 1);
        QTRY_COMPARE(opened.title()->text(), next.title);
        opened.page->save();
        Left again;
        opened.page->leave(again.callback());
        QTRY_VERIFY(again.answer);
        QVERIFY(opened.stage().typed.empty());
    }

    void whoeverIsFasterLeavesAndTheOtherLeavesWhatWasOpenedThen()
    {
        const Opened opened(sample());
        QVERIFY(opened.isOpen);
        QTest::keyClick(opened.title(), Qt::Key_X);
        ArticleId second;
        opened.page->leave([&](const Result<void> &) {
            opened.page->openNew();
            second = opened.page->article();
            QTest::keyClick(opened.title(), Qt::Key_B);
        });
        Left left;
        opened.page->leave(left.callback());
        QTRY_VERIFY(left.answer);
        QVERIFY(left.answer->ok());
        QVERIFY(opened.page->article().isNull());
        QCOMPARE(opened.stage().saves, (std::vector{opened.id, second}));
        QCOMPARE(opened.stage().typed.back().article, second);
        QCOMPARE(opened.stage().typed.back().content.title, u"b"_s);
    }

    void submittingAsksForTheWordOnStateSecrets()
    {
        const auto desk = makeStageDesk();
        const ArticleId id = stageOf(*desk).add(sample(), State::Draft, DeskStage::user.id).article.id;
        WritingPage page(*desk);
        page.show();
        page.open(id);
        QTRY_VERIFY(page.findChild<QPushButton *>(u"step-submit"_s));
        page.findChild<QPushButton *>(u"step-submit"_s)->click();
        QTRY_VERIFY(page.findChild<SubmitDialog *>());
        auto *dialog = page.findChild<SubmitDialog *>();
        auto *submit = dialog->findChildren<QPushButton *>().at(0);
        for (auto *button : dialog->findChildren<QPushButton *>()) {
            if (button->isDefault())
                submit = button;
        }
        QVERIFY(!submit->isEnabled());
        submit->click();
        QVERIFY(stageOf(*desk).commands.empty());
        dialog->findChild<QCheckBox *>()->click();
        submit->click();
        QTRY_COMPARE(stageOf(*desk).commands.size(), std::size_t(1));
        const auto *command = std::get_if<Submit>(&stageOf(*desk).commands[0]);
        QVERIFY(command);
        QCOMPARE(command->stateSecret, StateSecret::ConfirmedNone);
        QCOMPARE(command->target.id, id);
    }

    void pressingTwiceAsksOnce()
    {
        const auto desk = makeStageDesk();
        const ArticleId id = stageOf(*desk).add(sample(), State::Draft, DeskStage::user.id).article.id;
        WritingPage page(*desk);
        page.show();
        page.open(id);
        QTRY_VERIFY(page.findChild<QPushButton *>(u"step-submit"_s));
        auto *button = page.findChild<QPushButton *>(u"step-submit"_s);
        for (int i = 0; i < 3; ++i)
            button->click(); // while the text is being kept
        QTRY_VERIFY(page.findChild<SubmitDialog *>());
        QTest::qWait(300);
        button->click();
        QTest::qWait(300);
        QTRY_COMPARE(page.findChildren<SubmitDialog *>().size(), 1);
    }

    // Taken in and sent on by two presses, a little apart, nobody has read it: other buttons than those that were
    // pressed rest for a moment, and the next one wants a word that no press gives by itself.
    void pressingOnAndOnSendsNothingUnread()
    {
        DeskStage::user.grants = {{.role = Role::Editor, .section = {}}};
        const auto desk = makeStageDesk();
        DeskStage &stage = stageOf(*desk);
        const ArticleId id = stage.add(sample(), State::Submitted, {}).article.id;
        ArticleView &view = stage.articles.at(id);
        view.allowedSteps = {Step::Claim};
        WritingPage page(*desk);
        page.resize(1000, 700);
        page.show();
        page.open(id);
        QTRY_VERIFY(page.findChild<QPushButton *>(u"step-claim"_s));
        page.findChild<QPushButton *>(u"step-claim"_s)->click();
        QTRY_COMPARE(stage.commands.size(), std::size_t(1));
        view.article.state = State::InEditing;
        view.allowedSteps = {Step::Save, Step::RequestApproval};
        emit desk->articleChanged(id);
        const auto next = [&page] { // whichever stands there now
            for (auto *button : page.findChildren<QPushButton *>(u"step-requestApproval"_s))
                if (button->isVisible())
                    return button;
            return static_cast<QPushButton *>(nullptr);
        };
        QTRY_VERIFY(next());
        QVERIFY(!next()->isEnabled());
        QVERIFY(!next()->hasFocus());
        next()->click();
        QTest::qWait(300);
        QVERIFY(!page.findChild<SubmitDialog *>());
        QTRY_VERIFY(next() && next()->isEnabled());
        next()->click();
        QTRY_VERIFY(page.findChild<SubmitDialog *>());
        auto *question = page.findChild<SubmitDialog *>();
        for (const auto key : {Qt::Key_Return, Qt::Key_Enter})
            QTest::keyClick(question, key);
        QTest::qWait(200);
        QCOMPARE(stage.commands.size(), std::size_t(1));
        question->findChild<QCheckBox *>()->click();
        for (auto *button : question->findChildren<QPushButton *>()) {
            if (button->isDefault())
                button->click();
        }
        QTRY_COMPARE(stage.commands.size(), std::size_t(2));
        QCOMPARE(stepOf(stage.commands.at(1)), Step::RequestApproval);
    }

    static void openWithTwoTitles(WritingPage &page, Desk &desk)
    {
        Content content = sample();
        content.title = u"Tổng kết quý / Họp bàn"_s;
        content.conflicts = {TextField::Title};
        page.show();
        page.open(stageOf(desk).add(content, State::Draft, DeskStage::user.id).article.id);
    }

    void twoTitlesAreMarkedUntilThePersonSaysThatItIsSettled()
    {
        const auto desk = makeStageDesk();
        WritingPage page(*desk);
        openWithTwoTitles(page, *desk);
        const auto settle = [&page]() -> QPushButton * {
            for (auto *button : page.findChildren<QPushButton *>()) {
                if (button->text() == u"Mark as reso&lved"_s && button->isVisible())
                    return button;
            }
            return nullptr;
        };
        QTRY_VERIFY(settle());
        QTest::keyClick(field(page, u"Title"_s), Qt::Key_X); // typing alone settles nothing: it may have been under way
        QTRY_COMPARE(stageOf(*desk).typed.size(), std::size_t(1));
        QCOMPARE(stageOf(*desk).typed.back().content.conflicts, std::vector{TextField::Title});
        settle()->click();
        QTRY_COMPARE(stageOf(*desk).typed.size(), std::size_t(2));
        QVERIFY(stageOf(*desk).typed.back().content.conflicts.empty());
        QVERIFY(!settle());
        QVERIFY(field(page, u"Title"_s)->hasFocus());
    }

    // "Tổng kết quý Họp bàn" was on a portal: nobody had chosen, somebody had pressed the button.
    void whatAMergeMadeIsNotSettledByAPressAlone()
    {
        const auto desk = makeStageDesk();
        WritingPage page(*desk);
        openWithTwoTitles(page, *desk);
        const auto button = [&page](const QString &text) -> QPushButton * {
            for (auto *each : page.findChildren<QPushButton *>()) {
                if (each->text() == text && each->isVisible())
                    return each;
            }
            return nullptr;
        };
        QTRY_VERIFY(button(u"Mark as reso&lved"_s));
        button(u"Mark as reso&lved"_s)->click();
        QTRY_VERIFY(button(u"&Edit it"_s));
        QVERIFY(button(u"&Edit it"_s)->isDefault());
        button(u"&Edit it"_s)->click();
        QTRY_VERIFY(field(page, u"Title"_s)->hasFocus());
        QVERIFY(button(u"Mark as reso&lved"_s));
        QVERIFY(stageOf(*desk).typed.empty());

        button(u"Mark as reso&lved"_s)->click();
        QTRY_VERIFY(button(u"&Leave it so"_s));
        button(u"&Leave it so"_s)->click();
        QTRY_COMPARE(stageOf(*desk).typed.size(), std::size_t(1));
        QVERIFY(stageOf(*desk).typed.back().content.conflicts.empty());
        QVERIFY(!button(u"Mark as reso&lved"_s));
    }

    void undoStaysWithinTheArticle()
    {
        const auto desk = makeStageDesk();
        const ArticleId first = stageOf(*desk).add(sample(), State::Draft, DeskStage::user.id).article.id;
        Content other = sample();
        other.title = u"Bài khác"_s;
        const ArticleId second = stageOf(*desk).add(other, State::Draft, DeskStage::user.id).article.id;
        Content &firstContent = stageOf(*desk).articles.at(first).article.content;
        firstContent.source = u"Báo Quảng Trị"_s;
        firstContent.tags = {u"lúa"_s};
        firstContent.bylines = {{.name = u"Lê Hoa"_s, .share = Share::Words}};
        stageOf(*desk).articles.at(second).article.content.bylines = firstContent.bylines;
        WritingPage page(*desk);
        page.show();
        page.open(first);
        auto *title = field(page, u"Title"_s);
        QTRY_COMPARE(title->text(), sample().title);
        const auto line = [&page](const QString &name) {
            const auto lines = page.findChildren<QLineEdit *>();
            return *std::ranges::find(lines, name, &QLineEdit::accessibleName);
        };
        QTest::keyClick(line(u"Name under the article"_s), Qt::Key_Y);
        QTest::keyClick(line(u"Name under the article"_s), Qt::Key_Backspace);
        QTest::keyClick(title, Qt::Key_X);
        QTest::keyClick(title, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(title->text(), sample().title);
        Left left;
        page.leave(left.callback());
        QTRY_VERIFY(left.answer);
        page.open(second);
        QTRY_COMPARE(title->text(), other.title);
        QTest::keyClick(title, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(title->text(), other.title);
        for (const auto &[name, text] : {std::pair(u"Source"_s, QString()), std::pair(u"Tags"_s, QString()),
                                         std::pair(u"Name under the article"_s, u"Lê Hoa"_s)}) {
            QTest::keyClick(line(name), Qt::Key_Z, Qt::ControlModifier);
            QVERIFY2(line(name)->text() == text, qPrintable(name + u": "_s + line(name)->text()));
        }
    }

    // What it sent last may not be all: no step is taken on it, and the article stays open.
    void anEditorThatDoesNotAnswerLetsNothingGoOn()
    {
        const Opened opened(sample());
        QVERIFY(opened.isOpen);
        WritingPage &page = *opened.page;
        const auto isOver = std::make_shared<bool>(false);
        opened.editor().webView()->page()->runJavaScript(
            u"const end = Date.now() + 14000; while (Date.now() < end) ;"_s,
            [isOver](const QVariant &) { *isOver = true; });
        const auto says = [&page] {
            const auto banners = page.findChildren<Banner *>();
            return std::ranges::any_of(banners, [](const Banner *banner) {
                const auto labels = banner->findChildren<QLabel *>();
                return banner->isVisible() && std::ranges::any_of(labels, [](const QLabel *label) {
                           return label->text().contains(u"The editor does not answer"_s);
                       });
            });
        };
        const auto button = [&page](const QString &name) {
            const auto buttons = page.findChildren<QPushButton *>();
            return *std::ranges::find_if(buttons, [&](const auto *each) { return each->objectName() == name; });
        };
        button(u"step-submit"_s)->click();
        QTRY_VERIFY(says());
        QVERIFY(!page.findChild<SubmitDialog *>());
        QVERIFY(opened.stage().commands.empty());
        Left left;
        page.leave(left.callback());
        QTRY_VERIFY(left.answer);
        QCOMPARE(left.answer->error().subject, u"editor.silent"_s);
        QCOMPARE(page.article(), opened.id);

        // When it answers again all goes on as ever.
        std::optional<EditorView::Flushed> outcome;
        QTRY_VERIFY(*isOver);
        QTRY_VERIFY(opened.editor().noticeText().isEmpty());
        opened.editor().flush([&](const QByteArray &, EditorView::Flushed how) { outcome = how; });
        QTRY_VERIFY(outcome);
        Left again;
        page.leave(again.callback());
        QTRY_VERIFY(again.answer);
        QVERIFY(*again.answer);
        QVERIFY(page.article().isNull());
    }

    void linksOpenInTheBrowserAndNothingElseDoes()
    {
        const Opened opened(sample());
        QVERIFY(opened.isOpen);
        Browser browser;
        for (const auto &href : {u"https://example.vn/a"_s, u"mailto:a@example.vn"_s, u"file:///etc/passwd"_s})
            opened.bridge().linkClicked(href);
        QCOMPARE(browser.opened, (QList<QUrl>{QUrl(u"https://example.vn/a"_s), QUrl(u"mailto:a@example.vn"_s)}));
    }

    void aRefusalSaysWhatCanBeDone()
    {
        const auto desk = makeStageDesk();
        ArticleView &view = stageOf(*desk).add(sample(), State::Draft, DeskStage::user.id);
        const RequestId request = refuse(view, Step::Save, {ErrorCode::Forbidden, u"article.section"_s, {}});
        WritingPage page(*desk);
        page.show();
        page.open(view.article.id);
        const auto button = [&page](const QString &label) { return bannerButton(page, label); };
        QTRY_VERIFY(button(u"Tr&y again"_s));
        button(u"Tr&y again"_s)->click();
        QTRY_COMPARE(stageOf(*desk).retries, std::vector<RequestId>{request});
        button(u"&Keep as a new draft"_s)->click();
        QTRY_COMPARE(stageOf(*desk).keptAsDrafts, std::vector<ArticleId>{view.article.id});
    }

    // Nothing is lost by not deleting, and deleting what is another text by now is not tried again.
    void aRefusedDeletionOffersToKeepTheDraft()
    {
        const auto desk = makeStageDesk();
        ArticleView &view = stageOf(*desk).add(sample(), State::Draft, DeskStage::user.id);
        const RequestId request = refuse(view, Step::Delete, {ErrorCode::Conflict, u"article.version"_s, {}});
        WritingPage page(*desk);
        page.show();
        page.open(view.article.id);
        QTRY_VERIFY(bannerButton(page, u"&Keep the draft"_s));
        QVERIFY(!bannerButton(page, u"Di&scard"_s));
        QVERIFY(!bannerButton(page, u"Tr&y again"_s));
        bannerButton(page, u"&Keep the draft"_s)->click();
        QTRY_COMPARE(stageOf(*desk).discards, std::vector<RequestId>{request});
    }

    // On another PC it was deleted, and all that was typed here had been sent.
    void whatIsGoneIsReadOnlyAndCanBeKeptAsADraft()
    {
        Opened opened(sample(), State::Draft);
        QVERIFY(opened.isOpen);
        const ArticleId gone = opened.page->article();
        opened.stage().articles.erase(gone);
        emit opened.desk->articleChanged(gone);
        QTRY_VERIFY(bannerButton(*opened.page, u"&Keep as a new draft"_s));
        QTest::keyClick(field(*opened.page, u"Title"_s), Qt::Key_X);
        QCOMPARE(field(*opened.page, u"Title"_s)->text(), u"Tổng kết chín tháng"_s);
        QSignalSpy lost(opened.page.get(), &WritingPage::lost);
        QSignalSpy wanted(opened.page.get(), &WritingPage::openWanted);
        bannerButton(*opened.page, u"&Keep as a new draft"_s)->click();
        QTRY_COMPARE(wanted.size(), 1);
        QCOMPARE(lost.size(), 1);
        QCOMPARE(lost[0][0].value<ArticleId>(), gone);
        const auto kept = wanted[0][0].value<ArticleId>();
        QVERIFY(kept != gone);
        QCOMPARE(opened.stage().articles.at(kept).article.content.title, u"Tổng kết chín tháng"_s);
    }

    void whatAnotherMayOnlyReadIsNotTypedInto()
    {
        const auto desk = makeStageDesk();
        const ArticleId id = stageOf(*desk).add(sample(), State::AwaitingApproval, DeskStage::user.id).article.id;
        WritingPage page(*desk);
        page.show();
        page.open(id);
        QTRY_COMPARE(field(page, u"Title"_s)->text(), u"Tổng kết chín tháng"_s);
        QTest::keyClick(field(page, u"Title"_s), Qt::Key_X);
        QCOMPARE(field(page, u"Title"_s)->text(), u"Tổng kết chín tháng"_s);
    }

    void whoCouldApproveItIsWarnedBeforeHeChangesIt()
    {
        const auto desk = makeStageDesk();
        ArticleView &view = stageOf(*desk).add(sample(), State::AwaitingApproval, UserId{DeskStage::newId().uuid});
        view.allowedSteps = {Step::Save, Step::Approve};
        WritingPage page(*desk);
        const auto isWarned = [&page] {
            const auto banners = page.findChildren<Banner *>();
            return std::ranges::any_of(banners, [](const Banner *banner) {
                return banner->text().contains(u"This article waits for your approval."_s);
            });
        };
        page.show();
        page.open(view.article.id);
        QTRY_VERIFY(isWarned());
        view.allowedSteps = {Step::Save}; // he has changed it: who is next is said where it is decided
        emit desk->articleChanged(view.article.id);
        QTRY_VERIFY(!isWarned());
    }

    // What the person has given and the server does not have is not told as what is.
    void theStateThatIsToldIsTheOneAtTheServer()
    {
        const auto desk = makeStageDesk();
        ArticleView &view = stageOf(*desk).add(sample(), State::Submitted, DeskStage::user.id);
        view.article.state = State::Returned;
        view.article.reason = u"lý do đang chờ gửi"_s;
        view.atServer = AtServer{.state = State::AwaitingApproval};
        view.allowedSteps.clear();
        WritingPage page(*desk);
        page.show();
        page.open(view.article.id);
        const auto says = [&page](const QString &words) {
            const auto banners = page.findChildren<Banner *>();
            return std::ranges::any_of(banners, [&](const Banner *banner) { return banner->text().contains(words); });
        };
        QTRY_VERIFY(says(u"%1: read-only for now."_s.arg(stateText(State::AwaitingApproval))));
        QVERIFY(!says(stateText(State::Returned)));
        QVERIFY(!says(u"lý do đang chờ gửi"_s));
        view.atServer.reset();
        emit desk->articleChanged(view.article.id);
        QTRY_VERIFY(says(u"%1 – reason: lý do đang chờ gửi"_s.arg(stateText(State::Returned))));
    }

    // What could not be done is said as long as the article stands as it did then, or until somebody closes it.
    void aLineAboutAStepEndsWhenTheArticleHasMovedOn_data()
    {
        QTest::addColumn<bool>("isClosed");
        QTest::newRow("closed") << true;
        QTest::newRow("the article has moved on") << false;
    }
    void aLineAboutAStepEndsWhenTheArticleHasMovedOn()
    {
        QFETCH(const bool, isClosed);
        Opened opened(sample(), State::Submitted);
        QVERIFY(opened.isOpen);
        opened.stage().submitError = Error{ErrorCode::Conflict, u"article.state"_s, {}};
        auto *withdraw = opened.page->findChild<QPushButton *>(u"step-withdraw"_s);
        QVERIFY(withdraw);
        withdraw->click();
        QTRY_VERIFY(bannerButton(*opened.page, u"Close"_s));
        emit opened.desk->articleChanged(opened.id);
        QTest::qWait(100);
        QVERIFY(bannerButton(*opened.page, u"Close"_s)); // it stands as it did
        if (isClosed) {
            bannerButton(*opened.page, u"Close"_s)->click();
        } else {
            opened.view().article.state = State::Returned;
            DeskStage::allow(opened.view());
            emit opened.desk->articleChanged(opened.id);
        }
        QTRY_VERIFY(!bannerButton(*opened.page, u"Close"_s));
    }

    // Readers have version 1 of what its author is to mend: that is said whatever was done with it since.
    void aCorrectionIsSaidToBeOneWhereItIsWritten()
    {
        const auto desk = makeStageDesk();
        ArticleView &view = stageOf(*desk).add(sample(), State::Draft, DeskStage::user.id);
        view.article.publication =
            Publication{.number = 1, .slug = u"bai"_s, .version = 1, .firstAt = {}, .at = {}, .takenDownAt = {}};
        for (const auto &[step, reason] : {std::pair(Step::Publish, QString()), std::pair(Step::Correct, u"Sai giờ"_s),
                                           std::pair(Step::ReturnToAuthor, u"Ghi lại giờ"_s),
                                           std::pair(Step::Submit, QString()), std::pair(Step::Withdraw, QString())})
            view.decisions.push_back({.record = view.article.id,
                                      .version = 1,
                                      .step = step,
                                      .actor = DeskStage::user.id,
                                      .at = {},
                                      .reason = reason});
        WritingPage page(*desk);
        page.show();
        page.open(view.article.id);
        const auto says = [&page](const QString &words) {
            const auto banners = page.findChildren<Banner *>();
            return std::ranges::any_of(banners, [&](const Banner *banner) { return banner->text().contains(words); });
        };
        QTRY_VERIFY(says(u"Being corrected, the portal shows version 1 – reason: Sai giờ"_s));
        QVERIFY(says(u"returned it – reason: Ghi lại giờ"_s));
    }

    // Its author waits for nothing: he is told who may open it, and no later time is promised to him.
    void whoMayOpenWhatIsOverIsSaid_data()
    {
        QTest::addColumn<State>("state");
        QTest::addColumn<bool>("isLive");
        QTest::addColumn<QString>("sentence");
        const QString names = u"Trần Văn Minh, Bùi Thị An or Đỗ Trưởng"_s;
        QTest::newRow("published") << State::Published << true
                                   << u"Published: read-only. To have it corrected, ask %1."_s.arg(names);
        const QString reopen = u"%1: read-only. To have it opened for editing again, ask %2."_s;
        QTest::newRow("rejected") << State::Refused << false << reopen.arg(u"Rejected"_s, names);
        QTest::newRow("taken down") << State::Unpublished << false << reopen.arg(u"Taken down"_s, names);
    }
    void whoMayOpenWhatIsOverIsSaid()
    {
        QFETCH(const State, state);
        QFETCH(const bool, isLive);
        QFETCH(const QString, sentence);
        const auto person = [](const QString &name, Role role) {
            return User{.id = UserId{DeskStage::newId().uuid},
                        .login = name,
                        .name = name,
                        .penName = {},
                        .grants = {{.role = role, .section = {}}}};
        };
        const QScopedValueRollback grants(DeskStage::user.grants, {{.role = Role::Reporter, .section = {}}});
        const QScopedValueRollback users(
            DeskStage::users,
            {DeskStage::user, person(u"Trần Văn Minh"_s, Role::Editor), person(u"Võ Phóng"_s, Role::Reporter),
             person(u"Bùi Thị An"_s, Role::Secretary), person(u"Đỗ Trưởng"_s, Role::BoardChair)});
        const auto desk = makeStageDesk();
        ArticleView &view = stageOf(*desk).add(sample(), state, DeskStage::user.id);
        if (isLive)
            view.article.publication =
                Publication{.number = 7, .slug = u"bai"_s, .version = 1, .firstAt = {}, .at = {}, .takenDownAt = {}};
        WritingPage page(*desk);
        page.show();
        page.open(view.article.id);
        const auto said = [&page] {
            const auto banners = page.findChildren<Banner *>();
            const auto shown = std::ranges::find_if(banners, [](const Banner *banner) { return banner->isVisible(); });
            return shown == banners.end() ? QString() : (*shown)->text();
        };
        QTRY_COMPARE(said(), sentence);
    }

    void whatMakesTheSheetReadOnlyIsSaid_data()
    {
        QTest::addColumn<bool>("isServerAway");
        QTest::newRow("it waits here") << true;
        QTest::newRow("the server has it") << false;
    }
    void whatMakesTheSheetReadOnlyIsSaid()
    {
        QFETCH(const bool, isServerAway);
        const User editor{.id = UserId{DeskStage::newId().uuid},
                          .login = u"minh"_s,
                          .name = u"Trần Văn Minh"_s,
                          .penName = {},
                          .grants = {{.role = Role::Editor, .section = {}}}};
        const QScopedValueRollback users(DeskStage::users, {DeskStage::user, editor});
        const auto desk = makeStageDesk();
        DeskStage &stage = stageOf(*desk);
        stage.isServerAway = isServerAway;
        const ArticleId id = stage.add(sample(), State::Draft, DeskStage::user.id).article.id;
        WritingPage page(*desk);
        page.show();
        page.open(id);
        QTRY_VERIFY(page.findChild<QPushButton *>(u"step-submit"_s));
        desk->submit(Submit{.target = itemKey(id), .version = 0, .stateSecret = StateSecret::ConfirmedNone}, &page, {});
        const auto says = [&page](const QString &words) {
            const auto banners = page.findChildren<Banner *>();
            return std::ranges::any_of(banners, [&](const Banner *banner) { return banner->text().contains(words); });
        };
        QTRY_VERIFY(says(u"To go on writing, press “%1”."_s.arg(stepName(Step::Withdraw))));
        QCOMPARE(says(u"“%1” is on this PC, and the server does not have it yet."_s.arg(stepName(Step::Submit))),
                 isServerAway);
        QCOMPARE(says(u"%1: read-only for now."_s.arg(stateText(State::Submitted))), !isServerAway);
        QCOMPARE(says(u"Waits for you, or Trần Văn Minh to take it in."_s), !isServerAway);
        QVERIFY(!says(stateText(State::Draft)));
        QVERIFY(page.findChild<QPushButton *>(u"step-withdraw"_s));
    }

    void whoOpensAnotherArticleIsStillToldOfTheStep()
    {
        Opened opened(sample(), State::Submitted);
        QVERIFY(opened.isOpen);
        opened.stage().isServerAway = true;
        const ArticleId other = opened.stage().add(sample(), State::Draft, DeskStage::user.id).article.id;
        auto *withdraw = opened.page->findChild<QPushButton *>(u"step-withdraw"_s);
        QVERIFY(withdraw);
        QSignalSpy waits(opened.page.get(), &WritingPage::waits);
        QSignalSpy done(opened.page.get(), &WritingPage::done);
        // The answer comes when another article stands there.
        const auto given = connect(opened.desk.get(), &Desk::articleChanged, opened.page.get(), [&] {
            if (!opened.stage().commands.empty() && opened.page->article() != other)
                opened.page->open(other);
        });
        withdraw->click();
        QTRY_COMPARE(opened.stage().commands.size(), 1U);
        disconnect(given);
        QCOMPARE(opened.page->article(), other);
        QTRY_COMPARE(waits.size(), 1);
        opened.stage().answer(*opened.desk, opened.id);
        QTRY_COMPARE(done.size(), 1);
    }

    void picturesAreCountedByTheirIds()
    {
        const auto pictures = picturesIn(
            R"({"type":"doc","content":[{"type":"figure","content":[{"type":"figimage","attrs":{"media":"018af3a1-b2c3-7000-8000-000000000001","alt":"Họp"}},{"type":"figcaption"}]}]})");
        QCOMPARE(pictures.size(), std::size_t(1));
        QCOMPARE(pictures[0].toText(), u"018af3a1-b2c3-7000-8000-000000000001"_s);
    }
};

QTEST_MAIN(TestWritingPage)
#include "tst_writingpage.moc"
