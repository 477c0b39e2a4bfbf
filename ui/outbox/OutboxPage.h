// What waits on this PC for the server: steps, texts, pictures; what was refused is settled here.
#pragma once

#include "ui/outbox/OutboxModel.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace toasoan {

class Banner;
class EmptyState;

class OutboxPage final : public QWidget
{
    Q_OBJECT

public:
    OutboxPage(Desk &desk, const Clock &clock, QWidget *parent = nullptr);

    [[nodiscard]] OutboxModel &model() const { return *m_model; }

signals:
    void countsChanged(const toasoan::OutboxCounts &counts);
    void recordChosen(const toasoan::Key &key);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fitColumns();
    void read();
    void showOutbox(const OutboxView &outbox);
    void showButtons();
    void trySending();
    void retry();
    void askDiscard();
    void discard(const WaitingId &id);
    [[nodiscard]] int currentRow() const;
    [[nodiscard]] Callback<void> answer();

    Desk &m_desk;
    const Clock &m_clock;
    OutboxModel *m_model;
    Banner *m_banner; ///< what the desk answered
    Banner *m_unread; ///< that the list cannot be read
    Banner *m_reason; ///< why what is chosen was refused
    QStackedWidget *m_stack;
    QTreeView *m_table;
    EmptyState *m_empty;
    QPushButton *m_send;
    QPushButton *m_open;
    QPushButton *m_retry;
    QPushButton *m_discard;
    bool m_hasChosen = false; ///< the person has chosen a row
    bool m_isFilling = false;
    bool m_isLineProblem = false; ///< what the desk answered is over when the server can be reached
};

} // namespace toasoan
