// Shows a page of ReadingHtml in the portal's look: no scripts, no network, pictures from this PC. Links open in the
// browser. GUI thread.
#pragma once

#include "domain/Ids.h"

#include <QWidget>

#include <functional>
#include <memory>

class QWebEnginePage;
class QWebEngineProfile;
class QWebEngineView;

namespace toasoan {

class EditorPictures;
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

    /// Shows this page from its beginning.
    void showHtml(const QString &html);
    /// The same page again, where it stood: pictures have come.
    void refresh();
    [[nodiscard]] QString html() const { return m_html; }

signals:
    void shown();

private:
    std::unique_ptr<RequestGuard> m_guard;
    std::unique_ptr<EditorPictures> m_pictures;
    std::unique_ptr<ReadingFiles> m_files;
    std::unique_ptr<QWebEngineProfile> m_profile; // after its guard and handlers, which it uses
    std::unique_ptr<QWebEnginePage> m_page; // after its profile, which has to outlive it
    QWebEngineView *m_view;
    QString m_html;
};

} // namespace toasoan
