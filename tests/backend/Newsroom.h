// A newsroom with one person for each post, on a database of its own and a clock that a test sets.
#pragma once

#include "backend/Administration.h"
#include "backend/NewsroomSetup.h"
#include "storage/ArticleStore.h"
#include "support/SettableClock.h"
#include "support/TemporaryDatabase.h"

#include <QtDebug>

namespace toasoan {

inline bool isRefused(const CommandAnswer &answer, ErrorCode code)
{
    return answer.refusal && answer.refusal->code == code;
}

/// What a command made of an item.
struct ItemAnswer : CommandAnswer
{
    ItemAnswer() = default;
    explicit ItemAnswer(CommandAnswer answer) : CommandAnswer(std::move(answer))
    {
        if (record)
            article = *articleOf(*record);
    }

    std::optional<Article> article = {};
};

class Newsroom
{
public:
    explicit Newsroom(Engine engine) : m_temporary(engine)
    {
        const Section section{.id = SectionId::create(clock, dice),
                              .slug = QStringLiteral("tin-tuc"),
                              .name = QStringLiteral("Tin tức"),
                              .nameEnglish = {},
                              .position = 1};
        news = section.id;
        Site site;
        site.agency = QStringLiteral("Huyện Triệu Phong");
        site.address = QStringLiteral("http://127.0.0.1");
        ready = migrateNewsroom(database(), clock, dice).ok()
            && administer(MakeNewsroom::of(site, {section},
                                           newUser(clock, dice, QStringLiteral("quantri"), QStringLiteral("Quản"),
                                                   {{.role = Role::Administrator, .section = {}}},
                                                   QStringLiteral("mot-mat-khau"))))
                   .ok();
        reporter = add(QStringLiteral("phongvien"), Role::Reporter);
        editor = add(QStringLiteral("bientap"), Role::Editor);
        secretary = add(QStringLiteral("thuky"), Role::Secretary);
        chair = add(QStringLiteral("truongban"), Role::BoardChair);
    }

    [[nodiscard]] Database &database() { return m_temporary.database(); }
    [[nodiscard]] const DatabaseLocation &location() const { return m_temporary.location(); }

    [[nodiscard]] Content content(const QString &title) const
    {
        Content content;
        content.title = title;
        content.lead = QStringLiteral("Sapo của bài");
        content.section = news;
        return content;
    }

    [[nodiscard]] Envelope envelope(const Command &command)
    {
        return {.request = RequestId::create(clock, dice), .command = command};
    }

    ItemAnswer run(const Actor &actor, const Command &command)
    {
        clock.advance(Milliseconds(1000));
        auto answer = runCommand(database(), clock, actor, envelope(command));
        if (!answer) {
            qWarning("%s %s", qPrintable(answer.error().subject), qPrintable(answer.error().detail));
            return {};
        }
        return ItemAnswer(*std::move(answer));
    }

    /// The article, brought through the chain up to the approval.
    Article approved(const QString &title) { return approved(content(title)); }
    Article approved(const Content &written)
    {
        const auto id = ArticleId::create(clock, dice);
        run(reporter, Save{.target = itemKey(id), .base = 0, .content = canonicalBytes(written)});
        run(reporter, Submit{.target = itemKey(id), .version = 1, .stateSecret = StateSecret::ConfirmedNone});
        run(editor, Move{.target = itemKey(id), .version = 1, .step = Step::Claim, .reason = {}});
        const auto asked =
            run(editor, Move{.target = itemKey(id), .version = 1, .step = Step::RequestApproval, .reason = {}});
        const QString hash = asked.article ? asked.article->contentHash : QString();
        const auto answer = run(chair, Approve{.target = itemKey(id), .version = 1, .contentHash = hash, .note = {}});
        return answer.article.value_or(Article());
    }

    /// The same, and published; not through any server.
    Article published(const QString &title) { return published(content(title)); }
    Article published(const Content &written)
    {
        const Article article = approved(written);
        return run(secretary, Publish{.target = itemKey(article.id), .version = 1}).article.value_or(Article());
    }

    /// Its address on the portal.
    [[nodiscard]] static QString pathOf(const Article &article)
    {
        return QStringLiteral("/tin-tuc/%1-%2.html").arg(article.publication->slug).arg(article.publication->number);
    }

    Result<Article> find(ArticleId id)
    {
        auto transaction = Transaction::begin(database(), Access::Read);
        return ArticleStore(*transaction).find(id);
    }

    SettableClock clock;
    SystemDice dice;
    SectionId news;
    Actor reporter;
    Actor editor;
    Actor secretary;
    Actor chair;
    bool ready = false;

    /// As from the command line.
    Result<void> administer(const AdministrativeAction &action)
    {
        return runAsMachine(database(), clock, dice, action, HashCost::Minimal);
    }
    /// A further person; nobody if he cannot be added.
    Actor add(const QString &login, Role role)
    {
        const AddUser user =
            newUser(clock, dice, login, login, {{.role = role, .section = {}}}, QStringLiteral("mot-mat-khau"));
        return administer(user) ? user.user().actor() : Actor();
    }

private:
    TemporaryDatabase m_temporary;
};

} // namespace toasoan
