#include "sync/FeedIntake.h"

#include "domain/Checklist.h"
#include "domain/Content.h"
#include "domain/NewsroomJson.h"
#include "domain/Workflow.h"
#include "sync/Replica.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

class TestFeedIntake : public QObject
{
    Q_OBJECT

private slots:
    // Two that change names with each other come one after the other.
    void namesAreSwappedInAPage()
    {
        const SystemClock clock;
        SeededDice dice(1);
        const QTemporaryDir folder;
        const auto replica = Replica::open(DatabaseLocation::sqlite(folder.filePath(u"desk.db"_s)), clock, dice);
        QVERIFY(replica);
        std::vector<User> people(2);
        std::vector<Section> sections(2);
        for (std::size_t i = 0; i < 2; ++i) {
            people[i] = {.id = UserId::create(clock, dice),
                         .login = i == 0 ? u"hai"_s : u"ba"_s,
                         .name = u"Người"_s,
                         .penName = {},
                         .standing = Standing::Active,
                         .grants = {}};
            sections[i] = {.id = SectionId::create(clock, dice),
                           .slug = i == 0 ? u"tin"_s : u"bai"_s,
                           .name = u"Mục"_s,
                           .nameEnglish = {},
                           .position = int(i)};
        }
        qint64 sequence = 0;
        const auto tell = [&] {
            FeedPage page{.epoch = u"e"_s, .next = 0, .newest = 0, .more = false, .now = 0, .entries = {}};
            for (std::size_t i = 0; i < 2; ++i) {
                page.entries.push_back({.sequence = ++sequence,
                                        .noun = u"user"_s,
                                        .id = people[i].id.toText(),
                                        .value = jsonText(toJson(people[i]))});
                page.entries.push_back({.sequence = ++sequence,
                                        .noun = u"section"_s,
                                        .id = sections[i].id.toText(),
                                        .value = jsonText(toJson(sections[i]))});
            }
            page.next = page.newest = sequence;
            IncomingPage incoming(page, (*replica)->rules());
            std::size_t from = 0;
            while (from < page.entries.size()) {
                const auto changes = (*replica)->apply(incoming, from);
                QVERIFY(changes);
                QVERIFY(changes->problems.empty());
            }
        };
        tell();
        std::swap(people[0].login, people[1].login);
        std::swap(sections[0].slug, sections[1].slug);
        tell();
        const auto known = (*replica)->users();
        QVERIFY(known);
        for (const User &person : people)
            QCOMPARE(std::ranges::find(*known, person.id, &User::id)->login, person.login);
        const auto there = (*replica)->sections();
        QVERIFY(there);
        for (const Section &section : sections)
            QCOMPARE(std::ranges::find(*there, section.id, &Section::id)->slug, section.slug);
    }

    // A program that reads one value more asks once again for what was skipped: each such value is in the print.
    void everyValueThatIsReadIsInThePrint()
    {
        const QStringList words = readableWords();
        const auto has = [&words](const auto &values) {
            return std::ranges::all_of(values, [&words](const auto &value) { return words.contains(toText(value)); });
        };
        QVERIFY(has(allStates));
        QVERIFY(has(allSteps));
        QVERIFY(has(grantableRoles));
        QVERIFY(has(allOwnerships));
        QVERIFY(has(allNouns));
        QVERIFY(has(allShares));
        QVERIFY(has(allTextFields));
        QVERIFY(has(allChecklistRules));
    }

    // Nor is a table forgotten that is made one day: the words of all that there are stand in the sources.
    void everyTableOfWordsIsInThePrint()
    {
        // Pairs of value and word, or rows that begin so and say more.
        static const QRegularExpression table(
            uR"(constexpr (?:EnumTexts|std::array)<(\w+), [^>]+> \w+\{\{(.*?)\}\};)"_s,
            QRegularExpression::DotMatchesEverythingOption);
        static const QRegularExpression row(uR"row(\{\w+::(\w+), "(\w+)"[^{}]*\})row"_s);
        const QStringList notSent{u"ErrorCode"_s,
                                  u"System"_s}; // errors are no news; nobody is granted the clock's role
        const QStringList words = readableWords();
        int tables = 0;
        for (const char *module : {"base", "text", "document", "domain", "storage", "actions", "protocol"}) {
            const QString folder = u"" TOASOAN_SOURCE_DIR "/app/"_s + QLatin1StringView(module);
            for (QDirIterator files(folder, {u"*.cpp"_s, u"*.h"_s}, QDir::Files); files.hasNext();) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QString text = QString::fromUtf8(file.readAll());
                for (auto found = table.globalMatch(text); found.hasNext();) {
                    const auto match = found.next();
                    if (notSent.contains(match.captured(1)) || !row.match(match.captured(2)).hasMatch())
                        continue;
                    ++tables;
                    int rows = 0;
                    for (auto each = row.globalMatch(match.captured(2)); each.hasNext(); ++rows) {
                        const auto word = each.next();
                        QVERIFY2(words.contains(word.captured(2)) || notSent.contains(word.captured(1)),
                                 qPrintable(match.captured(1) + u' ' + word.captured(2)));
                    }
                }
            }
        }
        QVERIFY(tables >= 8);
    }
};

QTEST_GUILESS_MAIN(TestFeedIntake)
#include "tst_feedintake.moc"
