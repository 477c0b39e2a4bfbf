// All short news in one list, each with what can be done about it; kept as they come and go.
#pragma once

#include <QDialog>
#include <QHash>

class QVBoxLayout;

namespace toasoan {

class Notice;
class Notifications;

class NoticesDialog final : public QDialog
{
    Q_OBJECT

public:
    NoticesDialog(Notifications &notifications, QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void add(Notice *notice);
    void fit();

    Notifications &m_notifications;
    QWidget *m_inside;
    QVBoxLayout *m_list;
    QHash<Notice *, Notice *> m_shown; ///< by the one that is beside the pages
};

} // namespace toasoan
