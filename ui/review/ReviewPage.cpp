#include "ui/review/ReviewPage.h"

#include "domain/ContentMerge.h"
#include "ui/models/ChecklistText.h"
#include "ui/models/NewsroomText.h"
#include "ui/models/PortalButton.h"
#include "ui/models/StandingText.h"
#include "ui/models/StateChip.h"
#include "ui/models/StepText.h"
#include "ui/models/StepWatch.h"
#include "ui/review/ArticlePreview.h"
#include "ui/review/ArticleReader.h"
#include "ui/review/ChecklistStrip.h"
#include "ui/review/DecidedOn.h"
#include "ui/review/PublishedText.h"
#include "ui/review/ReviewQuestions.h"
#include "ui/review/ReviewQueue.h"
#include "ui/review/ReviewSteps.h"
#include "ui/review/ReviewTexts.h"
#include "ui/review/StepResults.h"
#include "ui/review/VersionsDialog.h"
#include "ui/widgets/ActionBar.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Mnemonic.h"
#include "ui/widgets/Preferences.h"
#include "ui/widgets/Question.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;

// Longer than a double click, shorter than a thought.
constexpr auto restAfterStep = 700ms;
// Without a press of the key that took a step, before it takes the next one.
constexpr auto quietBeforeKeys = 2s;

bool saysTheSame(const ArticleView &left, const ArticleView &right)
{
    return left.article.version == right.article.version && left.article.contentHash == right.article.contentHash
        && left.article.content == right.article.content;
}

} // namespace

ReviewPage::ReviewPage(ReviewSource source, QWidget *parent)
    : QWidget(parent)
    , m_source(std::move(source))
    , m_preferences(new Preferences(this))
    , m_queue(new ReviewQueue(m_source, this))
    , m_reader(new ArticleReader(m_source, this))
    , m_questions(new ReviewQuestions(m_source, this))
    , m_preview(new ArticlePreview(m_source, this))
    , m_published(new PublishedText(m_source, this))
    , m_watch(new StepWatch(
          m_source.article, m_source.actor,
          [this] { return sendingOver(m_source.connection(), m_source.signInState()); }, this))
    , m_rest(new QTimer(this))
{
    build();
    showItem();
    reload();
}

void ReviewPage::build()
{
    m_head = new QWidget(this);
    auto *title = new QLabel(tr("Review"), m_head);
    setRole(title, TextRole::Title);
    m_count = new QLabel(m_head);
    setRole(m_count, TextRole::Muted);
    auto *head = new QHBoxLayout(m_head);
    head->setContentsMargins(0, 0, 0, 0);
    head->setSpacing(10);
    head->addWidget(title, 0, Qt::AlignBaseline);
    head->addWidget(m_count, 0, Qt::AlignBaseline);
    head->addStretch(1);
    m_results = new StepResults(this);

    auto *splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(12);
    auto *left = new QWidget(this);
    m_left = new QVBoxLayout(left);
    m_left->setContentsMargins(0, 0, 0, 0);
    m_left->setSpacing(12);
    m_left->addWidget(m_queue);
    splitter->addWidget(left);
    splitter->addWidget(buildItem());
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({330, 900});

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 20, 14);
    layout->setSpacing(12);
    layout->addWidget(m_head);
    layout->addWidget(m_results);
    layout->addWidget(splitter, 1);
    setFocusProxy(m_queue);
    connect(m_queue, &ReviewQueue::chosen, this, &ReviewPage::open);
    connect(m_queue, &ReviewQueue::readingWanted, m_reader, qOverload<>(&QWidget::setFocus));
    connect(m_queue, &ReviewQueue::waitingCountChanged, this, &ReviewPage::waitingCountChanged);
    connect(m_queue, &ReviewQueue::filled, this, [this] {
        const int count = m_queue->waitingCount();
        m_count->setText(count > 0 ? tr("%Ln article(s) wait for you", nullptr, count) : QString());
        if (const ArticleId first = queue().firstOpen(); m_id.isNull() && !first.isNull())
            showArticle(first);
    });
    connect(m_published, &PublishedText::changed, this, [this] {
        if (!m_view)
            return;
        showHead();
        m_reader->setReaders(m_published->readersOf(m_view->article));
    });
    connect(m_questions, &ReviewQuestions::wanted, this, &ReviewPage::submit);
    connect(m_watch, &StepWatch::done, this,
            [this](const QString &sentence, ArticleId article) { m_results->tell(Tone::Good, sentence, article); });
    connect(m_watch, &StepWatch::waits, m_results, &StepResults::addWaiting);
    connect(m_watch, &StepWatch::overtaken, m_results, &StepResults::removeWaiting);
    connect(m_watch, &StepWatch::reworded, m_results, &StepResults::rewordWaiting);
    m_wake = new QTimer(this);
    m_wake->setSingleShot(true);
    m_wake->setInterval(quietBeforeKeys);
    connect(m_wake, &QTimer::timeout, this, [this] {
        m_areKeysAsleep = false;
        showSteps();
    });
    m_rest->setSingleShot(true);
    m_rest->setInterval(restAfterStep);
    connect(m_rest, &QTimer::timeout, this, &ReviewPage::showSteps);

    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(key)), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, [this] {
            if (m_areKeysAsleep)
                m_wake->start(); // still the same hand
            if (m_areKeysAsleep || QApplication::activeModalWidget())
                return; // the key is meant for the dialog, which may not have become the active window yet
            if (const auto step = primaryStep())
                takeStep(*step);
        });
    }
}

QWidget *ReviewPage::buildItem()
{
    auto *card = new QFrame(this);
    makeCard(card);
    m_itemStack = new QStackedWidget(card);
    auto *cardLayout = new QVBoxLayout(card);
    cardLayout->setContentsMargins(1, 1, 1, 1);
    cardLayout->addWidget(m_itemStack);

    auto *empty = new EmptyState(u"stamp"_s, card);
    empty->setTexts(tr("Nothing is open"), tr("Choose an article on the left to read it here."));
    m_itemStack->addWidget(empty);

    m_item = new QWidget(card);
    m_itemStack->addWidget(m_item);
    m_vouched = new QLabel(m_item);
    m_vouched->setTextFormat(Qt::PlainText);
    m_vouched->setWordWrap(true);
    setRole(m_vouched, TextRole::Muted);
    m_steps = new ActionBar(m_item);

    auto *bar = new QVBoxLayout;
    bar->setContentsMargins(20, 8, 20, 12);
    bar->setSpacing(6);
    bar->addWidget(m_vouched);
    bar->addWidget(m_steps);
    auto *layout = new QVBoxLayout(m_item);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(buildAbove());
    layout->addWidget(m_reader, 1);
    layout->addLayout(bar);

    connect(m_reader, &ArticleReader::seenChanged, this, [this] {
        noteLook();
        showBanner();
        showSteps();
    });
    connect(m_reader, &ArticleReader::versionsWanted, this, &ReviewPage::showVersions);
    connect(m_steps, &ActionBar::focusLost, m_queue, qOverload<>(&QWidget::setFocus));
    m_item->installEventFilter(this);
    return card;
}

QWidget *ReviewPage::buildAbove()
{
    m_above = new QWidget;
    m_title = new QLabel(m_above);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    setRole(m_title, TextRole::Heading);
    m_facts = new QLabel(m_above);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setWordWrap(true);
    setRole(m_facts, TextRole::Muted);
    m_previewButton = new QPushButton(icon(u"eye"_s), tr("Preview"), m_above);
    m_previewButton->setObjectName(u"preview"_s);
    m_previewButton->setToolTip(previewToolTip());
    makeQuiet(m_previewButton);
    connect(m_previewButton, &QPushButton::clicked, this, &ReviewPage::showPreview);
    addPreviewKey(this, m_previewButton);
    m_beside = new QWidget(m_above);
    auto *beside = new QHBoxLayout(m_beside);
    beside->setContentsMargins(0, 0, 0, 0);
    beside->setSpacing(6);
    beside->addWidget(m_state = new StateChip(m_beside), 0, Qt::AlignVCenter);
    beside->addWidget(m_portal = new PortalButton(m_beside), 0, Qt::AlignVCenter);
    beside->addWidget(m_previewButton, 0, Qt::AlignVCenter);
    auto *head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(m_title, 1);
    head->addWidget(m_beside, 0, Qt::AlignTop); // the title may take several lines
    m_checklistButton = new QPushButton(m_above);
    m_checklistButton->setCheckable(true);
    makeQuiet(m_checklistButton);
    m_checklistButton->hide();
    auto *facts = new QHBoxLayout;
    facts->setSpacing(6);
    facts->addWidget(m_facts, 1);
    facts->addWidget(m_checklistButton);

    m_banner = new Banner(m_above);
    m_banner->hide();
    m_checklist = new ChecklistStrip(m_above);
    auto *above = new QVBoxLayout(m_above);
    above->setContentsMargins(20, 14, 20, 0);
    above->setSpacing(8);
    above->addLayout(head);
    above->addLayout(facts);
    above->addWidget(m_banner);
    above->addWidget(m_checklist);
    m_aboveArea = new QScrollArea(m_item);
    makePlain(m_aboveArea);
    m_aboveArea->setFocusPolicy(Qt::NoFocus);
    m_aboveArea->setWidgetResizable(true);
    m_aboveArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_aboveArea->setWidget(m_above);
    m_above->setAutoFillBackground(false); // it stands on the card
    m_above->installEventFilter(this);

    connect(m_checklist, &ChecklistStrip::refusesChanged, this, &ReviewPage::showSteps);
    connect(m_checklist, &ChecklistStrip::textChanged, this, &ReviewPage::shareRoom);
    connect(m_checklistButton, &QPushButton::clicked, this, [this](bool isWanted) {
        m_isChecklistWanted = isWanted;
        shareRoom();
    });
    return m_aboveArea;
}

// The queue

int ReviewPage::waitingCount() const
{
    return m_queue->waitingCount();
}

ReviewQueueModel &ReviewPage::queue() const
{
    return m_queue->model();
}

void ReviewPage::reload()
{
    m_queue->reload();
    if (!m_id.isNull())
        fetchItem();
}

void ReviewPage::showConnection()
{
    m_queue->showConnection();
    m_watch->tellLine();
    showBanner();
}

void ReviewPage::refresh(ArticleId id)
{
    m_queue->refresh(id);
    if (id == m_id)
        fetchItem();
    m_watch->refresh(id);
}

// The item

void ReviewPage::open(ArticleId id)
{
    if (std::exchange(m_areKeysAsleep, false))
        rest(); // the press that chose it takes no step on it
    // Whoever chooses it, again perhaps, wants it as it is now.
    m_isCurrentWanted = id == m_id && m_view;
    if (m_isCurrentWanted && m_newer)
        adopt(ArticleView(*m_newer));
    showArticle(id);
    emit opened(id);
}

void ReviewPage::showArticle(ArticleId id)
{
    if (id != m_id) {
        m_questions->close(); // it was about another
        m_results->endOfOpen();
        m_id = id;
        m_view.reset();
        m_newer.reset();
        m_reader->close();
        m_preview->blank();
        m_isGone = false;
        m_isStepping = false;
        m_isChecklistWanted = false;
        m_queue->setCurrent(id);
        showItem();
    }
    fetchItem();
}

void ReviewPage::clear()
{
    m_questions->close();
    m_id = {};
    m_view.reset();
    m_newer.reset();
    m_watch->clear();
    m_isGone = m_isStepping = m_areKeysAsleep = false;
    m_reader->close();
    m_preview->close();
    m_results->clear();
    m_queue->clear();
    showItem();
}

void ReviewPage::fetchItem()
{
    m_source.article(m_id, this, [this, id = m_id](const Result<ArticleView> &view) {
        if (id != m_id)
            return;
        if (view) {
            takeItem(*view);
            return;
        }
        const bool isGone = view.error().code == ErrorCode::NotFound;
        m_isGone = m_isGone || isGone;
        followPreview();
        if (!m_view || !isGone) // what is open and gone says so itself
            m_results->tellWhileOpen(errorText(view.error()));
        showBanner();
        showSteps();
    });
}

void ReviewPage::takeItem(const ArticleView &given)
{
    m_hasWordsBeside = hasWordsBeside(given);
    const ArticleView view = asDecidedOn(given);
    m_isGone = view.isGone;
    if (!m_view) {
        adopt(view);
        return;
    }
    if ((m_newer ? *m_newer : *m_view).allowedSteps != view.allowedSteps)
        rest(); // somebody has acted: another button stands where the hand was going
    // Whom nothing was shown to has read no older text either.
    const bool isWanted = std::exchange(m_isCurrentWanted, false) || isOwnChange(view) || !m_isLookedAt;
    if (!saysTheSame(*m_view, view) && !m_newer && isWanted) {
        adopt(view);
        return;
    }
    if (!saysTheSame(*m_view, view)) {
        m_newer = view;
    } else {
        m_view = view;
        m_newer.reset();
    }
    m_reader->setNews(*m_view, m_newer);
    showHead();
    showBanner();
    showSteps();
}

// What this person wrote himself since, here or on another PC, is no news to him. Nobody else's words are among it.
bool ReviewPage::isOwnChange(const ArticleView &view) const
{
    return view.confirmedVersion >= m_view->confirmedVersion && view.othersVersion <= m_view->confirmedVersion
        && view.confirmedVersion > 0;
}

void ReviewPage::adopt(const ArticleView &view)
{
    m_view = view;
    m_newer.reset();
    m_reader->open(view, m_published->readersOf(view.article));
    m_isLookedAt = false;
    noteLook();
    showItem();
}

void ReviewPage::noteLook()
{
    m_isLookedAt = m_isLookedAt || (isVisible() && m_reader->isSeen());
}

void ReviewPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    noteLook();
}

void ReviewPage::readNewer()
{
    if (!m_newer)
        return;
    adopt(ArticleView(*m_newer));
    m_reader->setFocus();
}

void ReviewPage::follow(Preferences &preferences)
{
    m_preferences = &preferences;
    addZoomKeys(this, preferences);
    m_reader->setZoom(preferences.zoom());
    connect(m_reader, &ArticleReader::zoomWanted, &preferences, &Preferences::stepZoom);
    connect(&preferences, &Preferences::zoomChanged, m_reader, &ArticleReader::setZoom);
}

void ReviewPage::showVersions()
{
    if (!m_view)
        return;
    const auto &allowed = m_view->allowedSteps;
    const bool mayWrite = !m_newer && !m_isGone && std::ranges::find(allowed, Step::Save) != allowed.end();
    auto *dialog = new VersionsDialog(
        m_source,
        {.article = *m_view,
         .current = m_view->article.content,
         .currentName = versionName(m_view->article.version),
         .restoring = mayWrite ? VersionsDialog::Restoring::Allowed : VersionsDialog::Restoring::Closed},
        *m_preferences, this);
    connect(dialog, &VersionsDialog::restoreWanted, this,
            [this, id = m_id](Version version, const Content &content) { emit restoreWanted(id, version, content); });
    askQuestion(dialog);
}

void ReviewPage::showPreview()
{
    if (m_view && !m_isGone && !m_reader->unreadable())
        m_preview->open(m_view->articleAtServer(), m_view->article.content, m_view->decisions, *m_preferences);
}

// The version that is read, whatever has come since.
void ReviewPage::followPreview()
{
    const bool isReadable = m_view && !m_isGone && !m_reader->unreadable();
    m_previewButton->setEnabled(isReadable);
    if (isReadable)
        m_preview->show(m_view->articleAtServer(), m_view->article.content, m_view->decisions);
    else
        m_preview->close();
}

void ReviewPage::showItem()
{
    m_itemStack->setCurrentIndex(m_view ? 1 : 0);
    if (!m_view)
        return;
    showHead();
    showBanner();
    showSteps();
}

QString ReviewPage::sectionOf(const Content &content) const
{
    return content.section.isNull() ? QString() : m_source.sectionName(content.section);
}

void ReviewPage::showHead()
{
    const Article &article = m_view->article;
    followPreview();
    if (isBeforeApproval(article.state))
        m_checklist->setContent(article.content, m_source.checklist ? m_source.checklist() : ChecklistPolicy(),
                                m_published->readersOf(article));
    else
        m_checklist->clear();
    QStringList facts;
    const Instant changedAt = m_view->articleAtServer().updatedAt; // a step that waits here has changed nothing yet
    for (const QString &fact : {sectionOf(article.content), m_source.genreName(article.content.genre),
                                m_source.personName(article.author), momentText(changedAt)}) {
        if (!fact.isEmpty())
            facts.append(fact);
    }
    m_allFacts = facts.join(u" · "_s);
    const ArticleView &now = m_newer ? *m_newer : *m_view;
    m_state->setState(now.stateAtServer());
    m_portal->setAddress(m_source.portalAddress ? m_source.portalAddress(now.articleAtServer()) : QUrl());
    showFolded();
    shareRoom();
}

void ReviewPage::refreshPictures()
{
    m_reader->refreshPictures();
    m_preview->refreshPictures();
}

} // namespace toasoan
