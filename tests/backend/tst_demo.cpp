// The demo newsroom: what a newcomer finds, and that its past is a real one.
#include "backend/Backend.h"
#include "backend/Demo.h"
#include "backend/DemoContent.h"
#include "backend/DemoHistory.h"
#include "backend/NewsroomSetup.h"
#include "backend/Verify.h"
#include "domain/Checklist.h"
#include "domain/Content.h"
#include "domain/registers/FixedPageEntry.h"
#include "portal/Theme.h"
#include "storage/ArticleStore.h"
#include "storage/ChangeStore.h"
#include "storage/MediaStore.h"
#include "storage/NewsroomStore.h"
#include "storage/PublicEntries.h"
#include "storage/PublicationStore.h"
#include "storage/VisitStore.h"
#include "support/TemporaryDatabase.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

class TestDemo : public QObject
{
    Q_OBJECT

private:
    const SystemClock m_clock;
    SystemDice m_dice;
    QTemporaryDir m_folder;
    BackendOptions m_options;
    Instant m_before;
    std::unique_ptr<Database> m_database;
    std::vector<DemoAccount> m_accounts;

    // Every live item with what the public reads of it.
    std::vector<std::pair<PublicItem, Content>> published()
    {
        auto transaction = Transaction::begin(*m_database, Access::Read);
        const PublicationStore publications(*transaction);
        const auto items = publications.newest({}, {}, 100);
        std::vector<std::pair<PublicItem, Content>> all;
        for (const PublicItem &item : *items)
            all.emplace_back(item, *publications.content(item));
        return all;
    }

    // A demo as it would be made at `now`, without a newsroom.
    Result<DemoContent> demoAt(const char *now)
    {
        const DemoClock clock(
            fromMilliseconds(QDateTime::fromString(QLatin1StringView(now), Qt::ISODate).toMSecsSinceEpoch()));
        std::vector<Section> sections;
        for (const char *slug :
             {"tin-tuc", "chinh-tri", "kinh-te", "van-hoa-xa-hoi", "an-ninh-quoc-phong", "thong-bao"})
            sections.push_back({.id = SectionId::create(clock, m_dice),
                                .slug = QString::fromUtf8(slug),
                                .name = {},
                                .nameEnglish = {},
                                .position = 1});
        return readDemo(clock, m_dice, sections);
    }

    static QDate dayOf(const DemoContent &demo, const QString &title)
    {
        const auto item =
            std::ranges::find_if(demo.items, [&](const DemoItem &one) { return one.content.title.startsWith(title); });
        if (item == demo.items.end())
            return {};
        return QDateTime::fromMSecsSinceEpoch(toMilliseconds(item->at), QTimeZone("Asia/Ho_Chi_Minh")).date();
    }

private slots:
    void initTestCase()
    {
        m_options.folder = m_folder.path();
        m_before = m_clock.now();
        auto database = Database::open(newsroomLocation(m_options));
        QVERIFY(database.ok());
        m_database = *std::move(database);
        QVERIFY(migrateNewsroom(*m_database, m_clock, m_dice).ok());
        const auto accounts = makeDemo(m_options, m_clock, m_dice);
        if (!accounts)
            qFatal("%s: %s", qPrintable(accounts.error().subject), qPrintable(accounts.error().detail));
        m_accounts = *accounts;
    }

    // In the order of the chain; whoever tries the newsroom has nothing to do as its administrator.
    void eachPostHasAnAccountAndTheAdministratorComesLast()
    {
        QStringList logins;
        for (const DemoAccount &account : m_accounts)
            logins.append(account.login);
        QCOMPARE(logins, u"phongvien bientap thuky truongban phoban quantri"_s.split(u' '));
        QCOMPARE(m_accounts.front().role, Role::Reporter);
        QCOMPARE(m_accounts.back().role, Role::Administrator);
    }

    void everythingHolds()
    {
        const auto sound = verifyNewsroom(*m_database);
        QVERIFY2(sound.ok(), sound ? "" : qPrintable(sound.error().subject));
    }

    void aSecondDemoIsRefused()
    {
        const auto again = makeDemo(m_options, m_clock, m_dice);
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Conflict);
    }

    void theBoardsOwnItemStandsWithItsHourAndItsPictures()
    {
        auto transaction = Transaction::begin(*m_database, Access::Read);
        const PublicationStore publications(*transaction);
        const auto first = publications.find(1);
        QVERIFY(first.ok());
        QCOMPARE(toMilliseconds(first->firstAt), 1696238414000); // 16:20:14 on 2-10-2023
        QVERIFY(first->title.startsWith(u"Ban Biên tập Cổng thông tin điện tử huyện họp"_s));
        const auto content = publications.content(*first);
        QVERIFY(content.ok());
        for (const char *name : {"figcaption", "credit", "\"alt\""})
            QCOMPARE(content->body.count(name), 3);
    }

    // The invented ones neither name an authority that there was nor borrow the name of who wrote the real one.
    void onlyTheItemMovedInNamesRealPlacesAndPersons()
    {
        const auto all = published();
        QVERIFY(all.size() > 15);
        const QRegularExpression real(
            u"\\b(Thu Hiền|Triệu Phong|Thạch Hãn|[Hh]uyện|thị trấn|tổ dân phố|Nguyễn Thành|Trần Bình)\\b"_s,
            QRegularExpression::UseUnicodePropertiesOption);
        for (const auto &[item, content] : all) {
            const QString bylines = content.bylines.empty() ? QString() : content.bylines.front().name;
            if (item.number == 1) {
                QCOMPARE(bylines, u"Thu Hiền"_s);
                QVERIFY(content.source.contains(u"Triệu Phong"_s));
                continue;
            }
            const QString text = QStringList{content.title,
                                             content.lead,
                                             content.source,
                                             content.tags.join(u' '),
                                             QString::fromUtf8(content.body),
                                             bylines}
                                     .join(u'\n');
            const auto match = real.match(text);
            QVERIFY2(!match.hasMatch(), qPrintable(content.title + u": "_s + match.captured()));
        }
    }

    void whatIsPublishedLacksNothingThatTheChecklistAsksFor()
    {
        ChecklistPolicy strict;
        strict.refusing.assign(allChecklistRules.begin(), allChecklistRules.end());
        for (const auto &[item, content] : published()) {
            const auto approvable = checkApprovable(content, strict);
            QVERIFY2(approvable.ok(), qPrintable(content.title + (approvable ? u""_s : approvable.error().detail)));
        }
    }

    void theSiteNamesItsPlaceItsAgencyAndThatItIsSampleData()
    {
        auto transaction = Transaction::begin(*m_database, Access::Read);
        const auto site = NewsroomStore(*transaction).site(m_clock.now());
        QVERIFY(site.ok());
        QCOMPARE(site->place, u"Xã Bình Minh"_s);
        QCOMPARE(site->agency, u"Ủy ban nhân dân xã Bình Minh"_s);
        QVERIFY(site->licence.contains(u"Dữ liệu mẫu"_s));
        QVERIFY(site->licenceEnglish.contains(u"Sample data"_s));
    }

    // Whenever the demo is made, nothing of it lies ahead, and the storm drill is held before the storms.
    void whatBelongsToASeasonStandsAtItsSeason_data()
    {
        QTest::addColumn<QByteArray>("now");
        QTest::addColumn<QDate>("drill");
        QTest::addColumn<QDate>("moon");
        QTest::newRow("autumn") << QByteArray("2026-11-28T17:00:00Z") << QDate(2026, 8, 20) << QDate(2026, 9, 25);
        QTest::newRow("spring") << QByteArray("2026-03-01T02:00:00Z") << QDate(2025, 8, 20) << QDate(2025, 10, 6);
        QTest::newRow("that very day") << QByteArray("2026-08-20T02:00:00Z") << QDate(2025, 8, 20)
                                       << QDate(2025, 10, 6);
        QTest::newRow("past midnight there")
            << QByteArray("2026-08-20T17:30:00Z") << QDate(2026, 8, 20) << QDate(2025, 10, 6);
        QTest::newRow("the moon's own day")
            << QByteArray("2027-09-15T12:00:00Z") << QDate(2027, 8, 20) << QDate(2026, 9, 25);
    }
    void whatBelongsToASeasonStandsAtItsSeason()
    {
        QFETCH(QByteArray, now);
        QFETCH(QDate, drill);
        QFETCH(QDate, moon);
        const auto demo = demoAt(now.constData());
        QVERIFY(demo.ok());
        QCOMPARE(dayOf(*demo, u"Diễn tập"_s), drill);
        QCOMPARE(dayOf(*demo, u"Đêm Trung thu"_s), moon);
        QVERIFY(dayOf(*demo, u"Thêm hơn 40 ha"_s).month() == 11);
        const Instant end =
            fromMilliseconds(QDateTime::fromString(QString::fromLatin1(now), Qt::ISODate).toMSecsSinceEpoch());
        for (const DemoItem &item : demo->items) {
            QVERIFY2(item.at < end, qPrintable(item.content.title));
            QVERIFY2(!item.content.body.contains("{day"), qPrintable(item.content.title));
        }
    }

    void aNoticeTellsTheDateThatItIsAbout()
    {
        const auto demo = demoAt("2026-11-28T17:00:00Z"); // 29-11 there, four days after the notice of the 25th
        QVERIFY(demo.ok());
        const auto notice = std::ranges::find_if(
            demo->items, [](const DemoItem &one) { return one.content.title.contains(u"cung cấp điện"_s); });
        QVERIFY(notice != demo->items.end());
        QVERIFY2(notice->content.lead.endsWith(u"trong ngày 2/12/2026."_s), qPrintable(notice->content.lead));
        QVERIFY(notice->content.body.contains("Ngày 2/12/2026, từ 6 giờ"));
    }

    void everySectionHasItems()
    {
        auto transaction = Transaction::begin(*m_database, Access::Read);
        const auto sections = NewsroomStore(*transaction).sections();
        QCOMPARE(sections->size(), std::size_t(6));
        for (const Section &section : *sections)
            QVERIFY2(*PublicationStore(*transaction).count(section.id) >= 2, qPrintable(section.slug));
    }

    void theDeskHasWorkInEveryStateThatItShows()
    {
        auto transaction = Transaction::begin(*m_database, Access::Read);
        const ArticleStore articles(*transaction);
        for (const State state : {State::Draft, State::Submitted, State::AwaitingApproval, State::Returned,
                                  State::Scheduled, State::Published, State::Unpublished}) {
            const auto rows = articles.list({.state = state, .section = {}, .author = {}, .titleContains = {}}, {}, 50);
            QVERIFY2(rows.ok() && !rows->isEmpty(), qPrintable(toText(state)));
            const auto one = articles.find(rows->first().id);
            if (state == State::AwaitingApproval)
                QVERIFY(one->version >= 2);
            if (state == State::Returned || state == State::Unpublished)
                QVERIFY(!one->reason.isEmpty());
            if (state == State::Scheduled)
                QVERIFY(*one->scheduledAt > m_before);
        }
    }

    void itsPastIsInOrderAndOver()
    {
        auto transaction = Transaction::begin(*m_database, Access::Read);
        const auto lines = ChangeStore(*transaction).audit(0, 1000);
        QVERIFY(lines.ok() && lines->size() > 100);
        QVERIFY(std::ranges::is_sorted(*lines, std::less(), &AuditLine::at));
        QVERIFY(lines->back().at <= m_clock.now());
    }

    void theCommuneSaysWhatItIs()
    {
        auto transaction = Transaction::begin(*m_database, Access::Read);
        const auto pages = PublicEntries(*transaction).all<FixedPageEntry>(10);
        QVERIFY(pages);
        QStringList addresses;
        for (const FixedPageEntry &page : *pages)
            addresses.append(page.address);
        QCOMPARE(addresses, (QStringList{u"about"_s, u"gioi-thieu"_s, u"chuc-nang-nhiem-vu"_s, u"tiep-cong-dan"_s}));
        QVERIFY(pages->at(0).isEnglish && pages->at(1).twin && pages->at(2).parent);
    }

    void itsPicturesAreReal()
    {
        auto transaction = Transaction::begin(*m_database, Access::Read);
        const auto media = MediaStore(*transaction).all();
        QCOMPARE(media->size(), std::size_t(15));
        for (const Media &picture : *media) {
            QCOMPARE(picture.format, u"jpeg"_s);
            QVERIFY(QFile::exists(m_folder.filePath(u"media/%1/%2"_s.arg(picture.sha256.left(2), picture.sha256))));
        }
    }

    void visitsOfItsPastAreInTheLedgerAndTodayIsUntouched()
    {
        const auto visits = openVisits(visitsLocation(m_options), m_clock);
        QVERIFY(visits.ok());
        auto transaction = Transaction::begin(**visits, Access::Read);
        const VisitStore ledger(*transaction);
        const QDate today =
            QDateTime::fromMSecsSinceEpoch(toMilliseconds(m_before), QTimeZone("Asia/Ho_Chi_Minh")).date();
        QCOMPARE(ledger.totals(today)->today, 0);
        QCOMPARE(ledger.days(QDate(2023, 9, 29), QDate(2023, 10, 28))->size(), std::size_t(30));
        QCOMPARE(ledger.itemViews()->at(1), 363);
    }

    void itCanBeMadeOnEitherEngine_data() { TemporaryDatabase::addEngines(); }
    void itCanBeMadeOnEitherEngine()
    {
        QFETCH(Engine, engine);
        TemporaryDatabase temporary(engine, {});
        QVERIFY(migrateNewsroom(temporary.database(), m_clock, m_dice).ok());
        QTemporaryDir folder;
        BackendOptions options;
        options.folder = folder.path();
        options.database = temporary.location();
        QVERIFY(makeDemo(options, m_clock, m_dice).ok());
        QVERIFY(verifyNewsroom(temporary.database()).ok());
    }

    // The site looks these up by name, so a missing one would only be an empty place on the page.
    void everyWordOfTheNewsroomHasATextOnThePortal()
    {
        const auto theme = portal::Theme::load();
        QVERIFY(theme.ok());
        QStringList keys{u"site.kind"_s};
        for (const Share share : {Share::Words, Share::Photos, Share::Editing})
            keys.append("byline."_L1 + toText(share));
        for (const char *service : {"online", "question", "search", "sitemap"}) {
            keys.append("service."_L1 + QLatin1StringView(service));
            keys.append(keys.back() + ".note"_L1);
        }
        for (const QString &key : keys) {
            for (const Language language : {Language::Vietnamese, Language::English})
                QVERIFY2(!theme->text(language, key).isEmpty(), qPrintable(key));
        }
    }
};

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
