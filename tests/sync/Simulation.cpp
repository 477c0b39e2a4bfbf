#include "sync/Simulation.h"

#include "sync/SimulatedText.h"

#include <cstdio>

namespace toasoan::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString shortened(ArticleId id)
{
    return id.toText().right(4);
}

bool answersForText(Step step)
{
    return vouches(step) || step == Step::Delete;
}

} // namespace

SimulationPlan SimulationPlan::of(quint64 seed)
{
    SeededDice dice(~seed);
    SimulationPlan plan;
    if (dice.below(5) < 2)
        plan.world.sections = 3;
    plan.world.hasSecondPc = dice.below(5) == 0;
    plan.world.isServerNewer = dice.below(6) == 0;
    plan.changesRights = dice.below(10) < 3;
    // Rights that change between two pages need pages.
    if (dice.below(6) < (plan.changesRights ? 4 : 1))
        plan.world.feedPage = 1 + int(dice.below(6));
    plan.world.hasFolders = dice.below(40) == 0;
    plan.hasRegister = dice.below(4) == 0;
    return plan;
}

Simulation::Simulation(quint64 seed, Tally &tally)
    : m_plan(SimulationPlan::of(seed))
    , m_world(seed, m_plan.world)
    , m_tally(tally)
{
    for (int i = 0; i < m_world.allDesks(); ++i) {
        Network &network = m_world.desk(i).network;
        network.lossPercent = int(random(3)) * 8;
        network.duplicatePercent = int(random(3)) * 8;
        network.longestDelay = Milliseconds(5 + qint64(random(3)) * 400);
        m_world.desk(i).clock.skew = std::chrono::hours(qint64(random(7)) - 3);
        m_isClosed.push_back(false);
    }
    if (isOneOf(10))
        m_world.desk(int(random(quint64(m_world.allDesks())))).clock.skew = std::chrono::years(10);
}

QString Simulation::go()
{
    prepare();
    m_world.run(2s);
    const int events = 40 + int(random(40));
    for (int i = 0; i < events && m_fault.isEmpty(); ++i) {
        happen();
        m_world.run(Milliseconds(qint64(isOneOf(4) ? random(20000) : random(800))));
    }
    if (!m_fault.isEmpty())
        return m_fault;
    becomeQuiet();
    if (!m_world.settle())
        return u"it does not come to rest"_s;
    if (!m_world.wrong().isEmpty())
        return m_world.wrong();
    for (const auto &check :
         {&Simulation::allAgree, &Simulation::nothingStaysOfWhatIsNotToBeSeen, &Simulation::nothingWaits,
          &Simulation::doneOnce, &Simulation::nobodyVouchedForWhatHeDidNotSee, &Simulation::whatIsToldAsOvertakenWas,
          &Simulation::nothingIsAskedForAnewInVain, &Simulation::wordsStandOnce, &Simulation::entriesAgree,
          &Simulation::rowsStandOnce}) {
        if (const QString fault = (this->*check)(); !fault.isEmpty())
            return fault;
    }
    return {};
}

// Where there are several sections, some people have theirs: what moves comes into one's sight and goes out of
// another's.
void Simulation::prepare()
{
    const auto in = [this](std::size_t section) { return m_world.sections[section]; };
    if (m_plan.world.sections > 1) {
        const std::vector<std::pair<int, std::vector<Grant>>> bound{
            {World::otherReporter, {{.role = Role::Reporter, .section = in(0)}}},
            {World::otherReporter,
             {{.role = Role::Reporter, .section = in(0)}, {.role = Role::Reporter, .section = in(1)}}},
            {World::editor, {{.role = Role::Editor, .section = in(0)}, {.role = Role::Editor, .section = in(1)}}},
            {World::otherEditor, {{.role = Role::Editor, .section = in(1)}}},
            {World::chair, {{.role = Role::BoardChair, .section = in(0)}, {.role = Role::Editor, .section = {}}}}};
        for (const auto &[number, grants] : bound) {
            if (isOneOf(3))
                continue;
            User user = m_world.desk(number).user;
            user.grants = grants;
            m_world.changeUser(number, user);
        }
    }
    for (int i = 0; i < m_world.allDesks(); ++i)
        m_usualGrants.push_back(m_world.desk(i).user.grants);
}

void Simulation::happen()
{
    if (m_fault = whatIsToldAsOvertakenWas(); !m_fault.isEmpty())
        return;
    TestDesk &desk = m_world.desk(int(random(quint64(m_world.allDesks()))));
    if (happenToTheLine(desk))
        return;
    if (m_plan.changesRights && isOneOf(6) && happenToRights())
        return;
    if (m_plan.hasRegister && isOneOf(3) && happenToEntries(desk))
        return;
    if (desk.engine().token().isEmpty() && !m_isClosed[std::size_t(desk.index)] && isOneOf(2)) {
        if (m_world.signIn(desk.index)) {
            tell(u"desk %1 signs in again"_s.arg(desk.index));
            count(Happening::SignedInAgain);
        }
        return;
    }
    if (m_plan.world.hasFolders && isOneOf(4))
        m_fault = isOneProgramAtATime(desk);
    if (m_plan.world.isServerNewer && isOneOf(8)) {
        tell(u"what no desk knows has changed"_s);
        m_world.changeUnknown();
        count(Happening::NewerNews);
    }
    sitDown(desk);
}

// What happens to lines, desks and server; false if it is something else's turn.
bool Simulation::happenToTheLine(TestDesk &desk)
{
    switch (random(16)) {
    case 0:
        tell(u"desk %1: the line is cut"_s.arg(desk.index));
        desk.network.isCut = true;
        return true;
    case 1:
    case 2:
        for (int i = 0; i < m_world.allDesks(); ++i)
            m_world.desk(i).network.isCut = false;
        m_world.setServerUp(true);
        return true;
    case 3:
        if (isOneOf(3)) {
            tell(u"the server crashes"_s);
            m_world.setServerUp(false);
        }
        return true;
    case 4:
        tell(u"desk %1 crashes"_s.arg(desk.index));
        desk.crash();
        desk.start();
        if (desk.folder)
            m_fault = isOneProgramAtATime(desk);
        std::erase_if(m_editors, [&](const auto &editor) { return editor.first.first == desk.index; });
        return true;
    case 5:
        desk.engine().setOffline(isOneOf(2));
        return true;
    case 6:
        desk.engine().tryNow();
        return true;
    default:
        return false;
    }
}

// Rights come and go while pulls are under way and work waits; false if nothing did.
bool Simulation::happenToRights()
{
    const auto closed = std::ranges::find(m_isClosed, true);
    const bool isReopened = closed != m_isClosed.end() && isOneOf(2);
    const int number = isReopened ? int(closed - m_isClosed.begin()) : int(random(World::deskCount));
    User user = m_world.desk(number).user;
    const bool isActive = user.standing == Standing::Active;
    if (isReopened || (isActive && isOneOf(5))) {
        user.standing = isActive ? Standing::Disabled : Standing::Active;
        tell(u"desk %1: the account is %2"_s.arg(number).arg(isActive ? u"closed"_s : u"opened again"_s));
        m_world.changeUser(number, user);
        // A sign-in that began in the same moment is not ended with the others; it lets nobody in all the same.
        if (isActive && !isOneOf(4))
            m_world.signOutEverywhere(number);
        for (int i = 0; i < m_world.allDesks(); ++i) {
            if (m_world.desk(i).user.id == user.id)
                m_isClosed[std::size_t(i)] = isActive;
        }
        count(Happening::AccountClosed);
        return true;
    }
    if (isOneOf(4))
        giveAndTake(number, 600ms);
    else
        giveSomeRights(number, random(7));
    return true;
}

// Given by mistake, and taken back before anybody has pulled everything; and once more.
void Simulation::giveAndTake(int number, Milliseconds longest)
{
    const auto rest = [&] { m_world.run(Milliseconds(qint64(random(quint64(longest.count()))))); };
    for (quint64 i = random(3); i < 4; ++i) {
        giveSomeRights(number, random(5));
        rest();
        User user = m_world.desk(number).user;
        user.grants = m_usualGrants[std::size_t(number)];
        tell(u"desk %1: the usual rights again"_s.arg(number));
        m_world.changeUser(number, user);
        rest();
    }
}

void Simulation::giveSomeRights(int number, quint64 kind)
{
    User user = m_world.desk(number).user;
    const std::vector<Grant> &usual = m_usualGrants[std::size_t(number)];
    const Role role = usual.front().role;
    switch (kind) {
    case 0:
        user.grants.clear();
        break;
    case 4: // he sees as much, and may do other things
        user.grants = {{.role = Role::DeputyChair, .section = {}}};
        break;
    case 1:
        user.grants = {{.role = role, .section = someSection()}};
        break;
    case 2:
        user.grants = {{.role = role, .section = {}}, {.role = Role::Secretary, .section = someSection()}};
        break;
    case 3:
        user.grants = {{.role = Role::Reporter, .section = {}}};
        break;
    default:
        user.grants = usual;
    }
    tell(u"desk %1: %2 other grants"_s.arg(number).arg(user.grants.size()));
    m_world.changeUser(number, user);
    count(Happening::RightsChanged);
}

ArticleId Simulation::someArticle()
{
    return m_articles[std::size_t(random(m_articles.size()))];
}

SectionId Simulation::someSection()
{
    return m_world.sections[std::size_t(random(m_world.sections.size()))];
}

// A person does something.
void Simulation::sitDown(TestDesk &desk)
{
    const bool isReporter = desk.index <= World::otherReporter || desk.index == World::secondPc;
    if (m_articles.empty() || (isReporter && isOneOf(8))) {
        const ArticleId id = ArticleId::create(m_world.clock, m_world.dice);
        m_articles.push_back(id);
        Content content = m_world.content(u"bai"_s);
        content.section = someSection();
        m_editors[{desk.index, id}] = {.base = {}, .text = content};
        typeWord(desk, id);
        return;
    }
    ArticleId id = someArticle();
    auto view = desk.replica().article(id);
    if (!view && !m_editors.contains({desk.index, id})) {
        id = someArticle();
        view = desk.replica().article(id);
    }
    if (!view)
        return writeWhereGone(desk, id);
    const WaitingCommand *refused = view->refused();
    if (refused && isOneOf(3))
        return settleRefusal(desk, *view, *refused);
    if (view->confirmedVersion == 0 && isOneOf(12) && desk.replica().deleteDraft(itemKey(id))) {
        tell(u"desk %1 puts the draft %2 away"_s.arg(desk.index).arg(shortened(id)));
        throwAway(desk, id);
        count(Happening::DraftPutAway);
        if (desk.replica().article(id))
            m_fault = u"something stays of a draft that was put away"_s;
        return;
    }
    if (isOneOf(2))
        takeStep(desk, *view);
    else if (std::ranges::find(view->allowedSteps, Step::Save) != view->allowedSteps.end() || isOneOf(8))
        write(desk, *view);
}

// The article went out of sight under an editor that is open on it.
void Simulation::writeWhereGone(TestDesk &desk, ArticleId id)
{
    if (!m_editors.contains({desk.index, id}) || !isOneOf(2))
        return;
    typeWord(desk, id);
    count(Happening::WrittenWhereGone);
}

// Often on the text as it is now, sometimes on one that has had its turn since.
void Simulation::write(TestDesk &desk, const ArticleView &view)
{
    const ArticleId id = view.article.id;
    auto &editor = m_editors[{desk.index, id}];
    if (editor.text.title.isEmpty() || !isOneOf(3))
        editor = {.base = view.base, .text = view.article.content};
    if (m_plan.world.sections > 1 && isOneOf(3)) {
        editor.text.section = someSection();
        tell(u"desk %1 moves %2"_s.arg(desk.index).arg(shortened(id)));
        count(Happening::Moved);
    }
    for (quint64 i = 0; i <= random(3); ++i)
        typeWord(desk, id);
    if (isOneOf(2)) {
        tell(u"desk %1 saves %2"_s.arg(desk.index).arg(shortened(id)));
        desk.save(id);
    }
}

void Simulation::typeWord(TestDesk &desk, ArticleId id)
{
    Editor &editor = m_editors[{desk.index, id}];
    const QString word = u"w%1"_s.arg(++m_lastWord);
    if (m_plan.world.isServerNewer && desk.index % 2 == 1 && isOneOf(3)) {
        insertWordOfNewerProgram(editor.text, word, m_world.dice); // this PC was updated with the server
        count(Happening::NewerPart);
    } else {
        insertWord(editor.text, word, m_world.dice);
    }
    if (tells)
        tell(u"desk %1 types %2 into %3: %4"_s.arg(desk.index)
                 .arg(word, shortened(id), wordsOf(editor.text).simplified()));
    desk.type(id, editor.text, editor.base);
    m_typed.push_back({.word = word, .article = id, .desk = desk.index});
}

void Simulation::takeStep(TestDesk &desk, const ArticleView &view)
{
    std::vector<Step> steps;
    for (const Step step : view.allowedSteps) {
        // What is put away is nobody's work any more.
        if (step != Step::Save && step != Step::Schedule && (step != Step::Delete || isOneOf(3)))
            steps.push_back(step);
    }
    if (steps.empty())
        return;
    const Step step = steps[std::size_t(random(steps.size()))];
    const ArticleId id = view.article.id;
    const Version version = isOneOf(2) ? 0 : view.article.version;
    const auto known = desk.confirmed(id);
    const auto done = desk.submit(commandFor(view, step, version));
    tell(u"desk %1: %2 of %3 at %4: %5"_s.arg(desk.index)
             .arg(toText(step), shortened(id))
             .arg(version)
             .arg(done ? u"given"_s : done.error().subject));
    if (done) {
        if (answersForText(step))
            noteGiven(desk, id, step);
        // What waits still is shown as done, whatever the server has said since.
        m_knewUpTo[{desk.index, id, step}] = known && view.waiting.empty() ? known->updatedAt : Instant();
    }
    if (m_plan.world.isServerNewer && isOneOf(8) && m_world.onServer(id)) {
        m_world.stepOfNewerProgram(id, u"reason %1"_s.arg(random(1000)));
        tell(u"a step of %1 that no desk knows"_s.arg(shortened(id)));
    }
}

void Simulation::noteGiven(TestDesk &desk, ArticleId id, Step step)
{
    const ArticleView view = desk.view(id);
    if (view.refused())
        return; // beside a text that is not what it is about
    for (const WaitingCommand &command : view.waiting) {
        if (command.step == step && !m_seenWith.contains(command.request))
            m_seenWith[command.request] = view.article.contentHash;
    }
}

// A person looks into what was refused.
void Simulation::settleRefusal(TestDesk &desk, const ArticleView &view, const WaitingCommand &refused)
{
    const ArticleId id = view.article.id;
    switch (random(4)) {
    case 0: {
        const auto known = m_seenWith.find(refused.request);
        const auto changes = desk.replica().retry(refused.request);
        if (!changes)
            return;
        tell(u"desk %1 tries %2 of %3 again"_s.arg(desk.index).arg(toText(refused.step), shortened(id)));
        // The same step under another request is still about what he saw.
        if (known != m_seenWith.end()) {
            for (const WaitingCommand &command : desk.view(id).waiting) {
                if (command.step == refused.step && !m_seenWith.contains(command.request))
                    m_seenWith[command.request] = known->second;
            }
        }
        return desk.tell(*changes);
    }
    case 1: {
        const bool hasText = desk.replica().article(id)->saved == SavedState::OnThisPc;
        const auto changes = desk.replica().discard(refused.request);
        if (!changes)
            return;
        tell(u"desk %1 discards %2 of %3"_s.arg(desk.index).arg(toText(refused.step), shortened(id)));
        if (hasText)
            throwAway(desk, id);
        return desk.tell(*changes);
    }
    case 2: {
        Changes changes;
        const auto fresh = desk.replica().keepAsNewDraft(id, changes);
        if (!fresh)
            return;
        tell(u"desk %1 keeps its text of %2 as %3"_s.arg(desk.index).arg(shortened(id), shortened(*fresh)));
        m_articles.push_back(*fresh);
        m_goesOnIn[{desk.index, id}].push_back(*fresh);
        m_editors.erase({desk.index, id});
        count(Happening::KeptAsNew);
        return desk.tell(changes);
    }
    default:
        // Where the section was the trouble, it is chosen anew.
        if (view.allowedSteps.empty() || !refused.refusal)
            return;
        m_editors[{desk.index, id}] = {.base = view.base, .text = view.article.content};
        if (view.confirmedVersion > 0)
            m_editors[{desk.index, id}].text.section = view.confirmedContent.section;
        typeWord(desk, id);
        return desk.save(id);
    }
}

Command Simulation::commandFor(const ArticleView &view, Step step, Version version)
{
    const ArticleId id = view.article.id;
    switch (step) {
    case Step::Submit:
        return Submit{.target = itemKey(id), .version = version, .stateSecret = StateSecret::ConfirmedNone};
    case Step::Approve:
        return Approve{.target = itemKey(id),
                       .version = view.article.version,
                       .contentHash = view.article.contentHash,
                       .note = {}};
    case Step::Publish:
        return Publish{.target = itemKey(id), .version = version};
    case Step::Unpublish:
        return Unpublish{.target = itemKey(id), .version = version, .reason = u"why"_s};
    case Step::Schedule:
        return Schedule{.target = itemKey(id), .version = version, .at = m_world.clock.now()};
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
    case Step::Close:
    case Step::Reopen:
        break;
    }
    // Without a word it is forgotten when others were faster.
    const bool needsReason = std::ranges::find(view.stepsWithReason, step) != view.stepsWithReason.end();
    return Move{.target = itemKey(id),
                .version = version,
                .step = step,
                .reason = needsReason || isOneOf(3) ? u"why"_s : QString()};
}

// He has thrown the text away that waited here: his words may be at the server, or nowhere any more.
void Simulation::throwAway(TestDesk &desk, ArticleId id)
{
    for (Typed &typed : m_typed) {
        if (typed.desk == desk.index && typed.article == id)
            typed.isThrownAway = true;
    }
    m_thrownAway.insert({desk.index, id});
    m_editors.erase({desk.index, id});
}

QString Simulation::isOneProgramAtATime(TestDesk &desk)
{
    if (desk.folder->admitsSecond())
        return u"two programs have the folder of desk %1"_s.arg(desk.index);
    count(Happening::SecondProgramRefused);
    return {};
}

void Simulation::becomeQuiet()
{
    m_world.setServerUp(true);
    for (int i = 0; i < m_world.allDesks(); ++i) {
        TestDesk &desk = m_world.desk(i);
        desk.network = {};
        desk.engine().setOffline(false);
        desk.engine().tryNow();
        const bool isFirst = desk.index != World::secondPc;
        if (isFirst && desk.user.standing == Standing::Disabled && !isOneOf(4)) {
            User user = desk.user;
            user.standing = Standing::Active;
            m_world.changeUser(i, user);
        }
    }
    for (int i = 0; i < m_world.allDesks(); ++i) {
        TestDesk &desk = m_world.desk(i);
        if (desk.engine().token().isEmpty())
            static_cast<void>(m_world.signIn(i));
        for (const ArticleId id : m_articles)
            desk.save(id);
    }
    saveEntries();
    // The last word about rights may come while all is pulled.
    if (m_plan.changesRights) {
        m_world.run(Milliseconds(qint64(random(100))));
        if (m_plan.world.feedPage < wire::feedPage)
            giveAndTake(World::editor + int(random(3)), 200ms);
        giveSomeRights(int(random(World::deskCount)), random(7));
    }
}

void Simulation::tell(const QString &line) const
{
    if (tells)
        std::fprintf(stderr, "%s\n", qPrintable(line));
}

} // namespace toasoan::test
