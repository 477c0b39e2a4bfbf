#include "main/CommandLine.h"

#include <QTextStream>

#include <array>
#include <cstdio>

#ifdef Q_OS_UNIX
#include <termios.h>
#include <unistd.h>
#endif

namespace toasoan {

namespace {

struct Advice
{
    const char *subject;
    const char *sentence;
};

constexpr std::array advices{
    Advice{"site", "There is no newsroom in this folder yet. Make one with `init`, or a trial one with `demo`."},
    Advice{"newsroom", "There is a newsroom in this folder already; it was left as it is."},
    Advice{"port", "The port is taken. Choose another with --port, or end the program that listens there."},
    Advice{"database.schema",
           "This newsroom was last used by another version of the program. Install that version "
           "or a newer one; nothing was changed."},
    Advice{"database.busy", "Another program holds the newsroom's database. Try again when it has finished."},
    Advice{"database.full", "There is no space left on the disk. Make room and try again; nothing was lost."},
    Advice{"user.login", "A login has 3 to 60 letters a-z, digits, dots, hyphens or underscores, and is not taken."},
    Advice{"user.password", "A password has at least 10 characters."},
    Advice{"session.password", "The name or the password is wrong."},
};

QString readLine()
{
    QTextStream in(stdin);
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
    for (const Advice &advice : advices) {
        if (error.subject == QLatin1StringView(advice.subject))
            out << advice.sentence << '\n';
    }
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
