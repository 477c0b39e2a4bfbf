// What an item says: everything that a reader sees and that an approval is an approval of.
#pragma once

#include "base/Json.h"
#include "base/Result.h"
#include "domain/GenreCode.h"
#include "domain/Ids.h"

#include <QByteArray>
#include <QStringList>

#include <array>
#include <vector>

namespace toasoan {

/// What a person did for an item; each is a share of the royalty.
enum class Share
{
    Words,
    Photos,
    Editing
};

inline constexpr std::array allShares{Share::Words, Share::Photos, Share::Editing};

[[nodiscard]] QString toText(Share share);
[[nodiscard]] std::optional<Share> shareFromText(QStringView text);

/// A name under the item: a person's or a pen name.
struct Byline
{
    QString name;
    Share share = Share::Words;
    QJsonObject others = {}; ///< see Content::others

    bool operator==(const Byline &) const = default;
};

/// A text of one field, beside the body.
enum class TextField
{
    Title,
    Subtitle,
    Lead,
    Source,
    Correction
};

[[nodiscard]] QString toText(TextField field);
[[nodiscard]] std::optional<TextField> textFieldFromText(QStringView text);

inline constexpr std::array allTextFields{TextField::Title, TextField::Subtitle, TextField::Lead, TextField::Source,
                                          TextField::Correction};

struct Content
{
    QString title;
    QString subtitle;
    QString lead; ///< sapo
    /// The document as canonical JSON (document::toJson); empty means an empty document.
    QByteArray body;
    QString genre = newsBrief(); ///< the code of one of the newsroom's
    SectionId section; ///< null while the author has not chosen one
    QStringList tags;
    std::vector<Byline> bylines;
    QString source; ///< author and source of a reused text
    QString correction; ///< đính chính, shown on the item with the same prominence
    /// Fields in which a merge left two wordings ("theirs / mine") that nobody has chosen between yet, in the order of
    /// allTextFields. The body marks such words itself. While there are any, the item goes no further (hasConflict()).
    std::vector<TextField> conflicts;
    /// Members of a later version, which this program neither shows nor judges: kept as they came, hashed and sent
    /// back. While there are any the item cannot be approved here (ChecklistRule::NewerParts).
    QJsonObject others;

    bool operator==(const Content &) const = default;
};

/// Where a content holds a field.
[[nodiscard]] QString Content::*memberOf(TextField field);

/// Lengths in UTF-16 units.
struct ContentLimits
{
    static constexpr qsizetype title = 300;
    static constexpr qsizetype subtitle = 300;
    static constexpr qsizetype lead = 3000;
    static constexpr qsizetype source = 500;
    static constexpr qsizetype correction = 2000;
    static constexpr qsizetype tag = 60;
    static constexpr qsizetype tags = 30;
    static constexpr qsizetype byline = 120;
    static constexpr qsizetype bylines = 30;
    static constexpr qsizetype others = 16'384; ///< bytes of JSON, of all that is not known in one content
    static constexpr int othersDepth = 4; ///< objects and arrays within each other
};

/// Whether it says something that this program does not know.
[[nodiscard]] bool hasOthers(const Content &content);

/// How large a content may be to be taken.
enum class Size
{
    WithinLimits, ///< ContentLimits and the limits of the body's schema
    AsItIs, ///< what is stored, or was merged of two that were within them: up to four times that, so that it can be
            ///< opened
};

/// The content in its stored form: texts cleaned (cleanText()), the body validated against the schema and canonical.
/// The error's subject is the place: "content.title", "content.body…".
[[nodiscard]] Result<Content> cleanContent(const Content &content, Size size = Size::WithinLimits);

/// The content with what cannot be in its texts taken out (text/Signs.h): as a person gave it, fit for cleanContent().
/// The body is the editor's, and stays as it is.
[[nodiscard]] Content withoutStraySigns(Content content);

/// TooLarge at the place where `content` (cleaned) is over its limits, unless `was` is so there too and no smaller:
/// what is too large can be shortened step by step.
[[nodiscard]] Result<void> checkLimits(const Content &content, const Content &was);

/// Canonical JSON: keys sorted.
[[nodiscard]] QJsonObject toJson(const Content &content);
/// Content that comes from outside: read and cleaned.
[[nodiscard]] Result<Content> contentFromJson(const QJsonObject &json, Size size = Size::WithinLimits);
/// A content, and the bytes that are stored and hashed of it: canonicalBytes().
struct StoredForm
{
    Content content;
    QByteArray bytes;
};
/// contentFromJson() of any size that can be opened (Size::AsItIs), with its bytes: the way of what is received by the
/// thousand.
[[nodiscard]] Result<StoredForm> storedFormFromJson(const QJsonObject &json);
/// Content that this program stored: read as it is. Cleaned before it was stored, or (in the journal) not judged yet.
[[nodiscard]] Result<Content> storedContent(const QJsonObject &json);

/// The exact bytes that are stored and hashed.
[[nodiscard]] QByteArray canonicalBytes(const Content &content);
/// SHA-256 of canonicalBytes(), in hex: what an approval names.
[[nodiscard]] QString contentHash(const Content &content);

} // namespace toasoan
