// The state of an article: icon, word and ground.
#pragma once

#include "domain/Workflow.h"

#include <QWidget>

class QPainter;

namespace toasoan {

/// Draws a chip into `rect`, left and centred; used by lists. `behind` is the ground of the row, if it is not the
/// list's.
void drawStateChip(QPainter &painter, const QRect &rect, State state, const QPalette &palette, const QFont &font,
                   qreal devicePixelRatio, const QColor &behind = {});

/// What the chip of a state takes in a cell with that font.
[[nodiscard]] int stateChipWidth(State state, const QFont &cellFont);

inline constexpr int stateChipHeight = 24;

class StateChip final : public QWidget
{
    Q_OBJECT

public:
    explicit StateChip(QWidget *parent = nullptr);

    void setState(State state);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    State m_state = State::Draft;
};

} // namespace toasoan
