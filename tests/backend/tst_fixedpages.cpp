// Fixed pages from the first save to a reader: the chain of a register with review, what readers have meanwhile, where
// a page stands.
#include "backend/RegisterUpkeep.h"
#include "backend/SiteServer.h"
#include "backend/Verify.h"
#include "base/Log.h"
#include "document/Builders.h"
#include "domain/registers/FixedPageEntry.h"
#include "domain/registers/Page.h"
#include "storage/ChangeStore.h"
#include "storage/MediaStore.h"
#include "storage/PublicEntries.h"

#include <QTest>

using namespace toasoan;
using namespace toasoan::document::build;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Noun pageNoun{u"page"_s};

QJsonObject bodyOf(const QList<document::Node> &blocks)
{
    return QJsonDocument::fromJson(document::toJson(doc(blocks))).object();
}

QJsonObject bodyOf(const QString &text)
{
    return bodyOf({p(text)});
}

QByteArray contentOf(const QString &title, const QString &address, const QJsonObject &more = {})
{
    QJsonObject says = more;
    says.insert(u"title"_s, title);
    says.insert(u"address"_s, address);
    return QJsonDocument(says).toJson(QJsonDocument::Compact);
}

class Room : public Newsroom
{
public:
    explicit Room(Engine engine) : Newsroom(engine)
    {
        ready = ready && bringRegistersUp(database(), clock, dice).ok();
        deputy = add(u"phoban"_s, Role::DeputyChair);
    }

    Key newKey() { return {.noun = pageNoun, .id = RecordId::create(clock, dice)}; }

    CommandAnswer give(const Actor &actor, const Command &command)
    {
        clock.advance(1s);
        auto answer = runCommand(database(), clock, actor, envelope(command));
        return answer ? *std::move(answer)
                      : CommandAnswer{.body = {}, .head = {}, .refusal = answer.error(), .record = {}};
    }
    CommandAnswer save(const Actor &actor, const Key &key, const QByteArray &content, Version base = 0)
    {
        return give(actor, Save{.target = key, .base = base, .content = content});
    }
    CommandAnswer submit(const Actor &actor, const Key &key, Version version)
    {
        return give(actor, Submit{.target = key, .version = version, .stateSecret = StateSecret::ConfirmedNone});
    }
    CommandAnswer move(const Actor &actor, const Key &key, Version version, Step step, const QString &reason = {})
    {
        return give(actor, Move{.target = key, .version = version, .step = step, .reason = reason});
    }
    CommandAnswer approve(const Actor &actor, const Key &key, Version version)
    {
        const auto head = readIn(
            database(), [&](Transaction &transaction) { return RecordStore(transaction).version(key.id, version); });
        const QString hash = head ? head->contentHash : QString();
        return give(actor, Approve{.target = key, .version = version, .contentHash = hash, .note = {}});
    }
    CommandAnswer publish(const Actor &actor, const Key &key, Version version)
    {
        return give(actor, Publish{.target = key, .version = version});
    }
    /// Written by the reporter, approved by the chair; null id where one of the steps was refused.
    Key published(const QByteArray &content)
    {
        const Key key = newKey();
        const bool isThere = save(reporter, key, content).record && submit(reporter, key, 1).record
            && approve(chair, key, 1).record && publish(secretary, key, 1).record;
        return isThere ? key : Key();
    }
    void upload(MediaId id, const Actor &by)
    {
        const Media media{.id = id,
                          .sha256 = QString(64, u'a'),
                          .format = u"jpeg"_s,
                          .width = 800,
                          .height = 600,
                          .size = 100,
                          .name = u"tru-so.jpg"_s,
                          .uploadedBy = by.user,
                          .createdAt = clock.now()};
        auto transaction = Transaction::begin(database(), Access::Write);
        QVERIFY(MediaStore(*transaction).put(media));
        QVERIFY(ChangeStore(*transaction).add(nouns::media, id.toText(), clock.now()));
        QVERIFY(transaction->commit());
    }
    bool isPublicPicture(MediaId id)
    {
        return readIn(database(), [&](Transaction &transaction) { return EntryStore(transaction).isPublicPicture(id); })
            .value();
    }
    /// What readers have is made anew, as after another description.
    void refill()
    {
        auto transaction = Transaction::begin(database(), Access::Write);
        QVERIFY(EntryStore(*transaction).drop(pageNoun, Face::Public));
        QVERIFY(transaction->commit());
        QVERIFY(bringRegistersUp(database(), clock, dice));
    }

    Actor deputy;
};

QString subjectOf(const CommandAnswer &answer)
{
    return answer.refusal ? answer.refusal->subject : u"done"_s;
}

QString textAt(SiteServer &server, const QString &path, int status = 200)
{
    server.services().dropAllPages();
    const auto answer = server.get(path);
    return answer.status == status ? QString::fromUtf8(answer.body) : u"status %1"_s.arg(answer.status);
}

int statusAt(SiteServer &server, const QString &path)
{
    server.services().dropAllPages();
    return server.get(path).status;
}

} // namespace

class TestFixedPages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { setLogLevel(LogLevel::Error); }

    void isReadersOnceItIsApprovedAndPublished_data() { TemporaryDatabase::addEngines(); }
    void isReadersOnceItIsApprovedAndPublished()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        QVERIFY(room.ready);
        SiteServer server(room);
        const Key key = room.newKey();
        const QJsonObject more{{u"summary"_s, u"Xã ven sông <Thạch Hãn>"_s},
                               {u"menu"_s, true},
                               {u"body"_s, bodyOf(u"Xã có chín thôn."_s)}};
        QVERIFY(room.save(room.reporter, key, contentOf(u"Giới thiệu"_s, u"gioi-thieu"_s, more)).record);
        QCOMPARE(statusAt(server, u"/gioi-thieu"_s), 404);
        QCOMPARE(subjectOf(room.give(room.reporter, Submit{.target = key, .version = 1})), u"article.stateSecret"_s);
        QCOMPARE(subjectOf(room.publish(room.secretary, key, 1)), u"article"_s); // nobody else sees his draft
        QVERIFY(room.submit(room.reporter, key, 1).record);
        QCOMPARE(subjectOf(room.publish(room.secretary, key, 1)), u"article.state"_s);
        QVERIFY(room.approve(room.chair, key, 1).record);
        QCOMPARE(statusAt(server, u"/gioi-thieu"_s), 404);
        QVERIFY(!textAt(server, u"/"_s).contains(u"gioi-thieu"_s));
        QVERIFY(room.publish(room.secretary, key, 1).record);

        const QString page = textAt(server, u"/gioi-thieu"_s);
        QVERIFY2(page.contains(u"Xã có chín thôn."_s), qPrintable(page.left(200)));
        QVERIFY(page.contains(u"Xã ven sông &lt;Thạch Hãn&gt;"_s));
        QVERIFY(page.contains(u"<h1 class=\"item-title\">Giới thiệu</h1>"_s));
        QVERIFY(page.contains(u"<link rel=\"canonical\" href=\"http://127.0.0.1/gioi-thieu\">"_s));
        for (const QString &from : {u"/"_s, u"/tin-tuc"_s, u"/so-do-trang"_s, u"/sitemap.xml"_s})
            QVERIFY2(textAt(server, from).contains(u"/gioi-thieu"_s), qPrintable(from));
        QVERIFY(!textAt(server, u"/rss.xml"_s).contains(u"gioi-thieu"_s));
        // Other spellings lead there, other pages of it there are none.
        QCOMPARE(server.get(u"/Gioi-Thieu/"_s).location(), "/gioi-thieu");
        QCOMPARE(statusAt(server, u"/gioi-thieu?trang=2"_s), 404);
        QVERIFY(verifyNewsroom(room.database()));
    }

    void anApprovalIsOfOneText_data() { TemporaryDatabase::addEngines(); }
    void anApprovalIsOfOneText()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        const Key key = room.newKey();
        QVERIFY(room.save(room.reporter, key, contentOf(u"Liên hệ"_s, u"lien-he"_s)).record);
        QVERIFY(room.submit(room.reporter, key, 1).record);
        QCOMPARE(subjectOf(room.approve(room.secretary, key, 1)), u"article.step"_s);
        QCOMPARE(subjectOf(room.give(
                     room.chair, Approve{.target = key, .version = 1, .contentHash = QString(64, u'0'), .note = {}})),
                 u"article.contentHash"_s);
        // Somebody changes it while the chair reads.
        QVERIFY(room.save(room.secretary, key, contentOf(u"Liên hệ, góp ý"_s, u"lien-he"_s), 1).record);
        QCOMPARE(subjectOf(room.approve(room.chair, key, 1)), u"article.version"_s);
        QVERIFY(room.approve(room.chair, key, 2).record);
        QCOMPARE(subjectOf(room.approve(room.chair, key, 2)), u"article.state"_s);
        QVERIFY(room.publish(room.secretary, key, 2).record);
        QVERIFY(verifyNewsroom(room.database()));

        // Nobody approves his own.
        const Key own = room.newKey();
        QVERIFY(room.save(room.chair, own, contentOf(u"Sơ đồ"_s, u"so-do"_s)).record);
        QVERIFY(room.submit(room.chair, own, 1).record);
        QCOMPARE(subjectOf(room.approve(room.chair, own, 1)), u"article.step"_s);
        QVERIFY(room.approve(room.deputy, own, 1).record);
        // What is sent back is not published.
        QCOMPARE(subjectOf(room.move(room.secretary, own, 1, Step::ReturnToEditor)), u"article.reason"_s);
        QVERIFY(room.move(room.secretary, own, 1, Step::ReturnToEditor, u"Thiếu ảnh"_s).record);
        QCOMPARE(subjectOf(room.publish(room.secretary, own, 1)), u"article.state"_s);
    }

    void readersKeepTheirsWhileTheNextIsWritten_data() { TemporaryDatabase::addEngines(); }
    void readersKeepTheirsWhileTheNextIsWritten()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        SiteServer server(room);
        const auto content = [](const QString &words) {
            return contentOf(u"Giới thiệu"_s, u"gioi-thieu"_s, {{u"body"_s, bodyOf(words)}});
        };
        const Key key = room.published(content(u"Chín thôn."_s));
        QVERIFY(!key.id.isNull());
        QVERIFY(room.move(room.editor, key, 1, Step::Correct).record);
        QVERIFY(room.save(room.editor, key, content(u"Mười thôn."_s), 1).record);
        for (int round = 0; round < 2; ++round) {
            QVERIFY(textAt(server, u"/gioi-thieu"_s).contains(u"Chín thôn."_s));
            QVERIFY(verifyNewsroom(room.database()));
            room.refill();
        }
        // It can be taken down at once, wherever its next version stands.
        QCOMPARE(subjectOf(room.give(room.chair, Unpublish{.target = key, .version = 2, .reason = {}})),
                 u"article.reason"_s);
        QVERIFY(room.give(room.chair, Unpublish{.target = key, .version = 1, .reason = u"Sai"_s}).record);
        QCOMPARE(statusAt(server, u"/gioi-thieu"_s), 410);
        QCOMPARE(statusAt(server, u"/chua-co"_s), 404); // the one is not taken for the other
        QCOMPARE(server.get(u"/gioi-thieu"_s).status, 410);
        QVERIFY(!textAt(server, u"/sitemap.xml"_s).contains(u"gioi-thieu"_s));
        QVERIFY(verifyNewsroom(room.database()));
        room.refill();
        QCOMPARE(statusAt(server, u"/gioi-thieu"_s), 410);

        QVERIFY(room.move(room.editor, key, 2, Step::Correct).record);
        QVERIFY(room.move(room.editor, key, 2, Step::RequestApproval).record);
        QVERIFY(room.approve(room.chair, key, 2).record);
        QCOMPARE(statusAt(server, u"/gioi-thieu"_s), 410);
        const auto published = room.publish(room.chair, key, 2);
        QVERIFY(published.record);
        QVERIFY(textAt(server, u"/gioi-thieu"_s).contains(u"Mười thôn."_s));
        QVERIFY(verifyNewsroom(room.database()));
    }

    // What the server itself has done is on its pages with the next request.
    void whatIsPublishedIsInTheMenuAtOnce()
    {
        Room room(Engine::Sqlite);
        SiteServer server(room);
        QVERIFY(!QString::fromUtf8(server.get(u"/"_s).body).contains(u"/gioi-thieu"_s));
        const Key key = room.newKey();
        QVERIFY(room.save(room.reporter, key, contentOf(u"Giới thiệu"_s, u"gioi-thieu"_s, {{u"menu"_s, true}})).record);
        QVERIFY(room.submit(room.reporter, key, 1).record);
        QVERIFY(room.approve(room.chair, key, 1).record);
        server.services().announce(room.publish(room.chair, key, 1), Step::Publish);
        QVERIFY(QString::fromUtf8(server.get(u"/"_s).body).contains(u"/gioi-thieu"_s));
        const auto down = room.give(room.chair, Unpublish{.target = key, .version = 1, .reason = u"Sai"_s});
        server.services().announce(down, Step::Unpublish);
        QVERIFY(!QString::fromUtf8(server.get(u"/"_s).body).contains(u"/gioi-thieu"_s));
    }

    void aPictureIsReadersAsLongAsTheirTextShowsIt_data() { TemporaryDatabase::addEngines(); }
    void aPictureIsReadersAsLongAsTheirTextShowsIt()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        SiteServer server(room);
        const auto media = MediaId::create(room.clock, room.dice);
        const QByteArray with = contentOf(
            u"Giới thiệu"_s, u"gioi-thieu"_s,
            {{u"body"_s, bodyOf({p(u"Trụ sở:"_s), figure(media.toText(), u"Trụ sở"_s, {}, u"Trụ sở xã"_s)})}});
        const Key key = room.newKey();
        QVERIFY(room.save(room.reporter, key, with).record);
        QVERIFY(room.submit(room.reporter, key, 1).record);
        QCOMPARE(subjectOf(room.approve(room.chair, key, 1)), u"article.pictures"_s);
        room.upload(media, room.reporter);
        QVERIFY(room.approve(room.chair, key, 1).record);
        QVERIFY(!room.isPublicPicture(media));
        QVERIFY(room.publish(room.chair, key, 1).record);
        QVERIFY(room.isPublicPicture(media));
        const QString page = textAt(server, u"/gioi-thieu"_s);
        QVERIFY(page.contains(u"/anh/"_s + media.toText()));
        QVERIFY(page.contains(u"alt=\"Trụ sở xã\""_s));
        // The next version does without it, and names its id in words, which is no picture.
        QVERIFY(room.move(room.editor, key, 1, Step::Correct).record);
        QVERIFY(room.save(room.editor, key,
                          contentOf(u"Giới thiệu"_s, u"gioi-thieu"_s, {{u"body"_s, bodyOf(media.toText())}}), 1)
                    .record);
        QVERIFY(room.isPublicPicture(media));
        QVERIFY(room.move(room.editor, key, 2, Step::RequestApproval).record);
        QVERIFY(room.approve(room.chair, key, 2).record);
        QVERIFY(room.publish(room.chair, key, 2).record);
        QVERIFY(!room.isPublicPicture(media));
        QVERIFY(verifyNewsroom(room.database()));
    }

    void anAddressIsOnesAlone_data() { TemporaryDatabase::addEngines(); }
    void anAddressIsOnesAlone()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        const auto refusalOf = [&room](const QString &address) {
            const auto answer = room.save(room.reporter, room.newKey(), contentOf(u"Trang"_s, address));
            return answer.refusal ? answer.refusal->subject + u": "_s + answer.refusal->detail : QString();
        };
        for (const QString &taken : {u"tin-tuc"_s, u"tim-kiem"_s, u"so-do-trang"_s, u"lanh-dao"_s, u"api"_s, u"en"_s})
            QCOMPARE(refusalOf(taken), u"entry.address: an address of the portal"_s);
        QCOMPARE(refusalOf(u"Gioi thieu"_s), u"entry.address: not of the pattern"_s);
        QCOMPARE(refusalOf(u"lien-he"_s), QString());
        QCOMPARE(refusalOf(u"lien-he"_s), u"entry.key.address: Trang"_s);
        // A section that came later has the address, and its page needs another before it is published again.
        const Key key = room.published(contentOf(u"Văn hóa"_s, u"van-hoa"_s));
        SiteServer server(room);
        QCOMPARE(statusAt(server, u"/van-hoa"_s), 200);
        const AddSection section{.target = SectionId::create(room.clock, room.dice),
                                 .name = u"Văn hóa xã hội"_s,
                                 .nameEnglish = {},
                                 .slug = u"van-hoa"_s};
        QVERIFY(room.administer(section));
        QVERIFY(textAt(server, u"/van-hoa"_s).contains(u"Văn hóa xã hội</h1>"_s));
        QVERIFY(room.move(room.editor, key, 1, Step::Correct).record);
        QVERIFY(room.save(room.editor, key, contentOf(u"Văn hóa làng"_s, u"van-hoa"_s), 1).record);
        QCOMPARE(subjectOf(room.move(room.editor, key, 2, Step::RequestApproval)), u"entry.address"_s);
        QVERIFY(room.save(room.editor, key, contentOf(u"Văn hóa làng"_s, u"van-hoa-lang"_s), 2).record);
        QVERIFY(room.move(room.editor, key, 3, Step::RequestApproval).record);
    }

    // An address that the next version of a page gives up is its own until that is published.
    void anAddressIsFreeOnceReadersHaveItNoMore_data() { TemporaryDatabase::addEngines(); }
    void anAddressIsFreeOnceReadersHaveItNoMore()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        const Key first = room.published(contentOf(u"Lịch tiếp dân"_s, u"tiep-dan"_s));
        QVERIFY(room.move(room.editor, first, 1, Step::Correct).record);
        QVERIFY(room.save(room.editor, first, contentOf(u"Lịch tiếp dân"_s, u"lich-tiep-dan"_s), 1).record);
        const Key second = room.newKey();
        QVERIFY(room.save(room.reporter, second, contentOf(u"Tiếp dân"_s, u"tiep-dan"_s)).record);
        QVERIFY(room.submit(room.reporter, second, 1).record);
        QVERIFY(room.approve(room.chair, second, 1).record);
        const auto early = room.publish(room.secretary, second, 1);
        QCOMPARE(subjectOf(early), u"entry.key.address"_s);
        QCOMPARE(early.refusal->detail, u"Lịch tiếp dân"_s);
        QVERIFY(room.move(room.editor, first, 2, Step::RequestApproval).record);
        QVERIFY(room.approve(room.chair, first, 2).record);
        QVERIFY(room.publish(room.secretary, first, 2).record);
        QVERIFY(room.publish(room.secretary, second, 1).record);
        QVERIFY(verifyNewsroom(room.database()));
    }

    void whatCannotStandIsRefused()
    {
        Room room(Engine::Sqlite);
        const Key first = room.newKey(), second = room.newKey();
        const auto under = [](const QString &title, const QString &address, const Key &parent) {
            return contentOf(title, address, {{u"parent"_s, parent.id.toText()}});
        };
        QVERIFY(room.save(room.reporter, first, contentOf(u"Một"_s, u"mot"_s)).record);
        QVERIFY(room.save(room.reporter, second, under(u"Hai"_s, u"hai"_s, first)).record);
        const auto ring = room.save(room.reporter, first, under(u"Một"_s, u"mot"_s, second), 1);
        QCOMPARE(subjectOf(ring), u"entry.parent"_s);
        QCOMPARE(ring.refusal->detail, u"a ring"_s);
        QCOMPARE(subjectOf(room.save(room.reporter, first, under(u"Một"_s, u"mot"_s, first), 1)), u"entry.parent"_s);

        QList<document::Node> many;
        for (int i = 0; i < 501; ++i)
            many.append(p(QString(1000, u'a')));
        const auto tooMuch =
            room.save(room.reporter, room.newKey(), contentOf(u"Dài"_s, u"dai"_s, {{u"body"_s, bodyOf(many)}}));
        QCOMPARE(tooMuch.refusal.value_or(Error{}).code, ErrorCode::TooLarge);
        QVERIFY2(tooMuch.refusal->subject.startsWith(u"entry.body"_s), qPrintable(tooMuch.refusal->subject));
        const QJsonObject later{{u"type"_s, u"doc"_s},
                                {u"content"_s, QJsonArray{QJsonObject{{u"type"_s, u"timeline"_s}}}}};
        const auto unknown =
            room.save(room.reporter, room.newKey(), contentOf(u"Mới"_s, u"moi"_s, {{u"body"_s, later}}));
        QCOMPARE(unknown.refusal.value_or(Error{}).code, ErrorCode::Unsupported);
    }

    // The menu, what stands beside a page and above it, and the other language.
    void standsWhereItsTreeSays_data() { TemporaryDatabase::addEngines(); }
    void standsWhereItsTreeSays()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        SiteServer server(room);
        const Key about = room.published(contentOf(u"About the commune"_s, u"about"_s,
                                                   {{u"english"_s, true}, {u"body"_s, bodyOf(u"Nine hamlets."_s)}}));
        const Key top =
            room.published(contentOf(u"Giới thiệu"_s, u"gioi-thieu"_s,
                                     {{u"menu"_s, true}, {u"twin"_s, about.id.toText()}, {u"place"_s, u"c"_s}}));
        const auto below = [&](const QString &title, const QString &address, const QString &place, bool isInMenu) {
            QJsonObject more{{u"parent"_s, top.id.toText()}, {u"place"_s, place}};
            if (isInMenu)
                more.insert(u"menu"_s, true);
            return room.published(contentOf(title, address, more));
        };
        QVERIFY(!below(u"Bộ máy"_s, u"bo-may"_s, u"m"_s, true).id.isNull());
        QVERIFY(!below(u"Lịch sử"_s, u"lich-su"_s, u"f"_s, false).id.isNull());

        const QString page = textAt(server, u"/lich-su"_s);
        QVERIFY(page.contains(u"<li><a href=\"/bo-may\">Bộ máy</a></li>"_s)); // the menu's child, or the sister
        QVERIFY(page.contains(u"<a href=\"/lich-su\" aria-current=\"page\">Lịch sử</a>"_s));
        QVERIFY(page.indexOf(u"<ul class=\"pages\">"_s) > 0);
        const QString sisters = page.mid(page.indexOf(u"<ul class=\"pages\">"_s));
        QVERIFY(sisters.indexOf(u"/lich-su"_s) < sisters.indexOf(u"/bo-may"_s));
        const QString crumbs = page.mid(page.indexOf(u"class=\"breadcrumbs\""_s), 600);
        QVERIFY(crumbs.contains(u"/gioi-thieu"_s));
        // In no other language: it is not said to be its own translation.
        QVERIFY(!page.contains(u"hreflang=\"en\" href=\"http"_s));
        const QString abroad = textAt(server, u"/en/lich-su"_s);
        QVERIFY(abroad.contains(u"This page is available in Vietnamese only."_s));
        QVERIFY(abroad.contains(u"<link rel=\"canonical\" href=\"http://127.0.0.1/lich-su\">"_s));

        const QString vietnamese = textAt(server, u"/gioi-thieu"_s);
        QVERIFY(vietnamese.contains(u"hreflang=\"en\" href=\"http://127.0.0.1/en/about\""_s));
        QVERIFY(vietnamese.contains(u"/lich-su"_s));
        QVERIFY(!vietnamese.contains(u">About the commune<"_s));
        const QString english = textAt(server, u"/en/about"_s);
        QVERIFY(english.contains(u"Nine hamlets."_s));
        QVERIFY(english.contains(u"hreflang=\"vi\" href=\"http://127.0.0.1/gioi-thieu\""_s));
        QVERIFY(!english.contains(u"available in Vietnamese only"_s));
        QVERIFY(textAt(server, u"/en"_s).contains(u"<a href=\"/en/about\"><span>About the commune</span>"_s));
        QCOMPARE(server.get(u"/en/gioi-thieu"_s).location(), "/en/about");
        QCOMPARE(server.get(u"/about"_s).location(), "/en/about");
        const QString map = textAt(server, u"/sitemap.xml"_s);
        QVERIFY(map.contains(u"http://127.0.0.1/en/about<"_s) && map.contains(u"http://127.0.0.1/bo-may<"_s));
    }

    // Published one by one, they can come to stand under each other, which no single save would have allowed.
    void aRingAmongWhatReadersHaveIsCut()
    {
        const auto row = [](const QString &id, const QString &address, const QString &parent) {
            return EntryRow{.id = *RecordId::fromText(id),
                            .state = State::Published,
                            .updatedAt = {},
                            .content = contentOf(address, address, {{u"parent"_s, parent}})};
        };
        const QString one = u"0199a000-0000-7000-8000-000000000001"_s, two = u"0199a000-0000-7000-8000-000000000002"_s;
        const PageTree tree({row(one, u"mot"_s, two), row(two, u"hai"_s, one)});
        QVERIFY(tree.at(u"mot"_s)->parent == tree.at(u"hai"_s));
        QVERIFY(!tree.at(u"hai"_s)->parent);
        QCOMPARE(tree.at(u"hai"_s)->children.size(), std::size_t(1));
        QVERIFY(!tree.at(u"ba"_s));
    }

    void theStructFitsItsDescription()
    {
        EntryFieldCheck check(registers::page());
        FixedPageEntry page;
        page.fields(check);
        QCOMPARE(check.misfits().join(u' '), QString());
        QCOMPARE(QString::fromLatin1(FixedPageEntry::noun), toText(registers::page().noun));
    }
};

QTEST_GUILESS_MAIN(TestFixedPages)
#include "tst_fixedpages.moc"
