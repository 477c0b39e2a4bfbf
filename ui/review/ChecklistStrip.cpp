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
    setText({}, 0); // what it says is of the text before
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
    setText(refuses ? tr("Cannot be approved yet: %1.").arg(summary) : tr("Before you decide: %1.").arg(summary),
            int(told.size()));
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
    return m_refuses ? tr("%n to put right", nullptr, m_count) : tr("%n note(s)", nullptr, m_count);
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
