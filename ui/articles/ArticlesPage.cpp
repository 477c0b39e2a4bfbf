#include "ui/articles/ArticlesPage.h"

#include "domain/Posts.h"
#include "ui/articles/ArticleDelegate.h"
#include "ui/articles/TakeDownButton.h"
#include "ui/models/NewsroomText.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Icon.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QResizeEvent>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace toasoan {

using namespace Qt::StringLiterals;

ArticlesPage::ArticlesPage(Desk &desk, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_model(new ArticleListModel(sourceOf(desk), clock, this))
    , m_scope(new QComboBox(this))
    , m_state(new QComboBox(this))
    , m_section(new QComboBox(this))
    , m_clear(new QPushButton(tr("Clear filters"), this))
    , m_count(new QLabel(this))
    , m_takeDown(new TakeDownButton(desk, this))
    , m_stack(new QStackedWidget(this))
    , m_table(new QTableView(this))
    , m_empty(new EmptyState(u"file-text"_s, this))
    , m_searchTimer(new QTimer(this))
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

    m_table->setModel(m_model);
    m_table->setItemDelegate(new ArticleDelegate(m_table));
    // No tree view: it asks for one more page at each layout, until all are there.
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(46);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setAccessibleName(tr("Articles"));
    m_table->setFrameShape(QFrame::NoFrame);
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    header->setHighlightSections(false);
    header->setSectionsClickable(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(ArticleListModel::Title, QHeaderView::Stretch);
    header->setMinimumSectionSize(80);
    header->resizeSection(ArticleListModel::Section, 160);
    header->resizeSection(ArticleListModel::GenreColumn, 136);
    header->resizeSection(ArticleListModel::StateColumn, 172);
    header->resizeSection(ArticleListModel::Saved, 136);
    header->resizeSection(ArticleListModel::Updated, 152);

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
    layout->addWidget(card, 1);
    setFocusProxy(m_table);

    m_searchTimer->setSingleShot(true);
    m_searchTimer->setInterval(150);
    connect(m_searchTimer, &QTimer::timeout, this, &ArticlesPage::applyFilters);
    for (QComboBox *filter : {m_scope, m_state, m_section})
        connect(filter, &QComboBox::activated, this, &ArticlesPage::applyFilters);
    connect(m_clear, &QPushButton::clicked, this, &ArticlesPage::clearFilters);
    connect(m_table, &QTableView::activated, this, &ArticlesPage::choose);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ArticlesPage::showTakeDown);
    connect(m_model, &ArticleListModel::dataChanged, this, &ArticlesPage::showTakeDown);
    connect(m_takeDown, &TakeDownButton::done, this, &ArticlesPage::done);
    connect(m_takeDown, &TakeDownButton::failed, this, &ArticlesPage::failed);
    connect(m_empty, &EmptyState::actionWanted, this, [this] {
        if (m_model->query() == ArticleQuery())
            emit newArticleWanted();
        else
            clearFilters();
    });
    connect(m_model, &ArticleListModel::phaseChanged, this, &ArticlesPage::showPhase);
    connect(&m_desk, &Desk::articleChanged, m_model, &ArticleListModel::refresh);
    connect(&m_desk, &Desk::articlesChanged, m_model, &ArticleListModel::reload);
    connect(&m_desk, &Desk::newsroomChanged, this, [this] {
        fillFilters();
        m_model->repaint();
        showPhase(); // what the account is for may have come only now
    });
    connect(&m_desk, &Desk::signedIn, this, [this] {
        fillFilters();
        clearFilters();
    });
    auto *minute = new QTimer(this); // "5 minutes ago" ages
    minute->start(60'000);
    connect(minute, &QTimer::timeout, m_model, &ArticleListModel::repaint);
    fillFilters();
    applyFilters();
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
    });
    fill(m_state, [this] {
        m_state->addItem(tr("All states"), -1);
        for (const State state : allStates)
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
    m_count->setText(isReady ? tr("%n article(s)", nullptr, int(m_model->count()))
                                   .replace(QString::number(m_model->count()), QLocale().toString(m_model->count()))
                             : QString());
    if (m_model->phase() == ArticleListModel::Phase::Loading)
        return; // what is shown stays until the answer is there
    const bool isEmpty = m_model->rowCount() == 0;
    m_stack->setCurrentWidget(isEmpty ? m_empty : static_cast<QWidget *>(m_table));
    setFocusProxy(isEmpty ? m_empty : static_cast<QWidget *>(m_table));
    if (!isEmpty) {
        if (!m_table->currentIndex().isValid())
            m_table->setCurrentIndex(m_model->index(0, 0));
        return;
    }
    const bool isFiltered = m_model->query() != ArticleQuery();
    const bool mayWrite = writes(m_desk.workflow(), m_desk.user().actor());
    m_empty->setIcon(isFiltered ? u"search"_s : u"file-text"_s);
    if (m_model->phase() == ArticleListModel::Phase::Failed)
        m_empty->setTexts(tr("The list cannot be loaded"), tr("Try again in a moment."));
    else if (isFiltered)
        m_empty->setTexts(tr("No matching articles"), tr("Search for something else, or clear the filters."));
    else if (mayWrite)
        m_empty->setTexts(tr("No articles yet"), tr("Write the first one: press Ctrl+N."));
    else // an administrator looks here for the newsroom's items first
        m_empty->setTexts(tr("This account is not for articles"),
                          tr("It is for accounts, sections and settings, with toasoan-server on the server. To write, "
                             "edit or approve, sign in with an account that has such a post."));
    m_empty->setAction(isFiltered     ? m_clear->isVisibleTo(this) ? tr("Clear filters") : QString()
                               : mayWrite ? tr("New article")
                                      : QString());
}

void ArticlesPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // The title is what a line is known by: on a small screen others make room for it.
    m_table->setColumnHidden(ArticleListModel::GenreColumn, event->size().width() < 1000);
    m_table->setColumnHidden(ArticleListModel::Section, event->size().width() < 840);
}

void ArticlesPage::showTakeDown()
{
    const QModelIndex current = m_table->currentIndex();
    m_takeDown->setLine(current.isValid() ? std::optional(m_model->line(current.row())) : std::nullopt);
}

void ArticlesPage::choose(const QModelIndex &index)
{
    if (index.isValid())
        emit articleChosen(m_model->line(index.row()).id);
}

} // namespace toasoan
