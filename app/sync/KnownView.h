// What of the server's a desk's person may see, as far as it is known here, and what of that is still to be pulled.
#pragma once

#include "domain/Noun.h"

#include <QHash>

#include <vector>

namespace toasoan {

/// What there is of a noun is asked for, newest first, page by page.
struct Pull
{
    Noun noun;
    qint64 before = 0; ///< the next page is of what is older; 0: it has not begun
    qint64 from = 0; ///< the server's newest change when it began

    bool operator==(const Pull &) const = default;
};

/// What of the server's this person may see, by the tokens that it told, and what of that is still on its way.
struct KnownView
{
    QString all; ///< empty before the first
    QHash<QString, QString> nouns;
    std::vector<Pull> pulls; ///< the first is the next

    bool operator==(const KnownView &) const = default;
};

/// As it is kept on the disk. What cannot be read is an empty one: then all is pulled.
[[nodiscard]] QString toText(const KnownView &view);
[[nodiscard]] KnownView knownViewFromText(const QString &text);

/// What is left of `pulls` after a page of `noun` that goes down to the change `next` of a server whose newest is
/// `newest`, with more to come or not. The other nouns have their turn before its next page.
[[nodiscard]] std::vector<Pull> pullsAfter(std::vector<Pull> pulls, const Noun &noun, qint64 next, qint64 newest,
                                           bool more);

/// How much of what is being pulled has come, in per cent; 100 where nothing is.
[[nodiscard]] int received(const KnownView &view);

} // namespace toasoan
