// Page models: everything a public page shows, as plain values. The backend fills them, PortalRenderer writes them.
// All QStrings are plain text and are escaped by the renderer; the two members named …Html are prepared by app/document
// from the closed schema and are written as they are.
#pragma once

#include "base/Clock.h"
#include "portal/Site.h"

#include <optional>
#include <vector>

namespace toasoan::portal {

/// One rendition of a picture.
struct PictureFile
{
    QString path;
    int width = 0; ///< pixels

    bool operator==(const PictureFile &) const = default;
};

/// A picture in its public renditions, narrowest first.
struct Picture
{
    std::vector<PictureFile> webp;
    std::vector<PictureFile> jpeg;
    int width = 0; ///< pixels of the original, orientation applied
    int height = 0;
    /// What it shows, for who sees it alone (og:image:alt). On cards, beside a title, it is decoration and has none.
    QString alt;

    bool operator==(const Picture &) const = default;
};

/// An item as lists, cards and feeds show it.
struct ItemSummary
{
    QString path;
    QString title;
    QString lead;
    Link section;
    /// The genre where it is worth a label ("Phóng sự ảnh", "Video"); otherwise empty.
    QString genre;
    Instant published{};
    qint64 views = 0;
    qint64 comments = 0;
    std::optional<Picture> picture;
    /// What names the item for ever, whatever its address becomes: a URN. For feeds.
    QString urn = {};
};

/// The block "Thông tin điều hành". What each number means stands in the theme's strings ("visits.help.…").
struct VisitNumbers
{
    qint64 online = 0; ///< visitors seen in the last five minutes, search robots included
    qint64 robots = 0; ///< search robots among them
    qint64 guests = 0; ///< people among them
    qint64 today = 0; ///< visits since midnight
    qint64 month = 0; ///< visits since the first of the month
    qint64 total = 0; ///< visits ever, the opening balance included
};

/// A legal document or announcement in the sidebar.
struct DocumentSummary
{
    QString path;
    QString number; ///< "959/QĐ-UBND"
    QString subject;
    Instant issued{};
};

/// What stands around the content of every page.
struct Frame
{
    /// Path of this page, with its query where that names another page ("/tin-tuc?trang=2"): canonical link, og:url.
    /// Empty: it stands wherever there is no page.
    QString path;
    /// The same page in the other language; empty when there is none.
    QString otherLanguagePath;
    /// Of an item, which is written in one language whatever the page around it speaks: its path in that language. It
    /// is then the canonical one, and no page is its translation. Empty: the page is in the reader's language.
    QString originalPath = {};
    /// The menu entry or child that holds this page.
    QString menuPath;
    Instant now{};
    /// When what the page shows last changed: for machines, who compare. Nothing: not known.
    std::optional<Instant> changed = {};
    std::optional<VisitNumbers> visits;
    std::vector<ItemSummary> mostRead;
    std::vector<DocumentSummary> documents;
    QString documentsPath;
};

/// Numbered pages: page 1 is `firstPath`, page n is `pathPrefix` followed by n.
struct Pager
{
    int current = 1;
    int last = 1;
    QString firstPath;
    QString pathPrefix;
};

/// A section's block on the front page. The renderer chooses a layout by position and by what the items have.
struct SectionBlock
{
    Link section;
    QString feedPath;
    std::vector<ItemSummary> items;
};

/// Links to other places, under a heading. Those with a picture stand as banners.
struct LinkGroup
{
    QString title;
    bool isTitleUntranslated = false; ///< as a link's
    std::vector<ItemSummary> links;
};

struct FrontPage
{
    Frame frame;
    /// The lead story first, then two beside it and up to four below. Without a lead story: none.
    std::vector<ItemSummary> featured;
    /// The newest first, whatever stands elsewhere.
    std::vector<ItemSummary> latest;
    std::vector<ItemSummary> notices;
    QString noticesPath;
    std::vector<SectionBlock> sections;
    std::vector<LinkGroup> links;
};

struct SectionPage
{
    Frame frame;
    QString title;
    bool isTitleUntranslated = false; ///< as a link's
    QString description;
    QString feedPath;
    /// From the outermost section inwards, without this one and without the home page.
    std::vector<Link> parents;
    std::vector<Link> children;
    std::vector<ItemSummary> items;
    Pager pager;
};

struct Byline
{
    QString name;
    QString role; ///< "Bài", "Ảnh"; may be empty
};

/// A published correction (đính chính), shown with the item's own prominence; the newest first.
struct CorrectionNotice
{
    Instant made{};
    QString text;
};

struct ReaderComment
{
    QString author;
    Instant made{};
    QString text;
};

struct Rating
{
    qint64 points = 0;
    qint64 votes = 0;
};

struct ItemPage
{
    Frame frame;
    QString title;
    QString subtitle;
    QString lead;
    QString description; ///< for where only a link to it stands: the lead, or how the text begins
    QString bodyHtml;
    std::vector<Link> breadcrumbs; ///< sections, outermost first
    QString genre;
    QString feedPath; ///< of the main section
    Instant published{};
    std::optional<Instant> modified;
    std::optional<qint64> views; ///< nothing: not known, and not shown
    qint64 comments = 0;
    std::vector<Byline> bylines;
    QString source;
    QString sourcePath;
    std::vector<Link> tags;
    std::vector<CorrectionNotice> corrections;
    /// Nothing when rating is off for this item.
    std::optional<Rating> rating;
    bool commentsOpen = false;
    std::vector<ReaderComment> readerComments;
    /// For cards elsewhere and og:image; the body has its own figures.
    std::optional<Picture> picture;
    QString printPath;
    QString savePath;
    std::vector<ItemSummary> related;
    std::optional<Link> previous;
    std::optional<Link> next;
};

/// A piece of an excerpt; `match` pieces are marked.
struct ExcerptPart
{
    QString text;
    bool match = false;
};

struct SearchHit
{
    ItemSummary item;
    std::vector<ExcerptPart> excerpt;
};

struct SearchPage
{
    Frame frame;
    QString query;
    qint64 found = 0;
    std::vector<SearchHit> hits;
    Pager pager;
    /// The query was refused or could not be run; said in place of results.
    bool failed = false;
    bool tooLong = false; ///< why it failed
    bool foundMore = false; ///< more than `found`, uncounted
};

enum class NoticeKind
{
    NotFound, ///< 404
    Gone, ///< 410: it was here and has been taken down
    Unavailable, ///< 503
    Refused, ///< 400 and its like: a program or an address at fault
    TooLong, ///< 414: a search or an address
    TooMany, ///< 429
    Failed ///< 500
};

/// What was at an address before it was taken down.
struct RemovedItem
{
    QString title;
    Instant published{};
    Instant removed{};
};

struct NoticePage
{
    Frame frame;
    NoticeKind kind = NoticeKind::NotFound;
    /// For Gone: the public notice, when the board gave one.
    QString notice;
    std::vector<ItemSummary> latest;
    std::optional<RemovedItem> removed = {};
    int code = 0; ///< of HTTP; 0: the kind's own
};

struct Leader
{
    QString name;
    QString post;
    QString duties;
    QString telephone;
    QString email;
    QString biography;
    std::optional<Picture> picture;
};

struct LeaderGroup
{
    QString title;
    bool isTitleUntranslated = false; ///< as a link's
    std::vector<Leader> leaders;
};

/// Who is in office, by body, in the order of precedence.
struct LeadersPage
{
    Frame frame;
    QString title;
    QString description;
    std::vector<LeaderGroup> groups;
};

/// A value of an entry under the label of its field.
struct EntryCell
{
    QString label;
    QString text;
    QString path; ///< where the value leads; empty: nowhere
};

struct EntryRow
{
    QString title;
    std::vector<EntryCell> cells;
};

/// What readers have of a register that has no page of its own making: a list.
struct EntriesPage
{
    Frame frame;
    QString title;
    bool isTitleUntranslated = false; ///< as a link's
    QString description;
    std::vector<EntryRow> rows;
    Pager pager;
};

/// About, contact, organisation …: a title and a prepared body.
struct FixedPage
{
    Frame frame;
    QString title;
    QString lead;
    QString bodyHtml;
    std::vector<Link> breadcrumbs;
    std::optional<Instant> modified;
    Language language = itemLanguage; ///< of what it says
    Link around = {}; ///< what the pages beside it stand under
    std::vector<Link> sisters = {}; ///< this one among them, if it stands under another
    std::vector<Link> children = {}; ///< that do not stand beside it already
};

struct SitemapGroup
{
    Link link;
    QString feedPath;
    std::vector<Link> children;
    bool areItems = true; ///< the children: Vietnamese, whatever the page around them speaks
};

/// The text sitemap: every section and fixed page, with the feeds and what is newest there.
struct SitemapPage
{
    Frame frame;
    std::vector<SitemapGroup> groups;
};

} // namespace toasoan::portal
