// The list of articles with its filters.
#pragma once

#include "ui/models/ArticleListModel.h"
#include "ui/models/DeskClock.h"

#include <QWidget>

#include <functional>

class QAction;
class QComboBox;
class QLabel;
class QMenu;
class QPushButton;
class QSettings;
class QStackedWidget;
class QTimer;
class QTableView;

namespace toasoan {

class ArticleMenu;
class Banner;
class EmptyState;
class RowSteps;
class TakeDownButton;
struct UnfinishedList;

class ArticlesPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ArticlesPage(Desk &desk, QWidget *parent = nullptr);

    /// Only articles with this in their title.
    void setSearch(const QString &text);
    /// Only those that others did something with since this person opened them.
    void showUnseen();
    /// The order is the one that was chosen last; kept there. `settings` must outlive it.
    void rememberIn(QSettings &settings);
    [[nodiscard]] ArticleListModel &model() const { return *m_model; }

signals:
    void articleChosen(toasoan::ArticleId id);
    void newArticleWanted();
    /// Something went well, in a sentence.
    void done(const QString &sentence);
    /// A step was given, and the server does not have it yet; overtaken() says when that is so no longer.
    void waits(const QString &sentence);
    void overtaken(const QString &sentence);
    void reworded(const QString &before, const QString &now);
    /// `say` makes the sentence, in the language of the day; it outlives whoever gave it.
    void failed(const std::function<QString()> &say);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTable();
    void buildOrders();
    void fitColumns();
    void widenColumns(int first, int last);
    void sortBy(ListOrder order, Direction direction);
    void showOrder();
    void openMenu(const QModelIndex &index, const QPoint &at);
    void fillFilters();
    void applyFilters();
    void clearFilters();
    void showPhase();
    void showEmpty();
    void showUnfinished(const UnfinishedList &list);
    void choose(const QModelIndex &index);
    void showTakeDown();
    void choosing();
    void markFirst();
    [[nodiscard]] bool isInView(const QModelIndex &index) const;

    Desk &m_desk;
    const DeskClock m_clock;
    std::optional<std::chrono::minutes> m_clockAhead; ///< by which the lines tell their times
    ArticleListModel *m_model;
    QHash<int, int> m_widest; ///< of what is listed in a column, in pixels
    QComboBox *m_scope;
    QComboBox *m_state;
    QComboBox *m_section;
    QPushButton *m_clear;
    QLabel *m_count;
    RowSteps *m_steps;
    TakeDownButton *m_takeDown;
    QStackedWidget *m_stack;
    QTableView *m_table;
    EmptyState *m_empty;
    QTimer *m_searchTimer;
    ArticleMenu *m_menu;
    ArticleId m_marked; ///< of the row that the person marked; null: the list has marked one by itself, or none
    bool m_hasChosen = false; ///< the person has marked a row
    int m_gap = -1; ///< where that row was, once it is gone; -1: it is not
    bool m_isPlacing = false; ///< rows are moving under the mark, or the list is marking one
    QMenu *m_orders; ///< the header's clicks, for the keyboard
    ListOrder m_order = ListOrder::Updated;
    Direction m_direction = Direction::Usual;
    QSettings *m_settings = nullptr;
    QString m_search;
    bool m_isAnswered = false; ///< what is shown is an answer of the desk
    UserId m_person; ///< whose filters these are
    Banner *m_stale; ///< that what is shown could not be read anew
    std::function<void()> m_emptyAction; ///< of the button where there is nothing to list
};

} // namespace toasoan
