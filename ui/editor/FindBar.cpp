#include "ui/editor/FindBar.h"

#include "ui/widgets/LineIcon.h"
#include "ui/widgets/LineLimit.h"
#include "ui/widgets/Look.h"
#include "ui/widgets/TabOrder.h"

#include <QCheckBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestText = 200; // of what is looked for, in UTF-16 units
constexpr int longestReplacement = 2000;

QPushButton *iconButton(const QString &name, const QString &keys, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setAccessibleName(name);
    button->setToolTip(u"%1 (%2)"_s.arg(name, keys));
    makeQuiet(button);
    return button;
}

} // namespace

FindBar::FindBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLineEdit(this))
    , m_replacement(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_matchCase(new QCheckBox(tr("Match case"), this))
    , m_previous(iconButton(tr("Previous place"), u"Shift+F3"_s, this))
    , m_next(iconButton(tr("Next place"), u"F3"_s, this))
    , m_close(iconButton(tr("Close"), u"Esc"_s, this))
    , m_replace(new QPushButton(tr("Replace"), this))
    , m_replaceAll(new QPushButton(tr("Replace all"), this))
    , m_replaceRow(new QWidget(this))
{
    setObjectName(u"findBar"_s);
    setSheet(this, [](const QPalette &palette) {
        return u"QFrame#findBar { background: %1; border: none; border-bottom: 1px solid %2; }"_s.arg(
            palette.color(QPalette::Window).name(), lineColour(palette).name());
    });
    m_text->setPlaceholderText(tr("Find in the article"));
    m_text->setAccessibleName(tr("Find in the article"));
    m_replacement->setPlaceholderText(tr("Replace with"));
    m_replacement->setAccessibleName(tr("Replace with"));
    m_text->setMinimumWidth(120);
    m_replacement->setMinimumWidth(120);
    setRole(m_count, TextRole::Muted);
    m_count->setMinimumWidth(m_count->fontMetrics().horizontalAdvance(u"0000/0000"_s));
    m_count->setAlignment(Qt::AlignCenter);

    // Two groups, so that Tab leads from what is looked for to what is put in its place, as in other programs: within a
    // group it goes from row to row (TabOrder).
    auto *fields = new QWidget(this);
    auto *buttons = new QWidget(this);
    auto *firstRow = new QWidget(buttons);
    const auto fill = [](QWidget *row, std::initializer_list<QWidget *> widgets) {
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(6);
        for (QWidget *each : widgets)
            layout->addWidget(each);
        layout->addStretch(1);
    };
    fill(firstRow, {m_count, m_previous, m_next, m_matchCase, m_close});
    fill(m_replaceRow, {m_replace, m_replaceAll});
    const auto stack = [](QWidget *group, std::initializer_list<QWidget *> rows) {
        int height = 0;
        for (const QWidget *each : rows)
            height = qMax(height, each->sizeHint().height());
        auto *layout = new QVBoxLayout(group);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(6);
        for (QWidget *each : rows)
            layout->addWidget(each);
        return height;
    };
    const int height = qMax(stack(fields, {m_text, m_replacement}), stack(buttons, {firstRow, m_replaceRow}));
    for (QWidget *each : std::initializer_list<QWidget *>{m_text, m_replacement, firstRow, m_replaceRow})
        each->setMinimumHeight(height); // the rows of both stand side by side
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 6, 10, 6);
    layout->setSpacing(6);
    layout->addWidget(fields, 1);
    layout->addWidget(buttons);

    connect(new LineLimit(m_text, longestText), &LineLimit::reached, this,
            [this] { emit limitReached(tr("Only 200 characters can be looked for. What goes beyond was left out.")); });
    connect(new LineLimit(m_replacement, longestReplacement), &LineLimit::reached, this, [this] {
        emit limitReached(tr("Only 2,000 characters fit in as a replacement. What goes beyond was left out."));
    });
    connect(m_text, &QLineEdit::textChanged, this, [this] { ask(u"look"_s); });
    connect(m_matchCase, &QCheckBox::toggled, this, [this] { ask(u"look"_s); });
    connect(m_previous, &QPushButton::clicked, this, &FindBar::previous);
    connect(m_next, &QPushButton::clicked, this, &FindBar::next);
    connect(m_close, &QPushButton::clicked, this, &FindBar::close);
    connect(m_replace, &QPushButton::clicked, this, [this] { ask(u"replace"_s); });
    connect(m_replaceAll, &QPushButton::clicked, this, [this] { ask(u"replaceAll"_s); });
    m_text->installEventFilter(this);
    m_replacement->installEventFilter(this);
    redraw();
    setFound(0, 0);
    hide();
}

void FindBar::open(Kind kind, const QString &suggestion)
{
    const bool wasOpen = isVisibleTo(parentWidget());
    showReplacing(!m_isReadOnly && (kind == Kind::Replace || (wasOpen && !m_replaceRow->isHidden())));
    show();
    if (!suggestion.isEmpty() && suggestion != m_text->text())
        m_text->setText(suggestion); // asks
    else
        ask(u"look"_s);
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FindBar::close()
{
    if (isHidden())
        return;
    hide();
    ask(u"close"_s);
    emit closed();
}

void FindBar::askAgain()
{
    if (!isHidden())
        ask(u"look"_s);
}

void FindBar::step(const QString &what)
{
    if (isHidden())
        open(Kind::Find, {});
    ask(what);
}

void FindBar::ask(const QString &what)
{
    m_replacing = what == "replaceAll"_L1 ? m_total : 0;
    emit asked({{u"what"_s, what},
                {u"text"_s, m_text->text()},
                {u"matchCase"_s, m_matchCase->isChecked()},
                {u"replacement"_s, m_replacement->text()}});
}

void FindBar::setFound(int current, int total)
{
    m_total = total;
    m_count->setText(m_text->text().isEmpty()            ? QString()
                         : total == 0 && m_replacing > 0 ? tr("%Ln replaced", nullptr, m_replacing)
                         : total == 0                    ? tr("Not found")
                                                         : u"%L1/%L2"_s.arg(current).arg(total));
    m_count->setAccessibleName(total == 0
                                   ? m_count->text()
                                   : tr("Place %1 of %2").arg(QLocale().toString(current), QLocale().toString(total)));
    showButtons();
}

void FindBar::setReadOnly(bool isReadOnly)
{
    m_isReadOnly = isReadOnly;
    if (isReadOnly)
        showReplacing(false);
    showButtons();
}

void FindBar::showReplacing(bool isShown)
{
    m_replacement->setVisible(isShown);
    m_replaceRow->setVisible(isShown);
}

void FindBar::showButtons()
{
    for (QPushButton *button : {m_previous, m_next})
        button->setEnabled(m_total > 0);
    for (QPushButton *button : {m_replace, m_replaceAll})
        button->setEnabled(m_total > 0 && !m_isReadOnly);
}

// Enter in a field does what the field is for; the buttons are pressed by the house's style.
bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (watched == m_replacement)
                ask(u"replace"_s);
            else if (key->modifiers() & Qt::ShiftModifier)
                previous();
            else
                next();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

// Once all is replaced, the buttons can no longer be pressed.
bool FindBar::focusNextPrevChild(bool next)
{
    if (!isFocusLeftBehind(*this) || !m_text->isVisible())
        return QFrame::focusNextPrevChild(next);
    m_text->setFocus(Qt::OtherFocusReason);
    return true;
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

void FindBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        redraw();
    QFrame::changeEvent(event);
}

void FindBar::redraw()
{
    const QPalette colours = QGuiApplication::palette();
    m_previous->setIcon(lineIcon(u":/editor/chevron-up.svg"_s, colours));
    m_next->setIcon(lineIcon(u":/editor/chevron-down.svg"_s, colours));
    m_close->setIcon(lineIcon(u":/editor/x.svg"_s, colours));
}

} // namespace toasoan
