// All routes that are no page of the site, and how the engine's own refusals read. What they are to an outsider stands
// in resources/openapi.yaml; tests/protocol holds the two against each other.
#pragma once

#include "http/Router.h"

namespace toasoan {

struct Services;

/// The API, the uploads, /livez and /readyz. `services` must outlive `router`.
void addApiRoutes(http::Router &router, Services &services);

} // namespace toasoan
