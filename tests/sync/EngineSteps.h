// What people of the tests of the engine do with articles in a World.
#pragma once

#include "sync/World.h"

namespace toasoan::test {

using namespace Qt::StringLiterals;

inline const QString commands = u"/api/v1/commands"_s;

inline Submit submitting(ArticleId id)
{
    return {.target = itemKey(id), .version = 0, .stateSecret = StateSecret::ConfirmedNone};
}

inline Move moving(ArticleId id, Step step)
{
    return {.target = itemKey(id), .version = 0, .step = step, .reason = u"why"_s};
}

// An article of the first reporter that the server has, in editing.
inline ArticleId articleInEditing(World &world, const QString &lead = u"một hai ba"_s)
{
    TestDesk &reporter = world.desk(World::reporter);
    const ArticleId id = ArticleId::create(world.clock, world.dice);
    reporter.type(id, world.content(u"Bài"_s, lead));
    if (!world.settle() || !reporter.submit(submitting(id)) || !world.settle()
        || !world.desk(World::editor).submit(moving(id, Step::Claim)) || !world.settle())
        qFatal("an article did not get into editing");
    return id;
}

inline Content withLead(Content content, const QString &lead)
{
    content.lead = lead;
    return content;
}

inline void write(TestDesk &desk, ArticleId id, const QString &lead)
{
    const ArticleView view = desk.view(id);
    desk.type(id, withLead(view.article.content, lead), view.base);
    desk.save(id);
}

inline void saveOnServer(World &world, int count)
{
    for (int i = 0; i < count; ++i) {
        const Save command{itemKey(ArticleId::create(world.clock, world.dice)), 0,
                           canonicalBytes(world.content(u"Bài"_s))};
        if (!world.runOnServer(World::reporter, command))
            qFatal("an article was not saved");
    }
}

inline QByteArray bodyWithPicture(MediaId media)
{
    const QByteArray figure =
        "{'type':'figimage','attrs':{'media':'" + media.toText().toLatin1() + "','alt':'anh','width':4,'height':3}}";
    return QByteArray("{'type':'doc','content':[{'type':'figure','content':[" + figure + ",{'type':'figcaption'}]}]}")
        .replace('\'', '"');
}

} // namespace toasoan::test
