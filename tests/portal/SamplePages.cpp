#include "portal/SamplePages.h"

#include <QFile>

namespace toasoan::portal {

namespace {

constexpr auto itemPath = "/tin-tuc/hoat-dong-cua-huyen/ban-bien-tap-hop-danh-gia-9-thang";

struct Headline
{
    QStringView title;
    QStringView lead;
    QStringView section;
    QStringView sectionPath;
    QStringView alt;
    int picture; ///< -1: none
    int hoursAgo;
    int views;
};

constexpr std::array headlines{
    Headline{u"Ban Biên tập Cổng thông tin điện tử huyện họp đánh giá hoạt động Cổng thông tin điện tử huyện 9 tháng "
             u"đầu năm 2023",
             u"Sáng ngày 28/9/2023, Ban Biên tập Cổng thông tin điện tử huyện Triệu Phong họp đánh giá tình hình hoạt "
             u"động 9 tháng đầu năm và triển khai nhiệm vụ những tháng cuối năm 2023.",
             u"Hoạt động của huyện", u"/tin-tuc/hoat-dong-cua-huyen",
             u"Quang cảnh phiên họp của Ban Biên tập tại hội trường huyện", 0, 0, 363},
    Headline{u"Vụ hè thu được mùa: năng suất lúa bình quân đạt 58 tạ/ha",
             u"Nhờ điều tiết nước tốt và cơ cấu giống hợp lý, vụ hè thu năm nay của huyện được mùa toàn diện.",
             u"Kinh tế", u"/tin-tuc/kinh-te", u"Cánh đồng lúa chín vàng dưới chân đồi", 1, 3, 1284},
    Headline{u"Triệu Phong đón thêm hai xã đạt chuẩn nông thôn mới nâng cao",
             u"Hội đồng thẩm định của tỉnh đã bỏ phiếu thông qua với tỷ lệ nhất trí cao.", u"Nông thôn mới",
             u"/tin-tuc/nong-thon-moi", u"Đường làng rợp cờ và hoa", 2, 5, 947},
    Headline{u"Đối thoại với thanh niên về chuyển đổi số và khởi nghiệp",
             u"Hơn một trăm đoàn viên đã nêu câu hỏi với lãnh đạo huyện.", u"Đoàn thể", u"/tin-tuc/doan-the",
             u"Thanh niên trao đổi tại buổi đối thoại", 3, 21, 512},
    Headline{u"Chủ động phương án phòng, chống lụt bão ở các xã vùng thấp trũng",
             u"Lực lượng tại chỗ, phương tiện tại chỗ đã sẵn sàng trước mùa mưa lũ.", u"Xã hội", u"/tin-tuc/xa-hoi",
             u"Thuyền cứu hộ trên sông Thạch Hãn", 4, 26, 690},
    Headline{u"Khánh thành tuyến đường liên xã Triệu Ái – Triệu Thượng dài 6,2 km",
             u"Công trình có tổng mức đầu tư 48 tỷ đồng, hoàn thành sớm hai tháng.", u"Kinh tế", u"/tin-tuc/kinh-te",
             u"Tuyến đường mới giữa hai triền đồi", 5, 30, 831},
    Headline{u"Làng nghề nước mắm Gia Đẳng vào vụ, mỗi ngày xuất bán hàng nghìn lít",
             u"Sản phẩm OCOP bốn sao đang tìm đường vào siêu thị lớn.", u"Kinh tế", u"/tin-tuc/kinh-te",
             u"Bãi biển Gia Đẳng lúc bình minh", 6, 47, 1106},
    Headline{u"Lễ hội đua thuyền truyền thống trên sông Hiếu thu hút hàng nghìn người xem",
             u"Mười hai đội đua của các xã, thị trấn tranh tài.", u"Văn hóa – Thể thao", u"/tin-tuc/van-hoa",
             u"Các đội đua thuyền rẽ sóng", 7, 52, 2045},
    Headline{u"Trao 45 suất học bổng cho học sinh vượt khó đầu năm học mới",
             u"Mỗi suất trị giá hai triệu đồng do Hội Khuyến học vận động.", u"Giáo dục", u"/tin-tuc/giao-duc",
             u"Học sinh nhận học bổng trước sân trường", 8, 70, 455},
    Headline{u"Trung tâm Y tế huyện khám, cấp thuốc miễn phí cho 300 người cao tuổi",
             u"Đợt khám nằm trong chương trình chăm sóc sức khỏe người cao tuổi.", u"Y tế", u"/tin-tuc/y-te", u"", -1,
             74, 377},
    Headline{u"Đảng bộ huyện sơ kết giữa nhiệm kỳ thực hiện Nghị quyết Đại hội",
             u"Nhiều chỉ tiêu chủ yếu đạt và vượt tiến độ.", u"Xây dựng Đảng", u"/tin-tuc/xay-dung-dang",
             u"Trụ sở cơ quan huyện trong nắng sớm", 9, 96, 618},
    Headline{u"Cải cách hành chính: một cửa xã Triệu Trạch giải quyết đúng hạn 99,6 % hồ sơ",
             u"Người dân được nhắn tin khi có kết quả.", u"Cải cách hành chính", u"/tin-tuc/cai-cach-hanh-chinh",
             u"Bộ phận một cửa tiếp người dân", 10, 99, 540},
    Headline{u"Trồng mới 120 ha rừng ven biển chắn cát, bảo vệ đồng ruộng",
             u"Phi lao và keo lá tràm được chọn cho vùng cát.", u"Kinh tế", u"/tin-tuc/kinh-te",
             u"Rừng phi lao ven biển", 11, 120, 402},
};

ItemSummary summary(std::size_t number)
{
    const Headline &headline = headlines[number % headlines.size()];
    ItemSummary item;
    item.path = number == 0 ? QString::fromLatin1(itemPath) : QStringLiteral("/tin-tuc/bai-%1").arg(number);
    item.title = headline.title.toString();
    item.lead = headline.lead.toString();
    item.section = {headline.section.toString(), headline.sectionPath.toString()};
    item.published = sampleInstant - std::chrono::hours(headline.hoursAgo);
    item.views = headline.views;
    item.comments = headline.views / 200;
    if (headline.picture >= 0)
        item.picture = samplePicture(headline.picture, headline.alt.toString());
    if (number == 7)
        item.genre = QStringLiteral("Phóng sự ảnh");
    return item;
}

std::vector<ItemSummary> some(std::initializer_list<std::size_t> numbers)
{
    std::vector<ItemSummary> items;
    for (const std::size_t number : numbers)
        items.push_back(summary(number));
    return items;
}

std::vector<ItemSummary> withoutPictures(std::vector<ItemSummary> items)
{
    for (ItemSummary &item : items)
        item.picture.reset();
    return items;
}

QString figure(int number, const QString &alt, const QString &caption, const QString &credit, const QString &kind)
{
    return QStringLiteral(
               "<figure class=\"figure%5\"><picture><source type=\"image/webp\" srcset=\"/media/%1-640.webp 640w, "
               "/media/%1-1280.webp 1280w\" sizes=\"(min-width: 62rem) 784px, 94vw\"><img src=\"/media/%1-640.jpg\" "
               "srcset=\"/media/%1-640.jpg 640w, /media/%1-1280.jpg 1280w\" sizes=\"(min-width: 62rem) 784px, 94vw\" "
               "alt=\"%2\" width=\"1280\" height=\"800\" loading=\"lazy\" "
               "decoding=\"async\"></picture><figcaption>%3<span "
               "class=\"credit\">%4</span></figcaption></figure>")
        .arg(QString::number(number), alt, caption, credit, kind);
}

} // namespace

Site sampleSite(Language language)
{
    Site site;
    site.language = language;
    site.baseUrl = QStringLiteral("https://trieuphong.example.vn");
    site.otherLanguageHomePath = QStringLiteral("/en/");
    if (language == Language::English) {
        site.name = QStringLiteral("Triệu Phong District Web Portal");
        site.kindName = QStringLiteral("Web Portal of the");
        site.placeName = QStringLiteral("Triệu Phong District");
        site.agency = QStringLiteral("People's Committee of Triệu Phong District");
        site.homePath = QStringLiteral("/en/");
        site.searchPath = QStringLiteral("/en/search");
        site.sitemapPath = QStringLiteral("/en/sitemap");
        site.feedPath = QStringLiteral("/en/rss.xml");
        site.otherLanguageHomePath = QStringLiteral("/");
    } else {
        site.name = QStringLiteral("Cổng thông tin điện tử huyện Triệu Phong");
        site.kindName = QStringLiteral("Cổng thông tin điện tử");
        site.placeName = QStringLiteral("Huyện Triệu Phong");
        site.agency = QStringLiteral("Ủy ban nhân dân huyện Triệu Phong");
    }
    site.parentName = QStringLiteral("Tỉnh Quảng Trị");
    site.description =
        QStringLiteral("Thông tin chính thức của Đảng bộ, chính quyền và nhân dân huyện Triệu Phong, tỉnh Quảng Trị.");
    site.responsible = QStringLiteral("Nguyễn Thành Vũ");
    site.responsiblePost = QStringLiteral("Phó Chủ tịch UBND huyện, Trưởng Ban Biên tập");
    site.address = QStringLiteral("Thị trấn Ái Tử, huyện Triệu Phong, tỉnh Quảng Trị");
    site.telephone = QStringLiteral("(0233) 3828 000");
    site.email = QStringLiteral("banbientap@trieuphong.example.vn");
    site.licence = QStringLiteral(
        "Ghi rõ nguồn “Cổng thông tin điện tử huyện Triệu Phong” khi sử dụng lại thông tin từ cổng này.");
    site.menu = {
        {QStringLiteral("Giới thiệu"),
         QStringLiteral("/gioi-thieu"),
         {{QStringLiteral("Lịch sử – Văn hóa"), QStringLiteral("/gioi-thieu/lich-su")},
          {QStringLiteral("Cơ cấu tổ chức"), QStringLiteral("/gioi-thieu/to-chuc")},
          {QStringLiteral("Các đơn vị trực thuộc"), QStringLiteral("/gioi-thieu/don-vi")}}},
        {QStringLiteral("Tin tức"),
         QStringLiteral("/tin-tuc"),
         {{QStringLiteral("Hoạt động của huyện"), QStringLiteral("/tin-tuc/hoat-dong-cua-huyen")},
          {QStringLiteral("Kinh tế"), QStringLiteral("/tin-tuc/kinh-te")},
          {QStringLiteral("Văn hóa – Thể thao"), QStringLiteral("/tin-tuc/van-hoa")},
          {QStringLiteral("Nông thôn mới"), QStringLiteral("/tin-tuc/nong-thon-moi")}}},
        {QStringLiteral("Xây dựng Đảng"), QStringLiteral("/tin-tuc/xay-dung-dang"), {}},
        {QStringLiteral("Văn bản"), QStringLiteral("/van-ban"), {}},
        {QStringLiteral("Dịch vụ công"), QStringLiteral("/dich-vu-cong"), {}},
        {QStringLiteral("Công khai"), QStringLiteral("/cong-khai"), {}},
        {QStringLiteral("Hỏi đáp"), QStringLiteral("/hoi-dap"), {}},
        {QStringLiteral("Liên hệ"), QStringLiteral("/lien-he"), {}},
    };
    site.services = {
        {QStringLiteral("Dịch vụ công trực tuyến"), QStringLiteral("Nộp và tra cứu hồ sơ"),
         QStringLiteral("https://dichvucong.example.vn"), ServiceIcon::OnlineServices},
        {QStringLiteral("Thủ tục hành chính"), QStringLiteral("Cấp huyện và cấp xã"), QStringLiteral("/thu-tuc"),
         ServiceIcon::Procedures},
        {QStringLiteral("Văn bản pháp quy"), QStringLiteral("Tra cứu toàn văn"), QStringLiteral("/van-ban"),
         ServiceIcon::Documents},
        {QStringLiteral("Hỏi đáp, phản ánh"), QStringLiteral("Trả lời trong 15 ngày"), QStringLiteral("/hoi-dap"),
         ServiceIcon::Questions},
        {QStringLiteral("Lịch công tác"), QStringLiteral("Lãnh đạo huyện"), QStringLiteral("/lich"),
         ServiceIcon::Schedule},
    };
    site.footerLinks = {
        {QStringLiteral("Cổng thông tin điện tử tỉnh Quảng Trị"), QStringLiteral("https://quangtri.example.vn")},
        {QStringLiteral("Cổng dịch vụ công quốc gia"), QStringLiteral("https://dichvucong.example.vn")},
        {QStringLiteral("Tiếp cận thông tin"), QStringLiteral("/tiep-can-thong-tin")},
    };
    return site;
}

Picture samplePicture(int number, const QString &alt)
{
    Picture picture;
    picture.width = 1280;
    picture.height = 800;
    picture.alt = alt;
    for (const int width : {320, 640, 1280}) {
        picture.webp.push_back({QStringLiteral("/media/%1-%2.webp").arg(number).arg(width), width});
        picture.jpeg.push_back({QStringLiteral("/media/%1-%2.jpg").arg(number).arg(width), width});
    }
    return picture;
}

Frame sampleFrame(const QString &path, const QString &menuPath)
{
    Frame frame;
    frame.path = path;
    frame.menuPath = menuPath;
    frame.now = sampleInstant + std::chrono::minutes(17);
    frame.visits =
        VisitNumbers{.online = 70, .robots = 0, .guests = 70, .today = 1662, .month = 1662, .total = 2'737'060};
    frame.mostRead = some({7, 1, 6, 2, 5});
    frame.documents = {
        {QStringLiteral("/van-ban/959-qd-ubnd"), QStringLiteral("959/QĐ-UBND"),
         QStringLiteral("Về việc kiện toàn Ban Biên tập Cổng thông tin điện tử huyện"),
         sampleInstant - std::chrono::hours(40)},
        {QStringLiteral("/van-ban/112-kh-ubnd"), QStringLiteral("112/KH-UBND"),
         QStringLiteral("Kế hoạch phòng, chống thiên tai và tìm kiếm cứu nạn năm 2023"),
         sampleInstant - std::chrono::hours(90)},
        {QStringLiteral("/van-ban/05-ct-ubnd"), QStringLiteral("05/CT-UBND"),
         QStringLiteral("Về đẩy mạnh chuyển đổi số trong cơ quan nhà nước trên địa bàn huyện"),
         sampleInstant - std::chrono::hours(200)},
    };
    frame.documentsPath = QStringLiteral("/van-ban");
    return frame;
}

std::vector<ItemSummary> sampleItems()
{
    std::vector<ItemSummary> items;
    for (std::size_t i = 0; i < headlines.size(); ++i)
        items.push_back(summary(i));
    return items;
}

FrontPage sampleFrontPage()
{
    FrontPage page;
    page.frame = sampleFrame(QStringLiteral("/"));
    page.featured = some({0, 1, 7, 4, 8, 5});
    page.latest = some({0, 1, 2, 3, 4, 5, 6});
    page.notices = withoutPictures(some({11, 4, 9}));
    page.notices[0].title =
        QStringLiteral("Thông báo lịch tiếp công dân định kỳ tháng 10 năm 2023 của Chủ tịch UBND huyện");
    page.notices[1].title =
        QStringLiteral("Tạm dừng cấp điện để bảo dưỡng lưới tại các xã Triệu Đại, Triệu Hòa ngày 05/10");
    page.notices[2].title = QStringLiteral("Thông báo tuyển dụng viên chức sự nghiệp giáo dục năm học 2023 – 2024");
    page.noticesPath = QStringLiteral("/thong-bao");
    const auto linkTo = [](const QString &title, const QString &path) {
        ItemSummary link;
        link.title = title;
        link.path = path;
        return link;
    };
    ItemSummary banner = linkTo(QStringLiteral("Chuyển đổi số quốc gia"), QStringLiteral("https://dx.gov.vn"));
    banner.picture = sampleItems().front().picture;
    page.links = {
        {.title = QStringLiteral("Cơ quan cấp trên"),
         .links = {linkTo(QStringLiteral("Cổng Thông tin điện tử Chính phủ"), QStringLiteral("https://chinhphu.vn")),
                   linkTo(QStringLiteral("Cổng Thông tin điện tử tỉnh Quảng Trị"),
                          QStringLiteral("https://www.quangtri.gov.vn"))}},
        {.title = QStringLiteral("Dịch vụ công"),
         .links = {linkTo(QStringLiteral("Cổng Dịch vụ công quốc gia"), QStringLiteral("https://dichvucong.gov.vn"))}},
        {.title = QStringLiteral("Tuyên truyền"), .links = {banner, banner}}};
    page.sections = {
        {{QStringLiteral("Hoạt động của huyện"), QStringLiteral("/tin-tuc/hoat-dong-cua-huyen")},
         QStringLiteral("/tin-tuc/hoat-dong-cua-huyen/rss.xml"),
         some({10, 2, 3, 0, 11})},
        {{QStringLiteral("Kinh tế – Xã hội"), QStringLiteral("/tin-tuc/kinh-te")},
         QStringLiteral("/tin-tuc/kinh-te/rss.xml"),
         some({1, 6, 12})},
        {{QStringLiteral("Văn hóa – Giáo dục – Y tế"), QStringLiteral("/tin-tuc/van-hoa")},
         QStringLiteral("/tin-tuc/van-hoa/rss.xml"),
         some({7, 8, 3, 9})},
        {{QStringLiteral("Cải cách hành chính – Chuyển đổi số"), QStringLiteral("/tin-tuc/cai-cach-hanh-chinh")},
         QStringLiteral("/tin-tuc/cai-cach-hanh-chinh/rss.xml"),
         some({11, 3, 10, 5})},
        {{QStringLiteral("Cơ sở, xã, thị trấn"), QStringLiteral("/tin-tuc/co-so")},
         {},
         withoutPictures(some({9, 6, 2, 8}))},
    };
    return page;
}

SectionPage sampleSectionPage()
{
    SectionPage page;
    page.frame = sampleFrame(QStringLiteral("/tin-tuc/kinh-te"), QStringLiteral("/tin-tuc/kinh-te"));
    page.title = QStringLiteral("Kinh tế");
    page.description =
        QStringLiteral("Sản xuất, đầu tư, giao thông, làng nghề và đời sống kinh tế trên địa bàn huyện.");
    page.feedPath = QStringLiteral("/tin-tuc/kinh-te/rss.xml");
    page.parents = {{QStringLiteral("Tin tức"), QStringLiteral("/tin-tuc")}};
    page.children = {{QStringLiteral("Nông nghiệp"), QStringLiteral("/tin-tuc/kinh-te/nong-nghiep")},
                     {QStringLiteral("Làng nghề – OCOP"), QStringLiteral("/tin-tuc/kinh-te/lang-nghe")},
                     {QStringLiteral("Giao thông – Xây dựng"), QStringLiteral("/tin-tuc/kinh-te/giao-thong")}};
    page.items = some({1, 5, 6, 12, 9, 2, 4});
    page.pager = {.current = 1,
                  .last = 12,
                  .firstPath = page.frame.path,
                  .pathPrefix = page.frame.path + QStringLiteral("?trang=")};
    return page;
}

ItemPage sampleItemPage()
{
    ItemPage page;
    page.frame = sampleFrame(QString::fromLatin1(itemPath), QStringLiteral("/tin-tuc/hoat-dong-cua-huyen"));

    QFile file(QStringLiteral(TOASOAN_SOURCE_DIR "/tests/portal/data/seed-article.txt"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the seed article is missing");
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    QStringList paragraphs;
    for (const QString &line : lines)
        if (line.trimmed().size() > 100)
            paragraphs.append(line.trimmed());
    // The first long line is the title, the second the lead.
    page.title = paragraphs.takeFirst();
    const QString first = paragraphs.takeFirst();
    page.lead = first.section(QStringLiteral(". "), 0, 0) + u'.';
    page.description = page.lead;
    page.bodyHtml = QStringLiteral("<p>%1</p>").arg(first.section(QStringLiteral(". "), 1).toHtmlEscaped());
    for (qsizetype i = 0; i < paragraphs.size(); ++i) {
        if (i == 0)
            page.bodyHtml += figure(0, QStringLiteral("Quang cảnh phiên họp của Ban Biên tập"),
                                    QStringLiteral("Quang cảnh phiên họp đánh giá hoạt động 9 tháng đầu năm"),
                                    QStringLiteral("Ảnh: Thu Hiền"), QString());
        if (i == 2)
            page.bodyHtml += QStringLiteral(
                "<h2 id=\"ket-qua\">Kết quả 9 tháng</h2><div class=\"table-wrapper\" tabindex=\"0\" role=\"region\" "
                "aria-label=\"Số lượng tin, bài, hình ảnh\"><table><caption>Số lượng tin, bài, hình ảnh đã "
                "đăng</caption>"
                "<tbody><tr><th scope=\"col\">Thể loại</th><th scope=\"col\">Số lượng</th><th scope=\"col\">So với "
                "cùng kỳ</th></tr>"
                "<tr><td>Tin</td><td>245</td><td>tăng 12 %</td></tr><tr><td>Bài</td><td>60</td><td>tăng 5 %</td></tr>"
                "<tr><td>Hình ảnh</td><td>977</td><td>tăng 21 %</td></tr></tbody></table></div>");
        if (i == 3)
            page.bodyHtml +=
                QStringLiteral("<h2 id=\"nhiem-vu\">Nhiệm vụ những tháng cuối năm</h2><ul><li><p>Tăng cường phản ánh "
                               "hoạt động của các cơ quan, địa phương.</p></li><li><p>Cập nhật văn bản trên <a "
                               "href=\"/van-ban\">kênh văn bản pháp quy</a>.</p></li></ul>");
        page.bodyHtml += QStringLiteral("<p>%1</p>").arg(paragraphs[i].toHtmlEscaped());
        if (i == 3)
            page.bodyHtml += figure(10, QStringLiteral("Bộ phận một cửa tiếp người dân"),
                                    QStringLiteral("Thông tin trên cổng gắn với phục vụ người dân tại bộ phận một cửa"),
                                    QStringLiteral("Ảnh: Minh Đức"), QStringLiteral(" figure-wide"));
    }
    page.bodyHtml += QStringLiteral("<blockquote><p>Nâng cao chất lượng và số lượng tin, bài; giao diện phải bắt mắt, "
                                    "thu hút người đọc hơn.</p></blockquote>");

    page.breadcrumbs = {{QStringLiteral("Tin tức"), QStringLiteral("/tin-tuc")},
                        {QStringLiteral("Hoạt động của huyện"), QStringLiteral("/tin-tuc/hoat-dong-cua-huyen")}};
    page.feedPath = QStringLiteral("/tin-tuc/hoat-dong-cua-huyen/rss.xml");
    page.published = sampleInstant;
    page.views = 363;
    page.comments = 0;
    page.bylines = {{QStringLiteral("Thu Hiền"), {}}};
    page.source = QStringLiteral("Trung tâm VHTT – TDTT huyện");
    page.tags = {{QStringLiteral("Ban Biên tập"), QStringLiteral("/tu-khoa/ban-bien-tap")},
                 {QStringLiteral("Chuyển đổi số"), QStringLiteral("/tu-khoa/chuyen-doi-so")}};
    page.corrections = {{sampleInstant + std::chrono::hours(18),
                         QStringLiteral("Bản đăng lúc 16:20 ngày 2-10-2023 ghi “977 bài”; đúng là “977 hình ảnh”. Ban "
                                        "Biên tập xin lỗi bạn đọc.")}};
    page.rating = Rating{.points = 41, .votes = 9};
    page.commentsOpen = true;
    page.picture = samplePicture(0, QStringLiteral("Quang cảnh phiên họp của Ban Biên tập"));
    page.printPath = page.frame.path + QStringLiteral("?in");
    page.savePath = page.frame.path + QStringLiteral("?luu");
    page.related = some({10, 11, 3});
    page.previous = Link{headlines[1].title.toString(), QStringLiteral("/tin-tuc/bai-1")};
    page.next = Link{headlines[2].title.toString(), QStringLiteral("/tin-tuc/bai-2")};
    return page;
}

SearchPage sampleSearchPage()
{
    SearchPage page;
    page.frame = sampleFrame(QStringLiteral("/tim-kiem?q=ban+bi%C3%AAn+t%E1%BA%ADp"));
    page.query = QStringLiteral("ban biên tập");
    page.found = 1284;
    for (const ItemSummary &item : some({0, 10, 11}))
        page.hits.push_back({item,
                             {{QStringLiteral("… họp của "), false},
                              {QStringLiteral("Ban Biên tập"), true},
                              {QStringLiteral(" Cổng thông tin điện tử huyện đánh giá chín tháng đầu năm …"), false}}});
    page.pager = {.current = 3,
                  .last = 65,
                  .firstPath = QStringLiteral("/tim-kiem?q=ban"),
                  .pathPrefix = QStringLiteral("/tim-kiem?q=ban&trang=")};
    return page;
}

FixedPage sampleFixedPage()
{
    FixedPage page;
    page.frame = sampleFrame(QStringLiteral("/gioi-thieu/lich-su"), QStringLiteral("/gioi-thieu/lich-su"));
    page.title = QStringLiteral("Lịch sử – Văn hóa");
    page.lead = QStringLiteral("Vùng đất bên sông Thạch Hãn và sông Hiếu.");
    page.bodyHtml =
        QStringLiteral("<h2>Vị trí</h2><p>Huyện nằm ở phía đông tỉnh Quảng Trị.</p><ol><li><p>Phía bắc giáp sông "
                       "Hiếu</p></li><li><p>Phía đông giáp biển</p></li></ol><hr><p class=\"align-center\">Hết</p>");
    page.breadcrumbs = {{QStringLiteral("Giới thiệu"), QStringLiteral("/gioi-thieu")}};
    page.modified = sampleInstant;
    page.around = page.breadcrumbs.back();
    page.sisters = {{QStringLiteral("Chức năng, nhiệm vụ"), QStringLiteral("/gioi-thieu/chuc-nang")},
                    {QStringLiteral("Lịch sử – Văn hóa"), page.frame.path},
                    {QStringLiteral("Bộ máy tổ chức và quy chế làm việc của Ủy ban nhân dân"),
                     QStringLiteral("/gioi-thieu/bo-may")}};
    page.children = {{QStringLiteral("Di tích"), QStringLiteral("/gioi-thieu/di-tich")}};
    return page;
}

EntriesPage sampleEntriesPage()
{
    EntriesPage page;
    page.frame = sampleFrame(QStringLiteral("/duong-day-nong"), QStringLiteral("/duong-day-nong"));
    page.title = QStringLiteral("Đường dây nóng");
    page.description = QStringLiteral("Số điện thoại để người dân phản ánh, kiến nghị.");
    page.rows = {{.title = QStringLiteral("Công an xã Triệu Phong"),
                  .cells = {{QStringLiteral("Số điện thoại"), QStringLiteral("0233 3828 113"), {}},
                            {QStringLiteral("Trang"), QStringLiteral("bocongan.gov.vn"),
                             QStringLiteral("https://bocongan.gov.vn")}}},
                 {.title = QStringLiteral("Trạm Y tế"),
                  .cells = {{QStringLiteral("Số điện thoại"), QStringLiteral("0233 3828 115"), {}}}},
                 {.title = QStringLiteral("Trực ban Ủy ban nhân dân, ngoài giờ hành chính và ngày lễ"), .cells = {}}};
    page.pager = {.current = 1,
                  .last = 2,
                  .firstPath = QStringLiteral("/duong-day-nong"),
                  .pathPrefix = QStringLiteral("/duong-day-nong?trang=")};
    return page;
}

LeadersPage sampleLeadersPage()
{
    LeadersPage page;
    page.frame = sampleFrame(QStringLiteral("/lanh-dao"), QStringLiteral("/lanh-dao"));
    page.title = QStringLiteral("Lãnh đạo");
    page.description = QStringLiteral("Ủy ban nhân dân xã Triệu Phong");
    const Leader chair{.name = QStringLiteral("Nguyễn Thị Thu Hương"),
                       .post = QStringLiteral("Phó Bí thư Đảng ủy, Chủ tịch Ủy ban nhân dân xã"),
                       .duties = QStringLiteral("Chỉ đạo chung; tài chính, ngân sách, quy hoạch, nội chính."),
                       .telephone = QStringLiteral("0233 3828 201"),
                       .email = QStringLiteral("nguyenthithuhuong@trieuphong.quangtri.gov.vn"),
                       .biography = QStringLiteral("Sinh năm 1978. Cử nhân Luật, cao cấp lý luận chính trị."),
                       .picture = sampleItems().front().picture};
    Leader deputy = chair;
    deputy.name = QStringLiteral("Lê Văn An");
    deputy.post = QStringLiteral("Phó Chủ tịch Ủy ban nhân dân xã");
    deputy.picture.reset();
    deputy.email.clear();
    deputy.biography.clear();
    page.groups = {{.title = QStringLiteral("Đảng ủy"), .leaders = {chair}},
                   {.title = QStringLiteral("Ủy ban nhân dân"), .leaders = {chair, deputy, deputy}}};
    return page;
}

SitemapPage sampleSitemapPage()
{
    SitemapPage page;
    page.frame = sampleFrame(QStringLiteral("/so-do-trang"));
    page.frame.mostRead.clear();
    for (const MenuEntry &entry : sampleSite().menu)
        page.groups.push_back({{entry.title, entry.path}, entry.path + QStringLiteral("/rss.xml"), entry.children});
    return page;
}

} // namespace toasoan::portal
