// Characters of HTTP's grammar (RFC 9110, 5.6).
#pragma once

#include "http/Request.h"

#include <algorithm>
#include <string_view>

namespace toasoan::http {

/// tchar
[[nodiscard]] constexpr bool isTokenCharacter(char c)
{
    constexpr std::string_view others = "!#$%&'*+-.^_`|~";
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
        || others.find(c) != std::string_view::npos;
}

[[nodiscard]] constexpr bool isToken(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, isTokenCharacter);
}

/// What may stand in no line: below blank except tab, and DEL.
[[nodiscard]] constexpr bool isControlCharacter(char c)
{
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F;
}

/// 0 … 15, or -1 for what is no hexadecimal digit.
[[nodiscard]] constexpr int hexDigitValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

} // namespace toasoan::http
