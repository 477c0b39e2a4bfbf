// The stored and sent form of a body: ProseMirror's JSON ({"type":"doc","content":[…]}), in one canonical spelling.
#pragma once

#include "base/Result.h"
#include "document/Node.h"

#include <QByteArray>
#include <QJsonObject>

namespace toasoan::document {

/// The document with one empty paragraph: what a new item has.
[[nodiscard]] Node emptyDocument();

/// Reads a body and checks all of it: node and mark types, content expressions, attributes, limits. The subject of an
/// error is the place, put after `place` ("body" when empty): "body.content[3].attrs.level".
///  - InvalidInput: it breaks the schema or is no JSON; a control character (C0, DEL, C1, tab and newline included),
///    a lone surrogate or U+FFFE/U+FFFF in a text. U+00AD (soft hyphen) is kept.
///  - TooLarge: over a limit of the schema (depth, nodes, characters, bytes, an attribute's maxLength).
///  - Unsupported: a node or mark type this program does not know, or a "version" newer than its schema's.
/// Texts become NFC; neighbouring texts with equal marks become one; marks are put in the schema's order; attributes
/// that equal their default are dropped.
[[nodiscard]] Result<Node> fromJson(const QByteArray &json, const QString &place = {});
[[nodiscard]] Result<Node> fromJson(const QJsonObject &json, const QString &place = {});

/// As fromJson(), of a body that this house stored, or is about to judge: it may be over the schema's limits, up to
/// Schema::storedLimits(). What is there can always be shown, changed and shortened; checkLimits() says what may be
/// written.
[[nodiscard]] Result<Node> readStored(const QByteArray &json, const QString &place = {});
/// The same of JSON that was read already. How large that was is not known: the bound is of what is kept of it.
[[nodiscard]] Result<Node> readStored(const QJsonObject &json, const QString &place = {});

/// The canonical JSON: keys sorted, no blanks, defaults omitted, UTF-8 unescaped. Equal documents give equal bytes, so
/// their SHA-256 is the content hash. Top-level "version" is written when the schema's is not 1.
[[nodiscard]] QByteArray toJson(const Node &node);

/// Whether a document that was built or merged would be read back: the error of fromJson() otherwise.
[[nodiscard]] Result<void> check(const Node &document);

/// `children` with neighbouring texts of equal marks joined and in NFC, as fromJson() leaves them.
[[nodiscard]] QList<Node> joinTexts(QList<Node> children);

} // namespace toasoan::document
