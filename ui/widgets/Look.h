// How the workstation looks: type, colours for light and dark, and the few roles that widgets are given.
#pragma once

#include <QColor>
#include <QPalette>

class QApplication;
class QFrame;
class QPushButton;
class QWidget;

namespace toasoan {

enum class Brightness
{
    AsSystem, ///< what the system's palette is when the program starts
    Light,
    Dark
};

/// Type, palette and style sheet of the whole program. Once, at the start.
void applyLook(QApplication &application, Brightness brightness = Brightness::AsSystem);

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
/// Of thin lines between things.
[[nodiscard]] QColor lineColour(const QPalette &palette);

enum class TextRole
{
    Title, ///< of a page
    Heading, ///< of a part of it, or of a dialog
    Label, ///< over a field
    Muted
};
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
