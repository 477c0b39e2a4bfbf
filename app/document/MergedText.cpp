#include "document/MergedText.h"

namespace toasoan::document {

using namespace Qt::StringLiterals;

Mark conflictMark(SideName side)
{
    Mark mark{.type = u"conflict"_s, .attributes = {}};
    if (side == Theirs)
        mark.attributes.insert(u"side"_s, u"theirs"_s);
    return mark;
}

void MergedToken::contest(SideName side)
{
    conflict = side;
    for (StyledText *text : {&token.word, &token.space}) {
        for (StyledText::Stretch &stretch : text->stretches) {
            stretch.marks.removeIf([](const Mark &mark) { return mark.type == "conflict"_L1; });
            stretch.marks.append(conflictMark(side));
        }
    }
}

void MergedText::close(const Node &node, const std::vector<int> &path)
{
    dropBlankAtEnd();
    m_blocks.push_back({node, path, std::exchange(m_open, {})});
}

void MergedText::addLeaf(const Node &node, const std::vector<int> &path)
{
    finish();
    close(node, path);
}

void MergedText::finish()
{
    if (hasOpenWords())
        close(makeNode(u"paragraph"_s), {});
}

std::vector<PlacedBlock> MergedText::blocks() const
{
    std::vector<PlacedBlock> placed;
    for (const Block &block : m_blocks) {
        Node node = block.node;
        node.children = inlineNodes(block.words);
        placed.push_back({std::move(node), block.path});
    }
    return placed;
}

QString MergedText::line(bool &conflict) const
{
    QString text;
    const MergedToken *before = nullptr;
    for (const Block &block : m_blocks) {
        for (const MergedToken &word : block.words) {
            const bool sidesMeet = before && before->conflict && word.conflict && before->conflict != word.conflict;
            if (sidesMeet)
                text = text.trimmed() + u" / "_s;
            else if (before && needsBlank(*before, word))
                text += u' ';
            text += word.token.word.text + word.token.space.text;
            conflict = conflict || word.conflict;
            before = &word;
        }
    }
    return text;
}

// Two words that no side wrote in one are kept apart.
bool MergedText::needsBlank(const MergedToken &before, const MergedToken &after) const
{
    const QString &left = before.token.word.text;
    const QString &right = after.token.word.text;
    if (!before.token.space.text.isEmpty() || left.isEmpty() || right.isEmpty())
        return false;
    const auto endsWord = [](QChar c) { return isWordCharacter(c) || u".,;:!?…)]»”"_s.contains(c); };
    const auto beginsWord = [](QChar c) { return isWordCharacter(c) || u"([«“"_s.contains(c); };
    if (!endsWord(left.back()) || !beginsWord(right.front()))
        return false;
    const auto isOneWord = [](const Flat &flat, int first, int second) {
        return first >= 0 && second == first + 1 && flat.token(first).space.text.isEmpty();
    };
    return !isOneWord(m_comparison.base, before.inBase, after.inBase)
        && !isOneWord(m_comparison.theirs().flat, before.inSide[Theirs], after.inSide[Theirs])
        && !isOneWord(m_comparison.mine().flat, before.inSide[Mine], after.inSide[Mine]);
}

// A blank that stood between two words is none at the end of a block.
void MergedText::dropBlankAtEnd()
{
    if (m_open.empty())
        return;
    MergedToken &last = m_open.back();
    const auto isLast = [](const Flat &flat, int index) { return index >= 0 && flat.token(index + 1).closesBlock(); };
    if (last.token.kind == TokenKind::Word && !isLast(m_comparison.base, last.inBase)
        && !isLast(m_comparison.theirs().flat, last.inSide[Theirs])
        && !isLast(m_comparison.mine().flat, last.inSide[Mine]))
        last.token.space = {};
}

QList<Node> MergedText::inlineNodes(const std::vector<MergedToken> &words) const
{
    InlineWriter writer;
    const MergedToken *before = nullptr;
    for (const MergedToken &word : words) {
        if (before && needsBlank(*before, word))
            writer.add({.text = u" "_s, .stretches = {{1, {}}}});
        if (word.token.kind == TokenKind::Break)
            writer.addBreak(word.token.word.stretches.front().marks);
        else
            writer.add(word.token.word);
        writer.add(word.token.space);
        before = &word;
    }
    return writer.take();
}

} // namespace toasoan::document
