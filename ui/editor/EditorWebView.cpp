#include "ui/editor/EditorWebView.h"

#include "ui/editor/PastedPicture.h"
#include "ui/widgets/Mnemonic.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMimeData>
#include <QWheelEvent>

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

// Of other keys the caret moves at most, or a command is given, which has its own way.
bool mayType(const QEvent &event)
{
    if (event.type() == QEvent::InputMethod)
        return true;
    if (event.type() != QEvent::KeyPress)
        return false;
    const auto &key = static_cast<const QKeyEvent &>(event);
    if (key.key() == Qt::Key_Escape || key.matches(QKeySequence::Copy) || key.matches(QKeySequence::SelectAll))
        return false;
    return !key.text().isEmpty() || key.key() == Qt::Key_Delete;
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

// The keys go to a widget of Chromium's inside the view, and to another one after its process was started again.
bool EditorWebView::event(QEvent *event)
{
    if (event->type() == QEvent::ChildAdded || event->type() == QEvent::ChildPolished) {
        QObject *child = static_cast<QChildEvent *>(event)->child();
        child->removeEventFilter(this);
        child->installEventFilter(this);
        if (event->type() == QEvent::ChildPolished)
            QMetaObject::invokeMethod(this, &EditorWebView::focusWidgetChanged, Qt::QueuedConnection);
    }
    return QWebEngineView::event(event);
}

bool EditorWebView::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (isKey && m_takePicture) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isPlainPaste =
            key->key() == Qt::Key_V && key->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
        const QMimeData *offered =
            key->matches(QKeySequence::Paste) || isPlainPaste ? QGuiApplication::clipboard()->mimeData() : nullptr;
        if (offered && isPictureAlone(*offered)) {
            // Chromium hears nothing of it. From the question whether the key is its own it would keep "paste", and do
            // it with the next key that it is given.
            event->accept();
            // A key that is held pastes words again, but no picture: each would be uploaded.
            if (event->type() == QEvent::KeyPress && !key->isAutoRepeat())
                (void)m_takePicture(*offered, std::nullopt);
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress && isMnemonicKey(*static_cast<QKeyEvent *>(event)))
        return true; // it leads nowhere here, and Chromium would type it
    if (mayType(*event))
        emit typing();
    if (event->type() == QEvent::Wheel) {
        const auto *wheel = static_cast<QWheelEvent *>(event);
        if (wheel->modifiers() == Qt::ControlModifier) {
            if (wheel->angleDelta().y() != 0)
                emit zoomWanted(wheel->angleDelta().y() > 0 ? 1 : -1);
            return true;
        }
    }
    return QWebEngineView::eventFilter(watched, event);
}

// Files are ours: the page would get their bytes without their path, and Chromium would open what is no picture.
void EditorWebView::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_acceptsFiles && isPictureAlone(*event->mimeData()))
        event->acceptProposedAction();
    else if (!event->mimeData()->hasUrls() || localFiles(event->mimeData()).isEmpty())
        QWebEngineView::dragEnterEvent(event);
    else if (m_acceptsFiles && !pictureFiles(localFiles(event->mimeData())).isEmpty())
        event->acceptProposedAction();
}

void EditorWebView::dragMoveEvent(QDragMoveEvent *event)
{
    if (localFiles(event->mimeData()).isEmpty() && !(m_acceptsFiles && isPictureAlone(*event->mimeData())))
        QWebEngineView::dragMoveEvent(event);
    else
        event->acceptProposedAction();
}

void EditorWebView::dropEvent(QDropEvent *event)
{
    const QStringList files = localFiles(event->mimeData());
    if (files.isEmpty()) {
        if (m_acceptsFiles && m_takePicture && m_takePicture(*event->mimeData(), event->position().toPoint()))
            event->acceptProposedAction();
        else
            QWebEngineView::dropEvent(event);
        return;
    }
    if (!m_acceptsFiles || pictureFiles(files).isEmpty())
        return;
    event->acceptProposedAction();
    emit filesDropped(files, event->position().toPoint());
}

void EditorWebView::contextMenuEvent(QContextMenuEvent *event)
{
    event->accept();
    emit menuRequested(event->globalPos());
}

} // namespace toasoan
