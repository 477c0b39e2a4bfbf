// What is compared in a search: the words of a text, and of a query, in two forms.
//
// A word is what stands between blanks in fold(): in Vietnamese a syllable. Words are found whole: the beginning of a
// syllable is another syllable ("ha" is none of "hải", "hành"), so completing the last word would find mostly others.
//
// What is written in two ways is one word: i and y as the vowel of a syllable (quý and quí, kỹ and kĩ), numbers with
// and without zeros before them (05-NQ/ĐU, 07h30), a telephone number in any grouping (it stands in a text once more as
// one word, and without its area code as another), an amount with its thousands set apart or not (1.500.000, 1 500
// 000), the letters of a document's number (NĐ-CP, nđcp), an hour (7h30, 7 giờ 30), a day (3/10/2025, ngày 3 tháng 10
// năm 2025), a number behind a word that is counted in Roman digits (quý IV, quý 4). A day, and a fraction (14,9), is
// asked for as one word: its numbers stand in very many texts, of which few mean it. A day without a year (2/10) is one
// word too, which every such day has, of whatever year.
//
// Letters and digits are words apart, however they are written: QL 15D and QL15D are "ql 15 d" both. What a query has
// without blanks is a phrase of them.
#pragma once

#include <QDate>
#include <QStringList>

#include <vector>

namespace toasoan {

/// Words divided by single blanks, in the same order in both forms.
struct SearchText
{
    QString plain; ///< made of fold()
    QString accented; ///< made of foldKeepingAccents()

    bool operator==(const SearchText &) const = default;
};

/// The form that searchText() gives. Who stored what it gave stores this with it, and knows when to do it anew.
inline constexpr int searchTextForm = 10;

/// The words of `text`, in which days without a year are those of `written`, if that is known. Longer words than a
/// language has are cut, and a text ends after a megabyte (170,000 words).
[[nodiscard]] SearchText searchText(const QString &text, const QDate &written = {});

/// The plain form that follows from an accented one: searchText() of nearly every text gives just this. Of every form
/// that there was: an index forgets words of an older one by it.
[[nodiscard]] QString plainOfAccented(const QString &accented);

/// One word, or the words of a phrase, which must stand side by side.
struct SearchTerm
{
    QStringList plain;
    QStringList accented;
    /// Of a query: the plain words as they were typed, where `plain` has a number in groups as one word. Either will
    /// do: what stands around a number may keep it from being read as one in the text.
    QStringList written = {};
    /// Of a query: a text that has `written` has `plain` too. An index need not look for both.
    bool coversWritten = false;

    bool operator==(const SearchTerm &) const = default;
};

/// The words of a text where they stand, letters and digits apart: what searchText() begins with, without the other
/// spellings that stand behind it there.
[[nodiscard]] SearchTerm standingWords(const QString &text);

/// What a reader asks for: all of the terms.
struct SearchQuery
{
    std::vector<SearchTerm> terms;

    /// Whether it has an accent. One without is not taken to mean words without.
    [[nodiscard]] bool isAccented() const;
    bool operator==(const SearchQuery &) const = default;
};

/// Reads any text as a query: words in "…", “…” or «…» are a phrase, and so are letters and digits in one word; all
/// else are words; there are no other operators, and no text is wrong. Only the first twenty words count. Without a
/// letter or digit there is no term, and nothing is found.
[[nodiscard]] SearchQuery searchQuery(const QString &text);

} // namespace toasoan
