// What desk and server agree on before a word is said: version and addresses. Described for outsiders in
// resources/openapi.yaml and openapi.md; tests/protocol holds both against each other.
#pragma once

#include <QLatin1StringView>

namespace toasoan::wire {

/// What a desk of this program speaks: sent as the field below. A server of this program is spoken to in all from the
/// oldest to the newest, and answers another with Unsupported "protocol.version" and the range that it does speak. The
/// addresses are the same in all; "v1" in them is no version of the wire.
inline constexpr int version = 2;
inline constexpr int oldestServed = 1;
inline constexpr const char *versionField = "Toasoan-Protocol";

inline constexpr const char *sessions = "/api/v1/sessions";
inline constexpr const char *currentSession = "/api/v1/sessions/current";
inline constexpr const char *commands = "/api/v1/commands";
inline constexpr const char *changes = "/api/v1/changes";
inline constexpr const char *view = "/api/v1/view";
inline constexpr const char *revisions = "/api/v1/articles/{article}/revisions";
inline constexpr const char *revision = "/api/v1/articles/{article}/revisions/{version}";
inline constexpr const char *versions = "/api/v1/records/{noun}/{record}/versions";
inline constexpr const char *uploads = "/api/v1/uploads";
inline constexpr const char *upload = "/api/v1/uploads/{upload}";
inline constexpr const char *media = "/api/v1/media/{media}";
inline constexpr const char *rendition = "/api/v1/media/{media}/rendition";

/// How long a desk lets the server hold an empty feed open, in seconds; the server holds no longer.
inline constexpr int longestWait = 25;
/// Changes in one page of the feed.
inline constexpr int feedPage = 200;
/// Versions of a record in one answer: the newest ones.
inline constexpr int mostVersions = 200;
/// A page ends with the entry that brings the bodies in it to so many bytes: their number is the writers' to choose.
inline constexpr long long feedPageBodies = 524'288;

} // namespace toasoan::wire
