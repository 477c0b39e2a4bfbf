#include "sync/EntryViews.h"

#include "protocol/Wire.h"
#include "storage/RecordStore.h"

namespace toasoan {

using namespace Qt::StringLiterals;

Result<EntryView> EntryViews::entry(const Key &key)
{
    auto made = showRecord(m_views.replayContext(), key);
    if (!made)
        return made.error();
    if (!*made)
        return Error{ErrorCode::NotFound, u"entry"_s, key.id.toText()};
    ShownRecord &shown = **made;
    const Kind *kind = m_state.rules->find(key.noun);
    EntryView view;
    view.base = m_turns.current(key.id);
    view.saved = shown.saved;
    view.isGone = shown.isGone;
    view.stateAtServer = kind->beginsIn();
    if (shown.confirmed) {
        view.confirmedVersion = shown.confirmed->record.version;
        view.confirmedContent = shown.confirmed->record.content;
        view.savedBy = shown.confirmed->savedBy;
        view.stateAtServer = shown.confirmed->record.state;
        view.decisions = shown.confirmed->decisions;
    }
    view.record = std::move(shown.record);
    if (!shown.isGone) {
        const Actor actor = m_state.user.actor();
        view.allowedSteps = kind->chain().allowedSteps(view.record, actor);
        view.stepsWithReason = kind->chain().stepsWithReason(view.record, actor);
    }
    auto journal = readIn(m_database, [&](Transaction &transaction) { return DeskStore(transaction).journal(key.id); });
    if (!journal)
        return journal.error();
    view.isTyped = journal->has_value();
    auto waiting = m_views.waitingOf(key);
    if (!waiting)
        return waiting.error();
    view.waiting = *std::move(waiting);
    return view;
}

Result<EntryLine> EntryViews::lineOf(Transaction &transaction, const Noun &noun, const EntryRow &row)
{
    EntryLine line{.id = row.id, .state = row.state, .updatedAt = row.updatedAt, .content = {}};
    auto record = RecordStore(transaction).fullMaybe(row.id);
    if (!record)
        return record.error();
    if (*record) {
        line.content = (*record)->content;
        line.reason = (*record)->reason;
    }
    if (!m_state.localEntries.contains(row.id))
        return line;
    auto work = LocalWork::load(transaction, *m_state.rules, {.noun = noun, .id = row.id});
    if (!work)
        return isOfUnreadableWork(work.error()) ? Result<EntryLine>(line) : work.error();
    line.isWaiting = !work->commands().empty();
    line.isRefused = work->refused() != nullptr;
    line.isTyped = work->journal().has_value();
    if (const QByteArray *text = work->text())
        line.content = *text;
    for (const GivenCommand &given : work->commands()) {
        if (const auto *move = std::get_if<Move>(&given.command); move && !move->reason.isEmpty())
            line.reason = move->reason;
    }
    return line;
}

Result<std::map<QString, std::vector<EntryCount>>> EntryViews::countFacets(EntryStore &entries, const Projection &from,
                                                                           const EntryQuery &query)
{
    auto known = m_facets.find(query.noun);
    if (known == m_facets.end() || !known->isOf(from)) {
        auto read = FacetTable::read(entries, from);
        if (!read)
            return read.error();
        known = m_facets.insert(query.noun, *std::move(read));
    }
    const EntryFilter &filter = query.filter;
    if (filter.words.isEmpty() && !filter.inForceOn)
        return known->counts(filter, nullptr);
    EntryFilter others = filter;
    others.codes.clear();
    others.states = EntryFilter::States::All;
    const auto found = entries.ids(from, others);
    if (!found)
        return found.error();
    return known->counts(filter, &*found);
}

void EntryViews::follow(const Changes &changes)
{
    for (auto noun = changes.entries.begin(); noun != changes.entries.end(); ++noun) {
        const auto known = m_facets.find(noun.key());
        if (known == m_facets.end())
            continue;
        const auto followed = readIn(m_database, [&](Transaction &transaction) -> Result<void> {
            EntryStore entries(transaction);
            auto projection = entries.readable(noun.key(), Face::Board);
            if (!projection)
                return projection.error();
            if (!*projection || !known->isOf(**projection))
                return Error{ErrorCode::NotFound, u"projection"_s, {}};
            for (const RecordId id : noun.value()) {
                if (auto done = known->follow(entries, **projection, id); !done)
                    return done;
            }
            return {};
        });
        if (!followed)
            m_facets.erase(known); // read again when it is asked for
    }
}

Result<EntryPage> EntryViews::list(const EntryQuery &query)
{
    const Register *described = m_state.rules->findRegister(query.noun);
    if (!described)
        return Error{ErrorCode::Unsupported, u"noun"_s, toText(query.noun)};
    return readIn(m_database, [&](Transaction &transaction) -> Result<EntryPage> {
        EntryStore entries(transaction);
        EntryPage page;
        auto filled = entries.filled(query.noun, Face::Board);
        if (!filled)
            return filled.error();
        page.filled = *filled;
        auto projection = entries.readable(query.noun, Face::Board);
        if (!projection)
            return projection.error();
        if (!*projection)
            return page;
        auto rows = entries.list(**projection, query.filter, entryPage, query.offset);
        if (!rows)
            return rows.error();
        for (const EntryRow &row : *rows) {
            auto line = lineOf(transaction, query.noun, row);
            if (!line)
                return line.error();
            page.lines.append(*std::move(line));
        }
        auto count = entries.count(**projection, query.filter);
        if (!count)
            return count.error();
        page.count = *count;
        if (query.offset > 0)
            return page;
        auto facets = countFacets(entries, **projection, query);
        if (!facets)
            return facets.error();
        page.facets = *std::move(facets);
        return page;
    });
}

Result<QHash<QString, QString>> EntryViews::titles(const QStringList &ids)
{
    return readIn(m_database, [&](Transaction &transaction) -> Result<QHash<QString, QString>> {
        QHash<QString, QString> titles;
        for (const QString &text : ids) {
            const auto id = RecordId::fromText(text);
            if (!id)
                continue;
            auto record = RecordStore(transaction).head(*id);
            if (!record)
                return record.error();
            if (*record)
                titles.insert(text, (*record)->title);
        }
        return titles;
    });
}

Result<std::vector<Record>> EntryViews::linksTo(const Key &key)
{
    constexpr int most = 100;
    return readIn(m_database, [&](Transaction &transaction) -> Result<std::vector<Record>> {
        auto keys = EntryStore(transaction).linksTo(key.id.toText(), most);
        if (!keys)
            return keys.error();
        std::vector<Record> records;
        for (const Key &from : *keys) {
            auto record = RecordStore(transaction).head(from.id);
            if (!record)
                return record.error();
            if (*record)
                records.push_back(**std::move(record));
        }
        return records;
    });
}

Result<std::map<QString, QString>> EntryViews::sameKeys(const Key &key, const QByteArray &content)
{
    std::map<QString, QString> same;
    const Register *described = m_state.rules->findRegister(key.noun);
    if (!described)
        return same;
    const auto values = keyValues(*described, content);
    return readIn(m_database, [&](Transaction &transaction) -> Result<std::map<QString, QString>> {
        for (const UniqueKey &each : described->keys) {
            const auto value = values.find(each.name);
            if (value == values.end())
                continue;
            auto others = EntryStore(transaction).withKey(key.noun, each.name, value->second, key.id);
            if (!others)
                return others.error();
            for (const RecordId id : *others) {
                auto record = RecordStore(transaction).head(id);
                if (!record)
                    return record.error();
                if (*record && (*record)->state != State::Closed)
                    same.emplace(each.name, (*record)->title);
            }
        }
        return same;
    });
}

Result<std::vector<RecordVersion>> EntryViews::versions(const Key &key)
{
    return readIn(m_database, [&](Transaction &transaction) {
        return RecordStore(transaction).newestVersions(key.id, wire::mostVersions);
    });
}

Result<QString> EntryViews::lastRank(const Noun &noun)
{
    return readIn(m_database, [&](Transaction &transaction) -> Result<QString> {
        EntryStore entries(transaction);
        auto projection = entries.readable(noun, Face::Board);
        if (!projection)
            return projection.error();
        return *projection ? entries.lastRank(**projection) : Result<QString>(QString());
    });
}

} // namespace toasoan
