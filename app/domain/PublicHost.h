// Whether a reader of a public portal can arrive at a host.
#pragma once

#include <QStringView>

namespace toasoan {

/// False for what is no host of the open net by its name alone, which is not looked up: this machine, numbers of
/// private networks or of no network (IPv4 in all the ways that browsers read it, IPv6, IPv4 within IPv6), names
/// without a dot, names that only a local network gives (".local"). `host` as QUrl::host() gives it.
[[nodiscard]] bool isPublicHost(QStringView host);

} // namespace toasoan
