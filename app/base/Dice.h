// Chance, from outside: real randomness in the programs, a seeded generator in the simulation.
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <span>

namespace toasoan {

/// A source of random bits. SystemDice is safe from any thread; others say.
class Dice
{
public:
    virtual ~Dice() = default;
    [[nodiscard]] virtual quint64 next() = 0;

    void fill(std::span<std::byte> bytes);
};

/// The operating system's cryptographic generator.
class SystemDice final : public Dice
{
public:
    [[nodiscard]] quint64 next() override;
};

/// Repeatable from its seed (SplitMix64); for tests and the simulation, never for secrets. One thread at a time.
class SeededDice final : public Dice
{
public:
    explicit SeededDice(quint64 seed);
    [[nodiscard]] quint64 next() override;

    /// A number in [0, bound); bound > 0.
    [[nodiscard]] quint64 below(quint64 bound);

private:
    quint64 m_state;
};

} // namespace toasoan
