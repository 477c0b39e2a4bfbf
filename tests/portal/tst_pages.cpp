#include "portal/HtmlCheck.h"
#include "portal/PageSet.h"
#include "portal/PortalRenderer.h"
#include "portal/SamplePages.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <atomic>
#include <map>
#include <thread>

using namespace toasoan;
using namespace toasoan::portal;

class TestPages : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PortalRenderer> m_renderer;

    [[nodiscard]] std::map<QString, QByteArray> render(const Pages &pages) const
    {
        std::map<QString, QByteArray> html{
            {QStringLiteral("front"), m_renderer->frontPage(pages.site, pages.front)},
            {QStringLiteral("section"), m_renderer->sectionPage(pages.site, pages.section)},
            {QStringLiteral("item"), m_renderer->itemPage(pages.site, pages.item)},
            {QStringLiteral("print"), m_renderer->printPage(pages.site, pages.item, PrintTarget::Browser)},
            {QStringLiteral("saved"), m_renderer->printPage(pages.site, pages.item, PrintTarget::File)},
            {QStringLiteral("search"), m_renderer->searchPage(pages.site, pages.search)},
            {QStringLiteral("fixed"), m_renderer->fixedPage(pages.site, pages.fixed)},
            {QStringLiteral("sitemap"), m_renderer->sitemapPage(pages.site, pages.sitemap)},
            {QStringLiteral("entries"), m_renderer->entriesPage(pages.site, pages.entries)},
            {QStringLiteral("leaders"), m_renderer->leadersPage(pages.site, pages.leaders)},
        };
        NoticePage notice = pages.notice;
        for (const NoticeKind kind :
             {NoticeKind::NotFound, NoticeKind::Gone, NoticeKind::Unavailable, NoticeKind::Refused, NoticeKind::TooLong,
              NoticeKind::TooMany, NoticeKind::Failed}) {
            notice.kind = kind;
            html[QStringLiteral("notice %1").arg(static_cast<int>(kind))] = m_renderer->noticePage(pages.site, notice);
        }
        return html;
    }

    static void addLanguages()
    {
        QTest::addColumn<Language>("language");
        QTest::newRow("vi") << Language::Vietnamese;
        QTest::newRow("en") << Language::English;
    }

private slots:
    void initTestCase()
    {
        auto theme = Theme::load();
        QVERIFY2(theme, theme ? "" : qPrintable(theme.error().detail));
        auto renderer = PortalRenderer::create(std::move(theme).value());
        QVERIFY2(renderer, renderer ? "" : qPrintable(renderer.error().detail));
        m_renderer = std::make_unique<PortalRenderer>(std::move(renderer).value());
    }

    void everyPageIsSoundHtml_data() { addLanguages(); }
    void everyPageIsSoundHtml()
    {
        QFETCH(Language, language);
        for (const Pages &pages : {samplePages(language), barePages(language)}) {
            for (const auto &[name, html] : render(pages)) {
                const QStringList faults = faultsOf(html);
                QVERIFY2(faults.isEmpty(), qPrintable(name + QStringLiteral(": ") + faults.join(u'\n')));
                QVERIFY2(html.contains("<html lang=\"" + toText(language).toLatin1() + '"'), qPrintable(name));
                QVERIFY2(!html.contains("{{"), qPrintable(name));
            }
        }
    }

    void hostileTextsStayTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("script") << QStringLiteral("<script>alert(1)</script>");
        QTest::newRow("out of an attribute") << QStringLiteral("\" onmouseover=\"alert(1)\" x=\"");
        QTest::newRow("out of a single-quoted attribute") << QStringLiteral("' onfocus='alert(1)' x='");
        QTest::newRow("out of a comment") << QStringLiteral("--><img src=x onerror=alert(1)>");
        QTest::newRow("out of the title") << QStringLiteral("</title></head><body onload=alert(1)>");
        QTest::newRow("out of JSON") << QStringLiteral("\"}</script><script>alert(1)//");
        QTest::newRow("a template") << QStringLiteral("{{siteName}}{{{body}}}{{#menu}}{{> head}}");
        QTest::newRow("an address") << QStringLiteral("javascript:alert(1)");
        QTest::newRow("an address in disguise") << QStringLiteral(" JaVaScRiPt:alert(1)");
        QTest::newRow("data address") << QStringLiteral("data:text/html,<script>alert(1)</script>");
        QTest::newRow("another server") << QStringLiteral("//evil.example/x");
        QTest::newRow("a path with more") << QStringLiteral("/x\" onclick=\"alert(1), /y 2x");
        QTest::newRow("control characters")
            << QStringLiteral("a") + QChar(0) + QChar(0x1b) + QChar(0xd83d) + QChar(0xfffe);
    }
    void hostileTextsStayTexts()
    {
        QFETCH(QString, text);
        for (const Language language : {Language::Vietnamese, Language::English}) {
            Pages pages = samplePages(language);
            poison(pages, text);
            for (const auto &[name, html] : render(pages)) {
                const QStringList faults = faultsOf(html);
                QVERIFY2(faults.isEmpty(), qPrintable(name + QStringLiteral(": ") + faults.join(u'\n')));
                for (const QString &address : fetchedBy(html))
                    QVERIFY2((address.startsWith(u'/') && !address.startsWith(u"//")) || address == u"#",
                             qPrintable(name + QStringLiteral(": ") + address));
                QVERIFY2(!html.contains("href=\"//"), qPrintable(name));
                QVERIFY(!html.contains('\0'));
            }
        }
    }

    void aPageReachesForNothingElsewhere_data() { addLanguages(); }
    void aPageReachesForNothingElsewhere()
    {
        QFETCH(Language, language);
        for (const auto &[name, html] : render(samplePages(language))) {
            const QStringList fetched = fetchedBy(html);
            QVERIFY(name == u"saved" || fetched.size() > 2);
            for (const QString &address : fetched) {
                QVERIFY2(address.startsWith(u'/') && !address.startsWith(u"//"),
                         qPrintable(name + QStringLiteral(": ") + address));
                if (address.startsWith(QStringLiteral("/assets/")))
                    QVERIFY2(m_renderer->assets().count(address.section(u'#', 0, 0)) == 1, qPrintable(address));
            }
        }
    }

    void everyIconOfAPageIsInTheSprite()
    {
        const auto sprite = m_renderer->assets().at(m_renderer->theme().assetPath(QStringLiteral("icons.svg"))).bytes;
        for (const QString &address : fetchedBy(m_renderer->itemPage(sampleSite(), sampleItemPage())))
            if (address.contains(u'#'))
                QVERIFY(sprite.contains("id=\"" + address.section(u'#', 1).toUtf8() + '"'));
    }

    void dublinCoreIsOnEveryPageAndNeverEmpty_data() { addLanguages(); }
    void dublinCoreIsOnEveryPageAndNeverEmpty()
    {
        QFETCH(Language, language);
        for (const Pages &pages : {samplePages(language), barePages(language)}) {
            for (const auto &[name, html] : render(pages)) {
                for (const char *element : {"title", "creator", "date", "description", "publisher", "identifier",
                                            "language", "source", "contributor", "subject"})
                    QVERIFY2(!metaContent(html, QStringLiteral("DC.") + QLatin1String(element)).trimmed().isEmpty(),
                             qPrintable(name + QLatin1Char(' ') + QLatin1String(element)));
                for (const char *property : {"og:title", "og:type", "og:description", "og:site_name", "og:image"})
                    QVERIFY2(!metaContent(html, QLatin1String(property)).trimmed().isEmpty(),
                             qPrintable(name + QLatin1Char(' ') + QLatin1String(property)));
                QVERIFY2(!metaContent(html, QStringLiteral("description")).isEmpty(), qPrintable(name));
                QVERIFY2(metaContent(html, QStringLiteral("description")).size() <= 160, qPrintable(name));
                // What stands in place of a page is to be known by no address.
                const bool isPage = !name.startsWith(u"notice");
                QCOMPARE(html.contains("<link rel=\"canonical\" href=\"" + pages.site.baseUrl.toUtf8()), isPage);
                QCOMPARE(html.contains("rel=\"canonical\""), isPage);
                QCOMPARE(!metaContent(html, QStringLiteral("og:url")).isEmpty(), isPage);
                const bool isItem = name == u"item" || name == u"print" || name == u"saved";
                const Language said = isItem ? itemLanguage : name == u"fixed" ? pages.fixed.language : language;
                QCOMPARE(metaContent(html, QStringLiteral("DC.language")), toText(said));
            }
        }
    }

    void theItemsMetadataAreItsOwn()
    {
        const ItemPage page = sampleItemPage();
        const QByteArray html = m_renderer->itemPage(sampleSite(), page);
        QCOMPARE(metaContent(html, QStringLiteral("DC.title")), page.title);
        QCOMPARE(metaContent(html, QStringLiteral("DC.creator")), QStringLiteral("Thu Hiền"));
        QCOMPARE(metaContent(html, QStringLiteral("DC.date")), QStringLiteral("2023-10-02T16:20:14+07:00"));
        QCOMPARE(metaContent(html, QStringLiteral("DC.identifier")),
                 QStringLiteral("https://trieuphong.example.vn") + page.frame.path);
        QCOMPARE(metaContent(html, QStringLiteral("og:type")), QStringLiteral("article"));
        QCOMPARE(metaContent(html, QStringLiteral("og:image")),
                 QStringLiteral("https://trieuphong.example.vn/media/0-1280.jpg"));

        QCOMPARE(metaContent(html, QStringLiteral("og:image:alt")), page.picture->alt);
        ItemPage silent = page;
        silent.picture->alt.clear();
        QCOMPARE(metaContent(m_renderer->itemPage(sampleSite(), silent), QStringLiteral("og:image:alt")), page.title);

        const auto json =
            QRegularExpression(QStringLiteral(R"re(<script type="application/ld\+json">(.*?)</script>)re"))
                .match(QString::fromUtf8(html));
        QVERIFY(json.hasMatch());
        const QJsonObject article = QJsonDocument::fromJson(json.captured(1).toUtf8()).object();
        QCOMPARE(article[QStringLiteral("@type")].toString(), QStringLiteral("NewsArticle"));
        QCOMPARE(article[QStringLiteral("headline")].toString(), page.title);
        QCOMPARE(article[QStringLiteral("datePublished")].toString(), QStringLiteral("2023-10-02T16:20:14+07:00"));
        QCOMPARE(article[QStringLiteral("author")].toArray().first().toObject()[QStringLiteral("name")].toString(),
                 QStringLiteral("Thu Hiền"));
    }

    void aPictureSaysWhatItShowsWhereItStandsAlone()
    {
        FrontPage front = sampleFrontPage();
        front.featured.front().picture->alt = QStringLiteral("Cánh đồng lúa chín");
        SectionPage section = sampleSectionPage();
        section.items.front().picture->alt = QStringLiteral("Cánh đồng lúa chín");
        for (const QByteArray &html :
             {m_renderer->frontPage(sampleSite(), front), m_renderer->sectionPage(sampleSite(), section)}) {
            QCOMPARE(metaContent(html, QStringLiteral("og:image:alt")), QStringLiteral("Cánh đồng lúa chín"));
            QCOMPARE(html.count("Cánh đồng lúa chín"), 1); // beside its title it is decoration
        }
    }

    // An item is written in Vietnamese; what the English look puts around it is not.
    void anEnglishPageOfAVietnameseItemSaysSo()
    {
        ItemPage page = sampleItemPage();
        page.frame.originalPath = page.frame.path;
        page.frame.otherLanguagePath = QStringLiteral("/en") + page.frame.path;
        const QByteArray vietnamese = m_renderer->itemPage(sampleSite(), page);
        std::swap(page.frame.path, page.frame.otherLanguagePath);
        const QByteArray english = m_renderer->itemPage(sampleSite(Language::English), page);
        QVERIFY(english.contains("<html lang=\"en\""));
        QVERIFY(english.contains("<article class=\"item\" lang=\"vi\">"));
        const QByteArray address = "https://trieuphong.example.vn" + page.frame.originalPath.toUtf8();
        for (const QByteArray &html : {vietnamese, english}) {
            QVERIFY(html.contains("<link rel=\"canonical\" href=\"" + address + "\">"));
            QVERIFY(html.contains("<link rel=\"alternate\" hreflang=\"vi\" href=\"" + address + "\">"));
            QVERIFY(html.contains("<link rel=\"alternate\" hreflang=\"x-default\" href=\"" + address + "\">"));
            QVERIFY(!html.contains("<link rel=\"alternate\" hreflang=\"en\""));
            QCOMPARE(metaContent(html, QStringLiteral("DC.language")), QStringLiteral("vi"));
            QCOMPARE(metaContent(html, QStringLiteral("og:locale")), QStringLiteral("vi_VN"));
            QCOMPARE(metaContent(html, QStringLiteral("og:url")).toUtf8(), address);
            QVERIFY(html.contains("\"inLanguage\":\"vi\""));
        }
        // The reader still gets to the other look.
        QVERIFY(vietnamese.contains("class=\"language\" href=\"/en/"));
    }

    void anEnglishPageSaysWhatIsNotEnglish()
    {
        const auto english = render(samplePages(Language::English));
        const auto vietnamese = render(samplePages(Language::Vietnamese));
        for (const char *name : {"front", "section", "item", "search", "sitemap"}) {
            QVERIFY2(english.at(QLatin1String(name)).contains("Articles are published in Vietnamese only."), name);
            QVERIFY2(!vietnamese.at(QLatin1String(name)).contains("class=\"foreign\""), name);
        }
        const Site site = sampleSite(Language::English);
        const QByteArray front = english.at(QStringLiteral("front"));
        QVERIFY(front.contains("<span class=\"lockup-parent\" lang=\"vi\">"));
        QVERIFY(front.contains("<span lang=\"vi\"><strong>" + site.responsible.toUtf8()));
        QVERIFY(front.contains("<span lang=\"vi\">" + site.address.toUtf8()));
    }

    void aPageInTwoLanguagesNamesBothAndItself()
    {
        SectionPage page = sampleSectionPage();
        page.frame.path = QStringLiteral("/en/kinh-te");
        page.frame.otherLanguagePath = QStringLiteral("/kinh-te");
        const QByteArray html = m_renderer->sectionPage(sampleSite(Language::English), page);
        const QByteArray base = "https://trieuphong.example.vn";
        QVERIFY(html.contains("<link rel=\"canonical\" href=\"" + base + "/en/kinh-te\">"));
        QVERIFY(html.contains("hreflang=\"en\" href=\"" + base + "/en/kinh-te\">"));
        QVERIFY(html.contains("hreflang=\"vi\" href=\"" + base + "/kinh-te\">"));
        QVERIFY(html.contains("hreflang=\"x-default\" href=\"" + base + "/kinh-te\">"));
        // What is not for an index stands for nothing in another language.
        QVERIFY(!m_renderer->searchPage(sampleSite(), sampleSearchPage()).contains("rel=\"alternate\" hreflang"));
    }

    void theDateForMachinesIsTheContents()
    {
        SectionPage page = sampleSectionPage();
        page.frame.changed = sampleInstant;
        const QByteArray before = m_renderer->sectionPage(sampleSite(), page);
        page.frame.now += std::chrono::minutes(30);
        QCOMPARE(m_renderer->sectionPage(sampleSite(), page), before);
        QCOMPARE(metaContent(before, QStringLiteral("DC.date")), QStringLiteral("2023-10-02T16:20:14+07:00"));
    }

    void searchEnginesLearnTheWayAndTheHouse()
    {
        const auto typesOf = [](const QByteArray &html) {
            QStringList types;
            static const QRegularExpression script(
                QStringLiteral(R"re(<script type="application/ld\+json">(.*?)</script>)re"));
            for (auto it = script.globalMatch(QString::fromUtf8(html)); it.hasNext();) {
                const QJsonObject node = QJsonDocument::fromJson(it.next().captured(1).toUtf8()).object();
                types.append(node[QStringLiteral("@type")].toString());
            }
            return types;
        };
        QCOMPARE(typesOf(m_renderer->frontPage(sampleSite(), sampleFrontPage())),
                 (QStringList{QStringLiteral("WebSite"), QStringLiteral("GovernmentOrganization")}));
        QCOMPARE(typesOf(m_renderer->itemPage(sampleSite(), sampleItemPage())),
                 (QStringList{QStringLiteral("NewsArticle"), QStringLiteral("BreadcrumbList")}));
        QCOMPARE(typesOf(m_renderer->sectionPage(sampleSite(), sampleSectionPage())),
                 QStringList{QStringLiteral("BreadcrumbList")});
        QVERIFY(m_renderer->itemPage(sampleSite(), sampleItemPage()).contains("\"logo\":{"));
        // The way of a section's second page leads to the section, not to itself.
        SectionPage second = sampleSectionPage();
        second.frame.path = QStringLiteral("/tin-tuc?trang=2");
        second.pager = {.current = 2,
                        .last = 3,
                        .firstPath = QStringLiteral("/tin-tuc"),
                        .pathPrefix = QStringLiteral("/tin-tuc?trang=")};
        const QByteArray html = m_renderer->sectionPage(sampleSite(), second);
        const qsizetype way = html.indexOf("\"BreadcrumbList\"");
        QVERIFY(way > 0);
        QVERIFY(!html.mid(way, html.indexOf("</script>", way) - way).contains("trang=2"));
    }

    void noLineEndsInsideADocumentsNumber()
    {
        ItemPage page = sampleItemPage();
        page.title = QStringLiteral("Thực hiện Nghị quyết 05-NQ/ĐU & <b>");
        const QByteArray html = m_renderer->itemPage(sampleSite(), page);
        QVERIFY(html.contains("Nghị quyết <span class=\"number\">05-NQ/ĐU</span> &amp; &lt;b&gt;</h1>"));
        QVERIFY(html.contains("<title>Thực hiện Nghị quyết 05-NQ/ĐU &amp; &lt;b&gt;"));
    }

    void thereIsNoLabelForWhatNobodyGave()
    {
        ItemPage page = sampleItemPage();
        page.comments = 0;
        page.commentsOpen = false;
        page.rating = Rating{};
        const QByteArray item = m_renderer->itemPage(sampleSite(), page);
        FrontPage front = sampleFrontPage();
        for (ItemSummary &summary : front.featured)
            summary.comments = 0;
        SectionPage section = sampleSectionPage();
        for (ItemSummary &summary : section.items)
            summary.comments = 0;
        for (const QByteArray &html :
             {item, m_renderer->frontPage(sampleSite(), front), m_renderer->sectionPage(sampleSite(), section)}) {
            QVERIFY(!html.contains("#message-circle\""));
            QVERIFY(!html.contains("đánh giá</span>"));
            QVERIFY(!html.contains("tin, bài, văn bản"));
        }
        page.comments = 3;
        QVERIFY(m_renderer->itemPage(sampleSite(), page).contains("Ý kiến: </span>3"));
    }

    void whatWasTakenDownIsNamedAndWhereToAsk()
    {
        const auto html = render(samplePages(Language::Vietnamese));
        const QByteArray gone = html.at(QStringLiteral("notice 1"));
        for (const char *text : {">410<", "Bài đã gỡ theo Quyết định <span class=\"number\">959/QĐ-UBND</span>",
                                 "16:20, Thứ Hai, <span class=\"number\">2-10-2023</span>",
                                 "14:20, Thứ Năm, <span class=\"number\">5-10-2023</span>", "xin liên hệ"})
            QVERIFY2(gone.contains(text), text);
        QVERIFY(gone.contains("mailto:" + sampleSite().email.toUtf8()));
        QVERIFY(!html.at(QStringLiteral("notice 0")).contains("Bài đã gỡ"));
    }

    void aPageCanBeMadeBeforeAnybodyAsks()
    {
        Site site;
        site.name = QStringLiteral("Cổng");
        NoticePage page;
        page.kind = NoticeKind::TooLong;
        page.code = 414;
        const QByteArray html = m_renderer->noticePage(site, page);
        QVERIFY(html.contains(">414<"));
        QVERIFY(html.contains("<h1 class=\"page-title\">Địa chỉ quá dài</h1>"));
        QVERIFY(!html.contains("1970</time>"));
        QVERIFY(!html.contains("1970</span></time>"));
        QVERIFY(!html.contains("aria-current")); // and is not the front page
        QCOMPARE(faultsOf(html), QStringList());
    }

    void theItemPageShowsWhatTheBoardsPageShowed()
    {
        const QByteArray html = m_renderer->itemPage(sampleSite(), sampleItemPage());
        for (const char *text :
             {"16:20, Thứ Hai, <span class=\"number\">2-10-2023</span>",
              "<span class=\"visually-hidden\">Lượt xem: </span>363", "Điểm đánh giá: 41 (9 lượt)", "Ý kiến bạn đọc",
              "Thu Hiền", "Đính chính", "Đang truy cập", "Máy chủ tìm kiếm", "Khách viếng thăm", "Hôm nay",
              "Tháng hiện tại", "Tổng lượt truy cập", "2.737.060", "1.662", "rel=\"prev\"", "rel=\"next\""})
            QVERIFY2(html.contains(text), text);
    }

    void whatAnItemLacksIsNotShown()
    {
        ItemPage page;
        page.title = QStringLiteral("Bài");
        page.published = sampleInstant;
        const QByteArray html = m_renderer->itemPage(sampleSite(), page);
        for (const char *absent : {"item-subtitle", "item-lead", "item-genre", "item-modified", "corrections",
                                   "class=\"rating\"", "tags-title", "id=\"comments\"", "related-title", "neighbour",
                                   "byline", "class=\"source\"", "item-lead", "visits-title", "most-read"})
            QVERIFY2(!html.contains(absent), absent);
    }

    void commentsAreShownOnlyWhenOpenOrThere()
    {
        ItemPage page;
        page.comments = 0;
        QVERIFY(!m_renderer->itemPage(sampleSite(), page).contains("id=\"comments\""));
        page.commentsOpen = true;
        QVERIFY(m_renderer->itemPage(sampleSite(), page).contains("Chưa có ý kiến nào."));
        page.readerComments = {{QStringLiteral("Bạn đọc"), sampleInstant, QStringLiteral("Rất hay")}};
        page.comments = 1;
        const QByteArray html = m_renderer->itemPage(sampleSite(), page);
        QVERIFY(html.contains("Rất hay"));
        QVERIFY(!html.contains("Chưa có ý kiến nào."));
    }

    void anItemWithoutAPictureTakesNoneFromItsNeighbours()
    {
        FrontPage page = sampleFrontPage();
        page.links.clear();
        for (auto &block : page.sections)
            for (ItemSummary &item : block.items)
                item.picture.reset();
        page.featured.resize(1);
        page.latest.clear();
        page.frame.mostRead.clear();
        QCOMPARE(m_renderer->frontPage(sampleSite(), page).count("<picture>"), 1);
        page.featured[0].picture.reset();
        QCOMPARE(m_renderer->frontPage(sampleSite(), page).count("<picture>"), 0);
    }

    void emptyPlacesSayThatTheyAreEmpty()
    {
        const Pages pages = barePages(Language::Vietnamese);
        QVERIFY(m_renderer->frontPage(pages.site, pages.front).contains("Cổng sắp ra mắt"));
        QVERIFY(m_renderer->sectionPage(pages.site, pages.section).contains("Chuyên mục chưa có tin, bài"));
        QVERIFY(!m_renderer->frontPage(sampleSite(), sampleFrontPage()).contains("Cổng sắp ra mắt"));
        SearchPage none;
        none.query = QStringLiteral("abc");
        QVERIFY(m_renderer->searchPage(pages.site, none).contains("Không có kết quả"));
        QVERIFY(!m_renderer->searchPage(pages.site, SearchPage()).contains("Không có kết quả"));
        none.failed = true;
        QVERIFY(m_renderer->searchPage(pages.site, none).contains("Hiện chưa tìm kiếm được"));
    }

    void aSectionWithoutItemsHasNoPlaceOnTheFrontPage()
    {
        FrontPage page = sampleFrontPage();
        page.sections = {{{QStringLiteral("Trống"), QStringLiteral("/trong")}, {}, {}}};
        QVERIFY(!m_renderer->frontPage(sampleSite(), page).contains("Trống"));
    }

    void onlyContentPagesAreForSearchEngines()
    {
        const auto html = render(samplePages(Language::Vietnamese));
        for (const char *name : {"front", "section", "item", "fixed", "sitemap", "entries", "leaders"})
            QVERIFY2(!html.at(QLatin1String(name)).contains("noindex"), name);
        for (const char *name :
             {"print", "saved", "search", "notice 0", "notice 1", "notice 2", "notice 3", "notice 4", "notice 5"})
            QVERIFY2(html.at(QLatin1String(name)).contains("<meta name=\"robots\" content=\"noindex\">"), name);
    }

    void theNoticeOfAnItemTakenDownIsShownOnlyThere()
    {
        const auto html = render(samplePages(Language::Vietnamese));
        QVERIFY(html.at(QStringLiteral("notice 1")).contains("Gỡ để kiểm tra số liệu."));
        QVERIFY(!html.at(QStringLiteral("notice 0")).contains("Gỡ để kiểm tra số liệu."));
    }

    void theMenuKnowsWhereTheReaderIs()
    {
        const QByteArray section = m_renderer->sectionPage(sampleSite(), sampleSectionPage());
        QVERIFY(section.contains("<a href=\"/tin-tuc/kinh-te\" aria-current=\"page\">"));
        QCOMPARE(section.count("menu-item is-open"), 1);
        const QByteArray front = m_renderer->frontPage(sampleSite(), sampleFrontPage());
        QVERIFY(front.contains("menu-home is-open"));
    }

    void pagesAreNumberedWithGaps()
    {
        SectionPage page = sampleSectionPage();
        page.pager.current = 6;
        const QByteArray html = m_renderer->sectionPage(sampleSite(), page);
        QCOMPARE(html.count("pager-gap"), 2);
        QVERIFY(html.contains("href=\"/tin-tuc/kinh-te?trang=5\" rel=\"prev\""));
        QVERIFY(html.contains("href=\"/tin-tuc/kinh-te?trang=7\" rel=\"next\""));
        QVERIFY(html.contains("<a href=\"/tin-tuc/kinh-te?trang=6\" aria-current=\"page\">"));
        QVERIFY(html.contains("<a href=\"/tin-tuc/kinh-te\"><span class=\"visually-hidden\">Trang </span>1</a>"));
        page.pager = {};
        QVERIFY(!m_renderer->sectionPage(sampleSite(), page).contains("class=\"pager\""));
    }

    void theWordsAskedForAreMarkedInTitles()
    {
        SearchPage page = sampleSearchPage();
        page.query = QStringLiteral("họp & 959/QĐ-UBND <b>");
        page.hits.resize(1);
        page.hits[0].item.title = QStringLiteral("Họp <b>xong</b> & ký 959/QĐ-UBND \"tốt\"");
        const QByteArray html = m_renderer->searchPage(sampleSite(), page);
        const qsizetype from = html.indexOf("<h2 class=\"hit-title\">");
        const QByteArray title = html.mid(from, html.indexOf("</h2>", from) - from);
        QVERIFY2(title.contains("<mark>Họp</mark> &lt;<mark>b</mark>&gt;xong&lt;/<mark>b</mark>&gt; &amp; ký "
                                "<mark>959</mark>/<mark>QĐ</mark>-<mark>UBND</mark> &quot;tốt&quot;</a>"),
                 title);
        QCOMPARE(faultsOf(html), QStringList());
        // Without a word that was asked for, and without any.
        for (const QString &other : {QStringLiteral("Tin khác"), QStringLiteral("?!")}) {
            page.hits[0].item.title = other;
            QVERIFY(m_renderer->searchPage(sampleSite(), page).contains(">" + other.toUtf8() + "</a></h2>"));
        }
    }

    void feedsAreListedAndExplained()
    {
        const QByteArray map = m_renderer->sitemapPage(sampleSite(), sampleSitemapPage());
        const qsizetype from = map.indexOf("id=\"rss\"");
        QVERIFY(from > 0);
        const QByteArray part = map.mid(from, map.indexOf("</section>", from) - from);
        QVERIFY(part.contains("ứng dụng đọc tin"));
        QVERIFY(part.contains("href=\"/rss.xml\""));
        QVERIFY(part.contains(">https://trieuphong.example.vn/rss.xml<"));
        QCOMPARE(part.count("<li>"), qsizetype(sampleSitemapPage().groups.size()) + 1);
        for (const auto &[name, html] : render(samplePages(Language::Vietnamese))) {
            if (name == u"print" || name == u"saved")
                continue;
            QVERIFY2(html.contains("<li><a href=\"/so-do-trang#rss\">"), qPrintable(name));
            QVERIFY2(html.contains("<link rel=\"alternate\" type=\"application/rss+xml\""), qPrintable(name));
        }
    }

    void paperSaysWhereItIsFrom()
    {
        const ItemPage page = sampleItemPage();
        QVERIFY(m_renderer->itemPage(sampleSite(), page)
                    .contains("footer-address\">Địa chỉ trang: https://trieuphong.example.vn" + page.frame.path.toUtf8()
                              + "</p>"));
        // What was taken down was at an address; what was never there, or went wrong anywhere, was at none.
        NoticePage notice{.frame = page.frame, .kind = NoticeKind::Gone, .notice = {}, .latest = {}};
        QVERIFY(m_renderer->noticePage(sampleSite(), notice).contains("footer-address\">Địa chỉ trang: https://"));
        notice.frame.path.clear();
        for (const NoticeKind kind : {NoticeKind::NotFound, NoticeKind::Refused, NoticeKind::TooLong}) {
            notice.kind = kind;
            QVERIFY(!m_renderer->noticePage(sampleSite(), notice).contains("footer-address"));
        }
    }

    void feedsAreAnnouncedInTheHead()
    {
        const QByteArray html = m_renderer->itemPage(sampleSite(), sampleItemPage());
        QVERIFY(html.contains("<link rel=\"alternate\" type=\"application/rss+xml\" title=\"Hoạt động của huyện – Cổng "
                              "thông tin điện tử huyện Triệu Phong\" href=\"/tin-tuc/hoat-dong-cua-huyen/rss.xml\">"));
        QVERIFY(html.contains("href=\"/rss.xml\">"));
    }

    void theAuthoritysOwnEmblemStandsInPlaceOfOurs()
    {
        Site site = sampleSite();
        site.emblemPath = QStringLiteral("/media/emblem.png");
        const QByteArray html = m_renderer->frontPage(site, sampleFrontPage());
        QCOMPARE(html.count("<img class=\"emblem\" src=\"/media/emblem.png\""), 2);
    }

    void aSavedItemStandsAlone()
    {
        const QByteArray html = m_renderer->printPage(sampleSite(), sampleItemPage(), PrintTarget::File);
        QVERIFY(!html.contains("/assets/"));
        QVERIFY(html.contains("<base href=\"https://trieuphong.example.vn/\">"));
        QVERIFY(html.contains("<style>"));
        QVERIFY(html.contains("https://trieuphong.example.vn/tin-tuc/"));
    }

    void theBodyIsWrittenAsItWasPrepared()
    {
        ItemPage page;
        page.bodyHtml = QStringLiteral("<p>Năm &amp; tháng <strong>đậm</strong></p>");
        QVERIFY(m_renderer->itemPage(sampleSite(), page).contains("<p>Năm &amp; tháng <strong>đậm</strong></p>"));
    }

    void theSamePageGivesTheSameBytesFromEveryThread()
    {
        const Site site = sampleSite();
        const ItemPage item = sampleItemPage();
        const FrontPage front = sampleFrontPage();
        const QByteArray itemBytes = m_renderer->itemPage(site, item);
        const QByteArray frontBytes = m_renderer->frontPage(site, front);
        std::atomic<int> same = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] {
                for (int round = 0; round < 8; ++round)
                    if (m_renderer->itemPage(site, item) == itemBytes
                        && m_renderer->frontPage(site, front) == frontBytes)
                        ++same;
            });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(same.load(), 32);
    }
};

QTEST_GUILESS_MAIN(TestPages)
#include "tst_pages.moc"
