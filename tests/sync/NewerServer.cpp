#include "sync/NewerServer.h"

#include "base/Id.h"
#include "protocol/RecordJson.h"
#include "storage/ChangeStore.h"
#include "storage/NewsroomStore.h"
#include "storage/Statement.h"
#include "sync/WorldDatabases.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace toasoan::test {

using namespace Qt::StringLiterals;

namespace {

QJsonObject jsonOf(const FeedPage &page)
{
    return QJsonDocument::fromJson(toBody(page)).object();
}

// A row of an array whose rows are told apart by a word: one of a word that nobody knows.
void addUnknownRow(QJsonArray &rows, const QString &key, SeededDice &dice)
{
    if (rows.isEmpty() || !rows.first().toObject().contains(key))
        return;
    const auto place = qsizetype(dice.below(quint64(rows.size()) + 1));
    QJsonObject row = rows[std::min(place, rows.size() - 1)].toObject();
    row[key] = u"ofTomorrow"_s;
    rows.insert(place, row);
}

} // namespace

void NewerServer::change(Transaction &transaction, Instant now)
{
    const bool isArticle = happens(8);
    const QString noun = isArticle ? u"article"_s : happens(2) ? u"brochure"_s : u"leaflet"_s;
    const QString id = isArticle || happens(3) ? Uuid::version7(now, m_dice).toText() : u"number-1"_s;
    std::erase_if(m_entries,
                  [&](const auto &entry) { return entry.second["noun"_L1] == noun && entry.second["id"_L1] == id; });
    const qint64 sequence = required(NewsroomStore(transaction).next(u"sequence"_s), "sequence");
    Statement statement(transaction, R"(
        INSERT INTO changes (sequence, noun, id, at)
        VALUES (:sequence, :noun, :id, :now)
        ON CONFLICT (noun, id) DO UPDATE SET
            sequence = excluded.sequence
    )");
    statement.bind("sequence", sequence);
    statement.bind("noun", noun);
    statement.bind("id", id);
    statement.bind("now", now);
    required(statement.run(), "change");
    QJsonValue value = something();
    if (isArticle) {
        ++m_unreadable;
        QJsonObject article = toJson(RecordSnapshot());
        article["id"_L1] = id;
        article["state"_L1] = u"ofTomorrow"_s;
        value = article;
    }
    m_entries[sequence] = {{u"sequence"_s, sequence}, {u"noun"_s, noun}, {u"id"_s, id}, {u"value"_s, value}};
}

bool NewerServer::tells(qint64 after, qint64 last) const
{
    const auto next = m_entries.upper_bound(after);
    return next != m_entries.end() && next->first <= last;
}

QByteArray NewerServer::page(const FeedPage &page, qint64 after)
{
    std::map<qint64, QJsonValue> entries = ofPage(page);
    for (auto own = m_entries.upper_bound(after); own != m_entries.end() && own->first <= page.next; ++own)
        entries[own->first] = own->second;
    QJsonArray all;
    for (const auto &[sequence, entry] : entries)
        all.append(entry);
    return told(page, all);
}

QByteArray NewerServer::pull(const FeedPage &page, const Noun &noun, qint64 before)
{
    std::map<qint64, QJsonValue> entries = ofPage(page);
    for (auto own = m_entries.lower_bound(page.more ? page.next : 0); own != m_entries.end() && own->first < before;
         ++own) {
        if (own->second["noun"_L1] == toText(noun))
            entries[own->first] = own->second;
    }
    QJsonArray all;
    for (const auto &[sequence, entry] : entries)
        all.prepend(entry);
    return told(page, all);
}

std::map<qint64, QJsonValue> NewerServer::ofPage(const FeedPage &page)
{
    std::map<qint64, QJsonValue> entries;
    for (const QJsonValue &entry : jsonOf(page)["entries"_L1].toArray())
        entries[entry["sequence"_L1].toInteger()] = entry;
    return entries;
}

QByteArray NewerServer::told(const FeedPage &page, const QJsonArray &entries)
{
    QJsonObject json = jsonOf(page);
    json["entries"_L1] = entries;
    return QJsonDocument(said(json)).toJson(QJsonDocument::Compact);
}

QJsonObject NewerServer::said(const QJsonObject &json)
{
    return enriched(json).toObject();
}

QJsonValue NewerServer::something()
{
    switch (m_dice.below(6)) {
    case 0:
        return {};
    case 1:
        return 7;
    case 2:
        return u"text"_s;
    case 3:
        return false;
    case 4:
        return QJsonArray{1, QJsonObject{{u"id"_s, u"x"_s}}};
    default:
        return QJsonObject{{u"id"_s, u"x"_s}, {u"state"_s, u"ofTomorrow"_s}};
    }
}

QJsonValue NewerServer::enriched(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue &each : value.toArray())
            array.append(enriched(each));
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object;
    const QJsonObject before = value.toObject();
    for (auto member = before.begin(); member != before.end(); ++member) {
        if (member.key() == "content"_L1) {
            object[member.key()] = member.value();
            continue;
        }
        QJsonValue after = enriched(member.value());
        if (after.isArray() && happens(3)) {
            QJsonArray rows = after.toArray();
            if (member.key() == "decisions"_L1 || member.key() == "transitions"_L1)
                addUnknownRow(rows, u"step"_s, m_dice);
            else if (member.key() == "grants"_L1)
                addUnknownRow(rows, u"role"_s, m_dice);
            after = rows;
        }
        object[member.key()] = after;
    }
    // "Treat a code that you do not know as internal": it is tried again.
    if (object.contains("code"_L1) && object["code"_L1] != "unauthenticated"_L1 && happens(10))
        object["code"_L1] = u"ofTomorrow"_s;
    for (const QString &name : {u"unit"_s, u"rank"_s}) {
        if (happens(3))
            object[name] = something();
    }
    return object;
}

} // namespace toasoan::test
