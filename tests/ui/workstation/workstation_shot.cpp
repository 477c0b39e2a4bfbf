// Takes pictures of the workstation's windows over made-up articles.
#include "ui/articles/ArticlesPage.h"
#include "ui/articles/SubmitDialog.h"
#include "ui/articles/WritingPage.h"
#include "ui/editor/EditorView.h"
#include "ui/editor/FindBar.h"
#include "ui/editor/LinkDialog.h"
#include "ui/review/ReviewPage.h"
#include "ui/review/ScheduleDialog.h"
#include "ui/shell/CommandPalette.h"
#include "ui/shell/MainWindow.h"
#include "ui/support/DeskStage.h"
#include "ui/widgets/GrowingTextEdit.h"
#include "ui/widgets/Question.h"
#include "ui/widgets/ReasonDialog.h"
#include "ui/workstation/Translations.h"
#include "ui/workstation/Workstation.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QMessageBox>
#include <QScreen>
#include <QTest>
#include <QTimer>

#include <cstdio>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

// Gives their ids.
std::vector<ArticleId> fill(DeskStage &stage)
{
    std::vector<ArticleId> ids;
    const std::array titles{
        u"Ban Biên tập Cổng thông tin điện tử huyện tổng kết hoạt động chín tháng đầu năm"_s,
        u"Triệu Phong: khởi công tuyến đường liên xã Triệu Ái – Triệu Thượng"_s,
        u"Hội nghị trực tuyến về cải cách hành chính quý III"_s,
        u"Nông dân Triệu Trung vào vụ hoa Tết"_s,
        u"Thông báo lịch tiếp công dân tháng 10"_s,
        u"Gương sáng cựu chiến binh làm kinh tế giỏi"_s,
        u"Ngày hội toàn dân bảo vệ an ninh Tổ quốc"_s,
        u"Trung tâm Phục vụ hành chính công tiếp nhận hồ sơ cả sáng thứ Bảy"_s,
    };
    const std::array states{State::Draft,    State::InEditing, State::AwaitingApproval, State::Published,
                            State::Returned, State::Scheduled, State::Refused,          State::Published};
    const SystemClock clock;
    for (std::size_t i = 0; i < titles.size(); ++i) {
        Content content;
        content.title = titles[i];
        content.subtitle = i == 0 ? u"245 tin, 60 bài và 977 ảnh đã được đăng"_s : QString();
        content.lead =
            u"Sáng 2-10, Ban Biên tập Cổng thông tin điện tử huyện Triệu Phong tổ chức hội nghị đánh giá kết "
            "quả hoạt động chín tháng đầu năm và triển khai nhiệm vụ những tháng cuối năm."_s;
        content.section = DeskStage::sections[i % 2].id;
        content.genre = standardGenres()[i].code;
        content.tags = {u"Ban Biên tập"_s, u"tổng kết"_s};
        content.bylines = {{.name = u"Hoa Lê"_s, .share = Share::Words},
                           {.name = u"Nguyễn Hữu Thắng"_s, .share = Share::Photos}};
        content.body =
            R"({"content":[{"content":[{"text":"Trong chín tháng đầu năm, Ban Biên tập đã đăng 245 tin, 60 bài và 977 ảnh; số lượt truy cập đạt 1.730.453.","type":"text"}],"type":"paragraph"},{"attrs":{"level":2},"content":[{"text":"Nhiệm vụ những tháng cuối năm","type":"text"}],"type":"heading"},{"content":[{"text":"Bổ sung chuyên mục văn kiện Đảng, làm mới trang Giới thiệu, tăng số lượng và chất lượng tin bài của cộng tác viên.","type":"text"}],"type":"paragraph"}],"type":"doc"})";
        ArticleView &view = stage.add(content, states[i], DeskStage::user.id);
        view.article.updatedAt = clock.now() - std::chrono::minutes(7 * i * i * i);
        view.saved = i == 0 ? SavedState::OnThisPc : i == 3 || i == 7 ? SavedState::Published : SavedState::Sent;
        if (i == 7)
            view.article.publication = Publication{
                .number = 7, .slug = u"trung-tam"_s, .version = 1, .firstAt = {}, .at = {}, .takenDownAt = {}};
        if (i == 4)
            view.article.reason = u"Sapo quá dài, ảnh thứ hai thiếu chú thích."_s;
        if (i == 3) // a step that has not left the PC
            view.waiting = {{.request = {},
                             .article = view.article.id,
                             .title = titles[i],
                             .step = Step::Publish,
                             .givenAt = clock.now(),
                             .state = WaitingState::Waiting,
                             .refusal = {}}};
        if (i == 1) {
            view.article.content.title += u" / Khởi công đường liên xã"_s;
            view.article.content.conflicts = {TextField::Title};
        }
        view.article.contentHash = contentHash(view.article.content);
        ids.push_back(view.article.id);
    }
    SeededDice dice(3);
    stage.outbox.commands.push_back({.request = RequestId::create(clock, dice),
                                     .article = ids[0],
                                     .title = titles[0],
                                     .step = Step::Save,
                                     .givenAt = clock.now() - std::chrono::minutes(3),
                                     .state = WaitingState::WaitingForPictures,
                                     .refusal = {}});
    stage.outbox.commands.push_back({.request = RequestId::create(clock, dice),
                                     .article = ids[5],
                                     .title = titles[5],
                                     .step = Step::Submit,
                                     .givenAt = clock.now() - std::chrono::minutes(2),
                                     .state = WaitingState::Refused,
                                     .refusal = Error{ErrorCode::Forbidden, u"article.section"_s, {}}});
    stage.outbox.commands.push_back({.request = RequestId::create(clock, dice),
                                     .article = ids[2],
                                     .title = titles[2],
                                     .step = Step::Schedule,
                                     .givenAt = clock.now() - std::chrono::minutes(1),
                                     .state = WaitingState::Refused,
                                     .refusal = Error{ErrorCode::Conflict, u"article.scheduledAt"_s, {}}});
    stage.outbox.texts.push_back({.article = ids[2],
                                  .title = titles[2],
                                  .why = Error{ErrorCode::TooLarge, u"content.title"_s, {}},
                                  .since = clock.now() - std::chrono::minutes(12)});
    stage.outbox.pictures.push_back({.media = MediaId::create(clock, dice),
                                     .name = u"hoi-nghi-1.jpg"_s,
                                     .size = 4'200'000,
                                     .sent = 1'300'000,
                                     .addedAt = clock.now(),
                                     .refusal = {}});
    return ids;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const QDir folder(arguments.value(1, u"."_s));
    useLanguage(application, arguments.contains(u"en"_s) ? Language::English : Language::Vietnamese);
    applyLook(application, arguments.contains(u"dark"_s) ? Brightness::Dark : Brightness::Light);
    setTheScene();
    DeskStage::user.grants.push_back({.role = Role::BoardChair, .section = {}});
    const SystemClock clock;
    if (arguments.contains(u"ended"_s))
        DeskStage::signInState = SignInState::SessionEnded;
    const auto desk = makeStageDesk();
    const std::vector<ArticleId> articles = fill(stageOf(*desk));
    MainWindow window;
    Workstation workstation(*desk, clock, window);
    workstation.signInPage().setServer({}, true);
    workstation.signInPage().offerAccounts({{u"phongvien"_s, u"abcd-efgh-jkmn"_s, Role::Reporter},
                                            {u"bientap"_s, u"pqrs-tuvw-xyz2"_s, Role::Editor},
                                            {u"truongban"_s, u"3456-789a-bcde"_s, Role::BoardChair},
                                            {u"quantri"_s, u"fghj-kmnp-qrst"_s, Role::Administrator}});
    window.resize(arguments.contains(u"small"_s) ? QSize(1024, 700) : QSize(1440, 900));
    window.show();

    struct Shot
    {
        QString name;
        std::function<void()> set;
    };
    const std::vector<Shot> shots{
        {u"list"_s, [] {}},
        {u"palette"_s, [&] { window.commandPalette().openPalette(); }},
        {u"palette-nothing"_s, [&] { window.commandPalette().findChild<QLineEdit *>()->setText(u"xuất bản"_s); }},
        {u"writing"_s,
         [&] {
             window.commandPalette().hide();
             workstation.openArticle(articles[0]);
         }},
        {u"find"_s,
         [&] {
             EditorView &editor = *workstation.writingPage().findChild<EditorView *>();
             editor.showFind(FindBar::Kind::Replace);
             editor.findBar()->findChild<QLineEdit *>()->setText(u"chín tháng"_s);
         }},
        {u"published"_s, [&] { workstation.openArticle(articles[7]); }},
        {u"returned"_s, [&] { workstation.openArticle(articles[4]); }},
        {u"unkept"_s,
         [&] {
             stageOf(*desk).typeError = Error{ErrorCode::StorageFull, u"replica"_s, {}};
             QTest::keyClicks(workstation.writingPage().findChild<GrowingTextEdit *>(), u" moi"_s);
             window.close();
         }},
        {u"conflict"_s,
         [&] {
             stageOf(*desk).typeError.reset();
             window.findChild<QMessageBox *>()->reject();
             workstation.openArticle(articles[1]);
         }},
        {u"outbox"_s, [&] { window.showPage(u"outbox"_s); }},
        {u"review"_s,
         [&] {
             window.showPage(u"review"_s);
             workstation.reviewPage().open(articles[2]);
         }},
        {u"review-conflict"_s, [&] { workstation.reviewPage().open(articles[1]); }},
        {u"newer"_s,
         [&] {
             ArticleView &view = stageOf(*desk).articles[articles[4]];
             view.article.content.others = {{u"map"_s, u"16.75,107.18"_s}};
             workstation.openArticle(articles[4]);
         }},
        {u"review-waiting"_s, [&] { workstation.reviewPage().open(articles[3]); }},
        {u"door"_s, [&] { window.setGate(&workstation.signInPage()); }},
    };
    std::size_t next = 0;
    std::function<void()> step = [&] {
        if (next > 0)
            window.screen()->grabWindow(0).save(folder.filePath(shots[next - 1].name + u".png"_s)); // with dialogs
        if (next == shots.size()) {
            for (QDialog *dialog : std::initializer_list<QDialog *>{
                     new SubmitDialog(
                         {.title = u"Tổng kết chín tháng"_s, .section = u"Tin tức"_s, .findings = check(Content(), {})},
                         &window),
                     new ReasonDialog({.title = u"Trả lại tác giả: “Tổng kết chín tháng”"_s,
                         .explanation = u"Tác giả đọc được lý do này."_s,
                         .confirm = u"&Trả lại tác giả"_s},
                                      &window),
                     new LinkDialog({.href = u"https://trieuphong.gov.vn/tin"_s, .title = {}, .text = u"cổng"_s},
                                    &window),
                     new ScheduleDialog(
                         u"Tổng kết chín tháng"_s, [&clock] { return clock.now(); }, {}, QTimeZone("Asia/Ho_Chi_Minh"),
                         &window)}) {
                keepWhole(dialog);
                dialog->show();
                dialog->grab().save(
                    folder.filePath(QLatin1StringView(dialog->metaObject()->className()).mid(9) + u".png"_s));
                delete dialog;
            }
            QApplication::quit();
            return;
        }
        shots[next].set();
        const bool isWritten =
            QStringList{u"writing"_s, u"returned"_s, u"published"_s, u"conflict"_s, u"newer"_s}.contains(
                shots[next].name);
        ++next;
        QTimer::singleShot(isWritten ? 9000 : 3000, &window, step);
    };
    QTimer::singleShot(1500, &window, step);
    return QApplication::exec();
}
