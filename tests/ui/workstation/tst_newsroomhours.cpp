// The windows show the newsroom's hours on a PC in any zone.
#include "support/Patience.h"
#include "text/NewsroomZone.h"
#include "ui/models/NewsroomText.h"
#include "ui/outbox/OutboxPage.h"
#include "ui/review/ReviewPage.h"
#include "ui/review/ReviewQueueModel.h"
#include "ui/shell/MainWindow.h"
#include "ui/support/DeskStage.h"
#include "ui/workstation/Translations.h"
#include "ui/workstation/Workstation.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

// Everything that stands in the window, on pages that are not in front too: labels, buttons, tool tips, cells.
void gather(const QAbstractItemModel &model, const QModelIndex &parent, QStringList &texts)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex cell = model.index(row, column, parent);
            for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(ReviewQueueModel::SecondLineRole),
                                   int(ReviewQueueModel::TimeRole)}) {
                if (cell.data(role).typeId() == QMetaType::QString)
                    texts.append(cell.data(role).toString());
            }
            gather(model, cell, texts);
        }
    }
}

QString textsOf(const QWidget &window)
{
    QStringList texts;
    for (const auto *widget : window.findChildren<QWidget *>())
        texts.append(widget->toolTip());
    for (const auto *label : window.findChildren<QLabel *>())
        texts.append(label->text());
    for (const auto *button : window.findChildren<QAbstractButton *>())
        texts.append(button->text());
    for (const auto *view : window.findChildren<QAbstractItemView *>()) {
        if (view->model())
            gather(*view->model(), {}, texts);
    }
    texts.removeAll(QString());
    return texts.join(u'\n');
}

QStringList hoursIn(const QString &texts)
{
    QStringList hours;
    const QRegularExpression form(u"\\b\\d\\d:\\d\\d(?::\\d\\d)?\\b"_s);
    for (auto matches = form.globalMatch(texts); matches.hasNext();)
        hours.append(matches.next().captured());
    hours.removeDuplicates();
    hours.sort();
    return hours;
}

class FixedDesk final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return at; }
    Instant at;
};

} // namespace

class TestNewsroomHours : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        useLanguage(*QCoreApplication::instance(), Language::Vietnamese);
        setTheScene();
        DeskStage::user.grants = {{.role = Role::Secretary, .section = {}}};
    }

    void everyHourIsTheNewsrooms_data()
    {
        QTest::addColumn<QByteArray>("zoneOfThePc");
        QTest::addColumn<QString>("zoneOfTheSite");
        QTest::addColumn<QStringList>("hours");
        const QStringList hanoi{u"07:00"_s, u"09:11"_s, u"10:22"_s, u"10:22:05"_s, u"11:33"_s};
        for (const char *zone : {"UTC", "America/New_York", "Asia/Ho_Chi_Minh"})
            QTest::newRow(zone) << QByteArray(zone) << u"Asia/Ho_Chi_Minh"_s << hanoi;
        QTest::newRow("a site elsewhere") << QByteArray("UTC") << u"Asia/Tokyo"_s
                                          << QStringList{u"09:00"_s, u"11:11"_s, u"12:22"_s, u"12:22:05"_s, u"13:33"_s};
    }
    void everyHourIsTheNewsrooms()
    {
        QFETCH(const QByteArray, zoneOfThePc);
        QFETCH(const QString, zoneOfTheSite);
        QFETCH(const QStringList, hours);
        qputenv("TZ", zoneOfThePc);
        tzset();
        Site site;
        site.timeZone = zoneOfTheSite;
        DeskStage::site = site;
        // Some day of which nothing is "today" or "some minutes ago"; hours in Hanoi.
        const auto hanoi = [](int hour, int minute) {
            return fromMilliseconds(
                QDateTime(QDate(2023, 10, 2), QTime(hour, minute), QTimeZone("Asia/Ho_Chi_Minh")).toMSecsSinceEpoch());
        };
        FixedDesk clock;
        clock.at = hanoi(10, 22);
        DeskStage::connection.lastSync = hanoi(9, 11);
        const HeldUp heldUp{.why = {ErrorCode::StorageFull, {}, {}}, .nextTry = hanoi(10, 22) + Milliseconds(5000)};
        DeskStage::connection.heldUp = heldUp;
        const auto desk = makeStageDesk();
        Content content;
        content.title = u"Hẹn giờ"_s;
        content.section = DeskStage::sections[0].id;
        ArticleView &view = stageOf(*desk).add(content, State::Scheduled, DeskStage::user.id);
        view.article.scheduledAt = hanoi(7, 0) + std::chrono::hours(24);
        view.article.updatedAt = hanoi(11, 33) - std::chrono::hours(48);
        stageOf(*desk).outbox.commands.push_back({.request = {},
                                                  .article = view.article.id,
                                                  .title = content.title,
                                                  .step = Step::Schedule,
                                                  .givenAt = hanoi(10, 22) - std::chrono::hours(24),
                                                  .state = WaitingState::HeldUp,
                                                  .refusal = {},
                                                  .heldUp = heldUp});
        MainWindow window;
        Workstation workstation(*desk, clock, window);
        window.show();
        workstation.reviewPage().open(view.article.id);
        QTRY_VERIFY(textsOf(window).contains(hours.front() + u", Thứ Ba, 3-10-2023"_s));
        QTRY_VERIFY(textsOf(window).contains(u"hôm qua "_s + hours.at(2)));
        QTRY_COMPARE(hoursIn(textsOf(window)), hours);
        qunsetenv("TZ");
        tzset();
    }
};

QTEST_MAIN(TestNewsroomHours)
#include "tst_newsroomhours.moc"
