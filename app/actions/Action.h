// What all actions have in common. An action is one thing that a person, or the clock, does: a struct whose members are
// what is said, with
//     static constexpr ActionFacts facts{"approve", Shape::Step, When::Queued};
//     template <typename Visit> void fields(Visit &visit) { visit("note", note, Need::Optional); }
//     Result<Article> perform(ActionContext &context) const; // Result<void> where it is not about an article
// fields() names the members beside target and version, each with the name that it has on the wire; what reads, writes
// and compares actions is made of it (protocol/CommandJson). What takes its time is done in
//     Result<void> prepare(const Preparation &preparation);
// before the transaction. A new action is a file and its name in Command.h.
#pragma once

#include "base/Need.h"

#include <variant>

namespace toasoan {

/// What an action is about beside its target.
enum class Shape
{
    Save, ///< content, made from a base
    Step, ///< the version that the person saw
    Free ///< neither
};

/// Whether an action may wait on a desk until the server can be reached, or is said to the server or not at all.
enum class When
{
    Queued,
    Online
};

struct ActionFacts
{
    const char *name = ""; ///< on the wire
    Shape shape = Shape::Free;
    When when = When::Online;
};

template <typename... Types>
struct TypeList
{
    using Variant = std::variant<Types...>;
};

template <typename... First, typename... Second>
TypeList<First..., Second...> joined(TypeList<First...>, TypeList<Second...>)
{
    return {};
}

} // namespace toasoan
