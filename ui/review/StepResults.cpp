#include "ui/review/StepResults.h"

#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <ranges>

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
        std::erase_if(m_said, [](const Said &said) { return said.tone == Tone::Good; });
        showAll();
    });
    hide();
}

void StepResults::tell(Tone tone, const QString &text, ArticleId article)
{
    // When the line comes back, several steps are done at once: each is told.
    std::erase_if(m_said, [&](const Said &said) { return said.article == article; });
    m_said.push_back({.text = text, .article = article, .tone = tone});
    if (tone == Tone::Good) // what went wrong stays until it is read
        m_end->start();
    showAll();
}

void StepResults::tellWhileOpen(const QString &text)
{
    std::erase_if(m_said, &Said::isOfOpen);
    m_said.push_back({.text = text, .article = {}, .tone = Tone::Bad, .isOfOpen = true});
    showAll();
}

void StepResults::endOfOpen()
{
    if (std::erase_if(m_said, &Said::isOfOpen) > 0)
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

void StepResults::rewordWaiting(const QString &before, const QString &now)
{
    if (const auto found = std::ranges::find(m_waiting, before, &Said::text); found != m_waiting.end())
        found->text = now;
    showAll();
}

void StepResults::setActions(ArticleId article, std::optional<BannerAction> next, std::optional<BannerAction> undo)
{
    m_article = article;
    m_next = std::move(next);
    m_undo = std::move(undo);
    showAll();
}

void StepResults::endSaid()
{
    m_end->stop();
    m_said.clear();
    m_next.reset();
    m_undo.reset();
    showAll();
}

void StepResults::clear()
{
    m_waiting.clear();
    endSaid();
}

void StepResults::showAll()
{
    constexpr qsizetype most = 4; // sentences of each kind: below them stands what is read
    QStringList texts;
    std::vector<const Said *> shown;
    const auto before = m_said.begin() + std::max<std::ptrdiff_t>(0, std::ssize(m_said) - most);
    for (auto each = before; each != m_said.end(); ++each)
        shown.push_back(&*each);
    for (const Said &each : m_waiting | std::views::take(most))
        shown.push_back(&each);
    Tone tone = Tone::Good;
    for (const Said *each : shown) {
        if (each->tone != Tone::Good)
            tone = tone == Tone::Bad ? tone : each->tone;
        texts.append(each->text);
    }
    if (const int rest = int(std::ssize(m_waiting) - most); rest > 0)
        texts.append(tr("%Ln more step(s) have not reached the server either: see the outbox.", nullptr, rest));
    setVisible(!texts.isEmpty());
    if (texts.isEmpty()) {
        m_banner->hide();
        return;
    }
    std::vector<BannerAction> actions;
    if (m_next && std::ranges::any_of(shown, [this](const Said *each) { return each->article == m_article; }))
        actions.push_back(*m_next);
    if (m_undo && tone == Tone::Good && shown.size() == 1 && shown.front()->article == m_article)
        actions.push_back(*m_undo);
    actions.push_back({tr("Close"), [this] { clear(); }});
    m_banner->showBanner(tone, texts.join(u'\n'), actions);
}

} // namespace toasoan
