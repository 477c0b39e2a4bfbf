#include "protocol/Feed.h"

#include "base/Json.h"

namespace toasoan {

using namespace Qt::StringLiterals;

QJsonObject toJson(const FeedPage &page)
{
    QJsonArray entries;
    for (const FeedEntry &entry : page.entries) {
        entries.append(QJsonObject{{"sequence"_L1, entry.sequence},
                                   {"noun"_L1, entry.noun},
                                   {"id"_L1, entry.id},
                                   {"value"_L1, entry.value ? QJsonValue(*entry.value) : QJsonValue()}});
    }
    return {{"epoch"_L1, page.epoch}, {"next"_L1, page.next}, {"newest"_L1, page.newest}, {"more"_L1, page.more},
            {"now"_L1, page.now},     {"view"_L1, page.view}, {"entries"_L1, entries}};
}

Result<FeedPage> feedPageFromJson(const QJsonObject &json)
{
    JsonReader reader(json, u"feed"_s);
    FeedPage page{.epoch = reader.text("epoch"_L1),
                  .next = reader.integer("next"_L1),
                  .newest = 0,
                  .more = reader.flag("more"_L1),
                  .now = reader.integer("now"_L1),
                  .entries = {}};
    page.newest = reader.findInteger("newest"_L1).value_or(0);
    page.view = reader.textOr("view"_L1);
    for (const QJsonValue &value : reader.array("entries"_L1)) {
        const QJsonObject object = value.toObject();
        JsonReader entry(object, u"feed.entries"_s);
        page.entries.push_back({.sequence = entry.integer("sequence"_L1),
                                .noun = entry.text("noun"_L1),
                                .id = entry.text("id"_L1),
                                .value = {}});
        // Of a noun of a newer server it may be anything; of one that is known it must be more than nothing.
        if (entry.has("value"_L1))
            page.entries.back().value = object.value("value"_L1).toObject();
        if (entry.failed())
            reader.fail(entry.error());
    }
    if (reader.failed())
        return reader.error();
    return page;
}

QJsonObject toJson(const View &view)
{
    QJsonObject nouns;
    for (auto noun = view.nouns.begin(); noun != view.nouns.end(); ++noun)
        nouns.insert(noun.key(), noun.value());
    return {{"epoch"_L1, view.epoch}, {"newest"_L1, view.newest}, {"view"_L1, view.all}, {"nouns"_L1, nouns}};
}

Result<View> viewFromJson(const QJsonObject &json)
{
    JsonReader reader(json, u"view"_s);
    View view{.epoch = reader.text("epoch"_L1),
              .newest = reader.integer("newest"_L1),
              .all = reader.text("view"_L1),
              .nouns = {}};
    const QJsonObject nouns = reader.object("nouns"_L1);
    if (reader.failed())
        return reader.error();
    for (auto noun = nouns.begin(); noun != nouns.end(); ++noun)
        view.nouns.insert(noun.key(), noun.value().toString());
    return view;
}

} // namespace toasoan
