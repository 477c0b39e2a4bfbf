#include "ui/articles/ArticlesPage.h"

#include "domain/Posts.h"
#include "ui/articles/ArticleDelegate.h"
#include "ui/articles/ArticleMenu.h"
#include "ui/articles/RowSteps.h"
#include "ui/articles/TakeDownButton.h"
#include "ui/models/NewsroomText.h"
#include "ui/models/StateChip.h"
#include "ui/models/UnfinishedList.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Icon.h"

#include <QComboBox>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollBar>
#include <QSettings>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

const QString orderKey = u"list/order"_s;
const QString directionKey = u"list/reversed"_s;
const QString longestName =
    u"Nguyễn Thị Phương Thảo"_s; // of a person or section, for a column; more is in its tool tip

struct Sortable
{
    ArticleListModel::Column column;
    ListOrder order;
    const char *name; ///< in settings
};

constexpr std::array sortables{Sortable{ArticleListModel::Title, ListOrder::Title, "title"},
                               Sortable{ArticleListModel::Author, ListOrder::Author, "author"},
                               Sortable{ArticleListModel::StateColumn, ListOrder::State, "state"},
                               Sortable{ArticleListModel::Updated, ListOrder::Updated, "updated"}};

const Sortable &sortableOf(ListOrder order)
{
    return *std::ranges::find(sortables, order, &Sortable::order);
}

// The arrow in the header: times run down from the newest, the rest up from the first.
Qt::SortOrder arrowOf(ListOrder order, Direction direction)
{
    const bool isUsual = direction == Direction::Usual;
    return (order == ListOrder::Updated) == isUsual ? Qt::DescendingOrder : Qt::AscendingOrder;
}

// Not rounded to the nearest: a text that is half a pixel wider than its place is cut.
int textWidth(const QString &text, const QFont &font)
{
    return int(std::ceil(QFontMetricsF(font).horizontalAdvance(text)));
}

bool isFiltered(ArticleQuery query)
{
    query.order = ListOrder::Updated;
    query.direction = Direction::Usual;
    return query != ArticleQuery();
}

} // namespace

ArticlesPage::ArticlesPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_clock(desk)
    , m_model(new ArticleListModel(sourceOf(desk), m_clock, this))
    , m_scope(new QComboBox(this))
    , m_state(new QComboBox(this))
    , m_section(new QComboBox(this))
    , m_clear(new QPushButton(tr("Clear filters"), this))
    , m_count(new QLabel(this))
    , m_steps(new RowSteps(desk, this))
    , m_takeDown(new TakeDownButton(desk, *m_steps, this))
    , m_stack(new QStackedWidget(this))
    , m_table(new QTableView(this))
    , m_empty(new EmptyState(u"file-text"_s, this))
    , m_searchTimer(new QTimer(this))
    , m_menu(new ArticleMenu(desk, *m_steps, this))
    , m_orders(new QMenu(tr("&Sort by"), this))
    , m_person(desk.user().id)
    , m_stale(new Banner(this))
{
    auto *title = new QLabel(tr("Articles"), this);
    setRole(title, TextRole::Title);
    setRole(m_count, TextRole::Muted);
    m_scope->setAccessibleName(tr("Whose articles"));
    m_state->setAccessibleName(tr("State"));
    m_section->setAccessibleName(tr("Section"));
    makeQuiet(m_clear);

    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(title, 0, Qt::AlignBaseline);
    head->addWidget(m_count, 0, Qt::AlignBaseline);
    head->addStretch(1);
    head->addWidget(m_takeDown);
    head->addWidget(m_clear);
    head->addWidget(m_scope);
    head->addWidget(m_state);
    head->addWidget(m_section);

    buildTable();
    buildOrders();

    auto *card = new QFrame(this);
    makeCard(card);
    makePlain(m_table);
    auto *cardLayout = new QVBoxLayout(card);
    cardLayout->setContentsMargins(1, 6, 1, 6);
    cardLayout->addWidget(m_stack);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 20, 14);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addWidget(m_stale);
    layout->addWidget(card, 1);
    setFocusProxy(m_table);

    m_searchTimer->setSingleShot(true);
    m_searchTimer->setInterval(150);
    connect(m_searchTimer, &QTimer::timeout, this, &ArticlesPage::applyFilters);
    for (QComboBox *filter : {m_scope, m_state, m_section})
        connect(filter, &QComboBox::activated, this, &ArticlesPage::applyFilters);
    connect(m_clear, &QPushButton::clicked, this, &ArticlesPage::clearFilters);
    connect(m_table, &QTableView::activated, this, &ArticlesPage::choose);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ArticlesPage::choosing);
    connect(m_table, &QTableView::pressed, this, &ArticlesPage::choosing); // the one that is marked already, too
    connect(m_model, &ArticleListModel::dataChanged, this, &ArticlesPage::showTakeDown);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &ArticlesPage::showTakeDown);
    connect(m_table->verticalScrollBar(), &QScrollBar::rangeChanged, this, &ArticlesPage::showTakeDown);
    connect(m_steps, &RowSteps::done, this, &ArticlesPage::done);
    connect(m_steps, &RowSteps::waits, this, &ArticlesPage::waits);
    connect(m_steps, &RowSteps::overtaken, this, &ArticlesPage::overtaken);
    connect(m_steps, &RowSteps::reworded, this, &ArticlesPage::reworded);
    connect(m_steps, &RowSteps::failed, this, &ArticlesPage::failed);
    connect(m_menu, &ArticleMenu::openWanted, this, &ArticlesPage::articleChosen);
    connect(m_menu, &ArticleMenu::done, this, &ArticlesPage::done);
    connect(m_menu, &ArticleMenu::failed, this, &ArticlesPage::failed);
    connect(m_empty, &EmptyState::actionWanted, this, [this] {
        if (const auto act = m_emptyAction)
            act();
    });
    connect(&m_desk, &Desk::connectionChanged, this, [this](const ConnectionView &connection) {
        if (std::exchange(m_clockAhead, connection.clockAhead) != connection.clockAhead)
            m_model->repaint(); // what was "today" may not be
        if (m_model->rowCount() == 0)
            showPhase(); // how far it is, or that nothing more comes
    });
    connect(m_model, &ArticleListModel::phaseChanged, this, &ArticlesPage::showPhase);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ArticlesPage::markFirst);
    connect(&m_desk, &Desk::articleChanged, m_model, &ArticleListModel::refresh);
    connect(&m_desk, &Desk::articlesChanged, m_model, &ArticleListModel::reload);
    connect(&m_desk, &Desk::newsroomChanged, this, [this] {
        fillFilters();
        m_model->repaint();
        showPhase(); // what the account is for may have come only now
    });
    connect(&m_desk, &Desk::signedIn, this, [this] {
        fillFilters();
        if (std::exchange(m_person, m_desk.user().id) != m_desk.user().id)
            clearFilters();
        else
            m_model->reload(); // whose session had ended finds what he had before him
    });
    auto *minute = new QTimer(this); // "5 minutes ago" ages
    minute->start(60'000);
    connect(minute, &QTimer::timeout, m_model, &ArticleListModel::repaint);
    fillFilters();
    applyFilters();
}

void ArticlesPage::buildTable()
{
    // Before the table hears of them: a mark that moves because its row goes was set by nobody.
    connect(m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this](const QModelIndex &, int first, int last) {
        m_isPlacing = true;
        const int row = m_table->currentIndex().row();
        if (m_hasChosen && row >= first && row <= last)
            m_gap = first;
        else if (m_gap > last)
            m_gap -= last - first + 1;
    });
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_isPlacing = true; });
    m_table->setModel(m_model);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, [this] {
        if (m_gap >= 0)
            m_table->selectionModel()->clear(); // nobody chose its neighbour
        m_isPlacing = false;
    });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        if (m_gap >= first)
            m_gap += last - first + 1;
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_isPlacing = m_hasChosen = false;
        m_gap = -1;
        m_widest.clear();
        fitColumns();
        widenColumns(0, m_model->rowCount() - 1);
    });
    connect(m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { widenColumns(first, last); });
    connect(m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) { widenColumns(first.row(), last.row()); });
    m_table->setItemDelegate(new ArticleDelegate(m_table));
    // No tree view: it asks for one more page at each layout, until all are there.
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(ArticleDelegate::rowHeight(m_table->font()));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setAccessibleName(tr("Articles"));
    m_table->setFrameShape(QFrame::NoFrame);
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    header->setHighlightSections(false);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(ArticleListModel::Title, QHeaderView::Stretch);
    header->setMinimumSectionSize(80);
    fitColumns();
    for (QObject *watched : {static_cast<QObject *>(m_table), static_cast<QObject *>(m_table->viewport())})
        watched->installEventFilter(this);
}

// As wide as what the program itself says there in this language and font, and as what is listed of authors, sections
// and genres. The title has the rest; in a wide window it has room enough for sections to be said whole.
void ArticlesPage::fitColumns()
{
    const QFont font = m_table->font();
    const QFontMetrics metrics(font);
    int state = 0;
    for (const State each : seenStates)
        state = qMax(state, stateChipWidth(each, font));
    state = qMax(state, textWidth(correctedText(), font));
    const int name = textWidth(longestName, font);
    const int section = m_table->isColumnHidden(ArticleListModel::GenreColumn) ? name : 2 * name;
    QHeaderView *header = m_table->horizontalHeader();
    const auto fit = [header](int column, int content) {
        header->resizeSection(column, qMax(content + ArticleDelegate::besideContent, header->sectionSizeHint(column)));
    };
    fit(ArticleListModel::Author, qMin(name, m_widest.value(ArticleListModel::Author)));
    fit(ArticleListModel::Section, qMin(section, m_widest.value(ArticleListModel::Section)));
    fit(ArticleListModel::GenreColumn, m_widest.value(ArticleListModel::GenreColumn));
    fit(ArticleListModel::StateColumn, state);
    fit(ArticleListModel::Updated, whenWidth(metrics, m_clock.now()));
}

// They grow with what is fetched, and do not shrink under who reads.
void ArticlesPage::widenColumns(int first, int last)
{
    bool isOther = false;
    for (const int column : {ArticleListModel::Author, ArticleListModel::Section, ArticleListModel::GenreColumn}) {
        QSet<QString> names;
        for (int row = first; row <= last; ++row)
            names.insert(m_model->index(row, column).data().toString());
        for (const QString &name : std::as_const(names)) {
            const int width = textWidth(name, m_table->font());
            if (width <= m_widest.value(column))
                continue;
            m_widest.insert(column, width);
            isOther = true;
        }
    }
    if (isOther)
        fitColumns();
}

void ArticlesPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::StyleChange)
        return;
    m_widest.clear();
    fitColumns();
    widenColumns(0, m_model->rowCount() - 1);
}

void ArticlesPage::showUnseen()
{
    for (QComboBox *filter : {m_state, m_section})
        filter->setCurrentIndex(0);
    m_scope->setCurrentIndex(m_scope->findData(int(ListScope::Unseen)));
    applyFilters();
}

void ArticlesPage::rememberIn(QSettings &settings)
{
    const QString name = settings.value(orderKey).toString();
    const auto found = std::ranges::find_if(
        sortables, [&name](const Sortable &sortable) { return QLatin1StringView(sortable.name) == name; });
    if (found != sortables.end())
        sortBy(found->order, settings.value(directionKey).toBool() ? Direction::Reversed : Direction::Usual);
    m_settings = &settings;
}

void ArticlesPage::sortBy(ListOrder order, Direction direction)
{
    const bool isOther = order != m_order || direction != m_direction;
    m_order = order;
    m_direction = direction;
    showOrder();
    if (!isOther)
        return;
    if (m_settings) {
        m_settings->setValue(orderKey, QLatin1StringView(sortableOf(order).name));
        m_settings->setValue(directionKey, direction == Direction::Reversed);
    }
    applyFilters();
    m_table->scrollToTop();
}

void ArticlesPage::showOrder()
{
    const QSignalBlocker blocker(m_table->horizontalHeader());
    m_table->horizontalHeader()->setSortIndicator(sortableOf(m_order).column, arrowOf(m_order, m_direction));
    const auto actions = m_orders->actions();
    for (QAction *action : actions)
        action->setChecked(action->data().toInt() == int(m_order));
}

void ArticlesPage::buildOrders()
{
    for (const Sortable &sortable : sortables) {
        QAction *action =
            m_orders->addAction(m_model->headerData(sortable.column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setData(int(sortable.order));
        // Once more turns it round, as in the header.
        connect(action, &QAction::triggered, this, [this, order = sortable.order] {
            const bool turns = order == m_order && m_direction == Direction::Usual;
            sortBy(order, turns ? Direction::Reversed : Direction::Usual);
        });
    }
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this,
            [this](int column, Qt::SortOrder arrow) {
                const auto found =
                    std::ranges::find(sortables, column, [](const Sortable &sortable) { return int(sortable.column); });
                if (found == sortables.end()) {
                    showOrder();
                    return;
                }
                const bool isUsual = arrow == arrowOf(found->order, Direction::Usual);
                sortBy(found->order, isUsual ? Direction::Usual : Direction::Reversed);
            });
    showOrder();
}

bool ArticlesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && watched == m_table && m_gap >= 0 && m_model->rowCount() > 0) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            const int row = key == Qt::Key_Up ? m_gap - 1 : m_gap;
            m_table->setCurrentIndex(m_model->index(qBound(0, row, m_model->rowCount() - 1), 0));
            return true;
        }
    }
    if (event->type() == QEvent::ContextMenu && (watched == m_table || watched == m_table->viewport())) {
        const auto *wanted = static_cast<QContextMenuEvent *>(event);
        // By the keyboard it is for the row that is marked, and beside it.
        const bool isByKey = wanted->reason() == QContextMenuEvent::Keyboard;
        const QModelIndex index = isByKey ? m_table->currentIndex()
                                          : m_table->indexAt(m_table->viewport()->mapFromGlobal(wanted->globalPos()));
        if (index.isValid()) {
            m_table->scrollTo(index); // what a step is about is seen
            const QPoint beside = m_table->visualRect(index.siblingAtColumn(0)).bottomLeft() + QPoint(24, 0);
            m_table->setCurrentIndex(index);
            openMenu(index, isByKey ? m_table->viewport()->mapToGlobal(beside) : wanted->globalPos());
        }
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ArticlesPage::openMenu(const QModelIndex &index, const QPoint &at)
{
    m_menu->popup(m_model->line(index.row()).id, at, m_orders);
}

void ArticlesPage::setSearch(const QString &text)
{
    m_search = text.trimmed();
    m_searchTimer->start();
}

void ArticlesPage::fillFilters()
{
    const auto fill = [](QComboBox *box, const auto &add) {
        const QVariant chosen = box->currentData();
        const QSignalBlocker blocker(box);
        box->clear();
        add();
        box->setCurrentIndex(qMax(0, box->findData(chosen)));
    };
    fill(m_scope, [this] {
        m_scope->addItem(tr("Everybody's articles"), int(ListScope::All));
        m_scope->addItem(tr("My articles"), int(ListScope::Mine));
        m_scope->addItem(tr("Changes not seen yet"), int(ListScope::Unseen));
    });
    fill(m_state, [this] {
        m_state->addItem(tr("All states"), -1);
        for (const State state : seenStates)
            m_state->addItem(icon(stateIcon(state), stateTone(state)), stateText(state), int(state));
    });
    fill(m_section, [this] {
        m_section->addItem(tr("All sections"), QString());
        for (const Section &section : m_desk.sections())
            m_section->addItem(nameIn(languageInUse(), section), section.id.toText());
    });
}

void ArticlesPage::applyFilters()
{
    ArticleQuery query;
    query.scope = ListScope(m_scope->currentData().toInt());
    if (const int state = m_state->currentData().toInt(); state >= 0)
        query.state = State(state);
    query.section = SectionId::fromText(m_section->currentData().toString());
    query.titleContains = m_search;
    query.order = m_order;
    query.direction = m_direction;
    m_clear->setVisible(query.scope != ListScope::All || query.state || query.section);
    m_model->setQuery(query);
}

void ArticlesPage::clearFilters()
{
    for (QComboBox *filter : {m_scope, m_state, m_section})
        filter->setCurrentIndex(0);
    applyFilters();
}

void ArticlesPage::showPhase()
{
    const bool isReady = m_model->phase() == ArticleListModel::Phase::Ready;
    m_count->setText(isReady ? tr("%Ln article(s)", nullptr, int(m_model->count())) : QString());
    const bool isEmpty = m_model->rowCount() == 0;
    if (m_model->phase() == ArticleListModel::Phase::Loading && (m_isAnswered || !isEmpty))
        return; // what is shown stays until the answer is there
    m_isAnswered = isReady;
    if (const auto &problem = m_model->problem(); problem && !isEmpty)
        m_stale->showBanner(Tone::Bad, staleListText(*problem),
                            {{wayOnText(UnfinishedList::WayOn::TryAgain), [this] { m_model->reload(); }}});
    else
        m_stale->hide();
    m_stack->setCurrentWidget(isEmpty ? m_empty : static_cast<QWidget *>(m_table));
    setFocusProxy(isEmpty ? m_empty : static_cast<QWidget *>(m_table));
    if (!isEmpty) {
        markFirst();
        return;
    }
    if (const auto &problem = m_model->problem())
        showUnfinished(listFailed(*problem));
    else if (!isReady)
        showUnfinished(listUnderWay(m_desk.connection()));
    else if (const auto unknown = listNotYetKnown(m_desk.connection(), m_desk.signInState()))
        showUnfinished(*unknown);
    else
        showEmpty();
}

void ArticlesPage::showUnfinished(const UnfinishedList &list)
{
    m_empty->setIcon(list.icon);
    m_empty->setTexts(list.title, list.text);
    m_empty->setAction(wayOnText(list.wayOn));
    m_emptyAction = [this, wayOn = list.wayOn] {
        if (wayOn == UnfinishedList::WayOn::TryAgain)
            m_model->setQuery(m_model->query());
        else
            goOn(m_desk, wayOn);
    };
}

void ArticlesPage::showEmpty()
{
    const bool hasFilter = isFiltered(m_model->query());
    const bool mayWrite = writes(m_desk.workflow(), m_desk.user().actor());
    m_empty->setIcon(hasFilter ? u"search"_s : u"file-text"_s);
    if (hasFilter)
        m_empty->setTexts(tr("No matching articles"),
                          m_model->query().titleContains.isEmpty()
                              ? tr("Choose something else, or clear the filters.")
                              : tr("Only titles are searched. Search for something else, or clear the filters."));
    else if (mayWrite)
        m_empty->setTexts(tr("No articles yet"), tr("Write the first one: press Ctrl+N."));
    else // an administrator looks here for the newsroom's items first
        m_empty->setTexts(tr("This account is not for articles"),
                          tr("It is for accounts, sections and settings, with toasoan-server on the server. To write, "
                             "edit or approve, sign in with an account that has such a post."));
    m_empty->setAction(hasFilter      ? m_clear->isVisibleTo(this) ? tr("Clear filters") : QString()
                                : mayWrite ? tr("New article")
                                      : QString());
    m_emptyAction = [this, hasFilter] {
        if (hasFilter)
            clearFilters();
        else
            emit newArticleWanted();
    };
}

void ArticlesPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // The title is what a line is known by: on a small screen others make room for it.
    m_table->setColumnHidden(ArticleListModel::GenreColumn, event->size().width() < 1100);
    m_table->setColumnHidden(ArticleListModel::Section, event->size().width() < 900);
    fitColumns();
}

// For the keyboard one row is marked always: the first, wherever others come in above it, until the person marks one.
// From then on the mark goes with his row, and with it goes away: from the gap it left the arrows lead on.
void ArticlesPage::markFirst()
{
    const QModelIndex first = m_model->index(0, 0);
    if (m_gap >= 0 || (m_hasChosen && m_table->currentIndex().isValid()))
        return;
    m_isPlacing = true;
    m_table->setAutoScroll(false); // whoever has scrolled stays where he is
    m_table->setCurrentIndex(first);
    m_table->setAutoScroll(true);
    m_isPlacing = false;
}

void ArticlesPage::choosing()
{
    const QModelIndex current = m_table->currentIndex();
    const bool isChosen = current.isValid() && !m_isPlacing;
    m_hasChosen = m_hasChosen || isChosen;
    m_gap = isChosen ? -1 : m_gap;
    m_marked = isChosen ? m_model->line(current.row()).id : ArticleId();
    showTakeDown();
}

bool ArticlesPage::isInView(const QModelIndex &index) const
{
    return index.isValid() && m_table->viewport()->rect().intersects(m_table->visualRect(index));
}

// A step is only given to a row that the person marked and sees.
void ArticlesPage::showTakeDown()
{
    const QModelIndex current = m_table->currentIndex();
    const bool isChosen = isInView(current) && m_model->line(current.row()).id == m_marked;
    m_takeDown->setLine(isChosen ? std::optional(m_model->line(current.row())) : std::nullopt);
}

void ArticlesPage::choose(const QModelIndex &index)
{
    if (index.isValid())
        emit articleChosen(m_model->line(index.row()).id);
}

} // namespace toasoan
