// What a change of the replica means for who looks at it.
#pragma once

#include "base/Error.h"
#include "domain/Ids.h"
#include "domain/Noun.h"
#include "sync/DeskView.h"

#include <QHash>

#include <set>
#include <vector>

namespace toasoan {

struct Changes
{
    struct Problem
    {
        Error error;
        RecordId record; ///< may be null
        Noun noun = nouns::article; ///< of that
    };

    std::set<ArticleId> articles;
    QHash<Noun, std::set<RecordId>> entries; ///< of registers
    std::set<MediaId> arrivedMedia;
    /// Something of the record is another.
    void note(const Noun &noun, RecordId id)
    {
        if (noun == nouns::article)
            articles.insert(id);
        else
            entries[noun].insert(id);
    }
    bool newsroom = false; ///< users, sections, site, the rules
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
