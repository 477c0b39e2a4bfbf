// What an item keeps of its genre (thể loại): a code, which the register "genre" names (Genres.h).
#pragma once

#include <QString>

#include <optional>

namespace toasoan {

/// Of tin, the usual genre of an item.
[[nodiscard]] QString newsBrief();

/// The text, if it can be a genre's code: 1 to 60 of A–Z a–z 0–9 _ . -. Which genres there are is the newsroom's.
[[nodiscard]] std::optional<QString> genreFromText(QStringView text);

} // namespace toasoan
