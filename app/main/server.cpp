// toasoan-server: the publishing backend without a screen.
#include "backend/Administration.h"
#include "backend/Backend.h"
#include "backend/Demo.h"
#include "backend/Dump.h"
#include "backend/MediaFiles.h"
#include "backend/NewsroomSetup.h"
#include "backend/Verify.h"
#include "base/Log.h"
#include "base/PrivateFiles.h"
#include "main/CommandLine.h"
#include "main/Grace.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSocketNotifier>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

std::array<int, 2> signalPipe{-1, -1};

void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = write(signalPipe[1], &byte, 1); // the one thing a signal handler may do
}

// SIGTERM and SIGINT end the event loop; what runs is finished first, within its grace.
void quitOnSignals(QCoreApplication &application)
{
    if (pipe2(signalPipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    auto *notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, &application);
    QObject::connect(notifier, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
    struct sigaction action = {};
    action.sa_handler = onSignal;
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
}

struct Program
{
    SystemClock clock;
    SystemDice dice;
    BackendOptions options;
    QCommandLineParser parser;

    // What works on a newsroom must not make one by a slip of the pen in --data.
    [[nodiscard]] Result<void> checkFolder() const
    {
        const DatabaseLocation location = newsroomLocation(options);
        if (location.engine == Engine::Sqlite && !QFile::exists(location.path))
            return Error{ErrorCode::NotFound, u"site"_s, u"no file %1"_s.arg(location.path)};
        return {};
    }

    [[nodiscard]] Result<std::unique_ptr<Database>> openExisting()
    {
        if (auto there = checkFolder(); !there)
            return there.error();
        // The folder and the schema are left as they are: a server may be at work on them.
        auto database = Database::open(newsroomLocation(options));
        if (!database)
            return database.error();
        if (auto checked = checkNewsroom(**database, clock); !checked)
            return checked.error();
        auto there = hasNewsroom(**database, clock);
        if (!there)
            return there.error();
        if (!*there)
            return Error{ErrorCode::NotFound, u"site"_s, u"no newsroom was made here"_s};
        return database;
    }

    struct Opened
    {
        std::unique_ptr<Database> database;
        SchemaState state = SchemaState::Current; ///< or Older
    };

    // For a newsroom that is to be made; one that is there is left as it is.
    [[nodiscard]] Result<Opened> openToMake()
    {
        if (auto made = makeDataFolder(options); !made)
            return made.error();
        auto database = Database::open(newsroomLocation(options));
        if (!database)
            return database.error();
        const auto state = makeSchema(**database, clock, dice);
        if (!state)
            return state.error();
        return Opened{.database = *std::move(database), .state = *state};
    }

    [[nodiscard]] QString valueOrAsk(const QString &option, const QString &prompt)
    {
        return parser.isSet(option) ? parser.value(option) : ask(prompt);
    }
};

int serve(Program &program)
{
    if (auto there = program.checkFolder(); !there)
        return complain(there.error());
    auto backend = Backend::start(program.options, program.clock, program.dice);
    if (!backend)
        return complain(backend.error());
    say(u"Portal: http://127.0.0.1:%1/"_s.arg((*backend)->port()));
    const int code = QCoreApplication::exec();
    const Grace grace(code);
    backend->reset();
    writeLog(LogLevel::Info, "server.stopped");
    return code;
}

int makeInit(Program &program)
{
    auto opened = program.openToMake();
    if (!opened)
        return complain(opened.error());
    Database &database = *opened->database;
    if (auto checked = checkNewsroom(database, program.clock); !checked)
        return complain(checked.error());
    Site site;
    site.agency = program.valueOrAsk(u"agency"_s, u"Name of the authority"_s);
    site.address = program.valueOrAsk(u"site"_s, u"Web address of the portal (https://…)"_s);
    // What the banner and the footer say; whatever is not given is left out there.
    const std::array<std::pair<const char *, QString *>, 9> facts{{{"place", &site.place},
                                                                   {"parent", &site.parentAgency},
                                                                   {"title", &site.title},
                                                                   {"postal", &site.postalAddress},
                                                                   {"phone", &site.telephone},
                                                                   {"email", &site.email},
                                                                   {"responsible", &site.responsiblePerson},
                                                                   {"post", &site.responsiblePost},
                                                                   {"licence", &site.licence}}};
    for (const auto &[option, fact] : facts)
        *fact = program.parser.value(QLatin1StringView(option));
    const QString login = program.valueOrAsk(u"admin"_s, u"Login of the first administrator"_s);
    const QString name = program.valueOrAsk(u"name"_s, u"Administrator's name"_s);
    const AddUser administrator =
        newUser(program.clock, program.dice, login, name, {{.role = Role::Administrator, .section = {}}},
                askPassword(u"Administrator's password"_s));
    const auto made = runAsMachine(database, program.clock, program.dice, MakeNewsroom::of(site, {}, administrator));
    if (!made)
        return complain(made.error());
    say(u"The newsroom has been created, and is empty. Add sections with `toasoan-server section add`, people with "
        "`toasoan-server user add`; start it with `toasoan-server serve`."_s);
    return 0;
}

int addPerson(Program &program)
{
    auto database = program.openExisting();
    if (!database)
        return complain(database.error());
    AddUser user = newUser(program.clock, program.dice, program.valueOrAsk(u"login"_s, u"Login"_s),
                           program.valueOrAsk(u"name"_s, u"Name"_s), {}, {});
    std::vector<std::optional<SectionId>> places{std::nullopt};
    if (program.parser.isSet(u"section"_s)) {
        auto sections = newsroomSections(**database);
        if (!sections)
            return complain(sections.error());
        places.clear();
        const QStringList slugs = program.parser.value(u"section"_s).split(u',');
        for (const QString &slug : slugs) {
            const auto section = std::ranges::find(*sections, slug.trimmed(), &Section::slug);
            if (section == sections->end())
                return complain({ErrorCode::NotFound, u"section"_s, slug});
            places.emplace_back(section->id);
        }
    }
    const QStringList roles = program.valueOrAsk(u"role"_s, u"Roles, separated by commas"_s).split(u',');
    for (const QString &text : roles) {
        const auto role = roleFromText(text.trimmed());
        if (!role || *role == Role::System)
            return complain({ErrorCode::InvalidInput, u"user.role"_s, text});
        for (const auto &place : places)
            user.grants.push_back({.role = *role, .section = place});
    }
    user.password = {askPassword(u"Password"_s)};
    if (auto added = runAsMachine(**database, program.clock, program.dice, user); !added)
        return complain(added.error());
    say(u"Added %1."_s.arg(user.login));
    return 0;
}

// `user password`, `user disable`, `user enable`, `user sign-out`.
int changePerson(Program &program, const QString &what)
{
    auto database = program.openExisting();
    if (!database)
        return complain(database.error());
    const QString login = program.valueOrAsk(u"login"_s, u"Login"_s);
    const auto person = userWithLogin(**database, login);
    if (!person)
        return complain(person.error());
    AdministrativeAction action = SignOutUser{.target = *person};
    if (what == "password"_L1)
        action = SetPassword{.target = *person, .password = {askPassword(u"New password"_s)}, .passwordHash = {}};
    else if (what != "sign-out"_L1)
        action =
            SetStanding{.target = *person, .standing = what == "disable"_L1 ? Standing::Disabled : Standing::Active};
    if (auto done = runAsMachine(**database, program.clock, program.dice, action); !done)
        return complain(done.error());
    say(u"Done for %1."_s.arg(login));
    return 0;
}

int addTheSection(Program &program)
{
    auto database = program.openExisting();
    if (!database)
        return complain(database.error());
    const AddSection action{.target = SectionId::create(program.clock, program.dice),
                            .name = program.valueOrAsk(u"name"_s, u"Name of the section"_s),
                            .nameEnglish = program.parser.value(u"name-en"_s),
                            .slug = program.parser.value(u"slug"_s)};
    if (auto added = runAsMachine(**database, program.clock, program.dice, action); !added)
        return complain(added.error());
    const auto sections = newsroomSections(**database);
    if (!sections)
        return complain(sections.error());
    const auto added = std::ranges::find(*sections, action.target, &Section::id);
    say(u"Added %1 at /%2."_s.arg(added->name, added->slug));
    return 0;
}

// What stands against an approval; without --refuse it is only told.
int checklist(Program &program)
{
    auto database = program.openExisting();
    if (!database)
        return complain(database.error());
    if (program.parser.isSet(u"refuse"_s)) {
        SetChecklist action;
        const QStringList names = program.parser.value(u"refuse"_s).split(u',', Qt::SkipEmptyParts);
        for (const QString &name : names) {
            const auto rule = checklistRuleFromText(name.trimmed());
            if (!rule || alwaysRefuses(*rule))
                return complain({ErrorCode::InvalidInput, u"--refuse"_s, name});
            action.refusing.push_back(*rule);
        }
        if (auto set = runAsMachine(**database, program.clock, program.dice, action); !set)
            return complain(set.error());
    }
    auto policy = checklistOf(**database, program.clock);
    if (!policy)
        return complain(policy.error());
    say(u"What stands against an approval, and what is only pointed out:"_s);
    for (const ChecklistRule rule : allChecklistRules) {
        say(u"  %1  %2"_s.arg(toText(rule), -16)
                .arg(alwaysRefuses(rule)         ? u"always refused"_s
                         : policy->refuses(rule) ? u"refused"_s
                                                 : u"pointed out"_s));
    }
    return 0;
}

int demo(Program &program)
{
    auto opened = program.openToMake();
    if (!opened)
        return complain(opened.error());
    const bool isOlders = opened->state == SchemaState::Older;
    auto there = isOlders ? Result<bool>(true) : hasNewsroom(*opened->database, program.clock);
    if (!there)
        return complain(there.error());
    if (*there) {
        say(u"There is a newsroom in %1 already."_s.arg(program.options.folder));
        return 0;
    }
    auto accounts = makeDemo(program.options, program.clock, program.dice);
    if (!accounts)
        return complain(accounts.error());
    say(u"A demo newsroom was made in %1. Its accounts (shown only now):"_s.arg(program.options.folder));
    for (const DemoAccount &account : *accounts) {
        const QString purpose = account.role == Role::Administrator
            ? u" (for accounts, sections and settings; writes and approves no items)"_s
            : QString();
        say(u"  %1  %2  %3%4"_s.arg(account.login, -12).arg(account.password, -16).arg(toText(account.role), purpose));
    }
    return 0;
}

int restored(Program &program)
{
    auto database = program.openExisting();
    if (!database)
        return complain(database.error());
    const BeginEpoch action{.epoch = Uuid::version7(program.clock.now(), program.dice)};
    if (auto begun = runAsMachine(**database, program.clock, program.dice, action); !begun)
        return complain(begun.error());
    say(u"Restoration noted: every desk will offer what this newsroom lacks."_s);
    return 0;
}

int dump(Program &program)
{
    auto database = program.openExisting();
    if (!database)
        return complain(database.error());
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly))
        return complain({ErrorCode::Unavailable, u"dump"_s, out.errorString()});
    // A newsroom that never served has no ledger yet; a dump makes none.
    const auto visits = openVisitsToRead(visitsLocation(program.options), program.clock);
    if (!visits)
        return complain(visits.error());
    auto dumped = canonicalDump(**database, visits->get(), out);
    if (dumped && !out.flush())
        dumped = Error{ErrorCode::StorageFull, u"dump"_s, out.errorString()};
    return dumped ? 0 : complain(dumped.error());
}

int verify(Program &program)
{
    auto database = program.openExisting();
    if (!database)
        return complain(database.error());
    std::optional<AuditMark> known;
    if (program.parser.isSet(u"audit"_s)) {
        const QStringList parts = program.parser.value(u"audit"_s).split(u':');
        bool isNumber = false;
        known = AuditMark{.number = parts.front().toLongLong(&isNumber), .hash = parts.back()};
        if (!isNumber || parts.size() != 2)
            return complain({ErrorCode::InvalidInput, u"--audit"_s, program.parser.value(u"audit"_s)});
    }
    // One fault hides no other, and not where the log stands.
    int faults = 0;
    const auto mark = verifyNewsroom(**database, known);
    if (!mark)
        faults += complain(mark.error());
    if (auto whole = verifyOriginals(**database, program.options.folder); !whole)
        faults += complain(whole.error());
    if (auto counted = checkVisitsFile(**database, visitsLocation(program.options), program.clock); !counted)
        faults += complain(counted.error());
    if (const QStringList open = openToOthers(program.options.folder); !open.isEmpty())
        faults += complain({ErrorCode::Forbidden, u"folder.permissions"_s, open.join(u", "_s)});
    if (mark)
        say((faults == 0 ? u"No faults found. The log stands at %1:%2"_s : u"The log stands at %1:%2"_s)
                .arg(QString::number(mark->number), mark->hash));
    return faults == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char *argv[])
{
    takeInQtMessages();
    makeFilesPrivate();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"toasoan-server"_s);
    QCoreApplication::setApplicationVersion(u"0.1.0"_s);

    Program program;
    QCommandLineParser &parser = program.parser;
    parser.setApplicationDescription(u"The publishing backend of Tòa Soạn."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"command"_s,
                                 u"serve | init | section add | user add | user password | user disable | "
                                 "user enable | user sign-out | checklist | demo | restored | dump | verify"_s);
    parser.addOptions({
        {u"data"_s, u"Folder of the newsroom."_s, u"folder"_s, u"toasoan-data"_s},
        {u"port"_s, u"Port of the portal (0: any free one)."_s, u"number"_s, u"8080"_s},
        {u"address"_s, u"Address to listen on."_s, u"address"_s, u"127.0.0.1"_s},
        {u"behind-proxy"_s,
         u"Addresses of reverse proxies whose word for their client is trusted, separated by commas."_s,
         u"addresses"_s},
        {u"connections-per-address"_s,
         u"Connections that one address may have at once; an office behind one router is one address. This PC's own, 127.0.0.1 and ::1, have no limit."_s,
         u"number"_s, u"128"_s},
        {u"without-connection-limit"_s, u"Addresses without that limit, separated by commas."_s, u"addresses"_s},
        {u"database"_s, u"postgres://user@host/name instead of SQLite."_s, u"url"_s},
        {u"agency"_s, u"init: name of the authority."_s, u"text"_s},
        {u"site"_s, u"init: web address of the portal."_s, u"url"_s},
        {u"admin"_s, u"init: login of the first administrator."_s, u"text"_s},
        {u"place"_s, u"init: what it governs, for the banner; without it the authority's name stands there."_s,
         u"text"_s},
        {u"parent"_s, u"init: the authority above, for the banner."_s, u"text"_s},
        {u"title"_s, u"init: the portal's full name."_s, u"text"_s},
        {u"postal"_s, u"init: postal address, for the footer."_s, u"text"_s},
        {u"phone"_s, u"init: telephone."_s, u"text"_s},
        {u"email"_s, u"init: e-mail."_s, u"text"_s},
        {u"responsible"_s, u"init: who answers for the portal."_s, u"text"_s},
        {u"post"_s, u"init: that person's post."_s, u"text"_s},
        {u"licence"_s, u"init: the portal's licence or its terms of use, for the footer."_s, u"text"_s},
        {u"login"_s, u"user …: login."_s, u"text"_s},
        {u"name"_s, u"init, user add: the person's name; section add: the section's."_s, u"text"_s},
        {u"role"_s, u"user add: roles, separated by commas."_s, u"text"_s},
        {u"section"_s, u"user add: slugs of the sections the roles apply to, separated by commas (all if not given)."_s,
         u"text"_s},
        {u"slug"_s, u"section add: its slug (made from the name if not given)."_s, u"text"_s},
        {u"name-en"_s, u"section add: its name in English."_s, u"text"_s},
        {u"refuse"_s,
         u"checklist: what stands against an approval, separated by commas; empty for nothing beyond what always does."_s,
         u"names"_s},
        {u"canonical"_s, u"dump: sorted JSON lines (the only form)."_s},
        {u"audit"_s, u"verify: where the log stood, as an earlier verify said it; it must still have that line."_s,
         u"number:hash"_s},
    });
    parser.process(application);

    program.options.folder = parser.value(u"data"_s);
    program.options.address = parser.value(u"address"_s);
    if (parser.isSet(u"behind-proxy"_s))
        program.options.proxies = parser.value(u"behind-proxy"_s).split(u',');
    if (parser.isSet(u"without-connection-limit"_s))
        program.options.withoutConnectionLimit = parser.value(u"without-connection-limit"_s).split(u',');
    program.options.connectionsPerAddress = parser.value(u"connections-per-address"_s).toUInt();
    if (program.options.connectionsPerAddress == 0)
        return complain(
            {ErrorCode::InvalidInput, u"--connections-per-address"_s, parser.value(u"connections-per-address"_s)});
    bool portOk = false;
    const uint port = parser.value(u"port"_s).toUInt(&portOk);
    if (!portOk || port > 65535)
        return complain({ErrorCode::InvalidInput, u"--port"_s, parser.value(u"port"_s)});
    program.options.port = quint16(port);
    if (parser.isSet(u"database"_s)) {
        auto location = DatabaseLocation::fromText(parser.value(u"database"_s));
        if (!location)
            return complain(location.error());
        program.options.database = *location;
    }

    const QString command = parser.positionalArguments().join(u' ');
    if (command == "serve"_L1) {
        quitOnSignals(application);
        return serve(program);
    }
    if (command == "init"_L1)
        return makeInit(program);
    if (command == "section add"_L1)
        return addTheSection(program);
    if (command == "user add"_L1)
        return addPerson(program);
    for (const char *what : {"password", "disable", "enable", "sign-out"}) {
        if (command == "user "_L1 + QLatin1StringView(what))
            return changePerson(program, QLatin1StringView(what));
    }
    if (command == "checklist"_L1)
        return checklist(program);
    if (command == "demo"_L1)
        return demo(program);
    if (command == "restored"_L1)
        return restored(program);
    if (command == "dump"_L1)
        return dump(program);
    if (command == "verify"_L1)
        return verify(program);
    parser.showHelp(2);
}
