// toasoan-cli: the desk without a screen, for scripts and tests. Every call opens the desk's folder, does one thing,
// and, unless --offline is given, waits until the server has answered. What could not go yet waits in the outbox.
#include "base/Log.h"
#include "base/PrivateFiles.h"
#include "domain/Content.h"
#include "main/CommandLine.h"
#include "main/FileVault.h"
#include "sync/Desk.h"
#include "text/DateReading.h"
#include "text/NewsroomZone.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>
#include <QTimer>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

constexpr int refusedCode = 3; // the server said no; what was given waits in the outbox for the person
constexpr int offlineCode = 4; // not sent yet

// On the newsroom's clock, and it says so: "2026-12-31T07:00:00+07:00".
QString momentJson(Instant at)
{
    const QDateTime moment = newsroomTime(at);
    return moment.toOffsetFromUtc(moment.offsetFromUtc()).toString(Qt::ISODate);
}

QJsonObject errorJson(const Error &error)
{
    return {{"code"_L1, toText(error.code)}, {"subject"_L1, error.subject}};
}

QJsonObject toJson(const WaitingCommand &command)
{
    QJsonObject json{{"requestId"_L1, command.request.toText()},
                     {"article"_L1, command.article.toText()},
                     {"title"_L1, command.title},
                     {"step"_L1, toText(command.step)},
                     {"state"_L1, toText(command.state)}};
    if (command.refusal)
        json.insert("refusal"_L1, errorJson(*command.refusal));
    if (command.heldUp)
        json.insert("heldUp"_L1, errorJson(command.heldUp->why));
    return json;
}

QJsonObject toJson(const ArticleView &view)
{
    const Article &article = view.article;
    QJsonArray waiting;
    for (const WaitingCommand &command : view.waiting)
        waiting.append(toJson(command));
    QJsonArray steps;
    for (const Step step : view.allowedSteps)
        steps.append(toText(step));
    QJsonObject json{{"article"_L1, article.id.toText()},
                     {"title"_L1, article.content.title},
                     {"state"_L1, toText(article.state)},
                     {"version"_L1, article.version},
                     {"confirmedVersion"_L1, view.confirmedVersion},
                     {"contentHash"_L1, article.contentHash},
                     {"saved"_L1, toText(view.saved)},
                     {"reason"_L1, article.reason},
                     {"waiting"_L1, waiting},
                     {"allowedSteps"_L1, steps},
                     {"content"_L1, toasoan::toJson(article.content)}};
    if (article.scheduledAt)
        json.insert("scheduledAt"_L1, momentJson(*article.scheduledAt));
    if (article.publication) {
        json.insert("number"_L1, article.publication->number);
        json.insert("slug"_L1, article.publication->slug);
    }
    return json;
}

QJsonObject toJson(const OutboxView &outbox)
{
    QJsonArray commands;
    for (const WaitingCommand &command : outbox.commands)
        commands.append(toJson(command));
    QJsonArray texts;
    for (const UnsavedText &text : outbox.texts)
        texts.append(QJsonObject{
            {"article"_L1, text.article.toText()}, {"title"_L1, text.title}, {"why"_L1, errorJson(text.why)}});
    QJsonArray pictures;
    for (const WaitingPicture &picture : outbox.pictures) {
        QJsonObject json{{"media"_L1, picture.media.toText()},
                         {"name"_L1, picture.name},
                         {"size"_L1, picture.size},
                         {"sent"_L1, picture.sent}};
        if (picture.refusal)
            json.insert("refusal"_L1, errorJson(*picture.refusal));
        if (picture.heldUp)
            json.insert("heldUp"_L1, errorJson(picture.heldUp->why));
        pictures.append(json);
    }
    return {{"commands"_L1, commands}, {"texts"_L1, texts}, {"pictures"_L1, pictures}};
}

DeskOptions optionsFor(const QCommandLineParser &parser)
{
    DeskOptions options;
    options.folder = parser.value(u"data"_s);
    return options;
}

// One call of the program: the desk opens, the work is done, the outbox drains, the program ends.
class Session : public QObject
{
public:
    Session(const QCommandLineParser &parser, std::unique_ptr<TokenVault> vault)
        : m_parser(parser)
        , m_arguments(parser.positionalArguments())
        , m_desk(optionsFor(parser), m_clock, m_dice, std::move(vault))
    {
        connect(&m_desk, &Desk::newsroomChanged, this, [this] { takeZone(); });
        connect(&m_desk, &Desk::openingFailed, this, [this](const Error &error) { fail(error); });
        connect(&m_desk, &Desk::signedIn, this, [this] { opened(); });
        connect(&m_desk, &Desk::signedOut, this, [this] { opened(); });
        QTimer::singleShot(std::chrono::seconds(parser.value(u"wait"_s).toInt()), this, [this] {
            fail({ErrorCode::Unavailable, u"network"_s, u"no answer in time"_s});
        });
    }

private:
    [[nodiscard]] bool isJson() const { return m_parser.isSet(u"json"_s); }

    void takeZone() { useNewsroomZone(zoneNamed(m_desk.site() ? m_desk.site()->timeZone : QString())); }

    void opened()
    {
        takeZone();
        if (m_started)
            return;
        m_started = true;
        if (m_parser.isSet(u"offline"_s))
            m_desk.setWorkOffline(true);
        else if (m_arguments.value(0) != "sign-in"_L1)
            m_desk.setWorkOffline(false);
        start();
    }

    void start()
    {
        const QString command = m_arguments.value(0);
        if (command == "sign-in"_L1)
            return signIn();
        if (m_desk.signInState() == SignInState::SignedOut)
            return fail({ErrorCode::Unauthenticated, u"session"_s, u"sign in first"_s});
        if (command == "sign-out"_L1)
            return m_desk.signOut(this, [this](Result<void> done) { done ? finish({}) : fail(done.error()); });
        if (command == "pull"_L1)
            return settle([this] { finish({{"ok"_L1, true}}); });
        if (command == "list"_L1)
            return settle([this] { list(); });
        if (command == "sections"_L1)
            return settle([this] { sections(); });
        if (command == "outbox"_L1)
            return settle([this] { outbox(); });
        if (command == "add-picture"_L1)
            return addPicture();
        if (command == "new"_L1)
            return write(m_desk.newArticle(), {});
        if (command == "retry"_L1 || command == "discard"_L1)
            return settleCommand(command);
        const auto article = ArticleId::fromText(m_arguments.value(1));
        if (!article)
            return fail({ErrorCode::InvalidInput, u"command line"_s, m_arguments.join(u' ')});
        if (command == "show"_L1)
            return settle([this, id = *article] { show(id); });
        if (command == "save"_L1)
            return settle([this, id = *article] { save(id); });
        // A person decides on the newest state: the desk learns it first. What he vouches for he names himself.
        settle([this, command, id = *article] { step(command, id); });
    }

    // Lets everything go that can go. Without a network, or with --offline, the work goes on all the same.
    void settle(std::function<void()> then)
    {
        if (m_parser.isSet(u"offline"_s))
            return then();
        m_desk.sync(this, [this, then = std::move(then)](Result<void> done) {
            m_isBehind = !done;
            if (!done && done.error().code == ErrorCode::Unauthenticated)
                return fail(done.error());
            then();
        });
    }

    void signIn()
    {
        m_desk.setWorkOffline(false);
        m_desk.signIn(m_parser.value(u"server"_s), m_parser.value(u"login"_s), askPassword(u"Password"_s), this,
                      [this](Result<User> user) {
                          if (!user)
                              return fail(user.error());
                          finish({{"user"_L1, user->id.toText()},
                                  {"name"_L1, user->name},
                                  {"remembered"_L1, m_desk.account().isRemembered}});
                      });
    }

    void list()
    {
        ArticleQuery query;
        query.scope = m_parser.isSet(u"mine"_s) ? ListScope::Mine : ListScope::All;
        query.state = stateFromText(m_parser.value(u"state"_s));
        query.titleContains = m_parser.value(u"title"_s);
        m_desk.list(query, std::nullopt, this, [this](Result<ArticlePage> page) {
            if (!page)
                return fail(page.error());
            QJsonArray lines;
            for (const ArticleLine &line : page->lines) {
                lines.append(QJsonObject{{"article"_L1, line.id.toText()},
                                         {"title"_L1, line.title},
                                         {"state"_L1, toText(line.shownState())},
                                         {"version"_L1, line.version},
                                         {"saved"_L1, toText(line.saved)},
                                         {"waiting"_L1, line.waiting},
                                         {"refused"_L1, line.refused}});
            }
            finish({{"count"_L1, page->count}, {"articles"_L1, lines}});
        });
    }

    void sections()
    {
        QJsonArray list;
        for (const Section &section : m_desk.sections()) {
            list.append(
                QJsonObject{{"section"_L1, section.id.toText()}, {"slug"_L1, section.slug}, {"name"_L1, section.name}});
        }
        finish({{"sections"_L1, list}});
    }

    void outbox()
    {
        m_desk.outbox(this, [this](Result<OutboxView> view) { view ? finish(toJson(*view)) : fail(view.error()); });
    }

    void show(ArticleId id, const QJsonObject &whenGone = {})
    {
        m_desk.article(id, this, [this, whenGone](Result<ArticleView> view) {
            if (!view && view.error().code == ErrorCode::NotFound && !whenGone.isEmpty())
                return finish(whenGone);
            if (!view)
                return fail(view.error());
            const int code = view->refused() ? refusedCode : view->waiting.empty() ? 0 : offlineCode;
            finish(toJson(*view), code);
        });
    }

    void addPicture()
    {
        m_desk.addPicture(m_arguments.value(1), this, [this](Result<AddedPicture> added) {
            if (!added)
                return fail({added.error().code, added.error().subject, m_arguments.value(1)}); // which file
            settle([this, picture = *added] {
                finish(
                    {{"media"_L1, picture.media.toText()}, {"width"_L1, picture.width}, {"height"_L1, picture.height}});
            });
        });
    }

    [[nodiscard]] Result<Content> readContent() const
    {
        QFile file(m_parser.value(u"file"_s));
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::NotFound, u"--file"_s, file.fileName()};
        QJsonParseError problem;
        const auto document = QJsonDocument::fromJson(file.readAll(), &problem);
        if (!document.isObject())
            return Error{ErrorCode::InvalidInput, u"--file"_s, problem.errorString()};
        auto content = storedContent(document.object());
        return content ? cleanContent(withoutStraySigns(*std::move(content))) : content;
    }

    void save(ArticleId id)
    {
        m_desk.article(id, this, [this, id](Result<ArticleView> view) {
            if (!view)
                return fail(view.error());
            write(id, view->base);
        });
    }

    void write(ArticleId id, TextBase base)
    {
        auto content = readContent();
        if (!content)
            return fail(content.error());
        m_desk.type(id, base, *content, this, [this, id](Result<void> typed) {
            if (!typed)
                return fail(typed.error());
            m_desk.save(id, this, [this, id](Result<void> saved) {
                if (!saved)
                    return fail(saved.error());
                settle([this, id] { show(id); });
            });
        });
    }

    // The command of a step, on the version shown.
    [[nodiscard]] Result<Command> commandFor(const QString &name, const ArticleView &view) const
    {
        const Article &article = view.article;
        const QString reason = m_parser.value(u"reason"_s);
        if (name == "submit"_L1) {
            return Command(Submit{.target = itemKey(article.id),
                                  .version = 0,
                                  .stateSecret = m_parser.isSet(u"no-state-secret"_s) ? StateSecret::ConfirmedNone
                                                                                      : StateSecret::NotConfirmed});
        }
        if (name == "approve"_L1) {
            bool isNumber = false;
            const Version read = m_parser.value(u"read"_s).toLongLong(&isNumber);
            if (!isNumber)
                return Error{ErrorCode::InvalidInput, u"--read"_s, m_parser.value(u"read"_s)};
            if (read != article.version) // somebody changed it since
                return Error{ErrorCode::Conflict, u"article.version"_s, QString::number(article.version)};
            return Command(Approve{.target = itemKey(article.id),
                                   .version = article.version,
                                   .contentHash = article.contentHash,
                                   .note = reason});
        }
        if (name == "publish"_L1)
            return Command(Publish{.target = itemKey(article.id), .version = article.version});
        if (name == "unpublish"_L1)
            return Command(Unpublish{.target = itemKey(article.id), .version = article.version, .reason = reason});
        if (name == "schedule"_L1) {
            const auto at = momentFromText(m_parser.value(u"at"_s), newsroomZone());
            if (!at)
                return Error{ErrorCode::InvalidInput, u"--at"_s, m_parser.value(u"at"_s)};
            if (!at->saysItsZone) {
                QTextStream(stderr) << "The hour names no time zone; it was taken as the newsroom's: "
                                    << momentJson(at->at) << Qt::endl;
            }
            return Command(Schedule{.target = itemKey(article.id), .version = article.version, .at = at->at});
        }
        // "request-approval" is the chain's "requestApproval".
        QString text;
        for (const QString &word : name.split(u'-'))
            text += text.isEmpty() ? word : word.left(1).toUpper() + word.mid(1);
        const auto step = stepFromText(text);
        if (!step || !isMove(*step))
            return Error{ErrorCode::InvalidInput, u"command line"_s, name};
        return Command(
            Move{.target = itemKey(article.id), .version = article.version, .step = *step, .reason = reason});
    }

    void step(const QString &name, ArticleId id)
    {
        m_desk.article(id, this, [this, name, id](Result<ArticleView> view) {
            if (!view)
                return fail(view.error());
            auto command = commandFor(name, *view);
            if (!command)
                return fail(command.error());
            m_desk.submit(*command, this, [this, id](Result<ArticleView> given) {
                if (!given)
                    return fail(given.error());
                const bool isDeleted = given->article.state == State::Deleted;
                settle([this, id, isDeleted] {
                    show(id, isDeleted ? QJsonObject{{"deleted"_L1, id.toText()}} : QJsonObject());
                });
            });
        });
    }

    void settleCommand(const QString &command)
    {
        const auto request = RequestId::fromText(m_arguments.value(1));
        if (!request)
            return fail({ErrorCode::InvalidInput, u"command line"_s, m_arguments.join(u' ')});
        const auto done = [this](Result<void> result) {
            if (!result)
                return fail(result.error());
            settle([this] { outbox(); });
        };
        if (command == "retry"_L1)
            m_desk.retry(*request, this, done);
        else
            m_desk.discard(*request, this, done);
    }

    void finish(const QJsonObject &json, int code = 0)
    {
        const auto form = isJson() ? QJsonDocument::Compact : QJsonDocument::Indented;
        QTextStream(stdout) << QString::fromUtf8(QJsonDocument(json).toJson(form).trimmed()) << Qt::endl;
        if (m_isBehind && code == 0)
            code = offlineCode;
        QCoreApplication::exit(code);
    }

    void fail(const Error &error)
    {
        if (isJson())
            QTextStream(stdout) << QString::fromUtf8(
                QJsonDocument(QJsonObject{{"error"_L1, errorJson(error)}}).toJson(QJsonDocument::Compact))
                                << Qt::endl;
        QCoreApplication::exit(complain(error));
    }

    const QCommandLineParser &m_parser;
    const QStringList m_arguments;
    SystemClock m_clock;
    SystemDice m_dice;
    Desk m_desk;
    bool m_started = false;
    bool m_isBehind = false;
};

} // namespace

int main(int argc, char *argv[])
{
    makeFilesPrivate();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"toasoan-cli"_s);
    QCoreApplication::setApplicationVersion(u"0.1.0"_s);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"A desk of Tòa Soạn without a screen.\n\n"
        "  sign-in --server URL --login NAME    (the password comes from standard input)\n"
        "  sign-out | pull | list | sections | outbox\n"
        "  new --file content.json | save ARTICLE --file content.json | show ARTICLE\n"
        "  add-picture FILE\n"
        "  submit ARTICLE --no-state-secret\n"
        "  approve ARTICLE --read VERSION    (the one that show printed)\n"
        "  withdraw | claim | request-approval | publish | unschedule | revoke | delete ARTICLE\n"
        "  return-to-author | return-to-editor | refuse | unpublish | correct ARTICLE "
        "--reason TEXT\n"
        "  schedule ARTICLE --at 2026-12-31T07:00    (the newsroom's hour, unless it ends with Z "
        "or +07:00)\n"
        "  retry REQUEST | discard REQUEST\n\n"
        "Exit code: 0 done, 1 error, 3 refused by the server, 4 not sent yet."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"data"_s, u"Folder of this desk."_s, u"folder"_s, u"toasoan-desk"_s},
        {u"json"_s, u"Print one line of JSON."_s},
        {u"offline"_s, u"Work without the network."_s},
        {u"wait"_s, u"Longest wait for the server, in seconds."_s, u"seconds"_s, u"60"_s},
        {u"token-file"_s, u"Keep the sign-in in this file instead of the system's keychain."_s, u"file"_s},
        {u"server"_s, u"sign-in: address of the server."_s, u"url"_s, u"http://127.0.0.1:8080"_s},
        {u"login"_s, u"sign-in: name of the account."_s, u"name"_s},
        {u"file"_s, u"new, save: the content as JSON."_s, u"file"_s},
        {u"reason"_s, u"The reason of a step."_s, u"text"_s},
        {u"read"_s, u"approve: the version that was read; if another is there by now, it is refused."_s, u"version"_s},
        {u"at"_s,
         u"schedule: day and hour, ISO 8601; without an offset they are the newsroom's, wherever this PC is."_s,
         u"time"_s},
        {u"no-state-secret"_s, u"submit: the author confirms that the item holds no state secret."_s},
        {u"state"_s, u"list: only this state."_s, u"state"_s},
        {u"title"_s, u"list: words of the title."_s, u"words"_s},
        {u"mine"_s, u"list: only what this person wrote."_s},
    });
    parser.addPositionalArgument(u"command"_s, u"What to do."_s);
    parser.process(application);
    if (parser.positionalArguments().isEmpty())
        parser.showHelp(2);
    setLogLevel(LogLevel::Error);

    std::unique_ptr<TokenVault> vault = parser.isSet(u"token-file"_s)
        ? std::make_unique<FileVault>(parser.value(u"token-file"_s))
        : makeKeychainVault();
    Session session(parser, std::move(vault));
    return QCoreApplication::exec();
}
