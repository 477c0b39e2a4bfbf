// How the editor gets the bytes of a picture. It asks by media id and shows what it is given; where pictures are kept
// is the caller's business.
#pragma once

#include "base/Id.h"

#include <QByteArray>
#include <QSize>
#include <QString>

#include <functional>
#include <optional>

namespace toasoan {

struct PictureBytes
{
    QByteArray bytes;
    QByteArray mimeType; ///< "image/jpeg" …
};

/// Calls `give` once, now or later, in the thread it was called in; nothing if the picture is not on this PC.
using PictureSource = std::function<void(const Uuid &media, std::function<void(std::optional<PictureBytes>)> give)>;

/// A source of the pictures that lie in files: `file` gives the path of one, now or later; an empty one if the picture
/// is not on this PC.
[[nodiscard]] PictureSource
pictureSourceOf(std::function<void(const Uuid &media, std::function<void(const QString &path)> give)> file);

/// A picture that a person pasted, dropped or chose, to be taken in: either its bytes or a path on this PC.
/// The text already has a figure waiting for it; answer with EditorView::takePicture() or refusePicture().
struct PictureOffer
{
    QString offer; ///< to answer with
    QString path;
    QByteArray bytes;
    QString mimeType; ///< as the source claims; empty for a path

    bool operator==(const PictureOffer &) const = default;
};

} // namespace toasoan
