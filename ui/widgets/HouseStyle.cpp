#include "ui/widgets/HouseStyle.h"

#include "ui/widgets/Icon.h"
#include "ui/widgets/Look.h"
#include "ui/widgets/Mnemonic.h"
#include "ui/widgets/RedoKey.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QProxyStyle>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QStyleOption>
#include <QStyledItemDelegate>
#include <QTabBar>
#include <QToolButton>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// Between an icon and its label; Qt leaves 4 by itself.
constexpr int iconGap = 8;
constexpr int iconGapOfQt = 4;

// The icon of a button with a label is given a wider place, which the icons of Icon.h fill from the left.
template <typename T>
void keepLabelOff(T *widget, bool hasLabel)
{
    const int edge = widget->iconSize().height();
    widget->setIconSize(QSize(edge + (hasLabel ? iconGap - iconGapOfQt : 0), edge));
}

// Of all rows of a list, one below the other.
int rowsHeight(const QAbstractItemView &view)
{
    int height = 0;
    for (int row = 0; row < view.model()->rowCount(view.rootIndex()); ++row)
        height += view.sizeHintForRow(row);
    return height;
}

int spacersHeight(const QLayout &layout)
{
    int height = 0;
    for (int at = 0; at < layout.count(); ++at) {
        if (layout.itemAt(at)->spacerItem())
            height += layout.itemAt(at)->sizeHint().height();
    }
    return height;
}

// An arrow takes the room for lack of which it is there: it comes back where that is so without it.
void showArrowsIfNeeded(QAbstractItemView &view, QLayout &layout)
{
    for (int at = 0; at < layout.count(); ++at) {
        if (QWidget *part = layout.itemAt(at)->widget(); part && part != &view)
            part->hide();
    }
    layout.activate();
    view.doItemsLayout();
}

// As wide as its longest entry, however narrow the box, and as high as all of them where the screen has the room: Qt
// leaves border and padding of the style sheet out, and then cuts the last entry for an arrow.
void fitList(const QComboBox &box, QWidget &list)
{
    const QAbstractItemView &view = *box.view();
    const int wideEnough = view.sizeHintForColumn(0) + list.width() - view.viewport()->width()
        + view.style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, &view);
    const int frame = view.height() - view.viewport()->height();
    const bool showsAll = !box.isEditable(); // beside what is typed a few are enough
    const int highEnough = showsAll ? rowsHeight(view) + frame + spacersHeight(*list.layout()) : 0;
    const QRect screen = box.screen()->availableGeometry();
    const QSize size = list.size().expandedTo({wideEnough, highEnough}).boundedTo(screen.size());
    list.setGeometry(qMin(list.x(), screen.right() + 1 - size.width()),
                     qMin(list.y(), screen.bottom() + 1 - size.height()), size.width(), size.height());
    showArrowsIfNeeded(*box.view(), *list.layout());
}

bool isChoosing(const QKeyEvent &key)
{
    switch (key.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End:
        return true;
    default:
        return key.text().size() == 1 && key.text().at(0).isPrint() && key.modifiers() == Qt::NoModifier;
    }
}

// The wheel over a box scrolls what it stands in. A key that would choose in a box that is scrolled away shows it.
bool choosesUnseen(QComboBox &box, QEvent &event)
{
    if (event.type() == QEvent::Wheel) {
        event.ignore(); // it goes on to what stands below
        return true;
    }
    if (event.type() != QEvent::KeyPress || !isChoosing(static_cast<QKeyEvent &>(event)))
        return false;
    if (!box.isVisible() || !box.visibleRegion().isEmpty())
        return false;
    for (QWidget *around = box.parentWidget(); around; around = around->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(around))
            area->ensureWidgetVisible(&box);
    }
    return true;
}

// Whether it is a field that can be written in: then it has done again what was undone in it.
bool redo(QObject *field)
{
    if (auto *line = qobject_cast<QLineEdit *>(field); line && !line->isReadOnly())
        line->redo();
    else if (auto *text = qobject_cast<QPlainTextEdit *>(field); text && !text->isReadOnly())
        text->redo();
    else
        return false;
    return true;
}

// Enter presses the button that has the focus, in windows as in dialogs; by itself only dialogs do so. The focus is a
// line round what has it.
class HouseStyle final : public QProxyStyle
{
public:
    using QProxyStyle::QProxyStyle;

    void polish(QWidget *widget) override
    {
        QProxyStyle::polish(widget);
        if (auto *button = qobject_cast<QPushButton *>(widget)) {
            button->setAutoDefault(true);
            keepLabelOff(button, !button->text().isEmpty());
        } else if (auto *box = qobject_cast<QComboBox *>(widget)) {
            keepLabelOff(box, true);
            if (box->itemDelegate()->inherits("QComboBoxDelegate"))
                box->setItemDelegate(new QStyledItemDelegate(box)); // Qt's own takes nothing from the sheet
            box->view()->window()->installEventFilter(this);
            box->installEventFilter(this);
        } else if (qobject_cast<QLineEdit *>(widget) || qobject_cast<QPlainTextEdit *>(widget)) {
            widget->installEventFilter(this);
        }
    }

    // The list of a box shows each of its entries whole, and nothing is chosen in a box by the way. A letter with Alt
    // that leads nowhere is not typed. Ctrl+Y does again what was undone, wherever one may write. A field that cannot
    // be written in any more, or again, is dressed anew: what a style sheet says of a property is looked up only then.
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::KeyPress && isMnemonicKey(*static_cast<QKeyEvent *>(event)))
            return true;
        if (event->type() == QEvent::KeyPress && isRedoKey(*static_cast<QKeyEvent *>(event)) && redo(watched))
            return true;
        if (auto *field = qobject_cast<QPlainTextEdit *>(watched); field && event->type() == QEvent::ReadOnlyChange) {
            QStyle *style = field->style(); // that of the sheet, which stands over this one
            style->unpolish(field);
            style->polish(field);
        }
        if (auto *box = qobject_cast<QComboBox *>(watched); box && choosesUnseen(*box, *event))
            return true;
        auto *list = qobject_cast<QWidget *>(watched);
        auto *box = list ? qobject_cast<QComboBox *>(list->parentWidget()) : nullptr;
        if (box && event->type() == QEvent::Show)
            fitList(*box, *list);
        return QProxyStyle::eventFilter(watched, event);
    }

    // Dialogs have one margin and one order of buttons, whoever made them.
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override
    {
        if (widget && widget->isWindow() && qobject_cast<const QDialog *>(widget)) {
            switch (metric) {
            case PM_LayoutLeftMargin:
            case PM_LayoutRightMargin:
                return 24;
            case PM_LayoutTopMargin:
            case PM_LayoutBottomMargin:
                return 20;
            case PM_LayoutVerticalSpacing:
                return 10;
            default:
                break;
            }
        }
        if (metric == PM_MessageBoxIconSize)
            return 24;
        return QProxyStyle::pixelMetric(metric, option, widget);
    }

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override
    {
        if (hint == SH_DialogButtonLayout)
            return QDialogButtonBox::GnomeLayout;
        if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
            return 0;
        if (hint == SH_ComboBox_Popup) // a list below its box, in the one frame of the sheet; no panel around that
            return 0;
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
    using QProxyStyle::polish;

    // Messages have icons of the same hand as everything else.
    QIcon standardIcon(StandardPixmap standard, const QStyleOption *option, const QWidget *widget) const override
    {
        if (standard == SP_MessageBoxQuestion || standard == SP_MessageBoxInformation)
            return icon(u"info"_s);
        if (standard == SP_MessageBoxWarning)
            return icon(u"triangle-alert"_s, Tone::Warning);
        if (standard == SP_MessageBoxCritical)
            return icon(u"triangle-alert"_s, Tone::Bad);
        return QProxyStyle::standardIcon(standard, option, widget);
    }

    // A line, where Fusion lays a second ground over the one that a row has.
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override
    {
        // Windows and Office point down where the newest or the largest stands first; Fusion points up.
        if (const auto *header =
                element == PE_IndicatorHeaderArrow ? qstyleoption_cast<const QStyleOptionHeader *>(option) : nullptr) {
            QStyleOptionHeader turned = *header;
            if (header->sortIndicator != QStyleOptionHeader::None)
                turned.sortIndicator = header->sortIndicator == QStyleOptionHeader::SortUp
                    ? QStyleOptionHeader::SortDown
                    : QStyleOptionHeader::SortUp;
            QProxyStyle::drawPrimitive(element, &turned, painter, widget);
            return;
        }
        if (element != PE_FrameFocusRect) {
            QProxyStyle::drawPrimitive(element, option, painter, widget);
            return;
        }
        // What is pressed or typed into has a border of its own for it (the style sheet): one frame is enough.
        const bool hasNoBorder = qobject_cast<const QAbstractItemView *>(widget)
            || qobject_cast<const QTabBar *>(widget)
            || (qobject_cast<const QToolButton *>(widget) && !widget->property("quiet").toBool());
        if (!(option->state & State_KeyboardFocusChange) || !hasNoBorder)
            return;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setPen(toneColour(Tone::Accent, option->palette));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
    }
};

} // namespace

QStyle *makeHouseStyle()
{
    return new HouseStyle(u"Fusion"_s);
}

} // namespace toasoan
