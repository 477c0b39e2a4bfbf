#include "actions/ArticleStep.h"

#include "actions/MediaAccess.h"
#include "actions/RecordTrail.h"
#include "document/Document.h"
#include "domain/Checklist.h"
#include "domain/ContentMerge.h"
#include "storage/ArticleStore.h"
#include "storage/ChangeStore.h"
#include "storage/MediaStore.h"
#include "storage/NewsroomStore.h"
#include "text/Vietnamese.h"

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestReason = 2000;

// Who may see the article as it was sees it as it is.
bool isForTheSame(const Record &before, const Record &now)
{
    return isPrivate(before) == isPrivate(now) && before.section == now.section;
}

// Keeps who may see the pictures of the text, and tells of those that somebody sees from now on: what the article did
// not have, or all that it ever had once others see it. Told with each save they would have every desk ask again.
Result<void> tellOfPictures(ActionContext &context, const std::optional<Record> &before, const Article &article,
                            Step step, Instant now)
{
    if (context.pictures == PictureRights::LeftToServer)
        return {};
    auto body = document::readStored(article.content.body);
    if (!body)
        return body.error();
    std::vector<MediaId> news;
    for (const QString &picture : document::pictures(*body)) {
        const auto id = MediaId::fromText(picture);
        if (!id)
            continue; // a figure that waits for its picture
        auto isNew = notePicture(context, article, *id, step);
        if (!isNew)
            return isNew.error();
        if (*isNew)
            news.push_back(*id);
    }
    if (isPrivate(article))
        return {};
    if (!before || !isForTheSame(*before, article)) {
        auto all = MediaStore(context.transaction).allIn(article.id);
        if (!all)
            return all.error();
        news = *std::move(all);
    }
    for (const MediaId id : news) {
        if (auto told = ChangeStore(context.transaction).add(nouns::media, id.toText(), now); !told)
            return told.error();
    }
    return {};
}

} // namespace

Result<Article> prepareStep(ActionContext &context, const ArticleStep &step)
{
    auto article = ArticleStore(context.transaction).find(step.article);
    if (!article)
        return article.error();
    // What is not the actor's to see does not exist for him: his errors must not tell of it.
    if (!canSee(context.actor, *article))
        return Error{ErrorCode::NotFound, u"article"_s, step.article.toText()};
    // A take-down is of what the public sees: whatever is saved beside it meanwhile, it does not wait for another look.
    if (article->version != step.version && step.step != Step::Unpublish)
        return Error{ErrorCode::Conflict, u"article.version"_s, u"newest is %1"_s.arg(article->version)};

    auto reason = cleanText(step.reason, Lines::Multiple, longestReason, u"article.reason"_s);
    if (!reason)
        return reason.error();
    Article asked = *article;
    auto trail = readTrail(context.transaction, context.workflow, asked);
    if (!trail)
        return trail.error();
    asked.trail = *std::move(trail);
    auto next = context.workflow.nextState(asked, step.step, context.actor, *reason);
    if (!next)
        return next.error();
    article->state = *next;
    article->reason = *reason;
    return article;
}

Result<Article> recordStep(ActionContext &context, Article article, Step step, const QJsonObject &detail,
                           Sitting sitting)
{
    const Instant now = context.clock.now();
    article.updatedAt = now;
    ArticleStore articles(context.transaction);
    auto before = articles.head(article.id);
    if (!before)
        return before.error();
    // Saves of one sitting have one line in the log, that of the first; each version says who saved it when.
    bool hasLine = false;
    if (step == Step::Save && sitting == Sitting::GoesOn) {
        auto continues = articles.continuesSitting(article.id, context.actor.user, now);
        if (!continues)
            return continues.error();
        hasLine = *continues;
    }
    if (auto stored = articles.put(article); !stored)
        return stored.error();
    if (step != Step::Save) {
        const Decision decision{.record = article.id,
                                .version = article.version,
                                .step = step,
                                .actor = context.actor.user,
                                .at = now,
                                .reason = article.reason};
        if (auto added = articles.addDecision(decision); !added)
            return added.error();
    }

    ChangeStore changes(context.transaction);
    QJsonObject line = detail;
    line.insert("version"_L1, article.version);
    if (!article.reason.isEmpty())
        line.insert("reason"_L1, article.reason);
    if (!hasLine) {
        if (auto added = changes.addAudit(context.actor.user, toText(step), toText(nouns::article), article.id.toText(),
                                          line, now);
            !added)
            return added.error();
    }
    if (auto told = tellOfPictures(context, *before, article, step, now); !told)
        return told.error();
    if (auto added = changes.add(nouns::article, article.id.toText(), now); !added)
        return added.error();
    return article;
}

Result<void> checkComplete(ActionContext &context, const Article &article)
{
    if (hasConflict(article.content))
        return Error{ErrorCode::InvalidInput, u"article.conflict"_s, {}};
    auto body = document::readStored(article.content.body);
    if (!body)
        return body.error();
    for (const QString &picture : document::pictures(*body)) {
        const auto id = MediaId::fromText(picture);
        if (!id)
            return Error{ErrorCode::Conflict, u"article.pictures"_s, u"a figure without a picture"_s};
        auto has = hasPicture(context, article.id, *id);
        if (!has)
            return has.error();
        if (!*has)
            return Error{ErrorCode::Conflict, u"article.pictures"_s, id->toText()};
    }
    return {};
}

Result<void> checkAgainstPolicy(ActionContext &context, const Article &article)
{
    const auto site = NewsroomStore(context.transaction).site(context.clock.now());
    if (!site && site.error().code != ErrorCode::NotFound) // a desk's first minutes: the server has the last word
        return site.error();
    Readers readers = readersOf(article);
    if (readers.haveAnEarlierText && article.publication->version != article.version) {
        const auto published = ArticleStore(context.transaction).revision(article.id, article.publication->version);
        if (!published && published.error().code != ErrorCode::NotFound) // a desk need not have had it
            return published.error();
        if (published)
            readers = readersOf(article, published->content);
    }
    return checkApprovable(article.content, site ? site->checklist : ChecklistPolicy(), readers);
}

} // namespace toasoan
