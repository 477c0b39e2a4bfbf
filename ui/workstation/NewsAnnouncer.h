// Tells a person what others did with his articles, beside the pages: each by itself, many at once as one. GUI thread.
#pragma once

#include "sync/Desk.h"

#include <QObject>

#include <functional>
#include <map>

class QTimer;

namespace toasoan {

class MainWindow;
struct Notification;

/// Of an article the latest alone is shown (Notification::series).
[[nodiscard]] QString newsSeries(ArticleId id);

class NewsAnnouncer final : public QObject
{
    Q_OBJECT

public:
    /// `isOnScreen` says whether the person has the article, or entry, before him.
    NewsAnnouncer(Desk &desk, MainWindow &window, std::function<bool(ArticleId)> isOnScreen);

signals:
    void openWanted(const toasoan::Key &key);
    /// The list of all that was not seen yet.
    void listWanted();

private:
    void tell();
    void tellOvertaken(const OvertakenStep &step);
    void lookWhetherOver(ArticleId id);
    void addWay(Notification &notification, const Key &key);

    Desk &m_desk;
    MainWindow &m_window;
    std::function<bool(ArticleId)> m_isOnScreen;
    std::vector<ArticleNews> m_arrived; ///< not told yet; of an article the newest
    std::map<ArticleId, News> m_told; ///< by a notice of its own
    QTimer *m_soon;
};

} // namespace toasoan
