#include "backend/Services.h"

#include "storage/PublicationStore.h"

namespace toasoan {

void Services::announce(const Article &article, qint64 sequence)
{
    if (article.publication)
        pages.drop(article.publication->number);
    ownChanges.add(sequence);
    feed.announce(sequence);
}

void Services::recordVisit(const http::Request &request, qint64 itemNumber, Instant now)
{
    if (request.method() != http::Method::Get)
        return;
    const auto &address = request.peer().bytes;
    visits.record(request.shard(),
                  {.address = {reinterpret_cast<const char *>(address.data()), address.size()},
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

} // namespace toasoan
