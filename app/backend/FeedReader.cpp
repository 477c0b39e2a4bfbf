#include "backend/FeedReader.h"

#include "actions/MediaAccess.h"
#include "actions/NewsroomRules.h"
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

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

using Value = Result<std::optional<QJsonObject>>;

// `contents` grows by the bytes of its content.
Value recordValue(Transaction &transaction, const Actor &actor, const Kind &kind, const QString &text, qint64 &contents)
{
    const auto id = RecordId::fromText(text);
    if (!id)
        return std::optional<QJsonObject>();
    auto snapshot = RecordStore(transaction).snapshot(*id);
    if (!snapshot)
        return snapshot.error();
    if (!*snapshot || (*snapshot)->record.noun != kind.noun() || !kind.canSee(actor, (*snapshot)->record))
        return std::optional<QJsonObject>();
    contents += (*snapshot)->record.content.size();
    return std::optional(toJson(**snapshot));
}

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
    qint64 contents = 0; ///< bytes that were read of them so far
};

using Read = Value (*)(Asked &asked, const QString &id);

/// How the newest state is read of what is kept in no versions.
const QHash<Noun, Read> &readers()
{
    static const QHash<Noun, Read> all{
        {nouns::media,
         [](Asked &asked, const QString &id) { return mediaValue(asked.transaction, asked.rules, asked.actor, id); }},
        {nouns::user, [](Asked &asked, const QString &id) { return userValue(asked.transaction, id); }},
        {nouns::section, [](Asked &asked, const QString &id) { return sectionValue(asked.transaction, id); }},
        {nouns::site, [](Asked &asked, const QString &) { return siteValue(asked.transaction, asked.now); }},
        {nouns::workflow, [](Asked &asked, const QString &) { return workflowValue(asked.transaction); }},
    };
    return all;
}

/// A noun that this program does not know is a newer one's, and passed over.
bool isKnown(const NewsroomRules &rules, const Noun &noun)
{
    return rules.find(noun) || readers().contains(noun);
}

Value valueOf(Asked &asked, const Change &change)
{
    if (const Kind *kind = asked.rules.find(change.noun))
        return recordValue(asked.transaction, asked.actor, *kind, change.id, asked.contents);
    return readers().value(change.noun)(asked, change.id);
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
Result<void> fill(FeedPage &page, Asked &asked, const ChangePage &changes)
{
    page.more = changes.more;
    for (const Change &change : changes.changes) {
        if (asked.contents >= wire::feedPageBodies) {
            page.more = true;
            break;
        }
        page.next = change.sequence;
        if (!isKnown(asked.rules, change.noun))
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
    Asked asked{.transaction = transaction, .rules = *asker->rules, .actor = actor, .now = now};
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
