#include "ui/shell/CommandPalette.h"

#include "text/Vietnamese.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Look.h"
#include "ui/widgets/Mnemonic.h"

#include <QAction>
#include <QApplication>
#include <QGraphicsDropShadowEffect>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPixmap>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace toasoan {

namespace {

constexpr int keysRole = Qt::UserRole + 1;
constexpr int signSize = 18; // pixels

// The keys of a command stand at the edge, so that names and keys are each read down a line.
class CommandDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        painter->save();
        painter->setPen(mutedColour(option.palette));
        painter->drawText(option.rect.adjusted(0, 0, -12, 0), Qt::AlignVCenter | Qt::AlignRight,
                          index.data(keysRole).toString());
        painter->restore();
    }
};

// What is chosen among several has the mark; what has neither sign nor mark keeps their place empty.
QIcon signOf(const QAction &command)
{
    if (!command.icon().isNull())
        return command.icon();
    if (command.isChecked())
        return icon(QStringLiteral("check"));
    QPixmap empty(signSize, signSize);
    empty.fill(Qt::transparent);
    return empty;
}

} // namespace

CommandPalette::CommandPalette(QWidget *window)
    : QFrame(window)
    , m_text(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_nothing(new QLabel(this))
{
    makeCard(this);
    makePlain(m_list);
    auto *shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(36);
    shadow->setOffset(0, 8);
    shadow->setColor(QColor(0, 0, 0, 90));
    setGraphicsEffect(shadow);
    m_text->setPlaceholderText(tr("What do you want to do?"));
    m_text->setAccessibleName(tr("Find a command"));
    m_list->setAccessibleName(tr("Commands"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setIconSize(QSize(signSize, signSize));
    m_list->setItemDelegate(new CommandDelegate(m_list));
    setSheet(m_list, [](const QPalette &palette) {
        return QStringLiteral("QListWidget::item { padding: 8px 10px; border-radius: 6px; }"
                              "QListWidget::item:selected { background: %1; color: %2; }")
            .arg(toneGround(Tone::Accent, palette).name(), palette.color(QPalette::Text).name());
    });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addWidget(m_text);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing);
    m_nothing->setTextFormat(Qt::PlainText); // it repeats what was typed
    m_nothing->setWordWrap(true);
    m_nothing->setContentsMargins(10, 6, 10, 8);
    setRole(m_nothing, TextRole::Muted);
    m_text->installEventFilter(this);
    connect(m_text, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::runCurrent);
    hide();
}

void CommandPalette::addCommand(QAction *command, Rank rank)
{
    m_commands.removeIf([](const Entry &entry) { return !entry.command; }); // of a page that has gone
    m_commands.insert(std::ranges::upper_bound(m_commands, rank, {}, &Entry::rank), {command, rank});
}

void CommandPalette::openPalette()
{
    m_focusBefore = QApplication::focusWidget();
    m_text->clear();
    filter({});
    show();
    raise();
    m_text->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::settle()
{
    const QSize room = parentWidget()->size();
    const int width = qMin(560, room.width() - 80);
    const QMargins margins = layout()->contentsMargins();
    const int inside = width - margins.left() - margins.right();
    const int below = m_list->isHidden() ? m_nothing->heightForWidth(inside)
                                         : m_list->count() * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth();
    const int wanted = margins.top() + m_text->sizeHint().height() + layout()->spacing() + below + margins.bottom();
    setGeometry((room.width() - width) / 2, 72, width, qMin(wanted, qMin(420, room.height() - 140)));
}

void CommandPalette::filter(const QString &text)
{
    const QStringList words = fold(text).split(u' ', Qt::SkipEmptyParts);
    m_list->clear();
    for (const auto &[command, rank] : std::as_const(m_commands)) {
        if (!command || !command->isEnabled() || !command->isVisible())
            continue;
        const QString name = withoutMnemonic(command->text());
        const QString folded = fold(name);
        if (!std::ranges::all_of(words, [&](const QString &word) { return folded.contains(word); }))
            continue;
        const QString keys = command->shortcut().toString(QKeySequence::NativeText);
        auto *item = new QListWidgetItem(signOf(*command), name, m_list);
        item->setData(keysRole, keys);
        item->setData(Qt::AccessibleTextRole, keys.isEmpty() ? name : QStringLiteral("%1, %2").arg(name, keys));
        item->setData(Qt::UserRole, QVariant::fromValue(static_cast<QObject *>(command.data())));
    }
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
    m_list->setVisible(m_list->count() > 0);
    m_nothing->setVisible(m_list->count() == 0);
    m_nothing->setText(tr("No command is called “%1”. Try another word.").arg(text.trimmed()));
    m_text->setAccessibleDescription(m_list->count() > 0 ? QString() : m_nothing->text());
    settle();
}

void CommandPalette::runCurrent()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const QPointer<QAction> command = qobject_cast<QAction *>(item->data(Qt::UserRole).value<QObject *>());
    closePalette();
    if (command)
        command->trigger();
}

void CommandPalette::closePalette()
{
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && isVisible()
        && static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason) {
        hide();
        return false;
    }
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int last = m_list->count() - 1;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Escape:
        closePalette();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    case Qt::Key_Down:
        m_list->setCurrentRow(m_list->currentRow() >= last ? 0 : m_list->currentRow() + 1);
        return true;
    case Qt::Key_Up:
        m_list->setCurrentRow(m_list->currentRow() <= 0 ? last : m_list->currentRow() - 1);
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

} // namespace toasoan
