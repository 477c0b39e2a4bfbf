#include "storage/GenreStore.h"

#include "storage/PublicEntries.h"
#include "storage/RecordStore.h"

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr int most = 500;

} // namespace

Result<Genres> readGenres(Transaction &transaction)
{
    auto records = RecordStore(transaction).all(nounOf<Genre>());
    if (!records)
        return records.error();
    if (records->empty())
        return Genres();
    const auto placeOf = [](const FullRecord &record) {
        return std::pair(QJsonDocument::fromJson(record.content)["place"_L1].toString(), record.title);
    };
    std::ranges::sort(*records, {}, placeOf);
    std::vector<Genre> genres;
    for (const FullRecord &record : *records) {
        genres.push_back(readEntry<Genre>(record.content));
        genres.back().isClosed = record.state != State::Published;
    }
    return Genres(std::move(genres));
}

Result<Genres> readPublicGenres(Transaction &transaction)
{
    auto genres = PublicEntries(transaction).all<Genre>(most);
    if (!genres)
        return genres.error();
    return genres->empty() ? Genres() : Genres(*std::move(genres));
}

} // namespace toasoan
