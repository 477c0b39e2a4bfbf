// toasoan: the workstation. Wiring only: options, the embedded backend or a server's address, the desk, the window.
#include "sync/Desk.h"
#include "backend/Backend.h"
#include "backend/Demo.h"
#include "backend/NewsroomSetup.h"
#include "base/Log.h"
#include "base/PrivateFiles.h"
#include "main/CommandLine.h"
#include "main/Doorkeeper.h"
#include "main/Grace.h"
#include "sync/SystemNetwork.h"
#include "ui/shell/MainWindow.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/Look.h"
#include "ui/widgets/Preferences.h"
#include "ui/widgets/TurnWatch.h"
#include "ui/workstation/Translations.h"
#include "ui/workstation/Workstation.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QMessageBox>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

const QString languageKey = u"language"_s;

// The newsroom in the folder, made for trying out if there is none; listening on this PC.
struct Embedded
{
    std::unique_ptr<Backend> backend;
    std::vector<DemoAccount> accounts; ///< of a newsroom made just now
};

Result<Embedded> startEmbedded(const BackendOptions &options, const Clock &clock, Dice &dice)
{
    Embedded embedded;
    if (auto made = makeDataFolder(options); !made)
        return made.error();
    {
        auto database = Database::open(newsroomLocation(options));
        if (!database)
            return database.error();
        // An older one is brought up to date when it is served.
        if (auto made = makeSchema(**database, clock, dice); !made)
            return made.error();
        auto there = hasNewsroom(**database, clock);
        if (!there)
            return there.error();
        if (!*there) {
            auto accounts = makeDemo(options, clock, dice);
            if (!accounts)
                return accounts.error();
            embedded.accounts = *std::move(accounts);
        }
    }
    auto backend = Backend::start(options, clock, dice);
    if (!backend)
        return backend.error();
    embedded.backend = *std::move(backend);
    return embedded;
}

enum class Ended
{
    Closed,
    OtherLanguage ///< the person chose it; it stands in the settings
};

// What the sign-in page is filled with.
struct SignInForm
{
    QString server;
    bool isServerFixed = false;
    QString login;
    std::vector<OfferedAccount> offered; ///< until somebody has signed in
};

/// What goes from one window to the next.
struct Before
{
    SignInForm form;
    std::optional<Workstation::Sitting> sitting; ///< of the window before
};

// One window, from its opening until it is closed. Its texts are made once: another language is another window, over
// the same desk.
Ended showWindow(Desk &desk, const Clock &clock, Before &before, QSettings &settings, Preferences &preferences,
                 const Doorkeeper &doorkeeper)
{
    MainWindow window;
    QObject::connect(&doorkeeper, &Doorkeeper::called, &window, [&window](const QByteArray &token) {
        if (!token.isEmpty())
            qputenv("XDG_ACTIVATION_TOKEN", token); // where Qt looks for it when a window is to be activated
        window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
        window.show();
        window.raise();
        window.activateWindow();
        writeLog(LogLevel::Info, "window.called", {{u"visible"_s, window.isVisible()}});
    });
    Workstation workstation(desk, clock, window, &preferences);
    SignInForm &form = before.form;
    SignInPage &door = workstation.signInPage();
    door.setServer(form.server, form.isServerFixed);
    door.setLogin(form.login);
    door.offerAccounts(form.offered);
    QObject::connect(&door, &SignInPage::passed, &window, [&form] { form.offered.clear(); });
    Ended ended = Ended::Closed;
    QObject::connect(&workstation, &Workstation::languageWanted, &window, [&](Language language) {
        settings.setValue(languageKey, toText(language));
        form.server = door.server();
        form.login = door.login();
        before.sitting = workstation.sitting();
        ended = Ended::OtherLanguage;
        window.close();
    });
    window.rememberIn(settings);
    workstation.rememberIn(settings);
    window.show();
    if (const auto sitting = std::exchange(before.sitting, std::nullopt))
        workstation.resume(*sitting);
#ifndef QT_NO_DEBUG
    const TurnWatch watch; // tells the log of every turn in which the window could not answer
#endif
    QApplication::exec();
    return ended;
}

// How it is started can be read where no window can be shown.
bool asksForWords(int argc, char *argv[])
{
    return std::any_of(argv + 1, argv + argc, [](const char *argument) {
        return std::ranges::any_of(std::array{"-h", "--help", "--help-all", "-v", "--version"},
                                   [argument](const char *each) { return qstrcmp(argument, each) == 0; });
    });
}

} // namespace

int main(int argc, char *argv[])
{
    makeFilesPrivate();
    if (asksForWords(argc, argv))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication::setAttribute(Qt::AA_ShareOpenGLContexts); // QtWebEngine wants it before the application is made
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"toasoan"_s);
    QApplication::setApplicationDisplayName(u"Tòa Soạn"_s);
    QApplication::setApplicationVersion(u"0.1.0"_s);

    QCommandLineParser parser;
    parser.setApplicationDescription(u"The editorial workstation of Tòa Soạn."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"data"_s, u"Folder of this workstation, and of the newsroom inside it."_s, u"folder"_s,
         QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)},
        {u"port"_s, u"Port of the portal on this PC (0: any free one)."_s, u"number"_s, u"8080"_s},
        {u"server"_s, u"Address of the newsroom's server; then none runs in this program."_s, u"url"_s},
        {u"lang"_s, u"vi or en, from now on; vi until somebody chooses."_s, u"language"_s},
    });
    parser.process(application);

    bool portOk = false;
    const uint port = parser.value(u"port"_s).toUInt(&portOk);
    if (!portOk || port > 65535)
        return complain({ErrorCode::InvalidInput, u"--port"_s, parser.value(u"port"_s)});
    const QDir data(parser.value(u"data"_s));
    Doorkeeper doorkeeper(data.path());
    const auto start = doorkeeper.enter();
    if (start && *start == Doorkeeper::Start::Later)
        return 0;
    QSettings settings(data.filePath(u"window.ini"_s), QSettings::IniFormat);
    if (parser.isSet(u"lang"_s))
        settings.setValue(languageKey, toText(languageFromText(parser.value(u"lang"_s))));
    useLanguage(application, languageFromText(settings.value(languageKey).toString()));
    Preferences preferences;
    preferences.rememberIn(settings);
    applyLook(application, preferences.brightness());
    if (!start) {
        const int failed = complain(start.error()); // first: nobody may be there to close the message
        QMessageBox::critical(nullptr, QApplication::applicationDisplayName(), errorText(start.error()));
        return failed;
    }

    const SystemClock clock;
    SystemDice dice;
    Embedded embedded;
    QString server = parser.value(u"server"_s);
    if (server.isEmpty()) {
        BackendOptions options;
        options.folder = data.filePath(u"newsroom"_s);
        options.port = quint16(port);
        auto started = startEmbedded(options, clock, dice);
        if (!started) {
            const int failed = complain(started.error());
            QMessageBox::critical(nullptr, QApplication::applicationDisplayName(), errorText(started.error()));
            return failed;
        }
        embedded = *std::move(started);
        server = u"http://127.0.0.1:%1"_s.arg(embedded.backend->port());
        say(u"Portal: %1/"_s.arg(server));
    }

    {
        DeskOptions options;
        options.folder = data.filePath(u"desk"_s);
        Desk desk(options, clock, dice, makeKeychainVault());
        followSystemNetwork(desk);
        Before before{
            .form = {.server = server, .isServerFixed = embedded.backend != nullptr, .login = {}, .offered = {}},
            .sitting = {}};
        for (const DemoAccount &account : embedded.accounts)
            before.form.offered.push_back({.login = account.login, .password = account.password, .role = account.role});
        while (showWindow(desk, clock, before, settings, preferences, doorkeeper) == Ended::OtherLanguage)
            useLanguage(application, languageFromText(settings.value(languageKey).toString()));
    }
    const Grace grace(0);
    embedded.backend.reset();
    return 0;
}
