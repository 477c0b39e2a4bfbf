// What only a desk keeps: the outbox, the journal of typing, pictures on their way, where it stands.
#pragma once

#include "base/Clock.h"
#include "domain/Record.h"
#include "storage/Transaction.h"

#include <functional>
#include <vector>

namespace toasoan {

/// A command that waits for the server's answer, or that the server refused and the person has not yet settled.
struct OutboxEntry
{
    qint64 position = 0; ///< the order in which commands were given
    RequestId request;
    Key target;
    QByteArray command; ///< JSON (protocol/CommandJson)
    QByteArray baseContent; ///< of a save: what its text was made from
    Instant givenAt;
    bool offered = false; ///< the server may have it: it is sent again as it is, never another under its request
    QByteArray error = {}; ///< JSON of the refusal; empty while it waits
    qint64 done = 0; ///< the server's change with which it was done, which the feed has not brought yet; 0 before
    Milliseconds clockAhead{0}; ///< of this PC before the server's, as far as that was known when it was given

    [[nodiscard]] bool isRefused() const { return !error.isEmpty(); }
    bool operator==(const OutboxEntry &) const = default;
};

/// The same without its texts: cheap to read by the thousand.
struct OutboxLine
{
    RequestId request;
    Key target;
    QString step; ///< what the command does, as its JSON says; empty if that cannot be read
    Instant givenAt;
    bool offered = false;
    QByteArray error;
    bool isDone = false; ///< by the server

    [[nodiscard]] bool isRefused() const { return !error.isEmpty(); }
};

/// A text that is being typed and is not yet in the outbox.
struct JournalEntry
{
    Key record;
    Version baseVersion = 0; ///< what it started from; 0 for a new article
    QByteArray baseContent;
    QByteArray content;
    Instant typedAt;

    bool operator==(const JournalEntry &) const = default;
};

/// A record as it was before the server was restored from a backup.
struct FormerRecord
{
    Key key;
    UserId author;
    Version version = 0;
    QString contentHash;
    QByteArray content;
    bool seen = false; ///< the restored server has shown it

    bool operator==(const FormerRecord &) const = default;
};

/// What somebody else did with a record, and the person here has not seen yet.
struct NewsLine
{
    QString step;
    UserId actor; ///< null: the clock
    Instant at;
    QString reason;
    bool again = false;

    bool operator==(const NewsLine &) const = default;
};

/// A picture that this desk took in and the server does not have yet.
struct PictureEntry
{
    MediaId media;
    QString sha256;
    QString name;
    qint64 size = 0;
    int width = 0;
    int height = 0;
    QString uploadAddress; ///< of the upload at the server; empty before it was created
    qint64 sent = 0; ///< bytes that the server has acknowledged
    QByteArray error; ///< JSON of a refusal; empty while it waits
    Instant addedAt;

    bool operator==(const PictureEntry &) const = default;
};

/// A picture that the server shows this person no more.
struct GonePicture
{
    MediaId media;
    QString sha256; ///< of its bytes, by which its file is named
};

class DeskStore
{
public:
    explicit DeskStore(Transaction &transaction);

    [[nodiscard]] Result<QString> fact(const QString &name) const;
    [[nodiscard]] Result<void> setFact(const QString &name, const QString &value);

    /// A thing is known up to this change of the server's; nothing is changed, and false the answer, where it is known
    /// beyond that.
    [[nodiscard]] Result<bool> hearOf(const Noun &noun, const QString &id, qint64 sequence);
    /// It is to be taken when it is told again, however old that is.
    [[nodiscard]] Result<void> forgetKnown(const Noun &noun, const QString &id);
    /// Of another history nothing is known.
    [[nodiscard]] Result<void> forgetKnown();

    /// Appends and returns the position.
    [[nodiscard]] Result<qint64> addCommand(const OutboxEntry &entry);
    /// In the order given.
    [[nodiscard]] Result<std::vector<OutboxEntry>> outbox(RecordId record) const;
    [[nodiscard]] Result<std::vector<OutboxLine>> outboxLines() const;
    [[nodiscard]] Result<std::vector<OutboxLine>> outboxLines(RecordId record) const;
    /// The first line in the order given for which `isIt` says so; nothing if there is none.
    [[nodiscard]] Result<std::optional<OutboxLine>>
    findLine(const std::function<Result<bool>(const OutboxLine &line)> &isIt) const;
    /// The JSON of a command; empty if there is none such.
    [[nodiscard]] Result<QByteArray> command(RequestId request) const;
    /// Nothing if there is none such.
    [[nodiscard]] Result<std::optional<Key>> targetOf(RequestId request) const;
    /// Records with commands in the outbox or a text in the journal.
    [[nodiscard]] Result<std::vector<Key>> recordsWithLocalWork() const;
    /// What the server has done and the feed has not brought: of each record at most one command, with its change.
    [[nodiscard]] Result<std::vector<std::pair<Key, qint64>>> doneCommands() const;
    /// The server has another history: what it had done there is to be asked for again.
    [[nodiscard]] Result<void> forgetDone();
    /// Changes all but place, target and time of the entry at `entry.position`.
    [[nodiscard]] Result<void> updateCommand(const OutboxEntry &entry);
    [[nodiscard]] Result<void> removeCommand(RequestId request);

    /// As typed, not cleaned: what a person types is kept first and judged later.
    [[nodiscard]] Result<void> putJournal(const JournalEntry &entry);
    /// The same of one that was put before, and differs from it in its text and time alone: with each keystroke.
    [[nodiscard]] Result<void> typeOn(const JournalEntry &entry);
    [[nodiscard]] Result<std::optional<JournalEntry>> journal(RecordId record) const;
    [[nodiscard]] Result<std::vector<Key>> recordsWithJournal() const;
    [[nodiscard]] Result<void> removeJournal(RecordId record);

    /// Keeps every record of the replica as former.
    [[nodiscard]] Result<void> keepFormer();
    [[nodiscard]] Result<std::optional<FormerRecord>> former(RecordId record) const;
    [[nodiscard]] Result<std::vector<FormerRecord>> formerUnseen() const;
    [[nodiscard]] Result<void> setFormerSeen(RecordId record);
    [[nodiscard]] Result<void> removeFormer(RecordId record);

    /// In place of what is kept of that record.
    [[nodiscard]] Result<void> putNews(const Key &key, const NewsLine &news);
    [[nodiscard]] Result<std::vector<std::pair<RecordId, NewsLine>>> news() const;
    [[nodiscard]] Result<void> removeNews(RecordId record);

    [[nodiscard]] Result<void> putPicture(const PictureEntry &entry);
    [[nodiscard]] Result<std::vector<PictureEntry>> pictures() const;
    [[nodiscard]] Result<std::optional<PictureEntry>> picture(MediaId media) const;
    [[nodiscard]] Result<void> removePicture(MediaId media);

    /// Again changes nothing.
    [[nodiscard]] Result<void> addGonePicture(const GonePicture &picture);
    [[nodiscard]] Result<void> removeGonePicture(MediaId media);
    /// Those of which there is a row of `media` still.
    [[nodiscard]] Result<std::vector<GonePicture>> gonePictures() const;
    /// Those of which there is none any more: their files are to go.
    [[nodiscard]] Result<std::vector<GonePicture>> forgottenPictures() const;
    /// Whether a picture that is known, or on its way, has these bytes.
    [[nodiscard]] Result<bool> hasPictureOf(const QString &sha256) const;
    /// What waits for the server, is typed, or was known before it was restored: JSON of commands and contents.
    [[nodiscard]] Result<std::vector<QByteArray>> localTexts() const;

private:
    Transaction &m_transaction;
};

} // namespace toasoan
