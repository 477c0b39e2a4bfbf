// The public site: every address that is no route of the API. A page that is in the cache is answered on the spot; any
// other is rendered on a worker, kept, and answered.
#pragma once

#include "backend/Services.h"
#include "http/Router.h"

namespace toasoan {

class SitePages
{
public:
    /// `services` must outlive the router.
    explicit SitePages(Services &services);

    /// Adds the assets' routes and becomes the router's fallback.
    void addTo(http::Router &router) const;

    /// Renders the front page and the sections' first pages, so that the first reader does not wait.
    static void warmUp(Services &services, Worker &worker);

private:
    Services &m_services;
};

} // namespace toasoan
