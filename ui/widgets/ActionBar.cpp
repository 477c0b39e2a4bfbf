#include "ui/widgets/ActionBar.h"

#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/PressedButton.h"

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

constexpr std::chrono::milliseconds longestReach{500}; // from seeing a button to pressing it

} // namespace

// The second half of a double click is meant for the button that stood here before, and presses none. Nor does a press
// where another was seen a moment ago: the row has grown, or what stands beside it has.
class StepButton final : public QPushButton
{
public:
    StepButton(ActionBar &bar, const QIcon &icon, const QString &text) : QPushButton(icon, text, &bar), m_bar(bar) { }

protected:
    void mouseDoubleClickEvent(QMouseEvent *event) override { event->accept(); }
    void mousePressEvent(QMouseEvent *event) override
    {
        if (m_bar.stoodElsewhere(*this, mapTo(window(), event->position().toPoint())))
            event->accept();
        else
            QPushButton::mousePressEvent(event);
    }

private:
    ActionBar &m_bar;
};

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

// What is painted is seen; from then on each place that a button leaves is remembered for a moment.
void ActionBar::remember(const QPushButton &button, bool isSeenNow)
{
    const QRect place(button.mapTo(window(), QPoint()), button.size());
    const auto known = m_places.constFind(&button);
    if (known == m_places.cend() && !isSeenNow)
        return;
    if (known != m_places.cend() && *known != place) {
        std::erase_if(m_left, [](const Left &left) { return left.since.hasExpired(longestReach.count()); });
        m_left.push_back({.button = &button, .place = *known, .since = {}});
        m_left.back().since.start();
    }
    m_places.insert(&button, place);
}

bool ActionBar::stoodElsewhere(const QPushButton &pressed, const QPoint &at)
{
    for (const QPushButton *button : m_buttons)
        remember(*button, false);
    return std::ranges::any_of(m_left, [&](const Left &left) {
        return left.button != &pressed && left.place.contains(at) && !left.since.hasExpired(longestReach.count());
    });
}

void ActionBar::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_places.clear();
    m_left.clear();
}

bool ActionBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint)
        remember(*static_cast<QPushButton *>(watched), true);
    return QWidget::eventFilter(watched, event);
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
    m_places.clear(); // others come in their place: enable() has them rest
    m_left.clear();
    for (QPushButton *button : std::exchange(m_buttons, {}))
        retire(button);
    for (std::size_t at = 0; at < m_actions.size(); ++at) {
        const BarAction &action = m_actions.at(at);
        auto *button =
            new StepButton(*this, action.isPrimary ? whiteIcon(action.icon) : icon(action.icon), action.text);
        button->setObjectName(action.id);
        makePrimary(button, action.isPrimary);
        m_layout->addWidget(button);
        button->installEventFilter(this);
        button->show();
        actAsPressed(
            button, this, [this, at] { return m_actions.at(at).about; },
            [this, at] {
                const auto act = m_actions.at(at).act; // it may change the actions
                act();
            });
        m_buttons.push_back(button);
    }
    if (hadFocus)
        emit focusLost();
}

} // namespace toasoan
