// What stands beside the projections: what no two entries may say the same, and what refers to what. Part of
// EntryStore.
#include "storage/EntryStore.h"

#include "storage/Reading.h"
#include "text/Vietnamese.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

std::map<QString, QString> keyValues(const Register &described, const QByteArray &content)
{
    const QJsonObject says = QJsonDocument::fromJson(content).object();
    std::map<QString, QString> values;
    for (const UniqueKey &key : described.keys) {
        QStringList parts;
        for (const QString &part : key.parts) {
            const QJsonValue value = says[part];
            parts.append(value.isString()
                             ? foldKeepingAccents(value.toString())
                             : QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact)));
            if (value.isUndefined())
                parts.last().clear();
        }
        if (!parts.contains(QString()))
            values.emplace(key.name, parts.join(u'\n'));
    }
    return values;
}

Result<void> EntryStore::putBeside(const Register &described, RecordId id, const QByteArray &content)
{
    if (auto put = putKeys(described.noun, id, keyValues(described, content)); !put)
        return put;
    return putLinks({.noun = described.noun, .id = id}, entry::links(described, content));
}

Result<void> EntryStore::putKeys(const Noun &noun, RecordId id, const std::map<QString, QString> &values)
{
    Statement forgetting(m_transaction, "DELETE FROM entry_keys WHERE id = :id");
    forgetting.bind("id", id);
    if (auto done = forgetting.run(); !done)
        return done;
    for (const auto &[name, value] : values) {
        Statement statement(m_transaction, R"(
            INSERT INTO entry_keys (noun, name, value, id)
            VALUES (:noun, :name, :value, :id)
        )");
        statement.bind("noun", toText(noun));
        statement.bind("name", name);
        statement.bind("value", value);
        statement.bind("id", id);
        if (auto done = statement.run(); !done)
            return done;
    }
    return {};
}

Result<std::vector<RecordId>> EntryStore::withKey(const Noun &noun, const QString &name, const QString &value,
                                                  RecordId butNot) const
{
    Statement statement(m_transaction, R"(
        SELECT id
        FROM entry_keys
        WHERE noun = :noun AND name = :name AND value = :value AND id <> :butNot
        ORDER BY id
    )");
    statement.bind("noun", toText(noun));
    statement.bind("name", name);
    statement.bind("value", value);
    statement.bind("butNot", butNot);
    return statement.all([](const Statement &row) { return row.id<RecordId>(0); });
}

Result<void> EntryStore::putLinks(const Key &from, const std::vector<entry::Link> &links)
{
    Statement forgetting(m_transaction, "DELETE FROM links WHERE id = :id");
    forgetting.bind("id", from.id);
    if (auto done = forgetting.run(); !done)
        return done;
    for (const entry::Link &link : links) {
        Statement statement(m_transaction, R"(
            INSERT INTO links (id, field, to_id, noun, to_noun)
            VALUES (:id, :field, :toId, :noun, :toNoun)
            ON CONFLICT (id, field, to_id) DO NOTHING
        )");
        statement.bind("id", from.id);
        statement.bind("field", link.field);
        statement.bind("toId", link.id);
        statement.bind("noun", toText(from.noun));
        statement.bind("toNoun", toText(link.noun));
        if (auto done = statement.run(); !done)
            return done;
    }
    return {};
}

Result<bool> EntryStore::isPublicPicture(MediaId media)
{
    // Those that ever had it; what readers have of them says whether they do now.
    Statement statement(m_transaction, R"(
        SELECT h.id, h.noun
        FROM record_media a
        JOIN records h ON h.id = a.record_id
        WHERE a.media_id = :media
            AND EXISTS (SELECT 1 FROM projections p WHERE p.noun = h.noun AND p.face = 'public')
        ORDER BY h.noun
    )");
    statement.bind("media", media);
    const auto keys =
        statement.all([](const Statement &row) { return Key{.noun = Noun(row.text(1)), .id = row.id<RecordId>(0)}; });
    if (!keys)
        return keys.error();
    for (const Key &key : *keys) {
        auto projection = readable(key.noun, Face::Public);
        if (!projection)
            return projection.error();
        auto row = *projection ? find(**projection, key.id) : Result<std::optional<EntryRow>>(std::nullopt);
        if (!row)
            return row.error();
        const QString id = media.toText();
        if (!*row || !(*row)->content.contains(id.toLatin1()))
            continue;
        const auto links = entry::links((*projection)->described(), (*row)->content);
        if (std::ranges::any_of(links,
                                [&](const entry::Link &link) { return link.noun == nouns::media && link.id == id; }))
            return true;
    }
    return false;
}

Result<bool> EntryStore::wasTakenDown(const Noun &noun, const QString &name, const QString &value) const
{
    Statement statement(m_transaction, R"(
        SELECT COUNT(*)
        FROM entry_keys k
        JOIN records h ON h.id = k.id
        WHERE k.noun = :noun AND k.name = :name AND k.value = :value AND h.taken_down_at IS NOT NULL
    )");
    statement.bind("noun", toText(noun));
    statement.bind("name", name);
    statement.bind("value", value);
    auto count = oneInteger(statement);
    return count ? Result<bool>(*count > 0) : Result<bool>(count.error());
}

Result<std::vector<Key>> EntryStore::linksTo(const QString &id, int limit) const
{
    Statement statement(m_transaction, R"(
        SELECT DISTINCT noun, id
        FROM links
        WHERE to_id = :id
        ORDER BY noun, id
        LIMIT :limit
    )");
    statement.bind("id", id);
    statement.bind("limit", limit);
    return statement.all(
        [](const Statement &row) { return Key{.noun = Noun(row.text(0)), .id = row.id<RecordId>(1)}; });
}

} // namespace toasoan
