// What a sender can make the server take of memory, and that it gives it back: the real program, by its own account of
// what is resident (/proc).
#include "e2e/ServerProcess.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

/// In MiB: a line of /proc/PID/status.
double memoryOf(const ServerProcess &server, const char *line)
{
    QFile status(u"/proc/%1/status"_s.arg(server.processId()));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    const QRegularExpression wanted(u"^%1:\\s+(\\d+) kB"_s.arg(QLatin1StringView(line)),
                                    QRegularExpression::MultilineOption);
    return wanted.match(QString::fromLatin1(status.readAll())).captured(1).toDouble() / 1024;
}

// One-letter words, which no two versions have in common at the same place.
QString letters(int version)
{
    QString text;
    for (int i = 0; i < 200'000; ++i) {
        text += QChar(u'a' + (i * (2 * version + 3) + version) % 26);
        text += u' ';
    }
    return text.trimmed();
}

} // namespace

class TestMemory : public QObject
{
    Q_OBJECT

private slots:
    void aMergeOfVeryManyWordsIsBoundedAndGivenBack()
    {
        QTemporaryDir folder;
        ServerProcess server(folder.path());
        QVERIFY(server.makeDemo());
        QVERIFY(server.start());
        QVERIFY(server.signInAll());
        const QString id = newId();
        const auto save = [&](int base, int version) {
            const QJsonObject content{
                {u"title"_s, u"Chữ cái"_s}, {u"genre"_s, u"newsBrief"_s}, {u"body"_s, paragraphBody(letters(version))}};
            return server.command(
                u"phongvien"_s,
                {{u"kind"_s, u"save"_s}, {u"article"_s, id}, {u"base"_s, base}, {u"content"_s, content}});
        };
        QCOMPARE(save(0, 1).status, 200);
        QCOMPARE(save(1, 2).status, 200);
        const double before = memoryOf(server, "VmRSS");
        QVERIFY(before > 0);
        QElapsedTimer timer;
        timer.start();
        // Both rewrote all of it: what stands in it twice is over what a text may hold, and is kept to be shortened.
        const ServerAnswer merged = save(1, 3);
        const qint64 took = timer.elapsed();
        QCOMPARE(merged.status, 200);
        const double peak = memoryOf(server, "VmHWM");
        const double after = memoryOf(server, "VmRSS");
        qInfo("before %.0f MiB, at most %.0f, after %.0f; %lld ms", before, peak, after, static_cast<long long>(took));
        QVERIFY2(peak < before + 150, "the merge took it");
        QVERIFY2(after < before + 20, "it was not given back");
        QCOMPARE(server.get(u"/livez"_s).status, 200);
        QCOMPARE(server.stop(), 0);
    }
};

QTEST_GUILESS_MAIN(TestMemory)
#include "tst_memory.moc"
