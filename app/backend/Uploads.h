// Pictures on their way in, piece by piece (tus 1.0.0, without its HTTP: see api/UploadRoutes.h). The file of an upload
// holds exactly the bytes received so far: its size is the offset. An offset is told only after the file was synced.
// Safe from any thread, each with its own Database.
#pragma once

#include "backend/ChangeFeed.h"
#include "backend/DurableFile.h"
#include "backend/MediaFiles.h"
#include "base/Dice.h"
#include "domain/Actor.h"
#include "storage/Database.h"
#include "storage/MediaStore.h"

#include <QCryptographicHash>

#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <variant>

namespace toasoan {

struct UploadLimits
{
    qint64 length = 64LL << 20; ///< of one picture, in bytes
    std::chrono::hours life = std::chrono::days(7); ///< from creation on
    /// Bytes of the disk that uploads leave free: a newsroom whose database cannot grow stands still.
    qint64 keepFree = 256LL << 20;
    int openOfOne = 100; ///< of one person, announced and not finished
    /// Of those that nothing has come of: what was announced and given up holds the disk's place for this long.
    std::chrono::hours lifeUnbegun = std::chrono::hours(1);
    /// Bytes of one person that are announced and have not come: a share of the disk, not all of it.
    qint64 announcedByOne = 1LL << 30;
};

struct NewUpload
{
    QString name; ///< of the file at the sender's
    MediaId media;
    QString sha256; ///< of the whole file, in lower-case hex
    qint64 length = 0; ///< in bytes
    QString metadata = {}; ///< Upload-Metadata as it came, to be told again
};

struct UploadState
{
    Upload upload;
    qint64 offset = 0; ///< bytes that are here for good
};

/// The checksum that a piece has to have.
struct PieceChecksum
{
    QCryptographicHash::Algorithm algorithm = QCryptographicHash::Sha1;
    QByteArray digest;
};

class Uploads;

/// The right to change an upload's file, for one at a time.
class UploadHold
{
public:
    ~UploadHold();
    UploadHold(UploadHold &&other) noexcept;
    UploadHold &operator=(UploadHold &&) = delete;
    Q_DISABLE_COPY(UploadHold)

private:
    friend class Uploads;
    UploadHold(Uploads &uploads, UploadId id);

    Uploads *m_uploads;
    UploadId m_id;
};

/// An upload of which all bytes have come and that is no picture yet: held, so that nothing happens to it until what it
/// is is known (Uploads::examine(), Uploads::finish()).
struct WholeUpload
{
    UploadHold hold;
    Upload upload;
};

/// What there is of an upload.
using Arrived = std::variant<UploadState, WholeUpload>;

/// One piece while it arrives; for this time the upload is held. One thread at a time.
class UploadPiece
{
public:
    /// TooLarge "upload.length" for bytes beyond the upload's length, StorageFull when they do not fit on the disk.
    /// After an error the piece is over and the upload stands as it did before the piece.
    [[nodiscard]] Result<void> write(std::string_view bytes);
    /// All of the piece has come; what there is of the upload now. ChecksumMismatch "upload.checksum" if it is not what
    /// was announced (the upload stands as it did before). Once.
    [[nodiscard]] Result<Arrived> finish();
    /// The rest will not come. What came is kept, unless the piece has a checksum: then nothing is.
    void cutOff();

private:
    friend class Uploads;
    UploadPiece(UploadHold hold, Uploads &uploads, UploadState start, DurableFile whole);

    [[nodiscard]] Result<void> keep();
    void discard();

    UploadHold m_hold;
    Uploads &m_uploads;
    const UploadState m_start;
    qint64 m_received = 0;
    DurableFile m_whole;
    // A piece with a checksum waits in a file of its own: nothing unproven is ever in the upload's file.
    std::optional<DurableFile> m_waiting;
    std::optional<PieceChecksum> m_checksum;
    std::optional<QCryptographicHash> m_hash;
};

class Uploads
{
public:
    /// The parts must outlive it.
    Uploads(const Clock &clock, Dice &dice, MediaFiles &files, ChangeFeed &feed, const UploadLimits &limits = {});
    Q_DISABLE_COPY_MOVE(Uploads)

    [[nodiscard]] const UploadLimits &limits() const { return m_limits; }

    /// Begins an upload; for a picture that is here already and that the person may see, one that is finished. Conflict
    /// "media" if the id is that of a picture with other bytes, or that is not his to see; InvalidInput or TooLarge
    /// "upload.length", "upload.filename"; StorageFull "upload" if the disk would not hold it with all that has been
    /// announced; RateLimited "upload.open", with the seconds until one ends, if too many of the person, or too much,
    /// are on their way.
    [[nodiscard]] Result<UploadState> create(Database &database, const Actor &actor, const NewUpload &wanted);

    /// How far it is; whole but not finished if the server ended, the client left, or the database was busy, at the
    /// wrong moment. NotFound "upload" if there is none or it is another person's; Gone "upload" when its time is over;
    /// Unavailable "upload.busy" while it is held.
    [[nodiscard]] Result<Arrived> find(Database &database, UserId user, UploadId id);

    /// Says what the bytes are, by `done`, once, from any thread, perhaps before this returns. Reads the file; the
    /// picture itself is looked at by the decoders, and nobody's thread waits for it. ChecksumMismatch "upload.sha256",
    /// or what imaging::Decoders::probeFile() says. `upload` is held meanwhile.
    void examine(const Upload &upload, imaging::Decoders::Probed done);
    /// The last step: it becomes a picture, or is removed with the error of `facts`, or with Conflict "media". With an
    /// error that may pass it stays whole.
    [[nodiscard]] Result<UploadState> finish(Database &database, const WholeUpload &whole,
                                             const Result<imaging::Probe> &facts);
    /// Both, waited for.
    [[nodiscard]] Result<UploadState> finishNow(Database &database, const WholeUpload &whole);

    /// Begins a piece at `offset` of an upload that is not finished. Conflict "upload.offset" if the upload stands
    /// elsewhere; Unavailable "upload.busy" while it is held.
    [[nodiscard]] Result<std::unique_ptr<UploadPiece>> startPiece(const Upload &upload, qint64 offset,
                                                                  const std::optional<PieceChecksum> &checksum);

    /// Forgets an upload and its bytes; a picture that is finished stays. NotFound "upload", Gone "upload" and
    /// Unavailable "upload.busy" as find().
    [[nodiscard]] Result<void> remove(Database &database, UserId user, UploadId id);

private:
    friend class UploadHold;
    friend class UploadPiece;

    [[nodiscard]] Result<UploadHold> hold(UploadId id);
    [[nodiscard]] Result<Upload> owned(Database &database, UserId user, UploadId id) const;
    [[nodiscard]] Result<UploadState> stateOf(const Upload &upload) const;
    [[nodiscard]] Result<void> checkRoom(const MediaStore &media, UserId user, qint64 length) const;

    // With the upload held: take the bytes in, then the rows in one transaction.
    [[nodiscard]] Result<Media> takeIn(const Upload &upload, const Result<imaging::Probe> &facts);
    [[nodiscard]] Result<std::optional<qint64>> record(Database &database, const Media &media, UploadId upload);
    [[nodiscard]] Result<void> forget(Database &database, UploadId id);
    void forgetFacts(UploadId id);

    const Clock &m_clock;
    Dice &m_dice;
    MediaFiles &m_files;
    ChangeFeed &m_feed;
    const UploadLimits m_limits;
    std::mutex m_mutex;
    std::set<UploadId> m_held;
    std::map<UploadId, Result<imaging::Probe>> m_examined; // not finished yet: who asked may have left meanwhile
};

} // namespace toasoan
