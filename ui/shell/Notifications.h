// Short news beside the pages, which they never cover. They take no focus and wait for nothing; screen readers announce
// them. What has no place among them is counted, and a button shows all.
#pragma once

#include "ui/widgets/Look.h"

#include <QWidget>

#include <functional>
#include <vector>

class QPushButton;
class QVBoxLayout;

namespace toasoan {

struct Notification
{
    Tone tone = Tone::Neutral;
    QString text;
    QString action; ///< label of a button; empty: none
    std::function<void()> act;
    QString about = {}; ///< what `act` leads to: the same text about something else is other news
    /// Whether what `act` leads to is before the person: meanwhile there is no button. lookAgain() asks again.
    std::function<bool()> isThere = {};
    /// Makes the text anew, in the language of the day, for another window; of one window it holds nothing. Without it
    /// the text stays as it is.
    std::function<QString()> say = {};
    QString series = {}; ///< of which the latest alone is so: it takes the place of the one before; empty: of none
};

class Notice;

class Notifications final : public QWidget
{
    Q_OBJECT

public:
    explicit Notifications(QWidget *parent);

    /// Good news leave by themselves after some seconds; warnings, and what can be acted upon, stay until closed. The
    /// same text about the same thing is not shown twice.
    void notify(const Notification &notification);
    /// What was said with this text is so no longer.
    void takeBack(const QString &text);
    void takeBackSeries(const QString &series);
    /// Says something else in its place, if it still stands there.
    void reword(const QString &before, const QString &now);
    /// Another page is shown: some lead elsewhere now, some to what stands there.
    void lookAgain();
    void clear();
    /// Of all, the oldest first; some may have no place.
    [[nodiscard]] QStringList texts() const;
    [[nodiscard]] const std::vector<Notice *> &notices() const { return m_notices; }
    /// Closes one of them.
    void dismiss(Notice *notice);
    /// Goes where it leads, which closes it.
    void follow(Notice *notice);

protected:
    void resizeEvent(QResizeEvent *event) override;

signals:
    /// Another is there, or one less, or one says something else.
    void changed();

private:
    void makeRoom();
    void dismissIf(const std::function<bool(const Notice &)> &isOver);
    void arrange();
    [[nodiscard]] int heightOf(std::size_t shown) const;
    void showAll();

    QVBoxLayout *m_layout;
    QPushButton *m_more; ///< stands for those that have no place
    std::vector<Notice *> m_notices; ///< the oldest first
};

} // namespace toasoan
