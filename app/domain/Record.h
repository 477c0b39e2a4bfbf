// What the board keeps in versions and leads along a chain, whatever its noun: where it stands, who has said what to
// it, and what the public has of it. What it says is its content, and each noun's own.
#pragma once

#include "base/Clock.h"
#include "domain/Ids.h"
#include "domain/Noun.h"
#include "domain/Workflow.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace toasoan {

/// What names a record everywhere.
struct Key
{
    Noun noun;
    RecordId id;

    bool operator==(const Key &) const = default;
};

[[nodiscard]] inline Key itemKey(ArticleId id)
{
    return {.noun = nouns::article, .id = id};
}

/// The chair's yes to one exact version.
struct Approval
{
    Version version = 0;
    QString contentHash;
    UserId by;
    Instant at;

    bool operator==(const Approval &) const = default;
};

/// What the public has of an item. Once there, it stays for ever: an item is corrected or taken down, never erased.
struct Publication
{
    qint64 number = 0; ///< in the address; given by the server at the first publishing
    QString slug; ///< in the address; of the title at the first publishing
    Version version = 0; ///< the approved version that is served
    Instant firstAt; ///< the time that the item shows
    Instant at; ///< when this version was published
    std::optional<Instant> takenDownAt; ///< the address answers 410 since then

    [[nodiscard]] bool isLive() const { return !takenDownAt; }
    bool operator==(const Publication &) const = default;
};

/// What the steps taken so far say about who may take the next one. Read from the decisions, not stored.
struct Trail
{
    Step last = Step::Save; ///< Save: none was taken yet
    UserId lastBy;
    Version lastVersion = 0;
    std::optional<State> lastFrom; ///< the state that the last step left; nothing where the steps do not tell it
    UserId sentOnBy; ///< who last asked for approval, since the correction that is under way was opened
    UserId openedBy; ///< who opened the correction that is under way; null if none is
    UserId takenOverBy; ///< who last took it in place of an author who is away; null once it is sent in or published
    UserId writtenBy; ///< who saved the newest version; null where that is not known
    /// Who has submitted the text of `vouchedVersion`, or sent it on, and has not taken that back or said no to it.
    std::vector<UserId> vouchedBy;
    Version vouchedVersion = 0;
    bool isAuthorAway = false; ///< Workflow::isAway()

    bool operator==(const Trail &) const = default;
};

/// The head of a record. Section and title stand in the content too, in each noun's own way; here they are those of the
/// newest version, for rights and lists, which read no content.
struct Record
{
    Noun noun = nouns::article;
    RecordId id;
    UserId author;
    SectionId section; ///< null while the author has not chosen one
    QString title;
    Version version = 0; ///< of the newest revision
    QString contentHash; ///< of the newest revision
    State state = State::Draft;
    QString reason; ///< of the last return, refusal, unpublishing or correction
    std::optional<Approval> approval;
    std::optional<Instant> scheduledAt;
    std::optional<Publication> publication;
    Trail trail; ///< where it was asked for; see actions/RecordTrail.h
    Instant createdAt;
    Instant updatedAt;

    bool operator==(const Record &) const = default;
};

/// A record with what it says: JSON in its canonical form, the bytes that are stored, hashed and approved. What they
/// mean is its kind's to know (actions/Kind.h).
struct FullRecord : Record
{
    QByteArray content; ///< of the newest version

    bool operator==(const FullRecord &) const = default;
};

/// A stored version.
struct RecordVersion
{
    RecordId record;
    Version version = 0;
    UserId savedBy;
    Instant savedAt;
    QString contentHash;
    QByteArray content;

    bool operator==(const RecordVersion &) const = default;
};

/// SHA-256 of a content, in hex: what an approval names.
[[nodiscard]] QString hashOf(const QByteArray &content);

/// `user` answers for the text of `version`: he submits it, or sends it on.
void vouch(Trail &trail, UserId user, Version version);

/// Whether at most its author may know of it: a draft that never was public, or one that was put away.
[[nodiscard]] bool isPrivate(const Record &record);

/// Whether `actor` may see the newest content. A draft is private to its author; one that was put away is nobody's to
/// see; what has been submitted is seen by the roles of its section that handle it; contributors and reporters see
/// their own.
[[nodiscard]] bool canSee(const Actor &actor, const Record &record);

/// One step that a person took with a record; appended, never changed.
struct Decision
{
    RecordId record;
    Version version = 0;
    Step step = Step::Save;
    UserId actor;
    Instant at;
    QString reason;

    bool operator==(const Decision &) const = default;
};

/// A record as it is told to others: its newest state, with what led there.
struct RecordSnapshot
{
    FullRecord record;
    std::vector<Decision> decisions; ///< oldest first
    UserId savedBy = {}; ///< of the newest version; null where an older server did not say

    bool operator==(const RecordSnapshot &) const = default;
};

/// Of decisions in their order, from the first, taken by the chain `workflow`; whether the author is away, and who
/// wrote the newest version, is not theirs to say.
[[nodiscard]] Trail trailOf(const std::vector<Decision> &decisions, const Workflow &workflow = Workflow::standard());

} // namespace toasoan
