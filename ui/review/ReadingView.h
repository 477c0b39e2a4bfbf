// Shows a page of ReadingHtml in the portal's look: no scripts, no network, pictures from this PC. Links open in the
// browser. GUI thread.
#pragma once

#include "domain/Ids.h"
#include "ui/review/ReadStretches.h"

#include <QSet>
#include <QWidget>

#include <array>
#include <functional>
#include <memory>

class QTimer;
class QWebEnginePage;
class QWebEngineProfile;

namespace toasoan {

class EditorPictures;
class EditorWebView;
class ReadingFiles;
class RequestGuard;

class ReadingView final : public QWidget
{
    Q_OBJECT

public:
    /// Calls back once with the file of a picture; empty if it is not to be had.
    using PictureFile = std::function<void(MediaId media, std::function<void(const QString &file)> give)>;

    explicit ReadingView(PictureFile pictureFile, QWidget *parent = nullptr);
    ~ReadingView() override;

    /// Shows this page from its beginning; shown() follows.
    void showHtml(const QString &html);
    /// The same page again, where it stood: pictures have come.
    void refresh();
    /// In percent.
    void setZoom(int percent);
    [[nodiscard]] QString html() const { return m_html; }
    /// Whether the page stands there, rather than being on its way or lost.
    [[nodiscard]] bool isShown() const { return m_isShown; }
    /// Whether all of it has stood on the screen for a moment each since it was asked for: scrolled through, or it
    /// fits.
    [[nodiscard]] bool isReadToEnd() const { return m_isReadToEnd; }
    /// How many pictures of the page are not on this PC; until they are, its end is not read to.
    [[nodiscard]] int missingPictures() const { return int(m_missing.size()); }
    /// How many are here and cannot be drawn, by their format or because they are damaged: nobody has seen them, and
    /// the end is not read to either.
    [[nodiscard]] int undrawnPictures() const { return m_undrawn; }
    /// Its process ended so often that it is not loaded again until it is asked for.
    [[nodiscard]] bool hasGivenUp() const;

signals:
    void shown();
    /// isReadToEnd() is true now.
    void readToEnd();
    /// undrawnPictures() is another.
    void undrawnChanged();
    /// Chromium's process ended, and the page with it. It is loaded again, unless the view has given up.
    void lost();
    /// By Ctrl and the wheel: larger (1) or smaller (-1).
    void zoomWanted(int step);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void processEnded();
    void measure();
    void take(double top, double height, double all);
    void showBrightness();

    std::unique_ptr<RequestGuard> m_guard;
    std::unique_ptr<EditorPictures> m_pictures;
    std::unique_ptr<ReadingFiles> m_files;
    std::unique_ptr<QWebEngineProfile> m_profile; // after its guard and handlers, which it uses
    std::unique_ptr<QWebEnginePage> m_page; // after its profile, which has to outlive it
    EditorWebView *m_view;
    QString m_html;
    bool m_isDark = false;
    bool m_isShown = false;
    bool m_isReadToEnd = false;
    ReadStretches m_read;
    std::array<double, 3> m_seen{}; ///< where the page stood when it was last looked at: top, height, all of it
    QTimer *m_stay; ///< looks whether what was scrolled to stays
    quint64 m_load = 0; ///< answers about earlier pages are dropped
    QSet<Uuid> m_missing; ///< pictures that were asked for, and are not to be had
    int m_undrawn = 0; ///< pictures of which the page says that it could not draw them
    int m_ends = 0; ///< of the process, since a page was asked for
};

} // namespace toasoan
