#include "ui/widgets/Preferences.h"

#include <QSettings>
#include <QShortcut>
#include <QVariant>
#include <QWidget>

#include <algorithm>
#include <array>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

const QString brightnessKey = u"brightness"_s;
const QString zoomKey = u"textZoom"_s;
const QString panelInNarrowKey = u"panelInNarrowWindow"_s;
const QString panelInWideKey = u"panelInWideWindow"_s;
const QString previewWidthKey = u"previewWidth"_s;
const QString previewSizeKey = u"previewSize"_s;

constexpr std::array zooms{80, 90, 100, 110, 125, 150, 175, 200};

QString toText(PreviewWidth width)
{
    return width == PreviewWidth::Phone ? u"phone"_s : u"desktop"_s;
}

QString toText(Brightness brightness)
{
    switch (brightness) {
    case Brightness::AsSystem:
        return u"system"_s;
    case Brightness::Light:
        return u"light"_s;
    case Brightness::Dark:
        return u"dark"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

void Preferences::rememberIn(QSettings &settings)
{
    m_settings = &settings;
    const QString brightness = settings.value(brightnessKey).toString();
    for (const Brightness each : {Brightness::Light, Brightness::Dark})
        if (brightness == toText(each))
            setBrightness(each);
    setZoom(settings.value(zoomKey, m_zoom).toInt());
    m_isPanelInNarrow = settings.value(panelInNarrowKey, m_isPanelInNarrow).toBool();
    m_isPanelInWide = settings.value(panelInWideKey, m_isPanelInWide).toBool();
    const QString previewWidth = settings.value(previewWidthKey).toString();
    for (const PreviewWidth each : {PreviewWidth::Phone, PreviewWidth::Desktop})
        if (previewWidth == toText(each))
            m_previewWidth = each;
    m_previewSize = settings.value(previewSizeKey).toSize();
}

void Preferences::setBrightness(Brightness brightness)
{
    if (std::exchange(m_brightness, brightness) == brightness)
        return;
    keep(brightnessKey, toText(brightness));
    emit brightnessChanged(brightness);
}

void Preferences::stepZoom(int step)
{
    if (step > 0) {
        const auto larger = std::ranges::upper_bound(zooms, m_zoom);
        setZoom(larger == zooms.end() ? zooms.back() : *larger);
    } else {
        const auto notSmaller = std::ranges::lower_bound(zooms, m_zoom);
        setZoom(notSmaller == zooms.begin() ? zooms.front() : *std::prev(notSmaller));
    }
}

void Preferences::resetZoom()
{
    setZoom(100);
}

void Preferences::setZoom(int percent)
{
    const int within = std::clamp(percent, zooms.front(), zooms.back());
    if (std::exchange(m_zoom, within) == within)
        return;
    keep(zoomKey, within);
    emit zoomChanged(within);
}

void Preferences::setPanelShown(bool isNarrow, bool isShown)
{
    (isNarrow ? m_isPanelInNarrow : m_isPanelInWide) = isShown;
    keep(isNarrow ? panelInNarrowKey : panelInWideKey, isShown);
}

void Preferences::setPreviewWidth(PreviewWidth width)
{
    if (std::exchange(m_previewWidth, width) != width)
        keep(previewWidthKey, toText(width));
}

void Preferences::setPreviewSize(QSize size)
{
    if (std::exchange(m_previewSize, size) != size)
        keep(previewSizeKey, size);
}

void Preferences::keep(const QString &key, const QVariant &value)
{
    if (m_settings)
        m_settings->setValue(key, value);
}

void addZoomKeys(QWidget *page, Preferences &preferences)
{
    const auto add = [page, &preferences](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, page);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        QObject::connect(shortcut, &QShortcut::activated, &preferences, act);
    };
    // With and without Shift, from the letters and from the block of numbers.
    for (const auto key : {Qt::Key_Plus, Qt::Key_Equal})
        add(Qt::CTRL | key, [&preferences] { preferences.stepZoom(1); });
    add(Qt::CTRL | Qt::Key_Minus, [&preferences] { preferences.stepZoom(-1); });
    add(Qt::CTRL | Qt::Key_0, [&preferences] { preferences.resetZoom(); });
}

} // namespace toasoan
