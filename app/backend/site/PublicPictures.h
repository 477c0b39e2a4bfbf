#pragma once

#include "backend/Services.h"
#include "portal/SiteAddress.h"

namespace toasoan {

/// The picture in this width and format, if some public version shows it; else a 404, and a 503 where it cannot be made
/// now. What is made already is given at once; what must be made is made by processes, with no transaction open.
[[nodiscard]] http::Response publicPicture(const PictureAddress &address, const http::Request &request,
                                           Services &services, Worker &worker);

} // namespace toasoan
