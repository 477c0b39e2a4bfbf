#include "ui/workstation/NewsAnnouncer.h"

#include "ui/models/NewsText.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/Notifications.h"

#include <QApplication>
#include <QTimer>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// What comes together is told together.
constexpr int gathered = 400; // ms
// More at once would cover what else stands there.
constexpr std::size_t mostByThemselves = 2;

} // namespace

NewsAnnouncer::NewsAnnouncer(Desk &desk, MainWindow &window, std::function<bool(ArticleId)> isOnScreen)
    : QObject(&window)
    , m_desk(desk)
    , m_window(window)
    , m_isOnScreen(std::move(isOnScreen))
    , m_soon(new QTimer(this))
{
    m_soon->setSingleShot(true);
    m_soon->setInterval(gathered);
    connect(m_soon, &QTimer::timeout, this, &NewsAnnouncer::tell);
    connect(&m_desk, &Desk::newsArrived, this, [this](const ArticleNews &news) {
        std::erase_if(m_arrived, [&news](const ArticleNews &earlier) { return earlier.article == news.article; });
        m_arrived.push_back(news);
        m_soon->start();
    });
    // Of somebody who is gone.
    connect(&m_desk, &Desk::signedOut, this, [this] { m_arrived.clear(); });
}

QString newsSeries(ArticleId id)
{
    return u"news of "_s + id.toText();
}

void NewsAnnouncer::tell()
{
    if (m_desk.connection().connection == Connection::Connecting) {
        m_soon->start(); // what happened while the PC was off is still coming
        return;
    }
    std::vector<ArticleNews> news = std::exchange(m_arrived, {});
    if (news.empty())
        return;
    if (!m_window.isActiveWindow())
        QApplication::alert(&m_window);
    for (const ArticleNews &each : news) {
        if (m_isOnScreen(each.article))
            m_desk.markSeen(each.article);
    }
    if (news.size() > mostByThemselves) {
        for (const ArticleNews &each : news)
            m_window.notifications().takeBackSeries(newsSeries(each.article));
        m_window.notifications().notify({.tone = Tone::Neutral,
                                         .text = tr("%n article(s) have changed.", nullptr, int(news.size())),
                                         .action = tr("Open"),
                                         .act = [this] { emit listWanted(); },
                                         .about = u"unseen"_s,
                                         .series = u"unseen"_s});
        return;
    }
    for (const ArticleNews &each : news) {
        Notification notification{.tone = newsTone(each.news.step),
                                  .text = newsSentence(each, m_desk.nameOf(each.news.by)),
                                  .action = {},
                                  .act = {},
                                  .about = each.article.toText(),
                                  .series = newsSeries(each.article)};
        if (!m_isOnScreen(each.article)) {
            notification.action = tr("Open");
            notification.act = [this, id = each.article] { emit openWanted(id); };
        }
        m_window.notifications().notify(notification);
    }
}

} // namespace toasoan
