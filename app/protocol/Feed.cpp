#include "protocol/Feed.h"

#include "base/Json.h"
#include "protocol/LiftedValues.h"

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// An object with one more member, whose value is JSON already. The object has others.
QByteArray with(QByteArray object, const char *member, const QByteArray &value)
{
    object.chop(1);
    object.append(",\"").append(member).append("\":").append(value).append('}');
    return object;
}

QByteArray bodyOf(const FeedEntry &entry)
{
    const QByteArray head = jsonText({{"sequence"_L1, entry.sequence}, {"noun"_L1, entry.noun}, {"id"_L1, entry.id}});
    return with(head, "value", entry.value.value_or("null"));
}

// As it stood in the page, or, where it was not lifted out of that, as it reads.
QByteArray valueOf(const QJsonValue &value, const std::vector<QByteArray> &lifted)
{
    if (value.isObject())
        return jsonText(value.toObject());
    const auto place = std::size_t(value.toInteger(-1));
    return place < lifted.size() ? lifted[place] : QByteArray();
}

} // namespace

QByteArray toBody(const FeedPage &page)
{
    QByteArray entries = "[";
    for (const FeedEntry &entry : page.entries) {
        if (entries.size() > 1)
            entries.append(',');
        entries.append(bodyOf(entry));
    }
    const QByteArray head = jsonText({{"epoch"_L1, page.epoch},
                                      {"next"_L1, page.next},
                                      {"newest"_L1, page.newest},
                                      {"more"_L1, page.more},
                                      {"now"_L1, page.now},
                                      {"view"_L1, page.view}});
    return with(head, "entries", entries.append(']'));
}

Result<FeedPage> feedPageFromBody(const QByteArray &body)
{
    const LiftedValues lifted = liftValues(body);
    const QJsonObject json = jsonObject(lifted.rest);
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
            page.entries.back().value = valueOf(object.value("value"_L1), lifted.values);
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
