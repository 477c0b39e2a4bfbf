// Pictures on the clipboard or in a drop, as near to their original as the source offers them: files by their path,
// bytes as they were encoded there; only what comes as pixels is encoded here, and that takes seconds, so it is for a
// thread other than the window's. Chromium would decode and encode each of them in the window's thread.
#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>
#include <QStringList>

class QMimeData;

namespace toasoan {

struct PastedPicture
{
    QStringList paths; ///< files on this PC; at least one is a picture
    QByteArray bytes; ///< or the file as the source has it
    QString mimeType; ///< of bytes
    QImage image; ///< or pixels

    [[nodiscard]] bool isEmpty() const { return paths.isEmpty() && bytes.isEmpty() && image.isNull(); }
};

/// Whether there are pictures and nothing to read: Excel and Word put a drawing of the text beside the text. Looks at
/// what is offered, not into the picture.
[[nodiscard]] bool isPictureAlone(const QMimeData &data);

/// The pictures; empty unless isPictureAlone().
[[nodiscard]] PastedPicture pictureOf(const QMimeData &data);

struct EncodedPicture
{
    QByteArray bytes; ///< empty if there is no memory for it
    QString mimeType;
};

/// Pixels as a file: a photo as JPEG, a drawing, a screenshot or what is transparent as PNG. Seconds for a large one;
/// may be called in any thread.
[[nodiscard]] EncodedPicture encodePicture(const QImage &image);

} // namespace toasoan
