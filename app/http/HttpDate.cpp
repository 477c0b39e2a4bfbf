#include "http/HttpDate.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace toasoan::http {

namespace {

using namespace std::chrono;

constexpr std::array<std::string_view, 7> dayNames{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12> monthNames{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::optional<int> number(std::string_view digits)
{
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() || digits.front() == '-')
        return std::nullopt;
    return value;
}

std::optional<Instant> assemble(std::string_view dayText, std::string_view monthText, std::optional<int> yearNumber,
                                std::string_view time)
{
    if (!dayText.empty() && dayText.front() == ' ') // asctime pads with a blank
        dayText.remove_prefix(1);
    const auto dayNumber = number(dayText);
    const auto monthName = std::ranges::find(monthNames, monthText);
    if (!dayNumber || !yearNumber || monthName == monthNames.end() || time.size() != 8 || time[2] != ':'
        || time[5] != ':')
        return std::nullopt;
    const auto hour = number(time.substr(0, 2));
    const auto minute = number(time.substr(3, 2));
    const auto second = number(time.substr(6, 2));
    if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60)
        return std::nullopt;
    const year_month_day date{year(*yearNumber), month(static_cast<unsigned>(monthName - monthNames.begin() + 1)),
                              day(static_cast<unsigned>(*dayNumber))};
    if (!date.ok())
        return std::nullopt;
    return Instant(sys_days(date)) + hours(*hour) + minutes(*minute) + seconds(*second);
}

} // namespace

QByteArray toHttpDate(Instant instant)
{
    const auto days = floor<std::chrono::days>(instant);
    const year_month_day date(days);
    const hh_mm_ss time(floor<seconds>(instant - days));
    std::array<char, 32> text{};
    const int length = std::snprintf(
        text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT", dayNames[weekday(days).c_encoding()].data(),
        static_cast<unsigned>(date.day()), monthNames[static_cast<unsigned>(date.month()) - 1].data(),
        static_cast<int>(date.year()), static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
        static_cast<int>(time.seconds().count()));
    return QByteArray(text.data(), std::min<qsizetype>(length, text.size() - 1));
}

std::optional<Instant> fromHttpDate(std::string_view text)
{
    // "Sun, 06 Nov 1994 08:49:37 GMT"
    if (text.size() == 29 && text.substr(3, 2) == ", " && text[7] == ' ' && text[11] == ' ' && text[16] == ' '
        && text.substr(25) == " GMT")
        return assemble(text.substr(5, 2), text.substr(8, 3), number(text.substr(12, 4)), text.substr(17, 8));
    // "Sun Nov  6 08:49:37 1994", asctime
    if (text.size() == 24 && text[3] == ' ' && text[7] == ' ' && text[10] == ' ' && text[19] == ' ')
        return assemble(text.substr(8, 2), text.substr(4, 3), number(text.substr(20, 4)), text.substr(11, 8));
    // "Sunday, 06-Nov-94 08:49:37 GMT", RFC 850: a year more than 50 years ahead is one of the past.
    const std::size_t comma = text.find(", ");
    if (comma == std::string_view::npos)
        return std::nullopt;
    const std::string_view rest = text.substr(comma + 2);
    if (rest.size() != 22 || rest[2] != '-' || rest[6] != '-' || rest[9] != ' ' || rest.substr(18) != " GMT")
        return std::nullopt;
    auto shortYear = number(rest.substr(7, 2));
    if (!shortYear)
        return std::nullopt;
    const int thisYear = static_cast<int>(year_month_day(floor<std::chrono::days>(system_clock::now())).year());
    int fullYear = thisYear / 100 * 100 + *shortYear;
    if (fullYear > thisYear + 50)
        fullYear -= 100;
    return assemble(rest.substr(0, 2), rest.substr(3, 3), fullYear, rest.substr(10, 8));
}

} // namespace toasoan::http
