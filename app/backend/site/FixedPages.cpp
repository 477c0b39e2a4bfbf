// The fixed pages of the portal: where they stand in menu and map, and each one's page.
#include "actions/NewsroomRules.h"
#include "backend/site/SiteReader.h"
#include "storage/PublicEntries.h"

#include <QJsonDocument>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

using Nodes = std::vector<const PageNode *>;

const Noun pageNoun{QString::fromLatin1(FixedPageEntry::noun)};

Nodes topPages(const PageTree &tree)
{
    Nodes top;
    for (const PageNode &page : tree.pages()) {
        if (!page.parent)
            top.push_back(&page);
    }
    return top;
}

// The outermost first; the page itself is not among them.
Nodes above(const PageNode &page)
{
    Nodes line;
    for (const PageNode *each = page.parent; each; each = each->parent)
        line.insert(line.begin(), each);
    return line;
}

void addBelow(const PageNode &page, Nodes &all)
{
    for (const PageNode *child : page.children) {
        all.push_back(child);
        addBelow(*child, all);
    }
}

} // namespace

// Of a Vietnamese page in an English frame its English twin, or else itself.
portal::Link SiteReader::linkTo(const PageNode &page) const
{
    const bool isEnglish = m_language == Language::English;
    const PageNode *twin = isEnglish && !page.says.isEnglish ? m_pages->twinOf(page) : nullptr;
    const PageNode &shown = twin ? *twin : page;
    return {.title = shown.says.title,
            .path = m_models->pathOf(SectionAddress{.slug = shown.says.address, .page = 1}),
            .isUntranslated = isEnglish && !shown.says.isEnglish};
}

// Those of a list that a reader of this language is shown: an English page stands where its Vietnamese twin does.
std::vector<const PageNode *> SiteReader::shownOf(const std::vector<const PageNode *> &pages) const
{
    Nodes shown;
    for (const PageNode *page : pages) {
        const bool isTwice = page->says.isEnglish && std::ranges::find(pages, m_pages->twinOf(*page)) != pages.end();
        const bool isForOthers = page->says.isEnglish && m_language == Language::Vietnamese;
        if (!isTwice && !isForOthers)
            shown.push_back(page);
    }
    return shown;
}

// A page with nobody above it in the menu is an entry; those below it that are in the menu too are its children.
std::vector<portal::MenuEntry> SiteReader::pageMenu() const
{
    const auto isInMenu = [](const PageNode *page) { return page->says.isInMenu; };
    Nodes flagged;
    for (const PageNode &page : m_pages->pages()) {
        if (page.says.isInMenu)
            flagged.push_back(&page);
    }
    std::vector<portal::MenuEntry> menu;
    for (const PageNode *page : shownOf(flagged)) {
        if (std::ranges::any_of(above(*page), isInMenu))
            continue;
        const portal::Link link = linkTo(*page);
        portal::MenuEntry entry{
            .title = link.title, .path = link.path, .children = {}, .isUntranslated = link.isUntranslated};
        Nodes below;
        addBelow(*page, below);
        std::erase_if(below, [](const PageNode *each) { return !each->says.isInMenu; });
        for (const PageNode *child : shownOf(below))
            entry.children.push_back(linkTo(*child));
        menu.push_back(std::move(entry));
    }
    return menu;
}

std::vector<portal::SitemapGroup> SiteReader::pageGroups() const
{
    std::vector<portal::SitemapGroup> groups;
    for (const PageNode *page : shownOf(topPages(*m_pages))) {
        portal::SitemapGroup group{.link = linkTo(*page), .feedPath = {}, .children = {}, .areItems = false};
        Nodes below;
        addBelow(*page, below);
        for (const PageNode *child : shownOf(below))
            group.children.push_back(linkTo(*child));
        groups.push_back(std::move(group));
    }
    return groups;
}

std::vector<portal::SitemapEntry> SiteReader::pageEntries() const
{
    std::vector<portal::SitemapEntry> entries;
    for (const PageNode &page : m_pages->pages())
        entries.push_back({.path = path(addressOf(page)), .modified = page.changed});
    return entries;
}

SiteAddress SiteReader::addressOf(const PageNode &page)
{
    return {.language = page.says.isEnglish ? Language::English : Language::Vietnamese,
            .place = SectionAddress{.slug = page.says.address, .page = 1}};
}

// Whether something stood there that was taken down: its key says so, as the newest version has it.
Result<bool> SiteReader::wasFixedPage(const QString &address) const
{
    auto rules = readRules(m_transaction);
    if (!rules)
        return rules.error();
    const Register *described = (*rules)->findRegister(pageNoun);
    if (!described || !described->face)
        return false;
    const QString &slug = described->face->slug;
    const QByteArray content = QJsonDocument(QJsonObject{{slug, address}}).toJson(QJsonDocument::Compact);
    for (const auto &[name, value] : keyValues(*described, content)) {
        auto was = EntryStore(m_transaction).wasTakenDown(pageNoun, name, value);
        if (!was || *was)
            return was;
    }
    return false;
}

Result<SiteAddress> SiteReader::canonical(const SectionAddress &address) const
{
    const PageNode *page = address.page == 1 ? m_pages->at(address.slug) : nullptr;
    if (page) {
        if (page->says.isEnglish)
            return addressOf(*page);
        const PageNode *twin = m_language == Language::English ? m_pages->twinOf(*page) : nullptr;
        return twin ? addressOf(*twin) : SiteAddress{.language = m_language, .place = address};
    }
    const auto was = wasFixedPage(address.slug);
    if (!was)
        return was.error();
    return Error{*was ? ErrorCode::Gone : ErrorCode::NotFound, u"page"_s, address.slug};
}

Result<portal::FixedPage> SiteReader::fixedPage(const SectionAddress &address)
{
    const PageNode *node = m_pages->at(address.slug);
    if (!node)
        return Error{ErrorCode::NotFound, u"page"_s, address.slug};
    EntryStore entries(m_transaction);
    auto projection = entries.readable(pageNoun, Face::Public);
    if (!projection)
        return projection.error();
    auto row = *projection ? entries.find(**projection, node->id) : Result<std::optional<EntryRow>>(std::nullopt);
    if (!row)
        return row.error();
    if (!*row)
        return Error{ErrorCode::NotFound, u"page"_s, address.slug};
    const QJsonObject says = QJsonDocument::fromJson((*row)->content).object();
    const QJsonObject text = says.value("body"_L1).toObject();
    auto body = portal::bodyHtml(text.isEmpty() ? QByteArray() : QJsonDocument(text).toJson(), findSources(),
                                 portal::tableWords(m_services.renderer.theme(), m_language));
    if (!body)
        return body.error();

    // An English page that stands under nothing stands where its twin does.
    const PageNode *twin = m_pages->twinOf(*node);
    const PageNode &place = node->says.isEnglish && !node->parent && twin ? *twin : *node;
    const Nodes line = above(place);
    QString menuPath;
    for (const PageNode *each : line) {
        if (each->says.isInMenu)
            menuPath = linkTo(*each).path;
    }
    if (place.says.isInMenu)
        menuPath = linkTo(place).path;

    portal::FixedPage page;
    page.frame = frame({.language = m_language, .place = address}, menuPath);
    page.frame.changed = node->changed;
    if (twin)
        page.frame.otherLanguagePath = path(addressOf(*twin));
    else if (node->says.isEnglish)
        page.frame.otherLanguagePath.clear();
    else
        page.frame.originalPath = path(addressOf(*node)); // it is no translation of itself
    page.title = node->says.title;
    page.lead = node->says.summary;
    page.bodyHtml = *body;
    page.language = node->says.isEnglish ? Language::English : Language::Vietnamese;
    page.modified = node->changed;
    for (const PageNode *each : shownOf(line))
        page.breadcrumbs.push_back(linkTo(*each));
    // Beside it what stands under the same page, or under itself if it stands under none.
    const PageNode &around = place.parent ? *place.parent : place;
    const Nodes sisters = shownOf(around.children);
    if (!sisters.empty())
        page.around = linkTo(around);
    for (const PageNode *each : sisters)
        page.sisters.push_back(linkTo(*each));
    if (&around != &place) {
        for (const PageNode *each : shownOf(place.children))
            page.children.push_back(linkTo(*each));
    }
    return page;
}

} // namespace toasoan
