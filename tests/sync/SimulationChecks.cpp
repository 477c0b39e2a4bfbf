// What must hold once all is quiet.
#include "sync/Simulation.h"

#include "actions/DefineRegister.h"
#include "protocol/RecordJson.h"
#include "storage/ArticleStore.h"
#include "storage/Statement.h"
#include "support/Hotline.h"
#include "sync/SimulatedText.h"
#include "sync/WorldDatabases.h"

#include <QJsonDocument>

namespace toasoan::test {

using namespace Qt::StringLiterals;

namespace {

QString shortened(ArticleId id)
{
    return id.toText().right(4);
}

std::set<ArticleId> articlesNamedIn(Transaction &transaction, const std::string &column, const char *table)
{
    std::set<ArticleId> ids;
    Statement statement(transaction, "SELECT DISTINCT " + column + " FROM " + table);
    while (required(statement.next(), table))
        ids.insert(statement.id<ArticleId>(0));
    return ids;
}

} // namespace

QString Simulation::allAgree()
{
    for (const ArticleId id : m_articles) {
        const auto server = m_world.onServer(id);
        std::optional<RecordSnapshot> there;
        if (server)
            there = m_world.serverSnapshot(id);
        for (int i = 0; i < m_world.allDesks(); ++i) {
            TestDesk &desk = m_world.desk(i);
            if (desk.engine().token().isEmpty())
                continue; // signed out: it knows what it knew
            const bool visible = server && canSee(desk.user.actor(), *server);
            auto transaction = Transaction::begin(desk.replica().database(), Access::Read);
            const auto here = required(RecordStore(*transaction).snapshot(id), "confirmed");
            if (visible != here.has_value())
                return u"desk %1 %2 article %3"_s.arg(i).arg(visible ? u"lacks"_s : u"has"_s, shortened(id));
            if (visible && *here != *there)
                return u"desk %1 has another article %2"_s.arg(i).arg(shortened(id));
        }
    }
    for (int i = 0; i < m_world.allDesks(); ++i) {
        TestDesk &desk = m_world.desk(i);
        if (!desk.engine().token().isEmpty() && desk.replica().user() != desk.user)
            return u"desk %1 takes its person for another"_s.arg(i);
    }
    return {};
}

// Neither in a table nor in a list; but a text of his own stays, and is shown as his.
QString Simulation::nothingStaysOfWhatIsNotToBeSeen()
{
    for (int i = 0; i < m_world.allDesks(); ++i) {
        TestDesk &desk = m_world.desk(i);
        if (desk.engine().token().isEmpty())
            continue;
        std::set<ArticleId> visible, local;
        for (const ArticleId id : m_articles) {
            if (const auto server = m_world.onServer(id); server && canSee(desk.user.actor(), *server))
                visible.insert(id);
        }
        // Registers are everybody's here.
        for (const Key &key : m_entries)
            visible.insert(key.id);
        visible.insert(keyOfRegister(hotline).id);
        {
            auto transaction = Transaction::begin(desk.replica().database(), Access::Read);
            for (const Key &key : required(DeskStore(*transaction).recordsWithLocalWork(), "local work"))
                local.insert(key.id);
            for (const auto &[table, column] :
                 {std::pair("records", "id"), std::pair("revisions", "record_id"), std::pair("decisions", "record_id"),
                  std::pair("publications", "record_id"), std::pair("news", "record_id")}) {
                for (const ArticleId id : articlesNamedIn(*transaction, column, table)) {
                    if (!visible.contains(id))
                        return u"desk %1 keeps of %2, which is not to be seen, its %3"_s.arg(i).arg(
                            shortened(id), QLatin1StringView(table));
                }
            }
        }
        for (const ArticleLine &line : required(desk.replica().list({}, {}), "list").lines) {
            if (!visible.contains(line.id) && !local.contains(line.id))
                return u"desk %1 lists %2, which is not to be seen"_s.arg(i).arg(shortened(line.id));
        }
        for (const Key &key : m_entries)
            local.erase(key.id);
        for (const ArticleId id : local) {
            const ArticleView view = desk.view(id);
            if (!visible.contains(id) && (view.confirmedVersion > 0 || view.saved != SavedState::OnThisPc))
                return u"desk %1 takes %2 for known to the server"_s.arg(i).arg(shortened(id));
            if (!visible.contains(id))
                count(Happening::LostFromSight);
        }
    }
    return {};
}

// Empty, or refused with a reason, or behind a refusal.
QString Simulation::nothingWaits()
{
    for (int i = 0; i < m_world.allDesks(); ++i) {
        TestDesk &desk = m_world.desk(i);
        if (desk.engine().token().isEmpty())
            continue; // it waits for the sign-in
        for (const WaitingCommand &command : desk.outbox().commands) {
            const bool isSettled = command.state == WaitingState::Behind
                || (command.state == WaitingState::Refused && command.refusal && !command.refusal->subject.isEmpty());
            if (!isSettled)
                return u"desk %1: %2 waits still"_s.arg(i).arg(toText(command.step));
            if (command.refusal
                && (command.refusal->code == ErrorCode::NotFound || command.refusal->code == ErrorCode::Forbidden))
                count(Happening::RefusedForRights);
        }
    }
    return {};
}

QString Simulation::doneOnce()
{
    for (const auto &[request, times] : m_world.executions()) {
        if (times != 1)
            return u"a command was done %1 times"_s.arg(times);
    }
    for (const auto &[request, acknowledged] : m_world.acknowledged()) {
        if (!m_world.executions().contains(request))
            return u"a command was acknowledged and not done"_s;
    }
    for (const ArticleId id : m_articles) {
        if (const auto server = m_world.onServer(id); server && server->state == State::Deleted)
            count(Happening::Deleted);
    }
    return {};
}

// Submitted, approved, published, deleted is the text that was on the screen of whoever did it.
QString Simulation::nobodyVouchedForWhatHeDidNotSee()
{
    for (const auto &[request, hash] : m_seenWith) {
        const auto done = m_world.doneWith().find(request);
        if (done != m_world.doneWith().end() && done->second != hash)
            return u"a step was done with a text that its giver had not seen"_s;
    }
    return {};
}

// A step that is forgotten because of what others did was not known to have been done when it was given. Looked at
// before another is given. Who claims what its author cannot go on with is left alone: that the author is back is no
// decision, and the last one is told.
QString Simulation::whatIsToldAsOvertakenWas()
{
    for (int i = 0; i < m_world.allDesks(); ++i) {
        for (const OvertakenStep &overtaken : std::exchange(m_world.desk(i).overtaken, {})) {
            count(Happening::Overtaken);
            const auto known = m_knewUpTo.find({i, overtaken.article, overtaken.step});
            const bool isByRights = m_plan.changesRights && overtaken.step == Step::Claim;
            if (known != m_knewUpTo.end() && overtaken.by.at <= known->second && !isByRights)
                return u"desk %1: %2 of %3 is said to be overtaken by a %4 that was known"_s.arg(i).arg(
                    toText(overtaken.step), shortened(overtaken.article), toText(overtaken.by.step));
        }
    }
    return {};
}

// Minutes of every desk's morning: only who may see something else asks for all again, and once for what a later
// program may read.
QString Simulation::nothingIsAskedForAnewInVain()
{
    for (int i = 0; i < m_world.allDesks(); ++i) {
        const int reasons =
            m_world.changesOf(i) + (m_world.unreadable() > 0 ? 1 : 0) + (m_isDefined ? 1 : 0); // a noun to be learnt
        if (const int times = m_world.desk(i).startsAnew; times > reasons)
            return u"desk %1 began anew %2 times for %3 reasons"_s.arg(i).arg(times).arg(reasons);
    }
    return {};
}

QString Simulation::wordsStandOnce()
{
    for (const Typed &typed : m_typed) {
        if (const QString fault = wordStandsOnce(typed, typed.article); !fault.isEmpty())
            return fault;
    }
    return {};
}

// At the server; or else here, in what waits, or in the draft as which that text went on.
QString Simulation::wordStandsOnce(const Typed &typed, ArticleId article)
{
    const auto server = m_world.onServer(article);
    const int there = server ? test::count(wordsOf(server->content), typed.word) : 0;
    if (there > 1)
        return u"%1 stands %2 times: %3"_s.arg(typed.word).arg(there).arg(wordsOf(server->content));
    if (there == 1)
        return {};
    QString text;
    {
        auto transaction = Transaction::begin(m_world.desk(typed.desk).replica().database(), Access::Read);
        const auto work = LocalWork::load(*transaction, *m_world.desk(typed.desk).replica().rules(), itemKey(article));
        text = work->text() ? wordsOf(*storedContent(QJsonDocument::fromJson(*work->text()).object())) : QString();
    }
    const int here = test::count(text, typed.word);
    if (here == 1 || (here == 0 && typed.isThrownAway))
        return {};
    if (here == 0) {
        if (const auto drafts = m_goesOnIn.find({typed.desk, article}); drafts != m_goesOnIn.end()) {
            for (const ArticleId draft : drafts->second) {
                if (m_thrownAway.contains({typed.desk, draft}) || wordStandsOnce(typed, draft).isEmpty())
                    return {};
            }
        }
    }
    return u"%1 of desk %2 stands %3 times there and nowhere else; %4 is: %5"_s.arg(typed.word)
        .arg(typed.desk)
        .arg(here)
        .arg(shortened(article), server ? wordsOf(server->content) : u"not there"_s);
}

} // namespace toasoan::test
