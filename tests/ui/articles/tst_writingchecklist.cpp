// What is still missing from an article, as the writing page lists it, and where each entry leads.
#include "support/Patience.h"
#include "ui/articles/ArticleForm.h"
#include "ui/articles/ChecklistView.h"
#include "ui/articles/SubmitDialog.h"
#include "ui/articles/WritingFixture.h"
#include "ui/support/PageAnswer.h"

#include <QApplication>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

#include <algorithm>

using namespace toasoan;

class TestWritingChecklist : public QObject
{
    Q_OBJECT

private slots:
    void init() { setTheScene(); }

    void whatIsMissingIsListedAndLeadsToItsPlace()
    {
        const auto desk = makeStageDesk();
        Content content = sample();
        content.lead.clear();
        content.body = bodyWith("Nội dung");
        const ArticleId id = stageOf(*desk).add(content, State::Draft, DeskStage::user.id).article.id;
        WritingPage page(*desk);
        page.show();
        QApplication::setActiveWindow(&page);
        page.open(id);
        auto *list = page.findChild<ChecklistView *>();
        QVERIFY(list);
        const auto rules = [list] {
            std::vector<ChecklistRule> listed;
            for (const ChecklistLine &line : list->lines())
                listed.push_back(line.finding.rule);
            return listed;
        };
        QTRY_COMPARE(rules(), (std::vector{ChecklistRule::LeadMissing, ChecklistRule::TagsMissing}));
        list->findChildren<QPushButton *>().at(0)->click();
        QTRY_VERIFY(field(page, u"Lead"_s)->hasFocus());
        QTest::keyClicks(field(page, u"Lead"_s), u"Sapo"_s);
        QTRY_COMPARE(rules(), std::vector{ChecklistRule::TagsMissing});

        // The question before submitting tells it too, and leads there instead.
        page.findChild<QPushButton *>(u"step-submit"_s)->click();
        QTRY_VERIFY(page.findChild<SubmitDialog *>());
        auto *inQuestion = page.findChild<SubmitDialog *>()->findChild<ChecklistView *>();
        QVERIFY(inQuestion);
        QCOMPARE(inQuestion->lines().size(), std::size_t(1));
        inQuestion->findChildren<QPushButton *>().at(0)->click();
        QTRY_VERIFY(!page.findChild<SubmitDialog *>());
        QVERIFY(stageOf(*desk).commands.empty());
        QApplication::setActiveWindow(&page); // as a window manager does when the question is gone
        QTRY_COMPARE(QApplication::focusWidget() ? QApplication::focusWidget()->accessibleName() : QString(),
                     u"Tags"_s);
    }

    // Not a minute later, when it has been saved and perhaps sent on.
    void aCorrectionWantsItsReasonAsSoonAsItIsOne()
    {
        DeskStage::user.grants.push_back({.role = Role::Editor, .section = {}});
        const auto desk = makeStageDesk();
        ArticleView &view = stageOf(*desk).add(sample(), State::InEditing, DeskStage::user.id);
        view.article.publication =
            Publication{.number = 7, .slug = u"bai"_s, .version = 1, .firstAt = {}, .at = {}, .takenDownAt = {}};
        view.article.version = 1;
        view.saved = SavedState::Published;
        WritingPage page(*desk);
        page.show();
        page.open(view.article.id);
        auto *list = page.findChild<ChecklistView *>();
        const auto wantsCorrection = [list] {
            return std::ranges::any_of(list->lines(), [](const ChecklistLine &line) {
                return line.finding.rule == ChecklistRule::CorrectionMissing;
            });
        };
        QTRY_VERIFY(wantsCorrection());
        view.article.state = State::Published; // taken back
        emit desk->articleChanged(view.article.id);
        QTRY_VERIFY(!wantsCorrection());
    }

    void eachPictureAndEachLinkIsLedTo()
    {
        const auto figure = [](const QByteArray &number, const QByteArray &alt) {
            return "{'content':[{'attrs':{'alt':'" + alt + "','height':300,'media':'018af3a1-b2c3-7000-8000-00000000000"
                + number
                + "','width':400},'type':'figimage'},{'content':[{'text':'Cầu','type':'text'}],'type':'figcaption'}],"
                  "'type':'figure'}";
        };
        Content content = sample();
        content.tags = {u"cầu"_s};
        content.body =
            QByteArray(
                "{'content':[" + figure("1", "Cầu mới") + "," + figure("2", "")
                + ",{'content':[{'marks':[{'attrs':{'href':'mailto:x'},'type':'link'}],'text':'Xem','type':'text'}],"
                  "'type':'paragraph'}],'type':'doc'}")
                .replace('\'', '"');
        const Opened opened(content);
        QVERIFY(opened.isOpen);
        QApplication::setActiveWindow(opened.page.get());
        auto *list = opened.page->findChild<ChecklistView *>();
        const auto press = [list](ChecklistRule rule) {
            const auto &lines = list->lines();
            const auto line =
                std::ranges::find(lines, rule, [](const ChecklistLine &each) { return each.finding.rule; });
            if (line != lines.end())
                list->findChildren<QPushButton *>().at(line - lines.begin())->click();
            return line != lines.end();
        };
        const auto inPage = [&opened](const QString &script) {
            return answerOf(*opened.editor().webView()->page(), script).toString();
        };
        QTRY_VERIFY(press(ChecklistRule::PictureAlt));
        QTRY_COMPARE(inPage(u"[...document.querySelectorAll('.figure-alt')].indexOf(document.activeElement)"_s),
                     u"1"_s);
        QVERIFY(press(ChecklistRule::Link));
        QTRY_COMPARE(inPage(u"getSelection().toString()"_s), u"Xem"_s);
    }

    void aFieldThatIsScrolledAwayIsShownWhenItIsLedTo_data()
    {
        QTest::addColumn<ContentPlace>("place");
        QTest::newRow("section") << ContentPlace::Section;
        QTest::newRow("tags") << ContentPlace::Tags;
        QTest::newRow("correction") << ContentPlace::Correction;
    }
    void aFieldThatIsScrolledAwayIsShownWhenItIsLedTo()
    {
        QFETCH(const ContentPlace, place);
        const Opened opened(sample());
        QVERIFY(opened.isOpen);
        opened.page->resize(1200, 320);
        QApplication::setActiveWindow(opened.page.get());
        auto *form = opened.page->findChild<ArticleForm *>();
        form->setCorrectionVisible(true);
        auto *side = qobject_cast<QScrollArea *>(form->findChild<QFrame *>(u"panel"_s)->parent()->parent());
        QVERIFY(side);
        QTRY_VERIFY(side->verticalScrollBar()->maximum() > 100);
        side->verticalScrollBar()->setValue(place == ContentPlace::Correction ? 0
                                                                              : side->verticalScrollBar()->maximum());
        form->leadTo({.rule = {}, .place = place, .index = 0, .media = {}, .refuses = false});
        const auto isSeen = [] {
            const QWidget *field = QApplication::focusWidget();
            return field && !field->visibleRegion().isEmpty();
        };
        QTRY_VERIFY(isSeen());
        QVERIFY(side->isAncestorOf(QApplication::focusWidget()));
    }

    void thePanelOfAnArticleBeginsAtItsTop()
    {
        const Opened opened(sample());
        QVERIFY(opened.isOpen);
        opened.page->resize(1200, 320);
        auto *side = qobject_cast<QScrollArea *>(opened.page->findChild<QFrame *>(u"panel"_s)->parent()->parent());
        QTRY_VERIFY(side->verticalScrollBar()->maximum() > 100);
        side->verticalScrollBar()->setValue(100);
        const ArticleId other = opened.stage().add(sample(), State::Draft, DeskStage::user.id).article.id;
        opened.page->leave([&](const Result<void> &) { opened.page->open(other); });
        QTRY_COMPARE(opened.page->article(), other);
        QTRY_COMPARE(side->verticalScrollBar()->value(), 0);
    }

    void aLongLineOfTheChecklistIsWrapped()
    {
        ChecklistView list(4);
        list.resize(160, 200);
        list.show();
        const Finding finding{.rule = ChecklistRule::CorrectionMissing,
                              .place = ContentPlace::Correction,
                              .index = 0,
                              .media = {},
                              .refuses = false};
        list.setFindings({finding});
        const auto *button = list.findChild<QPushButton *>();
        QTRY_VERIFY(button->text().contains(u'\n'));
        QCOMPARE(QString(button->text()).replace(u'\n', u' '), list.lines().front().text);
        QTRY_VERIFY(button->height() >= 2 * button->fontMetrics().height());
        list.resize(900, 200);
        QTRY_COMPARE(button->text(), list.lines().front().text);
    }

    void whatDoesNotStandAgainstApprovalHasALineOfItsOwn()
    {
        const Finding alt{
            .rule = ChecklistRule::PictureAlt, .place = ContentPlace::Figure, .index = 0, .media = {}, .refuses = true};
        Finding credit = alt;
        credit.rule = ChecklistRule::PictureCredit;
        credit.refuses = false;
        const auto lines = checklistLines({credit, alt});
        QCOMPARE(lines.size(), std::size_t(2));
        QCOMPARE(lines[0], (ChecklistLine{.text = u"Picture 1: no description"_s, .finding = alt}));
        QCOMPARE(lines[1], (ChecklistLine{.text = u"Picture 1: no credit"_s, .finding = credit}));
    }

    void ofWhatIsApprovedNothingIsListedBeforeApproval_data()
    {
        QTest::addColumn<State>("state");
        QTest::addColumn<bool>("isListed");
        QTest::newRow("in editing") << State::InEditing << true;
        QTest::newRow("approved") << State::Approved << false;
        QTest::newRow("taken down") << State::Unpublished << false;
    }
    void ofWhatIsApprovedNothingIsListedBeforeApproval()
    {
        QFETCH(const State, state);
        const Opened opened(sample(), state);
        QVERIFY(opened.isOpen);
        QTEST(!opened.page->findChild<ChecklistView *>()->isHidden(), "isListed");
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
};

QTEST_MAIN(TestWritingChecklist)
#include "tst_writingchecklist.moc"
