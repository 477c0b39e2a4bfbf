#include "ui/articles/WritingPage.h"

#include "domain/ContentMerge.h"
#include "ui/articles/ArticleForm.h"
#include "ui/articles/SavedTrail.h"
#include "ui/articles/StateChip.h"
#include "ui/articles/SubmitDialog.h"
#include "ui/articles/WriterSteps.h"
#include "ui/editor/EditorToolBar.h"
#include "ui/editor/EditorView.h"
#include "ui/models/NewsroomText.h"
#include "ui/widgets/ActionBar.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/ReasonDialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr int keepAfter = 100; // ms: with the editor's own 100 ms, a crash costs at most 200 ms of typing

} // namespace

WritingPage::WritingPage(Desk &desk, QWidget *parent) : QWidget(parent), m_desk(desk)
{
    build();
    m_keep.setSingleShot(true);
    m_keep.setInterval(keepAfter);
    connect(&m_keep, &QTimer::timeout, this, [this] { keepTyped(); });
    connect(&m_desk, &Desk::articleChanged, this, [this](ArticleId id) {
        if (id == m_id)
            refetch();
    });
    connect(&m_desk, &Desk::articlesChanged, this, [this] {
        if (!m_id.isNull())
            refetch();
    });
}

void WritingPage::build()
{
    m_back = new QPushButton(tr("Articles"), this);
    m_back->setIcon(icon(u"undo-2"_s));
    makeQuiet(m_back);
    m_state = new StateChip(this);
    m_waiting = new QLabel(this);
    setRole(m_waiting, TextRole::Muted);
    m_trail = new SavedTrail(this);
    m_steps = new ActionBar(this);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(12);
    bar->addWidget(m_back);
    bar->addWidget(m_state);
    bar->addWidget(m_trail);
    bar->addWidget(m_waiting);
    bar->addStretch(1);
    bar->addWidget(m_steps);

    m_banner = new Banner(this);
    m_reason = new Banner(this);
    m_form = new ArticleForm(m_desk, this);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 12, 12);
    layout->setSpacing(10);
    layout->addLayout(bar);
    layout->addWidget(m_reason);
    layout->addWidget(m_banner);
    layout->addWidget(m_form, 1);
    setFocusProxy(m_form);

    connect(m_form, &ArticleForm::edited, this, &WritingPage::fieldEdited);
    connect(&editor(), &EditorView::edited, this, &WritingPage::bodyEdited);
    connect(&editor(), &EditorView::documentRefused, this, [this](const Error &error) {
        setWritable(false);
        m_banner->showBanner(Tone::Bad, errorText(error));
    });
    connect(m_back, &QPushButton::clicked, this, &WritingPage::backWanted);
    auto *saveKey = new QShortcut(QKeySequence(QKeySequence::Save), this);
    saveKey->setContext(Qt::WidgetWithChildrenShortcut);
    connect(saveKey, &QShortcut::activated, this, &WritingPage::save);
}

EditorView &WritingPage::editor() const
{
    return m_form->editor();
}

std::vector<KeyGroup> WritingPage::keys() const
{
    const auto native = [](const QKeySequence &keys) { return keys.toString(QKeySequence::NativeText); };
    KeyGroup writing{.title = tr("Writing"), .lines = {}};
    writing.lines.push_back({native(QKeySequence::Save), tr("Send what was typed now; it is kept by itself")});
    writing.lines.push_back({u"↓"_s, tr("From title to lead, and on into the text")});
    writing.lines.push_back({native(Qt::CTRL | Qt::SHIFT | Qt::Key_V), tr("Paste as plain text")});
    writing.lines.push_back({u"Tab"_s, tr("From a caption to the description of its picture")});
    writing.lines.push_back({u"Esc, Tab"_s, tr("Leave the text")});
    return {writing, {.title = tr("Formatting"), .lines = editor().toolBar()->keys()}};
}

void WritingPage::begin(ArticleId id)
{
    m_keep.stop();
    m_id = id;
    m_view.reset();
    m_base = {};
    m_edits = m_keptEdits = m_safeEdits = 0;
    m_isBringingIn = m_isAsking = m_mustAskAgain = false;
    m_stepError.reset();
    m_isShown = false;
    m_banner->hide();
    m_reason->hide();
}

void WritingPage::openNew()
{
    begin(m_desk.newArticle());
    Content content;
    if (!m_desk.user().byline().isEmpty())
        content.bylines = {{.name = m_desk.user().byline(), .share = Share::Words}};
    m_content = content;
    m_form->open(content);
    setWritable(true);
    showStatus();
    showSteps();
    m_form->focusField(TextField::Title);
}

void WritingPage::open(ArticleId id)
{
    begin(id);
    setWritable(false); // until the text is there
    m_desk.article(id, this, [this, id](const Result<ArticleView> &view) {
        if (id != m_id)
            return;
        if (!view) {
            m_banner->showBanner(Tone::Bad, errorText(view.error()),
                                 {{tr("Back to the list"), [this] { emit backWanted(); }}});
            return;
        }
        m_view = *view;
        m_base = view->base;
        m_content = view->article.content;
        m_form->open(m_content);
        showStatus();
        showSteps();
        showBanner();
        m_form->focusField(TextField::Title);
    });
}

void WritingPage::leave(std::function<void()> done)
{
    if (m_id.isNull()) {
        done();
        return;
    }
    flushAll([this, id = m_id, done = std::move(done)] {
        if (m_safeEdits > 0)
            m_desk.save(id);
        if (m_id == id)
            m_id = {};
        done();
    });
}

void WritingPage::save()
{
    if (m_id.isNull() || !m_isWritable)
        return;
    flushAll([this, id = m_id] {
        m_desk.save(id, this, [this](const Result<void> &saved) {
            if (!saved)
                m_banner->showBanner(Tone::Bad, errorText(saved.error()));
        });
    });
}

void WritingPage::fieldEdited()
{
    if (m_id.isNull())
        return;
    m_content = m_form->withFields(m_content);
    m_stepError.reset(); // it may be mended now; the next step tells
    ++m_edits;
    showStatus();
    showBanner();
    if (!m_keep.isActive()) // not started anew by each key: the delay has a limit
        m_keep.start();
}

void WritingPage::bodyEdited(const QByteArray &body)
{
    if (m_id.isNull())
        return;
    m_content.body = body;
    m_form->showPictures(body);
    ++m_edits;
    showStatus();
    showBanner();
    keepTyped(); // the editor has waited already
}

void WritingPage::keepTyped(std::function<void()> done)
{
    m_keep.stop();
    if (m_isBringingIn) { // the text that is shown is between two bases; it is kept right after
        m_keep.start();
        return;
    }
    if (m_keptEdits == m_edits && m_safeEdits == m_edits) {
        if (done)
            done();
        return;
    }
    m_keptEdits = m_edits;
    m_desk.type(m_id, m_base, m_content, this,
                [this, id = m_id, edits = m_edits, done = std::move(done)](const Result<void> &typed) {
                    if (id == m_id && !typed) {
                        m_banner->showBanner(Tone::Bad, errorText(typed.error()), {{tr("&Try again"), [this] {
                                                                                        m_keptEdits = m_safeEdits;
                                                                                        keepTyped();
                                                                                    }}});
                        return;
                    }
                    if (id == m_id) {
                        m_safeEdits = qMax(m_safeEdits, edits);
                        showStatus();
                    }
                    if (done)
                        done();
                });
}

void WritingPage::flushAll(std::function<void()> done)
{
    editor().flush([this, id = m_id, done = std::move(done)](const QByteArray &body, EditorView::Flushed) {
        if (id == m_id && m_isWritable && body != m_content.body && body != bodyOf(m_content) && !body.isEmpty())
            bodyEdited(body);
        keepTyped(done);
    });
}

void WritingPage::refetch()
{
    if (m_isAsking || m_isBringingIn) {
        m_mustAskAgain = true;
        return;
    }
    if (m_keptEdits != m_edits)
        keepTyped();
    m_isAsking = true;
    m_mustAskAgain = false;
    m_desk.article(m_id, this, [this, id = m_id, edits = m_edits](const Result<ArticleView> &view) {
        if (id != m_id)
            return;
        m_isAsking = false;
        if (view)
            hear(*view, edits);
        else if (view.error().code != ErrorCode::NotFound || m_view)
            m_banner->showBanner(Tone::Bad, errorText(view.error()));
        if (m_mustAskAgain && !m_isBringingIn)
            refetch();
    });
}

void WritingPage::hear(const ArticleView &view, quint64 editsWhenAsked)
{
    m_view = view;
    if (view.base != m_base) {
        if (editsWhenAsked == m_edits)
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
    m_isBringingIn = true;
    const Content before = m_content;
    const QByteArray shown = editor().documentJson();
    const QByteArray theirs = bodyOf(view.article.content);
    auto isIn = std::make_shared<bool>(false);
    editor().replaceDocument(
        [shown, theirs, isIn](const QByteArray &mine) {
            *isIn = mine == shown; // what was typed meanwhile goes to the desk first, on the base it was typed on
            return *isIn ? theirs : mine;
        },
        [this, id = m_id, view, before, isIn] {
            if (id != m_id)
                return;
            m_isBringingIn = false;
            if (*isIn) {
                Content content = view.article.content;
                const Content mine = m_content; // a field typed into in these milliseconds stays as typed
                if (mine.title != before.title)
                    content.title = mine.title;
                if (mine.subtitle != before.subtitle)
                    content.subtitle = mine.subtitle;
                if (mine.lead != before.lead)
                    content.lead = mine.lead;
                m_base = view.base;
                m_content = content;
                m_form->showFields(content);
            } else {
                m_mustAskAgain = true;
            }
            if (m_keptEdits != m_edits)
                keepTyped();
            showStatus();
            if (m_mustAskAgain)
                refetch();
        });
}

void WritingPage::showStatus()
{
    const State state = m_view ? m_view->article.state : State::Draft;
    m_state->setState(state);
    const bool isSafe = m_safeEdits == m_edits;
    const bool isShown = m_view && m_view->base == m_base;
    if (!isSafe)
        m_trail->setReached(Reached::Nowhere);
    else if (!m_view)
        m_trail->setReached(m_edits > 0 ? Reached::ThisPc : Reached::Nowhere);
    else
        m_trail->setReached(isShown ? reachedBy(m_view->saved) : Reached::ThisPc);
    m_trail->setVisible(m_view || m_edits > 0);
    const auto waiting = m_view
        ? std::ranges::count_if(m_view->waiting,
                                [](const WaitingCommand &command) {
                                    return command.step != Step::Save && command.state != WaitingState::Refused;
                                })
        : 0;
    m_waiting->setText(waiting > 0 ? tr("%n step(s) waiting to be sent", nullptr, int(waiting)) : QString());
    const bool hasCorrection = state == State::Published || state == State::Unpublished
        || !m_content.correction.isEmpty() || (m_view && m_view->article.publication);
    m_form->setCorrectionVisible(hasCorrection);
}

void WritingPage::showSteps()
{
    // A new draft of which the desk does not know yet can only be written.
    const WriterSteps can = m_view ? writerSteps(*m_view) : WriterSteps();
    std::vector<BarAction> actions;
    if (can.mayReview)
        actions.push_back({.id = u"review"_s,
                           .text = tr("Re&view…"),
                           .icon = u"stamp"_s,
                           .isPrimary = can.steps.empty(),
                           .act = [this] { leave([this, id = m_id] { emit reviewWanted(id); }); }});
    for (const Step step : can.steps)
        actions.push_back({.id = u"step-"_s + toText(step),
                           .text = stepText(step),
                           .icon = stepIcon(step),
                           .isPrimary = isForward(step) && step == can.steps.back(),
                           .act = [this, step] { takeStep(step); }});
    m_steps->setActions(std::move(actions));
    setWritable(can.mayWrite);
    m_isShown = m_view.has_value();
}

void WritingPage::showBanner()
{
    if (!m_view)
        return;
    const Article &article = m_view->article;
    const bool hasReason = !article.reason.isEmpty()
        && (article.state == State::Returned || article.state == State::Refused || article.state == State::Unpublished
            || article.state == State::InEditing);
    if (hasReason)
        m_reason->showBanner(Tone::Warning, tr("%1: %2").arg(stateText(article.state), article.reason));
    else
        m_reason->hide();

    if (m_view->isGone) {
        m_banner->showBanner(Tone::Bad,
                             tr("This article is no longer at the server, or no longer yours to see. What you wrote is "
                                "still on this PC."),
                             {{tr("&Keep as a new draft"), [this] { keepAsNewDraft(); }}});
        return;
    }
    if (const WaitingCommand *refused = m_view->refused()) {
        const RequestId request = refused->request;
        const QString why = refused->refusal ? errorText(*refused->refusal) : QString();
        m_banner->showBanner(Tone::Bad, tr("The server did not accept “%1”. %2").arg(stepName(refused->step), why),
                             {{tr("&Try again"),
                               [this, request] {
                                   flushAll([this, request] {
                                       m_desk.retry(request, this, [this](const Result<void> &retried) {
                                           if (!retried)
                                               m_banner->showBanner(Tone::Bad, errorText(retried.error()));
                                       });
                                   });
                               }},
                              {tr("&Keep as a new draft"), [this] { keepAsNewDraft(); }},
                              {tr("&Discard"), [this, request] { askDiscard(request); }}});
        return;
    }
    if (m_stepError)
        m_banner->showBanner(Tone::Bad, errorText(*m_stepError));
    else if (m_isWritable && !m_content.conflicts.empty())
        showFieldConflict(m_content.conflicts.front());
    else if (m_isWritable && m_content.body.contains("\"conflict\"") && hasConflict(m_content))
        showBodyConflict();
    else if (!m_isWritable && m_isShown)
        m_banner->showBanner(
            Tone::Neutral,
            tr("%1: you can read this article here, but not change it now.").arg(stateText(article.state)));
    else
        m_banner->hide();
}

void WritingPage::showFieldConflict(TextField field)
{
    m_banner->showBanner(
        Tone::Warning, fieldConflictText(field),
        {{tr("&Go there"), [this, field] { m_form->focusField(field); }}, {tr("It is s&ettled"), [this, field] {
                                                                               std::erase(m_content.conflicts, field);
                                                                               fieldEdited();
                                                                           }}});
}

void WritingPage::showBodyConflict()
{
    const auto command = [this](const QString &name) {
        return [this, name] {
            editor().setFocus();
            editor().command(name);
        };
    };
    m_banner->showBanner(Tone::Warning,
                         tr("Two people changed the same words of the text. Both wordings are marked in it: choose "
                            "one at each place."),
                         {{tr("Ne&xt wording"), command(u"nextWording"_s)},
                          {tr("&Keep this one"), command(u"keepWording"_s)},
                          {tr("Keep &both"), command(u"keepWordings"_s)}});
}

void WritingPage::setWritable(bool isWritable)
{
    m_isWritable = isWritable;
    m_form->setWritable(isWritable);
}

void WritingPage::takeStep(Step step)
{
    m_stepError.reset();
    flushAll([this, step] {
        if (step == Step::Submit) {
            askSubmit();
            return;
        }
        const auto &reasoned = m_view->stepsWithReason;
        if (std::ranges::find(reasoned, step) != reasoned.end())
            askReason(step);
        else
            submitCommand(MoveArticle{.article = m_id, .version = 0, .step = step, .reason = {}});
    });
}

void WritingPage::askReason(Step step)
{
    auto *dialog = new ReasonDialog({.title = stepName(step),
                                     .explanation = tr("The reason is shown to the author and kept with the article."),
                                     .confirm = stepName(step)},
                                    this);
    connect(dialog, &ReasonDialog::reasonGiven, this, [this, step, id = m_id](const QString &reason) {
        submitCommand(MoveArticle{.article = id, .version = 0, .step = step, .reason = reason});
    });
    dialog->open();
}

void WritingPage::askSubmit()
{
    // What is surely missing is said before the person gives his word.
    const std::optional<Error> missing = m_content.title.trimmed().isEmpty()
        ? std::optional(Error{ErrorCode::InvalidInput, u"article.title"_s, {}})
        : m_content.section.isNull() ? std::optional(Error{ErrorCode::InvalidInput, u"article.section"_s, {}})
                                     : std::nullopt;
    if (missing) {
        m_stepError = missing;
        showBanner();
        if (m_content.title.trimmed().isEmpty())
            m_form->focusField(TextField::Title);
        else
            m_form->focusSection();
        return;
    }
    auto *dialog = new SubmitDialog(m_content.title, m_form->sectionName(), this);
    connect(dialog, &SubmitDialog::confirmed, this, [this, id = m_id] {
        submitCommand(SubmitArticle{.article = id, .version = 0, .stateSecret = StateSecret::ConfirmedNone});
    });
    dialog->open();
}

void WritingPage::submitCommand(const Command &command)
{
    m_desk.submit(
        command, this, [this, id = articleOf(command), step = stepOf(command)](const Result<ArticleView> &view) {
            if (id != m_id)
                return;
            if (!view) {
                m_stepError = view.error();
                showBanner();
                return;
            }
            m_stepError.reset();
            hear(*view, m_edits);
            const bool isOnline = m_desk.connection().connection == Connection::Online;
            emit done(isOnline
                          ? tr("%1: done.").arg(stepName(step))
                          : tr("%1: kept on this PC. It is sent when the server can be reached.").arg(stepName(step)));
        });
}

void WritingPage::askDiscard(RequestId request)
{
    auto *question = new QMessageBox(QMessageBox::Warning, tr("Discard"),
                                     tr("Discard what the server did not accept? Text and steps that wait behind it go "
                                        "too, and cannot be brought back."),
                                     QMessageBox::NoButton, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *yes = question->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    question->setDefaultButton(question->addButton(tr("&Cancel"), QMessageBox::RejectRole));
    connect(yes, &QPushButton::clicked, this, [this, request] {
        m_desk.discard(request, this, [this](const Result<void> &discarded) {
            if (!discarded)
                m_banner->showBanner(Tone::Bad, errorText(discarded.error()));
        });
    });
    question->open();
}

void WritingPage::keepAsNewDraft()
{
    flushAll([this, id = m_id] {
        m_desk.keepAsNewDraft(id, this, [this, id](const Result<ArticleId> &draft) {
            if (!draft) {
                m_banner->showBanner(Tone::Bad, errorText(draft.error()));
                return;
            }
            if (id == m_id)
                m_id = {};
            emit done(tr("Your text is now a new draft."));
            emit openWanted(*draft);
        });
    });
}

} // namespace toasoan
