// What readers get while the pages that are kept grow old, and what a picture that is made holds up.
#include "backend/SiteServer.h"
#include "base/Log.h"
#include "portal/SiteAddress.h"
#include "storage/MediaStore.h"
#include "storage/Statement.h"
#include "support/Patience.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace toasoan;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestSitePages : public QObject
{
    Q_OBJECT

private:
    static Media publicPicture(Newsroom &newsroom, const Article &article)
    {
        const Media media{.id = MediaId::create(newsroom.clock, newsroom.dice),
                          .sha256 = QString(64, u'a'),
                          .format = u"jpeg"_s,
                          .width = 320,
                          .height = 240,
                          .size = 1,
                          .name = u"cầu.jpg"_s,
                          .uploadedBy = newsroom.reporter.user,
                          .createdAt = newsroom.clock.now()};
        auto transaction = Transaction::begin(newsroom.database(), Access::Write);
        Statement statement(*transaction, "INSERT INTO publication_media (media_id, number) VALUES (:media, :number)");
        statement.bind("media", media.id);
        statement.bind("number", article.publication->number);
        if (!MediaStore(*transaction).put(media) || !statement.run() || !transaction->commit())
            qFatal("no picture");
        return media;
    }

    // Whether a transaction of another connection has read and not ended.
    static bool isReaderOpen(Newsroom &newsroom)
    {
        if (newsroom.database().engine() == Engine::Postgres) {
            auto transaction = Transaction::begin(newsroom.database(), Access::Read);
            Statement statement(*transaction, R"(
                SELECT COUNT(*)
                FROM pg_locks l
                JOIN pg_class c ON c.oid = l.relation
                WHERE c.relnamespace = current_schema()::regnamespace AND l.pid <> pg_backend_pid()
            )");
            return statement.one({}, [](const Statement &row) { return row.integer(0); }).valueOr(-1) != 0;
        }
        // The log of a SQLite database begins anew only when nobody reads from it.
        bool isOpen = true;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"look"_s);
            database.setDatabaseName(newsroom.location().path);
            database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=0"_s);
            if (database.open()) {
                QSqlQuery query(u"PRAGMA wal_checkpoint(TRUNCATE)"_s, database);
                isOpen = !query.next() || query.value(0).toInt() != 0;
            }
        }
        QSqlDatabase::removeDatabase(u"look"_s);
        return isOpen;
    }

    /// Corrects what is public, once more through the chain.
    static Article corrected(Newsroom &newsroom, const Article &article, const QString &correction)
    {
        const auto take = [&](const Actor &actor, Version version, Step step) {
            return newsroom.run(
                actor, Move{.target = itemKey(article.id), .version = version, .step = step, .reason = u"Sửa"_s});
        };
        take(newsroom.editor, article.version, Step::Correct);
        Content content = article.content;
        content.correction = correction;
        const auto saved = newsroom.run(
            newsroom.editor,
            Save{.target = itemKey(article.id), .base = article.version, .content = canonicalBytes(content)});
        if (!saved.article)
            qFatal("not saved");
        const Version version = saved.article->version;
        take(newsroom.editor, version, Step::RequestApproval);
        newsroom.run(newsroom.chair,
                     Approve{.target = itemKey(article.id),
                             .version = version,
                             .contentHash = saved.article->contentHash,
                             .note = {}});
        return newsroom.run(newsroom.secretary, Publish{.target = itemKey(article.id), .version = version})
            .article.value_or(Article());
    }

private slots:
    void aPageFetchedAheadIsNoVisit_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("views");
        const auto row = [](const char *name, const char *value, int views) {
            QTest::addRow("%s: %s", name, value) << QByteArray(name) << QByteArray(value) << views;
        };
        row("Sec-Purpose", "prefetch", 0);
        row("sec-purpose", "prefetch;prerender", 0);
        row("Sec-Purpose", "prefetch;anonymous-client-ip", 0);
        row("Purpose", "prefetch", 0);
        row("Purpose", "Prefetch", 0);
        row("X-Purpose", "preview", 0);
        row("X-Purpose", ", preview", 0);
        row("X-Moz", "prefetch", 0);
        row("Purpose", "reading", 1);
        row("Sec-Purpose", "prefetched", 1);
        row("Referer", "prefetch", 1);
    }
    void aPageFetchedAheadIsNoVisit()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        QFETCH(int, views);
        Newsroom newsroom(Engine::Sqlite);
        QVERIFY(newsroom.ready);
        SiteServer server(newsroom);
        TemporaryDatabase ledger(Engine::Sqlite, {u":/sql/visits"_s});
        const http::OwnedRequest request(
            {.fields = {{"User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"},
                        {name.toStdString(), value.toStdString()}}});
        server.services().recordVisit(request.view(), 7, newsroom.clock.now());
        QVERIFY(server.services().visits.flush(ledger.database(), newsroom.clock.now()));
        QCOMPARE(server.services().visits.views(7), views);
        QCOMPARE(server.services().visits.block().guests, views);
    }

    void whatIsFetchedForAnythingButAPageIsNoVisit()
    {
        struct Asked
        {
            const char *name;
            const char *value;
            int views;
        };
        Newsroom newsroom(Engine::Sqlite);
        QVERIFY(newsroom.ready);
        SiteServer server(newsroom);
        TemporaryDatabase ledger(Engine::Sqlite, {u":/sql/visits"_s});
        qint64 item = 0;
        for (const Asked &asked : {Asked{"Sec-Purpose", "\"prefetch\"", 0}, Asked{"Sec-Fetch-Dest", "image", 0},
                                   Asked{"sec-fetch-dest", "iframe", 0}, Asked{"Sec-Fetch-Dest", "empty", 0},
                                   Asked{"Sec-Fetch-Dest", "document", 1}, Asked{"Sec-Fetch-Dest", "", 1},
                                   Asked{"Sec-Fetch-Mode", "navigate", 1}}) {
            const http::OwnedRequest request(
                {.target = "/tin-tuc/bai-" + std::to_string(++item) + ".html",
                 .fields = {{"User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"},
                            {asked.name, asked.value}}});
            server.services().recordVisit(request.view(), item, newsroom.clock.now());
            QVERIFY(server.services().visits.flush(ledger.database(), newsroom.clock.now()));
            QVERIFY2(server.services().visits.views(item) == asked.views, asked.value);
        }
    }

    void initTestCase() { setLogLevel(LogLevel::Error); }

    // The ETag is the hash of the bytes: a page on which nothing has changed is not sent again.
    void aPageIsTheSameUntilItsContentChanges_data() { TemporaryDatabase::addEngines(); }
    void aPageIsTheSameUntilItsContentChanges()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        SiteServer server(newsroom);
        const Article article = newsroom.published(u"Một bài"_s);
        const QString item = newsroom.pathOf(article);
        for (const QString &address : {u"/"_s, u"/en"_s, u"/tin-tuc"_s, item, u"/en"_s + item, u"/so-do-trang"_s,
                                       u"/rss.xml"_s, u"/sitemap.xml"_s, u"/tim-kiem?q=bai"_s, u"/khong-co"_s}) {
            const QByteArray before = server.get(address).body;
            QVERIFY(!before.isEmpty());
            newsroom.clock.advance(std::chrono::minutes(7));
            QVERIFY2(server.get(address).body == before, qPrintable(address));
        }
        const QByteArray map = server.get(u"/sitemap.xml"_s).body;
        const Article changed = corrected(newsroom, article, u"Sửa số"_s);
        QVERIFY(changed.publication);
        newsroom.clock.advance(PageCache::freshFor);
        QVERIFY(server.get(u"/sitemap.xml"_s).body != map);
    }

    void allCorrectionsStandOnTheItemTheNewestFirst_data() { TemporaryDatabase::addEngines(); }
    void allCorrectionsStandOnTheItemTheNewestFirst()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        SiteServer server(newsroom);
        Article article = newsroom.published(u"Một bài"_s);
        article = corrected(newsroom, article, u"Lần đầu sửa số"_s);
        article = corrected(newsroom, article, u"Lần đầu sửa số"_s); // published anew, with nothing new to say
        article = corrected(newsroom, article, u"Lần hai sửa tên"_s);
        QVERIFY(article.publication);
        const QByteArray page = server.get(newsroom.pathOf(article)).body;
        QCOMPARE(page.count("Lần đầu sửa số"), 1);
        QCOMPARE(page.count("Lần hai sửa tên"), 1);
        QVERIFY(page.indexOf("Lần hai sửa tên") < page.indexOf("Lần đầu sửa số"));
        // What a reader sees is found: the correction.
        QVERIFY(server.get(u"/tim-kiem?q=%22s%E1%BB%ADa+t%C3%AAn%22"_s).body.contains("Một bài"));
        // An earlier one too: it still stands there.
        const QByteArray hits = server.get(u"/tim-kiem?q=%22s%E1%BB%ADa+s%E1%BB%91%22"_s).body;
        QVERIFY(hits.contains("Một bài"));
        QVERIFY(hits.contains("Lần đầu <mark>"));
    }

    // Readers look for who wrote it and where it was taken from.
    void bylinesAndSourceAreFound_data() { TemporaryDatabase::addEngines(); }
    void bylinesAndSourceAreFound()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        SiteServer server(newsroom);
        Content content = newsroom.content(u"Một bài"_s);
        content.bylines = {{.name = u"Lê Hoàng"_s, .share = Share::Words},
                           {.name = u"Trần Thị Thu Hiền"_s, .share = Share::Photos}};
        content.source = u"Báo Quảng Trị"_s;
        QVERIFY(newsroom.published(content).publication);
        newsroom.published(u"Bài khác"_s);
        // As a phrase and in words without signs. The excerpt is what the item says, not who says it.
        for (const char *query : {"%22Thu+Hi%E1%BB%81n%22", "thu+hien", "hoang", "quang+tri"}) {
            const QByteArray hits = server.get(u"/tim-kiem?q="_s + QLatin1StringView(query)).body;
            QVERIFY2(hits.contains(">Một bài<") && !hits.contains(">Bài khác</a></h2>"), query);
            const QByteArray excerpt = hits.mid(hits.indexOf("hit-excerpt"), 300);
            QVERIFY2(!excerpt.contains("Thu Hiền") && !excerpt.contains("Quảng Trị"), excerpt);
        }
    }

    // Its field takes no more letters; a link or another program's form may bring them.
    void aQueryThatIsTooLongIsToldSo_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("Vietnamese") << u"/tim-kiem?q="_s
                                    << QByteArray("Từ khóa quá dài. Xin dùng không quá 200 ký tự.");
        QTest::newRow("English") << u"/en/tim-kiem?q="_s
                                 << QByteArray("The search text is too long. Please use 200 characters at most.");
    }
    void aQueryThatIsTooLongIsToldSo()
    {
        QFETCH(QString, address);
        QFETCH(QByteArray, sentence);
        Newsroom newsroom(Engine::Sqlite);
        SiteServer server(newsroom);
        newsroom.published(u"Một bài"_s);
        const QString letter = u"%E1%BA%A1"_s; // ạ
        const auto tooLong = server.get(address + letter.repeated(201));
        QCOMPARE(tooLong.status, 200);
        QVERIFY(tooLong.body.contains(sentence));
        QCOMPARE(tooLong.body.count("class=\"search-state\""), 1); // and nothing of a failure or of hits
        QVERIFY(!tooLong.body.contains("class=\"empty\""));
        // So many letters are none too many, and what cannot be read is another thing.
        const auto longest = server.get(address + letter.repeated(200));
        QCOMPARE(longest.status, 200);
        QVERIFY(!longest.body.contains(sentence));
        QVERIFY(longest.body.contains("class=\"empty\""));
        QVERIFY(!server.get(address + u"a%07b"_s).body.contains(sentence));
    }

    // Whoever switches has searched already.
    void theOtherLanguageSearchesForTheSame()
    {
        Newsroom newsroom(Engine::Sqlite);
        SiteServer server(newsroom);
        newsroom.published(u"Họp xã"_s);
        const auto leadsTo = [&](const QString &from, const QByteArray &to) {
            return server.get(from).body.contains("class=\"language\" href=\"" + to + "\"");
        };
        QVERIFY(leadsTo(u"/tim-kiem"_s, "/en/tim-kiem"));
        QVERIFY(leadsTo(u"/tim-kiem?q=hop"_s, "/en/tim-kiem?q=hop"));
        QVERIFY(leadsTo(u"/en/tim-kiem?q=hop"_s, "/tim-kiem?q=hop"));
        QVERIFY(leadsTo(u"/tim-kiem?q=h%E1%BB%8Dp+%26+x%C3%A3"_s, "/en/tim-kiem?q=h%E1%BB%8Dp%20%26%20x%C3%A3"));
        QVERIFY(leadsTo(u"/tim-kiem?q=%22%3E%3Cb%3E"_s, "/en/tim-kiem?q=%22%3E%3Cb%3E"));
    }

    void aQueryWithoutLettersIsToldSo_data()
    {
        QTest::addColumn<QString>("query");
        for (const char *query : {"%25", "%", "*", "%22", "@", "%ff%fe", "%EF%BF%BD", "%F0%9F%98%80", "%22%22+-"})
            QTest::newRow(query) << QString::fromLatin1(query);
    }
    void aQueryWithoutLettersIsToldSo()
    {
        QFETCH(QString, query);
        Newsroom newsroom(Engine::Sqlite);
        SiteServer server(newsroom);
        newsroom.published(u"Một bài"_s);
        for (const auto &[address, sentence] :
             {std::pair(u"/tim-kiem?q="_s, "Từ khóa cần có chữ cái hoặc chữ số."),
              std::pair(u"/en/tim-kiem?q="_s, "Search terms need letters or digits.")}) {
            const auto answer = server.get(address + query);
            QCOMPARE(answer.status, 200);
            QVERIFY2(answer.body.contains(sentence), qPrintable(address));
            QCOMPARE(answer.body.count("class=\"search-state\""), 1); // and nothing of so and so many results
            QVERIFY(!answer.body.contains("class=\"empty\""));
            // Nobody has asked for anything yet, or for something that is not there.
            for (const QString &other : {u""_s, u"+"_s, u"zzz"_s})
                QVERIFY2(!server.get(address + other).body.contains(sentence), qPrintable(address + other));
        }
    }

    void aQueryIsQuotedOnce_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("words") << u"một bài"_s << QByteArray("“một bài”");
        QTest::newRow("curved") << u"“một bài”"_s << QByteArray("“một bài”");
        QTest::newRow("straight") << u"\"một bài\""_s << QByteArray("&quot;một bài&quot;");
        QTest::newRow("pointed") << u"«một bài»"_s << QByteArray("«một bài»");
        QTest::newRow("one of them") << u"“một” bài"_s << QByteArray("“một” bài");
    }
    void aQueryIsQuotedOnce()
    {
        QFETCH(QString, query);
        QFETCH(QByteArray, said);
        Newsroom newsroom(Engine::Sqlite);
        SiteServer server(newsroom);
        newsroom.published(u"Một bài"_s);
        const QString encoded = QString::fromLatin1(query.toUtf8().toPercentEncoding());
        const auto vietnamese = server.get(u"/tim-kiem?q="_s + encoded);
        QVERIFY2(vietnamese.body.contains("role=\"status\">1 kết quả cho " + said + "</p>"), vietnamese.body);
        QVERIFY(server.get(u"/en/tim-kiem?q="_s + encoded)
                    .body.contains("role=\"status\">Results for " + said + ": 1</p>"));
    }

    // The board has given no English for it: it is read out as what it is.
    void whatHasNoEnglishIsMarkedOnEnglishPages()
    {
        Newsroom newsroom(Engine::Sqlite);
        SiteServer server(newsroom);
        const Article article = newsroom.published(u"Một bài"_s);
        static const QRegularExpression place(u"<(\\w+)([^<>]*)>(?:<span>)?(Tin tức|Huyện Triệu Phong)<"_s);
        // Those that are marked, and those that are not.
        const auto namesIn = [&](const QString &path) {
            std::pair<QStringList, QStringList> names;
            const QString html = QString::fromUtf8(server.get(path).body);
            for (auto it = place.globalMatch(html, html.indexOf(u"<body")); it.hasNext();) {
                const auto match = it.next();
                (match.capturedView(2).contains(u" lang=\"vi\""_s) ? names.first : names.second)
                    .append(match.captured());
            }
            return names;
        };
        for (const QString &path : {u"/"_s, u"/tin-tuc"_s, u"/so-do-trang"_s, u"/tim-kiem?q=bai"_s,
                                    Newsroom::pathOf(article), u"/khong-co"_s}) {
            const auto [marked, unmarked] = namesIn(path == u"/" ? u"/en"_s : u"/en"_s + path);
            QVERIFY2(marked.size() > 2, qPrintable(path));
            QCOMPARE(unmarked, QStringList());
            const auto [strange, own] = namesIn(path);
            QVERIFY2(own.size() > 2, qPrintable(path));
            QCOMPARE(strange, QStringList());
        }
    }

    void feedsOfBothLanguagesNameAnItemsOneAddress()
    {
        Newsroom newsroom(Engine::Sqlite);
        SiteServer server(newsroom);
        const Article article = newsroom.published(u"Một bài"_s);
        const QByteArray link = "<link>http://127.0.0.1" + newsroom.pathOf(article).toLatin1() + "</link>";
        for (const QString &feed : {u"/rss.xml"_s, u"/en/rss.xml"_s, u"/en/tin-tuc/rss.xml"_s}) {
            const QByteArray text = server.get(feed).body;
            QVERIFY2(text.contains(link), text.constData());
        }
        const QByteArray page = server.get(u"/en"_s + newsroom.pathOf(article)).body;
        QVERIFY(page.contains("<link rel=\"canonical\" href=\"http://127.0.0.1" + newsroom.pathOf(article).toLatin1()));
    }

    void aRemovedItemIsNamedWithWhomToAsk()
    {
        Newsroom newsroom(Engine::Sqlite);
        SiteServer server(newsroom);
        const Article article = newsroom.published(u"Bài sẽ gỡ"_s);
        newsroom.run(newsroom.chair, Unpublish{.target = itemKey(article.id), .version = 1, .reason = u"Sai"_s});
        const auto gone = server.get(newsroom.pathOf(article));
        QCOMPARE(gone.status, 410);
        QVERIFY(gone.body.contains("<dd lang=\"vi\">Bài sẽ gỡ</dd>"));
        QVERIFY(!gone.body.contains("Sai<")); // the reason is the house's own
    }

    // It was shared, and is asked for long after: in whatever words, and until it is put back.
    void aRemovedItemsPageIsKeptUntilItIsPutBack()
    {
        Newsroom newsroom(Engine::Sqlite);
        SiteServer server(newsroom);
        const Article article = newsroom.published(u"Bài sẽ gỡ"_s);
        const QString path = newsroom.pathOf(article);
        const QString otherWords = u"/tin-tuc/tieu-de-cu-%1.html"_s.arg(article.publication->number);
        server.run(newsroom.chair, Unpublish{.target = itemKey(article.id), .version = 1, .reason = u"Sai"_s});
        QCOMPARE(server.get(path).status, 410);
        const auto isKept = [&](const QString &address) {
            const auto reader = server.ask(address);
            return !reader.work && SiteServer::answerOf(reader).status == 410;
        };
        for (const QString &address : {path, otherWords, path + u"?fbclid=1"_s})
            QVERIFY2(isKept(address), qPrintable(address));
        QVERIFY(server.get(otherWords).body.contains("Bài sẽ gỡ"));
        QCOMPARE(server.get(u"/en"_s + path).status, 410);
        QVERIFY(isKept(u"/en"_s + path));
        QVERIFY(!isKept(newsroom.pathOf(newsroom.published(u"Bài khác"_s))));

        // It is told of the newest items: one of them that is taken down stands there no more.
        const Article listed = newsroom.published(u"Bài trong danh sách"_s);
        server.services().dropAllPages();
        QVERIFY(server.get(path).body.contains("Bài trong danh sách"));
        server.run(newsroom.chair, Unpublish{.target = itemKey(listed.id), .version = 1, .reason = u"Sai"_s});
        QVERIFY(!server.get(path).body.contains("Bài trong danh sách"));
        QVERIFY(isKept(path));

        const auto move = [&](Step step) {
            const Move command{.target = itemKey(article.id), .version = 1, .step = step, .reason = u"nhầm"_s};
            return server.run(newsroom.editor, command);
        };
        move(Step::Correct);
        const QString hash = move(Step::RequestApproval).contentHash;
        server.run(newsroom.chair,
                   Approve{.target = itemKey(article.id), .version = 1, .contentHash = hash, .note = {}});
        QCOMPARE(server.get(path).status, 410);
        server.services().dropAllPages();
        auto late = server.ask(path); // may be read before it is put back, and comes after
        QVERIFY(late.work);
        QVERIFY(
            server.run(newsroom.secretary, Publish{.target = itemKey(article.id), .version = 1}).publication->isLive());
        for (const auto &[address, status] : {std::pair(path, 200), {u"/en"_s + path, 200}, {otherWords, 301}}) {
            auto reader = server.ask(address);
            QVERIFY2(reader.work, qPrintable(address));
            server.begin(reader);
            QCOMPARE(SiteServer::answerOf(reader).status, status);
        }
        server.begin(late);
        QCOMPARE(server.get(path).status, 200);
    }

    // A program that tries addresses one after another, which no cache could hold.
    void whatIsNotThereIsRenderedOnceForAllAddresses()
    {
        Newsroom newsroom(Engine::Sqlite);
        SiteServer server(newsroom);
        const Article article = newsroom.published(u"Một bài"_s);
        const auto pageAt = [&](const QString &path) {
            auto reader = server.ask(path);
            if (reader.work)
                server.begin(reader);
            const http::Response *response = &reader.response;
            if (const auto *deferred = std::get_if<http::DeferredAnswer>(&response->content()))
                response = &*deferred->state()->answer;
            return std::get<std::shared_ptr<const http::PreparedAnswer>>(response->content());
        };
        const auto first = pageAt(u"/khong-co"_s);
        QCOMPARE(server.get(u"/khong-co"_s).status, 404);
        for (int i = 0; i < 20; ++i) {
            QVERIFY(!server.ask(u"/wp-login-%1.php?x=%1"_s.arg(i)).work);
            QCOMPARE(pageAt(u"/wp-login-%1.php?x=%1"_s.arg(i)), first);
            QCOMPARE(pageAt(u"/khong-co/muc-%1"_s.arg(i)), first);
            QCOMPARE(pageAt(u"/tin-tuc/bai-%1.html"_s.arg(i + 900)), first);
        }
        const auto english = pageAt(u"/en/khong-co"_s);
        QVERIFY(english != first);
        QCOMPARE(pageAt(u"/en/tin-tuc/bai-900.html"_s), english);
        // It is made again as lists are, for its newest items.
        newsroom.clock.advance(PageCache::freshFor);
        const auto second = pageAt(u"/khong-co"_s);
        QVERIFY(second != first);
        QCOMPARE(pageAt(u"/tin-tuc/bai-900.html"_s), second);
        QVERIFY(server.get(u"/khong-co"_s).body.contains("Một bài"));
        server.run(newsroom.chair, Unpublish{.target = itemKey(article.id), .version = 1, .reason = u"Sai"_s});
        QVERIFY(!server.get(u"/tin-tuc/bai-900.html"_s).body.contains("Một bài"));
        QVERIFY(!server.get(u"/khong-co"_s).body.contains("Một bài"));
    }

    void whatBrowsersAskForByItselfIsThere()
    {
        Newsroom newsroom(Engine::Sqlite);
        SiteServer server(newsroom);
        QVERIFY(server.get(u"/favicon.ico"_s).body.startsWith(QByteArray("\0\0\1\0", 4)));
        QVERIFY(server.get(u"/apple-touch-icon.png"_s).body.startsWith("\x89PNG"));
        QVERIFY(server.get(u"/manifest.webmanifest"_s).body.contains("\"short_name\":\"Huyện Triệu Phong\""));
        QVERIFY(!server.get(u"/robots.txt"_s).body.contains("tim-kiem"));
        QVERIFY(server.get(u"/tim-kiem"_s).body.contains("content=\"noindex\""));
    }

    // By another program, of which this one is not told.
    void aPageThatIsNoMoreIsNotServedAgain_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<int>("status");
        for (const Engine engine : TemporaryDatabase::engines()) {
            const char *name = TemporaryDatabase::name(engine);
            QTest::addRow("%s, taken down", name)
                << engine << QByteArray("UPDATE publications SET taken_down_at = 1") << 410;
            QTest::addRow("%s, moved", name) << engine << QByteArray("UPDATE publications SET slug = 'khac'") << 301;
            QTest::addRow("%s, never was", name) << engine << QByteArray("DELETE FROM publications") << 404;
        }
    }
    void aPageThatIsNoMoreIsNotServedAgain()
    {
        QFETCH(Engine, engine);
        QFETCH(QByteArray, change);
        QFETCH(int, status);
        Newsroom newsroom(engine);
        SiteServer server(newsroom);
        const Article article = newsroom.published(u"Một bài"_s);
        const QString path = newsroom.pathOf(article);
        QCOMPARE(server.get(path).status, 200);
        auto transaction = Transaction::begin(newsroom.database(), Access::Write);
        QVERIFY(transaction->execute(change.toStdString()));
        QVERIFY(transaction->commit());
        QCOMPARE(server.get(path).status, 200); // fresh still, by what this server knows
        newsroom.clock.advance(PageCache::freshFor);
        QCOMPARE(server.get(path).status, status);
        QCOMPARE(server.get(path).status, status);
    }

    // Nobody works: the renderers are busy, or the database is slow.
    void anOldPageIsServedHoweverBusyTheWorkersAre()
    {
        Newsroom newsroom(Engine::Sqlite);
        SiteServer server(newsroom);
        const Article article = newsroom.published(u"Một bài"_s);
        for (const QString &path : {u"/"_s, u"/tin-tuc"_s, newsroom.pathOf(article)}) {
            QCOMPARE(server.get(path).status, 200);
            for (const auto age : {6s, 50s, 3600s, 86400s}) {
                newsroom.clock.advance(age);
                server.services().changesAreKnown(); // as the scheduler finds, five times a second
                for (int reader = 0; reader < 5; ++reader) {
                    const auto waiting = server.ask(path);
                    QCOMPARE(SiteServer::answerOf(waiting).status, 200);
                    if (const auto *deferred = std::get_if<http::DeferredAnswer>(&waiting.response.content()))
                        QVERIFY(deferred->state()->within <= 500ms);
                }
            }
        }
        // When one has time, all who come then get the new page.
        auto first = server.ask(u"/en"_s);
        QVERIFY(first.work);
        server.begin(first);
        QCOMPARE(SiteServer::answerOf(first).status, 200);
        QVERIFY(!server.ask(u"/en"_s).work);
    }

    void aColdPageIsRenderedOnceForAllWhoWait_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("status");
        QTest::newRow("front page") << u"/"_s << 200;
        QTest::newRow("section") << u"/tin-tuc"_s << 200;
        QTest::newRow("decorated") << u"/tin-tuc?fbclid=%1"_s << 200;
        QTest::newRow("search") << u"/tim-kiem?q=bai&utm=%1"_s << 200;
        QTest::newRow("none") << u"/khong-co"_s << 404;
    }
    void aColdPageIsRenderedOnceForAllWhoWait()
    {
        QFETCH(QString, path);
        QFETCH(int, status);
        Newsroom newsroom(Engine::Sqlite);
        SiteServer server(newsroom);
        newsroom.published(u"Một bài"_s);
        std::vector<SiteServer::Waiting> readers;
        int renderings = 0;
        for (int i = 0; i < 100; ++i) {
            readers.push_back(server.ask(path.contains(u'%') ? path.arg(i) : path));
            renderings += readers.back().work ? 1 : 0;
        }
        QCOMPARE(renderings, 1);
        server.begin(readers.front());
        for (const auto &reader : readers) {
            QVERIFY(std::get<http::DeferredAnswer>(reader.response.content()).isOver());
            QCOMPARE(SiteServer::answerOf(reader).status, status);
        }
    }

    void aQueueThatIsFullAnswersAllWhoWait()
    {
        Newsroom newsroom(Engine::Sqlite);
        SiteServer server(newsroom);
        const auto first = server.ask(u"/"_s);
        const auto second = server.ask(u"/"_s);
        QVERIFY(first.work && !second.work);
        first.work->onRefused();
        for (const auto *reader : {&first, &second}) {
            QCOMPARE(SiteServer::answerOf(*reader).status, 503);
            QVERIFY(SiteServer::read(*std::get<http::DeferredAnswer>(reader->response.content()).state()->answer,
                                     reader->request->view())
                        .head.contains("Retry-After: 1\r\n"));
        }
        // The next who asks has it made.
        QCOMPARE(server.get(u"/"_s).status, 200);
    }

    void whatIsTakenDownIsNeverServedFromMemory()
    {
        Newsroom newsroom(Engine::Sqlite);
        SiteServer server(newsroom);
        const Article article = newsroom.published(u"Bài bị gỡ"_s);
        const QString path = newsroom.pathOf(article);
        for (const QString &page : {path, u"/"_s, u"/tin-tuc"_s, u"/tim-kiem?q=bi+go"_s})
            QCOMPARE(server.get(page).status, 200);
        auto late = server.ask(u"/en"_s); // its data may be read before, and it comes after
        server.run(newsroom.chair,
                   Unpublish{.target = itemKey(article.id), .version = article.version, .reason = u"Sai"_s});
        for (const QString &page : {path, u"/"_s, u"/tin-tuc"_s, u"/tim-kiem?q=bi+go"_s, u"/en"_s}) {
            auto waiting = server.ask(page);
            QVERIFY2(waiting.work, qPrintable(page));
            QCOMPARE(SiteServer::answerOf(waiting).status, 503); // and no page of before
            server.begin(waiting);
        }
        server.begin(late);
        QCOMPARE(server.get(path).status, 410);
        QVERIFY(!server.get(u"/"_s).body.contains("Bài bị gỡ"));
        QVERIFY(!server.get(u"/tim-kiem?q=bi+go&x=1"_s).body.contains("Bài bị gỡ"));
    }

    void onlyWhatTheReaderSeesMakesListsOld()
    {
        Newsroom newsroom(Engine::Sqlite);
        SiteServer server(newsroom);
        const Article article = newsroom.published(u"Một bài"_s);
        const auto isKept = [&](const QString &path) {
            return !std::holds_alternative<http::DeferredAnswer>(server.ask(path).response.content());
        };
        const auto keep = [&] {
            for (const QString &path : {u"/"_s, u"/tin-tuc"_s, newsroom.pathOf(article)})
                QCOMPARE(server.get(path).status, 200);
        };
        keep();
        // A draft, and a correction that is being written.
        server.run(newsroom.reporter,
                   Save{.target = itemKey(ArticleId::create(newsroom.clock, newsroom.dice)),
                        .base = 0,
                        .content = canonicalBytes(newsroom.content(u"Bản nháp"_s))});
        const Article correction = server.run(
            newsroom.chair,
            Move{.target = itemKey(article.id), .version = 1, .step = Step::Correct, .reason = u"Sai ngày"_s});
        QVERIFY(correction.publication);
        for (const QString &path : {u"/"_s, u"/tin-tuc"_s, newsroom.pathOf(article)})
            QVERIFY2(isKept(path), qPrintable(path));
        // One that comes.
        const Article next = newsroom.approved(u"Bài tiếp theo"_s);
        keep();
        server.run(newsroom.secretary, Publish{.target = itemKey(next.id), .version = 1});
        QVERIFY(isKept(newsroom.pathOf(article)));
        for (const QString &path : {u"/"_s, u"/tin-tuc"_s}) {
            auto waiting = server.ask(path);
            QVERIFY(waiting.work);
            QCOMPARE(SiteServer::answerOf(waiting).status, 200); // the old one, should the new one be long in coming
            server.begin(waiting);
            QVERIFY(server.get(path + u"?x=1"_s).body.contains("Bài tiếp theo"));
        }
    }

    // A pipe for an original: its maker waits until the test has looked.
    void noTransactionIsOpenWhileAPictureIsMade_data() { TemporaryDatabase::addEngines(); }
    void noTransactionIsOpenWhileAPictureIsMade()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        SiteServer server(newsroom);
        const Article article = newsroom.published(u"Một bài"_s);
        const Media media = publicPicture(newsroom, article);
        const QString original = server.media().originalPath(media.sha256);
        QVERIFY(QDir().mkpath(QFileInfo(original).path()));
        QCOMPARE(::mkfifo(original.toLocal8Bit().constData(), 0600), 0);
        const QString address =
            path({.place = PictureAddress{.media = media.id, .width = 320, .format = PictureFormat::Webp}});

        int status = -1;
        std::thread reader([&] {
            Worker worker(*Database::open(newsroom.location()));
            status = server.get(address, worker).status;
        });
        int pipe = -1;
        const bool isBeingMade = QTest::qWaitFor(
            [&] { return (pipe = ::open(original.toLocal8Bit().constData(), O_WRONLY | O_NONBLOCK)) >= 0; },
            longestWait);
        const bool isOpen = isBeingMade && isReaderOpen(newsroom);
        ::close(pipe);
        reader.join();
        QVERIFY(isBeingMade);
        QVERIFY(!isOpen);
        QCOMPARE(status, 0);
    }
};

QTEST_GUILESS_MAIN(TestSitePages)
#include "tst_sitepages.moc"
