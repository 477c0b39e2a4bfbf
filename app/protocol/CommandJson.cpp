#include "protocol/CommandJson.h"

#include "domain/NewsroomJson.h"

#include <QJsonDocument>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// Two values that stand on the wire as a flag.
constexpr bool isSet(Sitting sitting)
{
    return sitting == Sitting::Begins;
}
constexpr bool isSet(StateSecret word)
{
    return word == StateSecret::ConfirmedNone;
}

template <typename Action>
QJsonObject membersOf(Action action);

class FieldWriter
{
public:
    explicit FieldWriter(QJsonObject &json) : m_json(json) { }

    void operator()(const char *name, const QString &text, Need = Need::Required) { put(name, text); }
    void operator()(const char *name, Version number) { put(name, number); }
    void operator()(const char *name, Instant instant) { put(name, toMilliseconds(instant)); }
    void operator()(const char *name, const QByteArray &content)
    {
        put(name, QJsonDocument::fromJson(content).object());
    }
    void operator()(const char *name, StateSecret word) { put(name, isSet(word)); }
    void operator()(const char *name, Sitting sitting)
    {
        if (isSet(sitting)) // a server of before sittings does not know the field
            put(name, true);
    }
    void operator()(const char *, const Secret &) { }
    void operator()(const char *name, Standing standing) { put(name, standing == Standing::Disabled); }
    void operator()(const char *name, const std::vector<Grant> &grants) { put(name, toJson(grants)); }
    void operator()(const char *name, const Uuid &id) { put(name, id.toText()); }
    void operator()(const char *name, const Site &site) { put(name, toJson(site)); }
    void operator()(const char *name, const std::vector<ChecklistRule> &rules)
    {
        QJsonArray names;
        for (const ChecklistRule rule : rules)
            names.append(toText(rule));
        put(name, names);
    }
    void operator()(const char *name, const Register &described) { put(name, toJson(described)); }
    void operator()(const char *name, const AddUser &user) { put(name, membersOf(user)); }
    void operator()(const char *name, const std::vector<AddSection> &sections)
    {
        QJsonArray list;
        for (const AddSection &section : sections)
            list.append(membersOf(section));
        put(name, list);
    }

private:
    void put(const char *name, const QJsonValue &value) { m_json.insert(QLatin1StringView(name), value); }

    QJsonObject &m_json;
};

// A move is called by its step.
template <typename Action>
QString nameOf(const Action &action)
{
    if constexpr (requires { action.step; })
        return toText(action.step);
    else
        return QString::fromLatin1(Action::facts.name);
}

template <typename Action>
QJsonObject membersOf(Action action)
{
    const Target target = targetOf(action);
    QJsonObject json{{"kind"_L1, nameOf(action)},
                     {"target"_L1, QJsonObject{{"noun"_L1, toText(target.noun)}, {"id"_L1, target.id}}}};
    if constexpr (Action::facts.shape == Shape::Save)
        json.insert("version"_L1, action.base);
    else if constexpr (Action::facts.shape == Shape::Step)
        json.insert("version"_L1, action.version);
    QJsonObject args;
    FieldWriter fields(args);
    action.fields(fields);
    json.insert("args"_L1, args);
    return json;
}

class FieldReader
{
public:
    explicit FieldReader(JsonReader &reader) : m_reader(reader) { }

    void operator()(const char *name, QString &text, Need need = Need::Required)
    {
        const QLatin1StringView key(name);
        text = need == Need::Required ? m_reader.text(key) : m_reader.textOr(key);
    }
    void operator()(const char *name, Instant &instant) { instant = m_reader.instant(QLatin1StringView(name)); }
    // What it means is its kind's to judge (Save::perform()).
    void operator()(const char *name, QByteArray &content)
    {
        content = QJsonDocument(m_reader.object(QLatin1StringView(name))).toJson(QJsonDocument::Compact);
    }
    void operator()(const char *name, StateSecret &word)
    {
        word = m_reader.flag(QLatin1StringView(name)) ? StateSecret::ConfirmedNone : StateSecret::NotConfirmed;
    }
    void operator()(const char *name, Sitting &sitting)
    {
        const QLatin1StringView key(name);
        sitting = m_reader.has(key) && m_reader.flag(key) ? Sitting::Begins : Sitting::GoesOn;
    }

private:
    JsonReader &m_reader;
};

template <typename Action>
bool isCalled(Action &action, const QString &name)
{
    if constexpr (requires { action.step; }) {
        const auto step = stepFromText(name);
        if (!step || !isMove(*step))
            return false;
        action.step = *step;
        return true;
    } else {
        return name == QLatin1StringView(Action::facts.name);
    }
}

struct Said
{
    JsonReader &command;
    JsonReader &args;
};

template <typename Action>
std::optional<Command> read(Said &said, const QString &name, const Key &target)
{
    Action action;
    if (!isCalled(action, name))
        return std::nullopt;
    action.target = target;
    if constexpr (Action::facts.shape == Shape::Save)
        action.base = said.command.integer("version"_L1);
    else if constexpr (Action::facts.shape == Shape::Step)
        action.version = said.command.integer("version"_L1, 1);
    FieldReader fields(said.args);
    action.fields(fields);
    return Command(std::move(action));
}

/// Nothing for a name that no action has.
template <typename... Types>
std::optional<Command> readOneOf(TypeList<Types...>, Said &said, const QString &name, const Key &target)
{
    std::optional<Command> command;
    static_cast<void>(((command = read<Types>(said, name, target)).has_value() || ...));
    return command;
}

} // namespace

QJsonObject toJson(const Command &command)
{
    return std::visit([](const auto &action) { return membersOf(action); }, command);
}

QJsonObject withoutSecrets(const AdministrativeAction &action)
{
    return std::visit([](const auto &each) { return membersOf(each); }, action);
}

Result<Command> commandFromJson(const QJsonObject &json)
{
    JsonReader reader(json, u"command"_s);
    const QString kind = reader.text("kind"_L1);
    const QJsonObject about = reader.object("target"_L1);
    const QJsonObject given = reader.has("args"_L1) ? reader.object("args"_L1) : QJsonObject();
    JsonReader target(about, u"command"_s), args(given, u"command"_s);
    if (reader.failed())
        return reader.error();
    const Noun noun(target.text("noun"_L1));
    const auto id = target.parsed("id"_L1, RecordId::fromText);
    if (target.failed())
        return target.error();
    Said said{.command = reader, .args = args};
    auto command = readOneOf(RecordActions(), said, kind, {.noun = noun, .id = id});
    if (!command)
        return Error{ErrorCode::Unsupported, u"command.kind"_s, kind};
    for (const JsonReader *each : {&reader, &args}) {
        if (each->failed())
            return each->error();
    }
    return *std::move(command);
}

QJsonObject toJson(const Envelope &envelope)
{
    QJsonObject json = toJson(envelope.command);
    json.insert("requestId"_L1, envelope.request.toText());
    return json;
}

Result<Envelope> envelopeFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    const RequestId request = reader.parsed("requestId"_L1, RequestId::fromText);
    if (reader.failed())
        return reader.error();
    auto command = commandFromJson(json);
    if (!command)
        return command.error();
    return Envelope{.request = request, .command = *std::move(command)};
}

} // namespace toasoan
