// A function object that may be moved but not copied, so that it can own what it works on.
#pragma once

#include <memory>
#include <type_traits>
#include <utility>

namespace toasoan::http {

template <typename Signature>
class UniqueFunction;

template <typename R, typename... Arguments>
class UniqueFunction<R(Arguments...)>
{
public:
    UniqueFunction() = default;

    template <typename Function>
    requires(!std::is_same_v<std::remove_cvref_t<Function>,
                             UniqueFunction> && std::is_invocable_r_v<R, Function &, Arguments...>)
        UniqueFunction(Function function) // NOLINT: stands for any callable, as std::function does
        : m_callee(std::make_unique<Holder<Function>>(std::move(function)))
    { }

    explicit operator bool() const { return m_callee != nullptr; }

    /// Calls it; only when it holds something.
    R operator()(Arguments... arguments) { return m_callee->call(std::forward<Arguments>(arguments)...); }

private:
    struct Callee
    {
        virtual ~Callee() = default;
        virtual R call(Arguments... arguments) = 0;
    };
    template <typename Function>
    struct Holder final : Callee
    {
        explicit Holder(Function f) : function(std::move(f)) { }
        R call(Arguments... arguments) override { return function(std::forward<Arguments>(arguments)...); }
        Function function;
    };

    std::unique_ptr<Callee> m_callee;
};

} // namespace toasoan::http
