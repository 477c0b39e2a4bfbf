#include "backend/Dump.h"

#include "domain/NewsroomJson.h"
#include "protocol/RecordJson.h"
#include "storage/ArticleStore.h"
#include "storage/ChangeStore.h"
#include "storage/MediaStore.h"
#include "storage/NewsroomStore.h"
#include "storage/PublicationStore.h"
#include "storage/UserStore.h"
#include "storage/VisitStore.h"

#include <QIODevice>
#include <QJsonDocument>

#include <array>
#include <functional>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// Lines of a noun begin with what tells them apart, so that they come sorted when the nouns and their keys do, however
// many there are.
class LineWriter
{
public:
    explicit LineWriter(QIODevice &out) : m_out(out) { }

    // `key`: the fields that tell it apart, as JSON members in their order; they stand in `json` no more.
    Result<void> add(const char *noun, const QByteArray &key, const QJsonObject &json)
    {
        QByteArray line = "{\"noun\":\"" + QByteArray(noun) + '"';
        if (!key.isEmpty())
            line += ',' + key;
        if (!json.isEmpty())
            line += ',' + QJsonDocument(json).toJson(QJsonDocument::Compact).sliced(1).chopped(1);
        line += "}\n";
        if (m_out.write(line) != line.size())
            return Error{ErrorCode::StorageFull, u"dump"_s, m_out.errorString()};
        return {};
    }

    Result<void> add(const char *noun, const QString &id, QJsonObject json)
    {
        json.remove("id"_L1);
        return add(noun, "\"id\":\"" + id.toLatin1() + '"', json);
    }

private:
    QIODevice &m_out;
};

// Calls `each(article)` for every article, in the order of their ids.
template <typename Each>
Result<void> forEachArticle(Transaction &transaction, Each each)
{
    constexpr int page = 1000;
    const ArticleStore articles(transaction);
    std::optional<ArticleId> last;
    while (true) {
        auto ids = articles.ids(last, page);
        if (!ids)
            return ids.error();
        for (const ArticleId id : *ids) {
            auto article = articles.find(id);
            if (!article)
                return article.error();
            if (Result<void> done = each(*article); !done)
                return done.error();
        }
        if (std::ssize(*ids) < page)
            return {};
        last = ids->back();
    }
}

Result<void> dumpArticle(Transaction &transaction, const Article &article, LineWriter &lines)
{
    auto decisions = ArticleStore(transaction).decisions(article.id);
    if (!decisions)
        return decisions.error();
    return lines.add("article", article.id.toText(),
                     toJson(RecordSnapshot{.record = recordOf(article), .decisions = *decisions}));
}

Result<void> dumpRevisions(Transaction &transaction, const Article &article, LineWriter &lines)
{
    auto kept = ArticleStore(transaction).revisions(article.id);
    if (!kept)
        return kept.error();
    QByteArrayList versions;
    for (const Revision &revision : *kept)
        versions.append(QByteArray::number(revision.version));
    std::ranges::sort(versions); // as text: 10 comes before 2
    for (const QByteArray &version : versions) {
        auto revision = ArticleStore(transaction).revision(article.id, version.toLongLong());
        if (!revision)
            return revision.error();
        QJsonObject json = toJson(*revision);
        json.remove("version"_L1);
        const QByteArray key = "\"article\":\"" + article.id.toText().toLatin1() + "\",\"version\":" + version;
        if (auto added = lines.add("revision", key, json); !added)
            return added;
    }
    return {};
}

// Records of other kinds than items, and their versions: entries of registers, and the descriptions of these.
template <typename Each>
Result<void> forEachOther(Transaction &transaction, Each each)
{
    constexpr int page = 1000;
    const RecordStore records(transaction);
    RecordId last;
    while (true) {
        auto keys = records.keysBesideItems(last, page);
        if (!keys)
            return keys.error();
        for (const Key &key : *keys) {
            if (Result<void> done = each(records, key); !done)
                return done.error();
        }
        if (std::ssize(*keys) < page)
            return {};
        last = keys->back().id;
    }
}

Result<void> dumpRecord(const RecordStore &records, const Key &key, LineWriter &lines)
{
    auto snapshot = records.snapshot(key.id);
    if (!snapshot)
        return snapshot.error();
    QJsonObject json = toJson(**snapshot);
    json.insert("kind"_L1, toText(key.noun));
    return lines.add("record", key.id.toText(), json);
}

Result<void> dumpRecordVersions(const RecordStore &records, const Key &key, LineWriter &lines)
{
    auto kept = records.versions(key.id);
    if (!kept)
        return kept.error();
    QByteArrayList numbers;
    for (const Version number : *kept)
        numbers.append(QByteArray::number(number));
    std::ranges::sort(numbers); // as text: 10 comes before 2
    for (const QByteArray &number : numbers) {
        auto version = records.version(key.id, number.toLongLong());
        if (!version)
            return version.error();
        const QByteArray place = "\"record\":\"" + key.id.toText().toLatin1() + "\",\"version\":" + number;
        const QJsonObject json{{"savedBy"_L1, version->savedBy.toText()},
                               {"savedAt"_L1, toMilliseconds(version->savedAt)},
                               {"contentHash"_L1, version->contentHash},
                               {"content"_L1, QJsonDocument::fromJson(version->content).object()}};
        if (auto added = lines.add("recordVersion", place, json); !added)
            return added;
    }
    return {};
}

template <typename Noun>
Result<void> dumpAll(const char *name, Result<std::vector<Noun>> nouns, LineWriter &lines)
{
    if (!nouns)
        return nouns.error();
    std::ranges::sort(*nouns, {}, &Noun::id);
    for (const Noun &noun : *nouns) {
        if (auto added = lines.add(name, noun.id.toText(), toJson(noun)); !added)
            return added;
    }
    return {};
}

// So many digits that numbers are sorted as text.
QByteArray numberKey(qint64 number)
{
    return "\"number\":\"" + QByteArray::number(number).rightJustified(15, '0') + '"';
}

Result<void> dumpAudit(Transaction &transaction, LineWriter &lines)
{
    constexpr int page = 1000;
    qint64 last = 0;
    while (true) {
        auto audit = ChangeStore(transaction).audit(last, page);
        if (!audit)
            return audit.error();
        for (const AuditLine &line : *audit) {
            const QJsonObject json{{"at"_L1, toMilliseconds(line.at)},
                                   {"actor"_L1, line.actor.toText()},
                                   {"action"_L1, line.action},
                                   {"on"_L1, line.noun},
                                   {"onId"_L1, line.nounId},
                                   {"detail"_L1, line.detail},
                                   {"hash"_L1, line.hash}};
            if (auto added = lines.add("audit", numberKey(line.number), json); !added)
                return added;
            last = line.number;
        }
        if (std::ssize(*audit) < page)
            return {};
    }
}

Result<void> dumpItemViews(const VisitStore &visits, LineWriter &lines)
{
    auto items = visits.itemViews();
    if (!items)
        return items.error();
    for (const auto &[number, views] : *items) {
        if (auto added = lines.add("itemViews", numberKey(number), {{"views"_L1, views}}); !added)
            return added;
    }
    return {};
}

QByteArray dayKey(QDate day)
{
    return "\"day\":\"" + day.toString(Qt::ISODate).toLatin1() + '"';
}

Result<void> dumpOpeningBalance(const VisitStore &visits, LineWriter &lines)
{
    auto balance = visits.openingBalance();
    if (!balance)
        return balance.error();
    return *balance ? lines.add("openingBalance", dayKey((*balance)->day), {{"total"_L1, (*balance)->total}})
                    : Result<void>();
}

Result<void> dumpVisitDays(const VisitStore &visits, LineWriter &lines)
{
    auto days = visits.days(QDate(1, 1, 1), QDate(9999, 12, 31));
    if (!days)
        return days.error();
    for (const VisitDay &day : *days) {
        const QJsonObject json{{"views"_L1, day.views},
                               {"visits"_L1, day.visits},
                               {"visitors"_L1, day.visitors},
                               {"robotViews"_L1, day.robotViews}};
        if (auto added = lines.add("visitDay", dayKey(day.day), json); !added)
            return added;
    }
    return {};
}

} // namespace

Result<void> canonicalDump(Database &database, Database *visits, QIODevice &out)
{
    auto transaction = Transaction::begin(database, Access::Read);
    if (!transaction)
        return transaction.error();
    std::optional<Transaction> ledger;
    if (visits && visits != &database) {
        auto begun = Transaction::begin(*visits, Access::Read);
        if (!begun)
            return begun.error();
        ledger.emplace(*std::move(begun));
    }
    std::optional<VisitStore> counts;
    if (visits)
        counts.emplace(ledger ? *ledger : *transaction);
    LineWriter lines(out);
    const NewsroomStore newsroom(*transaction);
    auto site = newsroom.site(Instant::max()); // the newest facts
    if (!site)
        return site.error();
    auto workflow = newsroom.workflow();
    if (!workflow)
        return workflow.error();
    const std::array<std::function<Result<void>()>, 13> parts{
        [&] {
            return forEachArticle(*transaction,
                                  [&](const Article &article) { return dumpArticle(*transaction, article, lines); });
        },
        [&] { return dumpAudit(*transaction, lines); },
        [&] { return counts ? dumpItemViews(*counts, lines) : Result<void>(); },
        [&] { return dumpAll("media", MediaStore(*transaction).all(), lines); },
        [&] { return counts ? dumpOpeningBalance(*counts, lines) : Result<void>(); },
        [&] {
            return forEachOther(*transaction, [&](const RecordStore &records, const Key &key) {
                return dumpRecord(records, key, lines);
            });
        },
        [&] {
            return forEachOther(*transaction, [&](const RecordStore &records, const Key &key) {
                return dumpRecordVersions(records, key, lines);
            });
        },
        [&] {
            return forEachArticle(*transaction,
                                  [&](const Article &article) { return dumpRevisions(*transaction, article, lines); });
        },
        [&] { return dumpAll("section", newsroom.sections(), lines); },
        [&] { return lines.add("site", QByteArray(), toJson(*site)); },
        [&] { return dumpAll("user", UserStore(*transaction).all(), lines); },
        [&] { return counts ? dumpVisitDays(*counts, lines) : Result<void>(); },
        [&] { return lines.add("workflow", QByteArray(), toJson(*workflow)); },
    };
    for (const auto &part : parts) {
        if (auto done = part(); !done)
            return done;
    }
    return {};
}

} // namespace toasoan
