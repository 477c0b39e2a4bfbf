#include "imaging/PictureJobs.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <optional>

namespace toasoan::imaging {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array allFormats{Format::Jpeg, Format::Png, Format::Webp, Format::Gif, Format::Tiff, Format::Heif};

std::optional<Format> formatFromText(const QString &text)
{
    const auto *found =
        std::find_if(allFormats.begin(), allFormats.end(), [&](Format format) { return toText(format) == text; });
    return found == allFormats.end() ? std::nullopt : std::optional(*found);
}

Error unbelievable()
{
    return {ErrorCode::Internal, u"imaging"_s, u"the decoder answered nonsense"_s};
}

bool isSide(int pixels)
{
    return pixels >= 1 && pixels <= longestJpegSide;
}

} // namespace

Job probeJob()
{
    return {.name = u"picture.probe"_s, .parameters = {}};
}

Job deriveJob(const std::vector<int> &widths, const std::vector<Format> &formats)
{
    QJsonArray widthList;
    for (const int width : widths)
        widthList.append(width);
    QJsonArray formatList;
    for (const Format format : formats)
        formatList.append(toText(format));
    return {.name = u"picture.derive"_s, .parameters = {{u"widths"_s, widthList}, {u"formats"_s, formatList}}};
}

Result<Probe> probeOf(const QJsonObject &answer)
{
    const auto format = formatFromText(answer["format"_L1].toString());
    const Probe probe{.format = format.value_or(Format::Jpeg),
                      .width = answer["width"_L1].toInt(),
                      .height = answer["height"_L1].toInt(),
                      .orientation = answer["orientation"_L1].toInt(),
                      .hasAlpha = answer["hasAlpha"_L1].toBool()};
    if (!format || !isSide(probe.width) || !isSide(probe.height) || probe.orientation < 1 || probe.orientation > 8)
        return unbelievable();
    return probe;
}

Result<std::vector<Rendition>> renditionsOf(const QJsonObject &answer, const QByteArray &output)
{
    std::vector<Rendition> renditions;
    qsizetype at = 0;
    for (const auto &value : answer["renditions"_L1].toArray()) {
        const QJsonObject stated = value.toObject();
        const auto format = formatFromText(stated["format"_L1].toString());
        const auto size = qsizetype(stated["size"_L1].toInteger());
        Rendition rendition{.format = format.value_or(Format::Jpeg),
                            .width = stated["width"_L1].toInt(),
                            .height = stated["height"_L1].toInt(),
                            .bytes = {}};
        if (!format || !isSide(rendition.width) || !isSide(rendition.height) || size <= 0 || size > output.size() - at)
            return unbelievable();
        rendition.bytes = output.mid(at, size);
        const bool isWhatItSays =
            *format == Format::Webp ? rendition.bytes.startsWith("RIFF") : rendition.bytes.startsWith("\xFF\xD8");
        if (!isWhatItSays)
            return unbelievable();
        at += size;
        renditions.push_back(std::move(rendition));
    }
    if (at != output.size())
        return unbelievable();
    return renditions;
}

} // namespace toasoan::imaging
