// Reads every #include of app/ and ui/ and holds it against the arrows of README ("The arrows").
#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <map>
#include <set>

namespace {

using Modules = std::set<QString>;

// What each module may include beside itself. The order is that of the house, inside out.
const std::map<QString, Modules> &arrows()
{
    static const std::map<QString, Modules> table = [] {
        const auto list = [](const char *names) {
            const QStringList words = QString::fromLatin1(names).split(QLatin1Char(' '), Qt::SkipEmptyParts);
            return Modules(words.begin(), words.end());
        };
        std::map<QString, Modules> rows;
        rows[QStringLiteral("base")] = {};
        rows[QStringLiteral("text")] = list("base");
        rows[QStringLiteral("document")] = list("text base");
        rows[QStringLiteral("domain")] = list("document text base");
        rows[QStringLiteral("storage")] = list("domain document text base");
        rows[QStringLiteral("pictures")] = list("base");
        rows[QStringLiteral("imaging")] = list("pictures base");
        rows[QStringLiteral("http")] = list("base");
        rows[QStringLiteral("actions")] = list("storage domain document text base");
        rows[QStringLiteral("protocol")] = list("actions domain document text base");
        rows[QStringLiteral("portal")] = list("domain document text base");
        rows[QStringLiteral("backend")] =
            list("actions portal protocol imaging pictures http storage domain document text base");
        rows[QStringLiteral("sync")] = list("protocol actions storage pictures domain document text base");
        rows[QStringLiteral("main")] = list("backend actions portal protocol imaging pictures http storage sync domain "
                                            "document text base ui");
        rows[QStringLiteral("ui")] = list("sync portal domain document text base");
        return rows;
    }();
    return table;
}

struct Include
{
    QString file;
    int line = 0;
    QString module; ///< of the file
    QString target; ///< what stands between the quotes or brackets
};

QString moduleOf(const QString &file)
{
    const QStringList parts = file.split(QLatin1Char('/'));
    return parts[0] == QLatin1String("ui") ? QStringLiteral("ui") : parts[1];
}

std::vector<Include> readIncludes()
{
    static const QRegularExpression form(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"));
    const QDir root(QStringLiteral(TOASOAN_SOURCE_DIR));
    std::vector<Include> includes;
    for (const QString &top : {QStringLiteral("app"), QStringLiteral("ui")}) {
        QDirIterator files(root.filePath(top), {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QString name = root.relativeFilePath(file.fileName());
            int number = 0;
            while (!file.atEnd()) {
                ++number;
                const auto match = form.match(QString::fromUtf8(file.readLine()));
                if (match.hasMatch())
                    includes.push_back({name, number, moduleOf(name), match.captured(1)});
            }
        }
    }
    return includes;
}

QString place(const Include &include)
{
    return QStringLiteral("%1:%2 includes %3").arg(include.file).arg(include.line).arg(include.target);
}

} // namespace

class TestIncludes : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_includes = readIncludes();
        QVERIFY(m_includes.size() > 100);
    }

    void everyModuleHasItsArrows()
    {
        for (const Include &include : m_includes)
            QVERIFY2(arrows().contains(include.module), qPrintable(include.file));
    }

    void noIncludeGoesAgainstAnArrow()
    {
        QStringList faults;
        for (const Include &include : m_includes) {
            const QString target = include.target.section(QLatin1Char('/'), 0, 0);
            if (!include.target.contains(QLatin1Char('/')) || !arrows().contains(target))
                continue; // a library's header, or a neighbour's
            if (target != include.module && !arrows().at(include.module).contains(target))
                faults.append(place(include));
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }

    void theScreenSeesOfSyncOnlyTheDesk()
    {
        for (const Include &include : m_includes) {
            if (include.module == QLatin1String("ui") && include.target.startsWith(QLatin1String("sync/")))
                QVERIFY2(include.target == QLatin1String("sync/Desk.h")
                             || include.target == QLatin1String("sync/EntryQuestions.h"),
                         qPrintable(place(include)));
        }
    }

    // What readers will get is shown by one feature; the rest of the screen knows nothing of pages.
    void onlyThePreviewSeesThePortal()
    {
        for (const Include &include : m_includes) {
            if (include.module == QLatin1String("ui") && include.target.startsWith(QLatin1String("portal/")))
                QVERIFY2(include.file.startsWith(QLatin1String("ui/preview/")), qPrintable(place(include)));
        }
    }

    void librariesStayInTheirModule_data()
    {
        QTest::addColumn<QString>("header");
        QTest::addColumn<QStringList>("modules");
        QTest::newRow("SQL in storage") << QStringLiteral("^QSql|^QtSql|^sqlite3|^libpq")
                                        << QStringList{QStringLiteral("storage")};
        QTest::newRow("pictures in imaging") << QStringLiteral("^vips") << QStringList{QStringLiteral("imaging")};
        QTest::newRow("server sockets in http")
            << QStringLiteral("^boost/(asio|beast)|^QTcp|^QUdp") << QStringList{QStringLiteral("http")};
        QTest::newRow("the workstation's door in main")
            << QStringLiteral("^QLocalS") << QStringList{QStringLiteral("main")};
        QTest::newRow("the desk's network in sync")
            << QStringLiteral("^QNetwork|^QtNetwork") << QStringList{QStringLiteral("sync")};
        QTest::newRow("windows in ui") << QStringLiteral("^QWidget|^QtWidgets|^QMainWindow|^QWebEngine|^QDialog")
                                       << QStringList{QStringLiteral("ui"), QStringLiteral("main")};
    }
    void librariesStayInTheirModule()
    {
        QFETCH(QString, header);
        QFETCH(QStringList, modules);
        const QRegularExpression form(header);
        for (const Include &include : m_includes) {
            if (form.match(include.target).hasMatch())
                QVERIFY2(modules.contains(include.module), qPrintable(place(include)));
        }
    }

    // A test that waits does so as long as support/Patience.h says: five seconds are not enough on a busy machine.
    void testsAreNotImpatient()
    {
        static const QRegularExpression waits(QStringLiteral("\\bQTRY_(?:VERIFY2?|COMPARE)\\("));
        // Waits of their own: shorter than a minute, or as long as Qt takes when nothing is said.
        static const QRegularExpression shortWaits(
            QStringLiteral("_WITH_TIMEOUT\\([^;]*, (?:[1-5]?\\d'\\d{3}|[1-5]?\\d{1,4})\\);|"
                           "\\b(?:qWaitForWindow(?:Exposed|Active)\\([^,()]*|waitFor(?:Finished|Started)\\()\\)"));
        const QDir root(QStringLiteral(TOASOAN_SOURCE_DIR "/tests"));
        const QString patience = QStringLiteral("support/Patience.h");
        QDirIterator files(root.path(), {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        QStringList hasty;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            const QString name = root.relativeFilePath(file.fileName());
            if (text.contains(waits) && !text.contains(patience) && name != patience)
                hasty.append(name);
            for (auto found = shortWaits.globalMatch(text); found.hasNext();)
                hasty.append(name + QStringLiteral(": ") + found.next().captured());
        }
        QVERIFY2(hasty.isEmpty(), qPrintable(hasty.join(QLatin1Char('\n'))));
    }

    void theServerNeedsNoScreen()
    {
        const QString server = QStringLiteral(TOASOAN_BIN_DIR "/toasoan-server");
        QVERIFY2(QFile::exists(server), "toasoan-server is not built");
        QProcess readelf;
        readelf.start(QStringLiteral("readelf"), {QStringLiteral("-d"), server});
        QVERIFY(readelf.waitForFinished(60'000));
        const QString needed = QString::fromLocal8Bit(readelf.readAllStandardOutput());
        QVERIFY(needed.contains(QLatin1String("libQt6Core")));
        for (const char *library : {"libQt6Gui", "libQt6Widgets", "libQt6WebEngine"})
            QVERIFY2(!needed.contains(QLatin1String(library)), library);
    }

private:
    std::vector<Include> m_includes;
};

QTEST_GUILESS_MAIN(TestIncludes)
#include "tst_includes.moc"
