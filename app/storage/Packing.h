// Texts as they lie packed in a row.
#pragma once

#include <QByteArray>

namespace toasoan {

/// What texts of a kind are full of, so that even a short one packs well (resources/packing).
enum class PackedKind
{
    Content,
    SearchWords
};

enum class Effort
{
    /// Of what is written once and read often, by all: the smallest form, whose making takes a fraction of a save's
    /// sync to disk.
    Smallest,
    /// Of what comes by the thousand: a tenth larger, in 0.6 of the time.
    Quick
};

[[nodiscard]] QByteArray packed(const QByteArray &bytes, PackedKind kind, Effort effort = Effort::Smallest);

/// What was packed, by this program or one before it; empty if it is damaged, or larger than anything that is packed.
[[nodiscard]] QByteArray unpacked(const QByteArray &packed);

} // namespace toasoan
