#include "backend/site/PageTree.h"

#include "storage/ChangeStore.h"

#include <algorithm>

namespace toasoan {

namespace {

constexpr int mostPages = 2000;

bool isUnder(const PageNode *page, const PageNode &above)
{
    while (page && page != &above)
        page = page->parent;
    return page != nullptr;
}

} // namespace

PageTree::PageTree(const std::vector<EntryRow> &rows)
{
    m_pages.reserve(rows.size());
    for (const EntryRow &row : rows)
        m_pages.push_back({.id = row.id, .says = readEntry<FixedPageEntry>(row.content), .changed = row.updatedAt});
    // Published one by one, pages can come to name each other: the last of a ring stands by itself.
    for (PageNode &page : m_pages) {
        PageNode *parent = find(page.says.parent);
        if (!parent || isUnder(parent, page))
            continue;
        page.parent = parent;
        parent->children.push_back(&page);
    }
}

PageNode *PageTree::find(const std::optional<RecordId> &id)
{
    const auto found = std::ranges::find_if(m_pages, [&](const PageNode &page) { return page.id == id; });
    return found == m_pages.end() ? nullptr : &*found;
}

const PageNode *PageTree::find(const std::optional<RecordId> &id) const
{
    const auto found = std::ranges::find_if(m_pages, [&](const PageNode &page) { return page.id == id; });
    return found == m_pages.end() ? nullptr : &*found;
}

const PageNode *PageTree::at(const QString &address) const
{
    const auto found =
        std::ranges::find_if(m_pages, [&](const PageNode &page) { return page.says.address == address; });
    return found == m_pages.end() ? nullptr : &*found;
}

const PageNode *PageTree::twinOf(const PageNode &page) const
{
    if (!page.says.isEnglish) {
        const PageNode *twin = find(page.says.twin);
        return twin && twin->says.isEnglish ? twin : nullptr;
    }
    const auto found = std::ranges::find_if(
        m_pages, [&](const PageNode &other) { return !other.says.isEnglish && other.says.twin == page.id; });
    return found == m_pages.end() ? nullptr : &*found;
}

Result<std::shared_ptr<const PageTree>> PageTrees::read(Transaction &transaction)
{
    const Noun noun(QString::fromLatin1(FixedPageEntry::noun));
    const auto sequence = ChangeStore(transaction).newestOf(noun);
    if (!sequence)
        return sequence.error();
    {
        const std::lock_guard lock(m_mutex);
        if (m_tree && m_sequence == *sequence)
            return m_tree;
    }
    EntryStore entries(transaction);
    auto projection = entries.readable(noun, Face::Public);
    if (!projection)
        return projection.error();
    if (!*projection) // not kept: it is being filled, which is no change
        return std::make_shared<const PageTree>();
    const auto rows = entries.list(**projection, {}, mostPages, 0);
    if (!rows)
        return rows.error();
    auto tree = std::make_shared<const PageTree>(*rows);
    const std::lock_guard lock(m_mutex);
    m_tree = tree;
    m_sequence = *sequence;
    return tree;
}

} // namespace toasoan
