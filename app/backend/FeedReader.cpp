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

#include <QCryptographicHash>

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

/// Of what everybody may see. Another word where a program shows other things than those before it.
const QString everybodys = u"1"_s;

// Whose rights show what: the person's own things, and those that the roles of a section show.
QString viewOfGrants(const Actor &actor)
{
    QStringList grants;
    for (const Grant &grant : actor.grants)
        grants.append(toText(grant.role) + u'/' + (grant.section ? grant.section->toText() : QString()));
    grants.sort();
    const QString said = everybodys + u'\n' + actor.user.toText() + u'\n' + grants.join(u'\n');
    return QString::fromLatin1(QCryptographicHash::hash(said.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
}

QHash<QString, QString> viewsOf(const Actor &actor)
{
    const QString ofGrants = viewOfGrants(actor);
    QHash<QString, QString> views;
    for (const Kind &kind : allKinds())
        views.insert(toText(kind.noun), ofGrants);
    for (auto reader = readers().keyBegin(); reader != readers().keyEnd(); ++reader)
        views.insert(toText(*reader), *reader == nouns::media ? ofGrants : everybodys);
    return views;
}

QString viewOf(const Actor &actor)
{
    const QHash<QString, QString> views = viewsOf(actor);
    QStringList all;
    for (auto view = views.begin(); view != views.end(); ++view)
        all.append(view.key() + u' ' + view.value());
    all.sort();
    const QByteArray said = all.join(u'\n').toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(said, QCryptographicHash::Sha256).toHex().left(16));
}

Result<FeedPage> emptyPage(Transaction &transaction, const Actor &actor, Instant now)
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
                    .view = viewOf(actor)};
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
    return {};
}

} // namespace

Result<FeedPage> readFeed(Transaction &transaction, const Actor &actor, qint64 after, int limit, const Clock &clock)
{
    const Instant now = clock.now();
    auto page = emptyPage(transaction, actor, now);
    if (!page)
        return page;
    auto changes = ChangeStore(transaction).after(after, limit);
    if (!changes)
        return changes.error();
    // Whoever asks after what is not there yet, of another history perhaps, must not miss what comes.
    page->next = std::min(after, page->newest);
    Asked asked{.transaction = transaction, .actor = actor, .now = now};
    if (auto filled = fill(*page, asked, *changes); !filled)
        return filled.error();
    return page;
}

Result<FeedPage> readPull(Transaction &transaction, const Actor &actor, const Noun &noun, qint64 before, int limit,
                          const Clock &clock)
{
    const Instant now = clock.now();
    auto page = emptyPage(transaction, actor, now);
    if (!page)
        return page;
    auto changes = ChangeStore(transaction).before(before, noun, limit);
    if (!changes)
        return changes.error();
    Asked asked{.transaction = transaction, .actor = actor, .now = now};
    if (auto filled = fill(*page, asked, *changes); !filled)
        return filled.error();
    return page;
}

Result<View> readView(Transaction &transaction, const Actor &actor)
{
    const auto page = emptyPage(transaction, actor, {});
    if (!page)
        return page.error();
    return View{.epoch = page->epoch, .newest = page->newest, .all = page->view, .nouns = viewsOf(actor)};
}

} // namespace toasoan
