// What a window sees of the desk, as values: articles with what waits for them, lists, the outbox, the connection.
#pragma once

#include "base/Result.h"
#include "domain/Article.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <vector>

namespace toasoan {

/// How an answer comes that is not known at once.
template <typename T>
using Callback = std::function<void(Result<T>)>;

/// Where the text that is shown is safe. Each says what is true, never what is hoped for.
enum class SavedState
{
    OnThisPc, ///< (also) on this PC only: typed, or given and not yet acknowledged by the server
    Sent, ///< the server has acknowledged exactly this text
    Published, ///< and it is the text that readers see
};
/// For programs: "onThisPc", "sent", "published".
[[nodiscard]] QString toText(SavedState state);

/// Which shown text a typed text grew from. Given with a view, handed back with each Desk::type(): so a text typed on
/// the state before a merge is carried over to the state after it, and nothing of either is lost.
struct TextBase
{
    qint64 number = 0;

    bool operator==(const TextBase &) const = default;
};

enum class WaitingState
{
    Waiting, ///< for the network, or for its turn
    WaitingForPictures, ///< the pictures of the article go first
    Sending, ///< offered to the server; it may have it already
    HeldUp, ///< the server could not take it in just now; it is tried again by itself
    Refused, ///< the server said no: the person settles it
    Behind, ///< an earlier command of the same article was refused
};
/// For programs: "waiting", "waitingForPictures" …
[[nodiscard]] QString toText(WaitingState state);

/// Why something that waits could not go, and when it is tried again.
struct HeldUp
{
    Error why;
    Instant nextTry;

    bool operator==(const HeldUp &) const = default;
};

/// A command that has no answer yet, or was refused and is not settled.
struct WaitingCommand
{
    RequestId request;
    RecordId article; ///< or another record
    Noun noun = nouns::article; ///< of that
    QString title; ///< of the article, for lists
    Step step = Step::Save;
    Instant givenAt;
    WaitingState state = WaitingState::Waiting;
    std::optional<Error> refusal; ///< when state is Refused
    std::optional<HeldUp> heldUp = {}; ///< when state is HeldUp
};

/// A picture that this desk took in and the server does not have yet.
struct WaitingPicture
{
    MediaId media;
    QString name;
    qint64 size = 0; ///< in bytes
    qint64 sent = 0; ///< bytes that the server has acknowledged
    Instant addedAt;
    std::optional<Error> refusal;
    std::optional<HeldUp> heldUp = {}; ///< it could not go just now
};

/// A text that was typed here and could not be given to be sent. It stays where it was typed.
struct UnsavedText
{
    ArticleId article;
    QString title; ///< for lists
    Error why;
    Instant since;
    bool isTriedAgain = false; ///< by itself; else the person has to do something about it
};

struct OutboxView
{
    std::vector<WaitingCommand> commands; ///< in the order given
    std::vector<UnsavedText> texts; ///< that are not even among them
    std::vector<WaitingPicture> pictures;

    [[nodiscard]] bool isEmpty() const { return commands.empty() && texts.empty() && pictures.empty(); }
};

/// Where an article stands at the server, while a step that waits here makes it another on this desk. Colleagues and
/// readers have this.
struct AtServer
{
    State state = State::Draft;
    std::optional<Publication> publication = {};
    QString reason = {}; ///< of the decision that stands there
    std::optional<Instant> scheduledAt = {};
    Instant updatedAt = {};

    bool operator==(const AtServer &) const = default;
};

/// An open article.
struct ArticleView
{
    Article article; ///< as shown: what the server said, with what waits on this desk done, with the text being typed
    TextBase base; ///< hand it back with type()
    Version confirmedVersion = 0; ///< the newest version known from the server; 0: it has none yet
    Content confirmedContent; ///< of that version: what the server has
    /// The newest confirmed version that somebody else saved, or of which it is not known who did; 0 if none is. What
    /// comes after it, and what is shown beyond what is confirmed, is of this person's own hand.
    Version othersVersion = 0;
    SavedState saved = SavedState::OnThisPc;
    std::optional<AtServer> atServer; ///< nothing: it stands there as it does here
    std::vector<WaitingCommand> waiting;
    std::vector<Decision> decisions; ///< confirmed ones, oldest first
    std::vector<Step> allowedSteps; ///< on the article as shown, as far as they fit what the server has
    /// Of allowedSteps, those that need a reason.
    std::vector<Step> stepsWithReason;
    /// The server no longer has it, or no longer shows it to this person; what is shown is this desk's own text.
    bool isGone = false;

    /// Never what is only hoped for.
    [[nodiscard]] State stateAtServer() const { return atServer ? atServer->state : article.state; }
    /// The article as far as readers and colleagues have it: its state, reason, hours and publication are those of the
    /// server.
    [[nodiscard]] Article articleAtServer() const
    {
        Article there = article;
        if (atServer) {
            there.state = atServer->state;
            there.publication = atServer->publication;
            there.reason = atServer->reason;
            there.scheduledAt = atServer->scheduledAt;
            there.updatedAt = atServer->updatedAt;
        }
        return there;
    }
    /// Leaves of allowedSteps those that fit what the server has: what readers do not have is not taken down, and what
    /// was not decided there is not opened again, although the step that brings it about waits here.
    void keepStepsThatFit()
    {
        if (!atServer)
            return;
        const bool isLive = atServer->publication && !atServer->publication->takenDownAt;
        const bool isDecided = atServer->state == article.state;
        const auto fits = [&](Step step) {
            return (step != Step::Unpublish || isLive) && (step != Step::Correct || isDecided);
        };
        for (std::vector<Step> *steps : {&allowedSteps, &stepsWithReason})
            std::erase_if(*steps, [&](Step step) { return !fits(step); });
    }
    /// Whether what is shown has words of this person that can no longer come into the version that the steps are
    /// about: he may not write now, and they are in no version.
    [[nodiscard]] bool hasWordsBeside() const
    {
        return confirmedVersion > 0 && article.version == confirmedVersion && article.content != confirmedContent
            && std::find(allowedSteps.begin(), allowedSteps.end(), Step::Save) == allowedSteps.end();
    }
    [[nodiscard]] const WaitingCommand *refused() const
    {
        for (const WaitingCommand &command : waiting) {
            if (command.state == WaitingState::Refused)
                return &command;
        }
        return nullptr;
    }
};

/// What somebody else, or the clock, did with an article that is this person's affair.
struct News
{
    Step step = Step::Save;
    UserId by; ///< null: the clock
    Instant at;
    QString reason;
    bool isAgain = false; ///< published once more: a correction

    bool operator==(const News &) const = default;
};

struct ArticleNews
{
    ArticleId article;
    QString title;
    News news;
};

/// A step of this person that came to nothing because of what somebody else had done by then. Nothing waits any more.
struct OvertakenStep
{
    RecordId article; ///< or another record
    Noun noun = nouns::article; ///< of that
    QString title;
    Step step = Step::Save;
    News by; ///< what was done instead
};

enum class ListScope
{
    All,
    Mine, ///< written by the person signed in
    Unseen, ///< with news that he has not seen
};

enum class ListOrder
{
    Updated, ///< the newest change first
    Title, ///< as a Vietnamese dictionary has it
    Author, ///< by given names
    State, ///< from draft to taken down
};

enum class Direction
{
    Usual, ///< newest first; from A
    Reversed
};

/// Which state of an article a list goes by, where a step waits here.
enum class StateTaken
{
    Shown, ///< ArticleLine::shownState()
    Hoped, ///< ArticleLine::state: for what is still to be done about it here
};

/// Which articles a list wants, and in which order.
struct ArticleQuery
{
    ListScope scope = ListScope::All;
    std::optional<State> state = {};
    StateTaken taken = StateTaken::Shown; ///< of which state that is
    std::optional<SectionId> section = {};
    QString titleContains = {}; ///< accents do not count
    ListOrder order = ListOrder::Updated; ///< what is equal stands newest first
    Direction direction = Direction::Usual;

    bool operator==(const ArticleQuery &) const = default;
};

/// Where the next page of a list goes on.
struct ListCursor
{
    Instant updatedAt;
    ArticleId article;
    qint64 place = 0; ///< how many came before, in an order other than the usual one

    bool operator==(const ListCursor &) const = default;
};

/// One line of a list.
struct ArticleLine
{
    ArticleId id;
    UserId author;
    SectionId section;
    QString genre; ///< a code
    QString title;
    State state = State::Draft; ///< with what waits here done
    Version version = 0;
    Instant updatedAt;
    UserId savedBy = {}; ///< who saved its text last; null where that is not known
    std::optional<Instant> firstPublishedAt;
    Version publicVersion = 0; ///< what readers have; 0: nothing
    std::optional<Instant> scheduledAt;
    SavedState saved = SavedState::Sent;
    int waiting = 0; ///< commands without an answer
    bool refused = false;
    Trail trail = {}; ///< where it says who may go on: in editing, awaiting approval, back with its author
    std::optional<News> news = {}; ///< that was not seen yet
    std::optional<State> stateAtServer = {}; ///< set where what waits here makes it, or its hour, another than there
    std::optional<Instant> scheduledAtServer = {}; ///< where stateAtServer is set

    /// The one that people are shown, and so the one that lists are filtered and sorted by.
    [[nodiscard]] State shownState() const { return stateAtServer.value_or(state); }
    /// The hour that stands at the server: no other is one at which anything happens.
    [[nodiscard]] std::optional<Instant> shownHour() const { return stateAtServer ? scheduledAtServer : scheduledAt; }
    /// Readers have it, and a text of it is on its way to them.
    [[nodiscard]] bool isBeingCorrected() const { return publicVersion > 0 && shownState() != State::Published; }

    bool operator==(const ArticleLine &) const = default;
};

struct ArticlePage
{
    QList<ArticleLine> lines;
    std::optional<ListCursor> next; ///< nothing: this was the last page
    qint64 count = 0; ///< of all that the query finds
};

/// How many lines a page of a list has.
inline constexpr int listPage = 200;

/// A stored version in the list of versions.
struct RevisionLine
{
    Version version = 0;
    UserId savedBy;
    Instant savedAt;
    QString contentHash;
    /// By a later save of the same sitting: to a person they are one version. The server keeps it for a while.
    bool isSuperseded = false;
};

/// A picture that addPicture() took in; it can be used in a text at once.
struct AddedPicture
{
    MediaId media;
    QString file; ///< where its bytes lie on this PC
    int width = 0; ///< in pixels, as stored (a camera's rotation mark not applied)
    int height = 0;
};

enum class SignInState
{
    SignedOut,
    SignedIn,
    SessionEnded, ///< the password is needed again before anything goes to or comes from the server; work goes on
};

enum class Connection
{
    Offline, ///< chosen by the person
    NoNetwork, ///< the server cannot be reached, or answers that it cannot now
    Connecting,
    Online,
};

struct ConnectionView
{
    Connection connection = Connection::Connecting;
    std::optional<Instant> lastSync; ///< when the desk last knew everything that the server knew
    std::optional<Error> problem; ///< why not Online
    /// While Connecting, how much of what changed meanwhile has come, in per cent; nothing until that is known.
    std::optional<int> received = {};
    /// The server is there, and something that waits does not go all the same: the first such, and why.
    std::optional<HeldUp> heldUp = {};
    /// How far this PC's clock is ahead of the server's (behind: negative), to a minute; nothing while it is right.
    std::optional<std::chrono::minutes> clockAhead = {};

    bool operator==(const ConnectionView &) const = default;
};

/// Who is signed in where.
struct Account
{
    QString server; ///< "https://…"
    QString login;
    UserId user;
    /// Whether the sign-in outlives this program: there is a keychain. If not, say so to the person.
    bool isRemembered = false;

    bool operator==(const Account &) const = default;
};

} // namespace toasoan
