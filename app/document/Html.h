// Documents as HTML. Everything that came from a person is escaped; nothing else can come out.
#pragma once

#include "document/Node.h"
#include "text/Language.h"

#include <functional>
#include <optional>

namespace toasoan::document {

/// The derived files of a picture. The texts are attribute values as HTML knows them; empty ones are left out.
struct PictureSources
{
    QString src; ///< the file for browsers that know no srcset
    QString avif; ///< srcset of image/avif
    QString webp; ///< srcset of image/webp
    QString jpeg; ///< srcset of the img itself
    QString sizes;
    int width = 0; ///< pixels of the picture, for the layout before it is loaded; 0 takes those of the document
    int height = 0;
};

enum class HeadingIds
{
    None,
    FromText, ///< id = slug of the heading's text; a repeated one is numbered
};

/// What is said of a table to who cannot see where it ends.
struct TableWords
{
    QString size; ///< "Bảng {{rows}} dòng, {{columns}} cột"; its name, too, if it has no summary
    QString scrolls; ///< behind the size of a long one: that it scrolls in its own frame
    Language language = Language::Vietnamese; ///< as which its numbers are written

    /// The size of one.
    [[nodiscard]] QString sizeOf(qsizetype rows, qint64 columns) const;
};

/// What a page carries that is not seen at once: where links lead, what pictures are said to show. Whoever vouches for
/// the page has to read that too.
struct UnseenWords
{
    QString description; ///< before what a picture is said to show: "Mô tả ảnh"
};

struct HtmlOptions
{
    /// The files of a media id; a figure whose picture is not found is drawn as its caption alone. Without a function
    /// no picture is found.
    std::function<std::optional<PictureSources>(const QString &media)> picture;
    HeadingIds headingIds = HeadingIds::FromText;
    TableWords tables = {}; ///< nothing is said where they are empty
    /// Whether pictures are loaded with the page, rather than as a reader comes near them.
    bool loadsPicturesAtOnce = false;
    /// Written out, in elements of the classes link-address and picture-description; readers are not shown it so.
    std::optional<UnseenWords> unseen = {};
};

/// The HTML that readers get. Conflict marks are not shown (an item with conflicts is not published); a table stands in
/// a region that scrolls by itself, can be reached by keyboard and has a name of its own, with its summary as caption
/// and the scope of each header cell; links carry rel="noopener", and the class "address" where their words are the
/// address itself.
[[nodiscard]] QString toHtml(const Node &document, const HtmlOptions &options = {});

/// The HTML that the editor's serializer gives for the document, conflict marks included, pictures as "media:<id>".
/// tests/document/fixtures holds the documents that both are tried on.
[[nodiscard]] QString toEditorHtml(const Node &document);

/// The tags of a mark as the editor writes them.
[[nodiscard]] QString openTag(const Mark &mark);
[[nodiscard]] QString closeTag(const Mark &mark);

/// Whether a link to `href` goes where it seems to: an address of the web has a host and no name before it
/// ("https://congan.gov.vn@example.com"), and none has signs that are not seen or turn the writing around. Readers are
/// shown the words of other links only.
[[nodiscard]] bool leadsWhereItSays(const QString &href);

/// Whether words say the address that a link leads to, as people write it: with the scheme or without.
[[nodiscard]] bool saysAddress(const QString &words, const QString &address);

/// Where a link leads, as it is written out for who vouches for it; empty for none.
[[nodiscard]] QString addressText(const Mark *link);

/// `text` for an HTML text or a double-quoted attribute.
[[nodiscard]] QString escapeHtml(const QString &text);

/// escapeHtml() with each number of a document, a telephone, an account, and each day in an element inside which no
/// line ends while it fits, and the signs at it (commas, brackets) on the same line.
[[nodiscard]] QString escapeUnbroken(const QString &text);

} // namespace toasoan::document
