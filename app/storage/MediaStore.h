// Reads and writes the facts of pictures and of uploads under way. The bytes are files (backend/MediaFiles).
#pragma once

#include "domain/Article.h"
#include "domain/Media.h"
#include "storage/Transaction.h"

#include <functional>
#include <map>
#include <vector>

namespace toasoan {

/// A picture on its way to the server (tus 1.0.0).
struct Upload
{
    UploadId id;
    UserId user;
    MediaId media;
    QString name;
    qint64 length = 0; ///< of the whole file, in bytes
    QString sha256; ///< of the whole file, in hex: checked before the picture exists
    bool finished = false; ///< the picture exists; the file of the upload is gone
    Instant expiresAt;
    QString metadata; ///< Upload-Metadata as it was announced

    bool operator==(const Upload &) const = default;
};

class MediaStore
{
public:
    explicit MediaStore(Transaction &transaction);

    /// NotFound "media" if there is none.
    [[nodiscard]] Result<Media> find(MediaId id) const;
    [[nodiscard]] Result<std::optional<Media>> findMaybe(MediaId id) const;
    /// Those of the pictures that there are, in no order.
    [[nodiscard]] Result<std::vector<Media>> find(const std::vector<MediaId> &ids) const;
    [[nodiscard]] Result<std::vector<Media>> all() const;
    /// Keeps the facts of a picture; the same id again changes nothing.
    [[nodiscard]] Result<void> put(const Media &media);
    /// Of a replica: it is not to be seen there any more.
    [[nodiscard]] Result<void> remove(MediaId id);
    /// Corrects what is known of its size as it is seen, in pixels.
    [[nodiscard]] Result<void> setShape(MediaId id, int width, int height);

    /// The article has the picture from now on; again changes nothing.
    [[nodiscard]] Result<void> addTo(ArticleId article, MediaId media);
    /// The article has the picture as soon as `user` has uploaded it. Changes nothing if it is noted already.
    [[nodiscard]] Result<void> claim(ArticleId article, MediaId media, UserId user);
    /// Who has claimed the picture for the article; nothing if nobody has, or the article has it for good.
    [[nodiscard]] Result<std::optional<UserId>> claimant(ArticleId article, MediaId media) const;
    [[nodiscard]] Result<bool> isIn(ArticleId article, MediaId media) const;
    /// Whether one of the articles that have it, in any version, is as `wanted` says. Their contents are not read: what
    /// stands in each item has thousands of them. One in a state of a newer program is left out.
    [[nodiscard]] Result<bool> isInAny(MediaId media, const std::function<bool(const Record &)> &wanted) const;
    /// The pictures that the article has and that are there.
    [[nodiscard]] Result<std::vector<MediaId>> allIn(ArticleId article) const;

    /// Which pictures the articles from `first` to `last`, in the order of ArticleStore::ids(), have or claim.
    [[nodiscard]] Result<std::multimap<ArticleId, MediaId>> ofArticles(ArticleId first, ArticleId last) const;

    [[nodiscard]] Result<void> addUpload(const Upload &upload);
    /// NotFound "upload" if there is none.
    [[nodiscard]] Result<Upload> upload(UploadId id) const;
    [[nodiscard]] Result<void> finishUpload(UploadId id);
    [[nodiscard]] Result<void> removeUpload(UploadId id);
    [[nodiscard]] Result<std::vector<Upload>> expiredUploads(Instant now) const;
    /// Those of which bytes may still come.
    [[nodiscard]] Result<std::vector<Upload>> openUploads(Instant now) const;

private:
    Transaction &m_transaction;
};

} // namespace toasoan
