// How much memory the bodies of all connections may have together. Bodies that a route takes into memory come out of
// it; streamed ones are never held. Safe from any thread.
#pragma once

#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace toasoan::http {

class BodyBudget
{
public:
    explicit BodyBudget(std::size_t limit) : m_limit(limit) { }
    BodyBudget(const BodyBudget &) = delete;
    BodyBudget &operator=(const BodyBudget &) = delete;

    /// `sender` is who was let in by the route; empty for anybody, and all of those together have a quarter. So has
    /// each who was let in, or one body: nobody shuts the others out.
    [[nodiscard]] bool take(std::size_t bytes, const std::string &sender);
    void giveBack(std::size_t bytes, const std::string &sender);

private:
    const std::size_t m_limit;
    std::mutex m_mutex;
    std::size_t m_used = 0;
    std::unordered_map<std::string, std::size_t> m_bySender; ///< of those who have something
};

/// One body, with what it has of the budget. Of one thread.
class HeldBody
{
public:
    explicit HeldBody(BodyBudget &budget) : m_budget(budget) { }
    ~HeldBody() { clear(); }
    HeldBody(const HeldBody &) = delete;
    HeldBody &operator=(const HeldBody &) = delete;

    /// Begins an empty one of `size` bytes, 0 if that is not known. False if the budget does not have them for that
    /// sender.
    [[nodiscard]] bool begin(std::string sender, std::size_t size);
    /// False if the budget does not have room for it.
    [[nodiscard]] bool append(std::string_view piece);
    [[nodiscard]] std::string_view bytes() const { return m_bytes; }
    /// Gives everything back.
    void clear();

private:
    [[nodiscard]] bool grow(std::size_t size);

    BodyBudget &m_budget;
    std::string m_sender;
    std::size_t m_taken = 0;
    std::string m_bytes;
};

} // namespace toasoan::http
