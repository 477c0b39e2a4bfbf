// HEIF (ISO/IEC 23008-12): boxes in boxes; the size and the turn of the primary item.
#include "pictures/Bytes.h"
#include "pictures/Formats.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace toasoan::pictures {

namespace {

constexpr std::array brands{"heic", "heix", "hevc", "heim", "heis", "hevm", "hevs", "mif1", "msf1", "avif"};

struct Box
{
    qint64 at = 0;
    qint64 header = 0; ///< bytes before the content
    qint64 end = 0;
};

struct Property
{
    enum class Kind
    {
        Size,
        Turn,
        Other
    };
    Kind kind = Kind::Other;
    quint32 width = 0;
    quint32 height = 0;
    bool liesOnItsSide = false;
};

class Heif
{
public:
    explicit Heif(QByteArrayView file) : m_bytes(file) { }

    Result<Stored> walk()
    {
        if (auto walked = boxes(0, m_bytes.size(), 0); !walked)
            return walked.error();
        Stored stored;
        bool liesOnItsSide = false;
        for (const auto &[item, index] : m_associations) {
            if (item != m_primary || index == 0 || index > m_properties.size())
                continue;
            const Property &property = m_properties[index - 1];
            if (property.kind == Property::Kind::Size) {
                stored.width = property.width;
                stored.height = property.height;
            } else if (property.kind == Property::Kind::Turn) {
                liesOnItsSide = property.liesOnItsSide;
            }
        }
        if (liesOnItsSide)
            std::swap(stored.width, stored.height);
        return stored;
    }

private:
    Result<void> boxes(qint64 from, qint64 to, int depth)
    {
        if (depth > limits.boxDepth)
            return tooManyParts("boxes in boxes");
        for (qint64 at = from; at + 8 <= to;) {
            if (++m_count > limits.segments)
                return tooManyParts("boxes");
            Box box{.at = at, .header = 8};
            auto size = qint64(m_bytes.u32(at));
            if (size == 1) {
                size = qint64(m_bytes.number(at + 8, 8));
                box.header = 16;
            } else if (size == 0) {
                size = to - at;
            }
            if (size < box.header || size > to - at)
                return {}; // cut off: the decoder will say so
            box.end = at + size;
            if (auto read = content(box, depth); !read)
                return read;
            at = box.end;
        }
        return {};
    }

    Result<void> content(const Box &box, int depth)
    {
        const qint64 inside = box.at + box.header;
        const auto is = [&](const char *name) { return m_bytes.says(box.at + 4, name); };
        if (is("meta"))
            return boxes(inside + 4, box.end, depth + 1);
        if (is("iprp"))
            return boxes(inside, box.end, depth + 1);
        if (is("ipco"))
            return properties(inside, box.end);
        if (is("ipma"))
            return associations(inside);
        if (is("pitm")) {
            m_primary = m_bytes.u8(inside) == 0 ? m_bytes.u16(inside + 4) : m_bytes.u32(inside + 4);
        } else if (is("iloc")) {
            const qint64 count = m_bytes.u8(inside) < 2 ? m_bytes.u16(inside + 6) : m_bytes.u32(inside + 6);
            if (count > limits.items)
                return tooManyParts("items");
        } else if (is("iinf")) {
            const qint64 count = m_bytes.u8(inside) == 0 ? m_bytes.u16(inside + 4) : m_bytes.u32(inside + 4);
            if (count > limits.items)
                return tooManyParts("items");
        }
        return {};
    }

    Result<void> properties(qint64 from, qint64 to)
    {
        for (qint64 at = from; at + 8 <= to;) {
            const qint64 size = m_bytes.u32(at);
            if (size < 8 || size > to - at)
                return {};
            if (qint64(m_properties.size()) >= limits.items)
                return tooManyParts("properties");
            Property property;
            if (m_bytes.says(at + 4, "ispe"))
                property = {.kind = Property::Kind::Size,
                            .width = m_bytes.u32(at + 12),
                            .height = m_bytes.u32(at + 16),
                            .liesOnItsSide = false};
            else if (m_bytes.says(at + 4, "irot"))
                property = {.kind = Property::Kind::Turn,
                            .width = 0,
                            .height = 0,
                            .liesOnItsSide = (m_bytes.u8(at + 8) & 1) == 1};
            else if (m_bytes.says(at + 4, "colr") && size > limits.profile)
                return tooManyParts("colour profile");
            m_properties.push_back(property);
            at += size;
        }
        return {};
    }

    Result<void> associations(qint64 at)
    {
        const bool hasWideIds = m_bytes.u8(at) > 0;
        const bool hasWideIndexes = (m_bytes.u8(at + 3) & 1) == 1;
        const qint64 entries = m_bytes.u32(at + 4);
        if (entries > limits.items)
            return tooManyParts("items");
        at += 8;
        for (qint64 i = 0; i < entries && m_bytes.has(at, 3); ++i) {
            const quint32 item = hasWideIds ? m_bytes.u32(at) : m_bytes.u16(at);
            at += hasWideIds ? 4 : 2;
            const int count = m_bytes.u8(at++);
            for (int k = 0; k < count; ++k) {
                const std::size_t index = hasWideIndexes ? m_bytes.u16(at) & 0x7FFFU : m_bytes.u8(at) & 0x7FU;
                at += hasWideIndexes ? 2 : 1;
                m_associations.emplace_back(item, index);
            }
        }
        return {};
    }

    Bytes m_bytes;
    int m_count = 0;
    quint32 m_primary = 0;
    std::vector<Property> m_properties;
    std::vector<std::pair<quint32, std::size_t>> m_associations; // of items with properties, counted from 1
};

} // namespace

Walk walkHeif(QByteArrayView file, QByteArray *)
{
    const Bytes bytes(file);
    if (!bytes.says(4, "ftyp")
        || std::none_of(brands.begin(), brands.end(), [&](const char *brand) { return bytes.says(8, brand); }))
        return std::nullopt;
    return Heif(file).walk();
}

} // namespace toasoan::pictures
