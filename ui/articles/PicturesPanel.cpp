#include "ui/articles/PicturesPanel.h"

#include "ui/widgets/Icon.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

void collect(const QJsonObject &node, std::vector<MediaId> &pictures)
{
    const QJsonArray children = node["content"_L1].toArray();
    if (node["type"_L1].toString() == "figure"_L1) {
        for (const QJsonValue &value : children) {
            const QJsonObject part = value.toObject();
            if (part["type"_L1].toString() != "figimage"_L1)
                continue;
            if (const auto media = MediaId::fromText(part["attrs"_L1].toObject()["media"_L1].toString()))
                pictures.push_back(*media);
        }
        return;
    }
    for (const QJsonValue &child : children)
        collect(child.toObject(), pictures);
}

} // namespace

std::vector<MediaId> picturesIn(const QByteArray &body)
{
    std::vector<MediaId> pictures;
    if (body.contains("\"figure\"")) // most keystrokes are in texts without
        collect(QJsonDocument::fromJson(body).object(), pictures);
    return pictures;
}

PicturesPanel::PicturesPanel(QWidget *parent)
    : QWidget(parent)
    , m_summary(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_add(new QPushButton(tr("Add p&ictures…"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    m_add->setIcon(icon(u"image-plus"_s));
    m_summary->setWordWrap(true);
    setRole(m_summary, TextRole::Muted);
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 1000);
    m_bar->setAccessibleName(tr("Pictures sent"));
    layout->addWidget(m_summary);
    layout->addWidget(m_bar);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, &PicturesPanel::addRequested);
    setFocusProxy(m_add);
    refresh();
}

void PicturesPanel::setPictures(const std::vector<MediaId> &pictures)
{
    if (pictures == m_pictures)
        return;
    m_pictures = pictures;
    refresh();
}

void PicturesPanel::setProgress(MediaId media, qint64 sent, qint64 size)
{
    m_progress.insert(media, {sent, size});
    refresh();
}

void PicturesPanel::setReadOnly(bool isReadOnly)
{
    m_add->setVisible(!isReadOnly);
    m_isReadOnly = isReadOnly;
    refresh();
}

void PicturesPanel::refresh()
{
    qint64 sent = 0;
    qint64 size = 0;
    for (const MediaId &picture : m_pictures) {
        const auto [pictureSent, pictureSize] = m_progress.value(picture);
        sent += pictureSent;
        size += pictureSize;
    }
    const bool isUnderway = sent < size;
    const int count = int(m_pictures.size());
    m_summary->setText(count == 0 && m_isReadOnly ? tr("No pictures")
                           : count == 0
                           ? tr("No pictures yet. Drop them into the text, paste them, or choose them here.")
                           : isUnderway ? tr("%Ln picture(s), being sent: %1 %", nullptr, count).arg(sent * 100 / size)
                                        : tr("%Ln picture(s)", nullptr, count));
    m_bar->setVisible(isUnderway);
    if (isUnderway)
        m_bar->setValue(int(sent * 1000 / size));
}

} // namespace toasoan
