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
    connect(&m_desk, &Desk::stepOvertaken, this, &NewsAnnouncer::tellOvertaken);
    connect(&m_desk, &Desk::articleChanged, this, &NewsAnnouncer::lookWhetherOver);
    connect(&m_desk, &Desk::articlesChanged, this, [this] {
        const std::map<ArticleId, News> told = m_told;
        for (const auto &[id, news] : told)
            lookWhetherOver(id);
    });
    // Of somebody who is gone.
    connect(&m_desk, &Desk::signedOut, this, [this] {
        m_arrived.clear();
        m_told.clear();
    });
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
                                         .text = tr("%Ln article(s) have changed.", nullptr, int(news.size())),
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
                                  .about = {},
                                  .series = newsSeries(each.article)};
        addWay(notification, itemKey(each.article));
        m_window.notifications().notify(notification);
        m_told.insert_or_assign(each.article, each.news);
    }
}

void NewsAnnouncer::addWay(Notification &notification, const Key &key)
{
    notification.about = key.noun == nouns::article ? key.id.toText() : toText(key.noun) + u'/' + key.id.toText();
    notification.action = tr("Open");
    notification.act = [this, key] { emit openWanted(key); };
    notification.isThere = [this, id = key.id] { return m_isOnScreen(id); };
}

// What was done since has made it old news.
void NewsAnnouncer::lookWhetherOver(ArticleId id)
{
    const auto told = m_told.find(id);
    if (told == m_told.end())
        return;
    m_desk.article(id, this, [this, id, news = told->second](const Result<ArticleView> &view) {
        if (!view || !m_told.contains(id) || m_told.at(id) != news)
            return;
        const auto &decisions = view->decisions;
        const auto its = std::ranges::find_if(decisions, [&news](const Decision &decision) {
            return decision.step == news.step && decision.actor == news.by && decision.at == news.at;
        });
        if (its == decisions.end() || std::next(its) == decisions.end())
            return;
        m_told.erase(id);
        m_window.notifications().takeBackSeries(newsSeries(id));
    });
}

void NewsAnnouncer::tellOvertaken(const OvertakenStep &step)
{
    Notification notification{.tone = Tone::Neutral,
                              .text = overtakenSentence(step, m_desk.nameOf(step.by.by)),
                              .action = {},
                              .act = {},
                              .about = {},
                              .series = newsSeries(step.article)};
    addWay(notification, {.noun = step.noun, .id = step.article});
    m_window.notifications().notify(notification);
}

} // namespace toasoan
