#include "portal/PageFields.h"

namespace toasoan::portal {

namespace {

QString sourceSet(const std::vector<PictureFile> &files)
{
    QStringList parts;
    for (const PictureFile &file : files)
        if (!file.path.contains(u' ') && !file.path.contains(u',') && file.width > 0)
            parts.append(QStringLiteral("%1 %2w").arg(safeHref(file.path)).arg(file.width));
    return parts.join(QStringLiteral(", "));
}

// What is narrower than a card is shown as it is: with the widths of a srcset browsers would take it for a card's
// picture in few pixels, and enlarge it.
constexpr int narrowest = 320; // CSS pixels

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

} // namespace

std::optional<Fields> pictureFields(const std::optional<Picture> &picture, const char *sizes, Loading loading)
{
    if (!picture || picture->jpeg.empty())
        return std::nullopt;
    // For browsers without srcset: the first one that is wide enough for a card.
    const auto wide = std::find_if(picture->jpeg.begin(), picture->jpeg.end(),
                                   [](const PictureFile &file) { return file.width >= 640; });
    const PictureFile &fallback = wide == picture->jpeg.end() ? picture->jpeg.back() : *wide;
    Fields fields;
    const bool isSmall = picture->width < narrowest;
    fields.flag("small", isSmall);
    fields.text("webp", isSmall ? QString() : sourceSet(picture->webp));
    fields.text("jpeg", isSmall ? QString() : sourceSet(picture->jpeg));
    fields.href("src", fallback.path);
    fields.text("sizes", QString::fromLatin1(sizes));
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
        .prose("titleHtml", link.title)
        .href("href", link.path)
        .flag("elsewhere", elsewhere)
        .flag("untranslated", link.isUntranslated)
        .flag("current", !currentPath.isEmpty() && link.path == currentPath);
}

std::vector<Fields> linkList(const std::vector<Link> &links, const QString &currentPath)
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
    return linkFields(link);
}

PageFields::PageFields(const Site &site, const Frame &frame, const Theme &theme)
    : m_site(site)
    , m_frame(frame)
    , m_theme(theme)
    , m_format(site.language, site.timeZone)
{ }

QString PageFields::text(const char *key) const
{
    return m_theme.text(m_site.language, QString::fromLatin1(key));
}

QString PageFields::documentTitle(const QString &title, int page) const
{
    QString full = title;
    if (page > 1)
        full += QStringLiteral(" – ") + text("pager.page") + u' ' + m_format.number(page);
    return full.isEmpty() ? m_site.name : full + QStringLiteral(" – ") + m_site.name;
}

Fields PageFields::card(const ItemSummary &item, const char *sizes, Loading loading) const
{
    Fields fields;
    fields.text("title", item.title);
    fields.prose("titleHtml", item.title);
    fields.href("href", item.path);
    fields.text("lead", item.lead);
    fields.prose("leadHtml", item.lead);
    fields.text("genre", item.genre);
    fields.object("section", optionalLink(item.section));
    fields.text("machineTime", m_format.machine(item.published));
    fields.text("fullTime", m_format.moment(item.published));
    fields.prose("fullTimeHtml", m_format.moment(item.published));
    fields.text("shortTime", m_format.shortMoment(item.published));
    // Within the day the hour says more than the date.
    fields.prose("whenHtml",
                 m_format.sameDay(item.published, m_frame.now) ? m_format.time(item.published)
                                                               : m_format.day(item.published));
    fields.text("views", m_format.number(item.views));
    fields.text("comments", countOf(item.comments));
    fields.object("picture", pictureFields(item.picture, sizes, loading));
    fields.flag("pictured", item.picture && !item.picture->jpeg.empty());
    return fields;
}

QString PageFields::countOf(qint64 number) const
{
    return number > 0 ? m_format.number(number) : QString();
}

std::vector<Fields> PageFields::cards(const std::vector<ItemSummary> &items, const char *sizes, std::size_t from,
                                      std::size_t count) const
{
    std::vector<Fields> list;
    for (std::size_t i = from; i < items.size() && i - from < count; ++i)
        list.push_back(card(items[i], sizes));
    return list;
}

void PageFields::addPager(Fields &fields, const Pager &pager) const
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
                              .text("number", m_format.number(page))
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

void PageFields::addSite(Fields &fields) const
{
    fields.text("lang", toText(m_site.language));
    fields.flag("isForeign", m_site.language != itemLanguage);
    fields.text("siteName", m_site.name);
    fields.text("parentName", m_site.parentName);
    fields.text("kindName", m_site.placeName.isEmpty() ? QString() : m_site.kindName);
    fields.text("placeName", m_site.placeName.isEmpty() ? m_site.name : m_site.placeName);
    fields.flag("nameUntranslated", m_site.isNameUntranslated);
    fields.flag("placeUntranslated",
                m_site.placeName.isEmpty() ? m_site.isNameUntranslated : m_site.isPlaceUntranslated);
    fields.text("agency", m_site.agency);
    fields.flag("agencyUntranslated", m_site.isAgencyUntranslated);
    fields.href("emblem", m_site.emblemPath);
    fields.text("responsible", m_site.responsible);
    fields.text("responsiblePost", m_site.responsiblePost);
    fields.text("address", m_site.address);
    fields.prose("telephoneHtml", m_site.telephone);
    QString dialled = m_site.telephone;
    dialled.removeIf([](QChar c) { return !(c >= u'0' && c <= u'9') && c != u'+'; });
    fields.href("telephoneHref", dialled.isEmpty() ? QString() : QStringLiteral("tel:") + dialled);
    fields.text("email", m_site.email);
    fields.href("emailHref", m_site.email.isEmpty() ? QString() : QStringLiteral("mailto:") + m_site.email);
    fields.flag("hasContacts", !m_site.address.isEmpty() || !m_site.telephone.isEmpty() || !m_site.email.isEmpty());
    fields.text("licence", m_site.licence);
    fields.flag("licenceUntranslated", m_site.isLicenceUntranslated);
    fields.href("homeHref", m_site.homePath);
    fields.href("searchHref", m_site.searchPath);
    fields.href("sitemapHref", m_site.sitemapPath);
    fields.href("feedsHref", m_site.sitemapPath + QStringLiteral("#rss"));
    fields.flag("atHome", m_frame.path == m_site.homePath);

    std::vector<Fields> menu;
    for (const MenuEntry &entry : m_site.menu) {
        const bool holdsPage = std::any_of(entry.children.begin(), entry.children.end(),
                                           [&](const Link &child) { return child.path == m_frame.menuPath; });
        Fields one = linkFields({entry.title, entry.path, entry.isUntranslated}, m_frame.path);
        one.flag("open", !m_frame.menuPath.isEmpty() && (entry.path == m_frame.menuPath || holdsPage));
        one.optionalList("hasChildren", "children", linkList(entry.children, m_frame.path));
        menu.push_back(std::move(one));
    }
    fields.list("menu", std::move(menu));
    fields.list("footerLinks", linkList(m_site.footerLinks));

    std::vector<Fields> services;
    for (const ServiceLink &service : m_site.services) {
        Fields one = linkFields({service.title, service.path});
        one.text("note", service.note);
        for (const ServiceIcon icon :
             {ServiceIcon::OnlineServices, ServiceIcon::Procedures, ServiceIcon::Documents, ServiceIcon::Questions,
              ServiceIcon::Schedule, ServiceIcon::Organisation, ServiceIcon::Consultation, ServiceIcon::Search,
              ServiceIcon::Sitemap, ServiceIcon::Other})
            one.flag(iconName(icon), icon == service.icon);
        services.push_back(std::move(one));
    }
    fields.optionalList("hasServices", "services", std::move(services));
}

void PageFields::addFrame(Fields &fields) const
{
    const QString other =
        m_frame.otherLanguagePath.isEmpty() ? m_site.otherLanguageHomePath : m_frame.otherLanguagePath;
    fields.href("otherLanguageHref", other);
    fields.text("otherLang", m_site.language == Language::Vietnamese ? QStringLiteral("en") : QStringLiteral("vi"));
    // A page that was made before anybody asked for it knows no day.
    const bool hasDay = m_frame.now != Instant();
    fields.prose("todayHtml", hasDay ? m_format.weekday(m_frame.now) : QString());
    fields.text("todayMachine", m_format.machine(m_frame.now).first(10));

    std::optional<Fields> visits;
    if (m_frame.visits) {
        visits = Fields()
                     .text("online", m_format.number(m_frame.visits->online))
                     .text("robots", m_format.number(m_frame.visits->robots))
                     .text("guests", m_format.number(m_frame.visits->guests))
                     .text("todayVisits", m_format.number(m_frame.visits->today))
                     .text("month", m_format.number(m_frame.visits->month))
                     .text("total", m_format.number(m_frame.visits->total));
    }
    fields.object("visits", std::move(visits));
    fields.optionalList("hasMostRead", "mostRead", cards(m_frame.mostRead, thumbSizes));

    std::vector<Fields> documents;
    for (const DocumentSummary &document : m_frame.documents)
        documents.push_back(Fields()
                                .href("href", document.path)
                                .prose("numberHtml", document.number)
                                .prose("subjectHtml", document.subject)
                                .prose("issuedHtml", m_format.day(document.issued))
                                .text("machineIssued", m_format.machine(document.issued).first(10)));
    fields.optionalList("hasDocuments", "documents", std::move(documents));
    fields.href("documentsHref", m_frame.documentsPath);
}

std::vector<Fields> PageFields::alternates() const
{
    std::vector<Fields> list;
    const auto add = [&](const QString &code, const QString &path) {
        list.push_back(Fields().text("code", code).href("href", absolute(m_site, path)));
    };
    const QString own = canonicalPath(m_frame);
    if (!m_frame.originalPath.isEmpty()) {
        add(toText(itemLanguage), own);
        add(QStringLiteral("x-default"), own);
        return list;
    }
    const bool isVietnamese = m_site.language == Language::Vietnamese;
    add(toText(m_site.language), own);
    if (!m_frame.otherLanguagePath.isEmpty())
        add(isVietnamese ? QStringLiteral("en") : QStringLiteral("vi"), m_frame.otherLanguagePath);
    add(QStringLiteral("x-default"),
        isVietnamese || m_frame.otherLanguagePath.isEmpty() ? own : m_frame.otherLanguagePath);
    return list;
}

QString PageFields::logo() const
{
    return m_theme.assetPath(QStringLiteral("icon-512.png"));
}

Fields PageFields::page(const QString &documentTitleText, Metadata metadata, const std::optional<Link> &feed) const
{
    Fields fields;
    addSite(fields);
    addFrame(fields);
    fields.text("documentTitle", documentTitleText);
    metadata.path = canonicalPath(m_frame);
    fields.text("pageAddress", absolute(m_site, metadata.path));
    metadata.now = m_frame.now;
    metadata.changed = m_frame.changed;
    metadata.sitePicture = m_theme.assetPath(QStringLiteral("share.png"));
    // What search engines are to leave alone stands for nothing in another language.
    fields.list("alternates", metadata.indexed ? alternates() : std::vector<Fields>());
    addMetadata(fields, m_site, m_format, metadata);
    std::vector<Fields> feeds;
    if (feed && !feed->path.isEmpty())
        feeds.push_back(
            Fields().text("title", feed->title + QStringLiteral(" – ") + m_site.name).href("href", feed->path));
    feeds.push_back(Fields().text("title", m_site.name).href("href", m_site.feedPath));
    fields.list("feeds", std::move(feeds));
    return fields;
}

void PageFields::addItem(Fields &fields, const ItemPage &page) const
{
    fields.text("title", page.title);
    fields.prose("titleHtml", page.title);
    fields.text("subtitle", page.subtitle);
    fields.prose("subtitleHtml", page.subtitle);
    fields.text("lead", page.lead);
    fields.prose("leadHtml", page.lead);
    fields.raw("body", page.bodyHtml);
    fields.text("genre", page.genre);
    fields.prose("publishedHtml", m_format.moment(page.published));
    fields.text("publishedMachine", m_format.machine(page.published));
    const bool changed = page.modified && *page.modified > page.published;
    fields.prose("modifiedHtml", changed ? m_format.moment(*page.modified) : QString());
    fields.text("modifiedMachine", changed ? m_format.machine(*page.modified) : QString());
    fields.text("views", page.views ? m_format.number(*page.views) : QString());
    fields.text("comments", countOf(page.comments));
    std::vector<Fields> bylines;
    for (const Byline &byline : page.bylines)
        bylines.push_back(Fields().text("name", byline.name).text("role", byline.role));
    fields.optionalList("hasBylines", "bylines", std::move(bylines));
    fields.text("source", page.source);
    fields.href("sourceHref", page.sourcePath);
    std::vector<Fields> corrections;
    for (const CorrectionNotice &correction : page.corrections)
        corrections.push_back(Fields()
                                  .prose("madeHtml", m_format.moment(correction.made))
                                  .text("madeMachine", m_format.machine(correction.made))
                                  .prose("correctionHtml", correction.text));
    fields.optionalList("hasCorrections", "corrections", std::move(corrections));
    fields.text("address", m_site.address);
}

QJsonObject PageFields::breadcrumbs(const std::vector<Link> &links, const Link &page) const
{
    return breadcrumbList(m_site, text("menu.home"), links, page);
}

Metadata PageFields::itemMetadata(const ItemPage &page) const
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
            .description = page.description.isEmpty() ? page.title : page.description,
            .creator = names.join(QStringLiteral(", ")),
            .source = page.source,
            .subjects = subjects,
            .language = itemLanguage,
            .published = page.published,
            .modified = page.modified,
            .picture = page.picture,
            .structured = {newsArticle(m_site, m_format, page, logo()),
                           breadcrumbs(page.breadcrumbs, {page.title, canonicalPath(page.frame)})}};
}

} // namespace toasoan::portal
