#include "EditorFixture.h"
#include "support/Patience.h"
#include "ui/editor/EditorToolBar.h"
#include "ui/editor/EditorWebView.h"
#include "ui/editor/LinkDialog.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QInputDialog>
#include <QLineEdit>
#include <QMimeData>
#include <QTest>

using namespace toasoan;

namespace {

QByteArray marked(const char *mark)
{
    return textBlock({}, {{QStringLiteral("một"), {QLatin1String(mark)}}, {QStringLiteral(" hai"), {}}});
}

QByteArray item(const QByteArray &paragraphJson)
{
    return R"({"content":[)" + paragraphJson + R"(],"type":"listItem"})";
}

QByteArray row(const QByteArrayList &cells)
{
    return R"({"content":[)" + cells.join(',') + R"(],"type":"tableRow"})";
}

QByteArray table(const QByteArrayList &rows)
{
    return R"({"content":[)" + rows.join(',') + R"(],"type":"table"})";
}

const QByteArray plain = paragraph(QStringLiteral("một hai"));
const QByteArray twoByTwo = table(
    {row({cell("tableCell", "a"), cell("tableCell", "b")}), row({cell("tableCell", "c"), cell("tableCell", "d")})});

} // namespace

class TestEditing : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<EditorFixture> m_editor;

    QAction *action(const char *name) { return m_editor->view.toolBar()->findAction(QString::fromLatin1(name)); }

private slots:
    void initTestCase() { m_editor = std::make_unique<EditorFixture>(); }
    void cleanupTestCase() { m_editor.reset(); }

    // As a merge leaves it: "một THEIRS MINE hai".
    static QByteArray twoWordings()
    {
        return R"({"content":[{"text":"một ","type":"text"},{"marks":[{"attrs":{"side":"theirs"},"type":"conflict"}],)"
               R"("text":"năm","type":"text"},{"marks":[{"type":"conflict"}],"text":"bảy",)"
               R"("type":"text"},{"text":" hai","type":"text"}],"type":"paragraph"})";
    }

    void aPersonChoosesBetweenTwoWordings_data()
    {
        QTest::addColumn<QStringList>("commands");
        QTest::addColumn<QString>("after");
        QTest::newRow("theirs") << QStringList{QStringLiteral("nextWording"), QStringLiteral("keepWording")}
                                << QStringLiteral("một năm hai");
        QTest::newRow("mine") << QStringList{QStringLiteral("nextWording"), QStringLiteral("nextWording"),
                                             QStringLiteral("keepWording")}
                              << QStringLiteral("một bảy hai");
        QTest::newRow("round again") << QStringList{QStringLiteral("nextWording"), QStringLiteral("nextWording"),
                                                    QStringLiteral("nextWording"), QStringLiteral("keepWording")}
                                     << QStringLiteral("một năm hai");
        QTest::newRow("both") << QStringList{QStringLiteral("nextWording"), QStringLiteral("keepWordings")}
                              << QStringLiteral("một nămbảy hai");
    }
    void aPersonChoosesBetweenTwoWordings()
    {
        QFETCH(QStringList, commands);
        QFETCH(QString, after);
        QVERIFY(m_editor->open(documentOf(twoWordings())));
        m_editor->placeCaret(QStringLiteral("p"), 0);
        for (const QString &command : commands)
            m_editor->view.command(command);
        QCOMPARE(m_editor->flushed(), documentOf(paragraph(after)));
        m_editor->view.command(QStringLiteral("undo"));
        QCOMPARE(m_editor->flushed(), documentOf(twoWordings()));
    }

    // Where words would have run together the merge sets a blank between the sides, as at the end of a paragraph.
    void aBlankBetweenTwoWordingsIsNoEndOfTheirPlace_data()
    {
        QTest::addColumn<QStringList>("commands");
        QTest::addColumn<QString>("after");
        const QString next = QStringLiteral("nextWording");
        QTest::newRow("theirs") << QStringList{next, QStringLiteral("keepWording")} << QStringLiteral("một năm");
        QTest::newRow("mine") << QStringList{next, next, QStringLiteral("keepWording")} << QStringLiteral("một bảy");
        QTest::newRow("both") << QStringList{next, QStringLiteral("keepWordings")} << QStringLiteral("một năm bảy");
    }
    void aBlankBetweenTwoWordingsIsNoEndOfTheirPlace()
    {
        QFETCH(const QStringList, commands);
        QFETCH(const QString, after);
        const QByteArray merged =
            R"({"content":[{"text":"một ","type":"text"},{"marks":[{"attrs":{"side":"theirs"},"type":"conflict"}],)"
            R"("text":"năm","type":"text"},{"text":" ","type":"text"},{"marks":[{"type":"conflict"}],"text":"bảy",)"
            R"("type":"text"}],"type":"paragraph"})";
        QVERIFY(m_editor->open(documentOf(merged)));
        m_editor->placeCaret(QStringLiteral("p"), 0);
        for (const QString &command : commands)
            m_editor->view.command(command);
        QCOMPARE(m_editor->flushed(), documentOf(paragraph(after)));
        QTRY_COMPARE(m_editor->view.noticeText(), QString()); // nothing is selected any more
    }

    void whatIsSaidOfAWordingEndsWithIt()
    {
        QVERIFY(m_editor->open(documentOf(twoWordings())));
        m_editor->placeCaret(QStringLiteral("p"), 0);
        m_editor->view.command(QStringLiteral("nextWording"));
        QTRY_VERIFY(!m_editor->view.noticeText().isEmpty());
        m_editor->placeCaret(QStringLiteral("p"), 0);
        QTRY_COMPARE(m_editor->view.noticeText(), QString());
        m_editor->view.command(QStringLiteral("nextWording"));
        QTRY_VERIFY(!m_editor->view.noticeText().isEmpty());
        m_editor->view.setReadOnly(true);
        QTRY_COMPARE(m_editor->view.noticeText(), QString());
        m_editor->view.setReadOnly(false);
    }

    void whatIsKeptOfTwoWordingsWasShownBefore_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<int>("caret");
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("after");
        QTest::newRow("the nearest") << QStringLiteral("keepWording") << 0 << QStringLiteral("saved first")
                                     << QStringLiteral("một năm hai");
        QTest::newRow("the nearest before")
            << QStringLiteral("keepWording") << 14 << QStringLiteral("saved later") << QStringLiteral("một bảy hai");
        QTest::newRow("both") << QStringLiteral("keepWordings") << 0 << QStringLiteral("saved first")
                              << QStringLiteral("một nămbảy hai");
    }
    void whatIsKeptOfTwoWordingsWasShownBefore()
    {
        QFETCH(const QString, command);
        QFETCH(const int, caret);
        QFETCH(const QString, said);
        QFETCH(const QString, after);
        QVERIFY(m_editor->open(documentOf(twoWordings())));
        m_editor->placeCaret(QStringLiteral("p"), caret);
        m_editor->view.command(command);
        QCOMPARE(m_editor->flushed(), documentOf(twoWordings()));
        QVERIFY(m_editor->view.noticeText().contains(said));
        QVERIFY(m_editor->view.noticeText().contains(QStringLiteral("again")));
        m_editor->view.command(command);
        QCOMPARE(m_editor->flushed(), documentOf(paragraph(after)));
    }

    void aToolDoesWhatItSays_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QString>("place");
        QTest::addColumn<int>("to"); // selected from the start of the place
        QTest::addColumn<QString>("tool");
        QTest::addColumn<QByteArray>("after");
        const auto newRow = [](const char *tool, const QByteArray &before, const char *place, int to,
                               const QByteArray &after, const char *name = nullptr) {
            QTest::newRow(name ? name : tool)
                << before << QString::fromLatin1(place) << to << QString::fromLatin1(tool) << after;
        };
        for (const char *mark : {"bold", "italic", "underline", "strike", "subscript", "superscript"})
            newRow(mark, plain, "p", 3, marked(mark));
        newRow("bold", marked("bold"), "p", 3, plain, "bold again");
        newRow(
            "clearFormatting",
            R"({"attrs":{"level":3},"content":[{"marks":[{"type":"bold"}],"text":"một hai","type":"text"}],"type":"heading"})",
            "h3", 7, plain);
        newRow("heading2", plain, "p", 0, R"({"content":[{"text":"một hai","type":"text"}],"type":"heading"})");
        newRow("heading3", plain, "p", 0,
               R"({"attrs":{"level":3},"content":[{"text":"một hai","type":"text"}],"type":"heading"})");
        newRow("heading4", plain, "p", 0,
               R"({"attrs":{"level":4},"content":[{"text":"một hai","type":"text"}],"type":"heading"})");
        newRow("paragraph", R"({"content":[{"text":"một hai","type":"text"}],"type":"heading"})", "h2", 0, plain);
        const QByteArray bullets = R"({"content":[)" + item(plain) + R"(],"type":"bulletList"})";
        const QByteArray numbers = R"({"content":[)" + item(plain) + R"(],"type":"orderedList"})";
        newRow("bulletList", plain, "p", 0, bullets);
        newRow("orderedList", plain, "p", 0, numbers);
        newRow("orderedList", bullets, "p", 0, numbers, "bullets become numbers");
        newRow("bulletList", bullets, "p", 0, plain, "bullets again");
        newRow("blockquote", plain, "p", 0, R"({"content":[)" + plain + R"(],"type":"blockquote"})");
        newRow("blockquote", R"({"content":[)" + plain + R"(],"type":"blockquote"})", "p", 0, plain, "quotation again");
        for (const char *align : {"center", "end", "justify"})
            newRow((QByteArray("align-") + align).constData(), plain, "p", 0,
                   textBlock({{QStringLiteral("align"), QLatin1String(align)}}, {{QStringLiteral("một hai"), {}}}));
        newRow("align-start",
               R"({"attrs":{"align":"end"},"content":[{"text":"một hai","type":"text"}],"type":"paragraph"})", "p", 0,
               plain);
        newRow("horizontalRule", plain, "p", 0, plain + R"(,{"type":"horizontalRule"},{"type":"paragraph"})");

        const QByteArray empty = row({cell("tableCell"), cell("tableCell")});
        const QByteArray first = row({cell("tableCell", "a"), cell("tableCell", "b")});
        const QByteArray second = row({cell("tableCell", "c"), cell("tableCell", "d")});
        newRow("addRowBefore", twoByTwo, "td", 0, table({empty, first, second}));
        newRow("addRowAfter", twoByTwo, "td", 0, table({first, empty, second}));
        newRow("addColumnBefore", twoByTwo, "td", 0,
               table({row({cell("tableCell"), cell("tableCell", "a"), cell("tableCell", "b")}),
                      row({cell("tableCell"), cell("tableCell", "c"), cell("tableCell", "d")})}));
        newRow("addColumnAfter", twoByTwo, "td", 0,
               table({row({cell("tableCell", "a"), cell("tableCell"), cell("tableCell", "b")}),
                      row({cell("tableCell", "c"), cell("tableCell"), cell("tableCell", "d")})}));
        newRow("headerRow", twoByTwo, "td", 0,
               table({row({cell("tableHeader", "a"), cell("tableHeader", "b")}), second}));
        newRow("headerColumn", twoByTwo, "td", 0,
               table({row({cell("tableHeader", "a"), cell("tableCell", "b")}),
                      row({cell("tableHeader", "c"), cell("tableCell", "d")})}));
        newRow("deleteRow", twoByTwo, "td", 0, table({second}));
        newRow("deleteColumn", twoByTwo, "td", 0,
               table({row({cell("tableCell", "b")}), row({cell("tableCell", "d")})}));
        newRow("deleteTable", twoByTwo + ',' + plain, "td", 0, plain);
    }
    void aToolDoesWhatItSays()
    {
        QFETCH(QByteArray, before);
        QFETCH(QString, place);
        QFETCH(int, to);
        QFETCH(QString, tool);
        QFETCH(QByteArray, after);
        QVERIFY(m_editor->open(documentOf(before)));
        m_editor->selectIn(QStringLiteral(".article-body ") + place, 0, to);
        QAction *pressed = m_editor->view.toolBar()->findAction(tool);
        QTRY_VERIFY(pressed->isEnabled());
        pressed->trigger();
        QTRY_COMPARE(m_editor->view.documentJson(), documentOf(after));
        // And back.
        QTRY_VERIFY(action("undo")->isEnabled());
        action("undo")->trigger();
        QTRY_COMPARE(m_editor->view.documentJson(), documentOf(before));
        QTRY_VERIFY(action("redo")->isEnabled());
        action("redo")->trigger();
        QTRY_COMPARE(m_editor->view.documentJson(), documentOf(after));
    }

    void theBarShowsWhereTheCaretIs()
    {
        QVERIFY(m_editor->open(documentOf(
            marked("bold") + R"(,{"attrs":{"level":3},"content":[{"text":"đề","type":"text"}],"type":"heading"},)"
            + twoByTwo)));
        m_editor->placeCaret(QStringLiteral("strong"), 2);
        QTRY_VERIFY(action("bold")->isChecked());
        QVERIFY(action("paragraph")->isChecked());
        QVERIFY(!action("addRowAfter")->isEnabled());
        QVERIFY(!action("undo")->isEnabled());
        m_editor->placeCaret(QStringLiteral("h3"), 1);
        QTRY_VERIFY(action("heading3")->isChecked());
        QVERIFY(!action("bold")->isChecked());
        QVERIFY(!action("align-center")->isEnabled());
        m_editor->placeCaret(QStringLiteral("td"), 1);
        QTRY_VERIFY(action("addRowAfter")->isEnabled());
        QVERIFY(!action("heading2")->isEnabled()); // outside the schema there
    }

    void keysAreThoseOfWord_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<QByteArray>("after");
        const int control = Qt::ControlModifier;
        const int controlShift = Qt::ControlModifier | Qt::ShiftModifier;
        const int controlAlt = Qt::ControlModifier | Qt::AltModifier;
        const auto whole = [](const char *mark) {
            return textBlock({}, {{QStringLiteral("một hai"), {QLatin1String(mark)}}});
        };
        QTest::newRow("Ctrl+B") << int(Qt::Key_B) << control << whole("bold");
        QTest::newRow("Ctrl+I") << int(Qt::Key_I) << control << whole("italic");
        QTest::newRow("Ctrl+U") << int(Qt::Key_U) << control << whole("underline");
        QTest::newRow("Ctrl+Alt+2") << int(Qt::Key_2) << controlAlt
                                    << QByteArray(R"({"content":[{"text":"một hai","type":"text"}],"type":"heading"})");
        QTest::newRow("Ctrl+Alt+4")
            << int(Qt::Key_4) << controlAlt
            << QByteArray(R"({"attrs":{"level":4},"content":[{"text":"một hai","type":"text"}],"type":"heading"})");
        QTest::newRow("Ctrl+Shift+8") << int(Qt::Key_8) << controlShift
                                      << QByteArray(R"({"content":[)" + item(plain) + R"(],"type":"bulletList"})");
        QTest::newRow("Ctrl+Shift+7") << int(Qt::Key_7) << controlShift
                                      << QByteArray(R"({"content":[)" + item(plain) + R"(],"type":"orderedList"})");
        QTest::newRow("Ctrl+E")
            << int(Qt::Key_E) << control
            << QByteArray(
                   R"({"attrs":{"align":"center"},"content":[{"text":"một hai","type":"text"}],"type":"paragraph"})");
        QTest::newRow("Ctrl+J")
            << int(Qt::Key_J) << control
            << QByteArray(
                   R"({"attrs":{"align":"justify"},"content":[{"text":"một hai","type":"text"}],"type":"paragraph"})");
    }
    void keysAreThoseOfWord()
    {
        QFETCH(int, key);
        QFETCH(int, modifiers);
        QFETCH(QByteArray, after);
        QVERIFY(m_editor->open(documentOf(plain)));
        m_editor->selectIn(QStringLiteral("p"), 0, 7);
        m_editor->key(Qt::Key(key), Qt::KeyboardModifiers(modifiers));
        QTRY_COMPARE(m_editor->view.documentJson(), documentOf(after));
        m_editor->key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(m_editor->view.documentJson(), documentOf(plain));
        m_editor->key(Qt::Key_Y, Qt::ControlModifier);
        QTRY_COMPARE(m_editor->view.documentJson(), documentOf(after));
    }

    void aLetterThatLeadsNowhereIsNotTyped()
    {
        QVERIFY(m_editor->open(documentOf(paragraph(QStringLiteral("a")))));
        m_editor->placeCaret(QStringLiteral("p"), 1);
        m_editor->key(Qt::Key_J, Qt::AltModifier);
        m_editor->key(Qt::Key_K, Qt::AltModifier | Qt::ShiftModifier);
        m_editor->type(QStringLiteral("b"));
        QTRY_COMPARE(m_editor->view.documentJson(), documentOf(paragraph(QStringLiteral("ab"))));
    }

    void tabGoesInAndOutInAList()
    {
        const QByteArray a = paragraph(QStringLiteral("a"));
        const QByteArray b = paragraph(QStringLiteral("b"));
        const QByteArray flat = R"({"content":[)" + item(a) + ',' + item(b) + R"(],"type":"bulletList"})";
        QVERIFY(m_editor->open(documentOf(flat)));
        m_editor->placeCaret(QStringLiteral("li:nth-child(2) p"), 1);
        m_editor->key(Qt::Key_Tab);
        QTRY_COMPARE(m_editor->view.documentJson(),
                     documentOf(R"({"content":[)" + item(a + R"(,{"content":[)" + item(b) + R"(],"type":"bulletList"})")
                                + R"(],"type":"bulletList"})"));
        m_editor->key(Qt::Key_Backtab, Qt::ShiftModifier);
        QTRY_COMPARE(m_editor->view.documentJson(), documentOf(flat));
    }

    void enterGoesOnWithTheListAndTwiceLeavesIt()
    {
        QVERIFY(m_editor->open(
            documentOf(R"({"content":[)" + item(paragraph(QStringLiteral("a"))) + R"(],"type":"bulletList"})")));
        m_editor->placeCaret(QStringLiteral("li p"), 1);
        m_editor->key(Qt::Key_Return);
        m_editor->type(QStringLiteral("b"));
        m_editor->key(Qt::Key_Return);
        m_editor->key(Qt::Key_Return);
        m_editor->type(QStringLiteral("c"));
        QTRY_COMPARE(m_editor->view.documentJson(),
                     documentOf(R"({"content":[)" + item(paragraph(QStringLiteral("a"))) + ','
                                + item(paragraph(QStringLiteral("b"))) + R"(],"type":"bulletList"},)"
                                + paragraph(QStringLiteral("c"))));
    }

    void tabWalksATableAndMakesARowAtItsEnd()
    {
        QVERIFY(m_editor->open(documentOf(twoByTwo)));
        m_editor->placeCaret(QStringLiteral("tr:nth-child(2) td:nth-child(1)"), 1);
        m_editor->key(Qt::Key_Tab); // selects "d", as Word does
        m_editor->type(QStringLiteral("D"));
        m_editor->key(Qt::Key_Tab);
        m_editor->type(QStringLiteral("e"));
        QTRY_COMPARE(m_editor->view.documentJson(),
                     documentOf(table({row({cell("tableCell", "a"), cell("tableCell", "b")}),
                                       row({cell("tableCell", "c"), cell("tableCell", "D")}),
                                       row({cell("tableCell", "e"), cell("tableCell")})})));
    }

    void tabInAParagraphStaysInTheText()
    {
        QVERIFY(m_editor->open(documentOf(plain)));
        m_editor->placeCaret(QStringLiteral("p"), 0);
        m_editor->key(Qt::Key_Tab);
        m_editor->type(QStringLiteral("x"));
        QTRY_COMPARE(m_editor->view.documentJson(), documentOf(paragraph(QStringLiteral("xmột hai"))));
    }

    void aTableIsInsertedWithAHeaderRow()
    {
        QVERIFY(m_editor->open(documentOf(R"({"type":"paragraph"})")));
        m_editor->view.command(QStringLiteral("insertTable"),
                               {{QStringLiteral("rows"), 2}, {QStringLiteral("columns"), 2}});
        QTRY_VERIFY(m_editor->view.state().inside.contains(QStringLiteral("table")));
        m_editor->type(QStringLiteral("Tin"));
        QTRY_COMPARE(m_editor->view.documentJson(),
                     documentOf(table({row({cell("tableHeader", "Tin"), cell("tableHeader")}),
                                       row({cell("tableCell"), cell("tableCell")})})));
    }

    void aTableGetsItsSummary()
    {
        QVERIFY(m_editor->open(documentOf(twoByTwo)));
        m_editor->placeCaret(QStringLiteral("td"), 1);
        QTRY_VERIFY(action("tableSummary")->isEnabled());
        action("tableSummary")->trigger();
        auto *dialog = m_editor->view.findChild<QInputDialog *>();
        QVERIFY(dialog);
        dialog->setTextValue(QStringLiteral("Số tin và bài"));
        dialog->accept();
        QTRY_VERIFY(m_editor->view.documentJson().contains(R"("attrs":{"summary":"Số tin và bài"})"));
    }

    void controlKOpensTheLinkDialogAndSetsTheLink()
    {
        QVERIFY(m_editor->open(documentOf(plain)));
        m_editor->selectIn(QStringLiteral("p"), 0, 3);
        QTRY_COMPARE(m_editor->view.state().selectedText, QStringLiteral("một"));
        m_editor->key(Qt::Key_K, Qt::ControlModifier);
        LinkDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = m_editor->view.findChild<LinkDialog *>()));
        dialog->findChildren<QLineEdit *>().first()->setText(QStringLiteral("quangtri.gov.vn"));
        dialog->accept();
        const QByteArray linked =
            R"({"content":[{"marks":[{"attrs":{"href":"https://quangtri.gov.vn"},"type":"link"}],"text":"một","type":"text"},{"text":" hai","type":"text"}],"type":"paragraph"})";
        QTRY_COMPARE(m_editor->view.documentJson(), documentOf(linked));

        m_editor->placeCaret(QStringLiteral("a"), 2); // within the link: its whole
        QTRY_COMPARE(m_editor->view.state().href, QStringLiteral("https://quangtri.gov.vn"));
        m_editor->view.command(QStringLiteral("unlink"));
        QTRY_COMPARE(m_editor->view.documentJson(), documentOf(plain));
    }

    void aScriptIsNoLinkHoweverItComes()
    {
        QVERIFY(m_editor->open(documentOf(plain)));
        m_editor->selectIn(QStringLiteral("p"), 0, 3);
        m_editor->view.command(QStringLiteral("link"),
                               {{QStringLiteral("href"), QStringLiteral("javascript:alert(1)")}});
        QCOMPARE(m_editor->flushed(), documentOf(plain));
    }

    void aFigureIsDescribedByKeyboardAlone()
    {
        QVERIFY(m_editor->open(documentOf(plain)));
        m_editor->view.insertPicture(*Uuid::fromText(u"018aefb9-6d8d-7c11-8a51-6f1f2f7a0001"), QSize(40, 30),
                                     QString());
        QTRY_COMPARE(m_editor->view.state().block, QStringLiteral("figcaption"));
        QVERIFY(m_editor->evaluate(QStringLiteral("!document.querySelector('.figure-warning').hidden")).toBool());
        m_editor->type(QStringLiteral("Chú thích"));
        m_editor->key(Qt::Key_Tab);
        QTRY_VERIFY(m_editor->evaluate(QStringLiteral("document.activeElement.className === 'figure-alt'")).toBool());
        m_editor->type(QStringLiteral("Mô tả"));
        m_editor->key(Qt::Key_Tab);
        m_editor->type(QStringLiteral("Thu Hiền"));
        m_editor->key(Qt::Key_Tab);
        m_editor->key(Qt::Key_Space);
        QTRY_COMPARE(
            m_editor->view.documentJson(),
            documentOf(
                plain
                + R"(,{"attrs":{"credit":"Thu Hiền","placement":"wide"},"content":[{"attrs":{"alt":"Mô tả","height":30,"media":"018aefb9-6d8d-7c11-8a51-6f1f2f7a0001","width":40},"type":"figimage"},{"content":[{"text":"Chú thích","type":"text"}],"type":"figcaption"}],"type":"figure"})"));
        QVERIFY(m_editor->evaluate(QStringLiteral("document.querySelector('.figure-warning').hidden")).toBool());
        m_editor->key(Qt::Key_Return); // and on with the text
        m_editor->type(QStringLiteral("Tiếp"));
        QTRY_VERIFY(m_editor->view.documentJson().endsWith(paragraph(QStringLiteral("Tiếp")) + R"(],"type":"doc"})"));
    }

    // Who stands in the field goes on from what a colleague wrote there: the next key must not take it away.
    void whatOthersWriteOfAPictureComesUnderTheCaret()
    {
        QVERIFY(m_editor->open(documentOf(plain)));
        m_editor->view.insertPicture(*Uuid::fromText(u"018aefb9-6d8d-7c11-8a51-6f1f2f7a0001"), QSize(40, 30),
                                     QStringLiteral("Cau"));
        QTRY_COMPARE(m_editor->view.state().block, QStringLiteral("figcaption"));
        m_editor->key(Qt::Key_Tab);
        QTRY_VERIFY(m_editor->evaluate(QStringLiteral("document.activeElement.className === 'figure-alt'")).toBool());
        m_editor->key(Qt::Key_Home);
        m_editor->type(QStringLiteral("a"));
        QTRY_VERIFY(m_editor->view.documentJson().contains("\"aCau\""));
        std::optional<EditorView::Replaced> outcome;
        m_editor->view.replaceDocument([](QByteArray shown) { return shown.replace("\"aCau\"", "\"aCau moi\""); },
                                       [&outcome](EditorView::Replaced how) { outcome = how; });
        QTRY_VERIFY(outcome);
        m_editor->type(QStringLiteral("b"));
        QTRY_VERIFY2(m_editor->view.documentJson().contains("\"abCau moi\""),
                     m_editor->view.documentJson().constData());
    }

    // Each answer of the server asks the page anew whether it can be written in.
    void whoDescribesAPictureStaysInItsField()
    {
        QVERIFY(m_editor->open(documentOf(plain)));
        m_editor->view.insertPicture(*Uuid::fromText(u"018aefb9-6d8d-7c11-8a51-6f1f2f7a0001"), QSize(40, 30), {});
        QTRY_COMPARE(m_editor->view.state().block, QStringLiteral("figcaption"));
        m_editor->key(Qt::Key_Tab);
        const QString inField = QStringLiteral("document.activeElement.className === 'figure-alt'");
        QTRY_VERIFY(m_editor->evaluate(inField).toBool());
        for (const char letter : {'a', 'b', 'c'}) {
            m_editor->type(QString(QLatin1Char(letter)));
            m_editor->view.setReadOnly(false);
        }
        QTRY_VERIFY2(m_editor->view.documentJson().contains("\"abc\""), m_editor->view.documentJson().constData());
        QVERIFY(m_editor->evaluate(inField).toBool());
        const QString isDisabled = QStringLiteral("document.querySelector('.figure-alt').disabled");
        m_editor->view.setReadOnly(true);
        QTRY_VERIFY(m_editor->evaluate(isDisabled).toBool());
        m_editor->view.setReadOnly(false);
        QTRY_VERIFY(!m_editor->evaluate(isDisabled).toBool());
    }

    void backspaceAtTheStartOfACaptionSelectsTheFigureAndThenDeletesIt()
    {
        QVERIFY(m_editor->open(documentOf(plain)));
        m_editor->view.insertPicture(*Uuid::fromText(u"018aefb9-6d8d-7c11-8a51-6f1f2f7a0001"), QSize(40, 30),
                                     QStringLiteral("x"));
        QTRY_COMPARE(m_editor->view.state().block, QStringLiteral("figcaption"));
        m_editor->key(Qt::Key_Backspace);
        QTRY_VERIFY(
            m_editor->evaluate(QStringLiteral("!!document.querySelector('.figure-frame.is-selected')")).toBool());
        m_editor->key(Qt::Key_Backspace);
        QTRY_COMPARE(m_editor->view.documentJson(), documentOf(plain));
    }

    void filesThatAreDroppedAreOfferedByPath()
    {
        QVERIFY(m_editor->open(documentOf(plain)));
        QList<PictureOffer> offers;
        const auto connection = connect(&m_editor->view, &EditorView::pictureOffered, this,
                                        [&](const PictureOffer &offer) { offers.append(offer); });
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QStringLiteral("/anh/hop 1.JPG")),
                      QUrl::fromLocalFile(QStringLiteral("/anh/van-ban.docx")),
                      QUrl::fromLocalFile(QStringLiteral("/anh/hop2.png"))});
        QDragEnterEvent enter(QPoint(300, 80), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_editor->view.webView(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(300, 80), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_editor->view.webView(), &drop);
        disconnect(connection);
        QCOMPARE(offers.size(), 2);
        QCOMPARE(offers[0].path, QStringLiteral("/anh/hop 1.JPG"));
        QCOMPARE(offers[1].path, QStringLiteral("/anh/hop2.png"));
        const QByteArray waiting = R"({"content":[{"type":"figimage"},{"type":"figcaption"}],"type":"figure"})";
        QTRY_COMPARE(m_editor->view.documentJson().count(waiting), 2);

        // The answers find their figures, whatever their order and whatever was typed in between.
        m_editor->placeCaret(QStringLiteral("p"), 0);
        m_editor->type(QStringLiteral("X"));
        const Uuid second = *Uuid::fromText(u"018aefb9-6d8d-7c11-8a51-6f1f2f7a0002");
        m_editor->view.takePicture(offers[1].offer, second, QSize(8, 6), QStringLiteral("hai"));
        m_editor->view.refusePicture(offers[0].offer, QStringLiteral("Tệp này không phải ảnh."));
        QTRY_COMPARE(
            m_editor->view.documentJson(),
            documentOf(
                paragraph(QStringLiteral("Xmột hai"))
                + R"(,{"content":[{"attrs":{"alt":"hai","height":6,"media":"018aefb9-6d8d-7c11-8a51-6f1f2f7a0002","width":8},"type":"figimage"},{"type":"figcaption"}],"type":"figure"},{"type":"paragraph"})"));
        // Each that could not be taken is named, and kept the other from nothing.
        QCOMPARE(m_editor->view.noticeText(),
                 QStringLiteral("“van-ban.docx”: This file is not a picture.\n“hop 1.JPG”: Tệp này không phải ảnh."));
    }
};

QTEST_MAIN(TestEditing)
#include "tst_editing.moc"
