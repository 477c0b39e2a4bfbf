// One of the short news, as a card: what it says, a way to what it is about, and a button that closes it.
#pragma once

#include "ui/shell/Notifications.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QPushButton;

namespace toasoan {

class Notice final : public QFrame
{
    Q_OBJECT

public:
    Notice(const Notification &notification, QWidget *parent);

    [[nodiscard]] const Notification &notification() const { return m_notification; }
    /// It stays until somebody closes it, or it is over.
    [[nodiscard]] bool isTrouble() const;
    /// Whether it has a way to something that is not before the person already.
    [[nodiscard]] bool leadsOn() const;
    void lookAgain();
    void setText(const QString &text);
    /// Takes as many lines as it may at this width, and the height for them. What is left out is in the tool tip.
    void fit(int width, int mostLines);

signals:
    void closed();
    /// Its button was pressed.
    void followed();

private:
    void build();
    void arrange(bool isWide);

    Notification m_notification;
    QGridLayout *m_layout;
    QLabel *m_label;
    QPushButton *m_button = nullptr;
};

} // namespace toasoan
