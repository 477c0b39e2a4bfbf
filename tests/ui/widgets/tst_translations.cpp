// Every text of ui/ is in both languages: lupdate finds none that the .ts files do not have finished. The Vietnamese
// ones keep to the house's rules, and so do the demo's items.
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

void appendTexts(QStringList &texts, const QJsonValue &value)
{
    if (value.isString())
        texts.append(value.toString());
    for (const QJsonValue &each : value.toArray())
        appendTexts(texts, each);
    for (const QJsonValue &each : value.toObject())
        appendTexts(texts, each);
}

// The demo's item that was moved in from a portal of before has its authors' own words.
bool isMovedIn(const QJsonObject &item)
{
    return item["source"_L1].toString().contains(u"bài chuyển về từ cổng đã đóng"_s);
}

// The translations of a .ts file, or the values of a .json file.
QStringList vietnameseOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList texts;
    if (path.endsWith(u".json"_s)) {
        QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
        const QJsonArray items = json.take("items"_L1).toArray();
        for (const QJsonValue &item : items) {
            if (!isMovedIn(item.toObject()))
                appendTexts(texts, item);
        }
        appendTexts(texts, json);
        return texts;
    }
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == "translation"_L1)
            texts.append(xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed());
    }
    return texts;
}

} // namespace

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
        QVERIFY(lupdate.waitForFinished(300'000));
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

    // What a program can find of translations/README.md.
    void theHousesRulesAreKept_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("desk") << QStringLiteral(TOASOAN_SOURCE_DIR "/translations/toasoan_vi.ts");
        QTest::newRow("Qt's own") << QStringLiteral(TOASOAN_SOURCE_DIR "/translations/qt_vi.ts");
        QTest::newRow("portal") << QStringLiteral(TOASOAN_SOURCE_DIR "/resources/portal/strings/vi.json");
        QTest::newRow("demo") << QStringLiteral(TOASOAN_SOURCE_DIR "/resources/demo/newsroom.json");
    }
    void theHousesRulesAreKept()
    {
        QFETCH(const QString, file);
        const QStringList texts = vietnameseOf(file);
        QVERIFY(texts.size() > 20);
        const QRegularExpression forbidden(u"\\bbạn\\b(?! đọc)|những gì|mọi thứ|bất kỳ|\\bnó\\b|tức thì|vui "
                                           u"lòng|!|\\.\\.\\.|\\btới\\b|MiB|[0-9}] %(?![0-9n])"
                                           u"|(?:hoà|hoá|xoá|huỷ|toà|khoá|thuỷ|\\buỷ)\\b"_s,
                                           QRegularExpression::CaseInsensitiveOption
                                               | QRegularExpression::UseUnicodePropertiesOption);
        const QRegularExpression untypable(u"&[^A-VX-Za-vx-z0-9& ]"_s); // Telex makes ư of w
        QStringList wrong;
        for (const QString &text : texts) {
            if (forbidden.match(text).hasMatch() || untypable.match(text).hasMatch()
                || text != text.normalized(QString::NormalizationForm_C))
                wrong.append(text);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    // A list, the line above a text and the preview say it with the same word.
    void whatIsPublishedHasOneWord()
    {
        QFile file(QStringLiteral(TOASOAN_SOURCE_DIR "/translations/toasoan_vi.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        QString source;
        QStringList words;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == "source"_L1)
                source = xml.readElementText();
            else if (xml.name() == "translation"_L1 && source == "Published"_L1)
                words.append(xml.readElementText());
        }
        QVERIFY(words.size() >= 2);
        words.removeAll(u"Đã đăng"_s);
        QCOMPARE(words, QStringList());
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
