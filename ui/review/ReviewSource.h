// What the review page wants from the newsroom, as functions: the desk gives them, and so can a test. Answers come
// later, in the GUI thread, and only while `context` lives; see sync/Desk.h for what each promises.
#pragma once

#include "sync/Desk.h"
#include "ui/models/UnfinishedList.h"
#include "ui/review/ReadingHtml.h"

#include <QUrl>

namespace toasoan {

struct ReviewSource
{
    std::function<void(const ArticleQuery &query, const std::optional<ListCursor> &after, QObject *context,
                       Callback<ArticlePage> done)>
        list;
    std::function<void(ArticleId id, QObject *context, Callback<std::optional<ArticleLine>> done)> line;
    std::function<void(ArticleId id, QObject *context, Callback<ArticleView> done)> article;
    std::function<void(const Command &command, QObject *context, Callback<ArticleView> done)> submit;
    std::function<void(ArticleId id, QObject *context, Callback<std::vector<RevisionLine>> done)> revisions;
    std::function<void(ArticleId id, Version version, QObject *context, Callback<Content> done)> revision;
    std::function<void(MediaId media, QObject *context, Callback<QString> done)> pictureFile;
    /// How far the desk is in knowing all that the server knows, and what can be done to get on.
    std::function<ConnectionView()> connection;
    std::function<SignInState()> signInState;
    std::function<void(UnfinishedList::WayOn)> goOn; ///< to reach the server, or to connect
    std::function<Actor()> actor;
    std::function<Workflow()> workflow;
    std::function<QString(SectionId)> sectionName;
    std::function<QString(const QString &code)> genreName;
    std::function<QString(UserId)> personName;
    std::function<std::vector<User>()> users; ///< of the board, as far as they are known here
    std::function<ChecklistPolicy()> checklist; ///< of the site
    std::function<QUrl(const Article &article)> portalAddress = {}; ///< of what readers have; empty for the rest
    std::function<std::optional<Site>()> site = {};
    std::function<std::vector<Section>()> sections = {}; ///< in the order of menus
    std::function<Genres()> genres = {};
    std::function<Instant()> now;
};

[[nodiscard]] NamedPlace placeOf(const ReviewSource &source, const Content &content);

/// `desk` must outlive the source.
[[nodiscard]] ReviewSource sourceForReview(Desk &desk);

} // namespace toasoan
