// How the workstation looks: type, colours for light and dark, and the few roles that widgets are given.
#pragma once

#include <QColor>
#include <QPalette>

#include <functional>

class QApplication;
class QFrame;
class QLabel;
class QPushButton;
class QWidget;

namespace toasoan {

enum class Brightness
{
    AsSystem, ///< what the system's palette is when the program starts
    Light,
    Dark
};

/// Type, palette and style sheet of the whole program: at the start, and whenever the person chooses another
/// brightness.
void applyLook(QApplication &application, Brightness brightness = Brightness::AsSystem);

/// Whether text is light on dark.
[[nodiscard]] bool isDark(const QPalette &palette);

/// Colours with a meaning; never the only sign of it.
enum class Tone
{
    Neutral,
    Accent,
    Good,
    Warning,
    Bad
};

/// Of text and icons, readable on the window and on toneGround() (contrast at least 4.5).
[[nodiscard]] QColor toneColour(Tone tone, const QPalette &palette);
/// A quiet ground for chips and banners.
[[nodiscard]] QColor toneGround(Tone tone, const QPalette &palette);
/// Of hints and second lines.
[[nodiscard]] QColor mutedColour(const QPalette &palette);
/// Of sheets with the text of an article, written or read.
[[nodiscard]] QColor paperColour(const QPalette &palette);
/// Of thin lines between things.
[[nodiscard]] QColor lineColour(const QPalette &palette);

enum class TextRole
{
    Title, ///< of a page
    Heading, ///< of a part of it, or of a dialog
    Label, ///< over a field
    Muted
};
/// A style sheet with colours of the program's palette, made anew whenever that is another.
void setSheet(QWidget *widget, std::function<QString(const QPalette &palette)> sheet);

/// An icon in a colour of meaning, of `size` pixels; drawn anew whenever the palette is another.
void setSign(QLabel *label, const QString &icon, Tone tone, int size);

/// For labels.
void setRole(QWidget *label, TextRole role);
/// The one button that is most likely wanted.
void makePrimary(QPushButton *button, bool isPrimary = true);
/// A button without a frame until the mouse is over it.
void makeQuiet(QWidget *button);
/// A frame with a ground of its own and round corners.
void makeCard(QFrame *frame);
/// Widgets of a page that fill their place without a border.
void makePlain(QWidget *widget);

} // namespace toasoan
