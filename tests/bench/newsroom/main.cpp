// toasoan-bench-newsroom: fills an empty newsroom's database with items that went the whole way, by the same actions
// that serve people, so that `toasoan-server verify` holds on it.
//   toasoan-bench-newsroom --data DIR [--items 100000] [--seed 1] --password TEXT
// The items lie a decade back in even steps; the newest few stand in every state of the chain. Prints one line of JSON.
#include "actions/Command.h"
#include "actions/NewsroomRules.h"
#include "backend/Administration.h"
#include "backend/MediaFiles.h"
#include "backend/NewsroomSetup.h"
#include "backend/TestPictures.h"
#include "bench/newsroom/ItemWriter.h"
#include "main/CommandLine.h"
#include "storage/ArticleStore.h"
#include "storage/ChangeStore.h"
#include "storage/MediaStore.h"
#include "storage/Migrator.h"
#include "storage/NewsroomStore.h"
#include "storage/VisitStore.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <map>

using namespace toasoan;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 itemsInATransaction = 2000;
constexpr qint64 itemsUnderWay = 300; ///< of the newest, not (yet) published
constexpr int pictureCount = 8;
constexpr int pictureWidth = 960;
constexpr int pictureHeight = 600;
constexpr int daysOfVisits = 400;

class SetClock final : public Clock
{
public:
    explicit SetClock(Instant now) : m_now(now) { }
    [[nodiscard]] Instant now() const override { return m_now; }
    void set(Instant now) { m_now = now; }
    void pass(Milliseconds time) { m_now += time; }

private:
    Instant m_now;
};

struct People
{
    std::vector<User> reporters;
    User editor;
    User chair;
    User secretary;
};

class Filler
{
public:
    Filler(Database &database, quint64 seed, Instant end)
        : m_database(database)
        , m_dice(seed)
        , m_clock(end - std::chrono::years(10))
        , m_end(end)
    { }

    Result<void> makeNewsroomAndPeople(const QString &password);
    Result<void> takePictures(const QString &folder);
    Result<void> addItems(qint64 count);
    Result<void> addVisits(Database &visits);

private:
    /// How far an item goes.
    enum class Course
    {
        Drafted,
        Submitted,
        Returned,
        InEditing,
        Awaiting,
        Refused,
        Approved,
        Scheduled,
        Published,
        TakenDown,
    };
    Course course(qint64 index, qint64 count);
    Result<void> addItem(Transaction &transaction, const NewsroomRules &rules, ItemWriter &writer, Course course);

    Database &m_database;
    SeededDice m_dice;
    SetClock m_clock;
    Instant m_end;
    std::vector<Section> m_sections;
    People m_people;
    std::map<UserId, std::vector<MediaId>> m_pictures; ///< of each reporter his own, with the same bytes
};

Result<void> Filler::makeNewsroomAndPeople(const QString &password)
{
    Site site;
    site.agency = u"Huyện Triệu Phong"_s;
    site.title = u"Cổng thông tin điện tử huyện Triệu Phong"_s;
    site.address = u"http://127.0.0.1:8080"_s;
    site.responsiblePerson = u"Trưởng Ban Biên tập"_s;
    const QStringList names{u"Tin tức – Sự kiện"_s,
                            u"Chính trị"_s,
                            u"Kinh tế"_s,
                            u"Văn hóa – Xã hội"_s,
                            u"Quốc phòng – An ninh"_s,
                            u"Nông thôn mới"_s,
                            u"Cải cách hành chính"_s,
                            u"Thông báo"_s};
    for (int i = 0; i < names.size(); ++i)
        m_sections.push_back({.id = SectionId::create(m_clock, m_dice),
                              .slug = u"chuyen-muc-%1"_s.arg(i + 1),
                              .name = names[i],
                              .nameEnglish = {},
                              .position = i + 1});
    const auto person = [&](const QString &login, Role role) {
        return newUser(m_clock, m_dice, login, login, {{.role = role, .section = {}}}, password);
    };
    if (auto made = runAsMachine(m_database, m_clock, m_dice,
                                 MakeNewsroom::of(site, m_sections, person(u"quantri"_s, Role::Administrator)));
        !made)
        return made.error();
    const auto add = [&](User &user, const QString &login, Role role) -> Result<void> {
        const AddUser adding = person(login, role);
        user = adding.user();
        return runAsMachine(m_database, m_clock, m_dice, adding);
    };
    m_people.reporters.resize(8);
    for (std::size_t i = 0; i < m_people.reporters.size(); ++i) {
        if (auto added = add(m_people.reporters[i], u"phongvien%1"_s.arg(i + 1), Role::Reporter); !added)
            return added;
    }
    if (auto added = add(m_people.editor, u"bientap"_s, Role::Editor); !added)
        return added;
    if (auto added = add(m_people.secretary, u"thuky"_s, Role::Secretary); !added)
        return added;
    return add(m_people.chair, u"truongban"_s, Role::BoardChair);
}

Result<void> Filler::takePictures(const QString &folder)
{
    if (!startPictures())
        return Error{ErrorCode::Internal, u"imaging"_s, {}};
    auto files = MediaFiles::open(folder);
    if (!files)
        return files.error();
    auto transaction = Transaction::begin(m_database, Access::Write);
    if (!transaction)
        return transaction.error();
    for (int i = 0; i < pictureCount; ++i) {
        const QByteArray bytes = photo(pictureWidth, pictureHeight, 1 + 3 * i);
        const QString sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        QFile file((*files)->uploadsFolder() + "/picture"_L1);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return Error{ErrorCode::StorageFull, u"media.file"_s, file.errorString()};
        file.close();
        if (auto taken = (*files)->takeIn(file.fileName(), sha256); !taken)
            return taken.error();
        file.remove();
        for (const User &reporter : m_people.reporters) {
            const Media media{.id = MediaId::create(m_clock, m_dice),
                              .sha256 = sha256,
                              .format = u"jpeg"_s,
                              .width = pictureWidth,
                              .height = pictureHeight,
                              .size = bytes.size(),
                              .name = u"anh-%1.jpg"_s.arg(i + 1),
                              .uploadedBy = reporter.id,
                              .createdAt = m_clock.now()};
            if (auto put = MediaStore(*transaction).put(media); !put)
                return put.error();
            if (auto told = ChangeStore(*transaction).add(nouns::media, media.id.toText(), m_clock.now()); !told)
                return told.error();
            m_pictures[reporter.id].push_back(media.id);
        }
    }
    return transaction->commit();
}

Filler::Course Filler::course(qint64 index, qint64 count)
{
    if (index >= count - itemsUnderWay)
        return Course(m_dice.below(quint64(Course::TakenDown) + 1));
    return m_dice.below(200) == 0 ? Course::TakenDown : Course::Published;
}

Result<void> Filler::addItem(Transaction &transaction, const NewsroomRules &rules, ItemWriter &writer, Course course)
{
    const User &reporter = m_people.reporters[m_dice.below(m_people.reporters.size())];
    const ArticleId id = ArticleId::create(m_clock, m_dice);
    Article article;
    Result<void> outcome;
    // One step by one person; the first that fails ends the item.
    const auto act = [&](const User &user, const Command &command) {
        if (!outcome)
            return;
        m_clock.pass(9min);
        const Actor actor = user.actor();
        ActionContext context{.transaction = transaction, .actor = actor, .clock = m_clock, .rules = rules};
        auto done = perform(context, command);
        if (done)
            article = *articleOf(*std::move(done));
        else
            outcome = done.error();
    };
    const auto move = [&](const User &user, Step step, const QString &reason = {}) {
        act(user, Move{.target = itemKey(id), .version = article.version, .step = step, .reason = reason});
    };
    const Content written = writer.write(m_sections[m_dice.below(m_sections.size())].id, m_pictures.at(reporter.id));
    act(reporter, Save{.target = itemKey(id), .base = 0, .content = canonicalBytes(written)});
    if (course == Course::Drafted)
        return outcome;
    act(reporter, Submit{.target = itemKey(id), .version = 1, .stateSecret = StateSecret::ConfirmedNone});
    if (course == Course::Submitted)
        return outcome;
    if (course == Course::Returned) {
        move(m_people.editor, Step::ReturnToAuthor, u"Cần bổ sung số liệu."_s);
        return outcome;
    }
    move(m_people.editor, Step::Claim);
    if (m_dice.below(10) < 3)
        act(m_people.editor, Save{.target = itemKey(id), .base = 1, .content = canonicalBytes(writer.edit(written))});
    if (course == Course::InEditing)
        return outcome;
    move(m_people.editor, Step::RequestApproval);
    if (course == Course::Awaiting)
        return outcome;
    if (course == Course::Refused) {
        move(m_people.chair, Step::Refuse, u"Không phù hợp."_s);
        return outcome;
    }
    act(m_people.chair,
        Approve{.target = itemKey(id), .version = article.version, .contentHash = article.contentHash, .note = {}});
    if (course == Course::Approved)
        return outcome;
    if (course == Course::Scheduled) {
        act(m_people.secretary, Schedule{.target = itemKey(id), .version = article.version, .at = m_end + 720h});
        return outcome;
    }
    act(m_people.secretary, Publish{.target = itemKey(id), .version = article.version});
    if (course == Course::TakenDown)
        act(m_people.chair, Unpublish{.target = itemKey(id), .version = article.version, .reason = u"Tin trùng."_s});
    return outcome;
}

Result<void> Filler::addItems(qint64 count)
{
    auto writer = ItemWriter::create(m_dice);
    if (!writer)
        return writer.error();
    const Instant begin = m_end - std::chrono::years(10);
    const Milliseconds step = (m_end - 2h - begin) / std::max<qint64>(count, 1);
    for (qint64 first = 0; first < count; first += itemsInATransaction) {
        auto transaction = beginWriting(m_database);
        if (!transaction)
            return transaction.error();
        auto rules = readRules(*transaction);
        if (!rules)
            return rules.error();
        const qint64 end = std::min(count, first + itemsInATransaction);
        for (qint64 i = first; i < end; ++i) {
            m_clock.set(begin + step * i);
            if (auto added = addItem(*transaction, **rules, *writer, course(i, count)); !added)
                return added;
        }
        if (auto committed = transaction->commit(); !committed)
            return committed;
        std::fprintf(stderr, "\r%lld of %lld items", static_cast<long long>(end), static_cast<long long>(count));
    }
    std::fputc('\n', stderr);
    return {};
}

Result<void> Filler::addVisits(Database &visits)
{
    if (auto migrated = Migrator(visits, u":/sql/visits"_s, m_clock).migrate(); !migrated)
        return migrated.error();
    qint64 published = 0;
    {
        auto reader = Transaction::begin(m_database, Access::Read);
        if (!reader)
            return reader.error();
        auto numbers = NewsroomStore(*reader).counter(u"articleNumber"_s);
        if (!numbers)
            return numbers.error();
        published = *numbers;
    }
    auto transaction = Transaction::begin(visits, Access::Write);
    if (!transaction)
        return transaction.error();
    VisitStore store(*transaction);
    const QDate today = QDateTime::fromMSecsSinceEpoch(toMilliseconds(m_end), Qt::UTC).date();
    for (int day = 1; day <= daysOfVisits; ++day) {
        const auto visitsOfDay = qint64(500 + m_dice.below(1500));
        if (auto added = store.add({.day = today.addDays(-day),
                                    .views = visitsOfDay * 3,
                                    .visits = visitsOfDay,
                                    .visitors = visitsOfDay * 2 / 3,
                                    .robotViews = visitsOfDay / 2});
            !added)
            return added.error();
    }
    for (qint64 number = 1; number <= published; ++number) {
        if (auto added = store.addItemViews(number, qint64(1 + m_dice.below(1 + m_dice.below(3000)))); !added)
            return added.error();
    }
    return transaction->commit();
}

Result<void> fill(const QString &folder, qint64 items, quint64 seed, const QString &password)
{
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::Unavailable, u"folder"_s, folder};
    // A bench's newsroom is made again when the power fails: nothing waits for the disk.
    auto database = Database::open(DatabaseLocation::sqlite(folder + "/newsroom.db"_L1), Durability::Noisy);
    if (!database)
        return database.error();
    SystemClock clock;
    SystemDice dice;
    if (auto migrated = migrateNewsroom(**database, clock, dice); !migrated)
        return migrated;
    Filler filler(**database, seed, clock.now());
    if (auto made = filler.makeNewsroomAndPeople(password); !made)
        return made;
    if (auto taken = filler.takePictures(folder); !taken)
        return taken;
    if (auto added = filler.addItems(items); !added)
        return added;
    auto visits = Database::open(DatabaseLocation::sqlite(folder + "/visits.db"_L1), Durability::Noisy);
    if (!visits)
        return visits.error();
    return filler.addVisits(**visits);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({
        {u"data"_s, u"Folder of the new newsroom."_s, u"folder"_s},
        {u"items"_s, u"How many items."_s, u"number"_s, u"100000"_s},
        {u"seed"_s, u"Another number: other items."_s, u"number"_s, u"1"_s},
        {u"password"_s, u"Of all its people."_s, u"text"_s},
    });
    parser.process(application);
    if (!parser.isSet(u"data"_s) || !parser.isSet(u"password"_s))
        parser.showHelp(2);
    const qint64 items = parser.value(u"items"_s).toLongLong();
    const auto filled =
        fill(parser.value(u"data"_s), items, parser.value(u"seed"_s).toULongLong(), parser.value(u"password"_s));
    return filled ? 0 : complain(filled.error());
}
