#include "backend/Demo.h"

#include "backend/Administration.h"
#include "backend/CommandRunner.h"
#include "backend/DemoHistory.h"
#include "backend/DurableFile.h"
#include "backend/NewsroomSetup.h"
#include "backend/RegisterUpkeep.h"
#include "backend/Uploads.h"
#include "domain/Rank.h"
#include "storage/UserStore.h"
#include "storage/VisitStore.h"

#include <QJsonDocument>
#include <QTimeZone>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

Site demoSite(const QString &address)
{
    Site site;
    // The place is invented: nothing here may be taken for the word of an authority that there is.
    site.agency = u"Ủy ban nhân dân xã Bình Minh"_s;
    site.agencyEnglish = u"People’s Committee of Binh Minh Commune"_s;
    site.place = u"Xã Bình Minh"_s;
    site.placeEnglish = u"Binh Minh Commune"_s;
    site.parentAgency = u"Tỉnh Quảng Trị"_s;
    site.title = u"Cổng thông tin điện tử xã Bình Minh"_s;
    site.titleEnglish = u"Binh Minh Commune Portal"_s;
    site.address = address;
    site.postalAddress = u"Thôn Đông, xã Bình Minh, tỉnh Quảng Trị"_s;
    site.telephone = u"0233 000 0000"_s;
    site.email = u"banbientap@binhminh.example"_s;
    site.responsiblePerson = u"Ông Hoàng Văn Đức"_s;
    site.responsiblePost = u"Phó Chủ tịch Ủy ban nhân dân xã, Trưởng Ban Biên tập"_s;
    site.licence = u"Dữ liệu mẫu để dùng thử phần mềm; nội dung không phải tin thật."_s;
    site.licenceEnglish = u"Sample data for trying the software; none of this is real news."_s;
    site.procedureUrl = u"https://dichvucong.gov.vn/"_s;
    site.openingBalance = 1'730'453; // what the report in the first item says
    site.openingBalanceDate = u"2023-09-28"_s;
    return site;
}

std::vector<Section> demoSections(const Clock &clock, Dice &dice)
{
    struct Row
    {
        const char *slug;
        const char *name;
        const char *english;
    };
    constexpr std::array rows{
        Row{"tin-tuc", "Tin tức – Sự kiện", "News"},
        Row{"chinh-tri", "Chính trị – Xây dựng Đảng", "Politics and Party building"},
        Row{"kinh-te", "Kinh tế", "Economy"},
        Row{"van-hoa-xa-hoi", "Văn hóa – Xã hội", "Culture and society"},
        // The name follows the order of State documents; an address stays what it once was.
        Row{"an-ninh-quoc-phong", "Quốc phòng – An ninh", "Defence and security"},
        Row{"thong-bao", "Thông báo", "Notices"},
    };
    std::vector<Section> sections;
    for (const Row &row : rows) {
        sections.push_back({.id = SectionId::create(clock, dice),
                            .slug = QString::fromUtf8(row.slug),
                            .name = QString::fromUtf8(row.name),
                            .nameEnglish = QString::fromUtf8(row.english),
                            .position = int(sections.size()) + 1});
    }
    return sections;
}

QString newPassword(Dice &dice)
{
    // Easy to read out and to type: no letters that look alike.
    constexpr std::string_view letters = "abcdefghjkmnpqrstuvwxyz23456789";
    QString password;
    for (int i = 0; i < 12; ++i) {
        if (i > 0 && i % 4 == 0)
            password += u'-';
        password += QLatin1Char(letters[dice.next() % letters.size()]);
    }
    return password;
}

// Everyone by his login, for acting in his name.
Result<std::map<QString, User>> everyone(Database &database)
{
    auto users = readIn(database, [](Transaction &transaction) { return UserStore(transaction).all(); });
    if (!users)
        return users.error();
    std::map<QString, User> people;
    for (const User &user : *users)
        people[user.login] = user;
    return people;
}

// Where the portal leads to, as its secretary put it together when the newsroom was made.
Result<void> keepLinks(const DemoContent &demo, const User &secretary, Database &database, const Clock &clock,
                       Dice &dice)
{
    QString rank;
    for (QJsonObject link : demo.links) {
        rank = rankBetween(rank, {});
        link.insert("place"_L1, rank);
        const Key key{.noun = Noun(u"link"_s), .id = RecordId::create(clock, dice)};
        const auto answer = runCommand(
            database, clock, secretary.actor(),
            {.request = RequestId::create(clock, dice),
             .command = Save{.target = key, .base = 0, .content = QJsonDocument(link).toJson(QJsonDocument::Compact)}});
        if (!answer)
            return answer.error();
        if (!answer->record)
            return Error{ErrorCode::Corrupt, u"demo"_s, QString::fromUtf8(answer->body)};
    }
    return {};
}

// What the commune says of itself, as its secretary wrote it, its chair approved and he published it.
Result<void> keepPages(const DemoContent &demo, const std::map<QString, User> &people, Database &database,
                       const Clock &clock, Dice &dice)
{
    const Noun noun(u"page"_s);
    std::map<QString, RecordId> ids;
    for (const QJsonObject &page : demo.pages)
        ids[page["address"_L1].toString()] = RecordId::create(clock, dice);
    const auto run = [&](const QString &who, const Command &command) -> Result<FullRecord> {
        auto answer = runCommand(database, clock, people.at(who).actor(),
                                 {.request = RequestId::create(clock, dice), .command = command});
        if (!answer)
            return answer.error();
        if (!answer->record)
            return Error{ErrorCode::Corrupt, u"demo"_s, QString::fromUtf8(answer->body)};
        return *std::move(answer->record);
    };
    QString rank;
    for (QJsonObject page : demo.pages) {
        rank = rankBetween(rank, {});
        page.insert("place"_L1, rank);
        for (const auto member : {"parent"_L1, "twin"_L1}) {
            if (page.contains(member))
                page.insert(member, ids[page.value(member).toString()].toText());
        }
        const Key key{.noun = noun, .id = ids[page.value("address"_L1).toString()]};
        auto saved = run(u"thuky"_s,
                         Save{.target = key, .base = 0, .content = QJsonDocument(page).toJson(QJsonDocument::Compact)});
        if (!saved)
            return saved.error();
        const Version version = saved->version;
        const std::array<std::pair<QString, Command>, 3> steps{
            {{u"thuky"_s, Submit{.target = key, .version = version, .stateSecret = StateSecret::ConfirmedNone}},
             {u"truongban"_s,
              Approve{.target = key, .version = version, .contentHash = saved->contentHash, .note = {}}},
             {u"thuky"_s, Publish{.target = key, .version = version}}}};
        for (const auto &[who, step] : steps) {
            if (auto done = run(who, step); !done)
                return done.error();
        }
    }
    return {};
}

// The ledger of the days between the opening balance and today: quieter on Sundays, growing with the years.
Result<void> keepPastVisits(const BackendOptions &options, const Clock &clock, const Site &site,
                            const std::map<qint64, qint64> &itemViews)
{
    auto database = openVisits(visitsLocation(options), clock);
    if (!database)
        return database.error();
    auto transaction = Transaction::begin(**database, Access::Write);
    if (!transaction)
        return transaction.error();
    VisitStore visits(*transaction);
    const QDate first = QDate::fromString(site.openingBalanceDate, Qt::ISODate).addDays(1);
    const QDate today =
        QDateTime::fromMSecsSinceEpoch(toMilliseconds(clock.now()), QTimeZone(site.timeZone.toLatin1())).date();
    for (QDate day = first; day < today; day = day.addDays(1)) {
        const qint64 age = first.daysTo(day);
        const qint64 people = (620 + age / 6 + (age * 7919) % 211) * (day.dayOfWeek() == Qt::Sunday ? 6 : 10) / 10;
        const VisitDay counted{.day = day,
                               .views = people * 27 / 10,
                               .visits = people,
                               .visitors = people * 8 / 10,
                               .robotViews = 300 + (age * 104'729) % 170};
        if (auto added = visits.add(counted); !added)
            return added.error();
    }
    for (const auto &[number, views] : itemViews) {
        if (auto added = visits.addItemViews(number, views); !added)
            return added.error();
    }
    return transaction->commit();
}

} // namespace

Result<std::vector<DemoAccount>> makeDemo(const BackendOptions &options, const Clock &clock, Dice &dice)
{
    // Its pictures are taken in as everybody's are: not on the last of the disk. Half a demo would be nobody's.
    constexpr qint64 pictures = 64LL << 20;
    const auto space = freeSpace(options.folder);
    if (!space)
        return space.error();
    if (*space < UploadLimits().keepFree + pictures)
        return Error{ErrorCode::StorageFull, u"demo.space"_s, u"%1 bytes free"_s.arg(*space)};
    // A hundred commands, none of them worth a wait for the disk: a power cut here costs a demo.
    auto opened = Database::open(newsroomLocation(options), Durability::Noisy);
    if (!opened)
        return opened.error();
    Database &database = **opened;
    const Site site = demoSite(u"http://127.0.0.1:%1"_s.arg(options.port));
    const std::vector<Section> sections = demoSections(clock, dice);
    auto demo = readDemo(clock, dice, sections);
    if (!demo)
        return demo.error();
    DemoClock then(beginningOf(*demo) - std::chrono::days(3)); // the newsroom is older than its first item
    struct Row
    {
        const char *login;
        const char *name;
        Role role;
    };
    // The administrator makes the newsroom, so he comes first here; he is told last.
    constexpr std::array rows{
        Row{"quantri", "Nguyễn Văn An", Role::Administrator}, Row{"phongvien", "Trần Thị Bình", Role::Reporter},
        Row{"bientap", "Lê Thị Cúc", Role::Editor},           Row{"thuky", "Phạm Văn Dũng", Role::Secretary},
        Row{"truongban", "Hoàng Văn Đức", Role::BoardChair},  Row{"phoban", "Đỗ Thị Hà", Role::DeputyChair},
    };
    std::vector<DemoAccount> accounts;
    for (const Row &row : rows) {
        const AddUser user = newUser(then, dice, QString::fromUtf8(row.login), QString::fromUtf8(row.name),
                                     {{.role = row.role, .section = {}}}, newPassword(dice));
        const AdministrativeAction action =
            accounts.empty() ? AdministrativeAction(MakeNewsroom::of(site, sections, user)) : user;
        if (auto done = runAsMachine(database, then, dice, action); !done)
            return done.error();
        accounts.push_back({.login = user.login, .password = user.password.text, .role = row.role});
    }
    std::ranges::rotate(accounts, accounts.begin() + 1);

    auto people = everyone(database);
    if (!people)
        return people.error();
    if (auto raised = bringRegistersUp(database, then, dice); !raised)
        return raised.error();
    if (auto kept = keepLinks(*demo, people->at(u"thuky"_s), database, then, dice); !kept)
        return kept.error();
    auto files = MediaFiles::open(options.folder);
    if (!files)
        return files.error();
    auto views = liveThrough(*demo, *people, database, **files, then, dice, clock.now());
    if (!views)
        return views.error();
    if (auto kept = keepPages(*demo, *people, database, then, dice); !kept)
        return kept.error();
    if (auto kept = keepPastVisits(options, clock, site, *views); !kept)
        return kept.error();
    return accounts;
}

} // namespace toasoan
