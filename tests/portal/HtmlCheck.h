// A strict reading of our own pages: stricter than a browser, which forgives what these tests should find.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace toasoan::portal {

/// What is wrong with a page: tags that do not match, ids twice, references to no id, images without alt, headings that
/// skip a level, not exactly one h1 and main, attributes twice, inline style or script. Empty: nothing.
[[nodiscard]] QStringList faultsOf(const QByteArray &html);

/// Everything the browser would fetch for the page: src, srcset, stylesheets, icons, preloads, form targets.
[[nodiscard]] QStringList fetchedBy(const QByteArray &html);

/// The content of <meta name="…">; null if there is none.
[[nodiscard]] QString metaContent(const QByteArray &html, const QString &name);

} // namespace toasoan::portal
