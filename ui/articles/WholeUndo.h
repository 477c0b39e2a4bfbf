// What changed the sheet in one act (an earlier version put back, all places replaced at once) is undone, and done
// again, in one: title, lead and text have an undo of their own each, which would give back a part of it. Those are
// emptied at each act of several places (ArticleForm::forgetUndo()), so that none of them reaches through it. Lives in
// the GUI thread.
#pragma once

#include "domain/Content.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <optional>

class QKeyEvent;
class QLineEdit;
class QWidget;

namespace toasoan {

class WholeUndo final : public QObject
{
    Q_OBJECT

public:
    enum class Way
    {
        Undo,
        Redo
    };
    struct Act
    {
        Content before;
        Content after;
        /// The undo of the one place that changed: it gives all of it back, and what was done before stays within its
        /// reach. Nothing where several did.
        std::function<void(Way)> own;
        bool isUndone = false; ///< the sheet says `before` again
        [[nodiscard]] const Content &now() const { return isUndone ? before : after; }
    };

    /// Listens for the keys on `sheet` and all that is in it. `hasHeardAll` says whether what it was told by follow()
    /// is all that was typed.
    WholeUndo(QWidget &sheet, std::function<bool()> hasHeardAll);

    /// What was done last, or undone: the sheet says its now().
    void remember(Act act);
    /// The sheet says `content` now. An act is out of reach as long as that is something else than what it left; one
    /// that was undone is over then. Whether it was within reach until now.
    bool follow(const Content &content);
    /// Another act may follow, or another article.
    void forget();
    /// What is to be undone, or done again, and is not remembered any more; nothing if it is out of reach.
    [[nodiscard]] std::optional<Act> take(Way way);

    /// Whether what is done next in that way is the act.
    [[nodiscard]] bool isNext(Way way) const { return m_isWithinReach && isThatWay(way); }
    /// The same, or it may turn out so when all is heard that was typed.
    [[nodiscard]] bool mayBeNext(Way way) const { return isNext(way) || (isThatWay(way) && !m_hasHeardAll()); }

signals:
    /// A key for it, and it may be next.
    void wanted(toasoan::WholeUndo::Way way);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool isThatWay(Way way) const { return m_act && m_act->isUndone == (way == Way::Redo); }
    [[nodiscard]] bool takes(const QKeyEvent &key, Way way);

    QWidget &m_sheet;
    std::function<bool()> m_hasHeardAll;
    std::optional<Act> m_act;
    bool m_isWithinReach = false;
    bool m_isHeld = false; ///< the key that is down was taken when it was pressed
    QHash<const QLineEdit *, QString> m_lines; ///< what each said when the act was done
};

} // namespace toasoan
