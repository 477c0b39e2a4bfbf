// The web view of the editor: picture files dropped on it are taken by their path, and its context menu is the
// editor's.
#pragma once

#include <QWebEngineView>

#include <functional>
#include <optional>

class QMimeData;

namespace toasoan {

class EditorWebView final : public QWebEngineView
{
    Q_OBJECT

public:
    explicit EditorWebView(QWidget *parent = nullptr);

    void setAcceptsFiles(bool accepts) { m_acceptsFiles = accepts; }

    /// Asked before Chromium when something is pasted by a key, or dropped at `position` (of the view); true if it was
    /// taken.
    using Taker = std::function<bool(const QMimeData &data, std::optional<QPoint> position)>;
    void setPictureTaker(Taker taker) { m_takePicture = std::move(taker); }

signals:
    /// Picture files were dropped at `position` (of the view, which is the page's too).
    void filesDropped(const QStringList &paths, QPoint position);
    /// Ctrl and the wheel: larger (1) or smaller (-1).
    void zoomWanted(int step);
    /// Another widget inside takes the keys now: the view's focus proxy.
    void focusWidgetChanged();
    void menuRequested(QPoint globalPosition);
    /// A key or an input method may change the text: the page is given it next.
    void typing();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    bool m_acceptsFiles = true;
    Taker m_takePicture;
};

/// Those of `paths` whose name says that they are pictures we take.
[[nodiscard]] QStringList pictureFiles(const QStringList &paths);
/// "*.jpg" …: what a file dialog shows.
[[nodiscard]] QStringList pictureFilePatterns();

} // namespace toasoan
