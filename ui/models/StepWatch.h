// What became of the steps that were given: none is told as done before the server has it. GUI thread.
#pragma once

#include "sync/Desk.h"

#include <QObject>

class QTimer;

namespace toasoan {

class StepWatch final : public QObject
{
    Q_OBJECT

public:
    using Look = std::function<void(ArticleId id, QObject *context, Callback<ArticleView> done)>;

    /// `look` asks the desk for an article; see Desk::article().
    explicit StepWatch(Look look, QObject *parent = nullptr);

    /// `step` was given on an article as `before`, and `answer` is what the desk said. One that went through at once is
    /// told at once.
    void follow(Step step, const Article &before, const ArticleView &answer);
    /// An article is other: call it for each change of one.
    void refresh(ArticleId id);
    void clear();

signals:
    /// The server has it.
    void done(const QString &sentence, toasoan::ArticleId article);
    /// It has not reached the server for a moment: what is so until it has, in a sentence.
    void waits(const QString &sentence, toasoan::ArticleId article);
    /// What waits() said is so no longer: before done(), or because the server refused it or the person took it back.
    void overtaken(const QString &sentence);
    /// The server said no, or it was taken back before it got there.
    void failed();

private:
    struct Given
    {
        ArticleId article;
        RequestId request;
        Step step = Step::Save;
        std::ptrdiff_t taken = 0; ///< how often the server had taken that step on it before
        QString done;
        QString waits;
        bool isBehind = false; ///< it waits for something that was refused
        bool isToldToWait = false;
    };
    void hear(ArticleId id, const ArticleView &view);
    void tellWaiting();

    Look m_look;
    std::vector<Given> m_given;
    QTimer *m_patience; ///< most are at the server before anybody has read a sentence
};

} // namespace toasoan
