#include "ui/widgets/Look.h"

#include "ui/widgets/HouseStyle.h"
#include "ui/widgets/Icon.h"

#include <QApplication>
#include <QDir>
#include <QEvent>
#include <QFontDatabase>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVariant>

static void initResource()
{
    Q_INIT_RESOURCE(desk_look); // compiled into a static library
}

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

struct Colours
{
    const char *window;
    const char *base;
    const char *paper; ///< --paper in resources/editor/content.css and editor.css
    const char *alternate;
    const char *text;
    const char *muted;
    const char *line;
    const char *field; ///< border of what can be typed in: contrast at least 3
    const char *button;
    const char *hover;
    const char *accent; ///< as a ground, under white
    const char *accentHover;
    const char *accentText;
    const char *accentGround;
    const char *good;
    const char *goodGround;
    const char *warning;
    const char *warningGround;
    const char *bad;
    const char *badGround;
    const char *neutralGround;
};

constexpr Colours light{.window = "#f6f5f3",
                        .base = "#ffffff",
                        .paper = "#fffefb",
                        .alternate = "#faf9f7",
                        .text = "#1d1b19",
                        .muted = "#635e58",
                        .line = "#e2deD8",
                        .field = "#918a82",
                        .button = "#ffffff",
                        .hover = "#eeebe6",
                        .accent = "#a31621",
                        .accentHover = "#86101a",
                        .accentText = "#a31621",
                        .accentGround = "#f9e9e9",
                        .good = "#1a6334",
                        .goodGround = "#e5f3e9",
                        .warning = "#7a4b00",
                        .warningGround = "#fcf1d9",
                        .bad = "#a31621",
                        .badGround = "#f9e9e9",
                        .neutralGround = "#eceae6"};

constexpr Colours dark{.window = "#1b1a19",
                       .base = "#242321",
                       .paper = "#242321",
                       .alternate = "#201f1e",
                       .text = "#eeebe7",
                       .muted = "#b0a9a1",
                       .line = "#3a3835",
                       .field = "#7d766f",
                       .button = "#2c2a28",
                       .hover = "#353230",
                       .accent = "#b5222e",
                       .accentHover = "#cb3440",
                       .accentText = "#f4938f",
                       .accentGround = "#43201f",
                       .good = "#7fcf98",
                       .goodGround = "#1d3525",
                       .warning = "#eec06a",
                       .warningGround = "#3c2f14",
                       .bad = "#f4938f",
                       .badGround = "#43201f",
                       .neutralGround = "#34312f"};

const Colours &coloursOf(const QPalette &palette)
{
    return isDark(palette) ? dark : light;
}

QColor colour(const char *name)
{
    return QColor(QLatin1StringView(name));
}

QPalette paletteOf(const Colours &colours)
{
    QPalette palette;
    palette.setColor(QPalette::Window, colour(colours.window));
    palette.setColor(QPalette::WindowText, colour(colours.text));
    palette.setColor(QPalette::Base, colour(colours.base));
    palette.setColor(QPalette::AlternateBase, colour(colours.alternate));
    palette.setColor(QPalette::Text, colour(colours.text));
    palette.setColor(QPalette::PlaceholderText, colour(colours.muted));
    palette.setColor(QPalette::Button, colour(colours.button));
    palette.setColor(QPalette::ButtonText, colour(colours.text));
    palette.setColor(QPalette::ToolTipBase, colour(colours.base));
    palette.setColor(QPalette::ToolTipText, colour(colours.text));
    palette.setColor(QPalette::Highlight, colour(colours.accent));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, colour(colours.accentText));
    palette.setColor(QPalette::Mid, colour(colours.line));
    palette.setColor(QPalette::Midlight, colour(colours.line));
    palette.setColor(QPalette::Dark, colour(colours.field));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        QColor faint = colour(colours.muted);
        faint.setAlpha(150);
        palette.setColor(QPalette::Disabled, role, faint);
    }
    return palette;
}

QString styleSheetOf(const Colours &c)
{
    QString sheet = uR"(
QPushButton { padding: 6px 14px; border: 1px solid @line; border-radius: 6px; background: @button; color: @text; }
QPushButton:hover { background: @hover; }
QPushButton:pressed, QPushButton:checked { background: @line; }
QPushButton:focus { border: 1px solid @accentText; }
QPushButton:disabled { color: @disabled; background: transparent; }
QPushButton[primary="true"] { background: @accent; border-color: @accent; color: white; font-weight: 600; }
QPushButton[primary="true"]:hover { background: @accentHover; }
QPushButton[primary="true"]:focus { border: 2px solid @text; padding: 5px 13px; }
QPushButton[primary="true"]:disabled { background: @neutralGround; border-color: @line; color: @disabled; }
QPushButton[quiet="true"], QToolButton[quiet="true"] { border: 1px solid transparent; background: transparent; padding: 5px 9px; border-radius: 6px; }
QPushButton[quiet="true"]:hover, QToolButton[quiet="true"]:hover { background: @hover; }
QPushButton[quiet="true"]:focus, QToolButton[quiet="true"]:focus { border-color: @accentText; }
QComboBox, QSpinBox { color: @text; }
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox { border: 1px solid @field; border-radius: 6px; background: @base; padding: 5px 8px; selection-background-color: @accent; selection-color: white; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus { border: 2px solid @accentText; padding: 4px 7px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { border-color: @line; color: @disabled; background: @window; }
QLineEdit:read-only, QPlainTextEdit[readOnly="true"] { background: @window; border-color: @line; }
QComboBox { padding-right: 26px; }
QComboBox::drop-down { subcontrol-origin: border; subcontrol-position: center right; width: 26px; border: none; background: transparent; }
QComboBox::down-arrow { image: url(:/desk/@arrow); width: 14px; height: 14px; }
QCheckBox { spacing: 8px; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid @field; border-radius: 4px; background: @base; }
QCheckBox::indicator:focus { border: 2px solid @accentText; width: 14px; height: 14px; }
QCheckBox::indicator:checked { background: @accent; border: 1px solid @accent; width: 16px; height: 16px; image: url(:/desk/check-white.svg); }
QPushButton::menu-indicator { subcontrol-origin: padding; subcontrol-position: center right; image: url(:/desk/@arrow); width: 14px; height: 14px; right: 8px; }
QComboBox QAbstractItemView { border: 1px solid @line; background: @base; selection-background-color: @accentGround; selection-color: @text; outline: none; padding: 4px; }
QComboBox QAbstractItemView::item { padding: 4px 8px; border-radius: 5px; color: @text; }
QComboBox QAbstractItemView::item:selected { background: @accentGround; color: @text; }
QPlainTextEdit[plain="true"] { border: none; background: transparent; padding: 0; }
QAbstractItemView[plain="true"], QScrollArea[plain="true"] { border: none; background: transparent; }
QFrame[card="true"] { background: @base; border: 1px solid @line; border-radius: 10px; }
QLabel[textRole="title"] { font-size: 19pt; font-weight: 600; }
QLabel[textRole="heading"] { font-size: 12.5pt; font-weight: 600; }
QLabel[textRole="label"] { font-weight: 600; color: @text; }
QLabel[textRole="muted"] { color: @muted; }
QToolTip { background: @base; color: @text; border: 1px solid @line; padding: 4px 6px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: @scroll; border-radius: 4px; min-height: 32px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; }
QScrollBar::handle:horizontal { background: @scroll; border-radius: 4px; min-width: 32px; margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QHeaderView { background: transparent; }
QHeaderView::section { background: transparent; color: @muted; border: none; border-bottom: 1px solid @line; padding: 7px 10px; font-weight: 600; }
QMenu { background: @base; border: 1px solid @line; padding: 5px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 5px; }
QMenu::item:selected { background: @accentGround; color: @text; }
QMenu::item:disabled { color: @disabled; }
QToolBar QToolButton { border: 1px solid transparent; border-radius: 6px; background: transparent; padding: 2px; }
QToolBar QToolButton:hover { background: @hover; }
QToolBar QToolButton:pressed, QToolBar QToolButton:checked { background: @line; }
QToolBar QToolButton:focus { border-color: @accentText; }
QToolBar QToolButton[popupMode="2"] { padding-right: 17px; }
QToolBar QToolButton::menu-indicator { subcontrol-origin: border; subcontrol-position: center right; image: url(:/desk/@arrow); width: 12px; height: 12px; right: 3px; }
QToolBar QPushButton { padding: 3px 26px 3px 8px; min-height: 21px; border-color: @field; background: @base; }
QToolBar QPushButton:disabled { border-color: @line; background: @window; }
QToolBar::separator { width: 1px; background: @line; margin: 6px 5px; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QStatusBar { background: @window; border-top: 1px solid @line; }
QStatusBar::item { border: none; }
QCalendarWidget { border: 1px solid @line; background: @base; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: @base; border-bottom: 1px solid @line; padding: 2px; }
QCalendarWidget QToolButton { color: @text; background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 4px 8px; font-weight: 600; }
QCalendarWidget QToolButton:hover { background: @hover; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QTableView { border: none; background: @base; selection-background-color: @accent; selection-color: white; outline: none; }
QProgressBar { border: none; border-radius: 3px; background: @neutralGround; max-height: 6px; text-align: center; }
QProgressBar::chunk { background: @accentText; border-radius: 3px; }
QDialog { background: @window; }
)"_s;
    const auto put = [&sheet](const char *name, const QString &value) {
        sheet.replace(u'@' + QLatin1StringView(name), value);
    };
    // Longer names first: @accent is the beginning of @accentText.
    put("accentGround", QLatin1StringView(c.accentGround));
    put("accentHover", QLatin1StringView(c.accentHover));
    put("accentText", QLatin1StringView(c.accentText));
    put("accent", QLatin1StringView(c.accent));
    put("neutralGround", QLatin1StringView(c.neutralGround));
    put("disabled", mutedColour(paletteOf(c)).name() + u""_s);
    put("window", QLatin1StringView(c.window));
    put("button", QLatin1StringView(c.button));
    put("hover", QLatin1StringView(c.hover));
    put("field", QLatin1StringView(c.field));
    put("muted", QLatin1StringView(c.muted));
    put("scroll", QLatin1StringView(c.field));
    put("base", QLatin1StringView(c.base));
    put("line", QLatin1StringView(c.line));
    put("text", QLatin1StringView(c.text));
    put("arrow", &c == &dark ? u"arrow-dark.svg"_s : u"arrow-light.svg"_s);
    return sheet;
}

// Does again, whenever the program's palette is another, what was done with its colours. A child of the widget.
class LookKeeper final : public QObject
{
public:
    LookKeeper(QWidget *widget, const QString &name, std::function<void(const QPalette &)> draw)
        : QObject(widget)
        , m_draw(std::move(draw))
    {
        setObjectName(name);
        widget->installEventFilter(this);
        m_draw(QApplication::palette());
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::PaletteChange)
            m_draw(QApplication::palette());
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<void(const QPalette &)> m_draw;
};

void keepLook(QWidget *widget, const QString &name, std::function<void(const QPalette &)> draw)
{
    delete widget->findChild<QObject *>(name, Qt::FindDirectChildrenOnly); // what was drawn before
    new LookKeeper(widget, name, std::move(draw));
}

void setFlag(QWidget *widget, const char *name, const QVariant &value)
{
    widget->setProperty(name, value);
    widget->style()->unpolish(widget); // a style sheet reads properties when it polishes
    widget->style()->polish(widget);
}

} // namespace

void applyLook(QApplication &application, Brightness brightness)
{
    static const bool isSystemDark = isDark(QApplication::palette()); // before it is ours
    static const bool isFirst = [] {
        initResource();
        const QDir fonts(u":/desk/fonts"_s);
        const QStringList files = fonts.entryList();
        for (const QString &file : files)
            QFontDatabase::addApplicationFont(fonts.filePath(file));
        QFont font(u"Be Vietnam Pro"_s);
        font.setPointSizeF(10);
        QApplication::setFont(font);
        QApplication::setStyle(makeHouseStyle());
        return true;
    }();
    Q_UNUSED(isFirst);

    const bool wantsDark = brightness == Brightness::Dark || (brightness == Brightness::AsSystem && isSystemDark);
    const Colours &colours = wantsDark ? dark : light;
    QApplication::setPalette(paletteOf(colours));
    application.setStyleSheet(styleSheetOf(colours));
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Text).lightness() > 128; // grounds may be transparent
}

QColor toneColour(Tone tone, const QPalette &palette)
{
    const Colours &colours = coloursOf(palette);
    switch (tone) {
    case Tone::Neutral:
        return colour(colours.muted);
    case Tone::Accent:
        return colour(colours.accentText);
    case Tone::Good:
        return colour(colours.good);
    case Tone::Warning:
        return colour(colours.warning);
    case Tone::Bad:
        return colour(colours.bad);
    }
    Q_UNREACHABLE();
}

QColor toneGround(Tone tone, const QPalette &palette)
{
    const Colours &colours = coloursOf(palette);
    switch (tone) {
    case Tone::Neutral:
        return colour(colours.neutralGround);
    case Tone::Accent:
        return colour(colours.accentGround);
    case Tone::Good:
        return colour(colours.goodGround);
    case Tone::Warning:
        return colour(colours.warningGround);
    case Tone::Bad:
        return colour(colours.badGround);
    }
    Q_UNREACHABLE();
}

QColor mutedColour(const QPalette &palette)
{
    return colour(coloursOf(palette).muted);
}

QColor paperColour(const QPalette &palette)
{
    return colour(coloursOf(palette).paper);
}

QColor lineColour(const QPalette &palette)
{
    return colour(coloursOf(palette).line);
}

void setSheet(QWidget *widget, std::function<QString(const QPalette &)> sheet)
{
    keepLook(widget, u"lookOfSheet"_s, [widget, sheet = std::move(sheet)](const QPalette &palette) {
        const QString text = sheet(palette);
        if (text != widget->styleSheet()) // a sheet may change the palette in its turn
            widget->setStyleSheet(text);
    });
}

void setSign(QLabel *label, const QString &icon, Tone tone, int size)
{
    keepLook(label, u"lookOfSign"_s, [label, icon, tone, size](const QPalette &palette) {
        label->setPixmap(iconPixmap(icon, toneColour(tone, palette), size, label->devicePixelRatioF()));
    });
}

void setRole(QWidget *label, TextRole role)
{
    const auto name = [role] {
        switch (role) {
        case TextRole::Title:
            return u"title"_s;
        case TextRole::Heading:
            return u"heading"_s;
        case TextRole::Label:
            return u"label"_s;
        case TextRole::Muted:
            return u"muted"_s;
        }
        Q_UNREACHABLE();
    };
    setFlag(label, "textRole", name());
}

void makePrimary(QPushButton *button, bool isPrimary)
{
    setFlag(button, "primary", isPrimary);
}

void makeQuiet(QWidget *button)
{
    setFlag(button, "quiet", true);
}

void makeCard(QFrame *frame)
{
    setFlag(frame, "card", true);
}

void makePlain(QWidget *widget)
{
    setFlag(widget, "plain", true);
}

} // namespace toasoan
