// The values of a page's entries, taken out of its JSON as they stand there: what is nine tenths of a page need not be
// read before it is known what it is of, nor by the thread that got it.
#pragma once

#include <QByteArray>

#include <vector>

namespace toasoan {

struct LiftedValues
{
    QByteArray rest; ///< the page, with the place of each value among `values` in its stead; null stays
    std::vector<QByteArray> values;
};

/// Of a text in which nothing is found to lift, because it is no such page or written in an unusual way, `rest` is the
/// text, and what it is worth a JSON reader tells. Whether a value is JSON, too: here it is only seen where it ends.
[[nodiscard]] LiftedValues liftValues(const QByteArray &page);

} // namespace toasoan
