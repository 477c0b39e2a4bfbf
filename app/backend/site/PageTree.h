// The fixed pages that readers have, and how they stand under each other: what the menu of every page needs of them,
// without their texts. Immutable, shared by threads.
#pragma once

#include "domain/registers/FixedPageEntry.h"
#include "storage/EntryStore.h"

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace toasoan {

struct PageNode
{
    RecordId id;
    FixedPageEntry says;
    Instant changed; ///< when this version was published
    const PageNode *parent = nullptr; ///< null too where the one it names is not public
    std::vector<const PageNode *> children = {};
};

class PageTree
{
public:
    PageTree() = default;
    /// Rows of what readers have, in their order. A page that would stand under itself stands by itself.
    explicit PageTree(const std::vector<EntryRow> &rows);
    Q_DISABLE_COPY_MOVE(PageTree)

    [[nodiscard]] const std::vector<PageNode> &pages() const { return m_pages; }
    /// Null if none has this address; of two the first.
    [[nodiscard]] const PageNode *at(const QString &address) const;
    /// The same in the other language, where readers have it: of a Vietnamese page the one it names, of an English one
    /// the one that names it. Null if there is none.
    [[nodiscard]] const PageNode *twinOf(const PageNode &page) const;

private:
    [[nodiscard]] PageNode *find(const std::optional<RecordId> &id);
    [[nodiscard]] const PageNode *find(const std::optional<RecordId> &id) const;

    std::vector<PageNode> m_pages;
};

/// Keeps the last one, until a page changes: one short query for each page of the portal that is made.
class PageTrees
{
public:
    [[nodiscard]] Result<std::shared_ptr<const PageTree>> read(Transaction &transaction);

private:
    std::mutex m_mutex;
    qint64 m_sequence = -1; ///< of the newest change of a page then
    std::shared_ptr<const PageTree> m_tree;
};

} // namespace toasoan
