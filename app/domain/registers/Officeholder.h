// An entry of the register "official", as rules and the portal read it.
#pragma once

#include "domain/EntryStruct.h"
#include "domain/Ids.h"

namespace toasoan {

struct Officeholder
{
    static constexpr const char *noun = "official";

    QString name;
    QString post;
    QString body; ///< a code of the description
    Period held;
    std::optional<MediaId> picture;
    QString duties;
    QString telephone;
    QString email;
    QString biography;

    template <typename Visit>
    void fields(Visit &visit)
    {
        visit("name", name);
        visit("post", post);
        visit("body", body);
        visit("held", held);
        visit("picture", picture);
        visit("duties", duties);
        visit("telephone", telephone);
        visit("email", email);
        visit("biography", biography);
    }
};

} // namespace toasoan
