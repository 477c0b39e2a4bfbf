// What is made of the list of all actions: each is on the wire what its members say, and comes back as it went.
#include "actions/Kind.h"
#include "base/Dice.h"
#include "protocol/CommandJson.h"

#include <QJsonDocument>
#include <QTest>

#include <set>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

/// Gives each field a value that is not its empty one, and tells the fields apart.
class Filler
{
public:
    void operator()(const char *name, QString &text, Need need = Need::Required)
    {
        text = u"chữ %1"_s.arg(++m_last);
        note(name, need);
    }
    void operator()(const char *name, Instant &instant)
    {
        instant = fromMilliseconds(1'790'000'000'000 + ++m_last);
        note(name, Need::Required);
    }
    void operator()(const char *name, QByteArray &content)
    {
        Content said;
        said.title = u"Tin %1"_s.arg(++m_last);
        content = canonicalBytes(said);
        note(name, Need::Required);
    }
    void operator()(const char *name, StateSecret &word)
    {
        word = StateSecret::ConfirmedNone;
        note(name, Need::Required);
    }
    void operator()(const char *name, Sitting &sitting)
    {
        sitting = Sitting::Begins;
        note(name, Need::Optional);
    }

    QStringList required;
    QStringList all;

private:
    void note(const char *name, Need need)
    {
        all.append(QString::fromLatin1(name));
        if (need == Need::Required)
            required.append(all.last());
    }
    int m_last = 0;
};

struct Sample
{
    Command command;
    Shape shape = Shape::Free;
    QStringList shaped; ///< what its shape has beside kind, target and args
    QStringList args; ///< names of its fields
    QStringList required;
};

ArticleId someArticle()
{
    SeededDice dice(3);
    return ArticleId{Uuid::version7(fromMilliseconds(1'790'000'000'000), dice)};
}

template <typename Action>
Sample filled(Action action)
{
    Filler filler;
    action.fields(filler);
    action.target = itemKey(someArticle());
    QStringList shaped;
    if constexpr (Action::facts.shape == Shape::Save) {
        action.base = 7;
        shaped.append(u"version"_s);
    } else if constexpr (Action::facts.shape == Shape::Step) {
        action.version = 7;
        shaped.append(u"version"_s);
    }
    return {.command = action,
            .shape = Action::facts.shape,
            .shaped = shaped,
            .args = filler.all,
            .required = shaped + filler.required};
}

template <typename Action>
void addSamples(std::vector<Sample> &samples)
{
    if constexpr (requires(Action action) { action.step; }) {
        for (const Step step : allSteps) {
            if (!isMove(step))
                continue;
            Action action;
            action.step = step;
            samples.push_back(filled(action));
        }
    } else {
        samples.push_back(filled(Action()));
    }
}

template <typename... Types>
std::vector<Sample> samplesOf(TypeList<Types...>)
{
    std::vector<Sample> samples;
    (addSamples<Types>(samples), ...);
    return samples;
}

const std::vector<Sample> &samples()
{
    static const std::vector<Sample> all = samplesOf(RecordActions());
    return all;
}

} // namespace

class TestActions : public QObject
{
    Q_OBJECT

private slots:
    void eachComesBackAsItWent_data()
    {
        QTest::addColumn<int>("sample");
        for (std::size_t i = 0; i < samples().size(); ++i)
            QTest::newRow(qPrintable(toText(stepOf(samples()[i].command)))) << int(i);
    }
    void eachComesBackAsItWent()
    {
        QFETCH(int, sample);
        const Sample &action = samples()[std::size_t(sample)];
        QJsonObject json = toJson(action.command);
        const auto sorted = [](QStringList names) {
            names.sort();
            return names;
        };
        // Neither more nor less than its members.
        QCOMPARE(json.keys(), sorted(QStringList{u"args"_s, u"kind"_s, u"target"_s} + action.shaped));
        QCOMPARE(json["args"_L1].toObject().keys(), sorted(action.args));
        const auto read = commandFromJson(json);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().subject));
        QVERIFY(*read == action.command);
        // A member of a newer program is passed over.
        json.insert("later"_L1, 1);
        QVERIFY(commandFromJson(json) && *commandFromJson(json) == action.command);
    }

    void whatMustBeSaidIsMissed_data() { eachComesBackAsItWent_data(); }
    void whatMustBeSaidIsMissed()
    {
        QFETCH(int, sample);
        const Sample &action = samples()[std::size_t(sample)];
        const auto with = [&action](const QString &name, const QJsonValue &value) {
            QJsonObject json = toJson(action.command);
            QJsonObject args = json["args"_L1].toObject();
            QJsonObject &place = action.args.contains(name) ? args : json;
            place.insert(name, value);
            if (value.isUndefined())
                place.remove(name);
            json["args"_L1] = args;
            return json;
        };
        for (const QString &name : action.shaped + action.args) {
            const auto read = commandFromJson(with(name, QJsonValue::Undefined));
            if (!action.required.contains(name)) {
                QVERIFY2(read, qPrintable(name));
                QVERIFY2(toJson(*read) != toJson(action.command), qPrintable(name));
                continue;
            }
            QVERIFY2(!read, qPrintable(name));
            QCOMPARE(read.error().code, ErrorCode::InvalidInput);
            QCOMPARE(read.error().subject, u"command."_s + name);
            // Of no field's kind.
            QCOMPARE(commandFromJson(with(name, QJsonArray{1})).error().subject, u"command."_s + name);
        }
    }

    // Each step is some action's, and no two actions are called the same.
    void eachStepIsSaidByOneAction()
    {
        std::multiset<QString> said;
        for (const Sample &sample : samples())
            said.insert(toJson(sample.command)["kind"_L1].toString());
        QCOMPARE(said.size(), allSteps.size());
        for (const Step step : allSteps)
            QCOMPARE(said.count(toText(step)), std::size_t(1));
    }

    void aNameThatNoActionHasIsNotKnown()
    {
        QJsonObject json = toJson(samples().front().command);
        for (const QString &name : {u"celebrate"_s, u"move"_s, u""_s}) {
            json["kind"_L1] = name;
            const auto read = commandFromJson(json);
            QVERIFY(!read);
            QCOMPARE(read.error().code, ErrorCode::Unsupported);
            QCOMPARE(read.error().subject, u"command.kind"_s);
        }
    }

    void aVersionIsOneThatWasSeen()
    {
        for (const Sample &sample : samples()) {
            if (sample.shape != Shape::Step)
                continue;
            Command command = sample.command;
            setVersion(command, 9);
            QCOMPARE(versionOf(command), Version(9));
            QJsonObject json = toJson(command);
            json["version"_L1] = 0;
            QCOMPARE(commandFromJson(json).error().subject, u"command.version"_s);
        }
    }
};

QTEST_GUILESS_MAIN(TestActions)
#include "tst_actions.moc"
