#include "document/ContentExpression.h"

#include <map>
#include <set>

namespace toasoan::document {

namespace {

// Thompson's construction: each part of the expression is a piece of a nondeterministic automaton with one way in and
// one way out; the subsets of its states that can be reached are the states of the deterministic one.
struct Nfa
{
    struct Edge
    {
        QString type; // empty: taken without a child
        int to;
    };
    std::vector<std::vector<Edge>> states;

    int add()
    {
        states.emplace_back();
        return static_cast<int>(states.size()) - 1;
    }
    void connect(int from, int to, const QString &type = {})
    {
        states[static_cast<std::size_t>(from)].push_back({type, to});
    }
};

struct Piece
{
    int in;
    int out;
};

// expression := sequence ('|' sequence)* ; sequence := item+ ; item := (name | '(' expression ')') ('+' | '*' | '?')?
class Parser
{
public:
    Parser(const QString &expression, const QHash<QString, QStringList> &groups, Nfa &nfa)
        : m_expression(expression)
        , m_groups(groups)
        , m_nfa(nfa)
    { }

    std::optional<Piece> parse()
    {
        const auto piece = alternatives();
        skipBlanks();
        return m_position == m_expression.size() ? piece : std::nullopt;
    }

private:
    void skipBlanks()
    {
        while (m_position < m_expression.size() && m_expression[m_position].isSpace())
            ++m_position;
    }
    bool eat(QChar wanted)
    {
        skipBlanks();
        if (m_position == m_expression.size() || m_expression[m_position] != wanted)
            return false;
        ++m_position;
        return true;
    }
    bool atItem()
    {
        skipBlanks();
        return m_position < m_expression.size()
            && (m_expression[m_position].isLetter() || m_expression[m_position] == u'(');
    }

    std::optional<Piece> alternatives()
    {
        const Piece whole{m_nfa.add(), m_nfa.add()};
        do {
            const auto one = sequence();
            if (!one)
                return std::nullopt;
            m_nfa.connect(whole.in, one->in);
            m_nfa.connect(one->out, whole.out);
        } while (eat(u'|'));
        return whole;
    }

    std::optional<Piece> sequence()
    {
        auto whole = item();
        while (whole && atItem()) {
            const auto following = item();
            if (!following)
                return std::nullopt;
            m_nfa.connect(whole->out, following->in);
            whole->out = following->out;
        }
        return whole;
    }

    std::optional<Piece> item()
    {
        const auto inner = atom();
        if (!inner)
            return std::nullopt;
        const bool optional = eat(u'?');
        const bool many = !optional && eat(u'*');
        const bool some = !optional && !many && eat(u'+');
        if (many || some)
            m_nfa.connect(inner->out, inner->in);
        if (!optional && !many)
            return inner;
        const Piece whole{m_nfa.add(), m_nfa.add()};
        m_nfa.connect(whole.in, inner->in);
        m_nfa.connect(inner->out, whole.out);
        m_nfa.connect(whole.in, whole.out);
        return whole;
    }

    std::optional<Piece> atom()
    {
        if (eat(u'(')) {
            const auto inner = alternatives();
            return eat(u')') ? inner : std::nullopt;
        }
        skipBlanks();
        const auto begin = m_position;
        while (m_position < m_expression.size() && m_expression[m_position].isLetterOrNumber())
            ++m_position;
        const auto types = m_groups.value(m_expression.sliced(begin, m_position - begin));
        if (types.isEmpty())
            return std::nullopt;
        const Piece piece{m_nfa.add(), m_nfa.add()};
        for (const QString &type : types)
            m_nfa.connect(piece.in, piece.out, type);
        return piece;
    }

    const QString &m_expression;
    const QHash<QString, QStringList> &m_groups;
    Nfa &m_nfa;
    qsizetype m_position = 0;
};

std::set<int> withFreeSteps(const Nfa &nfa, std::set<int> states)
{
    std::vector<int> todo(states.begin(), states.end());
    while (!todo.empty()) {
        const int state = todo.back();
        todo.pop_back();
        for (const Nfa::Edge &edge : nfa.states[static_cast<std::size_t>(state)]) {
            if (edge.type.isEmpty() && states.insert(edge.to).second)
                todo.push_back(edge.to);
        }
    }
    return states;
}

} // namespace

ContentExpression::ContentExpression() : m_states{DfaState{.next = {}, .end = true}} { }

Result<ContentExpression> ContentExpression::compile(const QString &expression,
                                                     const QHash<QString, QStringList> &groups)
{
    Nfa nfa;
    const auto whole = Parser(expression, groups, nfa).parse();
    if (!whole)
        return Error{ErrorCode::InvalidInput, QStringLiteral("schema.content"), expression};

    ContentExpression compiled;
    compiled.m_states.clear();
    std::map<std::set<int>, State> known;
    std::vector<std::set<int>> todo;
    const auto stateOf = [&](const std::set<int> &subset) {
        const auto [found, isNew] = known.try_emplace(subset, static_cast<State>(known.size()));
        if (isNew) {
            compiled.m_states.push_back({.next = {}, .end = subset.contains(whole->out)});
            todo.push_back(subset);
        }
        return found->second;
    };
    stateOf(withFreeSteps(nfa, {whole->in}));
    while (!todo.empty()) {
        const auto subset = todo.back();
        todo.pop_back();
        const State from = known.at(subset);
        std::map<QString, std::set<int>> targets;
        for (const int state : subset) {
            for (const Nfa::Edge &edge : nfa.states[static_cast<std::size_t>(state)]) {
                if (!edge.type.isEmpty())
                    targets[edge.type].insert(edge.to);
            }
        }
        for (const auto &[type, target] : targets) {
            const State to = stateOf(withFreeSteps(nfa, target));
            compiled.m_states[static_cast<std::size_t>(from)].next.insert(type, to);
        }
    }
    return compiled;
}

ContentExpression::State ContentExpression::next(State state, const QString &type) const
{
    return m_states[static_cast<std::size_t>(state)].next.value(type, refused);
}

bool ContentExpression::mentions(const QString &type) const
{
    return std::ranges::any_of(m_states, [&](const DfaState &state) { return state.next.contains(type); });
}

} // namespace toasoan::document
