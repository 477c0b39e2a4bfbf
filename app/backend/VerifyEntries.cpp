#include "backend/VerifyEntries.h"

#include "actions/NewsroomRules.h"
#include "domain/EntryStruct.h"
#include "domain/registers/ItemChain.h"
#include "storage/EntryStore.h"
#include "storage/RecordStore.h"

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr int page = 1000;

Error corrupt(const QString &what, RecordId id)
{
    return Error{ErrorCode::Corrupt, what, id.toText()};
}

Result<void> checkVersions(const RecordStore &records, const FullRecord &record)
{
    const auto versions = records.versions(record.id);
    if (!versions)
        return versions.error();
    for (const Version number : *versions) {
        const auto version = records.version(record.id, number);
        if (!version)
            return version.error();
        if (hashOf(version->content) != version->contentHash)
            return corrupt(u"record.contentHash"_s, record.id);
    }
    if (versions->empty() || versions->back() != record.version || hashOf(record.content) != record.contentHash)
        return corrupt(u"record.revision"_s, record.id);
    return {};
}

// The rules go by the table; what people read and change is the entry.
Result<void> checkChainEntry(Transaction &transaction, const NewsroomRules &rules)
{
    const auto entry = RecordStore(transaction).fullMaybe(RecordId{idOfSingle(nounOf<ItemChain>())});
    if (!entry || !*entry)
        return entry ? Result<void>() : entry.error();
    const auto chain = chainOf((*entry)->content);
    return chain && *chain == rules.itemChain() ? Result<void>() : corrupt(u"entry.itemChain"_s, (*entry)->id);
}

// Of what goes along a chain readers have the version that was approved and published, while the next is written.
Result<void> checkPublicRow(const RecordStore &records, const Noun &noun, const EntryRow &row)
{
    const auto record = records.fullMaybe(row.id);
    if (!record)
        return record.error();
    if (!*record || (*record)->noun != noun)
        return corrupt(u"entry.public"_s, row.id);
    const auto &publication = (*record)->publication;
    if (!publication)
        return (*record)->state == State::Published && (*record)->content == row.content
            ? Result<void>()
            : corrupt(u"entry.public"_s, row.id);
    const auto version = records.version(row.id, publication->version);
    if (!version)
        return version.error();
    if (!publication->isLive() || version->content != row.content)
        return corrupt(u"entry.public"_s, row.id);
    const auto decisions = records.decisions(row.id);
    if (!decisions)
        return decisions.error();
    const bool isApproved = std::ranges::any_of(*decisions, [&](const Decision &decision) {
        return decision.step == Step::Approve && decision.version == publication->version;
    });
    return isApproved ? Result<void>() : corrupt(u"entry.approval"_s, row.id);
}

} // namespace

Result<void> checkEntries(Transaction &transaction)
{
    const RecordStore records(transaction);
    auto rules = readRules(transaction);
    if (!rules)
        return rules.error();
    if (auto sound = checkChainEntry(transaction, **rules); !sound)
        return sound;
    RecordId last;
    while (true) {
        const auto keys = records.keysBesideItems(last, page);
        if (!keys)
            return keys.error();
        for (const Key &key : *keys) {
            const auto record = records.full(key.id);
            if (!record)
                return record.error();
            if (auto sound = checkVersions(records, *record); !sound)
                return sound;
        }
        if (std::ssize(*keys) < page)
            break;
        last = keys->back().id;
    }
    // Readers' side: of each register what they have is what the newest says, of those that are in use alone.
    EntryStore entries(transaction);
    for (const Register &described : (*rules)->registers()) {
        auto projection = entries.readable(described.noun, Face::Public);
        if (!projection)
            return projection.error();
        if (!*projection)
            continue;
        for (qint64 offset = 0;; offset += page) {
            const auto rows = entries.list(**projection, {.states = EntryFilter::States::All}, page, offset);
            if (!rows)
                return rows.error();
            for (const EntryRow &row : *rows) {
                if (auto sound = checkPublicRow(records, described.noun, row); !sound)
                    return sound;
            }
            if (std::ssize(*rows) < page)
                break;
        }
    }
    return {};
}

} // namespace toasoan
