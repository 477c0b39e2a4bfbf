// Tells a person what others did with his articles, beside the pages: each by itself, many at once as one. GUI thread.
#pragma once

#include "sync/Desk.h"

#include <QObject>

#include <functional>

class QTimer;

namespace toasoan {

class MainWindow;

/// Of an article the latest alone is shown (Notification::series).
[[nodiscard]] QString newsSeries(ArticleId id);

class NewsAnnouncer final : public QObject
{
    Q_OBJECT

public:
    /// `isOnScreen` says whether the person has the article before him.
    NewsAnnouncer(Desk &desk, MainWindow &window, std::function<bool(ArticleId)> isOnScreen);

signals:
    void openWanted(toasoan::ArticleId id);
    /// The list of all that was not seen yet.
    void listWanted();

private:
    void tell();

    Desk &m_desk;
    MainWindow &m_window;
    std::function<bool(ArticleId)> m_isOnScreen;
    std::vector<ArticleNews> m_arrived; ///< not told yet; of an article the newest
    QTimer *m_soon;
};

} // namespace toasoan
