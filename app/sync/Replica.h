// What this desk has on its disk: the newsroom as the server last said, and beside it what was done here and has no
// answer yet. Every function is one transaction. Knows no network. Lives in the thread of its Database.
#pragma once

#include "base/Clock.h"
#include "base/Dice.h"
#include "domain/Media.h"
#include "domain/Section.h"
#include "domain/Site.h"
#include "domain/User.h"
#include "protocol/Feed.h"
#include "storage/Database.h"
#include "storage/DeskStore.h"
#include "sync/DeskView.h"
#include "sync/Replay.h"
#include "sync/TextTurns.h"

#include <functional>
#include <set>

namespace toasoan {

/// What a change of the replica means for who looks at it.
struct Changes
{
    struct Problem
    {
        Error error;
        ArticleId article;
    };

    std::set<ArticleId> articles;
    std::set<MediaId> arrivedMedia;
    bool newsroom = false; ///< users, sections, site, chain
    bool outbox = false;
    bool pictures = false; ///< which pictures wait to be uploaded
    std::vector<Problem> problems;

    void add(const Changes &other);
};

/// Up to where the server's order is known here.
struct FeedPosition
{
    QString epoch; ///< empty before the first page
    qint64 sequence = 0;
};

/// A command to be sent.
struct Outgoing
{
    RequestId request;
    ArticleId article;
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
    [[nodiscard]] const User &user() const { return m_user; }
    [[nodiscard]] const Workflow &workflow() const { return m_workflow; }
    [[nodiscard]] const FeedPosition &position() const { return m_position; }
    [[nodiscard]] std::optional<Instant> lastSync() const { return m_lastSync; }
    [[nodiscard]] Result<std::vector<User>> users();
    [[nodiscard]] Result<std::vector<Section>> sections();
    [[nodiscard]] Result<std::optional<Site>> site();
    [[nodiscard]] Result<QString> fact(const QString &name);
    [[nodiscard]] Result<void> setFact(const QString &name, const QString &value);

    /// The person this replica is for, as signing in gave him.
    [[nodiscard]] Result<Changes> setUser(const User &user);

    // From the server

    /// Whether a page is of the server's history that this replica follows.
    [[nodiscard]] bool follows(const FeedPage &page) const;
    /// The server was restored from a backup: all is asked for again from the start, nothing here is given up.
    [[nodiscard]] Result<Changes> startEpoch(const QString &epoch);
    /// Writes a page; applying it twice changes nothing.
    [[nodiscard]] Result<Changes> apply(const FeedPage &page);

    /// The next command to be sent: in the order given, of each article only its first, none behind a refusal, none
    /// of `resting`, and none that needs pictures which are still on their way.
    [[nodiscard]] Result<std::optional<Outgoing>> nextCommand(const std::set<ArticleId> &resting);
    /// From here on the server may have it.
    [[nodiscard]] Result<void> markOffered(const Outgoing &command);
    /// The server did it; `sequence` is its newest change after that.
    [[nodiscard]] Result<Changes> accept(const Outgoing &command, const ArticleSnapshot &snapshot, qint64 sequence);
    [[nodiscard]] Result<Changes> refuse(const Outgoing &command, const Error &error);

    // From the person

    [[nodiscard]] Result<Changes> type(ArticleId id, TextBase base, const Content &content);
    [[nodiscard]] Result<Changes> save(ArticleId id);
    /// Call save() before it. The errors are those of the command, tried on the article as shown; Conflict
    /// "outbox.refused" while a refused text waits to be settled.
    [[nodiscard]] Result<Changes> submit(const Command &command);
    /// NotFound "outbox" if there is none such.
    [[nodiscard]] Result<Changes> retry(RequestId request);
    /// Conflict "outbox.offered" for a command that the server may have.
    [[nodiscard]] Result<Changes> discard(RequestId request);
    /// NotFound "outbox" if no text waits.
    [[nodiscard]] Result<ArticleId> keepAsNewDraft(ArticleId id, Changes &changes);

    /// Articles with a text that was typed and not yet given to be sent.
    [[nodiscard]] Result<std::vector<ArticleId>> articlesWithTypedText();

    // Pictures on their way

    [[nodiscard]] Result<std::vector<PictureEntry>> pictures();
    [[nodiscard]] Result<std::optional<PictureEntry>> picture(MediaId media);
    [[nodiscard]] Result<void> putPicture(const PictureEntry &picture);
    [[nodiscard]] Result<void> removePicture(MediaId media);
    [[nodiscard]] Result<std::optional<Media>> media(MediaId media);

    // To be shown

    [[nodiscard]] Result<ArticleView> article(ArticleId id);
    [[nodiscard]] Result<std::optional<ArticleLine>> line(ArticleId id);
    [[nodiscard]] Result<ArticlePage> list(const ArticleQuery &query, const std::optional<ListCursor> &after);
    [[nodiscard]] Result<OutboxView> outbox();
    [[nodiscard]] Result<std::vector<RevisionLine>> revisions(ArticleId id);
    [[nodiscard]] Result<std::optional<Content>> revision(ArticleId id, Version version);
    [[nodiscard]] Result<void> keepRevision(const Revision &revision);

private:
    Replica(std::unique_ptr<Database> database, const Clock &clock, Dice &dice);

    /// The local work of an article with what lies under it, within one transaction.
    struct Local
    {
        LocalWork work;
        std::optional<ArticleSnapshot> confirmed;
        TextGround gone; ///< what was confirmed while the server still showed it
        Content before; ///< the text shown before the change

        [[nodiscard]] TextGround ground() const;
    };
    enum class TextChange
    {
        Typed, ///< by the person in his editor, which has the text already
        Carried, ///< by the server or a command: an open editor takes it over
    };

    [[nodiscard]] Result<void> load();
    [[nodiscard]] Result<void> loadLocalArticles();
    [[nodiscard]] Result<Transaction> begin();
    /// Commits, and lets what is kept in memory follow.
    [[nodiscard]] Result<Changes> commit(Transaction &transaction, const Changes &changes);

    [[nodiscard]] Result<Local> loadLocal(Transaction &transaction, ArticleId id) const;
    [[nodiscard]] Result<void> storeLocal(Transaction &transaction, Local &local, TextChange change, Changes &changes);

    [[nodiscard]] Result<void> applyEntry(Transaction &transaction, const FeedEntry &entry, Changes &changes);
    [[nodiscard]] Result<void> applyArticle(Transaction &transaction, const FeedEntry &entry, Changes &changes);
    [[nodiscard]] Result<void> applyUser(Transaction &transaction, const FeedEntry &entry, Changes &changes);
    [[nodiscard]] Result<void> applyMedia(Transaction &transaction, const FeedEntry &entry, Changes &changes);
    [[nodiscard]] Result<void> skipUnreadable(Transaction &transaction, const FeedEntry &entry, const Error &error,
                                              Changes &changes);
    [[nodiscard]] Result<void> putUnique(Transaction &transaction, const FeedEntry &entry, Changes &changes,
                                         const std::function<Result<void>()> &put);
    [[nodiscard]] Result<void> restartArticle(Transaction &transaction, const FormerArticle &former,
                                              const std::optional<ArticleSnapshot> &now, Changes &changes);
    [[nodiscard]] Result<void> finishEpoch(Transaction &transaction, Changes &changes);
    [[nodiscard]] Result<ArticleId> articleOfRequest(Transaction &transaction, RequestId request) const;
    [[nodiscard]] static Result<void> putSnapshot(Transaction &transaction, const ArticleSnapshot &snapshot);
    [[nodiscard]] Result<std::set<MediaId>> picturesOnTheirWay(Transaction &transaction) const;
    [[nodiscard]] Result<const ShownArticle *> shown(ArticleId id);
    [[nodiscard]] ArticleLine lineOf(const ShownArticle &shown) const;
    [[nodiscard]] Result<std::vector<WaitingCommand>> waitingCommands(const std::vector<OutboxEntry> &entries,
                                                                      const std::set<MediaId> &onTheirWay);
    [[nodiscard]] ReplayContext replayContext() const { return {*m_database, m_user, m_workflow, m_clock}; }
    [[nodiscard]] RequestId newRequest() { return RequestId::create(m_clock, m_dice); }

    std::unique_ptr<Database> m_database;
    const Clock &m_clock;
    Dice &m_dice;
    User m_user;
    Workflow m_workflow{{}};
    FeedPosition m_position;
    std::optional<Instant> m_lastSync;
    TextTurns m_turns;
    /// Of articles with local work, as shown; made when asked for.
    QHash<ArticleId, ShownArticle> m_shown;
    /// Which articles have local work.
    std::set<ArticleId> m_local;
    /// Articles that the server showed in this run and shows no longer: an editor may still be open on them.
    QHash<ArticleId, TextGround> m_gone;
    bool m_hasFormer = false; ///< a restored server has not shown all it knows yet
    struct Turn
    {
        ArticleId article;
        Content before;
        Content after;
    };
    std::vector<Turn> m_uncommittedTurns;
};

} // namespace toasoan
