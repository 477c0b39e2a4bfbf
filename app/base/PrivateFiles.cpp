#include "base/PrivateFiles.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr auto all = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;

#ifdef Q_OS_UNIX

constexpr mode_t others = S_IRWXG | S_IRWXO;

// Nothing for what is not there and for links, which have no permissions of their own.
bool readFacts(const QString &path, struct stat &facts)
{
    return ::lstat(QFile::encodeName(path).constData(), &facts) == 0 && !S_ISLNK(facts.st_mode);
}

// Whether it was open. What is another user's, or shared by its nature (/tmp), stays as it is.
bool closeToOthers(const QString &path)
{
    struct stat facts = {};
    if (!readFacts(path, facts) || facts.st_uid != ::geteuid() || !(facts.st_mode & others))
        return false;
    const bool isFolder = S_ISDIR(facts.st_mode);
    if (isFolder ? (facts.st_mode & S_ISVTX) != 0 : !S_ISREG(facts.st_mode))
        return false;
    return ::chmod(QFile::encodeName(path).constData(), isFolder ? S_IRWXU : facts.st_mode & S_IRWXU) == 0;
}

void addIfOpen(const QString &path, QStringList &found)
{
    struct stat facts = {};
    if (readFacts(path, facts) && (S_ISDIR(facts.st_mode) || S_ISREG(facts.st_mode)) && facts.st_mode & others)
        found.append(u"%1 %2"_s.arg(facts.st_mode & 07777, 4, 8, QChar(u'0')).arg(path));
}

bool makeFolder(const QString &path)
{
    const QString above = QFileInfo(path).path();
    if (!QFileInfo::exists(above) && above != path && !makeFolder(above))
        return false;
    return ::mkdir(QFile::encodeName(path).constData(), S_IRWXU) == 0 || errno == EEXIST;
}

#else // where permissions are not modes, a user's folders are his already

bool closeToOthers(const QString &)
{
    return false;
}
void addIfOpen(const QString &, QStringList &) { }
bool makeFolder(const QString &path)
{
    return QDir().mkpath(path);
}

#endif

} // namespace

void makeFilesPrivate()
{
#ifdef Q_OS_UNIX
    ::umask(others);
#endif
}

Result<void> makePrivateFolder(const QString &path, const QStringList &ownNames)
{
    const QString folder = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    if (!QFileInfo::exists(folder)) {
        if (!makeFolder(folder))
            return Error{ErrorCode::Unavailable, u"folder"_s, path};
        return {};
    }
    if (!QFileInfo(folder).isDir())
        return Error{ErrorCode::Unavailable, u"folder"_s, path};
    const QDir dir(folder);
    QStringList own;
    for (const QString &name : ownNames)
        own += dir.entryList({name, name + u"-*"_s}, all); // a database has files beside it
    if (own.isEmpty() && !dir.isEmpty(all))
        return {};
    for (const QString &name : own) {
        const QString entry = dir.filePath(name);
        // Into a folder that was closed nobody has come.
        if (!closeToOthers(entry) || !QFileInfo(entry).isDir())
            continue;
        for (QDirIterator inside(entry, all, QDirIterator::Subdirectories); inside.hasNext();)
            (void)closeToOthers(inside.next());
    }
    (void)closeToOthers(QFileInfo(folder).canonicalFilePath());
    return {};
}

Result<void> makePrivateFile(const QString &path)
{
#ifdef Q_OS_UNIX
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0 && errno == EEXIST)
        return {}; // not even opened: closing it again would end the locks that a database of this process has on it
    if (descriptor < 0)
        return Error{ErrorCode::Unavailable, u"file"_s,
                     u"%1: %2"_s.arg(path, QString::fromLocal8Bit(std::strerror(errno)))};
    ::close(descriptor);
#else
    Q_UNUSED(path)
#endif
    return {};
}

QStringList openToOthers(const QString &folder, int most)
{
    QStringList found;
    addIfOpen(QFileInfo(folder).canonicalFilePath(), found);
    for (QDirIterator inside(folder, all, QDirIterator::Subdirectories); inside.hasNext() && found.size() < most;)
        addIfOpen(inside.next(), found);
    return found;
}

} // namespace toasoan
