#include "backend/FeedReader.h"

#include "actions/MediaAccess.h"
#include "actions/NewsroomRules.h"
#include "base/Json.h"
#include "base/Log.h"
#include "domain/NewsroomJson.h"
#include "protocol/RecordJson.h"
#include "protocol/Wire.h"
#include "storage/ChangeStore.h"
#include "storage/MediaStore.h"
#include "storage/NewsroomStore.h"
#include "storage/RecordStore.h"
#include "storage/UserStore.h"

#include <QCryptographicHash>

#include <iterator>
#include <map>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

using Value = Result<std::optional<QJsonObject>>;

// The records of a page of changes as their asker may see them. They are read some at a time, with a statement for all
// of these, and no more of what they say than a page holds.
class SeenRecords
{
public:
    struct Record
    {
        RecordSnapshot snapshot; ///< without what it says
        StoredText says;
    };
    using Seen = Result<std::optional<Record>>;

    SeenRecords(Transaction &transaction, const NewsroomRules &rules, const Actor &actor,
                const std::vector<Change> &changes)
        : m_records(transaction)
        , m_rules(rules)
        , m_actor(actor)
        , m_changes(changes)
    { }

    /// Of the change at `place`; nothing where it is not there, or not to be seen.
    [[nodiscard]] Seen at(std::size_t place)
    {
        const qint64 sequence = m_changes[place].sequence;
        if (!m_seen.contains(sequence)) {
            if (auto read = readFrom(place); !read)
                return read.error();
        }
        return std::move(m_seen.extract(sequence).mapped());
    }

private:
    static constexpr std::size_t atOnce = 20;

    [[nodiscard]] Result<void> readFrom(std::size_t place)
    {
        std::vector<std::pair<const Change *, RecordId>> asked;
        for (std::size_t i = place; i < m_changes.size() && asked.size() < atOnce; ++i) {
            if (!m_rules.find(m_changes[i].noun))
                continue;
            if (const auto id = RecordId::fromText(m_changes[i].id))
                asked.emplace_back(&m_changes[i], *id);
            else
                m_seen.insert_or_assign(m_changes[i].sequence, std::optional<Record>());
        }
        std::vector<RecordId> ids;
        std::ranges::transform(asked, std::back_inserter(ids), [](const auto &each) { return each.second; });
        const auto heads = m_records.heads(ids);
        if (!heads)
            return heads.error();
        std::vector<std::pair<qint64, const RecordHead *>> seen;
        ids.clear();
        qint64 stored = 0;
        for (const auto &[change, id] : asked) {
            const auto head = heads->find(id);
            const bool isThere = head != heads->end();
            if (isThere && !head->second) {
                m_seen.insert_or_assign(change->sequence, head->second.error());
            } else if (!isThere || head->second->record.noun != change->noun
                       || !m_rules.canSee(m_actor, head->second->record)) {
                m_seen.insert_or_assign(change->sequence, std::optional<Record>());
            } else {
                stored += head->second->stored;
                if (!seen.empty() && stored > wire::feedPageBodies)
                    break; // what follows is read when it is asked for
                seen.emplace_back(change->sequence, &*head->second);
                ids.push_back(id);
            }
        }
        auto contents = m_records.contents(ids);
        if (!contents)
            return contents.error();
        auto decisions = m_records.decisions(ids);
        if (!decisions)
            return decisions.error();
        for (const auto &[sequence, head] : seen) {
            const RecordId id = head->record.id;
            RecordSnapshot snapshot{
                .record = {head->record, {}}, .decisions = std::move((*decisions)[id]), .savedBy = head->savedBy};
            m_seen.insert_or_assign(
                sequence, std::optional(Record{.snapshot = std::move(snapshot), .says = std::move((*contents)[id])}));
        }
        return {};
    }

    RecordStore m_records;
    const NewsroomRules &m_rules;
    const Actor &m_actor;
    const std::vector<Change> &m_changes;
    std::map<qint64, Seen> m_seen; ///< by the sequence of the change
};

Value mediaValue(Transaction &transaction, const NewsroomRules &rules, const Actor &actor, const QString &text)
{
    const auto id = MediaId::fromText(text);
    if (!id)
        return std::optional<QJsonObject>();
    auto media = MediaStore(transaction).findMaybe(*id);
    if (!media)
        return media.error();
    if (!*media)
        return std::optional<QJsonObject>();
    auto maySee = maySeeMedia(transaction, rules, actor, **media);
    if (!maySee)
        return maySee.error();
    return *maySee ? std::optional(toJson(**media)) : std::nullopt;
}

Value userValue(Transaction &transaction, const QString &text)
{
    const auto id = UserId::fromText(text);
    if (!id)
        return std::optional<QJsonObject>();
    auto user = UserStore(transaction).find(*id);
    if (!user && user.error().code == ErrorCode::NotFound)
        return std::optional<QJsonObject>();
    if (!user)
        return user.error();
    return std::optional(toJson(*user));
}

Value sectionValue(Transaction &transaction, const QString &id)
{
    auto sections = NewsroomStore(transaction).sections();
    if (!sections)
        return sections.error();
    const auto found = std::ranges::find(*sections, id, [](const Section &section) { return section.id.toText(); });
    return found == sections->end() ? std::nullopt : std::optional(toJson(*found));
}

Value siteValue(Transaction &transaction, Instant now)
{
    auto site = NewsroomStore(transaction).site(now);
    if (!site)
        return site.error();
    return std::optional(toJson(*site));
}

Value workflowValue(Transaction &transaction)
{
    auto workflow = NewsroomStore(transaction).workflow();
    if (!workflow)
        return workflow.error();
    return std::optional(toJson(*workflow));
}

struct Asked
{
    Transaction &transaction;
    const NewsroomRules &rules;
    const Actor &actor;
    Instant now;
};

using Read = Value (*)(const Asked &asked, const QString &id);

/// How the newest state is read of what is kept in no versions.
const QHash<Noun, Read> &readers()
{
    static const QHash<Noun, Read> all{
        {nouns::media,
         [](const Asked &asked, const QString &id) {
             return mediaValue(asked.transaction, asked.rules, asked.actor, id);
         }},
        {nouns::user, [](const Asked &asked, const QString &id) { return userValue(asked.transaction, id); }},
        {nouns::section, [](const Asked &asked, const QString &id) { return sectionValue(asked.transaction, id); }},
        {nouns::site, [](const Asked &asked, const QString &) { return siteValue(asked.transaction, asked.now); }},
        {nouns::workflow, [](const Asked &asked, const QString &) { return workflowValue(asked.transaction); }},
    };
    return all;
}

/// A noun that this program does not know is a newer one's, and passed over.
bool isKnown(const NewsroomRules &rules, const Noun &noun)
{
    return rules.find(noun) || readers().contains(noun);
}

// `contents` grows by the bytes of what it says.
Result<FeedEntry> recordEntry(const Change &change, SeenRecords::Seen seen, qint64 &contents)
{
    if (!seen)
        return seen.error();
    FeedEntry entry{.sequence = change.sequence, .noun = toText(change.noun), .id = change.id, .value = {}};
    if (!*seen)
        return entry;
    RecordSnapshot &snapshot = (*seen)->snapshot;
    snapshot.record.content = (*seen)->says.bytes(); // of many that were read together one at a time
    contents += snapshot.record.content.size();
    // As it is stored, but for what did not lie packed: somebody may have written it by hand, and it need be no JSON.
    const bool isAsStored = (*seen)->says.isPacked && !snapshot.record.content.isEmpty();
    entry.value = isAsStored ? toBody(snapshot) : jsonText(toJson(snapshot));
    return entry;
}

Result<FeedEntry> otherEntry(const Change &change, const Asked &asked)
{
    auto value = readers().value(change.noun)(asked, change.id);
    if (!value)
        return value.error();
    return FeedEntry{.sequence = change.sequence,
                     .noun = toText(change.noun),
                     .id = change.id,
                     .value = *value ? std::optional(jsonText(**value)) : std::nullopt};
}

// What cannot be read of one noun, damaged or written by a newer program beside this one, must not hold up the feed for
// everybody. It is neither news nor gone: who has it keeps what he has. A row that fails the transaction still ends it.
bool isOfItsOwn(const Error &error)
{
    return (error.code == ErrorCode::Corrupt && !error.subject.startsWith("database."_L1))
        || error.code == ErrorCode::Unsupported;
}

/// Of what everybody may see. Another word where a program shows other things than those before it.
const QString everybodys = u"1"_s;

QString shortHash(const QString &said)
{
    return QString::fromLatin1(QCryptographicHash::hash(said.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
}

// Pictures are seen with what shows them; what everybody sees shows nobody another one by being there.
QHash<QString, QString> viewsOf(const NewsroomRules &rules, const Actor &actor)
{
    QHash<QString, QString> views;
    QStringList all;
    for (const auto &kind : rules.kinds()) {
        const QString sight = kind->sightOf(actor);
        const QString token = sight.isEmpty() ? everybodys : shortHash(everybodys + u'\n' + sight);
        views.insert(toText(kind->noun()), token);
        if (!sight.isEmpty())
            all.append(token);
    }
    for (auto reader = readers().keyBegin(); reader != readers().keyEnd(); ++reader)
        views.insert(toText(*reader), everybodys);
    views.insert(toText(nouns::media), shortHash(actor.user.toText() + u'\n' + all.join(u'\n')));
    return views;
}

QString viewOf(const QHash<QString, QString> &views)
{
    QStringList all;
    for (auto view = views.begin(); view != views.end(); ++view)
        all.append(view.key() + u' ' + view.value());
    all.sort();
    return shortHash(all.join(u'\n'));
}

/// Who asks, by which rules.
struct Asker
{
    std::shared_ptr<const NewsroomRules> rules;
    const Actor &actor;
    QHash<QString, QString> views;
};

Result<Asker> askerOf(Transaction &transaction, const Actor &actor)
{
    auto rules = readRules(transaction);
    if (!rules)
        return rules.error();
    auto views = viewsOf(**rules, actor);
    return Asker{.rules = *std::move(rules), .actor = actor, .views = std::move(views)};
}

Result<FeedPage> emptyPage(Transaction &transaction, const Asker &asker, Instant now)
{
    auto epoch = NewsroomStore(transaction).fact(u"epoch"_s);
    if (!epoch)
        return epoch.error();
    auto newest = ChangeStore(transaction).newest();
    if (!newest)
        return newest.error();
    return FeedPage{.epoch = *std::move(epoch),
                    .next = 0,
                    .newest = *newest,
                    .more = false,
                    .now = toMilliseconds(now),
                    .entries = {},
                    .view = viewOf(asker.views)};
}

// Up to the limit of bodies, whatever the order of the changes; `page.next` is the last that was looked at.
Result<void> fill(FeedPage &page, const Asked &asked, const ChangePage &changes)
{
    page.more = changes.more;
    SeenRecords records(asked.transaction, asked.rules, asked.actor, changes.changes);
    qint64 contents = 0;
    for (std::size_t place = 0; place < changes.changes.size(); ++place) {
        if (contents >= wire::feedPageBodies) {
            page.more = true;
            break;
        }
        const Change &change = changes.changes[place];
        page.next = change.sequence;
        if (!isKnown(asked.rules, change.noun))
            continue;
        auto entry = asked.rules.find(change.noun) ? recordEntry(change, records.at(place), contents)
                                                   : otherEntry(change, asked);
        if (!entry && isOfItsOwn(entry.error())) {
            writeLogSparsely(LogLevel::Error, "feed.unreadable",
                             {{"noun"_L1, toText(change.noun)},
                              {"id"_L1, change.id},
                              {"subject"_L1, entry.error().subject},
                              {"detail"_L1, entry.error().detail}});
            continue;
        }
        if (!entry)
            return entry.error();
        page.entries.push_back(*std::move(entry));
    }
    return {};
}

// `changes` reads which changes the page is of.
template <typename ReadChanges>
Result<FeedPage> readPage(Transaction &transaction, const Actor &actor, const Clock &clock, ReadChanges changes)
{
    const Instant now = clock.now();
    auto asker = askerOf(transaction, actor);
    if (!asker)
        return asker.error();
    auto page = emptyPage(transaction, *asker, now);
    if (!page)
        return page;
    auto read = changes(*page);
    if (!read)
        return read.error();
    const Asked asked{.transaction = transaction, .rules = *asker->rules, .actor = actor, .now = now};
    if (auto filled = fill(*page, asked, *read); !filled)
        return filled.error();
    return page;
}

} // namespace

Result<FeedPage> readFeed(Transaction &transaction, const Actor &actor, qint64 after, int limit, const Clock &clock)
{
    return readPage(transaction, actor, clock, [&](FeedPage &page) {
        // Whoever asks after what is not there yet, of another history perhaps, must not miss what comes.
        page.next = std::min(after, page.newest);
        return ChangeStore(transaction).after(after, limit);
    });
}

Result<FeedPage> readPull(Transaction &transaction, const Actor &actor, const Noun &noun, qint64 before, int limit,
                          const Clock &clock)
{
    return readPage(transaction, actor, clock,
                    [&](FeedPage &) { return ChangeStore(transaction).before(before, noun, limit); });
}

Result<View> readView(Transaction &transaction, const Actor &actor)
{
    const auto asker = askerOf(transaction, actor);
    if (!asker)
        return asker.error();
    const auto page = emptyPage(transaction, *asker, {});
    if (!page)
        return page.error();
    return View{.epoch = page->epoch, .newest = page->newest, .all = page->view, .nouns = asker->views};
}

} // namespace toasoan
