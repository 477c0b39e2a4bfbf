#include "ui/articles/WriterChecklist.h"

#include "ui/articles/ArticleForm.h"
#include "ui/models/ChecklistText.h"

#include <QTimer>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

WriterChecklist::WriterChecklist(const Desk &desk, ArticleForm &form, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_form(form)
    , m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    m_timer->setInterval(300);
    connect(m_timer, &QTimer::timeout, this, &WriterChecklist::look);
    connect(&desk, &Desk::newsroomChanged, this, &WriterChecklist::look);
}

ChecklistPolicy WriterChecklist::policy() const
{
    return m_desk.checklist();
}

void WriterChecklist::setContent(const Content &content, const Readers &readers)
{
    if (content == m_content && readers == m_readers)
        return;
    m_content = content;
    m_readers = readers;
    if (!m_timer->isActive()) // not pushed away by the next key
        m_timer->start();
}

void WriterChecklist::look()
{
    if (m_isLooking || !m_content)
        return;
    m_isLooking = true;
    checkLater(*m_content, policy(), m_readers, this,
               [this, looked = *m_content, readers = m_readers](const std::vector<Finding> &findings) {
                   m_isLooking = false;
                   m_form.showFindings(findings);
                   if (looked != m_content || readers != m_readers)
                       m_timer->start();
               });
}

void WriterChecklist::ask(const Content &content, std::function<void(const std::vector<Finding> &)> then)
{
    m_content = content;
    checkLater(content, policy(), m_readers, this,
               [this, content, then = std::move(then)](const std::vector<Finding> &findings) {
                   if (content != m_content) { // others' changes came in meanwhile: of those it is asked
                       ask(Content(*m_content), then);
                       return;
                   }
                   m_form.showFindings(findings);
                   then(findings);
               });
}

std::optional<Refusal> refusalAtSubmit(const std::vector<Finding> &findings)
{
    const std::array<std::pair<ChecklistRule, Error>, 4> refusals{{
        {ChecklistRule::TitleMissing, {ErrorCode::InvalidInput, u"article.title"_s, {}}},
        {ChecklistRule::SectionMissing, {ErrorCode::InvalidInput, u"article.section"_s, {}}},
        {ChecklistRule::Conflict, {ErrorCode::InvalidInput, u"article.conflict"_s, {}}},
        {ChecklistRule::OverLimits, {ErrorCode::TooLarge, u"content"_s, {}}},
    }};
    for (const auto &[rule, error] : refusals) {
        const auto finding = std::ranges::find(findings, rule, &Finding::rule);
        if (finding != findings.end())
            return Refusal{.error = error, .where = *finding};
    }
    return std::nullopt;
}

} // namespace toasoan
