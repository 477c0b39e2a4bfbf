#include "ui/outbox/OutboxModel.h"

#include "text/NewsroomZone.h"
#include "ui/models/NewsroomText.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

class TestOutboxModel : public QObject
{
    Q_OBJECT

private slots:
    void stepsAndPicturesAreRowsAndRefusalsAreSentences()
    {
        const SystemClock clock;
        SeededDice dice(1);
        OutboxModel model(clock);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        OutboxView outbox;
        outbox.commands.push_back({.request = RequestId::create(clock, dice),
                                   .article = ArticleId::create(clock, dice),
                                   .title = u"Tin"_s,
                                   .step = Step::Submit,
                                   .givenAt = clock.now(),
                                   .state = WaitingState::Refused,
                                   .refusal = Error{ErrorCode::InvalidInput, u"article.title"_s, {}}});
        const MediaId media = MediaId::create(clock, dice);
        outbox.pictures.push_back(
            {.media = media, .name = u"a.jpg"_s, .size = 1000, .sent = 0, .addedAt = clock.now(), .refusal = {}});
        model.setOutbox(outbox);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.counts().refused, 1);
        QCOMPARE(model.index(0, OutboxModel::Standing).data().toString(), u"Refused by the server"_s);
        QVERIFY(model.reason(0).contains("title"_L1));
        QCOMPARE(model.index(0, OutboxModel::Standing).data(Qt::ToolTipRole).toString(), model.reason(0));
        QCOMPARE(model.reason(1), QString());

        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        const QString before = model.index(1, OutboxModel::Standing).data().toString();
        model.setProgress(media, 500);
        QCOMPARE(changed.size(), 1);
        QVERIFY(model.index(1, OutboxModel::Standing).data().toString() != before);
        model.setOutbox(outbox);
        QVERIFY2(reset.isEmpty(), "the same rows were made anew: a selection is lost");
        model.setOutbox({});
        QCOMPARE(model.rowCount(), 0);
    }

    // The list and the queue tell the server's hours: so does what waits, however far this PC's clock is off.
    void whatWaitsIsToldByTheServersClock()
    {
        const FixedClock clock(fromMilliseconds(1'764'000'000'000));
        SeededDice dice(1);
        OutboxModel model(clock);
        const std::chrono::minutes slow = -std::chrono::hours(26);
        model.setConnection({.connection = Connection::Online, .lastSync = {}, .problem = {}, .clockAhead = slow});
        const Instant nextTry = clock.now() + std::chrono::seconds(50);
        OutboxView outbox;
        outbox.commands.push_back(
            {.request = RequestId::create(clock, dice),
             .article = ArticleId::create(clock, dice),
             .title = u"Tin"_s,
             .step = Step::Save,
             .givenAt = clock.now() - std::chrono::hours(100),
             .state = WaitingState::HeldUp,
             .refusal = {},
             .heldUp = HeldUp{.why = {ErrorCode::StorageFull, u"database.full"_s, {}}, .nextTry = nextTry}});
        model.setOutbox(outbox);
        const auto said = [&model](OutboxModel::Column column) { return model.index(0, column).data().toString(); };
        QCOMPARE(said(OutboxModel::Since), whenText(clock.now() - slow - std::chrono::hours(100), clock.now() - slow));
        const QString hour = newsroomTime(nextTry - slow).toString(u"HH:mm:ss"_s);
        QVERIFY2(said(OutboxModel::Standing).contains(hour), qPrintable(said(OutboxModel::Standing)));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setConnection({.connection = Connection::Online, .lastSync = {}, .problem = {}, .clockAhead = {}});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(said(OutboxModel::Since), whenText(clock.now() - std::chrono::hours(100), clock.now()));
    }

    void whatTheServerCannotTakeInJustNowSaysWhyAndWhenItGoesAgain()
    {
        const SystemClock clock;
        SeededDice dice(1);
        OutboxModel model(clock);
        const HeldUp full{.why = {ErrorCode::StorageFull, u"database.full"_s, {}},
                          .nextTry = clock.now() + std::chrono::seconds(50)};
        OutboxView outbox;
        outbox.commands.push_back({.request = RequestId::create(clock, dice),
                                   .article = ArticleId::create(clock, dice),
                                   .title = u"Tin"_s,
                                   .step = Step::Save,
                                   .givenAt = clock.now(),
                                   .state = WaitingState::HeldUp,
                                   .refusal = {},
                                   .heldUp = full});
        outbox.pictures.push_back({.media = MediaId::create(clock, dice),
                                   .name = u"a.jpg"_s,
                                   .size = 1000,
                                   .sent = 500,
                                   .addedAt = clock.now(),
                                   .refusal = {},
                                   .heldUp = full});
        model.setOutbox(outbox);
        QCOMPARE(model.counts().refused, 0);
        for (int row = 0; row < 2; ++row) {
            const QModelIndex standing = model.index(row, OutboxModel::Standing);
            const QString said = standing.data().toString();
            QVERIFY2(said.contains(u"server's disk is full"_s) && said.contains(u"Next try"_s), qPrintable(said));
            QVERIFY(!standing.data(Qt::DecorationRole).isNull());
        }
    }
};

QTEST_MAIN(TestOutboxModel)
#include "tst_outboxmodel.moc"
