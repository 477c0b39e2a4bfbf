// One server and five desks under chance: actors write, submit, edit, approve, publish and return while the network
// drops, delays, doubles, reorders and cuts, and desks and server crash. When all is quiet again, all agree, every
// acknowledged command was done exactly once, and every word that was typed stands exactly once.
//     tst_simulation                 2,000 seeds, or TOASOAN_SIMULATION_SEEDS; from TOASOAN_SIMULATION_FIRST on
//     tst_simulation --seed 1234     one seed again, telling what happens
#include "sync/World.h"

#include "document/Document.h"
#include "protocol/ArticleJson.h"
#include "storage/ArticleStore.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <cstdio>

using namespace toasoan;
using namespace toasoan::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

bool tells = false;

void tell(const QString &line)
{
    if (tells)
        std::fprintf(stderr, "%s\n", qPrintable(line));
}

QByteArray paragraphs(const QStringList &texts)
{
    QJsonArray blocks;
    for (const QString &text : texts) {
        QJsonObject paragraph{{u"type"_s, u"paragraph"_s}};
        if (!text.isEmpty())
            paragraph.insert(u"content"_s, QJsonArray{QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, text}}});
        blocks.append(paragraph);
    }
    return QJsonDocument(QJsonObject{{u"type"_s, u"doc"_s}, {u"content"_s, blocks}}).toJson(QJsonDocument::Compact);
}

QString wordsOf(const Content &content)
{
    QString text = content.title + u' ' + content.lead;
    if (!content.body.isEmpty()) {
        const auto body = document::fromJson(content.body);
        if (body)
            text += u' ' + document::toPlainText(*body);
    }
    return text;
}

int count(const QString &text, const QString &word)
{
    return int(text.split(QRegularExpression(u"[^a-z0-9]+"_s)).count(word));
}

// Puts a word into one text of a document: `place` chooses where.
void insertWord(QJsonArray &blocks, const QString &word, World &world)
{
    if (blocks.isEmpty() || world.random(6) == 0) {
        blocks.insert(int(world.random(quint64(blocks.size()) + 1)),
                      QJsonObject{{u"type"_s, u"paragraph"_s},
                                  {u"content"_s, QJsonArray{QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, word}}}}});
        return;
    }
    const int at = int(world.random(quint64(blocks.size())));
    QJsonObject block = blocks[at].toObject();
    QJsonArray inline_ = block[u"content"_s].toArray();
    if (inline_.isEmpty()) {
        inline_.append(QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, word}});
    } else {
        const int part = int(world.random(quint64(inline_.size())));
        QJsonObject piece = inline_[part].toObject();
        QStringList words = piece[u"text"_s].toString().split(u' ');
        // Blanks on both sides: the next piece of the line may begin with a word.
        words.insert(int(world.random(quint64(words.size()) + 1)), u' ' + word + u' ');
        piece[u"text"_s] = words.join(u' ');
        inline_[part] = piece;
    }
    block[u"content"_s] = inline_;
    blocks[at] = block;
}

class Run
{
public:
    explicit Run(quint64 seed) : m_world(seed)
    {
        for (int i = 0; i < World::deskCount; ++i) {
            Network &network = m_world.desk(i).network;
            network.lossPercent = int(m_world.random(3)) * 8;
            network.duplicatePercent = int(m_world.random(3)) * 8;
            network.longestDelay = Milliseconds(5 + qint64(m_world.random(3)) * 400);
            m_world.desk(i).clock.skew = std::chrono::hours(qint64(m_world.random(7)) - 3);
        }
        if (m_world.random(10) == 0)
            m_world.desk(int(m_world.random(World::deskCount))).clock.skew = std::chrono::years(10);
    }

    // Empty if all is as it must be.
    QString go()
    {
        m_world.run(2s);
        const int events = 40 + int(m_world.random(40));
        for (int i = 0; i < events; ++i) {
            happen();
            m_world.run(Milliseconds(qint64(m_world.random(4) == 0 ? m_world.random(20000) : m_world.random(800))));
        }
        heal();
        for (int i = 0; i < World::deskCount; ++i) {
            TestDesk &desk = m_world.desk(i);
            for (const ArticleId id : m_articles)
                desk.save(id);
        }
        if (!m_world.settle())
            return u"it does not come to rest"_s;
        for (const auto &check : {&Run::allAgree, &Run::nothingWaits, &Run::doneOnce, &Run::wordsStandOnce}) {
            if (const QString fault = (this->*check)(); !fault.isEmpty())
                return fault;
        }
        return {};
    }

private:
    struct Editor
    {
        TextBase base;
        Content text;
    };
    struct Typed
    {
        QString word;
        ArticleId article;
        int desk = 0;
    };

    void happen()
    {
        const int number = int(m_world.random(World::deskCount));
        TestDesk &desk = m_world.desk(number);
        switch (m_world.random(16)) {
        case 0:
            tell(u"desk %1: the line is cut"_s.arg(number));
            desk.network.isCut = true;
            return;
        case 1:
        case 2:
            for (int i = 0; i < World::deskCount; ++i)
                m_world.desk(i).network.isCut = false;
            m_world.setServerUp(true);
            return;
        case 3:
            if (m_world.random(3) == 0) {
                tell(u"the server crashes"_s);
                m_world.setServerUp(false);
            }
            return;
        case 4:
            tell(u"desk %1 crashes"_s.arg(number));
            desk.crash();
            desk.start();
            std::erase_if(m_editors, [&](const auto &editor) { return editor.first.first == number; });
            return;
        case 5:
            desk.engine().setOffline(m_world.random(2) == 0);
            return;
        case 6:
            desk.engine().tryNow();
            return;
        default:
            break;
        }
        if (m_articles.empty() || (number <= World::otherReporter && m_world.random(8) == 0)) {
            const ArticleId id = ArticleId::create(m_world.clock, m_world.dice);
            m_articles.push_back(id);
            m_editors[{number, id}] = {.base = {}, .text = m_world.content(u"bai"_s)};
            typeWord(desk, id);
            return;
        }
        const ArticleId id = m_articles[std::size_t(m_world.random(m_articles.size()))];
        const auto view = desk.replica().article(id);
        if (!view)
            return;
        if (m_world.random(2) == 0)
            takeStep(desk, *view);
        else if (std::ranges::find(view->allowedSteps, Step::Save) != view->allowedSteps.end()
                 || m_world.random(8) == 0)
            write(desk, *view);
    }

    // Often on the text as it is now, sometimes on one that has had its turn since.
    void write(TestDesk &desk, const ArticleView &view)
    {
        const ArticleId id = view.article.id;
        auto &editor = m_editors[{desk.index, id}];
        if (editor.text.title.isEmpty() || m_world.random(3) != 0)
            editor = {.base = view.base, .text = view.article.content};
        for (quint64 i = 0; i <= m_world.random(3); ++i)
            typeWord(desk, id);
        if (m_world.random(2) == 0) {
            tell(u"desk %1 saves %2"_s.arg(desk.index).arg(id.toText().right(4)));
            desk.save(id);
        }
    }

    void typeWord(TestDesk &desk, ArticleId id)
    {
        Editor &editor = m_editors[{desk.index, id}];
        const QString word = u"w%1"_s.arg(++m_lastWord);
        if (m_world.random(8) == 0) {
            QStringList words = editor.text.lead.split(u' ', Qt::SkipEmptyParts);
            words.insert(int(m_world.random(quint64(words.size()) + 1)), word);
            editor.text.lead = words.join(u' ');
        } else {
            QJsonObject document = QJsonDocument::fromJson(editor.text.body).object();
            if (document.isEmpty())
                document = QJsonDocument::fromJson(paragraphs({})).object();
            QJsonArray blocks = document[u"content"_s].toArray();
            insertWord(blocks, word, m_world);
            document[u"content"_s] = blocks;
            editor.text.body = QJsonDocument(document).toJson(QJsonDocument::Compact);
        }
        tell(u"desk %1 types %2 into %3: %4"_s.arg(desk.index)
                 .arg(word, id.toText().right(4), wordsOf(editor.text).simplified()));
        desk.type(id, editor.text, editor.base);
        m_typed.push_back({.word = word, .article = id, .desk = desk.index});
    }

    void takeStep(TestDesk &desk, const ArticleView &view)
    {
        std::vector<Step> steps;
        for (const Step step : view.allowedSteps) {
            if (step != Step::Save && step != Step::Schedule)
                steps.push_back(step);
        }
        if (steps.empty())
            return;
        const Step step = steps[std::size_t(m_world.random(steps.size()))];
        const ArticleId id = view.article.id;
        const Version version = m_world.random(2) == 0 ? 0 : view.article.version;
        const auto done = desk.submit(commandFor(view, step, version));
        tell(u"desk %1: %2 of %3 at %4: %5"_s.arg(desk.index)
                 .arg(toText(step), id.toText().right(4))
                 .arg(version)
                 .arg(done ? u"given"_s : done.error().subject));
    }

    Command commandFor(const ArticleView &view, Step step, Version version)
    {
        const ArticleId id = view.article.id;
        switch (step) {
        case Step::Submit:
            return SubmitArticle{.target = id, .version = version, .stateSecret = StateSecret::ConfirmedNone};
        case Step::Approve:
            return ApproveArticle{
                .target = id, .version = view.article.version, .contentHash = view.article.contentHash, .note = {}};
        case Step::Publish:
            return PublishArticle{.target = id, .version = version};
        case Step::Unpublish:
            return UnpublishArticle{.target = id, .version = version, .reason = u"why"_s};
        case Step::Schedule:
            return ScheduleArticle{.target = id, .version = version, .at = m_world.clock.now()};
        case Step::Save:
        case Step::Withdraw:
        case Step::Claim:
        case Step::RequestApproval:
        case Step::ReturnToAuthor:
        case Step::ReturnToEditor:
        case Step::Refuse:
        case Step::Unschedule:
        case Step::Correct:
        case Step::Revoke:
        case Step::Delete:
            break;
        }
        return MoveArticle{.target = id, .version = version, .step = step, .reason = u"why"_s};
    }

    void heal()
    {
        m_world.setServerUp(true);
        for (int i = 0; i < World::deskCount; ++i) {
            TestDesk &desk = m_world.desk(i);
            desk.network = {};
            desk.engine().setOffline(false);
            desk.engine().tryNow();
        }
    }

    QString allAgree()
    {
        for (int i = 0; i < World::deskCount; ++i) {
            TestDesk &desk = m_world.desk(i);
            const Actor actor = desk.user.actor();
            for (const ArticleId id : m_articles) {
                const auto server = m_world.onServer(id);
                const auto known = desk.confirmed(id);
                const bool visible = server && canSee(actor, *server);
                if (visible != known.has_value())
                    return u"desk %1 %2 article %3"_s.arg(i).arg(visible ? u"lacks"_s : u"has"_s, id.toText().right(4));
                if (!visible)
                    continue;
                auto transaction = Transaction::begin(desk.replica().database(), Access::Read);
                const auto here = confirmedArticle(*transaction, id);
                if (**here != m_world.serverSnapshot(id))
                    return u"desk %1 has another article %2"_s.arg(i).arg(id.toText().right(4));
            }
        }
        return {};
    }

    // Empty, or refused with a reason, or behind a refusal.
    QString nothingWaits()
    {
        for (int i = 0; i < World::deskCount; ++i) {
            for (const WaitingCommand &command : m_world.desk(i).outbox().commands) {
                const bool isSettled = command.state == WaitingState::Behind
                    || (command.state == WaitingState::Refused && command.refusal
                        && !command.refusal->subject.isEmpty());
                if (!isSettled)
                    return u"desk %1: %2 waits still"_s.arg(i).arg(toText(command.step));
            }
        }
        return {};
    }

    QString doneOnce()
    {
        for (const auto &[request, times] : m_world.executions()) {
            if (times != 1)
                return u"a command was done %1 times"_s.arg(times);
        }
        for (const auto &[request, acknowledged] : m_world.acknowledged()) {
            if (!m_world.executions().contains(request))
                return u"a command was acknowledged and not done"_s;
        }
        return {};
    }

    QString wordsStandOnce()
    {
        for (const Typed &typed : m_typed) {
            const auto server = m_world.onServer(typed.article);
            const int there = server ? count(wordsOf(server->content), typed.word) : 0;
            if (there > 1)
                return u"%1 stands %2 times: %3"_s.arg(typed.word).arg(there).arg(wordsOf(server->content));
            if (there == 1)
                continue;
            auto transaction = Transaction::begin(m_world.desk(typed.desk).replica().database(), Access::Read);
            const auto work = LocalWork::load(*transaction, typed.article);
            const int here = work->text() ? count(wordsOf(*work->text()), typed.word) : 0;
            if (here != 1)
                return u"%1 of desk %2 stands %3 times there and nowhere else; %4 is: %5"_s.arg(typed.word)
                    .arg(typed.desk)
                    .arg(here)
                    .arg(typed.article.toText().right(4), server ? wordsOf(server->content) : u"not there"_s);
        }
        return {};
    }

    World m_world;
    std::vector<ArticleId> m_articles;
    std::map<std::pair<int, ArticleId>, Editor> m_editors;
    std::vector<Typed> m_typed;
    int m_lastWord = 0;
};

} // namespace

class TestSimulation : public QObject
{
    Q_OBJECT

public:
    std::optional<quint64> only;
    quint64 part = 1; ///< of `parts`: every seed is in one of them
    quint64 parts = 1;

private slots:
    // In rows: Qt Test ends a function, or a row of one, after five minutes, and so may a run of any length be watched.
    void everySeedEndsInAgreement_data()
    {
        QTest::addColumn<quint64>("begin");
        QTest::addColumn<quint64>("end");
        if (only) {
            QTest::newRow("one seed") << *only << *only + 1;
            return;
        }
        constexpr quint64 seedsInARow = 200;
        const quint64 first = qEnvironmentVariable("TOASOAN_SIMULATION_FIRST", u"1"_s).toULongLong();
        const quint64 end = first + qEnvironmentVariable("TOASOAN_SIMULATION_SEEDS", u"2000"_s).toULongLong();
        for (quint64 begin = first; begin < end; begin += seedsInARow) {
            const quint64 rowEnd = std::min(end, begin + seedsInARow);
            QTest::addRow("%llu-%llu", static_cast<unsigned long long>(begin),
                          static_cast<unsigned long long>(rowEnd - 1))
                << begin << rowEnd;
        }
    }
    void everySeedEndsInAgreement()
    {
        QFETCH(quint64, begin);
        QFETCH(quint64, end);
        tells = only.has_value();
        QVERIFY2(m_faults < mostFaults, "so many faults are enough to look at");
        bool sound = true;
        for (quint64 seed = begin; seed < end && m_faults < mostFaults; ++seed) {
            if (!only && seed % parts != part % parts)
                continue;
            const QString fault = Run(seed).go();
            if (fault.isEmpty())
                continue;
            std::fprintf(stderr, "seed %llu: %s\n", static_cast<unsigned long long>(seed), qPrintable(fault));
            sound = false;
            ++m_faults;
        }
        QVERIFY2(sound, "see the seeds above; tst_simulation --seed N tells one of them");
    }

private:
    static constexpr int mostFaults = 10;
    int m_faults = 0;
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    TestSimulation test;
    QStringList arguments = application.arguments();
    if (const auto at = arguments.indexOf(u"--seed"_s); at > 0 && at + 1 < arguments.size()) {
        test.only = arguments[at + 1].toULongLong();
        arguments.remove(at, 2);
    }
    if (const auto at = arguments.indexOf(u"--part"_s); at > 0 && at + 1 < arguments.size()) {
        const QStringList fraction = arguments[at + 1].split(u'/');
        test.part = fraction.value(0).toULongLong();
        test.parts = fraction.value(1).toULongLong();
        if (test.part < 1 || test.part > test.parts) {
            std::fprintf(stderr, "--part takes k/n, with k from 1 to n\n");
            return 2;
        }
        arguments.remove(at, 2);
    }
    return QTest::qExec(&test, arguments);
}

#include "tst_simulation.moc"
