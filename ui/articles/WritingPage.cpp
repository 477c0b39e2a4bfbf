#include "ui/articles/WritingPage.h"

#include "ui/articles/ArticleForm.h"
#include "ui/articles/SavedTrail.h"
#include "ui/articles/WriterChecklist.h"
#include "ui/articles/WriterQuestions.h"
#include "ui/editor/EditorView.h"
#include "ui/models/ChecklistText.h"
#include "ui/models/NewsroomText.h"
#include "ui/models/PortalButton.h"
#include "ui/models/PortalLink.h"
#include "ui/models/StandingText.h"
#include "ui/models/StateChip.h"
#include "ui/models/StepWatch.h"
#include "ui/models/TextKeeper.h"
#include "ui/review/ArticlePreview.h"
#include "ui/review/PublishedText.h"
#include "ui/widgets/ActionBar.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/ButtonLabel.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Preferences.h"
#include "ui/widgets/TabOrder.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds pictureWait{10};

} // namespace

WritingPage::WritingPage(Desk &desk, QWidget *parent, Preferences *preferences)
    : QWidget(parent)
    , m_desk(desk)
    , m_preferences(preferences ? *preferences : *new Preferences(this))
    , m_source(sourceForReview(desk))
    , m_preview(new ArticlePreview(m_source, this))
    , m_published(new PublishedText(m_source, this))
    , m_keeper(
          new TextKeeper([this](ArticleId id, QObject *context,
                                Callback<void> done) { m_desk.type(id, m_base, m_content, context, std::move(done)); },
                         this))
    , m_watch(new StepWatch(
          m_source.article, m_source.actor, [&desk] { return sendingOver(desk.connection(), desk.signInState()); },
          this))
{
    build();
    connect(m_published, &PublishedText::changed, this, &WritingPage::showStatus);
    connect(m_watch, &StepWatch::done, this, &WritingPage::done);
    connect(m_watch, &StepWatch::waits, this, &WritingPage::waits);
    connect(m_watch, &StepWatch::overtaken, this, &WritingPage::overtaken);
    connect(m_watch, &StepWatch::reworded, this, &WritingPage::reworded);
    connect(&m_desk, &Desk::articleChanged, m_watch, &StepWatch::refresh);
    connect(&m_desk, &Desk::connectionChanged, m_watch, &StepWatch::tellLine);
    connect(m_keeper, &TextKeeper::answered, this, [this] {
        showStatus();
        showBanner();
        if (m_keeper->error())
            emit keepingFailed(*m_keeper->error());
        else
            askAgain();
    });
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
    m_back->setAccessibleName(tr("Articles"));
    m_back->setToolTip(tr("Back to the list"));
    makeQuiet(m_back);
    m_state = new StateChip(this);
    QSizePolicy keepsPlace = m_state->sizePolicy();
    keepsPlace.setRetainSizeWhenHidden(true);
    m_state->setSizePolicy(keepsPlace);
    m_waiting = new QLabel(this);
    setRole(m_waiting, TextRole::Muted);
    m_trail = new SavedTrail(this);
    m_steps = new ActionBar(this);
    connect(m_steps, &ActionBar::focusLost, this, [this] { editor().setFocus(); });
    auto *bar = new QHBoxLayout;
    bar->setSpacing(12);
    bar->addWidget(m_back);
    bar->addWidget(m_state);
    bar->addWidget(m_trail, 0, Qt::AlignVCenter);
    bar->addWidget(m_portal = new PortalButton(this));
    bar->addWidget(m_waiting);
    bar->addStretch(1);
    bar->addWidget(m_steps);
    m_panel = new QPushButton(icon(u"panel-right"_s), QString(), this);
    m_panel->setCheckable(true);
    m_panel->setToolTip(tr("Section, authors, pictures beside the text"));
    m_panel->setAccessibleName(m_panel->toolTip());
    makeQuiet(m_panel);
    m_previewButton = new QPushButton(icon(u"eye"_s), tr("Preview"), this);
    m_previewButton->setObjectName(u"preview"_s);
    m_previewButton->setAccessibleName(tr("Preview"));
    m_previewButton->setToolTip(previewToolTip());
    makeQuiet(m_previewButton);
    bar->addWidget(m_previewButton);
    m_versions = new QPushButton(icon(u"history"_s), tr("Versions"), this);
    m_versions->setAccessibleName(tr("Versions"));
    m_versions->setToolTip(tr("Who saved which version when, and putting one back"));
    makeQuiet(m_versions);
    bar->addWidget(m_versions);
    bar->addWidget(m_panel);

    m_banner = new Banner(this);
    m_reason = new Banner(this);
    m_restored = new Banner(this);
    m_form = new ArticleForm(m_desk, m_preferences, this);
    connectWholeUndo();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 20, 14); // as on the other pages
    layout->setSpacing(10);
    layout->addLayout(bar);
    layout->addWidget(m_reason);
    layout->addWidget(m_banner);
    layout->addWidget(m_restored);
    layout->addWidget(m_form, 1);
    setFocusProxy(m_form);

    m_checklist = new WriterChecklist(m_desk, *m_form, this);
    connect(m_form, &ArticleForm::leadWanted, m_form, &ArticleForm::leadTo);
    connect(m_previewButton, &QPushButton::clicked, this, &WritingPage::showPreview);
    addPreviewKey(this, m_previewButton);
    connect(&m_desk, &Desk::pictureArrived, m_preview, &ArticlePreview::refreshPictures);
    connect(m_versions, &QPushButton::clicked, this, &WritingPage::showVersions);
    connect(m_panel, &QPushButton::clicked, m_form, &ArticleForm::setPanelShown);
    connect(m_form, &ArticleForm::panelShown, m_panel, &QPushButton::setChecked);
    m_panel->setChecked(m_form->isPanelShown());
    connect(m_form, &ArticleForm::edited, this, &WritingPage::fieldEdited);
    connect(&editor(), &EditorView::edited, this, &WritingPage::bodyEdited);
    // Not before the page has its key.
    connect(&editor(), &EditorView::hearingChanged, this, &WritingPage::showTrail, Qt::QueuedConnection);
    connect(&editor(), &EditorView::documentRefused, this, [this](const Error &error) {
        m_refusal = error;
        showWritable();
        showStatus();
        showBanner();
    });
    connect(m_back, &QPushButton::clicked, this, &WritingPage::backWanted);
    auto *saveKey = new QShortcut(QKeySequence(QKeySequence::Save), this);
    saveKey->setContext(Qt::WidgetWithChildrenShortcut);
    connect(saveKey, &QShortcut::activated, this, [this] { save(); });
}

EditorView &WritingPage::editor() const
{
    return m_form->editor();
}

std::vector<KeyGroup> WritingPage::keys() const
{
    return m_form->keys();
}

void WritingPage::begin(ArticleId id)
{
    m_keeper->begin(id); // before all else: what stands on the sheet is of the article before
    m_id = id;
    m_view.reset();
    m_viewEdits = 0;
    m_base = {};
    m_content = {};
    m_isAsking = m_mustAskAgain = m_mayWrite = m_isStepping = m_goesWithoutPictures = false;
    m_refusal.reset();
    m_stepError.reset();
    setSheet(id.isNull() ? Sheet::Empty : Sheet::Coming);
    m_steps->setActions({});
    showStatus();
    m_banner->hide();
    m_reason->hide();
    endWholeAct();
    m_versions->setEnabled(false); // its place stays: nothing slides under the hand
}

// Steps stay in their row: where it has no room for all, the names of the buttons beside them give way, then words of
// the trail. How far the text has come changes nothing of it: the sheet below stays where it is while somebody types.
void WritingPage::arrangeBar()
{
    const int between = layout()->itemAt(0)->layout()->spacing();
    const QMargins margins = layout()->contentsMargins();
    int room = width() - margins.left() - margins.right();
    for (const QWidget *part : std::initializer_list<QWidget *>{m_back, m_state, m_portal, m_waiting, m_steps,
                                                                m_previewButton, m_versions, m_panel}) {
        if (!part->isHidden())
            room -= part->sizeHint().width() + between;
    }
    const std::array<std::pair<QPushButton *, QString>, 3> named{
        {{m_previewButton, tr("Preview")}, {m_versions, tr("Versions")}, {m_back, tr("Articles")}}};
    for (const auto &[button, name] : named)
        room -= button->text().isEmpty() ? labelWidth(*button, name) : 0;
    for (const auto &[button, name] : named) {
        const bool hasRoom = room >= (m_trail->isHidden() ? 0 : m_trail->wantedWidth());
        room += hasRoom ? 0 : labelWidth(*button, name);
        setLabel(button, hasRoom ? name : QString());
    }
    m_trail->setRoom(room);
}

// A banner's button that has done its work leaves the keys to the text, not to the title.
bool WritingPage::focusNextPrevChild(bool next)
{
    if (!isFocusLeftBehind(*this) || !isVisible())
        return QWidget::focusNextPrevChild(next);
    editor().setFocus(Qt::OtherFocusReason);
    return true;
}

void WritingPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeBar();
}

void WritingPage::setSheet(Sheet sheet)
{
    m_sheet = sheet;
    showWritable();
}

void WritingPage::openNew()
{
    begin(m_desk.newArticle());
    m_content.genre = m_desk.genres().usual();
    if (!m_desk.user().byline().isEmpty())
        m_content.bylines = {{.name = m_desk.user().byline(), .share = Share::Words}};
    m_form->open(m_content);
    setSheet(Sheet::Open);
    showStatus();
    showSteps();
    m_form->focusField(TextField::Title);
}

void WritingPage::open(ArticleId id)
{
    open(id, [] {});
}

void WritingPage::open(ArticleId id, std::function<void()> then)
{
    begin(id);
    m_desk.article(id, this, [this, id, then = std::move(then)](const Result<ArticleView> &view) {
        if (id != m_id || m_sheet != Sheet::Coming)
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
        setSheet(Sheet::Open);
        showStatus();
        showSteps();
        showBanner();
        m_form->focusField(TextField::Title);
        then();
    });
}

void WritingPage::leave(Callback<void> done)
{
    if (m_sheet == Sheet::Empty || m_sheet == Sheet::Coming) { // nothing was typed
        begin({});
        done({});
        return;
    }
    closeSheet([this, id = m_id, done = std::move(done)](const Result<void> &closed) {
        if (!closed)
            return done(closed);
        if (id != m_id) // somebody else left it meanwhile, for another perhaps
            return leave(done);
        if (m_keeper->edits() > 0)
            m_desk.save(id);
        begin({});
        done({});
    });
}

void WritingPage::save(Callback<void> done)
{
    if (!done)
        done = [](const Result<void> &) {};
    if (m_sheet == Sheet::Empty || m_sheet == Sheet::Coming) // nothing was typed
        return done({});
    keepAll([this, id = m_id, done = std::move(done)](const Result<void> &kept) {
        if (kept && id == m_id && m_sheet == Sheet::Open && m_mayWrite)
            m_desk.save(id, this, [this, id](const Result<void> &saved) {
                if (!saved && id == m_id)
                    fail(saved.error());
            });
        done(kept); // what cannot be saved is kept all the same
    });
}

void WritingPage::fieldEdited()
{
    if (m_sheet == Sheet::Empty || m_sheet == Sheet::Coming)
        return;
    m_content = m_form->withFields(m_content);
    m_stepError.reset(); // it may be mended now; the next step tells
    m_keeper->typed();
    showStatus();
    showBanner();
}

void WritingPage::bodyEdited(const QByteArray &body)
{
    if (m_sheet == Sheet::Empty || m_sheet == Sheet::Coming) // of the article before
        return;
    m_content.body = body;
    m_form->showPictures(body);
    m_keeper->typed();
    showStatus();
    showBanner();
    m_keeper->give(); // the editor has waited already
}

// The text itself comes by bodyEdited(), before the flush is answered. Of an editor that does not answer what it sent
// last is kept, and nothing goes on: nobody knows whether that is all.
void WritingPage::keepAll(Callback<void> done)
{
    editor().flush([this, id = m_id, done = std::move(done)](const QByteArray &, EditorView::Flushed outcome) {
        if (outcome != EditorView::Flushed::TimedOut)
            return m_keeper->keep(done);
        m_keeper->keep();
        const Error silent{ErrorCode::Unavailable, u"editor.silent"_s, {}};
        if (id == m_id)
            fail(silent);
        done(silent);
    });
}

// A picture that is pasted or read from a slow disk comes into the text when it is taken in. Who leaves before waits
// for it, for a while; then he is told, and goes without it if he leaves again.
void WritingPage::awaitPictures(Callback<void> done)
{
    editor().sayPicturesAreComing();
    auto *patience = new QTimer(this);
    patience->setSingleShot(true);
    const auto end = [this, patience, done = std::move(done)](const Result<void> &result) {
        disconnect(&editor(), nullptr, patience, nullptr);
        patience->stop();
        patience->deleteLater();
        done(result);
    };
    connect(&editor(), &EditorView::picturesSettled, patience, [end] { end({}); });
    connect(patience, &QTimer::timeout, this, [this, id = m_id, end] {
        const Error late{ErrorCode::Unavailable, u"editor.picture"_s, {}};
        if (id == m_id) {
            m_goesWithoutPictures = true;
            fail(late);
        }
        end(late);
    });
    patience->start(pictureWait);
}

// Twice: while all the rest is kept the person may go on typing; then no more is taken, and what came last is kept.
void WritingPage::closeSheet(Callback<void> done)
{
    if (editor().isTakingPictures() && !m_goesWithoutPictures) {
        awaitPictures([this, id = m_id, done = std::move(done)](const Result<void> &in) {
            if (!in || id != m_id)
                done(in);
            else
                closeSheet(done);
        });
        return;
    }
    keepAll([this, id = m_id, done = std::move(done)](const Result<void> &kept) {
        if (!kept || id != m_id)
            return done(kept);
        setSheet(Sheet::Closing);
        keepAll([this, id, done](const Result<void> &keptLast) {
            if (id != m_id) {
                done(keptLast);
            } else if (!keptLast) {
                setSheet(Sheet::Open);
                done(keptLast);
            } else if (!m_keeper->isSafe()) { // a picture has come into the text
                closeSheet(done);
            } else {
                done({});
            }
        });
    });
}

void WritingPage::showStatus()
{
    followPreview();
    const State state = m_view ? m_view->article.state : State::Draft;
    if (m_sheet == Sheet::Open)
        m_checklist->setContent(m_content, m_view ? m_published->readersOf(m_view->article) : Readers::haveNone());
    m_state->setState(m_view ? m_view->stateAtServer() : state); // what waits is said beside it
    m_state->setVisible(m_view || m_sheet == Sheet::Open); // of what is not here yet, or any more, nothing is known
    const Article there = m_view ? m_view->articleAtServer() : Article();
    showTrail();
    m_portal->setAddress(m_view ? portalAddress(m_desk, there) : QUrl());
    m_versions->setEnabled(m_view && !m_view->isGone && m_view->article.version > 0);
    const auto waiting = m_view
        ? std::ranges::count_if(m_view->waiting,
                                [](const WaitingCommand &command) {
                                    return command.step != Step::Save && command.state != WaitingState::Refused;
                                })
        : 0;
    m_waiting->setText(waiting > 0 ? tr("%Ln step(s) waiting to be sent", nullptr, int(waiting)) : QString());
    m_waiting->setVisible(waiting > 0);
    arrangeBar();
    m_form->setChecklistVisible(isBeforeApproval(state));
    m_form->setCorrectionVisible(state == State::Published || state == State::Unpublished
                                 || !m_content.correction.isEmpty() || (m_view && m_view->article.publication));
}

void WritingPage::showTrail()
{
    const bool hasTyped = m_keeper->edits() > 0;
    const bool isShown = m_view && m_view->base == m_base && m_viewEdits == m_keeper->edits();
    const Article there = m_view ? m_view->articleAtServer() : Article();
    const Version live = liveVersion(there);
    m_trail->setPast(there.publication && live == 0 ? SavedTrail::Past::TakenDown : SavedTrail::Past::NeverPublic);
    if (!m_keeper->isSafe())
        m_trail->setReached(m_keeper->error() ? Reached::Unkept : Reached::Nowhere, live);
    else if (!editor().hasHeardAll()) // the page shows what nobody has been told yet
        m_trail->setReached(Reached::Nowhere, live);
    else if (!m_view)
        m_trail->setReached(hasTyped ? Reached::ThisPc : Reached::Nowhere);
    else
        m_trail->setReached(isShown ? reachedBy(m_view->saved) : Reached::ThisPc, live);
    // That it is published is said by the chip: once is enough.
    const bool saysMore = there.state != State::Published || m_trail->reached() != Reached::Portal;
    const bool isShownThen = ((m_view && !m_refusal) || hasTyped) && saysMore;
    if (m_trail->isHidden() != isShownThen)
        return;
    m_trail->setVisible(isShownThen);
    arrangeBar();
}

void WritingPage::showWritable()
{
    m_form->setWritable(m_sheet == Sheet::Open && m_mayWrite && !m_refusal);
}

void WritingPage::fail(const Error &error)
{
    m_stepError = error;
    m_stepErrorAt = standing();
    showBanner();
}

WritingPage::Standing WritingPage::standing() const
{
    if (!m_view)
        return {};
    const bool mayWrite = std::ranges::find(m_view->allowedSteps, Step::Save) != m_view->allowedSteps.end();
    return {.decisions = m_view->decisions.size(), .state = m_view->article.state, .mayWrite = mayWrite};
}

void WritingPage::endStepError()
{
    m_stepError.reset();
    showBanner();
}

} // namespace toasoan
