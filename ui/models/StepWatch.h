// What became of the steps that were given: none is told as done before the server has it. GUI thread.
#pragma once

#include "sync/Desk.h"
#include "ui/models/StepText.h"

#include <QObject>

class QTimer;

namespace toasoan {

/// Whether what waits is on its way over this line.
[[nodiscard]] Sending sendingOver(const ConnectionView &connection, SignInState signIn);

class StepWatch final : public QObject
{
    Q_OBJECT

public:
    using Look = std::function<void(ArticleId id, QObject *context, Callback<ArticleView> done)>;

    /// `look` asks the desk for an article, see Desk::article(); `actor` is who gives the steps.
    StepWatch(Look look, std::function<Actor()> actor, std::function<Sending()> sending, QObject *parent = nullptr);

    /// `step` was given on an article as `before`, and `answer` is what the desk said. One that went through at once is
    /// told at once.
    void follow(Step step, const Article &before, const ArticleView &answer);
    /// An article is other: call it for each change of one.
    void refresh(ArticleId id);
    /// The line has come or gone: what is said of each step that waits is said anew, if it is another.
    void tellLine();
    void clear();

signals:
    /// The server has it.
    void done(const QString &sentence, toasoan::ArticleId article);
    /// It has not reached the server for a moment: what is so until it has, in a sentence.
    void waits(const QString &sentence, toasoan::ArticleId article);
    /// What waits() said is so no longer: before done(), or because the server refused it, the person took it back, or
    /// the article is not his to see any more.
    void overtaken(const QString &sentence);
    /// What waits() said is to be said so now.
    void reworded(const QString &before, const QString &now);

private:
    struct Given
    {
        ArticleId article;
        RequestId request;
        Step step = Step::Save;
        UserId by;
        std::ptrdiff_t taken = 0; ///< how often the server had taken that step of this person on it before
        QString done;
        QString title;
        QString told; ///< by waits(); empty: nothing yet
    };
    enum class IsThere
    {
        No, ///< neither at the server for this person, nor here
        Yes
    };
    void hear(ArticleId id, const ArticleView &view, IsThere isThere);
    void tellWaiting();

    Look m_look;
    std::function<Actor()> m_actor;
    std::function<Sending()> m_sending;
    std::vector<Given> m_given;
    QTimer *m_patience; ///< most are at the server before anybody has read a sentence
};

} // namespace toasoan
