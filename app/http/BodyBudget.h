// How much memory the bodies of all connections may have together. Bodies that a route takes into memory come out of
// it; streamed ones are never held. Safe from any thread.
#pragma once

#include <atomic>
#include <cstddef>
#include <string>
#include <string_view>

namespace toasoan::http {

class BodyBudget
{
public:
    enum class Sender
    {
        Admitted, ///< the route has looked at the head and let him in
        Anonymous, ///< anybody: all of them together have a quarter, so that they cannot shut the others out
    };

    explicit BodyBudget(std::size_t limit) : m_limit(limit) { }
    BodyBudget(const BodyBudget &) = delete;
    BodyBudget &operator=(const BodyBudget &) = delete;

    [[nodiscard]] bool take(std::size_t bytes, Sender sender);
    void giveBack(std::size_t bytes, Sender sender);
    [[nodiscard]] std::size_t used() const { return m_used.load(std::memory_order_relaxed); }

private:
    const std::size_t m_limit;
    std::atomic<std::size_t> m_used = 0;
    std::atomic<std::size_t> m_anonymous = 0;
};

/// One body, with what it has of the budget. Of one thread.
class HeldBody
{
public:
    explicit HeldBody(BodyBudget &budget) : m_budget(budget) { }
    ~HeldBody() { clear(); }
    HeldBody(const HeldBody &) = delete;
    HeldBody &operator=(const HeldBody &) = delete;

    /// Begins an empty one of `size` bytes, 0 if that is not known. False if the budget does not have them.
    [[nodiscard]] bool begin(BodyBudget::Sender sender, std::size_t size);
    /// False if the budget does not have room for it.
    [[nodiscard]] bool append(std::string_view piece);
    [[nodiscard]] std::string_view bytes() const { return m_bytes; }
    /// Gives everything back.
    void clear();

private:
    [[nodiscard]] bool grow(std::size_t size);

    BodyBudget &m_budget;
    BodyBudget::Sender m_sender = BodyBudget::Sender::Anonymous;
    std::size_t m_taken = 0;
    std::string m_bytes;
};

} // namespace toasoan::http
