// The list of articles with its filters.
#pragma once

#include "ui/models/ArticleListModel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTimer;
class QTableView;

namespace toasoan {

class EmptyState;
class TakeDownButton;

class ArticlesPage final : public QWidget
{
    Q_OBJECT

public:
    ArticlesPage(Desk &desk, const Clock &clock, QWidget *parent = nullptr);

    /// Only articles with this in their title.
    void setSearch(const QString &text);
    [[nodiscard]] ArticleListModel &model() const { return *m_model; }

signals:
    void articleChosen(toasoan::ArticleId id);
    void newArticleWanted();
    /// Something went well, in a sentence.
    void done(const QString &sentence);
    void failed(const toasoan::Error &error);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fillFilters();
    void applyFilters();
    void clearFilters();
    void showPhase();
    void choose(const QModelIndex &index);
    void showTakeDown();

    Desk &m_desk;
    ArticleListModel *m_model;
    QComboBox *m_scope;
    QComboBox *m_state;
    QComboBox *m_section;
    QPushButton *m_clear;
    QLabel *m_count;
    TakeDownButton *m_takeDown;
    QStackedWidget *m_stack;
    QTableView *m_table;
    EmptyState *m_empty;
    QTimer *m_searchTimer;
    QString m_search;
};

} // namespace toasoan
