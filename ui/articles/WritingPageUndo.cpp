// What changes the sheet of the writing page in one act is undone, and done again, in one: see WholeUndo.
#include "ui/articles/ArticleForm.h"
#include "ui/articles/WritingPage.h"
#include "ui/editor/EditorToolBar.h"
#include "ui/editor/EditorView.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/GrowingTextEdit.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>

#include <memory>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

template <typename Field>
void turn(Field &field, WholeUndo::Way way)
{
    if (way == WholeUndo::Way::Undo)
        field.undo();
    else
        field.redo();
}

} // namespace

void WritingPage::connectWholeUndo()
{
    m_wholeUndo = new WholeUndo(*this, [this] { return editor().hasHeardAll(); });
    connect(m_wholeUndo, &WholeUndo::wanted, this, &WritingPage::turnLast);
    connect(editor().findInSheet(), &FindInSheet::replacingAll, this, &WritingPage::rememberReplacing);
    editor().setToolTaker([this](const QString &tool) {
        for (const auto &[name, way] :
             {std::pair(u"undo"_s, WholeUndo::Way::Undo), {u"redo"_s, WholeUndo::Way::Redo}}) {
            if (tool == name && m_wholeUndo->mayBeNext(way)) {
                turnLast(way);
                return true;
            }
        }
        return false;
    });
}

// The page answers what it is asked in that order: to the first flush with what it had before, to the second with what
// was replaced.
void WritingPage::rememberReplacing()
{
    const auto before = std::make_shared<std::optional<Content>>(m_content);
    editor().flush([this, id = m_id, before](const QByteArray &, EditorView::Flushed outcome) {
        if (id == m_id && outcome != EditorView::Flushed::TimedOut)
            (*before)->body = m_content.body;
        else
            before->reset();
    });
    connect(
        editor().findInSheet(), &FindInSheet::replacedAll, this,
        [this, id = m_id, before](const QList<GrowingTextEdit *> &fields, bool isInText) {
            std::function<void(WholeUndo::Way)> own;
            if (fields.isEmpty())
                own = [this](WholeUndo::Way way) { turn(editor(), way); };
            else if (fields.size() == 1 && !isInText)
                own = [field = fields.front()](WholeUndo::Way way) { turn(*field, way); };
            else
                m_form->forgetUndo(); // at once: no key comes between
            const bool isOfField = own && !fields.isEmpty();
            editor().flush([this, id, before, own, isOfField](const QByteArray &, EditorView::Flushed outcome) {
                const bool isKnown = id == m_id && *before && outcome != EditorView::Flushed::TimedOut;
                if (!isKnown || **before == m_content)
                    return;
                const bool isInBoth = isOfField && (*before)->body != m_content.body; // by what was not told yet
                if (isInBoth)
                    m_form->forgetUndo();
                rememberWholeAct({.before = **before, .after = m_content, .own = isInBoth ? nullptr : own});
            });
        },
        Qt::SingleShotConnection);
}

// By the key, or the tool: what was done last, or undone, whatever it was.
void WritingPage::turnLast(WholeUndo::Way way)
{
    turnWhole(way, [this, way] {
        QWidget *focus = QApplication::focusWidget();
        if (auto *field = qobject_cast<QPlainTextEdit *>(focus))
            turn(*field, way);
        else if (auto *line = qobject_cast<QLineEdit *>(focus))
            turn(*line, way);
        else
            turn(editor(), way);
    });
}

// What the editor has not told yet is heard first: if it is more than the act, that was not what was done last.
void WritingPage::turnWhole(WholeUndo::Way way, const std::function<void()> &otherwise)
{
    keepAll([this, id = m_id, way, otherwise](const Result<void> &kept) {
        if (id != m_id || m_sheet != Sheet::Open || !m_mayWrite || m_refusal)
            return;
        followWholeAct();
        if (!kept && m_wholeUndo->isNext(way))
            return; // why is said
        auto act = m_wholeUndo->take(way);
        if (!act)
            return otherwise();
        act->isUndone = !act->isUndone;
        m_restored->hide();
        showWholeAct();
        turnWholeAct(*std::move(act));
    });
}

// Until all of it is heard there is nothing to undo or to do again. What is heard then is what it made of the sheet.
void WritingPage::turnWholeAct(WholeUndo::Act act)
{
    if (act.own) {
        act.own(act.isUndone ? WholeUndo::Way::Undo : WholeUndo::Way::Redo);
        editor().flush([this, id = m_id, act](const QByteArray &, EditorView::Flushed outcome) mutable {
            if (id != m_id || outcome == EditorView::Flushed::TimedOut)
                return;
            if (act.now() != m_content) // something that left no trace was done after it, and is undone first
                act.isUndone = !act.isUndone;
            rememberWholeAct(std::move(act));
        });
        return;
    }
    exchange(act.now(), [this, act, focus = QPointer(QApplication::focusWidget())](const Content &) mutable {
        (act.isUndone ? act.before : act.after) = m_content;
        rememberWholeAct(std::move(act));
        if (focus)
            focus->setFocus();
    });
}

void WritingPage::rememberWholeAct(WholeUndo::Act act)
{
    m_wholeUndo->remember(std::move(act));
    followWholeAct();
}

// With the next change the sheet shows an earlier version no more. The act is within reach again when that change is
// undone.
void WritingPage::followWholeAct()
{
    if (m_wholeUndo->follow(m_content))
        m_restored->hide();
    showWholeAct();
}

void WritingPage::endWholeAct()
{
    m_wholeUndo->forget();
    m_restored->hide();
    showWholeAct();
}

void WritingPage::showWholeAct()
{
    editor().toolBar()->setUndoBeyondText(m_wholeUndo->isNext(WholeUndo::Way::Undo),
                                          m_wholeUndo->isNext(WholeUndo::Way::Redo));
}

} // namespace toasoan
