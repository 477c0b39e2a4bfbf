// What waits on this PC for the server: steps, texts, pictures; what was refused is settled here.
#pragma once

#include "sync/Desk.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace toasoan {

class Banner;
class EmptyState;
class OutboxModel;

class OutboxPage final : public QWidget
{
    Q_OBJECT

public:
    OutboxPage(Desk &desk, const Clock &clock, QWidget *parent = nullptr);

    [[nodiscard]] OutboxModel &model() const { return *m_model; }

signals:
    /// How many wait, and how many of them were refused.
    void countChanged(int waiting, int refused);
    void articleChosen(toasoan::ArticleId id);

private:
    void read();
    void showButtons();
    void trySending();
    void retry();
    void askDiscard();
    void discard();
    [[nodiscard]] int currentRow() const;
    [[nodiscard]] Callback<void> answer();

    Desk &m_desk;
    OutboxModel *m_model;
    Banner *m_banner;
    Banner *m_reason;
    QStackedWidget *m_stack;
    QTreeView *m_table;
    EmptyState *m_empty;
    QPushButton *m_send;
    QPushButton *m_open;
    QPushButton *m_retry;
    QPushButton *m_discard;
};

} // namespace toasoan
