#include "domain/ContentMerge.h"

#include "../document/RandomDocument.h"
#include "base/Clock.h"
#include "document/Document.h"

#include <QTest>

#include <functional>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

using Bylines = std::vector<Byline>;

Byline by(const QString &name, Share share = Share::Words)
{
    return {.name = name, .share = share};
}

// Contents, and changes of them as people make: each field by itself, lists entry by entry.
class ContentWriter
{
public:
    ContentWriter(quint64 seed, const QString &prefix)
        : m_dice(seed)
        , m_ids(seed)
        , m_document(seed, prefix)
        , m_prefix(prefix)
    { }

    Content content()
    {
        Content made;
        for (const TextField field : allTextFields)
            made.*memberOf(field) = m_dice.below(4) == 0 ? QString() : words(6);
        for (quint64 i = 0, count = m_dice.below(6); i < count; ++i)
            made.tags.append(words(2));
        for (quint64 i = 0, count = m_dice.below(5); i < count; ++i)
            made.bylines.push_back(by(words(2), anyShare()));
        if (!made.bylines.empty() && m_dice.below(3) == 0) // who wrote it and took its pictures
            made.bylines.push_back(by(made.bylines.front().name, anyShare()));
        made.section = anySection();
        made.body = document::toJson(m_document.document(3));
        for (quint64 i = 0, count = m_dice.below(3); i < count; ++i)
            editOthers(made.others);
        if (m_dice.below(5) == 0)
            made.conflicts = {TextField::Lead, TextField::Source};
        return *cleanContent(made);
    }

    Content edited(Content content)
    {
        for (quint64 i = 0, count = m_dice.below(5); i < count; ++i)
            editOne(content);
        return *cleanContent(content);
    }

private:
    void editOne(Content &content)
    {
        switch (m_dice.below(8)) {
        case 0:
            editText(content.*memberOf(allTextFields[m_dice.below(allTextFields.size())]));
            break;
        case 1: {
            auto body = document::fromJson(content.body);
            content.body = document::toJson(m_document.edited(*std::move(body)));
            break;
        }
        case 2:
            content.genre = std::array{u"newsBrief"_s, u"article"_s, u"own.podcast"_s}[m_dice.below(3)];
            break;
        case 3:
            content.section = anySection();
            break;
        case 4:
            editList(
                content.tags, [this](QString &tag) { tag = words(2); }, [this] { return words(2); });
            break;
        case 5:
            editList(
                content.bylines,
                [this](Byline &byline) {
                    if (m_dice.below(3) == 0)
                        editOthers(byline.others);
                    else
                        byline.share = anyShare();
                },
                [this] { return by(words(2), anyShare()); });
            break;
        case 6:
            editOthers(content.others);
            break;
        default:
            if (!content.conflicts.empty())
                content.conflicts.erase(content.conflicts.begin());
        }
    }

    template <typename List, typename Change, typename Make>
    void editList(List &list, Change change, Make make)
    {
        const auto any = [&] { return std::ptrdiff_t(m_dice.below(quint64(list.size()))); };
        switch (list.empty() ? 0 : m_dice.below(4)) {
        case 0:
            list.insert(list.begin() + std::ptrdiff_t(m_dice.below(quint64(list.size()) + 1)), make());
            break;
        case 1:
            list.erase(list.begin() + any());
            break;
        case 2: {
            const auto moved = list[any()];
            list.erase(list.begin() + std::distance(list.begin(), std::ranges::find(list, moved)));
            list.insert(list.begin() + std::ptrdiff_t(m_dice.below(quint64(list.size()) + 1)), moved);
            break;
        }
        default:
            change(list[any()]);
        }
    }

    void editText(QString &text)
    {
        QStringList parts = text.split(u' ', Qt::SkipEmptyParts);
        const auto at = qsizetype(m_dice.below(quint64(parts.size()) + 1));
        if (m_dice.below(3) == 0 && at < parts.size())
            parts.removeAt(at);
        else
            parts.insert(at, words(1));
        text = parts.join(u' ');
    }

    // What a later program says, of which this one knows nothing.
    void editOthers(QJsonObject &others)
    {
        const QString name = u"member%1"_s.arg(m_dice.below(3));
        if (others.contains(name) && m_dice.below(3) == 0)
            others.remove(name);
        else
            others.insert(name, QJsonObject{{u"says"_s, words(2)}});
    }

    QString words(quint64 most)
    {
        QStringList made;
        for (quint64 i = 0, count = 1 + m_dice.below(most); i < count; ++i)
            made.append(m_prefix + QString::number(++m_words));
        return made.join(u' ');
    }

    Share anyShare() { return allShares[m_dice.below(allShares.size())]; }
    SectionId anySection()
    {
        const SystemClock clock;
        return SectionId::create(clock, m_ids);
    }

    SeededDice m_dice;
    SeededDice m_ids;
    document::build::RandomWriter m_document;
    QString m_prefix;
    int m_words = 0;
};

// Each field of a content by itself.
struct Field
{
    const char *name;
    std::function<bool(const Content &, const Content &)> isSame;
};

template <typename Member>
Field field(const char *name, Member member)
{
    return {name, [member](const Content &one, const Content &other) { return one.*member == other.*member; }};
}

Field otherField(QLatin1StringView name)
{
    return {name.data(), [name](const Content &one, const Content &other) {
                return one.others.value(name) == other.others.value(name);
            }};
}

const std::vector<Field> &allFields()
{
    static const std::vector<Field> fields{
        field("title", &Content::title),   field("subtitle", &Content::subtitle),
        field("lead", &Content::lead),     field("body", &Content::body),
        field("genre", &Content::genre),   field("section", &Content::section),
        field("tags", &Content::tags),     field("bylines", &Content::bylines),
        field("source", &Content::source), field("correction", &Content::correction),
        otherField("member0"_L1),          otherField("member1"_L1),
        otherField("member2"_L1),
    };
    return fields;
}

QStringList names(const Bylines &bylines)
{
    QStringList all;
    for (const Byline &byline : bylines)
        all.append(byline.name);
    return all;
}

QStringList entries(const Bylines &bylines)
{
    QStringList all;
    for (const Byline &byline : bylines)
        all.append(byline.name + u'/' + toText(byline.share));
    return all;
}

QStringList onlyOf(const QStringList &list, const QStringList &wanted)
{
    QStringList all;
    std::ranges::copy_if(list, std::back_inserter(all), [&](const QString &each) { return wanted.contains(each); });
    return all;
}

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

} // namespace

class TestContentMerge : public QObject
{
    Q_OBJECT

private:
    // Names that all three have, in whose order they may stand.
    static void checkOrder(const QStringList &base, const QStringList &theirs, const QStringList &mine,
                           const QStringList &merged)
    {
        const QStringList common = onlyOf(onlyOf(base, theirs), mine);
        const QStringList inBase = onlyOf(base, common), inTheirs = onlyOf(theirs, common),
                          inMine = onlyOf(mine, common);
        if (inMine == inBase)
            QCOMPARE(onlyOf(merged, common), inTheirs);
        else
            QCOMPARE(onlyOf(merged, common), inMine);
    }

    static void checkMembers(const QStringList &base, const QStringList &theirs, const QStringList &mine,
                             const QStringList &merged)
    {
        for (const QStringList *side : {&theirs, &mine}) {
            for (const QString &entry : *side)
                QVERIFY2(base.contains(entry) || merged.contains(entry), qPrintable(entry)); // added
        }
        for (const QString &entry : base)
            QCOMPARE(merged.contains(entry), theirs.contains(entry) && mine.contains(entry));
        QCOMPARE(QSet<QString>(merged.begin(), merged.end()).size(), merged.size());
    }

private slots:
    void aReorderIsNotLostToAChangeElsewhere()
    {
        Content base;
        base.lead = u"một"_s;
        base.tags = {u"a"_s, u"b"_s, u"c"_s};
        base.bylines = {by(u"Hiền"_s), by(u"Nam"_s, Share::Photos), by(u"Lan"_s)};
        Content moved = base;
        moved.tags = {u"c"_s, u"a"_s, u"b"_s};
        moved.bylines = {by(u"Lan"_s), by(u"Hiền"_s), by(u"Nam"_s, Share::Photos)};
        Content written = base;
        written.lead = u"một hai"_s;
        for (const auto &merged : {mergeContent(base, moved, written), mergeContent(base, written, moved)}) {
            QVERIFY(merged);
            QCOMPARE(merged->tags, moved.tags);
            QCOMPARE(merged->bylines, moved.bylines);
            QCOMPARE(merged->lead, written.lead);
        }
    }

    void listsThatBothChangedKeepBothChanges_data()
    {
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<QString>("mine");
        QTest::addColumn<QString>("merged");
        QTest::newRow("moved; added at the end") << u"c a b"_s << u"a b c d"_s << u"c a b d"_s;
        QTest::newRow("added at the front; moved") << u"d a b c"_s << u"b c a"_s << u"b c d a"_s;
        QTest::newRow("taken out; moved") << u"a c"_s << u"c b a"_s << u"c a"_s;
        QTest::newRow("both moved") << u"b a c"_s << u"c a b"_s << u"c a b"_s;
        QTest::newRow("the same added") << u"a b c d"_s << u"d a b c"_s << u"a b c d"_s;
        QTest::newRow("both added") << u"a b c x"_s << u"a b c y"_s << u"a b c x y"_s;
        QTest::newRow("all taken out; one added") << u""_s << u"a b c d"_s << u"d"_s;
    }
    void listsThatBothChangedKeepBothChanges()
    {
        QFETCH(QString, theirs);
        QFETCH(QString, mine);
        Content base, left, right;
        base.tags = {u"a"_s, u"b"_s, u"c"_s};
        left.tags = theirs.split(u' ', Qt::SkipEmptyParts);
        right.tags = mine.split(u' ', Qt::SkipEmptyParts);
        const auto merged = mergeContent(base, left, right);
        QVERIFY(merged);
        QTEST(merged->tags.join(u' '), "merged");
    }

    void aShareThatOneGaveStaysWhereTheOtherPutTheName()
    {
        Content base, theirs, mine;
        base.bylines = {by(u"Hiền"_s), by(u"Nam"_s)};
        theirs.bylines = {by(u"Hiền"_s, Share::Photos), by(u"Nam"_s)};
        mine.bylines = {by(u"Nam"_s), by(u"Hiền"_s)};
        const Bylines both{by(u"Nam"_s), by(u"Hiền"_s, Share::Photos)};
        QCOMPARE(mergeContent(base, theirs, mine)->bylines, both);
        QCOMPARE(mergeContent(base, mine, theirs)->bylines, both);

        // Taken out by one while the other gave it another share: nobody's part is lost.
        mine.bylines = {by(u"Nam"_s)};
        QCOMPARE(mergeContent(base, theirs, mine)->bylines, theirs.bylines);
        QCOMPARE(mergeContent(base, mine, theirs)->bylines, theirs.bylines);
    }

    void whatALaterProgramSaysOfANameStaysWithIt()
    {
        Content base, theirs, mine;
        base.bylines = {{.name = u"Hiền"_s, .share = Share::Words, .others = {{u"unit"_s, 1}, {u"paid"_s, false}}}};
        theirs = mine = base;
        theirs.bylines[0].others = {{u"unit"_s, 2}, {u"paid"_s, false}};
        mine.bylines[0].share = Share::Editing;
        mine.bylines[0].others = {{u"unit"_s, 1}};
        const Bylines both{{.name = u"Hiền"_s, .share = Share::Editing, .others = {{u"unit"_s, 2}}}};
        QCOMPARE(mergeContent(base, theirs, mine)->bylines, both);
        QCOMPARE(mergeContent(base, mine, theirs)->bylines, both);
    }

    // What nobody can read is not looked at while one side alone changed it.
    void aBodyThatOneSideAloneChangedIsAsThatSideLeftIt()
    {
        Content base, theirs, mine;
        base.body = "{\"type\":\"doc\",\"content\":[{\"type\":\"unheard of\"}]}";
        theirs = mine = base;
        theirs.title = u"Một"_s;
        mine.body = document::toJson(document::emptyDocument());
        const auto merged = mergeContent(base, theirs, mine);
        QVERIFY(merged);
        QCOMPARE(merged->body, mine.body);
        QCOMPARE(merged->title, theirs.title);
    }

    void ofSectionAndGenreTheFirstChoiceStandsAndTheSecondIsTold()
    {
        const SystemClock clock;
        SystemDice dice;
        Content base;
        base.section = SectionId::create(clock, dice);
        Content theirs = base, mine = base;
        theirs.section = SectionId::create(clock, dice);
        theirs.genre = u"reportage"_s;
        mine.section = SectionId::create(clock, dice);
        mine.genre = u"interview"_s;
        const auto merged = mergeContent(base, theirs, mine);
        QVERIFY(merged);
        QCOMPARE(merged->section, theirs.section);
        QCOMPARE(merged->genre, theirs.genre);
        QCOMPARE(outvoted(base, theirs, mine), (std::vector<QString>{u"content.section"_s, u"content.genre"_s}));
        QVERIFY(outvoted(base, theirs, base).empty());
        QVERIFY(outvoted(base, base, mine).empty());
        QVERIFY(outvoted(base, mine, mine).empty());
        theirs.section = base.section;
        QCOMPARE(mergeContent(base, theirs, mine)->section, mine.section);
    }

    void whatOneSideAloneTouchedIsAsThatSideLeftIt()
    {
        int apart = 0, together = 0;
        for (quint64 seed = 0; seed < 3000; ++seed) {
            const Content base = ContentWriter(seed, u"gốc"_s).content();
            const Content theirs = ContentWriter(seed * 2 + 10'000'001, u"họ"_s).edited(base);
            const Content mine = ContentWriter(seed * 3 + 20'000'003, u"tôi"_s).edited(base);
            const auto there = mergeContent(base, theirs, mine);
            const auto back = mergeContent(base, mine, theirs);
            QVERIFY(there && back);
            bool areApart = true;
            for (const Field &each : allFields()) {
                const QByteArray where = each.name + QByteArray(" of seed ") + QByteArray::number(seed);
                const bool byThem = !each.isSame(base, theirs), byMe = !each.isSame(base, mine);
                if (byThem && byMe && !each.isSame(theirs, mine)) {
                    areApart = false;
                    continue;
                }
                const Content &left = byThem ? theirs : mine;
                QVERIFY2(each.isSame(*there, left), where.constData());
                QVERIFY2(each.isSame(*back, left), where.constData());
            }
            ++(areApart ? apart : together);
            if (areApart)
                QCOMPARE(*there, *back);
            QCOMPARE(mergeContent(base, base, mine)->body, mine.body);
            QCOMPARE(*mergeContent(base, base, mine), mine);
            QCOMPARE(*mergeContent(base, theirs, base), theirs);
            QCOMPARE(*mergeContent(base, mine, mine), mine);

            checkMembers(base.tags, theirs.tags, mine.tags, there->tags);
            checkOrder(base.tags, theirs.tags, mine.tags, there->tags);
            QCOMPARE(sorted(there->tags), sorted(back->tags));
            const QStringList bylines = entries(there->bylines);
            if (names(base.bylines).removeDuplicates() == 0) {
                checkOrder(names(base.bylines), names(theirs.bylines), names(mine.bylines), names(there->bylines));
                for (const Byline &byline : base.bylines) {
                    const bool inAll =
                        names(theirs.bylines).contains(byline.name) && names(mine.bylines).contains(byline.name);
                    QVERIFY2(!inAll || names(there->bylines).count(byline.name) == 1, qPrintable(byline.name));
                }
            }
            if (entries(base.bylines).removeDuplicates() == 0 && entries(theirs.bylines).removeDuplicates() == 0
                && entries(mine.bylines).removeDuplicates() == 0)
                QCOMPARE(QSet<QString>(bylines.begin(), bylines.end()).size(), bylines.size());
            QCOMPARE(sorted(names(there->bylines)), sorted(names(back->bylines)));
            if (QTest::currentTestFailed()) {
                qWarning("seed %llu", seed);
                return;
            }
        }
        QVERIFY2(apart > 500 && together > 500, "the edits do not meet as they should");
    }
};

QTEST_APPLESS_MAIN(TestContentMerge)
#include "tst_contentmerge.moc"
