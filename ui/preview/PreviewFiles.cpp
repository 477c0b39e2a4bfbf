#include "ui/preview/PreviewFiles.h"

#include "domain/Media.h"
#include "ui/editor/EditorPage.h"

#include <QCoreApplication>
#include <QWebEngineUrlRequestJob>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

struct PreviewFilesText
{
    Q_DECLARE_TR_FUNCTIONS(PreviewFiles)
};

/// What the desk adds to the portal's style: signs where the portal will put what only it knows.
QByteArray ownStyle()
{
    const auto sign = [](const QString &place, const QString &text) {
        QString quoted = text;
        quoted.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
        return u"%1 { content: \"%2\"; display: block; padding: 1rem 1.1rem; border: 1px dashed var(--line); "
               "border-radius: 6px; color: var(--soft); font-size: .875rem; line-height: 1.5; }\n"_s.arg(place, quoted);
    };
    return (sign(u".column-main::after"_s,
                 PreviewFilesText::tr("On the portal: the articles before and after, and related ones"))
            + sign(u".column-side::before"_s,
                   PreviewFilesText::tr("On the portal: what is most read, and the number of visits"))
            + u".column-main::after { margin-top: 2.5rem; }\n"
              "html[data-preview=phone]::-webkit-scrollbar { display: none; }\n"_s)
        .toUtf8();
}

PictureBytes sign(const QString &text)
{
    const QString svg =
        u"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 360\" preserveAspectRatio=\"xMidYMid meet\">"
        "<style>svg { background: #f4ecde }</style>"
        "<path d=\"M280 128h80v56h-80z m8 48 22-26 16 18 10-10 16 18\" fill=\"none\" stroke=\"#5d534b\" "
        "stroke-width=\"4\"/><text x=\"320\" y=\"228\" text-anchor=\"middle\" font-family=\"Be Vietnam Pro, "
        "sans-serif\" font-size=\"22\" fill=\"#5d534b\">%1</text></svg>"_s.arg(text.toHtmlEscaped());
    return {.bytes = svg.toUtf8(), .mimeType = "image/svg+xml"};
}

bool isDrawn(QByteArrayView mimeType)
{
    constexpr QByteArrayView picture("image/");
    return mimeType.startsWith(picture) && browsersDraw(QString::fromLatin1(mimeType.sliced(picture.size())));
}

} // namespace

QUrl PreviewFiles::address()
{
    return QUrl(u"toasoan://preview/item.html"_s);
}

void PreviewFiles::setPage(const QByteArray &html)
{
    m_html = html;
    m_html.replace("</head>", "<link rel=\"stylesheet\" href=\"/preview.css\">\n</head>");
    m_isPageGiven = false;
}

void PreviewFiles::requestStarted(QWebEngineUrlRequestJob *job)
{
    const QUrl url = job->requestUrl();
    if (url.host() != address().host()) {
        job->fail(QWebEngineUrlRequestJob::UrlNotFound);
    } else if (url.path() == address().path()) {
        m_isPageGiven = true;
        answer(job, "text/html;charset=utf-8", m_html);
    } else if (url.path() == "/preview.css"_L1) {
        answer(job, "text/css;charset=utf-8", ownStyle());
    } else if (const auto asset = m_assets.find(url.path()); asset != m_assets.end()) {
        answer(job, asset->second.contentType, asset->second.bytes);
    } else {
        job->fail(QWebEngineUrlRequestJob::UrlNotFound);
    }
}

PictureSource previewPictures(std::function<void(const Uuid &, std::function<void(const QString &)>)> file,
                              std::function<void(const Uuid &)> missing)
{
    return [source = pictureSourceOf(std::move(file)),
            missing = std::move(missing)](const Uuid &media, std::function<void(std::optional<PictureBytes>)> give) {
        source(media, [media, missing, give = std::move(give)](std::optional<PictureBytes> picture) {
            if (!picture) {
                missing(media);
                give(sign(PreviewFilesText::tr("This picture is not on this PC yet")));
            } else if (!isDrawn(picture->mimeType)) {
                give(sign(PreviewFilesText::tr("The portal will convert this picture")));
            } else {
                give(std::move(picture));
            }
        });
    };
}

} // namespace toasoan
