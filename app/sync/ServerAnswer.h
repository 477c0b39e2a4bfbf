// What desk requests have in common: the fields they carry, and how answers are read.
#pragma once

#include "sync/Transport.h"

#include <QJsonObject>

#include <optional>

namespace toasoan {

/// Version of the protocol and sign-in.
[[nodiscard]] QList<std::pair<QByteArray, QByteArray>> apiFields(const QString &token);

/// The JSON object of a good answer. For any other: the typed error that the server gave; Unavailable "network" for
/// what did not come from our server at all (a proxy's page, a hotel's sign-in).
[[nodiscard]] Result<QJsonObject> answerObject(const TransportResponse &response);
/// The same of an answer that is read by whoever asked.
[[nodiscard]] Result<QByteArray> answerBody(const TransportResponse &response);
[[nodiscard]] Result<QJsonObject> answerObject(const Result<TransportResponse> &response);

/// The error of an answer that is none of 2xx.
[[nodiscard]] Error answerError(const TransportResponse &response);

/// Whether the same request may go better later: the network, or the server's state, not what was asked.
[[nodiscard]] bool mayGoBetterLater(const Error &error);

/// How long the server asked to be left alone (Retry-After, in seconds or as a date): at most an hour.
[[nodiscard]] Milliseconds retryAfter(const TransportResponse &response);

/// What the server's clock showed when it answered, to a second; nothing if the answer does not say.
[[nodiscard]] std::optional<Instant> serverTime(const TransportResponse &response);

} // namespace toasoan
