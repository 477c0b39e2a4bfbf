#include "ui/outbox/OutboxPage.h"

#include "support/Patience.h"
#include "ui/support/DeskStage.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/ErrorText.h"

#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

const Error refusal{ErrorCode::InvalidInput, u"article.title"_s, {}};

WaitingCommand waiting(Step step, const QString &title, WaitingState state)
{
    return {.request = RequestId{DeskStage::newId().uuid},
            .article = DeskStage::newId(),
            .title = title,
            .step = step,
            .givenAt = SystemClock().now(),
            .state = state,
            .refusal = state == WaitingState::Refused ? std::optional(refusal) : std::nullopt};
}

// An outbox on a desk. The desk says it anew with tell().
struct Room
{
    SystemClock clock;
    std::unique_ptr<Desk> desk = makeStageDesk();
    DeskStage &stage = stageOf(*desk);
    std::unique_ptr<OutboxPage> page;

    void enter()
    {
        page = std::make_unique<OutboxPage>(*desk, clock);
        page->resize(900, 500);
        page->show();
        QVERIFY(QTest::qWaitForWindowExposed(page.get(), longestWait));
    }
    void tell(const OutboxView &outbox)
    {
        const QSignalSpy counted(page.get(), &OutboxPage::countsChanged);
        stage.outbox = outbox;
        emit desk->outboxChanged();
        QTRY_VERIFY(!counted.isEmpty());
    }
    [[nodiscard]] QTreeView *table() const { return page->findChild<QTreeView *>(); }
    [[nodiscard]] std::optional<WaitingId> current() const { return page->model().idAt(table()->currentIndex().row()); }
    void choose(int row) const { table()->setCurrentIndex(page->model().index(row, 0)); }
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        const auto buttons = page->findChildren<QPushButton *>();
        const auto found = std::ranges::find_if(
            buttons, [&](const QPushButton *button) { return button->isVisible() && button->text() == text; });
        return found == buttons.end() ? nullptr : *found;
    }
    static void confirm(const QMessageBox &question)
    {
        const auto answers = question.buttons();
        const auto yes = std::ranges::find_if(
            answers, [&](QAbstractButton *each) { return question.buttonRole(each) == QMessageBox::DestructiveRole; });
        QVERIFY(yes != answers.end());
        QTest::mouseClick(*yes, Qt::LeftButton);
    }
    [[nodiscard]] QStringList banners() const
    {
        QStringList texts;
        for (const auto *banner : page->findChildren<Banner *>()) {
            if (banner->isVisible())
                texts.append(banner->text());
        }
        return texts;
    }
};

} // namespace

class TestOutboxPage : public QObject
{
    Q_OBJECT

private slots:
    void init() { setTheScene(); }

    void whatWasAskedAboutIsDiscardedWhateverRowItIsByThen()
    {
        Room room;
        const WaitingCommand refused = waiting(Step::Submit, u"Họp dân"_s, WaitingState::Refused);
        room.stage.outbox.commands = {refused};
        room.enter();
        QTRY_VERIFY(room.button(u"&Discard…"_s));
        room.button(u"&Discard…"_s)->click();
        auto *question = room.page->findChild<QMessageBox *>();
        QVERIFY(question && question->isVisible());
        QVERIFY2(question->text().contains(u"Họp dân"_s), "nobody can tell what is asked about");

        room.tell({.commands = {waiting(Step::Save, u"Bài khác"_s, WaitingState::Waiting), refused},
                   .texts = {},
                   .pictures = {}});
        room.choose(0);
        Room::confirm(*question);
        QTRY_COMPARE(room.stage.discards, std::vector{refused.request});
    }

    void aStepThatOnlyWaitsIsTakenBack()
    {
        Room room;
        const WaitingCommand step = waiting(Step::Publish, u"Họp dân"_s, WaitingState::Waiting);
        WaitingCommand under = waiting(Step::Withdraw, u"Tin"_s, WaitingState::Waiting);
        WaitingCommand text = waiting(Step::Save, u"Tin"_s, WaitingState::Waiting);
        text.article = under.article;
        room.stage.outbox.commands = {step, under, text, waiting(Step::Submit, u"Bài khác"_s, WaitingState::Sending)};
        room.enter();
        QTRY_VERIFY(room.button(u"Do &not send…"_s));
        for (const int row : {1, 2, 3}) { // text stands on it; a text; the server may have it
            room.choose(row);
            QVERIFY2(!room.page->findChild<QPushButton *>(u"discard"_s)->isVisible(), qPrintable(QString::number(row)));
        }
        room.choose(0);
        room.button(u"Do &not send…"_s)->click();
        const auto *question = room.page->findChild<QMessageBox *>();
        QVERIFY(question);
        Room::confirm(*question);
        QTRY_COMPARE(room.stage.discards, std::vector{step.request});
    }

    // A step that is not sent leaves the article as it is; a text that is discarded is gone.
    void whatIsAskedSaysWhatIsLost()
    {
        Room room;
        const WaitingCommand step = waiting(Step::Delete, u"Họp dân"_s, WaitingState::Refused);
        WaitingCommand behind = waiting(Step::Submit, u"Họp dân"_s, WaitingState::Behind);
        behind.article = step.article;
        room.stage.outbox.commands = {step, behind};
        room.enter();
        QTRY_VERIFY(room.button(u"&Discard…"_s));
        room.choose(0);
        room.button(u"&Discard…"_s)->click();
        const auto *question = room.page->findChild<QMessageBox *>();
        QVERIFY(question);
        QCOMPARE(question->text(),
                 u"Not send “Delete the draft” of “Họp dân”? The article stays as the server has it. "
                 "1 more step(s) behind it, for the same article, go too."_s);
        QVERIFY(std::ranges::none_of(question->buttons(),
                                     [](QAbstractButton *each) { return each->text().contains(u"Discard"_s); }));
    }

    // It waits for the person: counted as what was refused, with its reason, its article one press away.
    void aTextThatCannotBeGivenLeadsToItsArticle()
    {
        Room room;
        const ArticleId id = DeskStage::newId();
        const MediaId media{DeskStage::newId().uuid};
        room.stage.outbox.commands = {waiting(Step::Save, u"Tin"_s, WaitingState::Waiting)};
        room.stage.outbox.texts = {{.article = id, .title = u"Họp dân"_s, .why = refusal, .since = {}}};
        room.stage.outbox.pictures = {
            {.media = media, .name = u"a.jpg"_s, .size = 9, .sent = 0, .addedAt = {}, .refusal = {}}};
        room.enter();
        QTRY_COMPARE(room.page->model().rowCount(), 3);
        QCOMPARE(room.page->model().counts().refused, 0); // the server has not seen it
        QCOMPARE(room.page->model().counts().stopped, 1);
        QCOMPARE(room.page->model().rowOf(media), 2);
        room.page->model().setProgress(media, 5);
        const auto said = [&](int row, OutboxModel::Column column) {
            return room.page->model().index(row, column).data().toString();
        };
        QVERIFY(said(2, OutboxModel::Standing).contains(u"sent"_s));
        QCOMPARE(said(1, OutboxModel::Of), u"Họp dân"_s);
        QCOMPARE(said(1, OutboxModel::Standing), u"Cannot be sent yet"_s); // once: above it stands why

        room.choose(1);
        QVERIFY(room.banners().contains(errorText(refusal)));
        QCOMPARE(room.page->model().index(1, OutboxModel::Standing).data(Qt::ToolTipRole), errorText(refusal));
        QVERIFY(!room.button(u"&Discard…"_s));
        const QSignalSpy chosen(room.page.get(), &OutboxPage::recordChosen);
        room.button(u"&Open the article"_s)->click();
        QCOMPARE(chosen.value(0).value(0).value<Key>(), itemKey(id));
        room.button(u"Tr&y again"_s)->click();
        QTRY_COMPARE(room.stage.saves, std::vector{id});
    }

    void aPictureIsDiscarded()
    {
        Room room;
        const MediaId media{DeskStage::newId().uuid};
        room.stage.outbox.commands = {waiting(Step::Save, u"Tin"_s, WaitingState::WaitingForPictures)};
        room.stage.outbox.pictures = {
            {.media = media, .name = u"a.jpg"_s, .size = 9, .sent = 0, .addedAt = {}, .refusal = refusal}};
        room.enter();
        QTRY_COMPARE(room.page->model().rowCount(), 2);
        QVERIFY2(!room.button(u"&Discard…"_s), "what only waits can be discarded");
        room.choose(1);
        QVERIFY2(!room.button(u"&Open the article"_s), "a picture is no article");
        room.button(u"&Discard…"_s)->click();
        auto *question = room.page->findChild<QMessageBox *>();
        QVERIFY(question && question->text().contains(u"a.jpg"_s));
        Room::confirm(*question);
        QTRY_COMPARE(room.stage.discardedPictures, std::vector{media});
        QVERIFY(room.stage.discards.empty());
    }

    void theChosenRowStaysChosenWhileOthersComeAndGo()
    {
        Room room;
        const WaitingCommand first = waiting(Step::Save, u"1"_s, WaitingState::Waiting);
        const WaitingCommand second = waiting(Step::Save, u"2"_s, WaitingState::Waiting);
        const WaitingCommand third = waiting(Step::Submit, u"3"_s, WaitingState::Refused);
        room.stage.outbox.commands = {first, second, third};
        room.enter();
        QTRY_COMPARE(room.current(), std::optional<WaitingId>(first.request));
        room.choose(2);
        room.tell({.commands = {second, third}, .texts = {}, .pictures = {}});
        QCOMPARE(room.current(), std::optional<WaitingId>(third.request));
        QVERIFY(room.button(u"Tr&y again"_s));
        WaitingCommand next = second;
        next.state = WaitingState::Refused;
        next.refusal = refusal;
        room.tell({.commands = {first, next},
                   .texts = {},
                   .pictures = {}}); // it has gone: nobody chose the next in its place
        QCOMPARE(room.current(), std::nullopt);
        QVERIFY(!room.button(u"Tr&y again"_s) && !room.button(u"&Discard…"_s));
        QCOMPARE(room.banners(), QStringList());
        room.tell({});
        room.tell({.commands = {next}, .texts = {}, .pictures = {}}); // what the list marks by itself says why at once
        QCOMPARE(room.current(), std::optional<WaitingId>(next.request));
        QCOMPARE(room.banners(), QStringList{errorText(refusal)});
    }

    // The list that the sentence leads to elsewhere is no help here.
    void ofAnArticleThatIsGoneItIsSaidWhatCanBeDone()
    {
        Room room;
        WaitingCommand refused = waiting(Step::Save, u"Họp dân"_s, WaitingState::Refused);
        refused.refusal = Error{ErrorCode::NotFound, u"article"_s, {}};
        room.stage.outbox.commands = {refused};
        room.enter();
        QTRY_COMPARE(room.banners(),
                     QStringList{u"The server no longer has this article, or this account may no longer see it. Open "
                                 "the article to keep its text as a new draft, or discard this here."_s});
        QVERIFY(room.button(u"&Open the article"_s) && room.button(u"&Discard…"_s));
    }

    void nobodysOutboxIsEmptyAndNoError()
    {
        DeskStage::signInState = SignInState::SignedOut;
        Room room;
        room.stage.outboxError = Error{ErrorCode::Unauthenticated, u"session"_s, {}};
        room.enter();
        room.tell({});
        QCOMPARE(room.banners(), QStringList());

        room.stage.outboxError.reset();
        room.stage.outbox.commands = {waiting(Step::Save, u"Tin"_s, WaitingState::Waiting)};
        room.desk->signIn(u"https://toasoan.example.vn"_s, u"phongvien"_s, {}, this, [](const Result<User> &) {});
        QTRY_COMPARE(room.page->model().rowCount(), 1);
        const QSignalSpy counted(room.page.get(), &OutboxPage::countsChanged);
        room.desk->signOut(this, {});
        QCOMPARE(room.page->model().rowCount(), 0); // at once: the next at this PC sees nothing of it
        QCOMPARE(counted.last().first().value<OutboxCounts>().waiting, 0);
    }

    void untilItIsKnownWhatWaitsNothingIsSaidOfIt()
    {
        Room room;
        room.page = std::make_unique<OutboxPage>(*room.desk, room.clock);
        const auto *empty = room.page->findChild<EmptyState *>();
        QCOMPARE(empty->accessibleName(), u"Looking up what waits…"_s);
        QTRY_COMPARE(empty->accessibleName(), u"Everything has been sent"_s);
    }

    void anErrorOfReadingStandsUntilItCanBeRead()
    {
        Room room;
        room.stage.outboxError = Error{ErrorCode::Unavailable, u"storage.busy"_s, {}};
        room.enter();
        QTRY_COMPARE(room.banners(), QStringList{errorText(*room.stage.outboxError)});
        room.stage.outboxError.reset();
        room.tell({});
        QCOMPARE(room.banners(), QStringList());
    }

    void aRefusalIsSaidInFullAndTriedAgain()
    {
        Room room;
        const WaitingCommand refused = waiting(Step::Submit, u"Họp dân"_s, WaitingState::Refused);
        room.stage.outbox.commands = {refused};
        room.enter();
        QTRY_COMPARE(room.banners(), QStringList{errorText(refusal)});
        QSignalSpy chosen(room.page.get(), &OutboxPage::recordChosen);
        room.button(u"&Open the article"_s)->click();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].value<Key>(), itemKey(refused.article));
        room.button(u"Tr&y again"_s)->click();
        QTRY_COMPARE(room.stage.retries, std::vector{refused.request});
    }

    void whyNothingCanBeSentIsSaid()
    {
        Room room;
        room.stage.outbox.commands = {waiting(Step::Save, u"Tin"_s, WaitingState::Waiting)};
        room.stage.syncError = Error{ErrorCode::Unavailable, u"network"_s, {}};
        room.enter();
        QTRY_VERIFY(room.button(u"&Send now"_s));
        room.button(u"&Send now"_s)->click();
        QTRY_COMPARE(room.banners(), QStringList{errorText(*room.stage.syncError)});
        QTRY_VERIFY(room.button(u"&Send now"_s)->isEnabled());
        room.tell(room.stage.outbox); // read anew, which says nothing about sending
        QCOMPARE(room.banners(), QStringList{errorText(*room.stage.syncError)});
        room.stage.syncError.reset();
        room.button(u"&Send now"_s)->click();
        QTRY_COMPARE(room.banners(), QStringList());

        room.stage.syncError = Error{ErrorCode::Unavailable, u"network"_s, {}};
        room.button(u"&Send now"_s)->click();
        QTRY_COMPARE(room.banners(), QStringList{errorText(*room.stage.syncError)});
        room.stage.connect(*room.desk, {.connection = Connection::Online, .lastSync = {}, .problem = {}});
        QCOMPARE(room.banners(), QStringList()); // the line is back
    }
};

QTEST_MAIN(TestOutboxPage)
#include "tst_outboxpage.moc"
