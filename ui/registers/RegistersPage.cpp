#include "ui/registers/RegistersPage.h"

#include "ui/models/StepText.h"
#include "ui/models/UnfinishedList.h"
#include "ui/registers/EntryDelegate.h"
#include "ui/registers/EntrySteps.h"
#include "ui/registers/EntryTitles.h"
#include "ui/registers/RegisterText.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/PressedButton.h"
#include "ui/widgets/RowFocus.h"

#include <QComboBox>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

const QString chosenKey = u"registers/chosen"_s;
constexpr int registersWidth = 190;

} // namespace

RegistersPage::RegistersPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_titles(new EntryTitles(desk, this))
    , m_model(new EntryListModel(
          [&desk](const EntryQuery &query, QObject *context, Callback<EntryPage> done) {
              desk.ask(AskEntries{query}, context, std::move(done));
          },
          *m_titles, this))
    , m_registers(new QListWidget(this))
    , m_title(new QLabel(this))
    , m_count(new QLabel(this))
    , m_about(new QLabel(this))
    , m_add(new QPushButton(this))
    , m_up(new QPushButton(icon(u"arrow-up"_s), QString(), this))
    , m_down(new QPushButton(icon(u"arrow-down"_s), QString(), this))
    , m_reopen(new QPushButton(icon(stepIcon(Step::Reopen)), stepText(Step::Reopen, State::Closed), this))
    , m_search(new QLineEdit(this))
    , m_states(new QComboBox(this))
    , m_clear(new QPushButton(tr("Clear filters"), this))
    , m_filters(new QWidget(this))
    , m_filterRow(new FlowLayout(m_filters, Qt::AlignLeft, 8))
    , m_filling(new QLabel(this))
    , m_problem(new Banner(this))
    , m_stale(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_table(new QTableView(this))
    , m_empty(new EmptyState(u"library"_s, this))
    , m_searchTimer(new QTimer(this))
{
    auto *right = new QWidget(this);
    buildHead(right);
    buildTable();

    m_registers->setAccessibleName(tr("Registers"));
    m_registers->setItemDelegate(new RowFocusDelegate(m_registers));
    m_registers->setFixedWidth(registersWidth);
    m_registers->setWordWrap(true);
    m_registers->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSheet(m_registers, [](const QPalette &palette) {
        return u"QListWidget { border: none; background: transparent; } QListWidget::item { padding: 8px 10px; "
               "border-radius: 6px; } QListWidget::item:selected { background: %1; color: %2; }"_s.arg(
                   toneGround(Tone::Accent, palette).name(), palette.color(QPalette::Text).name());
    });

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(4, 4, 20, 14);
    layout->setSpacing(16);
    layout->addWidget(m_registers);
    layout->addWidget(right, 1);
    setFocusProxy(m_table);
    connectAll();
    learnRegisters();
}

void RegistersPage::buildHead(QWidget *right)
{
    setRole(m_title, TextRole::Title);
    setRole(m_count, TextRole::Muted);
    setRole(m_about, TextRole::Muted);
    setRole(m_filling, TextRole::Muted);
    for (QLabel *label : {m_title, m_about})
        label->setTextFormat(Qt::PlainText); // a board's own words
    m_about->setWordWrap(true);
    makePrimary(m_add);
    m_add->setObjectName(u"addEntry"_s);
    m_up->setToolTip(tr("Move up (Alt+Up)"));
    m_down->setToolTip(tr("Move down (Alt+Down)"));
    for (QPushButton *button : {m_up, m_down}) {
        button->setAccessibleName(button->toolTip());
        makeQuiet(button);
    }
    makeQuiet(m_clear);
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_search->setPlaceholderText(tr("Find in this list"));
    m_search->setAccessibleName(tr("Find in this list"));
    m_search->setFixedWidth(240);
    m_states->setAccessibleName(tr("In use or closed"));
    m_states->addItem(tr("In use"), int(EntryFilter::States::InUse));
    m_states->addItem(icon(u"circle-slash"_s), tr("Closed"), int(EntryFilter::States::Closed));
    m_states->addItem(tr("In use and closed"), int(EntryFilter::States::All));

    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(m_title, 0, Qt::AlignBaseline);
    head->addWidget(m_count, 0, Qt::AlignBaseline);
    head->addStretch(1);
    head->addWidget(m_up);
    head->addWidget(m_down);
    head->addWidget(m_reopen);
    head->addWidget(m_add);
    m_filterRow->addWidget(m_search);
    m_filterRow->addWidget(m_states);

    auto *card = new QFrame(right);
    makeCard(card);
    makePlain(m_table);
    auto *cardLayout = new QVBoxLayout(card);
    cardLayout->setContentsMargins(1, 6, 1, 6);
    cardLayout->addWidget(m_stack);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);

    auto *layout = new QVBoxLayout(right);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addLayout(head);
    layout->addWidget(m_about);
    layout->addWidget(m_filters);
    layout->addWidget(m_filling);
    layout->addWidget(m_problem);
    layout->addWidget(m_stale);
    layout->addWidget(card, 1);
    m_filling->hide();
}

void RegistersPage::buildTable()
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(new EntryDelegate(m_table));
    // No tree view: it asks for one more page at each layout, until all are there.
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(EntryDelegate::rowHeight(m_table->font()));
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    header->setHighlightSections(false);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicatorClearable(true); // the third click gives the usual order back
    header->setMinimumSectionSize(60);
    header->setTextElideMode(Qt::ElideRight);
    for (QObject *watched : {static_cast<QObject *>(m_table), static_cast<QObject *>(m_table->viewport())})
        watched->installEventFilter(this);
}

void RegistersPage::connectAll()
{
    m_searchTimer->setSingleShot(true);
    m_searchTimer->setInterval(150);
    connect(m_searchTimer, &QTimer::timeout, this, &RegistersPage::applyFilters);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_searchTimer->start(); });
    connect(m_states, &QComboBox::activated, this, &RegistersPage::applyFilters);
    connect(m_clear, &QPushButton::clicked, this, &RegistersPage::clearFilters);
    connect(m_add, &QPushButton::clicked, this, &RegistersPage::add);
    connect(m_registers, &QListWidget::currentRowChanged, this, [this] {
        if (const QListWidgetItem *item = m_registers->currentItem())
            showRegister(Noun(item->data(Qt::UserRole).toString()));
    });
    connect(m_table, &QTableView::activated, this, &RegistersPage::open);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &RegistersPage::showButtons);
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this,
            [this](int column, Qt::SortOrder arrow) {
                const bool isUsual = column < 0;
                sortBy(isUsual ? QString() : m_model->orderOf(column), !isUsual && arrow == Qt::DescendingOrder);
            });
    const auto marked = [this] { return current() ? current()->id : RecordId(); };
    actAsPressed(m_up, this, marked, [this] { move(Way::Up); });
    actAsPressed(m_down, this, marked, [this] { move(Way::Down); });
    actAsPressed(m_reopen, this, marked, [this] { step(Step::Reopen); });
    for (const auto &[key, way] :
         {std::pair(Qt::ALT | Qt::Key_Up, Way::Up), std::pair(Qt::ALT | Qt::Key_Down, Way::Down)}) {
        auto *shortcut = new QShortcut(QKeySequence(key), m_table);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, way = way] { move(way); });
    }
    auto *addKey = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), this);
    addKey->setContext(Qt::WidgetWithChildrenShortcut);
    connect(addKey, &QShortcut::activated, this, &RegistersPage::add);
    auto *findKey = new QShortcut(QKeySequence::Find, this);
    findKey->setContext(Qt::WidgetWithChildrenShortcut);
    connect(findKey, &QShortcut::activated, m_search, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    connect(m_empty, &EmptyState::actionWanted, this, [this] {
        if (const auto act = m_emptyAction)
            act();
    });

    connect(m_model, &EntryListModel::phaseChanged, this, &RegistersPage::showPhase);
    connect(m_model, &EntryListModel::settled, this, [this] {
        fillFacets();
        fitColumns();
        showButtons();
        if (const int row = m_wanted.isNull() ? -1 : m_model->rowOf(m_wanted); row >= 0) {
            m_table->setCurrentIndex(m_model->index(row, 0));
            m_wanted = {};
        }
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &RegistersPage::fitColumns);
    connect(m_titles, &EntryTitles::changed, this, [this] {
        fillFacets();
        fitColumns();
    });
    connect(&m_desk, &Desk::entriesChanged, this, [this](const Noun &noun) {
        if (noun == m_noun)
            m_model->reload();
    });
    connect(&m_desk, &Desk::newsroomChanged, this, &RegistersPage::learnRegisters);
    connect(&m_desk, &Desk::signedIn, this, &RegistersPage::learnRegisters);
    connect(&m_desk, &Desk::connectionChanged, this, [this] {
        if (m_model->rowCount() == 0)
            showPhase(); // how far it is, or that nothing more comes
    });
}

void RegistersPage::rememberIn(QSettings &settings)
{
    m_settings = &settings;
    const Noun chosen(settings.value(chosenKey).toString());
    const auto registers = registersOf(m_desk);
    if (std::ranges::any_of(registers, [&chosen](const Register *each) { return each->noun == chosen; }))
        showRegister(chosen);
    if (const Register *described = m_desk.rules().findRegister(m_noun))
        follow(*described); // in the order that was chosen last
}

QString RegistersPage::settingOf(const QString &what) const
{
    return u"registers/%1/%2"_s.arg(toText(m_noun), what);
}

// They may be others than before, and described anew: a form that is shown stays on the register it is of.
void RegistersPage::learnRegisters()
{
    const auto registers = registersOf(m_desk);
    {
        const QSignalBlocker blocker(m_registers);
        m_registers->clear();
        for (const Register *described : registers) {
            auto *item = new QListWidgetItem(said(described->many), m_registers);
            item->setData(Qt::UserRole, toText(described->noun));
            item->setToolTip(said(described->about));
        }
        m_registers->setVisible(registers.size() > 1);
    }
    const bool isThere = std::ranges::any_of(registers, [this](const Register *each) { return each->noun == m_noun; });
    if (!registers.empty())
        showRegister(isThere ? m_noun : registers.front()->noun);
    else
        m_noun = {};
    showNames();
    emit registersChanged();
}

void RegistersPage::showRegister(const Noun &noun)
{
    const Register *described = m_desk.rules().findRegister(noun);
    if (!described)
        return;
    {
        const QSignalBlocker blocker(m_registers);
        for (int row = 0; row < m_registers->count(); ++row) {
            if (m_registers->item(row)->data(Qt::UserRole).toString() == toText(noun))
                m_registers->setCurrentRow(row);
        }
    }
    if (noun == m_noun && *described == m_model->described()) {
        showNames();
        return;
    }
    const bool isOther = m_noun != noun;
    m_noun = noun;
    if (isOther) {
        m_isAnswered = false;
        m_problem->hide();
        const QSignalBlocker searchBlocker(m_search), stateBlocker(m_states);
        m_search->clear();
        m_states->setCurrentIndex(0);
        if (m_settings)
            m_settings->setValue(chosenKey, toText(noun));
    }
    follow(*described);
}

void RegistersPage::follow(const Register &described)
{
    const QString order = m_settings ? m_settings->value(settingOf(u"order"_s)).toString() : QString();
    m_model->setRegister(described);
    const bool isColumn = m_model->columnOf(order) >= 0;
    m_order = isColumn ? order : QString();
    m_isReversed = isColumn && m_settings->value(settingOf(u"reversed"_s)).toBool();
    buildFacets();
    showNames();
    showOrder();
    applyFilters();
}

void RegistersPage::showNames()
{
    const Register *described = m_desk.rules().findRegister(m_noun);
    m_title->setText(described ? said(described->many) : tr("Registers"));
    m_about->setText(described ? said(described->about) : QString());
    m_about->setVisible(!m_about->text().isEmpty());
    m_table->setAccessibleName(m_title->text());
    m_add->setVisible(described && !described->isSingle && mayAdd(m_desk, *described));
    m_filters->setVisible(described && !described->isSingle);
    m_count->setVisible(described && !described->isSingle);
    if (described) {
        const QString one = said(described->one);
        m_add->setText(tr("Add: %1").arg(QString(one).replace(u'&', u"&&"_s)));
        m_add->setIcon(whiteIcon(u"plus"_s));
        m_add->setToolTip(tr("A new entry (Ctrl+Shift+N)"));
    }
    showButtons();
}

void RegistersPage::add()
{
    if (m_add->isVisibleTo(this))
        emit newEntryWanted(m_noun);
}

void RegistersPage::mark(const Key &key)
{
    if (key.noun != m_noun)
        return;
    if (const int row = m_model->rowOf(key.id); row >= 0)
        m_table->setCurrentIndex(m_model->index(row, 0));
    else
        m_wanted = key.id;
}

void RegistersPage::showPhase()
{
    const auto phase = m_model->phase();
    const bool isReady = phase == EntryListModel::Phase::Ready;
    m_count->setText(isReady ? tr("%Ln entry(s)", nullptr, int(m_model->count())) : m_count->text());
    m_filling->setVisible(isReady && m_model->filled() < 100);
    m_filling->setText(tr("The list is being made… %1%").arg(m_model->filled()));
    const bool isEmpty = m_model->rowCount() == 0;
    if (phase == EntryListModel::Phase::Loading && (m_isAnswered || !isEmpty))
        return; // what is shown stays until the answer is there
    m_isAnswered = isReady;
    if (const auto &problem = m_model->problem(); problem && !isEmpty)
        m_stale->showBanner(Tone::Bad, staleListText(*problem),
                            {{wayOnText(UnfinishedList::WayOn::TryAgain), [this] { m_model->reload(); }}});
    else
        m_stale->hide();
    const bool hadFocus = m_table->hasFocus() || m_empty->isAncestorOf(focusWidget());
    m_stack->setCurrentWidget(isEmpty ? m_empty : static_cast<QWidget *>(m_table));
    setFocusProxy(isEmpty ? m_empty : static_cast<QWidget *>(m_table));
    if (isEmpty) {
        showEmpty();
    } else {
        const QModelIndex marked = m_table->currentIndex();
        // With the focus a table has a current row that it does not mark.
        if (!marked.isValid() || !m_table->selectionModel()->isRowSelected(marked.row())) {
            m_table->setAutoScroll(false); // whoever has scrolled stays where he is
            m_table->setCurrentIndex(marked.isValid() ? marked : m_model->index(0, 0));
            m_table->setAutoScroll(true);
        }
        if (hadFocus)
            m_table->setFocus();
    }
    showButtons();
}

void RegistersPage::showEmpty()
{
    const auto unfinished = [this](const UnfinishedList &list) {
        m_empty->setIcon(list.icon);
        m_empty->setTexts(list.title, list.text);
        m_empty->setAction(wayOnText(list.wayOn));
        m_emptyAction = [this, wayOn = list.wayOn] {
            if (wayOn == UnfinishedList::WayOn::TryAgain)
                m_model->reload();
            else
                goOn(m_desk, wayOn);
        };
    };
    m_emptyAction = {};
    const Register *described = m_desk.rules().findRegister(m_noun);
    if (const auto &problem = m_model->problem())
        return unfinished(listFailed(*problem));
    if (m_model->phase() != EntryListModel::Phase::Ready || m_model->filled() < 100)
        return unfinished(listUnderWay(m_desk.connection()));
    if (isFiltered()) {
        m_empty->setIcon(u"search"_s);
        m_empty->setTexts(tr("Nothing found"), tr("Search for other words, or clear the filters."));
        m_empty->setAction(tr("Clear filters"));
        m_emptyAction = [this] { clearFilters(); };
        return;
    }
    if (const auto unknown = listNotYetKnown(m_desk.connection(), m_desk.signInState()))
        return unfinished(*unknown);
    if (EntryFilter::States(m_states->currentData().toInt()) == EntryFilter::States::Closed) {
        m_empty->setIcon(u"circle-slash"_s);
        m_empty->setTexts(tr("Nothing is closed"),
                          tr("What is closed is kept here with its reason, and can be opened again."));
        m_empty->setAction({});
        return;
    }
    m_empty->setIcon(u"library"_s);
    const bool mayWrite = described && mayAdd(m_desk, *described);
    m_empty->setTexts(tr("Nothing here yet"), described ? said(described->about) : QString());
    m_empty->setAction(mayWrite ? QString(m_add->text()) : QString());
    m_emptyAction = [this] { add(); };
}

void RegistersPage::open(const QModelIndex &index)
{
    if (index.isValid())
        emit entryChosen({.noun = m_noun, .id = m_model->line(index.row()).id});
}

const EntryLine *RegistersPage::current() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() && index.row() < m_model->rowCount() ? &m_model->line(index.row()) : nullptr;
}

void RegistersPage::step(Step step)
{
    const EntryLine *line = current();
    const Register *described = m_desk.rules().findRegister(m_noun);
    if (!line || !described)
        return;
    const QString title = entryTitle(*described, line->content);
    takeEntryStep(m_desk,
                  {.key = {.noun = m_noun, .id = line->id},
                   .title = title,
                   .from = line->state,
                   .step = step,
                   .needsReason = needsReason(m_desk, m_noun, line->state, step)},
                  this, [this, step, title, from = line->state](const Result<void> &taken) {
                      if (taken) {
                          m_problem->hide();
                          emit done(doneText(step, from, title));
                      } else {
                          m_problem->showBanner(Tone::Bad, errorText(taken.error()));
                      }
                  });
}

bool RegistersPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ContextMenu && (watched == m_table || watched == m_table->viewport())) {
        const auto *wanted = static_cast<QContextMenuEvent *>(event);
        const bool isByKey = wanted->reason() == QContextMenuEvent::Keyboard;
        const QModelIndex index = isByKey ? m_table->currentIndex()
                                          : m_table->indexAt(m_table->viewport()->mapFromGlobal(wanted->globalPos()));
        if (index.isValid()) {
            m_table->setCurrentIndex(index);
            m_table->scrollTo(index);
            const QPoint beside = m_table->visualRect(index.siblingAtColumn(0)).bottomLeft() + QPoint(24, 0);
            openMenu(isByKey ? m_table->viewport()->mapToGlobal(beside) : wanted->globalPos());
        }
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

// What is done is about the row that the menu was opened on, whatever is marked by then.
void RegistersPage::openMenu(const QPoint &at)
{
    const EntryLine *line = current();
    if (!line)
        return;
    const RecordId id = line->id;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu, id](const QIcon &sign, const QString &text, const std::function<void()> &act) {
        connect(menu->addAction(sign, text), &QAction::triggered, this, [this, id, act] {
            if (current() && current()->id == id)
                act();
        });
    };
    add(icon(u"pen-line"_s), tr("&Open"), [this] { open(m_table->currentIndex()); });
    if (canMove(Way::Up))
        add(icon(u"arrow-up"_s), tr("Move &up"), [this] { move(Way::Up); });
    if (canMove(Way::Down))
        add(icon(u"arrow-down"_s), tr("Move &down"), [this] { move(Way::Down); });
    const State state = line->state;
    const auto moves = line->isTyped ? std::vector<Step>() : movesOf(m_desk, m_noun, state);
    for (const Step each : moves)
        add(icon(stepIcon(each)), stepText(each, state), [this, each] { step(each); });
    menu->popup(at);
}

} // namespace toasoan
