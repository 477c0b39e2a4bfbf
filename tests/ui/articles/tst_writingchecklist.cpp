// What is still missing from an article, as the writing page lists it, and where each entry leads.
#include "support/Patience.h"
#include "ui/articles/ChecklistView.h"
#include "ui/articles/SubmitDialog.h"
#include "ui/articles/WritingFixture.h"
#include "ui/support/PageAnswer.h"

#include <QApplication>
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
        QTRY_VERIFY(!list->lines().empty());
        QVERIFY(!wantsCorrection());
        QTest::keyClicks(field(page, u"Lead"_s), u"xin "_s);
        QTRY_VERIFY(wantsCorrection());
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
