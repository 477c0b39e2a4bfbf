// Records a newsroom and its desks at one moment (README.md): the real server and real desks, by a clock of their own.
// What is known beforehand of what must become of the desks' work is written here by hand, not asked of the program.
//     upgrade_record WORK [DATABASE-URL]
// leaves WORK/server (the server's folder), WORK/desks/LOGIN, WORK/expected.json and WORK/newsroom.jsonl.
#include "e2e/ServerProcess.h"
#include "upgrade/DeskProcess.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTimeZone>
#include <QUrl>

#include <functional>
#include <map>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

const QString newsroomName = u"https://toasoan.example"_s; ///< the server, as desks know it
const QStringList logins{u"quantri"_s, u"phongvien"_s, u"congtac"_s,   u"bientap"_s, u"vanhoa"_s,
                         u"thuky"_s,   u"phoban"_s,    u"truongban"_s, u"ketoan"_s,  u"nghiviec"_s};

qint64 at(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toMSecsSinceEpoch();
}

QString passwordOf(const QString &login)
{
    return u"ghi-lai-"_s + login;
}

[[noreturn]] void give(const QString &why)
{
    qFatal("%s", qPrintable(why));
}

QJsonObject text(const QString &words, const QJsonArray &marks = {})
{
    QJsonObject node{{"type"_L1, "text"_L1}, {"text"_L1, words}};
    if (!marks.isEmpty())
        node.insert("marks"_L1, marks);
    return node;
}

QJsonObject node(const char *type, const QJsonArray &content, const QJsonObject &attributes = {})
{
    QJsonObject json{{"type"_L1, QLatin1StringView(type)}, {"content"_L1, content}};
    if (!attributes.isEmpty())
        json.insert("attrs"_L1, attributes);
    return json;
}

QJsonObject paragraph(const QString &words)
{
    return node("paragraph", {text(words)});
}

QJsonObject figure(const QString &media, const QString &caption)
{
    return node(
        "figure",
        {QJsonObject{
             {"type"_L1, "figimage"_L1},
             {"attrs"_L1,
              QJsonObject{{"media"_L1, media}, {"alt"_L1, u"Ảnh: "_s + caption}, {"width"_L1, 96}, {"height"_L1, 64}}}},
         node("figcaption", {text(caption)})},
        {{"credit"_L1, u"Trần Thị Đào"_s}, {"placement"_L1, "column"_L1}});
}

QJsonObject table()
{
    const auto cell = [](const char *type, const QString &words) { return node(type, {paragraph(words)}); };
    return node("table",
                {node("tableRow", {cell("tableHeader", u"Ấp"_s), cell("tableHeader", u"Số hộ"_s)}),
                 node("tableRow", {cell("tableCell", u"Đông"_s), cell("tableCell", u"1.234"_s)}),
                 node("tableRow", {cell("tableCell", u"Đình"_s), cell("tableCell", u"567"_s)})},
                {{"summary"_L1, u"Số hộ của hai ấp"_s}});
}

QJsonObject list(const char *type)
{
    return node(
        type, {node("listItem", {paragraph(u"Thứ nhất: đường"_s)}), node("listItem", {paragraph(u"Thứ hai: điện"_s)})});
}

QJsonObject content(const QString &title, const QJsonArray &body, const QString &section, const QJsonObject &more = {})
{
    QJsonObject json{{"title"_L1, title},
                     {"subtitle"_L1, u""_s},
                     {"lead"_L1, u"Sáng 03/3, tại xã Đông Đình: "_s + title.left(60)},
                     {"body"_L1, node("doc", body)},
                     {"genre"_L1, "newsBrief"_L1},
                     {"section"_L1, section},
                     {"tags"_L1, QJsonArray{u"Đông Đình"_s}},
                     {"bylines"_L1, QJsonArray{QJsonObject{{"name"_L1, u"Trần Thị Đào"_s}, {"share"_L1, "words"_L1}}}},
                     {"source"_L1, u""_s},
                     {"correction"_L1, u""_s}};
    for (auto member = more.begin(); member != more.end(); ++member)
        json[member.key()] = member.value();
    return json;
}

// Of every mark a word, and a break.
QJsonObject marked()
{
    QJsonArray words;
    for (const char *mark : {"bold", "italic", "underline", "strike", "subscript", "superscript"})
        words.append(text(u"chữ "_s, {QJsonObject{{"type"_L1, QLatin1StringView(mark)}}}));
    words.append(QJsonObject{{"type"_L1, "hardBreak"_L1}});
    words.append(text(u"cuối"_s));
    return node("paragraph", words, {{"align"_L1, "center"_L1}});
}

QByteArray picture(const char *format, int seed)
{
    QImage image(96, 64, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, qRgb(x * 2 + seed * 40, y * 3, (x + y) % (seed + 7) * 20));
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, format))
        give(u"no picture"_s);
    return bytes;
}

QString sha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

class Recorder
{
public:
    Recorder(const QString &work, const QString &database)
        : m_work(work)
        , m_database(database)
        , m_arguments(database.isEmpty() ? QStringList() : QStringList{u"--database"_s, database})
        , m_server(work + u"/server"_s, m_arguments)
    { }

    void record()
    {
        firstMorning();
        sameMorningLater();
        nextDay();
        const qint64 desksAt = at("2025-03-05T09:00:00+07:00");
        serve(desksAt);
        lastMorning();
        reportersDesk(desksAt);
        editorsDesk(desksAt);
        chairsDesk(desksAt);
        halfAPicture();
        serve(at("2025-03-05T09:20:00+07:00")); // pages as a server shows them that has just begun
        addresses();
        whatEachSees(at("2025-03-05T09:20:00+07:00"));
        end();
        const qint64 moment = at("2025-03-05T09:30:00+07:00");
        anItemOfAnOlderProgram();
        asItStands(moment);
    }

private:
    struct Item
    {
        QString id;
        QJsonObject article; ///< as the last answer has it
        QJsonObject content;
    };

    // The server, by a clock

    void serve(qint64 now)
    {
        end();
        if (!m_server.start({u"" TOASOAN_UPGRADE_DIR "/upgrade_server"_s, QString::number(now)}))
            give(u"the server does not start"_s);
    }

    void end()
    {
        if (m_server.processId() != 0 && m_server.stop() != 0)
            give(u"the server did not end well: "_s + QString::fromUtf8(m_server.log()));
    }

    void setUp(const QStringList &words, qint64 now)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(u"" TOASOAN_UPGRADE_DIR "/upgrade_server"_s,
                      QStringList{QString::number(now), u"toasoan-server"_s} + words
                          + QStringList{u"--data"_s, m_work + u"/server"_s} + m_arguments);
        if (!process.waitForFinished(60'000) || process.exitCode() != 0)
            give(u"setting up: "_s + words.join(u' '));
    }

    // What people do

    ServerAnswer command(const QString &login, const QString &name, QJsonObject json, int status = 200)
    {
        Item &item = m_items[name];
        json.insert("article"_L1, item.id);
        const QString request = newId();
        const ServerAnswer answer = m_server.command(login, json, request);
        if (answer.status != status)
            give(login + u' ' + name + u' ' + QString::fromUtf8(QJsonDocument(json).toJson())
                 + QString::number(answer.status) + QString::fromUtf8(answer.body));
        if (status == 200)
            item.article = answer.json()["article"_L1].toObject();
        m_lastRequest = {{"login"_L1, login}, {"requestId"_L1, request}, {"command"_L1, json}, {"status"_L1, status}};
        return answer;
    }

    void save(const QString &login, const QString &name, const QJsonObject &what)
    {
        Item &item = m_items[name];
        if (item.id.isEmpty())
            item.id = newId();
        item.content = what;
        command(login, name,
                {{"kind"_L1, "save"_L1}, {"base"_L1, item.article["version"_L1].toInteger()}, {"content"_L1, what}});
    }

    void step(const QString &login, const QString &name, const char *kind, QJsonObject more = {}, int status = 200)
    {
        more["kind"_L1] = QLatin1StringView(kind);
        const QJsonObject article = m_items[name].article;
        more["version"_L1] = article["version"_L1];
        if (more["kind"_L1] == "submit"_L1)
            more["confirmsNoStateSecret"_L1] = true;
        if (more["kind"_L1] == "approve"_L1)
            more["contentHash"_L1] = article["contentHash"_L1];
        command(login, name, more, status);
    }

    static QJsonObject because(const QString &reason) { return {{"reason"_L1, reason}}; }

    // The way of an item to a state, from its author's first text.
    void bring(const QString &name, const QJsonObject &what, const QStringList &steps,
               const QString &author = u"phongvien"_s)
    {
        save(author, name, what);
        static const std::map<QString, QString> who{{u"submit"_s, {}},
                                                    {u"claim"_s, u"bientap"_s},
                                                    {u"requestApproval"_s, u"bientap"_s},
                                                    {u"approve"_s, u"truongban"_s},
                                                    {u"publish"_s, u"thuky"_s}};
        for (const QString &each : steps) {
            const QString &login = who.at(each);
            step(login.isEmpty() ? author : login, name, each.toLatin1().constData());
        }
    }

    void bringToReaders(const QString &name, const QJsonObject &what, const QString &author = u"phongvien"_s)
    {
        bring(name, what, toReaders, author);
    }

    QString upload(const QString &login, const QByteArray &bytes, const QString &name)
    {
        const QString media = newId();
        const ServerAnswer made =
            m_server.send("POST", u"/api/v1/uploads"_s, {}, m_server.tokens[login], uploadFields(media, bytes, name));
        const ServerAnswer sent = m_server.sendBytes(
            "PATCH", QString::fromLatin1(made.field("Location")), bytes, m_server.tokens[login],
            {{"Tus-Resumable", "1.0.0"}, {"Upload-Offset", "0"}, {"Content-Type", "application/offset+octet-stream"}});
        if (made.status != 201 || sent.status != 204)
            give(u"upload: "_s + QString::fromUtf8(made.body + sent.body));
        m_pictures.append(QJsonObject{{"media"_L1, media}, {"login"_L1, login}, {"sha256"_L1, sha256(bytes)}});
        return media;
    }

    // The days

    void firstMorning()
    {
        const qint64 now = at("2025-03-03T08:00:00+07:00");
        setUp({u"make"_s}, now);
        serve(now);
        for (const QString &login : logins) {
            if (!m_server.signIn(login, passwordOf(login)))
                give(u"signing in: "_s + login);
        }
        m_news = m_server.sectionAt(u"tin-tuc"_s);
        m_culture = m_server.sectionAt(u"van-hoa"_s);
        m_land = m_server.sectionAt(u"dat-dai"_s);
        const QString photo = upload(u"phongvien"_s, picture("JPG", 1), u"Lễ khởi công.jpg"_s);
        const QString drawing = upload(u"congtac"_s, picture("PNG", 2), u"sơ-đồ.png"_s);
        m_photo = photo;
        upload(u"phongvien"_s, picture("PNG", 3), u"không-dùng.png"_s); // no item has it

        bringToReaders(
            u"rich"_s,
            content(
                u"Đông Đình khởi công đường Đình Đông"_s,
                {paragraph(u"Đại diện lãnh đạo xã đã dự."_s), node("heading", {text(u"Đầu tư"_s)}, {{"level"_L1, 2}}),
                 figure(photo, u"Lễ khởi công"_s), table(), list("bulletList"), list("orderedList"),
                 node("blockquote", {paragraph(u"Đường thông, dân vui."_s)}), marked(),
                 QJsonObject{{"type"_L1, "horizontalRule"_L1}},
                 node("paragraph",
                      {text(u"Xem "_s),
                       text(u"văn bản"_s,
                            {QJsonObject{{"type"_L1, "link"_L1},
                                         {"attrs"_L1, QJsonObject{{"href"_L1, "https://dongdinh.example/van-ban"_L1}}}},
                             QJsonObject{{"type"_L1, "bold"_L1}}}),
                       text(u"."_s)})},
                m_news,
                {{"subtitle"_L1, u"Ước vốn 12 tỷ đồng"_s},
                 {"genre"_L1, "reportage"_L1},
                 {"tags"_L1, QJsonArray{u"Đường"_s, u"đầu tư"_s, u"Ấp Đông"_s}},
                 {"source"_L1, u"Theo Đài xã"_s},
                 {"bylines"_L1,
                  QJsonArray{QJsonObject{{"name"_L1, u"Trần Thị Đào"_s}, {"share"_L1, "words"_L1}},
                             QJsonObject{{"name"_L1, u"Đ. Ước"_s}, {"share"_L1, "photos"_L1}}}}}));
        // The longest title there may be, in signs that fold in every way.
        bringToReaders(u"longTitle"_s,
                       content(u"Đồng bào Khmer ấp Đình đón Tết. "_s.repeated(10).left(299) + u"Ỹ"_s,
                               {paragraph(u"Tên dài nhất."_s)}, m_culture));
        // So long that the search keeps it in parts.
        bringToReaders(
            u"longText"_s,
            content(u"Báo cáo năm của xã"_s,
                    {paragraph(u"Xã đã làm nhiều việc trong năm. "_s.repeated(180) + u"Cầu Rạch Miễu thông xe. "_s
                               + u"Xã còn làm nhiều việc nữa. "_s.repeated(110))},
                    m_land));
        bringToReaders(u"older"_s,
                       content(u"Tin của chương trình cũ"_s, {paragraph(u"Chữ để nguyên, không nén."_s)}, m_news));
        bringToReaders(u"corrected"_s, content(u"Đường dài 12 km"_s, {paragraph(u"Đường dài 12 km."_s)}, m_news));
        bringToReaders(u"beingCorrected"_s, content(u"Giá đất đợt 1"_s, {paragraph(u"Giá cũ."_s)}, m_land));
        bringToReaders(u"takenDown"_s, content(u"Tin bị gỡ"_s, {paragraph(u"Không còn nữa."_s)}, m_news));
        bringToReaders(u"clockless"_s, content(u"Thông báo lịch cắt điện"_s, {figure(photo, u"Trạm điện"_s)}, m_news));
        bringToReaders(u"chairUnpublishes"_s, content(u"Chờ gỡ từ bàn trưởng ban"_s, {paragraph(u"Sẽ gỡ."_s)}, m_news));

        save(u"congtac"_s, u"draft"_s,
             content(u"Bản nháp của cộng tác viên"_s, {figure(drawing, u"Sơ đồ"_s)}, m_culture));
        save(u"nghiviec"_s, u"abandoned"_s, content(u"Bài của người đã nghỉ"_s, {paragraph(u"Dở dang"_s)}, m_news));
        save(u"phongvien"_s, u"deleted"_s, content(u"Nháp bị xóa"_s, {paragraph(u"Xóa."_s)}, m_news));
        step(u"phongvien"_s, u"deleted"_s, "delete");
        // A sitting of three saves, of which the last puts an earlier text back.
        for (const QString &words : {u"Một"_s, u"Hai"_s})
            save(u"congtac"_s, u"sitting"_s, content(u"Ba lần lưu"_s, {paragraph(words)}, m_culture));
        command(u"congtac"_s, u"sitting"_s,
                {{"kind"_L1, "save"_L1},
                 {"base"_L1, 2},
                 {"content"_L1, content(u"Ba lần lưu"_s, {paragraph(u"Một"_s)}, m_culture)},
                 {"beginsSitting"_L1, true}});
        // Two wordings, as a merge leaves them.
        const auto side = [](const char *name) {
            return QJsonArray{QJsonObject{{"type"_L1, "conflict"_L1},
                                          {"attrs"_L1, QJsonObject{{"side"_L1, QLatin1StringView(name)}}}}};
        };
        save(u"congtac"_s, u"twoWordings"_s,
             content(u"Tựa của họ / Tựa của tôi"_s,
                     {node("paragraph", {text(u"Chữ của họ"_s, side("theirs")), text(u"chữ của tôi"_s, side("mine"))})},
                     m_culture, {{"conflicts"_L1, QJsonArray{"title"_L1}}}));
        bring(u"submitted"_s, content(u"Bài mới gửi"_s, {paragraph(u"Chờ biên tập."_s)}, m_culture), {u"submit"_s});
        bring(u"withdrawn"_s, content(u"Bài rút về"_s, {paragraph(u"Rút."_s)}, m_news), {u"submit"_s});
        step(u"phongvien"_s, u"withdrawn"_s, "withdraw");
        bring(u"inEditing"_s, content(u"Đang biên tập"_s, {paragraph(u"Lần một."_s)}, m_news),
              {u"submit"_s, u"claim"_s});
        bring(u"ofSection"_s, content(u"Hội đình Đông"_s, {paragraph(u"Của biên tập văn hóa."_s)}, m_culture),
              {u"submit"_s});
        step(u"vanhoa"_s, u"ofSection"_s, "claim");
        bring(u"awaiting"_s, content(u"Chờ duyệt"_s, {paragraph(u"Chờ."_s)}, m_news), toApproval);
        bring(u"returned"_s, content(u"Trả lại tác giả"_s, {paragraph(u"Thiếu số liệu."_s)}, m_news),
              {u"submit"_s, u"claim"_s});
        step(u"bientap"_s, u"returned"_s, "returnToAuthor", because(u"Bổ sung số liệu của ấp Đình."_s));
        bring(u"refused"_s, content(u"Không duyệt"_s, {paragraph(u"Không phù hợp."_s)}, m_news), toApproval);
        step(u"phoban"_s, u"refused"_s, "refuse", because(u"Đã có cơ quan khác đăng."_s));
        bring(u"approved"_s, content(u"Đã duyệt, chưa đăng"_s, {paragraph(u"Chờ đăng."_s)}, m_news), toApproval);
        step(u"phoban"_s, u"approved"_s, "approve", {{"note"_L1, u"Đăng sau cuộc họp."_s}});
        bring(u"revoked"_s, content(u"Thôi duyệt"_s, {paragraph(u"Duyệt rồi thôi."_s)}, m_news), toApproval);
        step(u"phoban"_s, u"revoked"_s, "approve");
        step(u"phoban"_s, u"revoked"_s, "revoke", because(u"Chờ ý kiến cấp trên"_s));
        bring(u"scheduled"_s, content(u"Hẹn giờ năm 2034"_s, {paragraph(u"Còn lâu."_s)}, m_news), toApproval);
        step(u"truongban"_s, u"scheduled"_s, "approve");
        step(u"thuky"_s, u"scheduled"_s, "schedule", {{"at"_L1, at("2034-12-31T07:00:00+07:00")}});
        read(3);
    }

    void sameMorningLater()
    {
        serve(at("2025-03-03T10:00:00+07:00"));
        save(u"bientap"_s, u"inEditing"_s, content(u"Đang biên tập"_s, {paragraph(u"Lần hai."_s)}, m_news));
        step(u"bientap"_s, u"beingCorrected"_s, "correct", because(u"Giá đã đổi"_s));
        save(u"bientap"_s, u"beingCorrected"_s,
             content(u"Giá đất đợt 1"_s, {paragraph(u"Giá mới."_s)}, m_land,
                     {{"correction"_L1, u"Giá trong bản trước là giá cũ."_s}}));
        step(u"phoban"_s, u"takenDown"_s, "unpublish", because(u"Sai sự thật"_s));
        m_requests.append(m_lastRequest);
        read(2);
    }

    void nextDay()
    {
        end();
        const qint64 now = at("2025-03-04T09:00:00+07:00");
        setUp({u"disable"_s, u"--login"_s, u"nghiviec"_s}, now);
        serve(now);
        save(u"thuky"_s, u"inEditing"_s, content(u"Đang biên tập"_s, {paragraph(u"Lần ba, người khác."_s)}, m_news));
        m_requests.append(m_lastRequest);
        // Repeated, it is refused again, and as it was.
        step(u"phongvien"_s, u"inEditing"_s, "publish", {}, 409);
        m_requests.append(m_lastRequest);
        step(u"bientap"_s, u"corrected"_s, "correct", because(u"Sai chiều dài"_s));
        save(u"bientap"_s, u"corrected"_s,
             content(u"Đường dài 21 km"_s, {paragraph(u"Đường dài 21 km."_s)}, m_news,
                     {{"correction"_L1, u"Bản trước ghi 12 km; đúng là 21 km."_s}}));
        step(u"bientap"_s, u"corrected"_s, "requestApproval");
        step(u"truongban"_s, u"corrected"_s, "approve");
        step(u"thuky"_s, u"corrected"_s, "publish");
        read(1);

        // What the desks' work of the next day is about.
        const auto draft = [this](const QString &name, const QString &title) {
            save(u"phongvien"_s, name, content(title, {paragraph(u"Bản đầu."_s)}, m_news));
        };
        draft(u"typed"_s, u"Đang gõ dở"_s);
        draft(u"offeredDone"_s, u"Lưu rồi mất trả lời"_s);
        draft(u"offeredUnheard"_s, u"Lưu mà máy chủ chưa nghe"_s);
        draft(u"stepDone"_s, u"Gửi rồi mất trả lời"_s);
        draft(u"toBeRefused"_s, u"Sẽ bị từ chối"_s);
        draft(u"newsOf"_s, u"Có tin mới"_s);
        const auto edited = [this](const QString &name, const QString &title, const QStringList &steps) {
            bring(name,
                  content(title, {paragraph(u"Đoạn một."_s), paragraph(u"Đoạn hai."_s), paragraph(u"Đoạn ba."_s)},
                          m_news),
                  steps);
        };
        edited(u"merged"_s, u"Hai người cùng sửa"_s, {u"submit"_s, u"claim"_s});
        edited(u"toRequest"_s, u"Sửa rồi trình"_s, {u"submit"_s, u"claim"_s});
        edited(u"withPicture"_s, u"Sửa, thêm ảnh"_s, {u"submit"_s, u"claim"_s});
        edited(u"toClaim"_s, u"Chờ nhận"_s, {u"submit"_s});
        edited(u"toReturn"_s, u"Chờ trả"_s, {u"submit"_s, u"claim"_s});
        edited(u"requestDone"_s, u"Trình rồi mất trả lời"_s, {u"submit"_s, u"claim"_s});
        edited(u"claimUnheard"_s, u"Nhận mà máy chủ chưa nghe"_s, {u"submit"_s});
        edited(u"editorTyped"_s, u"Biên tập đang gõ"_s, {u"submit"_s, u"claim"_s});
        edited(u"toApprove"_s, u"Chờ duyệt từ xa"_s, toApproval);
        edited(u"approvedElse"_s, u"Duyệt bản đã bị sửa"_s, toApproval);
        edited(u"approveDone"_s, u"Duyệt rồi mất trả lời"_s, toApproval);
        edited(u"publishDone"_s, u"Đăng rồi mất trả lời"_s, toApproval);
        step(u"phoban"_s, u"publishDone"_s, "approve");
        edited(u"toSchedule"_s, u"Chờ hẹn giờ"_s, toApproval);
        step(u"phoban"_s, u"toSchedule"_s, "approve");
    }

    void lastMorning()
    {
        step(u"phongvien"_s, u"returned"_s, "submit");
        step(u"bientap"_s, u"returned"_s, "returnToAuthor", because(u"Vẫn thiếu số liệu."_s));
        read(2);
    }

    // As readers and robots come by.
    void read(int times)
    {
        bool isThere = true;
        for (int i = 0; i < times; ++i) {
            for (const QString &name : {u"rich"_s, u"longTitle"_s, u"clockless"_s})
                isThere &= m_server.get(publicPath(name)).status == 200;
            isThere &= m_server.get(u"/"_s).status == 200;
        }
        const ServerAnswer toRobot =
            m_server.send("GET", publicPath(u"rich"_s), {}, {}, {{"User-Agent", "Googlebot/2.1"}});
        if (!isThere || toRobot.status != 200)
            give(u"a page is not there"_s);
    }

    [[nodiscard]] QString publicPath(const QString &name)
    {
        const QJsonObject article = m_items[name].article;
        const QJsonValue publication = article["publication"_L1];
        const QString section = article["content"_L1]["section"_L1].toString();
        const QString slug = section == m_news ? u"tin-tuc"_s : section == m_culture ? u"van-hoa"_s : u"dat-dai"_s;
        return u"/%1/%2-%3.html"_s.arg(slug, publication["slug"_L1].toString())
            .arg(publication["number"_L1].toInteger());
    }

    // The desks

    std::unique_ptr<DeskProcess> sitDown(const QString &login, qint64 now)
    {
        auto desk = std::make_unique<DeskProcess>(DeskStart{
            .folder = deskFolder(login), .now = now, .isTimeStanding = false, .port = m_server.port(), .wrapper = {}});
        must(*desk, "signIn", {{"server"_L1, newsroomName}, {"login"_L1, login}, {"password"_L1, passwordOf(login)}});
        must(*desk, "sync");
        return desk;
    }

    [[nodiscard]] QString deskFolder(const QString &login) const { return m_work + u"/desks/"_s + login; }

    static QJsonObject must(DeskProcess &desk, const char *what, const QJsonObject &said = {})
    {
        const QJsonObject answer = desk.ask(QLatin1StringView(what), said);
        if (answer.contains("error"_L1) || answer.contains("ended"_L1))
            give(QLatin1StringView(what) + u' '
                 + QString::fromUtf8(QJsonDocument(said).toJson() + QJsonDocument(answer).toJson()));
        return answer;
    }

    void type(DeskProcess &desk, const QString &name, const QJsonObject &what, bool isSaved)
    {
        Item &item = m_items[name];
        QJsonObject said{{"content"_L1, what}};
        if (!item.id.isEmpty())
            said["article"_L1] = item.id;
        item.id = must(desk, "type", said)["article"_L1].toString();
        item.content = what;
        if (isSaved)
            must(desk, "save", {{"article"_L1, item.id}});
    }

    void giveStep(DeskProcess &desk, const QString &name, const char *kind, QJsonObject more = {})
    {
        more["kind"_L1] = QLatin1StringView(kind);
        more["article"_L1] = m_items[name].id;
        must(desk, "submit", {{"command"_L1, more}});
    }

    enum class Way
    {
        Open,
        WithoutPieces, ///< of pictures
        Closed
    };

    void fates(DeskProcess &desk, const QStringList &answerLost, const QStringList &unheard, Way way = Way::Open)
    {
        const auto ids = [this](const QStringList &names) {
            QJsonArray all;
            for (const QString &name : names) {
                if (m_items[name].id.isEmpty())
                    give(u"no id yet: "_s + name);
                all.append(m_items[name].id);
            }
            return all;
        };
        must(desk, "fates",
             {{"answerLost"_L1, ids(answerLost)},
              {"unheard"_L1, ids(unheard)},
              {"piecesUnheard"_L1, way == Way::WithoutPieces},
              {"away"_L1, way == Way::Closed}});
    }

    // Until all that is to have been offered was, and so many pictures.
    void waitUntilOffered(DeskProcess &desk, const QStringList &names, int pictures = 0)
    {
        QSet<QString> wanted;
        for (const QString &name : names)
            wanted.insert(m_items[name].id);
        for (int i = 0; i < 1000; ++i) {
            QSet<QString> held;
            int heldPictures = 0;
            const QJsonObject view = must(desk, "view");
            for (const QJsonValue &command : view["commands"_L1].toArray()) {
                if (command["state"_L1] == "heldUp"_L1)
                    held.insert(command["article"_L1].toString());
            }
            for (const QJsonValue &each : view["pictures"_L1].toArray())
                heldPictures += each["heldUp"_L1].toBool() ? 1 : 0;
            if (held.contains(wanted) && heldPictures >= pictures)
                return;
            desk.ask(u"sync"_s);
        }
        give(u"not offered"_s);
    }

    // What must become of an article when its desk has drained. `decisions` are all that it has then.
    void after(const QString &login, const QString &name, const char *state, int version, const QStringList &decisions,
               const QString &words, const QStringList &waiting = {})
    {
        m_after.append(QJsonObject{{"desk"_L1, login},
                                   {"name"_L1, name},
                                   {"article"_L1, m_items[name].id},
                                   {"state"_L1, QLatin1StringView(state)},
                                   {"version"_L1, version},
                                   {"decisions"_L1, QJsonArray::fromStringList(decisions)},
                                   {"words"_L1, words},
                                   {"waiting"_L1, QJsonArray::fromStringList(waiting)}});
    }

    void typedThere(const QString &login, const QString &name)
    {
        m_typed.append(
            QJsonObject{{"desk"_L1, login}, {"article"_L1, m_items[name].id}, {"content"_L1, m_items[name].content}});
    }

    QJsonObject second(const QString &name, const QString &words)
    {
        return content(m_items[name].content["title"_L1].toString(), {paragraph(words)}, m_news);
    }

    QString addPicture(DeskProcess &desk, const QString &login, const QByteArray &bytes, const QString &name)
    {
        const QString media = must(desk, "addPicture",
                                   {{"bytes"_L1, QString::fromLatin1(bytes.toBase64())}, {"name"_L1, name}})["media"_L1]
                                  .toString();
        m_waitingPictures.append(QJsonObject{{"media"_L1, media}, {"login"_L1, login}, {"sha256"_L1, sha256(bytes)}});
        return media;
    }

    void reportersDesk(qint64 now)
    {
        const QString login = u"phongvien"_s;
        auto desk = sitDown(login, now);
        must(*desk, "picture", {{"media"_L1, m_photo}});
        // News that he has not seen.
        step(login, u"newsOf"_s, "submit");
        step(u"bientap"_s, u"newsOf"_s, "returnToAuthor", because(u"Xem lại tựa đề."_s));
        must(*desk, "sync");

        // He went on at this desk with what another had taken over by then.
        must(*desk, "offline", {{"offline"_L1, true}});
        type(*desk, u"toBeRefused"_s, second(u"toBeRefused"_s, u"Viết tiếp khi người khác đã nhận."_s), true);
        giveStep(*desk, u"toBeRefused"_s, "submit", {{"confirmsNoStateSecret"_L1, true}});
        step(login, u"toBeRefused"_s, "submit");
        step(u"bientap"_s, u"toBeRefused"_s, "claim");
        must(*desk, "offline", {{"offline"_L1, false}});
        desk->ask(u"sync"_s);
        after(login, u"toBeRefused"_s, "inEditing", 1, {u"submit"_s, u"claim"_s}, u"Bản đầu."_s,
              {u"save refused"_s, u"submit behind"_s});

        // Offered: of some the server has done it, of one it never heard.
        must(*desk, "offline", {{"offline"_L1, true}});
        type(*desk, u"offeredDone"_s, second(u"offeredDone"_s, u"Bản hai, máy chủ đã có."_s), true);
        giveStep(*desk, u"offeredDone"_s, "submit", {{"confirmsNoStateSecret"_L1, true}});
        type(*desk, u"newDone"_s, content(u"Bài mới, mất trả lời"_s, {paragraph(u"Máy chủ đã có bài này."_s)}, m_news),
             true);
        type(*desk, u"offeredUnheard"_s, second(u"offeredUnheard"_s, u"Bản hai, máy chủ chưa nghe."_s), true);
        giveStep(*desk, u"stepDone"_s, "submit", {{"confirmsNoStateSecret"_L1, true}});
        const QStringList lost{u"offeredDone"_s, u"newDone"_s, u"stepDone"_s};
        // A picture whose upload has begun.
        const QString begun = addPicture(*desk, login, picture("PNG", 11), u"dở dang.png"_s);
        type(*desk, u"pictureBegun"_s,
             content(u"Ảnh gửi dở"_s, {paragraph(u"Ảnh đang gửi."_s), figure(begun, u"Ảnh dở"_s)}, m_news), true);
        after(login, u"pictureBegun"_s, "draft", 1, {}, u"Ảnh đang gửi."_s);
        fates(*desk, lost, {u"offeredUnheard"_s}, Way::WithoutPieces);
        must(*desk, "offline", {{"offline"_L1, false}});
        waitUntilOffered(*desk, lost + QStringList{u"offeredUnheard"_s}, 1);
        must(*desk, "offline", {{"offline"_L1, true}});
        after(login, u"offeredDone"_s, "submitted", 2, {u"submit"_s}, u"Bản hai, máy chủ đã có."_s);
        after(login, u"newDone"_s, "draft", 1, {}, u"Máy chủ đã có bài này."_s);
        after(login, u"offeredUnheard"_s, "draft", 2, {}, u"Bản hai, máy chủ chưa nghe."_s);
        after(login, u"stepDone"_s, "submitted", 1, {u"submit"_s}, u"Bản đầu."_s);

        // Never offered: a new item with a picture that waits too, and a step behind; a save on what was returned.
        const QString media = addPicture(*desk, login, picture("JPG", 9), u"chờ gửi.jpg"_s);
        type(*desk, u"newWaiting"_s,
             content(u"Bài mới chưa gửi"_s, {paragraph(u"Chưa ai thấy."_s), figure(media, u"Ảnh chờ"_s)}, m_news),
             true);
        giveStep(*desk, u"newWaiting"_s, "submit", {{"confirmsNoStateSecret"_L1, true}});
        after(login, u"newWaiting"_s, "submitted", 1, {u"submit"_s}, u"Chưa ai thấy."_s);
        type(*desk, u"returned"_s, second(u"returned"_s, u"Đã bổ sung số liệu: 567 hộ."_s), true);
        giveStep(*desk, u"returned"_s, "submit", {{"confirmsNoStateSecret"_L1, true}});
        after(login, u"returned"_s, "submitted", 2,
              {u"submit"_s, u"claim"_s, u"returnToAuthor"_s, u"submit"_s, u"returnToAuthor"_s, u"submit"_s},
              u"Đã bổ sung số liệu: 567 hộ."_s);
        type(*desk, u"privateDraft"_s, content(u"Nháp chỉ trên máy này"_s, {paragraph(u"Riêng tôi."_s)}, m_culture),
             true);
        after(login, u"privateDraft"_s, "draft", 1, {}, u"Riêng tôi."_s);

        // Typed and no more: as it was typed, whatever will be cleaned of it.
        QJsonObject typed = second(u"typed"_s, u"Đang gõ đến đ"_s);
        typed["lead"_L1] = u"  Sapo  gõ dở,\u00A0chưa sửa "_s;
        type(*desk, u"typed"_s, typed, false);
        after(login, u"typed"_s, "draft", 2, {}, u"Đang gõ đến đ"_s);
        typedThere(login, u"typed"_s);
        type(*desk, u"typedNew"_s, content(u"Gõ mới, chưa lưu lần nào "_s, {paragraph(u"Chữ  đầu"_s)}, m_news), false);
        after(login, u"typedNew"_s, "draft", 1, {}, u"Chữ  đầu"_s);
        typedThere(login, u"typedNew"_s);
        desk->kill();
    }

    void editorsDesk(qint64 now)
    {
        const QString login = u"bientap"_s;
        auto desk = sitDown(login, now);
        must(*desk, "offline", {{"offline"_L1, true}});
        giveStep(*desk, u"requestDone"_s, "requestApproval");
        giveStep(*desk, u"claimUnheard"_s, "claim");
        // A step that waits for a picture whose upload has begun.
        const QString begun = addPicture(*desk, login, picture("JPG", 12), u"của biên tập.jpg"_s);
        QJsonObject illustrated = second(u"withPicture"_s, u"Thêm ảnh."_s);
        illustrated["body"_L1] = node("doc", {paragraph(u"Thêm ảnh."_s), figure(begun, u"Ảnh của biên tập"_s)});
        type(*desk, u"withPicture"_s, illustrated, true);
        giveStep(*desk, u"withPicture"_s, "requestApproval");
        fates(*desk, {u"requestDone"_s}, {u"claimUnheard"_s}, Way::WithoutPieces);
        must(*desk, "offline", {{"offline"_L1, false}});
        waitUntilOffered(*desk, {u"requestDone"_s, u"claimUnheard"_s}, 1);
        after(login, u"withPicture"_s, "awaitingApproval", 2, {u"submit"_s, u"claim"_s, u"requestApproval"_s},
              u"Thêm ảnh."_s);
        must(*desk, "offline", {{"offline"_L1, true}});
        after(login, u"requestDone"_s, "awaitingApproval", 1, {u"submit"_s, u"claim"_s, u"requestApproval"_s},
              u"Đoạn một."_s);
        after(login, u"claimUnheard"_s, "inEditing", 1, {u"submit"_s, u"claim"_s}, u"Đoạn một."_s);

        // Two write at one text: both their words are in it then.
        const QString title = u"Hai người cùng sửa"_s;
        type(*desk, u"merged"_s,
             content(title,
                     {paragraph(u"Đoạn một."_s), paragraph(u"Đoạn hai."_s), paragraph(u"Đoạn ba, của bàn này."_s)},
                     m_news),
             true);
        giveStep(*desk, u"merged"_s, "requestApproval");
        save(u"thuky"_s, u"merged"_s,
             content(title,
                     {paragraph(u"Đoạn một, của thư ký."_s), paragraph(u"Đoạn hai."_s), paragraph(u"Đoạn ba."_s)},
                     m_news));
        // The step was given for a text that is another now.
        after(login, u"merged"_s, "inEditing", 3, {u"submit"_s, u"claim"_s},
              u"Đoạn một, của thư ký.\nĐoạn ba, của bàn này."_s, {u"requestApproval refused"_s});
        type(*desk, u"toRequest"_s, second(u"toRequest"_s, u"Biên tập xong."_s), true);
        giveStep(*desk, u"toRequest"_s, "requestApproval");
        after(login, u"toRequest"_s, "awaitingApproval", 2, {u"submit"_s, u"claim"_s, u"requestApproval"_s},
              u"Biên tập xong."_s);
        giveStep(*desk, u"toClaim"_s, "claim");
        after(login, u"toClaim"_s, "inEditing", 1, {u"submit"_s, u"claim"_s}, u"Đoạn một."_s);
        giveStep(*desk, u"toReturn"_s, "returnToAuthor", because(u"Viết lại đoạn hai."_s));
        after(login, u"toReturn"_s, "returned", 1, {u"submit"_s, u"claim"_s, u"returnToAuthor"_s}, u"Đoạn một."_s);
        type(*desk, u"editorTyped"_s, second(u"editorTyped"_s, u"Biên tập gõ  dở "_s), false);
        after(login, u"editorTyped"_s, "inEditing", 2, {u"submit"_s, u"claim"_s}, u"Biên tập gõ  dở "_s);
        typedThere(login, u"editorTyped"_s);
        desk->kill();
    }

    void chairsDesk(qint64 now)
    {
        const QString login = u"truongban"_s;
        const QStringList approved{u"submit"_s, u"claim"_s, u"requestApproval"_s, u"approve"_s};
        auto desk = sitDown(login, now);
        must(*desk, "offline", {{"offline"_L1, true}});
        giveStep(*desk, u"approveDone"_s, "approve");
        giveStep(*desk, u"publishDone"_s, "publish");
        fates(*desk, {u"approveDone"_s, u"publishDone"_s}, {});
        must(*desk, "offline", {{"offline"_L1, false}});
        waitUntilOffered(*desk, {u"approveDone"_s, u"publishDone"_s});
        after(login, u"approveDone"_s, "approved", 1, approved, u"Đoạn một."_s);
        after(login, u"publishDone"_s, "published", 1, approved + QStringList{u"publish"_s}, u"Đoạn một."_s);

        // Not by his choice: there is no network.
        fates(*desk, {}, {}, Way::Closed);
        giveStep(*desk, u"toSchedule"_s, "schedule", {{"at"_L1, at("2034-12-30T07:00:00+07:00")}}); // tried in vain
        after(login, u"toSchedule"_s, "scheduled", 1, approved + QStringList{u"schedule"_s}, u"Đoạn một."_s);
        giveStep(*desk, u"toApprove"_s, "approve");
        giveStep(*desk, u"toApprove"_s, "publish");
        after(login, u"toApprove"_s, "published", 1, approved + QStringList{u"publish"_s}, u"Đoạn một."_s);
        giveStep(*desk, u"approvedElse"_s, "approve"); // of a text that another chair changes meanwhile
        save(u"phoban"_s, u"approvedElse"_s, second(u"approvedElse"_s, u"Phó ban đã sửa."_s));
        after(login, u"approvedElse"_s, "awaitingApproval", 2, {u"submit"_s, u"claim"_s, u"requestApproval"_s},
              u"Phó ban đã sửa."_s, {u"approve refused"_s});
        giveStep(*desk, u"chairUnpublishes"_s, "unpublish", because(u"Hết hiệu lực"_s));
        after(login, u"chairUnpublishes"_s, "unpublished", 1, approved + QStringList{u"publish"_s, u"unpublish"_s},
              u"Sẽ gỡ."_s);
        desk->kill();
        // Nobody is remembered here: he will sign in again, and the server has another address by then.
        if (!QFile::remove(deskFolder(login) + u"/tokens.json"_s))
            give(u"no sign-in was kept"_s);
    }

    // What is asked of it

    void halfAPicture()
    {
        const QByteArray bytes = picture("PNG", 5);
        const QString media = newId();
        const QString login = u"congtac"_s;
        const ServerAnswer made = m_server.send("POST", u"/api/v1/uploads"_s, {}, m_server.tokens[login],
                                                uploadFields(media, bytes, u"dở-dang.png"_s));
        const QString path = QString::fromLatin1(made.field("Location"));
        const ServerAnswer sent = m_server.sendBytes(
            "PATCH", path, bytes.first(100), m_server.tokens[login],
            {{"Tus-Resumable", "1.0.0"}, {"Upload-Offset", "0"}, {"Content-Type", "application/offset+octet-stream"}});
        if (sent.status != 204)
            give(u"half a picture"_s);
        m_upload = {{"path"_L1, path},
                    {"login"_L1, login},
                    {"media"_L1, media},
                    {"offset"_L1, 100},
                    {"bytes"_L1, QString::fromLatin1(bytes.toBase64())}};
    }

    // Every page that a reader comes to from the front page, and some that nothing leads to.
    void addresses()
    {
        QStringList waiting{u"/"_s,
                            u"/en"_s,
                            u"/robots.txt"_s,
                            u"/sitemap.xml"_s,
                            u"/rss.xml"_s,
                            u"/tin-tuc/rss.xml"_s,
                            u"/tim-kiem?q=rạch miễu"_s,
                            u"/tim-kiem?q=duong"_s,
                            u"/khong-co"_s,
                            u"/tin-tuc/gi-do-9999.html"_s};
        for (const QJsonValue &each : m_pictures)
            waiting.append(u"/anh/%1-96.jpg"_s.arg(each["media"_L1].toString()));
        for (const auto &[name, item] : m_items) {
            if (!item.article.contains("publication"_L1))
                continue;
            const QString path = publicPath(name);
            waiting += {path, path.chopped(5) + u"/in"_s, path.chopped(5) + u"/luu"_s,
                        u"/tin-tuc/ten-khac-%1.html"_s.arg(item.article["publication"_L1]["number"_L1].toInteger())};
        }
        QSet<QString> seen;
        static const QRegularExpression links(u"(?:href|src)=\"(/[^\"#]*)\""_s);
        while (!waiting.isEmpty()) {
            const QString path = waiting.takeFirst();
            if (seen.contains(path) || path.startsWith("/assets/"_L1)) // their names are those of what is in them
                continue;
            seen.insert(path);
            const ServerAnswer answer = m_server.get(path);
            const QByteArray type = answer.field("Content-Type");
            QJsonObject told{{"path"_L1, path},
                             {"status"_L1, answer.status},
                             {"type"_L1, QString::fromLatin1(type.left(type.indexOf(';')))}};
            if (answer.status >= 300 && answer.status < 400)
                told["location"_L1] = QString::fromLatin1(answer.field("Location"));
            static const QRegularExpression titles(u"<title>([^<]*)</title>"_s);
            const QString page = QString::fromUtf8(answer.body);
            if (type.startsWith("text/html") || type.contains("xml"))
                told["title"_L1] = titles.match(page).captured(1);
            m_addresses.append(told);
            if (type.startsWith("text/html")) {
                for (auto each = links.globalMatch(page); each.hasNext();)
                    waiting.append(each.next().captured(1).replace("&amp;"_L1, "&"_L1));
            }
        }
    }

    // What a desk gets that begins now: the rights of each post.
    void whatEachSees(qint64 now)
    {
        for (const QString &login : logins) {
            if (login == "nghiviec"_L1)
                continue;
            const QString folder = m_work + u"/new-"_s + login;
            DeskProcess desk(
                {.folder = folder, .now = now, .isTimeStanding = false, .port = m_server.port(), .wrapper = {}});
            must(desk, "signIn",
                 {{"server"_L1, newsroomName}, {"login"_L1, login}, {"password"_L1, passwordOf(login)}});
            must(desk, "sync");
            m_sees[login] = linesOf(must(desk, "view"));
            desk.kill();
            QDir(folder).removeRecursively();
        }
    }

    // A text as programs from before the eighth migration left it.
    void anItemOfAnOlderProgram()
    {
        const QString id = m_items[u"older"_s].id;
        QByteArray plain;
        QString hash;
        for (const QString &line : m_server.run({u"dump"_s, u"--canonical"_s}).out.split(u'\n')) {
            const QJsonObject json = QJsonDocument::fromJson(line.toUtf8()).object();
            if (json["noun"_L1] == "revision"_L1 && json["article"_L1] == id) {
                plain = QJsonDocument(json["content"_L1].toObject()).toJson(QJsonDocument::Compact);
                hash = json["contentHash"_L1].toString();
            }
        }
        if (hash != sha256(plain))
            give(u"the plain text is another"_s);
        QSqlDatabase database = QSqlDatabase::addDatabase(m_database.isEmpty() ? u"QSQLITE"_s : u"QPSQL"_s);
        const QUrl url(m_database);
        database.setDatabaseName(m_database.isEmpty() ? m_work + u"/server/newsroom.db"_s : url.path().mid(1));
        database.setHostName(url.host());
        database.setPort(url.port(-1));
        database.setUserName(url.userName());
        if (!database.open())
            give(database.lastError().text());
        {
            QSqlQuery query(database);
            query.prepare(u"UPDATE revisions SET content = :plain, packed = NULL WHERE record_id = :id"_s);
            query.bindValue(u":plain"_s, QString::fromUtf8(plain));
            query.bindValue(u":id"_s, id);
            if (!query.exec() || query.numRowsAffected() != 1)
                give(query.lastError().text());
        }
        database.close();
    }

    void asItStands(qint64 moment)
    {
        const ProgramRun verified = m_server.run({u"verify"_s});
        if (verified.exitCode != 0)
            give(verified.out + verified.err);
        static const QRegularExpression mark(u"(\\d+:[0-9a-f]{64})"_s);
        write(u"newsroom.jsonl"_s, m_server.run({u"dump"_s, u"--canonical"_s}).out.toUtf8());
        QJsonObject people;
        for (const QString &login : logins)
            people[login] = QJsonObject{{"password"_L1, passwordOf(login)}, {"token"_L1, m_server.tokens[login]}};
        QJsonObject desks;
        for (const QString &login : {u"phongvien"_s, u"bientap"_s, u"truongban"_s})
            desks[login] = seen(login, moment);
        const QJsonObject expected{{"moment"_L1, moment},
                                   {"server"_L1, newsroomName},
                                   {"audit"_L1, mark.match(verified.out).captured(1)},
                                   {"people"_L1, people},
                                   {"addresses"_L1, m_addresses},
                                   {"requests"_L1, m_requests},
                                   {"pictures"_L1, m_pictures},
                                   {"waitingPictures"_L1, m_waitingPictures},
                                   {"upload"_L1, m_upload},
                                   {"sees"_L1, m_sees},
                                   {"typed"_L1, m_typed},
                                   {"after"_L1, m_after},
                                   {"desks"_L1, desks}};
        write(u"expected.json"_s, QJsonDocument(expected).toJson());
    }

    // What a desk shows when it is opened, of a copy of its folder: opening takes in what a kill left in the log.
    QJsonObject seen(const QString &login, qint64 moment)
    {
        const QString copy = m_work + u"/copy-"_s + login;
        if (QProcess::execute(u"cp"_s, {u"-a"_s, deskFolder(login), copy}) != 0)
            give(u"copying"_s);
        DeskProcess desk({.folder = copy, .now = moment, .isTimeStanding = true, .port = 0, .wrapper = {}});
        const QJsonObject view = withoutKnownTexts(must(desk, "view"));
        desk.kill();
        QDir(copy).removeRecursively();
        return view;
    }

    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_work + u'/' + name);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            give(name);
    }

    const QStringList toApproval{u"submit"_s, u"claim"_s, u"requestApproval"_s};
    const QStringList toReaders = toApproval + QStringList{u"approve"_s, u"publish"_s};
    const QString m_work;
    const QString m_database;
    const QStringList m_arguments;
    ServerProcess m_server;
    std::map<QString, Item> m_items;
    QString m_news, m_culture, m_land, m_photo;
    QJsonObject m_lastRequest, m_upload, m_sees;
    QJsonArray m_requests, m_pictures, m_waitingPictures, m_typed, m_after, m_addresses;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    Recorder(arguments.value(1), arguments.value(2)).record();
    return 0;
}
