// A document's JSON as the texts of its top-level blocks: the page sends the blocks that changed, not the document.
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace toasoan {

class DocumentBlocks
{
public:
    /// Splits a document: {"type":"doc","content":[…]}. InvalidInput if it does not read as one. What the blocks hold
    /// is checked by the page against the schema.
    [[nodiscard]] static Result<DocumentBlocks> fromJson(const QByteArray &json);

    /// The blocks put together; as canonical as they are.
    [[nodiscard]] QByteArray json() const;

    /// `removed` blocks from `from` on become `blocks`. InvalidInput, and no change, if there are not that many.
    [[nodiscard]] Result<void> replace(int from, int removed, const QStringList &blocks);

    [[nodiscard]] int count() const { return static_cast<int>(m_blocks.size()); }

private:
    std::vector<QByteArray> m_blocks;
};

} // namespace toasoan
