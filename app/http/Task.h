// The coroutines of a connection. All of one connection run on the thread of its shard, so nothing here locks.
#pragma once

#include <coroutine>
#include <exception>
#include <optional>
#include <utility>

namespace toasoan::http {

/// A coroutine that starts when it is awaited and resumes its awaiter when it ends.
template <typename T = void>
class [[nodiscard]] Task;

namespace detail {

struct PromiseBase
{
    std::coroutine_handle<> awaiter;

    struct ResumeAwaiter
    {
        bool await_ready() const noexcept { return false; }
        template <typename Promise>
        std::coroutine_handle<> await_suspend(std::coroutine_handle<Promise> finished) const noexcept
        {
            return finished.promise().awaiter;
        }
        void await_resume() const noexcept { }
    };

    std::suspend_always initial_suspend() const noexcept { return {}; }
    ResumeAwaiter final_suspend() const noexcept { return {}; }
    [[noreturn]] void unhandled_exception() const noexcept { std::terminate(); } // nothing of ours throws
};

template <typename T>
struct Promise : PromiseBase
{
    std::optional<T> value;

    Task<T> get_return_object();
    template <typename Value>
    void return_value(Value &&result)
    {
        value.emplace(std::forward<Value>(result));
    }
    T take() { return std::move(*value); }
};

template <>
struct Promise<void> : PromiseBase
{
    Task<void> get_return_object();
    void return_void() const noexcept { }
    void take() const noexcept { }
};

} // namespace detail

template <typename T>
class [[nodiscard]] Task
{
public:
    using promise_type = detail::Promise<T>;

    explicit Task(std::coroutine_handle<promise_type> handle) : m_handle(handle) { }
    Task(Task &&other) noexcept : m_handle(std::exchange(other.m_handle, nullptr)) { }
    Task &operator=(Task &&) = delete;
    ~Task()
    {
        if (m_handle)
            m_handle.destroy();
    }

    bool await_ready() const noexcept { return false; }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> awaiter) noexcept
    {
        m_handle.promise().awaiter = awaiter;
        return m_handle;
    }
    T await_resume() { return m_handle.promise().take(); }

private:
    std::coroutine_handle<promise_type> m_handle;
};

namespace detail {

template <typename T>
Task<T> Promise<T>::get_return_object()
{
    return Task<T>(std::coroutine_handle<Promise>::from_promise(*this));
}

inline Task<void> Promise<void>::get_return_object()
{
    return Task<void>(std::coroutine_handle<Promise>::from_promise(*this));
}

} // namespace detail

/// A coroutine that starts at once, is awaited by nobody and frees itself at its end.
struct Detached
{
    struct promise_type
    {
        Detached get_return_object() const noexcept { return {}; }
        std::suspend_never initial_suspend() const noexcept { return {}; }
        std::suspend_never final_suspend() const noexcept { return {}; }
        void return_void() const noexcept { }
        [[noreturn]] void unhandled_exception() const noexcept { std::terminate(); }
    };
};

} // namespace toasoan::http
