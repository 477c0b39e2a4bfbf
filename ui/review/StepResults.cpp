#include "ui/review/StepResults.h"

#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace toasoan {

using namespace std::chrono_literals;

StepResults::StepResults(QWidget *parent) : QWidget(parent), m_banner(new Banner(this)), m_end(new QTimer(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_banner);
    m_end->setSingleShot(true);
    m_end->setInterval(12s);
    connect(m_end, &QTimer::timeout, this, [this] {
        m_last.reset();
        showAll();
    });
    hide();
}

void StepResults::tell(Tone tone, const QString &text, ArticleId article)
{
    m_last = Said{.text = text, .article = article, .tone = tone};
    if (tone == Tone::Good)
        m_end->start();
    else
        m_end->stop(); // what went wrong stays until it is read
    showAll();
}

void StepResults::addWaiting(const QString &sentence, ArticleId article)
{
    m_waiting.push_back({.text = sentence, .article = article, .tone = Tone::Warning});
    showAll();
}

void StepResults::removeWaiting(const QString &sentence)
{
    if (const auto found = std::ranges::find(m_waiting, sentence, &Said::text); found != m_waiting.end())
        m_waiting.erase(found);
    showAll();
}

void StepResults::setActions(ArticleId article, std::vector<BannerAction> actions)
{
    m_article = article;
    m_actions = std::move(actions);
    showAll();
}

void StepResults::endLast()
{
    m_end->stop();
    m_last.reset();
    m_actions.clear();
    showAll();
}

void StepResults::clear()
{
    m_waiting.clear();
    endLast();
}

void StepResults::showAll()
{
    constexpr qsizetype most = 4; // sentences, of those that wait: below them stands what is read
    QStringList texts;
    std::vector<const Said *> shown;
    if (m_last)
        shown.push_back(&*m_last);
    for (const Said &each : m_waiting)
        shown.push_back(&each);
    bool isOfActions = false;
    Tone tone = m_waiting.empty() ? Tone::Good : Tone::Warning;
    for (const Said *each : shown) {
        isOfActions = isOfActions || each->article == m_article;
        if (each->tone != Tone::Good)
            tone = tone == Tone::Bad ? tone : each->tone;
        if (texts.size() < most + (m_last ? 1 : 0))
            texts.append(each->text);
    }
    if (const int rest = int(std::ssize(shown) - texts.size()); rest > 0)
        texts.append(tr("%n more step(s) have not reached the server either: see the outbox.", nullptr, rest));
    setVisible(!texts.isEmpty());
    if (texts.isEmpty()) {
        m_banner->hide();
        return;
    }
    std::vector<BannerAction> actions = isOfActions ? m_actions : std::vector<BannerAction>();
    actions.push_back({tr("Close"), [this] { clear(); }});
    m_banner->showBanner(tone, texts.join(u'\n'), actions);
}

} // namespace toasoan
