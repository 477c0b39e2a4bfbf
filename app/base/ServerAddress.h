// The address of a server as people type it: one reading for windows, command line and transport.
#pragma once

#include "base/Result.h"

#include <QString>

namespace toasoan {

/// The address as it is used: "https://toasoan.example.vn", without a slash at the end; a path is kept. Where the
/// scheme is missing it is http for this machine and for numbers of a private network (RFC 1918, 4193, 3927, 4291),
/// where no authority gives certificates, and https for everything else, public numbers too: nobody's password goes
/// over the open net because he left the scheme out. InvalidInput "server.address" for what is no address.
[[nodiscard]] Result<QString> serverAddress(const QString &typed);

} // namespace toasoan
