#include "EditorFixture.h"
#include "support/Patience.h"
#include "ui/editor/EditorPage.h"
#include "ui/editor/EditorToolBar.h"
#include "ui/editor/EditorWebView.h"
#include "ui/widgets/ErrorText.h"

#include <QApplication>
#include <QBuffer>
#include <QElapsedTimer>
#include <QImage>
#include <QInputMethodEvent>
#include <QJsonDocument>
#include <QTemporaryFile>
#include <QTest>
#include <QTimer>

#include <csignal>

using namespace toasoan;

namespace {

const QByteArray blank = R"({"type":"paragraph"})";

QByteArray paragraphs(int count)
{
    QByteArray blocks;
    for (int i = 0; i < count; ++i)
        blocks += (i ? "," : "") + paragraph(QStringLiteral("Đoạn văn số %1 của bài viết.").arg(i));
    return blocks;
}

QByteArray redPicture()
{
    QImage image(40, 30, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

const Uuid media = *Uuid::fromText(u"018aefb9-6d8d-7c11-8a51-6f1f2f7a0001");

} // namespace

class TestEditorView : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<EditorFixture> m_editor;

private slots:
    void initTestCase() { m_editor = std::make_unique<EditorFixture>(); }
    void cleanupTestCase() { m_editor.reset(); }
    void cleanup() { m_editor->view.setReadOnly(false); }

    void aDocumentGoesThereAndBack_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("blank") << documentOf(blank);
        QTest::newRow("seed article") << fixtureJson(QStringLiteral("seed-article.json"));
        QTest::newRow("from Word") << fixtureJson(QStringLiteral("word.json"));
    }
    void aDocumentGoesThereAndBack()
    {
        QFETCH(QByteArray, json);
        QVERIFY(m_editor->open(json));
        QSignalSpy edited(&m_editor->view, &EditorView::edited);
        QCOMPARE(m_editor->flushed(), json);
        QCOMPARE(edited.count(), 0); // to be shown is not to be changed
        // What the page itself holds, not what the desk gave it.
        emit m_editor->view.findChild<EditorBridge *>()->resend();
        QVERIFY(edited.wait(longestWait));
        QCOMPARE(m_editor->view.documentJson(), json);
    }

    // Chromium asks for its menu a moment after the click.
    void aMenuOpensOnlyOverItsPage()
    {
        QVERIFY(m_editor->open(documentOf(paragraph(QStringLiteral("Tin")))));
        m_editor->view.hide();
        emit m_editor->view.webView()->menuRequested(QPoint(100, 100));
        QVERIFY(!QApplication::activePopupWidget());
        m_editor->view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_editor->view, longestWait));
        emit m_editor->view.webView()->menuRequested(QPoint(100, 100));
        QVERIFY(QApplication::activePopupWidget());
        QApplication::activePopupWidget()->close();
    }

    void aKeyIsHeardWhenThePageHasAnsweredForIt()
    {
        QVERIFY(m_editor->open(documentOf(paragraph(QStringLiteral("Tin")))));
        m_editor->placeCaret(QStringLiteral("p"), 3);
        QVERIFY(m_editor->view.hasHeardAll());
        QSignalSpy hearing(&m_editor->view, &EditorView::hearingChanged);
        QWidget *page = m_editor->view.webView()->focusProxy();
        QTest::keyClick(page, Qt::Key_Left); // nothing is typed by it
        QVERIFY(m_editor->view.hasHeardAll());
        QTest::keyClick(page, 'x');
        QVERIFY(!m_editor->view.hasHeardAll());
        QTRY_VERIFY(m_editor->view.hasHeardAll());
        QVERIFY(m_editor->view.documentJson().contains('x'));
        QCOMPARE(hearing.count(), 2);
    }

    void defaultsAreLeftOutAndKeysSorted()
    {
        QVERIFY(m_editor->open(
            R"({"type":"doc","content":[{"type":"paragraph","attrs":{"align":"start"},"content":[{"type":"text","text":"a"}]}]})"));
        emit m_editor->view.findChild<EditorBridge *>()->resend();
        QTRY_COMPARE(m_editor->view.documentJson(), documentOf(paragraph(QStringLiteral("a"))));
    }

    void whatIsTypedReachesTheDesk()
    {
        QVERIFY(m_editor->open(documentOf(blank)));
        QSignalSpy edited(&m_editor->view, &EditorView::edited);
        m_editor->type(QStringLiteral("Xin chào"));
        QVERIFY(edited.wait(longestWait));
        QTRY_COMPARE(m_editor->view.documentJson(), documentOf(paragraph(QStringLiteral("Xin chào"))));
    }

    void longTypingIsSentOnTheWayAndNotOnlyAtItsEnd()
    {
        QVERIFY(m_editor->open(documentOf(blank)));
        QSignalSpy edited(&m_editor->view, &EditorView::edited);
        // A key every 20 ms, without a pause before three were sent: a timer that each key pushes away would send
        // nothing. Not for ever: who has typed for twenty seconds without an answer is rescued.
        constexpr int mostKeys = 500;
        constexpr int sends = 3;
        QTimer keyboard;
        int keys = 0;
        int sentOnTheWay = 0;
        connect(&keyboard, &QTimer::timeout, this, [&] {
            m_editor->type(QStringLiteral("a"));
            ++keys;
            sentOnTheWay = int(edited.count());
            if (sentOnTheWay >= sends || keys == mostKeys)
                keyboard.stop();
        });
        keyboard.start(20);
        QTRY_VERIFY(!keyboard.isActive());
        QVERIFY2(sentOnTheWay >= sends, qPrintable(QString::number(sentOnTheWay)));
        QTRY_COMPARE(m_editor->view.documentJson(), documentOf(paragraph(QString(keys, QLatin1Char('a')))));
    }

    void onlyChangedBlocksTravel()
    {
        QVERIFY(m_editor->open(documentOf(paragraphs(200))));
        m_editor->placeCaret(QStringLiteral("p:nth-child(100)"), 0);
        m_editor->evaluate(QStringLiteral("window.lastChange = null"));
        QSignalSpy edited(&m_editor->view, &EditorView::edited);
        m_editor->type(QStringLiteral("X"));
        QVERIFY(edited.wait(longestWait));
        auto expected = DocumentBlocks::fromJson(documentOf(paragraphs(200)));
        QVERIFY(
            expected->replace(99, 1, {QString::fromUtf8(paragraph(QStringLiteral("XĐoạn văn số 99 của bài viết.")))}));
        QCOMPARE(m_editor->view.documentJson(), expected->json());
    }

    void telexThroughAnInputMethodIsComposedAndSentInNfc()
    {
        QVERIFY(m_editor->open(documentOf(blank)));
        QWidget *page = m_editor->view.webView()->focusProxy();
        for (const auto *preedit : {u"V", u"Vi", u"Vie", u"Viê", u"Viê\u0323"}) { // the last in NFD, as some deliver it
            QInputMethodEvent event(QString::fromUtf16(preedit), {});
            QCoreApplication::sendEvent(page, &event);
            m_editor->evaluate(QStringLiteral("0"));
        }
        QInputMethodEvent commit;
        commit.setCommitString(QStringLiteral("Vie\u0302\u0323t"));
        QCoreApplication::sendEvent(page, &commit);
        m_editor->type(QStringLiteral(" Nam"));
        QTRY_COMPARE(m_editor->view.documentJson(), documentOf(paragraph(QStringLiteral("Việt Nam"))));
    }

    void whatIsOutsideTheSchemaIsRefusedAndClosed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("unknown block") << documentOf(R"({"type":"video"})");
        QTest::newRow("unknown mark") << documentOf(
            R"({"type":"paragraph","content":[{"type":"text","text":"a","marks":[{"type":"blink"}]}]})");
        QTest::newRow("wrong content") << documentOf(R"({"type":"blockquote","content":[{"type":"heading"}]})");
        QTest::newRow("wrong attribute") << documentOf(R"({"type":"heading","attrs":{"level":1}})");
        QTest::newRow("script link") << documentOf(
            R"js({"type":"paragraph","content":[{"type":"text","text":"a","marks":[{"type":"link","attrs":{"href":"javascript:alert(1)"}}]}]})js");
        QTest::newRow("no document") << QByteArray("{}");
    }
    void whatIsOutsideTheSchemaIsRefusedAndClosed()
    {
        QFETCH(QByteArray, json);
        QVERIFY(m_editor->open(documentOf(paragraph(QStringLiteral("bài trước")))));
        QSignalSpy refused(&m_editor->view, &EditorView::documentRefused);
        QSignalSpy edited(&m_editor->view, &EditorView::edited);
        m_editor->view.open(json);
        QVERIFY(refused.count() == 1 || refused.wait(longestWait));
        if (json != "{}") {
            m_editor->type(QStringLiteral("a"));
            // As it came, whatever is in it.
            QCOMPARE(QJsonDocument::fromJson(m_editor->flushed()), QJsonDocument::fromJson(json));
            QCOMPARE(edited.count(), 0);
        }
        // Nothing of the document before, neither in the page nor for who asks.
        QCOMPARE(m_editor->evaluate(QStringLiteral("document.querySelector('.article-body').innerText.trim()")),
                 QString());
        QVERIFY(!m_editor->view.documentJson().contains("trước"));
        QCOMPARE(refused.count(), 1);
    }

    void readOnlyRefusesTypingAndCommands()
    {
        QVERIFY(m_editor->open(documentOf(paragraph(QStringLiteral("Văn bản")))));
        m_editor->view.setReadOnly(true);
        QTRY_COMPARE(m_editor->view.state().can, QStringList()); // the page has heard of it
        QSignalSpy edited(&m_editor->view, &EditorView::edited);
        m_editor->type(QStringLiteral("x"));
        m_editor->view.command(QStringLiteral("heading"), {{QStringLiteral("level"), 2}});
        m_editor->view.insertPicture(media, QSize(4, 3), QStringLiteral("x"));
        QCOMPARE(m_editor->flushed(), documentOf(paragraph(QStringLiteral("Văn bản"))));
        QCOMPARE(edited.count(), 0);
        QVERIFY(!m_editor->view.toolBar()->isVisible());
        m_editor->view.setReadOnly(false);
        QTRY_VERIFY(!m_editor->view.state().can.isEmpty());
        m_editor->placeCaret(QStringLiteral("p"), 0);
        m_editor->type(QStringLiteral("x"));
        QTRY_COMPARE(m_editor->view.documentJson(), documentOf(paragraph(QStringLiteral("xVăn bản"))));
    }

    void aMergedTextComesInUnderTheCaret()
    {
        QVERIFY(m_editor->open(documentOf(paragraph(QStringLiteral("một")) + "," + paragraph(QStringLiteral("hai")))));
        m_editor->placeCaret(QStringLiteral("p:nth-child(2)"), 3);
        m_editor->type(QStringLiteral(" ba"));
        QTRY_VERIFY(m_editor->view.documentJson().contains("hai ba"));

        const QByteArray merged = documentOf(paragraph(QStringLiteral("mới")) + "," + paragraph(QStringLiteral("một!"))
                                             + "," + paragraph(QStringLiteral("hai ba")));
        QSignalSpy edited(&m_editor->view, &EditorView::edited);
        bool done = false;
        m_editor->view.replaceDocument(
            [&](const QByteArray &) { return merged; },
            [&](EditorView::Replaced outcome) { done = outcome == EditorView::Replaced::In; });
        QTRY_VERIFY(done);
        QCOMPARE(m_editor->view.documentJson(), merged);
        QCOMPARE(edited.count(), 0);

        m_editor->type(QStringLiteral("X")); // the caret is still behind "ba"
        QTRY_VERIFY(m_editor->view.documentJson().contains("hai baX"));
        m_editor->key(Qt::Key_Z, Qt::ControlModifier); // undo takes back what this person typed, not what came in
        QTRY_COMPARE(m_editor->view.documentJson(),
                     documentOf(paragraph(QStringLiteral("mới")) + "," + paragraph(QStringLiteral("một!")) + ","
                                + paragraph(QStringLiteral("hai"))));
    }

    void whatIsTypedWhileAMergeIsOnItsWayIsMergedToo()
    {
        QVERIFY(m_editor->open(documentOf(paragraph(QStringLiteral("a")))));
        m_editor->placeCaret(QStringLiteral("p"), 1);
        int merges = 0;
        bool done = false;
        m_editor->view.replaceDocument(
            [&](const QByteArray &mine) {
                if (++merges == 1)
                    m_editor->type(QStringLiteral("b")); // reaches the page before the replacement does
                const QByteArray theirs = "," + paragraph(QStringLiteral("theirs"));
                return mine.contains("theirs")
                    ? mine
                    : QByteArray(mine).replace("],\"type\":\"doc\"", theirs + "],\"type\":\"doc\"");
            },
            [&](EditorView::Replaced outcome) { done = outcome == EditorView::Replaced::In; });
        QTRY_VERIFY(done);
        QCOMPARE(m_editor->flushed(),
                 documentOf(paragraph(QStringLiteral("ab")) + "," + paragraph(QStringLiteral("theirs"))));
        QVERIFY(merges >= 1);
    }

    // "Too large" is never told as "of a newer program"; and what is left out while typing is said where it is typed.
    void whatIsOverTheLimitsIsSaid()
    {
        QSignalSpy refused(&m_editor->view, &EditorView::documentRefused);
        QVERIFY(m_editor->open(documentOf(blank)));
        QByteArray nested = paragraph(QStringLiteral("sâu"));
        for (int i = 0; i < 200; ++i)
            nested = R"({"content":[{"content":[)" + nested + R"(],"type":"listItem"}],"type":"bulletList"})";
        m_editor->view.open(documentOf(nested));
        QVERIFY(refused.count() == 1 || refused.wait(longestWait));
        const auto why = refused.front().front().value<Error>();
        QCOMPARE(why.code, ErrorCode::TooLarge);
        QVERIFY2(errorText(why).contains(QStringLiteral("larger than any")), qPrintable(errorText(why)));
        QCOMPARE(m_editor->view.noticeText(), QString()); // whoever shows the text says so, once

        QVERIFY(m_editor->open(documentOf(paragraph(QStringLiteral("đầu")))));
        auto *bridge = m_editor->view.findChild<EditorBridge *>();
        bridge->limitReached(QStringLiteral("size"));
        QVERIFY(m_editor->view.noticeText().contains(QStringLiteral("longer than an article may be")));
        bridge->limitReached(QStringLiteral("depth"));
        QVERIFY(m_editor->view.noticeText().contains(QStringLiteral("cannot be nested deeper")));
    }

    void aReplacementThatDoesNotComeInIsAnsweredToo()
    {
        const QByteArray mine = documentOf(paragraph(QStringLiteral("mình")));
        QVERIFY(m_editor->open(mine));
        QSignalSpy refused(&m_editor->view, &EditorView::documentRefused);
        std::vector<EditorView::Replaced> outcomes;
        const auto done = [&outcomes](EditorView::Replaced outcome) { outcomes.push_back(outcome); };
        m_editor->view.replaceDocument([](const QByteArray &) { return documentOf(R"({"type":"video"})"); }, done);
        QTRY_COMPARE(outcomes, std::vector{EditorView::Replaced::NotIn});
        QCOMPARE(refused.count(), 1);
        QCOMPARE(m_editor->view.documentJson(), mine);
        m_editor->view.replaceDocument([](const QByteArray &shown) { return shown; }, done);
        QVERIFY(m_editor->open(documentOf(blank))); // another document
        QCOMPARE(outcomes.size(), std::size_t(2));
        QCOMPARE(outcomes[1], EditorView::Replaced::NotIn);
    }

    void whatComesInWhileThereIsNoPageStandsInTheNextOne()
    {
        EditorFixture editor;
        QVERIFY(editor.open(documentOf(paragraph(QStringLiteral("cũ")))));
        QSignalSpy ended(editor.view.webView()->page(), &QWebEnginePage::renderProcessTerminated);
        ::kill(static_cast<pid_t>(editor.view.webView()->page()->renderProcessPid()), SIGKILL);
        QVERIFY(ended.wait(longestWait));
        const QByteArray theirs = documentOf(paragraph(QStringLiteral("mới")));
        std::optional<EditorView::Replaced> outcome;
        QSignalSpy opened(&editor.view, &EditorView::opened);
        editor.view.replaceDocument([&](const QByteArray &) { return theirs; },
                                    [&](EditorView::Replaced how) { outcome = how; });
        QCOMPARE(outcome, EditorView::Replaced::In);
        QVERIFY(opened.wait(longestWait));
        QCOMPARE(editor.flushed(), theirs);
    }

    void theFirstLineInSightStaysWhereItIs()
    {
        QVERIFY(m_editor->open(documentOf(paragraphs(80))));
        m_editor->evaluate(QStringLiteral("document.querySelector('p:nth-child(50)').scrollIntoView()"));
        const QString where = QStringLiteral("[...document.querySelectorAll('p')].find((p) => "
                                             "p.textContent.includes('số 49 ')).getBoundingClientRect().top");
        const double before = m_editor->evaluate(where).toDouble();
        bool done = false;
        m_editor->view.replaceDocument(
            [](const QByteArray &mine) {
                auto blocks = DocumentBlocks::fromJson(mine);
                const QString extra = QString::fromUtf8(paragraph(QStringLiteral("Đoạn mới thêm ở trên.")));
                if (!blocks->replace(2, 0, {extra, extra, extra}))
                    return mine;
                return blocks->json();
            },
            [&](EditorView::Replaced outcome) { done = outcome == EditorView::Replaced::In; });
        QTRY_VERIFY(done);
        QVERIFY(qAbs(m_editor->evaluate(where).toDouble() - before) < 3);
    }

    void picturesInFilesAreOfTheirType_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("mimeType");
        QTest::newRow("PNG") << redPicture() << QByteArray("image/png");
        QTest::newRow("JPEG") << QByteArray("\xFF\xD8\xFF\xE0\0\x10JFIF\0", 11) << QByteArray("image/jpeg");
        QTest::newRow("WebP") << QByteArray("RIFF\x24\0\0\0WEBPVP8 ", 16) << QByteArray("image/webp");
        QTest::newRow("GIF") << QByteArray("GIF89a\1\0\1\0") << QByteArray("image/gif");
        QTest::newRow("TIFF") << QByteArray("II*\0\x08\0\0\0", 8) << QByteArray("image/tiff");
        QTest::newRow("HEIC") << QByteArray("\0\0\0\x18"
                                            "ftypheic\0\0\0\0mif1heic",
                                            24)
                              << QByteArray("image/heif");
        QTest::newRow("not there") << QByteArray() << QByteArray();
    }
    void picturesInFilesAreOfTheirType()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, mimeType);
        QTemporaryFile file; // stored pictures have no ending either
        QVERIFY(file.open());
        file.write(bytes);
        file.close();
        Uuid asked;
        const PictureSource source = pictureSourceOf([&](const Uuid &id, const auto &give) {
            asked = id;
            give(bytes.isEmpty() ? QString() : file.fileName());
        });
        std::optional<PictureBytes> picture;
        source(media, [&picture](const std::optional<PictureBytes> &given) { picture = given; });
        QCOMPARE(asked, media);
        QCOMPARE(picture.has_value(), !bytes.isEmpty());
        QCOMPARE(picture.value_or(PictureBytes()).bytes, bytes);
        QCOMPARE(picture.value_or(PictureBytes()).mimeType, mimeType);
    }

    void picturesComeFromTheSource()
    {
        QList<Uuid> asked;
        m_editor->view.setPictureSource([&](const Uuid &id, const auto &give) {
            asked.append(id);
            give(PictureBytes{redPicture(), "image/png"});
        });
        QVERIFY(m_editor->open(documentOf(blank)));
        m_editor->view.insertPicture(media, QSize(40, 30), QStringLiteral("Màu đỏ"));
        QTRY_COMPARE(asked, QList<Uuid>{media});
        QTRY_COMPARE(m_editor->evaluate(QStringLiteral("document.querySelector('figure img').naturalWidth")).toInt(),
                     40);
        m_editor->type(QStringLiteral("Ghi")); // the caret stands in the caption
        QTRY_VERIFY(m_editor->view.documentJson().contains(
            R"({"content":[{"attrs":{"alt":"Màu đỏ","height":30,"media":"018aefb9-6d8d-7c11-8a51-6f1f2f7a0001","width":40},"type":"figimage"},{"content":[{"text":"Ghi","type":"text"}],"type":"figcaption"}],"type":"figure"})"));
    }

    void aPictureThatIsNotHereSaysSoAndIsAskedForAgain()
    {
        std::optional<PictureBytes> have;
        m_editor->view.setPictureSource([&](const Uuid &, const auto &give) { give(have); });
        QVERIFY(m_editor->open(documentOf(blank)));
        m_editor->view.insertPicture(*Uuid::fromText(u"018aefb9-6d8d-7c11-8a51-6f1f2f7a0009"), QSize(40, 30),
                                     QString());
        const QString note = QStringLiteral("document.querySelector('.figimage-note').textContent");
        QTRY_COMPARE(m_editor->evaluate(note).toString(), QStringLiteral("This picture is not on this PC yet."));
        have = PictureBytes{redPicture(), "image/png"};
        m_editor->view.refreshPicture(*Uuid::fromText(u"018aefb9-6d8d-7c11-8a51-6f1f2f7a0009"));
        QTRY_COMPARE(m_editor->evaluate(note).toString(), QString());
    }

    void nothingLeavesThePage()
    {
        QVERIFY(m_editor->open(documentOf(blank)));
        const int before = m_editor->view.requestGuard().refused();
        m_editor->evaluate(QStringLiteral("fetch('http://127.0.0.1:9/x').catch(() => 0); new Image().src = "
                                          "'https://example.com/x.png'; new WebSocket('ws://127.0.0.1:9'); 0"));
        m_editor->evaluate(QStringLiteral("location.href = 'http://127.0.0.1:9/'; 0"));
        m_editor->evaluate(QStringLiteral("window.open('http://127.0.0.1:9/'); 0"));
        // Still our page, still working: the policy refused them before the guard had to.
        QCOMPARE(m_editor->view.webView()->url(), EditorPage::address());
        m_editor->type(QStringLiteral("a"));
        QTRY_COMPARE(m_editor->view.documentJson(), documentOf(paragraph(QStringLiteral("a"))));
        QCOMPARE(m_editor->view.requestGuard().refused(), before);
    }

    void theGuardRefusesEveryOtherScheme()
    {
        // A page of its own on a guarded profile, without the content policy and the navigation rule.
        registerEditorSchemes();
        QWebEngineProfile profile;
        RequestGuard guard;
        profile.setUrlRequestInterceptor(&guard);
        QWebEnginePage page(&profile);
        QSignalSpy loaded(&page, &QWebEnginePage::loadFinished);
        page.load(QUrl(QStringLiteral("http://127.0.0.1:9/")));
        QVERIFY(loaded.wait(longestWait));
        QVERIFY(!loaded.first().first().toBool());
        QVERIFY(guard.refused() >= 1);
    }

    void aPageThatDiesIsReplacedAndGoesOn()
    {
        EditorFixture editor;
        QVERIFY(editor.open(documentOf(paragraph(QStringLiteral("đầu")) + "," + paragraph(QStringLiteral("cuối")))));
        editor.placeCaret(QStringLiteral("p:nth-child(1)"), 3);
        editor.type(QStringLiteral(" tiên"));
        QTRY_VERIFY(editor.view.documentJson().contains("đầu tiên"));
        QTRY_COMPARE(editor.view.state().head, 9);
        const QByteArray before = editor.view.documentJson();

        QSignalSpy opened(&editor.view, &EditorView::opened);
        QCOMPARE(::kill(static_cast<pid_t>(editor.view.webView()->page()->renderProcessPid()), SIGKILL), 0);
        QVERIFY(opened.wait(longestWait));
        QVERIFY(editor.view.noticeText().contains(QStringLiteral("started again")));
        QCOMPARE(editor.flushed(), before);
        editor.view.webView()->setFocus();
        editor.evaluate(QStringLiteral("window.focus()"));
        editor.type(QStringLiteral("!")); // where the caret was
        QTRY_VERIFY(editor.view.documentJson().contains("đầu tiên!"));
    }

    void whatIsSaidOfWritingGoesWhenNobodyWritesAnyMore()
    {
        m_editor->view.showNotice(QStringLiteral("Something was left out."));
        m_editor->view.setReadOnly(false); // as it was
        QCOMPARE(m_editor->view.noticeText(), QStringLiteral("Something was left out."));
        m_editor->view.setReadOnly(true);
        QCOMPARE(m_editor->view.noticeText(), QString());
        // What happens after that is told, and stays.
        m_editor->view.refusePicture(QStringLiteral("x"), QStringLiteral("Damaged."));
        m_editor->view.setReadOnly(true);
        QCOMPARE(m_editor->view.noticeText(), QStringLiteral("Damaged."));
        QVERIFY(m_editor->open(documentOf(paragraph(QStringLiteral("bài khác")))));
        QCOMPARE(m_editor->view.noticeText(), QString());
    }

    void aFlushOfADeadPageGivesWhatWasReceivedLast()
    {
        EditorFixture editor;
        const QByteArray document = documentOf(paragraph(QStringLiteral("a")));
        QVERIFY(editor.open(document));
        std::optional<EditorView::Flushed> outcome;
        QByteArray json;
        ::kill(static_cast<pid_t>(editor.view.webView()->page()->renderProcessPid()), SIGKILL);
        editor.view.flush([&](const QByteArray &received, EditorView::Flushed how) {
            json = received;
            outcome = how;
        });
        QTRY_VERIFY(outcome.has_value());
        QCOMPARE(*outcome, EditorView::Flushed::TimedOut);
        QCOMPARE(json, document);
    }

    void whatIsSaidOfThePageItselfStaysWhereNobodyWrites()
    {
        EditorFixture editor;
        QVERIFY(editor.open(documentOf(paragraph(QStringLiteral("a")))));
        QSignalSpy opened(&editor.view, &EditorView::opened);
        QCOMPARE(::kill(static_cast<pid_t>(editor.view.webView()->page()->renderProcessPid()), SIGKILL), 0);
        QVERIFY(opened.wait(longestWait));
        editor.view.setReadOnly(true);
        QVERIFY(editor.view.noticeText().contains(QStringLiteral("started again")));
    }

    // A script that does not end: the process lives and says nothing.
    void aPageThatHangsIsNoticedAndStartedAgainWithTheLastText()
    {
        EditorFixture editor;
        QVERIFY(editor.open(documentOf(paragraph(QStringLiteral("đầu")))));
        editor.placeCaret(QStringLiteral("p:nth-child(1)"), 3);
        editor.type(QStringLiteral(" tiên"));
        QTRY_VERIFY(editor.view.documentJson().contains("đầu tiên"));
        const QByteArray before = editor.view.documentJson();

        editor.view.webView()->page()->runJavaScript(QStringLiteral("for (;;) ;"));
        std::optional<EditorView::Flushed> outcome;
        editor.view.flush([&](const QByteArray &, EditorView::Flushed how) { outcome = how; });
        QTRY_VERIFY(outcome.has_value());
        QCOMPARE(*outcome, EditorView::Flushed::TimedOut);
        QTRY_VERIFY(editor.view.noticeText().contains(QStringLiteral("does not answer")));

        QSignalSpy opened(&editor.view, &EditorView::opened);
        QVERIFY(opened.wait(60'000)); // nobody has to do anything
        QVERIFY2(editor.view.noticeText().contains(QStringLiteral("is missing")), qPrintable(editor.view.noticeText()));
        QCOMPARE(editor.flushed(), before);
    }

    void aPageThatAnswersAgainIsLeftAlone()
    {
        EditorFixture editor;
        QVERIFY(editor.open(documentOf(paragraph(QStringLiteral("đầu")))));
        const qint64 process = editor.view.webView()->page()->renderProcessPid();
        editor.view.webView()->page()->runJavaScript(
            // Silent for six looks of a second each, of which some may come late, and not for twenty.
            QStringLiteral("const end = Date.now() + 14000; while (Date.now() < end) ;"));
        QTRY_VERIFY(editor.view.noticeText().contains(QStringLiteral("does not answer")));
        QTRY_VERIFY(editor.view.noticeText().isEmpty());
        QCOMPARE(editor.view.webView()->page()->renderProcessPid(), process);
    }

    void wordsAreCounted()
    {
        QSignalSpy counted(&m_editor->view, &EditorView::wordCountChanged);
        QVERIFY(m_editor->open(documentOf(paragraph(QStringLiteral("Ban Biên tập – họp.")) + ","
                                          + paragraph(QStringLiteral("28/9/2023")))));
        QTRY_COMPARE(counted.isEmpty() ? 0 : counted.last().at(0).toInt(), 5);
        QCOMPARE(counted.last().at(1).toInt(), 28);
    }
};

QTEST_MAIN(TestEditorView)
#include "tst_editorview.moc"
