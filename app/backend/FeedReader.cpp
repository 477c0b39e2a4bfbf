#include "backend/FeedReader.h"

#include "actions/Kind.h"
#include "actions/MediaAccess.h"
#include "base/Log.h"
#include "domain/NewsroomJson.h"
#include "protocol/RecordJson.h"
#include "protocol/Wire.h"
#include "storage/ChangeStore.h"
#include "storage/MediaStore.h"
#include "storage/NewsroomStore.h"
#include "storage/RecordStore.h"
#include "storage/UserStore.h"

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

using Value = Result<std::optional<QJsonObject>>;

// `contents` grows by the bytes of its content.
Value recordValue(Transaction &transaction, const Actor &actor, const Noun &noun, const QString &text, qint64 &contents)
{
    const auto id = RecordId::fromText(text);
    if (!id)
        return std::optional<QJsonObject>();
    auto snapshot = RecordStore(transaction).snapshot(*id);
    if (!snapshot)
        return snapshot.error();
    if (!*snapshot || (*snapshot)->record.noun != noun || !canSee(actor, (*snapshot)->record))
        return std::optional<QJsonObject>();
    contents += (*snapshot)->record.content.size();
    return std::optional(toJson(**snapshot));
}

Value mediaValue(Transaction &transaction, const Actor &actor, const QString &text)
{
    const auto id = MediaId::fromText(text);
    if (!id)
        return std::optional<QJsonObject>();
    auto media = MediaStore(transaction).findMaybe(*id);
    if (!media)
        return media.error();
    if (!*media)
        return std::optional<QJsonObject>();
    auto maySee = maySeeMedia(transaction, actor, **media);
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
    const Actor &actor;
    Instant now;
    qint64 contents = 0; ///< bytes that were read of them so far
};

using Read = Value (*)(Asked &asked, const QString &id);

/// How the newest state is read of what is kept in no versions.
const QHash<Noun, Read> &readers()
{
    static const QHash<Noun, Read> all{
        {nouns::media, [](Asked &asked, const QString &id) { return mediaValue(asked.transaction, asked.actor, id); }},
        {nouns::user, [](Asked &asked, const QString &id) { return userValue(asked.transaction, id); }},
        {nouns::section, [](Asked &asked, const QString &id) { return sectionValue(asked.transaction, id); }},
        {nouns::site, [](Asked &asked, const QString &) { return siteValue(asked.transaction, asked.now); }},
        {nouns::workflow, [](Asked &asked, const QString &) { return workflowValue(asked.transaction); }},
    };
    return all;
}

/// A noun that this program does not know is a newer one's, and passed over.
bool isKnown(const Noun &noun)
{
    return kindOf(noun) || readers().contains(noun);
}

Value valueOf(Asked &asked, const Change &change)
{
    if (kindOf(change.noun))
        return recordValue(asked.transaction, asked.actor, change.noun, change.id, asked.contents);
    return readers().value(change.noun)(asked, change.id);
}

// What cannot be read of one noun, damaged or written by a newer program beside this one, must not hold up the feed for
// everybody. It is neither news nor gone: who has it keeps what he has. A row that fails the transaction still ends it.
bool isOfItsOwn(const Error &error)
{
    return (error.code == ErrorCode::Corrupt && !error.subject.startsWith("database."_L1))
        || error.code == ErrorCode::Unsupported;
}

} // namespace

Result<FeedPage> readFeed(Transaction &transaction, const Actor &actor, qint64 after, int limit, const Clock &clock)
{
    auto epoch = NewsroomStore(transaction).fact(u"epoch"_s);
    if (!epoch)
        return epoch.error();
    auto changes = ChangeStore(transaction).after(after, limit);
    if (!changes)
        return changes.error();

    auto newest = ChangeStore(transaction).newest();
    if (!newest)
        return newest.error();

    const Instant now = clock.now();
    FeedPage page{.epoch = *epoch,
                  // Whoever asks after what is not there yet, of another history perhaps, must not miss what comes.
                  .next = changes->changes.empty() ? std::min(after, *newest) : changes->changes.back().sequence,
                  .newest = *newest,
                  .more = changes->more,
                  .now = toMilliseconds(now),
                  .entries = {}};
    Asked asked{.transaction = transaction, .actor = actor, .now = now};
    for (std::size_t at = 0; at < changes->changes.size(); ++at) {
        const Change &change = changes->changes[at];
        if (asked.contents >= wire::feedPageBodies) {
            page.next = changes->changes[at - 1].sequence;
            page.more = true;
            break;
        }
        if (!isKnown(change.noun))
            continue;
        auto value = valueOf(asked, change);
        if (!value && isOfItsOwn(value.error())) {
            writeLogSparsely(LogLevel::Error, "feed.unreadable",
                             {{"noun"_L1, toText(change.noun)},
                              {"id"_L1, change.id},
                              {"subject"_L1, value.error().subject},
                              {"detail"_L1, value.error().detail}});
            continue;
        }
        if (!value)
            return value.error();
        page.entries.push_back(
            {.sequence = change.sequence, .noun = toText(change.noun), .id = change.id, .value = *std::move(value)});
    }
    return page;
}

} // namespace toasoan
