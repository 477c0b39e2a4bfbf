// What is said of several steps at once, and which buttons stand beside it.
#include "ui/review/ReviewSteps.h"
#include "ui/review/StepResults.h"
#include "ui/support/DeskStage.h"

#include <QPushButton>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

struct Told
{
    [[nodiscard]] QString text() const { return results.findChild<Banner *>()->text(); }
    [[nodiscard]] QStringList buttons() const
    {
        QStringList labels;
        QCoreApplication::processEvents(); // what is new in a layout is shown by it
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        for (const auto *button : results.findChildren<QPushButton *>()) {
            if (button->isVisibleTo(&results))
                labels.append(button->text());
        }
        return labels;
    }
    void offer(ArticleId article)
    {
        results.setActions(article, BannerAction{u"Next"_s, [] {}}, BannerAction{u"Undo"_s, [] {}});
    }

    StepResults results;
    const ArticleId one = DeskStage::newId();
    const ArticleId other = DeskStage::newId();
};

} // namespace

class TestStepResults : public QObject
{
    Q_OBJECT

private slots:
    // The line was down, and comes back.
    void eachStepIsToldAsDone()
    {
        Told told;
        told.results.addWaiting(u"One waits."_s, told.one);
        told.results.addWaiting(u"Other waits."_s, told.other);
        QCOMPARE(told.text(), u"One waits.\nOther waits."_s);
        told.results.removeWaiting(u"One waits."_s);
        told.results.tell(Tone::Good, u"One is done."_s, told.one);
        QCOMPARE(told.text(), u"One is done.\nOther waits."_s);
        told.results.removeWaiting(u"Other waits."_s);
        told.results.tell(Tone::Good, u"Other is done."_s, told.other);
        QCOMPARE(told.text(), u"One is done.\nOther is done."_s);
        told.results.tell(Tone::Good, u"One is more."_s, told.one);
        QCOMPARE(told.text(), u"Other is done.\nOne is more."_s); // of one article the newest
    }

    void whatWentWrongIsNotPutAwayByWhatWentWell()
    {
        Told told;
        told.results.tell(Tone::Bad, u"One failed."_s, told.one);
        told.results.tell(Tone::Good, u"Other is done."_s, told.other);
        QCOMPARE(told.text(), u"One failed.\nOther is done."_s);
    }

    void whatWentWrongWithTheArticleThatIsOpenGoesWithIt()
    {
        Told told;
        told.results.tell(Tone::Bad, u"“One”: it failed."_s, told.one);
        told.results.tellWhileOpen(u"It cannot be loaded."_s);
        told.results.tellWhileOpen(u"It cannot be loaded still."_s);
        QCOMPARE(told.text(), u"“One”: it failed.\nIt cannot be loaded still."_s);
        told.results.endOfOpen();
        QCOMPARE(told.text(), u"“One”: it failed."_s); // it says which one it is about
        told.offer(told.one);
        QVERIFY(!told.buttons().contains(u"Undo"_s));
    }

    void nothingIsTakenBackThatTheServerDoesNotHaveOrThatIsNotNamedAlone()
    {
        Told told;
        told.offer(told.one);
        told.results.addWaiting(u"One waits."_s, told.one);
        QVERIFY(told.buttons().contains(u"Next"_s));
        QVERIFY(!told.buttons().contains(u"Undo"_s));
        told.results.removeWaiting(u"One waits."_s);
        told.results.tell(Tone::Good, u"One is done."_s, told.one);
        QVERIFY(told.buttons().contains(u"Undo"_s));
        told.results.addWaiting(u"Other waits."_s, told.other);
        QVERIFY(!told.buttons().contains(u"Undo"_s));
        QVERIFY(told.buttons().contains(u"Next"_s));
    }

    void onlyTheStepThatWasTakenIsUndone()
    {
        const std::vector<Step> allowed{Step::Revoke, Step::Unpublish, Step::Unschedule};
        QCOMPARE(undoOf(Step::Approve, allowed), std::optional(Step::Revoke));
        QCOMPARE(undoOf(Step::ReturnToAuthor, allowed), std::optional(Step::Revoke));
        QCOMPARE(undoOf(Step::Schedule, allowed), std::optional(Step::Unschedule));
        QCOMPARE(undoOf(Step::Publish, allowed), std::optional(Step::Unpublish));
        // What stands after these is somebody's approval, which was not taken just now.
        for (const Step step : {Step::Unschedule, Step::Revoke, Step::Claim, Step::Correct, Step::Unpublish})
            QVERIFY(!undoOf(step, allowed));
    }
};

QTEST_MAIN(TestStepResults)
#include "tst_stepresults.moc"
