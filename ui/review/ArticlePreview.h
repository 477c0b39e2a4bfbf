// The preview of the article that a page shows: opened from there, it follows what stands there, and is gone when that
// is, or when the page is no longer on the screen (another page, the sign-in). GUI thread.
#pragma once

#include "domain/PublicItem.h"
#include "ui/review/ReviewSource.h"

#include <QPointer>

#include <map>

class QPushButton;

namespace toasoan {

class Preferences;
class PreviewWindow;

class ArticlePreview final : public QObject
{
    Q_OBJECT

public:
    /// Belongs to `page`; `source` must outlive it.
    ArticlePreview(const ReviewSource &source, QWidget *page);
    ~ArticlePreview() override;

    /// Opens the window, or brings it to the front. `decisions` tell when which version was published.
    void open(const Article &article, const Content &content, const std::vector<Decision> &decisions,
              Preferences &preferences);
    /// Shows this, if the window is open.
    void show(const Article &article, const Content &content, const std::vector<Decision> &decisions);
    /// Another article is coming; what was shown is none of it.
    void blank();
    void close();
    void refreshPictures();
    [[nodiscard]] bool isOpen() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fetchCarried(ArticleId article, const std::vector<Decision> &decisions);
    void present();

    const ReviewSource &m_source;
    QWidget *m_page;
    QPointer<PreviewWindow> m_window;
    Article m_article;
    Content m_content;
    /// The corrections of the versions that were public, by version.
    std::map<Version, PublicCorrection> m_carried;
    std::map<Version, Instant> m_asked; ///< versions whose text was asked for, and when they were first published
};

/// What a button that opens the preview does, and by which key.
[[nodiscard]] QString previewToolTip();
/// The key presses `button`, anywhere on `page`.
void addPreviewKey(QWidget *page, QPushButton *button);

} // namespace toasoan
