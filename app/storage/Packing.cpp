#include "storage/Packing.h"

namespace toasoan {

namespace {

constexpr int strongest = 9;

// Beyond any content; what a damaged head of the packed form says is not believed.
constexpr quint32 largest = 256U * 1024 * 1024;

} // namespace

QByteArray packed(const QByteArray &bytes)
{
    return qCompress(bytes, strongest);
}

QByteArray unpacked(const QByteArray &packed)
{
    if (packed.size() < 5)
        return {};
    const auto byte = [&packed](int i) { return quint32(static_cast<unsigned char>(packed[i])); };
    if ((byte(0) << 24 | byte(1) << 16 | byte(2) << 8 | byte(3)) > largest)
        return {};
    return qUncompress(packed);
}

} // namespace toasoan
