// What pictures an article has, and how far they are on their way.
#pragma once

#include "domain/Ids.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace toasoan {

/// The pictures of a body (document JSON), in their order.
[[nodiscard]] std::vector<MediaId> picturesIn(const QByteArray &body);

class PicturesPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit PicturesPanel(QWidget *parent = nullptr);

    void setPictures(const std::vector<MediaId> &pictures);
    /// Bytes that the server has of a picture, of `size`.
    void setProgress(MediaId media, qint64 sent, qint64 size);
    void setReadOnly(bool isReadOnly);

signals:
    void addRequested();

private:
    void refresh();

    std::vector<MediaId> m_pictures;
    QHash<MediaId, std::pair<qint64, qint64>> m_progress;
    QLabel *m_summary;
    QProgressBar *m_bar;
    QPushButton *m_add;
    bool m_isReadOnly = false;
};

} // namespace toasoan
