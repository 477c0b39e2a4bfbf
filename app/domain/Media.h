// A picture that the newsroom holds: the original's facts. The bytes lie under their SHA-256.
#pragma once

#include "base/Clock.h"
#include "domain/Ids.h"

#include <QString>

namespace toasoan {

struct Media
{
    MediaId id;
    QString sha256; ///< of the original, in hex
    QString format; ///< "jpeg", "png", "webp" …
    int width = 0; ///< in pixels, upright
    int height = 0;
    qint64 size = 0; ///< of the original, in bytes
    QString name; ///< the file's name at the reporter's
    UserId uploadedBy;
    Instant createdAt;

    bool operator==(const Media &) const = default;
};

/// Whether every browser draws pictures of this format, named as in Media::format. The others are shown as the server
/// makes them; AVIF too, which is kept as "heif".
[[nodiscard]] inline bool browsersDraw(QStringView format)
{
    return format == u"jpeg" || format == u"png" || format == u"webp" || format == u"gif";
}

} // namespace toasoan
