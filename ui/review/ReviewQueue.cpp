#include "ui/review/ReviewQueue.h"

#include "ui/models/NewsroomText.h"
#include "ui/review/DecidedOn.h"
#include "ui/review/QueueDelegate.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/EmptyState.h"

#include <QItemSelectionModel>
#include <QResizeEvent>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTimer>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

ArticleId idOf(const ReviewQueueModel::Item &item)
{
    return item.line.id;
}

} // namespace

ReviewQueue::ReviewQueue(const ReviewSource &source, QWidget *parent)
    : QFrame(parent)
    , m_source(source)
    , m_model(new ReviewQueueModel(this))
    , m_stale(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(u"circle-check"_s, this))
    , m_tree(new QTreeView(this))
{
    makeCard(this);
    setMinimumWidth(260);
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new QueueDelegate(m_tree));
    m_tree->viewport()->installEventFilter(this);
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
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_tree);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 6, 1, 6);
    layout->addWidget(m_stale);
    layout->addWidget(m_stack);
    setFocusProxy(m_empty);
    showEmpty();

    connect(m_empty, &EmptyState::actionWanted, this, [this] {
        if (m_wayOn == UnfinishedList::WayOn::TryAgain)
            reload();
        else
            m_source.goOn(m_wayOn);
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        const ArticleId id = m_model->idAt(index);
        if (m_isFilling || id.isNull() || id == m_current)
            return;
        m_current = id;
        emit chosen(id);
    });
    const auto chooseAgain = [this](const QModelIndex &index) {
        if (const ArticleId id = m_model->idAt(index); !id.isNull() && id == m_current)
            emit chosen(id);
    };
    connect(m_tree, &QTreeView::clicked, this, chooseAgain);
    connect(m_tree, &QTreeView::activated, this, [this, chooseAgain](const QModelIndex &index) {
        chooseAgain(index);
        emit readingWanted();
    });
    auto *minute = new QTimer(this); // "5 minutes ago" ages
    minute->start(60'000);
    connect(minute, &QTimer::timeout, this, &ReviewQueue::age);
}

int ReviewQueue::waitingCount() const
{
    return int(std::ranges::count_if(m_model->items(),
                                     [](const ReviewQueueModel::Item &item) { return isWaiting(item.task); }));
}

void ReviewQueue::reload()
{
    ++m_generation;
    m_arriving.clear();
    m_asked = 0;
    m_problem.reset();
    showEmpty();
    // What he has given is done as far as he is concerned, and what it was at the server may wait to be sent.
    for (const State state : reviewStates(m_source.workflow(), m_source.actor())) {
        for (const StateTaken taken : {StateTaken::Hoped, StateTaken::Shown})
            fetch(state, taken, std::nullopt, m_generation);
    }
}

void ReviewQueue::fetch(State state, StateTaken taken, const std::optional<ListCursor> &after, quint64 generation)
{
    ++m_asked;
    ArticleQuery query;
    query.state = state;
    query.taken = taken;
    m_source.list(query, after, this, [this, state, taken, generation](const Result<ArticlePage> &page) {
        if (generation != m_generation)
            return;
        --m_asked;
        if (!page) {
            ++m_generation; // the other answers cannot make this queue whole
            if (page.error().code != ErrorCode::Unauthenticated) // before anybody has signed in nothing has failed
                m_problem = page.error();
            showEmpty();
            return;
        }
        for (const ArticleLine &line : page->lines) {
            const bool isKnown = line.shownState() == line.state
                ? taken == StateTaken::Shown
                : std::ranges::find(m_arriving, line.id, idOf) != m_arriving.end();
            if (isKnown)
                continue; // by the other question
            if (auto item = itemFor(line))
                m_arriving.push_back(*std::move(item));
        }
        if (page->next)
            fetch(state, taken, page->next, generation);
        if (m_asked == 0) {
            setItems(std::exchange(m_arriving, {}));
            for (const ReviewQueueModel::Item &item : std::vector(m_model->items()))
                askTitle(item.line);
        }
    });
}

void ReviewQueue::refresh(ArticleId id)
{
    if (m_asked > 0 || m_problem || !m_isThere) {
        reload(); // the answers that are on their way may be older than this
        return;
    }
    m_source.line(id, this, [this, id, generation = m_generation](const Result<std::optional<ArticleLine>> &line) {
        if (line && generation == m_generation)
            takeLine(id, *line);
    });
}

void ReviewQueue::clear()
{
    ++m_generation;
    m_asked = 0;
    m_current = {};
    m_titles.clear();
    m_problem.reset();
    setItems({});
    m_isThere = false;
    showEmpty();
}

void ReviewQueue::showConnection()
{
    if (m_model->items().empty())
        showEmpty();
}

void ReviewQueue::showStale()
{
    if (m_problem && !m_model->items().empty())
        m_stale->showBanner(Tone::Bad, staleListText(*m_problem),
                            {{wayOnText(UnfinishedList::WayOn::TryAgain), [this] { reload(); }}});
    else
        m_stale->hide();
}

void ReviewQueue::showEmpty()
{
    showStale();
    if (m_problem)
        showUnfinished(listFailed(*m_problem));
    else if (!m_isThere)
        showUnfinished(listUnderWay(m_source.connection()));
    else if (const auto unknown = listNotYetKnown(m_source.connection(), m_source.signInState()))
        showUnfinished(*unknown);
    else
        showUnfinished(
            {.icon = u"circle-check"_s,
             .title = tr("Nothing waits for you"),
             .text = tr("Articles waiting to be accepted, approved or published appear here automatically.")});
}

void ReviewQueue::showUnfinished(const UnfinishedList &list)
{
    m_wayOn = list.wayOn;
    m_empty->setIcon(list.icon);
    m_empty->setTexts(list.title, list.text);
    m_empty->setAction(wayOnText(list.wayOn));
}

void ReviewQueue::setCurrent(ArticleId id)
{
    m_current = id;
    const QScopedValueRollback filling(m_isFilling, true);
    m_tree->setCurrentIndex(m_model->indexOf(id));
}

std::optional<ReviewQueueModel::Item> ReviewQueue::itemFor(const ArticleLine &line) const
{
    const auto task = taskFor(line, m_source.workflow(), m_source.actor());
    if (!task)
        return std::nullopt;
    const auto hour = *task == ReviewTask::Scheduled ? line.shownHour() : std::nullopt;
    QStringList facts;
    // In one group, but not in one state.
    const bool areMixed = *task == ReviewTask::Correcting || *task == ReviewTask::NotSent;
    const bool isOneOfMany = line.isBeingCorrected() && *task != ReviewTask::Correcting; // that group's name says it
    for (const QString &fact :
         {isOneOfMany ? correctedText() : QString(), areMixed ? stateText(line.shownState()) : QString(),
          m_source.sectionName(line.section), m_source.personName(line.author)}) {
        if (!fact.isEmpty())
            facts.append(fact);
    }
    ArticleLine shown = line;
    shown.title = m_titles.value(line.id, line.title);
    return ReviewQueueModel::Item{.task = *task,
                                  .line = shown,
                                  .secondLine = facts.join(u" · "_s),
                                  .time = hour ? momentText(*hour) // what it is known by there
                                               : whenText(line.updatedAt, m_source.now())};
}

void ReviewQueue::takeLine(ArticleId id, const std::optional<ArticleLine> &line)
{
    std::vector<ReviewQueueModel::Item> items = m_model->items();
    std::erase_if(items, [id](const ReviewQueueModel::Item &item) { return item.line.id == id; });
    if (line) {
        if (auto item = itemFor(*line))
            items.push_back(*std::move(item));
    }
    setItems(std::move(items));
    if (line)
        askTitle(*line);
}

// Words of this person that others do not decide on stand in no title here, as in none on the page.
void ReviewQueue::askTitle(const ArticleLine &line)
{
    if (!line.refused && line.saved != SavedState::OnThisPc) {
        m_titles.remove(line.id);
        return;
    }
    m_source.article(line.id, this, [this, id = line.id](const Result<ArticleView> &view) {
        if (!view || m_titles.value(id) == asDecidedOn(*view).article.content.title)
            return;
        m_titles.insert(id, asDecidedOn(*view).article.content.title);
        age();
    });
}

void ReviewQueue::setItems(std::vector<ReviewQueueModel::Item> items)
{
    const int before = waitingCount();
    {
        const QScopedValueRollback filling(m_isFilling, true);
        m_model->setItems(std::move(items));
        m_tree->expandAll();
    }
    setCurrent(m_current);
    const bool isFirst = !std::exchange(m_isThere, true);
    m_problem.reset();
    showEmpty();
    QWidget *shown = m_model->items().empty() ? static_cast<QWidget *>(m_empty) : m_tree;
    setFocusProxy(shown);
    m_stack->setCurrentWidget(shown); // it takes the focus of the one before
    emit filled();
    if (const int count = waitingCount(); isFirst || count != before)
        emit waitingCountChanged(count);
}

// Titles stand in as many lines as they need where they are shown.
bool ReviewQueue::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize
        && static_cast<QResizeEvent *>(event)->oldSize().width() != static_cast<QResizeEvent *>(event)->size().width())
        QMetaObject::invokeMethod(m_tree, &QTreeView::doItemsLayout, Qt::QueuedConnection);
    return QFrame::eventFilter(watched, event);
}

void ReviewQueue::age()
{
    std::vector<ReviewQueueModel::Item> items;
    for (const ReviewQueueModel::Item &item : m_model->items()) {
        if (auto aged = itemFor(item.line))
            items.push_back(*std::move(aged));
    }
    setItems(std::move(items));
}

} // namespace toasoan
