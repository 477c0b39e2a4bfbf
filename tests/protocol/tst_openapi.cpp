// The description of the wire (resources/openapi.yaml) says what the code does: the same routes, errors, words, limits
// and members, in both directions.
#include "backend/AttemptLimiter.h"
#include "backend/CommandRunner.h"
#include "backend/Services.h"
#include "backend/SignIn.h"
#include "backend/Uploads.h"
#include "backend/api/HttpStatus.h"
#include "backend/api/Routes.h"
#include "backend/site/SitePages.h"
#include "domain/NewsroomJson.h"
#include "domain/Site.h"
#include "domain/registers/Link.h"
#include "imaging/Pictures.h"
#include "protocol/CommandJson.h"
#include "protocol/Feed.h"
#include "protocol/RecordJson.h"
#include "protocol/Session.h"
#include "protocol/Wire.h"
#include "storage/ChangeStore.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

QJsonObject description;

QJsonObject schema(const QString &name)
{
    return description["components"_L1]["schemas"_L1][name].toObject();
}

QStringList texts(const QJsonValue &list)
{
    QStringList result;
    for (const QJsonValue &value : list.toArray())
        result.append(value.toString());
    return result;
}

template <typename Values>
QStringList namesOf(const Values &values)
{
    QStringList result;
    for (const auto &value : values)
        result.append(toText(value));
    return result;
}

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

// The real parts of a server, without its threads and sockets.
struct Parts
{
    QTemporaryDir folder;
    SystemClock clock;
    SystemDice dice;
    portal::PortalRenderer renderer = *portal::PortalRenderer::create(*portal::Theme::load());
    std::unique_ptr<MediaFiles> media = *MediaFiles::open(folder.path());
    VisitCounter visits{1, QTimeZone::utc(), *RobotList::builtIn(), dice};
    Services services{.clock = clock, .dice = dice, .renderer = renderer, .media = *media, .visits = visits};
};

Content fullContent(const SystemClock &clock, SystemDice &dice)
{
    Content content;
    content.title = u"Tiêu đề"_s;
    content.section = SectionId::create(clock, dice);
    content.bylines = {{.name = u"Thu Hiền"_s, .share = Share::Words}};
    content.conflicts = {TextField::Title};
    return content;
}

} // namespace

class TestOpenapi : public QObject
{
    Q_OBJECT

private:
    SystemClock m_clock;
    SystemDice m_dice;

private slots:
    void initTestCase()
    {
        QFile file(u"" TOASOAN_OPENAPI_JSON ""_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        description = QJsonDocument::fromJson(file.readAll()).object();
        QCOMPARE(description["openapi"_L1].toString(), u"3.1.0"_s);
    }

    void theRoutesAreThoseOfTheServer()
    {
        Parts parts;
        http::Router router;
        addApiRoutes(router, parts.services);
        SitePages(parts.services).addTo(router);
        QMap<QString, qint64> served;
        for (const http::Router::RouteInfo &route : router.routes()) {
            const auto pattern = QString::fromStdString(route.pattern);
            const std::string_view method = http::toText(route.method);
            if (!parts.renderer.assets().contains(pattern)) // the files of the theme: their names are no promise
                served.insert(QString::fromUtf8(method.data(), qsizetype(method.size())).toLower() + u' ' + pattern,
                              qint64(route.options.bodyLimit));
        }

        QMap<QString, qint64> described;
        const QJsonObject paths = description["paths"_L1].toObject();
        for (auto path = paths.begin(); path != paths.end(); ++path) {
            const QJsonObject item = path->toObject();
            for (auto operation = item.begin(); operation != item.end(); ++operation) {
                if (operation.key() != "parameters"_L1)
                    described.insert(operation.key() + u' ' + path.key(),
                                     operation.value()["x-body-limit"_L1].toInteger(-1));
            }
        }
        QVERIFY(served.size() >= 17);
        QCOMPARE(described.keys(), served.keys());
        QCOMPARE(described, served);
    }

    void theErrorsAreThoseOfTheCode()
    {
        const QJsonArray rows = description["x-errors"_L1].toArray();
        QStringList codes;
        for (const QJsonValue &row : rows) {
            const QString text = row["code"_L1].toString();
            codes.append(text);
            const ErrorCode code = errorCodeFromText(text);
            QCOMPARE(row["status"_L1].toInt(), http::toNumber(httpStatus(code)));
            QCOMPARE(row["mayGoBetter"_L1].toBool(), mayGoBetter(code));
            QVERIFY2(!row["subjects"_L1].toObject().isEmpty(), qPrintable(text));
        }
        QCOMPARE(codes, namesOf(allErrorCodes));
        QCOMPARE(texts(schema(u"ErrorCode"_s)["enum"_L1]), codes);
    }

    void theWordsAreThoseOfTheCode_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("words");
        QStringList roles = namesOf(grantableRoles);
        roles.append(toText(Role::System));
        QTest::newRow("State") << u"State"_s << namesOf(allStates);
        QTest::newRow("Step") << u"Step"_s << namesOf(allSteps);
        QTest::newRow("Role") << u"Role"_s << roles;
        QTest::newRow("Share") << u"Share"_s << namesOf(allShares);
        QTest::newRow("Ownership") << u"Ownership"_s << namesOf(allOwnerships);
        QTest::newRow("FieldKind") << u"FieldKind"_s << namesOf(allFieldKinds);
    }
    void theWordsAreThoseOfTheCode()
    {
        QFETCH(const QString, name);
        QFETCH(const QStringList, words);
        QCOMPARE(texts(schema(name)["enum"_L1]), words);
    }

    void theFormatsOfPicturesAreThoseOfTheCode()
    {
        using enum imaging::Format;
        const QStringList formats = namesOf(std::array{Jpeg, Png, Webp, Gif, Tiff, Heif});
        QCOMPARE(texts(schema(u"Media"_s)["properties"_L1]["format"_L1]["enum"_L1]), formats);
    }

    void theFeedHasTheNounsOfTheCode()
    {
        QStringList named;
        for (const QJsonValue &each : schema(u"FeedEntry"_s)["oneOf"_L1].toArray()) {
            const QJsonObject entry = schema(each["$ref"_L1].toString().section(u'/', -1));
            const QJsonValue noun = entry["properties"_L1]["noun"_L1];
            if (noun["const"_L1].isString()) {
                named.append(noun["const"_L1].toString());
                continue;
            }
            // Those of registers are open: none of the others.
            QCOMPARE(sorted(texts(noun["not"_L1]["enum"_L1])), sorted(namesOf(allNouns)));
        }
        QCOMPARE(sorted(named), sorted(namesOf(allNouns)));
    }

    // A member that the program writes and the description does not have, or the other way round.
    void descriptionsOfRegistersHaveTheMembersOfTheCode()
    {
        Register full = registers::link();
        Field &field = full.fields.front();
        field.help = {.vi = u"a"_s, .en = u"b"_s};
        field.count = Count::Many;
        field.merge = MergeRule::Refuse;
        field.rule = u"a"_s;
        field.columns = {Field{.name = u"a"_s}};
        field.limits = {
            .longest = 1, .least = 1, .most = 2, .pattern = u"a"_s, .choices = {{}}, .nouns = {Noun(u"a"_s)}};
        full.isSingle = true;
        full.parent = u"a"_s;
        full.search = {u"a"_s};
        full.keys = {{.name = u"a"_s,
                      .parts = {u"a"_s},
                      .breach = UniqueKey::Breach::Warn,
                      .during = UniqueKey::During::InForce}};
        full.sees = {{.role = Role::Editor, .of = Sight::Of::Own}};
        full.face = PublicFace{.address = u"a"_s, .page = u"a"_s, .slug = u"a"_s};
        const QJsonObject json = toJson(full);
        const auto membersOf = [](const QString &name) { return schema(name)["properties"_L1].toObject().keys(); };
        QCOMPARE(json.keys(), membersOf(u"Register"_s));
        QCOMPARE(json["fields"_L1][0].toObject().keys(), membersOf(u"Field"_s));
        const QJsonObject fieldSchema = schema(u"Field"_s)["properties"_L1].toObject();
        QCOMPARE(json["fields"_L1][0]["limits"_L1].toObject().keys(),
                 fieldSchema["limits"_L1]["properties"_L1].toObject().keys());
        QCOMPARE(json["about"_L1].toObject().keys(), membersOf(u"Words"_s));
        const QJsonObject registerSchema = schema(u"Register"_s)["properties"_L1].toObject();
        for (const auto list : {"keys"_L1, "sees"_L1})
            QCOMPARE(json[list][0].toObject().keys(),
                     registerSchema[list]["items"_L1]["properties"_L1].toObject().keys());
        QCOMPARE(json["face"_L1].toObject().keys(), registerSchema["face"_L1]["properties"_L1].toObject().keys());
    }

    void theNumbersAreThoseOfTheCode()
    {
        using namespace std::chrono;
        const UploadLimits uploads;
        const QJsonObject numbers{
            {"feedPage"_L1, wire::feedPage},
            {"feedPageBodies"_L1, qint64(wire::feedPageBodies)},
            {"longestWait"_L1, wire::longestWait},
            {"sessionDays"_L1, qint64(sessionLength.count())},
            {"signInFailuresOfAccount"_L1, AttemptLimiter::perAccount},
            {"signInFailuresOfAddress"_L1, AttemptLimiter::perAddress},
            {"signInFailuresOfStrangers"_L1, AttemptLimiter::perLogin},
            {"signInWindowMinutes"_L1, qint64(AttemptLimiter::window.count())},
            {"answersKeptDays"_L1, qint64(answersKept.count())},
            {"uploadBytes"_L1, uploads.length},
            {"uploadDays"_L1, qint64(duration_cast<days>(uploads.life).count())},
            {"openUploadsOfOne"_L1, uploads.openOfOne},
        };
        QCOMPARE(description["x-limits"_L1].toObject(), numbers);
        QCOMPARE(description["info"_L1]["version"_L1].toString(), QString::number(wire::version));
        const QJsonObject fields = schema(u"Content"_s)["properties"_L1].toObject();
        QCOMPARE(fields["title"_L1]["maxLength"_L1].toInt(), int(ContentLimits::title));
        QCOMPARE(fields["subtitle"_L1]["maxLength"_L1].toInt(), int(ContentLimits::subtitle));
        QCOMPARE(fields["lead"_L1]["maxLength"_L1].toInt(), int(ContentLimits::lead));
        QCOMPARE(fields["source"_L1]["maxLength"_L1].toInt(), int(ContentLimits::source));
        QCOMPARE(fields["correction"_L1]["maxLength"_L1].toInt(), int(ContentLimits::correction));
        QCOMPARE(fields["tags"_L1]["maxItems"_L1].toInt(), int(ContentLimits::tags));
        QCOMPARE(fields["tags"_L1]["items"_L1]["maxLength"_L1].toInt(), int(ContentLimits::tag));
        QCOMPARE(fields["bylines"_L1]["maxItems"_L1].toInt(), int(ContentLimits::bylines));
        QCOMPARE(schema(u"Byline"_s)["properties"_L1]["name"_L1]["maxLength"_L1].toInt(), int(ContentLimits::byline));
    }

    void everyStepHasACommand_data()
    {
        QTest::addColumn<Step>("step");
        for (const Step step : allSteps)
            QTest::newRow(qPrintable(toText(step))) << step;
    }
    void everyStepHasACommand()
    {
        QFETCH(const Step, step);
        const QString mapped =
            schema(u"Command"_s)["discriminator"_L1]["mapping"_L1][toText(step)].toString().section(u'/', -1);
        const QJsonObject members = schema(mapped)["properties"_L1].toObject();
        QCOMPARE(members["kind"_L1]["const"_L1].toString(), toText(step));
        // Of all members that any command has, those that this one reads are those that it sends.
        const QJsonObject target{{"noun"_L1, u"article"_s}, {"id"_L1, ArticleId::create(m_clock, m_dice).toText()}};
        const QJsonObject args{{"beginsSitting"_L1, true},
                               {"content"_L1, toJson(fullContent(m_clock, m_dice))},
                               {"confirmsNoStateSecret"_L1, true},
                               {"contentHash"_L1, QString()},
                               {"at"_L1, 1}};
        const auto command =
            commandFromJson({{"kind"_L1, toText(step)}, {"target"_L1, target}, {"version"_L1, 1}, {"args"_L1, args}});
        QVERIFY(command);
        const QJsonObject sent = toJson(Envelope{.request = {}, .command = *command});
        QCOMPARE(sent.keys(), members.keys());
        QCOMPARE(sent["args"_L1].toObject().keys(), members["args"_L1]["properties"_L1].toObject().keys());
    }

    void commandsAreThoseOfTheCode()
    {
        QCOMPARE(schema(u"Command"_s)["discriminator"_L1]["mapping"_L1].toObject().keys(), sorted(namesOf(allSteps)));
        QCOMPARE(schema(u"Command"_s)["oneOf"_L1].toArray().size(), qsizetype(allSteps.size()));
    }

    // Every member that is sent is described, and every described one is sent, by values that have all of them.
    void membersAreThoseThatAreSent_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonObject>("sent");
        const auto row = [](const char *name, const QJsonObject &sent) {
            QTest::newRow(name) << QString::fromLatin1(name) << sent;
        };
        const Instant now = m_clock.now();
        const auto person = UserId::create(m_clock, m_dice);
        const User user{.id = person,
                        .login = u"phongvien"_s,
                        .name = u"Thu Hiền"_s,
                        .penName = {},
                        .standing = Standing::Active,
                        .grants = {{.role = Role::Reporter, .section = {}}}};
        RecordSnapshot snapshot;
        Article article;
        article.id = ArticleId::create(m_clock, m_dice);
        article.setContent(fullContent(m_clock, m_dice));
        article.approval = Approval{.version = 1, .contentHash = {}, .by = person, .at = now};
        article.scheduledAt = now;
        article.publication =
            Publication{.number = 1, .slug = {}, .version = 1, .firstAt = now, .at = now, .takenDownAt = now};
        snapshot.record = recordOf(article);
        snapshot.savedBy = person;
        snapshot.decisions = {
            {.record = article.id, .version = 1, .step = Step::Submit, .actor = person, .at = now, .reason = {}}};
        const Revision revision{.article = article.id,
                                .version = 1,
                                .savedBy = person,
                                .savedAt = now,
                                .contentHash = {},
                                .content = article.content};
        Revision facts = revision;
        facts.content = {};
        const QJsonObject articleJson = toJson(snapshot);
        const QJsonObject userJson = toJson(user);
        const QJsonObject workflow = toJson(Workflow::standard());
        const QByteArray sentPage = toBody({.epoch = {},
                                            .next = 1,
                                            .more = false,
                                            .now = 1,
                                            .entries = {{.sequence = 1, .noun = {}, .id = {}, .value = {}}},
                                            .view = {}});
        const QJsonObject page = QJsonDocument::fromJson(sentPage).object();
        row("View", toJson(View()));
        row("User", userJson);
        row("Grant", userJson["grants"_L1][0].toObject());
        row("Section", toJson(Section()));
        row("Site", toJson(Site()));
        row("Media", toJson(Media()));
        row("Workflow", workflow);
        row("Transition", workflow["transitions"_L1][0].toObject());
        row("Article", articleJson);
        row("Approval", articleJson["approval"_L1].toObject());
        row("Publication", articleJson["publication"_L1].toObject());
        row("Decision", articleJson["decisions"_L1][0].toObject());
        row("Content", articleJson["content"_L1].toObject());
        row("Byline", articleJson["content"_L1]["bylines"_L1][0].toObject());
        row("Revision", toJson(revision));
        QJsonObject listed = toJson(facts);
        listed.insert("superseded"_L1, true); // said by the list of versions (backend/api/Api.cpp)
        row("RevisionFacts", listed);
        row("FeedPage", page);
        row("ArticleEntry", page["entries"_L1][0].toObject());
        row("SignIn", toJson(SignInRequest()));
        row("Session", toJson(SignInAnswer()));
        row("Publish", toJson(Envelope{.request = {}, .command = Publish()}));
        row("Target", toJson(Command(Publish()))["target"_L1].toObject());
    }
    void membersAreThoseThatAreSent()
    {
        QFETCH(const QString, name);
        QFETCH(const QJsonObject, sent);
        QCOMPARE(schema(name)["properties"_L1].toObject().keys(), sent.keys());
    }
};

QTEST_GUILESS_MAIN(TestOpenapi)
#include "tst_openapi.moc"
