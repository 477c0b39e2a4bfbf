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
    Nowhere, ///< typed a moment ago, not yet on the disk
    ThisPc,
    Server,
    Portal
};

class SavedTrail final : public QWidget
{
    Q_OBJECT

public:
    explicit SavedTrail(QWidget *parent = nullptr);

    void setReached(Reached reached);
    [[nodiscard]] Reached reached() const { return m_reached; }

private:
    struct Place
    {
        QLabel *sign;
        QLabel *word;
    };

    Reached m_reached = Reached::Nowhere;
    std::array<Place, 3> m_places;
};

[[nodiscard]] Reached reachedBy(SavedState saved);

} // namespace toasoan
