#include "ui/editor/PictureSource.h"

#include <QFile>
#include <QMimeDatabase>

namespace toasoan {

PictureSource pictureSourceOf(std::function<void(const Uuid &, std::function<void(const QString &)>)> file)
{
    return [file = std::move(file)](const Uuid &media, std::function<void(std::optional<PictureBytes>)> give) {
        file(media, [give = std::move(give)](const QString &path) {
            QFile picture(path);
            if (path.isEmpty() || !picture.open(QIODevice::ReadOnly)) {
                give(std::nullopt);
                return;
            }
            const QByteArray bytes = picture.readAll();
            give(PictureBytes{.bytes = bytes, .mimeType = QMimeDatabase().mimeTypeForData(bytes).name().toLatin1()});
        });
    };
}

} // namespace toasoan
