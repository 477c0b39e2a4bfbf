// Dates as HTTP writes them (IMF-fixdate, RFC 9110, 5.6.7): "Mon, 02 Oct 2023 09:20:14 GMT".
#pragma once

#include "base/Clock.h"

#include <QByteArray>

#include <optional>
#include <string_view>

namespace toasoan::http {

[[nodiscard]] QByteArray toHttpDate(Instant instant);
/// Reads IMF-fixdate and the two obsolete forms that RFC 9110 wants understood; nothing for any other text.
[[nodiscard]] std::optional<Instant> fromHttpDate(std::string_view text);

} // namespace toasoan::http
