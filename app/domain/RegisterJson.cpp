#include "domain/Register.h"

#include "base/EnumText.h"
#include "base/Json.h"
#include "domain/NewsroomJson.h"
#include "domain/Others.h"

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr EnumTexts<Need, 2> needTexts{{{Need::Optional, "optional"}, {Need::Required, "required"}}};
constexpr EnumTexts<Count, 2> countTexts{{{Count::One, "one"}, {Count::Many, "many"}}};
constexpr EnumTexts<MergeRule, 2> mergeTexts{{{MergeRule::ByValue, "byValue"}, {MergeRule::Refuse, "refuse"}}};
constexpr EnumTexts<UniqueKey::Breach, 2> breachTexts{
    {{UniqueKey::Breach::Refuse, "refuse"}, {UniqueKey::Breach::Warn, "warn"}}};
constexpr EnumTexts<UniqueKey::During, 2> duringTexts{
    {{UniqueKey::During::Ever, "ever"}, {UniqueKey::During::InForce, "inForce"}}};
constexpr EnumTexts<Sight::Of, 2> ofTexts{{{Sight::Of::Any, "any"}, {Sight::Of::Own, "own"}}};

// More of a thing than any register has: what is beyond is no description.
constexpr qsizetype mostFields = 200;
constexpr qsizetype mostChoices = 2000;
constexpr qsizetype mostParts = 200; // of lists of names, keys, rows of sight
constexpr qsizetype mostSteps = 2000;
constexpr qsizetype longestOthers = 16'384;
constexpr int deepestOthers = 4;
constexpr qsizetype longestDescription = 1'048'576; // bytes

void insertText(QJsonObject &json, QLatin1StringView key, const QString &text)
{
    if (!text.isEmpty())
        json.insert(key, text);
}

void insertArray(QJsonObject &json, QLatin1StringView key, const QJsonArray &array)
{
    if (!array.isEmpty())
        json.insert(key, array);
}

void insertObject(QJsonObject &json, QLatin1StringView key, const QJsonObject &object)
{
    if (!object.isEmpty())
        json.insert(key, object);
}

template <typename Texts, typename Enum>
void insertEnum(QJsonObject &json, QLatin1StringView key, const Texts &texts, Enum value)
{
    if (value != texts.front().first)
        json.insert(key, enumText(texts, value));
}

QJsonObject toJson(const Words &words)
{
    QJsonObject json = words.others;
    insertText(json, "vi"_L1, words.vi);
    insertText(json, "en"_L1, words.en);
    return json;
}

QJsonObject toJson(const Limits &limits)
{
    QJsonObject json = limits.others;
    if (limits.longest != 0)
        json.insert("longest"_L1, qint64(limits.longest));
    if (limits.least)
        json.insert("least"_L1, *limits.least);
    if (limits.most)
        json.insert("most"_L1, *limits.most);
    insertText(json, "pattern"_L1, limits.pattern);
    QJsonArray choices;
    for (const Choice &choice : limits.choices) {
        QJsonObject line = choice.others;
        line.insert("code"_L1, choice.code);
        insertObject(line, "label"_L1, toJson(choice.label));
        choices.append(line);
    }
    insertArray(json, "choices"_L1, choices);
    QJsonArray nouns;
    for (const Noun &noun : limits.nouns)
        nouns.append(toText(noun));
    insertArray(json, "nouns"_L1, nouns);
    return json;
}

QJsonObject toJson(const Field &field)
{
    QJsonObject json = field.others;
    json.insert("name"_L1, field.name);
    json.insert("kind"_L1, toText(field.kind));
    insertObject(json, "label"_L1, toJson(field.label));
    insertObject(json, "help"_L1, toJson(field.help));
    insertEnum(json, "need"_L1, needTexts, field.need);
    insertEnum(json, "count"_L1, countTexts, field.count);
    insertObject(json, "limits"_L1, toJson(field.limits));
    insertEnum(json, "merge"_L1, mergeTexts, field.merge);
    insertText(json, "rule"_L1, field.rule);
    QJsonArray columns;
    for (const Field &column : field.columns)
        columns.append(toJson(column));
    insertArray(json, "columns"_L1, columns);
    return json;
}

QJsonObject toJson(const UniqueKey &key)
{
    QJsonObject json = key.others;
    json.insert("name"_L1, key.name);
    json.insert("parts"_L1, QJsonArray::fromStringList(key.parts));
    insertEnum(json, "breach"_L1, breachTexts, key.breach);
    insertEnum(json, "during"_L1, duringTexts, key.during);
    return json;
}

/// Reads one object of a description; what it does not name is the rest of it.
class Part
{
public:
    Part(const QJsonValue &value, QString place, std::initializer_list<QLatin1StringView> known)
        : m_object(value.toObject())
        , m_reader(m_object, place)
        , m_known(known)
        , m_place(std::move(place))
    {
        if (!value.isObject())
            m_reader.fail(Error{ErrorCode::InvalidInput, m_place, u"an object is needed"_s});
    }
    Q_DISABLE_COPY_MOVE(Part)

    JsonReader &reader() { return m_reader; }
    [[nodiscard]] QString at(QLatin1StringView key) const { return m_place + u'.' + key; }
    QJsonObject others()
    {
        QJsonObject rest = withoutKnown(m_object, m_known);
        if (depthOf(rest) > deepestOthers + 1 || sizeOfOthers(rest) > longestOthers)
            m_reader.fail(Error{ErrorCode::TooLarge, m_place, u"what is not known"_s});
        return rest;
    }

    QString text(QLatin1StringView key) { return m_reader.textOr(key); }

    Words words(QLatin1StringView key)
    {
        if (!m_reader.has(key))
            return {};
        Part part(m_object.value(key), at(key), {"vi"_L1, "en"_L1});
        Words words{.vi = part.text("vi"_L1), .en = part.text("en"_L1), .others = part.others()};
        takeErrorOf(part);
        return words;
    }

    template <typename Texts>
    auto value(QLatin1StringView key, const Texts &texts)
    {
        const QString said = text(key);
        if (said.isEmpty())
            return texts.front().first;
        const auto known = enumFromText(texts, said);
        if (!known)
            m_reader.fail(Error{ErrorCode::Unsupported, at(key), said.left(60)});
        return known.value_or(texts.front().first);
    }

    QJsonArray array(QLatin1StringView key, qsizetype most)
    {
        if (!m_reader.has(key))
            return {};
        QJsonArray read = m_reader.array(key);
        if (read.size() <= most)
            return read;
        m_reader.fail(Error{ErrorCode::TooLarge, at(key), {}});
        return {};
    }

    QStringList names(QLatin1StringView key)
    {
        QStringList read;
        for (const QJsonValue &each : array(key, mostParts)) {
            if (!each.isString())
                m_reader.fail(key, u"a text is needed"_s);
            read.append(each.toString());
        }
        return read;
    }

    /// Each object of a list, by `read(value, place)`.
    template <typename Read>
    auto each(QLatin1StringView key, qsizetype most, Read read)
    {
        std::vector<typename decltype(read(QJsonValue(), QString()))::Value> all;
        qsizetype place = 0;
        for (const QJsonValue &value : array(key, most)) {
            auto one = read(value, u"%1.%2"_s.arg(at(key)).arg(place++));
            if (one)
                all.push_back(*std::move(one));
            else
                m_reader.fail(one.error());
        }
        return all;
    }

    void takeErrorOf(Part &part)
    {
        if (part.reader().failed())
            m_reader.fail(part.reader().error());
    }

private:
    QJsonObject m_object;
    JsonReader m_reader;
    std::vector<QLatin1StringView> m_known;
    QString m_place;
};

template <typename Value>
Result<Value> resultOf(Part &part, Value value)
{
    if (part.reader().failed())
        return part.reader().error();
    return value;
}

Result<Choice> choiceFromJson(const QJsonValue &json, const QString &place)
{
    Part part(json, place, {"code"_L1, "label"_L1});
    Choice choice{.code = part.reader().text("code"_L1), .label = part.words("label"_L1), .others = part.others()};
    return resultOf(part, std::move(choice));
}

std::optional<qint64> boundOf(Part &part, QLatin1StringView key)
{
    if (!part.reader().has(key))
        return std::nullopt;
    return part.reader().integer(key, -JsonReader::maximumInteger);
}

Result<Limits> limitsFromJson(const QJsonValue &json, const QString &place)
{
    Part part(json, place, {"longest"_L1, "least"_L1, "most"_L1, "pattern"_L1, "choices"_L1, "nouns"_L1});
    Limits limits{.longest = part.reader().findInteger("longest"_L1).value_or(0),
                  .least = boundOf(part, "least"_L1),
                  .most = boundOf(part, "most"_L1),
                  .pattern = part.text("pattern"_L1),
                  .choices = part.each("choices"_L1, mostChoices, choiceFromJson),
                  .others = part.others()};
    for (const QString &noun : part.names("nouns"_L1))
        limits.nouns.emplace_back(noun);
    return resultOf(part, std::move(limits));
}

enum class Depth
{
    Fields,
    Columns ///< which have none themselves
};

Result<Field> fieldFromJson(const QJsonValue &json, const QString &place, Depth depth)
{
    Part part(json, place,
              {"name"_L1, "kind"_L1, "label"_L1, "help"_L1, "need"_L1, "count"_L1, "limits"_L1, "merge"_L1, "rule"_L1,
               "columns"_L1});
    const QString kind = part.reader().text("kind"_L1);
    const auto known = fieldKindFromText(kind);
    if (!kind.isEmpty() && !known)
        part.reader().fail(Error{ErrorCode::Unsupported, part.at("kind"_L1), kind.left(60)});
    Field field{.name = part.reader().text("name"_L1),
                .kind = known.value_or(FieldKind::Line),
                .label = part.words("label"_L1),
                .help = part.words("help"_L1),
                .need = part.value("need"_L1, needTexts),
                .count = part.value("count"_L1, countTexts),
                .merge = part.value("merge"_L1, mergeTexts),
                .rule = part.text("rule"_L1),
                .others = part.others()};
    if (part.reader().has("limits"_L1)) {
        const QJsonObject object = json.toObject();
        auto limits = limitsFromJson(object.value("limits"_L1), part.at("limits"_L1));
        if (limits)
            field.limits = *std::move(limits);
        else
            part.reader().fail(limits.error());
    }
    if (depth == Depth::Columns && part.reader().has("columns"_L1))
        part.reader().fail("columns"_L1, u"columns have none"_s);
    if (depth == Depth::Fields) {
        field.columns = part.each("columns"_L1, mostFields, [](const QJsonValue &value, const QString &at) {
            return fieldFromJson(value, at, Depth::Columns);
        });
    }
    return resultOf(part, std::move(field));
}

Result<UniqueKey> keyFromJson(const QJsonValue &json, const QString &place)
{
    Part part(json, place, {"name"_L1, "parts"_L1, "breach"_L1, "during"_L1});
    UniqueKey key{.name = part.reader().text("name"_L1),
                  .parts = part.names("parts"_L1),
                  .breach = part.value("breach"_L1, breachTexts),
                  .during = part.value("during"_L1, duringTexts),
                  .others = part.others()};
    return resultOf(part, std::move(key));
}

/// Nothing for a role that only a newer program has.
Result<std::optional<Sight>> sightFromJson(const QJsonValue &json, const QString &place)
{
    Part part(json, place, {"role"_L1, "of"_L1});
    const auto role = roleFromText(part.reader().text("role"_L1));
    const QString of = part.text("of"_L1);
    const auto whose = of.isEmpty() ? Sight::Of::Any : enumFromText(ofTexts, of);
    std::optional<Sight> sight;
    if (role && whose)
        sight = Sight{.role = *role, .of = *whose, .others = part.others()};
    return resultOf(part, std::move(sight));
}

/// Rows of chain or sight: those that this program knows; the others stay in `others` as they came.
template <typename Row, typename Read>
std::vector<Row> knownRows(Part &part, QLatin1StringView key, QJsonObject &others, Read read)
{
    const QJsonArray came = part.array(key, mostSteps);
    std::vector<Row> known;
    QJsonArray later;
    qsizetype place = 0;
    for (const auto &row : part.each(key, mostSteps, read)) {
        if (row)
            known.push_back(*row);
        else
            later.append(came[place]);
        ++place;
    }
    insertArray(others, key, later);
    return known;
}

QJsonArray laterRows(const Register &described, QLatin1StringView key)
{
    return described.others.value(key).toArray();
}

} // namespace

QJsonObject toJson(const Register &described)
{
    QJsonObject json = described.others;
    json.insert("noun"_L1, toText(described.noun));
    insertObject(json, "one"_L1, toJson(described.one));
    insertObject(json, "many"_L1, toJson(described.many));
    insertObject(json, "about"_L1, toJson(described.about));
    QJsonArray fields, keys, chain, sees;
    for (const Field &field : described.fields)
        fields.append(toJson(field));
    insertArray(json, "fields"_L1, fields);
    if (described.isSingle)
        json.insert("single"_L1, true);
    insertText(json, "title"_L1, described.title);
    insertText(json, "period"_L1, described.period);
    insertText(json, "parent"_L1, described.parent);
    insertText(json, "order"_L1, described.order);
    insertArray(json, "list"_L1, QJsonArray::fromStringList(described.list));
    insertArray(json, "facets"_L1, QJsonArray::fromStringList(described.facets));
    insertArray(json, "search"_L1, QJsonArray::fromStringList(described.search));
    for (const UniqueKey &key : described.keys)
        keys.append(toJson(key));
    insertArray(json, "keys"_L1, keys);
    for (const Transition &row : described.chain)
        chain.append(toJson(row));
    for (const QJsonValue &row : laterRows(described, "chain"_L1))
        chain.append(row);
    insertArray(json, "chain"_L1, chain);
    for (const Sight &sight : described.sees) {
        QJsonObject row = sight.others;
        row.insert("role"_L1, toText(sight.role));
        insertEnum(row, "of"_L1, ofTexts, sight.of);
        sees.append(row);
    }
    for (const QJsonValue &row : laterRows(described, "sees"_L1))
        sees.append(row);
    insertArray(json, "sees"_L1, sees);
    if (described.face) {
        QJsonObject face = described.face->others;
        insertText(face, "address"_L1, described.face->address);
        insertText(face, "page"_L1, described.face->page);
        insertText(face, "slug"_L1, described.face->slug);
        json.insert("face"_L1, face);
    }
    return json;
}

Result<Register> registerFromJson(const QJsonObject &json)
{
    Part part(json, u"register"_s,
              {"noun"_L1, "one"_L1, "many"_L1, "about"_L1, "fields"_L1, "single"_L1, "title"_L1, "period"_L1,
               "parent"_L1, "order"_L1, "list"_L1, "facets"_L1, "search"_L1, "keys"_L1, "chain"_L1, "sees"_L1,
               "face"_L1});
    JsonReader &reader = part.reader();
    Register described{.noun = Noun(reader.text("noun"_L1)),
                       .one = part.words("one"_L1),
                       .many = part.words("many"_L1),
                       .about = part.words("about"_L1),
                       .fields = part.each("fields"_L1, mostFields,
                                           [](const QJsonValue &value, const QString &place) {
                                               return fieldFromJson(value, place, Depth::Fields);
                                           }),
                       .isSingle = reader.has("single"_L1) && reader.flag("single"_L1),
                       .title = part.text("title"_L1),
                       .period = part.text("period"_L1),
                       .parent = part.text("parent"_L1),
                       .order = part.text("order"_L1),
                       .list = part.names("list"_L1),
                       .facets = part.names("facets"_L1),
                       .search = part.names("search"_L1),
                       .keys = part.each("keys"_L1, mostParts, keyFromJson),
                       .others = part.others()};
    const auto rowFromJson = [](const QJsonValue &value, const QString &place) {
        return transitionFromJson(value.toObject(), place);
    };
    described.chain = knownRows<Transition>(part, "chain"_L1, described.others, rowFromJson);
    described.sees = knownRows<Sight>(part, "sees"_L1, described.others, sightFromJson);
    if (reader.has("face"_L1)) {
        Part face(json.value("face"_L1), part.at("face"_L1), {"address"_L1, "page"_L1, "slug"_L1});
        described.face = PublicFace{.address = face.text("address"_L1),
                                    .page = face.text("page"_L1),
                                    .slug = face.text("slug"_L1),
                                    .others = face.others()};
        part.takeErrorOf(face);
    }
    if (reader.failed())
        return reader.error();

    // Where an entry begins, and whether all may see all, is nothing to guess at.
    const QJsonArray later = laterRows(described, "chain"_L1);
    if (!later.isEmpty() && later.first() == json.value("chain"_L1).toArray().first())
        return Error{ErrorCode::Unsupported, u"register.chain"_s, {}};
    if (described.sees.empty() && !laterRows(described, "sees"_L1).isEmpty())
        return Error{ErrorCode::Unsupported, u"register.sees"_s, {}};
    if (sizeOfOthers(json) > longestDescription)
        return Error{ErrorCode::TooLarge, u"register"_s, {}};
    return described;
}

QStringList registerWords()
{
    QStringList words;
    const auto add = [&words](const auto &texts) {
        for (const auto &[value, word] : texts)
            words.append(QLatin1StringView(word));
    };
    add(needTexts);
    add(countTexts);
    add(mergeTexts);
    add(breachTexts);
    add(duringTexts);
    add(ofTexts);
    return words;
}

} // namespace toasoan
