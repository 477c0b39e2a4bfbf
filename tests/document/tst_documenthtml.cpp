#include "Builders.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace toasoan;
using namespace toasoan::document;
using namespace toasoan::document::build;
using namespace Qt::StringLiterals;

namespace {

const QDir fixtures(QStringLiteral(TOASOAN_SOURCE_DIR "/tests/document/fixtures"));

QByteArray read(const QString &name)
{
    QFile file(fixtures.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// What fixtures/README.md says: the pictures 1 and 2 have files.
std::optional<PictureSources> picture(const QString &id)
{
    for (const int number : {1, 2}) {
        if (id != media(number))
            continue;
        const auto file = [&](int width, const char *type) {
            return QStringLiteral("/anh/%1-%2.%3").arg(number).arg(width).arg(QLatin1StringView(type));
        };
        const auto set = [&](const char *type) {
            return file(480, type) + u" 480w, "_s + file(960, type) + u" 960w"_s;
        };
        return PictureSources{.src = file(960, "jpg"),
                              .avif = {},
                              .webp = set("webp"),
                              .jpeg = set("jpg"),
                              .sizes = QStringLiteral("100vw"),
                              .width = 960,
                              .height = 640};
    }
    return std::nullopt;
}

const TableWords tableWords{.size = u"Bảng {{rows}} dòng, {{columns}} cột"_s,
                            .scrolls = u"Cuộn trong khung để xem hết."_s};

} // namespace

class TestDocumentHtml : public QObject
{
    Q_OBJECT

private slots:
    void theHeadOfATableIsItsHeaderRowsWithWhatTheyReachInto_data()
    {
        QTest::addColumn<Node>("table");
        QTest::addColumn<int>("headRows"); // 0: no head
        const auto head = [](const QString &words, int rows = 1) {
            return node(u"tableHeader"_s, {p(words)}, {{u"rowspan"_s, rows}});
        };
        const auto cell = [](const QString &words) { return node(u"tableCell"_s, {p(words)}); };
        const auto row = [](const QList<Node> &cells) { return node(u"tableRow"_s, cells); };
        const auto table = [](const QList<Node> &rows) { return node(u"table"_s, rows); };
        QTest::newRow("one") << table({row({head(u"A"_s), head(u"B"_s)}), row({cell(u"1"_s), cell(u"2"_s)})}) << 1;
        QTest::newRow("two") << table({row({head(u"A"_s)}), row({head(u"B"_s)}), row({cell(u"1"_s)})}) << 2;
        QTest::newRow("a cell reaches down")
            << table({row({head(u"A"_s, 2), head(u"B"_s)}), row({cell(u"b"_s)}), row({cell(u"1"_s), cell(u"2"_s)})})
            << 2;
        QTest::newRow("labels beside the rows") << table({row({head(u"A"_s), cell(u"1"_s)}), row({cell(u"2"_s)})}) << 0;
        QTest::newRow("reaching below the table")
            << table({row({head(u"A"_s, 5), head(u"B"_s)}), row({cell(u"1"_s)})}) << 0;
        QTest::newRow("nothing but heads") << table({row({head(u"A"_s)}), row({head(u"B"_s)})}) << 0;
        QTest::newRow("a label for many rows")
            << table({row({head(u"A"_s, 100), head(u"B"_s)}), row({cell(u"1"_s)}), row({cell(u"2"_s)})}) << 0;
    }
    void theHeadOfATableIsItsHeaderRowsWithWhatTheyReachInto()
    {
        QFETCH(Node, table);
        QFETCH(int, headRows);
        const QString html = toHtml(doc({table}));
        const auto end = html.indexOf(u"</thead>");
        QCOMPARE(end >= 0 ? int(html.left(end).count(u"<tr>")) : 0, headRows);
        QCOMPARE(int(html.count(u"<tr>")), int(table.children.size()));
        QCOMPARE(html.count(u"<tbody>"), 1);
        QVERIFY(!toEditorHtml(doc({table})).contains(u"<thead>"));
    }

    void aTableSaysWhatPaperItNeeds_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("classes");
        QTest::newRow("few columns") << QStringList{u"Tin"_s, u"245"_s} << u"table-wrapper"_s;
        QTest::newRow("much text in few columns")
            << QStringList(3, u"một câu dài "_s.repeated(50)) << u"table-wrapper"_s;
        QTest::newRow("ten short columns") << QStringList(10, u"12,5"_s) << u"table-wrapper"_s;
        QTest::newRow("ten columns of amounts") << QStringList(10, u"1.250.000"_s) << u"table-wrapper table-wide"_s;
        QTest::newRow("thirty columns") << QStringList(30, u"1.250"_s) << u"table-wrapper table-wide table-crowded"_s;
        QTest::newRow("an address needs no page of its own")
            << QStringList{u"Trang"_s, u"https://example.vn/"_s + QString(300, u'x')} << u"table-wrapper"_s;
    }
    void aTableSaysWhatPaperItNeeds()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, classes);
        QList<Node> cells;
        for (const QString &each : words)
            cells.append(node(u"tableCell"_s, {p(each)}));
        const QString html = toHtml(doc({node(u"table"_s, {node(u"tableRow"_s, cells)})}));
        QVERIFY2(html.contains(u"class=\"%1\""_s.arg(classes)), qPrintable(html.left(200)));
        QCOMPARE(html.contains(u"<td class=\"breaks\">"), words.last().size() > 100 && !words.last().contains(u' '));
    }

    // On a phone a box that scrolls looks finished: how much it holds is said.
    void aTableSaysHowLongItIs()
    {
        const auto table = [](int rows, const QString &summary = {}) {
            QList<Node> all{node(
                u"tableRow"_s,
                {node(u"tableHeader"_s, {p(u"TT"_s)}), node(u"tableHeader"_s, {p(u"Hộ"_s)}, {{u"colspan"_s, 2}})})};
            for (int row = 0; row < rows; ++row)
                all.append(node(u"tableRow"_s, QList<Node>(3, node(u"tableCell"_s, {p(u"x"_s)}))));
            HtmlOptions options;
            options.tables = tableWords;
            return toHtml(doc({node(u"table"_s, all, {{u"summary"_s, summary}})}), options);
        };
        QVERIFY(table(40).contains(u"table-long\" tabindex=\"0\" role=\"region\" aria-label=\"Bảng 40 dòng, 3 cột\" "
                                   "data-size=\"Bảng 40 dòng, 3 cột. Cuộn trong khung để xem hết.\""_s));
        QVERIFY(table(12).contains(u"table-long"));
        QVERIFY(!table(11).contains(u"table-long"));
        QVERIFY(table(11).contains(u"role=\"region\" aria-label=\"Bảng 11 dòng, 3 cột\"><table>"));
        QVERIFY(table(40, u"Danh sách"_s).contains(u"aria-label=\"Danh sách\" data-size=\"Bảng 40 dòng, 3 cột."));
        QCOMPARE(tableWords.sizeOf(1500, 10), u"Bảng 1.500 dòng, 10 cột"_s);
        const TableWords english{
            .size = u"Table of {{rows}} rows and {{columns}} columns"_s, .scrolls = {}, .language = Language::English};
        QCOMPARE(english.sizeOf(1500, 10), u"Table of 1,500 rows and 10 columns"_s);
        // Words are given by who shows it; without them it is said to be nothing.
        const QString silent =
            toHtml(doc({node(u"table"_s, {node(u"tableRow"_s, {node(u"tableCell"_s, {p(u"x"_s)})})})}));
        QVERIFY(silent.contains(u"tabindex=\"0\"><table>"));
    }

    // Who goes from region to region hears the names alone.
    void tablesAlikeHaveNamesApart()
    {
        const auto table = [](const QString &summary) {
            return node(u"table"_s, {node(u"tableRow"_s, {node(u"tableCell"_s, {p(u"x"_s)})})},
                        {{u"summary"_s, summary}});
        };
        HtmlOptions options;
        options.tables = tableWords;
        const QString html = toHtml(
            doc({table({}), table(u"Giá"_s), table({}), table(u"Giá"_s), table(u"Giá (2)"_s), table({})}), options);
        static const QRegularExpression label(u"aria-label=\"([^\"]*)\""_s);
        QStringList names;
        for (auto it = label.globalMatch(html); it.hasNext();)
            names.append(it.next().captured(1));
        QCOMPARE(names,
                 (QStringList{u"Bảng 1 dòng, 1 cột"_s, u"Giá"_s, u"Bảng 1 dòng, 1 cột (2)"_s, u"Giá (2)"_s,
                              u"Giá (2) (2)"_s, u"Bảng 1 dòng, 1 cột (3)"_s}));
        QCOMPARE(html.count(u"<caption>Giá</caption>"), 2); // what is seen is as it was written
    }

    // A head that claims fifty columns over three does not turn the paper.
    void whatIsOnlySpannedIsNoColumn()
    {
        const auto cell = [](qint64 columns, qint64 rows) {
            return node(u"tableCell"_s, {p(u"x"_s)}, {{u"colspan"_s, columns}, {u"rowspan"_s, rows}});
        };
        HtmlOptions options;
        options.tables = tableWords;
        const QString html =
            toHtml(doc({node(u"table"_s,
                             {node(u"tableRow"_s, {cell(50, 1)}), node(u"tableRow"_s, {cell(1, 500), cell(3, 1)}),
                              node(u"tableRow"_s, {cell(1, 1)}), node(u"tableRow"_s, {cell(2, 1), cell(1, 1)})})}),
                   options);
        QVERIFY2(html.contains(u"class=\"table-wrapper\""), qPrintable(html.left(200)));
        QVERIFY2(html.contains(u"4 dòng, 3 cột"), qPrintable(html.left(200)));
    }

    void aTableOfMoreColumnsThanAnybodyReadsIsDrawnWithoutSpans()
    {
        const auto table = [](int cells, qint64 columns) {
            const Node wide = node(u"tableCell"_s, {p(u"x"_s)}, {{u"colspan"_s, columns}, {u"rowspan"_s, 2}});
            const Node cell = node(u"tableCell"_s, {p(u"x"_s)});
            return doc({node(u"table"_s,
                             {node(u"tableRow"_s, QList<Node>(cells, wide)), node(u"tableRow"_s, {cell}),
                              node(u"tableRow"_s, {cell})})});
        };
        const auto spans = [](const QString &html) {
            return std::pair(html.count(u"colspan=\"50\""), html.count(u"rowspan=\"2\""));
        };
        HtmlOptions options;
        options.tables = tableWords;
        // A cell below, beside those that reach down, is one column more. What is only spanned is none.
        const QString most = toHtml(table(19, 50), options);
        QCOMPARE(spans(most), std::pair(qsizetype(19), qsizetype(19)));
        QVERIFY(most.contains(u"3 dòng, 20 cột"));
        const QString tooMany = toHtml(table(20, 50), options);
        QCOMPARE(spans(tooMany), std::pair(qsizetype(0), qsizetype(0)));
        QVERIFY(tooMany.contains(u"3 dòng, 20 cột"));
        QVERIFY(tooMany.contains(u"table-crowded"));
        QCOMPARE(tooMany.count(u"<td"), 22);
        QCOMPARE(spans(toEditorHtml(table(20, 50))), std::pair(qsizetype(20), qsizetype(20)));
    }

    void noLineEndsInsideADocumentsNumber()
    {
        QCOMPARE(toHtml(doc({p(u"Theo 959/QĐ-UBND & khác"_s)})),
                 u"<p>Theo <span class=\"number\">959/QĐ-UBND</span> &amp; khác</p>"_s);
        QVERIFY(!toEditorHtml(doc({p(u"959/QĐ-UBND"_s)})).contains(u"span"));
    }

    void fixturesGiveTheirHtml_data()
    {
        QTest::addColumn<QString>("name");
        for (QString name : fixtures.entryList({QStringLiteral("*.json")})) {
            name.chop(5);
            if (name != QStringLiteral("refused"))
                QTest::newRow(qPrintable(name)) << name;
        }
    }
    void fixturesGiveTheirHtml()
    {
        QFETCH(QString, name);
        const auto document = fromJson(read(name + u".json"_s));
        QVERIFY(document);
        QCOMPARE(toEditorHtml(*document).toUtf8() + '\n', read(name + u".html"_s));
        HtmlOptions options;
        options.picture = picture;
        options.tables = tableWords;
        QCOMPARE(toHtml(*document, options).toUtf8() + '\n', read(name + u".portal.html"_s));
    }

    void everyNodeAndMarkHasAFixture()
    {
        QByteArray all;
        for (const QString &name : fixtures.entryList({QStringLiteral("*.json")})) {
            if (name != QStringLiteral("refused.json"))
                all += read(name);
        }
        for (const char *type : {"paragraph",  "heading",        "bulletList", "orderedList", "listItem", "blockquote",
                                 "table",      "tableRow",       "tableCell",  "tableHeader", "figure",   "figimage",
                                 "figcaption", "horizontalRule", "hardBreak",  "link",        "bold",     "italic",
                                 "underline",  "strike",         "subscript",  "superscript", "conflict"})
            QVERIFY2(all.contains(QByteArray("\"") + type + '"'), type);
    }

    void aPictureHasAllItsSources()
    {
        HtmlOptions options;
        options.picture = [](const QString &) {
            return PictureSources{.src = QStringLiteral("a.jpg"),
                                  .avif = QStringLiteral("a.avif 1x"),
                                  .webp = QStringLiteral("a.webp 1x"),
                                  .jpeg = {},
                                  .sizes = {},
                                  .width = 0,
                                  .height = 0};
        };
        QCOMPARE(toHtml(doc({figure(media(5), QString())}), options),
                 QStringLiteral("<figure><picture><source type=\"image/avif\" srcset=\"a.avif 1x\"><source "
                                "type=\"image/webp\" srcset=\"a.webp 1x\"><img src=\"a.jpg\" alt=\"\" loading=\"lazy\" "
                                "decoding=\"async\"></picture></figure>"));
    }

    // Links point to them: they are the first that is free, whatever the headings say.
    void headingsThatSayTheSameAreNumbered()
    {
        const QStringList says{u"a"_s, u"a-2"_s, u"a 2"_s, u"A 2 2"_s, u"a-3"_s, u"a"_s, u"a-2-2"_s, u"b"_s};
        QList<Node> headings;
        QStringList expected;
        for (int i = 0; i < 200; ++i) {
            const QString text = says[(i * i + i / 7) % says.size()];
            headings.append(h(2, text));
            const QString wanted = u"muc-"_s + text.toLower().replace(u' ', u'-');
            QString id = wanted;
            for (int number = 2; expected.contains(id); ++number)
                id = u"%1-%2"_s.arg(wanted).arg(number);
            expected.append(id);
        }
        static const QRegularExpression written(u" id=\"([^\"]*)\""_s);
        QStringList ids;
        for (auto matches = written.globalMatch(toHtml(doc(headings))); matches.hasNext();)
            ids.append(matches.next().captured(1));
        QCOMPARE(ids, expected);
    }

    void headingIdsCanBeLeftOut()
    {
        HtmlOptions options;
        options.headingIds = HeadingIds::None;
        QCOMPARE(toHtml(doc({h(2, QStringLiteral("Mục"))}), options), QStringLiteral("<h2>Mục</h2>"));
    }

    // Paper prints the address behind the words, and so it would stand there twice.
    void aLinkSaysWhetherItsWordsAreItsAddress_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isSaid");
        const QString site = u"https://dichvucong.gov.vn"_s;
        QTest::newRow("the same") << site << site << true;
        QTest::newRow("a slash more") << site + u'/' << site << true;
        QTest::newRow("a slash less") << site + u"/p/home"_s << site + u"/p/home/"_s << true;
        QTest::newRow("without scheme") << u"dichvucong.gov.vn/p/home"_s << site + u"/p/home/"_s << true;
        QTest::newRow("in capitals") << u" DichVuCong.gov.vn"_s << u"HTTPS://DICHVUCONG.GOV.VN/"_s << true;
        QTest::newRow("decoded") << u"vi.dụ/đường?a=đ"_s << u"https://vi.dụ/%C4%91%C6%B0%E1%BB%9Dng?a=%C4%91"_s << true;
        QTest::newRow("a query that ends with a slash") << site + u"/?a=/"_s << site + u"?a="_s << false;
        QTest::newRow("words") << u"Cổng Dịch vụ công"_s << site << false;
        QTest::newRow("its start") << site << site + u"/p/home"_s << false;
        QTest::newRow("in other letters") << site + u"/P"_s << site + u"/p"_s << false;
        QTest::newRow("another scheme") << u"http://dichvucong.gov.vn"_s << site << false;
        QTest::newRow("another site") << u"https://dichvucong.example"_s << site << false;
        QTest::newRow("blank") << u" "_s << site << false;
        QTest::newRow("a mailbox, which is not printed") << u"a@example.vn"_s << u"mailto:a@example.vn"_s << false;
    }
    void aLinkSaysWhetherItsWordsAreItsAddress()
    {
        QFETCH(QString, words);
        QFETCH(QString, address);
        QFETCH(bool, isSaid);
        const Mark link = mark(u"link"_s, {{u"href"_s, address}});
        const Node whole = doc({p({text(u"Xem "_s), text(words, {link}), text(u"."_s)})});
        QCOMPARE(toHtml(whole).contains(u" class=\"address\">"), isSaid);
        QVERIFY(!toEditorHtml(whole).contains(u"class"));
        // Part of it in bold is the same link.
        const Node parts =
            doc({p({text(words.first(1), {link, mark(u"bold"_s)}), text(words.sliced(1) + u'!', {link})})});
        QVERIFY(!toHtml(parts).contains(u"class"));
        if (words.size() < 2)
            return;
        const Node same = doc({p({text(words.first(1), {link, mark(u"bold"_s)}), text(words.sliced(1), {link})})});
        QCOMPARE(toHtml(same).count(u" class=\"address\">"), isSaid ? 1 : 0);
    }

    // Who vouches for a page reads where its links lead and what its pictures are said to show.
    void whatIsUnseenIsWrittenOut()
    {
        const auto link = [](const QString &address, const QString &title = {}) {
            return mark(u"link"_s, {{u"href"_s, address}, {u"title"_s, title}});
        };
        HtmlOptions options;
        options.unseen = {.description = u"Mô tả ảnh"_s};
        const auto written = [&](const Node &document) {
            const QString html = toHtml(document, options);
            QStringList addresses;
            static const QRegularExpression place(u"</a><span class=\"link-address\"> →\u00a0([^<]*)</span>"_s);
            for (auto matches = place.globalMatch(html); matches.hasNext();)
                addresses.append(matches.next().captured(1));
            return addresses;
        };
        const Mark lead = link(u"https://casino.example.com/win?a=1&b=2"_s, u"Trang <chủ>"_s);
        QCOMPARE(written(doc({p({text(u"Xem "_s), text(u"chinhphu.vn"_s, {lead}), text(u"."_s)})})),
                 QStringList{u"https://casino.example.com/win?a=1&amp;b=2 (“Trang &lt;chủ&gt;”)"_s});
        // One link, though a part of it is bold; two beside each other are two.
        QCOMPARE(written(doc(
                     {p({text(u"một "_s, {link(u"https://a.vn/"_s), mark(u"bold"_s)}),
                         text(u"hai "_s, {link(u"https://a.vn/"_s)}), text(u"ba"_s, {link(u"tel:+84233123456"_s)})})})),
                 (QStringList{u"https://a.vn/"_s, u"tel:+84233123456"_s}));
        // Words that are the address say it already.
        QVERIFY(written(doc({p({text(u"a.vn/tin"_s, {link(u"https://a.vn/tin"_s)}),
                                text(u"ubnd@a.vn"_s, {link(u"mailto:ubnd@a.vn"_s)})})}))
                    .isEmpty());

        options.picture = [](const QString &) { return std::optional(PictureSources()); };
        const Node picture =
            doc({figure(u"018aefb9-6d8d-7c11-8a51-6f1f2f7a0002"_s, u"Cảnh"_s, u"Ảnh: A"_s, u"Hai người <bắt tay>"_s)});
        const QString described =
            u"<p class=\"picture-description\">Mô tả ảnh: Hai người &lt;bắt tay&gt;</p></figure>"_s;
        QVERIFY(toHtml(picture, options).contains(described));
        options.unseen.reset();
        QVERIFY(!toHtml(picture, options).contains(u"picture-description"));
    }

    void anEmptyLinkIsNoLinkForReaders()
    {
        const Node document = doc({p({text(QStringLiteral("a"), {mark(QStringLiteral("link"))})})});
        QVERIFY(check(document));
        QCOMPARE(toHtml(document), QStringLiteral("<p>a</p>"));
    }

    void aLinkThatDeceivesIsWordsAlone_data()
    {
        QTest::addColumn<QString>("href");
        QTest::addColumn<bool>("isLink");
        QTest::newRow("an address") << u"https://quangtri.gov.vn/tin?so=1#a"_s << true;
        QTest::newRow("a blank of the address") << u"https://quangtri.gov.vn/Ke%20hoach%2005.pdf"_s << true;
        QTest::newRow("mail") << u"mailto:ubnd@quangtri.gov.vn"_s << true;
        QTest::newRow("telephone") << u"tel:+842333123456"_s << true;
        QTest::newRow("letters of the alphabet") << u"https://cổng.vn/đường"_s << true;
        QTest::newRow("a scheme alone") << u"http:"_s << false;
        QTest::newRow("no host") << u"http://"_s << false;
        QTest::newRow("half a number") << u"http://[::1"_s << false;
        QTest::newRow("a name before the host") << u"https://congan.gov.vn@lua.vn/"_s << false;
        QTest::newRow("a backslash") << u"https://lua.vn\\@x"_s << false;
        QTest::newRow("turned around") << u"https://\u202Elua"_s << false;
        QTest::newRow("not seen") << u"https://quang\u200Btri.gov.vn/"_s << false;
    }
    void aLinkThatDeceivesIsWordsAlone()
    {
        QFETCH(QString, href);
        QFETCH(bool, isLink);
        const Mark link{.type = u"link"_s, .attributes = {{u"href"_s, href}, {u"title"_s, QString()}}};
        const Node text{.type = u"text"_s, .attributes = {}, .children = {}, .text = u"đây"_s, .marks = {link}};
        const Node paragraph{.type = u"paragraph"_s, .attributes = {}, .children = {text}, .text = {}, .marks = {}};
        const Node document{.type = u"doc"_s, .attributes = {}, .children = {paragraph}, .text = {}, .marks = {}};
        const QString html = toHtml(document, {});
        QVERIFY(html.contains(u"đây"_s));
        QCOMPARE(html.contains(u"<a "_s), isLink);
    }
};

QTEST_GUILESS_MAIN(TestDocumentHtml)
#include "tst_documenthtml.moc"
