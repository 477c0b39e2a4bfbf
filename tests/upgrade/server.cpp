// The publishing backend by the clock of a recording (RecordedTime.h); all else is what toasoan-server wires, which
// does here what no clock touches (dump, verify). Called with the arguments of toasoan-server behind its own, so it
// stands before them as a wrapper does (ServerProcess::start):
//     upgrade_server NOW toasoan-server serve --data DIR --port N [--database URL]
//     upgrade_server NOW toasoan-server make | disable --login NAME …     the newsroom of the recordings; one leaves
#include "RecordedTime.h"
#include "backend/Administration.h"
#include "backend/Backend.h"
#include "backend/NewsroomSetup.h"
#include "base/PrivateFiles.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTextStream>

#include <array>
#include <csignal>
#include <unistd.h>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

std::array<int, 2> ends{-1, -1};

int fail(const Error &error)
{
    QTextStream(stderr) << toText(error.code) << ' ' << error.subject << ' ' << error.detail << Qt::endl;
    return 1;
}

int serve(const BackendOptions &options, const Clock &clock, Dice &dice)
{
    if (pipe(ends.data()) != 0)
        return 1;
    const QSocketNotifier notifier(ends[0], QSocketNotifier::Read);
    QObject::connect(&notifier, &QSocketNotifier::activated, qApp, &QCoreApplication::quit);
    std::signal(SIGTERM, [](int) { [[maybe_unused]] const auto written = write(ends[1], "e", 1); });
    auto backend = Backend::start(options, clock, dice);
    if (!backend)
        return fail(backend.error());
    QTextStream(stdout) << "Portal: http://127.0.0.1:" << (*backend)->port() << '/' << Qt::endl;
    return QCoreApplication::exec();
}

struct Person
{
    const char *login;
    const char *name;
    std::vector<Role> roles;
    const char *section = ""; ///< slug; empty: all
};

// One person of each post; one whose role holds in a section alone.
const std::vector<Person> &people()
{
    static const std::vector<Person> all{
        {.login = "phongvien", .name = "Trần Thị Đào", .roles = {Role::Reporter}},
        {.login = "congtac", .name = "Lê Văn Ước", .roles = {Role::Contributor}},
        {.login = "bientap", .name = "Nguyễn Hữu Đức", .roles = {Role::Editor}},
        {.login = "vanhoa", .name = "Phạm Quỳnh Như", .roles = {Role::Editor}, .section = "van-hoa"},
        {.login = "thuky", .name = "Đỗ Ngọc Ánh", .roles = {Role::Secretary}},
        {.login = "phoban", .name = "Võ Thị Ỷ Lan", .roles = {Role::DeputyChair}},
        {.login = "truongban", .name = "Huỳnh Đăng Khoa", .roles = {Role::BoardChair}},
        {.login = "ketoan", .name = "Bùi Kế Toán", .roles = {Role::Accountant}},
        {.login = "nghiviec", .name = "Hồ Đã Nghỉ", .roles = {Role::Reporter}},
    };
    return all;
}

// For a newsroom that nobody reaches.
QString passwordOf(const QString &login)
{
    return u"ghi-lai-"_s + login;
}

Result<void> make(Database &database, const Clock &clock, Dice &dice)
{
    if (auto migrated = migrateNewsroom(database, clock, dice); !migrated)
        return migrated;
    Site site;
    site.agency = u"Ủy ban nhân dân xã Đông Đình"_s;
    site.agencyEnglish = u"People's Committee of Dong Dinh Commune"_s;
    site.place = u"Xã Đông Đình"_s;
    site.placeEnglish = u"Dong Dinh Commune"_s;
    site.parentAgency = u"Tỉnh Bạc Liêu"_s;
    site.title = u"Cổng thông tin điện tử xã Đông Đình"_s;
    site.titleEnglish = u"Dong Dinh Commune Portal"_s;
    site.address = u"https://dongdinh.example"_s;
    site.postalAddress = u"Số 1, đường Đình Đông"_s;
    site.telephone = u"0291 000 000"_s;
    site.email = u"vanthu@dongdinh.example"_s;
    site.responsiblePerson = u"Huỳnh Đăng Khoa"_s;
    site.responsiblePost = u"Trưởng Ban biên tập"_s;
    site.licence = u"Ghi rõ nguồn khi dùng lại"_s;
    site.openingBalance = 12345;
    site.openingBalanceDate = u"2025-01-01"_s;
    const std::vector<Section> sections{
        {.id = {}, .slug = u"tin-tuc"_s, .name = u"Tin tức"_s, .nameEnglish = u"News"_s, .position = 0},
        {.id = {}, .slug = u"van-hoa"_s, .name = u"Văn hóa"_s, .nameEnglish = u"Culture"_s, .position = 0},
        {.id = {}, .slug = u"dat-dai"_s, .name = u"Đất đai"_s, .nameEnglish = {}, .position = 0}};
    const auto person = [&](const QString &login, const QString &name, const std::vector<Grant> &grants) {
        return newUser(clock, dice, login, name, grants, passwordOf(login));
    };
    const AddUser administrator =
        person(u"quantri"_s, u"Đặng Quản Trị"_s, {{.role = Role::Administrator, .section = {}}});
    if (auto made = runAsMachine(database, clock, dice, MakeNewsroom::of(site, {}, administrator)); !made)
        return made;
    std::map<QString, SectionId> ids;
    for (Section section : sections) {
        section.id = SectionId::create(clock, dice);
        if (auto added = runAsMachine(database, clock, dice, AddSection::of(section)); !added)
            return added;
        ids[section.slug] = section.id;
    }
    for (const Person &each : people()) {
        const auto section = ids.find(QString::fromLatin1(each.section));
        std::vector<Grant> grants;
        for (const Role role : each.roles)
            grants.push_back(
                {.role = role, .section = section == ids.end() ? std::nullopt : std::optional(section->second)});
        const AddUser user = person(QString::fromLatin1(each.login), QString::fromUtf8(each.name), grants);
        if (auto added = runAsMachine(database, clock, dice, user); !added)
            return added;
    }
    return runAsMachine(database, clock, dice,
                        SetChecklist{.refusing = {ChecklistRule::PictureAlt, ChecklistRule::LeadMissing}});
}

} // namespace

int main(int argc, char *argv[])
{
    makeFilesPrivate();
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{u"data"_s, {}, u"folder"_s},
                       {u"port"_s, {}, u"number"_s, u"0"_s},
                       {u"database"_s, {}, u"url"_s},
                       {u"login"_s, {}, u"name"_s}});
    parser.process(application);
    const QStringList words = parser.positionalArguments(); // now, toasoan-server, command
    const RecordedTime clock(fromMilliseconds(words.value(0).toLongLong()));
    SystemDice dice;
    BackendOptions options;
    options.folder = parser.value(u"data"_s);
    options.port = parser.value(u"port"_s).toUShort();
    if (parser.isSet(u"database"_s)) {
        const auto location = DatabaseLocation::fromText(parser.value(u"database"_s));
        if (!location)
            return fail(location.error());
        options.database = *location;
    }
    if (words.value(2) == "serve"_L1)
        return serve(options, clock, dice);
    if (auto made = makeDataFolder(options); !made)
        return fail(made.error());
    auto database = Database::open(newsroomLocation(options));
    if (!database)
        return fail(database.error());
    Result<void> done;
    if (words.value(2) == "make"_L1) {
        done = make(**database, clock, dice);
    } else {
        const auto person = userWithLogin(**database, parser.value(u"login"_s));
        done = person
            ? runAsMachine(**database, clock, dice, SetStanding{.target = *person, .standing = Standing::Disabled})
            : Result<void>(person.error());
    }
    return done ? 0 : fail(done.error());
}
