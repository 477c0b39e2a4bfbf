#include "main/CommandLine.h"

#include <QTextStream>

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

#ifdef Q_OS_UNIX
#include <termios.h>
#include <unistd.h>
#endif

namespace toasoan {

namespace {

// What a person can do about an error: by subject, and where one subject has several reasons by code.
struct Advice
{
    const char *subject;
    std::optional<ErrorCode> code;
    const char *sentence;
};

constexpr std::array advices{
    Advice{"site", ErrorCode::NotFound,
           "There is no newsroom in this folder yet. Make one with `init`, or a trial one with `demo`."},
    Advice{"site.agency", {}, "The authority needs a name."},
    Advice{"site.address", {}, "The portal's address must be a web address, such as https://www.example.gov.vn."},
    Advice{"newsroom", ErrorCode::Conflict, "There is a newsroom in this folder already; it was left as it is."},
    Advice{"folder",
           {},
           "The folder cannot be made, or may not be written to. Give another with --data, or change its rights."},
    Advice{"folder.permissions",
           {},
           "Other users of this machine may read the newsroom's files. The next `serve` closes what is its own; else "
           "use chmod: 0700 for folders, 0600 for files."},
    Advice{"media.file", ErrorCode::Corrupt,
           "Originals of pictures are missing or cut. Put the folder `media` of a backup beside the database."},
    Advice{"storage", ErrorCode::StorageFull,
           "There is no space left on the disk. Free some space and try again; nothing was lost."},
    Advice{"storage", {}, "The folder may not be written to. Give another with --data, or change its rights."},
    Advice{"server.address", ErrorCode::Unavailable,
           "The port is taken. Choose another with --port, or stop the program that uses it."},
    Advice{"server.address", ErrorCode::Forbidden,
           "This account may not listen on that port. Choose one above 1023 with --port."},
    Advice{"server.address", {}, "This machine has no such address. Choose one of its own with --address."},
    Advice{"--at",
           {},
           "A moment is a day and an hour: 2026-12-31T07:00, on the newsroom's clock, or 2026-12-31T00:00Z, "
           "2026-12-31T07:00+07:00."},
    Advice{"--read",
           {},
           "Who approves says which version was read: `show` prints it, and --read VERSION names it. Nothing was "
           "approved."},
    Advice{"--port", {}, "A port is a number from 0 (any free one) to 65535."},
    Advice{"server.withoutConnectionLimit", {}, "An address is a number; several are separated by commas."},
    Advice{"--audit", {}, "Where the log stood is a number and a hash, as `verify` prints them: 12:3f…."},
    Advice{"--connections-per-address", {}, "The number of connections that an address may have is a number from 1."},
    Advice{"--refuse",
           {},
           "What may stand against an approval is named as `checklist` lists it; several are separated by commas. What "
           "is always refused needs no name; nothing was changed."},
    Advice{"server.proxies", {}, "A proxy is named by its IP address; several are separated by commas."},
    Advice{"database.schema",
           {},
           "This newsroom was last used by another version of the program. Install that version "
           "or a newer one; nothing was changed."},
    Advice{"database.schema.older",
           {},
           "This newsroom was last served by an older version of the program, which may be at work on it. Stop that "
           "server and start `serve` of this version once, which brings it up to date; nothing was changed."},
    Advice{"newsroom.served",
           {},
           "A server of an older version is at work on this newsroom. Stop it first (every one of them, if several "
           "share a database); nothing was changed."},
    Advice{"newsroom.changing",
           {},
           "Another server has been bringing this newsroom up to date for very long. Look in its log whether it goes "
           "on, and end it if it does not; then try again."},
    Advice{"database.busy", {}, "Another program holds the newsroom's database. Try again when it has finished."},
    Advice{"database.full", {}, "There is no space left on the disk. Free some space and try again; nothing was lost."},
    Advice{"database.open",
           {},
           "The database cannot be opened. If it is a file, check that this account may write into its folder; if a "
           "server, "
           "that it is running, and its address, name and password."},
    Advice{
        "database.connection", {}, "The connection to the database was lost. Check that it is running, and try again."},
    Advice{"database.readOnly", {}, "The newsroom's files may not be written by this account. Change their rights."},
    Advice{"database.io", {}, "The disk does not read or write as it should. Check the machine before you continue."},
    Advice{
        "database.file",
        {},
        "The newsroom's file is damaged, or is not a newsroom. Restore the last backup; the file was left as it is."},
    Advice{"visits.file", ErrorCode::Corrupt,
           "The file in which visits are counted is damaged; the newsroom itself is not. The next start sets it aside "
           "and counts anew; to keep the numbers, put that one file (visits.db) back from the last backup before."},
    Advice{
        "visits.file", ErrorCode::NotFound,
        "The file in which visits were counted is missing. Put visits.db back from the last backup, or counting goes "
        "on from what the portal was opened with."},
    Advice{"upload", ErrorCode::StorageFull,
           "There is too little space on the disk: pictures are taken in only while 256 MB stay free, so that the "
           "newsroom can go on working. Free some space and try again."},
    Advice{"demo.space",
           {},
           "There is too little space on the disk for a demo: 320 MB must be free. Free some space, or give another "
           "folder with --data; no newsroom was made."},
    Advice{"database.encoding", {}, "The database must be made with ENCODING 'UTF8'."},
    Advice{"database.location", {}, "Name the database like this: postgres://user@host/name."},
    Advice{"user.login",
           {},
           "A login has 3 to 60 characters (a-z, digits, dots, hyphens, underscores) and must not be in use."},
    Advice{"user", ErrorCode::NotFound, "There is no person with that login."},
    Advice{"user.name", {}, "A person needs a name."},
    Advice{"user.password", {}, "A password has at least 10 characters."},
    Advice{"user.role",
           {},
           "The roles are contributor, reporter, editor, secretary, deputyChair, boardChair, administrator, "
           "accountant."},
    Advice{"section.name", {}, "A section needs a name."},
    Advice{"section.slug", ErrorCode::Conflict, "Another section has that address. Give another with --slug."},
    Advice{"section.slug",
           {},
           "A section's address is made of a-z, 0-9 and single hyphens, and is none that the portal has for "
           "something else. Give another with --slug."},
    Advice{"section", ErrorCode::NotFound, "There is no section with that address. Make one with `section add`."},
    Advice{"desk.inUse",
           {},
           "Another program uses this folder: the workstation, or toasoan-cli. End it, or give another folder with "
           "--data; nothing was changed."},
    Advice{
        "desk.inUseElsewhere",
        {},
        "A program on another PC uses this folder, which lies on a share: it is named below. End it there; if that PC "
        "was switched off, start and end the program there once, or remove desk.lock and workstation.lock from the "
        "folder. Nothing was changed."},
    Advice{"session.password", {}, "The name or the password is wrong."},
};

QString readLine()
{
    static QTextStream in(stdin); // it reads ahead: with one of its own, the next question would find no answer
    return in.readLine();
}

} // namespace

void say(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

int complain(const Error &error)
{
    QTextStream out(stderr);
    const auto advice = std::ranges::find_if(advices, [&error](const Advice &each) {
        return error.subject == QLatin1StringView(each.subject) && (!each.code || *each.code == error.code);
    });
    if (advice != advices.end())
        out << advice->sentence << '\n';
    out << "Error: " << toText(error.code) << ' ' << error.subject;
    if (!error.detail.isEmpty())
        out << " (" << error.detail << ')';
    out << Qt::endl;
    return 1;
}

QString ask(const QString &prompt)
{
    QTextStream(stdout) << prompt << ": " << Qt::flush;
    return readLine();
}

QString askPassword(const QString &prompt)
{
#ifdef Q_OS_UNIX
    if (isatty(STDIN_FILENO)) {
        QTextStream(stdout) << prompt << ": " << Qt::flush;
        termios before{};
        tcgetattr(STDIN_FILENO, &before);
        termios silent = before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
        const QString password = readLine();
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
        say({});
        return password;
    }
#endif
    return readLine();
}

} // namespace toasoan
