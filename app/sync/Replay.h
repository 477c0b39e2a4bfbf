// What a desk shows of a record: what the server said, with what waits on this desk done by the same actions. They
// run in a transaction that is rolled back: confirmed rows are written from server answers only.
#pragma once

#include "domain/User.h"
#include "protocol/RecordJson.h"
#include "sync/DeskView.h"
#include "sync/LocalWork.h"

#include <QHash>

namespace toasoan {

struct ShownRecord
{
    FullRecord record; ///< as shown; its content may be one that is still being typed, and is not judged
    std::optional<RecordSnapshot> confirmed;
    SavedState saved = SavedState::Sent;
    bool isGone = false; ///< local work without a confirmed record that it was made from
    int waiting = 0;
    bool isRefused = false;
};

struct ShownArticle
{
    Article article;
    std::optional<RecordSnapshot> confirmed;
    SavedState saved = SavedState::Sent;
    bool isGone = false;
    int waiting = 0;
    bool isRefused = false;
};

struct ReplayContext
{
    Database &database;
    const User &user;
    const NewsroomRules &rules;
    const Clock &clock;
    Milliseconds clockAhead{0}; ///< of this PC's clock, of the server's
    /// What an editor that is open has of articles that the server shows no longer: what is typed is on that.
    const QHash<ArticleId, TextGround> &gone;
};

/// The record as it is shown; nothing if it is neither known nor being written here. Unsupported "noun" for one that is
/// not known.
[[nodiscard]] Result<std::optional<ShownRecord>> showRecord(const ReplayContext &context, const Key &key);
/// The same of an article.
[[nodiscard]] Result<std::optional<ShownArticle>> showArticle(const ReplayContext &context, ArticleId id);

/// What `command` would do to its record as that is shown, or the rule it would break. A version of 0 stands for the
/// one shown; `resolved` is the command with it.
struct TriedCommand
{
    Command resolved;
    FullRecord result;
};
[[nodiscard]] Result<TriedCommand> tryCommand(const ReplayContext &context, const Command &command);

} // namespace toasoan
