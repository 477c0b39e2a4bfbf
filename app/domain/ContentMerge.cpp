#include "domain/ContentMerge.h"

#include "document/Document.h"

namespace toasoan {

namespace {

template <typename List>
List mergeSet(const List &base, const List &theirs, const List &mine)
{
    const auto has = [](const List &list, const auto &entry) { return std::ranges::find(list, entry) != list.end(); };
    List merged;
    for (const auto &entry : theirs) {
        const bool droppedByMe = has(base, entry) && !has(mine, entry);
        if (!droppedByMe)
            merged.push_back(entry);
    }
    for (const auto &entry : mine) {
        if (!has(base, entry) && !has(theirs, entry))
            merged.push_back(entry);
    }
    return merged;
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

    Content merged = theirs;
    // A conflict that one side has settled is settled.
    merged.conflicts = mergeSet(base.conflicts, theirs.conflicts, mine.conflicts);
    for (const TextField field : allTextFields) {
        const auto member = memberOf(field);
        bool isNew = false;
        merged.*member = document::mergeText(base.*member, theirs.*member, mine.*member, &isNew);
        if (isNew && std::ranges::find(merged.conflicts, field) == merged.conflicts.end())
            merged.conflicts.push_back(field);
    }
    std::ranges::sort(merged.conflicts);
    merged.genre = document::changedOne(base.genre, theirs.genre, mine.genre);
    merged.section = document::changedOne(base.section, theirs.section, mine.section);
    merged.tags = mergeSet(base.tags, theirs.tags, mine.tags);
    merged.bylines = mergeSet(base.bylines, theirs.bylines, mine.bylines);

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

bool hasConflict(const Content &content)
{
    if (!content.conflicts.empty())
        return true;
    const auto body = readBody(content.body);
    return body && document::hasConflict(*body);
}

} // namespace toasoan
