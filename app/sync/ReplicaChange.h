// One change of the replica: a transaction, and beside it what the change will mean in memory (the state, texts that
// turn under an open editor) and to who looks on. All of it happens with commit(), or nothing does.
#pragma once

#include "base/Dice.h"
#include "storage/Database.h"
#include "storage/DeskStore.h"
#include "sync/Changes.h"
#include "sync/IncomingPage.h"
#include "sync/ReplicaState.h"
#include "sync/TextTurns.h"

namespace toasoan {

/// The local work of an article with what lies under it.
struct LocalArticle
{
    LocalWork work;
    std::optional<RecordSnapshot> confirmed;
    TextGround gone; ///< what was confirmed while the server still showed it
    QByteArray before; ///< the text shown before the change

    [[nodiscard]] TextGround ground() const;
    /// Whether the server says more in it than what is confirmed here.
    [[nodiscard]] bool isNews(const RecordSnapshot &snapshot) const;
    /// The newest text: a local one, else the confirmed one.
    [[nodiscard]] QByteArray text() const { return work.text() ? *work.text() : ground().content; }
};

/// How an article's text came to be another.
enum class TextChange
{
    Typed, ///< by the person in his editor, which has the text already
    Carried, ///< by the server or a command: an open editor takes it over
};

class ReplicaChange
{
public:
    /// What is changed.
    struct Subject
    {
        Database &database;
        ReplicaState &state;
        TextTurns &turns;
        const Clock &clock;
        Dice &dice;
    };

    /// `durability` is Noisy for what the server will tell again.
    [[nodiscard]] static Result<ReplicaChange> begin(const Subject &subject, Durability durability);

    [[nodiscard]] Transaction &transaction() { return m_transaction; }
    [[nodiscard]] DeskStore desk() { return DeskStore(m_transaction); }
    /// As they were when the change began: what it learns of them holds from the next on.
    [[nodiscard]] const NewsroomRules &rules() const { return *m_subject.state.rules; }
    [[nodiscard]] Instant now() const { return m_subject.clock.now(); }
    /// Whether an editor may be open on an article.
    [[nodiscard]] bool isOpen(ArticleId id) const { return m_subject.turns.isOpen(id); }
    [[nodiscard]] RequestId newRequest() { return RequestId::create(m_subject.clock, m_subject.dice); }

    [[nodiscard]] Result<LocalArticle> load(const Key &key);
    [[nodiscard]] Result<void> store(LocalArticle &local, TextChange change);
    /// Takes in what the server says of an article that was heard of or not, and what in it is news to the person.
    [[nodiscard]] Result<void> hear(LocalArticle &local, const IncomingRecord &record);
    /// What the server has done of it is known here up to its change `sequence`: a command that was done by then is
    /// over. Whether there was one.
    bool settleDone(LocalArticle &local, qint64 sequence);
    /// The same of all that it was not told of, because nothing was changed, or is not to be seen any more.
    [[nodiscard]] Result<void> settleDone(qint64 sequence);
    /// Writes what the server said of an article; nothing of it is news.
    [[nodiscard]] Result<void> putConfirmed(const IncomingRecord &incoming);
    /// Forgets a step that the server refused and nobody need settle, once it is known here what came before it.
    /// Whether it did.
    [[nodiscard]] Result<bool> dropOvertaken(LocalArticle &local);
    /// Brings the projection of an entry in line with what is shown of it here.
    [[nodiscard]] Result<void> project(const Key &key);
    /// The person has seen it, or there is nothing to be seen any more.
    [[nodiscard]] Result<void> dropNews(ArticleId id);

    [[nodiscard]] Result<Changes> commit();

    ReplicaState state; ///< as it will be; position, person and time are written to the disk with the rest
    Changes changes;

private:
    ReplicaChange(const Subject &subject, Transaction transaction);
    [[nodiscard]] Result<void> tellNews(const std::optional<RecordSnapshot> &before, const RecordSnapshot &snapshot);
    [[nodiscard]] Result<void> writeFacts();
    [[nodiscard]] State stateShown(const LocalArticle &local) const;

    struct Turn
    {
        ArticleId article;
        QByteArray before;
        QByteArray after;
    };

    Subject m_subject;
    Transaction m_transaction;
    std::vector<Turn> m_turns;
};

} // namespace toasoan
