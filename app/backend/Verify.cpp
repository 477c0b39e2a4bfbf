#include "backend/Verify.h"

#include "actions/ChainNews.h"
#include "backend/NewsroomSetup.h"
#include "backend/VerifyEntries.h"
#include "domain/NewsroomJson.h"
#include "storage/ArticleStore.h"
#include "storage/AuditCheck.h"
#include "storage/MediaStore.h"
#include "storage/NewsroomStore.h"
#include "storage/PublicationStore.h"
#include "storage/UserStore.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <map>
#include <set>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// The pictures that some articles have in their texts' versions, and in what the public sees.
struct KeptPictures
{
    std::multimap<ArticleId, MediaId> inArticles;
    std::multimap<ArticleId, MediaId> inPublic;
};

Error corrupt(const char *what, const QString &detail)
{
    return Error{ErrorCode::Corrupt, QLatin1StringView(what), detail};
}

// An action looks at the clock more than once.
bool isSameMoment(Instant one, Instant other)
{
    return std::chrono::abs(one - other) <= std::chrono::seconds(10);
}

/// The chain that steps are judged by, and since when they were taken by it, as far as the log says.
struct Chain
{
    Workflow workflow;
    std::optional<Instant> since;

    [[nodiscard]] bool knows(const Decision &decision) const { return !since || decision.at >= *since; }
};

class ArticleCheck
{
public:
    /// `row` is what lists show of the article.
    ArticleCheck(Transaction &transaction, const Article &article, const ArticleRow &row, const Chain &chain,
                 const KeptPictures &pictures)
        : m_transaction(transaction)
        , m_article(article)
        , m_row(row)
        , m_chain(chain)
        , m_pictures(pictures)
    { }

    Result<void> run();

private:
    [[nodiscard]] Error fault(const char *what) const { return corrupt(what, m_article.id.toText()); }
    [[nodiscard]] const Revision *kept(Version version) const;
    [[nodiscard]] const Decision *last(Step step) const;
    [[nodiscard]] Result<void> checkRevisions();
    [[nodiscard]] bool canBeIn(State state) const;
    [[nodiscard]] Result<void> checkStanding() const;
    [[nodiscard]] Result<void> checkApproval() const;
    [[nodiscard]] Result<void> checkPublication() const;
    [[nodiscard]] Result<void> checkPublicPictures(const PublicItem &shown) const;

    Transaction &m_transaction;
    const Article &m_article;
    const ArticleRow &m_row;
    const Chain &m_chain;
    const KeptPictures &m_pictures;
    std::vector<Revision> m_kept;
    std::vector<Decision> m_decisions;
    std::optional<Content> m_public; // of the version that is public
};

const Revision *ArticleCheck::kept(Version version) const
{
    const auto found = std::ranges::find(m_kept, version, &Revision::version);
    return found == m_kept.end() ? nullptr : &*found;
}

const Decision *ArticleCheck::last(Step step) const
{
    const auto found = std::find_if(m_decisions.rbegin(), m_decisions.rend(),
                                    [step](const Decision &decision) { return decision.step == step; });
    return found == m_decisions.rend() ? nullptr : &*found;
}

Result<void> ArticleCheck::checkRevisions()
{
    // Within a sitting versions are cleaned away; never the first, nor one that a step was about.
    if (!kept(1) || !kept(m_article.version)
        || !std::ranges::all_of(m_decisions, [this](const Decision &decision) { return kept(decision.version); }))
        return fault("revision");
    std::set<MediaId> unexplained;
    const auto [first, end] = m_pictures.inArticles.equal_range(m_article.id);
    for (auto row = first; row != end; ++row)
        unexplained.insert(row->second);
    for (const Revision &line : m_kept) {
        auto revision = ArticleStore(m_transaction).revision(m_article.id, line.version);
        if (!revision)
            return revision.error();
        if (contentHash(revision->content) != revision->contentHash)
            return fault("revision.contentHash");
        std::erase_if(unexplained,
                      [&](MediaId picture) { return revision->content.body.contains(picture.toText().toLatin1()); });
        if (m_article.publication && m_article.publication->version == line.version)
            m_public = std::move(revision->content);
    }
    if (kept(m_article.version)->contentHash != m_article.contentHash)
        return fault("article.contentHash");
    // A picture may have come and gone in versions that were cleaned away.
    const bool isWhole = std::ssize(m_kept) == m_article.version;
    return isWhole && !unexplained.empty() ? Result<void>(fault("article.pictures")) : Result<void>();
}

// Whether the steps that were taken lead to the state: as the chain has it for the last of them, or where a decision
// that was taken back had been taken. What the chain no longer tells is not doubted, nor what was done by another one
// before it. Saving leaves an item where it is.
bool ArticleCheck::canBeIn(State state) const
{
    if (m_decisions.empty())
        return state == State::Draft;
    if (!m_chain.knows(m_decisions.back()))
        return true;
    const Step step = m_decisions.back().step;
    if (step == Step::Revoke) {
        if (!m_chain.knows(m_decisions.front())) // where it led to is known by all steps before
            return true;
        const Trail trail = trailOf(m_decisions, m_chain.workflow);
        const Trail before = trailOf({m_decisions.begin(), m_decisions.end() - 1}, m_chain.workflow);
        const auto back = trail.lastFrom ? takenBackTo(*trail.lastFrom, before) : std::nullopt;
        if (!back || *back == state)
            return true;
    }
    bool isKnown = false;
    for (const Transition &row : m_chain.workflow.transitions()) {
        if (row.step == step && row.to == state)
            return true;
        isKnown = isKnown || row.step == step;
    }
    return !isKnown;
}

// What the article's own row says beside its text: where it stands and why, and what lists show of it.
Result<void> ArticleCheck::checkStanding() const
{
    const Content &newest = m_article.content;
    if (m_row.title != newest.title || m_row.section != newest.section || m_row.genre != newest.genre)
        return fault("article.content");
    if (!canBeIn(m_article.state) || m_article.scheduledAt.has_value() != (m_article.state == State::Scheduled))
        return fault("article.state");
    if (m_article.reason != (m_decisions.empty() ? QString() : m_decisions.back().reason))
        return fault("article.reason");
    return {};
}

Result<void> ArticleCheck::checkApproval() const
{
    if (!m_article.approval)
        return {};
    const Approval &approval = *m_article.approval;
    const Decision *decision = last(Step::Approve);
    if (!decision || decision->version != approval.version || decision->actor != approval.by
        || !isSameMoment(decision->at, approval.at) || kept(approval.version)->contentHash != approval.contentHash)
        return fault("article.approval");
    return {};
}

Result<void> ArticleCheck::checkPublicPictures(const PublicItem &shown) const
{
    std::vector<MediaId> pictures;
    if (m_public->body.contains("\"figimage\"")) { // most items have none, and reading a text takes time
        auto read = picturesOf(*m_public);
        if (!read)
            return read.error();
        pictures = *std::move(read);
    }
    const std::set<MediaId> inText(pictures.begin(), pictures.end());
    const auto first = pictures.empty() ? std::nullopt : std::optional(pictures.front());
    std::set<MediaId> opened;
    const auto [from, end] = m_pictures.inPublic.equal_range(m_article.id);
    for (auto row = from; row != end; ++row)
        opened.insert(row->second);
    return opened == inText && shown.picture == first ? Result<void>() : Result<void>(fault("publication.pictures"));
}

Result<void> ArticleCheck::checkPublication() const
{
    const Publication &publication = *m_article.publication;
    // The portal knows nothing of an item but this row and the revision that it names.
    auto shown = PublicationStore(m_transaction).find(publication.number);
    if (!shown && shown.error().code == ErrorCode::NotFound)
        return fault("publication");
    if (!shown)
        return shown.error();
    const Publication asShown{.number = shown->number,
                              .slug = shown->slug,
                              .version = shown->version,
                              .firstAt = shown->firstAt,
                              .at = shown->at,
                              .takenDownAt = shown->takenDownAt};
    if (shown->article != m_article.id || asShown != publication)
        return fault("publication");
    if (!m_public || shown->title != m_public->title || shown->lead != m_public->lead || shown->genre != m_public->genre
        || shown->section != m_public->section)
        return fault("publication.content");
    if (auto sound = PublicationStore(m_transaction).verifyTexts(*shown, *m_public); !sound)
        return sound.error().code == ErrorCode::Corrupt ? fault("publication.texts") : sound.error();
    const bool approved = std::ranges::any_of(m_decisions, [&](const Decision &decision) {
        return decision.step == Step::Approve && decision.version == publication.version;
    });
    if (!approved)
        return fault("publication.approval");
    const Decision *published = last(Step::Publish);
    const Decision *takenDown = last(Step::Unpublish);
    const bool isDown = published && takenDown && takenDown > published;
    const auto first = std::ranges::find(m_decisions, Step::Publish, &Decision::step);
    if (!published || published->version != publication.version || !isSameMoment(published->at, publication.at)
        || !isSameMoment(first->at, publication.firstAt) || isDown != publication.takenDownAt.has_value()
        || (isDown && !isSameMoment(takenDown->at, *publication.takenDownAt)))
        return fault("publication.steps");
    return checkPublicPictures(*shown);
}

Result<void> ArticleCheck::run()
{
    const ArticleStore articles(m_transaction);
    auto kept = articles.revisions(m_article.id);
    if (!kept)
        return kept.error();
    m_kept = *std::move(kept);
    auto decisions = articles.decisions(m_article.id);
    if (!decisions)
        return decisions.error();
    m_decisions = *std::move(decisions);
    if (auto sound = checkRevisions(); !sound)
        return sound;
    if (auto sound = checkStanding(); !sound)
        return sound;
    if (auto sound = checkApproval(); !sound)
        return sound;
    return m_article.publication ? checkPublication() : Result<void>();
}

// How many items are public or were.
Result<qint64> checkArticles(Transaction &transaction, std::optional<Instant> chainSince)
{
    constexpr int page = 1000;
    const ArticleStore articles(transaction);
    auto workflow = NewsroomStore(transaction).workflow();
    if (!workflow)
        return workflow.error();
    const Chain chain{.workflow = *std::move(workflow), .since = chainSince};
    qint64 published = 0;
    std::optional<ArticleId> last;
    while (true) {
        auto ids = articles.ids(last, page);
        if (!ids)
            return ids.error();
        if (ids->empty())
            return published;
        auto inArticles = MediaStore(transaction).ofArticles(ids->front(), ids->back());
        if (!inArticles)
            return inArticles.error();
        auto inPublic = PublicationStore(transaction).picturesOf(ids->front(), ids->back());
        if (!inPublic)
            return inPublic.error();
        auto rows = articles.rows(*ids);
        if (!rows)
            return rows.error();
        const KeptPictures pictures{.inArticles = *std::move(inArticles), .inPublic = *std::move(inPublic)};
        for (const ArticleRow &row : *rows) {
            auto article = articles.find(row.id);
            if (!article)
                return article.error();
            published += article->publication ? 1 : 0;
            if (auto sound = ArticleCheck(transaction, *article, row, chain, pictures).run(); !sound)
                return sound.error();
        }
        last = ids->back();
    }
}

std::set<QByteArray> asSet(const QJsonArray &values)
{
    std::set<QByteArray> texts;
    for (const QJsonValue &value : values)
        texts.insert(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
    return texts;
}

// What the log says last of accounts and settings.
struct LoggedSettings
{
    std::map<QString, QJsonObject> users; ///< by id: "login", "name", "grants", "disabled"
    std::map<QString, QJsonObject> sections; ///< by id: "slug", "name", "nameEnglish"
    std::optional<QString> workflow; ///< its fingerprint
    std::optional<Instant> workflowSince; ///< when that was first said; each newer program says it again
    std::optional<QJsonArray> refusing; ///< rules of the checklist
};

Result<LoggedSettings> loggedSettings(Transaction &transaction)
{
    auto lines = ChangeStore(transaction).auditOfSettings();
    if (!lines)
        return lines.error();
    LoggedSettings said;
    for (const AuditLine &line : *lines) {
        const QJsonObject detail = QJsonDocument::fromJson(line.detail.toUtf8()).object();
        if (line.action == "addUser"_L1)
            said.users[line.nounId] = detail;
        else if (line.action == "disableUser"_L1 || line.action == "enableUser"_L1)
            said.users[line.nounId].insert("disabled"_L1, line.action == "disableUser"_L1);
        else if (line.action == "addSection"_L1)
            said.sections[line.nounId] = detail;
        else if (line.action == "setWorkflow"_L1) {
            const QString print = detail.value("sha256"_L1).toString();
            if (said.workflow != print)
                said.workflowSince = line.at;
            said.workflow = print;
        } else if (line.action == "setChecklist"_L1)
            said.refusing = detail.value("approvalRefuses"_L1).toArray();
    }
    return said;
}

// Whether `said` is as `is` in those of the members that it has: an older program's log says less.
bool agree(const QJsonObject &said, const QJsonObject &is, std::initializer_list<QLatin1StringView> members)
{
    return std::ranges::all_of(members, [&](QLatin1StringView member) {
        return !said.contains(member) || said.value(member) == is.value(member);
    });
}

Result<void> checkSections(Transaction &transaction, const LoggedSettings &said)
{
    auto sections = NewsroomStore(transaction).sections();
    if (!sections)
        return sections.error();
    std::set<QString> there;
    for (const Section &section : *sections) {
        there.insert(section.id.toText());
        const auto logged = said.sections.find(section.id.toText());
        if (logged != said.sections.end()
            && !agree(logged->second, toJson(section), {"slug"_L1, "name"_L1, "nameEnglish"_L1}))
            return corrupt("section", section.id.toText());
    }
    for (const auto &[id, detail] : said.sections) {
        if (!there.contains(id))
            return corrupt("section", id);
    }
    return {};
}

Result<void> checkSettings(Transaction &transaction, LoggedSettings said)
{
    auto users = UserStore(transaction).all();
    if (!users)
        return users.error();
    for (const User &user : *users) {
        const auto known = said.users.find(user.id.toText());
        if (known == said.users.end())
            return corrupt("user", user.id.toText());
        const QJsonObject json = toJson(user);
        const QJsonObject &logged = known->second;
        if (!agree(logged, json, {"login"_L1, "name"_L1}))
            return corrupt("user.name", user.id.toText());
        // An older program's log does not say what somebody may do.
        if (logged.contains("grants"_L1)
            && asSet(logged.value("grants"_L1).toArray()) != asSet(json.value("grants"_L1).toArray()))
            return corrupt("user.grants", user.id.toText());
        if (logged.value("disabled"_L1).toBool() != json.value("disabled"_L1).toBool())
            return corrupt("user.disabled", user.id.toText());
        said.users.erase(known);
    }
    if (!said.users.empty())
        return corrupt("user", said.users.begin()->first);
    if (auto sound = checkSections(transaction, said); !sound)
        return sound;
    const NewsroomStore newsroom(transaction);
    auto workflow = newsroom.workflow();
    if (!workflow)
        return workflow.error();
    if (workflow->transitions().empty() || (said.workflow && *said.workflow != fingerprint(*workflow)))
        return corrupt("workflow", {});
    auto site = newsroom.site(Instant::max());
    if (!site)
        return site.error();
    if (said.refusing && asSet(*said.refusing) != asSet(toJson(*site).value("approvalRefuses"_L1).toArray()))
        return corrupt("site.approvalRefuses", {});
    return {};
}

} // namespace

Result<AuditMark> verifyNewsroom(Database &database, const std::optional<AuditMark> &known)
{
    if (auto whole = database.verify(); !whole)
        return whole.error();
    auto transaction = Transaction::begin(database, Access::Read);
    if (!transaction)
        return transaction.error();
    auto mark = ChangeStore(*transaction).verifyAudit(known);
    if (!mark)
        return mark.error();
    if (auto sound = checkAgainstAudit(*transaction); !sound)
        return sound.error();
    auto said = loggedSettings(*transaction);
    if (!said)
        return said.error();
    const std::optional<Instant> chainSince = said->workflowSince;
    if (auto sound = checkSettings(*transaction, *std::move(said)); !sound)
        return sound.error();
    auto published = checkArticles(*transaction, chainSince);
    if (!published)
        return published.error();
    auto shown = PublicationStore(*transaction).countAll();
    if (!shown)
        return shown.error();
    // Each published article has its row, so there is one that none of them knows.
    if (*shown != *published)
        return corrupt("publication", u"a public item without an article that is published"_s);
    if (auto sound = PublicationStore(*transaction).verifyCounts(); !sound)
        return sound.error();
    if (auto sound = checkEntries(*transaction); !sound)
        return sound.error();
    return mark;
}

} // namespace toasoan
