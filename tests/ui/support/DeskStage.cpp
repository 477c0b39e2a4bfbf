#include "ui/support/DeskStage.h"

#include "actions/NewsroomRules.h"
#include "sync/Changes.h"
#include "sync/EntryQuestions.h"
#include "text/Collation.h"
#include "text/Vietnamese.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace toasoan {

using namespace Qt::StringLiterals;

class DeskWorker : public QObject
{
public:
    DeskStage stage;
};

namespace {

QHash<const Desk *, DeskStage *> stages;
const SystemClock systemClock;
SystemDice systemDice;

template <typename T>
void later(QObject *context, Callback<T> done, Result<T> result)
{
    if (context && done)
        QTimer::singleShot(0, context, [done = std::move(done), result = std::move(result)] { done(result); });
}

Result<void> fine()
{
    return {};
}

} // namespace

DeskStage &stageOf(const Desk &desk)
{
    return *stages.value(&desk);
}

ArticleId DeskStage::newId()
{
    return ArticleId::create(systemClock, systemDice);
}

void DeskStage::allow(ArticleView &view)
{
    view.allowedSteps = Workflow::standard().allowedSteps(view.article, user.actor());
    view.stepsWithReason = Workflow::standard().stepsWithReason(view.article, user.actor());
    view.keepStepsThatFit();
}

ArticleView &DeskStage::add(const Content &content, State state, UserId author)
{
    ArticleView view;
    view.article.id = newId();
    view.article.author = author;
    view.article.version = 1;
    view.article.setContent(content);
    view.article.state = state;
    view.article.createdAt = view.article.updatedAt = systemClock.now();
    view.base = {1};
    view.confirmedVersion = view.othersVersion = 1;
    view.confirmedContent = content;
    view.saved = SavedState::Sent;
    allow(view);
    return articles[view.article.id] = view;
}

std::unique_ptr<Desk> makeStageDesk()
{
    return std::make_unique<Desk>(DeskOptions{}, systemClock, systemDice, nullptr);
}

void setTheScene()
{
    DeskStage::signInState = SignInState::SignedIn;
    DeskStage::connection = {.connection = Connection::Online, .lastSync = systemClock.now(), .problem = {}};
    DeskStage::user = {.id = UserId::create(systemClock, systemDice),
                       .login = u"phongvien"_s,
                       .name = u"Lê Thị Hoa"_s,
                       .penName = u"Hoa Lê"_s,
                       .standing = Standing::Active,
                       .grants = {{.role = Role::Reporter, .section = {}}}};
    DeskStage::users = {DeskStage::user};
    DeskStage::sections = {{.id = SectionId::create(systemClock, systemDice),
                            .slug = u"tin-tuc"_s,
                            .name = u"Tin tức – Sự kiện"_s,
                            .nameEnglish = u"News"_s,
                            .position = 1},
                           {.id = SectionId::create(systemClock, systemDice),
                            .slug = u"kinh-te"_s,
                            .name = u"Kinh tế"_s,
                            .nameEnglish = u"Economy"_s,
                            .position = 2}};
    DeskStage::isRemembered = true;
}

Desk::Desk(const DeskOptions &, const Clock &clock, Dice &dice, std::unique_ptr<TokenVault>, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_dice(dice)
    , m_worker(new DeskWorker)
{
    stages.insert(this, &m_worker->stage);
    m_signInState = DeskStage::signInState;
    m_user = DeskStage::user;
    m_users = DeskStage::users;
    m_sections = DeskStage::sections;
    m_rules = std::make_shared<const NewsroomRules>(Workflow::standard());
    m_connection = DeskStage::connection;
    m_site = DeskStage::site;
    m_account = {.server = u"https://toasoan.example.vn"_s,
                 .login = m_user.login,
                 .user = m_user.id,
                 .isRemembered = DeskStage::isRemembered};
}

Desk::~Desk()
{
    stages.remove(this);
    delete m_worker;
}

void Desk::signIn(const QString &server, const QString &login, const QString &, QObject *context, Callback<User> done)
{
    DeskStage &stage = stageOf(*this);
    stage.signIns.push_back(server + u' ' + login);
    if (stage.signInError) {
        later<User>(context, std::move(done), *stage.signInError);
        return;
    }
    m_signInState = SignInState::SignedIn;
    if (stage.nextAccount)
        m_account = *stage.nextAccount;
    later<User>(context, std::move(done), m_user);
    emit signedIn(m_account);
}

void Desk::signOut(QObject *context, Callback<void> done)
{
    m_signInState = SignInState::SignedOut;
    later<void>(context, std::move(done), fine());
    emit signedOut();
}

QString Desk::nameOf(UserId user) const
{
    const auto found = std::ranges::find(m_users, user, &User::id);
    return found == m_users.end() ? QString() : found->name;
}

ChecklistPolicy Desk::checklist() const
{
    return m_site ? m_site->checklist : ChecklistPolicy();
}

const Section *Desk::findSection(SectionId id) const
{
    const auto found = std::ranges::find(m_sections, id, &Section::id);
    return found == m_sections.end() ? nullptr : &*found;
}

namespace {

ArticleLine lineOf(const DeskStage &stage, const ArticleView &view)
{
    const Article &article = view.article;
    const Article there = view.articleAtServer();
    const auto found = stage.news.find(article.id);
    const auto news = found == stage.news.end() ? std::nullopt : std::optional(found->second);
    return {.id = article.id,
            .author = article.author,
            .section = article.content.section,
            .genre = article.content.genre,
            .title = article.content.title,
            .state = article.state,
            .version = article.version,
            .updatedAt = article.updatedAt,
            .savedBy = {},
            .firstPublishedAt = article.publication ? std::optional(article.publication->firstAt) : std::nullopt,
            .publicVersion = there.publication && there.publication->isLive() ? there.publication->version : 0,
            .scheduledAt = article.scheduledAt,
            .saved = view.saved,
            .waiting = int(view.waiting.size()),
            .refused = view.refused() != nullptr,
            .trail = article.trail,
            .news = news,
            .stateAtServer = view.atServer ? std::optional(view.atServer->state) : std::nullopt,
            .scheduledAtServer = view.atServer ? view.atServer->scheduledAt : std::nullopt};
}

} // namespace

const Workflow &Desk::workflow() const
{
    return m_rules->itemChain();
}

// The stage's newsroom has no registers: what windows of registers ask is answered as if nobody were signed in, and
// tested on the real desk (tests/ui/registers).

Error Desk::nobodyIsSignedIn()
{
    return {ErrorCode::Unauthenticated, u"session"_s, {}};
}

void Desk::askReplica(std::function<void(Replica *)> work)
{
    work(nullptr);
}

void Desk::actOnReplica(ActTurn, std::function<Result<Changes>(Replica &)>, std::function<void(Result<void>)> done)
{
    done(nobodyIsSignedIn());
}

QString Desk::newRow()
{
    return {};
}

void Desk::versions(const Key &, QObject *context, Callback<std::vector<RecordVersion>> done)
{
    later<std::vector<RecordVersion>>(context, std::move(done), nobodyIsSignedIn());
}

namespace {

const Error noRegister{ErrorCode::Unsupported, u"noun"_s, {}};

} // namespace

Result<EntryView> AskEntry::run(Replica &) const
{
    return noRegister;
}

Result<EntryPage> AskEntries::run(Replica &) const
{
    return noRegister;
}

Result<QHash<QString, QString>> AskTitles::run(Replica &) const
{
    return noRegister;
}

Result<std::vector<Record>> AskLinksTo::run(Replica &) const
{
    return noRegister;
}

Result<std::map<QString, QString>> AskSameKeys::run(Replica &) const
{
    return noRegister;
}

Result<QString> AskLastRank::run(Replica &) const
{
    return noRegister;
}

Result<Changes> TypeEntry::run(Replica &) const
{
    return noRegister;
}

Result<Changes> SaveEntry::run(Replica &) const
{
    return noRegister;
}

Result<Changes> DropTyped::run(Replica &) const
{
    return noRegister;
}

Result<Changes> TakeStep::run(Replica &) const
{
    return noRegister;
}

void Desk::list(const ArticleQuery &query, const std::optional<ListCursor> &, QObject *context,
                Callback<ArticlePage> done)
{
    if (const auto &error = stageOf(*this).listError) {
        later<ArticlePage>(context, std::move(done), *error);
        return;
    }
    ArticlePage page;
    for (const auto &[id, view] : stageOf(*this).articles) {
        const ArticleLine line = lineOf(stageOf(*this), view);
        const State state = query.taken == StateTaken::Hoped ? line.state : line.shownState();
        if ((query.state && state != *query.state) || (query.section && line.section != *query.section)
            || (query.scope == ListScope::Mine && line.author != m_user.id)
            || (query.scope == ListScope::Unseen && !line.news)
            || !fold(line.title).contains(fold(query.titleContains)))
            continue;
        page.lines.prepend(line);
    }
    if (query.order == ListOrder::Title)
        std::ranges::sort(page.lines, VietnameseOrder(), &ArticleLine::title);
    if (query.direction == Direction::Reversed)
        std::ranges::reverse(page.lines);
    page.count = page.lines.size();
    later<ArticlePage>(context, std::move(done), page);
}

void Desk::article(ArticleId id, QObject *context, Callback<ArticleView> done)
{
    const auto &articles = stageOf(*this).articles;
    const auto found = articles.find(id);
    if (found == articles.end())
        later<ArticleView>(context, std::move(done), Error{ErrorCode::NotFound, u"article"_s, {}});
    else
        later<ArticleView>(context, std::move(done), found->second);
}

void Desk::line(ArticleId id, QObject *context, Callback<std::optional<ArticleLine>> done)
{
    const auto &articles = stageOf(*this).articles;
    const auto found = articles.find(id);
    later<std::optional<ArticleLine>>(context, std::move(done),
                                      found == articles.end() ? std::nullopt
                                                              : std::optional(lineOf(stageOf(*this), found->second)));
}

ArticleId Desk::newArticle()
{
    return DeskStage::newId();
}

void Desk::type(ArticleId id, TextBase base, const Content &content, QObject *context, Callback<void> done)
{
    DeskStage &stage = stageOf(*this);
    if (stage.typeError) {
        later<void>(context, std::move(done), *stage.typeError);
        return;
    }
    stage.typed.push_back({id, base, content});
    ArticleView &view = stage.articles[id];
    if (view.article.id.isNull()) {
        view.article.id = id;
        view.article.author = m_user.id;
    }
    if (base == view.base)
        view.article.setContent(content);
    view.article.updatedAt = m_clock.now();
    view.saved = SavedState::OnThisPc;
    DeskStage::allow(view);
    later<void>(context, std::move(done), fine());
    emit articleChanged(id);
}

void Desk::save(ArticleId id, QObject *context, Callback<void> done)
{
    stageOf(*this).saves.push_back(id);
    later<void>(context, std::move(done), fine());
}

void Desk::savePutBack(ArticleId id)
{
    stageOf(*this).putBack.push_back(id);
}

void Desk::submit(const Command &command, QObject *context, Callback<ArticleView> done, std::optional<TextBase> read)
{
    DeskStage &stage = stageOf(*this);
    if (read && stage.articles[keyOf(command).id].base != *read) {
        later<ArticleView>(context, std::move(done), Error{ErrorCode::Conflict, u"article.contentHash"_s, {}});
        return;
    }
    stage.commands.push_back(command);
    if (stage.submitError) {
        later<ArticleView>(context, std::move(done), *stage.submitError);
        return;
    }
    ArticleView &view = stage.articles[keyOf(command).id];
    const auto state = Workflow::standard().nextState(view.article, stepOf(command), m_user.actor(), u"vì thế"_s);
    if (!state) {
        later<ArticleView>(context, std::move(done), state.error());
        return;
    }
    const AtServer before{.state = view.article.state,
                          .publication = view.article.publication,
                          .reason = view.article.reason,
                          .scheduledAt = view.article.scheduledAt,
                          .updatedAt = view.article.updatedAt};
    view.article.state = *state;
    const Decision decision{.record = view.article.id,
                            .version = view.article.version,
                            .step = stepOf(command),
                            .actor = m_user.id,
                            .at = m_clock.now(),
                            .reason = {}};
    view.decisions.push_back(decision);
    if (decision.step == Step::Approve)
        view.article.approval = Approval{
            .version = decision.version, .contentHash = view.article.contentHash, .by = m_user.id, .at = decision.at};
    else if (*state != State::Approved && *state != State::Scheduled && *state != State::Published)
        view.article.approval.reset();
    if (decision.step == Step::Publish)
        view.article.publication = Publication{.number = 1,
                                               .slug = u"bai"_s,
                                               .version = decision.version,
                                               .firstAt = decision.at,
                                               .at = decision.at,
                                               .takenDownAt = {}};
    if (decision.step == Step::Unpublish)
        view.article.publication->takenDownAt = decision.at;
    const bool isAuthorAway = view.article.trail.isAuthorAway;
    view.article.trail = trailOf(view.decisions);
    view.article.trail.isAuthorAway = isAuthorAway;
    if (const auto *schedule = std::get_if<Schedule>(&command))
        view.article.scheduledAt = schedule->at;
    if (stage.isServerAway) {
        view.decisions.pop_back(); // confirmed ones
        if (!view.atServer)
            view.atServer = before;
        view.waiting.push_back({.request = RequestId::create(m_clock, m_dice),
                                .article = view.article.id,
                                .title = view.article.content.title,
                                .step = stepOf(command),
                                .givenAt = m_clock.now(),
                                .state = WaitingState::Waiting,
                                .refusal = {}});
    }
    DeskStage::allow(view);
    later<ArticleView>(context, std::move(done), view);
    emit articleChanged(view.article.id);
}

void DeskStage::answer(Desk &desk, ArticleId id, const std::optional<Error> &refusal)
{
    ArticleView &view = articles.at(id);
    const auto first = std::ranges::find_if(
        view.waiting, [](const WaitingCommand &command) { return command.state == WaitingState::Waiting; });
    if (refusal) {
        first->state = WaitingState::Refused;
        first->refusal = refusal;
        view.article.state = view.atServer->state;
        view.article.publication = view.atServer->publication;
        view.article.reason = view.atServer->reason;
        view.article.scheduledAt = view.atServer->scheduledAt;
    } else {
        view.decisions.push_back({.record = id,
                                  .version = view.article.version,
                                  .step = first->step,
                                  .actor = user.id,
                                  .at = systemClock.now(),
                                  .reason = {}});
        view.waiting.erase(first);
    }
    view.atServer.reset();
    DeskStage::allow(view);
    emit desk.articleChanged(id);
}

void Desk::revisions(ArticleId, QObject *context, Callback<std::vector<RevisionLine>> done)
{
    std::vector<RevisionLine> lines;
    for (const DeskStage::Earlier &earlier : stageOf(*this).versions)
        lines.push_back(earlier.line);
    later<std::vector<RevisionLine>>(context, std::move(done), lines);
}

void Desk::revision(ArticleId, Version version, QObject *context, Callback<Content> done)
{
    for (const DeskStage::Earlier &earlier : stageOf(*this).versions) {
        if (earlier.line.version == version)
            return later<Content>(context, std::move(done), earlier.content);
    }
    later<Content>(context, std::move(done), Error{ErrorCode::Unavailable, u"network"_s, {}});
}

void DeskStage::answerPictures()
{
    holdsPictures = false;
    for (const auto &answer : std::exchange(heldPictures, {}))
        answer();
}

void Desk::addPicture(const QString &, QObject *context, Callback<AddedPicture> done)
{
    addPicture(QByteArray(), {}, context, std::move(done));
}

void Desk::addPicture(const QByteArray &, const QString &, QObject *context, Callback<AddedPicture> done)
{
    const DeskStage &stage = stageOf(*this);
    if (stage.holdsPictures)
        stageOf(*this).heldPictures.push_back(
            [this, context = QPointer(context), done = std::move(done)] { addPicture({}, {}, context, done); });
    else if (stage.pictureError)
        later<AddedPicture>(context, std::move(done), *stage.pictureError);
    else
        later<AddedPicture>(
            context, std::move(done),
            AddedPicture{.media = MediaId::create(m_clock, m_dice), .file = {}, .width = 640, .height = 480});
}

void Desk::pictureFile(MediaId, QObject *context, Callback<QString> done)
{
    const QString &file = stageOf(*this).pictureFile;
    later<QString>(context, std::move(done),
                   file.isEmpty() ? Result<QString>(Error{ErrorCode::NotFound, u"media"_s, {}}) : file);
}

void Desk::outbox(QObject *context, Callback<OutboxView> done)
{
    const DeskStage &stage = stageOf(*this);
    if (stage.outboxError)
        later<OutboxView>(context, std::move(done), *stage.outboxError);
    else
        later<OutboxView>(context, std::move(done), stage.outbox);
}

void Desk::retry(RequestId request, QObject *context, Callback<void> done)
{
    stageOf(*this).retries.push_back(request);
    later<void>(context, std::move(done), fine());
}

void Desk::retryPicture(MediaId, QObject *context, Callback<void> done)
{
    later<void>(context, std::move(done), fine());
}

void Desk::discard(RequestId request, QObject *context, Callback<void> done)
{
    stageOf(*this).discards.push_back(request);
    later<void>(context, std::move(done), fine());
}

void Desk::discardPicture(MediaId media, QObject *context, Callback<void> done)
{
    stageOf(*this).discardedPictures.push_back(media);
    later<void>(context, std::move(done), fine());
}

void Desk::keepAsNewDraft(ArticleId id, QObject *context, Callback<ArticleId> done)
{
    stageOf(*this).keptAsDrafts.push_back(id);
    if (!stageOf(*this).articles.contains(id)) // all of it was sent, and it is gone
        later<ArticleId>(context, std::move(done), Error{ErrorCode::NotFound, u"outbox"_s, id.toText()});
    else
        later<ArticleId>(context, std::move(done), DeskStage::newId());
}

void Desk::deleteDraft(ArticleId id, QObject *context, Callback<void> done)
{
    stageOf(*this).deletedDrafts.push_back(id);
    stageOf(*this).articles.erase(id);
    later<void>(context, std::move(done), fine());
    emit articleChanged(id);
}

void Desk::markSeen(ArticleId id)
{
    DeskStage &stage = stageOf(*this);
    if (stage.news.erase(id) == 0)
        return;
    m_unseen = int(stage.news.size());
    emit articleChanged(id);
    emit unseenChanged(m_unseen);
}

void DeskStage::happen(Desk &desk, const ArticleNews &happened)
{
    arriving.push_back(happened);
    desk.networkReturned();
}

void DeskStage::connect(Desk &desk, const ConnectionView &next)
{
    nextConnection = next;
    desk.networkReturned();
}

void Desk::networkReturned()
{
    DeskStage &stage = stageOf(*this);
    if (const auto next = std::exchange(stage.nextConnection, std::nullopt)) {
        m_connection = *next;
        emit connectionChanged(m_connection);
    }
    for (const ArticleNews &happened : std::exchange(stage.arriving, {})) {
        stage.news.insert_or_assign(happened.article, happened.news);
        m_unseen = int(stage.news.size());
        emit articleChanged(happened.article);
        emit unseenChanged(m_unseen);
        emit newsArrived(happened);
    }
}

void Desk::setWorkOffline(bool offline)
{
    m_connection.connection = offline ? Connection::Offline : Connection::Online;
    emit connectionChanged(m_connection);
}

void Desk::sync(QObject *context, Callback<void> done)
{
    DeskStage &stage = stageOf(*this);
    ++stage.syncs;
    later<void>(context, std::move(done), stage.syncError ? Result<void>(*stage.syncError) : fine());
}

} // namespace toasoan
