#include "backend/Dump.h"

#include "protocol/ArticleJson.h"
#include "protocol/Newsroom.h"
#include "storage/ArticleStore.h"
#include "storage/ChangeStore.h"
#include "storage/MediaStore.h"
#include "storage/NewsroomStore.h"
#include "storage/PublicationStore.h"
#include "storage/UserStore.h"

#include <QJsonDocument>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

void addLine(QByteArrayList &lines, const QString &noun, QJsonObject json)
{
    json.insert("noun"_L1, noun);
    lines.append(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

// Calls `each(article)` for every article, in pages.
template <typename Each>
Result<void> forEachArticle(Transaction &transaction, Each each)
{
    constexpr int page = 500;
    const ArticleStore articles(transaction);
    std::optional<ArticleCursor> after;
    while (true) {
        auto rows = articles.list({}, after, page);
        if (!rows)
            return rows.error();
        for (const ArticleRow &row : *rows) {
            auto article = articles.find(row.id);
            if (!article)
                return article.error();
            if (Result<void> done = each(*article); !done)
                return done.error();
        }
        if (rows->size() < page)
            return {};
        after = ArticleCursor{.updatedAt = rows->back().updatedAt, .id = rows->back().id};
    }
}

Result<void> dumpArticle(Transaction &transaction, const Article &article, QByteArrayList &lines)
{
    const ArticleStore articles(transaction);
    auto decisions = articles.decisions(article.id);
    if (!decisions)
        return decisions.error();
    addLine(lines, u"article"_s, toJson(ArticleSnapshot{.article = article, .decisions = *decisions}));
    for (Version version = 1; version <= article.version; ++version) {
        auto revision = articles.revision(article.id, version);
        if (!revision)
            return revision.error();
        QJsonObject json = toJson(*revision);
        json.insert("article"_L1, article.id.toText());
        addLine(lines, u"revision"_s, json);
    }
    return {};
}

Result<void> verifyArticle(Transaction &transaction, const Article &article)
{
    const ArticleStore articles(transaction);
    const auto fault = [&](const char *what) {
        return Error{ErrorCode::Corrupt, QLatin1StringView(what), article.id.toText()};
    };
    for (Version version = 1; version <= article.version; ++version) {
        auto revision = articles.revision(article.id, version);
        if (!revision)
            return revision.error();
        if (contentHash(revision->content) != revision->contentHash)
            return fault("revision.contentHash");
    }
    if (!article.publication)
        return {};
    auto shown = PublicationStore(transaction).find(article.publication->number);
    if (!shown)
        return shown.error();
    if (shown->article != article.id || shown->version != article.publication->version)
        return fault("publication");
    auto decisions = articles.decisions(article.id);
    if (!decisions)
        return decisions.error();
    const bool approved = std::ranges::any_of(*decisions, [&](const Decision &decision) {
        return decision.step == Step::Approve && decision.version == article.publication->version;
    });
    return approved ? Result<void>() : Result<void>(fault("publication.approval"));
}

} // namespace

Result<QByteArray> canonicalDump(Database &database)
{
    auto transaction = Transaction::begin(database, Access::Read);
    if (!transaction)
        return transaction.error();
    QByteArrayList lines;
    const NewsroomStore newsroom(*transaction);
    auto sections = newsroom.sections();
    if (!sections)
        return sections.error();
    for (const Section &section : *sections)
        addLine(lines, u"section"_s, toJson(section));
    auto workflow = newsroom.workflow();
    if (!workflow)
        return workflow.error();
    addLine(lines, u"workflow"_s, toJson(*workflow));
    auto users = UserStore(*transaction).all();
    if (!users)
        return users.error();
    for (const User &user : *users)
        addLine(lines, u"user"_s, toJson(user));
    auto media = MediaStore(*transaction).all();
    if (!media)
        return media.error();
    for (const Media &picture : *media)
        addLine(lines, u"media"_s, toJson(picture));
    auto done =
        forEachArticle(*transaction, [&](const Article &article) { return dumpArticle(*transaction, article, lines); });
    if (!done)
        return done.error();
    std::ranges::sort(lines);
    return lines.isEmpty() ? QByteArray() : lines.join('\n') + '\n';
}

Result<void> verifyNewsroom(Database &database)
{
    if (auto sound = database.verify(); !sound)
        return sound.error();
    auto transaction = Transaction::begin(database, Access::Read);
    if (!transaction)
        return transaction.error();
    if (auto chain = ChangeStore(*transaction).verifyAudit(); !chain)
        return chain.error();
    return forEachArticle(*transaction, [&](const Article &article) { return verifyArticle(*transaction, article); });
}

} // namespace toasoan
