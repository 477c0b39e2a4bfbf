// Genres are the board's: named, counted, closed and added by entries; what items say of them is a code that stays.
#include "backend/RegisterRoom.h"
#include "backend/SiteServer.h"
#include "backend/Verify.h"
#include "base/Log.h"
#include "domain/StandardEntries.h"
#include "storage/GenreStore.h"

#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

const Noun genreNoun = nounOf<Genre>();

class Room : public RegisterRoom
{
public:
    using RegisterRoom::RegisterRoom;

    [[nodiscard]] static Key keyOf(const QString &code)
    {
        return {.noun = genreNoun, .id = RecordId{idOfName(u"genre:"_s + code)}};
    }
    [[nodiscard]] Genres genres()
    {
        return *readIn(database(), [](Transaction &transaction) { return readGenres(transaction); });
    }
    /// What the genre says, with these members in place of its own.
    CommandAnswer change(const QString &code, const QJsonObject &members)
    {
        const auto was =
            readIn(database(), [&](Transaction &transaction) { return RecordStore(transaction).full(keyOf(code).id); });
        QJsonObject says = QJsonDocument::fromJson(was->content).object();
        for (auto member = members.begin(); member != members.end(); ++member)
            says.insert(member.key(), member.value());
        return save(keyOf(code), says, was->version);
    }
    CommandAnswer close(const QString &code)
    {
        return give(secretary,
                    Move{.target = keyOf(code), .version = 1, .step = Step::Close, .reason = u"Thôi dùng"_s});
    }
    CommandAnswer write(RecordId id, const QString &genre, const QString &title = u"Một tin"_s, Version base = 0)
    {
        Content said = content(title);
        said.genre = genre;
        return give(reporter, Save{.target = itemKey(id), .base = base, .content = canonicalBytes(said)});
    }
    [[nodiscard]] RecordId newId() { return RecordId::create(clock, dice); }
};

} // namespace

class TestGenres : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { setLogLevel(LogLevel::Error); }

    void aNewsroomBeginsWithTheStandardOnes_data() { TemporaryDatabase::addEngines(); }
    void aNewsroomBeginsWithTheStandardOnes()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        QVERIFY(room.ready);
        QCOMPARE(room.genres(), Genres());
        // What a person has made of them stays when the server starts again.
        QVERIFY(room.change(u"memoir"_s, {{u"name"_s, u"Bút ký"_s}}).record);
        QVERIFY(room.close(u"video"_s).record);
        QVERIFY(bringRegistersUp(room.database(), room.clock, room.dice));
        QCOMPARE(room.genres().nameOf(u"memoir"_s, false), u"Bút ký"_s);
        QVERIFY(room.genres().find(u"video"_s)->isClosed);
        QCOMPARE(room.genres().all().size(), standardGenres().size());
        QVERIFY(verifyNewsroom(room.database()));
    }

    void anItemKeepsItsGenreAndGetsNoneThatIsNotInUse_data() { TemporaryDatabase::addEngines(); }
    void anItemKeepsItsGenreAndGetsNoneThatIsNotInUse()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        const RecordId item = room.newId();
        QVERIFY(room.write(item, u"video"_s).record);
        QVERIFY(room.close(u"video"_s).record);
        QVERIFY(room.write(item, u"video"_s, u"Một tin khác"_s, 1).record);
        const auto none = room.write(room.newId(), u"video"_s);
        QVERIFY(none.refusal);
        QCOMPARE(*none.refusal, (Error{ErrorCode::InvalidInput, u"content.genre"_s, u"video"_s}));
        QCOMPARE(room.write(room.newId(), u"chưa có"_s).refusal->subject, u"content.genre"_s);
        QCOMPARE(room.write(room.newId(), u"podcast"_s).refusal->subject, u"content.genre"_s);
        QVERIFY(room.write(item, u"interview"_s, u"Một tin khác"_s, 2).record);
        QVERIFY(room.write(item, u"video"_s, u"Một tin khác"_s, 3).refusal); // it is not what it was any more

        const Key podcast = room.newKey(genreNoun);
        QVERIFY(
            room.save(podcast,
                      QJsonObject{{u"name"_s, u"Phát thanh"_s}, {u"code"_s, u"podcast"_s}, {u"countsAs"_s, u"none"_s}})
                .record);
        QVERIFY(room.write(room.newId(), u"podcast"_s).record);
        // Two of one code would be one.
        QCOMPARE(room.save(room.newKey(genreNoun),
                           QJsonObject{{u"name"_s, u"Khác"_s}, {u"code"_s, u"podcast"_s}, {u"countsAs"_s, u"none"_s}})
                     .refusal->subject,
                 u"entry.key.code"_s);
        QVERIFY(verifyNewsroom(room.database()));
    }

    void aGenreSaysWhetherABylineIsWanted_data() { TemporaryDatabase::addEngines(); }
    void aGenreSaysWhetherABylineIsWanted()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        QVERIFY(room.administer(SetChecklist{.refusing = {ChecklistRule::BylineMissing}}));
        Content said = room.content(u"Một tin"_s);
        said.genre = u"memoir"_s;
        QCOMPARE(room.approved(said).state, State::Draft); // never came so far
        QVERIFY(room.change(u"memoir"_s, {{u"unsigned"_s, true}}).record);
        QCOMPARE(room.approved(said).state, State::Approved);
    }

    void readersSeeTheNameThatTheBoardGaveIt_data() { TemporaryDatabase::addEngines(); }
    void readersSeeTheNameThatTheBoardGaveIt()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        SiteServer server(room);
        Content said = room.content(u"Chuyện của làng"_s);
        said.genre = u"memoir"_s;
        const Article article = room.published(said);
        const auto page = [&](const QString &before) {
            server.services().dropAllPages();
            return QString::fromUtf8(server.get(before + Room::pathOf(article)).body);
        };
        QVERIFY(page({}).contains(u">Ghi chép<"_s));
        QVERIFY(page(u"/en"_s).contains(u">Field notes<"_s));
        QVERIFY(room.change(u"memoir"_s, {{u"name"_s, u"Bút ký <i>"_s}, {u"nameEnglish"_s, QString()}}).record);
        QVERIFY(page({}).contains(u">Bút ký &lt;i&gt;<"_s));
        QVERIFY(page(u"/en"_s).contains(u">Bút ký &lt;i&gt;<"_s));
        QVERIFY(room.change(u"memoir"_s, {{u"labelled"_s, false}}).record);
        QVERIFY(!page({}).contains(u"Bút ký"_s));
    }
};

QTEST_GUILESS_MAIN(TestGenres)
#include "tst_genres.moc"
