#include "ui/widgets/ActionBar.h"

#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Icon.h"

#include <QMouseEvent>
#include <QPushButton>
#include <QTimer>

#include <algorithm>

namespace toasoan {

namespace {

// Or has it: the window may stand behind a dialog that is about to close.
bool wouldHaveFocus(const QPushButton *button)
{
    return button->window()->focusWidget() == button;
}

// The second half of a double click is meant for the button that stood here before, and presses none.
class StepButton final : public QPushButton
{
public:
    using QPushButton::QPushButton;

protected:
    void mouseDoubleClickEvent(QMouseEvent *event) override { event->accept(); }
};

} // namespace

ActionBar::ActionBar(QWidget *parent)
    : QWidget(parent)
    , m_layout(new FlowLayout(this, Qt::AlignRight))
    , m_rest(new QTimer(this))
{
    constexpr std::chrono::milliseconds longest{700}; // of the pause between two presses of one hand
    m_rest->setSingleShot(true);
    m_rest->setInterval(longest);
    connect(m_rest, &QTimer::timeout, this, &ActionBar::enable);
}

void ActionBar::setActions(std::vector<BarAction> actions)
{
    const bool areSame = std::ranges::equal(actions, m_actions, [](const BarAction &left, const BarAction &right) {
        return left.id == right.id && left.text == right.text && left.isPrimary == right.isPrimary;
    });
    const bool replaceOthers = !areSame && !m_actions.empty() && isVisible();
    m_actions = std::move(actions);
    if (!areSame)
        rebuild();
    if (replaceOthers)
        m_rest->start();
    enable();
}

void ActionBar::enable()
{
    for (std::size_t at = 0; at < m_actions.size(); ++at) {
        const bool isEnabled = m_actions.at(at).isEnabled && !m_rest->isActive();
        if (!isEnabled && wouldHaveFocus(m_buttons.at(at)))
            emit focusLost();
        m_buttons.at(at)->setEnabled(isEnabled);
        m_buttons.at(at)->setToolTip(m_actions.at(at).toolTip);
    }
}

void ActionBar::rebuild()
{
    const bool hadFocus = std::ranges::any_of(m_buttons, wouldHaveFocus);
    for (QPushButton *button : std::exchange(m_buttons, {})) {
        button->hide();
        button->deleteLater();
    }
    for (std::size_t at = 0; at < m_actions.size(); ++at) {
        const BarAction &action = m_actions.at(at);
        auto *button = new StepButton(action.isPrimary ? whiteIcon(action.icon) : icon(action.icon), action.text, this);
        button->setObjectName(action.id);
        makePrimary(button, action.isPrimary);
        m_layout->addWidget(button);
        button->show();
        connect(button, &QPushButton::clicked, this, [this, at] {
            const auto act = m_actions.at(at).act; // it may change the actions
            act();
        });
        m_buttons.push_back(button);
    }
    if (hadFocus)
        emit focusLost();
}

} // namespace toasoan
