// The review page on a desk: the one file here that needs more of the desk than its values.
#include "ui/models/NewsroomText.h"
#include "ui/models/PortalLink.h"
#include "ui/review/ReviewPage.h"

#include "domain/Posts.h"

namespace toasoan {

NamedPlace placeOf(const ReviewSource &source, const Content &content)
{
    return {.section = content.section.isNull() ? QString() : source.sectionName(content.section),
            .genre = source.genreName(content.genre)};
}

ReviewSource sourceForReview(Desk &desk)
{
    return {
        .list = [&desk](const ArticleQuery &query, const std::optional<ListCursor> &after, QObject *context,
                        Callback<ArticlePage> done) { desk.list(query, after, context, std::move(done)); },
        .line = [&desk](ArticleId id, QObject *context,
                        Callback<std::optional<ArticleLine>> done) { desk.line(id, context, std::move(done)); },
        .article = [&desk](ArticleId id, QObject *context,
                           Callback<ArticleView> done) { desk.article(id, context, std::move(done)); },
        .submit = [&desk](const Command &command, QObject *context,
                          Callback<ArticleView> done) { desk.submit(command, context, std::move(done)); },
        .revisions =
            [&desk](ArticleId id, QObject *context, Callback<std::vector<RevisionLine>> done) {
                desk.revisions(id, context, std::move(done));
            },
        .revision = [&desk](ArticleId id, Version version, QObject *context,
                            Callback<Content> done) { desk.revision(id, version, context, std::move(done)); },
        .pictureFile = [&desk](MediaId media, QObject *context,
                               Callback<QString> done) { desk.pictureFile(media, context, std::move(done)); },
        .connection = [&desk] { return desk.connection(); },
        .signInState = [&desk] { return desk.signInState(); },
        .goOn = [&desk](UnfinishedList::WayOn wayOn) { toasoan::goOn(desk, wayOn); },
        .actor = [&desk] { return desk.user().actor(); },
        .workflow = [&desk] { return desk.workflow(); },
        .sectionName =
            [&desk](SectionId id) {
                const Section *section = desk.findSection(id);
                return section ? nameIn(languageInUse(), *section) : QString();
            },
        .genreName = [&desk](const QString &code) { return genreText(desk.genres(), code); },
        .personName = [&desk](UserId id) { return desk.nameOf(id); },
        .users = [&desk] { return desk.users(); },
        .checklist = [&desk] { return desk.checklist(); },
        .portalAddress = [&desk](const Article &article) { return portalAddress(desk, article); },
        .site = [&desk] { return desk.site(); },
        .sections = [&desk] { return desk.sections(); },
        .genres = [&desk] { return desk.genres(); },
        .now = [&desk] { return desk.now(); },
    };
}

ReviewPage::ReviewPage(Desk &desk, QWidget *parent) : ReviewPage(sourceForReview(desk), parent)
{
    connect(&desk, &Desk::articleChanged, this, &ReviewPage::refresh);
    connect(&desk, &Desk::articlesChanged, this, &ReviewPage::reload);
    connect(&desk, &Desk::newsroomChanged, this, &ReviewPage::reload);
    connect(&desk, &Desk::pictureArrived, this, &ReviewPage::refreshPictures);
    connect(&desk, &Desk::connectionChanged, this, &ReviewPage::showConnection);
    connect(&desk, &Desk::signedIn, this, [this, known = desk.user().id](const Account &account) mutable {
        if (std::exchange(known, account.user) != account.user) // who comes back goes on where he was
            clear();
        reload();
    });
    connect(&desk, &Desk::signedOut, this, &ReviewPage::clear);
}

} // namespace toasoan
