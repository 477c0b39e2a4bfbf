#include "base/Id.h"

#include <QHash>

namespace toasoan {

namespace {

constexpr std::string_view hexDigits = "0123456789abcdef";

std::optional<std::uint8_t> hexValue(QChar digit)
{
    const char16_t c = digit.unicode();
    if (c >= u'0' && c <= u'9')
        return static_cast<std::uint8_t>(c - u'0');
    if (c >= u'a' && c <= u'f')
        return static_cast<std::uint8_t>(c - u'a' + 10);
    if (c >= u'A' && c <= u'F')
        return static_cast<std::uint8_t>(c - u'A' + 10);
    return std::nullopt;
}

bool isDashPosition(qsizetype position)
{
    return position == 8 || position == 13 || position == 18 || position == 23;
}

} // namespace

Uuid Uuid::version7(Instant now, Dice &dice)
{
    Uuid uuid;
    dice.fill(std::as_writable_bytes(std::span(uuid.bytes)));
    const auto milliseconds = static_cast<quint64>(toMilliseconds(now));
    for (std::size_t i = 0; i < 6; ++i)
        uuid.bytes[i] = static_cast<std::uint8_t>(milliseconds >> (8 * (5 - i)));
    uuid.bytes[6] = static_cast<std::uint8_t>((uuid.bytes[6] & 0x0F) | 0x70); // version 7
    uuid.bytes[8] = static_cast<std::uint8_t>((uuid.bytes[8] & 0x3F) | 0x80); // variant of RFC 9562
    return uuid;
}

std::optional<Uuid> Uuid::fromText(QStringView text)
{
    if (text.size() != 36)
        return std::nullopt;
    Uuid uuid;
    std::size_t nibble = 0;
    for (qsizetype i = 0; i < 36; ++i) {
        if (isDashPosition(i)) {
            if (text[i] != u'-')
                return std::nullopt;
            continue;
        }
        const auto value = hexValue(text[i]);
        if (!value)
            return std::nullopt;
        const int shift = nibble % 2 == 0 ? 4 : 0;
        uuid.bytes[nibble / 2] = static_cast<std::uint8_t>(uuid.bytes[nibble / 2] | (*value << shift));
        ++nibble;
    }
    return uuid;
}

QString Uuid::toText() const
{
    QString text(36, u'-');
    qsizetype position = 0;
    for (const std::uint8_t byte : bytes) {
        if (isDashPosition(position))
            ++position;
        text[position++] = QLatin1Char(hexDigits[byte >> 4]);
        text[position++] = QLatin1Char(hexDigits[byte & 0x0F]);
    }
    return text;
}

size_t qHash(const Uuid &uuid, size_t seed) noexcept
{
    return qHashBits(uuid.bytes.data(), uuid.bytes.size(), seed);
}

} // namespace toasoan
