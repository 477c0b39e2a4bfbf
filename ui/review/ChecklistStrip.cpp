#include "ui/review/ChecklistStrip.h"

#include "ui/models/ChecklistText.h"

#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace toasoan {

ChecklistStrip::ChecklistStrip(QWidget *parent) : QWidget(parent), m_banner(new Banner(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_banner);
    hide();
}

void ChecklistStrip::setContent(const Content &content, const ChecklistPolicy &policy, Readers readers)
{
    if (m_hasContent && content == m_content && policy == m_policy && readers == m_readers)
        return;
    m_hasContent = true;
    m_content = content;
    m_policy = policy;
    m_readers = readers;
    hide(); // what it says is of the text before
    setRefuses(false);
    checkLater(content, policy, readers, this, [this, asked = ++m_asked](const std::vector<Finding> &findings) {
        if (asked == m_asked)
            show(findings);
    });
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
    const QString summary = checklistSummary(told);
    m_banner->showBanner(refuses ? Tone::Bad : Tone::Warning,
                         refuses ? tr("Cannot be approved yet: %1.").arg(summary)
                                 : tr("Before you decide: %1.").arg(summary));
    setVisible(true);
}

void ChecklistStrip::setRefuses(bool refuses)
{
    if (std::exchange(m_refuses, refuses) != refuses)
        emit refusesChanged();
}

} // namespace toasoan
