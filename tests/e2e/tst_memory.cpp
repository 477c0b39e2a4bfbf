// What a sender can make the server take of memory, and that it gives it back: the real program, by its own account of
// what is resident (/proc).
#include "e2e/ServerProcess.h"
#include "http/RawClient.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

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

/// VmHWM is counted from now on.
bool forgetPeakOf(const ServerProcess &server)
{
    QFile references(u"/proc/%1/clear_refs"_s.arg(server.processId()));
    return references.open(QIODevice::WriteOnly) && references.write("5") == 1;
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

    // Forty who announce the largest body there is to where desks send their commands, and have not signed in.
    void bodiesOfStrangersAreRefusedByTheirHeads()
    {
        QTemporaryDir folder;
        ServerProcess server(folder.path());
        QVERIFY(server.makeDemo());
        QVERIFY(server.start());
        const std::string head = "POST /api/v1/commands HTTP/1.1\r\nHost: a\r\nToasoan-Protocol: 1\r\nContent-Type: "
                                 "application/json\r\nContent-Length: 8388608\r\n";
        const std::string piece(256 * 1024, ' ');
        const auto fortySend = [&](const std::string &fields) {
            std::vector<std::unique_ptr<http::RawClient>> strangers;
            for (int i = 0; i < 40; ++i) {
                strangers.push_back(std::make_unique<http::RawClient>(server.port()));
                strangers.back()->send(head + fields + "\r\n" + piece);
            }
            // Each has his answer before most of it is sent.
            for (const auto &stranger : strangers) {
                const auto answer = stranger->readAnswer();
                QVERIFY(answer);
                QCOMPARE(answer->status, 401);
                QVERIFY(answer->body.find("unauthenticated") != std::string::npos);
                QCOMPARE(answer->field("Connection").value_or(std::string()), std::string("close"));
            }
            // Who goes on all the same is cut off.
            for (const auto &stranger : strangers) {
                for (int i = 1; i < 32 && stranger->send(piece); ++i) { }
            }
        };
        fortySend({}); // what the program takes for its first work of this kind
        if (QTest::currentTestFailed())
            return;
        QVERIFY(forgetPeakOf(server));
        const double before = memoryOf(server, "VmRSS");
        QVERIFY(before > 0);
        fortySend({});
        fortySend("Authorization: Bearer " + std::string(43, 'A') + "\r\n");
        const double peak = memoryOf(server, "VmHWM");
        qInfo("before %.1f MiB, at most %.1f", before, peak);
        QVERIFY2(peak < before + 8, "the bodies took it"); // one of them
        QCOMPARE(server.get(u"/livez"_s).status, 200);
        QCOMPARE(server.stop(), 0);
    }
};

QTEST_GUILESS_MAIN(TestMemory)
#include "tst_memory.moc"
