// Steps that are given to a row of the list without opening it, and what is told of them. GUI thread.
#pragma once

#include "sync/Desk.h"

#include <QObject>

#include <functional>

class QWidget;

namespace toasoan {

class StepWatch;

class RowSteps final : public QObject
{
    Q_OBJECT

public:
    /// `desk` must outlive it.
    explicit RowSteps(Desk &desk, QObject *parent = nullptr);

    /// `article` as it was shown.
    void take(Step step, const Article &article, const QString &reason = {});
    /// Asks why, over `parent`, then takes it down.
    void takeDown(const Article &article, QWidget *parent);

signals:
    /// The server has it, in a sentence.
    void done(const QString &sentence);
    /// It was given, and the server does not have it yet; overtaken() says when that is so no longer.
    void waits(const QString &sentence);
    void overtaken(const QString &sentence);
    void reworded(const QString &before, const QString &now);
    /// `say` makes the sentence, in the language of the day; it outlives whoever gave it.
    void failed(const std::function<QString()> &say);

private:
    Desk &m_desk;
    StepWatch *m_watch;
};

} // namespace toasoan
