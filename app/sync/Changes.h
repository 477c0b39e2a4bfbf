// What a change of the replica means for who looks at it.
#pragma once

#include "base/Error.h"
#include "domain/Ids.h"
#include "sync/DeskView.h"

#include <set>
#include <vector>

namespace toasoan {

struct Changes
{
    struct Problem
    {
        Error error;
        ArticleId article;
    };

    std::set<ArticleId> articles;
    std::set<MediaId> arrivedMedia;
    bool newsroom = false; ///< users, sections, site, chain
    bool outbox = false;
    bool pictures = false; ///< which pictures wait to be uploaded
    bool isPictureNeedless = false; ///< one that the server shows no more may not be needed here either
    bool isPictureLost = false; ///< one that waited is given up: what needs it cannot be done
    std::vector<Problem> problems;
    std::vector<ArticleNews> news; ///< what others did, to be told
    std::vector<OvertakenStep> overtaken; ///< to be told
    bool unseen = false; ///< of how many articles there is news that was not seen yet
};

} // namespace toasoan
