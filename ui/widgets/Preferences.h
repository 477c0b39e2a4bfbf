// What a person chose for his eyes: how bright the program is, how large the text of an article is, whether the panel
// beside it stands there, at which width he looks at it as readers will. Kept in the settings once it is told which.
// Lives in the GUI thread.
#pragma once

#include "ui/widgets/Look.h"

#include <QObject>
#include <QSize>

class QSettings;

namespace toasoan {

/// Whose screen a page is shown for.
enum class PreviewWidth
{
    Phone,
    Desktop
};

class Preferences final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Takes what was chosen before, and keeps there what is chosen from now on. `settings` must outlive it.
    void rememberIn(QSettings &settings);

    [[nodiscard]] Brightness brightness() const { return m_brightness; }
    void setBrightness(Brightness brightness);

    /// In percent, of what is written and read; 100 unless somebody chose.
    [[nodiscard]] int zoom() const { return m_zoom; }
    /// The next larger (1) or smaller (-1) size.
    void stepZoom(int step);
    void resetZoom();

    /// Whether what belongs to an article stands beside its text; of narrow windows and of wide ones apart.
    [[nodiscard]] bool isPanelShown(bool isNarrow) const { return isNarrow ? m_isPanelInNarrow : m_isPanelInWide; }
    void setPanelShown(bool isNarrow, bool isShown);

    /// Of the window that shows an article as readers will see it; an empty size until somebody chose one.
    [[nodiscard]] PreviewWidth previewWidth() const { return m_previewWidth; }
    void setPreviewWidth(PreviewWidth width);
    [[nodiscard]] QSize previewSize() const { return m_previewSize; }
    void setPreviewSize(QSize size);

signals:
    void brightnessChanged(toasoan::Brightness brightness);
    void zoomChanged(int percent);

private:
    void setZoom(int percent);
    void keep(const QString &key, const QVariant &value);

    QSettings *m_settings = nullptr;
    Brightness m_brightness = Brightness::AsSystem;
    int m_zoom = 100;
    bool m_isPanelInNarrow = false;
    bool m_isPanelInWide = true;
    PreviewWidth m_previewWidth = PreviewWidth::Desktop;
    QSize m_previewSize;
};

/// Ctrl and +, − or 0, anywhere on that page.
void addZoomKeys(QWidget *page, Preferences &preferences);

} // namespace toasoan
