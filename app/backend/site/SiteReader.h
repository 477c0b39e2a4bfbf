// Fills the portal's page models from the database: one reader for one page, in one reading transaction.
#pragma once

#include "backend/Services.h"
#include "backend/site/PageTree.h"
#include "domain/Media.h"
#include "domain/Register.h"
#include "domain/registers/PortalSettings.h"
#include "portal/Feeds.h"
#include "portal/PageModels.h"
#include "storage/PublicationStore.h"

#include <map>

namespace toasoan {

class SiteReader
{
public:
    SiteReader(Transaction &transaction, Services &services, Language language);

    /// Reads what every page needs. The other functions need it first.
    [[nodiscard]] Result<void> open();
    [[nodiscard]] const portal::Site &site() const { return m_models->site(); }

    [[nodiscard]] Result<portal::FrontPage> frontPage();
    /// NotFound "section" for an unknown one or a page after the last.
    [[nodiscard]] Result<portal::SectionPage> sectionPage(const SectionAddress &address);
    /// The register whose face has this address. NotFound "section" where none has.
    [[nodiscard]] Result<Register> registerAt(const QString &address) const;
    /// Its list. NotFound "section" for a page after the last.
    [[nodiscard]] Result<portal::EntriesPage> entriesPage(const Register &described, const SectionAddress &address);
    /// Who of it is in office today; one page.
    [[nodiscard]] Result<portal::LeadersPage> leadersPage(const Register &described, const SectionAddress &address);
    /// Where the fixed page of this address is read in the reader's language, which may be elsewhere. NotFound "page"
    /// if readers have none, Gone "page" if it was taken down.
    [[nodiscard]] Result<SiteAddress> canonical(const SectionAddress &address) const;
    /// The one that is read at that address. NotFound "page".
    [[nodiscard]] Result<portal::FixedPage> fixedPage(const SectionAddress &address);
    [[nodiscard]] Result<portal::SearchPage> searchPage(const QString &query, int page);
    /// NotFound "item" for a number that was never given, Gone "item" for one that was taken down.
    [[nodiscard]] Result<portal::ItemPage> itemPage(const ItemAddress &address);
    /// Which words before its number lead to an item.
    enum class Words
    {
        Any, ///< the number is whole
        TheItems, ///< the number may be the beginning of another's
    };
    /// The canonical address of an item that is public. NotFound "item" if there is none of this number, or its words
    /// are others and count; Gone "item" if it was taken down.
    [[nodiscard]] Result<SiteAddress> canonical(const ItemAddress &address, Words words);
    /// Of an item that was taken down it says what it was; any other is the same whatever was asked for.
    [[nodiscard]] Result<portal::NoticePage> noticePage(portal::NoticeKind kind, const SiteAddress &address);
    [[nodiscard]] Result<portal::SitemapPage> sitemapPage();
    [[nodiscard]] Result<portal::Feed> feed(const FeedAddress &address);
    /// The sitemap's addresses of one part; NotFound "sitemap" after the last.
    [[nodiscard]] Result<std::vector<portal::SitemapEntry>> sitemapEntries(int part);
    [[nodiscard]] Result<int> sitemapParts();

private:
    [[nodiscard]] portal::Frame frame(const SiteAddress &address, const QString &menuPath);
    void fillFrame(portal::Frame &frame);
    [[nodiscard]] std::optional<portal::Picture> picture(MediaId media, const QString &alt) const;
    /// Reads the facts of all their pictures at once.
    void readPictures(const std::vector<PublicItem> &items) const;
    [[nodiscard]] portal::ItemSummary summary(const PublicItem &item) const;
    [[nodiscard]] std::vector<portal::ItemSummary> summaries(const std::vector<PublicItem> &items) const;
    /// Says what the picture of `item`, which stands for a whole page elsewhere, shows.
    void describePicture(portal::ItemSummary &shown, const PublicItem &item) const;
    [[nodiscard]] std::vector<portal::ItemSummary> mostRead();
    /// The links that are shown today, by their groups.
    [[nodiscard]] Result<std::vector<portal::LinkGroup>> linkGroups() const;
    [[nodiscard]] QDate today() const;
    /// The pages of registers that readers have something of.
    [[nodiscard]] Result<std::vector<portal::Link>> registerLinks() const;
    [[nodiscard]] portal::Link linkTo(const PageNode &page) const;
    [[nodiscard]] static SiteAddress addressOf(const PageNode &page);
    [[nodiscard]] std::vector<const PageNode *> shownOf(const std::vector<const PageNode *> &pages) const;
    [[nodiscard]] std::vector<portal::MenuEntry> pageMenu() const;
    [[nodiscard]] std::vector<portal::SitemapGroup> pageGroups() const;
    [[nodiscard]] std::vector<portal::SitemapEntry> pageEntries() const;
    [[nodiscard]] Result<bool> wasFixedPage(const QString &address) const;
    /// The files of pictures in a body.
    [[nodiscard]] portal::FindSources findSources() const;
    /// How its text begins, in some lines; empty if it cannot be read.
    [[nodiscard]] QString beginningOf(const PublicItem &item) const;
    /// Of each item, in their order, what stands around the terms of the query in its text.
    [[nodiscard]] Result<std::vector<std::vector<portal::ExcerptPart>>> excerpts(const std::vector<PublicItem> &items,
                                                                                 const SearchQuery &query) const;
    [[nodiscard]] Result<QString> readableText(const PublicItem &item, const Content &content) const;

    Transaction &m_transaction;
    Services &m_services;
    Language m_language;
    Instant m_now;
    mutable std::map<MediaId, std::optional<Media>> m_media; ///< that were asked for
    std::optional<portal::PageModels> m_models; ///< once open
    PortalSettings m_settings; ///< once open
    std::shared_ptr<const PageTree> m_pages; ///< the fixed ones, once open
};

} // namespace toasoan
