// A document as one sequence of words and block ends, the form in which diff and merge compare documents. Splitting or
// joining paragraphs, or putting them into a list, moves no word in it. Part of diff and merge; not for other modules.
#pragma once

#include "document/Node.h"

#include <initializer_list>
#include <vector>

namespace toasoan::document {

/// Text with its marks: the stretches follow each other and cover the text.
struct StyledText
{
    struct Stretch
    {
        qsizetype length = 0;
        Marks marks;

        bool operator==(const Stretch &) const = default;
    };

    QString text;
    std::vector<Stretch> stretches;

    bool operator==(const StyledText &) const = default;
};

enum class TokenKind
{
    Word, ///< a word, or a piece of punctuation
    Break, ///< a hard break
    End, ///< the end of a block of text
    Leaf, ///< a block without content: a rule, the picture of a figure
};

struct Token
{
    TokenKind kind = TokenKind::Word;
    StyledText word; ///< of a Break "\n" with the marks of the break
    StyledText space; ///< the blanks behind a Word or Break
    int block = -1; ///< the block it belongs to

    [[nodiscard]] bool closesBlock() const { return kind == TokenKind::End || kind == TokenKind::Leaf; }
};

/// A block of text or a leaf: the tokens [first, last], of which the last is its End or itself.
struct FlatBlock
{
    QString type;
    Attributes attributes;
    std::vector<int> path; ///< the containers it stands in, outermost first, without the document
    int first = 0;
    int last = 0;
};

/// A block of blocks: a list, an item, a table, a figure …
struct Container
{
    QString type;
    Attributes attributes;
    int parent = -1;
    int firstBlock = 0;
    int lastBlock = -1;
};

struct Flat
{
    std::vector<Token> tokens;
    std::vector<FlatBlock> blocks;
    std::vector<Container> containers;

    [[nodiscard]] const Token &token(int index) const { return tokens[static_cast<std::size_t>(index)]; }
    [[nodiscard]] const FlatBlock &block(int index) const { return blocks[static_cast<std::size_t>(index)]; }
    [[nodiscard]] const Container &container(int index) const { return containers[static_cast<std::size_t>(index)]; }
    [[nodiscard]] int size() const { return static_cast<int>(tokens.size()); }
    /// Whether a new block begins before that token.
    [[nodiscard]] bool isBlockStart(int index) const { return index == 0 || token(index - 1).closesBlock(); }
};

/// What is compared as one piece.
enum class Grain
{
    Words,
    Lines ///< all that stands between two breaks or block ends: for texts of so many words that words are too dear
};

/// The grain in which these documents are compared with each other: a word costs hundreds of bytes, so beyond some
/// 200,000 words together they are compared by lines. Lossless either way, only coarser.
[[nodiscard]] Grain grainFor(std::initializer_list<const Node *> documents);

[[nodiscard]] Flat flatten(const Node &document, Grain grain = Grain::Words);
/// One line of text as the tokens of one paragraph.
[[nodiscard]] Flat flatten(const QString &line);

/// The inline nodes of styled texts put together.
class InlineWriter
{
public:
    void add(const StyledText &text);
    void addBreak(const Marks &marks);
    [[nodiscard]] QList<Node> take();

private:
    QList<Node> m_nodes;
};

[[nodiscard]] Node makeNode(const QString &type, const Attributes &attributes = {});

/// Whether the character is part of a word rather than punctuation or blank.
[[nodiscard]] bool isWordCharacter(QChar character);

} // namespace toasoan::document
