// Genres (thể loại) of items: entries of the register "genre", which the board keeps. An item keeps the code of its
// genre, so that no content is rewritten when one is renamed or closed.
#pragma once

#include "domain/EntryStruct.h"
#include "domain/GenreCode.h"

#include <vector>

namespace toasoan {

/// An entry of the register "genre", as rules and pages read it.
struct Genre
{
    static constexpr const char *noun = "genre";

    QString code;
    QString name;
    QString nameEnglish;
    QString countsAs; ///< a code of the description: how reports count its items
    bool isLabelled = false; ///< readers see its name over the headline
    bool isUnsigned = false; ///< the authority's own word: neither byline nor source is wanted
    bool staysBelow = false; ///< its items do not lead the front page
    bool isClosed = false; ///< for no new item; a state of the entry, no field

    template <typename Visit>
    void fields(Visit &visit)
    {
        visit("code", code);
        visit("name", name);
        visit("nameEnglish", nameEnglish);
        visit("countsAs", countsAs);
        visit("labelled", isLabelled);
        visit("unsigned", isUnsigned);
        visit("staysBelow", staysBelow);
    }
    bool operator==(const Genre &) const = default;
};

/// Those that a newsroom begins with, in their order.
[[nodiscard]] const std::vector<Genre> &standardGenres();

/// Those of a newsroom, in its order. A plain value.
class Genres
{
public:
    /// The standard ones: what a desk goes by until it has heard of its newsroom's.
    Genres();
    explicit Genres(std::vector<Genre> all);

    [[nodiscard]] const std::vector<Genre> &all() const { return m_all; }
    /// Null for a code that is not known here, as of a newer server.
    [[nodiscard]] const Genre *find(const QString &code) const;
    /// In that language, or in Vietnamese where there is no English; the code itself of what is not known.
    [[nodiscard]] QString nameOf(const QString &code, bool isEnglish) const;
    [[nodiscard]] QStringList unsignedCodes() const;
    /// What a new item has until its writer chooses: tin; or the first that is in use.
    [[nodiscard]] QString usual() const;

    bool operator==(const Genres &) const = default;

private:
    std::vector<Genre> m_all;
};

} // namespace toasoan
