// The web view of the editor: picture files dropped on it are taken by their path, and its context menu is the
// editor's.
#pragma once

#include <QWebEngineView>

namespace toasoan {

class EditorWebView final : public QWebEngineView
{
    Q_OBJECT

public:
    explicit EditorWebView(QWidget *parent = nullptr);

    void setAcceptsFiles(bool accepts) { m_acceptsFiles = accepts; }

signals:
    /// Picture files were dropped at `position` (of the view, which is the page's too).
    void filesDropped(const QStringList &paths, QPoint position);
    void menuRequested(QPoint globalPosition);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    bool m_acceptsFiles = true;
};

/// Those of `paths` whose name says that they are pictures we take.
[[nodiscard]] QStringList pictureFiles(const QStringList &paths);
/// "*.jpg" …: what a file dialog shows.
[[nodiscard]] QStringList pictureFilePatterns();

} // namespace toasoan
