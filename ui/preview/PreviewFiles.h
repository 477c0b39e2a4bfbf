// toasoan://preview/…: the page that is shown, and the portal's own files as it names them. Pictures come under
// "media:", from this PC; what cannot be shown yet has a sign in its place that says so.
#pragma once

#include "portal/Theme.h"
#include "ui/editor/PictureSource.h"

#include <QUrl>
#include <QWebEngineUrlSchemeHandler>

namespace toasoan {

class PreviewFiles final : public QWebEngineUrlSchemeHandler
{
public:
    /// `assets` must outlive it.
    explicit PreviewFiles(const portal::Assets &assets) : m_assets(assets) { }

    [[nodiscard]] static QUrl address();

    void setPage(const QByteArray &html);
    /// Whether the page of setPage() has been asked for since.
    [[nodiscard]] bool isPageGiven() const { return m_isPageGiven; }

    void requestStarted(QWebEngineUrlRequestJob *job) override;

private:
    const portal::Assets &m_assets;
    QByteArray m_html;
    bool m_isPageGiven = false;
};

/// The pictures of `file` (as in pictureSourceOf()); a sign for one that is not on this PC, which `missing` is told of,
/// and for one that only the portal can turn into something that browsers show.
[[nodiscard]] PictureSource
previewPictures(std::function<void(const Uuid &media, std::function<void(const QString &path)> give)> file,
                std::function<void(const Uuid &media)> missing);

} // namespace toasoan
