#include "backend/site/SiteReader.h"

#include "backend/site/FrontChoice.h"
#include "document/Document.h"
#include "storage/GenreStore.h"
#include "storage/MediaStore.h"
#include "storage/NewsroomStore.h"
#include "storage/SearchIndex.h"
#include "storage/SettingStore.h"
#include "text/Excerpt.h"
#include "text/Vietnamese.h"

#include <span>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr int itemsPerBlock = 5;
constexpr int frontItems = 24; // among which the front page's opening is chosen
constexpr int mostReadItems = 15; // as many as a board may want
constexpr int relatedItems = 4;
constexpr int mapPart = 5000; // entries: well under the 50,000 that readers take, so that none keeps a worker long

int pagesOf(qint64 items, qint64 itemsPerPage)
{
    return int(std::max<qint64>(1, (items + itemsPerPage - 1) / itemsPerPage));
}

// What is stored was judged by the description of its day.
PortalSettings bounded(const PortalSettings &settings)
{
    return {.itemsPerPage = std::clamp<qint64>(settings.itemsPerPage, 1, 100),
            .mostRead = std::clamp<qint64>(settings.mostRead, 0, mostReadItems),
            .feedItems = std::clamp<qint64>(settings.feedItems, 1, 200)};
}

// What stands large at the top of the page need not stand in its section's block as well, if that has more to show.
void leaveOut(std::vector<PublicItem> &items, std::span<const PublicItem> shown)
{
    const auto isShown = [shown](const PublicItem &item) {
        return std::ranges::find(shown, item.number, &PublicItem::number) != shown.end();
    };
    if (!std::ranges::all_of(items, isShown))
        std::erase_if(items, isShown);
}

/// When any of the items last changed.
std::optional<Instant> lastChange(std::span<const PublicItem> items)
{
    if (items.empty())
        return std::nullopt;
    return std::ranges::max_element(items, {}, &PublicItem::at)->at;
}

/// What the item's picture shows; where its author left that open, what it stands for.
QString altOf(const PublicItem &item, const Content &content)
{
    const auto body = document::readStored(content.body);
    const QString alt = body && item.picture ? document::pictureAlt(*body, item.picture->toText()) : QString();
    return alt.isEmpty() ? item.title : alt;
}

/// The items at `positions`.
template <typename T>
std::vector<T> picked(const std::vector<T> &all, const std::vector<std::size_t> &positions)
{
    std::vector<T> some;
    for (const std::size_t position : positions)
        some.push_back(all[position]);
    return some;
}

// A dot, a line or a long strip leaves a card empty.
bool isWorthACard(const portal::Picture &picture)
{
    constexpr int least = 40;
    constexpr int most = 8; // times as long as wide
    const auto [narrow, wide] = std::minmax(picture.width, picture.height);
    return narrow >= least && wide <= most * narrow;
}

} // namespace

SiteReader::SiteReader(Transaction &transaction, Services &services, Language language)
    : m_transaction(transaction)
    , m_services(services)
    , m_language(language)
    , m_now(services.clock.now())
{ }

Result<void> SiteReader::open()
{
    const NewsroomStore newsroom(m_transaction);
    auto site = newsroom.site(m_now);
    if (!site)
        return site.error();
    auto sections = newsroom.sections();
    if (!sections)
        return sections.error();
    auto genres = readPublicGenres(m_transaction);
    if (!genres)
        return genres.error();
    m_models.emplace(*site, *std::move(sections), *std::move(genres), m_services.renderer.theme(), m_language);
    auto settings = readPublicSettings<PortalSettings>(m_transaction, today());
    if (!settings)
        return settings.error();
    m_settings = bounded(*settings);
    auto links = registerLinks();
    if (!links)
        return links.error();
    m_models->addToMenu(*links);
    auto pages = m_services.pageTrees.read(m_transaction);
    if (!pages)
        return pages.error();
    m_pages = *std::move(pages);
    m_models->putBeforeMenu(pageMenu());
    return {};
}

std::optional<portal::Picture> SiteReader::picture(MediaId id, const QString &alt) const
{
    auto known = m_media.find(id);
    if (known == m_media.end())
        known = m_media.emplace(id, MediaStore(m_transaction).findMaybe(id).valueOr(std::nullopt)).first;
    const std::optional<Media> &media = known->second;
    if (!media)
        return std::nullopt;
    portal::Picture picture{.webp = {}, .jpeg = {}, .width = media->width, .height = media->height, .alt = alt};
    const auto addresses = [&](PictureFormat format, const std::vector<int> &widths) {
        std::vector<portal::PictureFile> list;
        for (const int width : widths) {
            // Pictures have one address in every language.
            const PictureAddress address{.media = id, .width = width, .format = format};
            list.push_back({.path = path({.language = Language::Vietnamese, .place = address}), .width = width});
        }
        return list;
    };
    picture.webp = addresses(PictureFormat::Webp, standardWidths(*media, RenditionFormat::Webp));
    picture.jpeg = addresses(PictureFormat::Jpeg, standardWidths(*media, RenditionFormat::Jpeg));
    return picture;
}

void SiteReader::readPictures(const std::vector<PublicItem> &items) const
{
    std::vector<MediaId> wanted;
    for (const PublicItem &item : items) {
        if (item.picture && m_media.emplace(*item.picture, std::nullopt).second)
            wanted.push_back(*item.picture);
    }
    // A page is shown without a picture whose facts cannot be read.
    for (const Media &media : MediaStore(m_transaction).find(wanted).valueOr({}))
        m_media.insert_or_assign(media.id, media);
}

portal::ItemSummary SiteReader::summary(const PublicItem &item) const
{
    auto shown = item.picture ? picture(*item.picture, {}) : std::nullopt;
    if (shown && !isWorthACard(*shown))
        shown.reset();
    return m_models->summary(item, m_services.visits.views(item.number), std::move(shown));
}

std::vector<portal::ItemSummary> SiteReader::summaries(const std::vector<PublicItem> &items) const
{
    readPictures(items);
    std::vector<portal::ItemSummary> list;
    list.reserve(items.size());
    for (const PublicItem &item : items)
        list.push_back(summary(item));
    return list;
}

void SiteReader::describePicture(portal::ItemSummary &shown, const PublicItem &item) const
{
    if (!shown.picture)
        return;
    // What cannot be read is told by the item's own page.
    const auto content = PublicationStore(m_transaction).content(item);
    shown.picture->alt = content ? altOf(item, *content) : item.title;
}

std::vector<portal::ItemSummary> SiteReader::mostRead()
{
    auto numbers = m_services.mostRead(m_transaction, mostReadItems);
    if (std::ssize(numbers) > m_settings.mostRead)
        numbers.resize(std::size_t(m_settings.mostRead));
    auto items = PublicationStore(m_transaction).byNumbers(numbers);
    return items ? summaries(*items) : std::vector<portal::ItemSummary>();
}

portal::Frame SiteReader::frame(const SiteAddress &address, const QString &menuPath)
{
    portal::Frame frame = m_models->frame(address, menuPath, m_now);
    fillFrame(frame);
    return frame;
}

// The numbers and the list that stand beside every page.
void SiteReader::fillFrame(portal::Frame &frame)
{
    const VisitBlock visits = m_services.visits.block();
    frame.visits = portal::VisitNumbers{.online = visits.online,
                                        .robots = visits.robots,
                                        .guests = visits.guests,
                                        .today = visits.today,
                                        .month = visits.month,
                                        .total = visits.total};
    frame.mostRead = mostRead();
}

Result<portal::FrontPage> SiteReader::frontPage()
{
    const PublicationStore publications(m_transaction);
    auto newest = publications.newest(std::nullopt, std::nullopt, frontItems);
    if (!newest)
        return newest.error();
    const auto all = summaries(*newest);
    std::vector<FrontCandidate> candidates;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Genre *genre = m_models->genres().find((*newest)[i].genre);
        candidates.push_back({.canLead = !genre || !genre->staysBelow,
                              .pictureWidth = all[i].picture ? all[i].picture->width : 0,
                              .pictureHeight = all[i].picture ? all[i].picture->height : 0});
    }
    const FrontChoice choice = chooseFront(candidates);

    portal::FrontPage page;
    auto links = linkGroups();
    if (!links)
        return links.error();
    page.links = *std::move(links);
    page.frame = frame({.language = m_language, .place = FrontAddress()}, m_models->pathOf(FrontAddress()));
    page.frame.changed = lastChange(*newest);
    page.featured = picked(all, choice.featured);
    if (!page.featured.empty())
        describePicture(page.featured.front(), (*newest)[choice.featured.front()]);
    page.latest = picked(all, choice.latest);
    auto prominent = picked(*newest, choice.featured);
    prominent.resize(std::min(prominent.size(), prominentItems));
    for (const Section &section : m_models->sections()) {
        auto items = publications.newest(section.id, std::nullopt, itemsPerBlock + prominentItems);
        if (!items)
            return items.error();
        if (items->empty())
            continue;
        page.frame.changed = std::max(page.frame.changed, lastChange(*items));
        leaveOut(*items, prominent);
        items->resize(std::min<std::size_t>(items->size(), itemsPerBlock));
        page.sections.push_back({.section = m_models->linkTo(section),
                                 .feedPath = m_models->pathOf(FeedAddress{.section = section.slug}),
                                 .items = summaries(*items)});
    }
    return page;
}

Result<portal::SectionPage> SiteReader::sectionPage(const SectionAddress &address)
{
    const Section *section = m_models->findSection(address.slug);
    if (!section)
        return Error{ErrorCode::NotFound, u"section"_s, address.slug};
    const PublicationStore publications(m_transaction);
    auto count = publications.count(section->id);
    if (!count)
        return count.error();
    const int last = pagesOf(*count, m_settings.itemsPerPage);
    if (address.page > last)
        return Error{ErrorCode::NotFound, u"section"_s, u"page after the last"_s};
    auto items = publications.newestPage(section->id, qint64(address.page - 1) * m_settings.itemsPerPage,
                                         int(m_settings.itemsPerPage));
    if (!items)
        return items.error();

    portal::SectionPage page;
    const portal::Link own = m_models->linkTo(*section);
    const QString &firstPath = own.path;
    page.frame = frame({.language = m_language, .place = address}, firstPath);
    page.frame.changed = lastChange(*items);
    page.title = own.title;
    page.isTitleUntranslated = own.isUntranslated;
    page.feedPath = m_models->pathOf(FeedAddress{.section = section->slug});
    page.items = summaries(*items);
    if (!items->empty())
        describePicture(page.items.front(), items->front());
    page.pager = {
        .current = address.page, .last = last, .firstPath = firstPath, .pathPrefix = firstPath + "?trang="_L1};
    return page;
}

Result<QString> SiteReader::readableText(const PublicItem &item, const Content &content) const
{
    auto body = document::readStored(content.body);
    if (!body)
        return body.error();
    auto corrections = PublicationStore(m_transaction).corrections(item, content);
    if (!corrections)
        return corrections.error();
    QStringList texts{content.lead, document::toPlainText(*body), content.subtitle, content.source};
    for (const PublicCorrection &correction : *corrections)
        texts.append(correction.text);
    for (const Byline &byline : content.bylines)
        texts.append(byline.name);
    return texts.join(u'\n');
}

Result<std::vector<std::vector<portal::ExcerptPart>>> SiteReader::excerpts(const std::vector<PublicItem> &items,
                                                                           const SearchQuery &query) const
{
    constexpr qsizetype length = 240;
    const PublicationStore publications(m_transaction);
    std::vector<qint64> numbers;
    for (const PublicItem &item : items)
        numbers.push_back(item.number);
    const auto inParts = publications.inParts(numbers);
    if (!inParts)
        return inParts.error();
    std::erase_if(numbers, [&inParts](qint64 number) { return inParts->contains(number); });
    const auto contents = publications.contents(numbers);
    if (!contents)
        return contents.error();
    const auto textOf = [&](const PublicItem &item) -> Result<QString> {
        if (!inParts->contains(item.number))
            return readableText(item, contents->at(item.number)); // live: one transaction sees one moment
        auto part = publications.partAround(item, query);
        return part ? Result<QString>(part->value_or(QString())) : part.error();
    };

    std::vector<std::vector<portal::ExcerptPart>> list;
    for (const PublicItem &item : items) {
        const auto text = textOf(item);
        if (!text)
            return text.error();
        std::vector<portal::ExcerptPart> parts;
        for (ExcerptPiece &piece : excerpt(*text, query, length))
            parts.push_back({.text = std::move(piece.text), .match = piece.isMatch});
        list.push_back(std::move(parts));
    }
    return list;
}

QString SiteReader::beginningOf(const PublicItem &item) const
{
    QString text;
    if (const auto list = excerpts({item}, SearchQuery())) {
        for (const portal::ExcerptPart &part : list->front())
            text += part.text;
    }
    return text;
}

Result<portal::SearchPage> SiteReader::searchPage(const QString &query, int number)
{
    constexpr qsizetype longestQuery = 200;
    portal::SearchPage page;
    page.frame = frame({.language = m_language, .place = SearchAddress()}, {});
    auto clean = cleanText(query, Lines::Single, longestQuery, u"search.query"_s);
    page.tooLong = !clean && clean.error().code == ErrorCode::TooLarge;
    page.failed = !clean;
    if (page.tooLong) // to be shortened where it stands, not typed anew
        page.query =
            cleanText(query.left(10 * longestQuery), Lines::Single, 10 * longestQuery, u"search.query"_s).valueOr({});
    if (!clean || clean->isEmpty())
        return page;
    page.query = *clean;
    const SearchQuery wanted = searchQuery(page.query);
    const PublicationStore publications(m_transaction);
    const QString asked = "?q="_L1 + QString::fromLatin1(page.query.toUtf8().toPercentEncoding());
    page.frame.otherLanguagePath += asked;
    const auto found =
        publications.search(wanted, qint64(number - 1) * m_settings.itemsPerPage, int(m_settings.itemsPerPage));
    if (!found)
        return found.error();
    // Who has read a thousand asks otherwise; only robots want what lies further back.
    constexpr qint64 mostFound = 1000;
    static_assert(mostFound < SearchIndex::mostRanked);
    page.found = std::min(found->count, mostFound);
    page.foundMore = found->count > page.found;
    const int last = pagesOf(page.found, m_settings.itemsPerPage);
    if (number > last)
        return Error{ErrorCode::NotFound, u"search"_s, u"page after the last"_s};
    page.frame.changed = lastChange(found->items);
    auto around = excerpts(found->items, wanted);
    if (!around)
        return around.error();
    auto items = summaries(found->items);
    for (std::size_t i = 0; i < items.size(); ++i)
        page.hits.push_back({.item = std::move(items[i]), .excerpt = std::move(around->at(i))});
    const QString firstPath = m_models->pathOf(SearchAddress()) + asked;
    page.pager = {.current = number, .last = last, .firstPath = firstPath, .pathPrefix = firstPath + "&trang="_L1};
    return page;
}

Result<SiteAddress> SiteReader::canonical(const ItemAddress &address, Words words)
{
    auto item = PublicationStore(m_transaction).find(address.number);
    if (!item)
        return item.error();
    if (words == Words::TheItems && item->slug != address.words)
        return Error{ErrorCode::NotFound, u"item"_s, {}};
    if (item->takenDownAt)
        return Error{ErrorCode::Gone, u"item"_s, {}};
    const Section *section = m_models->findSection(item->section);
    ItemAddress right = address;
    right.section = section ? section->slug : u"tin"_s;
    right.words = item->slug;
    return SiteAddress{.language = m_language, .place = right};
}

portal::FindSources SiteReader::findSources() const
{
    return [this](const QString &media) -> std::optional<document::PictureSources> {
        const auto id = MediaId::fromText(media);
        const auto found = id ? picture(*id, {}) : std::nullopt;
        if (!found || found->jpeg.empty())
            return std::nullopt;
        return portal::sourcesOf(*found);
    };
}

Result<portal::ItemPage> SiteReader::itemPage(const ItemAddress &address)
{
    const PublicationStore publications(m_transaction);
    auto item = publications.find(address.number);
    if (!item)
        return item.error();
    auto content = publications.content(*item);
    if (!content)
        return content.error();
    auto body = portal::bodyHtml(*content, findSources(), portal::tableWords(m_services.renderer.theme(), m_language));
    if (!body)
        return body.error();
    auto neighbours = publications.neighbours(*item);
    if (!neighbours)
        return neighbours.error();
    auto related = publications.newest(item->section, std::nullopt, relatedItems + 1);
    if (!related)
        return related.error();
    std::erase_if(*related, [&](const PublicItem &other) { return other.number == item->number; });
    related->resize(std::min<std::size_t>(related->size(), relatedItems));

    auto corrections = publications.corrections(*item, *content);
    if (!corrections)
        return corrections.error();

    portal::ItemPage page =
        m_models->itemPage(*item, *content, *body,
                           {.views = m_services.visits.views(item->number),
                            .corrections = *std::move(corrections),
                            .picture = item->picture ? picture(*item->picture, altOf(*item, *content)) : std::nullopt,
                            .older = neighbours->first,
                            .newer = neighbours->second},
                           m_now);
    fillFrame(page.frame);
    page.related = summaries(*related);
    return page;
}

Result<portal::NoticePage> SiteReader::noticePage(portal::NoticeKind kind, const SiteAddress &address)
{
    auto newest = PublicationStore(m_transaction).newest(std::nullopt, std::nullopt, relatedItems);
    if (!newest)
        return newest.error();
    portal::NoticePage page;
    page.frame = frame({.language = m_language, .place = UnknownAddress()}, {});
    page.frame.changed = lastChange(*newest);
    page.kind = kind;
    page.latest = summaries(*newest);
    if (const auto *asked = std::get_if<ItemAddress>(&address.place); asked && kind == portal::NoticeKind::Gone) {
        auto item = PublicationStore(m_transaction).find(asked->number);
        if (!item)
            return item.error();
        page.frame.path = m_models->itemPath(*item);
        if (item->takenDownAt)
            page.removed =
                portal::RemovedItem{.title = item->title, .published = item->firstAt, .removed = *item->takenDownAt};
    }
    return page;
}

Result<portal::SitemapPage> SiteReader::sitemapPage()
{
    portal::SitemapPage page;
    page.frame = frame({.language = m_language, .place = SitemapPageAddress()}, {});
    for (const Section &section : m_models->sections()) {
        auto newest = PublicationStore(m_transaction).newest(section.id, std::nullopt, itemsPerBlock);
        if (!newest)
            return newest.error();
        page.frame.changed = std::max(page.frame.changed, lastChange(*newest));
        portal::SitemapGroup group{.link = m_models->linkTo(section),
                                   .feedPath = m_models->pathOf(FeedAddress{.section = section.slug}),
                                   .children = {}};
        for (const PublicItem &item : *newest)
            group.children.push_back({.title = item.title, .path = m_models->itemPath(item)});
        page.groups.push_back(std::move(group));
    }
    auto links = registerLinks();
    if (!links)
        return links.error();
    for (const portal::Link &link : *links)
        page.groups.push_back({.link = link, .feedPath = {}, .children = {}});
    for (portal::SitemapGroup &group : pageGroups())
        page.groups.push_back(std::move(group));
    return page;
}

Result<portal::Feed> SiteReader::feed(const FeedAddress &address)
{
    const Section *section = address.section.isEmpty() ? nullptr : m_models->findSection(address.section);
    if (!address.section.isEmpty() && !section)
        return Error{ErrorCode::NotFound, u"section"_s, address.section};
    auto items =
        PublicationStore(m_transaction)
            .newest(section ? std::optional(section->id) : std::nullopt, std::nullopt, int(m_settings.feedItems));
    if (!items)
        return items.error();
    // An item is Vietnamese whoever asks: its one address, which a reader of feeds keeps.
    std::vector<portal::ItemSummary> list = summaries(*items);
    for (std::size_t i = 0; i < list.size(); ++i) {
        list[i].path =
            path({.language = Language::Vietnamese, .place = m_models->addressOf((*items)[i], ItemView::Page)});
        if (list[i].lead.isEmpty())
            list[i].lead = beginningOf((*items)[i]);
    }
    return portal::Feed{.title = section ? m_models->nameOf(*section) : QString(),
                        .description = section ? m_models->nameOf(*section) : m_models->site().name,
                        .path = section ? m_models->linkTo(*section).path : m_models->pathOf(FrontAddress()),
                        .feedPath = m_models->pathOf(address),
                        .built = lastChange(*items),
                        .items = std::move(list)};
}

Result<int> SiteReader::sitemapParts()
{
    auto count = PublicationStore(m_transaction).count(std::nullopt);
    if (!count)
        return count.error();
    return int(std::max<qint64>(1, (*count + mapPart - 1) / mapPart));
}

Result<std::vector<portal::SitemapEntry>> SiteReader::sitemapEntries(int part)
{
    auto items = PublicationStore(m_transaction).newestPage(std::nullopt, qint64(part - 1) * mapPart, mapPart);
    if (!items)
        return items.error();
    std::vector<portal::SitemapEntry> entries;
    if (part == 1) {
        entries.push_back({.path = m_models->pathOf(FrontAddress()), .modified = lastChange(*items)});
        for (const Section &section : m_models->sections()) {
            std::optional<Instant> changed;
            for (const PublicItem &item : *items) {
                if (item.section == section.id)
                    changed = std::max(changed, std::optional(item.at));
            }
            entries.push_back({.path = m_models->linkTo(section).path, .modified = changed});
        }
        auto links = registerLinks();
        if (!links)
            return links.error();
        for (const portal::Link &link : *links)
            entries.push_back({.path = link.path, .modified = {}});
        for (portal::SitemapEntry &entry : pageEntries())
            entries.push_back(std::move(entry));
    }
    for (const PublicItem &item : *items)
        entries.push_back({.path = m_models->itemPath(item), .modified = item.at});
    if (entries.empty())
        return Error{ErrorCode::NotFound, u"sitemap"_s, {}};
    return entries;
}

} // namespace toasoan
