#include "base/Dice.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cstring>

namespace toasoan {

void Dice::fill(std::span<std::byte> bytes)
{
    while (!bytes.empty()) {
        const quint64 word = next();
        const std::size_t count = std::min(bytes.size(), sizeof(word));
        std::memcpy(bytes.data(), &word, count);
        bytes = bytes.subspan(count);
    }
}

quint64 SystemDice::next()
{
    return QRandomGenerator::system()->generate64();
}

SeededDice::SeededDice(quint64 seed) : m_state(seed) { }

quint64 SeededDice::next()
{
    m_state += 0x9E3779B97F4A7C15U;
    quint64 z = m_state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
}

quint64 SeededDice::below(quint64 bound)
{
    return next() % bound;
}

} // namespace toasoan
