#include "ui/review/ReviewPage.h"

#include "ui/models/NewsroomText.h"
#include "ui/review/QueueDelegate.h"
#include "ui/review/ReadingHtml.h"
#include "ui/review/ReadingView.h"
#include "ui/review/ScheduleDialog.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/ReasonDialog.h"

#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTimer>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// In the order of the bar, from the right: what is wanted most stands at its end.
constexpr std::array reviewSteps{Step::Approve,  Step::Publish,    Step::RequestApproval, Step::Claim,
                                 Step::Schedule, Step::Unschedule, Step::ReturnToEditor,  Step::ReturnToAuthor,
                                 Step::Refuse,   Step::Correct,    Step::Unpublish};
constexpr std::array primarySteps{Step::Approve, Step::Publish, Step::RequestApproval, Step::Claim};

// The steps by which a person answers for what the text says.
bool vouches(Step step)
{
    return step == Step::Approve || step == Step::Publish || step == Step::Schedule || step == Step::RequestApproval;
}

bool contains(const std::vector<Step> &steps, Step step)
{
    return std::ranges::find(steps, step) != steps.end();
}

QString quoted(const QString &title)
{
    return title.isEmpty() ? ReviewPage::tr("the article without a title") : u"“%1”"_s.arg(title);
}

QString doneText(Step step, const QString &title)
{
    switch (step) {
    case Step::Approve:
        return ReviewPage::tr("You approved %1.").arg(title);
    case Step::Publish:
        return ReviewPage::tr("You published %1.").arg(title);
    case Step::RequestApproval:
        return ReviewPage::tr("You sent %1 to the chair for approval.").arg(title);
    case Step::Claim:
        return ReviewPage::tr("You took in %1.").arg(title);
    case Step::Schedule:
        return ReviewPage::tr("You scheduled %1.").arg(title);
    case Step::Unschedule:
        return ReviewPage::tr("You cancelled the schedule of %1.").arg(title);
    case Step::ReturnToEditor:
        return ReviewPage::tr("You returned %1 to its editor.").arg(title);
    case Step::ReturnToAuthor:
        return ReviewPage::tr("You returned %1 to its author.").arg(title);
    case Step::Refuse:
        return ReviewPage::tr("You refused %1.").arg(title);
    case Step::Correct:
        return ReviewPage::tr("You opened %1 for correction.").arg(title);
    case Step::Unpublish:
        return ReviewPage::tr("You took down %1.").arg(title);
    case Step::Save:
    case Step::Submit:
    case Step::Withdraw:
        break;
    }
    return {};
}

QString reasonExplanation(Step step)
{
    switch (step) {
    case Step::ReturnToAuthor:
        return ReviewPage::tr("The author reads this reason and can change the article and submit it again.");
    case Step::ReturnToEditor:
        return ReviewPage::tr("The editors read this reason; the article goes back to editing.");
    case Step::Refuse:
        return ReviewPage::tr("The author and the editors read this reason. The article will not be published.");
    case Step::Unpublish:
        return ReviewPage::tr(
            "Readers no longer see the article; its address says that it was taken down. The reason is "
            "kept with the article.");
    case Step::Correct:
        return ReviewPage::tr("The article is opened for editing again. What readers see stays until the correction is "
                              "approved and published.");
    case Step::Save:
    case Step::Submit:
    case Step::Withdraw:
    case Step::Claim:
    case Step::RequestApproval:
    case Step::Approve:
    case Step::Schedule:
    case Step::Unschedule:
    case Step::Publish:
        break;
    }
    return {};
}

bool saysTheSame(const ArticleView &left, const ArticleView &right)
{
    return left.article.version == right.article.version && left.article.contentHash == right.article.contentHash
        && left.article.content == right.article.content;
}

QString versionName(Version version)
{
    return ReviewPage::tr("version %1").arg(version);
}

QWidget *emptyState(const QString &iconName, QLabel *&title, QLabel *&text, QWidget *parent)
{
    auto *empty = new QWidget(parent);
    auto *picture = new QLabel(empty);
    picture->setPixmap(iconPixmap(iconName, mutedColour(parent->palette()), 44, parent->devicePixelRatioF()));
    title = new QLabel(empty);
    text = new QLabel(empty);
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignHCenter);
    setRole(title, TextRole::Heading);
    setRole(text, TextRole::Muted);
    auto *layout = new QVBoxLayout(empty);
    layout->setContentsMargins(24, 12, 24, 12);
    layout->setSpacing(8);
    layout->addStretch(2);
    layout->addWidget(picture, 0, Qt::AlignHCenter);
    layout->addWidget(title, 0, Qt::AlignHCenter);
    layout->addWidget(text);
    layout->addStretch(3);
    return empty;
}

} // namespace

ReviewPage::ReviewPage(ReviewSource source, QWidget *parent)
    : QWidget(parent)
    , m_source(std::move(source))
    , m_queue(new ReviewQueueModel(this))
{
    build();
    auto *minute = new QTimer(this); // "5 minutes ago" ages
    minute->start(60'000);
    connect(minute, &QTimer::timeout, this, [this] {
        std::vector<ReviewQueueModel::Item> items;
        for (const ReviewQueueModel::Item &item : m_queue->items()) {
            if (auto aged = itemFor(item.line))
                items.push_back(*std::move(aged));
        }
        setQueue(std::move(items));
    });
    showItem();
    reload();
}

void ReviewPage::build()
{
    auto *title = new QLabel(tr("Review"), this);
    setRole(title, TextRole::Title);
    m_count = new QLabel(this);
    setRole(m_count, TextRole::Muted);
    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(title, 0, Qt::AlignBaseline);
    head->addWidget(m_count, 0, Qt::AlignBaseline);
    head->addStretch(1);
    m_result = new Banner(this);
    m_result->hide();
    m_hideResult = new QTimer(this);
    m_hideResult->setSingleShot(true);
    m_hideResult->setInterval(12'000);
    connect(m_hideResult, &QTimer::timeout, m_result, &QWidget::hide);

    auto *splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(12);
    splitter->addWidget(buildQueue());
    splitter->addWidget(buildItem());
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({330, 900});

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 20, 14);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addWidget(m_result);
    layout->addWidget(splitter, 1);
    setFocusProxy(m_tree);

    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(key)), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this] {
            if (QApplication::activeModalWidget())
                return; // the key is meant for the dialog, which may not have become the active window yet
            if (const auto step = primaryStep())
                takeStep(*step);
        });
    }
}

QWidget *ReviewPage::buildQueue()
{
    auto *card = new QFrame(this);
    makeCard(card);
    card->setMinimumWidth(260);
    m_tree = new QTreeView(card);
    m_tree->setModel(m_queue);
    m_tree->setItemDelegate(new QueueDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setIndentation(0);
    m_tree->setMouseTracking(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setAccessibleName(tr("What waits for you"));
    m_tree->setObjectName(u"queue"_s);
    m_queueStack = new QStackedWidget(card);
    m_queueStack->addWidget(emptyState(u"circle-check"_s, m_queueEmptyTitle, m_queueEmptyText, this));
    m_queueStack->addWidget(m_tree);
    m_queueEmptyTitle->setText(tr("Looking…"));
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(1, 6, 1, 6);
    layout->addWidget(m_queueStack);

    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &ReviewPage::chooseInQueue);
    connect(m_tree, &QTreeView::activated, this, [this] { m_reading->setFocus(); });
    return card;
}

QWidget *ReviewPage::buildItem()
{
    auto *card = new QFrame(this);
    makeCard(card);
    m_itemStack = new QStackedWidget(card);
    auto *cardLayout = new QVBoxLayout(card);
    cardLayout->setContentsMargins(1, 1, 1, 1);
    cardLayout->addWidget(m_itemStack);

    QLabel *emptyTitle = nullptr;
    QLabel *emptyText = nullptr;
    m_itemStack->addWidget(emptyState(u"stamp"_s, emptyTitle, emptyText, this));
    emptyTitle->setText(tr("Nothing is open"));
    emptyText->setText(tr("Choose an article on the left to read it here."));

    m_item = new QWidget(card);
    m_itemStack->addWidget(m_item);
    m_title = new QLabel(m_item);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    setRole(m_title, TextRole::Heading);
    m_facts = new QLabel(m_item);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setWordWrap(true);
    setRole(m_facts, TextRole::Muted);
    m_stateIcon = new QLabel(m_item);
    m_state = new QLabel(m_item);
    auto *head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(m_title, 1);
    head->addWidget(m_stateIcon, 0, Qt::AlignTop);
    head->addWidget(m_state, 0, Qt::AlignTop);

    m_banner = new Banner(m_item);
    m_banner->hide();
    m_tabs = new QTabBar(m_item);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(icon(u"eye"_s), tr("Te&xt"));
    m_tabs->addTab(icon(u"file-pen"_s), tr("Chan&ges"));
    m_tabs->addTab(icon(u"rotate-ccw"_s), tr("Histor&y"));
    m_tabs->setStyleSheet(u"QTabBar::tab { padding: 7px 14px; border: none; border-bottom: 2px solid transparent; "
                          "background: transparent; } "
                          "QTabBar::tab:selected { border-bottom-color: palette(highlight); font-weight: 600; } "
                          "QTabBar::tab:hover:!selected, QTabBar::tab:focus { border-bottom-color: palette(mid); }"_s);
    m_tabs->setAccessibleName(tr("What is shown of the article"));

    m_compareBar = new QWidget(m_item);
    m_versions = new QComboBox(m_compareBar);
    auto *compareLabel = new QLabel(tr("Compare wi&th"), m_compareBar);
    compareLabel->setBuddy(m_versions);
    auto *compareLayout = new QHBoxLayout(m_compareBar);
    compareLayout->setContentsMargins(0, 0, 0, 0);
    compareLayout->addWidget(compareLabel);
    compareLayout->addWidget(m_versions, 1);

    m_reading = new ReadingView(
        [this](MediaId media, std::function<void(const QString &)> give) {
            m_source.pictureFile(
                media, this, [give = std::move(give)](const Result<QString> &file) { give(file ? *file : QString()); });
        },
        m_item);
    m_history = new QStandardItemModel(this);
    m_historyView = new QTreeView(m_item);
    m_historyView->setModel(m_history);
    m_historyView->setRootIsDecorated(false);
    m_historyView->setWordWrap(true);
    m_historyView->setFrameShape(QFrame::NoFrame);
    m_historyView->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_historyView->setAllColumnsShowFocus(true);
    m_historyView->setAccessibleName(tr("History"));
    m_tabStack = new QStackedWidget(m_item);
    m_tabStack->addWidget(m_reading);
    m_tabStack->addWidget(m_historyView);

    m_vouched = new QLabel(m_item);
    m_vouched->setTextFormat(Qt::PlainText);
    m_vouched->setWordWrap(true);
    setRole(m_vouched, TextRole::Muted);
    m_steps = new QHBoxLayout;
    m_steps->setSpacing(8);
    m_steps->addStretch(1);

    auto *top = new QVBoxLayout;
    top->setContentsMargins(20, 14, 20, 0);
    top->setSpacing(8);
    top->addLayout(head);
    top->addWidget(m_facts);
    top->addWidget(m_banner);
    auto *tabLine = new QHBoxLayout;
    tabLine->addWidget(m_tabs);
    tabLine->addStretch(1);
    tabLine->addWidget(m_compareBar);
    top->addLayout(tabLine);
    auto *bar = new QVBoxLayout;
    bar->setContentsMargins(20, 8, 20, 12);
    bar->setSpacing(6);
    bar->addWidget(m_vouched);
    bar->addLayout(m_steps);
    auto *layout = new QVBoxLayout(m_item);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(top);
    layout->addWidget(m_tabStack, 1);
    layout->addLayout(bar);

    connect(m_tabs, &QTabBar::currentChanged, this, &ReviewPage::showTab);
    connect(m_versions, &QComboBox::activated, this, &ReviewPage::compareChosen);
    return card;
}

// The queue

int ReviewPage::waitingCount() const
{
    return int(std::ranges::count_if(m_queue->items(), [](const ReviewQueueModel::Item &item) {
        return item.task != ReviewTask::Scheduled && item.task != ReviewTask::FinishEditing;
    }));
}

void ReviewPage::reload()
{
    ++m_generation;
    m_arriving.clear();
    m_asked = 0;
    for (const ReviewTask task : allReviewTasks)
        fetchQueue(task, std::nullopt, m_generation);
    if (!m_id.isNull())
        fetchItem();
}

void ReviewPage::fetchQueue(ReviewTask task, const std::optional<ListCursor> &after, quint64 generation)
{
    ++m_asked;
    ArticleQuery query;
    query.state = stateOf(task);
    m_source.list(query, after, this, [this, task, generation](const Result<ArticlePage> &page) {
        if (generation != m_generation)
            return;
        --m_asked;
        if (!page) {
            ++m_generation; // the other answers cannot make this queue whole
            if (!m_hasQueue) {
                m_queueEmptyTitle->setText(tr("The list cannot be read now"));
                m_queueEmptyText->setText(errorText(page.error()));
            }
            return;
        }
        for (const ArticleLine &line : page->lines) {
            if (auto item = itemFor(line))
                m_arriving.push_back(*std::move(item));
        }
        if (page->next)
            fetchQueue(task, page->next, generation);
        if (m_asked == 0)
            setQueue(std::exchange(m_arriving, {}));
    });
}

std::optional<ReviewQueueModel::Item> ReviewPage::itemFor(const ArticleLine &line) const
{
    const auto task = taskFor(line, m_source.workflow(), m_source.actor());
    if (!task)
        return std::nullopt;
    QStringList facts;
    for (const QString &fact : {m_source.sectionName(line.section), m_source.personName(line.author)}) {
        if (!fact.isEmpty())
            facts.append(fact);
    }
    facts.append(line.scheduledAt && *task == ReviewTask::Scheduled ? momentText(*line.scheduledAt)
                                                                    : whenText(line.updatedAt, m_source.now()));
    return ReviewQueueModel::Item{.task = *task, .line = line, .secondLine = facts.join(u" · "_s)};
}

void ReviewPage::setQueue(std::vector<ReviewQueueModel::Item> items)
{
    const int before = waitingCount();
    {
        const QScopedValueRollback filling(m_isFilling, true);
        m_queue->setItems(std::move(items));
        m_tree->expandAll();
        // The item that is being read stays the current one; when it has left the queue, none is.
        m_tree->setCurrentIndex(m_queue->indexOf(m_id));
    }
    const bool isFirst = !std::exchange(m_hasQueue, true);
    const int count = waitingCount();
    const bool isEmpty = m_queue->items().empty();
    m_count->setText(count > 0 ? tr("%n article(s) wait for you", nullptr, count) : QString());
    m_queueEmptyTitle->setText(tr("Nothing waits for you"));
    m_queueEmptyText->setText(tr("What is handed in, to be approved or to be published appears here by itself."));
    m_queueStack->setCurrentIndex(isEmpty ? 0 : 1);
    if (m_id.isNull() && !isEmpty)
        open(m_queue->items().front().line.id);
    if (isFirst || count != before)
        emit waitingCountChanged(count);
}

void ReviewPage::takeLine(ArticleId id, const std::optional<ArticleLine> &line)
{
    std::vector<ReviewQueueModel::Item> items = m_queue->items();
    std::erase_if(items, [id](const ReviewQueueModel::Item &item) { return item.line.id == id; });
    if (line) {
        if (auto item = itemFor(*line))
            items.push_back(*std::move(item));
    }
    setQueue(std::move(items));
}

void ReviewPage::refresh(ArticleId id)
{
    if (m_asked > 0 || !m_hasQueue) {
        reload(); // the answers that are on their way may be older than this
        return;
    }
    m_source.line(id, this, [this, id, generation = m_generation](const Result<std::optional<ArticleLine>> &line) {
        if (line && generation == m_generation)
            takeLine(id, *line);
    });
    if (id == m_id)
        fetchItem();
}

void ReviewPage::chooseInQueue(const QModelIndex &index)
{
    const ArticleId id = m_queue->idAt(index);
    if (!m_isFilling && !id.isNull() && id != m_id)
        open(id);
}

void ReviewPage::goOnAfter(ArticleId taken, ArticleId next)
{
    if (m_id != taken)
        return; // the person has gone on himself
    if (next.isNull() || !m_queue->indexOf(next).isValid()) {
        fetchItem();
        return;
    }
    open(next);
    if (!m_tree->hasFocus())
        m_tree->setFocus();
}

// The item

void ReviewPage::open(ArticleId id)
{
    if (id != m_id) {
        m_id = id;
        m_view.reset();
        m_newer.reset();
        m_unreadable.reset();
        m_isGone = false;
        m_isStepping = false;
        m_revisions.clear();
        m_revisionsOf = {};
        m_tabs->setCurrentIndex(int(Tab::Read));
        const QScopedValueRollback filling(m_isFilling, true);
        m_tree->setCurrentIndex(m_queue->indexOf(id));
        showItem();
    }
    fetchItem();
}

void ReviewPage::clear()
{
    ++m_generation;
    m_asked = 0;
    m_hasQueue = false;
    m_id = {};
    m_view.reset();
    m_newer.reset();
    m_result->hide();
    setQueue({});
    m_hasQueue = false;
    showItem();
}

void ReviewPage::fetchItem()
{
    m_source.article(m_id, this, [this, id = m_id](const Result<ArticleView> &view) {
        if (id != m_id)
            return;
        if (view) {
            takeItem(*view);
        } else {
            m_isGone = true;
            if (!m_view)
                tell(Tone::Bad, errorText(view.error()));
            showBanner();
            showSteps();
        }
    });
}

void ReviewPage::takeItem(const ArticleView &view)
{
    m_isGone = view.isGone;
    if (!m_view) {
        adopt(view);
        return;
    }
    if (!saysTheSame(*m_view, view)) {
        m_newer = view;
    } else {
        m_view = view;
        m_newer.reset();
    }
    m_revisionsOf = {};
    showHead();
    showBanner();
    showSteps();
    if (Tab(m_tabs->currentIndex()) != Tab::Read)
        showTab();
}

void ReviewPage::adopt(const ArticleView &view)
{
    m_view = view;
    m_newer.reset();
    m_unreadable.reset();
    showItem();
}

void ReviewPage::readNewer()
{
    if (!m_newer)
        return;
    const ArticleView newer = *m_newer;
    {
        const QSignalBlocker blocker(m_tabs);
        m_tabs->setCurrentIndex(int(Tab::Read));
    }
    m_revisionsOf = {};
    adopt(newer);
    m_reading->setFocus();
}

void ReviewPage::compareWithNewer()
{
    if (Tab(m_tabs->currentIndex()) == Tab::Changes)
        showTab();
    else
        m_tabs->setCurrentIndex(int(Tab::Changes));
}

void ReviewPage::showItem()
{
    m_itemStack->setCurrentIndex(m_view ? 1 : 0);
    if (!m_view)
        return;
    showHead();
    showTab();
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
    m_title->setText(article.content.title.isEmpty() ? tr("Without a title") : article.content.title);
    QStringList facts;
    for (const QString &fact : {sectionOf(article.content), genreText(article.content.genre),
                                m_source.personName(article.author), momentText(article.updatedAt)}) {
        if (!fact.isEmpty())
            facts.append(fact);
    }
    m_facts->setText(facts.join(u" · "_s));
    const State state = m_newer ? m_newer->article.state : article.state;
    const QColor ink = toneColour(stateTone(state), palette());
    m_stateIcon->setPixmap(iconPixmap(stateIcon(state), ink, 18, devicePixelRatioF()));
    m_state->setText(stateText(state));
    m_state->setAccessibleName(tr("State: %1").arg(stateText(state)));
}

void ReviewPage::showBanner()
{
    if (!m_view) {
        m_banner->hide();
        return;
    }
    const ArticleView &now = m_newer ? *m_newer : *m_view;
    if (m_isGone) {
        m_banner->showBanner(Tone::Warning, tr("This article is no longer on the server, or no longer yours to see."));
    } else if (m_newer) {
        m_banner->showBanner(Tone::Warning,
                             tr("A newer text has arrived while you were reading: %1. Read it before you decide.")
                                 .arg(versionName(m_newer->article.version)),
                             {{tr("&Show what changed"), [this] { compareWithNewer(); }},
                              {tr("Read the &newer text"), [this] { readNewer(); }}});
    } else if (m_unreadable) {
        m_banner->showBanner(Tone::Bad, errorText(*m_unreadable));
    } else if (const WaitingCommand *refused = now.refused()) {
        m_banner->showBanner(Tone::Bad,
                             tr("%1 was refused. %2 Settle it in the outbox.")
                                 .arg(stepName(refused->step),
                                      errorText(refused->refusal.value_or(Error{ErrorCode::Internal, {}, {}}))));
    } else if (!now.waiting.empty()) {
        m_banner->showBanner(Tone::Warning,
                             tr("“%1” waits on this PC and goes to the server by itself as soon as it can be reached.")
                                 .arg(stepName(now.waiting.back().step)));
    } else if (!now.article.reason.isEmpty()) {
        m_banner->showBanner(Tone::Neutral, tr("Reason given last: %1").arg(reasonText(now.article.reason)));
    } else {
        m_banner->hide();
    }
}

bool ReviewPage::canVouch() const
{
    // The hash names the stored text; where something typed on this PC is not saved yet, they are not the same.
    return m_view && !m_newer && !m_unreadable && !m_isGone
        && contentHash(m_view->article.content) == m_view->article.contentHash;
}

std::optional<Step> ReviewPage::primaryStep() const
{
    if (!m_view)
        return std::nullopt;
    const auto &allowed = (m_newer ? *m_newer : *m_view).allowedSteps;
    const auto found = std::ranges::find_if(primarySteps, [&](Step step) { return contains(allowed, step); });
    return found == primarySteps.end() ? std::nullopt : std::optional(*found);
}

void ReviewPage::showSteps()
{
    std::vector<Step> steps;
    if (m_view) {
        const std::vector<Step> &allowed = (m_newer ? *m_newer : *m_view).allowedSteps;
        std::ranges::copy_if(reviewSteps, std::back_inserter(steps),
                             [&allowed](Step step) { return contains(allowed, step); });
        if (contains(allowed, Step::Save))
            steps.push_back(Step::Save);
    }
    if (steps != m_shownSteps) // the buttons stay while they can: one may have the focus
        buildSteps(steps);
    if (!m_view)
        return;
    const bool isOpen = !m_isGone && !m_isStepping;
    for (size_t at = 0; at < steps.size(); ++at)
        m_stepButtons.at(at)->setEnabled(isOpen && (!vouches(steps.at(at)) || canVouch()));

    const Article &article = m_view->article;
    if (m_stepButtons.empty())
        m_vouched->setText(tr("There is nothing for you to decide here."));
    else if (m_newer)
        m_vouched->setText(tr("You are reading version %1, which is no longer the newest.").arg(article.version));
    else if (contentHash(article.content) != article.contentHash)
        m_vouched->setText(tr("This text is being saved; it can be approved as soon as that is done."));
    else
        m_vouched->setText(tr("You decide on exactly this text: version %1, mark %2.")
                               .arg(QString::number(article.version), article.contentHash.left(8)));
    m_vouched->setToolTip(article.contentHash);
}

void ReviewPage::buildSteps(const std::vector<Step> &steps)
{
    const QWidget *focused = focusWidget();
    const bool hadFocus =
        std::ranges::any_of(m_stepButtons, [focused](const QPushButton *button) { return button == focused; });
    for (QPushButton *button : std::exchange(m_stepButtons, {})) {
        button->hide();
        button->deleteLater();
    }
    m_shownSteps = steps;
    const auto primary = primaryStep();
    for (const Step step : steps) {
        // The writing page saves; from here it is opened.
        const QString text = step == Step::Save ? tr("Open for &writing") : stepText(step);
        const QString name = step == Step::Save ? u"pen-line"_s : stepIcon(step);
        auto *button = new QPushButton(step == primary ? whiteIcon(name) : icon(name), text, m_item);
        button->setObjectName(toText(step));
        makePrimary(button, step == primary);
        if (step == primary)
            button->setToolTip(tr("Ctrl+Enter"));
        m_steps->insertWidget(1, button);
        button->show();
        connect(button, &QPushButton::clicked, this, [this, step] {
            if (step == Step::Save)
                emit editWanted(m_id);
            else
                takeStep(step);
        });
        m_stepButtons.push_back(button);
    }
    for (size_t at = m_stepButtons.size(); at > 1; --at) // Tab goes from left to right
        setTabOrder(m_stepButtons.at(at - 1), m_stepButtons.at(at - 2));
    if (hadFocus)
        m_tree->setFocus();
}

void ReviewPage::showHtml(const Result<QString> &html)
{
    if (html && m_reading->html() != *html)
        m_reading->showHtml(*html);
    else if (!html)
        m_reading->showHtml(noticeHtml(errorText(html.error())));
}

void ReviewPage::showTab()
{
    if (!m_view)
        return;
    const Tab tab = Tab(m_tabs->currentIndex());
    m_tabStack->setCurrentWidget(tab == Tab::History ? static_cast<QWidget *>(m_historyView) : m_reading);
    m_compareBar->setVisible(tab == Tab::Changes && !m_newer);
    ++m_comparing;
    switch (tab) {
    case Tab::Read: {
        const Content &content = m_view->article.content;
        const auto html = readingHtml(content, sectionOf(content));
        m_unreadable = html ? std::nullopt : std::optional(html.error());
        showHtml(html);
        break;
    }
    case Tab::Changes:
        if (m_newer) {
            const auto compared = [this](const Article &article) {
                return ComparedContent{.content = article.content,
                                       .name = versionName(article.version),
                                       .section = sectionOf(article.content)};
            };
            showHtml(differenceHtml(compared(m_view->article), compared(m_newer->article)));
        } else if (m_revisionsOf == m_id) {
            fillVersions();
            compareChosen();
        } else {
            fetchRevisions();
        }
        break;
    case Tab::History:
        showHistory();
        if (m_revisionsOf != m_id)
            fetchRevisions();
        break;
    }
}

void ReviewPage::fetchRevisions()
{
    m_source.revisions(m_id, this, [this, id = m_id](const Result<std::vector<RevisionLine>> &revisions) {
        if (id != m_id)
            return;
        if (!revisions) {
            if (Tab(m_tabs->currentIndex()) == Tab::Changes)
                showHtml(revisions.error());
            return;
        }
        m_revisions = *revisions;
        m_revisionsOf = id;
        if (Tab(m_tabs->currentIndex()) != Tab::Read)
            showTab();
    });
}

void ReviewPage::fillVersions()
{
    const QVariant chosen = m_versions->currentData();
    const QSignalBlocker blocker(m_versions);
    m_versions->clear();
    const Article &article = m_view->article;
    for (auto revision = m_revisions.rbegin(); revision != m_revisions.rend(); ++revision) {
        if (revision->version >= article.version)
            continue;
        QString text = tr("Version %1 · %2 · %3")
                           .arg(QString::number(revision->version), m_source.personName(revision->savedBy),
                                momentText(revision->savedAt));
        if (article.publication && article.publication->version == revision->version)
            text += u" · "_s + tr("published");
        m_versions->addItem(text, qlonglong(revision->version));
    }
    int index = m_versions->findData(chosen);
    if (index < 0 && article.publication)
        index = m_versions->findData(qlonglong(article.publication->version));
    m_versions->setCurrentIndex(qMax(0, index));
}

void ReviewPage::compareChosen()
{
    if (!m_view || m_newer)
        return;
    const Article after = m_view->article;
    const ComparedContent now{
        .content = after.content, .name = versionName(after.version), .section = sectionOf(after.content)};
    m_compareBar->setVisible(m_versions->count() > 0);
    if (m_versions->count() == 0) {
        showHtml(noticeHtml(tr("There is no earlier version to compare with.")));
        return;
    }
    const auto version = Version(m_versions->currentData().toLongLong());
    const quint64 asked = ++m_comparing;
    m_source.revision(m_id, version, this, [this, asked, now, version](const Result<Content> &content) {
        if (asked != m_comparing)
            return;
        if (!content)
            showHtml(content.error());
        else
            showHtml(differenceHtml({.content = *content, .name = versionName(version), .section = sectionOf(*content)},
                                    now));
    });
}

void ReviewPage::showHistory()
{
    struct Entry
    {
        Instant at;
        QStringList texts;
    };
    std::vector<Entry> entries;
    const ArticleView &now = m_newer ? *m_newer : *m_view;
    for (const Decision &decision : now.decisions) {
        if (decision.step == Step::Save)
            continue; // the versions say it
        entries.push_back({decision.at,
                           {momentText(decision.at), stepName(decision.step), m_source.personName(decision.actor),
                            QString::number(decision.version), reasonText(decision.reason)}});
    }
    for (const RevisionLine &revision : m_revisions)
        entries.push_back({revision.savedAt,
                           {momentText(revision.savedAt), stepName(Step::Save), m_source.personName(revision.savedBy),
                            QString::number(revision.version), QString()}});
    std::ranges::stable_sort(entries, [](const Entry &left, const Entry &right) { return left.at > right.at; });

    m_history->clear();
    m_history->setHorizontalHeaderLabels({tr("When"), tr("Step"), tr("Who"), tr("Version"), tr("Reason")});
    for (const Entry &entry : entries) {
        QList<QStandardItem *> row;
        for (const QString &text : entry.texts) {
            auto *item = new QStandardItem(text);
            item->setToolTip(text);
            row.append(item);
        }
        m_history->appendRow(row);
    }
    QHeaderView *header = m_historyView->header();
    header->resizeSection(0, 200);
    header->resizeSection(1, 150);
    header->resizeSection(2, 150);
    header->resizeSection(3, 80);
}

void ReviewPage::refreshPictures()
{
    m_reading->refresh();
}

// Steps

void ReviewPage::takeStep(Step step)
{
    if (!m_view || m_isStepping || m_isGone || (vouches(step) && !canVouch()))
        return;
    const ArticleView &now = m_newer ? *m_newer : *m_view;
    if (!contains(now.allowedSteps, step))
        return;
    const Article &article = now.article;
    if (contains(now.stepsWithReason, step) || step == Step::Unpublish) {
        askReason(step);
        return;
    }
    switch (step) {
    case Step::Approve: // what is shown, never what has arrived
        submit(ApproveArticle{.article = m_id,
                              .version = m_view->article.version,
                              .contentHash = m_view->article.contentHash,
                              .note = {}});
        return;
    case Step::Publish:
        askPublish();
        return;
    case Step::Schedule:
        askHour();
        return;
    case Step::Claim:
    case Step::RequestApproval:
    case Step::ReturnToAuthor:
    case Step::ReturnToEditor:
    case Step::Refuse:
    case Step::Unschedule:
    case Step::Correct:
        submit(MoveArticle{.article = m_id, .version = article.version, .step = step, .reason = {}});
        return;
    case Step::Save:
    case Step::Submit:
    case Step::Withdraw:
    case Step::Unpublish:
        return; // the author's, on the writing page; taking down asks why
    }
}

void ReviewPage::askReason(Step step)
{
    const Article &article = (m_newer ? *m_newer : *m_view).article;
    auto *dialog = new ReasonDialog({.title = u"%1: %2"_s.arg(stepName(step), quoted(article.content.title)),
                                     .explanation = reasonExplanation(step),
                                     .confirm = stepText(step)},
                                    this);
    connect(dialog, &ReasonDialog::reasonGiven, this,
            [this, step, id = m_id, version = article.version](const QString &reason) {
                if (id != m_id)
                    return;
                if (step == Step::Unpublish)
                    submit(UnpublishArticle{.article = id, .version = version, .reason = reason});
                else if (step == Step::Approve)
                    submit(ApproveArticle{.article = id,
                                          .version = m_view->article.version,
                                          .contentHash = m_view->article.contentHash,
                                          .note = reason});
                else
                    submit(MoveArticle{.article = id, .version = version, .step = step, .reason = reason});
            });
    dialog->open();
}

void ReviewPage::askPublish()
{
    const Article &article = m_view->article;
    auto *question =
        new QMessageBox(QMessageBox::Question, tr("Publish now"),
                        tr("Publish %1 now? Everybody can read it at once.").arg(quoted(article.content.title)),
                        QMessageBox::NoButton, this);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *yes = question->addButton(stepText(Step::Publish), QMessageBox::AcceptRole);
    question->addButton(tr("&Cancel"), QMessageBox::RejectRole);
    makePrimary(yes);
    question->setDefaultButton(yes);
    connect(yes, &QPushButton::clicked, this, [this, id = m_id, version = article.version] {
        if (id == m_id)
            submit(PublishArticle{.article = id, .version = version});
    });
    question->open();
}

void ReviewPage::askHour()
{
    const Article &article = m_view->article;
    auto *dialog =
        new ScheduleDialog(article.content.title, m_source.now(), article.scheduledAt, m_source.timeZone(), this);
    connect(dialog, &ScheduleDialog::hourChosen, this, [this, id = m_id, version = article.version](Instant at) {
        if (id == m_id)
            submit(ScheduleArticle{.article = id, .version = version, .at = at});
    });
    dialog->open();
}

void ReviewPage::submit(const Command &command)
{
    const Step step = stepOf(command);
    if (vouches(step) && !canVouch())
        return; // a newer text came while a dialog was open: the banner says so
    const ArticleId id = articleOf(command);
    const ArticleId next = m_queue->neighbourOf(id);
    const QString title = quoted(m_view->article.content.title);
    m_isStepping = true;
    showSteps();
    m_source.submit(command, this, [this, id, next, step, title](const Result<ArticleView> &view) {
        if (id == m_id)
            m_isStepping = false;
        if (!view) {
            tell(Tone::Bad, errorText(view.error()));
            if (id == m_id) {
                showSteps();
                fetchItem();
            }
            return;
        }
        const QString sentence = doneText(step, title);
        tell(Tone::Good,
             view->waiting.empty()
                 ? sentence
                 : tr("%1 It is kept on this PC and goes to the server as soon as it can be reached.").arg(sentence));
        if (id == m_id)
            takeItem(*view);
        refresh(id);
        goOnAfter(id, next);
    });
}

void ReviewPage::tell(Tone tone, const QString &text)
{
    m_result->showBanner(tone, text, {{tr("Close"), [this] { m_result->hide(); }}});
    if (tone == Tone::Good)
        m_hideResult->start();
    else
        m_hideResult->stop(); // what went wrong stays until it is read
}

} // namespace toasoan
