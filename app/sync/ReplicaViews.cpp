#include "sync/ReplicaViews.h"

#include "document/Document.h"
#include "domain/PublicItem.h"
#include "protocol/ErrorJson.h"

#include <QJsonDocument>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

Error refusalOf(const QByteArray &json)
{
    return errorFromJson(QJsonDocument::fromJson(json).object());
}

// The caption of the figure that shows the picture, or its alternative text.
QString captionOf(const document::Node &node, const QString &media)
{
    for (const document::Node &child : node.children) {
        if (child.type == "figimage"_L1 && document::textAttribute(child, u"media"_s) == media) {
            const QString caption = document::toPlainText(node).section(u'\n', 0, 0);
            return caption.isEmpty() ? document::textAttribute(child, u"alt"_s) : caption;
        }
        if (const QString caption = captionOf(child, media); !caption.isEmpty())
            return caption;
    }
    return {};
}

// A refused picture is known to the person by its place in the text and its caption, not by its id: they become the
// detail, which ErrorText shows for this subject.
void namePicture(Error &refusal, const Content &content)
{
    constexpr auto subject = "article.picture."_L1;
    const auto body = document::readStored(content.body);
    if (!refusal.subject.startsWith(subject) || !body)
        return;
    const QString media = refusal.subject.sliced(subject.size());
    const qsizetype place = document::pictures(*body).indexOf(media);
    if (place < 0)
        return;
    const QString caption = captionOf(*body, media);
    refusal.detail = QString::number(place + 1) + (caption.isEmpty() ? QString() : u" (“%1”)"_s.arg(caption.left(80)));
}

WaitingPicture waitingPicture(const PictureEntry &picture)
{
    WaitingPicture waiting{.media = picture.media,
                           .name = picture.name,
                           .size = picture.size,
                           .sent = picture.sent,
                           .addedAt = picture.addedAt,
                           .refusal = {}};
    if (!picture.error.isEmpty())
        waiting.refusal = refusalOf(picture.error);
    return waiting;
}

} // namespace

std::optional<AtServer> atServer(const ShownArticle &shown)
{
    AtServer there; // what was never sent is nobody else's: a draft
    if (shown.confirmed)
        there = {.state = shown.confirmed->record.state,
                 .publication = shown.confirmed->record.publication,
                 .reason = shown.confirmed->record.reason,
                 .scheduledAt = shown.confirmed->record.scheduledAt,
                 .updatedAt = shown.confirmed->record.updatedAt};
    const Article &here = shown.article;
    const bool isSame = there.state == here.state && there.publication == here.publication
        && there.reason == here.reason && there.scheduledAt == here.scheduledAt;
    return isSame ? std::nullopt : std::optional(there);
}

RevisionLine lineOf(const Revision &revision)
{
    return {.version = revision.version,
            .savedBy = revision.savedBy,
            .savedAt = revision.savedAt,
            .contentHash = revision.contentHash};
}

void ReplicaViews::setClockAhead(Milliseconds ahead)
{
    m_clockAhead = ahead;
    m_shown.clear();
    m_ordered.reset();
}

void ReplicaViews::follow(const Changes &changes)
{
    if (changes.newsroom || changes.isPictureLost)
        m_shown.clear();
    for (const ArticleId id : changes.articles)
        m_shown.remove(id);
    if (changes.newsroom || changes.unseen || !changes.articles.empty())
        m_ordered.reset();
}

Result<const ShownArticle *> ReplicaViews::shown(ArticleId id)
{
    auto known = m_shown.find(id);
    if (known == m_shown.end()) {
        auto made = showArticle(replayContext(), id);
        if (!made)
            return made.error();
        if (!*made)
            return static_cast<const ShownArticle *>(nullptr);
        known = m_shown.insert(id, **std::move(made));
    }
    return static_cast<const ShownArticle *>(&*known);
}

Result<ArticleView> ReplicaViews::article(ArticleId id)
{
    auto made = showArticle(replayContext(), id);
    if (!made)
        return made.error();
    if (!*made)
        return Error{ErrorCode::NotFound, u"article"_s, id.toText()};
    const ShownArticle &shown = **made;
    ArticleView view;
    view.article = shown.article;
    view.base = m_turns.current(id);
    view.saved = shown.saved;
    view.isGone = shown.isGone;
    if (shown.confirmed) {
        view.confirmedVersion = shown.confirmed->record.version;
        auto confirmed = articleOf(shown.confirmed->record);
        if (!confirmed)
            return confirmed.error();
        view.confirmedContent = std::move(confirmed->content);
        view.decisions = shown.confirmed->decisions;
    }
    view.atServer = atServer(shown);
    const Actor actor = m_state.user.actor();
    if (!shown.isGone) {
        // An article that was never saved may be saved as what it will be.
        view.allowedSteps = m_state.rules->itemChain().allowedSteps(shown.article, actor);
        view.stepsWithReason = m_state.rules->itemChain().stepsWithReason(shown.article, actor);
        view.keepStepsThatFit();
    }
    auto waiting = waitingOf(itemKey(id));
    if (!waiting)
        return waiting.error();
    view.waiting = *std::move(waiting);
    auto others = readIn(m_database, [&](Transaction &transaction) {
        return ArticleStore(transaction).newestOfOthers(id, view.confirmedVersion, m_state.user.id);
    });
    if (!others)
        return others.error();
    view.othersVersion = *others;
    return view;
}

Result<std::vector<WaitingCommand>> ReplicaViews::waitingOf(const Key &key)
{
    std::vector<OutboxLine> lines;
    auto pictures = readIn(m_database, [&](Transaction &transaction) -> Result<PicturesOnTheirWay> {
        auto outbox = DeskStore(transaction).outboxLines(key.id);
        if (!outbox)
            return outbox.error();
        lines = *std::move(outbox);
        return PicturesOnTheirWay::load(transaction);
    });
    return pictures ? waitingCommands(lines, *pictures) : Result<std::vector<WaitingCommand>>(pictures.error());
}

// What it is called, and what of its text a refusal may be about.
Result<ReplicaViews::Named> ReplicaViews::named(const Key &key)
{
    if (key.noun == nouns::article) {
        auto article = shown(key.id);
        if (!article)
            return article.error();
        const Content content = *article ? (*article)->article.content : Content();
        return Named{.title = content.title, .content = content, .pictures = picturesOf(content).valueOr({})};
    }
    auto record = showRecord(replayContext(), key);
    if (!record)
        return isOfUnreadableWork(record.error()) ? Result<Named>(Named()) : Result<Named>(record.error());
    if (!*record)
        return Named();
    const FullRecord &says = (*record)->record;
    return Named{.title = says.title,
                 .content = {},
                 .pictures = m_state.rules->find(key.noun)->pictures(says.content).valueOr({})};
}

Result<std::vector<WaitingCommand>> ReplicaViews::waitingCommands(const std::vector<OutboxLine> &lines,
                                                                  const PicturesOnTheirWay &pictures)
{
    std::vector<WaitingCommand> commands;
    QHash<ArticleId, QByteArray> blocked; // by the first refusal
    for (const OutboxLine &entry : lines) {
        auto about = named(entry.target);
        if (!about)
            return about.error();
        const Step step = stepFromText(entry.step).value_or(Step::Save);
        WaitingCommand command{.request = entry.request,
                               .article = entry.target.id,
                               .noun = entry.target.noun,
                               .title = about->title,
                               .step = step,
                               .givenAt = entry.givenAt,
                               .state = WaitingState::Waiting,
                               .refusal = {}};
        const auto block = blocked.constFind(entry.target.id);
        const bool isFirst = block == blocked.cend();
        if (entry.isRefused() && (isFirst || *block != entry.error)) {
            command.state = WaitingState::Refused;
            command.refusal = refusalOf(entry.error);
            namePicture(*command.refusal, about->content);
            if (isFirst)
                blocked.insert(entry.target.id, entry.error);
        } else if (!isFirst) {
            command.state = WaitingState::Behind;
        } else if (entry.offered) {
            command.state = WaitingState::Sending;
        } else if (pictures.mayHoldUp(step) && pictures.holdUp(step, about->pictures)) {
            command.state = WaitingState::WaitingForPictures;
        }
        commands.push_back(std::move(command));
    }
    return commands;
}

Result<OutboxView> ReplicaViews::outbox()
{
    OutboxView view;
    std::vector<OutboxLine> lines;
    auto onTheirWay = readIn(m_database, [&](Transaction &transaction) -> Result<PicturesOnTheirWay> {
        const DeskStore desk(transaction);
        auto all = desk.outboxLines();
        if (!all)
            return all.error();
        lines = *std::move(all);
        auto pictures = desk.pictures();
        if (!pictures)
            return pictures.error();
        std::ranges::transform(*pictures, std::back_inserter(view.pictures), waitingPicture);
        return PicturesOnTheirWay::load(transaction);
    });
    if (!onTheirWay)
        return onTheirWay.error();
    auto commands = waitingCommands(lines, *onTheirWay);
    if (!commands)
        return commands.error();
    view.commands = *std::move(commands);
    return view;
}

Result<std::vector<RevisionLine>> ReplicaViews::revisions(ArticleId id)
{
    auto revisions =
        readIn(m_database, [&](Transaction &transaction) { return ArticleStore(transaction).sittings(id); });
    if (!revisions)
        return revisions.error();
    std::vector<RevisionLine> lines;
    for (const Revision &revision : *revisions)
        lines.push_back(toasoan::lineOf(revision));
    return lines;
}

Result<std::optional<Content>> ReplicaViews::revision(ArticleId id, Version version)
{
    auto revision =
        readIn(m_database, [&](Transaction &transaction) { return ArticleStore(transaction).revision(id, version); });
    if (revision)
        return std::optional(std::move(revision->content));
    if (revision.error().code == ErrorCode::NotFound)
        return std::optional<Content>();
    return revision.error();
}

} // namespace toasoan
