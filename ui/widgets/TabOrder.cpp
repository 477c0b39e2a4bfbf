#include "ui/widgets/TabOrder.h"

#include <QScrollArea>
#include <QWidget>

#include <algorithm>
#include <vector>

namespace toasoan {

namespace {

// Whether a person reads `one` before `other`: they stand in a row, or one above the other. Of what lies over each
// other (the sheet's head over its text) the one that ends first.
bool isReadBefore(const QRect &one, const QRect &other)
{
    const int shared = qMin(one.bottom(), other.bottom()) - qMax(one.top(), other.top()) + 1;
    const bool isOneRow = 2 * shared > qMin(one.height(), other.height());
    if (isOneRow && one.right() < other.left())
        return true;
    if (isOneRow && other.right() < one.left())
        return false;
    if (one.top() != other.top())
        return one.top() < other.top();
    return one.bottom() < other.bottom();
}

bool isPage(const QWidget *widget)
{
    return widget->inherits("QWebEngineView");
}

bool isStop(const QWidget *widget)
{
    return widget->isEnabled() && (isPage(widget) || (!widget->focusProxy() && (widget->focusPolicy() & Qt::TabFocus)));
}

// What is read first among those that are left, again and again: with boxes of any height "before" is no order to sort
// by. `now` is among them though it may just have been hidden or closed: the way goes on from there.
void collect(QWidget *widget, const QWidget *now, std::vector<QWidget *> &stops)
{
    if (isStop(widget) || widget == now)
        stops.push_back(widget);
    if (isPage(widget))
        return;
    std::vector<QWidget *> children;
    for (QObject *child : widget->children()) {
        auto *each = qobject_cast<QWidget *>(child);
        const bool isNow = each && (each == now || (now && each->isAncestorOf(now)));
        if (each && !each->isWindow() && (each->isVisible() || isNow))
            children.push_back(each);
    }
    while (!children.empty()) {
        const auto isFirst = [&children](const QWidget *each) {
            return std::ranges::none_of(children, [each](const QWidget *other) {
                return other != each && isReadBefore(other->geometry(), each->geometry());
            });
        };
        auto first = std::ranges::find_if(children, isFirst);
        if (first == children.end())
            first = children.begin();
        collect(*first, now, stops);
        children.erase(first);
    }
}

} // namespace

QWidget *tabStopOf(QWidget *focus)
{
    for (QWidget *each = focus; each; each = each->parentWidget()) {
        if (isPage(each))
            return each;
    }
    return focus;
}

bool isFocusLeftBehind(const QWidget &inside)
{
    const QWidget *focus = inside.window()->focusWidget();
    return focus && (!focus->isVisible() || !focus->isEnabled());
}

bool moveFocus(QWidget &window, TabWay way)
{
    const QWidget *here = tabStopOf(window.focusWidget());
    std::vector<QWidget *> stops;
    collect(&window, here, stops);
    const auto now = std::ranges::find(stops, here);
    const bool isForward = way == TabWay::Forward;
    if (now != stops.end()) // first comes what stands behind it
        std::ranges::rotate(stops, isForward ? now + 1 : now);
    if (!isForward)
        std::ranges::reverse(stops);
    std::erase(stops, here);
    if (stops.empty())
        return false;
    QWidget *stop = stops.front();
    stop->setFocus(isForward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    for (QWidget *each = stop->parentWidget(); each && each != &window; each = each->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(each))
            area->ensureWidgetVisible(stop);
    }
    return true;
}

} // namespace toasoan
