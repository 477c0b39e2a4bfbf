#include "SampleRegister.h"

#include "domain/Register.h"
#include "domain/registers/Link.h"
#include "domain/registers/Page.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <functional>

using namespace toasoan;
using namespace toasoan::build;
using namespace Qt::StringLiterals;

namespace {

using Change = std::function<void(Register &)>;

Field &at(Register &described, const QString &name)
{
    return *std::ranges::find(described.fields, name, &Field::name);
}

Transition row(State from, Step step, State to, Role role = Role::Secretary)
{
    return {.from = from, .step = step, .role = role, .to = to};
}

QString faultOf(const Result<void> &result)
{
    return result ? QString() : result.error().subject;
}

} // namespace

Q_DECLARE_METATYPE(Change)

class TestRegister : public QObject
{
    Q_OBJECT

private slots:
    void everyStandardRegisterIsWhole()
    {
        QSet<QString> nouns;
        for (const Register &described : standardRegisters()) {
            const auto fits = checkRegister(described);
            QVERIFY2(fits, qPrintable(toText(described.noun) + u": "_s + faultOf(fits)));
            QVERIFY(!nouns.contains(toText(described.noun)));
            nouns.insert(toText(described.noun));
            const auto back = registerFromJson(toJson(described));
            QVERIFY(back);
            QCOMPARE(*back, described);
            QCOMPARE(raised(described, described), described);
            for (const Field &field : described.fields)
                QVERIFY2(!field.label.en.isEmpty(), qPrintable(field.name));
        }
        QVERIFY(nouns.contains(u"link"_s));
    }

    void aLinkIsPublicAsSoonAsItIsSaved()
    {
        const Register link = registers::link();
        QCOMPARE(link.chain.front().from, State::Published);
        QVERIFY(link.find(u"address"_s));
        QVERIFY(!link.find(u"phone"_s));
    }

    void onlyWhatIsReviewedIsAnythingButPublishedAndClosed()
    {
        QVERIFY(hasReview(registers::page()));
        QVERIFY(!hasReview(registers::link()));
    }

    void aDescriptionComesBackFromJson()
    {
        Register described = sampleRegister();
        described.about = {u"Để thử"_s, {}};
        described.fields[0].help = {u"Họ và tên"_s, u"Full name"_s};
        described.sees = {{.role = Role::Contributor, .of = Sight::Of::Own}, {.role = Role::Editor}};
        described.keys = {{.name = u"name"_s, .parts = {u"name"_s}}};
        described.face = PublicFace{.address = u"mau-thu"_s, .page = u"samples"_s, .slug = u"name"_s};
        described.others = {{u"later"_s, QJsonArray{1}}};
        described.fields[1].others = {{u"later"_s, 2}};
        described.fields[3].limits.others = {{u"step"_s, 5}};
        described.one.others = {{u"lo"_s, u"ຕົວຢ່າງ"_s}};
        described.keys[0].others = {{u"within"_s, u"unit"_s}};
        described.chain[0].ownership = Ownership::Own;
        QVERIFY(checkRegister(described));
        const QJsonObject json = toJson(described);
        const auto back = registerFromJson(QJsonDocument::fromJson(QJsonDocument(json).toJson()).object());
        QVERIFY2(back, qPrintable(back ? QString() : back.error().subject));
        QCOMPARE(*back, described);
        QCOMPARE(toJson(*back), json);
    }

    void whatIsByDefaultIsLeftOut()
    {
        const QJsonObject json = toJson(Register{.noun = Noun(u"own.bare"_s)});
        QCOMPARE(json, (QJsonObject{{u"noun"_s, u"own.bare"_s}}));
        QCOMPARE(toJson(sampleRegister())[u"fields"_s][1].toObject().keys(),
                 (QStringList{u"kind"_s, u"label"_s, u"name"_s}));
    }

    void whatOnlyALaterProgramCanDoIsKept()
    {
        QJsonObject json = toJson(sampleRegister());
        QJsonArray chain = json[u"chain"_s].toArray(), sees;
        QJsonObject later = chain[0].toObject();
        later.insert(u"step"_s, u"notarise"_s);
        chain.append(later);
        json.insert(u"chain"_s, chain);
        sees.append(QJsonObject{{u"role"_s, u"editor"_s}});
        sees.append(QJsonObject{{u"role"_s, u"archivist"_s}, {u"of"_s, u"unit"_s}});
        json.insert(u"sees"_s, sees);
        const auto described = registerFromJson(json);
        QVERIFY(described);
        QCOMPARE(described->chain, sampleRegister().chain);
        QCOMPARE(described->sees, (std::vector<Sight>{{.role = Role::Editor}}));
        QCOMPARE(toJson(*described), json);
    }

    void whatCannotBeGoneByIsUnsupported_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("value");
        QTest::newRow("kind") << u"kind"_s << u"map"_s;
        QTest::newRow("need") << u"need"_s << u"wanted"_s;
        QTest::newRow("count") << u"count"_s << u"two"_s;
        QTest::newRow("merge") << u"merge"_s << u"vote"_s;
    }
    void whatCannotBeGoneByIsUnsupported()
    {
        QFETCH(const QString, member);
        QFETCH(const QString, value);
        QJsonObject json = toJson(sampleRegister());
        QJsonArray fields = json[u"fields"_s].toArray();
        QJsonObject field = fields[1].toObject();
        field.insert(member, value);
        fields[1] = field;
        json.insert(u"fields"_s, fields);
        const auto described = registerFromJson(json);
        QVERIFY(!described);
        QCOMPARE(described.error().code, ErrorCode::Unsupported);
        QCOMPARE(described.error().subject, u"register.fields.1."_s + member);
    }

    void aBeginningOrASightOfALaterProgramIsUnsupported()
    {
        QJsonObject json = toJson(sampleRegister());
        QJsonArray chain = json[u"chain"_s].toArray();
        QJsonObject later = chain[0].toObject();
        later.insert(u"from"_s, u"proposed"_s);
        chain.prepend(later);
        json.insert(u"chain"_s, chain);
        QCOMPARE(registerFromJson(json).error(), (Error{ErrorCode::Unsupported, u"register.chain"_s, {}}));

        json = toJson(sampleRegister());
        json.insert(u"sees"_s, QJsonArray{QJsonObject{{u"role"_s, u"archivist"_s}}});
        QCOMPARE(registerFromJson(json).error(), (Error{ErrorCode::Unsupported, u"register.sees"_s, {}}));
    }

    void whatIsNoDescriptionIsRefusedAtItsPlace_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("place");
        const QJsonObject line{{u"name"_s, u"a"_s}, {u"kind"_s, u"line"_s}};
        const auto with = [&line](const QString &member, const QJsonValue &value) {
            QJsonObject field = line;
            field.insert(member, value);
            return QJsonValue(QJsonArray{field});
        };
        QTest::newRow("no noun") << u"noun"_s << QJsonValue(5) << u"register.noun"_s;
        QTest::newRow("fields") << u"fields"_s << QJsonValue(QJsonObject()) << u"register.fields"_s;
        QTest::newRow("a field") << u"fields"_s << QJsonValue(QJsonArray{QJsonArray()}) << u"register.fields.0"_s;
        QTest::newRow("kind") << u"fields"_s << with(u"kind"_s, 1) << u"register.fields.0.kind"_s;
        QTest::newRow("label") << u"fields"_s << with(u"label"_s, u"Tên"_s) << u"register.fields.0.label"_s;
        QTest::newRow("words") << u"fields"_s << with(u"label"_s, QJsonObject{{u"vi"_s, 1}})
                               << u"register.fields.0.label.vi"_s;
        QTest::newRow("limits") << u"fields"_s << with(u"limits"_s, QJsonArray()) << u"register.fields.0.limits"_s;
        QTest::newRow("longest") << u"fields"_s << with(u"limits"_s, QJsonObject{{u"longest"_s, 1.5}})
                                 << u"register.fields.0.limits.longest"_s;
        QTest::newRow("a choice") << u"fields"_s << with(u"limits"_s, QJsonObject{{u"choices"_s, QJsonArray{u"a"_s}}})
                                  << u"register.fields.0.limits.choices.0"_s;
        QTest::newRow("columns in columns") << u"fields"_s << with(u"columns"_s, with(u"columns"_s, QJsonArray{line}))
                                            << u"register.fields.0.columns.0.columns"_s;
        QTest::newRow("title") << u"title"_s << QJsonValue(QJsonArray()) << u"register.title"_s;
        QTest::newRow("list") << u"list"_s << QJsonValue(QJsonArray{1}) << u"register.list"_s;
        QTest::newRow("keys") << u"keys"_s << QJsonValue(QJsonArray{QJsonObject()}) << u"register.keys.0.name"_s;
        QTest::newRow("chain") << u"chain"_s << QJsonValue(QJsonArray{1}) << u"register.chain.0.from"_s;
        QTest::newRow("sees") << u"sees"_s << QJsonValue(QJsonArray{1}) << u"register.sees.0"_s;
        QTest::newRow("face") << u"face"_s << QJsonValue(u"links"_s) << u"register.face"_s;
        QJsonArray many;
        for (int i = 0; i < 201; ++i)
            many.append(line);
        QTest::newRow("too many fields") << u"fields"_s << QJsonValue(many) << u"register.fields"_s;
        QTest::newRow("too much of it") << u"later"_s << QJsonValue(QString(20'000, u'a')) << u"register"_s;
        QJsonValue deep = 1;
        for (int i = 0; i < 6; ++i)
            deep = QJsonArray{deep};
        QTest::newRow("too deep") << u"later"_s << deep << u"register"_s;
    }
    void whatIsNoDescriptionIsRefusedAtItsPlace()
    {
        QFETCH(const QString, member);
        QFETCH(const QJsonValue, value);
        QJsonObject json = toJson(sampleRegister());
        json.insert(member, value);
        const auto described = registerFromJson(json);
        QVERIFY(!described);
        QTEST(described.error().subject, "place");
    }

    void partsThatDoNotFitAreRefused_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const char *place, Change change) {
            QTest::newRow(name) << std::move(change) << QString::fromLatin1(place);
        };
        row("nothing is wrong", "", [](Register &) {});
        row("one entry alone, with a title", "register.single", [](Register &r) { r.isSingle = true; });
        row("one entry alone, with what it needs", "register.single", [](Register &r) {
            r = {.noun = r.noun, .one = r.one, .many = r.many, .fields = r.fields, .isSingle = true, .chain = r.chain};
        });
        row("one entry alone", "", [](Register &r) {
            for (Field &field : r.fields)
                field.need = Need::Optional;
            r = {.noun = r.noun, .one = r.one, .many = r.many, .fields = r.fields, .isSingle = true, .chain = r.chain};
        });
        row("a house's noun", "register.noun", [](Register &r) { r.noun = nouns::article; });
        row("no noun", "register.noun", [](Register &r) { r.noun = Noun(u"Own things"_s); });
        row("no words", "register.many", [](Register &r) { r.many.vi.clear(); });
        row("hidden signs", "register.one", [](Register &r) { r.one.en = u"a\u202Eb"_s; });
        row("a name twice", "register.fields.name", [](Register &r) { r.fields.push_back(r.fields[1]); });
        row("in capitals alone", "register.fields.name", [](Register &r) { r.fields[1].name = u"nAME"_s; });
        for (const char *name :
             {"open", "row", "own", "Name", "a b", "1a", "own.", "own.own.a", "a_b", "á", "a\n", ""}) {
            row(qPrintable(u"the name '%1'"_s.arg(QString::fromUtf8(name))), "register.fields.name",
                [name](Register &r) { r.fields[1].name = QString::fromUtf8(name); });
        }
        row("a long name", "register.fields.name", [](Register &r) { r.fields[1].name = QString(41, u'a'); });
        row("a label", "register.fields.1.label", [](Register &r) { r.fields[1].label = {{}, u"About"_s}; });
        row("rows without columns", "register.fields.14.columns",
            [](Register &r) { at(r, u"rows"_s).columns.clear(); });
        row("columns without rows", "register.fields.1.columns",
            [](Register &r) { r.fields[1].columns = {r.fields[0]}; });
        row("a body in rows", "register.fields.14.columns.1.kind",
            [](Register &r) { at(r, u"rows"_s).columns[1].kind = FieldKind::Body; });
        row("a column twice", "register.fields.14.columns.name",
            [](Register &r) { at(r, u"rows"_s).columns[1].name = u"who"_s; });
        row("a list of rows", "register.fields.14.count", [](Register &r) { at(r, u"rows"_s).count = Count::Many; });
        row("no choices", "register.fields.9.limits.choices",
            [](Register &r) { at(r, u"sort"_s).limits.choices.clear(); });
        row("a choice twice", "register.fields.9.limits.choices",
            [](Register &r) { at(r, u"sort"_s).limits.choices[1].code = u"One"_s; });
        row("a choice without words", "register.fields.9.limits.choices",
            [](Register &r) { at(r, u"sort"_s).limits.choices[1].label = {}; });
        row("no nouns", "register.fields.12.limits.nouns", [](Register &r) { at(r, u"unit"_s).limits.nouns.clear(); });
        row("a pattern", "register.fields.16.limits.pattern",
            [](Register &r) { at(r, u"code"_s).limits.pattern = u"["_s; });
        row("a pattern of a date", "register.fields.6.limits.pattern",
            [](Register &r) { at(r, u"day"_s).limits.pattern = u"."_s; });
        row("upside down", "register.fields.3.limits.least",
            [](Register &r) { at(r, u"count"_s).limits.least = 2000; });
        row("beyond what JSON has", "register.fields.3.limits.least",
            [](Register &r) { at(r, u"count"_s).limits.most = std::numeric_limits<qint64>::max(); });
        row("longest of a date", "register.fields.6.limits.longest",
            [](Register &r) { at(r, u"day"_s).limits.longest = 5; });
        row("an unknown rule", "register.fields.1.rule", [](Register &r) { r.fields[1].rule = u"sumOf"_s; });
        row("title of nothing", "register.title", [](Register &r) { r.title.clear(); });
        row("title without a field", "register.title", [](Register &r) { r.title = u"Mẫu"_s; });
        row("title of what is gone", "register.title", [](Register &r) { r.title = u"{name} {gone}"_s; });
        row("title of rows", "register.title", [](Register &r) { r.title = u"{rows}"_s; });
        row("title that is torn", "register.title", [](Register &r) { r.title = u"{name} {about"_s; });
        row("period", "register.period", [](Register &r) { r.period = u"day"_s; });
        row("parent", "register.parent", [](Register &r) { r.parent = u"unit"_s; });
        row("order", "register.order", [](Register &r) { r.order = u"tags"_s; });
        row("list", "register.list", [](Register &r) { r.list.append(u"body"_s); });
        row("list twice", "register.list", [](Register &r) { r.list.append(u"day"_s); });
        row("facet", "register.facets", [](Register &r) { r.facets.append(u"name"_s); });
        row("search", "register.search", [](Register &r) { r.search.append(u"day"_s); });
        row("key of what is gone", "register.keys", [](Register &r) { r.keys[0].parts = {u"gone"_s}; });
        row("key of a list", "register.keys", [](Register &r) { r.keys[0].parts = {u"tags"_s}; });
        row("key of nothing", "register.keys", [](Register &r) { r.keys[0].parts.clear(); });
        row("key in force, without a period", "register.keys", [](Register &r) { r.period.clear(); });
        row("face", "register.face.address", [](Register &r) { r.face = PublicFace{u"Đường dây"_s, {}}; });
        row("page", "register.face.page", [](Register &r) { r.face = PublicFace{{}, u"../x"_s}; });
        const auto pagesAt = [](Register &r, const QString &slug) {
            r.face = PublicFace{.address = {}, .page = {}, .slug = slug};
        };
        row("pages at what is gone", "register.face.slug", [=](Register &r) { pagesAt(r, u"gone"_s); });
        row("pages at what may be empty", "register.face.slug", [=](Register &r) { pagesAt(r, u"code"_s); });
        row("pages at what two may have", "register.face.slug", [=](Register &r) { pagesAt(r, u"name"_s); });
        row("pages at what one has", "", [=](Register &r) {
            r.keys = {{.name = u"name"_s, .parts = {u"name"_s}}};
            pagesAt(r, u"name"_s);
        });
    }
    void partsThatDoNotFitAreRefused()
    {
        QFETCH(const Change, change);
        Register described = sampleRegister();
        change(described);
        QTEST(faultOf(checkRegister(described)), "place");
    }

    void aChainLeadsOn_data()
    {
        using enum State;
        QTest::addColumn<std::vector<Transition>>("chain");
        QTest::addColumn<QString>("detail");
        const auto chain = [](const char *name, std::vector<Transition> rows, const QString &detail) {
            QTest::newRow(name) << std::move(rows) << detail;
        };
        const Transition save = row(Draft, Step::Save, Draft);
        chain("nothing", {}, u"nobody may save"_s);
        chain("no save", {row(Draft, Step::Publish, Published)}, u"nobody may save what is new"_s);
        chain("only the clock saves", {row(Draft, Step::Save, Draft, Role::System)}, u"nobody may save what is new"_s);
        chain("saved later only", {row(Draft, Step::Publish, Published), row(Published, Step::Save, Published)},
              u"nobody may save what is new"_s);
        chain("for ever a draft", {save}, u"a dead end: draft"_s);
        chain("published and left", {save, row(Draft, Step::Publish, Published)}, u"a dead end: published"_s);
        chain("refused", {save, row(Draft, Step::Refuse, Refused), row(Draft, Step::Delete, Deleted)},
              u"a dead end: refused"_s);
        chain("not led to", {save, row(Draft, Step::Delete, Deleted), row(Approved, Step::Publish, Published)},
              u"nothing leads to approved"_s);
        chain("twice", {save, save, row(Draft, Step::Delete, Deleted)}, u"twice: save"_s);
        chain("closed without a word", {row(Published, Step::Save, Published), row(Published, Step::Close, Closed)},
              u"without a reason: close"_s);
        chain("deleted", {save, row(Draft, Step::Delete, Deleted)}, {});
        chain("round and round", {save, row(Draft, Step::Publish, Published), row(Published, Step::Correct, Draft)},
              {});
        chain("by the clock",
              {save, row(Draft, Step::Schedule, Scheduled), row(Scheduled, Step::Publish, Unpublished, Role::System)},
              {});
        chain("as items go", Workflow::standard().transitions(), {});
        chain("as links go", registers::link().chain, {});
        chain("as fixed pages go", registers::page().chain, {});
    }
    void aChainLeadsOn()
    {
        QFETCH(const std::vector<Transition>, chain);
        Register described = sampleRegister();
        described.chain = chain;
        const auto fits = checkRegister(described);
        QTEST(fits ? QString() : fits.error().detail, "detail");
        QVERIFY(fits || fits.error().subject == u"register.chain");
    }

    void raisingKeepsWhatIsTheBoards()
    {
        const Register standard = sampleRegister();
        Register had = standard;
        had.noun = standard.noun;
        had.one = {u"Bản mẫu"_s, u"Pattern"_s};
        had.fields[0].label = {u"Họ tên"_s, {}};
        at(had, u"sort"_s).limits.choices[0].label = {u"Thứ nhất"_s, {}};
        at(had, u"sort"_s).limits.choices.push_back({.code = u"own.three"_s, .label = {u"Ba"_s, {}}});
        at(had, u"rows"_s).columns.push_back(field(u"own.note"_s, FieldKind::Line));
        had.fields.push_back(field(u"own.colour"_s, FieldKind::Flag));
        had.facets.append(u"own.colour"_s);
        had.keys.push_back({.name = u"own.key"_s, .parts = {u"own.hotline"_s}});
        had.list = {u"own.colour"_s, u"day"_s};
        had.chain.push_back(row(State::Published, Step::Unpublish, State::Unpublished));
        had.sees = {{.role = Role::Editor}};
        had.others = {{u"later"_s, 1}};

        Register next = standard;
        std::erase_if(next.fields, [](const Field &each) { return each.name == u"day"; });
        next.list = {u"sort"_s, u"count"_s};
        next.title = u"{name} ({code})"_s;
        next.face = PublicFace{u"mau"_s, {}};
        next.one = {u"Mẫu mới"_s, {}};
        next.fields[1].kind = FieldKind::Body;
        QVERIFY(checkRegister(had) && checkRegister(next));

        Register made = raised(had, next);
        QVERIFY2(checkRegister(made), qPrintable(faultOf(checkRegister(made))));
        QCOMPARE(made.one, had.one);
        QCOMPARE(made.title, next.title);
        QCOMPARE(made.face, next.face);
        QCOMPARE(made.chain, had.chain);
        QCOMPARE(made.sees, had.sees);
        QCOMPARE(made.others, had.others);
        QCOMPARE(made.list, QStringList{u"own.colour"_s});
        QVERIFY(made.facets.contains(u"own.colour"_s));
        QCOMPARE(made.keys.size(), std::size_t(2));
        QVERIFY(!made.find(u"day"_s));
        QCOMPARE(made.fields[0].label.vi, u"Họ tên"_s);
        QCOMPARE(made.fields[1].kind, FieldKind::Body);
        QVERIFY(made.find(u"own.colour"_s) && made.find(u"own.hotline"_s));
        QCOMPARE(at(made, u"sort"_s).limits.choices[0].label.vi, u"Thứ nhất"_s);
        QCOMPARE(at(made, u"sort"_s).limits.choices.back().code, u"own.three"_s);
        QCOMPARE(at(made, u"rows"_s).columns.back().name, u"own.note"_s);
        QCOMPARE(raised(made, next), made);
    }

    void aNameHasOneIdEverywhere()
    {
        // As Python's uuid.uuid5() makes them in the namespace of this house.
        QCOMPARE(idOfName(u"link"_s).toText(), u"818269c9-5f4a-5404-b51a-c7368b9aa03d"_s);
        QCOMPARE(idOfName(u"Nhuận bút"_s).toText(), u"ecc6256c-646e-5863-bf08-c73caf3a9539"_s);
        QVERIFY(RecordId::fromText(idOfName(u""_s).toText()));
    }

    void everyKindHasItsText()
    {
        for (const FieldKind kind : allFieldKinds)
            QCOMPARE(fieldKindFromText(toText(kind)), kind);
        QVERIFY(!fieldKindFromText(u"map"));
    }
};

QTEST_APPLESS_MAIN(TestRegister)
#include "tst_register.moc"
