#include "base/ServerAddress.h"

#include <QStringList>
#include <QUrl>

#include <array>
#include <optional>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

std::optional<std::array<int, 4>> ipv4(const QString &host)
{
    const QStringList parts = host.split(u'.');
    std::array<int, 4> numbers{};
    if (parts.size() != 4)
        return std::nullopt;
    for (qsizetype i = 0; i < 4; ++i) {
        bool ok = false;
        numbers[std::size_t(i)] = parts[i].toInt(&ok);
        if (!ok || numbers[std::size_t(i)] < 0 || numbers[std::size_t(i)] > 255)
            return std::nullopt;
    }
    return numbers;
}

// This machine, or a number that only its own network knows. QUrl has written numbers in their one way.
bool isNear(const QString &host)
{
    if (const auto number = ipv4(host)) {
        const auto [first, second, third, fourth] = *number;
        return first == 127 || first == 10 || (first == 172 && second >= 16 && second < 32)
            || (first == 192 && second == 168) || (first == 169 && second == 254);
    }
    if (!host.contains(u':'))
        return host == "localhost"_L1 || host.endsWith(".localhost"_L1);
    if (host == "::1"_L1)
        return true;
    bool ok = false;
    const int network = host.section(u':', 0, 0).toInt(&ok, 16);
    return ok && ((network & 0xFE00) == 0xFC00 || (network & 0xFFC0) == 0xFE80);
}

} // namespace

Result<QString> serverAddress(const QString &typed)
{
    QString address = typed.trimmed();
    const Error error{ErrorCode::InvalidInput, u"server.address"_s, typed};
    if (address.isEmpty())
        return error;
    if (!address.contains("://"_L1))
        address.prepend(isNear(QUrl(u"http://"_s + address).host()) ? "http://"_L1 : "https://"_L1);
    const QUrl url(address, QUrl::StrictMode);
    const bool isHttp = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !isHttp || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery()
        || url.hasFragment())
        return error;
    address = url.toString();
    while (address.endsWith(u'/'))
        address.chop(1);
    return address;
}

} // namespace toasoan
