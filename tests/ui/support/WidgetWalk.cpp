#include "ui/support/WidgetWalk.h"
#include "ui/support/WidgetWalkParts.h"

#include "ui/models/StateChip.h"
#include "ui/shell/NavigationButton.h"
#include "ui/widgets/Mnemonic.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QKeySequence>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QMap>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const QWidget *widget)
{
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget); button && !button->text().isEmpty())
        return button->text();
    if (const auto *label = qobject_cast<const QLabel *>(widget); label && !label->text().isEmpty())
        return label->text();
    if (const auto *box = qobject_cast<const QComboBox *>(widget))
        return box->currentText();
    return widget->accessibleName().isEmpty() ? widget->objectName() : widget->accessibleName();
}

} // namespace

QString walk::nameOf(const QWidget *widget)
{
    return QString::fromLatin1(widget->metaObject()->className()).section(u"::"_s, -1) + u" “"_s
        + textOf(widget).left(60) + u'”';
}

namespace {

using walk::nameOf;
using walk::shownIn;

bool isInsideOf(const QWidget *widget, const char *className)
{
    for (const QWidget *each = widget; each; each = each->parentWidget()) {
        if (each->inherits(className))
            return true;
    }
    return false;
}

// What Qt makes for itself inside of a widget has the room that the widget gives it.
bool isInnards(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    return isInsideOf(widget, "QWebEngineView") || qobject_cast<const QScrollBar *>(widget)
        || widget->objectName().startsWith("qt_"_L1)
        || (parent
            && (qobject_cast<const QLineEdit *>(parent) || qobject_cast<const QComboBox *>(parent)
                || qobject_cast<const QAbstractItemView *>(parent) || isInsideOf(parent, "QTabBar")
                || isInsideOf(parent, "QCalendarWidget")));
}

} // namespace

std::vector<QWidget *> walk::shownIn(const QWidget &window)
{
    std::vector<QWidget *> shown;
    const auto all = window.findChildren<QWidget *>();
    std::ranges::copy_if(all, std::back_inserter(shown), [&window](const QWidget *widget) {
        return widget->isVisible() && widget->window() == &window && !isInnards(widget);
    });
    return shown;
}

namespace {

bool elidesKnowingly(const QWidget *widget, const QString &text)
{
    return !widget->toolTip().isEmpty() && widget->toolTip().contains(withoutMnemonic(text).left(12));
}

void lookAtPlace(const QWidget *widget, QStringList &faults)
{
    QRect place = widget->geometry();
    for (const QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        const auto *area = qobject_cast<const QAbstractScrollArea *>(parent->parentWidget());
        const bool scrolls = area && area->viewport() == parent;
        const bool isWithin = place.left() >= 0 && place.right() <= parent->rect().right()
            && (scrolls || (place.top() >= 0 && place.bottom() <= parent->rect().bottom()));
        if (!isWithin)
            faults.append(u"%1 stands out of %2: %3…%4 of %5, %6…%7 of %8"_s.arg(nameOf(widget), nameOf(parent))
                              .arg(place.left())
                              .arg(place.right())
                              .arg(parent->width())
                              .arg(place.top())
                              .arg(place.bottom())
                              .arg(parent->height()));
        if (!isWithin || scrolls || parent->isWindow())
            return;
        place.translate(parent->pos());
    }
}

void lookAtText(const QWidget *widget, QStringList &faults)
{
    const auto lacks = [&](int wanted, int there, const QString &what) {
        if (there + 1 < wanted)
            faults.append(u"%1 has %2 of %3 px %4"_s.arg(nameOf(widget)).arg(there).arg(wanted).arg(what));
    };
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        const int room = label->contentsRect().width();
        if (label->wordWrap() && !label->text().isEmpty()) {
            lacks(label->heightForWidth(label->width()), label->height(), u"in height"_s);
            const auto words = label->text().split(QRegularExpression(u"\\s"_s));
            for (const QString &word : words)
                lacks(label->fontMetrics().horizontalAdvance(word), room, u"for “%1”"_s.arg(word));
        } else {
            if (!elidesKnowingly(label, label->text()))
                lacks(label->sizeHint().width(), label->width(), u"in width"_s);
            lacks(label->sizeHint().height(), label->height(), u"in height"_s);
        }
    } else if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
        lacks(button->sizeHint().height(), button->height(), u"in height"_s);
        if (!elidesKnowingly(button, button->text()))
            lacks(button->sizeHint().width(), button->width(), u"in width"_s);
    } else if (const auto *box = qobject_cast<const QComboBox *>(widget)) {
        QStyleOptionComboBox option;
        option.initFrom(box);
        option.subControls = QStyle::SC_All;
        option.frame = box->hasFrame();
        const QRect field =
            box->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box);
        const int icon = box->itemIcon(box->currentIndex()).isNull() ? 0 : box->iconSize().width() + 4;
        lacks(box->sizeHint().height(), box->height(), u"in height"_s);
        if (!elidesKnowingly(box, box->currentText()))
            lacks(box->fontMetrics().horizontalAdvance(box->currentText()) + icon, field.width(), u"for its text"_s);
    } else if (const auto *line = qobject_cast<const QLineEdit *>(widget)) {
        lacks(line->sizeHint().height(), line->height(), u"in height"_s);
        constexpr int margins = 2 * (8 + 2); // the style sheet's, and those of Qt inside of them
        if (line->text().isEmpty() && !elidesKnowingly(line, line->placeholderText()))
            lacks(line->fontMetrics().horizontalAdvance(line->placeholderText()), line->width() - margins,
                  u"for its hint"_s);
    } else if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget)) {
        if (!text->toPlainText().isEmpty())
            return;
        const QRect wanted = text->fontMetrics().boundingRect(QRect(0, 0, text->viewport()->width() - 8, 10'000),
                                                              Qt::TextWordWrap, text->placeholderText());
        lacks(wanted.height(), text->viewport()->height(), u"for its hint"_s);
    } else if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
        lacks(tabs->sizeHint().width(), tabs->width(), u"for its tabs"_s);
        lacks(tabs->sizeHint().height(), tabs->height(), u"in height"_s);
    } else if (const auto *chip = qobject_cast<const StateChip *>(widget)) {
        lacks(chip->sizeHint().width(), chip->width(), u"in width"_s);
    } else if (const auto *view = qobject_cast<const QAbstractItemView *>(widget)) {
        for (const auto *header : view->findChildren<QHeaderView *>()) {
            for (int section = 0; section < header->count() && header->isVisible(); ++section) {
                if (header->orientation() == Qt::Horizontal && !header->isSectionHidden(section))
                    lacks(header->sectionSizeHint(section), header->sectionSize(section),
                          u"for column %1"_s.arg(section));
            }
        }
    }
}

// Of a button whose icon stands beside its label: Qt leaves 4 px behind the place of the icon, which is as wide as it
// is told to be, and as high as the icon is wide.
void lookAtIcon(const QWidget *widget, QStringList &faults)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    if (!button || button->icon().isNull() || qobject_cast<const NavigationButton *>(button))
        return;
    const auto *tool = qobject_cast<const QToolButton *>(button);
    if (tool && tool->toolButtonStyle() != Qt::ToolButtonTextBesideIcon)
        return;
    const int beyond = button->iconSize().width() - button->iconSize().height();
    if (button->text().isEmpty()) {
        if (beyond != 0)
            faults.append(u"%1 has its icon beside its middle"_s.arg(nameOf(button)));
        return;
    }
    constexpr int gapOfQt = 4;
    if (beyond + gapOfQt < 6 || beyond + gapOfQt > 8)
        faults.append(u"%1 has %2 px between icon and label"_s.arg(nameOf(button)).arg(beyond + gapOfQt));
}

void collect(const QLayout &layout, std::vector<QWidget *> &widgets)
{
    for (int at = 0; at < layout.count(); ++at) {
        const QLayoutItem *item = layout.itemAt(at);
        if (QWidget *widget = item->widget(); widget && widget->isVisible())
            widgets.push_back(widget);
        else if (const QLayout *inner = const_cast<QLayoutItem *>(item)->layout())
            collect(*inner, widgets);
    }
}

void lookAtNeighbours(const QWidget *parent, QStringList &faults)
{
    if (!parent->layout() || parent->inherits("QStackedWidget") || parent->inherits("QMainWindow"))
        return;
    std::vector<QWidget *> widgets;
    collect(*parent->layout(), widgets);
    for (std::size_t at = 0; at < widgets.size(); ++at) {
        for (std::size_t other = at + 1; other < widgets.size(); ++other) {
            if (widgets[at]->geometry().intersects(widgets[other]->geometry()))
                faults.append(u"%1 lies over %2"_s.arg(nameOf(widgets[at]), nameOf(widgets[other])));
        }
    }
}

} // namespace

QStringList roomFaults(const QWidget &window)
{
    QStringList faults;
    if (window.minimumSizeHint().width() > window.width() || window.minimumSizeHint().height() > window.height())
        faults.append(u"the window wants to be %1 × %2"_s.arg(window.minimumSizeHint().width())
                          .arg(window.minimumSizeHint().height()));
    lookAtNeighbours(&window, faults);
    for (const QWidget *widget : shownIn(window)) {
        lookAtPlace(widget, faults);
        lookAtText(widget, faults);
        lookAtIcon(widget, faults);
        lookAtNeighbours(widget, faults);
    }
    faults.removeDuplicates();
    return faults;
}

// Letters

namespace {

QString letterOf(const QString &text)
{
    return QKeySequence::mnemonic(text).toString().section(u'+', -1);
}

void lookAtLetters(const QMap<QString, QStringList> &names, const QString &where, QStringList &faults)
{
    for (auto each = names.cbegin(); each != names.cend(); ++each) {
        // Telex makes ư of w wherever it stands.
        const bool canBeTyped = each.key().size() == 1 && each.key() != "W"_L1
            && ((each.key() >= "A"_L1 && each.key() <= "Z"_L1) || each.key().at(0).isDigit())
            && each.key().at(0).unicode() < 128;
        if (each->size() > 1 || !canBeTyped)
            faults.append(u"%1Alt+%2: %3"_s.arg(where, each.key(), each->join(u" | "_s)));
    }
}

} // namespace

QStringList letterFaults(const QWidget &window)
{
    QStringList faults;
    QMap<QString, QStringList> names; // by letter
    const auto take = [](QMap<QString, QStringList> &into, const QString &text) {
        if (const QString letter = letterOf(text); !letter.isEmpty())
            into[letter].append(withoutMnemonic(text));
    };
    const auto lookAtMenu = [&](const QMenu &menu) {
        QMap<QString, QStringList> entries;
        for (const QAction *action : menu.actions()) {
            if (action->isVisible())
                take(entries, action->text());
        }
        lookAtLetters(entries, u"in a menu, "_s, faults);
    };
    for (const QWidget *widget : shownIn(window)) {
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
            take(names, button->text());
            const auto *push = qobject_cast<const QPushButton *>(button);
            const auto *tool = qobject_cast<const QToolButton *>(button);
            if (const QMenu *menu = push ? push->menu() : tool ? tool->menu() : nullptr)
                lookAtMenu(*menu);
        } else if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->buddy()) {
            take(names, label->text());
        } else if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int tab = 0; tab < tabs->count(); ++tab)
                take(names, tabs->tabText(tab));
        }
    }
    for (const QAction *action : window.actions()) {
        // It may stand there as a button too.
        if (action->isVisible() && !names[letterOf(action->text())].contains(withoutMnemonic(action->text())))
            take(names, action->text());
    }
    names.remove(QString());
    lookAtLetters(names, {}, faults);
    return faults;
}

} // namespace toasoan
