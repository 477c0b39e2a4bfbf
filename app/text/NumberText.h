// Numbers that are names: of a document ("05-NQ/ĐU"), of a telephone ("0233 3828 345"); and amounts in groups of three
// digits. Where they stand in a text.
#pragma once

#include <QString>

#include <vector>

namespace toasoan {

struct NumberPlace
{
    qsizetype from = 0;
    qsizetype length = 0; ///< in UTF-16 units
    /// Of a telephone: its digits without grouping, country code and leading 0, the same however it was written. Of an
    /// amount: its digits. Of a document: empty.
    QString digits = {};
    QString local = {}; ///< of a telephone with an area code: the digits behind that, as neighbours dial it

    bool operator==(const NumberPlace &) const = default;
};

/// Numbers and signs of documents, as Decree 30/2020 writes them (959/QĐ-UBND, 123/2024/NĐ-CP, 05-NQ/ĐU). Those that
/// are longer than a line of a phone are left out: a line may have to end inside.
[[nodiscard]] std::vector<NumberPlace> documentNumbers(const QString &text);

/// Telephone numbers of this country in any grouping: "0233 3828 345", "(0233) 3.828.345", "+84 233 3828345",
/// "84233 3828345", "1900 1234". Dates and amounts are none.
[[nodiscard]] std::vector<NumberPlace> telephoneNumbers(const QString &text);

/// Telephone numbers as they are dialled within their area, in groups: "3822 123", "38 22 123", "3822.1234". Not days
/// and years.
[[nodiscard]] std::vector<NumberPlace> localNumbers(const QString &text);

/// Telephone numbers, with or without their area codes, and amounts with their thousands set apart ("1.500.000",
/// "1,500,000"), in their order.
[[nodiscard]] std::vector<NumberPlace> groupedNumbers(const QString &text);

} // namespace toasoan
