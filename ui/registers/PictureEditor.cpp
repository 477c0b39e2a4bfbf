// A picture: chosen, pasted or dropped; shown small.
#include "sync/Desk.h"
#include "ui/registers/FieldEditor.h"
#include "ui/registers/RegisterText.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/Icon.h"

#include <QBuffer>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QImageReader>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize sightSize(208, 117);

class PictureEditor final : public FieldEditor
{
public:
    PictureEditor(const Field &field, const FieldSources &sources, QWidget *parent)
        : FieldEditor(field, parent)
        , m_desk(sources.desk)
        , m_sight(new QLabel(this))
        , m_choose(new QPushButton(icon(u"image-plus"_s), RegisterTexts::tr("Choose a picture…"), this))
        , m_paste(new QPushButton(icon(u"copy"_s), RegisterTexts::tr("Paste"), this))
        , m_remove(new QPushButton(icon(u"trash-2"_s), RegisterTexts::tr("Remove"), this))
    {
        m_sight->setFixedSize(sightSize);
        m_sight->setAlignment(Qt::AlignCenter);
        m_sight->setWordWrap(true);
        m_sight->setAccessibleName(said(field.label));
        setSheet(m_sight, [](const QPalette &palette) {
            return u"border: 1px dashed %1; border-radius: 6px; color: %2; padding: 6px;"_s.arg(
                lineColour(palette).name(), mutedColour(palette).name());
        });
        for (QPushButton *button : {m_paste, m_remove})
            makeQuiet(button);
        auto *buttons = new QVBoxLayout;
        buttons->setSpacing(6);
        buttons->addWidget(m_choose, 0, Qt::AlignLeft);
        buttons->addWidget(m_paste, 0, Qt::AlignLeft);
        buttons->addWidget(m_remove, 0, Qt::AlignLeft);
        buttons->addStretch(1);
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(12);
        layout->addWidget(m_sight);
        layout->addLayout(buttons);
        layout->addStretch(1);
        setFocusProxy(m_choose);
        setAcceptDrops(true);
        connect(m_choose, &QPushButton::clicked, this, [this] { ask(); });
        connect(m_paste, &QPushButton::clicked, this, [this] { takeFrom(QGuiApplication::clipboard()->mimeData()); });
        connect(m_remove, &QPushButton::clicked, this, [this] { choose({}); });
        auto *pasteKey = new QShortcut(QKeySequence::Paste, this);
        pasteKey->setContext(Qt::WidgetWithChildrenShortcut);
        connect(pasteKey, &QShortcut::activated, this, [this] {
            if (!m_isReadOnly)
                takeFrom(QGuiApplication::clipboard()->mimeData());
        });
        connect(&m_desk, &Desk::pictureArrived, this, [this](MediaId media) {
            if (media.toText() == m_value)
                showPicture();
        });
        showPicture();
    }

    [[nodiscard]] QJsonValue value() const override
    {
        return m_value.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(m_value);
    }
    void setValue(const QJsonValue &value) override
    {
        if (value.toString() == m_value)
            return;
        m_value = value.toString();
        ++m_taken; // one that is being taken in was for what stood there before
        showPicture();
    }
    void setReadOnly(bool isReadOnly) override
    {
        m_isReadOnly = isReadOnly;
        setAcceptDrops(!isReadOnly);
        if (m_value.isEmpty())
            showPicture();
        else
            showButtons();
    }

protected:
    void dragEnterEvent(QDragEnterEvent *event) override
    {
        if (event->mimeData()->hasImage() || event->mimeData()->hasUrls())
            event->acceptProposedAction();
    }
    void dropEvent(QDropEvent *event) override
    {
        takeFrom(event->mimeData());
        event->acceptProposedAction();
    }

private:
    void showButtons()
    {
        const bool hasPicture = !m_value.isEmpty();
        m_choose->setText(hasPicture ? RegisterTexts::tr("Choose another picture…")
                                     : RegisterTexts::tr("Choose a picture…"));
        m_choose->setVisible(!m_isReadOnly);
        m_paste->setVisible(!m_isReadOnly && !hasPicture);
        m_remove->setVisible(!m_isReadOnly && hasPicture);
    }

    void ask()
    {
        auto *dialog = new QFileDialog(this, RegisterTexts::tr("Choose a picture"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        dialog->setNameFilter(
            RegisterTexts::tr("Pictures (%1)").arg(u"*.jpg *.jpeg *.png *.webp *.gif *.tif *.tiff"_s));
        connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { takeFile(path); });
        dialog->open();
    }

    [[nodiscard]] Callback<AddedPicture> taken()
    {
        return [this, taken = ++m_taken](const Result<AddedPicture> &picture) {
            if (taken != m_taken)
                return;
            if (picture)
                choose(picture->media.toText());
            else
                emit noted(errorText(picture.error()));
        };
    }

    void takeFile(const QString &path) { m_desk.addPicture(path, this, taken()); }

    void takeFrom(const QMimeData *source)
    {
        if (!source)
            return;
        for (const QUrl &url : source->urls()) {
            if (url.isLocalFile())
                return takeFile(url.toLocalFile());
        }
        const auto image = qvariant_cast<QImage>(source->imageData());
        if (image.isNull()) {
            emit noted(RegisterTexts::tr("There is no picture to paste. Copy one first, or choose a file."));
            return;
        }
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG");
        m_desk.addPicture(buffer.data(), RegisterTexts::tr("Pasted picture"), this, taken());
    }

    void choose(const QString &media)
    {
        if (media == m_value)
            return;
        m_value = media;
        const bool hadFocus = isAncestorOf(focusWidget());
        showPicture();
        if (hadFocus)
            m_choose->setFocus();
        emit edited();
    }

    void showPicture()
    {
        showButtons();
        m_sight->setPixmap({});
        const auto media = MediaId::fromText(m_value);
        m_sight->setText(media              ? RegisterTexts::tr("The picture is not on this PC yet")
                             : m_isReadOnly ? RegisterTexts::tr("No picture")
                                            : RegisterTexts::tr("Drop a picture here"));
        if (!media)
            return;
        m_desk.pictureFile(*media, this, [this, asked = m_value](const Result<QString> &file) {
            if (!file || asked != m_value)
                return;
            QImageReader reader(*file);
            reader.setAutoTransform(true);
            const qreal ratio = devicePixelRatioF();
            const QSize within =
                reader.size().scaled((QSizeF(sightSize - QSize(14, 14)) * ratio).toSize(), Qt::KeepAspectRatio);
            if (reader.size().isValid() && reader.size().width() > within.width())
                reader.setScaledSize(within);
            QPixmap sight = QPixmap::fromImageReader(&reader);
            if (sight.isNull())
                return;
            sight.setDevicePixelRatio(ratio);
            m_sight->setPixmap(sight);
        });
    }

    Desk &m_desk;
    QLabel *m_sight;
    QPushButton *m_choose;
    QPushButton *m_paste;
    QPushButton *m_remove;
    QString m_value;
    bool m_isReadOnly = false;
    quint64 m_taken = 0; ///< answers about older ones are dropped
};

} // namespace

FieldEditor *makePictureEditor(const Field &field, const FieldSources &sources, QWidget *parent)
{
    return new PictureEditor(field, sources, parent);
}

} // namespace toasoan
