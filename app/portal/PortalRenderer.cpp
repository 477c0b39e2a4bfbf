#include "portal/PortalRenderer.h"

#include "portal/Fields.h"
#include "portal/Format.h"
#include "portal/Metadata.h"

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
    Sitemap
};

constexpr std::array pageTemplates{"front", "section", "item", "print", "search", "notice", "fixed", "sitemap"};

/// The CSS widths at which pictures stand, for the browser's choice of rendition (HTML, "sizes").
constexpr auto leadSizes = "(min-width: 80rem) 652px, (min-width: 62rem) 62vw, 94vw";
constexpr auto cardSizes = "(min-width: 80rem) 276px, (min-width: 48rem) 30vw, 94vw";
constexpr auto thumbSizes = "112px";

enum class Loading
{
    Eager,
    Lazy
};

QString sourceSet(const std::vector<PictureFile> &files)
{
    QStringList parts;
    for (const PictureFile &file : files)
        if (!file.path.contains(u' ') && !file.path.contains(u',') && file.width > 0)
            parts.append(QStringLiteral("%1 %2w").arg(safeHref(file.path)).arg(file.width));
    return parts.join(QStringLiteral(", "));
}

std::optional<Fields> pictureFields(const std::optional<Picture> &picture, const char *sizes, Loading loading)
{
    if (!picture || picture->jpeg.empty())
        return std::nullopt;
    // For browsers without srcset: the first one that is wide enough for a card.
    const auto wide = std::find_if(picture->jpeg.begin(), picture->jpeg.end(),
                                   [](const PictureFile &file) { return file.width >= 640; });
    const PictureFile &fallback = wide == picture->jpeg.end() ? picture->jpeg.back() : *wide;
    Fields fields;
    fields.text("webp", sourceSet(picture->webp));
    fields.text("jpeg", sourceSet(picture->jpeg));
    fields.href("src", fallback.path);
    fields.text("sizes", QString::fromLatin1(sizes));
    fields.text("alt", picture->alt);
    fields.text("width", QString::number(std::max(picture->width, 1)));
    fields.text("height", QString::number(std::max(picture->height, 1)));
    fields.flag("eager", loading == Loading::Eager);
    return fields;
}

Fields linkFields(const Link &link, const QString &currentPath)
{
    const bool elsewhere = !link.path.startsWith(u'/') && !link.path.startsWith(u'#');
    return Fields()
        .text("title", link.title)
        .href("href", link.path)
        .flag("elsewhere", elsewhere)
        .flag("current", !currentPath.isEmpty() && link.path == currentPath);
}

std::vector<Fields> linkList(const std::vector<Link> &links, const QString &currentPath = {})
{
    std::vector<Fields> list;
    for (const Link &link : links)
        list.push_back(linkFields(link, currentPath));
    return list;
}

std::optional<Fields> optionalLink(const Link &link)
{
    if (link.path.isEmpty() || link.title.isEmpty())
        return std::nullopt;
    return linkFields(link, {});
}

const char *iconName(ServiceIcon icon)
{
    switch (icon) {
    case ServiceIcon::OnlineServices:
        return "isOnlineServices";
    case ServiceIcon::Procedures:
        return "isProcedures";
    case ServiceIcon::Documents:
        return "isDocuments";
    case ServiceIcon::Questions:
        return "isQuestions";
    case ServiceIcon::Schedule:
        return "isSchedule";
    case ServiceIcon::Organisation:
        return "isOrganisation";
    case ServiceIcon::Consultation:
        return "isConsultation";
    case ServiceIcon::Search:
        return "isSearch";
    case ServiceIcon::Sitemap:
        return "isSitemap";
    case ServiceIcon::Other:
        return "isOther";
    }
    Q_UNREACHABLE();
}

/// What one page needs while its fields are gathered.
struct Gathering
{
    const Site &site;
    const Frame &frame;
    const Theme &theme;
    Format format;

    Gathering(const Site &itsSite, const Frame &itsFrame, const Theme &itsTheme)
        : site(itsSite)
        , frame(itsFrame)
        , theme(itsTheme)
        , format(itsSite.language, itsSite.timeZone)
    { }

    [[nodiscard]] QString text(const char *key) const { return theme.text(site.language, QString::fromLatin1(key)); }

    /// "Title – Site name", and "– page n" before the site's name from the second page on.
    [[nodiscard]] QString documentTitle(const QString &title, int page = 1) const
    {
        QString full = title;
        if (page > 1)
            full += QStringLiteral(" – ") + text("pager.page") + u' ' + format.number(page);
        return full.isEmpty() ? site.name : full + QStringLiteral(" – ") + site.name;
    }

    [[nodiscard]] Fields card(const ItemSummary &item, const char *sizes, Loading loading = Loading::Lazy) const
    {
        Fields fields;
        fields.text("title", item.title);
        fields.href("href", item.path);
        fields.text("lead", item.lead);
        fields.text("genre", item.genre);
        fields.object("section", optionalLink(item.section));
        fields.text("machineTime", format.machine(item.published));
        fields.text("fullTime", format.moment(item.published));
        fields.text("shortTime", format.shortMoment(item.published));
        // Within the day the hour says more than the date.
        fields.text("when",
                    format.sameDay(item.published, frame.now) ? format.time(item.published)
                                                              : format.day(item.published));
        fields.text("views", format.number(item.views));
        fields.text("comments", format.number(item.comments));
        fields.object("picture", pictureFields(item.picture, sizes, loading));
        fields.flag("pictured", item.picture && !item.picture->jpeg.empty());
        return fields;
    }

    [[nodiscard]] std::vector<Fields> cards(const std::vector<ItemSummary> &items, const char *sizes,
                                            std::size_t from = 0, std::size_t count = SIZE_MAX) const
    {
        std::vector<Fields> list;
        for (std::size_t i = from; i < items.size() && i - from < count; ++i)
            list.push_back(card(items[i], sizes));
        return list;
    }

    void addPager(Fields &fields, const Pager &pager) const
    {
        const auto pathOf = [&](int page) {
            return page == 1 ? pager.firstPath : pager.pathPrefix + QString::number(page);
        };
        const auto step = [&](int page) -> std::optional<Fields> {
            if (page < 1 || page > pager.last)
                return std::nullopt;
            return Fields().href("href", pathOf(page));
        };
        std::vector<Fields> numbers;
        int before = 0;
        for (int page = 1; page <= pager.last; ++page) {
            if (page != 1 && page != pager.last && std::abs(page - pager.current) > 2)
                continue;
            numbers.push_back(Fields()
                                  .text("number", format.number(page))
                                  .href("href", pathOf(page))
                                  .flag("current", page == pager.current)
                                  .flag("gap", page > before + 1));
            before = page;
        }
        fields.flag("paged", pager.last > 1);
        fields.list("pages", std::move(numbers));
        fields.object("previousPage", step(pager.current - 1));
        fields.object("nextPage", step(pager.current + 1));
    }

    void addSite(Fields &fields) const
    {
        fields.text("lang", languageTag(site.language));
        fields.text("siteName", site.name);
        fields.text("parentName", site.parentName);
        fields.text("kindName", site.placeName.isEmpty() ? QString() : site.kindName);
        fields.text("placeName", site.placeName.isEmpty() ? site.name : site.placeName);
        fields.text("agency", site.agency);
        fields.href("emblem", site.emblemPath);
        fields.text("responsible", site.responsible);
        fields.text("responsiblePost", site.responsiblePost);
        fields.text("address", site.address);
        fields.text("telephone", site.telephone);
        QString dialled = site.telephone;
        dialled.removeIf([](QChar c) { return !(c >= u'0' && c <= u'9') && c != u'+'; });
        fields.href("telephoneHref", dialled.isEmpty() ? QString() : QStringLiteral("tel:") + dialled);
        fields.text("email", site.email);
        fields.href("emailHref", site.email.isEmpty() ? QString() : QStringLiteral("mailto:") + site.email);
        fields.flag("hasContacts", !site.address.isEmpty() || !site.telephone.isEmpty() || !site.email.isEmpty());
        fields.text("licence", site.licence);
        fields.href("homeHref", site.homePath);
        fields.href("searchHref", site.searchPath);
        fields.href("sitemapHref", site.sitemapPath);
        fields.href("feedHref", site.feedPath);
        fields.flag("atHome", frame.path == site.homePath);

        std::vector<Fields> menu;
        for (const MenuEntry &entry : site.menu) {
            const bool holdsPage = std::any_of(entry.children.begin(), entry.children.end(),
                                               [&](const Link &child) { return child.path == frame.menuPath; });
            Fields one = linkFields({entry.title, entry.path}, frame.path);
            one.flag("open", !frame.menuPath.isEmpty() && (entry.path == frame.menuPath || holdsPage));
            one.flag("hasChildren", !entry.children.empty());
            one.list("children", linkList(entry.children, frame.path));
            menu.push_back(std::move(one));
        }
        fields.list("menu", std::move(menu));
        fields.list("footerLinks", linkList(site.footerLinks));

        std::vector<Fields> services;
        for (const ServiceLink &service : site.services) {
            Fields one = linkFields({service.title, service.path}, {});
            one.text("note", service.note);
            for (const ServiceIcon icon :
                 {ServiceIcon::OnlineServices, ServiceIcon::Procedures, ServiceIcon::Documents, ServiceIcon::Questions,
                  ServiceIcon::Schedule, ServiceIcon::Organisation, ServiceIcon::Consultation, ServiceIcon::Search,
                  ServiceIcon::Sitemap, ServiceIcon::Other})
                one.flag(iconName(icon), icon == service.icon);
            services.push_back(std::move(one));
        }
        fields.flag("hasServices", !services.empty());
        fields.list("services", std::move(services));
    }

    void addFrame(Fields &fields) const
    {
        const QString other = frame.otherLanguagePath.isEmpty() ? site.otherLanguageHomePath : frame.otherLanguagePath;
        fields.href("otherLanguageHref", other);
        fields.text("otherLang", site.language == Language::Vietnamese ? QStringLiteral("en") : QStringLiteral("vi"));
        fields.href("alternate",
                    frame.otherLanguagePath.isEmpty() ? QString() : absolute(site, frame.otherLanguagePath));
        fields.text("today", format.weekday(frame.now));
        fields.text("todayMachine", format.machine(frame.now).first(10));

        std::optional<Fields> visits;
        if (frame.visits) {
            visits = Fields()
                         .text("online", format.number(frame.visits->online))
                         .text("robots", format.number(frame.visits->robots))
                         .text("guests", format.number(frame.visits->guests))
                         .text("todayVisits", format.number(frame.visits->today))
                         .text("month", format.number(frame.visits->month))
                         .text("total", format.number(frame.visits->total));
        }
        fields.object("visits", std::move(visits));
        fields.flag("hasMostRead", !frame.mostRead.empty());
        fields.list("mostRead", cards(frame.mostRead, thumbSizes));

        std::vector<Fields> documents;
        for (const DocumentSummary &document : frame.documents)
            documents.push_back(Fields()
                                    .href("href", document.path)
                                    .text("number", document.number)
                                    .text("subject", document.subject)
                                    .text("issued", format.day(document.issued))
                                    .text("machineIssued", format.machine(document.issued).first(10)));
        fields.flag("hasDocuments", !documents.empty());
        fields.list("documents", std::move(documents));
        fields.href("documentsHref", frame.documentsPath);
    }

    /// Members of every page: site, frame, metadata, the feeds in the head.
    [[nodiscard]] Fields page(const QString &documentTitleText, Metadata metadata,
                              const std::optional<Link> &feed = {}) const
    {
        Fields fields;
        addSite(fields);
        addFrame(fields);
        fields.text("documentTitle", documentTitleText);
        metadata.path = frame.path;
        metadata.date = frame.now;
        addMetadata(fields, site, format, metadata);
        std::vector<Fields> feeds;
        if (feed && !feed->path.isEmpty())
            feeds.push_back(
                Fields().text("title", feed->title + QStringLiteral(" – ") + site.name).href("href", feed->path));
        feeds.push_back(Fields().text("title", site.name).href("href", site.feedPath));
        fields.list("feeds", std::move(feeds));
        return fields;
    }

    /// The lines and blocks of an item, for screen and paper alike.
    void addItem(Fields &fields, const ItemPage &page) const
    {
        fields.text("title", page.title);
        fields.text("subtitle", page.subtitle);
        fields.text("lead", page.lead);
        fields.raw("body", page.bodyHtml);
        fields.text("genre", page.genre);
        fields.text("published", format.moment(page.published));
        fields.text("publishedMachine", format.machine(page.published));
        const bool changed = page.modified && *page.modified > page.published;
        fields.text("modified", changed ? format.moment(*page.modified) : QString());
        fields.text("modifiedMachine", changed ? format.machine(*page.modified) : QString());
        fields.text("views", format.number(page.views));
        fields.text("comments", format.number(page.comments));
        std::vector<Fields> bylines;
        for (const Byline &byline : page.bylines)
            bylines.push_back(Fields().text("name", byline.name).text("role", byline.role));
        fields.flag("hasBylines", !bylines.empty());
        fields.list("bylines", std::move(bylines));
        fields.text("source", page.source);
        fields.href("sourceHref", page.sourcePath);
        std::vector<Fields> corrections;
        for (const CorrectionNotice &correction : page.corrections)
            corrections.push_back(Fields()
                                      .text("made", format.moment(correction.made))
                                      .text("madeMachine", format.machine(correction.made))
                                      .text("correctionText", correction.text));
        fields.flag("hasCorrections", !corrections.empty());
        fields.list("corrections", std::move(corrections));
        fields.text("address", site.address);
        fields.text("pageAddress", absolute(site, page.frame.path));
    }

    [[nodiscard]] Metadata itemMetadata(const ItemPage &page) const
    {
        QStringList names;
        for (const Byline &byline : page.bylines)
            names.append(byline.name);
        QStringList subjects;
        for (const Link &section : page.breadcrumbs)
            subjects.append(section.title);
        for (const Link &tag : page.tags)
            subjects.append(tag.title);
        return {.title = page.title,
                .description = page.lead.isEmpty() ? page.title : page.lead,
                .creator = names.join(QStringLiteral(", ")),
                .source = page.source,
                .subjects = subjects,
                .published = page.published,
                .modified = page.modified,
                .picture = page.picture,
                .structured = newsArticle(site, format, page)};
    }
};

enum class BlockLayout
{
    LeadAndList,
    Cards,
    Rows
};

/// Neighbouring blocks look different; a layout that lives from pictures is taken only where there are some.
BlockLayout layoutOf(std::size_t position, std::optional<BlockLayout> before, const std::vector<ItemSummary> &items)
{
    const auto pictured = [&](std::size_t count) {
        return items.size() >= count
            && std::all_of(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(count),
                           [](const ItemSummary &item) { return item.picture && !item.picture->jpeg.empty(); });
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
    const Gathering gathering(site, page.frame, m_parts->theme);
    Fields fields = gathering.page(site.name,
                                   {.title = site.name,
                                    .description = site.description,
                                    .picture = page.featured.empty() ? std::nullopt : page.featured.front().picture,
                                    .structured = organisation(site)});

    std::optional<Fields> lead;
    if (!page.featured.empty())
        lead = gathering.card(page.featured.front(), leadSizes, Loading::Eager);
    fields.object("leadStory", std::move(lead));
    auto seconds = gathering.cards(page.featured, cardSizes, 1, 2);
    fields.flag("hasSeconds", !seconds.empty());
    fields.list("seconds", std::move(seconds));
    auto thirds = gathering.cards(page.featured, cardSizes, 3, 4);
    fields.flag("hasThirds", !thirds.empty());
    fields.list("thirds", std::move(thirds));
    fields.flag("hasLatest", !page.latest.empty());
    fields.list("latest", gathering.cards(page.latest, thumbSizes));
    fields.flag("hasNotices", !page.notices.empty());
    fields.list("notices", gathering.cards(page.notices, thumbSizes));
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
        one.href("href", block.section.path);
        one.href("blockFeedHref", block.feedPath);
        one.flag("isLeadAndList", layout == BlockLayout::LeadAndList);
        one.flag("isCards", layout == BlockLayout::Cards);
        one.flag("isRows", layout == BlockLayout::Rows);
        std::optional<Fields> first;
        if (layout == BlockLayout::LeadAndList)
            first = gathering.card(block.items.front(), cardSizes);
        one.object("first", std::move(first));
        one.list("items",
                 gathering.cards(block.items, layout == BlockLayout::Cards ? cardSizes : thumbSizes,
                                 layout == BlockLayout::LeadAndList ? 1 : 0, layout == BlockLayout::Cards ? 3 : 4));
        blocks.push_back(std::move(one));
    }
    fields.flag("isEmpty", page.featured.empty() && page.latest.empty() && blocks.empty());
    fields.list("blocks", std::move(blocks));
    return m_parts->render(Page::Front, site.language, fields);
}

QByteArray PortalRenderer::sectionPage(const Site &site, const SectionPage &page) const
{
    const Gathering gathering(site, page.frame, m_parts->theme);
    QStringList subjects;
    for (const Link &parent : page.parents)
        subjects.append(parent.title);
    subjects.append(page.title);
    Fields fields = gathering.page(
        gathering.documentTitle(page.title, page.pager.current),
        {
            .title = page.title,
            .description = page.description.isEmpty() ? gathering.documentTitle(page.title) : page.description,
            .subjects = subjects,
            .picture = page.items.empty() ? std::nullopt : page.items.front().picture,
        },
        Link{page.title, page.feedPath});
    fields.text("title", page.title);
    fields.text("description", page.description);
    fields.href("sectionFeedHref", page.feedPath);
    fields.list("breadcrumbs", linkList(page.parents));
    fields.flag("hasChildren", !page.children.empty());
    fields.list("children", linkList(page.children, page.frame.path));
    const bool opens = page.pager.current == 1 && !page.items.empty() && page.items.front().picture;
    std::optional<Fields> first;
    if (opens)
        first = gathering.card(page.items.front(), leadSizes, Loading::Eager);
    fields.object("first", std::move(first));
    fields.flag("isEmpty", page.items.empty());
    fields.list("items", gathering.cards(page.items, cardSizes, opens ? 1 : 0));
    gathering.addPager(fields, page.pager);
    return m_parts->render(Page::Section, site.language, fields);
}

QByteArray PortalRenderer::itemPage(const Site &site, const ItemPage &page) const
{
    const Gathering gathering(site, page.frame, m_parts->theme);
    Fields fields =
        gathering.page(gathering.documentTitle(page.title), gathering.itemMetadata(page),
                       page.breadcrumbs.empty() ? Link() : Link{page.breadcrumbs.back().title, page.feedPath});
    gathering.addItem(fields, page);
    fields.list("breadcrumbs", linkList(page.breadcrumbs));
    fields.flag("hasTags", !page.tags.empty());
    fields.list("tags", linkList(page.tags));

    std::optional<Fields> rating;
    if (page.rating)
        rating = Fields()
                     .text("points", gathering.format.number(page.rating->points))
                     .text("votes", gathering.format.number(page.rating->votes));
    fields.object("rating", std::move(rating));
    std::vector<Fields> comments;
    for (const ReaderComment &comment : page.readerComments)
        comments.push_back(Fields()
                               .text("author", comment.author)
                               .text("made", gathering.format.moment(comment.made))
                               .text("madeMachine", gathering.format.machine(comment.made))
                               .text("commentText", comment.text));
    fields.flag("showsComments", page.commentsOpen || page.comments > 0 || !comments.empty());
    fields.flag("hasComments", !comments.empty());
    fields.list("readerComments", std::move(comments));
    fields.href("printHref", page.printPath);
    fields.href("saveHref", page.savePath);
    fields.flag("hasRelated", !page.related.empty());
    fields.list("related", gathering.cards(page.related, cardSizes));
    fields.object("previous", page.previous ? optionalLink(*page.previous) : std::nullopt);
    fields.object("next", page.next ? optionalLink(*page.next) : std::nullopt);
    fields.flag("hasNeighbours", page.previous || page.next);
    return m_parts->render(Page::Item, site.language, fields);
}

QByteArray PortalRenderer::printPage(const Site &site, const ItemPage &page, PrintTarget target) const
{
    const Gathering gathering(site, page.frame, m_parts->theme);
    Metadata metadata = gathering.itemMetadata(page);
    metadata.indexed = false;
    metadata.structured = {};
    Fields fields = gathering.page(gathering.documentTitle(page.title), std::move(metadata));
    gathering.addItem(fields, page);
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
    const Gathering gathering(site, page.frame, m_parts->theme);
    const QString title = gathering.text("search.title");
    Fields fields =
        gathering.page(gathering.documentTitle(page.query.isEmpty() ? title : title + QStringLiteral(": ") + page.query,
                                               page.pager.current),
                       {.title = title, .description = gathering.documentTitle(title), .indexed = false});
    fields.text("query", page.query);
    fields.text("found", gathering.format.number(page.found));
    fields.flag("failed", page.failed);
    fields.flag("asked", !page.failed && !page.query.trimmed().isEmpty());
    fields.flag("nothingFound", !page.failed && !page.query.trimmed().isEmpty() && page.hits.empty());
    std::vector<Fields> hits;
    for (const SearchHit &hit : page.hits) {
        Fields one = gathering.card(hit.item, cardSizes);
        std::vector<Fields> parts;
        for (const ExcerptPart &part : hit.excerpt)
            parts.push_back(Fields().text("partText", part.text).flag("match", part.match));
        one.flag("hasExcerpt", !parts.empty());
        one.list("excerpt", std::move(parts));
        hits.push_back(std::move(one));
    }
    fields.list("hits", std::move(hits));
    gathering.addPager(fields, page.pager);
    return m_parts->render(Page::Search, site.language, fields);
}

QByteArray PortalRenderer::noticePage(const Site &site, const NoticePage &page) const
{
    const Gathering gathering(site, page.frame, m_parts->theme);
    const auto title = [&] {
        switch (page.kind) {
        case NoticeKind::NotFound:
            return gathering.text("notice.notFound.title");
        case NoticeKind::Gone:
            return gathering.text("notice.gone.title");
        case NoticeKind::Unavailable:
            return gathering.text("notice.unavailable.title");
        }
        Q_UNREACHABLE();
    }();
    Fields fields = gathering.page(gathering.documentTitle(title),
                                   {.title = title, .description = gathering.documentTitle(title), .indexed = false});
    fields.text("title", title);
    fields.flag("notFound", page.kind == NoticeKind::NotFound);
    fields.flag("gone", page.kind == NoticeKind::Gone);
    fields.flag("unavailable", page.kind == NoticeKind::Unavailable);
    fields.text("notice", page.notice);
    fields.flag("hasLatest", !page.latest.empty());
    fields.list("latest", gathering.cards(page.latest, thumbSizes));
    return m_parts->render(Page::Notice, site.language, fields);
}

QByteArray PortalRenderer::fixedPage(const Site &site, const FixedPage &page) const
{
    const Gathering gathering(site, page.frame, m_parts->theme);
    Fields fields =
        gathering.page(gathering.documentTitle(page.title),
                       {.title = page.title,
                        .description = page.lead.isEmpty() ? gathering.documentTitle(page.title) : page.lead,
                        .subjects = {page.title}});
    fields.text("title", page.title);
    fields.text("lead", page.lead);
    fields.raw("body", page.bodyHtml);
    fields.list("breadcrumbs", linkList(page.breadcrumbs));
    fields.text("modified", page.modified ? gathering.format.moment(*page.modified) : QString());
    fields.text("modifiedMachine", page.modified ? gathering.format.machine(*page.modified) : QString());
    return m_parts->render(Page::Fixed, site.language, fields);
}

QByteArray PortalRenderer::sitemapPage(const Site &site, const SitemapPage &page) const
{
    const Gathering gathering(site, page.frame, m_parts->theme);
    const QString title = gathering.text("sitemap.title");
    Fields fields =
        gathering.page(gathering.documentTitle(title),
                       {.title = title, .description = gathering.documentTitle(title), .subjects = {title}});
    fields.text("title", title);
    std::vector<Fields> groups;
    for (const SitemapGroup &group : page.groups) {
        Fields one = linkFields(group.link, {});
        one.href("groupFeedHref", group.feedPath);
        one.flag("hasChildren", !group.children.empty());
        one.list("children", linkList(group.children));
        groups.push_back(std::move(one));
    }
    fields.list("groups", std::move(groups));
    return m_parts->render(Page::Sitemap, site.language, fields);
}

} // namespace toasoan::portal
