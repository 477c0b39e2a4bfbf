// Every text of ui/ is in both languages: lupdate finds none that the .ts files do not have finished.
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void everyTextIsTranslated_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("options");
        QTest::newRow("Vietnamese") << u"vi"_s << QStringList();
        QTest::newRow("English") << u"en"_s << QStringList{u"-pluralonly"_s};
    }
    void everyTextIsTranslated()
    {
        QFETCH(QString, language);
        QFETCH(QStringList, options);
        const QTemporaryDir folder;
        const QString name = u"toasoan_%1.ts"_s.arg(language);
        const QString copy = folder.filePath(name);
        QVERIFY(QFile::copy(QStringLiteral(TOASOAN_SOURCE_DIR "/translations/") + name, copy));
        QProcess lupdate;
        lupdate.start(QStringLiteral(TOASOAN_LUPDATE),
                      QStringList{QStringLiteral(TOASOAN_SOURCE_DIR "/ui"), u"-I"_s, QStringLiteral(TOASOAN_SOURCE_DIR),
                                  u"-I"_s, QStringLiteral(TOASOAN_SOURCE_DIR "/app"), u"-locations"_s, u"none"_s,
                                  u"-no-obsolete"_s}
                          + options + QStringList{u"-ts"_s, copy});
        QVERIFY(lupdate.waitForFinished(60'000));
        QCOMPARE(lupdate.exitCode(), 0);

        QFile file(copy);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        QString source;
        QStringList missing;
        int count = 0;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == "source"_L1) {
                source = xml.readElementText();
                ++count;
            } else if (xml.name() == "translation"_L1) {
                const bool isUnfinished = xml.attributes().hasAttribute("type"_L1);
                const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
                if (isUnfinished || text.isEmpty())
                    missing.append(source);
            }
        }
        QVERIFY(!xml.hasError());
        QVERIFY(count > (language == "vi"_L1 ? 200 : 5));
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
