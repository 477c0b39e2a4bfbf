#include "ui/editor/PastedPicture.h"

#include "ui/editor/EditorWebView.h"

#include <QBuffer>
#include <QMimeData>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

namespace toasoan {

namespace {

using namespace Qt::StringLiterals;

// What the desk takes in as it is; another encoding comes as pixels too.
constexpr std::array encodings{"image/jpeg", "image/png",  "image/webp", "image/gif",
                               "image/tiff", "image/heic", "image/heif", "image/avif"};

constexpr int photoQuality = 92; // as a good camera's own

QStringList filesOf(const QMimeData &data)
{
    QStringList paths;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls) {
        if (!url.isLocalFile())
            return {};
        paths.append(url.toLocalFile());
    }
    return paths;
}

bool isWords(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return !c.isSpace() && c.category() != QChar::Other_Format; });
}

bool htmlHasWords(QString html)
{
    static const QRegularExpression unseen(u"<!--.*?-->|<(style|script|title|head)\\b.*?</\\1\\s*>|<[^>]*>"_s,
                                           QRegularExpression::DotMatchesEverythingOption
                                               | QRegularExpression::CaseInsensitiveOption);
    html.remove(unseen);
    html.replace(u"&nbsp;"_s, u" "_s);
    return isWords(html);
}

// The encodings that the source offers, its own order: what it has stands first, what it would make stands behind.
QString encodingOf(const QMimeData &data)
{
    const QStringList formats = data.formats();
    for (const QString &format : formats) {
        if (std::ranges::any_of(encodings, [&format](const char *known) { return format == QLatin1StringView(known); }))
            return format;
    }
    return {};
}

// In a photo hardly two neighbours are quite the same; what a program drew is mostly of one colour.
bool isPhoto(const QImage &image)
{
    if (image.hasAlphaChannel())
        return false;
    constexpr int rows = 128;
    qint64 same = 0;
    qint64 all = 0;
    for (int row = 0; row < rows; ++row) {
        const int y = int(qint64(row) * image.height() / rows);
        const int step = std::max(1, image.width() / 1024);
        for (int x = 0; x + 1 < image.width(); x += step) {
            same += image.pixel(x, y) == image.pixel(x + 1, y) ? 1 : 0;
            ++all;
        }
    }
    return all > 0 && same * 3 < all;
}

} // namespace

bool isPictureAlone(const QMimeData &data)
{
    if (data.hasUrls()) {
        const QStringList files = filesOf(data);
        return !pictureFiles(files).isEmpty(); // of the others it is said that they are none
    }
    if (!data.hasImage() && encodingOf(data).isEmpty())
        return false;
    return !(data.hasHtml() ? htmlHasWords(data.html()) : data.hasText() && isWords(data.text()));
}

PastedPicture pictureOf(const QMimeData &data)
{
    PastedPicture picture;
    if (!isPictureAlone(data))
        return picture;
    if (data.hasUrls()) {
        picture.paths = filesOf(data);
        return picture;
    }
    const QString encoding = encodingOf(data);
    if (!encoding.isEmpty())
        picture.bytes = data.data(encoding);
    if (!picture.bytes.isEmpty())
        picture.mimeType = encoding;
    else
        picture.image = qvariant_cast<QImage>(data.imageData());
    return picture;
}

EncodedPicture encodePicture(const QImage &image)
{
    const bool photo = isPhoto(image);
    EncodedPicture encoded;
    QBuffer buffer(&encoded.bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, photo ? "JPEG" : "PNG", photo ? photoQuality : -1))
        return {};
    encoded.mimeType = photo ? u"image/jpeg"_s : u"image/png"_s;
    return encoded;
}

} // namespace toasoan
