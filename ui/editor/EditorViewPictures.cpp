// The pictures that a person brings into the text: chosen, dropped or pasted. Each stands in it at once as a figure
// that waits, and is offered as near to its original as it came.
#include "ui/editor/EditorView.h"

#include "ui/editor/EditorWebView.h"
#include "ui/editor/PastedPicture.h"
#include "ui/widgets/NoticeBar.h"
#include "ui/widgets/Question.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QStandardPaths>
#include <QThreadPool>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace toasoan {

namespace {

QString freshOffer()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QString picturesAreComing()
{
    return EditorView::tr("A picture is still being taken in…");
}

} // namespace

void EditorView::choosePictures()
{
    chooseFiles({});
}

void EditorView::chooseFiles(const QString &offer)
{
    auto *dialog = new QFileDialog(this, offer.isEmpty() ? tr("Insert pictures") : tr("Choose a picture"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(offer.isEmpty() ? QFileDialog::ExistingFiles : QFileDialog::ExistingFile);
    dialog->setNameFilter(tr("Pictures (%1)").arg(pictureFilePatterns().join(QLatin1Char(' '))));
    dialog->setOption(QFileDialog::HideNameFilterDetails);
    dialog->setDirectory(m_pictureFolder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::PicturesLocation)
                                                   : m_pictureFolder);
    connect(dialog, &QFileDialog::filesSelected, this, [this, offer](const QStringList &paths) {
        m_pictureFolder = QFileInfo(paths.value(0)).path();
        if (offer.isEmpty()) {
            offerFiles(paths, QPoint(-1, -1));
        } else {
            m_offeredNames.insert(offer, QFileInfo(paths.value(0)).fileName());
            pageOfferedPicturePath(offer, paths.value(0));
        }
    });
    askQuestion(dialog);
}

QString EditorView::offerFigure(QPoint position)
{
    const QString offer = freshOffer();
    m_coming.insert(offer);
    const qreal zoom = m_web->zoomFactor();
    emit m_bridge->offerFigures({offer}, qRound(position.x() / zoom), qRound(position.y() / zoom));
    return offer;
}

bool EditorView::takePictureOf(const QMimeData &offered, std::optional<QPoint> position)
{
    if (m_readOnly || !m_ready || !m_blocks || !isPictureAlone(offered))
        return false;
    const PastedPicture picture = pictureOf(offered);
    if (picture.isEmpty())
        return false;
    const QPoint place = position.value_or(QPoint(-1, -1));
    if (!picture.paths.isEmpty()) {
        offerFiles(picture.paths, place);
        return true;
    }
    const QString offer = offerFigure(place); // at once, however long the rest takes
    if (!picture.bytes.isEmpty()) {
        offerEncoded(offer, m_generation, {.bytes = picture.bytes, .mimeType = picture.mimeType});
        return true;
    }
    QThreadPool::globalInstance()->start(
        [image = picture.image, offer, generation = m_generation, view = QPointer(this)] {
            const EncodedPicture encoded = encodePicture(image);
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [view, offer, generation, encoded] {
                    if (view)
                        view->offerEncoded(offer, generation, encoded);
                },
                Qt::QueuedConnection);
        });
    return true;
}

void EditorView::offerEncoded(const QString &offer, int generation, const EncodedPicture &picture)
{
    if (generation != m_generation)
        return; // the figure went with the text that was open then
    if (picture.bytes.isEmpty() || picture.bytes.size() > qsizetype(largestPasteMiB) * 1024 * 1024)
        refusePicture(offer, tr("This picture is larger than %1 MiB; insert it as a file.").arg(largestPasteMiB));
    else
        pageOfferedPicture(offer, picture.mimeType, picture.bytes);
}

// What is no picture is named, and keeps the others from nothing.
void EditorView::offerFiles(const QStringList &files, QPoint position)
{
    const QStringList paths = pictureFiles(files);
    for (const QString &file : files) {
        if (!paths.contains(file))
            tellRefused(QFileInfo(file).fileName(), tr("This file is not a picture."));
    }
    if (paths.isEmpty())
        return;
    QStringList offers;
    std::ranges::generate_n(std::back_inserter(offers), paths.size(), freshOffer);
    const qreal zoom = m_web->zoomFactor();
    emit m_bridge->offerFigures(offers, qRound(position.x() / zoom), qRound(position.y() / zoom));
    for (qsizetype i = 0; i < paths.size(); ++i) {
        m_offeredNames.insert(offers[i], QFileInfo(paths[i]).fileName());
        pageOfferedPicturePath(offers[i], paths[i]);
    }
}

void EditorView::refusePicture(const QString &offer, const QString &reason)
{
    settlePicture(offer);
    emit m_bridge->refusePicture(offer);
    tellRefused(m_offeredNames.take(offer), reason);
}

void EditorView::settlePicture(const QString &offer)
{
    if (!m_coming.remove(offer) || !m_coming.isEmpty())
        return;
    if (m_notice->text() == picturesAreComing())
        m_notice->hide();
    emit picturesSettled();
}

// The page that knew their places is gone.
void EditorView::losePictures()
{
    const QSet<QString> lost = std::exchange(m_coming, {});
    for (const QString &offer : lost) {
        const QString name = m_offeredNames.take(offer);
        tellRefused(name.isEmpty() ? tr("Pasted picture") : name,
                    tr("The editor had to be restarted. Insert this picture again."));
    }
    if (!lost.isEmpty())
        emit picturesSettled();
}

void EditorView::sayPicturesAreComing()
{
    m_notice->showNotice(NoticeBar::Kind::Warning, picturesAreComing());
}

// Of several files each that is refused is named, as long as the notice stands.
void EditorView::tellRefused(const QString &name, const QString &reason)
{
    if (m_notice->isHidden() || m_notice->text() != m_refusalsShown)
        m_refusals.clear();
    m_refusals.append(name.isEmpty() ? reason : tr("“%1”: %2").arg(name, reason));
    constexpr qsizetype most = 4;
    QStringList lines = m_refusals.mid(0, most);
    if (const int more = int(m_refusals.size() - most); more > 0)
        lines.append(tr("and %Ln more file(s)", nullptr, more));
    m_refusalsShown = lines.join(u'\n');
    m_notice->showNotice(NoticeBar::Kind::Warning, m_refusalsShown);
}

} // namespace toasoan
