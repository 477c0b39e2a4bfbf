// What changed the whole sheet in one act (an earlier version put back, all places replaced at once) is undone in one:
// title, lead and text have an undo of their own each, which would give back a part of it. Lives in the GUI thread.
#pragma once

#include "domain/Content.h"

#include <QObject>

#include <optional>

class QWidget;

namespace toasoan {

class WholeUndo final : public QObject
{
    Q_OBJECT

public:
    /// Listens for the key on `sheet` and all that is in it.
    explicit WholeUndo(QWidget &sheet);

    /// The sheet said `before`, and says `after` by one act.
    void remember(const Content &before, const Content &after);
    /// The sheet says `content` now: if that is not what the act made of it, the act is no longer what was done last.
    /// Whether it was until now.
    bool follow(const Content &content);
    void forget();

    /// What the sheet said before the act that was done last; nothing if that was none.
    [[nodiscard]] std::optional<Content> before() const;

signals:
    /// Ctrl+Z, and an act is there to be undone.
    void wanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Act
    {
        Content before;
        Content after;
    };
    QWidget &m_sheet;
    std::optional<Act> m_act;
};

} // namespace toasoan
