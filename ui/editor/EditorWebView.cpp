#include "ui/editor/EditorWebView.h"

#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>

#include <algorithm>

namespace toasoan {

namespace {

QStringList localFiles(const QMimeData *data)
{
    QStringList paths;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls)
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    return paths;
}

} // namespace

QStringList pictureFilePatterns()
{
    return {QStringLiteral("*.jpg"),  QStringLiteral("*.jpeg"), QStringLiteral("*.png"),  QStringLiteral("*.webp"),
            QStringLiteral("*.gif"),  QStringLiteral("*.heic"), QStringLiteral("*.heif"), QStringLiteral("*.avif"),
            QStringLiteral("*.tiff"), QStringLiteral("*.tif"),  QStringLiteral("*.bmp")};
}

QStringList pictureFiles(const QStringList &paths)
{
    QStringList pictures;
    std::ranges::copy_if(paths, std::back_inserter(pictures), [](const QString &path) {
        return std::ranges::any_of(pictureFilePatterns(), [&path](const QString &pattern) {
            return path.endsWith(QStringView(pattern).mid(1), Qt::CaseInsensitive);
        });
    });
    return pictures;
}

EditorWebView::EditorWebView(QWidget *parent) : QWebEngineView(parent) { }

// Files are ours: the page would get their bytes without their path, and Chromium would open what is no picture.
void EditorWebView::dragEnterEvent(QDragEnterEvent *event)
{
    if (!event->mimeData()->hasUrls() || localFiles(event->mimeData()).isEmpty())
        QWebEngineView::dragEnterEvent(event);
    else if (m_acceptsFiles && !pictureFiles(localFiles(event->mimeData())).isEmpty())
        event->acceptProposedAction();
}

void EditorWebView::dragMoveEvent(QDragMoveEvent *event)
{
    if (localFiles(event->mimeData()).isEmpty())
        QWebEngineView::dragMoveEvent(event);
    else
        event->acceptProposedAction();
}

void EditorWebView::dropEvent(QDropEvent *event)
{
    const QStringList files = localFiles(event->mimeData());
    if (files.isEmpty()) {
        QWebEngineView::dropEvent(event);
        return;
    }
    const QStringList pictures = pictureFiles(files);
    if (!m_acceptsFiles || pictures.isEmpty())
        return;
    event->acceptProposedAction();
    emit filesDropped(pictures, event->position().toPoint());
}

void EditorWebView::contextMenuEvent(QContextMenuEvent *event)
{
    event->accept();
    emit menuRequested(event->globalPos());
}

} // namespace toasoan
