// Notices a page that does not answer any more though its process lives: a script that does not end, a process that was
// stopped. Asks it from time to time; what it has to say meanwhile comes with its answer.
#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

namespace toasoan {

class PageWatch final : public QObject
{
    Q_OBJECT

public:
    /// `ask` puts a question of that number to the page, which gives the number back (answered()).
    explicit PageWatch(std::function<void(int question)> ask, QObject *parent);

    /// A page is there; or none is.
    void start();
    void stop();
    void answered(int question);

    [[nodiscard]] bool isSilent() const { return m_silence >= silentAfter; }

    // In seconds; a desk that was asleep or busy itself counts as one.
    static constexpr int silentAfter = 6;
    static constexpr int hungAfter = 20;

signals:
    /// The page has not answered for silentAfter seconds.
    void fellSilent();
    void spokeAgain();
    /// The page has not answered for hungAfter seconds: it will not any more.
    void hung();

private:
    void tick();

    const std::function<void(int)> m_ask;
    QTimer m_timer;
    int m_question = 0; ///< the last one
    bool m_isAsked = false; ///< and not answered
    int m_silence = 0; ///< in ticks of a second
};

} // namespace toasoan
