// Other looks at the article of the writing page: as readers will see it, and its earlier versions, to be looked at and
// to be put back. What is put back comes in as the person's own change: it is kept, sent and undone like any other.
#include "ui/articles/ArticleForm.h"
#include "ui/articles/TextKeeper.h"
#include "ui/articles/WholeUndo.h"
#include "ui/articles/WritingPage.h"
#include "ui/editor/EditorView.h"
#include "ui/review/ArticlePreview.h"
#include "ui/review/VersionsDialog.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Question.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QPointer>
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
        m_wholeUndo->remember(before, m_content);
        m_restored->showBanner(Tone::Good,
                               tr("Version %1 is in place again. It is kept like anything you type.").arg(version),
                               {{tr("Undo restoring"), [this] { undoWhole([] {}); }}});
    });
}

// Where places of title or lead are replaced too: the text's own undo would give back its part alone. The page answers
// what it is asked in that order, so the flush has what it replaced.
void WritingPage::rememberReplacing()
{
    if (!editor().hasHeardAll())
        return;
    connect(
        editor().findInSheet(), &FindInSheet::replacedAll, this,
        [this, id = m_id, before = m_content] {
            keepAll([this, id, before](const Result<void> &kept) {
                Content textAlone = before;
                textAlone.body = m_content.body;
                if (kept && id == m_id && textAlone != m_content)
                    m_wholeUndo->remember(before, m_content);
            });
        },
        Qt::SingleShotConnection);
}

// By the key, or the tool: what was done last, whatever it was.
void WritingPage::undoLast()
{
    undoWhole([this] {
        if (auto *field = qobject_cast<QPlainTextEdit *>(QApplication::focusWidget()))
            field->undo();
        else
            editor().command(u"undo"_s);
    });
}

// What the editor has not told yet is heard first: if it is more than the act, that was not what was done last.
void WritingPage::undoWhole(const std::function<void()> &otherwise)
{
    keepAll([this, id = m_id, otherwise](const Result<void> &kept) {
        if (!kept || id != m_id)
            return;
        const QPointer<QWidget> focus = QApplication::focusWidget();
        const auto before = m_wholeUndo->before();
        endWholeAct();
        if (before)
            exchange(*before, [focus](const Content &) {
                if (focus)
                    focus->setFocus();
            });
        else
            otherwise();
    });
}

// With the next change the sheet shows that version no more, and putting all of it back would take the change away.
void WritingPage::followWholeAct()
{
    if (m_wholeUndo->follow(m_content))
        m_restored->hide();
}

void WritingPage::endWholeAct()
{
    m_wholeUndo->forget();
    m_restored->hide();
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
