// Short news beside the pages, which they never cover. They take no focus and wait for nothing; screen readers announce
// them.
#pragma once

#include "ui/widgets/Look.h"

#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace toasoan {

struct Notification
{
    Tone tone = Tone::Neutral;
    QString text;
    QString action; ///< label of a button; empty: none
    std::function<void()> act;
    QString about = {}; ///< what `act` leads to: the same text about something else is other news
};

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
    /// Says something else in its place, if it still stands there.
    void reword(const QString &before, const QString &now);
    void clear();
    [[nodiscard]] QStringList texts() const;

private:
    void dropOldest();

    QVBoxLayout *m_layout;
};

} // namespace toasoan
