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
    /// amount or an account: its digits without zeros before them. Of a document: empty.
    QString digits = {};
    QString local = {}; ///< of a telephone with an area code: the digits behind that, as neighbours dial it

    bool operator==(const NumberPlace &) const = default;
};

/// Longer ones than a line of a phone has room for may have to be divided.
inline constexpr qsizetype longestNumberInLine = 24;

/// Numbers and signs of documents, as Decree 30/2020 writes them (959/QĐ-UBND, 123/2024/NĐ-CP, 1719/QĐ-TTg, 05-NQ/ĐU).
/// Those that are longer than `longest` characters are left out.
[[nodiscard]] std::vector<NumberPlace> documentNumbers(const QString &text, qsizetype longest = longestNumberInLine);

/// Telephone numbers of this country in any grouping: "0233 3828 345", "(0233) 3.828.345", "+84 233 3828345",
/// "84233 3828345", "1900 1234", "1900 1909". Dates, amounts and years with a dash between them are none.
[[nodiscard]] std::vector<NumberPlace> telephoneNumbers(const QString &text);

/// Telephone numbers as they are dialled within their area, in groups: "3822 123", "38 22 123", "3822.1234". Not days
/// and years.
[[nodiscard]] std::vector<NumberPlace> localNumbers(const QString &text);

/// Decimal fractions: "14,9", "12.5". The digits of each are one number, which nobody writes: the same with a comma and
/// with a point, and another for "9,14". Days and numbers in more parts are none.
[[nodiscard]] std::vector<NumberPlace> decimals(const QString &text);

/// Telephone numbers, with or without their area codes, amounts with their thousands set apart ("1.500.000",
/// "1,500,000", "10 000", "6’800’000"), numbers of persons, taxpayers and accounts in groups ("045 123 456 789", "3200
/// 123 456", "1903 4567 8901 23"), in their order.
[[nodiscard]] std::vector<NumberPlace> groupedNumbers(const QString &text);

} // namespace toasoan
