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

/// Written once and read often: the smallest form, whose making takes a fraction of a save's sync to disk.
[[nodiscard]] QByteArray packed(const QByteArray &bytes, PackedKind kind);

/// What was packed, by this program or one before it; empty if it is damaged, or larger than anything that is packed.
[[nodiscard]] QByteArray unpacked(const QByteArray &packed);

} // namespace toasoan
