#include "RandomDocument.h"

#include <QRegularExpression>
#include <QTest>

using namespace toasoan::document;
using namespace toasoan::document::build;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(toasoan::document::Node)

namespace {

// Words without punctuation: a mark may be shown as kept in another place.
QStringList wordsIn(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[^\\p{L}\\p{N}]+"),
                                            QRegularExpression::UseUnicodePropertiesOption);
    return text.split(between, Qt::SkipEmptyParts);
}

// The words of one of the two versions, as the difference tells them.
void collect(const DiffBlock &block, Change without, QStringList &lines)
{
    QString line;
    for (const DiffRun &run : block.runs) {
        if (run.text == u"¶"_s)
            line += u' ';
        else if (run.change != without)
            line += run.text;
    }
    lines.append(line);
    for (const DiffBlock &child : block.children)
        collect(child, without, lines);
}

QStringList wordsOf(const DiffBlock &block, Change without)
{
    QStringList lines;
    collect(block, without, lines);
    return wordsIn(lines.join(u' '));
}

QStringList wordsOf(const Node &document)
{
    QString text;
    const auto visit = [&](const auto &self, const Node &node) -> void {
        for (const Node &child : node.children) {
            text += child.isText() ? child.text : child.type == u"hardBreak"_s ? u"\n"_s : QString();
            self(self, child);
        }
        if (!node.children.isEmpty() && node.type != u"text"_s)
            text += u' ';
    };
    visit(visit, document);
    return wordsIn(text);
}

} // namespace

class TestDiff : public QObject
{
    Q_OBJECT

private slots:
    void differencesAreShown_data()
    {
        QTest::addColumn<Node>("before");
        QTest::addColumn<Node>("after");
        QTest::addColumn<QString>("html");
        QTest::newRow("the same") << doc({p(u"Một hai."_s)}) << doc({p(u"Một hai."_s)}) << u"<p>Một hai.</p>"_s;
        QTest::newRow("a word") << doc({p(u"Họp sáng nay."_s)}) << doc({p(u"Họp chiều nay."_s)})
                                << u"<p class=\"diff-changed\">Họp <del>sáng </del><ins>chiều </ins>nay.</p>"_s;
        QTest::newRow("the last word") << doc({p(u"Họp sáng nay"_s)}) << doc({p(u"Họp sáng"_s)})
                                       << u"<p class=\"diff-changed\">Họp sáng<del> nay</del></p>"_s;
        QTest::newRow("made bold")
            << doc({p(u"Họp sáng nay."_s)}) << doc({p({text(u"Họp "_s), bold(u"sáng"_s), text(u" nay."_s)})})
            << u"<p class=\"diff-changed\">Họp <span class=\"diff-reformatted\"><strong>sáng</strong></span> nay.</p>"_s;
        QTest::newRow("a new paragraph") << doc({p(u"Một."_s)}) << doc({p(u"Một."_s), p(u"Hai & ba."_s)})
                                         << u"<p>Một.</p><p class=\"diff-inserted\"><ins>Hai &amp; ba.</ins></p>"_s;
        QTest::newRow("a paragraph gone") << doc({p(u"Một."_s), p(u"Hai."_s)}) << doc({p(u"Hai."_s)})
                                          << u"<p class=\"diff-deleted\"><del>Một.</del></p><p>Hai.</p>"_s;
        QTest::newRow("split") << doc({p(u"Câu một. Câu hai."_s)}) << doc({p(u"Câu một."_s), p(u"Câu hai."_s)})
                               << u"<p class=\"diff-changed\">Câu một.<del> </del><ins>¶</ins></p><p>Câu hai.</p>"_s;
        QTest::newRow("joined") << doc({p(u"Câu một."_s), p(u"Đoạn hai."_s)}) << doc({p(u"Câu một. Đoạn hai."_s)})
                                << u"<p class=\"diff-changed\">Câu một.<ins> </ins><del>¶</del>Đoạn hai.</p>"_s;
        QTest::newRow("a heading of another level")
            << doc({h(2, u"Kết quả"_s)}) << doc({h(3, u"Kết quả"_s)})
            << u"<ul class=\"diff-attributes\"><li>level: <del>2</del> <ins>3</ins></li></ul><h3 class=\"diff-changed\">Kết quả</h3>"_s;
        QTest::newRow("a paragraph becomes a heading")
            << doc({p(u"Kết quả"_s)}) << doc({h(2, u"Kết quả"_s)})
            << u"<ul class=\"diff-attributes\"><li>type: <del>paragraph</del> <ins>heading</ins></li></ul><h2 class=\"diff-changed\">Kết quả</h2>"_s;
        const auto linked = [](const QString &words, const QString &address) {
            return doc({p({text(u"Xem "_s), text(words, {mark(u"link"_s, {{u"href"_s, address}, {u"title"_s, u""_s}})}),
                           text(u" nhé."_s)})});
        };
        const QString a = u"https://a.vn/"_s, b = u"https://b.vn/"_s;
        QTest::newRow("a link leads elsewhere")
            << linked(u"đây và đó"_s, a) << linked(u"đây và đó"_s, b)
            << u"<p class=\"diff-changed\">Xem <span class=\"diff-reformatted\"><a href=\"https://b.vn/\">đây và "
               "đó</a></span><span class=\"link-address\"> →\u00a0<del>https://a.vn/</del> "
               "<ins>https://b.vn/</ins></span> "
               "nhé.</p>"_s;
        QTest::newRow("words become a link")
            << doc({p(u"Xem đây nhé."_s)}) << linked(u"đây"_s, b)
            << u"<p class=\"diff-changed\">Xem <span class=\"diff-reformatted\"><a "
               "href=\"https://b.vn/\">đây</a></span><span class=\"link-address\"> →\u00a0"
               "<ins>https://b.vn/</ins></span> nhé.</p>"_s;
        QTest::newRow("a link is taken off")
            << linked(u"đây"_s, a) << doc({p(u"Xem đây nhé."_s)})
            << u"<p class=\"diff-changed\">Xem <span class=\"diff-reformatted\">đây</span><span "
               "class=\"link-address\"> →\u00a0<del>https://a.vn/</del></span> nhé.</p>"_s;
        QTest::newRow("a link beside a change")
            << linked(u"đây"_s, a)
            << doc({p({text(u"Xem "_s), text(u"đây"_s, {mark(u"link"_s, {{u"href"_s, a}, {u"title"_s, u""_s}})}),
                       text(u" nha."_s)})})
            << u"<p class=\"diff-changed\">Xem <a href=\"https://a.vn/\">đây</a><span class=\"link-address\"> →\u00a0"
               "https://a.vn/</span> <del>nhé</del><ins>nha</ins>.</p>"_s;
        QTest::newRow("a new picture")
            << doc({p(u"Họp."_s)}) << doc({p(u"Họp."_s), figure(media(1), u"Cảnh"_s, u"A"_s, u"x"_s)})
            << u"<p>Họp.</p><figure class=\"diff-inserted\"><ul class=\"diff-attributes\"><li>credit: "
               "<ins>A</ins></li></ul><ul class=\"diff-attributes\"><li>alt: <ins>x</ins></li></ul><ins><img "
               "src=\"media:%1\" alt=\"x\"></ins><figcaption class=\"diff-inserted\"><ins>Cảnh</ins></figcaption></figure>"_s
                   .arg(media(1));
        QTest::newRow("into a quote")
            << doc({p(u"Một."_s)}) << doc({quote({p(u"Một."_s)})})
            << u"<blockquote class=\"diff-changed\"><ul class=\"diff-attributes\"><li>container: "
               "<ins>blockquote</ins></li></ul><p class=\"diff-changed\">Một.</p></blockquote>"_s;
        QTest::newRow("an item")
            << doc({ul({li(u"Một."_s), li(u"Hai."_s)})}) << doc({ul({li(u"Một."_s), li(u"Giữa."_s), li(u"Hai."_s)})})
            << u"<ul class=\"diff-changed\"><li><p>Một.</p></li><li class=\"diff-inserted\"><p class=\"diff-inserted\"><ins>Giữa.</ins></p></li><li><p>Hai.</p></li></ul>"_s;
        QTest::newRow("a cell")
            << doc({table({row({th(u"Xã"_s), td(u"12 tin"_s)})})})
            << doc({table({row({th(u"Xã"_s), td(u"15 tin"_s)})})})
            << u"<table class=\"diff-changed\"><tbody><tr class=\"diff-changed\"><th><p>Xã</p></th><td class=\"diff-changed\"><p class=\"diff-changed\"><del>12 </del><ins>15 </ins>tin</p></td></tr></tbody></table>"_s;
        QTest::newRow("another picture, credit and alt text")
            << doc({figure(media(1), u"Cảnh"_s, u"A"_s, u"x"_s)}) << doc({figure(media(2), u"Cảnh"_s, u"B"_s, u"y"_s)})
            << u"<figure class=\"diff-changed\"><ul class=\"diff-attributes\"><li>credit: <del>A</del> "
               u"<ins>B</ins></li></ul>"
               "<ul class=\"diff-attributes\"><li>alt: <del>x</del> <ins>y</ins></li><li>media: <del>%1</del> "
               "<ins>%2</ins></li></ul>"
               "<img class=\"diff-changed\" src=\"media:%2\" alt=\"y\"><figcaption>Cảnh</figcaption></figure>"_s.arg(
                   media(1), media(2));
        QTest::newRow("a figure gone")
            << doc({p(u"Một."_s), figure(media(1), u"Cảnh"_s)}) << doc({p(u"Một."_s)})
            << u"<p>Một.</p><figure class=\"diff-deleted\"><del><img src=\"media:%1\" alt=\"\"></del><figcaption class=\"diff-deleted\"><del>Cảnh</del></figcaption></figure>"_s
                   .arg(media(1));
        QTest::newRow("a rule") << doc({p(u"Một."_s)}) << doc({p(u"Một."_s), rule()})
                                << u"<p>Một.</p><ins><hr></ins>"_s;
    }
    void differencesAreShown()
    {
        QFETCH(Node, before);
        QFETCH(Node, after);
        QFETCH(QString, html);
        QCOMPARE(diffToHtml(diff(before, after)), html);
    }

    void labelsTellAScreenReaderWhatIsColoured()
    {
        DiffLabels labels{.inserted = u"thêm"_s, .deleted = u"bỏ"_s, .reformatted = u"định dạng"_s, .attributes = {}};
        QCOMPARE(diffToHtml(diffText(u"Họp sáng"_s, u"Họp <b>"_s), labels),
                 u"Họp <del><span class=\"visually-hidden\">bỏ </span>sáng</del><ins><span "
                 "class=\"visually-hidden\">thêm </span>&lt;b&gt;</ins>"_s);
    }

    void linesAreCompared()
    {
        QCOMPARE(diffText(u"Họp sáng nay"_s, u"Họp chiều nay"_s),
                 (QList<DiffRun>{{Change::Same, u"Họp "_s, {}},
                                 {Change::Deleted, u"sáng "_s, {}},
                                 {Change::Inserted, u"chiều "_s, {}},
                                 {Change::Same, u"nay"_s, {}}}));
        QVERIFY(diffText({}, {}).isEmpty());
        QCOMPARE(diffText({}, u"Mới"_s), (QList<DiffRun>{{Change::Inserted, u"Mới"_s, {}}}));
    }

    void bothVersionsCanBeReadOutOfTheDifference()
    {
        for (quint64 seed = 0; seed < 1500; ++seed) {
            RandomWriter author(seed, u"b"_s);
            RandomWriter editor(seed + 1, u"t"_s);
            const Node before = author.document(1 + int(author.below(8)));
            Node after = before;
            for (quint64 i = 0, count = author.below(6); i < count; ++i)
                after = editor.edited(after);
            const DiffBlock difference = diff(before, after);
            const auto newWords = wordsOf(difference, Change::Deleted);
            QVERIFY2(newWords == wordsOf(after), qPrintable(QString::number(seed)));
            auto oldWords = wordsOf(difference, Change::Inserted);
            auto expected = wordsOf(before);
            // A whole block that went from inside another is shown behind it.
            oldWords.sort();
            expected.sort();
            QVERIFY2(oldWords == expected, qPrintable(QString::number(seed)));
            QCOMPARE(difference.change == Change::Same, before == after);
        }
    }

    void largeDocumentsAreComparedInTime()
    {
        // Half a megabyte, everything rewritten, with the same small vocabulary.
        toasoan::SeededDice dice(3);
        const auto make = [&] {
            QList<Node> blocks;
            for (int i = 0; i < 1500; ++i) {
                QStringList line;
                for (int k = 0; k < 60; ++k)
                    line.append(u"từ%1"_s.arg(dice.below(800)));
                blocks.append(p(line.join(u' ')));
            }
            return doc(blocks);
        };
        const Node before = make();
        const Node after = make();
        const DiffBlock difference = diff(before, after);
        QCOMPARE(wordsOf(difference, Change::Deleted), wordsOf(after));
    }
};

QTEST_GUILESS_MAIN(TestDiff)
#include "tst_diff.moc"
