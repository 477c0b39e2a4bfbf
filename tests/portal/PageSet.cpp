#include "portal/PageSet.h"

#include "portal/SamplePages.h"

namespace toasoan::portal {

Pages samplePages(Language language)
{
    return {sampleSite(language),
            sampleFrontPage(),
            sampleSectionPage(),
            sampleItemPage(),
            sampleSearchPage(),
            {.frame = sampleFrame(QStringLiteral("/da-go")),
             .kind = NoticeKind::Gone,
             .notice = QStringLiteral("Gỡ để kiểm tra số liệu."),
             .latest = sampleItems(),
             .removed = RemovedItem{.title = QStringLiteral("Bài đã gỡ theo Quyết định 959/QĐ-UBND"),
                                    .published = sampleInstant,
                                    .removed = sampleInstant + std::chrono::hours(70)}},
            sampleFixedPage(),
            sampleSitemapPage(),
            sampleEntriesPage(),
            sampleLeadersPage()};
}

Pages barePages(Language language)
{
    Pages pages;
    pages.site.language = language;
    pages.site.name = QStringLiteral("Cổng mới");
    pages.site.baseUrl = QStringLiteral("http://127.0.0.1:8080");
    pages.item.title = QStringLiteral("Bài");
    pages.section.title = QStringLiteral("Mục");
    pages.fixed.title = QStringLiteral("Trang");
    pages.entries.title = pages.leaders.title = QStringLiteral("Danh mục");
    for (Frame *frame :
         {&pages.front.frame, &pages.section.frame, &pages.item.frame, &pages.search.frame, &pages.notice.frame,
          &pages.fixed.frame, &pages.sitemap.frame, &pages.entries.frame, &pages.leaders.frame})
        frame->path = QStringLiteral("/x");
    return pages;
}

namespace {

void poison(PictureFile &, const QString &);
void poison(Picture &, const QString &);
void poison(ItemSummary &, const QString &);
void poison(DocumentSummary &, const QString &);
void poison(MenuEntry &, const QString &);
void poison(ServiceLink &, const QString &);
void poison(Byline &, const QString &);
void poison(CorrectionNotice &, const QString &);
void poison(ReaderComment &, const QString &);
void poison(SectionBlock &, const QString &);
void poison(ExcerptPart &, const QString &);
void poison(SearchHit &, const QString &);
void poison(SitemapGroup &, const QString &);
void poison(Pager &, const QString &);
void poison(Frame &, const QString &);
void poison(Site &, const QString &);
void poison(RemovedItem &, const QString &);
void poison(LinkGroup &, const QString &);
void poison(EntryCell &, const QString &);
void poison(EntryRow &, const QString &);
void poison(Leader &, const QString &);
void poison(LeaderGroup &, const QString &);
void poison(QString &text, const QString &with)
{
    text = with;
}
void poison(Link &link, const QString &with)
{
    poison(link.title, with);
    poison(link.path, with);
}
template <typename T>
void poison(std::vector<T> &list, const QString &with)
{
    for (T &one : list)
        poison(one, with);
}
void poison(PictureFile &file, const QString &with)
{
    poison(file.path, with);
}
void poison(Picture &picture, const QString &with)
{
    poison(picture.alt, with);
    poison(picture.webp, with);
    poison(picture.jpeg, with);
}
template <typename T>
void poison(std::optional<T> &value, const QString &with)
{
    if (value)
        poison(*value, with);
}
template <typename... Members>
void poisonAll(const QString &with, Members &...members)
{
    (poison(members, with), ...);
}
void poison(ItemSummary &item, const QString &with)
{
    poisonAll(with, item.path, item.title, item.lead, item.section, item.genre, item.picture);
}
void poison(DocumentSummary &document, const QString &with)
{
    poisonAll(with, document.path, document.number, document.subject);
}
void poison(MenuEntry &entry, const QString &with)
{
    poisonAll(with, entry.title, entry.path, entry.children);
}
void poison(ServiceLink &service, const QString &with)
{
    poisonAll(with, service.title, service.note, service.path);
}
void poison(Byline &byline, const QString &with)
{
    poisonAll(with, byline.name, byline.role);
}
void poison(CorrectionNotice &notice, const QString &with)
{
    poison(notice.text, with);
}
void poison(RemovedItem &item, const QString &with)
{
    poison(item.title, with);
}
void poison(ReaderComment &comment, const QString &with)
{
    poisonAll(with, comment.author, comment.text);
}
void poison(SectionBlock &block, const QString &with)
{
    poisonAll(with, block.section, block.feedPath, block.items);
}
void poison(ExcerptPart &part, const QString &with)
{
    poison(part.text, with);
}
void poison(SearchHit &hit, const QString &with)
{
    poisonAll(with, hit.item, hit.excerpt);
}
void poison(SitemapGroup &group, const QString &with)
{
    poisonAll(with, group.link, group.feedPath, group.children);
}
void poison(LinkGroup &group, const QString &with)
{
    poisonAll(with, group.title, group.links);
}
void poison(EntryCell &cell, const QString &with)
{
    poisonAll(with, cell.label, cell.text, cell.path);
}
void poison(EntryRow &row, const QString &with)
{
    poisonAll(with, row.title, row.cells);
}
void poison(Leader &leader, const QString &with)
{
    poisonAll(with, leader.name, leader.post, leader.duties, leader.telephone, leader.email, leader.biography,
              leader.picture);
}
void poison(LeaderGroup &group, const QString &with)
{
    poisonAll(with, group.title, group.leaders);
}
void poison(Pager &pager, const QString &with)
{
    poisonAll(with, pager.firstPath, pager.pathPrefix);
}
void poison(Frame &frame, const QString &with)
{
    poisonAll(with, frame.path, frame.otherLanguagePath, frame.originalPath, frame.menuPath, frame.mostRead,
              frame.documents, frame.documentsPath);
}
void poison(Site &site, const QString &with)
{
    poisonAll(with, site.baseUrl, site.name, site.parentName, site.kindName, site.placeName, site.agency,
              site.description, site.emblemPath, site.responsible, site.responsiblePost, site.address, site.telephone,
              site.email, site.licence, site.homePath, site.searchPath, site.sitemapPath, site.feedPath,
              site.otherLanguageHomePath, site.menu, site.services, site.footerLinks);
}

} // namespace

void poison(Pages &pages, const QString &with)
{
    FrontPage &front = pages.front;
    poisonAll(with, pages.site, front.frame, front.featured, front.latest, front.notices, front.noticesPath,
              front.sections, front.links);
    SectionPage &section = pages.section;
    poisonAll(with, section.frame, section.title, section.description, section.feedPath, section.parents,
              section.children, section.items, section.pager);
    ItemPage &item = pages.item;
    item.readerComments = {{with, sampleInstant, with}};
    poisonAll(with, item.frame, item.title, item.subtitle, item.lead, item.breadcrumbs, item.genre, item.feedPath,
              item.bylines, item.source, item.sourcePath, item.tags, item.corrections, item.readerComments,
              item.picture, item.printPath, item.savePath, item.related, item.previous, item.next);
    SearchPage &search = pages.search;
    poisonAll(with, search.frame, search.query, search.hits, search.pager);
    poisonAll(with, pages.notice.frame, pages.notice.notice, pages.notice.latest, pages.notice.removed);
    poisonAll(with, pages.fixed.frame, pages.fixed.title, pages.fixed.lead, pages.fixed.breadcrumbs, pages.fixed.around,
              pages.fixed.sisters, pages.fixed.children);
    poisonAll(with, pages.sitemap.frame, pages.sitemap.groups);
    EntriesPage &entries = pages.entries;
    poisonAll(with, entries.frame, entries.title, entries.description, entries.rows, entries.pager);
    LeadersPage &leaders = pages.leaders;
    poisonAll(with, leaders.frame, leaders.title, leaders.description, leaders.groups);
}

} // namespace toasoan::portal
