#include "ui/support/WidgetWalk.h"
#include "ui/support/WidgetWalkParts.h"
#include "ui/widgets/TabOrder.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QImage>
#include <QPlainTextEdit>
#include <QStyle>
#include <QStyleOptionButton>
#include <QTabBar>
#include <QTest>

#include <algorithm>
#include <array>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostStops = 250;

// A web page takes the key and lets the focus go by itself, in its own time: here it is asked for at once.
struct Window : QWidget
{
    using QWidget::focusNextPrevChild;
};

void press(QWidget &window, bool isForward)
{
    QWidget *focus = QApplication::focusWidget();
    if (tabStopOf(focus) != focus)
        (window.*(&Window::focusNextPrevChild))(isForward);
    else if (isForward)
        QTest::keyClick(focus, Qt::Key_Tab);
    else
        QTest::keyClick(focus, Qt::Key_Backtab, Qt::ShiftModifier);
}

std::vector<QWidget *> expectedStops(const QWidget &window)
{
    std::vector<QWidget *> stops;
    for (QWidget *widget : walk::shownIn(window)) {
        if (widget->isEnabled() && !widget->focusProxy() && (widget->focusPolicy() & Qt::TabFocus))
            stops.push_back(widget);
    }
    const auto all = window.findChildren<QWidget *>();
    std::ranges::copy_if(all, std::back_inserter(stops), [](const QWidget *widget) {
        return widget->inherits("QWebEngineView") && widget->isVisible() && widget->isEnabled();
    });
    return stops;
}

// The stops from `first` on until it comes again.
std::vector<QWidget *> round(QWidget &window, QWidget *first, bool isForward, QStringList &faults)
{
    first->setFocus(Qt::TabFocusReason);
    std::vector<QWidget *> stops;
    while (std::ssize(stops) < mostStops) {
        QWidget *stop = tabStopOf(QApplication::focusWidget());
        if (!stop || stop->window() != &window) {
            faults.append(u"the focus leaves the window behind %1"_s.arg(stops.empty() ? walk::nameOf(first)
                                                                                       : walk::nameOf(stops.back())));
            return stops;
        }
        if (!stops.empty() && stop == stops.front())
            return stops;
        if (std::ranges::find(stops, stop) != stops.end()) {
            faults.append(
                u"%1 comes twice in a round, behind %2"_s.arg(walk::nameOf(stop), walk::nameOf(stops.back())));
            return stops;
        }
        stops.push_back(stop);
        press(window, isForward);
    }
    faults.append(u"Tab never comes round"_s);
    return stops;
}

// The widgets below the nearest widget that holds both, in which one and other lie.
std::pair<const QWidget *, const QWidget *> groupsOf(const QWidget *one, const QWidget *other)
{
    const QWidget *both = one;
    while (both && both != other && !both->isAncestorOf(other))
        both = both->parentWidget();
    const auto below = [both](const QWidget *widget) {
        while (widget != both && widget->parentWidget() != both)
            widget = widget->parentWidget();
        return widget;
    };
    return {below(one), below(other)};
}

// Not clearly above it, nor in its row and left of it.
bool standsBefore(const QRect &one, const QRect &other)
{
    const int shared = qMin(one.bottom(), other.bottom()) - qMax(one.top(), other.top()) + 1;
    if (2 * shared > qMin(one.height(), other.height()))
        return one.right() < other.left();
    return one.top() < other.top();
}

} // namespace

QStringList tabFaults(QWidget &window)
{
    QStringList faults;
    const std::vector<QWidget *> expected = expectedStops(window);
    if (expected.empty())
        return {u"there is nothing to stop at"_s};
    std::vector<QWidget *> there = round(window, expected.front(), true, faults);
    for (QWidget *stop : expected) {
        if (std::ranges::find(there, stop) == there.end())
            faults.append(u"Tab never meets %1"_s.arg(walk::nameOf(stop)));
    }
    QStringList backwards;
    for (std::size_t at = 0; at < there.size(); ++at) {
        const QWidget *one = there.at(at);
        const QWidget *next = there.at((at + 1) % there.size());
        const auto [group, nextGroup] = groupsOf(one, next);
        if (group != nextGroup && standsBefore(nextGroup->geometry(), group->geometry()))
            backwards.append(u"%1 stands before %2, and comes behind it"_s.arg(walk::nameOf(next), walk::nameOf(one)));
    }
    if (backwards.size() > 1) // once it goes from the end to the beginning
        faults.append(backwards);
    if (!faults.isEmpty())
        return faults;
    std::vector<QWidget *> back = round(window, there.front(), false, faults);
    std::reverse(back.begin() + 1, back.end());
    if (faults.isEmpty() && back != there)
        faults.append(u"Shift+Tab does not lead back the way that Tab came"_s);
    return faults;
}

// Frames

namespace {

// Frames along a line from outside of a widget to its inside: runs of pixels that the focus has changed.
int framesAlong(const QImage &without, const QImage &with, QPoint from, QPoint step, int length)
{
    int runs = 0;
    bool isIn = false;
    for (int at = 0; at < length; ++at, from += step) {
        if (!without.rect().contains(from))
            continue;
        const bool isOther = without.pixel(from) != with.pixel(from);
        runs += isOther && !isIn ? 1 : 0;
        isIn = isOther;
    }
    return runs;
}

} // namespace

QStringList frameFaults(QWidget &window)
{
    QStringList faults;
    const std::vector<QWidget *> expected = expectedStops(window);
    if (expected.size() < 2)
        return faults;
    const std::vector<QWidget *> stops = round(window, expected.front(), true, faults);
    const auto grab = [&window] { return window.grab().toImage(); };
    for (std::size_t at = 0; at < stops.size(); ++at) {
        QWidget *stop = stops.at(at);
        // Where one writes it is the caret that says so.
        const bool isSheet = qobject_cast<QPlainTextEdit *>(stop) && stop->property("plain").toBool();
        if (stop->inherits("QWebEngineView") || isSheet)
            continue;
        if (auto *list = qobject_cast<QAbstractItemView *>(stop); list && !list->currentIndex().isValid())
            continue; // no row is marked to go on from
        stops.at((at + stops.size() / 2) % stops.size())->setFocus(Qt::TabFocusReason);
        const QImage without = grab();
        stop->setFocus(Qt::TabFocusReason);
        const QImage with = grab();
        QRect place(stop->mapTo(&window, QPoint()), stop->size());
        int marked = -1; // the side where the mark of what is chosen stands, in the frame's colour
        if (auto *view = qobject_cast<QAbstractItemView *>(stop); view && view->currentIndex().isValid()) {
            marked = 2;
            place = view->visualRect(view->currentIndex());
            place.setLeft(0);
            place.setRight(view->viewport()->width() - 1);
            place.translate(view->viewport()->mapTo(&window, QPoint()));
        }
        if (auto *box = qobject_cast<QCheckBox *>(stop)) {
            QStyleOptionButton option;
            option.initFrom(box);
            place = box->style()->subElementRect(QStyle::SE_CheckBoxIndicator, &option, box);
            place.translate(box->mapTo(&window, QPoint()));
        } else if (auto *tabs = qobject_cast<QTabBar *>(stop)) {
            marked = 1;
            place = tabs->tabRect(tabs->currentIndex());
            place.translate(tabs->mapTo(&window, QPoint()));
        }
        constexpr int outside = 3;
        constexpr int depth = 5; // texts, and what is chosen of them, lie deeper
        const int third = place.width() / 3;
        const std::array counts{
            framesAlong(without, with, {place.left() + third, place.top() - outside}, {0, 1}, depth + outside),
            framesAlong(without, with, {place.left() + third, place.bottom() + outside}, {0, -1}, depth + outside),
            framesAlong(without, with, {place.left() - outside, place.center().y()}, {1, 0}, depth + outside),
            framesAlong(without, with, {place.right() + outside, place.center().y()}, {-1, 0}, depth + outside)};
        bool isFramed = true;
        for (int side = 0; side < int(counts.size()); ++side)
            isFramed = isFramed && (counts[side] == 1 || (side == marked && counts[side] == 0));
        if (!isFramed)
            faults.append(u"%1 shows frames: %2 over it, %3 below, %4 left, %5 right"_s.arg(walk::nameOf(stop))
                              .arg(counts[0])
                              .arg(counts[1])
                              .arg(counts[2])
                              .arg(counts[3]));
    }
    return faults;
}

} // namespace toasoan
