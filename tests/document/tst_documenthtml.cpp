#include "Builders.h"

#include <QDir>
#include <QFile>
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

} // namespace

class TestDocumentHtml : public QObject
{
    Q_OBJECT

private slots:
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

    void headingIdsCanBeLeftOut()
    {
        HtmlOptions options;
        options.headingIds = HeadingIds::None;
        QCOMPARE(toHtml(doc({h(2, QStringLiteral("Mục"))}), options), QStringLiteral("<h2>Mục</h2>"));
    }

    void anEmptyLinkIsNoLinkForReaders()
    {
        const Node document = doc({p({text(QStringLiteral("a"), {mark(QStringLiteral("link"))})})});
        QVERIFY(check(document));
        QCOMPARE(toHtml(document), QStringLiteral("<p>a</p>"));
    }
};

QTEST_GUILESS_MAIN(TestDocumentHtml)
#include "tst_documenthtml.moc"
