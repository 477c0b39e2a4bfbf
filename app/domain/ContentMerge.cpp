#include "domain/ContentMerge.h"

#include "document/Document.h"
#include "domain/Others.h"

namespace toasoan {

namespace {

const QString &nameOf(const QString &tag)
{
    return tag;
}

const QString &nameOf(const Byline &byline)
{
    return byline.name;
}

const QString &mergeEntry(const QString &base, const QString &theirs, const QString &mine)
{
    return document::changedOne(base, theirs, mine);
}

Byline mergeEntry(const Byline &base, const Byline &theirs, const Byline &mine)
{
    return {.name = document::changedOne(base.name, theirs.name, mine.name),
            .share = document::changedOne(base.share, theirs.share, mine.share),
            .others = mergeOthers(base.others, theirs.others, mine.others)};
}

/// A list in which each entry stands once, and the order says something: tags, names under an item.
template <typename Entry>
using Entries = std::vector<Entry>;

// What became of each entry of `base` in `side`: its place there, nothing if it is gone. One that is there under the
// same name with another share is the same entry.
template <typename Entry>
std::vector<std::optional<std::size_t>> placesIn(const Entries<Entry> &side, const Entries<Entry> &base)
{
    std::vector<std::optional<std::size_t>> places(base.size());
    std::vector<bool> isTaken(side.size(), false);
    const auto find = [&](const auto &isTheSame) {
        for (std::size_t i = 0; i < base.size(); ++i) {
            for (std::size_t at = 0; !places[i] && at < side.size(); ++at) {
                if (isTaken[at] || !isTheSame(base[i], side[at]))
                    continue;
                places[i] = at;
                isTaken[at] = true;
            }
        }
    };
    find([](const Entry &one, const Entry &other) { return one == other; });
    find([](const Entry &one, const Entry &other) { return nameOf(one) == nameOf(other); });
    return places;
}

// Merges lists that both sides have changed.
template <typename Entry>
class ListMerge
{
public:
    ListMerge(const Entries<Entry> &base, const Entries<Entry> &theirs, const Entries<Entry> &mine)
    {
        const auto inTheirs = placesIn(theirs, base);
        const auto inMine = placesIn(mine, base);
        for (std::size_t i = 0; i < base.size(); ++i)
            takeOver(base[i], entryAt(theirs, inTheirs[i]), entryAt(mine, inMine[i]), {inTheirs[i], inMine[i]});
        takeAdded(theirs, inTheirs, mine, inMine);
    }

    [[nodiscard]] Entries<Entry> entries()
    {
        // Who moved entries says in which order those stand that both have; mine, if both did.
        const Place order = isInOrder(&Kept::inMine) ? &Kept::inTheirs : &Kept::inMine;
        std::vector<Kept> row;
        std::ranges::copy_if(m_kept, std::back_inserter(row), [](const Kept &kept) { return kept.isOfBoth(); });
        std::ranges::sort(row, {}, order);
        // The others come before what follows them on the side that has them.
        insert(row, &Kept::inTheirs, &Kept::inMine);
        insert(row, &Kept::inMine, &Kept::inTheirs);
        Entries<Entry> merged;
        for (const Kept &kept : row) {
            if (std::ranges::find(merged, kept.entry) == merged.end())
                merged.push_back(kept.entry);
        }
        return merged;
    }

private:
    struct Places
    {
        std::optional<std::size_t> inTheirs;
        std::optional<std::size_t> inMine;
    };
    struct Kept
    {
        Entry entry;
        std::optional<std::size_t> inTheirs;
        std::optional<std::size_t> inMine;

        [[nodiscard]] bool isOfBoth() const { return inTheirs && inMine; }
    };
    using Place = std::optional<std::size_t> Kept::*;

    static const Entry *entryAt(const Entries<Entry> &side, std::optional<std::size_t> place)
    {
        return place ? &side[*place] : nullptr;
    }

    // What one side took out and the other left alone is out; what the other gave another share stays.
    void takeOver(const Entry &base, const Entry *theirs, const Entry *mine, const Places &places)
    {
        if (theirs && mine)
            m_kept.push_back({mergeEntry(base, *theirs, *mine), places.inTheirs, places.inMine});
        else if (theirs && *theirs != base)
            m_kept.push_back({*theirs, places.inTheirs, {}});
        else if (mine && *mine != base)
            m_kept.push_back({*mine, {}, places.inMine});
        if (theirs && mine)
            m_moved.push_back(places);
    }

    void takeAdded(const Entries<Entry> &theirs, const std::vector<std::optional<std::size_t>> &knownTheirs,
                   const Entries<Entry> &mine, const std::vector<std::optional<std::size_t>> &knownMine)
    {
        const auto isAdded = [](std::size_t place, const auto &known) {
            return std::ranges::find(known, std::optional(place)) == known.end();
        };
        std::vector<bool> isTaken(mine.size(), false);
        for (std::size_t place = 0; place < theirs.size(); ++place) {
            if (!isAdded(place, knownTheirs))
                continue;
            Kept kept{theirs[place], place, {}};
            for (std::size_t other = 0; other < mine.size() && !kept.inMine; ++other) {
                if (isTaken[other] || mine[other] != theirs[place] || !isAdded(other, knownMine))
                    continue;
                kept.inMine = other; // both added it
                isTaken[other] = true;
            }
            m_kept.push_back(std::move(kept));
        }
        for (std::size_t place = 0; place < mine.size(); ++place) {
            if (isAdded(place, knownMine) && !isTaken[place])
                m_kept.push_back({mine[place], {}, place});
        }
    }

    // Whether the entries that all three have stand there in the order of the base.
    [[nodiscard]] bool isInOrder(Place side) const
    {
        const auto place = side == Place(&Kept::inMine) ? &Places::inMine : &Places::inTheirs;
        return std::ranges::is_sorted(m_moved, {}, place);
    }

    void insert(std::vector<Kept> &row, Place here, Place there) const
    {
        std::vector<Kept> alone;
        std::ranges::copy_if(m_kept, std::back_inserter(alone),
                             [&](const Kept &kept) { return kept.*here && !(kept.*there); });
        std::ranges::sort(alone, {}, here);
        for (const Kept &kept : alone) {
            auto next = row.end();
            for (auto other = row.begin(); other != row.end(); ++other) {
                const bool follows = (*other).*here && (*other).*here > kept.*here;
                if (follows && (next == row.end() || (*other).*here < (*next).*here))
                    next = other;
            }
            row.insert(next, kept);
        }
    }

    std::vector<Kept> m_kept;
    std::vector<Places> m_moved; ///< of entries that all three have, in the order of the base
};

template <typename List>
List mergeList(const List &base, const List &theirs, const List &mine)
{
    if (theirs == base || theirs == mine)
        return mine;
    if (mine == base)
        return theirs;
    using Entry = typename List::value_type;
    const auto entriesOf = [](const List &list) { return Entries<Entry>(list.begin(), list.end()); };
    const auto merged = ListMerge<Entry>(entriesOf(base), entriesOf(theirs), entriesOf(mine)).entries();
    return List(merged.begin(), merged.end());
}

// The fields whose two wordings nobody has chosen between: one that a side has settled is settled.
std::vector<TextField> openConflicts(const std::vector<TextField> &base, const std::vector<TextField> &theirs,
                                     const std::vector<TextField> &mine)
{
    const auto has = [](const std::vector<TextField> &fields, TextField field) {
        return std::ranges::find(fields, field) != fields.end();
    };
    std::vector<TextField> open;
    for (const TextField field : allTextFields) {
        if (document::changedOne(has(base, field), has(theirs, field), has(mine, field)))
            open.push_back(field);
    }
    return open;
}

template <typename Value>
bool isChangedByBoth(const Value &base, const Value &theirs, const Value &mine)
{
    return theirs != base && mine != base && theirs != mine;
}

// Of one value that decides who may what, and where the item stands: who came second is told, and chooses anew.
template <typename Value>
const Value &changedFirst(const Value &base, const Value &theirs, const Value &mine)
{
    return theirs == base ? mine : theirs;
}

Result<document::Node> readBody(const QByteArray &body)
{
    return body.isEmpty() ? Result<document::Node>(document::emptyDocument()) : document::readStored(body);
}

} // namespace

Result<Content> mergeContent(const Content &base, const Content &theirs, const Content &mine)
{
    if (mine == base)
        return theirs;
    if (theirs == base || theirs == mine)
        return mine;

    // Of each field too it is asked first who changed it at all: what one side alone touched is as that side left it.
    Content merged = theirs;
    merged.conflicts = openConflicts(base.conflicts, theirs.conflicts, mine.conflicts);
    for (const TextField field : allTextFields) {
        const auto member = memberOf(field);
        merged.*member = document::changedOne(base.*member, theirs.*member, mine.*member);
        if (!isChangedByBoth(base.*member, theirs.*member, mine.*member))
            continue;
        bool isNew = false;
        merged.*member = document::mergeText(base.*member, theirs.*member, mine.*member, &isNew);
        if (isNew && std::ranges::find(merged.conflicts, field) == merged.conflicts.end())
            merged.conflicts.push_back(field);
    }
    std::ranges::sort(merged.conflicts);
    merged.genre = changedFirst(base.genre, theirs.genre, mine.genre);
    merged.section = changedFirst(base.section, theirs.section, mine.section);
    merged.tags = mergeList(base.tags, theirs.tags, mine.tags);
    merged.bylines = mergeList(base.bylines, theirs.bylines, mine.bylines);

    // By the same rule as the single values: who came first has it.
    merged.others = mergeOthers(base.others, theirs.others, mine.others);

    merged.body = document::changedOne(base.body, theirs.body, mine.body);
    if (!isChangedByBoth(base.body, theirs.body, mine.body))
        return merged;
    auto baseBody = readBody(base.body);
    auto theirBody = readBody(theirs.body);
    auto myBody = readBody(mine.body);
    for (const auto *body : {&baseBody, &theirBody, &myBody}) {
        if (!*body)
            return body->error();
    }
    merged.body = document::toJson(document::merge(*baseBody, *theirBody, *myBody));
    return merged;
}

std::vector<QString> outvoted(const Content &base, const Content &theirs, const Content &mine)
{
    std::vector<QString> fields;
    if (isChangedByBoth(base.section, theirs.section, mine.section))
        fields.push_back(QStringLiteral("content.section"));
    if (isChangedByBoth(base.genre, theirs.genre, mine.genre))
        fields.push_back(QStringLiteral("content.genre"));
    return fields;
}

bool hasConflict(const Content &content)
{
    if (!content.conflicts.empty())
        return true;
    const auto body = readBody(content.body);
    return body && document::hasConflict(*body);
}

} // namespace toasoan
