// Ids: UUID version 7 (RFC 9562), made where a thing is born, one type per noun.
// They sort by time of birth, as bytes and as text, on SQLite and on PostgreSQL alike.
#pragma once

#include "base/Clock.h"
#include "base/Dice.h"

#include <QHash>
#include <QString>

#include <array>
#include <compare>
#include <cstdint>
#include <optional>

namespace toasoan {

/// 128 bits of a UUID. All zero means "none".
struct Uuid
{
    std::array<std::uint8_t, 16> bytes{};

    [[nodiscard]] static Uuid version7(Instant now, Dice &dice);
    /// Reads the 36-character lower- or upper-case form; nothing for any other text.
    [[nodiscard]] static std::optional<Uuid> fromText(QStringView text);
    /// The 36-character lower-case form.
    [[nodiscard]] QString toText() const;
    [[nodiscard]] bool isNull() const { return *this == Uuid(); }

    auto operator<=>(const Uuid &) const = default;
};

[[nodiscard]] size_t qHash(const Uuid &uuid, size_t seed = 0) noexcept;

/// A Uuid that only its own noun accepts: an ArticleId is no UserId.
template <typename Tag>
struct Id
{
    Uuid uuid;

    [[nodiscard]] static Id create(const Clock &clock, Dice &dice) { return Id{Uuid::version7(clock.now(), dice)}; }
    [[nodiscard]] static std::optional<Id> fromText(QStringView text)
    {
        const auto uuid = Uuid::fromText(text);
        if (!uuid || uuid->isNull())
            return std::nullopt;
        return Id{*uuid};
    }
    [[nodiscard]] QString toText() const { return uuid.toText(); }
    [[nodiscard]] bool isNull() const { return uuid.isNull(); }

    auto operator<=>(const Id &) const = default;
};

template <typename Tag>
[[nodiscard]] size_t qHash(const Id<Tag> &id, size_t seed = 0) noexcept
{
    return qHash(id.uuid, seed);
}

} // namespace toasoan
