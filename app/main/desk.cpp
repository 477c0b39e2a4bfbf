// toasoan: the workstation. Wiring only: options, the embedded backend or a server's address, the desk, the window.
#include "sync/Desk.h"
#include "backend/Backend.h"
#include "backend/Demo.h"
#include "backend/NewsroomSetup.h"
#include "base/Log.h"
#include "main/CommandLine.h"
#include "ui/shell/MainWindow.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/Look.h"
#include "ui/workstation/Translations.h"
#include "ui/workstation/Workstation.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QMessageBox>
#include <QSettings>
#include <QStandardPaths>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

// The newsroom in the folder, made for trying out if there is none; listening on this PC.
struct Embedded
{
    std::unique_ptr<Backend> backend;
    std::vector<DemoAccount> accounts; ///< of a newsroom made just now
};

Result<Embedded> startEmbedded(const BackendOptions &options, const Clock &clock, Dice &dice)
{
    Embedded embedded;
    if (!QDir().mkpath(options.folder))
        return Error{ErrorCode::Unavailable, u"folder"_s, options.folder};
    {
        auto database = Database::open(newsroomLocation(options));
        if (!database)
            return database.error();
        if (auto migrated = migrateNewsroom(**database, clock, dice); !migrated)
            return migrated.error();
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

} // namespace

int main(int argc, char *argv[])
{
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
        {u"lang"_s, u"vi or en."_s, u"language"_s, u"vi"_s},
    });
    parser.process(application);

    bool portOk = false;
    const uint port = parser.value(u"port"_s).toUInt(&portOk);
    if (!portOk || port > 65535)
        return complain({ErrorCode::InvalidInput, u"--port"_s, parser.value(u"port"_s)});
    useLanguage(application, languageFromText(parser.value(u"lang"_s)));
    applyLook(application);

    const SystemClock clock;
    SystemDice dice;
    const QDir data(parser.value(u"data"_s));
    Embedded embedded;
    QString server = parser.value(u"server"_s);
    if (server.isEmpty()) {
        BackendOptions options;
        options.folder = data.filePath(u"newsroom"_s);
        options.port = quint16(port);
        auto started = startEmbedded(options, clock, dice);
        if (!started) {
            QMessageBox::critical(nullptr, QApplication::applicationDisplayName(), errorText(started.error()));
            return complain(started.error());
        }
        embedded = *std::move(started);
        server = u"http://127.0.0.1:%1"_s.arg(embedded.backend->port());
        say(u"Portal: %1/"_s.arg(server));
    }

    DeskOptions options;
    options.folder = data.filePath(u"desk"_s);
    Desk desk(options, clock, dice, makeKeychainVault());
    MainWindow window;
    const Workstation workstation(desk, clock, window);
    workstation.signInPage().setServer(server, embedded.backend != nullptr);
    std::vector<OfferedAccount> offered;
    for (const DemoAccount &account : embedded.accounts)
        offered.push_back({.login = account.login, .password = account.password, .post = account.post});
    workstation.signInPage().offerAccounts(offered);
    QSettings settings(data.filePath(u"window.ini"_s), QSettings::IniFormat);
    window.rememberIn(settings);
    window.show();
    return QApplication::exec();
}
