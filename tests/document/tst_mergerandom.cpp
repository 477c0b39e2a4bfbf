// Three-way merges of random edits: what must hold whatever two people do to a document.
#include "RandomDocument.h"

#include "document/Document.h"

#include <QRegularExpression>
#include <QTest>

using namespace toasoan;
using namespace toasoan::document;
using namespace toasoan::document::build;

namespace {

// TOASOAN_SEEDS asks for more.
const auto seeds = quint64(std::max(100, qEnvironmentVariable("TOASOAN_SEEDS", QStringLiteral("2000")).toInt()));

// The words of each block of text, and of the row, table or figure around it: what comes back together when one side
// deletes it and the other writes in it.
void collectUnits(const Node &node, QList<QSet<QString>> &units)
{
    const bool isUnit = node.type == QStringLiteral("paragraph") || node.type == QStringLiteral("heading")
        || node.type == QStringLiteral("tableRow") || node.type == QStringLiteral("table")
        || node.type == QStringLiteral("figure") || node.type == QStringLiteral("figcaption");
    if (isUnit) {
        const auto words = wordCounts(node).keys();
        units.append(QSet<QString>(words.begin(), words.end()));
    }
    for (const Node &child : node.children)
        collectUnits(child, units);
}

struct Case
{
    Node base;
    Node theirs;
    Node mine;
};

Case makeCase(quint64 seed)
{
    RandomWriter author(seed, QStringLiteral("b"));
    RandomWriter other(seed * 3 + 1, QStringLiteral("t"));
    RandomWriter self(seed * 5 + 2, QStringLiteral("m"));
    const Node base = author.document(1 + int(author.below(8)));
    Case made{base, base, base};
    for (quint64 i = 0, count = 1 + author.below(6); i < count; ++i)
        made.theirs = other.edited(made.theirs);
    for (quint64 i = 0, count = 1 + author.below(6); i < count; ++i)
        made.mine = self.edited(made.mine);
    return made;
}

QStringList wordsInOrder(const Node &node)
{
    static const QRegularExpression word(QStringLiteral("[btm]\\d+"));
    QStringList words;
    for (auto match = word.globalMatch(toPlainText(node)); match.hasNext();)
        words.append(match.next().captured());
    return words;
}

// Whether the word changed places with another one: it was cut and pasted, not left alone.
bool wasMoved(const Node &before, const Node &after, const QString &word)
{
    const QStringList first = wordsInOrder(before);
    const QStringList second = wordsInOrder(after);
    const auto wordBefore = first.indexOf(word);
    const auto wordAfter = second.indexOf(word);
    for (qsizetype i = 0; i < first.size(); ++i) {
        const auto other = second.indexOf(first[i]);
        if (other >= 0 && (i < wordBefore) != (other < wordAfter))
            return true;
    }
    return false;
}

// Empty when all is well.
QString faultOf(const Case &made, const Node &merged)
{
    if (const auto valid = check(merged); !valid)
        return QStringLiteral("not valid: %1 %2").arg(valid.error().subject, valid.error().detail);
    const auto base = wordCounts(made.base);
    const auto theirs = wordCounts(made.theirs);
    const auto mine = wordCounts(made.mine);
    const auto result = wordCounts(merged);
    QList<QSet<QString>> units;
    collectUnits(made.base, units);

    for (auto word = result.begin(); word != result.end(); ++word) {
        if (*word > 1)
            return word.key() + QStringLiteral(" is doubled");
        if (!base.contains(word.key()) && !theirs.contains(word.key()) && !mine.contains(word.key()))
            return word.key() + QStringLiteral(" was written by nobody");
    }
    for (const auto *side : {&theirs, &mine}) {
        const auto &other = side == &theirs ? mine : theirs;
        for (auto word = side->begin(); word != side->end(); ++word) {
            const bool isNew = !base.contains(word.key());
            if ((isNew || other.contains(word.key())) && !result.contains(word.key()))
                return word.key() + QStringLiteral(" is lost");
        }
        for (auto word = base.begin(); word != base.end(); ++word) {
            if (side->contains(word.key()) || !result.contains(word.key()))
                continue;
            if (!other.contains(word.key()))
                return word.key() + QStringLiteral(" was deleted by both");
            const bool cameBackWithItsBlock = std::ranges::any_of(units, [&](const QSet<QString> &unit) {
                return unit.contains(word.key())
                    && std::ranges::none_of(unit, [&](const QString &each) { return side->contains(each); });
            });
            const Node &otherNode = side == &theirs ? made.mine : made.theirs;
            if (!cameBackWithItsBlock && !wasMoved(made.base, otherNode, word.key()))
                return word.key() + QStringLiteral(" was deleted by one and left alone by the other");
        }
    }
    return {};
}

void print(const Case &made, const Node &merged)
{
    qWarning().noquote() << "base  " << toJson(made.base) << "\ntheirs" << toJson(made.theirs) << "\nmine  "
                         << toJson(made.mine) << "\nmerged" << toJson(merged);
}

} // namespace

class TestMergeRandom : public QObject
{
    Q_OBJECT

private slots:
    void noWordIsLostOrDoubled()
    {
        int changed = 0;
        int conflicts = 0;
        for (quint64 seed = 0; seed < seeds; ++seed) {
            const Case made = makeCase(seed);
            for (const Node *each : {&made.base, &made.theirs, &made.mine})
                QVERIFY2(check(*each), qPrintable(QString::number(seed)));
            const Node merged = merge(made.base, made.theirs, made.mine);
            const QString fault = faultOf(made, merged);
            if (!fault.isEmpty()) {
                print(made, merged);
                QFAIL(qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(fault)));
            }
            changed += merged != made.theirs && merged != made.mine;
            conflicts += hasConflict(merged);
        }
        // The dice must not have made it easy.
        QVERIFY2(changed > int(seeds / 2), qPrintable(QString::number(changed)));
        QVERIFY2(conflicts > int(seeds / 50), qPrintable(QString::number(conflicts)));
    }

    void whoIsFirstDoesNotChangeTheWords()
    {
        for (quint64 seed = 0; seed < seeds / 4; ++seed) {
            const Case made = makeCase(seed);
            const Node merged = merge(made.base, made.theirs, made.mine);
            const auto one = wordCounts(merged);
            const Node reversed = merge(made.base, made.mine, made.theirs);
            const auto other = wordCounts(reversed);
            if (one != other)
                print(made, merged), print(made, reversed);
            QVERIFY2(one == other, qPrintable(QString::number(seed)));
        }
    }

    void aMergeMergedAgainStaysAsItIs()
    {
        for (quint64 seed = 0; seed < seeds / 4; ++seed) {
            const Case made = makeCase(seed);
            const Node merged = merge(made.base, made.theirs, made.mine);
            QCOMPARE(merge(made.base, made.theirs, made.mine), merged);
            QCOMPARE(merge(merged, merged, merged), merged);
            QCOMPARE(merge(made.base, merged, made.base), merged);
            QCOMPARE(merge(made.base, made.base, merged), merged);
            QCOMPARE(merge(made.base, merged, merged), merged);
        }
    }

    void aChainOfMergesLosesNothing()
    {
        // A desk that works on while its saves are merged: each result is the next base.
        for (quint64 seed = 0; seed < seeds / 20; ++seed) {
            RandomWriter author(seed, QStringLiteral("b"));
            RandomWriter other(seed + 7, QStringLiteral("t"));
            RandomWriter self(seed + 9, QStringLiteral("m"));
            Node shared = author.document(5);
            for (int round = 0; round < 10; ++round) {
                const Case made{shared, other.edited(other.edited(shared)), self.edited(self.edited(shared))};
                shared = merge(made.base, made.theirs, made.mine);
                const QString fault = faultOf(made, shared);
                if (!fault.isEmpty())
                    print(made, shared);
                QVERIFY2(fault.isEmpty(),
                         qPrintable(QStringLiteral("seed %1 round %2: %3").arg(seed).arg(round).arg(fault)));
            }
        }
    }

    void editsOfDifferentBlocksBothStandUnchanged()
    {
        int tried = 0;
        for (quint64 seed = 0; seed < seeds; ++seed) {
            RandomWriter author(seed, QStringLiteral("b"));
            RandomWriter other(seed * 3 + 1, QStringLiteral("t"));
            RandomWriter self(seed * 5 + 2, QStringLiteral("m"));
            const Node base = author.document(3 + int(author.below(6)));
            const auto theirBlock = qsizetype(author.below(quint64(base.children.size())));
            const auto myBlock = qsizetype(author.below(quint64(base.children.size())));
            if (theirBlock == myBlock)
                continue;
            Node theirs = base;
            other.editInside(theirs.children[theirBlock]);
            Node mine = base;
            self.editInside(mine.children[myBlock]);
            Node expected = base;
            expected.children[theirBlock] = theirs.children[theirBlock];
            expected.children[myBlock] = mine.children[myBlock];
            const Node merged = merge(base, theirs, mine);
            if (merged != expected)
                qWarning().noquote() << "base  " << toJson(base) << "\nmerged" << toJson(merged) << "\nwanted"
                                     << toJson(expected);
            QVERIFY2(merged == expected, qPrintable(QStringLiteral("seed %1").arg(seed)));
            ++tried;
        }
        QVERIFY(tried > int(seeds / 2));
    }

    void repeatedWordsStayValidToo()
    {
        // A small vocabulary: words cannot be followed, but nothing may break.
        for (quint64 seed = 0; seed < seeds / 2; ++seed) {
            Case made = makeCase(seed);
            for (Node *each : {&made.base, &made.theirs, &made.mine}) {
                QByteArray json = toJson(*each);
                QString text = QString::fromUtf8(json);
                static const QRegularExpression number(QStringLiteral("\\b[btm]\\d*(\\d)\\b"));
                text.replace(number, QStringLiteral("và\\1"));
                auto read = fromJson(text.toUtf8());
                QVERIFY(read);
                *each = *read;
            }
            const Node merged = merge(made.base, made.theirs, made.mine);
            const auto valid = check(merged);
            QVERIFY2(valid, qPrintable(QStringLiteral("seed %1").arg(seed)));
            QCOMPARE(merge(made.base, made.theirs, made.mine), merged);
        }
    }
};

QTEST_GUILESS_MAIN(TestMergeRandom)
#include "tst_mergerandom.moc"
