#include "backend/DemoHistory.h"

#include "backend/CommandRunner.h"
#include "backend/Uploads.h"

#include <QDateTime>
#include <QTimeZone>

#include <functional>

namespace toasoan {

using namespace Qt::StringLiterals;
using std::chrono::minutes;

namespace {

// An item takes this long from its first words to the public.
constexpr minutes longestWay{200};

class History
{
public:
    History(const DemoContent &demo, const std::map<QString, User> &people, Database &database, MediaFiles &files,
            DemoClock &clock, Dice &dice)
        : m_demo(demo)
        , m_people(people)
        , m_database(database)
        , m_clock(clock)
        , m_dice(dice)
        , m_uploads(clock, dice, files, m_feed)
    { }

    Result<std::map<qint64, qint64>> run(Instant end)
    {
        m_articles.resize(m_demo.items.size());
        for (std::size_t i = 0; i < m_demo.items.size(); ++i)
            plan(i, end);
        std::ranges::stable_sort(m_events, std::less(), &Event::at);
        for (const Event &event : m_events) {
            m_clock.set(event.at);
            if (Result<void> done = event.happen(); !done)
                return done.error();
        }
        std::map<qint64, qint64> views;
        for (std::size_t i = 0; i < m_demo.items.size(); ++i) {
            if (m_articles[i].publication)
                views[m_articles[i].publication->number] = m_demo.items[i].views;
        }
        return views;
    }

private:
    struct Event
    {
        Instant at;
        std::function<Result<void>()> happen;
    };

    void plan(std::size_t index, Instant end)
    {
        const DemoItem &item = m_demo.items[index];
        const QString editor = item.author == "bientap"_L1 ? u"thuky"_s : u"bientap"_s;
        const QString chair = index % 2 == 0 ? u"truongban"_s : u"phoban"_s;
        const auto at = [&item](int before) { return item.at - minutes(before); };

        for (const QString &picture : item.pictures)
            add(at(199), [this, picture, author = item.author] { return upload(picture, author); });
        const auto written = [&](int before) { command(index, at(before), item.author, saving(item.content)); };
        const auto submitted = [&](int before) {
            command(index, at(before), item.author, [](const Record &article) -> Command {
                return Submit{.target = itemKey(article.id),
                              .version = article.version,
                              .stateSecret = StateSecret::ConfirmedNone};
            });
        };
        const auto moved = [&](int before, const QString &who, Step step, const QString &reason = {}) {
            command(index, at(before), who, [step, reason](const Record &article) -> Command {
                return Move{.target = itemKey(article.id), .version = article.version, .step = step, .reason = reason};
            });
        };
        const auto edited = [&](int claimed, int asked) {
            moved(claimed, editor, Step::Claim);
            if (item.edited)
                command(index, at(asked + 5), editor, saving(*item.edited));
            moved(asked, editor, Step::RequestApproval);
        };
        const auto approved = [&](int before) {
            command(index, at(before), chair, [](const Record &article) -> Command {
                return Approve{.target = itemKey(article.id),
                               .version = article.version,
                               .contentHash = article.contentHash,
                               .note = {}};
            });
        };
        const auto published = [&](int before) {
            command(index, at(before), u"thuky"_s, [](const Record &article) -> Command {
                return Publish{.target = itemKey(article.id), .version = article.version};
            });
        };

        switch (item.state) {
        case State::Draft:
            return written(0);
        case State::Submitted:
            written(20);
            return submitted(0);
        case State::InEditing:
            written(60);
            submitted(45);
            return moved(0, editor, Step::Claim);
        case State::Returned:
            written(90);
            submitted(75);
            moved(30, editor, Step::Claim);
            return moved(0, editor, Step::ReturnToAuthor, item.reason);
        case State::AwaitingApproval:
            written(100);
            submitted(85);
            return edited(60, 0);
        case State::Refused:
            written(190);
            submitted(175);
            edited(140, 95);
            return moved(0, chair, Step::Refuse, item.reason);
        case State::Approved:
            written(190);
            submitted(175);
            edited(140, 95);
            return approved(0);
        case State::Scheduled:
            written(190);
            submitted(175);
            edited(140, 95);
            approved(40);
            return command(index, at(0), u"thuky"_s, [end](const Record &article) -> Command {
                return Schedule{.target = itemKey(article.id), .version = article.version, .at = sevenNextMorning(end)};
            });
        case State::Published:
        case State::Unpublished:
            written(190);
            submitted(175);
            edited(140, 95);
            approved(40);
            published(0);
            if (item.state == State::Unpublished) {
                command(index, at(-150), chair, [reason = item.reason](const Record &article) -> Command {
                    return Unpublish{.target = itemKey(article.id), .version = article.version, .reason = reason};
                });
            }
            return;
        case State::Deleted:
        case State::Closed:
            break; // of which a demonstration has nothing to show
        }
        Q_UNREACHABLE();
    }

    static Instant sevenNextMorning(Instant now)
    {
        const QTimeZone zone("Asia/Ho_Chi_Minh");
        const QDate today = QDateTime::fromMSecsSinceEpoch(toMilliseconds(now), zone).date();
        return fromMilliseconds(QDateTime(today.addDays(1), QTime(7, 0), zone).toMSecsSinceEpoch());
    }

    static std::function<Command(const Record &)> saving(const Content &content)
    {
        return [content](const Record &article) -> Command {
            return Save{.target = itemKey(article.id), .base = article.version, .content = canonicalBytes(content)};
        };
    }

    void add(Instant at, std::function<Result<void>()> happen) { m_events.push_back({at, std::move(happen)}); }

    // `make` builds the command from the item as it stands at that time.
    void command(std::size_t index, Instant at, const QString &who, std::function<Command(const Record &)> make)
    {
        add(at, [this, index, who, make = std::move(make)]() -> Result<void> {
            Record &article = m_articles[index];
            if (article.id.isNull())
                article.id = ArticleId::create(m_clock, m_dice);
            const Envelope envelope{.request = RequestId::create(m_clock, m_dice), .command = make(article)};
            auto answer = runCommand(m_database, m_clock, m_people.at(who).actor(), envelope);
            if (!answer)
                return answer.error();
            if (!answer->record)
                return Error{ErrorCode::Corrupt, u"demo"_s, QString::fromUtf8(answer->body)};
            article = *std::move(answer->record);
            return {};
        });
    }

    // Several items of one author may show one picture; he uploads it once.
    Result<void> upload(const QString &name, const QString &who)
    {
        if (!m_uploaded.insert({who, name}).second)
            return {};
        auto bytes = demoPicture(name);
        if (!bytes)
            return bytes.error();
        const QByteArray hash = QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256).toHex();
        auto state = m_uploads.create(m_database, m_people.at(who).actor(),
                                      {.name = name + ".jpg"_L1,
                                       .media = m_demo.pictures.at({who, name}),
                                       .sha256 = QString::fromLatin1(hash),
                                       .length = bytes->size()});
        if (!state)
            return state.error();
        auto piece = m_uploads.startPiece(state->upload, 0, {});
        if (!piece)
            return piece.error();
        if (auto written = (*piece)->write({bytes->constData(), std::size_t(bytes->size())}); !written)
            return written.error();
        auto arrived = (*piece)->finish();
        if (!arrived)
            return arrived.error();
        if (auto finished = m_uploads.finishNow(m_database, std::get<WholeUpload>(*arrived)); !finished)
            return finished.error();
        return {};
    }

    const DemoContent &m_demo;
    const std::map<QString, User> &m_people;
    Database &m_database;
    DemoClock &m_clock;
    Dice &m_dice;
    ChangeFeed m_feed;
    Uploads m_uploads;
    std::vector<Record> m_articles; ///< as the items
    std::vector<Event> m_events;
    std::set<std::pair<QString, QString>> m_uploaded;
};

} // namespace

Instant beginningOf(const DemoContent &demo)
{
    return std::ranges::min(demo.items, std::less(), &DemoItem::at).at - longestWay;
}

Result<std::map<qint64, qint64>> liveThrough(const DemoContent &demo, const std::map<QString, User> &people,
                                             Database &database, MediaFiles &files, DemoClock &clock, Dice &dice,
                                             Instant end)
{
    return History(demo, people, database, files, clock, dice).run(end);
}

} // namespace toasoan
