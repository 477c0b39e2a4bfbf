#include "ui/review/ReviewQueueModel.h"

#include "ui/models/ArticleListModel.h"
#include "ui/review/ReviewTexts.h"
#include "ui/support/DeskStage.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;
using Item = ReviewQueueModel::Item;

namespace {

Item item(ReviewTask task, int minute)
{
    ArticleLine line;
    line.id = DeskStage::newId();
    line.title = u"Bài %1"_s.arg(minute);
    line.state = stateOf(task).value_or(State::Approved);
    line.updatedAt = fromMilliseconds(qint64(minute) * 60'000);
    return {.task = task, .line = line, .secondLine = {}, .time = {}};
}

QStringList shown(const ReviewQueueModel &model)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex group = model.index(row, 0);
        texts.append(group.data().toString());
        for (int child = 0; child < model.rowCount(group); ++child)
            texts.append(model.index(child, 0, group).data().toString());
    }
    return texts;
}

} // namespace

class TestReviewQueueModel : public QObject
{
    Q_OBJECT

private slots:
    void whoIsNextIsNamedInWords()
    {
        Article article;
        article.state = State::Submitted;
        std::vector<User> users;
        const auto waitsFor = [&](const QString &name) {
            users.push_back({.id = UserId{DeskStage::newId().uuid},
                             .login = {},
                             .name = name,
                             .penName = {},
                             .standing = Standing::Active,
                             .grants = {{.role = Role::Editor, .section = {}}}});
            return nextStepText(article, Workflow::standard(), users, {});
        };
        QCOMPARE(waitsFor(u"An"_s), u"Waits for An to take it in."_s);
        QCOMPARE(waitsFor(u"Bình"_s), u"Waits for An or Bình to take it in."_s);
        QCOMPARE(waitsFor(u"Cúc"_s), u"Waits for An, Bình or Cúc to take it in."_s);
        QCOMPARE(waitsFor(u"Dũng"_s), u"Waits for An, Bình, Cúc or 1 other(s) to take it in."_s);
    }

    void theChainSaysWhoseTaskAnItemIs_data()
    {
        QTest::addColumn<Role>("role");
        QTest::addColumn<State>("state");
        QTest::addColumn<bool>("isOwn");
        QTest::addColumn<std::optional<ReviewTask>>("task");
        using Task = std::optional<ReviewTask>;
        QTest::newRow("the chair approves")
            << Role::BoardChair << State::AwaitingApproval << false << Task(ReviewTask::Approve);
        QTest::newRow("nobody approves his own") << Role::BoardChair << State::AwaitingApproval << true << Task();
        QTest::newRow("an editor does not approve") << Role::Editor << State::AwaitingApproval << false << Task();
        QTest::newRow("an editor takes in") << Role::Editor << State::Submitted << false << Task(ReviewTask::TakeIn);
        QTest::newRow("an editor finishes")
            << Role::Editor << State::InEditing << false << Task(ReviewTask::FinishEditing);
        QTest::newRow("the secretary publishes")
            << Role::Secretary << State::Approved << false << Task(ReviewTask::Publish);
        QTest::newRow("an hour is set") << Role::Secretary << State::Scheduled << false << Task(ReviewTask::Scheduled);
        QTest::newRow("a reporter has none") << Role::Reporter << State::Submitted << false << Task();
        QTest::newRow("what is published waits for nobody") << Role::BoardChair << State::Published << false << Task();
    }
    void theChainSaysWhoseTaskAnItemIs()
    {
        QFETCH(Role, role);
        QFETCH(State, state);
        QFETCH(bool, isOwn);
        setTheScene();
        ArticleLine line;
        line.id = DeskStage::newId();
        line.author = isOwn ? DeskStage::user.id : UserId{DeskStage::newId().uuid};
        line.section = DeskStage::sections[0].id;
        line.state = state;
        const Actor actor{.user = DeskStage::user.id, .grants = {{.role = role, .section = {}}}};
        QTEST(taskFor(line, Workflow::standard(), actor), "task");
    }

    // He has done with it what he could, and nobody else has it so: neither group would be true.
    void whatAStepThatWaitsHereIsAboutIsNobodysTask()
    {
        setTheScene();
        ArticleLine line;
        line.id = DeskStage::newId();
        line.author = UserId{DeskStage::newId().uuid};
        line.section = DeskStage::sections[0].id;
        line.state = State::Approved;
        line.stateAtServer = State::AwaitingApproval;
        const Actor chair{.user = DeskStage::user.id, .grants = {{.role = Role::BoardChair, .section = {}}}};
        QCOMPARE(taskFor(line, Workflow::standard(), chair), std::optional(ReviewTask::NotSent));
        QVERIFY(!isWaiting(ReviewTask::NotSent) && !isOpen(ReviewTask::NotSent));
        line.stateAtServer.reset();
        QCOMPARE(taskFor(line, Workflow::standard(), chair), std::optional(ReviewTask::Publish));
    }

    void aScheduledItemIsNeverTheFirst()
    {
        ReviewQueueModel model;
        const std::vector<Item> items{item(ReviewTask::Scheduled, 2), item(ReviewTask::FinishEditing, 1)};
        model.setItems(items);
        QCOMPARE(model.firstOpen(), items[1].line.id);
        QVERIFY(model.firstOpen(items[1].line.id).isNull());
        QCOMPARE(model.taskOf(items[0].line.id), std::optional(ReviewTask::Scheduled));
    }

    void groupsStandInTheOrderOfTasksWithTheNewestFirst()
    {
        ReviewQueueModel model;
        const QAbstractItemModelTester tester(&model);
        model.setItems({item(ReviewTask::TakeIn, 1), item(ReviewTask::Approve, 2), item(ReviewTask::Approve, 3)});
        QCOMPARE(shown(model),
                 (QStringList{u"To approve (2)"_s, u"Bài 3"_s, u"Bài 2"_s, u"To take in (1)"_s, u"Bài 1"_s}));
    }

    void oneChangeTouchesOneRow()
    {
        ReviewQueueModel model;
        const QAbstractItemModelTester tester(&model);
        std::vector<Item> items{item(ReviewTask::Approve, 1), item(ReviewTask::Approve, 2),
                                item(ReviewTask::Approve, 3)};
        model.setItems(items);
        const QPersistentModelIndex kept = model.indexOf(items[2].line.id);
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const QSignalSpy removals(&model, &QAbstractItemModel::rowsRemoved);
        items.erase(items.begin());
        model.setItems(items);
        QCOMPARE(removals.count(), 1);
        items[0].line.updatedAt = fromMilliseconds(9 * 60'000); // moves to the top
        model.setItems(items);
        QCOMPARE(resets.count(), 0);
        QCOMPARE(model.idAt(kept), items[1].line.id);
        QCOMPARE(kept.row(), 1);
    }

    void whateverComesTheModelHolds()
    {
        ReviewQueueModel model;
        const QAbstractItemModelTester tester(&model);
        QRandomGenerator dice(7);
        std::vector<Item> pool;
        for (int at = 0; at < 24; ++at)
            pool.push_back(item(ReviewTask::Approve, at));
        for (int turn = 0; turn < 300; ++turn) {
            std::vector<Item> items;
            for (Item &candidate : pool) {
                if (dice.bounded(4) == 0)
                    candidate.line.updatedAt = fromMilliseconds(dice.bounded(1'000'000));
                if (dice.bounded(6) == 0)
                    candidate.task = allReviewTasks[dice.bounded(int(allReviewTasks.size()))];
                if (dice.bounded(2) == 0)
                    items.push_back(candidate);
            }
            model.setItems(items);
            size_t count = 0;
            for (int row = 0; row < model.rowCount(); ++row) {
                const QModelIndex group = model.index(row, 0);
                QVERIFY(model.rowCount(group) > 0);
                for (int child = 0; child < model.rowCount(group); ++child)
                    QCOMPARE(model.idAt(model.index(child, 0, group)), model.items()[count++].line.id);
            }
            QCOMPARE(count, items.size());
        }
    }
};

QTEST_MAIN(TestReviewQueueModel)
#include "tst_reviewqueuemodel.moc"
