// What went wrong, for a program: a code, a subject, and a detail for the operator's log.
// The sentence for the person is made at the edge (desk: tr(); portal: strings) from code and subject.
#pragma once

#include <QString>

#include <array>

namespace toasoan {

/// What kind of failure it is. Sent over the wire as text (see toText()); each has exactly one HTTP status
/// (uploads: where tus wants another, that).
enum class ErrorCode
{
    InvalidInput, ///< The caller's data breaks a rule; sending it again unchanged cannot help.
    Unauthenticated, ///< No session, or one that ended.
    Forbidden, ///< The actor may not do this.
    NotFound, ///< There is none, or it is not the actor's to see.
    Gone, ///< It was there and has been taken down.
    Conflict, ///< The stored state moved on: a version, an offset, a state of the chain.
    TooLarge, ///< Over a stated limit.
    Unsupported, ///< A format or version this program does not handle.
    ChecksumMismatch, ///< The bytes are not those that were announced.
    RateLimited, ///< Too many attempts; try again later.
    Unavailable, ///< Not now: busy, shutting down, or no network. Trying again later can help.
    StorageFull, ///< No space left where data is kept.
    Corrupt, ///< Stored data does not read as it was written.
    Internal, ///< A fault of the program.
};

inline constexpr std::array allErrorCodes{ErrorCode::InvalidInput,
                                          ErrorCode::Unauthenticated,
                                          ErrorCode::Forbidden,
                                          ErrorCode::NotFound,
                                          ErrorCode::Gone,
                                          ErrorCode::Conflict,
                                          ErrorCode::TooLarge,
                                          ErrorCode::Unsupported,
                                          ErrorCode::ChecksumMismatch,
                                          ErrorCode::RateLimited,
                                          ErrorCode::Unavailable,
                                          ErrorCode::StorageFull,
                                          ErrorCode::Corrupt,
                                          ErrorCode::Internal};

/// The code as it is stored and sent: "invalidInput", "notFound" …
[[nodiscard]] QString toText(ErrorCode code);
/// The reverse of toText(); Internal for a text this program does not know (a newer peer's code).
[[nodiscard]] ErrorCode errorCodeFromText(QStringView text);

/// Whether the same request, sent again later, could end otherwise. If not, the error is a refusal, and for good.
[[nodiscard]] bool mayGoBetter(ErrorCode code);

struct Error
{
    ErrorCode code = ErrorCode::Internal;
    /// What it is about, stable and for programs: "article.title", "command.version" …
    QString subject;
    /// For the operator's log; never personal data, never shown to the public.
    QString detail;

    /// The same error, with what the layer above was doing put before the detail.
    [[nodiscard]] Error during(const QString &what) const;

    bool operator==(const Error &) const = default;
};

} // namespace toasoan
