// The bytes of pictures, in the data folder. Safe from any thread; one object for each data folder.
//
//     media/ab/<sha256>                  originals, private
//     renditions/<sha256>-640.2.webp     what the public sees of them, in the form 2 (imaging::renditionForm); may be
//                                        deleted at any time, made again on demand
//     uploads/<id>, <id>.piece           uploads under way (Uploads.h)
//
// A file appears under its name only when it is complete and on the disk.
#pragma once

#include "base/Clock.h"
#include "domain/Media.h"
#include "http/Response.h"
#include "imaging/Decoders.h"
#include "storage/Database.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <tuple>
#include <vector>

namespace toasoan {

enum class RenditionFormat
{
    Webp,
    Jpeg
};

/// Who is given a picture, and so who may keep it.
enum class Audience
{
    Public,
    Newsroom ///< it need not be public
};

/// The widths in which a picture is shown to the public, in pixels, narrowest first: those of the standard ones that
/// are not wider than the original, or the original's own width if it is narrower than all of them.
[[nodiscard]] std::vector<int> standardWidths(const Media &media);

/// The same of one format: none for WebP where one of them would be higher than WebP can be. A browser that is offered
/// the narrow ones alone would take those.
[[nodiscard]] std::vector<int> standardWidths(const Media &media, RenditionFormat format);

class MediaFiles
{
public:
    /// Makes the folders in `dataFolder` (which exists) that are missing, and removes the renditions of another form.
    /// The errors of DurableFile.h; Internal
    /// "imaging" if there is no decoder.
    [[nodiscard]] static Result<std::unique_ptr<MediaFiles>> open(const QString &dataFolder,
                                                                  const imaging::DecoderOptions &options = {});
    ~MediaFiles();
    Q_DISABLE_COPY_MOVE(MediaFiles)

    /// For what is done with pictures on their way in.
    [[nodiscard]] imaging::Decoders &decoders() const { return *m_decoders; }

    /// The original as the newsroom's own may have it: a file, to be kept by private caches only. Corrupt "media.file"
    /// if the bytes are gone from the disk.
    [[nodiscard]] Result<http::Response> original(const Media &media) const;

    /// The picture re-encoded in one of its standardWidths() of the format, without any metadata; NotFound
    /// "media.width" for another width. Made on first demand by the decoders; whoever asks meanwhile waits for this one
    /// alone, without holding a worker. Readers take turns, `reader` is whose turn it is, and what all have left who
    /// asked for it is not made. One that could not be made is not tried again for a while. Whether the audience may
    /// see the picture is for the caller to know. The newsroom is told in words why there is none.
    [[nodiscard]] Result<http::Response> rendition(const Media &media, int width, RenditionFormat format,
                                                   const QString &reader, Audience audience = Audience::Public);

    [[nodiscard]] QString originalPath(const QString &sha256) const;
    /// Makes the file at `path` (in the data folder, with this SHA-256) an original: it gets a second name here, at
    /// once and whole, and must never be written again. The first name is the caller's to remove, when the rows are
    /// written.
    [[nodiscard]] Result<void> takeIn(const QString &path, const QString &sha256);

    [[nodiscard]] QString uploadPath(UploadId id) const;
    /// Where a piece with a checksum waits.
    [[nodiscard]] QString piecePath(UploadId id) const;
    [[nodiscard]] QString uploadsFolder() const;
    /// Forgets the uploads whose time is over, with their files; returns how many.
    [[nodiscard]] Result<int> removeExpiredUploads(Database &database, const Clock &clock);

    /// Whoever waits for a picture gets an answer now, and nobody waits from now on. For the end of the server.
    void stop();

private:
    struct Rendition
    {
        QString sha256;
        int width = 0;
        RenditionFormat format = RenditionFormat::Jpeg;
        bool operator<(const Rendition &other) const
        {
            return std::tie(sha256, width, format) < std::tie(other.sha256, other.width, other.format);
        }
    };

    // One that could not be made: why, and until when it is not tried again.
    struct Failure
    {
        Error error;
        std::chrono::steady_clock::time_point until;
    };

    MediaFiles(QString folder, std::unique_ptr<imaging::Decoders> decoders);
    [[nodiscard]] QString path(const Rendition &rendition) const;
    [[nodiscard]] Result<http::Response> answer(const Rendition &rendition, Audience audience) const;
    [[nodiscard]] std::optional<http::Response> rememberedFailure(const Rendition &rendition, Audience audience);
    /// Has it made when it is the reader's turn; Unavailable if too many wait.
    [[nodiscard]] Result<void> make(const Rendition &rendition, const QString &reader);
    [[nodiscard]] bool isWanted(const Rendition &rendition, imaging::Decoders::Asked asked);
    /// Tells all of this reader's who wait for it that it cannot be made now.
    void turnAway(const Rendition &rendition, const QString &reader, const Error &error);
    void finish(const Rendition &rendition, const Result<void> &made);

    const QString m_folder;
    std::mutex m_mutex;
    struct Asker
    {
        http::DeferredAnswer answer;
        Audience audience = Audience::Public;
        QString reader;
    };
    // Waits in the turns of all who ask for it: nobody waits behind what another had asked for before.
    struct Making
    {
        std::vector<Asker> askers;
        bool isBegun = false;
    };
    std::map<Rendition, Making> m_wanted;
    std::map<Rendition, Failure> m_failures;
    const std::unique_ptr<imaging::Decoders> m_decoders; // ends first: its threads come back to the rest
};

/// Corrupt "media.file" if an original is not in the data folder, or not as long as it was when it was taken in; the
/// detail says how many and names some. Their bytes are not read.
[[nodiscard]] Result<void> verifyOriginals(Database &database, const QString &folder);

} // namespace toasoan
