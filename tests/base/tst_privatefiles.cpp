#include "base/PrivateFiles.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

int modeOf(const QString &path)
{
    struct stat facts = {};
    return ::stat(QFile::encodeName(path).constData(), &facts) == 0 ? int(facts.st_mode & 07777) : -1;
}

void write(const QString &path, mode_t mode)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("x");
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), mode), 0);
}

} // namespace

class TestPrivateFiles : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private slots:
    void whatIsMadeIsItsUsersAloneWhateverTheUmask_data()
    {
        QTest::addColumn<int>("mask");
        QTest::newRow("none") << 0;
        QTest::newRow("usual") << 022;
        QTest::newRow("group") << 002;
    }
    void whatIsMadeIsItsUsersAloneWhateverTheUmask()
    {
        QFETCH(int, mask);
        const mode_t before = ::umask(mode_t(mask));
        const auto back = qScopeGuard([before] { ::umask(before); });
        const QString above = m_folder.filePath(QString::number(mask));
        QVERIFY(makePrivateFolder(above + u"/data"_s, {}));
        QVERIFY(makePrivateFile(above + u"/data/newsroom.db"_s));
        QCOMPARE(modeOf(above), 0700);
        QCOMPARE(modeOf(above + u"/data"_s), 0700);
        QCOMPARE(modeOf(above + u"/data/newsroom.db"_s), 0600);
        QCOMPARE(openToOthers(above), QStringList());
    }

    void afterTheStartNothingIsMadeForOthers()
    {
        const mode_t before = ::umask(0);
        const auto back = qScopeGuard([before] { ::umask(before); });
        makeFilesPrivate();
        QFile file(m_folder.filePath(u"any"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(QDir(m_folder.path()).mkdir(u"sub"_s));
        QCOMPARE(modeOf(file.fileName()), 0600);
        QCOMPARE(modeOf(m_folder.filePath(u"sub"_s)), 0700);
    }

    void anOwnFolderIsClosedWithAllThatLiesInIt()
    {
        const QDir folder(m_folder.filePath(u"own"_s));
        QVERIFY(folder.mkpath(u"media/ab"_s));
        for (const char *name : {"newsroom.db", "newsroom.db-wal", "newsroom.db-shm", "media/ab/cd"})
            write(folder.filePath(QLatin1StringView(name)), 0644);
        for (const char *name : {".", "media", "media/ab"})
            QCOMPARE(::chmod(QFile::encodeName(folder.filePath(QLatin1StringView(name))).constData(), 0755), 0);
        QCOMPARE(openToOthers(folder.path()).size(), 7);
        QVERIFY(openToOthers(folder.path()).contains(u"0644 "_s + folder.filePath(u"newsroom.db"_s)));

        QVERIFY(makePrivateFolder(folder.path(), {u"newsroom.db"_s, u"media"_s}));
        QCOMPARE(openToOthers(folder.path()), QStringList());
        QCOMPARE(modeOf(folder.filePath(u"newsroom.db-wal"_s)), 0600);
        QCOMPARE(modeOf(folder.path()), 0700);
        // A file that was opened to others in a folder that is closed.
        QCOMPARE(::chmod(QFile::encodeName(folder.filePath(u"newsroom.db"_s)).constData(), 0664), 0);
        QVERIFY(makePrivateFolder(folder.path(), {u"newsroom.db"_s, u"media"_s}));
        QCOMPARE(openToOthers(folder.path()), QStringList());
    }

    void aFolderOfSomethingElseIsLeftAsItIs()
    {
        const QDir folder(m_folder.filePath(u"home"_s));
        QVERIFY(folder.mkpath(u"."_s));
        write(folder.filePath(u"letter.txt"_s), 0644);
        QCOMPARE(::chmod(QFile::encodeName(folder.path()).constData(), 0755), 0);
        QVERIFY(makePrivateFolder(folder.path(), {u"newsroom.db"_s}));
        QCOMPARE(modeOf(folder.path()), 0755);
        QCOMPARE(modeOf(folder.filePath(u"letter.txt"_s)), 0644);

        QVERIFY(folder.mkdir(u"empty"_s));
        QCOMPARE(::chmod(QFile::encodeName(folder.filePath(u"empty"_s)).constData(), 0755), 0);
        QVERIFY(makePrivateFolder(folder.filePath(u"empty"_s), {u"newsroom.db"_s}));
        QCOMPARE(modeOf(folder.filePath(u"empty"_s)), 0700);
    }

    void aFileThatIsThereIsNotTouched()
    {
        const QString path = m_folder.filePath(u"there"_s);
        write(path, 0600);
        QVERIFY(makePrivateFile(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("x"));
    }
};

QTEST_GUILESS_MAIN(TestPrivateFiles)
#include "tst_privatefiles.moc"
