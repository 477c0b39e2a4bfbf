// What the desk tells of an item while somebody writes it: taken over around what he types.
#include "domain/ContentMerge.h"
#include "ui/articles/ArticleForm.h"
#include "ui/articles/WritingPage.h"
#include "ui/editor/EditorView.h"
#include "ui/models/TextKeeper.h"
#include "ui/widgets/ActionBar.h"

#include <memory>

namespace toasoan {

void WritingPage::refetch()
{
    if (m_sheet == Sheet::Empty || m_sheet == Sheet::Coming)
        return;
    if (m_isAsking || m_keeper->isHeld()) {
        m_mustAskAgain = true;
        return;
    }
    m_isAsking = true;
    m_mustAskAgain = false;
    m_keeper->give();
    m_desk.article(m_id, this, [this, id = m_id, edits = m_keeper->edits()](const Result<ArticleView> &view) {
        if (id != m_id || m_sheet == Sheet::Coming)
            return;
        m_isAsking = false;
        if (view)
            hear(*view, edits);
        else if (view.error().code == ErrorCode::NotFound && m_view)
            loseArticle();
        else if (view.error().code != ErrorCode::NotFound)
            fail(view.error());
        askAgain();
    });
}

// It was put away on another PC, or is not his to see any more, and all that he wrote of it had been sent: what stands
// on the sheet can be read and copied, and no key is taken that would be kept for nothing.
void WritingPage::loseArticle()
{
    m_mayWrite = false;
    m_view->allowedSteps.clear();
    m_view->isGone = true;
    showWritable();
    m_steps->setActions({});
    showStatus();
    showBanner();
}

void WritingPage::askAgain()
{
    if (m_mustAskAgain && !m_keeper->error()) // what cannot be kept has to wait for that
        refetch();
}

void WritingPage::hear(const ArticleView &view, quint64 editsWhenAsked)
{
    m_view = view;
    if (m_stepError && m_stepErrorAt != standing())
        m_stepError.reset(); // the article has moved on
    m_viewEdits = qMin(editsWhenAsked, m_keeper->safeEdits()); // what could not be kept is not in it
    if (view.base != m_base && !m_refusal) {
        if (m_viewEdits == m_keeper->edits() && !m_keeper->isHeld())
            bringIn(view);
        else
            m_mustAskAgain = true;
    }
    showStatus();
    showSteps();
    showBanner();
}

void WritingPage::bringIn(const ArticleView &view)
{
    m_keeper->hold(); // the text that is shown is between two bases; it is kept right after
    const Content before = m_content;
    const QByteArray shown = editor().documentJson();
    const QByteArray theirs = bodyOf(view.article.content);
    auto isIn = std::make_shared<bool>(false);
    editor().replaceDocument(
        [shown, theirs, isIn](const QByteArray &mine) {
            *isIn = mine == shown; // what was typed meanwhile goes to the desk first, on the base it was typed on
            return *isIn ? theirs : mine;
        },
        [this, id = m_id, view, before, isIn](EditorView::Replaced outcome) {
            if (id != m_id)
                return;
            if (outcome == EditorView::Replaced::In && *isIn)
                takeOver(view, before);
            else if (outcome == EditorView::Replaced::In)
                m_mustAskAgain = true;
            m_keeper->release();
            showStatus();
            showBanner();
            askAgain();
        });
}

// The editor shows the body of `view` now. What the person did to the fields meanwhile, since they said `before`,
// stays.
void WritingPage::takeOver(const ArticleView &view, const Content &before)
{
    Content mine = m_content;
    mine.body = before.body;
    auto merged = mergeContent(before, view.article.content, mine);
    if (!merged) {
        m_refusal = merged.error();
        showWritable();
        return;
    }
    m_base = view.base;
    m_content = *std::move(merged);
    m_form->showFields(m_content);
}

} // namespace toasoan
