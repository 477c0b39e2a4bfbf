// Settings: each row from its day on, for readers and for the board's checklist.
#include "backend/RegisterRoom.h"
#include "backend/SiteServer.h"
#include "backend/Verify.h"
#include "base/Log.h"
#include "domain/registers/PortalSettings.h"
#include "storage/SettingStore.h"
#include "text/NewsroomZone.h"

#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

template <typename T>
Key keyOf()
{
    return {.noun = nounOf<T>(), .id = RecordId{idOfSingle(nounOf<T>())}};
}

QJsonObject rowFrom(QDate day, QJsonObject cells)
{
    cells.insert(u"row"_s, u"r"_s + day.toString(u"yyyyMMdd000"_s));
    cells.insert(u"from"_s, day.toString(Qt::ISODate));
    return cells;
}

QJsonObject valuesOf(const QJsonArray &rows)
{
    return {{u"values"_s, rows}};
}

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { setLogLevel(LogLevel::Error); }

    void aRowHoldsFromItsDayOnAndChangesWhatItSays()
    {
        const QByteArray content =
            QJsonDocument(valuesOf({rowFrom(QDate(2026, 3, 1), {{u"mostRead"_s, 5}}),
                                    rowFrom(QDate(2026, 1, 1), {{u"mostRead"_s, 10}, {u"itemsPerPage"_s, 30}}),
                                    QJsonObject{{u"feedItems"_s, 7}, {u"itemsPerPage"_s, u"vài"_s}}}))
                .toJson();
        const auto on = [&](int month, int day) {
            return settingsOn<PortalSettings>(content, QDate(2026, month, day));
        };
        QCOMPARE(settingsOn<PortalSettings>(content, QDate(2025, 12, 31)).mostRead, 8);
        QCOMPARE(settingsOn<PortalSettings>(content, QDate(2025, 12, 31)).feedItems, 7); // from the beginning
        QCOMPARE(settingsOn<PortalSettings>(content, QDate(2025, 12, 31)).itemsPerPage, 20); // no number is none
        QCOMPARE(on(1, 1).mostRead, 10);
        QCOMPARE(on(2, 28).itemsPerPage, 30);
        QCOMPARE(on(3, 1).mostRead, 5);
        QCOMPARE(on(3, 1).itemsPerPage, 30); // an empty cell leaves what was
        QCOMPARE(settingsOn<PortalSettings>({}, QDate(2026, 1, 1)).itemsPerPage, 20);
        QCOMPARE(settingsOn<PortalSettings>("{\"values\":3}", QDate(2026, 1, 1)).itemsPerPage, 20);
    }

    void eachStructIsOfItsDescription()
    {
        const auto misfits = []<typename T>(const Register &described, T settings) {
            Register columns;
            columns.fields = described.find(settings::rows)->columns;
            EntryFieldCheck check(columns);
            settings.fields(check);
            return check.misfits();
        };
        QCOMPARE(misfits(registers::reviewSettings(), ReviewSettings()), QStringList());
        QCOMPARE(misfits(registers::portalSettings(), PortalSettings()), QStringList());
    }

    void listsAreAsLongAsTheBoardWantsFromThatDayOn_data() { TemporaryDatabase::addEngines(); }
    void listsAreAsLongAsTheBoardWantsFromThatDayOn()
    {
        QFETCH(Engine, engine);
        RegisterRoom room(engine);
        SiteServer server(room);
        for (int i = 0; i < 8; ++i)
            QVERIFY(room.published(u"Tin số %1"_s.arg(i)).publication);
        const QDate tomorrow = dayIn(room.clock.now(), {}).addDays(1);
        const auto rows = valuesOf({rowFrom(tomorrow, {{u"itemsPerPage"_s, 5}})});
        QVERIFY(room.give(room.chair,
                          Save{.target = keyOf<PortalSettings>(),
                               .base = 1,
                               .content = QJsonDocument(rows).toJson(QJsonDocument::Compact)})
                    .record);
        const auto second = [&] {
            server.services().dropAllPages();
            return server.get(u"/tin-tuc?trang=2"_s).status;
        };
        QCOMPARE(second(), 404);
        room.clock.advance(std::chrono::hours(24));
        QCOMPARE(second(), 200);
        QVERIFY(verifyNewsroom(room.database()));
    }

    void whatIsLongIsForTheBoardToSay_data() { TemporaryDatabase::addEngines(); }
    void whatIsLongIsForTheBoardToSay()
    {
        QFETCH(Engine, engine);
        RegisterRoom room(engine);
        QVERIFY(room.administer(SetChecklist{.refusing = {ChecklistRule::LongTitle}}));
        const QString title = QString(u'a').repeated(70);
        QCOMPARE(room.approved(title).state, State::Approved);
        QVERIFY(room.give(room.chair,
                          Save{.target = keyOf<ReviewSettings>(),
                               .base = 1,
                               .content = R"({"values":[{"longTitle":60,"row":"aaaaaaaaaaaa"}]})"})
                    .record);
        QCOMPARE(room.approved(title).state, State::Draft); // never came so far
        QCOMPARE(room.approved(title.left(60)).state, State::Approved);
    }

    void aSingleRegisterHasItsOneEntry_data() { TemporaryDatabase::addEngines(); }
    void aSingleRegisterHasItsOneEntry()
    {
        QFETCH(Engine, engine);
        RegisterRoom room(engine);
        const auto entry = readIn(room.database(), [](Transaction &transaction) {
            return RecordStore(transaction).full(keyOf<PortalSettings>().id);
        });
        QVERIFY(entry);
        QCOMPARE(entry->title, u"Thiết lập cổng"_s);
        QCOMPARE(entry->version, Version(1));
        const auto save = [&](const Actor &actor, const Key &key, Version base, const QByteArray &content) {
            return room.give(actor, Save{.target = key, .base = base, .content = content});
        };
        const Key another = room.newKey(nounOf<PortalSettings>());
        QCOMPARE(save(room.chair, another, 0, "{}").refusal->subject, u"entry.single"_s);
        QVERIFY(save(room.editor, keyOf<PortalSettings>(), 1, "{}").refusal);
        QCOMPARE(save(room.chair, keyOf<PortalSettings>(), 1, R"({"values":[{"itemsPerPage":1000,"row":"a"}]})")
                     .refusal->detail,
                 u"out of range"_s);
        // Two who begin on the same both have their row.
        QVERIFY(
            save(room.chair, keyOf<PortalSettings>(), 1, R"({"values":[{"mostRead":3,"row":"aaaaaaaaaaaa"}]})").record);
        const auto merged =
            save(room.chair, keyOf<PortalSettings>(), 1, R"({"values":[{"feedItems":50,"row":"bbbbbbbbbbbb"}]})");
        QVERIFY(merged.record);
        const auto now = settingsOn<PortalSettings>(merged.record->content, QDate(2026, 1, 1));
        QCOMPARE(now.mostRead, 3);
        QCOMPARE(now.feedItems, 50);
        for (const auto &read : {readSettings<PortalSettings>, readPublicSettings<PortalSettings>}) {
            const auto settings =
                readIn(room.database(), [&](Transaction &transaction) { return read(transaction, QDate(2026, 1, 1)); });
            QCOMPARE(settings->mostRead, 3);
        }
        QVERIFY(verifyNewsroom(room.database()));
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
