#include "backend/VisitMemory.h"

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

void add(QByteArray &bytes, Kind kind, quint64 first, quint64 second, Instant time)
{
    const quint64 last = quint64(kind) << 56 | (quint64(toMilliseconds(time)) & timeMask);
    for (const quint64 number : {first, second, last}) {
        const quint64 little = qToLittleEndian(number);
        bytes.append(reinterpret_cast<const char *>(&little), sizeof(little));
    }
}

QByteArray toBytes(const RememberedVisits &visits)
{
    QByteArray bytes;
    bytes.reserve(recordSize * qsizetype(visits.keys.size() + visits.visitors.size() + visits.deliveries.size()));
    for (const RememberedKey &key : visits.keys)
        add(bytes, Key, key.bytes[0], key.bytes[1], key.day);
    for (const RememberedVisitor &visitor : visits.visitors)
        add(bytes, Visitor, visitor.visitor, 0, visitor.day);
    for (const RememberedDelivery &delivery : visits.deliveries)
        add(bytes, Delivery, delivery.visitor, delivery.page, delivery.at);
    for (const RememberedCrowd &crowd : visits.crowds) {
        add(bytes, Crowd, 0, quint64(crowd.bytes.size()), crowd.day);
        bytes.append(crowd.bytes);
        bytes.append(recordsFor(crowd.bytes.size()) * recordSize - crowd.bytes.size(), '\0');
    }
    return bytes;
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
    const QByteArray bytes = file.readAll();
    for (qsizetype at = 0; at + recordSize <= bytes.size(); at += recordSize) {
        const auto number = [&](qsizetype index) {
            return qFromLittleEndian<quint64>(bytes.constData() + at + 8 * index);
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
            const qsizetype left = bytes.size() - at - recordSize;
            if (number(1) > quint64(left))
                return visits; // its end was never written
            const auto size = qsizetype(number(1));
            visits.crowds.push_back({.day = time, .bytes = bytes.mid(at + recordSize, size)});
            at += recordsFor(size) * recordSize;
            break;
        }
        default: // of a newer program, or no file of ours
            return RememberedVisits();
        }
    }
    return visits;
}

Result<void> VisitMemory::write(const RememberedVisits &visits)
{
    m_file.close();
    QSaveFile file(m_file.fileName());
    const QByteArray bytes = toBytes(visits);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(onlyOwner) || file.write(bytes) != bytes.size()
        || !file.commit())
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
