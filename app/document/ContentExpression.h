// ProseMirror's content expressions ("paragraph block*", "(tableCell | tableHeader)+"), compiled to a small automaton.
#pragma once

#include "base/Result.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace toasoan::document {

class ContentExpression
{
public:
    /// A place in the automaton: what has been accepted so far.
    using State = int;
    static constexpr State refused = -1;

    /// An expression that accepts nothing but emptiness.
    ContentExpression();

    /// Compiles `expression`; a name may be a node type or a group (`groups` maps it to its node types).
    /// InvalidInput if it does not read.
    [[nodiscard]] static Result<ContentExpression> compile(const QString &expression,
                                                           const QHash<QString, QStringList> &groups);

    [[nodiscard]] State start() const { return 0; }
    /// The state after a child of that type; `refused` if it may not stand there.
    [[nodiscard]] State next(State state, const QString &type) const;
    /// Whether the content may end in this state.
    [[nodiscard]] bool mayEnd(State state) const { return m_states[static_cast<std::size_t>(state)].end; }
    /// Whether a child of that type may stand anywhere in the content.
    [[nodiscard]] bool mentions(const QString &type) const;

private:
    struct DfaState
    {
        QHash<QString, State> next;
        bool end = false;
    };
    std::vector<DfaState> m_states;
};

} // namespace toasoan::document
