// Not a test: takes a picture of the preview, to be looked at: preview_shot OUTPUT.png WIDTH HEIGHT [phone] [dark] [en]
// [SCROLL]. Needs a display (Xvfb does).
#include "ui/preview/PreviewSight.h"
#include "ui/workstation/Translations.h"

#include "document/Document.h"

#include <QElapsedTimer>
#include <QScreen>
#include <QTimer>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

PreviewSubject subject()
{
    Site site;
    site.agency = u"Ủy ban nhân dân huyện Triệu Phong"_s;
    site.place = u"Huyện Triệu Phong"_s;
    site.parentAgency = u"Tỉnh Quảng Trị"_s;
    site.title = u"Cổng thông tin điện tử huyện Triệu Phong"_s;
    site.address = u"https://trieuphong.example.vn"_s;
    site.postalAddress = u"Thị trấn Ái Tử, huyện Triệu Phong"_s;
    site.telephone = u"(0233) 3 828 258"_s;
    site.email = u"vanthu@example.vn"_s;
    site.responsiblePerson = u"Hoàng Văn Đức"_s;
    SystemDice dice;
    const SystemClock clock;
    std::vector<Section> sections;
    for (const auto &[slug, name] : {std::pair(u"tin-tuc"_s, u"Tin tức – Sự kiện"_s),
                                     {u"kinh-te"_s, u"Kinh tế"_s},
                                     {u"van-hoa"_s, u"Văn hóa – Xã hội"_s},
                                     {u"thong-bao"_s, u"Thông báo"_s}})
        sections.push_back(
            {.id = SectionId::create(clock, dice), .slug = slug, .name = name, .nameEnglish = {}, .position = 1});
    Content content;
    content.title = u"Triệu Phong: khởi công tuyến đường liên xã Triệu Ái – Triệu Thượng"_s;
    content.subtitle = u"Tuyến đường dài 6,2 km, dự kiến xong trước mùa mưa năm sau"_s;
    content.lead = u"Sáng 2-10, Ủy ban nhân dân huyện khởi công tuyến đường liên xã, nối vùng gò đồi với trung tâm."_s;
    content.section = sections[0].id;
    content.tags = {u"giao thông"_s, u"nông thôn mới"_s};
    content.bylines = {{.name = u"Hoa Lê"_s, .share = Share::Words}, {.name = u"Hữu Thắng"_s, .share = Share::Photos}};
    content.body = R"({"content":[
        {"content":[{"text":"Công trình có tổng mức đầu tư 38 tỷ đồng, do ngân sách huyện và nguồn vốn chương trình mục tiêu quốc gia bảo đảm. Mặt đường rộng 5,5 m, có hai cầu nhỏ và hệ thống thoát nước dọc.","type":"text"}],"type":"paragraph"},
        {"content":[{"attrs":{"alt":"Cầu","height":800,"media":"018af3a1-b2c3-7000-8000-000000000001","width":1200},"type":"figimage"},
            {"content":[{"text":"Lễ khởi công tại xã Triệu Ái.","type":"text"}],"type":"figcaption"}],"type":"figure"},
        {"attrs":{"level":2},"content":[{"text":"Người dân hiến đất","type":"text"}],"type":"heading"},
        {"content":[{"text":"Hơn 120 hộ dân hai bên tuyến đã hiến gần 9.000 m² đất và tháo dỡ tường rào, cây cối để bàn giao mặt bằng.","type":"text"}],"type":"paragraph"},
        {"content":[{"attrs":{"alt":"Dân","height":800,"media":"018af3a1-b2c3-7000-8000-000000000002","width":1200},"type":"figimage"},
            {"content":[{"text":"Ảnh chưa về máy.","type":"text"}],"type":"figcaption"}],"type":"figure"}],"type":"doc"})";
    return {.article = {}, .content = content, .site = site, .sections = sections};
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QStringList arguments = application.arguments();
    const bool isPhone = arguments.removeAll(u"phone"_s) > 0;
    applyLook(application, arguments.removeAll(u"dark"_s) > 0 ? Brightness::Dark : Brightness::Light);
    useLanguage(application, arguments.removeAll(u"en"_s) > 0 ? Language::English : Language::Vietnamese);
    if (arguments.size() < 4)
        return 2;
    const QString photo = QStringLiteral(TOASOAN_SOURCE_DIR "/resources/demo/pictures/chu-tri.jpg");
    Preferences preferences;
    preferences.setPreviewWidth(isPhone ? PreviewWidth::Phone : PreviewWidth::Desktop);
    PreviewWindow window(
        [photo](MediaId media, const std::function<void(const QString &)> &give) {
            give(media.toText().endsWith(u'1') ? photo : QString());
        },
        [] { return SystemClock().now(); }, preferences, nullptr);
    window.resize(arguments[2].toInt(), arguments[3].toInt());
    window.move(0, 0);
    window.show();
    QElapsedTimer timer;
    timer.start();
    window.present(subject());
    QObject::connect(window.view(), &PreviewView::shown, &window, [&] {
        qInfo("shown after %lld ms", timer.elapsed());
        asked(*window.view(), u"scrollTo(0, %1)"_s.arg(arguments.value(4, u"0"_s)));
        QTimer::singleShot(4000, &window, [&] {
            window.screen()
                ->grabWindow(0, 0, 0, window.frameGeometry().width(), window.frameGeometry().height())
                .save(arguments[1]);
            QApplication::quit();
        });
    });
    return QApplication::exec();
}
