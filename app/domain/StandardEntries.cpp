#include "domain/StandardEntries.h"

#include "domain/Genres.h"
#include "domain/Rank.h"

namespace toasoan {

std::vector<StandardEntry> standardEntries(const Register &described)
{
    std::vector<StandardEntry> entries;
    if (described.isSingle)
        return {{.id = RecordId{idOfSingle(described.noun)}, .content = "{}"}};
    if (toText(described.noun) != QLatin1StringView(Genre::noun))
        return entries;
    QString place;
    for (Genre genre : standardGenres()) {
        QJsonObject says = writtenEntry(genre);
        place = rankBetween(place, {});
        says.insert(u"place"_s, place);
        entries.push_back({.id = RecordId{idOfName(u"genre:"_s + genre.code)},
                           .content = QJsonDocument(says).toJson(QJsonDocument::Compact)});
    }
    return entries;
}

} // namespace toasoan
