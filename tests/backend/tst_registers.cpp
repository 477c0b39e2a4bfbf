// Registers on the server: what a start raises, what a board may define, what readers have of it.
#include "backend/RegisterRoom.h"
#include "backend/SiteServer.h"
#include "backend/Verify.h"
#include "base/Log.h"
#include "domain/registers/Link.h"
#include "domain/registers/Officeholder.h"
#include "domain/registers/Official.h"
#include "domain/registers/WebLink.h"
#include "storage/PublicEntries.h"
#include "storage/Statement.h"
#include "support/Hotline.h"

#include <QTest>

using namespace toasoan;
using namespace toasoan::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Noun linkNoun{u"link"_s};

class Room : public RegisterRoom
{
public:
    using RegisterRoom::RegisterRoom;

    CommandAnswer link(const Key &key, const QString &title, const QString &address, const QJsonObject &more = {},
                       Version base = 0)
    {
        QJsonObject says = more;
        says.insert(u"title"_s, title);
        says.insert(u"address"_s, address);
        if (!says.contains(u"group"_s))
            says.insert(u"group"_s, u"agencies"_s);
        return save(key, QJsonDocument(says).toJson(QJsonDocument::Compact), base);
    }
};

} // namespace

class TestRegisters : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { setLogLevel(LogLevel::Error); }

    void aStartRaisesWhatTheProgramBringsAlong_data() { TemporaryDatabase::addEngines(); }
    void aStartRaisesWhatTheProgramBringsAlong()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        QVERIFY(room.ready);
        const auto versionOf = [&room] {
            return readIn(room.database(),
                          [](Transaction &transaction) {
                              return RecordStore(transaction).full(keyOfRegister(linkNoun).id);
                          })
                ->version;
        };
        QCOMPARE(versionOf(), Version(1));
        QVERIFY(bringRegistersUp(room.database(), room.clock, room.dice));
        QCOMPARE(versionOf(), Version(1));
        // What the board has said of it stays, what the program names is the program's.
        Register other = registers::link();
        other.many.vi = u"Trang liên kết"_s;
        other.list = {u"address"_s};
        QVERIFY(room.define(other, 1, room.administrator));
        QVERIFY(bringRegistersUp(room.database(), room.clock, room.dice));
        QCOMPARE(versionOf(), Version(2));
        Register sealed = other;
        sealed.fields.front().need = Need::Optional;
        QCOMPARE(room.define(sealed, 2, room.administrator).error().subject, u"register.sealed"_s);
        QVERIFY(verifyNewsroom(room.database()));
    }

    void isDefinedByAdministratorsAndWhole_data() { TemporaryDatabase::addEngines(); }
    void isDefinedByAdministratorsAndWhole()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        QCOMPARE(room.define(hotlines(), 0, room.chair).error().code, ErrorCode::Forbidden);
        Register nameless = hotlines();
        nameless.noun = Noun(u"hotline"_s);
        QCOMPARE(room.define(nameless, 0, room.administrator).error().subject, u"register.noun"_s);
        Register broken = hotlines();
        broken.list = {u"nothing"_s};
        QCOMPARE(room.define(broken, 0, room.administrator).error().subject, u"register.list"_s);
        QVERIFY(room.define(hotlines(), 0, room.administrator));
        QCOMPARE(room.define(hotlines(), 0, room.administrator).error().subject, u"register.version"_s);
        QVERIFY(room.define(hotlines(), 1, room.administrator)); // the same again changes nothing
        QVERIFY(room.save(room.newKey(hotline), hotlineContent(u"Trực ban"_s, u"1"_s)).record);
        QVERIFY(verifyNewsroom(room.database()));
        // Not by a save, which has no rules for descriptions.
        const auto saved =
            room.give(room.administrator,
                      Save{.target = keyOfRegister(hotline), .base = 1, .content = R"({"noun":"own.hotline"})"});
        QVERIFY(saved.refusal);
    }

    void readersHaveLinksInTheirGroupsAndDays_data() { TemporaryDatabase::addEngines(); }
    void readersHaveLinksInTheirGroupsAndDays()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        SiteServer server(room);
        const auto front = [&] {
            server.services().dropAllPages();
            return QString::fromUtf8(server.get(u"/"_s).body);
        };
        QVERIFY(!front().contains(u"link-groups"_s));
        const Key first = room.newKey(linkNoun);
        QVERIFY(room.link(first, u"Chính phủ <1>"_s, u"https://chinhphu.vn/?a=1&b=2"_s).record);
        QVERIFY(room.link(room.newKey(linkNoun), u"Dịch vụ công"_s, u"https://dichvucong.gov.vn"_s,
                          {{u"group"_s, u"services"_s}})
                    .record);
        const QDate today =
            QDateTime::fromMSecsSinceEpoch(toMilliseconds(room.clock.now()), QTimeZone("Asia/Ho_Chi_Minh")).date();
        const auto period = [&today](int from, int to) {
            return QJsonObject{{u"shown"_s,
                                QJsonObject{{u"from"_s, today.addDays(from).toString(Qt::ISODate)},
                                            {u"to"_s, today.addDays(to).toString(Qt::ISODate)}}}};
        };
        QVERIFY(room.link(room.newKey(linkNoun), u"Hôm nay"_s, u"/a"_s, period(0, 0)).record);
        QVERIFY(room.link(room.newKey(linkNoun), u"Mai"_s, u"/b"_s, period(1, 2)).record);
        const QString page = front();
        QVERIFY(page.contains(u"Chính phủ &lt;1&gt;"_s));
        QVERIFY(page.contains(u"href=\"https://chinhphu.vn/?a=1&amp;b=2\""_s));
        QVERIFY(page.indexOf(u"Cơ quan cấp trên"_s) < page.indexOf(u"Dịch vụ công"_s));
        QVERIFY(page.contains(u"Hôm nay"_s));
        QVERIFY(!page.contains(u"Mai"_s));
        QVERIFY(room.give(room.secretary, Move{.target = first, .version = 1, .step = Step::Close, .reason = u"Hỏng"_s})
                    .record);
        QVERIFY(!front().contains(u"chinhphu.vn"_s));
        QVERIFY(verifyNewsroom(room.database()));
        for (const QString &address :
             {u"javascript:alert(1)"_s, u"//evil.example"_s, u"https://a:b@c.vn"_s, u"không phải"_s})
            QCOMPARE(room.link(room.newKey(linkNoun), u"Xấu"_s, address).refusal->subject, u"entry.address"_s);
    }

    void aRegisterOfTheBoardHasAPageOfItsOwn_data() { TemporaryDatabase::addEngines(); }
    void aRegisterOfTheBoardHasAPageOfItsOwn()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        SiteServer server(room);
        QCOMPARE(server.get(u"/duong-day-nong"_s).status, 404);
        QVERIFY(room.define(hotlines(), 0, room.administrator));
        QVERIFY(room.fillAll());
        for (int i = 0; i < 55; ++i)
            QVERIFY(room.save(room.newKey(hotline),
                              hotlineContent(u"Số %1"_s.arg(i + 1), QString::number(i), {{u"unit"_s, u"police"_s}}))
                        .record);
        server.services().dropAllPages();
        const auto page = server.get(u"/duong-day-nong"_s);
        QCOMPARE(page.status, 200);
        const QString text = QString::fromUtf8(page.body);
        QVERIFY(text.contains(u"Số 50<"_s) && !text.contains(u"Số 51<"_s));
        QVERIFY(text.indexOf(u"Số 2<"_s) < text.indexOf(u"Số 10<"_s));
        QVERIFY(text.contains(u"Công an"_s));
        QVERIFY(QString::fromUtf8(server.get(u"/duong-day-nong?trang=2"_s).body).contains(u"Số 51<"_s));
        QCOMPARE(server.get(u"/duong-day-nong?trang=3"_s).status, 404);
        QVERIFY(QString::fromUtf8(server.get(u"/en/duong-day-nong"_s).body).contains(u"Hotlines"_s));
    }

    void thoseInOfficeStandOnThePageOfLeaders_data() { TemporaryDatabase::addEngines(); }
    void thoseInOfficeStandOnThePageOfLeaders()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        SiteServer server(room);
        const Noun officials{u"official"_s};
        const auto add = [&](const QString &name, const QString &post, const QString &place, const QJsonObject &held) {
            return room
                .save(room.newKey(officials),
                      QJsonDocument(QJsonObject{{u"name"_s, name},
                                                {u"post"_s, post},
                                                {u"body"_s, u"committee"_s},
                                                {u"place"_s, place},
                                                {u"held"_s, held},
                                                {u"telephone"_s, u"0233 3828 123"_s},
                                                {u"email"_s, u"chutich@trieuphong.gov.vn"_s}})
                          .toJson(QJsonDocument::Compact))
                .record.has_value();
        };
        QVERIFY(!QString::fromUtf8(server.get(u"/"_s).body).contains(u"/lanh-dao"_s));
        QVERIFY(add(u"Trần Văn Phó"_s, u"Phó Chủ tịch"_s, u"m"_s, {{u"from"_s, u"2020-01-01"_s}}));
        QVERIFY(add(u"Nguyễn Thị Trưởng"_s, u"Chủ tịch"_s, u"c"_s, {{u"from"_s, u"2020-01-01"_s}}));
        QVERIFY(add(u"Lê Cựu"_s, u"Chủ tịch"_s, u"a"_s, {{u"to"_s, u"2019-12-31"_s}}));
        server.services().dropAllPages();
        const QString page = QString::fromUtf8(server.get(u"/lanh-dao"_s).body);
        QVERIFY(page.contains(u"Ủy ban nhân dân"_s));
        QVERIFY(page.indexOf(u"Nguyễn Thị Trưởng"_s) > 0);
        QVERIFY(page.indexOf(u"Nguyễn Thị Trưởng"_s) < page.indexOf(u"Trần Văn Phó"_s));
        QVERIFY(!page.contains(u"Lê Cựu"_s));
        QVERIFY(page.contains(u"mailto:chutich@trieuphong.gov.vn"_s));
        QCOMPARE(server.get(u"/lanh-dao?trang=2"_s).status, 404);
        QVERIFY(QString::fromUtf8(server.get(u"/en/lanh-dao"_s).body).contains(u"Officials"_s));
        for (const QString &from : {u"/"_s, u"/so-do-trang"_s, u"/sitemap.xml"_s})
            QVERIFY2(QString::fromUtf8(server.get(from).body).contains(u"/lanh-dao"_s), qPrintable(from));
    }

    // Another description, another table, filled beside the one that is read; what comes meanwhile stands in both.
    void isListedByItsOldDescriptionUntilTheNewListIsWhole_data() { TemporaryDatabase::addEngines(); }
    void isListedByItsOldDescriptionUntilTheNewListIsWhole()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        QVERIFY(room.define(hotlines(), 0, room.administrator));
        QVERIFY(room.fillAll());
        constexpr int count = 700;
        for (int i = 0; i < count; ++i)
            QVERIFY(room.save(room.newKey(hotline), hotlineContent(u"Số %1"_s.arg(i), QString::number(i))).record);
        Register other = hotlines();
        other.facets = {};
        other.list = {u"number"_s};
        QVERIFY(room.define(other, 1, room.administrator));
        const auto countIn = [&](Face face) {
            return readIn(room.database(),
                          [&](Transaction &transaction) -> Result<std::pair<qint64, QStringList>> {
                              EntryStore entries(transaction);
                              auto projection = entries.readable(hotline, face);
                              if (!projection || !*projection)
                                  return Error{ErrorCode::NotFound, u"projection"_s, {}};
                              auto all = entries.count(**projection, {.states = EntryFilter::States::All});
                              if (!all)
                                  return all.error();
                              return std::pair(*all, (*projection)->described().list);
                          })
                .value();
        };
        QCOMPARE(countIn(Face::Board), (std::pair<qint64, QStringList>(count, {u"number"_s, u"unit"_s})));
        QVERIFY(*fillProjections(room.database()));
        QVERIFY(room.save(room.newKey(hotline), hotlineContent(u"Mới"_s, u"mới 1"_s)).refusal);
        const Key later = room.newKey(hotline);
        QVERIFY(room.save(later, hotlineContent(u"Mới"_s, u"99 99"_s)).record);
        QCOMPARE(countIn(Face::Public).first, qint64(count + 1));
        QVERIFY(room.fillAll());
        for (const Face face : {Face::Board, Face::Public})
            QCOMPARE(countIn(face), (std::pair<qint64, QStringList>(count + 1, {u"number"_s})));
        QVERIFY(dropOldProjections(room.database()));
        QCOMPARE(countIn(Face::Board).first, qint64(count + 1));
        QVERIFY(verifyNewsroom(room.database()));
    }

    void whatReadersHaveIsWhatTheRecordSays()
    {
        Room room(Engine::Sqlite);
        const Key key = room.newKey(linkNoun);
        QVERIFY(room.link(key, u"Một"_s, u"/a"_s).record);
        QVERIFY(verifyNewsroom(room.database()));
        const auto spoil = [&](const std::string &sql) {
            auto transaction = Transaction::begin(room.database(), Access::Write);
            if (!transaction->execute(sql) || !transaction->commit())
                qFatal("the database was not to be spoilt");
            return verifyNewsroom(room.database());
        };
        const std::string table = readIn(room.database(), [](Transaction &transaction) -> Result<std::string> {
                                      return EntryStore(transaction).readable(linkNoun, Face::Public).value()->table();
                                  }).value();
        QCOMPARE(spoil("UPDATE " + table + " SET content = '{}', packed = NULL").error().subject, u"entry.public"_s);
        QVERIFY(room.link(key, u"Hai"_s, u"/a"_s, {}, 1).record);
        QVERIFY(verifyNewsroom(room.database()));
        QCOMPARE(spoil("UPDATE revisions SET content = '{}', packed = NULL WHERE version = 2 AND record_id = '"
                       + key.id.toText().toStdString() + "'")
                     .error()
                     .subject,
                 u"record.contentHash"_s);
    }

    // Each is what the description names, and of its kind.
    void structsFitTheirDescriptions()
    {
        EntryFieldCheck check(registers::link());
        WebLink link;
        link.fields(check);
        QCOMPARE(check.misfits().join(u' '), QString());
        EntryFieldCheck ofOfficials(registers::official());
        Officeholder official;
        official.fields(ofOfficials);
        QCOMPARE(ofOfficials.misfits().join(u' '), QString());
        QCOMPARE(QString::fromLatin1(WebLink::noun), toText(registers::link().noun));
        const WebLink read = readEntry<WebLink>(
            R"({"title":"A","address":7,"shown":{"from":"2026-02-30","to":"2026-03-01"},"group":["x"]})");
        QCOMPARE(read.title, u"A"_s);
        QVERIFY(read.address.isEmpty() && read.group.isEmpty());
        QVERIFY(read.shown.holds(QDate(2026, 3, 1)) && !read.shown.holds(QDate(2026, 3, 2)));
    }
};

QTEST_GUILESS_MAIN(TestRegisters)
#include "tst_registers.moc"
