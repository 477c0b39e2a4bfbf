#include "ui/articles/BylinesField.h"
#include "ui/articles/PicturesPanel.h"
#include "ui/articles/SavedTrail.h"
#include "ui/articles/SubmitDialog.h"
#include "ui/articles/WritingPage.h"
#include "ui/editor/EditorView.h"
#include "ui/support/DeskStage.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/GrowingTextEdit.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

GrowingTextEdit *field(WritingPage &page, const QString &name)
{
    for (auto *edit : page.findChildren<GrowingTextEdit *>()) {
        if (edit->accessibleName() == name)
            return edit;
    }
    return nullptr;
}

Content sample()
{
    Content content;
    content.title = u"Tổng kết chín tháng"_s;
    content.lead = u"Sapo"_s;
    content.section = DeskStage::sections[0].id;
    return content;
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
        while (typed.empty() && since.elapsed() < 5000) { // a key every 20 ms: a sliding delay would never end
            QTest::keyClick(field(page, u"Title"_s), Qt::Key_A);
            QTest::qWait(20);
        }
        QVERIFY2(!typed.empty(), "nothing was kept while somebody typed");
        QTRY_COMPARE(typed.back().content.title, field(page, u"Title"_s)->text());
        QCOMPARE(typed.back().content.bylines.at(0).name, u"Hoa Lê"_s);
        QTRY_COMPARE(page.findChild<SavedTrail *>()->reached(), Reached::ThisPc);
    }

    void theTrailNeverSaysMoreThanIsSo()
    {
        const auto desk = makeStageDesk();
        ArticleView &view = stageOf(*desk).add(sample(), State::Draft, DeskStage::user.id);
        WritingPage page(*desk);
        page.show();
        page.open(view.article.id);
        auto *trail = page.findChild<SavedTrail *>();
        QTRY_COMPARE(trail->reached(), Reached::Server);
        QTest::keyClick(field(page, u"Title"_s), Qt::Key_X);
        QCOMPARE(trail->reached(), Reached::Nowhere); // at once, before anything answered
        QTRY_COMPARE(trail->reached(), Reached::ThisPc);
        view.saved = SavedState::Sent;
        emit desk->articleChanged(view.article.id);
        QTRY_COMPARE(trail->reached(), Reached::Server);
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
        const auto *command = std::get_if<SubmitArticle>(&stageOf(*desk).commands[0]);
        QVERIFY(command);
        QCOMPARE(command->stateSecret, StateSecret::ConfirmedNone);
        QCOMPARE(command->article, id);
    }

    void withoutASectionNothingIsSubmitted()
    {
        const auto desk = makeStageDesk();
        Content content = sample();
        content.section = {};
        const ArticleId id = stageOf(*desk).add(content, State::Draft, DeskStage::user.id).article.id;
        WritingPage page(*desk);
        page.show();
        page.open(id);
        QTRY_VERIFY(page.findChild<QPushButton *>(u"step-submit"_s));
        page.findChild<QPushButton *>(u"step-submit"_s)->click();
        const auto saysSection = [&page] {
            for (auto *banner : page.findChildren<Banner *>()) {
                if (banner->text().contains("section"_L1))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(saysSection());
        QVERIFY(!page.findChild<SubmitDialog *>());
    }

    void twoTitlesAreMarkedUntilThePersonSaysThatItIsSettled()
    {
        const auto desk = makeStageDesk();
        Content content = sample();
        content.title = u"Tổng kết quý / Họp bàn"_s;
        content.conflicts = {TextField::Title};
        const ArticleId id = stageOf(*desk).add(content, State::Draft, DeskStage::user.id).article.id;
        WritingPage page(*desk);
        page.show();
        page.open(id);
        const auto settle = [&page]() -> QPushButton * {
            for (auto *button : page.findChildren<QPushButton *>()) {
                if (button->text() == u"It is s&ettled"_s && button->isVisible())
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
    }

    void undoStaysWithinTheArticle()
    {
        const auto desk = makeStageDesk();
        const ArticleId first = stageOf(*desk).add(sample(), State::Draft, DeskStage::user.id).article.id;
        Content other = sample();
        other.title = u"Bài khác"_s;
        const ArticleId second = stageOf(*desk).add(other, State::Draft, DeskStage::user.id).article.id;
        WritingPage page(*desk);
        page.show();
        page.open(first);
        auto *title = field(page, u"Title"_s);
        QTRY_COMPARE(title->text(), sample().title);
        QTest::keyClick(title, Qt::Key_X);
        QTest::keyClick(title, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(title->text(), sample().title);
        page.leave([] {});
        page.open(second);
        QTRY_COMPARE(title->text(), other.title);
        QTest::keyClick(title, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(title->text(), other.title);
    }

    void someoneElsesTextComesInBesideTheCaret()
    {
        const auto desk = makeStageDesk();
        ArticleView &view = stageOf(*desk).add(sample(), State::Draft, DeskStage::user.id);
        WritingPage page(*desk);
        page.show();
        QSignalSpy opened(page.findChild<EditorView *>(), &EditorView::opened);
        page.open(view.article.id);
        QVERIFY(opened.wait(30'000));
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

    void aRefusalSaysWhatCanBeDone()
    {
        const auto desk = makeStageDesk();
        SeededDice dice(5);
        const SystemClock clock;
        ArticleView &view = stageOf(*desk).add(sample(), State::Draft, DeskStage::user.id);
        const RequestId request = RequestId::create(clock, dice);
        view.waiting.push_back({.request = request,
                                .article = view.article.id,
                                .title = view.article.content.title,
                                .step = Step::Save,
                                .givenAt = clock.now(),
                                .state = WaitingState::Refused,
                                .refusal = Error{ErrorCode::Forbidden, u"article.section"_s, {}}});
        WritingPage page(*desk);
        page.show();
        page.open(view.article.id);
        const auto button = [&page](const QString &label) -> QPushButton * {
            for (auto *banner : page.findChildren<Banner *>()) {
                for (auto *candidate : banner->findChildren<QPushButton *>()) {
                    if (candidate->text() == label)
                        return candidate;
                }
            }
            return nullptr;
        };
        QTRY_VERIFY(button(u"&Try again"_s));
        button(u"&Try again"_s)->click();
        QTRY_COMPARE(stageOf(*desk).retries, std::vector<RequestId>{request});
        button(u"&Keep as a new draft"_s)->click();
        QTRY_COMPARE(stageOf(*desk).keptAsDrafts, std::vector<ArticleId>{view.article.id});
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

    void picturesAreCountedWithWhatTheyLack()
    {
        const auto pictures = picturesIn(
            R"({"type":"doc","content":[{"type":"figure","content":[{"type":"figimage","attrs":{"media":"018af3a1-b2c3-7000-8000-000000000001","alt":"Họp"}},{"type":"figcaption"}]}]})");
        QCOMPARE(pictures.size(), std::size_t(1));
        QVERIFY(pictures[0].hasAlt);
        QVERIFY(!pictures[0].hasCaption);
    }
};

QTEST_MAIN(TestWritingPage)
#include "tst_writingpage.moc"
