// Where the text is safe, as three places shown apart: on this PC, at the server, on the portal. Each is marked only
// when it is so.
#pragma once

#include "sync/Desk.h"

#include <QWidget>

class QLabel;

namespace toasoan {

/// How far exactly the text on the screen has come.
enum class Reached
{
    Unkept = -1, ///< it could not be kept even on this PC: the page says why
    Nowhere = 0, ///< typed a moment ago, not yet on the disk
    ThisPc,
    Server,
    Portal
};

class SavedTrail final : public QWidget
{
    Q_OBJECT

public:
    explicit SavedTrail(QWidget *parent = nullptr);

    /// `live` is the version that readers see while the text on the screen has not come so far; 0: they see none.
    void setReached(Reached reached, Version live = 0);
    enum class Past
    {
        NeverPublic,
        TakenDown ///< readers had it
    };
    void setPast(Past past);
    /// How wide it may be, in pixels: where its words do not all fit, those go first that are furthest from the first
    /// place that the text has not reached. A sign of the place stands for them, and the tool tip says them. It keeps
    /// its width however far the text comes, and its words while somebody types; what lies still on the portal has as
    /// many of its own as fit.
    void setRoom(int width);
    /// With all its words, however far the text comes; but while something is typed over what readers see, without the
    /// one that is furthest. What stands beside it need not give way to that.
    [[nodiscard]] int wantedWidth() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] Reached reached() const { return m_reached; }

private:
    void say();
    void showWords();
    [[nodiscard]] QString word(std::size_t place, Reached reached) const;
    [[nodiscard]] int width(std::size_t words, Reached reached) const;
    [[nodiscard]] int widestWidth(std::size_t words, Reached reached) const;
    [[nodiscard]] std::size_t wordsWithRoom(Reached reached) const;

    struct Place
    {
        QWidget *pair;
        QLabel *sign;
        QLabel *word;
        QLabel *where; ///< a sign of the place, where its word has no room
    };

    Reached m_reached = Reached::Nowhere;
    Version m_live = 0;
    Past m_past = Past::NeverPublic;
    int m_room = QWIDGETSIZE_MAX; ///< in pixels
    QString m_explanation;
    std::array<Place, 3> m_places;
};

[[nodiscard]] Reached reachedBy(SavedState saved);

} // namespace toasoan
