// What changed between two versions of a document, by words: values for a screen, and their HTML.
#pragma once

#include "document/Node.h"

#include <functional>

namespace toasoan::document {

enum class Change
{
    Same,
    Inserted,
    Deleted,
    Changed, ///< of a run: the same words with other marks; of a block: something in it differs
};

/// A stretch of text that shares its fate and its marks.
struct DiffRun
{
    Change change = Change::Same;
    QString text; ///< a hard break is "\n"; the end of a paragraph that was split or joined is "¶"
    Marks marks; ///< as after; of a deleted run as before
    Marks marksBefore = {}; ///< of a changed run

    bool operator==(const DiffRun &) const = default;
};

struct AttributeChange
{
    /// "credit", "alt", "level" …; "type" when the block became another type; "container" when it went into or out of
    /// a list, a quote … ("" is the document itself)
    QString name;
    AttributeValue before;
    AttributeValue after;

    bool operator==(const AttributeChange &) const = default;
};

/// A block of either version, in reading order.
struct DiffBlock
{
    Change change = Change::Same;
    QString type;
    Attributes attributes; ///< as after; of a deleted block as before
    QList<AttributeChange> attributeChanges;
    QList<DiffBlock> children; ///< of a block of blocks
    QList<DiffRun> runs; ///< of a block of text

    bool operator==(const DiffBlock &) const = default;
};

/// The difference of two valid documents as one tree that holds the blocks and words of both. Time and memory stay in
/// proportion to the size of the documents; where little is alike it is found coarser, never wrong.
[[nodiscard]] DiffBlock diff(const Node &before, const Node &after);

/// The same for texts of one line, such as titles.
[[nodiscard]] QList<DiffRun> diffText(const QString &before, const QString &after);

/// The words that tell a screen reader what is coloured; the caller gives them in the person's language.
struct DiffLabels
{
    QString inserted;
    QString deleted;
    QString reformatted;
    /// What an attribute is called; the name itself where there is none. Of one whose name is empty nothing is told.
    QMap<QString, QString> attributes;
    /// How the value of an attribute is said; as it is stored where there is no function. Where nothing is said of both
    /// values the attribute's name is told alone.
    std::function<QString(const QString &name, const QString &value)> value = {};
};

/// The difference as HTML with <ins> and <del>, everything escaped. Blocks carry the class diff-inserted, diff-deleted
/// or diff-changed; changes of attributes, and those of a new picture, stand in a list of class diff-attributes; where
/// a link leads, and led, stands behind it in an element of class link-address; pictures are "media:<id>".
[[nodiscard]] QString diffToHtml(const DiffBlock &difference, const DiffLabels &labels = {});
[[nodiscard]] QString diffToHtml(const QList<DiffRun> &runs, const DiffLabels &labels = {});

} // namespace toasoan::document
