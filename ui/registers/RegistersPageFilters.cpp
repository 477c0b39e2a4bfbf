// What the list of a register is filtered by, in which order it stands, and how its columns share the room.
#include "domain/Rank.h"
#include "text/DateText.h"
#include "text/Language.h"
#include "ui/registers/EntryDelegate.h"
#include "ui/registers/EntrySteps.h"
#include "ui/registers/EntryTitles.h"
#include "ui/registers/RegisterText.h"
#include "ui/registers/RegistersPage.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/PressedButton.h"

#include <QComboBox>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QResizeEvent>
#include <QSettings>
#include <QSignalBlocker>
#include <QTableView>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <utility>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastTitle = 220; // of the table's width
constexpr int mostColumn = 240;
constexpr int leastColumn = 120; // of what can be cut, and of a header

int textWidth(const QString &text, const QFont &font)
{
    return int(std::ceil(QFontMetricsF(font).horizontalAdvance(text)));
}

} // namespace

void RegistersPage::buildFacets()
{
    for (const Facet &facet : std::exchange(m_facets, {})) {
        m_filterRow->removeWidget(facet.box);
        retire(facet.box);
    }
    m_filterRow->removeWidget(m_clear);
    for (const QString &name : m_model->described().facets) {
        const Field *field = m_model->described().find(name);
        if (!field)
            continue;
        auto *box = new QComboBox(m_filters);
        box->setAccessibleName(said(field->label));
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        connect(box, &QComboBox::activated, this, &RegistersPage::applyFilters);
        m_filterRow->addWidget(box);
        box->show();
        m_facets.push_back({name, box});
    }
    m_filterRow->addWidget(m_clear);
    fillFacets();
}

void RegistersPage::fillFacets()
{
    for (const Facet &facet : m_facets)
        fillFacet(facet);
    m_filters->updateGeometry();
}

QString RegistersPage::codeText(const Field &field, const QString &code) const
{
    if (code.isEmpty())
        return field.kind == FieldKind::Flag ? tr("no") : tr("not given");
    if (field.kind == FieldKind::Flag)
        return tr("yes");
    if (field.kind == FieldKind::Reference) {
        const QString title =
            field.limits.nouns.empty() ? QString() : m_titles->titleOf(field.limits.nouns.front(), code);
        return title.isEmpty() ? u"…"_s : title;
    }
    return entry::shown(field, code, languageInUse() == Language::English);
}

// Those that there are, with how many; and the one that is chosen, of which there may be none by now.
void RegistersPage::fillFacet(const Facet &facet)
{
    const Field *field = m_model->described().find(facet.field);
    if (!field || facet.box->view()->isVisible()) // nothing moves under the hand
        return;
    const QVariant chosen = facet.box->currentData();
    std::vector<EntryCount> counts;
    if (const auto found = m_model->facets().find(facet.field); found != m_model->facets().end())
        counts = found->second;
    if (!chosen.isNull() && std::ranges::find(counts, chosen.toString(), &EntryCount::code) == counts.end())
        counts.push_back({.code = chosen.toString()});
    const auto placeOf = [field](const EntryCount &count) {
        const auto &choices = field->limits.choices;
        const auto at = std::ranges::find(choices, count.code, &Choice::code);
        return count.code.isEmpty() ? choices.size() + 1 : std::size_t(at - choices.begin());
    };
    std::ranges::stable_sort(counts, [&](const EntryCount &left, const EntryCount &right) {
        return std::pair(placeOf(left), -left.count) < std::pair(placeOf(right), -right.count);
    });
    const QSignalBlocker blocker(facet.box);
    facet.box->clear();
    facet.box->addItem(tr("%1: all", "a field that a list is filtered by").arg(said(field->label)));
    for (const EntryCount &count : counts) {
        const QString name = codeText(*field, count.code);
        facet.box->addItem(u"%1 (%2)"_s.arg(name, numberText(count.count, languageInUse())),
                           count.code.isNull() ? QString(u""_s) : count.code);
    }
    for (int at = 1; !chosen.isNull() && at < facet.box->count(); ++at) {
        if (facet.box->itemData(at).toString() == chosen.toString())
            facet.box->setCurrentIndex(at);
    }
}

bool RegistersPage::isFiltered() const
{
    const EntryFilter &filter = m_model->filter();
    return !filter.words.isEmpty() || !filter.codes.empty();
}

void RegistersPage::applyFilters()
{
    m_searchTimer->stop();
    EntryFilter filter;
    filter.states = EntryFilter::States(m_states->currentData().toInt());
    filter.words = m_search->text().simplified();
    for (const Facet &facet : m_facets) {
        if (facet.box->currentIndex() > 0)
            filter.codes.emplace(facet.field, facet.box->currentData().toString());
    }
    filter.order = m_order;
    filter.isReversed = m_isReversed;
    m_clear->setVisible(!filter.words.isEmpty() || !filter.codes.empty());
    m_model->setFilter(filter);
    showButtons();
}

void RegistersPage::clearFilters()
{
    const QSignalBlocker blocker(m_search);
    m_search->clear();
    for (const Facet &facet : m_facets)
        facet.box->setCurrentIndex(0);
    applyFilters();
}

void RegistersPage::sortBy(const QString &order, bool isReversed)
{
    if (order == m_order && isReversed == m_isReversed)
        return;
    m_order = order;
    m_isReversed = isReversed;
    if (m_settings) {
        m_settings->setValue(settingOf(u"order"_s), order);
        m_settings->setValue(settingOf(u"reversed"_s), isReversed);
    }
    applyFilters();
    m_table->scrollToTop();
}

void RegistersPage::showOrder()
{
    const QSignalBlocker blocker(m_table->horizontalHeader());
    m_table->horizontalHeader()->setSortIndicator(m_model->columnOf(m_order),
                                                  m_isReversed ? Qt::DescendingOrder : Qt::AscendingOrder);
}

// Numbers, days and words of choices are read whole or not at all; texts and addresses can be cut.
RegistersPage::ColumnRoom RegistersPage::roomOf(int column) const
{
    int content = 0;
    for (int row = 0; row < qMin(m_model->rowCount(), entryPage); ++row)
        content = qMax(content, textWidth(m_model->index(row, column).data().toString(), m_table->font()));
    content += EntryDelegate::besideContent;
    const int header = m_table->horizontalHeader()->sectionSizeHint(column);
    const FieldKind kind = m_model->fieldOf(column)->kind;
    const bool canBeCut = kind == FieldKind::Line || kind == FieldKind::Text || kind == FieldKind::Address
        || kind == FieldKind::Reference || kind == FieldKind::Body;
    const int most = canBeCut ? qMin(mostColumn, content) : content;
    const int least = canBeCut ? qMin(most, leastColumn) : most;
    return {.wanted = qMax(header, most), .least = qMax(least, qMin(header, leastColumn))};
}

// The title is what an entry is known by: it has at least so much, and what the others leave. Where they leave too
// little those give way that can, and at last they are left out, from the right.
void RegistersPage::fitColumns()
{
    const int columns = m_model->columnCount();
    QHeaderView *header = m_table->horizontalHeader();
    if (header->count() != columns || columns == 0)
        return;
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(0, QHeaderView::Stretch);
    const int room = m_table->viewport()->width() - leastTitle;
    std::vector<ColumnRoom> rooms;
    int wanted = 0, least = 0;
    for (int column = 1; column < columns; ++column) {
        rooms.push_back(roomOf(column));
        wanted += rooms.back().wanted;
        least += rooms.back().least;
    }
    while (!rooms.empty() && least > room) {
        wanted -= rooms.back().wanted;
        least -= rooms.back().least;
        rooms.pop_back();
    }
    // Each gives of what it can in the same proportion.
    const int over = qMax(0, wanted - room);
    const int elastic = qMax(1, wanted - least);
    for (int column = 1; column < columns; ++column) {
        const bool isShown = column <= int(rooms.size());
        m_table->setColumnHidden(column, !isShown);
        if (!isShown)
            continue;
        const ColumnRoom &its = rooms[std::size_t(column - 1)];
        header->resizeSection(column, its.wanted - (its.wanted - its.least) * over / elastic);
    }
}

void RegistersPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_search->setFixedWidth(event->size().width() < 900 ? 200 : 240);
    QMetaObject::invokeMethod(this, &RegistersPage::fitColumns, Qt::QueuedConnection); // the table has its size then
}

void RegistersPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::StyleChange)
        return;
    m_table->verticalHeader()->setDefaultSectionSize(EntryDelegate::rowHeight(m_table->font()));
    fitColumns();
}

// An order that people arrange

bool RegistersPage::isArranged() const
{
    return !m_model->described().order.isEmpty() && m_order.isEmpty() && !m_isReversed;
}

bool RegistersPage::canMove(Way way) const
{
    const EntryLine *line = current();
    if (!line || !isArranged() || line->isTyped || line->state == State::Closed)
        return false;
    if (!mayAdd(m_desk, m_model->described()) || !maySave(m_desk, m_noun, line->state))
        return false;
    const int row = m_table->currentIndex().row();
    return way == Way::Up ? row > 0 : row + 1 < m_model->rowCount();
}

void RegistersPage::showButtons()
{
    const EntryLine *line = current();
    const bool mayArrange = isArranged() && mayAdd(m_desk, m_model->described()) && m_model->rowCount() > 1;
    m_up->setVisible(mayArrange);
    m_down->setVisible(mayArrange);
    m_up->setEnabled(canMove(Way::Up));
    m_down->setEnabled(canMove(Way::Down));
    const auto moves =
        line && line->state == State::Closed ? movesOf(m_desk, m_noun, line->state) : std::vector<Step>();
    m_reopen->setVisible(std::ranges::find(moves, Step::Reopen) != moves.end());
}

QString RegistersPage::rankAt(int row) const
{
    if (row < 0 || row >= m_model->rowCount())
        return {};
    return QJsonDocument::fromJson(m_model->line(row).content).object().value(m_model->described().order).toString();
}

// Between its new neighbours: one entry is another, and two people who move different ones never meet.
void RegistersPage::move(Way way)
{
    if (m_isMoving || m_model->isFetching() || !canMove(way))
        return;
    const int row = m_table->currentIndex().row();
    const int before = way == Way::Up ? row - 2 : row + 1;
    if (before + 1 >= m_model->rowCount() && m_model->canFetchMore({})) {
        m_model->fetchMore({}); // nobody knows yet what stands behind it
        return;
    }
    m_isMoving = true;
    keepMoved({.noun = m_noun, .id = m_model->line(row).id}, rankBetween(rankAt(before), rankAt(before + 1)));
}

void RegistersPage::keepMoved(const Key &key, const QString &rank)
{
    m_desk.ask(AskEntry{key}, this, [this, key, rank](const Result<EntryView> &view) {
        if (!view)
            return endMove(view.error());
        if (view->isTyped) // it would be saved with it
            return endMove({});
        QJsonObject says = QJsonDocument::fromJson(view->record.content).object();
        says.insert(m_model->described().order, rank);
        const QByteArray content = QJsonDocument(says).toJson(QJsonDocument::Compact);
        m_desk.act(TypeEntry{key, view->base, content}, this, [this, key](const Result<void> &typed) {
            if (!typed)
                return endMove(typed);
            m_desk.act(SaveEntry{key}, this, [this, key](const Result<void> &saved) {
                if (saved)
                    return endMove(saved);
                // What is wrong in it otherwise is said where it can be mended.
                m_desk.act(DropTyped{key}, this, [this, saved](const Result<void> &) { endMove(saved); });
            });
        });
    });
}

void RegistersPage::endMove(const Result<void> &moved)
{
    m_isMoving = false;
    if (moved)
        m_problem->hide();
    else
        m_problem->showBanner(Tone::Bad, entryRefusalText(m_model->described(), moved.error()));
    m_model->reload();
}

} // namespace toasoan
