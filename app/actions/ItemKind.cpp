#include "actions/ItemKind.h"

#include "actions/MediaAccess.h"
#include "document/Document.h"
#include "domain/Checklist.h"
#include "domain/ContentMerge.h"
#include "domain/PublicItem.h"
#include "storage/ArticleStore.h"
#include "storage/NewsroomStore.h"
#include "storage/PublicationStore.h"

#include <QJsonDocument>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

Result<Content> read(const QByteArray &content)
{
    return content.isEmpty() ? Content() : storedContent(QJsonDocument::fromJson(content).object());
}

Result<QByteArray> written(const Result<Content> &content)
{
    return content ? Result<QByteArray>(canonicalBytes(*content)) : Result<QByteArray>(content.error());
}

Result<QByteArray> clean(const QByteArray &content)
{
    auto form = storedFormFromJson(QJsonDocument::fromJson(content).object());
    return form ? Result<QByteArray>(std::move(form->bytes)) : Result<QByteArray>(form.error());
}

Outline outlineOf(const Content &content)
{
    return {.title = content.title, .section = content.section, .genre = toText(content.genre)};
}

Result<CleanedContent> cleanJson(const QJsonObject &content)
{
    auto form = storedFormFromJson(content);
    if (!form)
        return form.error();
    return CleanedContent{.bytes = std::move(form->bytes), .outline = outlineOf(form->content)};
}

QByteArray tidy(const QByteArray &content)
{
    auto given = read(content);
    return given ? canonicalBytes(withoutStraySigns(*std::move(given))) : content;
}

Result<void> checkItemLimits(const QByteArray &content, const QByteArray &was)
{
    const auto now = read(content);
    if (!now)
        return now.error();
    const auto before = read(was);
    return before ? checkLimits(*now, *before) : Result<void>(before.error());
}

Result<QByteArray> merge(const QByteArray &base, const QByteArray &theirs, const QByteArray &mine)
{
    const auto from = read(base);
    if (!from)
        return from.error();
    const auto left = read(theirs);
    if (!left)
        return left.error();
    const auto right = read(mine);
    return right ? written(mergeContent(*from, *left, *right)) : Result<QByteArray>(right.error());
}

std::vector<QString> outvotedOfItem(const QByteArray &base, const QByteArray &theirs, const QByteArray &mine)
{
    const auto from = read(base);
    const auto left = read(theirs);
    const auto right = read(mine);
    return from && left && right ? outvoted(*from, *left, *right) : std::vector<QString>();
}

Result<Outline> outline(const QByteArray &content)
{
    const auto says = read(content);
    if (!says)
        return says.error();
    return outlineOf(*says);
}

Result<std::vector<MediaId>> pictures(const QByteArray &content)
{
    const auto says = read(content);
    return says ? picturesOf(*says) : Result<std::vector<MediaId>>(says.error());
}

/// Conflict "article.pictures" while a picture of the body has not arrived, or came from somebody who had not put it
/// there; InvalidInput "article.conflict" while a merge left words to choose between.
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

/// InvalidInput "article.checklist" while the content lacks what the board wants before anything is approved
/// (checkApprovable()).
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

Result<void> checkSubmittable(const Article &article)
{
    if (article.content.title.isEmpty())
        return Error{ErrorCode::InvalidInput, u"article.title"_s, u"empty"_s};
    if (article.section.isNull())
        return Error{ErrorCode::InvalidInput, u"article.section"_s, u"none chosen"_s};
    if (hasConflict(article.content))
        return Error{ErrorCode::InvalidInput, u"article.conflict"_s, {}};
    return {};
}

Result<void> check(ActionContext &context, const FullRecord &record, Step step)
{
    if (step != Step::Submit && step != Step::Schedule && !needsPictures(step))
        return {};
    auto article = articleOf(record);
    if (!article)
        return article.error();
    if (step == Step::Submit)
        return checkSubmittable(*article);
    if (needsPictures(step)) {
        if (auto complete = checkComplete(context, *article); !complete)
            return complete;
    }
    // Publishing: what was approved under a laxer rule. Not at an appointed hour, which a person set under the rule of
    // then and when nobody may be there to mend it.
    const bool byTheClock = context.actor.user.isNull();
    if (step == Step::Approve || step == Step::Schedule || (step == Step::Publish && !byTheClock))
        return checkAgainstPolicy(context, *article);
    return {};
}

Result<void> publish(ActionContext &context, const FullRecord &record)
{
    auto article = articleOf(record);
    if (!article)
        return article.error();
    return PublicationStore(context.transaction).put(*article, article->content);
}

} // namespace

Kind itemKind()
{
    return {.noun = nouns::article,
            .clean = clean,
            .cleanJson = cleanJson,
            .tidy = tidy,
            .checkLimits = checkItemLimits,
            .merge = merge,
            .outvoted = outvotedOfItem,
            .outline = outline,
            .pictures = pictures,
            .check = check,
            .publish = publish};
}

} // namespace toasoan
