#include "ui/support/Tour.h"

#include "domain/Checklist.h"
#include "support/Patience.h"
#include "ui/articles/ArticleForm.h"
#include "ui/articles/SubmitDialog.h"
#include "ui/editor/EditorView.h"
#include "ui/editor/FindBar.h"
#include "ui/models/ArticleListModel.h"
#include "ui/review/ScheduleDialog.h"
#include "ui/review/VersionsDialog.h"
#include "ui/shell/CommandPalette.h"
#include "ui/shell/Notifications.h"
#include "ui/shell/SignInPage.h"
#include "ui/support/EditorAnswers.h"
#include "ui/widgets/KeysDialog.h"
#include "ui/widgets/ReasonDialog.h"

#include <QComboBox>
#include <QDeadlineTimer>
#include <QSignalSpy>

namespace toasoan {

namespace {

const QString longTitle = u"Hội nghị trực tuyến toàn tỉnh về đẩy mạnh cải cách hành chính, nâng cao chất lượng phục vụ "
                          u"người dân và doanh nghiệp chín tháng đầu năm"_s;
const Error rightsLost{ErrorCode::Forbidden, u"article.section"_s, {}};

WaitingCommand waiting(const Office &office, Step step, WaitingState state)
{
    return {.request = RequestId{DeskStage::newId().uuid},
            .article = DeskStage::newId(),
            .title = longTitle,
            .step = step,
            .givenAt = office.clock.now() - std::chrono::hours(30),
            .state = state,
            .refusal = state == WaitingState::Refused ? std::optional(rightsLost) : std::nullopt};
}

OutboxView fullOutbox(const Office &office)
{
    return {.commands = {waiting(office, Step::RequestApproval, WaitingState::Refused),
                         waiting(office, Step::Save, WaitingState::WaitingForPictures),
                         waiting(office, Step::Submit, WaitingState::Behind)},
            .texts = {{.article = DeskStage::newId(),
                       .title = longTitle,
                       .why = {ErrorCode::TooLarge, u"content.title"_s, {}},
                       .since = office.clock.now()}},
            .pictures = {{.media = MediaId{DeskStage::newId().uuid},
                          .name = u"anh-chup-hoi-nghi-toan-tinh-ngay-02-10.jpg"_s,
                          .size = 4'200'000,
                          .sent = 1'300'000,
                          .addedAt = office.clock.now(),
                          .refusal = {}}}};
}

constexpr int patience = 5000; ///< ms; of somebody before a page that has much to do

template <typename Try>
bool untilDone(Try attempt)
{
    for (const QDeadlineTimer end(longestWait); !end.hasExpired();) {
        if (attempt())
            return true;
    }
    return false;
}

void showWriting(Office &office, ArticleId id)
{
    WritingPage &page = office.workstation->writingPage();
    QSignalSpy opened(page.findChild<EditorView *>(), &EditorView::opened);
    // An item whose page does not answer in time is not left, and the person told to try again: so he does.
    QVERIFY(untilDone([&] {
        office.workstation->openArticle(id);
        return opened.wait(patience);
    }));
    QVERIFY(answers(*page.findChild<EditorView *>())); // it is left soon
    settle();
}

ArticleId only(const Office &office, State state, bool isOwn)
{
    for (const auto &[id, view] : stageOf(*office.desk).articles) {
        if (view.article.state == state && (view.article.author == DeskStage::user.id) == isOwn)
            return id;
    }
    return {};
}

void tourDialogs(Office &office, const std::function<void(const Scene &)> &look)
{
    MainWindow &window = *office.window;
    const ReviewSource source = sourceForReview(*office.desk);
    const ArticleView &view = stageOf(*office.desk).articles.at(only(office, State::Draft, true));
    auto *schedule = new ScheduleDialog(
        longTitle, [&office] { return office.clock.now(); }, {}, QTimeZone("Asia/Ho_Chi_Minh"), &window);
    Content lacking = view.article.content;
    lacking.lead.clear();
    lacking.section = {};
    auto *submit = new SubmitDialog(
        {.title = longTitle, .section = u"Tin tức – Sự kiện"_s, .findings = check(lacking, ChecklistPolicy())},
        &window);
    auto *request = new SubmitDialog(
        {.step = Step::RequestApproval, .title = longTitle, .section = u"Tin tức – Sự kiện"_s, .findings = {}},
        &window);
    auto *reason = new ReasonDialog({.title = u"Trả lại tác giả: “%1”"_s.arg(longTitle),
                                     .explanation = longTitle,
                                     .confirm = u"&Trả lại tác giả"_s},
                                    &window);
    auto *versions = new VersionsDialog(source,
                                        {.article = view,
                                         .current = view.article.content,
                                         .currentName = u"bản đang viết"_s,
                                         .restoring = VersionsDialog::Restoring::Allowed},
                                        office.preferences, &window);
    auto *keys = new KeysDialog(office.workstation->writingPage().keys(), &window);
    const std::vector<std::pair<QString, QDialog *>> dialogs{{u"schedule"_s, schedule},        {u"submit"_s, submit},
                                                             {u"request approval"_s, request}, {u"reason"_s, reason},
                                                             {u"versions"_s, versions},        {u"keys"_s, keys}};
    for (const auto &[name, dialog] : dialogs) {
        dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(dialog, longestWait));
        settle();
        look({u"dialog "_s + name, dialog});
        dialog->reject();
        settle();
    }
}

} // namespace

QStringList faultsAt(const Scene &sight, const QStringList &faults)
{
    QStringList lines;
    for (const QString &fault : faults) {
        lines.append(sight.name + u": "_s + fault);
        qWarning().noquote() << lines.back();
    }
    return lines;
}

void settle()
{
    for (int turn = 0; turn < 6; ++turn) {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

void furnish(Office &office)
{
    DeskStage &stage = stageOf(*office.desk);
    for (const State state : seenStates) {
        for (const bool isOwn : {true, false}) {
            const ArticleId id = office.add(state, isOwn, longTitle);
            ArticleView &view = stage.articles.at(id);
            view.article.reason = state == State::Returned ? longTitle : QString();
            if (state == State::Draft && isOwn) {
                view.article.content.bylines = {{.name = u"Nguyễn Thị Phương Thảo Nguyên"_s, .share = Share::Words},
                                                {.name = u"Hoa Lê"_s, .share = Share::Photos}};
                view.article.content.tags = {u"cải cách hành chính"_s, u"chuyển đổi số"_s};
                stage.versions = {{.line = {.version = 1,
                                            .savedBy = DeskStage::user.id,
                                            .savedAt = office.clock.now(),
                                            .contentHash = {}},
                                   .content = view.article.content}};
            }
            DeskStage::allow(view);
        }
    }
    emit office.desk->articlesChanged();
}

void tourItems(Office &office, const std::function<void(const Scene &)> &look)
{
    std::vector<ArticleId> items;
    for (const auto &each : stageOf(*office.desk).articles)
        items.push_back(each.first);
    for (const ArticleId id : items) {
        const Article &article = stageOf(*office.desk).articles.at(id).article;
        const QString name = toText(article.state) + (article.author == DeskStage::user.id ? u", own"_s : QString());
        showWriting(office, id);
        if (QTest::currentTestFailed())
            return;
        look({u"writing page, "_s + name, office.window.get()});
        office.window->showPage(u"review"_s);
        office.workstation->reviewPage().open(id);
        QTRY_COMPARE(office.workstation->reviewPage().article(), id);
        settle();
        look({u"review page, "_s + name, office.window.get()});
    }
}

void tourTroubles(Office &office, const std::function<void(const Scene &)> &look)
{
    const std::vector<std::pair<QString, std::function<void(ArticleView &)>>> troubles{
        {u"refused"_s,
         [&office](ArticleView &view) { view.waiting.push_back(waiting(office, Step::Save, WaitingState::Refused)); }},
        {u"a deletion was refused"_s,
         [&office](ArticleView &view) {
             view.waiting.push_back(waiting(office, Step::Delete, WaitingState::Refused));
         }},
        {u"two titles"_s, [](ArticleView &view) { view.article.content.conflicts = {TextField::Title}; }},
        {u"two wordings"_s,
         [](ArticleView &view) {
             view.article.content.body =
                 R"({"content":[{"content":[{"marks":[{"attrs":{"side":"mine"},"type":"conflict"}],"text":"họp","type":"text"}],"type":"paragraph"}],"type":"doc"})";
         }},
        {u"gone"_s, [](ArticleView &view) { view.isGone = true; }}};
    DeskStage &stage = stageOf(*office.desk);
    std::vector<ArticleId> items;
    for (const auto &each : stage.articles)
        items.push_back(each.first);
    const auto tell = [&office](ArticleId id) {
        emit office.desk->articleChanged(id);
        settle();
    };
    for (const ArticleId id : items) {
        const ArticleView whole = stage.articles.at(id);
        const QString name =
            toText(whole.article.state) + (whole.article.author == DeskStage::user.id ? u", own"_s : QString());
        const bool mayWrite = std::ranges::find(whole.allowedSteps, Step::Save) != whole.allowedSteps.end();
        for (const auto &[trouble, befall] : troubles) {
            if (!mayWrite && trouble != "refused"_L1)
                continue; // he is not asked to settle it
            WritingPage &page = office.workstation->writingPage();
            QVERIFY(untilDone([&page] {
                page.leave([](const Result<void> &) {});
                return QTest::qWaitFor([&page] { return page.article().isNull(); }, patience);
            }));
            ArticleView &view = stage.articles.at(id);
            befall(view);
            view.base.number += 1;
            showWriting(office, id);
            if (QTest::currentTestFailed())
                return;
            look({u"writing page, %1, %2"_s.arg(name, trouble), office.window.get()});
            office.window->showPage(u"review"_s);
            office.workstation->reviewPage().open(id);
            QTRY_COMPARE(office.workstation->reviewPage().article(), id);
            settle();
            look({u"review page, %1, %2"_s.arg(name, trouble), office.window.get()});
            stage.articles.at(id) = whole;
            tell(id);
        }
    }
}

void tour(Office &office, const std::function<void(const Scene &)> &look)
{
    MainWindow &window = *office.window;
    DeskStage &stage = stageOf(*office.desk);
    ArticlesPage &list = office.workstation->articlesPage();
    window.showPage(u"articles"_s);
    QTRY_VERIFY(list.model().rowCount() > 0);
    settle();
    look({u"list"_s, &window});
    list.setSearch(u"không có bài nào như thế này"_s);
    QTRY_COMPARE(list.model().rowCount(), 0);
    settle();
    look({u"list, nothing found"_s, &window});
    list.setSearch({});
    QTRY_VERIFY(list.model().rowCount() > 0);

    showWriting(office, only(office, State::Draft, true));
    if (QTest::currentTestFailed())
        return;
    auto *form = window.findChild<ArticleForm *>();
    for (const bool isPanelShown : {true, false}) {
        form->setPanelShown(isPanelShown);
        settle();
        look({isPanelShown ? u"writing page with its panel"_s : u"writing page"_s, &window});
    }
    form->editor().showFind(FindBar::Kind::Replace);
    settle();
    look({u"writing page, find and replace"_s, &window});
    form->editor().findBar()->close();
    window.notifications().notify(
        {.tone = Tone::Bad, .text = longTitle, .action = u"Mở bài"_s, .act = [] {}, .about = {}});
    settle();
    look({u"writing page with a notice"_s, &window});
    window.notifications().clear();
    for (const auto &[state, isOwn] : {std::pair(State::Returned, true), std::pair(State::Submitted, true),
                                       std::pair(State::Published, true), std::pair(State::InEditing, false)}) {
        showWriting(office, only(office, state, isOwn));
        if (QTest::currentTestFailed())
            return;
        look({u"writing page, "_s + toText(state), &window});
    }

    window.showPage(u"review"_s);
    for (const State state :
         {State::AwaitingApproval, State::Approved, State::Scheduled, State::Submitted, State::Published}) {
        const ArticleId id = only(office, state, false);
        office.workstation->reviewPage().open(id);
        QTRY_COMPARE(office.workstation->reviewPage().article(), id);
        settle();
        look({u"review page, "_s + toText(state), &window});
    }

    window.showPage(u"outbox"_s);
    settle();
    look({u"outbox, empty"_s, &window});
    stage.outbox = fullOutbox(office);
    emit office.desk->outboxChanged();
    QTRY_VERIFY(office.workstation->outboxPage().model().rowCount() > 0);
    settle();
    look({u"outbox"_s, &window});

    SignInPage &signIn = office.workstation->signInPage();
    signIn.offerAccounts({{u"phongvien"_s, u"abcd-efgh-jkmn"_s, Role::Reporter},
                          {u"bientap"_s, u"pqrs-tuvw-xyz2"_s, Role::Editor},
                          {u"truongban"_s, u"3456-789a-bcde"_s, Role::BoardChair},
                          {u"quantri"_s, u"fghj-kmnp-qrst"_s, Role::Administrator}});
    window.setGate(&signIn);
    settle();
    look({u"sign-in"_s, &window});
    window.setGate(nullptr);
    tourDialogs(office, look);
}

} // namespace toasoan
