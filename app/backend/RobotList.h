// Tells declared robots from readers, by the User-Agent header and a kept list (npm crawler-user-agents).
// Immutable: safe from any thread.
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QRegularExpression>

#include <string>
#include <string_view>
#include <vector>

namespace toasoan {

class RobotList
{
public:
    /// The list that is built in.
    [[nodiscard]] static Result<RobotList> builtIn();
    /// A list of one regular expression a line. Corrupt "robots.pattern" if one does not compile, or there is none.
    [[nodiscard]] static Result<RobotList> fromText(const QByteArray &lines);

    /// Whether a part of `userAgent` is in the list, or it is empty (every browser names itself). Microseconds.
    [[nodiscard]] bool contains(std::string_view userAgent) const;

private:
    RobotList() = default;

    // Nearly all patterns are plain words; they are found by their first two bytes.
    std::vector<std::vector<std::string>> m_words;
    QRegularExpression m_others;
};

} // namespace toasoan
