// What a reader's request asks for, however its address is spelled: links are shared with parameters that others have
// added, typed with capitals, ended with a slash. Each page has one canonical address, under which it is kept.
#pragma once

#include "portal/SiteAddress.h"

#include <string>
#include <string_view>

namespace toasoan {

struct SiteTarget
{
    SiteAddress address;
    QString searched; ///< of SearchAddress: the text that is looked for
    int page = 1; ///< of SearchAddress
    /// The canonical address with its query, under which the page is kept; of an unknown one the path as received, with
    /// a query that could mean something: no page is kept under that. Empty where the database alone knows the address
    /// that the item has.
    std::string key;
    /// Whether the reader is there already. Parameters that mean nothing here do not count.
    bool isCanonical = true;
    /// Of one who is not there yet: the canonical address, if he is led there only where there is a page. `key` is then
    /// what he asked for.
    std::string movedTo = {};
    /// Of an item: the address ends with the number, as does one that was cut within it. It leads only to an item with
    /// the same words.
    bool isCut = false;
};

/// Reads path and query as received. Percent-encoded letters, capitals, a slash at the end and slashes in a row are
/// other spellings, as are the first page's number, a number with zeros before it, a parameter given twice (the first
/// counts), and what chats and programs leave at the end of a link: signs, blanks, parameters behind & or ;. Parameters
/// that mean nothing are ignored wherever they stand. An item is found by its number wherever that can still be read.
[[nodiscard]] SiteTarget readSiteTarget(std::string_view rawPath, std::string_view rawQuery);

/// Whether anything in the query could mean something to a page of the site. What such a query decorates is found under
/// its path alone. Allocates nothing.
[[nodiscard]] bool canMeanSomething(std::string_view rawQuery);

} // namespace toasoan
