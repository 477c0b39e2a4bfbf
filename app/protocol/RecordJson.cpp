#include "protocol/RecordJson.h"

#include "actions/Kind.h"

#include <QJsonDocument>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// The clock's decisions have no person: an empty text.
QString personText(UserId user)
{
    return user.isNull() ? QString() : user.toText();
}

std::optional<UserId> personFromText(QStringView text)
{
    return text.isEmpty() ? UserId() : UserId::fromText(text);
}

// What a server's own programs put there, as the standard registers, has nobody for its author: an id of zeros.
std::optional<UserId> authorFromText(QStringView text)
{
    const auto uuid = Uuid::fromText(text);
    return uuid ? std::optional(UserId{*uuid}) : std::nullopt;
}

// JSON as an object, and as text: the second is some ten times as fast, and a page of the feed has hundreds of heads.

class ObjectWriter
{
public:
    void text(QLatin1StringView name, const QString &value) { m_json.insert(name, value); }
    void number(QLatin1StringView name, qint64 value) { m_json.insert(name, value); }
    template <typename Write>
    void object(QLatin1StringView name, Write write)
    {
        ObjectWriter inner;
        write(inner);
        m_json.insert(name, inner.m_json);
    }
    template <typename Values, typename Write>
    void list(QLatin1StringView name, const Values &values, Write write)
    {
        QJsonArray all;
        for (const auto &value : values) {
            ObjectWriter inner;
            write(inner, value);
            all.append(inner.m_json);
        }
        m_json.insert(name, all);
    }

    [[nodiscard]] const QJsonObject &json() const { return m_json; }

private:
    QJsonObject m_json;
};

class TextWriter
{
public:
    void text(QLatin1StringView name, const QString &value)
    {
        begin(name);
        m_text += '"';
        const QByteArray utf8 = value.toUtf8();
        for (const char c : utf8) {
            if (c == '"' || c == '\\')
                (m_text += '\\') += c;
            else if (static_cast<unsigned char>(c) < 0x20)
                (m_text += "\\u00") += QByteArray::number(int(c), 16).rightJustified(2, '0');
            else
                m_text += c;
        }
        m_text += '"';
    }
    void number(QLatin1StringView name, qint64 value)
    {
        begin(name);
        m_text += QByteArray::number(value);
    }
    template <typename Write>
    void object(QLatin1StringView name, Write write)
    {
        begin(name);
        inBraces([&] { write(*this); });
    }
    template <typename Values, typename Write>
    void list(QLatin1StringView name, const Values &values, Write write)
    {
        begin(name);
        m_text += '[';
        for (const auto &value : values) {
            if (!m_text.endsWith('['))
                m_text += ',';
            inBraces([&] { write(*this, value); });
        }
        m_text += ']';
    }
    /// A value that is JSON already.
    void json(QLatin1StringView name, const QByteArray &value)
    {
        begin(name);
        m_text += value;
    }

    template <typename Write>
    void inBraces(Write write)
    {
        m_text += '{';
        write();
        m_text += '}';
    }
    void reserve(qsizetype bytes) { m_text.reserve(bytes); }
    [[nodiscard]] const QByteArray &written() const { return m_text; }

private:
    void begin(QLatin1StringView name)
    {
        if (!m_text.endsWith('{'))
            m_text += ',';
        ((m_text += '"') += QByteArrayView(name.data(), name.size())) += "\":";
    }

    QByteArray m_text;
};

template <typename Writer>
void writeApproval(Writer &json, const Approval &approval)
{
    json.number("version"_L1, approval.version);
    json.text("contentHash"_L1, approval.contentHash);
    json.text("by"_L1, approval.by.toText());
    json.number("at"_L1, toMilliseconds(approval.at));
}

template <typename Writer>
void writePublication(Writer &json, const Publication &publication)
{
    json.number("number"_L1, publication.number);
    json.text("slug"_L1, publication.slug);
    json.number("version"_L1, publication.version);
    json.number("firstAt"_L1, toMilliseconds(publication.firstAt));
    json.number("at"_L1, toMilliseconds(publication.at));
    if (publication.takenDownAt)
        json.number("takenDownAt"_L1, toMilliseconds(*publication.takenDownAt));
}

template <typename Writer>
void writeDecision(Writer &json, const Decision &decision)
{
    json.number("version"_L1, decision.version);
    json.text("step"_L1, toText(decision.step));
    json.text("by"_L1, personText(decision.actor));
    json.number("at"_L1, toMilliseconds(decision.at));
    json.text("reason"_L1, decision.reason);
}

template <typename Writer>
void writeHead(Writer &json, const RecordSnapshot &snapshot)
{
    const FullRecord &record = snapshot.record;
    json.text("id"_L1, record.id.toText());
    json.text("author"_L1, record.author.toText());
    json.number("version"_L1, record.version);
    json.text("contentHash"_L1, record.contentHash);
    json.text("state"_L1, toText(record.state));
    json.text("reason"_L1, record.reason);
    json.number("createdAt"_L1, toMilliseconds(record.createdAt));
    json.number("updatedAt"_L1, toMilliseconds(record.updatedAt));
    json.list("decisions"_L1, snapshot.decisions,
              [](Writer &inner, const Decision &decision) { writeDecision(inner, decision); });
    if (!snapshot.savedBy.isNull())
        json.text("savedBy"_L1, snapshot.savedBy.toText());
    if (record.approval)
        json.object("approval"_L1, [&record](Writer &inner) { writeApproval(inner, *record.approval); });
    if (record.scheduledAt)
        json.number("scheduledAt"_L1, toMilliseconds(*record.scheduledAt));
    if (record.publication)
        json.object("publication"_L1, [&record](Writer &inner) { writePublication(inner, *record.publication); });
}

// Nothing for a step of a newer server: what it led to stands in the record itself.
Result<std::optional<Decision>> decisionFromJson(const QJsonObject &json, RecordId record)
{
    JsonReader reader(json, u"decision"_s);
    const auto step = stepFromText(reader.text("step"_L1));
    Decision decision{.record = record,
                      .version = reader.integer("version"_L1),
                      .step = step.value_or(Step::Save),
                      .actor = reader.parsed("by"_L1, personFromText),
                      .at = reader.instant("at"_L1),
                      .reason = reader.textOr("reason"_L1)};
    if (reader.failed())
        return reader.error();
    return step ? std::optional(std::move(decision)) : std::nullopt;
}

void readApproval(JsonReader &outer, Record &record)
{
    if (!outer.has("approval"_L1))
        return;
    const QJsonObject json = outer.object("approval"_L1);
    JsonReader reader(json, u"approval"_s);
    record.approval = Approval{.version = reader.integer("version"_L1),
                               .contentHash = reader.text("contentHash"_L1),
                               .by = reader.parsed("by"_L1, UserId::fromText),
                               .at = reader.instant("at"_L1)};
    if (reader.failed())
        outer.fail(reader.error());
}

void readPublication(JsonReader &outer, Record &record)
{
    if (!outer.has("publication"_L1))
        return;
    const QJsonObject json = outer.object("publication"_L1);
    JsonReader reader(json, u"publication"_s);
    record.publication = Publication{.number = reader.integer("number"_L1),
                                     .slug = reader.text("slug"_L1),
                                     .version = reader.integer("version"_L1),
                                     .firstAt = reader.instant("firstAt"_L1),
                                     .at = reader.instant("at"_L1),
                                     .takenDownAt = reader.findInstant("takenDownAt"_L1)};
    if (reader.failed())
        outer.fail(reader.error());
}

} // namespace

QJsonObject toJson(const RecordSnapshot &snapshot)
{
    QJsonObject json = headToJson(snapshot);
    json.insert("content"_L1, QJsonDocument::fromJson(snapshot.record.content).object());
    return json;
}

QJsonObject headToJson(const RecordSnapshot &snapshot)
{
    ObjectWriter json;
    writeHead(json, snapshot);
    return json.json();
}

QByteArray toBody(const RecordSnapshot &snapshot)
{
    TextWriter json;
    json.reserve(snapshot.record.content.size() + 2048);
    json.inBraces([&] {
        writeHead(json, snapshot);
        json.json("content"_L1, snapshot.record.content);
    });
    return json.written();
}

Result<ToldRecord> toldRecordFromJson(const QJsonObject &json, const Kind &kind)
{
    JsonReader reader(json, toText(kind.noun()));
    ToldRecord told;
    RecordSnapshot &snapshot = told.snapshot;
    FullRecord &record = snapshot.record;
    record.noun = kind.noun();
    record.id = reader.parsed("id"_L1, RecordId::fromText);
    record.author = reader.parsed("author"_L1, authorFromText);
    record.version = reader.integer("version"_L1, 1);
    snapshot.savedBy = reader.findParsed("savedBy"_L1, UserId::fromText).value_or(UserId());
    record.contentHash = reader.text("contentHash"_L1);
    record.state = reader.parsed("state"_L1, stateFromText);
    record.reason = reader.textOr("reason"_L1);
    record.createdAt = reader.instant("createdAt"_L1);
    record.updatedAt = reader.instant("updatedAt"_L1);
    record.scheduledAt = reader.findInstant("scheduledAt"_L1);
    readApproval(reader, record);
    readPublication(reader, record);
    const QJsonObject contentJson = reader.object("content"_L1);
    const QJsonArray decisions = reader.array("decisions"_L1);
    if (reader.failed())
        return reader.error();

    auto content = kind.cleanJson(contentJson);
    if (!content)
        return content.error();
    record.content = std::move(content->bytes);
    record.title = content->outline.title;
    record.section = content->outline.section;
    told.genre = content->outline.genre;
    for (const QJsonValue &value : decisions) {
        auto decision = decisionFromJson(value.toObject(), record.id);
        if (!decision)
            return decision.error();
        if (*decision)
            snapshot.decisions.push_back(**std::move(decision));
    }
    return told;
}

QJsonObject toJson(const std::vector<RecordVersion> &versions)
{
    QJsonArray list;
    for (const RecordVersion &version : versions)
        list.append(QJsonObject{{"version"_L1, version.version},
                                {"savedBy"_L1, personText(version.savedBy)},
                                {"savedAt"_L1, toMilliseconds(version.savedAt)},
                                {"contentHash"_L1, version.contentHash},
                                {"content"_L1, QJsonDocument::fromJson(version.content).object()}});
    return {{"versions"_L1, list}};
}

Result<std::vector<RecordVersion>> versionsFromJson(const QJsonObject &json, RecordId record)
{
    JsonReader outer(json);
    const QJsonArray list = outer.array("versions"_L1);
    if (outer.failed())
        return outer.error();
    std::vector<RecordVersion> versions;
    for (const QJsonValue &each : list) {
        const QJsonObject object = each.toObject();
        JsonReader reader(object, u"version"_s);
        versions.push_back({.record = record,
                            .version = reader.integer("version"_L1, 1),
                            .savedBy = reader.parsed("savedBy"_L1, personFromText),
                            .savedAt = reader.instant("savedAt"_L1),
                            .contentHash = reader.text("contentHash"_L1),
                            .content = QJsonDocument(reader.object("content"_L1)).toJson(QJsonDocument::Compact)});
        if (reader.failed())
            return reader.error();
    }
    return versions;
}

QJsonObject toJson(const Revision &revision)
{
    QJsonObject json{{"version"_L1, revision.version},
                     {"savedBy"_L1, revision.savedBy.toText()},
                     {"savedAt"_L1, toMilliseconds(revision.savedAt)},
                     {"contentHash"_L1, revision.contentHash}};
    if (revision.content != Content())
        json.insert("content"_L1, toJson(revision.content));
    return json;
}

Result<Revision> revisionFromJson(const QJsonObject &json, ArticleId article)
{
    JsonReader reader(json, u"revision"_s);
    Revision revision{.article = article,
                      .version = reader.integer("version"_L1, 1),
                      .savedBy = reader.parsed("savedBy"_L1, UserId::fromText),
                      .savedAt = reader.instant("savedAt"_L1),
                      .contentHash = reader.text("contentHash"_L1),
                      .content = {}};
    if (reader.has("content"_L1)) {
        auto content = contentFromJson(reader.object("content"_L1), Size::AsItIs);
        if (!content)
            return content.error();
        revision.content = *std::move(content);
    }
    if (reader.failed())
        return reader.error();
    return revision;
}

} // namespace toasoan
