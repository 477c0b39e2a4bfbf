// The desk's facade over values in memory, for tests of one window: what the desk says is set by the test, what the
// window asks for is written down. Links in place of toasoan_sync; what is behind the real facade is tested there and
// end to end.
#pragma once

#include "sync/Desk.h"

#include <map>

namespace toasoan {

struct DeskStage
{
    std::map<ArticleId, ArticleView> articles;
    std::map<ArticleId, News> news; ///< not seen yet
    std::vector<ArticleNews> arriving; ///< comes with the network
    OutboxView outbox;
    std::optional<Error> outboxError;
    std::optional<Error> listError;
    std::optional<ConnectionView> nextConnection; ///< comes with the network
    std::optional<Error> syncError;
    std::optional<Error> signInError;
    std::optional<Error> typeError; ///< nothing can be kept
    std::optional<Error> submitError;
    std::optional<Error> pictureError;
    bool holdsPictures = false; ///< they are being taken in, until answerPictures()
    std::vector<std::function<void()>> heldPictures;
    void answerPictures();
    bool isServerAway = false; ///< steps wait on this PC
    QString pictureFile; ///< of every picture; empty: none is on this PC

    struct Typed
    {
        ArticleId article;
        TextBase base;
        Content content;
    };
    std::vector<Typed> typed;
    struct Earlier
    {
        RevisionLine line;
        Content content;
    };
    std::vector<Earlier> versions; ///< of every article, oldest first
    std::vector<ArticleId> saves;
    std::vector<ArticleId> putBack; ///< given as texts that begin a sitting
    std::vector<Command> commands;
    std::vector<RequestId> retries;
    std::vector<RequestId> discards;
    std::vector<MediaId> discardedPictures;
    std::vector<ArticleId> keptAsDrafts;
    std::vector<ArticleId> deletedDrafts;
    int syncs = 0;
    std::vector<QString> signIns; ///< "server login"
    std::optional<Account> nextAccount; ///< of who signs in next; nothing: the same as before

    // What the desk will say when it is made next.
    static inline SignInState signInState = SignInState::SignedIn;
    static inline User user;
    static inline std::vector<User> users;
    static inline std::vector<Section> sections;
    static inline ConnectionView connection{.connection = Connection::Online, .lastSync = {}, .problem = {}};
    static inline std::optional<Site> site;
    static inline bool isRemembered = true;

    /// Adds an article with the steps that the standard chain allows the user; saved as Sent.
    ArticleView &add(const Content &content, State state, UserId author);
    /// What the desk says when somebody else did something.
    void happen(Desk &desk, const ArticleNews &happened);
    void connect(Desk &desk, const ConnectionView &next);
    /// The newest id first in time order.
    [[nodiscard]] static ArticleId newId();
    static void allow(ArticleView &view);
    /// The server has answered the first step that waits there: it took it, or said no.
    void answer(Desk &desk, ArticleId id, const std::optional<Error> &refusal = {});
};

[[nodiscard]] DeskStage &stageOf(const Desk &desk);
[[nodiscard]] std::unique_ptr<Desk> makeStageDesk();
/// A reporter "Lê Thị Hoa", sections "Tin tức – Sự kiện" and "Kinh tế".
void setTheScene();

} // namespace toasoan
