// A list of 1,500 households in ten columns is an ordinary item: in the real page it is shown, written in, pasted and
// taken back, and its text comes whole to the desk.
#include "EditorFixture.h"
#include "support/Patience.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

constexpr int rows = 1500;
constexpr int columns = 10;

QByteArray households()
{
    QByteArrayList lines;
    for (int row = 0; row < rows; ++row) {
        QByteArrayList cells;
        for (int column = 0; column < columns; ++column)
            cells.append(
                cell(row == 0 ? "tableHeader" : "tableCell", "h" + QByteArray::number(row * columns + column)));
        lines.append(R"({"content":[)" + cells.join(',') + R"(],"type":"tableRow"})");
    }
    return documentOf(R"({"content":[)" + lines.join(',') + R"(],"type":"table"},)" + paragraph(u"Sau bảng"_s));
}

qsizetype cellsOf(const QByteArray &document)
{
    qsizetype count = 0;
    const QJsonArray blocks = QJsonDocument::fromJson(document).object().value("content"_L1).toArray();
    for (const auto &block : blocks) {
        const QJsonArray lines = block.toObject().value("content"_L1).toArray();
        if (block.toObject().value("type"_L1) != "table"_L1)
            continue;
        for (const auto &line : lines)
            count += line.toObject().value("content"_L1).toArray().size();
    }
    return count;
}

} // namespace

class TestLargeTable : public QObject
{
    Q_OBJECT

    std::unique_ptr<EditorFixture> m_editor;
    QElapsedTimer m_timer;

    void tell(const char *what) { qInfo("%s: %lld ms", what, static_cast<long long>(m_timer.restart())); }

private slots:
    void initTestCase() { m_editor = std::make_unique<EditorFixture>(); }
    void cleanupTestCase() { m_editor.reset(); }

    void aListOfHouseholdsIsWrittenIn()
    {
        const QByteArray before = households();
        m_timer.start();
        QVERIFY(m_editor->open(before));
        tell("shown");
        QCOMPARE(m_editor->evaluate(u"document.querySelectorAll('td, th').length"_s).toInt(), rows * columns);
        QCOMPARE(m_editor->flushed(), before);
        m_timer.restart();
        m_editor->placeCaret(u"tr:last-child td:last-child p"_s, 1);
        m_editor->type(u"Nguyễn"_s);
        QTRY_VERIFY_WITH_TIMEOUT(
            m_editor->evaluate(u"document.querySelector('tr:last-child td:last-child').textContent"_s).toString()
                == u"hNguyễn14999"_s,
            longestWait);
        tell("six keys in the last cell");
        QByteArray after = before;
        after.replace("\"h14999\"", u"\"hNguyễn14999\""_s.toUtf8());
        QCOMPARE(m_editor->flushed(), after);
        tell("and at the desk");
        for (int key = 0; key < 6 && m_editor->flushed() != before; ++key) // keys far apart are undone one by one
            m_editor->view.command(u"undo"_s);
        QCOMPARE(m_editor->flushed(), before);
    }

    void aListOfHouseholdsIsPasted()
    {
        QVERIFY(m_editor->open(documentOf(paragraph(u"Danh sách"_s))));
        QString html = u"<table>"_s;
        for (int row = 0; row < rows; ++row) {
            html += u"<tr>"_s;
            for (int column = 0; column < columns; ++column)
                html += u"<td><p>Hộ %1</p></td>"_s.arg(row * columns + column);
            html += u"</tr>"_s;
        }
        m_editor->placeCaret(u"p"_s, 9);
        m_timer.restart();
        m_editor->paste(html + u"</table>"_s, u"Hộ 0"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_editor->evaluate(u"document.querySelectorAll('td, th').length"_s).toInt(),
                                  rows * columns, longestWait);
        tell("pasted");
        const QByteArray pasted = m_editor->flushed();
        QCOMPARE(cellsOf(pasted), qsizetype(rows) * columns);
        QVERIFY(pasted.contains(u"Hộ 14999"_s.toUtf8()));
        m_editor->view.command(u"undo"_s);
        QCOMPARE(m_editor->flushed(), documentOf(paragraph(u"Danh sách"_s)));
    }
};

QTEST_MAIN(TestLargeTable)
#include "tst_largetable.moc"
