// What waits on this desk for one record: its commands in the outbox and the text in the journal. A value that is
// read, changed and stored within one transaction. Knows how texts and steps follow each other:
//
//     confirmed content ← Save … Submit … Save ← journal
//
// Each local text (a Save's or the journal's) carries the content it was made from. When what lies under it becomes
// another (the server answered with a merged text, others' changes arrived), the text is carried over by a three-way
// merge. A Save that was offered to the server is frozen: the server may have it, so it stays as it is until answered,
// and so does everything on top of it.
#pragma once

#include "actions/Command.h"
#include "actions/Kind.h"
#include "storage/DeskStore.h"

#include <optional>
#include <utility>
#include <vector>

namespace toasoan {

class NewsroomRules;

struct GivenCommand
{
    OutboxEntry entry;
    Command command;

    [[nodiscard]] const Save *save() const { return std::get_if<Save>(&command); }
    /// Offered and not answered.
    [[nodiscard]] bool isFrozen() const { return entry.offered && !entry.isRefused(); }
};

/// The content that a new text is made from.
struct TextGround
{
    Version version = 0;
    QByteArray content;
};

/// By less than this clocks may differ, and nobody need know.
inline constexpr std::chrono::minutes clocksMayDifferBy(2);

/// Whether it is of what waits here for one record, and cannot be read: then all others go on.
[[nodiscard]] bool isOfUnreadableWork(const Error &error);

class LocalWork
{
public:
    /// Of a record that nothing waits for. The kind outlives it, as the rules do that it is loaded by.
    explicit LocalWork(const Kind &kind, RecordId record) : m_kind(&kind), m_record(record) { }
    /// Unsupported "noun" for one that this program does not know.
    [[nodiscard]] static Result<LocalWork> load(Transaction &transaction, const NewsroomRules &rules, const Key &key);
    /// Writes what has changed since load().
    [[nodiscard]] Result<void> store(Transaction &transaction);

    [[nodiscard]] const Kind &kind() const { return *m_kind; }
    [[nodiscard]] Key key() const { return {.noun = m_kind->noun(), .id = m_record}; }
    [[nodiscard]] const std::vector<GivenCommand> &commands() const { return m_commands; }
    [[nodiscard]] const std::optional<JournalEntry> &journal() const { return m_journal; }
    [[nodiscard]] bool isEmpty() const { return m_commands.empty() && !m_journal; }
    [[nodiscard]] const GivenCommand *find(RequestId request) const;
    [[nodiscard]] const GivenCommand *refused() const;
    [[nodiscard]] bool hasSave() const;
    /// The refused step that nobody need settle once the article is known to have moved on: it carried neither text nor
    /// words, vouched for nothing, and nothing that did was given behind it. Null if there is none such.
    [[nodiscard]] const GivenCommand *overtaken() const;
    /// The newest local text; null if there is none.
    [[nodiscard]] const QByteArray *text() const;
    /// When it was last changed here.
    [[nodiscard]] Instant changedAt() const;

    /// Keeps a text being typed; `confirmed` is what lies under it if no Save does.
    void type(const QByteArray &content, const TextGround &confirmed, Instant now);

    /// Moves the typed text into the outbox: into the last Save if that was not offered yet, else as a new one under
    /// `request`. The error is that of a content that cannot be stored; the text then stays in the journal.
    /// A text that begins a sitting leaves the Save before it as it is, unless that was refused: then it takes it over.
    [[nodiscard]] Result<void> save(const TextGround &confirmed, RequestId request, Instant now,
                                    Sitting sitting = Sitting::GoesOn);

    /// As the last; before a refused text, which holds up what is behind it, if there is one. `clockAhead`: as far as
    /// it is known.
    void add(const Command &command, RequestId request, Instant now, Milliseconds clockAhead = Milliseconds(0));
    /// This PC's clock turns out to be ahead by `clockAhead`: an hour that was set by another and has not gone is
    /// refused here, for whoever set it meant another. Whether there was one.
    bool refuseOtherClocks(Milliseconds clockAhead);
    /// Takes back what `step` would, where that has not left this PC: then nobody need hear of either. Whether it did.
    [[nodiscard]] bool takeBack(Step step);
    void markOffered(RequestId request);
    /// The server has answered that it did it, with its change `sequence`: until the feed has brought what that made,
    /// nothing behind it goes.
    void markDone(RequestId request, qint64 sequence);
    /// The command of which that is so; null if there is none.
    [[nodiscard]] const GivenCommand *done() const;

    /// The feed has brought what a command made: `content`, as `version`. Local texts are carried over to it, steps
    /// behind a Save now know their version. Where the text is no longer the one that was given, because the server
    /// merged it, the steps that vouch for it are refused here: nobody has vouched for this one.
    void accept(RequestId request, const QByteArray &content, Version version);
    /// The server said no. What was given on top of it was given as if it were done: the steps behind it are refused
    /// with it, and nothing of them goes without the person's word. Later texts are put into a refused Save: they would
    /// be refused as it was.
    void refuse(RequestId request, const Error &error);

    /// Carries local texts over to what the server has now. A step that vouches for a text that becomes another by it
    /// is refused here.
    void rebase(const TextGround &confirmed);
    /// Nothing of it can be at the server: the article came after the backup that was restored.
    void thaw();
    /// Puts local texts on what a restored server has, whole: what they were made from is gone there.
    void restart(const TextGround &confirmed);

    /// What becomes of the steps that were refused with a command when that is offered again.
    enum class Behind
    {
        GoesAlong, ///< the person has asked for it
        Stays, ///< it is offered by itself
    };
    /// Offers a refused command again under a new request: a Save on `confirmed`, a step on the version that is shown.
    /// What vouches for a text stays what it is, of what was read. Where that text is another now, nothing is offered,
    /// and the refusal told again: the item is to be opened, and the step given of what it says now.
    void retry(RequestId request, RequestId fresh, const TextGround &confirmed, Behind behind,
               Milliseconds clockAhead = Milliseconds(0));
    /// Drops a command and everything behind it; with a Save the typed text on it.
    void discard(RequestId request);
    /// Drops what was refused and the steps behind it, for the new step that settles them; texts stay.
    void dropRefusedSteps();
    /// The text goes on elsewhere: drops the Saves and the typed text and what depends on them, which is what answers
    /// for that text, what was refused with it, and what was given as if either were done. What else was given stays,
    /// on `confirmed`. Conflict "outbox.offered", and nothing is dropped, if the server may have something of it.
    [[nodiscard]] Result<void> dropText(const TextGround &confirmed);
    /// Forgets what was typed and not saved.
    void dropTyped() { m_journal.reset(); }
    void clear();

    /// Why steps were refused here, and what of a text gave way to another's, since this was last asked: to be told to
    /// the person.
    [[nodiscard]] std::vector<Error> takeRefusals() { return std::exchange(m_refusals, {}); }

private:
    using Place = std::vector<GivenCommand>::iterator;
    [[nodiscard]] Place iteratorOf(RequestId request);
    void setCommand(GivenCommand &given, Command command);
    [[nodiscard]] TextGround ground(const TextGround &confirmed) const;
    /// The text before `first` is another now: the steps on it that vouch are refused, up to the next Save, and what is
    /// behind them.
    void refuseVouching(Place first);
    void refuseBehind(Place refused);
    void noteOutvoted(const QByteArray &base, const QByteArray &theirs, const QByteArray &mine);
    void offerAgain(Place given, const TextGround &confirmed);

    const Kind *m_kind;
    RecordId m_record;
    std::vector<GivenCommand> m_commands;
    std::optional<JournalEntry> m_journal;
    std::vector<Error> m_refusals;
    std::vector<OutboxEntry> m_storedCommands;
    std::optional<JournalEntry> m_storedJournal;
};

} // namespace toasoan
