#include "backend/Services.h"

#include "base/Log.h"
#include "storage/PublicationStore.h"

#include <algorithm>
#include <array>

namespace toasoan {

namespace {

// What a browser fetches because somebody may soon want to see it: Sec-Purpose (Fetch standard; "prefetch;prerender"),
// Purpose and X-Purpose (Chromium and Safari before it; "prefetch", "preview"), X-Moz (Firefox). When the reader comes,
// browsers show what they have without asking again, or ask without the field. A page that is never seen is no visit;
// neither is one that is fetched for something else than to be a page: a picture, a frame, a script's own question
// (Sec-Fetch-Dest, Fetch Metadata).
bool isNotForAReader(const http::Request &request)
{
    constexpr std::array<std::string_view, 4> fields{"Sec-Purpose", "Purpose", "X-Purpose", "X-Moz"};
    constexpr std::array<std::string_view, 3> purposes{"prefetch", "prerender", "preview"};
    return std::ranges::any_of(request.fields(), [&](const http::Field &field) {
        if (field.known != http::FieldName::Other)
            return false;
        if (http::equalsIgnoringCase(field.name, "Sec-Fetch-Dest"))
            return !field.value.empty() && !http::equalsIgnoringCase(field.value, "document");
        if (std::ranges::none_of(fields, [&](auto name) { return http::equalsIgnoringCase(field.name, name); }))
            return false;
        for (std::string_view rest = field.value; !rest.empty();) {
            const std::size_t end = rest.find_first_of(";, \t\"");
            const std::string_view word = rest.substr(0, end);
            if (std::ranges::any_of(purposes, [&](auto purpose) { return http::equalsIgnoringCase(word, purpose); }))
                return true;
            rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
        }
        return false;
    });
}

// What `step` was, which made the record what it is now.
PublicChange publicChange(Step step, const Record &record)
{
    // Publications are written by these two alone.
    if (!record.publication || (step != Step::Publish && step != Step::Unpublish))
        return PublicChange::None;
    const bool isFirst = step == Step::Publish && record.publication->at == record.publication->firstAt;
    return isFirst ? PublicChange::Came : PublicChange::Other;
}

} // namespace

void Services::followPublicChange(qint64 number, PublicChange change)
{
    switch (change) {
    case PublicChange::None:
        break;
    case PublicChange::Came:
        pages.itemCame();
        searches.itemCame();
        break;
    case PublicChange::Other:
        // What was taken down stands in lists and among what was found, too.
        pages.drop(number);
        searches.dropAll();
        break;
    }
}

void Services::dropAllPages()
{
    pages.dropAll();
    searches.dropAll();
}

void Services::changesAreKnown()
{
    const Instant now = clock.now();
    pages.changesAreKnown(now);
    searches.changesAreKnown(now);
}

void Services::announce(const CommandAnswer &answer, Step step)
{
    if (!answer.hasChanged)
        return; // the newest change is another's, perhaps
    const PublicChange change = publicChange(step, *answer.record);
    if (answer.record->publication)
        followPublicChange(answer.record->publication->number, change);
    // A draft that was saved drops nothing, and another server may have taken the item down just before.
    ownChanges.add(answer.sequence, change == PublicChange::None ? answer.sequenceBefore : 0);
    feed.announce(answer.sequence);
}

void Services::recordVisit(const http::Request &request, qint64 itemNumber, Instant now)
{
    if (request.method() != http::Method::Get)
        return;
    if (isNotForAReader(request))
        return;
    // Whom the proxy did not name by an address is told apart by what it said instead.
    if (!request.isPeerKnown())
        logUnknownClient();
    const auto &bytes = request.peer().bytes;
    const std::string_view address{reinterpret_cast<const char *>(bytes.data()), bytes.size()};
    visits.record(request.shard(),
                  {.address = request.isPeerKnown() ? address : request.peerAlias(),
                   .userAgent = request.field(http::FieldName::UserAgent).value_or(""),
                   .page = std::hash<std::string_view>()(request.rawPath()),
                   .articleNumber = itemNumber > 0 ? std::optional(itemNumber) : std::nullopt,
                   .at = now});
}

std::vector<qint64> Services::mostRead(Transaction &transaction, std::size_t count)
{
    constexpr int amongNewest = 200;
    const Instant now = clock.now();
    const std::lock_guard lock(mostReadMutex);
    if (now - mostReadAt < PageCache::freshFor && now >= mostReadAt)
        return mostReadNumbers;
    auto items = PublicationStore(transaction).newest(std::nullopt, std::nullopt, amongNewest);
    if (!items)
        return mostReadNumbers;
    std::ranges::stable_sort(*items, std::greater(),
                             [this](const PublicItem &item) { return visits.views(item.number); });
    mostReadNumbers.clear();
    for (const PublicItem &item : *items) {
        if (mostReadNumbers.size() < count && visits.views(item.number) > 0)
            mostReadNumbers.push_back(item.number);
    }
    mostReadAt = now;
    return mostReadNumbers;
}

void logUnknownClient()
{
    writeLogSparsely(LogLevel::Warning, "proxy.clientUnknown", {});
}

} // namespace toasoan
