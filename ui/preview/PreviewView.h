// Shows a page of PreviewMaker at the width of a phone or of a desktop screen, whatever room there is: scaled down
// where the page is wider. A closed world as the editor's: no network, no cookies, none of the page's own scripts;
// links say where they lead and go nowhere. GUI thread.
#pragma once

#include "domain/Ids.h"
#include "ui/editor/ClosedView.h"
#include "ui/preview/PreviewMaker.h"
#include "ui/widgets/Preferences.h"

#include <QSet>

#include <functional>

namespace toasoan {

class PreviewFiles;

class PreviewView final : public ClosedView
{
    Q_OBJECT

public:
    /// Calls back once with the file of a picture; empty if it is not to be had.
    using PictureFile = std::function<void(MediaId media, std::function<void(const QString &file)> give)>;

    /// `maker` must outlive it.
    PreviewView(const PreviewMaker &maker, PictureFile pictureFile, QWidget *parent = nullptr);

    /// In pixels of the page.
    [[nodiscard]] static int widthOf(PreviewWidth width) { return width == PreviewWidth::Phone ? 360 : 1280; }
    void setPageWidth(PreviewWidth width);
    [[nodiscard]] PreviewWidth pageWidth() const { return m_width; }

    /// Shows this page: where the one before stood, with what is the same left alone.
    void showPage(const QByteArray &html);
    [[nodiscard]] const QByteArray &html() const { return m_html; }
    /// The same once more: pictures have come.
    void refreshPictures();
    /// How many pictures of the page are not on this PC.
    [[nodiscard]] int missingPictures() const { return int(m_missing.size()); }
    /// Whether the page of showPage() stands there.
    [[nodiscard]] bool isShown() const { return m_isShown; }
    /// Loads the page that the view has given up.
    void showAgain();

signals:
    void shown();
    /// Chromium's process ended, and the page with it. It is loaded again, unless the view has given up.
    void lost();
    void missingChanged();
    /// The mouse, or the focus, is on a link of the page; empty: no longer.
    void linkHovered(const QString &address);
    /// The person pressed one.
    void linkPressed(const QString &address);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    PreviewView(PreviewFiles *files, const PreviewMaker &maker, PictureFile pictureFile, QWidget *parent);
    void leadTo(const QUrl &url) override;
    void processEnded() override;
    void loadAgain() override;
    void load(int reload); ///< a QWebEnginePage::WebAction, of a page that stands there
    void follow();
    void place();

    PreviewFiles &m_files;
    QByteArray m_html; ///< that shall stand there
    QByteArray m_loaded; ///< that was loaded last
    PreviewWidth m_width = PreviewWidth::Phone;
    bool m_isLoading = false;
    bool m_isRefreshWanted = false; ///< pictures came while the page was loading
    bool m_isShown = false;
    quint64 m_asked = 0; ///< answers about earlier pages are dropped
    QSet<Uuid> m_missing;
};

} // namespace toasoan
