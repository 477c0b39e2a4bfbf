#include "portal/PortalRenderer.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace toasoan;
using namespace toasoan::portal;

namespace {

const QString sourceFolder = QStringLiteral(TOASOAN_SOURCE_DIR "/resources/portal");

QString contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return QString::fromUtf8(file.readAll());
}

QStringList templateTexts()
{
    QStringList texts;
    const QDir folder(sourceFolder + QStringLiteral("/templates"));
    for (const QString &name : folder.entryList({QStringLiteral("*.mustache")}))
        texts.append(contentOf(folder.filePath(name)));
    return texts;
}

QSet<QString> used(const QString &pattern, const QStringList &texts)
{
    QSet<QString> found;
    for (const QString &text : texts)
        for (auto it = QRegularExpression(pattern).globalMatch(text); it.hasNext();)
            found.insert(it.next().captured(1));
    return found;
}

/// The custom properties of one rule of tokens.css.
QHash<QString, QString> tokens(const QString &selectorStart)
{
    const QString css = contentOf(sourceFolder + QStringLiteral("/css/tokens.css"));
    const auto start = css.indexOf(u'{', css.indexOf(selectorStart));
    const QString rule = css.mid(start, css.indexOf(u'}', start) - start);
    QHash<QString, QString> values;
    for (auto it = QRegularExpression(QStringLiteral("--([a-z-]+):\\s*(#[0-9a-f]{6})")).globalMatch(rule);
         it.hasNext();) {
        const auto match = it.next();
        values.insert(match.captured(1), match.captured(2));
    }
    return values;
}

/// Relative luminance and contrast, WCAG 2.1.
double luminance(const QString &colour)
{
    const auto channel = [&](int at) {
        const double value = colour.mid(at, 2).toInt(nullptr, 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

double contrast(const QString &one, const QString &other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

/// A copy of the theme in a folder, to break.
void copyTheme(const QString &target)
{
    QDir root(QStringLiteral(":/portal"));
    for (const QString &part : root.entryList(QDir::Dirs)) {
        QDir().mkpath(target + u'/' + part);
        const QDir folder(root.filePath(part));
        for (const QString &name : folder.entryList(QDir::Files)) {
            const QString path = target + u'/' + part + u'/' + name;
            QFile::copy(folder.filePath(name), path);
            QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        }
    }
}

void replaceIn(const QString &path, const QString &before, const QString &after)
{
    QString text = contentOf(path);
    Q_ASSERT(text.contains(before));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(path));
    file.write(text.replace(before, after).toUtf8());
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void theThemeLoadsAndCompilesInBothLanguages()
    {
        auto theme = Theme::load();
        QVERIFY2(theme, theme ? "" : qPrintable(theme.error().detail));
        for (const QString &name : theme->templateNames())
            for (const Language language : {Language::Vietnamese, Language::English})
                QVERIFY(theme->source(name, language));
        QVERIFY(PortalRenderer::create(std::move(theme).value()));
    }

    void bothLanguagesHaveTheSameStringsAndTheSameFieldsInThem()
    {
        const auto theme = Theme::load();
        QVERIFY(theme);
        const auto &vietnamese = theme->strings(Language::Vietnamese);
        const auto &english = theme->strings(Language::English);
        QCOMPARE(QSet<QString>(vietnamese.keyBegin(), vietnamese.keyEnd()),
                 QSet<QString>(english.keyBegin(), english.keyEnd()));
        for (auto it = vietnamese.begin(); it != vietnamese.end(); ++it) {
            const QString field = QStringLiteral(R"(\{\{(\w+)\}\})");
            QCOMPARE(used(field, {english.value(it.key())}), used(field, {it.value()}));
        }
    }

    void noStringIsLeftWithoutUse()
    {
        const auto theme = Theme::load();
        QVERIFY(theme);
        const auto inTemplates = used(QStringLiteral(R"(\{\{t:([\w.]+)\}\})"), templateTexts());
        const auto inCode = used(QStringLiteral(R"re(text\("([\w.]+\.[\w.]+)"\))re"),
                                 {contentOf(QStringLiteral(TOASOAN_SOURCE_DIR "/app/portal/PortalRenderer.cpp"))});
        // The site asks for some by name and for families of them ("byline." and the share); that the families are
        // whole is tst_demo's to say.
        const QString site = contentOf(QStringLiteral(TOASOAN_SOURCE_DIR "/app/backend/site/SiteReader.cpp"))
            + contentOf(QStringLiteral(TOASOAN_SOURCE_DIR "/app/portal/PageModels.cpp"));
        const auto bySite = used(QStringLiteral(R"re(u"(\w+\.\w+)"_s)re"), {site});
        const auto families = used(QStringLiteral(R"re("(\w+\.)")re"), {site});
        for (auto it = theme->strings(Language::Vietnamese).keyBegin();
             it != theme->strings(Language::Vietnamese).keyEnd(); ++it)
            QVERIFY2(inTemplates.contains(*it) || inCode.contains(*it) || bySite.contains(*it)
                         || families.contains(it->section(u'.', 0, 0) + u'.'),
                     qPrintable(*it));
        for (const QString &key : inCode)
            QVERIFY2(theme->strings(Language::Vietnamese).contains(key), qPrintable(key));
    }

    void theIconsOfTheListAreThoseInUse()
    {
        const QStringList listed =
            contentOf(sourceFolder + QStringLiteral("/icons.txt")).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(QSet<QString>(listed.begin(), listed.end()),
                 used(QStringLiteral(R"(\{\{icon:([\w-]+)\}\})"), templateTexts()));
    }

    void onlyPreparedHtmlIsWrittenUnescaped()
    {
        const auto raw = used(QStringLiteral(R"(\{\{\{(\w+)\}\}\})"), templateTexts());
        QCOMPARE(
            raw,
            (QSet<QString>{QStringLiteral("body"), QStringLiteral("jsonLd"), QStringLiteral("fileStyle"),
                           // Made of plain text by Fields::prose(), and tried with hostile ones in tst_pages.
                           QStringLiteral("titleHtml"), QStringLiteral("subtitleHtml"), QStringLiteral("leadHtml"),
                           QStringLiteral("correctionHtml"), QStringLiteral("noticeHtml"),
                           QStringLiteral("commentHtml"), QStringLiteral("partHtml"), QStringLiteral("numberHtml"),
                           QStringLiteral("subjectHtml"), QStringLiteral("telephoneHtml"), QStringLiteral("whenHtml"),
                           QStringLiteral("fullTimeHtml"), QStringLiteral("todayHtml"), QStringLiteral("publishedHtml"),
                           QStringLiteral("modifiedHtml"), QStringLiteral("madeHtml"), QStringLiteral("removedHtml"),
                           QStringLiteral("issuedHtml"), QStringLiteral("nameHtml"), QStringLiteral("postHtml"),
                           QStringLiteral("dutiesHtml"), QStringLiteral("biographyHtml"), QStringLiteral("textHtml")}));
        for (const QString &text : templateTexts())
            QVERIFY(!text.contains(QStringLiteral("{{&")));
    }

    void aBrokenThemeIsRefused_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("subject");
        const auto row = [](const char *name, const char *file, const char *before, const char *after,
                            const char *subject) {
            QTest::newRow(name) << QString::fromLatin1(file) << QString::fromLatin1(before)
                                << QString::fromLatin1(after) << QString::fromLatin1(subject);
        };
        row("string of one language", "strings/en.json", "\"skip\"", "\"skipped\"", "theme.strings");
        row("empty string", "strings/vi.json", "\"English\"", "\"\"", "theme.strings");
        row("no JSON", "strings/vi.json", "{", "", "theme.strings");
        row("unknown string", "templates/item.mustache", "{{t:item.print}}", "{{t:item.nothing}}", "theme.strings");
        row("unknown icon", "templates/item.mustache", "{{icon:printer}}", "{{icon:nothing}}", "theme.icon");
        row("unknown asset", "templates/head.mustache", "{{asset:portal.css}}", "{{asset:nothing.css}}", "theme.asset");
        row("unknown partial", "templates/item.mustache", "{{> head}}", "{{> nothing}}", "theme.template");
        row("partial in itself", "templates/head.mustache", "{{documentTitle}}", "{{> head}}", "theme.template");
        row("section never closed", "templates/item.mustache", "{{/hasRelated}}", "", "theme.template");
        row("unknown font", "css/base.css", "asset:be-vietnam-pro-latin-400-normal", "asset:nothing", "theme.asset");
    }
    void aBrokenThemeIsRefused()
    {
        QFETCH(QString, file);
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, subject);
        QTemporaryDir folder;
        copyTheme(folder.path());
        QVERIFY(Theme::load(folder.path()));
        replaceIn(folder.filePath(file), before, after);
        auto theme = Theme::load(folder.path());
        if (!theme) {
            QCOMPARE(theme.error().subject, subject);
            return;
        }
        const auto renderer = PortalRenderer::create(std::move(theme).value());
        QVERIFY(!renderer);
        QCOMPARE(renderer.error().subject, subject);
    }

    void aThemeThatIsNotThereIsRefused()
    {
        QCOMPARE(Theme::load(QStringLiteral("/nowhere")).error().subject, QStringLiteral("theme.file"));
    }

    void assetsAreNamedByTheirBytes()
    {
        const auto theme = Theme::load();
        QVERIFY(theme);
        QVERIFY(theme->assets().size() >= 12);
        for (const auto &[path, asset] : theme->assets()) {
            QVERIFY2(
                QRegularExpression(QStringLiteral("^/assets/[a-z0-9.-]+\\.[0-9a-f]{12}\\.(css|js|svg|png|ico|woff2)$"))
                    .match(path)
                    .hasMatch(),
                qPrintable(path));
            QVERIFY(!asset.bytes.isEmpty());
            QVERIFY(asset.contentType != "application/octet-stream");
        }
        QTemporaryDir folder;
        copyTheme(folder.path());
        replaceIn(folder.filePath(QStringLiteral("css/tokens.css")), QStringLiteral("#9c1720"),
                  QStringLiteral("#9c1721"));
        const auto changed = Theme::load(folder.path());
        QVERIFY(changed);
        QVERIFY(changed->assetPath(QStringLiteral("portal.css")) != theme->assetPath(QStringLiteral("portal.css")));
        QCOMPARE(changed->assetPath(QStringLiteral("portal.js")), theme->assetPath(QStringLiteral("portal.js")));
    }

    void noAssetReachesForAnotherServer()
    {
        const auto theme = Theme::load();
        QVERIFY(theme);
        for (const auto &[path, asset] : theme->assets()) {
            if (!asset.contentType.startsWith("text/") && asset.contentType != "image/svg+xml")
                continue; // type and pixels
            QByteArray text = asset.bytes;
            text.replace("http://www.w3.org/2000/svg", "");
            for (const char *reach :
                 {"http:", "https:", "//", "@import", "fetch(", "XMLHttpRequest", "document.cookie", "<script"})
                QVERIFY2(!text.contains(reach), qPrintable(path + u' ' + QLatin1String(reach)));
        }
    }

    void everyTextIsReadableOnItsGround_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("ground");
        const auto row = [](const char *text, std::initializer_list<const char *> grounds) {
            for (const char *ground : grounds)
                QTest::addRow("%s on %s", text, ground) << QString::fromLatin1(text) << QString::fromLatin1(ground);
        };
        row("ink", {"paper", "sheet", "sand", "mark", "notice"});
        row("soft", {"paper", "sheet", "sand", "mark", "notice"});
        row("red", {"paper", "sheet", "sand", "notice"});
        row("gold-ink", {"paper", "sheet", "sand"});
        row("paper", {"red"}); // buttons, labels, the current page number
        row("cream", {"red-deep", "red-night"});
        row("gold-light", {"red-deep", "red-night"});
    }
    void everyTextIsReadableOnItsGround()
    {
        QFETCH(QString, text);
        QFETCH(QString, ground);
        const auto normal = tokens(QStringLiteral(":root"));
        const auto high = tokens(QStringLiteral("html[data-contrast"));
        QVERIFY(normal.contains(text) && normal.contains(ground) && high.contains(text) && high.contains(ground));
        const double ratio = contrast(normal[text], normal[ground]);
        QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
        const double highRatio = contrast(high[text], high[ground]);
        QVERIFY2(highRatio >= 7, qPrintable(QString::number(highRatio)));
    }

    // The browsers' own grey is too pale, and Firefox makes any colour paler.
    void aPlaceholderIsAsReadableAsWords()
    {
        const QString css = contentOf(sourceFolder + QStringLiteral("/css/layout.css"));
        QVERIFY(css.contains(QStringLiteral(".search input::placeholder { color: var(--soft); opacity: 1; }")));
        QCOMPARE(css.count(QStringLiteral("::placeholder")), 1); // its grounds are above
    }

    // Gold is for lines and ornaments: as a text it can be read on no light ground.
    void goldIsNoColourOfText()
    {
        const QDir folder(sourceFolder + QStringLiteral("/css"));
        static const QRegularExpression textInGold(QStringLiteral(R"((?<![-\w])color:\s*var\(--gold\))"));
        for (const QString &name : folder.entryList({QStringLiteral("*.css")}))
            QVERIFY2(!contentOf(folder.filePath(name)).contains(textInGold), qPrintable(name));
    }

    void theBannersOwnGroundsAreDarkEnough()
    {
        const auto normal = tokens(QStringLiteral(":root"));
        // The ends and the middle of the gradients in layout.css and components.css.
        for (const char *ground : {"#6d0b13", "#95141d", "#7d0f17", "#8d121b", "#4a0c11", "#34080c"}) {
            QVERIFY(contrast(normal[QStringLiteral("cream")], QLatin1String(ground)) >= 4.5);
            QVERIFY(contrast(normal[QStringLiteral("gold-light")], QLatin1String(ground)) >= 4.5);
        }
        QVERIFY(contrast(QStringLiteral("#4a0a10"), normal[QStringLiteral("gold-light")]) >= 4.5);
        QVERIFY(contrast(normal[QStringLiteral("focus")], normal[QStringLiteral("paper")]) >= 3);
    }
};

QTEST_GUILESS_MAIN(TestTheme)
#include "tst_theme.moc"
