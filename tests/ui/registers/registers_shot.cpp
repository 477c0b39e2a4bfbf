// Takes pictures of the windows of registers, on a real desk with a real server.
#include "domain/Genres.h"
#include "domain/registers/ItemChain.h"
#include "domain/registers/PortalSettings.h"
#include "ui/registers/EntryForm.h"
#include "ui/registers/EntryFormPage.h"
#include "ui/registers/RegisterOffice.h"
#include "ui/registers/RegistersPage.h"
#include "ui/registers/WorksRegister.h"
#include "ui/shell/MainWindow.h"
#include "ui/workstation/Translations.h"
#include "ui/workstation/Workstation.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QMessageBox>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QTimer>

using namespace toasoan;
using namespace toasoan::test;

namespace {

const Noun links{u"link"_s};
const Noun pages{u"page"_s};

QString aPicture(const QString &folder)
{
    QImage image(960, 240, QImage::Format_RGB32);
    image.fill(QColor(0x8c, 0x1d, 0x18));
    QPainter painter(&image);
    painter.setPen(QColor(0xff, 0xd5, 0x4f));
    painter.setFont(QFont(u"Be Vietnam Pro"_s, 48));
    painter.drawText(image.rect(), Qt::AlignCenter, u"Cổng dịch vụ công"_s);
    painter.end();
    const QString path = QDir(folder).filePath(u"banner.png"_s);
    image.save(path);
    return path;
}

// With the dialogs over it, however large the screen is said to be.
QPixmap takePicture(QWidget &window)
{
    QPixmap picture = window.grab();
    QPainter painter(&picture);
    const auto widgets = QApplication::topLevelWidgets();
    for (QWidget *each : widgets) {
        if (each == &window || !each->isVisible())
            continue;
        const QSize free = (window.size() - each->size()) / 2;
        painter.drawPixmap(QPoint(free.width(), free.height()), each->grab());
    }
    return picture;
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
    if (arguments.contains(u"large"_s)) {
        QFont font = QApplication::font();
        font.setPointSizeF(13);
        QApplication::setFont(font);
    }
    RegisterOffice office;
    office.define(worksRegister());
    Register empty = hotlines();
    empty.noun = Noun(u"own.decision"_s);
    empty.one = {u"Kết luận"_s, u"Conclusion"_s};
    empty.many = {u"Kết luận họp"_s, u"Conclusions"_s};
    empty.about = {u"Việc được giao tại các phiên họp, và ai làm đến khi nào."_s, u"What was decided at meetings."_s};
    empty.face.reset();
    office.define(empty);
    const auto other = office.desk(u"thuky"_s);
    const auto desk = office.desk(u"truongban"_s);
    const auto link = [&](const QString &title, const QString &address, const QString &group, const QString &place,
                          const QJsonObject &more = {}) {
        QJsonObject says = more;
        says.insert(u"title"_s, title);
        says.insert(u"address"_s, address);
        says.insert(u"group"_s, group);
        says.insert(u"place"_s, place);
        return RegisterOffice::make(*other, links, says);
    };
    const Key government = link(u"Cổng Thông tin điện tử Chính phủ"_s, u"https://chinhphu.vn"_s, u"agencies"_s, u"c"_s);
    link(u"Cổng Thông tin điện tử tỉnh Quảng Trị"_s, u"https://www.quangtri.gov.vn"_s, u"agencies"_s, u"f"_s);
    const Key services = link(u"Cổng Dịch vụ công quốc gia"_s, u"https://dichvucong.gov.vn"_s, u"services"_s, u"i"_s);
    link(u"Hệ thống thông tin giải quyết thủ tục hành chính tỉnh Quảng Trị"_s,
         u"https://dichvucong.quangtri.gov.vn/dichvucong/tiepnhan/tra-cuu-ho-so-truc-tuyen"_s, u"services"_s, u"l"_s);
    const Key campaign = link(u"Chào mừng Đại hội Đảng"_s, u"/chinh-tri"_s, u"campaigns"_s, u"o"_s,
                              {{u"shown"_s, QJsonObject{{u"from"_s, u"2026-11-01"_s}, {u"to"_s, u"2026-12-31"_s}}}});
    const Key closed = link(u"Tuần lễ Chuyển đổi số"_s, u"/tin-tuc/chuyen-doi-so"_s, u"campaigns"_s, u"r"_s);
    if (!RegisterOffice::step(*other, closed, Step::Close, u"Đợt tuyên truyền đã kết thúc ngày 10-10-2026."_s))
        return 1;
    const Key duty = RegisterOffice::make(
        *other, hotline,
        {{u"name"_s, u"Trực ban Ủy ban nhân dân xã"_s},
         {u"number"_s, u"0233 3828 345"_s},
         {u"unit"_s, u"police"_s},
         {u"note"_s, u"Ngoài giờ hành chính, gọi số của người trực."_s},
         {u"hours"_s,
          QJsonArray{
              QJsonObject{
                  {u"row"_s, u"aaaaaaaaaaaa"_s}, {u"days"_s, u"Thứ Hai – thứ Sáu"_s}, {u"who"_s, u"Văn phòng"_s}},
              QJsonObject{{u"row"_s, u"bbbbbbbbbbbb"_s}, {u"days"_s, u"Thứ Bảy"_s}, {u"who"_s, u"Công an xã"_s}}}}});
    (void)RegisterOffice::make(
        *other, hotline, {{u"name"_s, u"Trạm Y tế"_s}, {u"number"_s, u"0233 3828 115"_s}, {u"unit"_s, u"health"_s}});
    const Key road = RegisterOffice::make(
        *other, works,
        {{u"name"_s, u"Đường liên thôn Đông – Tây"_s},
         {u"sort"_s, u"road"_s},
         {u"about"_s, u"Nối hai thôn với tỉnh lộ, mặt đường bê tông rộng 5,5 m, hai bên có rãnh thoát nước."_s},
         {u"cost"_s, qint64(14'500'000'000)},
         {u"length"_s, u"3.25"_s},
         {u"year"_s, 2026},
         {u"signedOn"_s, u"2026-03-05"_s},
         {u"held"_s, QJsonObject{{u"from"_s, u"2026-04-01"_s}, {u"to"_s, u"2027-06-30"_s}}},
         {u"villages"_s, QJsonArray{u"dong"_s, u"tay"_s}},
         {u"urgent"_s, true},
         {u"page"_s, u"/tin-tuc/duong-lien-thon"_s},
         {u"owners"_s, QJsonArray{u"Ban Quản lý dự án"_s, u"Ủy ban Mặt trận Tổ quốc xã"_s}},
         {u"place"_s, u"c"_s},
         {u"parts"_s,
          QJsonArray{QJsonObject{{u"row"_s, u"aaaaaaaaaaab"_s},
                                 {u"what"_s, u"Giải phóng mặt bằng"_s},
                                 {u"until"_s, u"2026-05-30"_s},
                                 {u"paid"_s, qint64(1'200'000'000)},
                                 {u"state"_s, u"done"_s},
                                 {u"isChecked"_s, true}},
                     QJsonObject{{u"row"_s, u"bbbbbbbbbbbc"_s},
                                 {u"what"_s, u"Nền và mặt đường"_s},
                                 {u"until"_s, u"2027-03-31"_s},
                                 {u"paid"_s, qint64(11'000'000'000)},
                                 {u"state"_s, u"going"_s}}}}});
    (void)RegisterOffice::make(*other, works,
                               {{u"name"_s, u"Trường Mầm non Bình Minh"_s},
                                {u"sort"_s, u"school"_s},
                                {u"cost"_s, qint64(8'200'000'000)},
                                {u"place"_s, u"f"_s},
                                {u"next"_s, road.id.toText()}});
    const auto addPage = [&](const QString &title, const QString &address, const QString &place,
                             const QJsonObject &more) {
        QJsonObject says = more;
        says.insert(u"title"_s, title);
        says.insert(u"address"_s, address);
        says.insert(u"place"_s, place);
        return RegisterOffice::make(*other, pages, says);
    };
    const QJsonObject text = QJsonDocument::fromJson(R"({"type":"doc","content":[
        {"type":"heading","content":[{"type":"text","text":"Vị trí"}]},
        {"type":"paragraph","content":[{"type":"text","text":"Xã Bình Minh nằm ở hạ lưu sông, phía đông giáp biển, phía tây giáp đường quốc lộ. Trụ sở Ủy ban nhân dân xã đặt tại thôn Đông."}]},
        {"type":"bulletList","content":[
            {"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"Lúa hai vụ, một phần theo hướng hữu cơ"}]}]},
            {"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"Nuôi trồng thủy sản nước lợ"}]}]}]},
        {"type":"paragraph","content":[{"type":"text","text":"Hội làng mở vào rằm tháng Giêng, có đua thuyền trên sông và hát hò giã gạo."}]}]})")
                                 .object();
    const Key aboutPage =
        addPage(u"Giới thiệu"_s, u"gioi-thieu"_s, u"c"_s,
                {{u"menu"_s, true},
                 {u"summary"_s,
                  u"Bình Minh là xã ven sông, có chín thôn; người dân làm lúa, trồng màu, nuôi trồng thủy "
                  "sản và buôn bán ở chợ Đông."_s},
                 {u"body"_s, text}});
    (void)addPage(u"Chức năng, nhiệm vụ"_s, u"chuc-nang-nhiem-vu"_s, u"f"_s, {{u"parent"_s, aboutPage.id.toText()}});
    if (!RegisterOffice::act(
            *other, TakeStep{Submit{.target = aboutPage, .version = 0, .stateSecret = StateSecret::ConfirmedNone}}))
        return 1;
    if (!RegisterOffice::sync(*other) || !RegisterOffice::sync(*desk))
        return 1;

    MainWindow window;
    Workstation workstation(*desk, office.clock, window);
    window.resize(arguments.contains(u"small"_s) ? QSize(1024, 700) : QSize(1440, 900));
    window.show();
    RegistersPage &list = workstation.registersPage();
    EntryFormPage &page = workstation.entryPage();
    const auto field = [&page](const QString &name) { return page.findChild<EntryForm *>()->boxOf(name); };
    const auto line = [&field](const QString &name) { return field(name)->findChild<QLineEdit *>(); };
    const auto scroll = [&page](int to) { page.findChild<QScrollArea *>()->verticalScrollBar()->setValue(to); };
    const auto showList = [&](const Noun &noun) {
        list.showRegister(noun);
        window.showPage(u"registers"_s);
    };
    const auto state = [&list](int index) {
        auto *box = list.findChildren<QComboBox *>().first();
        box->setCurrentIndex(index);
        emit box->activated(index);
    };

    struct Shot
    {
        QString name;
        std::function<void()> set;
    };
    std::vector<Shot> shots{
        {u"list-genres"_s, [&] { showList(nounOf<Genre>()); }},
        {u"form-genre"_s,
         [&] { workstation.openEntry({.noun = nounOf<Genre>(), .id = RecordId{idOfName(u"genre:notice"_s)}}); }},
        {u"list-chain"_s, [&] { showList(nounOf<ItemChain>()); }},
        {u"form-chain"_s,
         [&] {
             workstation.openEntry({.noun = nounOf<ItemChain>(), .id = RecordId{idOfSingle(nounOf<ItemChain>())}});
         }},
        {u"form-settings"_s,
         [&] {
             const Key key{.noun = nounOf<PortalSettings>(), .id = RecordId{idOfSingle(nounOf<PortalSettings>())}};
             (void)RegisterOffice::write(
                 *desk, key,
                 {{u"values"_s,
                   QJsonArray{QJsonObject{{u"row"_s, u"aaaaaaaaaaab"_s}, {u"itemsPerPage"_s, 25}},
                              QJsonObject{
                                  {u"row"_s, u"bbbbbbbbbbbc"_s}, {u"from"_s, u"2027-01-01"_s}, {u"mostRead"_s, 10}}}}});
             workstation.openEntry(key);
         }},
        {u"list-links"_s, [&] { showList(links); }},
        {u"list-found"_s, [&] { list.findChildren<QLineEdit *>().first()->setText(u"dich vu"_s); }},
        {u"list-nothing-found"_s, [&] { list.findChildren<QLineEdit *>().first()->setText(u"không có gì"_s); }},
        {u"list-closed"_s,
         [&] {
             list.findChildren<QLineEdit *>().first()->clear();
             state(1);
         }},
        {u"list-works"_s,
         [&] {
             state(0);
             showList(works);
         }},
        {u"list-empty"_s, [&] { showList(Noun(u"own.decision"_s)); }},
        {u"list-nothing-closed"_s, [&] { state(1); }},
        {u"form-link"_s,
         [&] {
             state(0);
             workstation.openEntry(services);
         }},
        {u"form-new-faults"_s, [&] { workstation.newEntry(links); }},
        {u"form-faults"_s,
         [&] {
             QTest::keyClicks(line(u"address"_s), u"chinhphu"_s);
             QTest::keyClicks(line(u"shown"_s), u"31/2"_s);
             page.save();
         }},
        {u"form-same"_s, [&] { workstation.openEntry(campaign); }},
        {u"form-same-warning"_s,
         [&] {
             line(u"address"_s)->clear();
             QTest::keyClicks(line(u"address"_s), u"https://chinhphu.vn"_s);
         }},
        {u"form-hotline"_s, [&] { workstation.openEntry(duty); }},
        {u"form-hotline-cell"_s,
         [&] {
             auto *table = page.findChild<QTableView *>();
             table->setFocus();
             table->setCurrentIndex(table->model()->index(1, 1));
             scroll(10'000);
         }},
        {u"form-works"_s, [&] { workstation.openEntry(road); }},
        {u"form-works-middle"_s, [&] { scroll(520); }},
        {u"form-works-end"_s, [&] { scroll(10'000); }},
        {u"form-conflict"_s,
         [&] {
             if (!RegisterOffice::sync(*other))
                 return;
             desk->setWorkOffline(true);
             (void)RegisterOffice::write(*desk, duty, {{u"unit"_s, u"health"_s}, {u"number"_s, u"0233 3828 113"_s}});
             (void)RegisterOffice::write(*other, duty, {{u"unit"_s, QJsonValue()}, {u"number"_s, u"0233 3828 346"_s}});
             (void)RegisterOffice::sync(*other);
             desk->setWorkOffline(false);
             (void)RegisterOffice::sync(*desk);
             workstation.openEntry(duty);
             scroll(0);
         }},
        {u"form-closed"_s, [&] { workstation.openEntry(closed); }},
        {u"form-refused"_s,
         [&] {
             desk->setWorkOffline(true);
             const Key second{.noun = hotline, .id = desk->newEntry()};
             (void)RegisterOffice::write(*desk, second, {{u"name"_s, u"Công an xã"_s}, {u"number"_s, u"0233 113"_s}});
             (void)RegisterOffice::make(*other, hotline,
                                        {{u"name"_s, u"Đồn Biên phòng"_s}, {u"number"_s, u"0233  113"_s}});
             desk->setWorkOffline(false);
             (void)RegisterOffice::sync(*desk);
             workstation.openEntry(second);
         }},
        {u"list-hotline"_s,
         [&] {
             const Key typed{.noun = hotline, .id = desk->newEntry()};
             (void)RegisterOffice::act(*desk, TypeEntry{typed, {}, hotlineContent(u"Điện lực khu vực"_s, u"1900"_s)});
             desk->setWorkOffline(true);
             (void)RegisterOffice::write(*desk, {.noun = hotline, .id = desk->newEntry()},
                                         {{u"name"_s, u"Phòng, chống thiên tai"_s}, {u"number"_s, u"112"_s}});
             showList(hotline);
         }},
        {u"outbox"_s, [&] { window.showPage(u"outbox"_s); }},
        {u"close-dialog"_s,
         [&] {
             desk->setWorkOffline(false);
             workstation.openEntry(government);
         }},
        {u"close-dialog-open"_s,
         [&] {
             if (auto *button = page.findChild<QPushButton *>(u"close"_s))
                 button->click();
         }},
        {u"discard-question"_s,
         [&] {
             const auto dialogs = window.findChildren<QDialog *>();
             for (QDialog *dialog : dialogs)
                 dialog->reject();
             line(u"title"_s)->setFocus();
             QTest::keyClicks(line(u"title"_s), u" (moi)"_s);
             if (auto *button = page.findChild<QPushButton *>(u"drop"_s))
                 QTimer::singleShot(1500, button, &QPushButton::click);
         }},
        {u"form-picture"_s,
         [&] {
             const auto dialogs = window.findChildren<QDialog *>();
             for (QDialog *dialog : dialogs)
                 dialog->reject();
             desk->addPicture(aPicture(folder.path()), &window, [&](const Result<AddedPicture> &picture) {
                 if (!picture)
                     return;
                 (void)RegisterOffice::write(*desk, services, {{u"picture"_s, picture->media.toText()}});
                 workstation.openEntry(services);
                 QTimer::singleShot(500, &window, [&] { scroll(160); });
             });
         }},
    };
    shots.insert(shots.end(),
                 {{u"form-page"_s, [&] { workstation.openEntry(aboutPage); }},
                  {u"form-page-body"_s, [&] { scroll(300); }},
                  {u"form-page-end"_s, [&] { scroll(10'000); }},
                  {u"form-page-approve"_s,
                   [&] {
                       scroll(0);
                       if (auto *button = page.findChild<QPushButton *>(u"approve"_s))
                           button->click();
                   }},
                  {u"list-pages"_s, [&] {
                       const auto dialogs = window.findChildren<QDialog *>();
                       for (QDialog *dialog : dialogs)
                           dialog->reject();
                       showList(pages);
                   }}});
    const QString only = arguments.value(arguments.indexOf(u"only"_s) + 1);
    std::size_t next = 0;
    std::function<void()> step = [&] {
        if (next > 0 && (!arguments.contains(u"only"_s) || shots[next - 1].name.contains(only)))
            takePicture(window).save(folder.filePath(shots[next - 1].name + u".png"_s));
        if (next == shots.size()) {
            QApplication::quit();
            return;
        }
        shots[next].set();
        ++next;
        QTimer::singleShot(2600, &window, step);
    };
    QTimer::singleShot(1500, &window, step);
    return QApplication::exec();
}
