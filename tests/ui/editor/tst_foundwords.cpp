// The words that the editor's page is tried on too.
#include "ui/editor/FoundWords.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

class TestFoundWords : public QObject
{
    Q_OBJECT

private slots:
    void aWordIsFoundWithItsToneOnEitherLetter_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("matchCase");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("places");
        QFile file(QStringLiteral(TOASOAN_SOURCE_DIR "/tests/ui/editor/fixtures/finding.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto rows = QJsonDocument::fromJson(file.readAll()).array();
        QVERIFY(rows.size() > 20);
        for (const auto &each : rows) {
            const QJsonObject row = each.toObject();
            const QString words = row["find"_L1].toString();
            const QString text = row["text"_L1].toString();
            QTest::addRow("%s in %s", qPrintable(words), qPrintable(text))
                << words << row["matchCase"_L1].toBool() << text << row["places"_L1].toVariant().toStringList();
        }
    }
    void aWordIsFoundWithItsToneOnEitherLetter()
    {
        QFETCH(const QString, words);
        QFETCH(const bool, matchCase);
        QFETCH(const QString, text);
        QFETCH(const QStringList, places);
        QStringList found;
        for (const FoundWords &each : findWords(text, words, matchCase ? MatchCase::Yes : MatchCase::No))
            found.append(text.mid(each.from, each.length));
        QCOMPARE(found, places);
    }
};

QTEST_MAIN(TestFoundWords)
#include "tst_foundwords.moc"
