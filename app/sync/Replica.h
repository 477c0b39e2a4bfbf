// What this desk has on its disk: the newsroom as the server last said, and beside it what was done here and has no
// answer yet. Every function is one transaction. Knows no network. Lives in the thread of its Database.
//
// The parts: ReplicaChange is one change under way, FeedIntake and Restoration take in what the server says,
// ReplicaViews is what windows see. Here stand the outbox and the person's word.
#pragma once

#include "base/Clock.h"
#include "base/Dice.h"
#include "domain/Genres.h"
#include "domain/Media.h"
#include "domain/Section.h"
#include "domain/Site.h"
#include "protocol/Feed.h"
#include "storage/Database.h"
#include "sync/EntryViews.h"
#include "sync/IncomingPage.h"
#include "sync/ReplicaChange.h"
#include "sync/ReplicaViews.h"

#include <functional>

namespace toasoan {

/// A command to be sent.
struct Outgoing
{
    RequestId request;
    Key target;
    QByteArray body; ///< the same bytes each time until answered
};

class Replica
{
public:
    /// Opens the database and brings its schema up to date. Unsupported "database.schema" if a newer desk was here.
    [[nodiscard]] static Result<std::unique_ptr<Replica>> open(const DatabaseLocation &location, const Clock &clock,
                                                               Dice &dice);

    /// On a database that is open and has the schema.
    [[nodiscard]] static Result<std::unique_ptr<Replica>> open(std::unique_ptr<Database> database, const Clock &clock,
                                                               Dice &dice);

    [[nodiscard]] Database &database() { return *m_database; }
    /// Ends with this; the database goes to whoever opens the replica next.
    [[nodiscard]] std::unique_ptr<Database> takeDatabase() { return std::move(m_database); }
    [[nodiscard]] const User &user() const { return m_state.user; }
    [[nodiscard]] const std::shared_ptr<const NewsroomRules> &rules() const { return m_state.rules; }
    [[nodiscard]] const FeedPosition &position() const { return m_state.position; }
    [[nodiscard]] std::optional<Instant> lastSync() const { return m_state.lastSync; }
    [[nodiscard]] Result<std::vector<User>> users();
    [[nodiscard]] Result<std::vector<Section>> sections();
    [[nodiscard]] Result<Genres> genres();
    /// What the one entry of a single register says at the server; nothing if it is not known.
    [[nodiscard]] Result<QByteArray> single(const Noun &noun);
    [[nodiscard]] Result<std::optional<Site>> site();

    /// The person this replica is for, as signing in gave him.
    [[nodiscard]] Result<Changes> setUser(const User &user);

    // From the server

    /// Whether the server's history is the one that this replica follows.
    [[nodiscard]] bool follows(const QString &epoch) const;
    /// Whether it is known at all what this person may see.
    [[nodiscard]] bool hasView() const { return !m_state.view.all.isEmpty(); }
    /// Whether a page is of that history, and of what is known to be this person's to see: only such a one is taken in.
    [[nodiscard]] bool isOfKnownView(const FeedPage &page) const;
    /// What he may see now. Of another history (a backup was put back) all is asked for again, and nothing here is
    /// given up.
    [[nodiscard]] Result<Changes> takeView(const View &view);
    /// Whether somebody waits for the replica to be free.
    using IsAwaited = std::function<bool()>;
    /// Writes of a page of the live feed what is done within moments and before somebody waits, from entry `from` on,
    /// which becomes the one to go on with: so that what a person types need not wait for the whole. Applying it twice
    /// changes nothing.
    [[nodiscard]] Result<Changes> apply(IncomingPage &page, std::size_t &from, const IsAwaited &isAwaited = {});
    /// The same of a page of a noun's pull.
    [[nodiscard]] Result<Changes> applyPull(const Noun &noun, IncomingPage &page, std::size_t &from,
                                            const IsAwaited &isAwaited = {});
    /// What is to be pulled, the next first.
    [[nodiscard]] const std::vector<Pull> &pulls() const { return m_state.view.pulls; }
    /// How much of that has come, in per cent.
    [[nodiscard]] int received() const { return toasoan::received(m_state.view); }

    /// The next command to be sent: in the order given, of each article only its first, none behind a refusal, none
    /// of `resting`, none that needs pictures which are still on their way, and none at all before a restored server
    /// has shown what it has.
    [[nodiscard]] Result<std::optional<Outgoing>> nextCommand(const std::set<ArticleId> &resting);
    /// From here on the server may have it.
    [[nodiscard]] Result<void> markOffered(const Outgoing &command);
    /// The server did it; `sequence` is its newest change after that. What it made, the feed brings.
    [[nodiscard]] Result<Changes> accept(const Outgoing &command, qint64 sequence);
    /// Whether the feed has yet to bring what some command has made.
    [[nodiscard]] bool awaitsFeed() const { return !m_state.done.isEmpty(); }
    [[nodiscard]] Result<Changes> refuse(const Outgoing &command, const Error &error);

    /// What is known of this PC's clock; what waits here is told by the server's from here on, and an hour that was set
    /// by another clock does not go.
    [[nodiscard]] Result<Changes> setClockAhead(Milliseconds ahead);

    // From the person

    /// Unsupported "noun" for a record of a kind that is not known here.
    [[nodiscard]] Result<Changes> type(const Key &key, TextBase base, const QByteArray &content);
    [[nodiscard]] Result<Changes> save(const Key &key, Sitting sitting = Sitting::GoesOn);
    /// Forgets what was typed and not saved.
    [[nodiscard]] Result<Changes> dropTyped(const Key &key);
    /// Call save() before it. The errors are those of the command, tried on the article as shown; Conflict
    /// "outbox.refused" for a step that vouches while a refused text waits to be settled. Other steps go before it.
    [[nodiscard]] Result<Changes> submit(const Command &command);
    /// NotFound "outbox" if there is none such; InvalidInput "article.scheduledAt" for an hour that has passed.
    [[nodiscard]] Result<Changes> retry(RequestId request);
    /// Conflict "outbox.offered" for a command that the server may have.
    [[nodiscard]] Result<Changes> discard(RequestId request);
    /// NotFound "outbox" if no text waits.
    [[nodiscard]] Result<ArticleId> keepAsNewDraft(ArticleId id, Changes &changes);

    /// NotFound "article" if no draft waits that the server never heard of; Conflict "outbox.offered" if it may have.
    [[nodiscard]] Result<Changes> deleteDraft(const Key &key);
    /// The person has seen what others did with it.
    [[nodiscard]] Result<Changes> markSeen(ArticleId id);
    /// Of how many articles he has not.
    [[nodiscard]] int unseen() const { return int(m_state.news.size()); }

    /// Whether there may be pictures here that the server shows no more; see GonePictures.
    [[nodiscard]] bool hasGonePictures() const { return m_state.hasGonePictures; }
    /// How many texts are kept that the server shows no longer.
    [[nodiscard]] qsizetype keptOfGone() const { return m_state.gone.size(); }

    /// Articles with a text that was typed and not yet given to be sent.
    [[nodiscard]] Result<std::vector<ArticleId>> articlesWithTypedText();

    /// A moment's work on the lists of registers whose description is new here; `isMore`: there is more to do.
    [[nodiscard]] Result<Changes> fillProjections(bool &isMore);

    // Pictures on their way

    [[nodiscard]] Result<std::vector<PictureEntry>> pictures();
    [[nodiscard]] Result<std::optional<PictureEntry>> picture(MediaId media);
    [[nodiscard]] Result<void> putPicture(const PictureEntry &picture);
    [[nodiscard]] Result<void> removePicture(MediaId media);
    [[nodiscard]] Result<std::optional<Media>> media(MediaId media);

    /// Of registers.
    [[nodiscard]] EntryViews &entries() { return m_entries; }

    // To be shown; see ReplicaViews

    [[nodiscard]] Result<ArticleView> article(ArticleId id) { return m_views.article(id); }
    [[nodiscard]] Result<std::optional<ArticleLine>> line(ArticleId id) { return m_views.line(id); }
    [[nodiscard]] Result<ArticlePage> list(const ArticleQuery &query, const std::optional<ListCursor> &after,
                                           const Pause &pause = {})
    {
        return m_views.list(query, after, pause);
    }
    [[nodiscard]] Result<OutboxView> outbox() { return m_views.outbox(); }
    [[nodiscard]] Result<std::vector<RevisionLine>> revisions(ArticleId id) { return m_views.revisions(id); }
    [[nodiscard]] Result<std::optional<Content>> revision(ArticleId id, Version version)
    {
        return m_views.revision(id, version);
    }
    [[nodiscard]] Result<void> keepRevision(const Revision &revision);

private:
    Replica(std::unique_ptr<Database> database, const Clock &clock, Dice &dice);

    [[nodiscard]] Result<void> load();
    using TakeSome = std::function<Result<std::size_t>(ReplicaChange &change, std::size_t from)>;
    [[nodiscard]] Result<Changes> takeSome(std::size_t &from, Durability durability, const TakeSome &take);
    /// Does something to the replica, as one change.
    [[nodiscard]] Result<Changes> change(const std::function<Result<void>(ReplicaChange &)> &work,
                                         Durability durability = Durability::Promised);
    /// Does something to the local work of a record, as one change.
    [[nodiscard]] Result<Changes>
    changeRecord(const Key &key, TextChange kind,
                 const std::function<Result<void>(ReplicaChange &, LocalArticle &)> &work);
    [[nodiscard]] Result<Key> targetOf(RequestId request);
    [[nodiscard]] bool maySave(const LocalArticle &local) const;

    std::unique_ptr<Database> m_database;
    const Clock &m_clock;
    Dice &m_dice;
    ReplicaState m_state;
    TextTurns m_turns;
    ReplicaViews m_views;
    EntryViews m_entries;
};

} // namespace toasoan
