#include "portal/PortalRenderer.h"

#include "portal/PageFields.h"
#include "text/Excerpt.h"

#include <kainjow/mustache.hpp>

#include <array>

namespace toasoan::portal {

namespace {

using kainjow::mustache::mustache;

enum class Page
{
    Front,
    Section,
    Item,
    Print,
    Search,
    Notice,
    Fixed,
    Sitemap,
    Entries,
    Leaders
};

constexpr std::array pageTemplates{"front",  "section", "item",    "print",   "search",
                                   "notice", "fixed",   "sitemap", "entries", "leaders"};

enum class BlockLayout
{
    LeadAndList,
    Cards,
    Rows
};

bool hasPicture(const ItemSummary &item)
{
    return item.picture && !item.picture->jpeg.empty();
}

/// Neighbouring blocks look different; a layout that lives from pictures is taken only where there are some.
BlockLayout layoutOf(std::size_t position, std::optional<BlockLayout> before, const std::vector<ItemSummary> &items)
{
    const auto pictured = [&](std::size_t count) {
        return items.size() >= count
            && std::all_of(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(count), hasPicture);
    };
    switch (position % 3) {
    case 0:
        return pictured(1) ? BlockLayout::LeadAndList : BlockLayout::Rows;
    case 1:
        return pictured(3) ? BlockLayout::Cards : BlockLayout::Rows;
    default:
        return before == BlockLayout::Rows && pictured(3) ? BlockLayout::Cards : BlockLayout::Rows;
    }
}

// In the quotation marks of both languages; who has typed marks of his own, for a phrase, gets no second ones.
QString quoted(const QString &query)
{
    const bool hasMarks =
        std::any_of(query.begin(), query.end(), [](QChar sign) { return QStringView(u"\"“”„«»").contains(sign); });
    return hasMarks ? query : u'“' + query + u'”';
}

// A single number, to be called from a telephone; empty where several stand there.
QString callable(const QString &telephone)
{
    QString digits;
    for (const QChar sign : telephone) {
        if (sign.isDigit() || (sign == u'+' && digits.isEmpty()))
            digits += sign;
        else if (!QStringView(u" .-()").contains(sign))
            return {};
    }
    return digits.isEmpty() ? QString() : QStringLiteral("tel:") + digits;
}

int codeOf(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::NotFound:
        return 404;
    case NoticeKind::Gone:
        return 410;
    case NoticeKind::Unavailable:
        return 503;
    case NoticeKind::Refused:
        return 400;
    case NoticeKind::TooLong:
        return 414;
    case NoticeKind::TooMany:
        return 429;
    case NoticeKind::Failed:
        return 500;
    }
    Q_UNREACHABLE();
}

} // namespace

struct PortalRenderer::Parts
{
    Theme theme;
    // Rendering is not const in the library, but touches nothing of the template (its error text is written only by
    // partials and lambdas, which ours do not have when they come here): one compiled template serves all threads.
    mutable std::array<std::vector<mustache>, 2> templates;

    [[nodiscard]] QByteArray render(Page page, Language language, const Fields &fields) const
    {
        std::string html;
        html.reserve(64 * 1024);
        templates[static_cast<std::size_t>(language)][static_cast<std::size_t>(page)].render(
            fields.data(), [&html](const std::string &piece) { html += piece; });
        return QByteArray::fromStdString(html);
    }
};

PortalRenderer::PortalRenderer(std::unique_ptr<const Parts> parts) : m_parts(std::move(parts)) { }
PortalRenderer::~PortalRenderer() = default;
PortalRenderer::PortalRenderer(PortalRenderer &&) noexcept = default;
PortalRenderer &PortalRenderer::operator=(PortalRenderer &&) noexcept = default;

Result<PortalRenderer> PortalRenderer::load()
{
    auto theme = Theme::load();
    if (!theme)
        return theme.error();
    return create(*std::move(theme));
}

Result<PortalRenderer> PortalRenderer::create(Theme theme)
{
    std::array<std::vector<mustache>, 2> templates;
    for (const Language language : {Language::Vietnamese, Language::English}) {
        for (const char *name : pageTemplates) {
            const auto source = theme.source(QString::fromLatin1(name), language);
            if (!source)
                return source.error();
            mustache compiled(source->toStdString());
            if (!compiled.is_valid())
                return Error{.code = ErrorCode::InvalidInput,
                             .subject = QStringLiteral("theme.template"),
                             .detail = QStringLiteral("%1: %2").arg(QString::fromLatin1(name),
                                                                    QString::fromStdString(compiled.error_message()))};
            templates[static_cast<std::size_t>(language)].push_back(std::move(compiled));
        }
    }
    return PortalRenderer(std::unique_ptr<const Parts>(new Parts{std::move(theme), std::move(templates)}));
}

const Assets &PortalRenderer::assets() const
{
    return m_parts->theme.assets();
}

const Theme &PortalRenderer::theme() const
{
    return m_parts->theme;
}

QByteArray PortalRenderer::frontPage(const Site &site, const FrontPage &page) const
{
    const PageFields common(site, page.frame, m_parts->theme);
    Fields fields = common.page(site.name,
                                {.title = site.name,
                                 .description = site.description,
                                 .picture = page.featured.empty() ? std::nullopt : page.featured.front().picture,
                                 .structured = {webSite(site, common.logo()), organisation(site, common.logo())}});

    std::optional<Fields> lead;
    if (!page.featured.empty())
        lead = common.card(page.featured.front(), leadSizes, Loading::Eager);
    // Without a picture to look at, the words are what the page opens with.
    fields.flag("isTypographic", page.featured.empty() || !hasPicture(page.featured.front()));
    fields.object("leadStory", std::move(lead));
    fields.optionalList("hasSeconds", "seconds", common.cards(page.featured, cardSizes, 1, 2));
    fields.optionalList("hasThirds", "thirds", common.cards(page.featured, cardSizes, 3, 4));
    fields.optionalList("hasLatest", "latest", common.cards(page.latest, thumbSizes));
    fields.optionalList("hasNotices", "notices", common.cards(page.notices, thumbSizes));
    fields.href("noticesHref", page.noticesPath);

    std::vector<Fields> blocks;
    std::size_t position = 0;
    std::optional<BlockLayout> before;
    for (const SectionBlock &block : page.sections) {
        if (block.items.empty())
            continue;
        const BlockLayout layout = layoutOf(position++, before, block.items);
        before = layout;
        Fields one;
        one.text("title", block.section.title);
        one.prose("titleHtml", block.section.title);
        one.flag("untranslated", block.section.isUntranslated);
        one.href("href", block.section.path);
        one.href("blockFeedHref", block.feedPath);
        one.flag("isLeadAndList", layout == BlockLayout::LeadAndList);
        one.flag("isCards", layout == BlockLayout::Cards);
        one.flag("isRows", layout == BlockLayout::Rows);
        std::optional<Fields> first;
        if (layout == BlockLayout::LeadAndList)
            first = common.card(block.items.front(), cardSizes);
        one.object("first", std::move(first));
        one.list("items",
                 common.cards(block.items, layout == BlockLayout::Cards ? cardSizes : thumbSizes,
                              layout == BlockLayout::LeadAndList ? 1 : 0, layout == BlockLayout::Cards ? 3 : 4));
        blocks.push_back(std::move(one));
    }
    fields.flag("isEmpty", page.featured.empty() && page.latest.empty() && blocks.empty());
    fields.list("blocks", std::move(blocks));
    std::vector<Fields> groups;
    for (const LinkGroup &group : page.links) {
        std::vector<ItemSummary> banners;
        std::ranges::copy_if(group.links, std::back_inserter(banners), hasPicture);
        std::vector<ItemSummary> plain;
        std::ranges::remove_copy_if(group.links, std::back_inserter(plain), hasPicture);
        Fields one;
        one.text("title", group.title);
        one.flag("untranslated", group.isTitleUntranslated);
        one.optionalList("hasBanners", "banners", common.cards(banners, cardSizes));
        one.optionalList("hasPlain", "plain", common.cards(plain, thumbSizes));
        groups.push_back(std::move(one));
    }
    fields.optionalList("hasLinks", "linkGroups", std::move(groups));
    return m_parts->render(Page::Front, site.language, fields);
}

QByteArray PortalRenderer::sectionPage(const Site &site, const SectionPage &page) const
{
    const PageFields common(site, page.frame, m_parts->theme);
    QStringList subjects;
    for (const Link &parent : page.parents)
        subjects.append(parent.title);
    subjects.append(page.title);
    Fields fields = common.page(
        common.documentTitle(page.title, page.pager.current),
        {
            .title = page.title,
            .description = page.description.isEmpty() ? common.documentTitle(page.title) : page.description,
            .subjects = subjects,
            .picture = page.items.empty() ? std::nullopt : page.items.front().picture,
            .structured = {common.breadcrumbs(
                page.parents, {page.title, page.pager.firstPath.isEmpty() ? page.frame.path : page.pager.firstPath})},
        },
        Link{page.title, page.feedPath});
    fields.text("title", page.title);
    fields.prose("titleHtml", page.title);
    fields.flag("titleUntranslated", page.isTitleUntranslated);
    fields.text("description", page.description);
    fields.href("sectionFeedHref", page.feedPath);
    fields.list("breadcrumbs", linkList(page.parents));
    fields.optionalList("hasChildren", "children", linkList(page.children, page.frame.path));
    const bool opens = page.pager.current == 1 && !page.items.empty() && page.items.front().picture;
    std::optional<Fields> first;
    if (opens)
        first = common.card(page.items.front(), leadSizes, Loading::Eager);
    fields.object("first", std::move(first));
    fields.flag("isEmpty", page.items.empty());
    fields.list("items", common.cards(page.items, cardSizes, opens ? 1 : 0));
    common.addPager(fields, page.pager);
    return m_parts->render(Page::Section, site.language, fields);
}

QByteArray PortalRenderer::itemPage(const Site &site, const ItemPage &page) const
{
    const PageFields common(site, page.frame, m_parts->theme);
    Fields fields = common.page(common.documentTitle(page.title), common.itemMetadata(page),
                                page.breadcrumbs.empty() ? Link() : Link{page.breadcrumbs.back().title, page.feedPath});
    common.addItem(fields, page);
    fields.list("breadcrumbs", linkList(page.breadcrumbs));
    fields.optionalList("hasTags", "tags", linkList(page.tags));

    // A label for votes that nobody has given says only that nobody came.
    std::optional<Fields> rating;
    if (page.rating && page.rating->votes > 0)
        rating = Fields()
                     .text("points", common.format().number(page.rating->points))
                     .text("votes", common.format().number(page.rating->votes));
    fields.object("rating", std::move(rating));
    std::vector<Fields> comments;
    for (const ReaderComment &comment : page.readerComments)
        comments.push_back(Fields()
                               .text("author", comment.author)
                               .prose("madeHtml", common.format().moment(comment.made))
                               .text("madeMachine", common.format().machine(comment.made))
                               .prose("commentHtml", comment.text));
    fields.flag("showsComments", page.commentsOpen || page.comments > 0 || !comments.empty());
    fields.optionalList("hasComments", "readerComments", std::move(comments));
    fields.href("printHref", page.printPath);
    fields.href("saveHref", page.savePath);
    fields.optionalList("hasRelated", "related", common.cards(page.related, thumbSizes));
    fields.object("previous", page.previous ? optionalLink(*page.previous) : std::nullopt);
    fields.object("next", page.next ? optionalLink(*page.next) : std::nullopt);
    fields.flag("hasNeighbours", page.previous || page.next);
    return m_parts->render(Page::Item, site.language, fields);
}

QByteArray PortalRenderer::printPage(const Site &site, const ItemPage &page, PrintTarget target) const
{
    const PageFields common(site, page.frame, m_parts->theme);
    Metadata metadata = common.itemMetadata(page);
    metadata.indexed = false;
    metadata.structured = {};
    Fields fields = common.page(common.documentTitle(page.title), std::move(metadata));
    common.addItem(fields, page);
    const bool toFile = target == PrintTarget::File;
    fields.flag("toBrowser", !toFile);
    fields.href("fileBase", toFile ? site.baseUrl + u'/' : QString());
    // A saved page has no server beside it: it carries the styles, not the type (the reader's own sans serif stands
    // in).
    fields.raw("fileStyle",
               toFile ? QString::fromUtf8(
                   m_parts->theme.assets().at(m_parts->theme.assetPath(QStringLiteral("saved.css"))).bytes)
                      : QString());
    return m_parts->render(Page::Print, site.language, fields);
}

QByteArray PortalRenderer::searchPage(const Site &site, const SearchPage &page) const
{
    const PageFields common(site, page.frame, m_parts->theme);
    const QString title = common.text("search.title");
    Fields fields =
        common.page(common.documentTitle(page.query.isEmpty() ? title : title + QStringLiteral(": ") + page.query,
                                         page.pager.current),
                    {.title = title, .description = common.documentTitle(title), .indexed = false});
    fields.text("query", page.query);
    fields.text("quotedQuery", quoted(page.query));
    fields.text("found", common.format().number(page.found));
    const SearchQuery query = searchQuery(page.query);
    const bool isSaid = !page.failed && !page.query.trimmed().isEmpty();
    const bool isAsked = isSaid && !query.terms.empty();
    fields.flag("failed", page.failed && !page.tooLong);
    fields.flag("tooLong", page.failed && page.tooLong);
    fields.flag("unsearchable", isSaid && !isAsked);
    fields.flag("counted", isAsked && !page.foundMore);
    fields.flag("foundMore", isAsked && page.foundMore);
    fields.flag("nothingFound", isAsked && page.hits.empty());
    std::vector<Fields> hits;
    for (const SearchHit &hit : page.hits) {
        Fields one = common.card(hit.item, cardSizes);
        std::vector<Fields> parts;
        for (const ExcerptPart &part : hit.excerpt)
            parts.push_back(Fields().prose("partHtml", part.text).flag("match", part.match));
        one.optionalList("hasExcerpt", "excerpt", std::move(parts));
        std::vector<Fields> titleParts;
        for (const ExcerptPiece &piece : marked(hit.item.title, query))
            titleParts.push_back(Fields().prose("partHtml", piece.text).flag("match", piece.isMatch));
        one.optionalList("hasTitleParts", "titleParts", std::move(titleParts));
        hits.push_back(std::move(one));
    }
    fields.list("hits", std::move(hits));
    common.addPager(fields, page.pager);
    return m_parts->render(Page::Search, site.language, fields);
}

QByteArray PortalRenderer::noticePage(const Site &site, const NoticePage &page) const
{
    const PageFields common(site, page.frame, m_parts->theme);
    const auto title = [&] {
        switch (page.kind) {
        case NoticeKind::NotFound:
            return common.text("notice.notFound.title");
        case NoticeKind::Gone:
            return common.text("notice.gone.title");
        case NoticeKind::Unavailable:
            return common.text("notice.unavailable.title");
        case NoticeKind::Refused:
            return common.text("notice.refused.title");
        case NoticeKind::TooLong:
            return common.text("notice.tooLong.title");
        case NoticeKind::TooMany:
            return common.text("notice.tooMany.title");
        case NoticeKind::Failed:
            return common.text("notice.failed.title");
        }
        Q_UNREACHABLE();
    }();
    Fields fields = common.page(
        common.documentTitle(title),
        {.title = title, .description = common.documentTitle(title), .indexed = false, .isAddressed = false});
    fields.text("title", title);
    fields.text("code", QString::number(page.code != 0 ? page.code : codeOf(page.kind)));
    fields.flag("notFound", page.kind == NoticeKind::NotFound);
    fields.flag("gone", page.kind == NoticeKind::Gone);
    fields.flag("unavailable", page.kind == NoticeKind::Unavailable);
    fields.flag("refused", page.kind == NoticeKind::Refused);
    fields.flag("tooLongAddress", page.kind == NoticeKind::TooLong);
    fields.flag("tooMany", page.kind == NoticeKind::TooMany);
    fields.flag("serverFailed", page.kind == NoticeKind::Failed);
    fields.prose("noticeHtml", page.notice);
    std::optional<Fields> removed;
    if (page.kind == NoticeKind::Gone && page.removed)
        removed = Fields()
                      .prose("titleHtml", page.removed->title)
                      .prose("publishedHtml", common.format().moment(page.removed->published))
                      .text("publishedMachine", common.format().machine(page.removed->published))
                      .prose("removedHtml", common.format().moment(page.removed->removed))
                      .text("removedMachine", common.format().machine(page.removed->removed));
    fields.object("removed", std::move(removed));
    fields.optionalList("hasLatest", "latest", common.cards(page.latest, thumbSizes));
    return m_parts->render(Page::Notice, site.language, fields);
}

QByteArray PortalRenderer::entriesPage(const Site &site, const EntriesPage &page) const
{
    const PageFields common(site, page.frame, m_parts->theme);
    Fields fields =
        common.page(common.documentTitle(page.title, page.pager.current),
                    {.title = page.title,
                     .description = page.description.isEmpty() ? common.documentTitle(page.title) : page.description,
                     .structured = {common.breadcrumbs({}, {page.title, page.frame.path})}});
    fields.text("title", page.title);
    fields.prose("titleHtml", page.title);
    fields.flag("titleUntranslated", page.isTitleUntranslated);
    fields.text("description", page.description);
    fields.list("breadcrumbs", {});
    fields.flag("isEmpty", page.rows.empty());
    std::vector<Fields> rows;
    for (const EntryRow &row : page.rows) {
        std::vector<Fields> cells;
        for (const EntryCell &cell : row.cells) {
            Fields one;
            one.text("label", cell.label);
            one.prose("textHtml", cell.text);
            one.href("href", cell.path);
            cells.push_back(std::move(one));
        }
        Fields one;
        one.prose("titleHtml", row.title);
        one.optionalList("hasCells", "cells", std::move(cells));
        rows.push_back(std::move(one));
    }
    fields.list("rows", std::move(rows));
    common.addPager(fields, page.pager);
    return m_parts->render(Page::Entries, site.language, fields);
}

QByteArray PortalRenderer::leadersPage(const Site &site, const LeadersPage &page) const
{
    const PageFields common(site, page.frame, m_parts->theme);
    Fields fields = common.page(common.documentTitle(page.title),
                                {.title = page.title,
                                 .description = page.description,
                                 .structured = {common.breadcrumbs({}, {page.title, page.frame.path})}});
    fields.text("title", page.title);
    fields.prose("titleHtml", page.title);
    fields.text("description", page.description);
    fields.list("breadcrumbs", {});
    fields.flag("isEmpty", page.groups.empty());
    std::vector<Fields> groups;
    for (const LeaderGroup &group : page.groups) {
        std::vector<Fields> leaders;
        for (const Leader &leader : group.leaders) {
            Fields one;
            one.prose("nameHtml", leader.name);
            one.prose("postHtml", leader.post);
            one.prose("dutiesHtml", leader.duties);
            one.text("telephone", leader.telephone);
            one.href("telephoneHref", callable(leader.telephone));
            one.text("email", leader.email);
            one.href("emailHref", leader.email.isEmpty() ? QString() : QStringLiteral("mailto:") + leader.email);
            one.prose("biographyHtml", leader.biography);
            one.object("picture", pictureFields(leader.picture, portraitSizes, Loading::Lazy));
            leaders.push_back(std::move(one));
        }
        Fields one;
        one.text("title", group.title);
        one.flag("untranslated", group.isTitleUntranslated);
        one.list("leaders", std::move(leaders));
        groups.push_back(std::move(one));
    }
    fields.list("groups", std::move(groups));
    return m_parts->render(Page::Leaders, site.language, fields);
}

QByteArray PortalRenderer::fixedPage(const Site &site, const FixedPage &page) const
{
    const PageFields common(site, page.frame, m_parts->theme);
    Fields fields =
        common.page(common.documentTitle(page.title),
                    {.title = page.title,
                     .description = page.lead.isEmpty() ? common.documentTitle(page.title) : page.lead,
                     .subjects = {page.title},
                     .language = page.language,
                     .modified = page.modified,
                     .structured = {common.breadcrumbs(page.breadcrumbs, {page.title, canonicalPath(page.frame)})}});
    fields.text("title", page.title);
    fields.prose("titleHtml", page.title);
    fields.prose("leadHtml", page.lead);
    fields.raw("body", page.bodyHtml);
    fields.list("breadcrumbs", linkList(page.breadcrumbs));
    fields.prose("modifiedHtml", page.modified ? common.format().moment(*page.modified) : QString());
    fields.text("modifiedMachine", page.modified ? common.format().machine(*page.modified) : QString());
    fields.text("contentLang", toText(page.language));
    fields.flag("isForeignPage", page.language != site.language);
    fields.object("around", optionalLink(page.around));
    fields.optionalList("hasSisters", "sisters", linkList(page.sisters, page.frame.path));
    fields.optionalList("hasChildren", "children", linkList(page.children, page.frame.path));
    return m_parts->render(Page::Fixed, site.language, fields);
}

QByteArray PortalRenderer::sitemapPage(const Site &site, const SitemapPage &page) const
{
    const PageFields common(site, page.frame, m_parts->theme);
    const QString title = common.text("sitemap.title");
    Fields fields = common.page(common.documentTitle(title),
                                {.title = title, .description = common.documentTitle(title), .subjects = {title}});
    fields.text("title", title);
    std::vector<Fields> groups;
    std::vector<Link> feeds{{common.text("feed.site"), site.feedPath}};
    for (const SitemapGroup &group : page.groups) {
        if (!group.feedPath.isEmpty())
            feeds.push_back({group.link.title, group.feedPath, group.link.isUntranslated});
        Fields one = linkFields(group.link);
        one.href("groupFeedHref", group.feedPath);
        std::vector<Fields> children = linkList(group.children);
        for (Fields &child : children)
            child.flag("areItems", group.areItems);
        one.optionalList("hasChildren", "children", std::move(children));
        groups.push_back(std::move(one));
    }
    fields.list("groups", std::move(groups));
    std::vector<Fields> feedLinks = linkList(feeds);
    for (std::size_t i = 0; i < feeds.size(); ++i)
        feedLinks[i].text("feedAddress", absolute(site, feeds[i].path));
    fields.list("feedLinks", std::move(feedLinks));
    return m_parts->render(Page::Sitemap, site.language, fields);
}

} // namespace toasoan::portal
