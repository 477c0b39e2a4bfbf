#include "actions/ItemKind.h"

#include "actions/MediaAccess.h"
#include "actions/NewsroomRules.h"
#include "document/Document.h"
#include "domain/Checklist.h"
#include "domain/ContentMerge.h"
#include "domain/PublicItem.h"
#include "storage/ArticleStore.h"
#include "storage/GenreStore.h"
#include "storage/NewsroomStore.h"
#include "storage/PublicationStore.h"
#include "storage/SettingStore.h"
#include "text/NewsroomZone.h"

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

Outline outlineOf(const Content &content)
{
    return {.title = content.title, .section = content.section, .genre = content.genre};
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
    const auto genres = readGenres(context.transaction);
    if (!genres)
        return genres.error();
    ChecklistPolicy policy = site ? site->checklist : ChecklistPolicy();
    policy.unsignedGenres = genres->unsignedCodes();
    const QDate today = dayIn(context.clock.now(), site ? site->timeZone : QString());
    const auto lengths = readSettings<ReviewSettings>(context.transaction, today);
    if (!lengths)
        return lengths.error();
    policy.lengths = *lengths;
    return checkApprovable(article.content, policy, readers);
}

// A genre that is new to the item is one of the newsroom's, and in use; what it had stays.
Result<void> checkGenre(ActionContext &context, const FullRecord &record)
{
    const Noun noun = nounOf<Genre>();
    if (context.place == Place::Desk || !context.rules.findRegister(noun))
        return {};
    const QString genre = QJsonDocument::fromJson(record.content)["genre"_L1].toString();
    const auto had = ArticleStore(context.transaction).rows({record.id});
    if (!had)
        return had.error();
    if (!had->isEmpty() && had->front().genre == genre)
        return {};
    const auto genres = readGenres(context.transaction);
    if (!genres)
        return genres.error();
    const Genre *known = genres->find(genre);
    return known && !known->isClosed ? Result<void>() : Error{ErrorCode::InvalidInput, u"content.genre"_s, genre};
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

class ItemKind final : public Kind
{
public:
    explicit ItemKind(const Workflow &chain) : Kind(nouns::article, chain) { }

    [[nodiscard]] bool canSee(const Actor &actor, const Record &record) const override
    {
        return toasoan::canSee(actor, record);
    }

    // His own, and those that the roles of a section show.
    [[nodiscard]] QString sightOf(const Actor &actor) const override
    {
        QStringList grants;
        for (const Grant &grant : actor.grants)
            grants.append(toText(grant.role) + u'/' + (grant.section ? grant.section->toText() : QString()));
        grants.sort();
        return actor.user.toText() + u'\n' + grants.join(u'\n');
    }

    [[nodiscard]] Result<QByteArray> clean(const QByteArray &content) const override
    {
        auto form = storedFormFromJson(QJsonDocument::fromJson(content).object());
        return form ? Result<QByteArray>(std::move(form->bytes)) : Result<QByteArray>(form.error());
    }

    [[nodiscard]] Result<CleanedContent> cleanJson(const QJsonObject &content) const override
    {
        auto form = storedFormFromJson(content);
        if (!form)
            return form.error();
        return CleanedContent{.bytes = std::move(form->bytes), .outline = outlineOf(form->content)};
    }

    [[nodiscard]] QByteArray tidy(const QByteArray &content) const override
    {
        auto given = read(content);
        return given ? canonicalBytes(withoutStraySigns(*std::move(given))) : content;
    }

    [[nodiscard]] Result<void> checkLimits(const QByteArray &content, const QByteArray &was) const override
    {
        const auto now = read(content);
        if (!now)
            return now.error();
        const auto before = read(was);
        return before ? toasoan::checkLimits(*now, *before) : Result<void>(before.error());
    }

    [[nodiscard]] Result<QByteArray> merge(const QByteArray &base, const QByteArray &theirs,
                                           const QByteArray &mine) const override
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

    [[nodiscard]] std::vector<QString> outvoted(const QByteArray &base, const QByteArray &theirs,
                                                const QByteArray &mine) const override
    {
        const auto from = read(base);
        const auto left = read(theirs);
        const auto right = read(mine);
        return from && left && right ? toasoan::outvoted(*from, *left, *right) : std::vector<QString>();
    }

    [[nodiscard]] Result<Outline> outline(const QByteArray &content) const override
    {
        const auto says = read(content);
        if (!says)
            return says.error();
        return outlineOf(*says);
    }

    [[nodiscard]] Result<std::vector<MediaId>> pictures(const QByteArray &content) const override
    {
        const auto says = read(content);
        return says ? picturesOf(*says) : Result<std::vector<MediaId>>(says.error());
    }

    [[nodiscard]] Result<void> check(ActionContext &context, const FullRecord &record, Step step) const override
    {
        if (step == Step::Save)
            return checkGenre(context, record);
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
        // Publishing: what was approved under a laxer rule. Not at an appointed hour, which a person set under the rule
        // of then and when nobody may be there to mend it.
        const bool byTheClock = context.actor.user.isNull();
        if (step == Step::Approve || step == Step::Schedule || (step == Step::Publish && !byTheClock))
            return checkAgainstPolicy(context, *article);
        return {};
    }

    [[nodiscard]] Result<void> follow(ActionContext &context, const FullRecord &record, Step step) const override
    {
        PublicationStore publications(context.transaction);
        // By what is public, not by the text that it shows: a desk may never have had that one.
        if (step == Step::Unpublish)
            return publications.takeDown(*record.publication);
        if (step != Step::Publish)
            return {};
        auto article = articleOf(record);
        return article ? publications.put(*article, article->content) : Result<void>(article.error());
    }
};

} // namespace

std::unique_ptr<const Kind> itemKind(const Workflow &chain)
{
    return std::make_unique<ItemKind>(chain);
}

} // namespace toasoan
