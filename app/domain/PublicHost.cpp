#include "domain/PublicHost.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

struct Network4
{
    quint32 address;
    int length;
};

// Of IANA's special-purpose registry what leads into a network of its own, or to nobody.
constexpr std::array closedNetworks{
    Network4{0x00000000, 8},  Network4{0x0A000000, 8},  Network4{0x64400000, 10}, Network4{0x7F000000, 8},
    Network4{0xA9FE0000, 16}, Network4{0xAC100000, 12}, Network4{0xC0000000, 24}, Network4{0xC0A80000, 16},
    Network4{0xC6120000, 15}, Network4{0xE0000000, 4},  Network4{0xF0000000, 4},
};

// Names that only a network of its own gives (RFC 2606, 6761, 6762, 8375; and what routers and offices use).
constexpr std::array localNames{"local", "localhost", "localdomain", "internal", "intranet", "private",
                                "corp",  "home",      "lan",         "invalid",  "test",     "onion"};

bool isPublic4(quint32 address)
{
    return std::ranges::none_of(closedNetworks, [address](const Network4 &network) {
        return (address ^ network.address) >> (32 - network.length) == 0;
    });
}

// A part as inet_aton() and browsers read it: 0x of sixteen, 0 of eight.
std::optional<quint64> number(QStringView part)
{
    bool isNumber = false;
    quint64 value = 0;
    if (part.startsWith("0x"_L1, Qt::CaseInsensitive))
        value = part.size() == 2 ? (isNumber = true, 0) : part.sliced(2).toULongLong(&isNumber, 16);
    else
        value = part.toULongLong(&isNumber, part.size() > 1 && part.startsWith(u'0') ? 8 : 10);
    return isNumber && !part.startsWith(u'+') && !part.startsWith(u'-') ? std::optional(value) : std::nullopt;
}

// "192.168.1.5", "192.168.261", "0xC0.0250.0x105", "3232235781"; the last part fills what is left.
std::optional<quint32> address4(QStringView host)
{
    const auto parts = host.split(u'.');
    if (parts.size() > 4)
        return {};
    quint32 address = 0;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const auto part = number(parts[i]);
        const bool isLast = i + 1 == parts.size();
        const quint64 room = isLast ? quint64(1) << (8 * (4 - i)) : 256;
        if (!part || *part >= room)
            return {};
        address |= isLast ? quint32(*part) : quint32(*part) << (8 * (3 - i));
    }
    return address;
}

using Groups = std::array<quint16, 8>;

std::optional<std::vector<quint16>> groupsOf(QStringView text)
{
    std::vector<quint16> groups;
    if (text.isEmpty())
        return groups;
    const auto parts = text.split(u':');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (parts[i].contains(u'.')) {
            const auto inner = address4(parts[i]);
            if (!inner || i + 1 != parts.size())
                return {};
            groups.push_back(quint16(*inner >> 16));
            groups.push_back(quint16(*inner));
            continue;
        }
        bool isNumber = false;
        const uint group = parts[i].toUInt(&isNumber, 16);
        if (!isNumber || group > 0xFFFF)
            return {};
        groups.push_back(quint16(group));
    }
    return groups;
}

std::optional<Groups> address6(QStringView host)
{
    host = host.first(std::max<qsizetype>(0, host.indexOf(u'%') < 0 ? host.size() : host.indexOf(u'%'))); // the zone
    const qsizetype gap = host.indexOf("::"_L1);
    const auto before = groupsOf(gap < 0 ? host : host.first(gap));
    const auto after = groupsOf(gap < 0 ? QStringView() : host.sliced(gap + 2));
    if (!before || !after || before->size() + after->size() > 8 || (gap < 0 && before->size() != 8))
        return {};
    Groups groups{};
    std::ranges::copy(*before, groups.begin());
    std::ranges::copy_backward(*after, groups.end());
    return groups;
}

bool isPublic6(const Groups &groups)
{
    const auto inner = [&groups](std::size_t at) { return quint32(groups[at]) << 16 | groups[at + 1]; };
    const auto isZero = [&groups](std::size_t count) {
        return std::all_of(groups.begin(), groups.begin() + std::ptrdiff_t(count), [](quint16 g) { return g == 0; });
    };
    if (isZero(6) || (isZero(5) && groups[5] == 0xFFFF) || (isZero(4) && groups[4] == 0xFFFF && groups[5] == 0))
        return isPublic4(inner(6)); // ::1 and :: are among them, as 0.0.0.1 and 0.0.0.0
    if (groups[0] == 0x64 && groups[1] == 0xFF9B)
        return groups[2] == 0 && isPublic4(inner(6));
    if (groups[0] == 0x2002) // 6to4
        return isPublic4(inner(1));
    return (groups[0] & 0xE000) == 0x2000; // of which global addresses are given
}

} // namespace

bool isPublicHost(QStringView host)
{
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    if (host.contains(u':')) {
        const auto address = address6(host);
        return address && isPublic6(*address);
    }
    if (host.endsWith(u'.')) // the root
        host.chop(1);
    if (const auto address = address4(host))
        return isPublic4(*address);
    const auto labels = host.split(u'.');
    const bool isName = labels.size() > 1 && std::ranges::none_of(labels, &QStringView::isEmpty);
    if (!isName || number(labels.back())) // no name ends in a number
        return false;
    if (host.endsWith(".home.arpa"_L1, Qt::CaseInsensitive))
        return false;
    return std::ranges::none_of(localNames, [last = labels.back()](const char *name) {
        return last.compare(QLatin1StringView(name), Qt::CaseInsensitive) == 0;
    });
}

} // namespace toasoan
