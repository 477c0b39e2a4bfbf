// JPEG (ITU T.81, annex B).
#include "pictures/Bytes.h"
#include "pictures/Exif.h"
#include "pictures/Formats.h"

#include <cstring>

namespace toasoan::pictures {

namespace {

namespace marker {
constexpr quint8 startOfImage = 0xD8;
constexpr quint8 endOfImage = 0xD9;
constexpr quint8 startOfScan = 0xDA;
constexpr quint8 app0 = 0xE0;
constexpr quint8 app1 = 0xE1;
constexpr quint8 app2 = 0xE2;
constexpr quint8 app14 = 0xEE;
constexpr quint8 huffmanTables = 0xC4;
constexpr quint8 arithmeticTables = 0xCC;
constexpr quint8 quantisation = 0xDB;
constexpr quint8 numberOfLines = 0xDC;
constexpr quint8 restartInterval = 0xDD;
} // namespace marker

bool standsAlone(quint8 code)
{
    return code == 0x01 || (code >= 0xD0 && code <= 0xD8); // TEM, RSTn, SOI
}

bool isFrame(quint8 code)
{
    return code >= 0xC0 && code <= 0xCF && code != marker::huffmanTables && code != 0xC8
        && code != marker::arithmeticTables;
}

// Where the coded data of a scan end: at the next marker that is no restart.
qsizetype endOfScan(QByteArrayView file, qsizetype at)
{
    while (at < file.size()) {
        const void *found = std::memchr(file.data() + at, 0xFF, size_t(file.size() - at));
        if (!found)
            return file.size();
        at = static_cast<const char *>(found) - file.data();
        if (at + 1 >= file.size())
            return file.size();
        const auto next = quint8(file[at + 1]);
        if (next == 0xFF)
            ++at; // fill
        else if (next == 0 || (next >= 0xD0 && next <= 0xD7))
            at += 2;
        else
            return at;
    }
    return file.size();
}

class Jpeg
{
public:
    Jpeg(QByteArrayView file, QByteArray *out) : m_file(file), m_bytes(file), m_out(out) { }

    Result<Stored> walk()
    {
        copy(0, 2);
        qsizetype at = 2;
        bool isWhole = false;
        while (m_bytes.has(at, 2) && !isWhole) {
            if (m_bytes.u8(at) != 0xFF) {
                ++at; // decoders look for the next marker
                continue;
            }
            const quint8 code = m_bytes.u8(at + 1);
            if (code == 0xFF || code == 0) {
                ++at;
                continue;
            }
            if (++m_segments > limits.segments)
                return tooManyParts("segments");
            if (code == marker::endOfImage) {
                copy(at, 2);
                isWhole = true;
            } else if (standsAlone(code)) {
                at += 2;
            } else {
                const qsizetype length = m_bytes.u16(at + 2);
                if (isFrame(code) && m_stored.width == 0) {
                    m_stored.height = m_bytes.u16(at + 5);
                    m_stored.width = m_bytes.u16(at + 7);
                }
                if (length < 2 || !m_bytes.has(at, 2 + length))
                    break; // cut off, or no JPEG from here on
                if (auto taken = segment(code, at, 2 + length); !taken)
                    return taken.error();
                at += 2 + length;
                if (code == marker::startOfScan) {
                    const qsizetype end = endOfScan(m_file, at);
                    copy(at, end - at);
                    at = end;
                }
            }
        }
        return finish();
    }

private:
    Result<void> segment(quint8 code, qsizetype at, qsizetype size)
    {
        if (isFrame(code)) {
            copy(at, size);
        } else if (code == marker::startOfScan) {
            const qint64 pixels = qint64(m_stored.width) * m_stored.height;
            const bool isWithinSize = pixels <= Limits().maxPixels; // else that is what is wrong with it
            if (++m_scans > limits.scans || (isWithinSize && m_scans * pixels > limits.scannedPixels))
                return tooManyParts("scans");
            copy(at, size);
        } else if (code == marker::app1) {
            if (m_bytes.says(at + 4, QByteArrayView("Exif\0\0", 6)) && !m_hasExif) {
                m_hasExif = true;
                m_stored.orientation = orientationOf(m_bytes.part(at + 10, size - 10));
            }
        } else if (code == marker::app2) {
            if (m_bytes.says(at + 4, QByteArrayView("ICC_PROFILE\0", 12))) {
                m_profile += size;
                if (m_profile > limits.profile)
                    return tooManyParts("colour profile");
                copy(at, size);
            }
        } else if ((code == marker::app0 && m_bytes.says(at + 4, QByteArrayView("JFIF\0", 5)))
                   || (code == marker::app14 && m_bytes.says(at + 4, "Adobe")) || code == marker::huffmanTables
                   || code == marker::arithmeticTables || code == marker::quantisation || code == marker::numberOfLines
                   || code == marker::restartInterval) {
            copy(at, size);
        }
        return {};
    }

    Result<Stored> finish()
    {
        if (m_stored.width == 0 || m_stored.height == 0)
            return noPicture("no frame");
        if (m_out && m_stored.orientation != 1) {
            const QByteArray exif = QByteArray("Exif\0\0", 6) + exifSaying(m_stored.orientation);
            const auto length = quint16(exif.size() + 2);
            m_out->insert(2, QByteArray("\xFF\xE1", 2) + char(length >> 8) + char(length & 0xFF) + exif);
        }
        return m_stored;
    }

    void copy(qsizetype at, qsizetype size)
    {
        if (m_out)
            m_out->append(m_bytes.part(at, size));
    }

    QByteArrayView m_file;
    Bytes m_bytes;
    QByteArray *m_out;
    Stored m_stored;
    int m_segments = 0;
    int m_scans = 0;
    qsizetype m_profile = 0;
    bool m_hasExif = false;
};

} // namespace

Walk walkJpeg(QByteArrayView file, QByteArray *out)
{
    if (!file.startsWith("\xFF\xD8\xFF"))
        return std::nullopt;
    return Jpeg(file, out).walk();
}

} // namespace toasoan::pictures
