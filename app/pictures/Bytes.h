// Numbers in a stranger's bytes: whoever asks beyond the end gets 0, and asks has() before where that matters.
#pragma once

#include <QByteArrayView>

namespace toasoan::pictures {

enum class Endian
{
    Big,
    Little
};

class Bytes
{
public:
    explicit Bytes(QByteArrayView view, Endian endian = Endian::Big) : m_view(view), m_endian(endian) { }

    [[nodiscard]] qsizetype size() const { return m_view.size(); }
    [[nodiscard]] bool has(qint64 at, qint64 count) const
    {
        return at >= 0 && count >= 0 && at <= m_view.size() && count <= m_view.size() - at;
    }
    /// `count` (at most 8) bytes as a number.
    [[nodiscard]] quint64 number(qint64 at, int count) const
    {
        if (!has(at, count))
            return 0;
        quint64 value = 0;
        for (int i = 0; i < count; ++i) {
            const int place = m_endian == Endian::Big ? i : count - 1 - i;
            value = value << 8 | quint8(m_view[at + place]);
        }
        return value;
    }
    [[nodiscard]] quint8 u8(qint64 at) const { return quint8(number(at, 1)); }
    [[nodiscard]] quint16 u16(qint64 at) const { return quint16(number(at, 2)); }
    [[nodiscard]] quint32 u32(qint64 at) const { return quint32(number(at, 4)); }
    /// Whether `text` stands there.
    [[nodiscard]] bool says(qint64 at, QByteArrayView text) const
    {
        return has(at, text.size()) && m_view.sliced(at, text.size()) == text;
    }
    /// Cut to what is there.
    [[nodiscard]] QByteArrayView part(qint64 at, qint64 count) const
    {
        if (at < 0 || at >= m_view.size() || count <= 0)
            return {};
        return m_view.sliced(at, qMin(count, m_view.size() - at));
    }

private:
    QByteArrayView m_view;
    Endian m_endian;
};

} // namespace toasoan::pictures
