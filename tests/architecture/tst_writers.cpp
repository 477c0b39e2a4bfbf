// There is one door to a newsroom's database: what a person, the clock or the command line does is an action and goes
// through CommandRunner. Whoever else opens a transaction that writes stands here, with what it writes.
#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;

namespace {

bool writes(const QString &source)
{
    static const QRegularExpression writing(u"\\bbeginWriting\\(|\\bAccess::Write\\b"_s);
    return source.contains(writing);
}

const std::map<QString, QString> writers{
    {u"app/backend/CommandRunner.cpp"_s, u"the door: every action"_s},
    {u"app/backend/SignIn.cpp"_s, u"sessions"_s},
    {u"app/backend/Uploads.cpp"_s, u"uploads, and the picture that one has become"_s},
    {u"app/backend/MediaFiles.cpp"_s, u"uploads that are over"_s},
    {u"app/backend/MediaShapes.cpp"_s, u"sizes of pictures that an older program read otherwise"_s},
    {u"app/backend/RegisterUpkeep.cpp"_s,
     u"standard registers that a newer program brings; what lists of entries are made of"_s},
    {u"app/backend/Scheduler.cpp"_s, u"cleaning: old answers, versions that were superseded"_s},
    {u"app/backend/NewsroomSetup.cpp"_s, u"migrations: the epoch, the search's index, the chain that one brought"_s},
    {u"app/backend/Backend.cpp"_s, u"the ledger of visits: its opening balance"_s},
    {u"app/backend/VisitCounter.cpp"_s, u"the ledger of visits"_s},
    {u"app/backend/Demo.cpp"_s, u"the ledger of visits: a past for the demo"_s},
    {u"app/storage/Migrator.cpp"_s, u"migrations"_s},
    {u"app/storage/ServingLock.cpp"_s, u"nothing: the lock of whoever serves"_s},
    {u"app/storage/NewsroomStore.cpp"_s, u"beginWriting() itself"_s},
    {u"app/storage/Transaction.h"_s, u"how one begins"_s},
    {u"app/storage/NewsroomStore.h"_s, u"beginWriting() itself"_s},
    {u"app/sync/GonePictures.cpp"_s, u"a desk's replica"_s},
    {u"app/sync/Replay.cpp"_s, u"a desk's replica, rolled back"_s},
    {u"app/sync/ReplicaChange.cpp"_s, u"a desk's replica"_s},
    {u"app/sync/Replica.cpp"_s, u"a desk's replica"_s},
    {u"app/sync/ReplicaOutbox.cpp"_s, u"a desk's replica"_s},
};

} // namespace

class TestWriters : public QObject
{
    Q_OBJECT

private slots:
    void aWriterIsFound()
    {
        QVERIFY(writes(u"auto transaction = beginWriting(database);"_s));
        QVERIFY(writes(u"Transaction::begin(database, Access::Write)"_s));
        QVERIFY(!writes(u"Transaction::begin(database, Access::Read)"_s));
    }

    void nobodyElseWrites()
    {
        const QDir root(QStringLiteral(TOASOAN_SOURCE_DIR));
        QStringList found;
        for (const QString &top : {u"app"_s, u"ui"_s}) {
            QDirIterator each(root.filePath(top), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
            while (each.hasNext()) {
                QFile file(each.next());
                QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
                if (writes(QString::fromUtf8(file.readAll())))
                    found.append(root.relativeFilePath(file.fileName()));
            }
        }
        found.sort();
        QStringList known;
        for (const auto &[file, what] : writers)
            known.append(file);
        known.sort();
        QCOMPARE(found, known);
    }
};

QTEST_GUILESS_MAIN(TestWriters)
#include "tst_writers.moc"
