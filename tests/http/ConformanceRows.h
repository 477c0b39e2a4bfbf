// What a server must accept and refuse, byte by byte.
#pragma once

#include <string>
#include <vector>

namespace toasoan::http {

struct Row
{
    const char *name;
    std::string request;
    const char *expected; ///< Statuses, then "keep" or "close".
};

[[nodiscard]] const std::vector<Row> &rows();

[[nodiscard]] std::string get(const std::string &fields, const std::string &target = "/");
[[nodiscard]] std::string post(const std::string &fields, const std::string &body = {},
                               const std::string &target = "/echo");
[[nodiscard]] std::string chunked(const std::string &body);
[[nodiscard]] std::string many(int count, const std::string &text);

} // namespace toasoan::http
