// Pages come to their turn. QtWebEngine does one task of Chromium's in each turn of the window's event loop. Where
// drawing the window takes long (no graphics card, all cores busy) each key in the text makes such a turn longer, and
// brings several tasks: what the page has to say of the typed text would wait behind them for seconds, in a queue that
// only grows. After a long turn several are done.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>

namespace toasoan {

class PageTurns final : public QObject
{
    Q_OBJECT

public:
    /// For all pages of the application; once.
    static void keep();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit PageTurns(QObject *parent);

    QPointer<QObject> m_pump; ///< QtWebEngine's, once it has been seen
    QElapsedTimer m_sinceTurn;
    bool m_isTurning = false;
};

} // namespace toasoan
