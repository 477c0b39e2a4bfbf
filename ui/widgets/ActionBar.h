// A row of buttons for what can be done now; in a narrow place, rows. They stay the same widgets while the same can be
// done: one of them may have the focus. Where others take their place none can be pressed for a moment, nor one by the
// mouse where another was seen just before: the press of a hand that was on its way is meant for what stood there.
#pragma once

#include <QElapsedTimer>
#include <QHash>
#include <QWidget>

#include <functional>
#include <vector>

class QPushButton;
class QTimer;

namespace toasoan {

struct BarAction
{
    QString id; ///< object name of the button
    QString text;
    QString icon; ///< of resources/desk/icons.txt
    bool isPrimary = false;
    bool isEnabled = true;
    QString toolTip = {};
    QString about = {}; ///< what it is done to: a press that was meant for another does nothing
    std::function<void()> act;
};

class FlowLayout;

class ActionBar final : public QWidget
{
    Q_OBJECT

public:
    explicit ActionBar(QWidget *parent = nullptr);

    /// From left to right.
    void setActions(std::vector<BarAction> actions);

signals:
    /// The button that had it is gone, or cannot be pressed now. Said before Qt looks for another place by itself.
    void focusLost();

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    friend class StepButton;
    void remember(const QPushButton &button, bool isSeenNow);
    [[nodiscard]] bool stoodElsewhere(const QPushButton &pressed, const QPoint &at);
    void rebuild();
    void enable();

    FlowLayout *m_layout;
    std::vector<BarAction> m_actions;
    std::vector<QPushButton *> m_buttons; ///< one for each of them
    QTimer *m_rest;
    struct Left
    {
        const QPushButton *button;
        QRect place; ///< in the window
        QElapsedTimer since;
    };
    QHash<const QPushButton *, QRect> m_places; ///< where they were seen last, in the window
    std::vector<Left> m_left; ///< the places that they left a moment ago
};

} // namespace toasoan
