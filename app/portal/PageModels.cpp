#include "portal/PageModels.h"

#include "document/Document.h"
#include "domain/Posts.h"

#include <QTimeZone>

#include <algorithm>
#include <iterator>

namespace toasoan::portal {

using namespace Qt::StringLiterals;

namespace {

QString shareKey(Share share)
{
    return "byline."_L1 + toText(share);
}

} // namespace

PageModels::PageModels(const toasoan::Site &site, std::vector<Section> sections, Genres genres, const Theme &theme,
                       Language language)
    : m_sections(std::move(sections))
    , m_genres(std::move(genres))
    , m_theme(&theme)
    , m_language(language)
{
    fillSite(site);
}

void PageModels::fillSite(const toasoan::Site &site)
{
    const bool english = m_language == Language::English;
    const auto chosen = [english](const QString &vietnamese, const QString &other) {
        return english && !other.isEmpty() ? other : vietnamese;
    };
    const auto isLacking = [english](const QString &vietnamese, const QString &other) {
        return english && other.isEmpty() && !vietnamese.isEmpty();
    };
    m_site.language = m_language;
    m_site.baseUrl = site.address;
    m_site.name = chosen(site.title, site.titleEnglish);
    m_site.parentName = site.parentAgency;
    m_site.kindName = m_theme->text(m_language, u"site.kind"_s);
    m_site.agency = chosen(site.agency, site.agencyEnglish);
    m_site.placeName = site.place.isEmpty() ? m_site.agency : chosen(site.place, site.placeEnglish);
    m_site.isNameUntranslated = isLacking(site.title, site.titleEnglish);
    m_site.isAgencyUntranslated = isLacking(site.agency, site.agencyEnglish);
    m_site.isPlaceUntranslated =
        site.place.isEmpty() ? m_site.isAgencyUntranslated : isLacking(site.place, site.placeEnglish);
    m_site.isLicenceUntranslated = isLacking(site.licence, site.licenceEnglish);
    m_site.description = m_site.name;
    m_site.responsible = site.responsiblePerson;
    m_site.responsiblePost = site.responsiblePost;
    m_site.licence = chosen(site.licence, site.licenceEnglish);
    m_site.address = site.postalAddress;
    m_site.telephone = site.telephone;
    m_site.email = site.email;
    m_site.timeZone = QTimeZone(site.timeZone.toLatin1());
    m_site.homePath = pathOf(FrontAddress());
    m_site.searchPath = pathOf(SearchAddress());
    m_site.sitemapPath = pathOf(SitemapPageAddress());
    m_site.feedPath = pathOf(FeedAddress());
    m_site.otherLanguageHomePath =
        path({.language = english ? Language::Vietnamese : Language::English, .place = FrontAddress()});
    for (const Section &section : m_sections) {
        const Link link = linkTo(section);
        m_site.menu.push_back(
            {.title = link.title, .path = link.path, .children = {}, .isUntranslated = link.isUntranslated});
    }
    const auto service = [&](const char *key, const QString &to, ServiceIcon icon) {
        if (to.isEmpty())
            return;
        const QString name = u"service."_s + QLatin1StringView(key);
        m_site.services.push_back({.title = m_theme->text(m_language, name),
                                   .note = m_theme->text(m_language, name + u".note"_s),
                                   .path = to,
                                   .icon = icon});
    };
    service("online", site.procedureUrl, ServiceIcon::OnlineServices);
    service("question", site.email.isEmpty() ? QString() : u"mailto:"_s + site.email, ServiceIcon::Questions);
    service("search", m_site.searchPath, ServiceIcon::Search);
    service("sitemap", m_site.sitemapPath, ServiceIcon::Sitemap);
}

void PageModels::addToMenu(const std::vector<Link> &links)
{
    for (const Link &link : links)
        m_site.menu.push_back(
            {.title = link.title, .path = link.path, .children = {}, .isUntranslated = link.isUntranslated});
}

void PageModels::putBeforeMenu(std::vector<MenuEntry> entries)
{
    m_site.menu.insert(m_site.menu.begin(), std::make_move_iterator(entries.begin()),
                       std::make_move_iterator(entries.end()));
}

const Section *PageModels::findSection(SectionId id) const
{
    const auto found = std::ranges::find(m_sections, id, &Section::id);
    return found == m_sections.end() ? nullptr : &*found;
}

const Section *PageModels::findSection(const QString &slug) const
{
    const auto found = std::ranges::find(m_sections, slug, &Section::slug);
    return found == m_sections.end() ? nullptr : &*found;
}

QString PageModels::pathOf(const decltype(SiteAddress::place) &place) const
{
    return path({.language = m_language, .place = place});
}

ItemAddress PageModels::addressOf(const PublicItem &item, ItemView view) const
{
    const Section *section = findSection(item.section);
    return {.section = section ? section->slug : u"tin"_s, .words = item.slug, .number = item.number, .view = view};
}

QString PageModels::itemPath(const PublicItem &item, ItemView view) const
{
    return pathOf(addressOf(item, view));
}

QString PageModels::nameOf(const Section &section) const
{
    return nameIn(m_language, section);
}

Link PageModels::linkTo(const Section &section) const
{
    return {.title = nameOf(section),
            .path = pathOf(SectionAddress{.slug = section.slug, .page = 1}),
            .isUntranslated = m_language != itemLanguage && section.nameEnglish.isEmpty()};
}

QString PageModels::genreLabel(const QString &code) const
{
    const Genre *genre = m_genres.find(code);
    return genre && genre->isLabelled ? m_genres.nameOf(code, m_language == Language::English) : QString();
}

Frame PageModels::frame(const SiteAddress &address, const QString &menuPath, Instant now) const
{
    SiteAddress other = address;
    other.language = m_language == Language::English ? Language::Vietnamese : Language::English;
    Frame frame;
    frame.path = path(address);
    frame.otherLanguagePath = path(other);
    frame.menuPath = menuPath;
    frame.now = now;
    return frame;
}

ItemSummary PageModels::summary(const PublicItem &item, qint64 views, std::optional<Picture> picture) const
{
    const Section *section = findSection(item.section);
    return {.path = itemPath(item),
            .title = item.title,
            .lead = item.lead,
            .section = section ? linkTo(*section) : Link(),
            .genre = genreLabel(item.genre),
            .published = item.firstAt,
            .views = views,
            .comments = 0,
            .picture = std::move(picture),
            .urn = "urn:uuid:"_L1 + item.article.toText()};
}

ItemPage PageModels::itemPage(const PublicItem &item, const Content &content, const QString &bodyHtml,
                              const ItemFacts &facts, Instant now) const
{
    const Section *section = findSection(item.section);
    ItemPage page;
    const ItemAddress place = addressOf(item, ItemView::Page);
    page.frame = frame({.language = m_language, .place = place}, section ? linkTo(*section).path : QString(), now);
    // The page around it may speak English; the item is Vietnamese at both addresses.
    page.frame.originalPath = path({.language = itemLanguage, .place = place});
    page.title = content.title;
    page.subtitle = content.subtitle;
    page.lead = content.lead;
    page.description = content.lead;
    if (content.lead.isEmpty()) {
        if (const auto body = document::readStored(content.body))
            page.description = document::toPlainText(*body);
    }
    page.bodyHtml = bodyHtml;
    if (section) {
        page.breadcrumbs = {linkTo(*section)};
        page.feedPath = pathOf(FeedAddress{.section = section->slug});
    }
    page.genre = genreLabel(content.genre);
    page.published = item.firstAt;
    if (item.at != item.firstAt)
        page.modified = item.at;
    page.views = facts.views;
    for (const toasoan::Byline &byline : content.bylines)
        page.bylines.push_back({.name = byline.name, .role = m_theme->text(m_language, shareKey(byline.share))});
    page.source = content.source;
    for (const QString &tag : content.tags) {
        // Signs alone are nothing to look for.
        if (std::ranges::any_of(tag, [](QChar sign) { return sign.isLetterOrNumber() || sign.isSurrogate(); }))
            page.tags.push_back(
                {.title = tag,
                 .path = pathOf(SearchAddress()) + "?q="_L1 + QString::fromLatin1(tag.toUtf8().toPercentEncoding())});
    }
    for (const PublicCorrection &correction : facts.corrections)
        page.corrections.push_back({.made = correction.at, .text = correction.text});
    page.picture = facts.picture;
    page.printPath = itemPath(item, ItemView::Print);
    page.savePath = itemPath(item, ItemView::Save);
    if (facts.older)
        page.previous = Link{.title = facts.older->title, .path = itemPath(*facts.older)};
    if (facts.newer)
        page.next = Link{.title = facts.newer->title, .path = itemPath(*facts.newer)};
    return page;
}

document::TableWords tableWords(const Theme &theme, Language language)
{
    return {.size = theme.text(language, u"table.size"_s),
            .scrolls = theme.text(language, u"table.scrolls"_s),
            .language = language};
}

Result<QString> bodyHtml(const Content &content, const FindSources &findSources, const document::TableWords &tables)
{
    return bodyHtml(content.body, findSources, tables);
}

Result<QString> bodyHtml(const QByteArray &stored, const FindSources &findSources, const document::TableWords &tables)
{
    if (stored.isEmpty())
        return QString();
    const auto body = document::readStored(stored);
    if (!body)
        return body.error();
    document::HtmlOptions options;
    options.picture = findSources;
    options.tables = tables;
    return document::toHtml(*body, options);
}

document::PictureSources sourcesOf(const Picture &picture)
{
    const auto sourceSet = [](const std::vector<PictureFile> &files) {
        QStringList parts;
        for (const PictureFile &file : files)
            parts.append(file.path + u' ' + QString::number(file.width) + u'w');
        return parts.join(", "_L1);
    };
    document::PictureSources sources;
    sources.src = picture.jpeg.back().path;
    sources.webp = sourceSet(picture.webp);
    sources.jpeg = sourceSet(picture.jpeg);
    sources.sizes = u"(min-width: 1100px) 760px, 100vw"_s;
    sources.width = picture.width;
    sources.height = picture.height;
    return sources;
}

} // namespace toasoan::portal
