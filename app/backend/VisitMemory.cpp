#include "backend/VisitMemory.h"

#include "backend/VisitCrowd.h"

#include <QBuffer>
#include <QByteArray>
#include <QSaveFile>
#include <QtEndian>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr auto onlyOwner = QFile::ReadOwner | QFile::WriteOwner;

// Every record is three numbers, little-endian; the last has its kind in its first byte, and a time in the others.
constexpr qsizetype recordSize = 24;
constexpr quint64 timeMask = (1ULL << 56) - 1;

enum Kind : quint8
{
    Key = 1,
    Visitor = 2,
    Delivery = 3,
    Crowd = 4 ///< its second number is the size of its bytes, which follow, filled up to whole records
};

qsizetype recordsFor(qsizetype bytes)
{
    return (bytes + recordSize - 1) / recordSize;
}

/// Records on their way to a file, of which few are held at once. What fails, the file knows.
class Records
{
public:
    explicit Records(QIODevice &file) : m_file(file) { }
    ~Records() { flush(); }
    Q_DISABLE_COPY_MOVE(Records)

    void add(Kind kind, quint64 first, quint64 second, Instant time)
    {
        const quint64 last = quint64(kind) << 56 | (quint64(toMilliseconds(time)) & timeMask);
        for (const quint64 number : {first, second, last}) {
            const quint64 little = qToLittleEndian(number);
            m_bytes.append(reinterpret_cast<const char *>(&little), sizeof(little));
        }
        if (m_bytes.size() >= most)
            flush();
    }

    void add(const RememberedVisits &visits)
    {
        for (const RememberedKey &key : visits.keys)
            add(Key, key.bytes[0], key.bytes[1], key.day);
        for (const RememberedVisitor &visitor : visits.visitors)
            add(Visitor, visitor.visitor, 0, visitor.day);
        for (const RememberedDelivery &delivery : visits.deliveries)
            add(Delivery, delivery.visitor, delivery.page, delivery.at);
    }

    /// How long its bytes are is known when they stand there.
    void add(const LiveCrowd &live)
    {
        flush();
        const qint64 head = m_file.pos();
        m_file.write(QByteArray(recordSize, '\0'));
        live.crowd.write(m_file);
        const qint64 end = m_file.pos();
        const qint64 size = end - head - recordSize;
        m_file.write(QByteArray(recordsFor(size) * recordSize - size, '\0'));
        const qint64 next = m_file.pos();
        m_file.seek(head);
        add(Crowd, 0, quint64(size), live.day);
        flush();
        m_file.seek(next);
    }

    void flush()
    {
        if (!m_bytes.isEmpty())
            m_file.write(m_bytes);
        m_bytes.resize(0);
    }

private:
    static constexpr qsizetype most = 64 * 1024;

    QIODevice &m_file;
    QByteArray m_bytes;
};

QByteArray toBytes(const RememberedVisits &visits)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    Records(buffer).add(visits);
    return buffer.data();
}

} // namespace

Error VisitMemory::failure(const QFileDevice &file) const
{
    const bool isFull = file.error() == QFileDevice::ResourceError;
    return {isFull ? ErrorCode::StorageFull : ErrorCode::Unavailable, u"visits.memory"_s, file.errorString()};
}

Result<RememberedVisits> VisitMemory::read()
{
    RememberedVisits visits;
    QFile file(m_file.fileName());
    if (!file.exists())
        return visits;
    if (!file.open(QIODevice::ReadOnly))
        return failure(file);
    std::array<char, recordSize> record{};
    while (file.read(record.data(), recordSize) == recordSize) {
        const auto number = [&record](std::size_t index) {
            return qFromLittleEndian<quint64>(record.data() + 8 * index);
        };
        const Instant time = fromMilliseconds(qint64(number(2) & timeMask));
        switch (number(2) >> 56) {
        case Key:
            visits.keys.push_back({.bytes = {number(0), number(1)}, .day = time});
            break;
        case Visitor:
            visits.visitors.push_back({.visitor = number(0), .day = time});
            break;
        case Delivery:
            visits.deliveries.push_back({.visitor = number(0), .page = number(1), .at = time});
            break;
        case Crowd: {
            if (number(1) > quint64(file.size() - file.pos()))
                return visits; // its end was never written
            const auto size = qsizetype(number(1));
            visits.crowds.push_back({.day = time, .bytes = file.read(size)});
            if (!file.seek(file.pos() + recordsFor(size) * recordSize - size))
                return visits;
            break;
        }
        default: // of a newer program, or no file of ours
            return RememberedVisits();
        }
    }
    return visits;
}

Result<void> VisitMemory::write(const RememberedVisits &visits, const std::vector<LiveCrowd> &crowds)
{
    m_file.close();
    QSaveFile file(m_file.fileName());
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(onlyOwner))
        return failure(file);
    {
        Records records(file);
        records.add(visits);
        for (const LiveCrowd &crowd : crowds)
            records.add(crowd);
    }
    if (!file.commit()) // it remembers a write that failed
        return failure(file);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return failure(m_file);
    return {};
}

Result<void> VisitMemory::append(const RememberedVisits &visits)
{
    const QByteArray bytes = toBytes(visits);
    if (bytes.isEmpty())
        return {};
    if (!m_file.isOpen() || m_file.write(bytes) != bytes.size())
        return failure(m_file);
    return {};
}

} // namespace toasoan
