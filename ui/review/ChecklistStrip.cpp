#include "ui/review/ChecklistStrip.h"

#include "ui/models/ChecklistText.h"

#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace toasoan {

using namespace Qt::StringLiterals;

ChecklistStrip::ChecklistStrip(QWidget *parent) : QWidget(parent), m_banner(new Banner(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_banner);
    hide();
}

void ChecklistStrip::setContent(const Content &content, const ChecklistPolicy &policy, const Readers &readers)
{
    if (m_hasContent && content == m_content && policy == m_policy && readers == m_readers)
        return;
    m_hasContent = true;
    m_content = content;
    m_policy = policy;
    m_readers = readers;
    setText({}, 0); // what it says is of the text before
    setRefuses(false);
    checkLater(content, policy, readers, this, [this, asked = ++m_asked](const std::vector<Finding> &findings) {
        if (asked == m_asked)
            show(findings);
    });
}

void ChecklistStrip::clear()
{
    ++m_asked;
    m_hasContent = false;
    setText({}, 0);
    setRefuses(false);
}

void ChecklistStrip::show(const std::vector<Finding> &findings)
{
    if (findings.empty())
        return;
    const bool refuses = std::ranges::any_of(findings, &Finding::refuses);
    setRefuses(refuses);
    std::vector<Finding> told = findings;
    std::erase_if(told, [](const Finding &finding) { return finding.rule == ChecklistRule::Conflict; }); // by the page
    if (told.empty())
        return;
    const auto refusing = std::ranges::count_if(told, &Finding::refuses);
    setText(textOf(told), refusing > 0 ? int(refusing) : int(told.size()));
}

// What stands against approval by itself: beside it the rest would seem to do so too.
QString ChecklistStrip::textOf(const std::vector<Finding> &findings)
{
    std::vector<Finding> refusing = findings;
    std::vector<Finding> others = findings;
    std::erase_if(refusing, [](const Finding &finding) { return !finding.refuses; });
    std::erase_if(others, &Finding::refuses);
    if (refusing.empty())
        return tr("Before you decide: %1.").arg(checklistSummary(others));
    const QString text = tr("Cannot be approved yet: %1.").arg(checklistSummary(refusing));
    return others.empty() ? text : text + u'\n' + tr("Also worth a look: %1.").arg(checklistSummary(others));
}

void ChecklistStrip::setText(const QString &text, int count)
{
    m_text = text;
    m_count = count;
    if (!text.isEmpty())
        m_banner->showBanner(m_refuses ? Tone::Bad : Tone::Warning, text);
    setVisible(!m_isFolded && !text.isEmpty());
    emit textChanged();
}

QString ChecklistStrip::shortText() const
{
    if (m_text.isEmpty())
        return {};
    return m_refuses ? tr("%Ln to put right", nullptr, m_count) : tr("%Ln note(s)", nullptr, m_count);
}

void ChecklistStrip::setFolded(bool isFolded)
{
    m_isFolded = isFolded;
    setVisible(!m_isFolded && !m_text.isEmpty());
}

void ChecklistStrip::setRefuses(bool refuses)
{
    if (std::exchange(m_refuses, refuses) != refuses)
        emit refusesChanged();
}

} // namespace toasoan
