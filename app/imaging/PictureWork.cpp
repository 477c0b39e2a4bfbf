// The helper's side of PictureJobs.h.
#include "imaging/Imaging.h"
#include "imaging/PictureJobs.h"

#include <QJsonArray>

namespace toasoan::imaging {

using namespace Qt::StringLiterals;

namespace {

Result<JobOutcome> probe(const Imaging &imaging, const QByteArray &input)
{
    const auto probe = imaging.probe(input);
    if (!probe)
        return probe.error();
    return JobOutcome{.value = {{u"format"_s, toText(probe->format)},
                                {u"width"_s, probe->width},
                                {u"height"_s, probe->height},
                                {u"orientation"_s, probe->orientation},
                                {u"hasAlpha"_s, probe->hasAlpha}}};
}

Result<JobOutcome> derive(const Imaging &imaging, const QByteArray &input, const QJsonObject &parameters)
{
    std::vector<int> widths;
    for (const auto &width : parameters["widths"_L1].toArray())
        widths.push_back(width.toInt());
    std::vector<Format> formats;
    for (const auto &format : parameters["formats"_L1].toArray())
        formats.push_back(format.toString() == "webp"_L1 ? Format::Webp : Format::Jpeg);
    const auto renditions = imaging.derive(input, widths, formats);
    if (!renditions)
        return renditions.error();
    JobOutcome outcome;
    QJsonArray list;
    for (const Rendition &rendition : *renditions) {
        list.append(QJsonObject{{u"format"_s, toText(rendition.format)},
                                {u"width"_s, rendition.width},
                                {u"height"_s, rendition.height},
                                {u"size"_s, rendition.bytes.size()}});
        outcome.output += rendition.bytes;
    }
    outcome.value = {{u"renditions"_s, list}};
    return outcome;
}

} // namespace

JobTable pictureJobs(const Imaging &imaging)
{
    return {{u"picture.probe"_s,
             [&imaging](const QByteArray &input, const QJsonObject &) { return probe(imaging, input); }},
            {u"picture.derive"_s, [&imaging](const QByteArray &input, const QJsonObject &parameters) {
                 return derive(imaging, input, parameters);
             }}};
}

} // namespace toasoan::imaging
