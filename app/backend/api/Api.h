// The API for desks: a handler reads the request, calls one function, and writes the answer. No rule, no SQL of its
// own.
#pragma once

#include "backend/Lanes.h"
#include "backend/Services.h"
#include "http/Router.h"

namespace toasoan {

class Api
{
public:
    /// `services` must outlive the router that the routes are added to.
    explicit Api(Services &services);

    void addRoutes(http::Router &router) const;

private:
    using Handler = http::Response (Api::*)(const http::Request &, Worker &) const;
    void add(http::Router &router, http::Method method, const char *pattern, Handler handler,
             std::uint64_t bodyLimit = 0, http::Lane lane = lanes::desks) const;

    [[nodiscard]] http::Response signIn(const http::Request &request, Worker &worker) const;
    [[nodiscard]] http::Response signOut(const http::Request &request, Worker &worker) const;
    [[nodiscard]] http::Response whoAmI(const http::Request &request, Worker &worker) const;
    [[nodiscard]] http::Response command(const http::Request &request, Worker &worker) const;
    [[nodiscard]] http::Response changes(const http::Request &request, Worker &worker) const;
    /// `changes` of a noun from its newest on.
    [[nodiscard]] http::Response pull(const http::Request &request, Worker &worker, const User &user,
                                      const Noun &noun) const;
    [[nodiscard]] http::Response view(const http::Request &request, Worker &worker) const;
    [[nodiscard]] http::Response revisions(const http::Request &request, Worker &worker) const;
    [[nodiscard]] http::Response versions(const http::Request &request, Worker &worker) const;
    [[nodiscard]] http::Response revision(const http::Request &request, Worker &worker) const;
    /// What `answer(Transaction &, const Article &)` gives of the article that the request names, if its sender may see
    /// it.
    template <typename Answer>
    [[nodiscard]] http::Response withArticle(const http::Request &request, Worker &worker, Answer answer) const;
    /// The picture that the address names, if it is the person's to see.
    [[nodiscard]] Result<Media> visibleMedia(const http::Request &request, Worker &worker) const;
    [[nodiscard]] http::Response media(const http::Request &request, Worker &worker) const;
    [[nodiscard]] http::Response rendition(const http::Request &request, Worker &worker) const;

    Services &m_services;
};

} // namespace toasoan
