// Takes pictures of the workstation's windows over made-up articles.
#include "ui/articles/ArticlesPage.h"
#include "ui/articles/SubmitDialog.h"
#include "ui/articles/WritingPage.h"
#include "ui/shell/CommandPalette.h"
#include "ui/shell/MainWindow.h"
#include "ui/support/DeskStage.h"
#include "ui/widgets/GrowingTextEdit.h"
#include "ui/widgets/ReasonDialog.h"
#include "ui/workstation/Translations.h"
#include "ui/workstation/Workstation.h"

#include <QApplication>
#include <QDir>
#include <QMessageBox>
#include <QScreen>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

void fill(DeskStage &stage)
{
    const std::array titles{
        u"Ban Biên tập Cổng thông tin điện tử huyện tổng kết hoạt động chín tháng đầu năm"_s,
        u"Triệu Phong: khởi công tuyến đường liên xã Triệu Ái – Triệu Thượng"_s,
        u"Hội nghị trực tuyến về cải cách hành chính quý III"_s,
        u"Nông dân Triệu Trung vào vụ hoa Tết"_s,
        u"Thông báo lịch tiếp công dân tháng 10"_s,
        u"Gương sáng cựu chiến binh làm kinh tế giỏi"_s,
        u"Ngày hội toàn dân bảo vệ an ninh Tổ quốc"_s,
    };
    const std::array states{State::Draft,    State::Submitted, State::AwaitingApproval, State::Published,
                            State::Returned, State::Scheduled, State::Refused};
    const SystemClock clock;
    for (std::size_t i = 0; i < titles.size(); ++i) {
        Content content;
        content.title = titles[i];
        content.subtitle = i == 0 ? u"245 tin, 60 bài và 977 ảnh đã được đăng"_s : QString();
        content.lead =
            u"Sáng 2-10, Ban Biên tập Cổng thông tin điện tử huyện Triệu Phong tổ chức hội nghị đánh giá kết "
            "quả hoạt động chín tháng đầu năm và triển khai nhiệm vụ những tháng cuối năm."_s;
        content.section = DeskStage::sections[i % 2].id;
        content.genre = allGenres[i];
        content.tags = {u"Ban Biên tập"_s, u"tổng kết"_s};
        content.bylines = {{.name = u"Hoa Lê"_s, .share = Share::Words},
                           {.name = u"Nguyễn Hữu Thắng"_s, .share = Share::Photos}};
        content.body =
            R"({"content":[{"content":[{"text":"Trong chín tháng đầu năm, Ban Biên tập đã đăng 245 tin, 60 bài và 977 ảnh; số lượt truy cập đạt 1.730.453.","type":"text"}],"type":"paragraph"},{"attrs":{"level":2},"content":[{"text":"Nhiệm vụ những tháng cuối năm","type":"text"}],"type":"heading"},{"content":[{"text":"Bổ sung chuyên mục văn kiện Đảng, làm mới trang Giới thiệu, tăng số lượng và chất lượng tin bài của cộng tác viên.","type":"text"}],"type":"paragraph"}],"type":"doc"})";
        ArticleView &view = stage.add(content, states[i], DeskStage::user.id);
        view.article.updatedAt = clock.now() - std::chrono::minutes(7 * i * i * i);
        view.saved = i == 0 ? SavedState::OnThisPc : i == 3 ? SavedState::Published : SavedState::Sent;
        if (i == 4)
            view.article.reason = u"Sapo quá dài, ảnh thứ hai thiếu chú thích."_s;
    }
    SeededDice dice(3);
    const ArticleView &first = stage.articles.begin()->second;
    stage.outbox.commands.push_back({.request = RequestId::create(clock, dice),
                                     .article = first.article.id,
                                     .title = titles[0],
                                     .step = Step::Save,
                                     .givenAt = clock.now() - std::chrono::minutes(3),
                                     .state = WaitingState::WaitingForPictures,
                                     .refusal = {}});
    stage.outbox.commands.push_back({.request = RequestId::create(clock, dice),
                                     .article = first.article.id,
                                     .title = titles[5],
                                     .step = Step::Submit,
                                     .givenAt = clock.now() - std::chrono::minutes(2),
                                     .state = WaitingState::Refused,
                                     .refusal = Error{ErrorCode::Forbidden, u"article.section"_s, {}}});
    stage.outbox.pictures.push_back({.media = MediaId::create(clock, dice),
                                     .name = u"hoi-nghi-1.jpg"_s,
                                     .size = 4'200'000,
                                     .sent = 1'300'000,
                                     .addedAt = clock.now(),
                                     .refusal = {}});
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
    const SystemClock clock;
    const auto desk = makeStageDesk();
    fill(stageOf(*desk));
    const ArticleId first = stageOf(*desk).articles.begin()->first;
    const ArticleId returned = std::ranges::find(stageOf(*desk).articles, State::Returned, [](const auto &entry) {
                                   return entry.second.article.state;
                               })->first;
    MainWindow window;
    Workstation workstation(*desk, clock, window);
    workstation.signInPage().setServer({}, true);
    workstation.signInPage().offerAccounts({{u"phongvien"_s, u"abcd-efgh-jkmn"_s, u"phóng viên"_s},
                                            {u"bientap"_s, u"pqrs-tuvw-xyz2"_s, u"biên tập viên"_s},
                                            {u"truongban"_s, u"3456-789a-bcde"_s, u"Trưởng ban"_s}});
    window.show();

    struct Shot
    {
        QString name;
        std::function<void()> set;
    };
    const std::vector<Shot> shots{
        {u"list"_s, [] {}},
        {u"palette"_s, [&] { window.commandPalette().openPalette(); }},
        {u"writing"_s,
         [&] {
             window.commandPalette().hide();
             workstation.openArticle(first);
         }},
        {u"returned"_s, [&] { workstation.openArticle(returned); }},
        {u"unkept"_s,
         [&] {
             stageOf(*desk).typeError = Error{ErrorCode::StorageFull, u"replica"_s, {}};
             QTest::keyClicks(workstation.writingPage().findChild<GrowingTextEdit *>(), u" moi"_s);
             window.close();
         }},
        {u"outbox"_s,
         [&] {
             stageOf(*desk).typeError.reset();
             window.findChild<QMessageBox *>()->reject();
             window.showPage(u"outbox"_s);
         }},
        {u"review"_s, [&] { window.showPage(u"review"_s); }},
        {u"door"_s, [&] { window.setGate(&workstation.signInPage()); }},
    };
    std::size_t next = 0;
    std::function<void()> step = [&] {
        if (next > 0)
            window.screen()->grabWindow(0).save(folder.filePath(shots[next - 1].name + u".png"_s)); // with dialogs
        if (next == shots.size()) {
            auto *dialog = new SubmitDialog(u"Tổng kết chín tháng"_s, u"Tin tức"_s, &window);
            dialog->open();
            QTimer::singleShot(1500, &window, [&window, folder] {
                window.screen()->grabWindow(0).save(folder.filePath(u"submit.png"_s));
                QApplication::quit();
            });
            return;
        }
        shots[next].set();
        const bool isPage =
            shots[next].name == u"writing"_s || shots[next].name == u"returned"_s || shots[next].name == u"review"_s;
        ++next;
        QTimer::singleShot(isPage ? 15000 : 2500, &window, step);
    };
    QTimer::singleShot(1500, &window, step);
    return QApplication::exec();
}
