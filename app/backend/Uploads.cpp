#include "backend/Uploads.h"

#include "actions/MediaAccess.h"
#include "actions/NewsroomRules.h"
#include "storage/ChangeStore.h"
#include "storage/NewsroomStore.h"
#include "text/Vietnamese.h"

#include <QFileInfo>

#include <algorithm>
#include <array>
#include <future>
#include <utility>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 200;
constexpr std::size_t mostExamined = 1000; // beyond, who asks has them looked at again

Error busy()
{
    return {ErrorCode::Unavailable, u"upload.busy"_s, {}};
}

Result<Arrived> arrived(Result<UploadState> state)
{
    return state ? Result<Arrived>(*std::move(state)) : state.error();
}

bool isSha256(const QString &text)
{
    return text.size() == 64
        && std::ranges::all_of(text, [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}

} // namespace

UploadHold::UploadHold(Uploads &uploads, UploadId id) : m_uploads(&uploads), m_id(id) { }

UploadHold::UploadHold(UploadHold &&other) noexcept
    : m_uploads(std::exchange(other.m_uploads, nullptr))
    , m_id(other.m_id)
{ }

UploadHold::~UploadHold()
{
    if (!m_uploads)
        return;
    const std::scoped_lock lock(m_uploads->m_mutex);
    m_uploads->m_held.erase(m_id);
}

Uploads::Uploads(const Clock &clock, Dice &dice, MediaFiles &files, ChangeFeed &feed, const UploadLimits &limits)
    : m_clock(clock)
    , m_dice(dice)
    , m_files(files)
    , m_feed(feed)
    , m_limits(limits)
{ }

Result<UploadHold> Uploads::hold(UploadId id)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_held.insert(id).second)
        return busy();
    return UploadHold(*this, id);
}

Result<UploadState> Uploads::create(Database &database, const Actor &actor, const NewUpload &wanted)
{
    if (wanted.length <= 0)
        return Error{ErrorCode::InvalidInput, u"upload.length"_s, QString::number(wanted.length)};
    if (wanted.length > m_limits.length)
        return Error{ErrorCode::TooLarge, u"upload.length"_s, QString::number(wanted.length)};
    if (!isSha256(wanted.sha256))
        return Error{ErrorCode::InvalidInput, u"upload.sha256"_s, {}};
    auto name = cleanText(wanted.name, Lines::Single, longestName, u"upload.filename"_s);
    if (!name)
        return name.error();

    auto transaction = beginWriting(database); // two who announce at once would both find room
    if (!transaction)
        return transaction.error();
    MediaStore media(*transaction);
    auto known = media.findMaybe(wanted.media);
    if (!known)
        return known.error();
    if (*known) {
        auto rules = readRules(*transaction);
        if (!rules)
            return rules.error();
        auto maySee = maySeeMedia(*transaction, **rules, actor, **known);
        if (!maySee)
            return maySee.error();
        // To others a hash is no proof of the bytes, and none is told whether it is the right one.
        if (!*maySee || (*known)->sha256 != wanted.sha256 || (*known)->size != wanted.length)
            return Error{ErrorCode::Conflict, u"media"_s, wanted.media.toText()};
    } else if (auto room = checkRoom(media, actor.user, wanted.length); !room) {
        return room.error();
    }
    Upload upload{.id = UploadId::create(m_clock, m_dice),
                  .user = actor.user,
                  .media = wanted.media,
                  .name = *name,
                  .length = wanted.length,
                  .sha256 = wanted.sha256,
                  .finished = known->has_value(),
                  .expiresAt = m_clock.now() + m_limits.life,
                  .metadata = wanted.metadata};
    if (auto added = media.addUpload(upload); !added)
        return added.error();
    if (upload.finished) {
        if (auto finished = media.finishUpload(upload.id); !finished)
            return finished.error();
    }
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return UploadState{.upload = upload, .offset = upload.finished ? upload.length : 0};
}

// What was announced will come, and is on no disk yet.
Result<void> Uploads::checkRoom(const MediaStore &media, UserId user, qint64 length) const
{
    auto open = media.openUploads(m_clock.now());
    if (!open)
        return open.error();
    const Instant now = m_clock.now();
    qint64 toCome = length;
    qint64 toComeOfOne = length;
    int openOfOne = 0;
    Instant firstEnd = Instant::max(); // of what he has
    for (const Upload &upload : *open) {
        const qint64 here = QFileInfo(m_files.uploadPath(upload.id)).size();
        const Instant end = here > 0 ? upload.expiresAt : upload.expiresAt - m_limits.life + m_limits.lifeUnbegun;
        if (end <= now)
            continue; // given up, it seems; should it come after all, there is room for it or not
        const qint64 rest = std::max(qint64(0), upload.length - here);
        toCome += rest;
        if (upload.user != user)
            continue;
        toComeOfOne += rest;
        ++openOfOne;
        firstEnd = std::min(firstEnd, end);
    }
    if (openOfOne >= m_limits.openOfOne || (openOfOne > 0 && toComeOfOne > m_limits.announcedByOne)) {
        const auto wait = std::chrono::ceil<std::chrono::seconds>(firstEnd - now);
        return Error{ErrorCode::RateLimited, u"upload.open"_s, QString::number(qint64(wait.count()))};
    }
    auto space = freeSpace(m_files.uploadsFolder());
    if (!space)
        return space.error();
    if (*space < toCome + m_limits.keepFree)
        return Error{ErrorCode::StorageFull, u"upload"_s,
                     u"%1 bytes free, %2 to come, %3 stay free"_s.arg(*space).arg(toCome).arg(m_limits.keepFree)};
    return {};
}

Result<Upload> Uploads::owned(Database &database, UserId user, UploadId id) const
{
    auto upload = readIn(database, [id](Transaction &transaction) { return MediaStore(transaction).upload(id); });
    if (!upload)
        return upload.error();
    if (upload->user != user)
        return Error{ErrorCode::NotFound, u"upload"_s, id.toText()};
    if (upload->expiresAt <= m_clock.now())
        return Error{ErrorCode::Gone, u"upload"_s, u"expired"_s};
    return upload;
}

Result<UploadState> Uploads::stateOf(const Upload &upload) const
{
    if (upload.finished)
        return UploadState{.upload = upload, .offset = upload.length};
    auto file = DurableFile::open(m_files.uploadPath(upload.id), DurableFile::Mode::Read);
    if (!file && file.error().code != ErrorCode::NotFound)
        return file.error();
    if (!file)
        return UploadState{.upload = upload, .offset = 0};
    // What an earlier process wrote may not be on the disk yet.
    if (auto synced = file->sync(); !synced)
        return synced.error();
    auto size = file->size();
    if (!size)
        return size.error();
    return UploadState{.upload = upload, .offset = *size};
}

Result<Arrived> Uploads::find(Database &database, UserId user, UploadId id)
{
    auto upload = owned(database, user, id);
    if (!upload)
        return upload.error();
    if (upload->finished)
        return arrived(stateOf(*upload));
    // While a piece arrives, nothing is told: what has come so far may yet be taken back.
    auto held = hold(id);
    if (!held)
        return held.error();
    auto state = stateOf(*upload);
    if (!state)
        return state.error();
    if (state->offset < upload->length)
        return Arrived(*std::move(state));
    // It may have become a picture since it was read.
    auto now = owned(database, user, id);
    if (!now)
        return now.error();
    if (now->finished)
        return arrived(stateOf(*now));
    return Arrived(WholeUpload{.hold = *std::move(held), .upload = *std::move(upload)});
}

Result<std::unique_ptr<UploadPiece>> Uploads::startPiece(const Upload &upload, qint64 offset,
                                                         const std::optional<PieceChecksum> &checksum)
{
    auto held = hold(upload.id);
    if (!held)
        return held.error();
    auto state = stateOf(upload);
    if (!state)
        return state.error();
    if (state->offset != offset || upload.finished)
        return Error{ErrorCode::Conflict, u"upload.offset"_s, QString::number(state->offset)};
    auto whole = DurableFile::open(m_files.uploadPath(upload.id), DurableFile::Mode::Write);
    if (!whole)
        return whole.error();
    std::unique_ptr<UploadPiece> piece(new UploadPiece(*std::move(held), *this, *std::move(state), *std::move(whole)));
    if (checksum) {
        auto waiting = DurableFile::open(m_files.piecePath(upload.id), DurableFile::Mode::WriteEmpty);
        if (!waiting)
            return waiting.error();
        piece->m_waiting.emplace(*std::move(waiting));
        piece->m_checksum = checksum;
        piece->m_hash.emplace(checksum->algorithm);
    }
    return piece;
}

Result<void> Uploads::remove(Database &database, UserId user, UploadId id)
{
    auto upload = owned(database, user, id);
    if (!upload)
        return upload.error();
    auto held = hold(id);
    if (!held)
        return held.error();
    return forget(database, id);
}

Result<void> Uploads::forget(Database &database, UploadId id)
{
    forgetFacts(id);
    // Files first: a row without a file is an upload at offset 0, a file without a row would stay for ever.
    for (const QString &path : {m_files.uploadPath(id), m_files.piecePath(id)}) {
        if (auto removed = removeFile(path); !removed)
            return removed.error();
    }
    auto transaction = Transaction::begin(database, Access::Write);
    if (!transaction)
        return transaction.error();
    if (auto removed = MediaStore(*transaction).removeUpload(id); !removed)
        return removed.error();
    return transaction->commit();
}

void Uploads::examine(const Upload &upload, imaging::Decoders::Probed done)
{
    const auto known = [&]() -> std::optional<Result<imaging::Probe>> {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_examined.find(upload.id);
        return found == m_examined.end() ? std::nullopt : std::optional(found->second);
    }();
    if (known)
        return done(*known);
    const QString received = m_files.uploadPath(upload.id);
    auto sha256 = sha256OfFile(received);
    if (!sha256)
        return done(sha256.error());
    if (*sha256 != upload.sha256)
        return done(Error{ErrorCode::ChecksumMismatch, u"upload.sha256"_s, {}});
    m_files.decoders().probeFile(
        received, upload.user.toText(), [this, id = upload.id, done = std::move(done)](Result<imaging::Probe> facts) {
            if (!facts && facts.error().subject == "picture.file"_L1) // it could be read a moment ago
                facts = Error{ErrorCode::Unavailable, u"storage"_s, facts.error().detail};
            if (facts || !mayGoBetter(facts.error().code)) {
                const std::scoped_lock lock(m_mutex);
                if (m_examined.size() >= mostExamined)
                    m_examined.clear();
                m_examined.insert_or_assign(id, facts);
            }
            done(std::move(facts));
        });
}

Result<UploadState> Uploads::finish(Database &database, const WholeUpload &whole, const Result<imaging::Probe> &facts)
{
    Upload upload = whole.upload;
    auto media = takeIn(upload, facts);
    Result<std::optional<qint64>> sequence = media ? record(database, *media, upload.id) : media.error();
    if (!sequence) {
        // A refusal is for good: these bytes will never be this picture.
        if (!mayGoBetter(sequence.error().code)) {
            if (auto forgotten = forget(database, upload.id); !forgotten)
                return forgotten.error();
        }
        return sequence.error();
    }
    if (*sequence)
        m_feed.announce(**sequence);
    // If it stays, it goes when the upload expires.
    (void)removeFile(m_files.uploadPath(upload.id));
    forgetFacts(upload.id);
    upload.finished = true;
    return stateOf(upload);
}

Result<UploadState> Uploads::finishNow(Database &database, const WholeUpload &whole)
{
    std::promise<Result<imaging::Probe>> promise;
    auto facts = promise.get_future();
    examine(whole.upload, [&promise](Result<imaging::Probe> said) { promise.set_value(std::move(said)); });
    return finish(database, whole, facts.get());
}

void Uploads::forgetFacts(UploadId id)
{
    const std::scoped_lock lock(m_mutex);
    m_examined.erase(id);
}

Result<Media> Uploads::takeIn(const Upload &upload, const Result<imaging::Probe> &facts)
{
    if (!facts)
        return facts.error();
    if (auto taken = m_files.takeIn(m_files.uploadPath(upload.id), upload.sha256); !taken)
        return taken.error();
    return Media{.id = upload.media,
                 .sha256 = upload.sha256,
                 .format = imaging::toText(facts->format),
                 .width = facts->width,
                 .height = facts->height,
                 .size = upload.length,
                 .name = upload.name,
                 .uploadedBy = upload.user,
                 .createdAt = m_clock.now()};
}

// The number of the change; nothing if the picture was there already.
Result<std::optional<qint64>> Uploads::record(Database &database, const Media &media, UploadId upload)
{
    auto transaction = beginWriting(database);
    if (!transaction)
        return transaction.error();
    MediaStore store(*transaction);
    // It may have been taken back, or have expired, while its last piece came.
    if (auto row = store.upload(upload); !row)
        return row.error();
    auto known = store.findMaybe(media.id);
    if (!known)
        return known.error();
    if (*known && (*known)->sha256 != media.sha256)
        return Error{ErrorCode::Conflict, u"media"_s, media.id.toText()};
    std::optional<qint64> sequence;
    if (!*known) {
        if (auto put = store.put(media); !put)
            return put.error();
        ChangeStore changes(*transaction);
        const QJsonObject detail{{"sha256"_L1, media.sha256}, {"format"_L1, media.format}, {"size"_L1, media.size}};
        if (auto added = changes.addAudit(media.uploadedBy, u"upload"_s, toText(nouns::media), media.id.toText(),
                                          detail, media.createdAt);
            !added)
            return added.error();
        auto added = changes.add(nouns::media, media.id.toText(), media.createdAt);
        if (!added)
            return added.error();
        sequence = *added;
    }
    if (auto finished = store.finishUpload(upload); !finished)
        return finished.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return sequence;
}

UploadPiece::UploadPiece(UploadHold hold, Uploads &uploads, UploadState start, DurableFile whole)
    : m_hold(std::move(hold))
    , m_uploads(uploads)
    , m_start(std::move(start))
    , m_whole(std::move(whole))
{ }

Result<void> UploadPiece::write(std::string_view bytes)
{
    const auto size = qint64(bytes.size());
    if (size > m_start.upload.length - m_start.offset - m_received) {
        discard();
        return Error{ErrorCode::TooLarge, u"upload.length"_s, {}};
    }
    auto written =
        m_waiting ? m_waiting->writeAt(m_received, bytes) : m_whole.writeAt(m_start.offset + m_received, bytes);
    if (!written) {
        discard();
        return written.error();
    }
    if (m_hash)
        m_hash->addData(QByteArrayView(bytes.data(), size));
    m_received += size;
    return {};
}

Result<Arrived> UploadPiece::finish()
{
    if (m_hash && m_hash->result() != m_checksum->digest) {
        discard();
        return Error{ErrorCode::ChecksumMismatch, u"upload.checksum"_s, {}};
    }
    if (auto kept = keep(); !kept) {
        discard();
        return kept.error();
    }
    UploadState now{.upload = m_start.upload, .offset = m_start.offset + m_received};
    if (now.offset < now.upload.length)
        return Arrived(std::move(now));
    return Arrived(WholeUpload{.hold = std::move(m_hold), .upload = std::move(now.upload)});
}

void UploadPiece::cutOff()
{
    if (m_waiting || !keep())
        discard();
}

// Puts the piece where it belongs, and on the disk.
Result<void> UploadPiece::keep()
{
    if (m_waiting) {
        std::array<char, 64UL << 10> buffer;
        for (qint64 at = 0; at < m_received;) {
            auto read = m_waiting->readAt(at, buffer);
            if (!read)
                return read.error();
            if (*read == 0)
                return Error{ErrorCode::Internal, u"storage"_s, u"a piece lost its end"_s};
            if (auto written = m_whole.writeAt(m_start.offset + at, {buffer.data(), *read}); !written)
                return written.error();
            at += qint64(*read);
        }
    }
    if (auto synced = m_whole.sync(); !synced)
        return synced.error();
    if (m_waiting)
        (void)removeFile(m_uploads.m_files.piecePath(m_start.upload.id));
    return {};
}

// Makes the upload what it was before the piece. What cannot be undone here is found by the whole file's checksum.
void UploadPiece::discard()
{
    (void)m_whole.resize(m_start.offset);
    if (m_waiting)
        (void)removeFile(m_uploads.m_files.piecePath(m_start.upload.id));
}

} // namespace toasoan
