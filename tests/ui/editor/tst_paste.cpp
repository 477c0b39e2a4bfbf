#include "EditorFixture.h"
#include "support/Patience.h"
#include "ui/editor/EditorPage.h"
#include "ui/editor/EditorWebView.h"
#include "ui/editor/PastedPicture.h"
#include "ui/widgets/TurnWatch.h"

#include <QBuffer>
#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <QTest>
#include <QUrl>
#include <QWebEnginePage>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

const QByteArray blank = R"({"type":"paragraph"})";

}

class TestPaste : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<EditorFixture> m_editor;
    QList<PictureOffer> m_offers;

private slots:
    void initTestCase()
    {
        m_editor = std::make_unique<EditorFixture>();
        connect(&m_editor->view, &EditorView::pictureOffered, this,
                [this](const PictureOffer &offer) { m_offers.append(offer); });
    }
    void cleanupTestCase() { m_editor.reset(); }
    void init()
    {
        m_offers.clear();
        QVERIFY(m_editor->open(documentOf(blank)));
    }

    void aWordDocumentBecomesTheClosedSchema()
    {
        m_editor->paste(fixtureText(QStringLiteral("word.html")), QStringLiteral("BÁO CÁO"));
        QTRY_COMPARE(m_editor->view.documentJson(), fixtureJson(QStringLiteral("word.json")));
        QTRY_COMPARE(m_offers.size(), 1);
        QCOMPARE(m_offers[0].path,
                 QStringLiteral("C:/Users/bbt/AppData/Local/Temp/msohtmlclip1/01/clip_image 001.jpg"));
        QCOMPARE(m_editor->view.requestGuard().refused(), 0);
        m_editor->view.takePicture(m_offers[0].offer, *Uuid::fromText(u"018aefb9-6d8d-7c11-8a51-6f1f2f7a0001"),
                                   QSize(8, 6));
        QTRY_VERIFY(m_editor->view.documentJson().contains(
            R"({"attrs":{"alt":"Phòng họp","height":6,"media":"018aefb9-6d8d-7c11-8a51-6f1f2f7a0001","width":8},"type":"figimage"})"));
        // One undo takes the whole paste away, its picture with it.
        m_editor->key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(m_editor->view.documentJson(), documentOf(blank));
    }

    void htmlBecomesWhatTheSchemaKnows_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *html, const QByteArray &expected) {
            QTest::newRow(name) << QString::fromUtf8(html) << expected;
        };
        row("a web page's furniture",
            "<div><nav><script>x()</script><style>p{}</style></nav><p onclick='x()'>Chữ</p><iframe "
            "src='http://x/'></iframe></div>",
            paragraph(QStringLiteral("Chữ")));
        row("headings keep to the levels", "<h1>Một</h1><h6>Sáu</h6>",
            R"({"content":[{"text":"Một","type":"text"}],"type":"heading"},{"attrs":{"level":4},"content":[{"text":"Sáu","type":"text"}],"type":"heading"})");
        row("no-break spaces and blank paragraphs", "<p>Một&nbsp;&nbsp; hai</p><p>&nbsp;</p><p>ba</p>",
            paragraph(QStringLiteral("Một hai")) + ',' + paragraph(QStringLiteral("ba")));
        row("NFD", "<p>Vie\u0302\u0323t Nam</p>", paragraph(QStringLiteral("Việt Nam")));
        row("styles that mean marks",
            "<p><span style='font-weight:700'>đậm</span> <span style='font-style: italic'>nghiêng</span></p>",
            R"({"content":[{"marks":[{"type":"bold"}],"text":"đậm","type":"text"},{"text":" ","type":"text"},{"marks":[{"type":"italic"}],"text":"nghiêng","type":"text"}],"type":"paragraph"})");
        row("Google Docs' wrapper is not bold",
            "<b style='font-weight:normal' id='docs-internal-guid-1'><p>Chữ</p></b>", paragraph(QStringLiteral("Chữ")));
        row("links with a script lose it", "<p><a href='javascript:x()'>chữ</a></p>", paragraph(QStringLiteral("chữ")));
        row("a header cell of thead",
            "<table><caption>Bảng</caption><thead><tr><td>a</td></tr></thead><tbody><tr><td>b</td></tr></tbody></"
            "table>",
            R"({"attrs":{"summary":"Bảng"},"content":[{"content":[{"content":[)" + paragraph(QStringLiteral("a"))
                + R"(],"type":"tableHeader"}],"type":"tableRow"},{"content":[{"content":[)"
                + paragraph(QStringLiteral("b")) + R"(],"type":"tableCell"}],"type":"tableRow"}],"type":"table"})");
        row("a heading in a cell", "<table><tr><td><h2>a</h2></td></tr></table>",
            R"({"content":[{"content":[{"content":[)" + paragraph(QStringLiteral("a"))
                + R"(],"type":"tableCell"}],"type":"tableRow"}],"type":"table"})");
    }
    void htmlBecomesWhatTheSchemaKnows()
    {
        QFETCH(QString, html);
        QFETCH(QByteArray, expected);
        m_editor->paste(html, QStringLiteral("x"));
        QTRY_COMPARE(m_editor->view.documentJson(), documentOf(expected));
        QCOMPARE(m_editor->view.requestGuard().refused(), 0);
    }

    void theCaretIsSeenAfterwards_data()
    {
        QTest::addColumn<QString>("html");
        QTest::newRow("plain text") << QString();
        QTest::newRow("paragraphs") << QStringLiteral("<p>Sáng nay xã họp dân.</p>").repeated(60);
        QTest::newRow("a picture last") << QStringLiteral("<p>Sáng nay xã họp dân.</p>").repeated(60)
                + QStringLiteral("<p><img src=\"data:image/png;base64,iVBORw0KGgo=\"></p>");
    }
    void theCaretIsSeenAfterwards()
    {
        QFETCH(const QString, html);
        QVERIFY(m_editor->open(documentOf(QByteArrayList(20, paragraph(QStringLiteral("một hai"))).join(','))));
        m_editor->placeCaret(QStringLiteral("p:last-child"), 7);
        m_editor->paste(html, QStringLiteral("Sáng nay xã họp dân.\n\n").repeated(60));
        QTRY_VERIFY(m_editor->flushed().size() > 2000);
        const auto isSeen = [this] {
            return m_editor
                ->evaluate(QStringLiteral(
                    "(() => { const at = getSelection().getRangeAt(0).startContainer; const element = at.nodeType === "
                    "3 "
                    "? at.parentElement : at; const { top, bottom } = element.getBoundingClientRect(); return top >= 0 "
                    "&& bottom < innerHeight; })()"))
                .toBool();
        };
        QTRY_VERIFY(isSeen());
        const QSize before = m_editor->view.size();
        m_editor->view.resize(before - QSize(0, 120)); // a notice comes over the sheet, or a picture into it
        QTRY_VERIFY(isSeen());
        m_editor->view.resize(before);
    }

    void aPictureWithinTextIsOfferedAsBytes()
    {
        m_editor->paste(
            QStringLiteral("<p>trước</p><p><img src=\"data:image/png;base64,QUJD\" alt=\"Ảnh\"></p><p>sau</p>"),
            QStringLiteral("trước sau"));
        QTRY_COMPARE(m_offers.size(), 1);
        QCOMPARE(m_offers[0].bytes, QByteArray("ABC"));
        QCOMPARE(m_offers[0].mimeType, QStringLiteral("image/png"));
        QTRY_COMPARE(
            m_editor->view.documentJson(),
            documentOf(
                paragraph(QStringLiteral("trước"))
                + R"(,{"content":[{"attrs":{"alt":"Ảnh"},"type":"figimage"},{"type":"figcaption"}],"type":"figure"},)"
                + paragraph(QStringLiteral("sau"))));
    }

    void severalPicturesKeepTheirOrder()
    {
        m_editor->paste(QStringLiteral("<p>a<img src=\"file:///C:/1.png\"><img src=\"file:///C:/2.png\"></p><p><img "
                                       "src=\"file:///home/x/3.png\"></p>"),
                        QStringLiteral("a"));
        QTRY_COMPARE(m_offers.size(), 3);
        QCOMPARE(m_offers[0].path, QStringLiteral("C:/1.png"));
        QCOMPARE(m_offers[1].path, QStringLiteral("C:/2.png"));
        QCOMPARE(m_offers[2].path, QStringLiteral("/home/x/3.png"));
        m_editor->view.takePicture(m_offers[1].offer, *Uuid::fromText(u"018aefb9-6d8d-7c11-8a51-6f1f2f7a0002"),
                                   QSize(8, 6));
        const QByteArray waiting = R"({"content":[{"type":"figimage"},{"type":"figcaption"}],"type":"figure"})";
        QTRY_COMPARE(
            m_editor->view.documentJson(),
            documentOf(
                paragraph(QStringLiteral("a")) + ',' + waiting
                + R"(,{"content":[{"attrs":{"height":6,"media":"018aefb9-6d8d-7c11-8a51-6f1f2f7a0002","width":8},"type":"figimage"},{"type":"figcaption"}],"type":"figure"},)"
                + waiting));
    }

    void picturesOfTheWebStayOutsideAndThePersonIsTold()
    {
        m_editor->paste(QStringLiteral("<p>chữ <img src=\"https://example.com/a.jpg\"></p>"), QStringLiteral("chữ"));
        QTRY_VERIFY(m_editor->view.documentJson().contains("chữ"));
        QVERIFY(!m_editor->view.documentJson().contains("figure"));
        QVERIFY(m_offers.isEmpty());
        QTRY_VERIFY(m_editor->view.noticeText().contains(QStringLiteral("web pages")));
        QCOMPARE(m_editor->view.requestGuard().refused(), 0);
        QVERIFY(m_editor->open(documentOf(paragraph(QStringLiteral("bài khác")))));
        QVERIFY2(m_editor->view.noticeText().isEmpty(), "what it says is of the document before");
    }

    void linksThatLeadNowhereStayWordsAndThePersonIsTold()
    {
        m_editor->paste(QStringLiteral("<p><a href=\"https://x.vn/Ke hoach.pdf\">một</a> <a "
                                       "href=\"file:///C:/hai.docx\">hai</a> <a href=\"ba.html\">ba</a></p>"),
                        QStringLiteral("một hai ba"));
        const QByteArray kept =
            R"({"content":[{"marks":[{"attrs":{"href":"https://x.vn/Ke%20hoach.pdf"},"type":"link"}],"text":"một","type":"text"},{"text":" hai ba","type":"text"}],"type":"paragraph"})";
        QTRY_COMPARE(m_editor->view.documentJson(), documentOf(kept));
        QTRY_VERIFY(m_editor->view.noticeText().startsWith(QStringLiteral("2 link")));

        // With what else was left out of the same paste.
        m_editor->paste(QStringLiteral("<p><a href=\"#x\">chữ</a> <img src=\"https://example.com/a.jpg\"></p>"),
                        QStringLiteral("chữ"));
        QTRY_VERIFY(m_editor->view.noticeText().contains(QStringLiteral("\n1 link")));
        QVERIFY(m_editor->view.noticeText().startsWith(QStringLiteral("Pictures from web pages")));
    }

    void aPictureAloneIsOffered()
    {
        QImage image(12, 8, QImage::Format_RGB32);
        image.fill(Qt::blue);
        QGuiApplication::clipboard()->setImage(image);
        m_editor->key(Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(m_offers.size(), 1);
        QCOMPARE(m_offers[0].mimeType, QStringLiteral("image/png"));
        QCOMPARE(QImage::fromData(m_offers[0].bytes).size(), QSize(12, 8));
        QTRY_VERIFY(m_editor->view.documentJson().contains("figimage"));
    }

    // Chromium is asked before each key whether it is one of its own, and would do what it said "yes" to with the next
    // key that reaches it.
    void theNextKeyBringsNoSecondOne_data()
    {
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::newRow("paste") << Qt::KeyboardModifiers(Qt::ControlModifier);
        QTest::newRow("as plain text") << (Qt::ControlModifier | Qt::ShiftModifier);
    }
    void theNextKeyBringsNoSecondOne()
    {
        QFETCH(Qt::KeyboardModifiers, modifiers);
        QImage image(12, 8, QImage::Format_RGB32);
        image.fill(Qt::blue);
        QGuiApplication::clipboard()->setImage(image);
        m_editor->key(Qt::Key_A);
        QTRY_VERIFY(m_editor->view.documentJson().contains("\"a\"")); // the caret is in the text
        m_editor->key(Qt::Key_V, modifiers);
        QTRY_COMPARE(m_offers.size(), 1);
        m_editor->key(Qt::Key_Control, Qt::ControlModifier);
        m_editor->key(Qt::Key_S, Qt::ControlModifier);
        m_editor->key(Qt::Key_End);
        QTRY_COMPARE(m_editor->view.documentJson().count("figimage"), 1);
        QTest::qWait(500); // what should not come
        QCOMPARE(m_offers.size(), 1);
        QCOMPARE(m_editor->view.documentJson().count("figimage"), 1);
    }

    void aPictureThatIsEncodedStaysAsItIs_data()
    {
        QTest::addColumn<QStringList>("formats");
        QTest::addColumn<QString>("taken");
        QTest::newRow("JPEG") << QStringList{u"image/jpeg"_s} << u"image/jpeg"_s;
        QTest::newRow("PNG") << QStringList{u"image/png"_s} << u"image/png"_s;
        QTest::newRow("the source's own first") << QStringList{u"image/jpeg"_s, u"image/png"_s} << u"image/jpeg"_s;
        QTest::newRow("one that is not taken before it")
            << QStringList{u"image/x-xcf"_s, u"image/webp"_s} << u"image/webp"_s;
    }
    void aPictureThatIsEncodedStaysAsItIs()
    {
        QFETCH(QStringList, formats);
        QFETCH(QString, taken);
        auto *data = new QMimeData;
        for (const QString &format : formats)
            data->setData(format, "bytes of " + format.toLatin1());
        data->setHtml(u"<meta charset='utf-8'><img src=\"https://a.vn/anh.jpg\" alt=\"Ảnh\">"_s); // as browsers do
        QGuiApplication::clipboard()->setMimeData(data);
        m_editor->key(Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(m_offers.size(), 1);
        QCOMPARE(m_offers[0].mimeType, taken);
        QCOMPARE(m_offers[0].bytes, "bytes of " + taken.toLatin1());
        QTRY_VERIFY(m_editor->view.documentJson().contains("figimage"));
    }

    void pictureFilesAreTakenByTheirPath()
    {
        auto *data = new QMimeData;
        data->setUrls({QUrl::fromLocalFile(u"/tmp/Lũ lụt.jpg"_s), QUrl::fromLocalFile(u"/tmp/b.png"_s)});
        data->setText(u"/tmp/Lũ lụt.jpg"_s);
        QGuiApplication::clipboard()->setMimeData(data);
        m_editor->key(Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(m_offers.size(), 2);
        QCOMPARE(m_offers[0].path, u"/tmp/Lũ lụt.jpg"_s);
        QVERIFY(m_offers[0].bytes.isEmpty());
    }

    void ofFilesTogetherTheBadOneIsNamedAndTheOthersAreTaken()
    {
        auto *data = new QMimeData;
        data->setUrls({QUrl::fromLocalFile(u"/tmp/a.jpg"_s), QUrl::fromLocalFile(u"/tmp/Báo cáo.docx"_s),
                       QUrl::fromLocalFile(u"/tmp/b.png"_s)});
        QGuiApplication::clipboard()->setMimeData(data);
        m_editor->key(Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(m_offers.size(), 2);
        QCOMPARE(m_editor->view.noticeText(), u"“Báo cáo.docx”: This file is not a picture."_s);
        m_editor->view.refusePicture(m_offers[1].offer, u"Damaged."_s);
        QCOMPARE(m_editor->view.noticeText(), u"“Báo cáo.docx”: This file is not a picture.\n“b.png”: Damaged."_s);
        QTRY_COMPARE(m_editor->view.documentJson().count("figimage"), 1);

        // Another time they are not told of again.
        data = new QMimeData;
        data->setUrls({QUrl::fromLocalFile(u"/tmp/c.jpg"_s)});
        QGuiApplication::clipboard()->setMimeData(data);
        m_editor->view.showNotice(u"Something else."_s);
        m_editor->key(Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(m_offers.size(), 3);
        m_editor->view.refusePicture(m_offers[2].offer, u"Too large."_s);
        QCOMPARE(m_editor->view.noticeText(), u"“c.jpg”: Too large."_s);
    }

    void aDrawingBesideTextIsNotTaken()
    {
        auto *data = new QMimeData;
        data->setImageData(QImage(12, 8, QImage::Format_RGB32));
        data->setHtml(u"<style>td { color: red; }</style><table><tr><td>Hộ nghèo</td></tr></table>"_s);
        data->setText(u"Hộ nghèo"_s);
        QVERIFY(!isPictureAlone(*data));
        QGuiApplication::clipboard()->setMimeData(data);
        m_editor->key(Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY(m_editor->view.documentJson().contains("Hộ nghèo"));
        QCOMPARE(m_offers.size(), 0);
    }

    void aPhotoBecomesAJpegAndADrawingAPng()
    {
        QImage photo(600, 400, QImage::Format_RGB32);
        quint32 noise = 1;
        for (int y = 0; y < photo.height(); ++y) {
            for (int x = 0; x < photo.width(); ++x) {
                noise = noise * 1664525 + 1013904223;
                photo.setPixel(x, y, qRgb(x / 3, y / 2, 100 + int(noise >> 28)));
            }
        }
        QCOMPARE(encodePicture(photo).mimeType, u"image/jpeg"_s);
        QVERIFY(encodePicture(photo).bytes.startsWith("\xff\xd8"));
        QImage screen(600, 400, QImage::Format_RGB32);
        screen.fill(Qt::white);
        for (int i = 0; i < 300; ++i)
            screen.setPixel(i, i, qRgb(0, 0, i % 255));
        QCOMPARE(encodePicture(screen).mimeType, u"image/png"_s);
        QCOMPARE(encodePicture(photo.convertToFormat(QImage::Format_ARGB32)).mimeType, u"image/png"_s);
    }

    // A camera's picture that comes as pixels only: the figure stands there at once, and no turn of the window's loop
    // computes for long.
    void aLargePictureDoesNotHoldTheWindow()
    {
        QImage image(6000, 4000, QImage::Format_RGB32);
        quint32 noise = 1;
        for (int y = 0; y < image.height(); ++y) {
            auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
            for (int x = 0; x < image.width(); ++x) {
                noise = noise * 1664525 + 1013904223;
                line[x] = qRgb(x / 24, y / 16, int(noise >> 27));
            }
        }
        QGuiApplication::clipboard()->setImage(image);
        TurnWatch watch;
        std::chrono::milliseconds longest{0};
        connect(&watch, &TurnWatch::slowTurn, this,
                [&longest](const SlowTurn &turn) { longest = std::max(longest, turn.cpu); });
        m_editor->key(Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY(m_editor->view.documentJson().contains("figimage"));
        QTRY_COMPARE_WITH_TIMEOUT(m_offers.size(), 1, 120'000);
        QCOMPARE(m_offers[0].mimeType, u"image/jpeg"_s);
        QVERIFY(m_offers[0].bytes.size() < 24 * 1024 * 1024);
        QVERIFY2(longest <= TurnWatch::longest, qPrintable(QString::number(longest.count())));
    }

    void controlShiftVPastesPlainText()
    {
        auto *data = new QMimeData;
        data->setHtml(QStringLiteral("<h1>Đề</h1><p><b>đậm</b></p>"));
        data->setText(QStringLiteral("Đề\n\nđậm"));
        QGuiApplication::clipboard()->setMimeData(data);
        m_editor->key(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(m_editor->view.documentJson(),
                     documentOf(paragraph(QStringLiteral("Đề")) + ',' + paragraph(QStringLiteral("đậm"))));
    }

    void anAddressOverASelectionBecomesItsLink()
    {
        QVERIFY(m_editor->open(documentOf(paragraph(QStringLiteral("Cổng tỉnh")))));
        m_editor->selectIn(QStringLiteral("p"), 0, 4);
        m_editor->paste({}, QStringLiteral("https://quangtri.gov.vn/"));
        const QByteArray linked =
            R"({"content":[{"marks":[{"attrs":{"href":"https://quangtri.gov.vn/"},"type":"link"}],"text":"Cổng","type":"text"},{"text":" tỉnh","type":"text"}],"type":"paragraph"})";
        QTRY_COMPARE(m_editor->view.documentJson(), documentOf(linked));
    }

    void anAddressWithoutSchemeDoesToo()
    {
        QVERIFY(m_editor->open(documentOf(paragraph(QStringLiteral("Cổng tỉnh")))));
        m_editor->selectIn(QStringLiteral("p"), 0, 4);
        m_editor->paste({}, QStringLiteral("www.quangtri.gov.vn"));
        QTRY_VERIFY(m_editor->view.documentJson().contains("\"href\":\"https://www.quangtri.gov.vn\""));
        QVERIFY(m_editor->view.documentJson().contains("Cổng"));
    }

    // In running text a blank ends the address.
    void wordsAfterAnAddressAreNoPartOfIt()
    {
        QVERIFY(m_editor->open(documentOf(paragraph(QStringLiteral("Cổng tỉnh")))));
        m_editor->selectIn(QStringLiteral("p"), 0, 4);
        m_editor->paste({}, QStringLiteral("https://x.vn/a là trang"));
        QTRY_COMPARE(m_editor->view.documentJson(),
                     documentOf(paragraph(QStringLiteral("https://x.vn/a là trang tỉnh"))));
    }

    void whatIsCopiedHerePastesTheSame()
    {
        const QByteArray document = fixtureJson(QStringLiteral("seed-article.json"));
        QVERIFY(m_editor->open(document));
        m_editor->key(Qt::Key_A, Qt::ControlModifier);
        m_editor->key(Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY(QGuiApplication::clipboard()->mimeData()->hasHtml());
        QVERIFY(m_editor->open(documentOf(blank)));
        m_editor->key(Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(m_editor->view.documentJson(), document);
        QVERIFY(m_offers.isEmpty());
    }
};

QTEST_MAIN(TestPaste)
#include "tst_paste.moc"
