// The demo newsroom: what a newcomer finds, and that its past is a real one.
#include "backend/Backend.h"
#include "backend/Demo.h"
#include "backend/Dump.h"
#include "backend/NewsroomSetup.h"
#include "domain/Content.h"
#include "portal/Theme.h"
#include "storage/ArticleStore.h"
#include "storage/ChangeStore.h"
#include "storage/MediaStore.h"
#include "storage/NewsroomStore.h"
#include "storage/PublicationStore.h"
#include "storage/VisitStore.h"
#include "support/TemporaryDatabase.h"

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
        QCOMPARE(accounts->size(), std::size_t(6));
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

    void itsPicturesAreReal()
    {
        auto transaction = Transaction::begin(*m_database, Access::Read);
        const auto media = MediaStore(*transaction).all();
        QCOMPARE(media->size(), std::size_t(12));
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
        for (const Genre genre : allGenres)
            keys.append("genre."_L1 + toText(genre));
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
