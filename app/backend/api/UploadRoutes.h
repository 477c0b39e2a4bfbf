// Uploading pictures: tus 1.0.0 (https://tus.io/protocols/resumable-upload) with the extensions creation, checksum,
// expiration and termination, on wire::uploads and wire::upload. A desk announces in Upload-Metadata: filename, mediaId
// (the picture's id, a UUID) and sha256 (of the whole file, in hex). Errors have the body of the rest of the API.
#pragma once

#include "backend/Uploads.h"
#include "http/Router.h"

namespace toasoan {

struct Services;

/// `services` must outlive `router`.
void addUploadRoutes(http::Router &router, Services &services, const UploadLimits &limits = {});

/// The same on the parts that uploads need.
void addUploadRoutes(http::Router &router, std::shared_ptr<Uploads> uploads, const Clock &clock);

} // namespace toasoan
