#include "document/Diff.h"

#include "document/Alignment.h"
#include "document/Schema.h"

namespace toasoan::document {

namespace {

using namespace Qt::StringLiterals;

const QString pilcrow = u"¶"_s;

QList<AttributeChange> attributeChangesOf(const QString &typeBefore, const Attributes &before, const QString &typeAfter,
                                          const Attributes &after)
{
    QList<AttributeChange> changes;
    if (typeBefore != typeAfter)
        changes.append({u"type"_s, AttributeValue(typeBefore), AttributeValue(typeAfter)});
    const AttributeSpecs &specs = Schema::body().findNodeType(typeAfter)->attributes;
    const AttributeSpecs &specsBefore = Schema::body().findNodeType(typeBefore)->attributes;
    for (auto spec = specs.begin(); spec != specs.end(); ++spec) {
        if (!specsBefore.contains(spec.key()))
            continue;
        const AttributeValue from = before.value(spec.key(), spec->defaultValue);
        const AttributeValue to = after.value(spec.key(), spec->defaultValue);
        if (from != to)
            changes.append({spec.key(), from, to});
    }
    return changes;
}

/// A block of text or a leaf with its place: containers by number, outermost first.
struct PlacedDiff
{
    DiffBlock block;
    std::vector<int> path;
};

class Differ
{
public:
    Differ(Flat before, Flat after) : m_before(std::move(before)), m_after(std::move(after))
    {
        TokenKeys keys;
        const auto beforeKeys = keys.keysOf(m_before);
        const auto afterKeys = keys.keysOf(m_after);
        m_alignment = alignTokens(m_before, beforeKeys, m_after, afterKeys);
        numberContainers();
        walk();
    }

    [[nodiscard]] DiffBlock tree()
    {
        m_open.push_back(
            {-1,
             {.type = Schema::body().topNode(), .attributes = {}, .attributeChanges = {}, .children = {}, .runs = {}}});
        for (PlacedDiff &placed : m_blocks)
            add(std::move(placed));
        while (m_open.size() > 1)
            close();
        DiffBlock root = std::move(m_open.front().block);
        const bool isSame =
            std::ranges::all_of(root.children, [](const DiffBlock &block) { return block.change == Change::Same; });
        root.change = isSame ? Change::Same : Change::Changed;
        return root;
    }

    [[nodiscard]] QList<DiffRun> runs() const
    {
        return m_blocks.empty() ? QList<DiffRun>() : m_blocks.front().block.runs;
    }

private:
    // ---- words ---------------------------------------------------------------------------------------------------

    void walk()
    {
        int before = 0;
        int after = 0;
        for (const Hunk &hunk : hunksOf(m_alignment)) {
            walkPartners(before, hunk.aBegin, after);
            walkHunk(hunk);
            before = hunk.aEnd;
            after = hunk.bEnd;
        }
        walkPartners(before, m_before.size(), after);
    }

    void walkPartners(int begin, int end, int after)
    {
        for (int i = begin; i < end; ++i, ++after) {
            const Token &old = m_before.token(i);
            const Token &now = m_after.token(after);
            if (!now.closesBlock()) {
                addWord(old, now);
                continue;
            }
            const FlatBlock &oldBlock = m_before.block(old.block);
            const FlatBlock &nowBlock = m_after.block(now.block);
            auto changes = attributeChangesOf(oldBlock.type, oldBlock.attributes, nowBlock.type, nowBlock.attributes);
            const QString oldPlace = placeOf(m_before, oldBlock);
            const QString nowPlace = placeOf(m_after, nowBlock);
            if (oldPlace != nowPlace)
                changes.append({u"container"_s, AttributeValue(oldPlace), AttributeValue(nowPlace)});
            const bool isSame = changes.isEmpty()
                && std::ranges::all_of(m_runs, [](const DiffRun &run) { return run.change == Change::Same; });
            closeBlock({.change = isSame ? Change::Same : Change::Changed,
                        .type = nowBlock.type,
                        .attributes = nowBlock.attributes,
                        .attributeChanges = changes,
                        .children = {},
                        .runs = {}},
                       afterPath(nowBlock));
        }
    }

    // The lists, quotes … around a block, outermost first. A list that became another kind of list is told by itself.
    [[nodiscard]] static QString placeOf(const Flat &flat, const FlatBlock &block)
    {
        QStringList types;
        for (const int container : block.path) {
            QString type = flat.container(container).type;
            if (type == "listItem"_L1 || type == "tableRow"_L1)
                continue;
            if (type == "orderedList"_L1)
                type = u"bulletList"_s;
            else if (type == "tableHeader"_L1)
                type = u"tableCell"_s;
            types.append(type);
        }
        return types.join(u" › "_s);
    }

    void addWord(const Token &old, const Token &now)
    {
        addKept(old.word, now.word);
        if (old.space == now.space || (!old.space.text.isEmpty() && !now.space.text.isEmpty())) {
            addKept(old.space, now.space);
        } else {
            addText(Change::Deleted, old.space);
            addText(Change::Inserted, now.space);
        }
    }

    // Whole blocks first, the old before the new; then the words that went and came inside a block.
    void walkHunk(const Hunk &hunk)
    {
        const bool betweenBlocks = m_before.isBlockStart(hunk.aBegin) && m_after.isBlockStart(hunk.bBegin);
        const int oldWhole = betweenBlocks ? behindLastBlock(m_before, hunk.aBegin, hunk.aEnd) : hunk.aBegin;
        const int newWhole = betweenBlocks ? behindLastBlock(m_after, hunk.bBegin, hunk.bEnd) : hunk.bBegin;
        deleteBlocks(hunk.aBegin, oldWhole);
        insert(hunk.bBegin, newWhole);
        deleteInside(oldWhole, hunk.aEnd);
        insert(newWhole, hunk.bEnd);
    }

    static int behindLastBlock(const Flat &flat, int begin, int end)
    {
        while (end > begin && !flat.token(end - 1).closesBlock())
            --end;
        return end;
    }

    void deleteBlocks(int begin, int end)
    {
        for (int i = begin; i < end; ++i) {
            const Token &token = m_before.token(i);
            if (!token.closesBlock()) {
                addToken(Change::Deleted, token);
                continue;
            }
            const FlatBlock &block = m_before.block(token.block);
            m_blocks.push_back({{.change = Change::Deleted,
                                 .type = block.type,
                                 .attributes = block.attributes,
                                 .attributeChanges = {},
                                 .children = {},
                                 .runs = std::exchange(m_runs, {})},
                                beforePath(block)});
        }
    }

    // Words that went from inside a block. The first End that went with them is shown as a mark; whole blocks behind
    // it are shown behind the block that goes on.
    void deleteInside(int begin, int end)
    {
        int firstEnd = begin;
        while (firstEnd < end && !m_before.token(firstEnd).closesBlock())
            ++firstEnd;
        for (int i = begin; i < firstEnd; ++i)
            addToken(Change::Deleted, m_before.token(i));
        if (firstEnd == end)
            return;
        if (m_before.token(firstEnd).kind == TokenKind::End)
            addRun(Change::Deleted, pilcrow, {});
        const int wholeBegin = m_before.token(firstEnd).kind == TokenKind::End ? firstEnd + 1 : firstEnd;
        const int wholeEnd = behindLastBlock(m_before, wholeBegin, end);
        if (wholeEnd > wholeBegin)
            m_deferred.push_back({wholeBegin, wholeEnd});
        for (int i = wholeEnd; i < end; ++i)
            addToken(Change::Deleted, m_before.token(i));
    }

    void insert(int begin, int end)
    {
        for (int i = begin; i < end; ++i) {
            const Token &token = m_after.token(i);
            if (!token.closesBlock()) {
                addToken(Change::Inserted, token);
                continue;
            }
            const bool isNew =
                std::ranges::all_of(m_runs, [](const DiffRun &run) { return run.change == Change::Inserted; });
            if (!isNew)
                addRun(Change::Inserted, pilcrow, {});
            const FlatBlock &block = m_after.block(token.block);
            closeBlock({.change = isNew ? Change::Inserted : Change::Changed,
                        .type = block.type,
                        .attributes = block.attributes,
                        .attributeChanges = {},
                        .children = {},
                        .runs = {}},
                       afterPath(block));
        }
    }

    void addToken(Change change, const Token &token)
    {
        addText(change, token.word);
        addText(change, token.space);
    }
    // The same signs, with other marks perhaps.
    void addKept(const StyledText &old, const StyledText &now)
    {
        if (old == now) {
            addText(Change::Same, now);
            return;
        }
        qsizetype at = 0;
        for (const StyledText::Stretch &stretch : now.stretches) {
            const qsizetype end = at + stretch.length;
            while (at < end) {
                const auto &[marks, until] = marksAt(old, at);
                const qsizetype to = std::min(end, until);
                addRun(Change::Changed, now.text.sliced(at, to - at), stretch.marks, marks);
                at = to;
            }
        }
    }
    // And where they end; behind the text the last ones, without an end.
    static std::pair<Marks, qsizetype> marksAt(const StyledText &text, qsizetype at)
    {
        qsizetype end = 0;
        for (const StyledText::Stretch &stretch : text.stretches) {
            end += stretch.length;
            if (at < end)
                return {stretch.marks, end};
        }
        return {text.stretches.empty() ? Marks() : text.stretches.back().marks, std::numeric_limits<qsizetype>::max()};
    }
    void addText(Change change, const StyledText &text)
    {
        qsizetype at = 0;
        for (const StyledText::Stretch &stretch : text.stretches) {
            addRun(change, text.text.sliced(at, stretch.length), stretch.marks);
            at += stretch.length;
        }
    }
    void addRun(Change change, const QString &text, const Marks &marks, const Marks &before = {})
    {
        const bool continues = !m_runs.isEmpty() && m_runs.last().change == change && m_runs.last().marks == marks
            && m_runs.last().marksBefore == before && m_runs.last().text != pilcrow && text != pilcrow;
        if (continues)
            m_runs.last().text += text;
        else
            m_runs.append({change, text, marks, before});
    }

    void closeBlock(DiffBlock block, const std::vector<int> &path)
    {
        block.runs = std::exchange(m_runs, {});
        m_blocks.push_back({std::move(block), path});
        for (const auto &[begin, end] : std::exchange(m_deferred, {}))
            deleteBlocks(begin, end);
    }

    // ---- containers ----------------------------------------------------------------------------------------------

    struct SharedContainer
    {
        int before = -1;
        int after = -1;
    };

    void numberContainers()
    {
        m_beforeIds.assign(m_before.containers.size(), -1);
        const auto toBefore = matchContainers(m_before, m_after, m_alignment);
        for (std::size_t i = 0; i < toBefore.size(); ++i) {
            m_containers.push_back({toBefore[i], static_cast<int>(i)});
            if (toBefore[i] >= 0)
                m_beforeIds[static_cast<std::size_t>(toBefore[i])] = static_cast<int>(i);
        }
        for (std::size_t i = 0; i < m_beforeIds.size(); ++i) {
            if (m_beforeIds[i] >= 0)
                continue;
            m_beforeIds[i] = static_cast<int>(m_containers.size());
            m_containers.push_back({static_cast<int>(i), -1});
        }
    }

    [[nodiscard]] static const std::vector<int> &afterPath(const FlatBlock &block) { return block.path; }
    [[nodiscard]] std::vector<int> beforePath(const FlatBlock &block) const
    {
        std::vector<int> path = block.path;
        for (int &container : path)
            container = m_beforeIds[static_cast<std::size_t>(container)];
        return path;
    }

    // ---- the tree ------------------------------------------------------------------------------------------------

    struct Open
    {
        int container;
        DiffBlock block;
    };

    void add(PlacedDiff placed)
    {
        std::size_t shared = 0;
        while (shared < placed.path.size() && shared + 1 < m_open.size()
               && m_open[shared + 1].container == placed.path[shared])
            ++shared;
        while (m_open.size() > shared + 1)
            close();
        for (std::size_t level = shared; level < placed.path.size(); ++level)
            m_open.push_back({placed.path[level], makeContainer(placed.path[level])});
        m_open.back().block.children.append(std::move(placed.block));
    }

    [[nodiscard]] DiffBlock makeContainer(int number) const
    {
        const SharedContainer &container = m_containers[static_cast<std::size_t>(number)];
        const Container &shown =
            container.after >= 0 ? m_after.container(container.after) : m_before.container(container.before);
        DiffBlock block{.change = Change::Same,
                        .type = shown.type,
                        .attributes = shown.attributes,
                        .attributeChanges = {},
                        .children = {},
                        .runs = {}};
        if (container.before >= 0 && container.after >= 0) {
            const Container &old = m_before.container(container.before);
            block.attributeChanges = attributeChangesOf(old.type, old.attributes, shown.type, shown.attributes);
        }
        return block;
    }

    void close()
    {
        auto [number, block] = std::move(m_open.back());
        m_open.pop_back();
        const SharedContainer &container = m_containers[static_cast<std::size_t>(number)];
        const auto all = [&](Change change) {
            return std::ranges::all_of(block.children, [&](const DiffBlock &child) { return child.change == change; });
        };
        if (container.before < 0)
            block.change = all(Change::Inserted) ? Change::Inserted : Change::Changed;
        else if (container.after < 0)
            block.change = all(Change::Deleted) ? Change::Deleted : Change::Changed;
        else
            block.change = all(Change::Same) && block.attributeChanges.isEmpty() ? Change::Same : Change::Changed;
        if (block.type == "figure"_L1)
            joinReplacedPicture(block);
        m_open.back().block.children.append(std::move(block));
    }

    // A picture that went and one that came in the same figure: the picture was replaced.
    static void joinReplacedPicture(DiffBlock &figure)
    {
        const auto find = [&](Change change) {
            return std::ranges::find_if(figure.children, [&](const DiffBlock &child) {
                return child.type == "figimage"_L1 && child.change == change;
            });
        };
        const auto old = find(Change::Deleted);
        const auto now = find(Change::Inserted);
        if (old == figure.children.end() || now == figure.children.end())
            return;
        now->change = Change::Changed;
        now->attributeChanges = attributeChangesOf(old->type, old->attributes, now->type, now->attributes);
        figure.children.erase(old);
    }

    Flat m_before;
    Flat m_after;
    Alignment m_alignment;
    std::vector<int> m_beforeIds;
    std::vector<SharedContainer> m_containers;
    QList<DiffRun> m_runs; // since the last End
    std::vector<std::pair<int, int>> m_deferred; // stretches of deleted blocks to show behind the open one
    std::vector<PlacedDiff> m_blocks;
    std::vector<Open> m_open;
};

} // namespace

DiffBlock diff(const Node &before, const Node &after)
{
    const Grain grain = grainFor({&before, &after});
    return Differ(flatten(before, grain), flatten(after, grain)).tree();
}

QList<DiffRun> diffText(const QString &before, const QString &after)
{
    return Differ(flatten(before), flatten(after)).runs();
}

} // namespace toasoan::document
