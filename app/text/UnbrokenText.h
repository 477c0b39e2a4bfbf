// What is read as one piece however narrow the line is: numbers of documents, telephones and accounts, days.
#pragma once

#include <QString>

#include <vector>

namespace toasoan {

struct UnbrokenPlace
{
    qsizetype from = 0;
    qsizetype length = 0; ///< in UTF-16 units

    bool operator==(const UnbrokenPlace &) const = default;
};

/// The numbers of `text` inside which no line is to end, in their order, apart from each other: of documents
/// (1719/QĐ-TTg, 22-QĐi/TW), telephones and accounts in groups (0905 123 456), amounts with blanks, days with hyphens
/// (25-9-2026). Those inside which no line could end (28/9/2023, 1.500.000) are left out.
[[nodiscard]] std::vector<UnbrokenPlace> unbrokenPlaces(const QString &text);

} // namespace toasoan
