#include "SampleRegister.h"

#include "../document/RandomDocument.h"
#include "base/Dice.h"
#include "document/Document.h"
#include "domain/EntryMerge.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace toasoan;
using namespace toasoan::build;
using namespace Qt::StringLiterals;

namespace {

// TOASOAN_SEEDS asks for more.
const auto seeds = quint64(std::max(100, qEnvironmentVariable("TOASOAN_SEEDS", u"3000"_s).toInt()));

QByteArray content(const char *json)
{
    return QByteArray(json).replace('\'', '"');
}

QByteArray bytesOf(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QString merged(const char *base, const char *theirs, const char *mine, const Register &described = sampleRegister())
{
    const auto merged = entry::merge(described, content(base), content(theirs), content(mine));
    return merged ? QString::fromUtf8(*merged).replace(u'"', u'\'')
                  : toText(merged.error().code) + u' ' + merged.error().subject;
}

QStringList idsOf(const QJsonArray &rows)
{
    QStringList ids;
    for (const QJsonValue &row : rows)
        ids.append(row[u"row"_s].toString());
    return ids;
}

QJsonObject rowOf(const QJsonArray &rows, const QString &id)
{
    const auto row = std::ranges::find_if(rows, [&](const QJsonValue &each) { return each[u"row"_s] == id; });
    return row == rows.end() ? QJsonObject() : (*row).toObject();
}

QStringList onlyOf(const QStringList &list, const QStringList &wanted)
{
    QStringList some;
    std::ranges::copy_if(list, std::back_inserter(some), [&](const QString &each) { return wanted.contains(each); });
    return some;
}

// Entries of the sample register, and changes of them as people make. Each value is written once.
class EntryWriter
{
public:
    EntryWriter(quint64 seed, const QString &prefix)
        : m_dice(seed)
        , m_document(seed, prefix)
        , m_prefix(prefix)
        , m_described(sampleRegister())
    { }

    QByteArray entry()
    {
        QJsonObject made;
        for (const Field &field : m_described.fields) {
            if (m_dice.below(3) != 0)
                made.insert(field.name, valueOf(field));
        }
        for (quint64 i = 0, count = m_dice.below(3); i < count; ++i)
            editOthers(made);
        if (m_dice.below(4) == 0)
            made.insert(u"open"_s,
                        QJsonArray{QJsonObject{{u"at"_s, u"name"_s}, {u"mine"_s, words(2)}},
                                   QJsonObject{{u"at"_s, u"day"_s}, {u"mine"_s, u"2020-02-02"_s}}});
        return *entry::clean(m_described, bytesOf(made));
    }

    QByteArray edited(const QByteArray &content)
    {
        QJsonObject json = objectOf(content);
        for (quint64 i = 0, count = m_dice.below(6); i < count; ++i)
            editOne(json);
        return *entry::clean(m_described, bytesOf(json));
    }

private:
    void editOne(QJsonObject &json)
    {
        if (m_dice.below(8) == 0)
            return editOthers(json);
        if (m_dice.below(12) == 0) {
            QJsonArray open = json.value(u"open"_s).toArray();
            if (!open.isEmpty())
                open.removeFirst();
            json.insert(u"open"_s, open);
            return;
        }
        const Field &field = m_described.fields[m_dice.below(m_described.fields.size())];
        if (field.merge == MergeRule::Refuse)
            return;
        if (field.kind == FieldKind::Rows || m_dice.below(4) == 0)
            return editRows(json);
        const QJsonValue was = json.value(field.name);
        if (m_dice.below(6) == 0)
            json.remove(field.name);
        else if (field.count == Count::Many)
            json.insert(field.name, editedList(was.toArray(), [this] { return QJsonValue(words(1)); }));
        else if (field.kind == FieldKind::Body && was.isObject())
            json.insert(field.name, editedBody(was.toObject()));
        else if ((field.kind == FieldKind::Line || field.kind == FieldKind::Text) && was.isString()
                 && field.limits.pattern.isEmpty())
            json.insert(field.name, editedText(was.toString()));
        else
            json.insert(field.name, valueOf(field));
    }

    void editRows(QJsonObject &json)
    {
        const Field &field = *m_described.find(u"rows"_s);
        QJsonArray rows = json.value(field.name).toArray();
        if (!rows.isEmpty() && m_dice.below(2) == 0) {
            const auto at = qsizetype(m_dice.below(quint64(rows.size())));
            QJsonObject row = rows[at].toObject();
            const Field &column = field.columns[1 + m_dice.below(3)];
            if (m_dice.below(4) == 0)
                row.remove(column.name);
            else if (m_dice.below(6) == 0)
                row.insert(u"later"_s, words(1));
            else
                row.insert(column.name, valueOf(column));
            rows[at] = row;
        } else {
            rows = editedList(rows, [&] { return rowOf(field); });
        }
        json.insert(field.name, rows);
    }

    template <typename Make>
    QJsonArray editedList(QJsonArray list, Make make)
    {
        const auto any = [&](qsizetype more) { return qsizetype(m_dice.below(quint64(list.size() + more))); };
        switch (list.isEmpty() ? 0 : m_dice.below(3)) {
        case 0:
            list.insert(any(1), make());
            break;
        case 1:
            list.removeAt(any(0));
            break;
        default: {
            const QJsonValue moved = list.takeAt(any(0));
            list.insert(any(1), moved);
        }
        }
        return list;
    }

    QJsonObject editedBody(const QJsonObject &body)
    {
        auto document = document::fromJson(body);
        return objectOf(document::toJson(m_document.edited(*std::move(document))));
    }

    QString editedText(const QString &text)
    {
        QStringList parts = text.split(u' ', Qt::SkipEmptyParts);
        const auto at = qsizetype(m_dice.below(quint64(parts.size()) + 1));
        if (m_dice.below(3) == 0 && at < parts.size())
            parts.removeAt(at);
        else
            parts.insert(at, words(1));
        return parts.join(u' ');
    }

    // What a later program says, of which this one knows nothing.
    void editOthers(QJsonObject &json)
    {
        const QString name = u"member%1"_s.arg(m_dice.below(3));
        if (json.contains(name) && m_dice.below(3) == 0)
            json.remove(name);
        else
            json.insert(name, QJsonObject{{u"says"_s, words(2)}});
    }

    QJsonValue rowOf(const Field &field)
    {
        QJsonObject row{{u"row"_s, entry::newRowId(m_dice)}, {u"who"_s, words(2)}};
        for (const Field &column : field.columns) {
            if (column.name != u"who" && m_dice.below(2) == 0)
                row.insert(column.name, valueOf(column));
        }
        return row;
    }

    QString idText() { return Uuid::version7(fromMilliseconds(qint64(m_dice.below(1'000'000))), m_dice).toText(); }
    QString date() { return QDate(2000, 1, 1).addDays(qint64(m_dice.below(20'000))).toString(Qt::ISODate); }

    QJsonValue valueOf(const Field &field)
    {
        if (field.count == Count::Many) {
            QJsonArray list;
            for (quint64 i = 0, count = 1 + m_dice.below(5); i < count; ++i)
                list.append(words(1));
            return list;
        }
        switch (field.kind) {
        case FieldKind::Line:
            return field.limits.pattern.isEmpty() ? words(5) : u"AB"_s + QChar(char16_t(u'A' + m_dice.below(26)));
        case FieldKind::Text:
            return words(6) + u'\n' + words(6);
        case FieldKind::Body:
            return objectOf(document::toJson(m_document.document(3)));
        case FieldKind::Integer:
        case FieldKind::Money:
            return qint64(m_dice.below(1000));
        case FieldKind::Decimal:
            return u"%1.%2"_s.arg(m_dice.below(10)).arg(1 + m_dice.below(9));
        case FieldKind::Date:
            return date();
        case FieldKind::Moment:
            return date() + u"T07:00:00.000Z"_s;
        case FieldKind::Period:
            return QJsonObject{{m_dice.below(2) == 0 ? u"from"_s : u"to"_s, date()}};
        case FieldKind::Choice:
            return m_dice.below(2) == 0 ? u"one"_s : u"two"_s;
        case FieldKind::Flag:
            return true;
        case FieldKind::Address:
            return u"https://a.vn/"_s + words(1);
        case FieldKind::Reference:
        case FieldKind::File:
            return idText();
        case FieldKind::Rows: {
            QJsonArray rows;
            for (quint64 i = 0, count = 1 + m_dice.below(6); i < count; ++i)
                rows.append(rowOf(field));
            return rows;
        }
        }
        Q_UNREACHABLE();
    }

    QString words(quint64 most)
    {
        QStringList made;
        for (quint64 i = 0, count = 1 + m_dice.below(most); i < count; ++i)
            made.append(m_prefix + QString::number(++m_words));
        return made.join(u' ');
    }

    SeededDice m_dice;
    document::build::RandomWriter m_document;
    QString m_prefix;
    Register m_described;
    int m_words = 0;
};

struct Case
{
    QJsonObject base;
    QJsonObject theirs;
    QJsonObject mine;
    QJsonObject merged;
};

bool isOpen(const QJsonObject &content, const QString &at)
{
    return std::ranges::any_of(content.value(u"open"_s).toArray(),
                               [&](const QJsonValue &item) { return item[u"at"_s] == at; });
}

// What must hold of one value, whatever it is; empty if it does.
QString faultOfValue(const QJsonValue &base, const QJsonValue &theirs, const QJsonValue &mine, const QJsonValue &merged)
{
    if (theirs == base && merged != mine)
        return u"mine was not taken"_s;
    if (mine == base && merged != theirs)
        return u"theirs was not taken"_s;
    if (theirs == mine && merged != mine)
        return u"the same change is another"_s;
    return {};
}

QString faultOfRows(const Case &made)
{
    const auto rowsOf = [](const QJsonObject &content) { return content.value(u"rows"_s).toArray(); };
    const QJsonArray base = rowsOf(made.base), theirs = rowsOf(made.theirs), mine = rowsOf(made.mine),
                     merged = rowsOf(made.merged);
    const QStringList inBase = idsOf(base), inTheirs = idsOf(theirs), inMine = idsOf(mine), inMerged = idsOf(merged);
    if (QSet<QString>(inMerged.begin(), inMerged.end()).size() != inMerged.size())
        return u"a row is there twice"_s;
    QStringList all = inBase + inTheirs + inMine;
    all.removeDuplicates();
    for (const QString &id : all) {
        const QJsonObject was = rowOf(base, id), there = rowOf(theirs, id), here = rowOf(mine, id),
                          is = rowOf(merged, id);
        const QString at = u"rows/"_s + id;
        if (is.isEmpty()) {
            const bool isGone = inBase.contains(id)
                && ((there.isEmpty() && (here.isEmpty() || here == was)) || (here.isEmpty() && there == was));
            if (!isGone)
                return id + u" is lost"_s;
            continue;
        }
        if (there.isEmpty() || here.isEmpty()) {
            const QJsonObject &left = there.isEmpty() ? here : there;
            if (is != left)
                return id + u" is not as it was left"_s;
            if (inBase.contains(id) != isOpen(made.merged, at))
                return id + u" is open or should be"_s;
            if (inBase.contains(id) && left == was)
                return id + u" came back"_s;
            continue;
        }
        QStringList members = was.keys() + there.keys() + here.keys() + is.keys();
        for (const QString &name : members) {
            const QString fault = faultOfValue(was.value(name), there.value(name), here.value(name), is.value(name));
            if (!fault.isEmpty())
                return u"%1 %2: %3"_s.arg(id, name, fault);
        }
    }
    const QStringList common = onlyOf(onlyOf(onlyOf(inBase, inTheirs), inMine), inMerged);
    const QStringList before = onlyOf(inBase, common), byThem = onlyOf(inTheirs, common), byMe = onlyOf(inMine, common);
    if (onlyOf(inMerged, common) != (byThem == before ? byMe : byThem))
        return u"the order is another"_s;
    // My new rows stand behind what they stood behind.
    for (const QString &id : byThem == before && byMe != before ? QStringList() : inMine) {
        if (inTheirs.contains(id) || !inMerged.contains(id))
            continue;
        const qsizetype place = inMine.indexOf(id);
        const QStringList ahead = onlyOf(inMine.mid(0, place), inMerged);
        const qsizetype now = inMerged.indexOf(id);
        if ((ahead.isEmpty() ? QString() : ahead.last()) != (now == 0 ? QString() : inMerged[now - 1]))
            return id + u" stands elsewhere"_s;
    }
    return {};
}

QString faultOf(const Register &described, const Case &made)
{
    QStringList members = made.base.keys() + made.theirs.keys() + made.mine.keys() + made.merged.keys();
    members.removeDuplicates();
    for (const QString &name : members) {
        if (name == u"open")
            continue;
        const QJsonValue base = made.base.value(name), theirs = made.theirs.value(name), mine = made.mine.value(name),
                         merged = made.merged.value(name);
        const QString fault = faultOfValue(base, theirs, mine, merged);
        if (!fault.isEmpty())
            return name + u": "_s + fault;
        const Field *field = described.find(name);
        const bool isByBoth = theirs != base && mine != base && theirs != mine;
        if (!isByBoth || !field || field->kind == FieldKind::Rows || field->kind == FieldKind::Body)
            continue;
        if (field->count == Count::Many) {
            for (const QJsonValue &value : base.toArray() + theirs.toArray() + mine.toArray()) {
                const bool was = base.toArray().contains(value), there = theirs.toArray().contains(value),
                           here = mine.toArray().contains(value);
                if (merged.toArray().contains(value) != (there == was ? here : there))
                    return name + u": "_s + value.toString();
            }
        } else if (merged == theirs && name != described.order && !isOpen(made.merged, name)) {
            return name + u": mine is lost"_s;
        }
    }
    return faultOfRows(made);
}

} // namespace

class TestEntryMerge : public QObject
{
    Q_OBJECT

private slots:
    void bothChangesStand_data()
    {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("theirs");
        QTest::addColumn<QByteArray>("mine");
        QTest::addColumn<QString>("result");
        const auto row = [](const char *name, const char *base, const char *theirs, const char *mine,
                            const QString &result) {
            QTest::newRow(name) << QByteArray(base) << QByteArray(theirs) << QByteArray(mine) << result;
        };
        row("apart", "{'name':'a'}", "{'name':'b'}", "{'name':'a','day':'2026-01-01'}",
            u"{'day':'2026-01-01','name':'b'}"_s);
        row("taken out", "{'name':'a','day':'2026-01-01'}", "{'name':'b','day':'2026-01-01'}", "{'name':'a'}",
            u"{'name':'b'}"_s);
        row("nothing before", "", "{'name':'a'}", "{'count':1}", u"{'count':1,'name':'a'}"_s);
        row("by words", "{'name':'một hai ba bốn'}", "{'name':'không một hai ba bốn'}", "{'name':'một hai ba bốn năm'}",
            u"{'name':'không một hai ba bốn năm'}"_s);
        row("the same word", "{'name':'một hai ba'}", "{'name':'một x ba'}", "{'name':'một y ba'}",
            u"{'name':'một x ba','open':[{'at':'name','mine':'một y ba'}]}"_s);
        row("a text that I took out", "{'name':'một hai'}", "{'name':'một hai ba'}", "{}",
            u"{'name':'một hai ba','open':[{'at':'name'}]}"_s);
        row("a pattern", "{'code':'AB'}", "{'code':'AC'}", "{'code':'AD'}",
            u"{'code':'AC','open':[{'at':'code','mine':'AD'}]}"_s);
        row("a day", "{}", "{'day':'2026-01-01'}", "{'day':'2026-01-02'}",
            u"{'day':'2026-01-01','open':[{'at':'day','mine':'2026-01-02'}]}"_s);
        row("a day that they took out", "{'day':'2026-01-01'}", "{}", "{'day':'2026-01-02'}",
            u"{'open':[{'at':'day','mine':'2026-01-02'}]}"_s);
        row("a period is one value", "{'held':{'from':'2026-01-01'}}", "{'held':{'from':'2026-02-01'}}",
            "{'held':{'from':'2026-01-01','to':'2026-01-02'}}",
            u"{'held':{'from':'2026-02-01'},'open':[{'at':'held','mine':{'from':'2026-01-01','to':'2026-01-02'}}]}"_s);
        row("a place in the order", "{'place':'a'}", "{'place':'b'}", "{'place':'c'}", u"{'place':'b'}"_s);
        row("lists", "{'tags':['a','b','c']}", "{'tags':['c','a','b']}", "{'tags':['a','x','c']}",
            u"{'tags':['c','a','x']}"_s);
        row("money", "{'amount':1}", "{'amount':2}", "{'amount':3}", u"conflict entry.amount"_s);
        row("the same money", "{'amount':1}", "{'amount':2,'name':'a'}", "{'amount':2,'count':1}",
            u"{'amount':2,'count':1,'name':'a'}"_s);
        row("not known", "{'x':1,'y':1,'z':1}", "{'x':2,'y':2}", "{'x':1,'y':3,'z':3}", u"{'x':2,'y':2}"_s);
        row("settled by one", "{'name':'a','open':[{'at':'name','mine':'b'}]}", "{'name':'b'}",
            "{'name':'a','day':'2026-01-01','open':[{'at':'name','mine':'b'}]}", u"{'day':'2026-01-01','name':'b'}"_s);
        row("open on both sides", "{}", "{'open':[{'at':'name','mine':'b'}]}", "{'open':[{'at':'code','mine':'B'}]}",
            u"{'open':[{'at':'name','mine':'b'},{'at':'code','mine':'B'}]}"_s);
        row("no JSON", "{}", "x", "{'name':'a'}", u"invalidInput entry"_s);
    }
    void bothChangesStand()
    {
        QFETCH(const QByteArray, base);
        QFETCH(const QByteArray, theirs);
        QFETCH(const QByteArray, mine);
        QTEST(merged(base, theirs, mine), "result");
    }

    void rowsAreMergedByTheirIds_data()
    {
        QTest::addColumn<QByteArray>("theirs");
        QTest::addColumn<QByteArray>("mine");
        QTest::addColumn<QString>("result");
        const auto row = [](const char *name, const char *theirs, const char *mine, const QString &result) {
            QTest::newRow(name) << QByteArray(theirs) << QByteArray(mine) << result;
        };
        // Of a, b and c, each with who and phone.
        row("another cell each", "a:A,2 b:B,1 c:C,1", "a:X,1 b:B,1 c:C,1", u"a:X,2 b:B,1 c:C,1"_s);
        row("the same cell", "a:X,1 b:B,1 c:C,1", "a:Y,1 b:B,1 c:C,1", u"a:X,1 b:B,1 c:C,1 ?a/who=Y"_s);
        row("moved and changed", "c:C,1 a:A,1 b:B,1", "a:A,1 b:B,9 c:C,1", u"c:C,1 a:A,1 b:B,9"_s);
        row("both moved", "c:C,1 a:A,1 b:B,1", "b:B,1 a:A,1 c:C,1", u"c:C,1 a:A,1 b:B,1"_s);
        row("taken out and left alone", "a:A,1 c:C,1", "a:A,9 b:B,1 c:C,1", u"a:A,9 c:C,1"_s);
        row("they took out what I changed", "a:A,1 c:C,1", "a:A,1 b:B,9 c:C,1", u"a:A,1 b:B,9 c:C,1 ?b=B,9"_s);
        row("I took out what they changed", "a:A,1 b:B,9 c:C,1", "a:A,1 c:C,1", u"a:A,1 b:B,9 c:C,1 ?b"_s);
        row("new at one place", "a:A,1 x:X,1 b:B,1 c:C,1", "a:A,1 y:Y,1 z:Z,1 b:B,1 c:C,1",
            u"a:A,1 y:Y,1 z:Z,1 x:X,1 b:B,1 c:C,1"_s);
        row("new in front, others moved", "c:C,1 b:B,1 a:A,1", "x:X,1 a:A,1 b:B,1 y:Y,1 c:C,1",
            u"x:X,1 c:C,1 b:B,1 y:Y,1 a:A,1"_s);
        row("new where I moved", "a:A,1 x:X,1 b:B,1 c:C,1", "c:C,1 b:B,1 a:A,1", u"c:C,1 b:B,1 a:A,1 x:X,1"_s);
        row("all taken out, one new", "", "a:A,1 b:B,1 c:C,1 x:X,1", u"x:X,1"_s);
    }
    void rowsAreMergedByTheirIds()
    {
        QFETCH(const QByteArray, theirs);
        QFETCH(const QByteArray, mine);
        const auto id = [](QChar name) { return u"00000000000"_s + name; };
        const auto written = [&](const QByteArray &rows) {
            QJsonArray array;
            for (const QString &row : QString::fromLatin1(rows).split(u' ', Qt::SkipEmptyParts)) {
                const QStringList cells = row.mid(2).split(u',');
                array.append(QJsonObject{{u"row"_s, id(row[0])}, {u"who"_s, cells[0]}, {u"phone"_s, cells[1]}});
            }
            return bytesOf({{u"rows"_s, array}});
        };
        const auto result =
            entry::merge(sampleRegister(), written("a:A,1 b:B,1 c:C,1"), written(theirs), written(mine));
        QVERIFY(result);
        const auto cells = [](const QJsonValue &row) {
            return row[u"who"_s].toString() + u',' + row[u"phone"_s].toString();
        };
        QStringList lines;
        for (const QJsonValue &row : objectOf(*result)[u"rows"_s].toArray())
            lines.append(row[u"row"_s].toString().back() + u':' + cells(row));
        for (const QJsonValue &item : objectOf(*result)[u"open"_s].toArray()) {
            const QJsonValue open = item[u"mine"_s];
            lines.append(item[u"at"_s].toString().replace(u"rows/00000000000"_s, u"?"_s)
                         + (open.isUndefined() ? QString() : u'=' + (open.isObject() ? cells(open) : open.toString())));
        }
        QTEST(lines.join(u' '), "result");
    }

    void anothersMoneyInARowIsNotMergedOver()
    {
        const auto paid = [](const char *amount) {
            return QByteArray("{'rows':[{'row':'00000000000a','who':'x'},{'row':'00000000000b','who':'a','paid':1}]}")
                .replace(":1", QByteArray(":") + amount);
        };
        QCOMPARE(merged(paid("1"), paid("2"), paid("3")), u"conflict entry.rows.1.paid"_s);
        QCOMPARE(merged(paid("1"), paid("2"), "{}"), u"conflict entry.rows"_s);
        QCOMPARE(merged(paid("1"), "{}", paid("2")), u"conflict entry.rows"_s);
        QCOMPARE(merged(paid("1"), paid("1"), "{}"), u"{}"_s);
    }

    void whatOneSideAloneTouchedIsAsThatSideLeftIt()
    {
        const Register described = sampleRegister();
        int apart = 0, open = 0, rows = 0;
        for (quint64 seed = 0; seed < seeds; ++seed) {
            const QByteArray base = EntryWriter(seed, u"gốc"_s).entry();
            const QByteArray theirs = EntryWriter(seed * 2 + 10'000'001, u"họ"_s).edited(base);
            const QByteArray mine = EntryWriter(seed * 3 + 20'000'003, u"tôi"_s).edited(base);
            const auto where = [seed](const QString &what) { return qPrintable(u"seed %1: %2"_s.arg(seed).arg(what)); };
            const auto raw = entry::merge(described, base, theirs, mine);
            QVERIFY2(raw, where(u"no merge"_s));
            const auto clean = entry::clean(described, *raw);
            QVERIFY2(clean, where(u"not clean: "_s + (clean ? QString() : clean.error().subject)));
            const Case made{objectOf(base), objectOf(theirs), objectOf(mine), objectOf(*clean)};
            const QString fault = faultOf(described, made);
            if (!fault.isEmpty())
                qWarning().noquote() << "base  " << base << "\ntheirs" << theirs << "\nmine  " << mine << "\nmerged"
                                     << *clean;
            QVERIFY2(fault.isEmpty(), where(fault));

            QVERIFY2(*entry::merge(described, base, base, mine) == mine, where(u"theirs is the base"_s));
            QVERIFY2(*entry::merge(described, base, theirs, base) == theirs, where(u"mine is the base"_s));
            QVERIFY2(*entry::merge(described, base, mine, mine) == mine, where(u"equal"_s));
            const bool isBodyByBoth = made.theirs[u"body"_s] != made.base[u"body"_s]
                && made.mine[u"body"_s] != made.base[u"body"_s] && made.theirs[u"body"_s] != made.mine[u"body"_s];
            if (!isBodyByBoth) {
                const auto again = entry::clean(described, *entry::merge(described, base, *clean, mine));
                if (*again != *clean)
                    qWarning().noquote() << "base  " << base << "\ntheirs" << theirs << "\nmine  " << mine << "\nmerged"
                                         << *clean << "\nagain " << *again;
                QVERIFY2(*again == *clean, where(u"another once more merged"_s));
            }
            apart += made.merged.contains(u"open"_s) ? 0 : 1;
            open += made.merged.contains(u"open"_s) ? 1 : 0;
            rows +=
                made.theirs[u"rows"_s] != made.base[u"rows"_s] && made.mine[u"rows"_s] != made.base[u"rows"_s] ? 1 : 0;
        }
        // The dice must not have made it easy.
        QVERIFY2(apart > int(seeds / 6) && open > int(seeds / 6) && rows > int(seeds / 10),
                 qPrintable(u"%1 %2 %3"_s.arg(apart).arg(open).arg(rows)));
    }

    void whatIsOpenIsSettledByChoosing_data()
    {
        QTest::addColumn<QByteArray>("came");
        QTest::addColumn<QString>("at");
        QTest::addColumn<QString>("taken");
        QTest::addColumn<QString>("left");
        const auto row = [](const char *name, const QByteArray &came, const QString &at, const QString &taken,
                            const QString &left) { QTest::newRow(name) << came << at << taken << left; };
        row("a value", "{'name':'a','open':[{'at':'name','mine':'b'}]}", u"name"_s, u"{'name':'b'}"_s,
            u"{'name':'a'}"_s);
        row("taken out", "{'name':'a','open':[{'at':'name'}]}", u"name"_s, u"{}"_s, u"{'name':'a'}"_s);
        row("the first of two", "{'name':'a','open':[{'at':'name','mine':'b'},{'at':'name','mine':'c'}]}", u"name"_s,
            u"{'name':'b','open':[{'at':'name','mine':'c'}]}"_s, u"{'name':'a','open':[{'at':'name','mine':'c'}]}"_s);
        row("another", "{'name':'a','open':[{'at':'name','mine':'b'}]}", u"code"_s,
            u"{'name':'a','open':[{'at':'name','mine':'b'}]}"_s, u"{'name':'a','open':[{'at':'name','mine':'b'}]}"_s);
        row("a cell", "{'open':[{'at':'rows/00000000000a/who','mine':'b'}],'rows':[{'row':'00000000000a','who':'a'}]}",
            u"rows/00000000000a/who"_s, u"{'rows':[{'row':'00000000000a','who':'b'}]}"_s,
            u"{'rows':[{'row':'00000000000a','who':'a'}]}"_s);
        row("a row that I took out", "{'open':[{'at':'rows/00000000000a'}],'rows':[{'row':'00000000000a','who':'a'}]}",
            u"rows/00000000000a"_s, u"{}"_s, u"{'rows':[{'row':'00000000000a','who':'a'}]}"_s);
        row("a row that they took out",
            "{'open':[{'at':'rows/00000000000a','mine':{'row':'00000000000a','who':'b'}}],"
            "'rows':[{'row':'00000000000a','who':'b'}]}",
            u"rows/00000000000a"_s, u"{'rows':[{'row':'00000000000a','who':'b'}]}"_s, u"{}"_s);
        row("not known", "{'later':1,'open':[{'at':'later','mine':2}]}", u"later"_s, u"{'later':1}"_s,
            u"{'later':1}"_s);
        row("no JSON", "x", u"name"_s, u"x"_s, u"x"_s);
    }
    void whatIsOpenIsSettledByChoosing()
    {
        QFETCH(const QByteArray, came);
        QFETCH(const QString, at);
        const auto text = [](const QByteArray &json) { return QString::fromUtf8(json).replace(u'"', u'\''); };
        QTEST(text(entry::settled(sampleRegister(), content(came), at, true)), "taken");
        QTEST(text(entry::settled(sampleRegister(), content(came), at, false)), "left");
    }

    void allThatIsOpenCanBeSettled()
    {
        const Register described = sampleRegister();
        int settled = 0;
        for (quint64 seed = 0; seed < seeds / 10; ++seed) {
            const QByteArray base = EntryWriter(seed, u"gốc"_s).entry();
            const QByteArray theirs = EntryWriter(seed + 500, u"họ"_s).edited(base);
            const QByteArray mine = EntryWriter(seed + 900, u"tôi"_s).edited(base);
            SeededDice dice(seed);
            QByteArray made = *entry::clean(described, *entry::merge(described, base, theirs, mine));
            for (int i = 0; i < 100 && objectOf(made).contains(u"open"_s); ++i, ++settled) {
                const QString at = objectOf(made)[u"open"_s][0][u"at"_s].toString();
                const auto next = entry::clean(described, entry::settled(described, made, at, dice.below(2) == 0));
                QVERIFY2(next, qPrintable(u"seed %1"_s.arg(seed)));
                made = *next;
            }
            QVERIFY2(!objectOf(made).contains(u"open"_s), qPrintable(u"seed %1"_s.arg(seed)));
        }
        QVERIFY(settled > 50);
    }

    void differencesAreToldInTheOrderOfTheForm()
    {
        const Register described = sampleRegister();
        const QByteArray before = content("{'count':1,'later':1,'name':'a','rows':[{'row':'00000000000a','who':'A'},"
                                          "{'row':'00000000000b','who':'B'},{'row':'00000000000c','who':'C'},"
                                          "{'row':'00000000000d','who':'D'}]}");
        const QByteArray after =
            content("{'about':'x','count':1,'name':'b','open':[{'at':'name','mine':'c'}],'rows':["
                    "{'row':'00000000000d','who':'D'},{'row':'00000000000a','who':'X','phone':'1','new':1},"
                    "{'row':'00000000000e','who':'E'},{'row':'00000000000c','who':'C'}]}");
        const auto changes = entry::differences(described, before, after);
        QStringList fields;
        for (const entry::FieldChange &change : changes)
            fields.append(change.field);
        QCOMPARE(fields, (QStringList{u"name"_s, u"about"_s, u"rows"_s, u"open"_s, u"later"_s}));
        QCOMPARE(changes[0].before, QJsonValue(u"a"_s));
        QVERIFY(changes[1].before.isUndefined());
        QVERIFY(changes[4].after.isUndefined());
        using Kind = entry::RowChange::Kind;
        std::vector<std::pair<Kind, QChar>> rows;
        for (const entry::RowChange &change : changes[2].rows)
            rows.emplace_back(change.kind, change.row.back());
        QCOMPARE(rows,
                 (std::vector<std::pair<Kind, QChar>>{
                     {Kind::Moved, u'd'}, {Kind::Changed, u'a'}, {Kind::New, u'e'}, {Kind::Gone, u'b'}}));
        QCOMPARE(changes[2].rows[1].columns, (QStringList{u"who"_s, u"phone"_s, u"new"_s}));
        QVERIFY(entry::differences(described, before, before).empty());
        QVERIFY(entry::differences(described, "x", "y").empty());
    }

    void manyRowsAreMergedInATime()
    {
        const Register described = sampleRegister();
        QJsonArray rows;
        SeededDice dice(1);
        for (int i = 0; i < 500; ++i)
            rows.append(QJsonObject{{u"row"_s, entry::newRowId(dice)}, {u"who"_s, u"người %1"_s.arg(i)}});
        const QByteArray base = bytesOf({{u"rows"_s, rows}});
        QJsonArray other = rows, mine;
        for (int i = 0; i < 500; ++i)
            mine.prepend(rows[i]);
        for (int i = 0; i < 500; i += 2) {
            QJsonObject row = other[i].toObject();
            row.insert(u"phone"_s, QString::number(i));
            other[i] = row;
        }
        QBENCHMARK_ONCE
        {
            const auto made =
                entry::merge(described, base, bytesOf({{u"rows"_s, other}}), bytesOf({{u"rows"_s, mine}}));
            QVERIFY(made);
            QCOMPARE(idsOf(objectOf(*made)[u"rows"_s].toArray()), idsOf(mine));
        }
    }
};

QTEST_APPLESS_MAIN(TestEntryMerge)
#include "tst_entrymerge.moc"
