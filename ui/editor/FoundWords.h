// Where words stand in a text, as readers see them. Values; of any thread.
#pragma once

#include <QString>

#include <vector>

namespace toasoan {

struct FoundWords
{
    qsizetype from; ///< in UTF-16 units
    qsizetype length; ///< of what stands there, which may be written otherwise than what was looked for
    bool operator==(const FoundWords &) const = default;
};

enum class MatchCase
{
    No,
    Yes
};

/// All places of `words` in `text`, from its beginning, none within another. Blanks of all kinds are one, letters may
/// be put together with their marks or not, and the tone of a word that ends in oa, oe or uy may stand on either
/// letter. As inText() in resources/editor/src/find.ts; both by tests/ui/editor/fixtures/finding.json.
[[nodiscard]] std::vector<FoundWords> findWords(const QString &text, const QString &words, MatchCase matchCase);

} // namespace toasoan
