// What kinds of things a newsroom has, as the feed, the audit log and the records name them.
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace toasoan {

/// The nouns whose changes the feed tells of.
enum class Noun
{
    Article,
    Media,
    Section,
    Site,
    User,
    Workflow
};

inline constexpr std::array allNouns{Noun::Article, Noun::Media, Noun::Section, Noun::Site, Noun::User, Noun::Workflow};

[[nodiscard]] QString toText(Noun noun);
[[nodiscard]] std::optional<Noun> nounFromText(QStringView text);

} // namespace toasoan
