// Other looks at the article of the writing page: as readers will see it, and its earlier versions, to be looked at and
// to be put back. What is put back comes in as the person's own change: it is kept and sent like any other, and undone
// as a whole (WritingPageUndo.cpp).
#include "ui/articles/ArticleForm.h"
#include "ui/articles/WritingPage.h"
#include "ui/editor/EditorView.h"
#include "ui/models/TextKeeper.h"
#include "ui/review/ArticlePreview.h"
#include "ui/review/VersionsDialog.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Question.h"

#include <QPushButton>

namespace toasoan {

using namespace Qt::StringLiterals;

void WritingPage::showPreview()
{
    if (m_sheet == Sheet::Open && !m_refusal)
        m_preview->open(shownArticle(), m_content, m_view ? m_view->decisions : std::vector<Decision>(), m_preferences);
}

// As it is typed. A text that is not the person's to see any more, or that cannot be shown, is nowhere.
void WritingPage::followPreview()
{
    m_previewButton->setVisible(!m_id.isNull());
    m_previewButton->setEnabled(m_sheet == Sheet::Open && !m_refusal && !(m_view && m_view->isGone));
    if (m_previewButton->isEnabled() || m_sheet == Sheet::Closing)
        m_preview->show(shownArticle(), m_content, m_view ? m_view->decisions : std::vector<Decision>());
    else
        m_preview->close();
}

// As it stands with its readers: the preview says what publishing it would do for them, whatever waits here. Of a new
// draft the desk has heard nothing yet.
Article WritingPage::shownArticle() const
{
    if (m_view)
        return m_view->articleAtServer();
    Article article;
    article.id = m_id;
    return article;
}

void WritingPage::showVersions()
{
    keepAll([this, id = m_id](const Result<void> &kept) { // the comparison is with all that was typed
        if (!kept || id != m_id || m_sheet != Sheet::Open || !m_view)
            return;
        auto *dialog = new VersionsDialog(m_source,
                                          {.article = *m_view,
                                           .current = m_content,
                                           .currentName = tr("what is written here now"),
                                           .restoring = m_mayWrite && !m_refusal ? VersionsDialog::Restoring::Allowed
                                                                                 : VersionsDialog::Restoring::Closed},
                                          m_preferences, this);
        connect(dialog, &VersionsDialog::restoreWanted, this, [this, id](Version version, const Content &content) {
            if (id == m_id)
                restore(version, content);
        });
        askQuestion(dialog);
    });
}

void WritingPage::openAndRestore(ArticleId id, Version version, const Content &content)
{
    open(id, [this, version, content] { restore(version, content); });
}

void WritingPage::restore(Version version, const Content &content)
{
    if (!m_mayWrite
        || m_refusal) { // from the review page; somebody has taken a step meanwhile: the line above says why
        m_restored->showBanner(Tone::Warning, tr("Version %1 was not restored.").arg(version));
        return;
    }
    Content restored = content;
    restored.correction = m_content.correction; // it speaks to readers of what they had, not of this text
    exchange(restored, [this, version](const Content &before) {
        rememberWholeAct({.before = before, .after = m_content, .own = {}});
        m_restored->showBanner(Tone::Good,
                               tr("Version %1 is in place again. It is kept like anything you type.").arg(version),
                               {{tr("Undo restoring"), [this] { turnWhole(WholeUndo::Way::Undo, [] {}); }}});
    });
}

// First what stands there is given to be sent, so that it is among the versions; then the other text takes its place.
void WritingPage::exchange(const Content &content, std::function<void(const Content &)> then)
{
    keepAll([this, id = m_id, content, then = std::move(then)](const Result<void> &kept) {
        if (!kept || id != m_id || m_sheet != Sheet::Open || !m_mayWrite || m_refusal)
            return;
        m_desk.save(id);
        const Content before = m_content;
        putContent(content);
        keepAll([this, id, then, before](const Result<void> &in) {
            if (!in)
                return; // why is said
            m_desk.savePutBack(id);
            if (id == m_id)
                then(before);
        });
    });
}

void WritingPage::putContent(const Content &content)
{
    QByteArray body = m_content.body; // the text comes by bodyEdited()
    m_content = content;
    m_content.body = std::move(body);
    m_form->put(content);
    m_form->focusField(TextField::Title);
}

} // namespace toasoan
