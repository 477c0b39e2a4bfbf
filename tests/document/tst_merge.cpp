#include "Builders.h"

#include <QTest>

using namespace toasoan::document;
using namespace toasoan::document::build;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(toasoan::document::Node)

namespace {

Attributes one(const QString &name, const AttributeValue &value)
{
    return {{name, value}};
}

Node withAttribute(Node node, const QString &name, const AttributeValue &value)
{
    node.attributes.insert(name, value);
    return node;
}

const QString theirs = u"theirs"_s;
const QString mine = u"mine"_s;

} // namespace

class TestMerge : public QObject
{
    Q_OBJECT

private slots:
    void documentsAreMerged_data()
    {
        QTest::addColumn<Node>("base");
        QTest::addColumn<Node>("theirVersion");
        QTest::addColumn<Node>("myVersion");
        QTest::addColumn<Node>("merged");

        const Node hop = doc({p(u"Ban Biên tập họp sáng nay tại huyện."_s)});
        QTest::newRow("different words of one sentence") << hop << doc({p(u"Ban Biên tập họp chiều nay tại huyện."_s)})
                                                         << doc({p(u"Ban Biên tập họp sáng nay tại tỉnh."_s)})
                                                         << doc({p(u"Ban Biên tập họp chiều nay tại tỉnh."_s)});
        QTest::newRow("neighbouring words") << hop << doc({p(u"Ban Biên tập họp chiều nay tại huyện."_s)})
                                            << doc({p(u"Ban Biên tập họp sáng mai tại huyện."_s)})
                                            << doc({p(u"Ban Biên tập họp chiều mai tại huyện."_s)});
        QTest::newRow("the same word in two ways")
            << hop << doc({p(u"Ban Biên tập họp chiều nay tại huyện."_s)})
            << doc({p(u"Ban Biên tập họp tối nay tại huyện."_s)})
            << doc({p({text(u"Ban Biên tập họp "_s), conflict(theirs, u"chiều "_s), conflict(mine, u"tối "_s),
                       text(u"nay tại huyện."_s)})});
        QTest::newRow("the same word in the same way") << hop << doc({p(u"Ban Biên tập họp chiều nay tại huyện."_s)})
                                                       << doc({p(u"Ban Biên tập họp chiều nay tại tỉnh."_s)})
                                                       << doc({p(u"Ban Biên tập họp chiều nay tại tỉnh."_s)});
        QTest::newRow("both delete") << hop << doc({p(u"Ban Biên tập họp sáng nay."_s)})
                                     << doc({p(u"Biên tập họp sáng nay."_s)}) << doc({p(u"Biên tập họp sáng nay."_s)});
        QTest::newRow("one deletes what the other changes")
            << hop << doc({p(u"Ban Biên tập họp tại huyện."_s)}) << doc({p(u"Ban Biên tập họp sáng mai tại huyện."_s)})
            << doc({p({text(u"Ban Biên tập họp "_s), conflict(mine, u"mai "_s), text(u"tại huyện."_s)})});
        QTest::newRow("both insert at one place")
            << hop << doc({p(u"Ban Biên tập đã họp sáng nay tại huyện."_s)})
            << doc({p(u"Ban Biên tập vừa họp sáng nay tại huyện."_s)})
            << doc({p({text(u"Ban Biên tập "_s), conflict(theirs, u"đã "_s), conflict(mine, u"vừa "_s),
                       text(u"họp sáng nay tại huyện."_s)})});
        QTest::newRow("one wrote on what both began")
            << doc({p(u"Hết."_s)}) << doc({p(u"Hết."_s), p(u"Tin mới"_s)})
            << doc({p(u"Hết."_s), p(u"Tin mới từ huyện"_s)}) << doc({p(u"Hết."_s), p(u"Tin mới từ huyện"_s)});

        const Node three = doc({p(u"Một một một."_s), p(u"Hai hai hai."_s), p(u"Ba ba ba."_s)});
        QTest::newRow("paragraphs of both at one place")
            << three << doc({p(u"Một một một."_s), p(u"Của họ."_s), p(u"Hai hai hai."_s), p(u"Ba ba ba."_s)})
            << doc({p(u"Một một một."_s), p(u"Việc tôi!"_s), p(u"Hai hai hai."_s), p(u"Ba ba ba."_s)})
            << doc({p(u"Một một một."_s), p(u"Của họ."_s), p(u"Việc tôi!"_s), p(u"Hai hai hai."_s), p(u"Ba ba ba."_s)});
        QTest::newRow("the same paragraph from both")
            << three << doc({p(u"Một một một."_s), p(u"Hai hai hai."_s), p(u"Ba ba ba."_s), p(u"Mới tinh."_s)})
            << doc({p(u"Một một một."_s), p(u"Hai hai hai."_s), p(u"Ba ba ba."_s), p(u"Mới tinh."_s), p(u"Nữa."_s)})
            << doc({p(u"Một một một."_s), p(u"Hai hai hai."_s), p(u"Ba ba ba."_s), p(u"Mới tinh."_s), p(u"Nữa."_s)});
        QTest::newRow("one deletes a paragraph, the other another")
            << three << doc({p(u"Hai hai hai."_s), p(u"Ba ba ba."_s)})
            << doc({p(u"Một một một."_s), p(u"Hai hai hai."_s)}) << doc({p(u"Hai hai hai."_s)});
        QTest::newRow("both delete all there is")
            << doc({p(u"Một."_s)}) << doc({p()}) << doc({rule()}) << doc({rule()});
        QTest::newRow("one deletes a paragraph that the other writes in")
            << three << doc({p(u"Một một một."_s), p(u"Ba ba ba."_s)})
            << doc({p(u"Một một một."_s), p(u"Hai hai mươi hai."_s), p(u"Ba ba ba."_s)})
            << doc({p(u"Một một một."_s), p({conflict(mine, u"Hai hai mươi hai."_s)}), p(u"Ba ba ba."_s)});
        QTest::newRow("one splits what the other changes")
            << doc({p(u"Câu thứ nhất. Câu thứ hai."_s)}) << doc({p(u"Câu thứ nhất."_s), p(u"Câu thứ hai."_s)})
            << doc({p(u"Câu đầu tiên. Câu thứ hai rất dài."_s)})
            << doc({p(u"Câu đầu tiên."_s), p(u"Câu thứ hai rất dài."_s)});
        QTest::newRow("one joins what the other changes")
            << doc({p(u"Câu thứ nhất."_s), p(u"Đoạn thứ hai."_s)}) << doc({p(u"Câu thứ nhất. Đoạn thứ hai."_s)})
            << doc({p(u"Câu thứ nhất."_s), p(u"Đoạn thứ hai rất dài."_s)})
            << doc({p(u"Câu thứ nhất. Đoạn thứ hai rất dài."_s)});
        QTest::newRow("one moves what the other changes")
            << doc({p(u"Alpha beta gamma delta."_s), p(u"Một đoạn khác hẳn ở đây."_s), p(u"Cuối cùng là hết."_s)})
            << doc({p(u"Một đoạn khác hẳn ở đây."_s), p(u"Cuối cùng là hết."_s), p(u"Alpha beta gamma delta."_s)})
            << doc({p(u"Alpha beta mới gamma delta."_s), p(u"Một đoạn khác hẳn ở đây."_s), p(u"Cuối cùng là hết."_s)})
            << doc({p(u"Một đoạn khác hẳn ở đây."_s), p(u"Cuối cùng là hết."_s), p(u"Alpha beta mới gamma delta."_s)});
        QTest::newRow("one makes a list of what the other changes")
            << three << doc({p(u"Một một một."_s), ul({li(u"Hai hai hai."_s), li(u"Ba ba ba."_s)})})
            << doc({p(u"Một một một."_s), p(u"Hai hai hai."_s), p(u"Ba ba bốn ba."_s)})
            << doc({p(u"Một một một."_s), ul({li(u"Hai hai hai."_s), li(u"Ba ba bốn ba."_s)})});
        QTest::newRow("both make the same list")
            << three << doc({p(u"Một một một."_s), ul({li(u"Hai hai hai."_s), li(u"Ba ba ba."_s), li(u"Thêm."_s)})})
            << doc({p(u"Một một một."_s), ul({li(u"Hai hai hai."_s), li(u"Ba ba bốn ba."_s)})})
            << doc({p(u"Một một một."_s), ul({li(u"Hai hai hai."_s), li(u"Ba ba bốn ba."_s), li(u"Thêm."_s)})});
        QTest::newRow("a list becomes numbered while an item comes in")
            << doc({ul({li(u"Một."_s), li(u"Hai."_s)})}) << doc({ol({li(u"Một."_s), li(u"Hai."_s)})})
            << doc({ul({li(u"Một."_s), li(u"Giữa chừng."_s), li(u"Hai."_s)})})
            << doc({ol({li(u"Một."_s), li(u"Giữa chừng."_s), li(u"Hai."_s)})});
        QTest::newRow("a second paragraph in an item, and a new item behind it")
            << doc({ul({li(u"Một."_s), li(u"Hai."_s)})}) << doc({ul({li(u"Một."_s), li(u"Mục mới."_s), li(u"Hai."_s)})})
            << doc({ul({li({p(u"Một."_s), p(u"Đoạn nữa."_s)}), li(u"Hai."_s)})})
            << doc({ul({li({p(u"Một."_s), p(u"Đoạn nữa."_s)}), li(u"Mục mới."_s), li(u"Hai."_s)})});

        const Node grid = table({row({th(u"Xã"_s), th(u"Số"_s)}), row({td(u"Triệu Ái"_s), td(u"12"_s)})});
        QTest::newRow("cells of a table")
            << doc({grid}) << doc({table({row({th(u"Xã"_s), th(u"Số"_s)}), row({td(u"Triệu Ái"_s), td(u"15"_s)})})})
            << doc({table({row({th(u"Xã mới"_s), th(u"Số"_s)}), row({td(u"Triệu Ái"_s), td(u"12"_s)})})})
            << doc({table({row({th(u"Xã mới"_s), th(u"Số"_s)}), row({td(u"Triệu Ái"_s), td(u"15"_s)})})});
        QTest::newRow("a cell in two ways")
            << doc({grid}) << doc({table({row({th(u"Xã"_s), th(u"Số"_s)}), row({td(u"Triệu Ái"_s), td(u"15"_s)})})})
            << doc({table({row({th(u"Xã"_s), th(u"Số"_s)}), row({td(u"Triệu Ái"_s), td(u"16"_s)})})})
            << doc({table({row({th(u"Xã"_s), th(u"Số"_s)}),
                           row({td(u"Triệu Ái"_s),
                                node(u"tableCell"_s,
                                     {p({conflict(theirs, u"15"_s), text(u" "_s), conflict(mine, u"16"_s)})})})})});
        QTest::newRow("rows of both")
            << doc({grid})
            << doc({table({row({th(u"Xã"_s), th(u"Số"_s)}), row({td(u"Triệu Độ"_s), td(u"7"_s)}),
                           row({td(u"Triệu Ái"_s), td(u"12"_s)})})})
            << doc({table({row({th(u"Xã"_s), th(u"Số"_s)}), row({td(u"Triệu Ái"_s), td(u"12"_s)}),
                           row({td(u"Triệu Hòa"_s), td(u"9"_s)})})})
            << doc({table({row({th(u"Xã"_s), th(u"Số"_s)}), row({td(u"Triệu Độ"_s), td(u"7"_s)}),
                           row({td(u"Triệu Ái"_s), td(u"12"_s)}), row({td(u"Triệu Hòa"_s), td(u"9"_s)})})});
        QTest::newRow("one deletes the row that the other writes in")
            << doc({grid}) << doc({table({row({th(u"Xã"_s), th(u"Số"_s)})})})
            << doc({table({row({th(u"Xã"_s), th(u"Số"_s)}), row({td(u"Triệu Ái anh hùng"_s), td(u"12"_s)})})})
            << doc({table({row({th(u"Xã"_s), th(u"Số"_s)}),
                           row({node(u"tableCell"_s, {p({conflict(mine, u"Triệu Ái anh hùng"_s)})}),
                                node(u"tableCell"_s, {p({conflict(mine, u"12"_s)})})})})});

        const Node picture = figure(media(1), u"Quang cảnh cuộc họp"_s, u"Ảnh: Hiền"_s, u"Phòng họp"_s);
        QTest::newRow("caption, credit and alt text")
            << doc({picture})
            << doc({figure(media(1), u"Quang cảnh cuộc họp sáng nay"_s, u"Ảnh: Hiền"_s, u"Phòng họp"_s)})
            << doc({figure(media(1), u"Quang cảnh cuộc họp"_s, u"Ảnh: Thu Hiền"_s, u"Phòng họp lớn"_s)})
            << doc({figure(media(1), u"Quang cảnh cuộc họp sáng nay"_s, u"Ảnh: Thu Hiền"_s, u"Phòng họp lớn"_s)});
        QTest::newRow("a credit in two ways")
            << doc({picture}) << doc({figure(media(1), u"Quang cảnh cuộc họp"_s, u"Ảnh: Lan"_s, u"Phòng họp"_s)})
            << doc({figure(media(1), u"Quang cảnh cuộc họp"_s, u"Ảnh: Minh"_s, u"Phòng họp"_s)})
            << doc({figure(media(1), u"Quang cảnh cuộc họp"_s, u"Ảnh: Lan / Minh"_s, u"Phòng họp"_s)});
        QTest::newRow("one replaces the picture, the other the caption")
            << doc({picture}) << doc({figure(media(2), u"Quang cảnh cuộc họp"_s, u"Ảnh: Hiền"_s, u"Phòng họp"_s)})
            << doc({figure(media(1), u"Toàn cảnh cuộc họp"_s, u"Ảnh: Hiền"_s, u"Phòng họp"_s)})
            << doc({figure(media(2), u"Toàn cảnh cuộc họp"_s, u"Ảnh: Hiền"_s, u"Phòng họp"_s)});
        QTest::newRow("both replace the picture")
            << doc({picture}) << doc({figure(media(2), u"Quang cảnh cuộc họp"_s, u"Ảnh: Hiền"_s)})
            << doc({figure(media(3), u"Quang cảnh cuộc họp"_s, u"Ảnh: Hiền"_s)})
            << doc({figure(media(2), {}, u"Ảnh: Hiền"_s), figure(media(3), u"Quang cảnh cuộc họp"_s, u"Ảnh: Hiền"_s)});
        QTest::newRow("one deletes the figure whose credit the other changes")
            << doc({p(u"Đầu."_s), picture}) << doc({p(u"Đầu."_s)})
            << doc({p(u"Đầu."_s), figure(media(1), u"Quang cảnh cuộc họp"_s, u"Ảnh: Thu Hiền"_s, u"Phòng họp"_s)})
            << doc({p(u"Đầu."_s),
                    node(u"figure"_s,
                         {node(u"figimage"_s, {}, {{u"media"_s, media(1)}, {u"alt"_s, u"Phòng họp"_s}}),
                          node(u"figcaption"_s, {conflict(mine, u"Quang cảnh cuộc họp"_s)})},
                         one(u"credit"_s, u"Ảnh: Thu Hiền"_s))});

        QTest::newRow("a word made bold and the next one changed")
            << doc({p(u"Rất quan trọng hôm nay."_s)})
            << doc({p({text(u"Rất "_s), bold(u"quan trọng"_s), text(u" hôm nay."_s)})})
            << doc({p(u"Rất quan trọng hôm qua."_s)})
            << doc({p({text(u"Rất "_s), bold(u"quan trọng"_s), text(u" hôm qua."_s)})});
        QTest::newRow("bold and italic on one word")
            << doc({p(u"Tin nóng."_s)}) << doc({p({text(u"Tin "_s), bold(u"nóng."_s)})})
            << doc({p({text(u"Tin "_s), text(u"nóng."_s, {mark(u"italic"_s)})})})
            << doc({p({text(u"Tin "_s), text(u"nóng."_s, {mark(u"bold"_s), mark(u"italic"_s)})})});
        QTest::newRow("a heading of another level, with new words")
            << doc({h(2, u"Kết quả"_s)}) << doc({h(3, u"Kết quả"_s)}) << doc({h(2, u"Kết quả chung"_s)})
            << doc({h(3, u"Kết quả chung"_s)});
        QTest::newRow("alignment in two ways: mine")
            << doc({p(u"Một."_s)}) << doc({withAttribute(p(u"Một."_s), u"align"_s, u"center"_s)})
            << doc({withAttribute(p(u"Một."_s), u"align"_s, u"end"_s)})
            << doc({withAttribute(p(u"Một."_s), u"align"_s, u"end"_s)});
        QTest::newRow("words of two deletions do not grow together")
            << doc({p(u"một hai ba bốn"_s)}) << doc({p(u"một ba bốn"_s)}) << doc({p(u"một hai bốn"_s)})
            << doc({p(u"một bốn"_s)});
        QTest::newRow("a break and a word")
            << doc({p(u"một hai ba"_s)}) << doc({p({text(u"một hai"_s), hardBreak(), text(u"ba"_s)})})
            << doc({p(u"không hai ba"_s)}) << doc({p({text(u"không hai"_s), hardBreak(), text(u"ba"_s)})});
    }
    void documentsAreMerged()
    {
        QFETCH(Node, base);
        QFETCH(Node, theirVersion);
        QFETCH(Node, myVersion);
        QFETCH(Node, merged);
        for (const Node *each : {&base, &theirVersion, &myVersion, &merged})
            QVERIFY2(check(*each), qPrintable(check(*each) ? QString() : check(*each).error().subject));
        const Node result = merge(base, theirVersion, myVersion);
        QVERIFY(check(result));
        QCOMPARE(toJson(result), toJson(merged));
    }

    void linesAreMerged_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("theirLine");
        QTest::addColumn<QString>("myLine");
        QTest::addColumn<QString>("merged");
        QTest::addColumn<bool>("isConflict");
        QTest::newRow("unchanged") << u"Họp"_s << u"Họp"_s << u"Họp"_s << u"Họp"_s << false;
        QTest::newRow("one side") << u"Họp"_s << u"Họp"_s << u"Họp báo"_s << u"Họp báo"_s << false;
        QTest::newRow("both alike") << u"Họp"_s << u"Họp báo"_s << u"Họp báo"_s << u"Họp báo"_s << false;
        QTest::newRow("different words") << u"Họp sáng nay ở huyện"_s << u"Họp chiều nay ở huyện"_s
                                         << u"Họp sáng nay ở tỉnh"_s << u"Họp chiều nay ở tỉnh"_s << false;
        QTest::newRow("the same words") << u"Họp sáng nay"_s << u"Họp chiều nay"_s << u"Họp tối nay"_s
                                        << u"Họp chiều / tối nay"_s << true;
        QTest::newRow("from nothing") << QString() << u"Tin họ"_s << u"Bài tôi"_s << u"Tin họ / Bài tôi"_s << true;
        QTest::newRow("cleared and changed")
            << u"Họp báo"_s << QString() << u"Họp báo sáng"_s << u"Họp báo sáng"_s << true;
        QTest::newRow("both cleared") << u"Họp"_s << QString() << QString() << QString() << false;
        QTest::newRow("punctuation") << u"Họp sáng nay"_s << u"Họp sáng nay!"_s << u"Cuộc họp sáng nay"_s
                                     << u"Cuộc họp sáng nay!"_s << false;
    }
    void linesAreMerged()
    {
        QFETCH(QString, base);
        QFETCH(QString, theirLine);
        QFETCH(QString, myLine);
        QFETCH(QString, merged);
        QFETCH(bool, isConflict);
        bool conflict = false;
        QCOMPARE(mergeText(base, theirLine, myLine, &conflict), merged);
        QCOMPARE(conflict, isConflict);
    }

    void aTextThatDoesNotFitIntoItsAttributeIsKeptInTheBody()
    {
        const QString long1 = QString(200, u'a');
        const QString long2 = QString(200, u'b');
        const Node merged = merge(doc({figure(media(1), {}, u"Ảnh"_s)}), doc({figure(media(1), {}, long1)}),
                                  doc({figure(media(1), {}, long2)}));
        QVERIFY(check(merged));
        QCOMPARE(merged, doc({figure(media(1), {}, long2), p({conflict(theirs, long1)})}));
    }

    // So many words that comparing them one by one would cost hundreds of megabytes: whole lines are compared. Nothing
    // is lost, and what only one side changed is no conflict.
    void textsOfVeryManyWordsAreMergedByLines()
    {
        const auto letters = [](char first, int count) {
            QString text;
            for (int i = 0; i < count; ++i) {
                text += QChar(u'a' + (i * 7 + first) % 26);
                text += u' ';
            }
            return text;
        };
        const QString long1 = letters(0, 100'000);
        const QString long2 = letters(1, 100'000);
        const QString long3 = letters(2, 100'000);
        const Node base = doc({p(u"Đầu"_s), p(long1), p(u"Cuối"_s)});
        const auto plain = [](const Node &document) { return toPlainText(document).simplified(); };

        const Node oneSide = merge(base, doc({p(u"Đầu của họ"_s), p(long1), p(u"Cuối"_s)}),
                                   doc({p(u"Đầu"_s), p(long2), p(u"Cuối của tôi"_s)}));
        QVERIFY(!hasConflict(oneSide));
        QCOMPARE(plain(oneSide), (u"Đầu của họ "_s + long2 + u"Cuối của tôi"_s).simplified());

        const Node both =
            merge(base, doc({p(u"Đầu"_s), p(long2), p(u"Cuối"_s)}), doc({p(u"Đầu"_s), p(long3), p(u"Cuối"_s)}));
        QVERIFY(hasConflict(both));
        QVERIFY(plain(both).contains(long2.trimmed()));
        QVERIFY(plain(both).contains(long3.trimmed()));
        QVERIFY(!plain(both).contains(long1.trimmed()));

        // An ordinary text is merged by its words however large the bound is.
        QCOMPARE(merge(doc({p(u"a b c"_s)}), doc({p(u"x b c"_s)}), doc({p(u"a b y"_s)})), doc({p(u"x b y"_s)}));
    }

    void largeDocumentsMergeInTime()
    {
        QList<Node> blocks;
        for (int i = 0; i < 4000; ++i)
            blocks.append(p(
                u"Ban Biên tập Cổng thông tin điện tử huyện họp và đánh giá công tác tin bài tháng %1."_s.arg(i % 50)));
        const Node base = doc(blocks);
        Node theirVersion = base;
        Node myVersion = base;
        for (int i = 0; i < 4000; i += 3) {
            theirVersion.children[i] = p(u"Đoạn này họ viết lại hết và không còn như cũ nữa %1."_s.arg(i));
            myVersion.children[3999 - i] = p(u"Ban Biên tập Cổng thông tin họp, đánh giá công tác tháng %1."_s.arg(i));
        }
        const Node merged = merge(base, theirVersion, myVersion);
        QVERIFY(wordCount(merged) > wordCount(base) / 2);
    }
};

QTEST_GUILESS_MAIN(TestMerge)
#include "tst_merge.moc"
