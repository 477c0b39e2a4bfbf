// What a browser is shown when the server itself says no: a page with the portal's look, made of the theme alone, so
// that it can be given when the database cannot be read and before anybody has been asked who he is.
#pragma once

#include "http/Request.h"
#include "http/Status.h"
#include "text/Language.h"

#include <QByteArray>

#include <map>

namespace toasoan {

namespace portal {
class PortalRenderer;
}

/// The page for one status. Takes some hundred microseconds.
[[nodiscard]] QByteArray errorPage(const portal::PortalRenderer &renderer, http::Status status, Language language);

/// The language that the address speaks.
[[nodiscard]] Language languageOf(std::string_view rawPath);

/// Whether the answer of that status is a page: outside the API, to a browser, which asks for text/html. What is sent
/// to a page has one whoever sends it, as who asks for what is not there.
[[nodiscard]] bool wantsPage(http::Status status, const http::Request &request);

/// The pages of all statuses that the HTTP engine answers with by itself, made beforehand: a shard's thread only copies
/// one. Immutable, safe from any thread.
class ErrorPages
{
public:
    explicit ErrorPages(const portal::PortalRenderer &renderer);

    /// Empty for a status that there is no page for.
    [[nodiscard]] QByteArray find(http::Status status, Language language) const;

private:
    std::map<std::pair<http::Status, Language>, QByteArray> m_pages;
};

} // namespace toasoan
