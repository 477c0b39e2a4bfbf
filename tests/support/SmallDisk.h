// A disk that can be filled: a tmpfs on a folder, in a mount namespace of one process and its children. Root may make
// one anywhere; others need a system that lets them have a user namespace. From outside the disk is seen through /proc.
#pragma once

#include <QFile>
#include <QStringList>

#include <unistd.h>

namespace toasoan {

/// What is put before a program and its arguments so that it runs with `folder` on a disk of `size` ("16m"), with what
/// was in the folder.
[[nodiscard]] inline QStringList onSmallDisk(const QString &folder, const QString &size)
{
    const QString script = QStringLiteral("cp -a \"$1\" \"$1.was\"; mount -t tmpfs -o size=$2 none \"$1\"; "
                                          "cp -a \"$1.was/.\" \"$1\"; shift 2; exec \"$@\"");
    QStringList command{QStringLiteral("unshare"), QStringLiteral("--mount")};
    if (geteuid() != 0)
        command += QStringLiteral("--map-root-user");
    return command
        + QStringList{QStringLiteral("sh"), QStringLiteral("-ec"), script, QStringLiteral("sh"), folder, size};
}

/// The folder as the process that runs on the small disk has it.
[[nodiscard]] inline QString smallDiskOf(qint64 processId, const QString &folder)
{
    return QStringLiteral("/proc/%1/root%2").arg(processId).arg(folder);
}

/// Writes a file until there is no room left. False if it could not even be made.
[[nodiscard]] inline bool fillDisk(const QString &file)
{
    QFile ballast(file);
    if (!ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return false;
    const QByteArray page(4096, 'x');
    while (ballast.write(page) == page.size()) { }
    return true;
}

} // namespace toasoan
