// Shows a page of ReadingHtml in the portal's look: no scripts, no network, pictures from this PC. Links open in the
// browser. GUI thread.
#pragma once

#include "domain/Ids.h"
#include "ui/editor/ClosedView.h"
#include "ui/review/ReadStretches.h"

#include <QSet>

#include <array>
#include <functional>

class QTimer;

namespace toasoan {

class ReadingFiles;

class ReadingView final : public ClosedView
{
    Q_OBJECT

public:
    /// Calls back once with the file of a picture; empty if it is not to be had.
    using PictureFile = std::function<void(MediaId media, std::function<void(const QString &file)> give)>;

    explicit ReadingView(PictureFile pictureFile, QWidget *parent = nullptr);

    /// Shows this page from its beginning; shown() follows. What stood there before is out of sight at once.
    void showHtml(const QString &html);
    /// The same page again, where it stood: pictures have come.
    void refresh();
    /// In percent.
    void setZoom(int percent);
    [[nodiscard]] QString html() const { return m_html; }
    /// Whether the page stands there, rather than being on its way or lost.
    [[nodiscard]] bool isShown() const { return m_isShown; }
    /// Whether nothing is in sight: the page is on its way.
    [[nodiscard]] bool isCovered() const { return m_cover->isVisible(); }
    /// Whether all of it has stood on the screen for a moment each since it was asked for: scrolled through, or it
    /// fits.
    [[nodiscard]] bool isReadToEnd() const { return m_isReadToEnd; }
    /// Whether the page stands at its end, read or not.
    [[nodiscard]] bool isAtEnd() const { return m_isAtEnd; }
    /// How many pictures of the page are not on this PC; until they are, its end is not read to.
    [[nodiscard]] int missingPictures() const { return int(m_missing.size()); }
    /// How many are here and cannot be drawn, by their format or because they are damaged: nobody has seen them, and
    /// the end is not read to either.
    [[nodiscard]] int undrawnPictures() const { return m_undrawn; }

signals:
    void shown();
    /// isReadToEnd() is true now.
    void readToEnd();
    /// isAtEnd() is another.
    void endReached();
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
    ReadingView(ReadingFiles *files, PictureFile pictureFile, QWidget *parent);
    void leadTo(const QUrl &url) override;
    void processEnded() override;
    void loadAgain() override;
    void measure();
    void take(double top, double height, double all);
    void showBrightness();
    void uncover();
    [[nodiscard]] QUrl address() const;

    ReadingFiles &m_files;
    QString m_html;
    bool m_isDark = false;
    bool m_isShown = false;
    bool m_isReadToEnd = false;
    bool m_isAtEnd = false;
    ReadStretches m_read;
    std::array<double, 3> m_seen{}; ///< where the page stood when it was last looked at: top, height, all of it
    QWidget *m_cover; ///< over the page, until it is the one that was asked for
    QTimer *m_stay; ///< looks whether what was scrolled to stays
    quint64 m_load = 0; ///< answers about earlier pages are dropped
    QSet<Uuid> m_missing; ///< pictures that were asked for, and are not to be had
    int m_undrawn = 0; ///< pictures of which the page says that it could not draw them
};

} // namespace toasoan
