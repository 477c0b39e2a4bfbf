// How the content of a version lies in its row: packed, in the column `packed`; as plain JSON in `content` where an
// earlier program wrote it. The one place that knows; what is hashed is always the plain canonical form.
#pragma once

#include "domain/Content.h"
#include "storage/Statement.h"

namespace toasoan {

/// Binds :content and :packed of a row that is written.
void bindContent(Statement &statement, const QByteArray &content);
/// The same of one that was packed beforehand.
void bindPacked(Statement &statement, const QByteArray &packed);
void bindContent(Statement &statement, const Content &content);

/// The plain form of a row whose columns `first` and `first + 1` are content and packed.
[[nodiscard]] QByteArray storedBytes(const Statement &row, int first);

/// The content of a row whose columns `first` and `first + 1` are content and packed. Corrupt "revision.content" if it
/// does not read, with the place in it as detail.
[[nodiscard]] Result<Content> readContent(const Statement &row, int first);

} // namespace toasoan
