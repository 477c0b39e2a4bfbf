// What a document says without its form: for searching, counting, summaries, and the pictures it needs.
#pragma once

#include "document/Node.h"

#include <QStringList>

namespace toasoan::document {

/// The text, one line a block; a hard break is a line break, the cells of a table row stand behind tabs, a figure is
/// its caption and credit. Empty blocks leave no line.
[[nodiscard]] QString toPlainText(const Node &node);

/// A document of paragraphs, one for each non-empty line of `text`. Tabs become blanks, other control characters go.
[[nodiscard]] Node fromPlainText(const QString &text);

/// Words as Word counts them: pieces between blanks that have a letter or a digit. A Vietnamese syllable is one.
/// The editor counts the same way: text and captions, no credits.
[[nodiscard]] qsizetype wordCount(const Node &node);
[[nodiscard]] qsizetype wordCount(const QString &text);

/// Characters of the texts (code points; no blocks, no breaks).
[[nodiscard]] qsizetype characters(const Node &node);

/// The media ids of the figures in order, each once; an empty one stands for a figure without a picture.
[[nodiscard]] QStringList pictures(const Node &node);
/// What the picture shows, as the first figure that has it says; empty if none does.
[[nodiscard]] QString pictureAlt(const Node &node, const QString &media);

/// Whether a merge left words that a person has to choose between (the conflict mark).
[[nodiscard]] bool hasConflict(const Node &node);

} // namespace toasoan::document
