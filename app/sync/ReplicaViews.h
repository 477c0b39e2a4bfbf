// What windows see of the replica: articles as they are shown (confirmed rows with what waits here), lists, the outbox,
// versions. In the thread of its Database. Part of Replica.
#pragma once

#include "storage/ArticleStore.h"
#include "storage/DeskStore.h"
#include "sync/Changes.h"
#include "sync/DeskView.h"
#include "sync/OrderedList.h"
#include "sync/PicturesOnTheirWay.h"
#include "sync/Replay.h"
#include "sync/ReplicaState.h"
#include "sync/TextTurns.h"

namespace toasoan {

[[nodiscard]] RevisionLine lineOf(const Revision &revision);
/// Where it stands at the server, if that is elsewhere than is shown.
[[nodiscard]] std::optional<AtServer> atServer(const ShownArticle &shown);

class ReplicaViews
{
public:
    ReplicaViews(Database &database, const ReplicaState &state, TextTurns &turns, const Clock &clock)
        : m_database(database)
        , m_state(state)
        , m_turns(turns)
        , m_clock(clock)
    { }

    /// What waits of one record, in the order given.
    [[nodiscard]] Result<std::vector<WaitingCommand>> waitingOf(const Key &key);
    /// By how much this PC's clock is ahead of the server's, by which times are told.
    void setClockAhead(Milliseconds ahead);
    [[nodiscard]] Milliseconds clockAhead() const { return m_clockAhead; }
    /// Forgets what is shown otherwise after these.
    void follow(const Changes &changes);

    /// NotFound "article" if it is neither known nor being written here.
    [[nodiscard]] Result<ArticleView> article(ArticleId id);
    [[nodiscard]] Result<std::optional<ArticleLine>> line(ArticleId id);
    /// `pause` is called while many are put into an order.
    [[nodiscard]] Result<ArticlePage> list(const ArticleQuery &query, const std::optional<ListCursor> &after,
                                           const Pause &pause);
    [[nodiscard]] Result<OutboxView> outbox();
    [[nodiscard]] Result<std::vector<RevisionLine>> revisions(ArticleId id);
    /// Nothing if that version is not on this PC.
    [[nodiscard]] Result<std::optional<Content>> revision(ArticleId id, Version version);

    /// What the actions need to be done on the replica for a try.
    [[nodiscard]] ReplayContext replayContext() const
    {
        return {m_database, m_state.user, *m_state.rules, m_clock, m_clockAhead, m_state.gone};
    }

private:
    struct Named
    {
        QString title;
        Content content; ///< of an article
        std::vector<MediaId> pictures;
    };
    [[nodiscard]] Result<Named> named(const Key &key);
    [[nodiscard]] Result<const ShownArticle *> shown(ArticleId id);
    [[nodiscard]] Result<QList<ArticleLine>> localLines(const ArticleQuery &query);
    [[nodiscard]] Result<ArticleLine> lineOf(Transaction &transaction, const ArticleRow &row) const;
    [[nodiscard]] ArticleLine lineOf(const ShownArticle &shown) const;
    [[nodiscard]] bool matches(const ArticleQuery &query, const Record &article, State state) const;
    [[nodiscard]] bool matches(const ArticleQuery &query, const ShownArticle &shown) const;
    [[nodiscard]] Result<ArticlePage> listNewest(const ArticleQuery &query, const std::optional<ListCursor> &after);
    [[nodiscard]] Result<ArticlePage> listOrdered(const ArticleQuery &query, const std::optional<ListCursor> &after,
                                                  const Pause &pause);
    [[nodiscard]] Result<std::vector<ArticleId>> order(const ArticleQuery &query, const Pause &pause);
    [[nodiscard]] Result<QList<ArticleLine>> linesOf(const std::vector<ArticleId> &ids);
    [[nodiscard]] Result<std::vector<WaitingCommand>> waitingCommands(const std::vector<OutboxLine> &lines,
                                                                      const PicturesOnTheirWay &pictures);

    Database &m_database;
    const ReplicaState &m_state;
    TextTurns &m_turns;
    const Clock &m_clock;
    Milliseconds m_clockAhead{0};
    /// Of articles with local work, as shown; made when asked for.
    QHash<ArticleId, ShownArticle> m_shown;
    struct Ordered
    {
        ArticleQuery query;
        std::vector<ArticleId> ids;
    };
    /// The list that was asked for last in another order than the usual one, while nothing in it changes.
    std::optional<Ordered> m_ordered;
};

} // namespace toasoan
