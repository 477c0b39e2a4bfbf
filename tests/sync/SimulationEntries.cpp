// A second noun in the simulation: a register that is defined while desks work, whose entries they change, close and
// open again beside the articles.
#include "actions/NewsroomRules.h"
#include "domain/Entry.h"
#include "support/Hotline.h"
#include "sync/EntryQuestions.h"
#include "sync/Simulation.h"
#include "sync/WorldDatabases.h"

namespace toasoan::test {

using namespace Qt::StringLiterals;

namespace {

QString shortened(RecordId id)
{
    return id.toText().right(4);
}

int timesIn(const QByteArray &content, const QString &word)
{
    return int(content.count('"' + word.toUtf8() + '"'));
}

} // namespace

bool Simulation::happenToEntries(TestDesk &desk)
{
    if (!m_isDefined) {
        m_isDefined = isOneOf(3);
        if (m_isDefined) {
            tell(u"a register is defined"_s);
            if (!m_world.define(hotlines()))
                m_fault = u"a register could not be defined"_s;
        }
        return m_isDefined;
    }
    if (!desk.replica().rules()->findRegister(hotline))
        return false; // it has not heard of it
    if (m_entries.empty() || (m_entries.size() < 4 && isOneOf(4)))
        m_entries.push_back({.noun = hotline, .id = RecordId::create(m_world.clock, m_world.dice)});
    workOn(desk, m_entries[std::size_t(random(m_entries.size()))]);
    count(Happening::EntryChanged);
    return true;
}

void Simulation::workOn(TestDesk &desk, const Key &key)
{
    const auto done = [&](const Result<Changes> &changes) {
        if (changes)
            desk.tell(*changes);
        else if (changes.error().code == ErrorCode::Internal)
            m_fault = u"an entry: "_s + changes.error().detail;
        return changes.ok();
    };
    const auto view = desk.replica().entries().entry(key);
    const WaitingCommand *refused = nullptr;
    if (view) {
        for (const WaitingCommand &command : view->waiting) {
            if (command.state == WaitingState::Refused)
                refused = &command;
        }
    }
    if (refused && isOneOf(2)) {
        if (isOneOf(3) && refused->step == Step::Save) {
            tell(u"desk %1 throws away what waits of entry %2"_s.arg(desk.index).arg(shortened(key.id)));
            if (done(desk.replica().discard(refused->request)))
                m_thrownAwayEntries.insert({desk.index, key.id});
        } else if (refused->step == Step::Save) {
            done(desk.replica().retry(refused->request));
        } else {
            done(desk.replica().discard(refused->request));
        }
        return;
    }
    if (view && view->confirmedVersion > 0 && isOneOf(6)) {
        const Step step = view->record.state == State::Closed ? Step::Reopen : Step::Close;
        tell(u"desk %1: %2 of entry %3"_s.arg(desk.index).arg(toText(step), shortened(key.id)));
        if (done(TakeStep{Move{.target = key, .version = 0, .step = step, .reason = u"vì thế"_s}}.run(desk.replica())))
            count(Happening::EntryClosed);
        return;
    }
    QJsonObject says = view ? said(view->record.content) : QJsonObject();
    if (says.isEmpty())
        says = said(hotlineContent(u"Số "_s + shortened(key.id), QString::number(random(1'000'000'000))));
    QJsonArray rows = says[u"hours"_s].toArray();
    const QString word = u"e%1"_s.arg(++m_lastWord);
    rows.insert(qsizetype(random(quint64(rows.size()) + 1)),
                QJsonObject{{u"row"_s, entry::newRowId(m_world.dice)}, {u"who"_s, word}});
    says.insert(u"hours"_s, rows);
    if (isOneOf(2))
        says.insert(u"unit"_s, isOneOf(2) ? u"police"_s : u"health"_s);
    if (tells)
        tell(u"desk %1 writes %2 into entry %3"_s.arg(desk.index).arg(word, shortened(key.id)));
    const QByteArray content = QJsonDocument(says).toJson(QJsonDocument::Compact);
    if (!done(TypeEntry{key, view ? view->base : TextBase(), content}.run(desk.replica())))
        return;
    m_rows.push_back({.word = word, .article = key.id, .desk = desk.index});
    if (!isOneOf(4))
        done(SaveEntry{key}.run(desk.replica()));
}

// What was typed and not saved when all became quiet is saved; where nobody may, it stays where it was typed.
void Simulation::saveEntries()
{
    for (int i = 0; i < m_world.allDesks(); ++i) {
        TestDesk &desk = m_world.desk(i);
        for (const Key &key : m_entries) {
            if (const auto saved = SaveEntry{key}.run(desk.replica()))
                desk.tell(*saved);
        }
    }
}

QString Simulation::entriesAgree()
{
    for (const Key &key : m_entries) {
        const auto server = m_world.recordOnServer(key.id);
        for (int i = 0; i < m_world.allDesks(); ++i) {
            TestDesk &desk = m_world.desk(i);
            if (desk.engine().token().isEmpty())
                continue;
            std::optional<RecordSnapshot> here;
            {
                auto transaction = Transaction::begin(desk.replica().database(), Access::Read);
                here = required(RecordStore(*transaction).snapshot(key.id), "entry");
            }
            if (server.has_value() != here.has_value())
                return u"desk %1 %2 entry %3"_s.arg(i).arg(server ? u"lacks"_s : u"has"_s, shortened(key.id));
            if (server && (here->record.content != server->content || here->record.state != server->state))
                return u"desk %1 has another entry %2"_s.arg(i).arg(shortened(key.id));
            if (const QString fault = listHolds(desk, key); !fault.isEmpty())
                return fault;
        }
    }
    return {};
}

// The list is of what is shown.
QString Simulation::listHolds(TestDesk &desk, const Key &key)
{
    for (bool isMore = true; isMore;)
        desk.tell(required(desk.replica().fillProjections(isMore), "projections"));
    const auto view = desk.replica().entries().entry(key);
    const EntryPage page = required(
        desk.replica().entries().list({.noun = hotline, .filter = {.states = EntryFilter::States::All}}), "list");
    const auto line = std::ranges::find(page.lines, key.id, &EntryLine::id);
    if (view.ok() != (line != page.lines.end()))
        return u"desk %1: the list %2 entry %3"_s.arg(desk.index).arg(view ? u"lacks"_s : u"has"_s, shortened(key.id));
    if (view && (line->content != view->record.content || line->state != view->record.state))
        return u"desk %1: the list has another entry %2"_s.arg(desk.index).arg(shortened(key.id));
    return {};
}

// Each row that somebody wrote stands once: at the server, or on the desk where it was written and could not go.
QString Simulation::rowsStandOnce()
{
    for (const Typed &typed : m_rows) {
        const auto server = m_world.recordOnServer(typed.article);
        const int there = server ? timesIn(server->content, typed.word) : 0;
        if (there > 1)
            return u"the row %1 stands %2 times"_s.arg(typed.word).arg(there);
        if (there == 1 || m_thrownAwayEntries.contains({typed.desk, typed.article}))
            continue;
        const auto here = m_world.desk(typed.desk).replica().entries().entry({.noun = hotline, .id = typed.article});
        if (!here || timesIn(here->record.content, typed.word) != 1)
            return u"the row %1 of desk %2 is lost"_s.arg(typed.word).arg(typed.desk);
    }
    return {};
}

} // namespace toasoan::test
