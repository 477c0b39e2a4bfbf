// Enums are stored and sent as text. A table of pairs gives both directions and stays complete by its array size.
#pragma once

#include <QString>

#include <array>
#include <optional>
#include <utility>

namespace toasoan {

template <typename Enum, std::size_t Count>
using EnumTexts = std::array<std::pair<Enum, const char *>, Count>;

template <typename Enum, std::size_t Count>
[[nodiscard]] QString enumText(const EnumTexts<Enum, Count> &texts, Enum value)
{
    for (const auto &[known, text] : texts) {
        if (known == value)
            return QString::fromLatin1(text);
    }
    Q_UNREACHABLE();
}

/// Nothing for a text that is not in the table.
template <typename Enum, std::size_t Count>
[[nodiscard]] std::optional<Enum> enumFromText(const EnumTexts<Enum, Count> &texts, QStringView text)
{
    for (const auto &[value, known] : texts) {
        if (text == QLatin1StringView(known))
            return value;
    }
    return std::nullopt;
}

} // namespace toasoan
