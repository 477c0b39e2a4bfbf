// One seed of tst_simulation: people at their desks write, decide, move and delete articles while the network drops,
// delays, doubles, reorders and cuts, desks and server crash, and rights are given and taken. Then all becomes quiet,
// and it is looked at what came of it.
#pragma once

#include "sync/World.h"

#include <array>
#include <optional>
#include <set>
#include <tuple>

namespace toasoan::test {

/// What a seed's world has, beside what every one has. A share of the seeds has each: some of it takes time.
struct SimulationPlan
{
    WorldPlan world;
    bool hasRegister = false; ///< defined while desks work
    bool changesRights = false; ///< grants come and go, accounts are closed and opened again

    [[nodiscard]] static SimulationPlan of(quint64 seed);
};

/// What happened, to be counted: a net that never meets what it is for catches nothing.
enum class Happening
{
    Deleted, ///< a draft that the server had
    DraftPutAway, ///< one that it never had
    Moved, ///< to another section
    LostFromSight, ///< an article that somebody had work waiting for
    RightsChanged,
    AccountClosed,
    SignedInAgain,
    RefusedForRights, ///< a command
    WrittenWhereGone, ///< a text in an editor that stayed open
    SecondProgramRefused,
    NewerNews,
    NewerPart, ///< of a text, by somebody whose program was updated with the server
    KeptAsNew,
    Overtaken, ///< a step, by what others did
    EntryChanged, ///< of a register
    EntryClosed, ///< or opened again
    Last
};

class Simulation
{
public:
    using Tally = std::array<int, std::size_t(Happening::Last)>;

    /// Adds to `tally` what happens.
    Simulation(quint64 seed, Tally &tally);

    /// Tells each thing that happens on standard error.
    bool tells = false;
    /// Empty if all ends as it must.
    [[nodiscard]] QString go();

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
        bool isThrownAway = false; ///< with the text it stood in, by whoever typed it
    };

    // What happens
    void prepare();
    void happen();
    [[nodiscard]] bool happenToTheLine(TestDesk &desk);
    [[nodiscard]] bool happenToRights();
    void giveSomeRights(int desk, quint64 kind);
    void giveAndTake(int desk, Milliseconds longest);
    void sitDown(TestDesk &desk);
    // Of registers (SimulationEntries.cpp)
    [[nodiscard]] bool happenToEntries(TestDesk &desk);
    void workOn(TestDesk &desk, const Key &key);
    void saveEntries();
    void writeWhereGone(TestDesk &desk, ArticleId id);
    void write(TestDesk &desk, const ArticleView &view);
    void typeWord(TestDesk &desk, ArticleId id);
    void takeStep(TestDesk &desk, const ArticleView &view);
    void noteGiven(TestDesk &desk, ArticleId id, Step step);
    void settleRefusal(TestDesk &desk, const ArticleView &view, const WaitingCommand &refused);
    [[nodiscard]] Command commandFor(const ArticleView &view, Step step, Version version);
    void throwAway(TestDesk &desk, ArticleId id);
    void becomeQuiet();
    void tell(const QString &line) const;
    void count(Happening happening) { m_tally[std::size_t(happening)] += 1; }
    [[nodiscard]] ArticleId someArticle();
    [[nodiscard]] SectionId someSection();
    [[nodiscard]] quint64 random(quint64 bound) { return m_world.random(bound); }
    [[nodiscard]] bool isOneOf(quint64 bound) { return random(bound) == 0; }

    // What must hold (SimulationChecks.cpp); each is empty if it does
    [[nodiscard]] QString allAgree();
    [[nodiscard]] QString nothingStaysOfWhatIsNotToBeSeen();
    [[nodiscard]] QString nothingWaits();
    [[nodiscard]] QString doneOnce();
    [[nodiscard]] QString nobodyVouchedForWhatHeDidNotSee();
    [[nodiscard]] QString whatIsToldAsOvertakenWas();
    [[nodiscard]] QString nothingIsAskedForAnewInVain();
    [[nodiscard]] QString wordsStandOnce();
    [[nodiscard]] QString wordStandsOnce(const Typed &typed, ArticleId article);
    [[nodiscard]] QString isOneProgramAtATime(TestDesk &desk);
    [[nodiscard]] QString entriesAgree();
    [[nodiscard]] QString listHolds(TestDesk &desk, const Key &key);
    [[nodiscard]] QString rowsStandOnce();

    const SimulationPlan m_plan;
    World m_world;
    Tally &m_tally;
    std::vector<ArticleId> m_articles;
    std::map<std::pair<int, ArticleId>, Editor> m_editors;
    std::vector<Typed> m_typed;
    /// Where a desk's text of an article was taken when it went on as a new draft.
    std::map<std::pair<int, ArticleId>, std::vector<ArticleId>> m_goesOnIn;
    std::set<std::pair<int, ArticleId>> m_thrownAway; ///< texts of a desk
    /// The hash of the text that was on the screen when a step was given that answers for it.
    std::map<RequestId, QString> m_seenWith;
    /// When the last was done with an article that somebody knew of as he gave such a step.
    std::map<std::tuple<int, ArticleId, Step>, Instant> m_knewUpTo;
    std::vector<std::vector<Grant>> m_usualGrants; ///< of each desk's person
    std::vector<bool> m_isClosed;
    bool m_isDefined = false; ///< the register
    std::vector<Key> m_entries;
    std::vector<Typed> m_rows; ///< of entries, each with a word of its own
    std::set<std::pair<int, RecordId>> m_thrownAwayEntries; ///< by which desk something of one was
    QString m_fault; ///< found while it happened
    int m_lastWord = 0;
};

} // namespace toasoan::test
