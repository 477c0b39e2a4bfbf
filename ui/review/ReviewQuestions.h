// What a step asks before it is taken: why, at which hour, or whether it is meant. One question at a time, of the item
// that was shown when it was asked. No question is answered by the key that opened it, held or pressed again. GUI
// thread.
#pragma once

#include "ui/review/ReviewSource.h"

#include <QObject>
#include <QPointer>

class QDialog;

namespace toasoan {

class ReviewQuestions final : public QObject
{
    Q_OBJECT

public:
    /// `source` must outlive it; `page` is what the questions stand over.
    ReviewQuestions(const ReviewSource &source, QWidget *page);

    /// Whether the step asks something for this item.
    [[nodiscard]] static bool asks(Step step, const ArticleView &shown);
    /// Asks; wanted() follows if the person goes on. Another question that is open is closed unanswered.
    void ask(Step step, const ArticleView &shown);
    /// Closes what is open, unanswered.
    void close();

signals:
    void wanted(const toasoan::Command &command);

private:
    [[nodiscard]] QDialog *askReason(Step step, const ArticleView &shown);
    [[nodiscard]] QDialog *askPublish(const ArticleView &shown);
    [[nodiscard]] QDialog *askHour(const ArticleView &shown);

    const ReviewSource &m_source;
    QWidget *m_page;
    QPointer<QDialog> m_open;
};

/// The command of a step, on exactly what is shown.
[[nodiscard]] Command commandFor(Step step, const Article &shown, const QString &reason);

} // namespace toasoan
