// A desk as a process, for what has to be killed: the real Desk in a folder, by the clock of a recording
// (RecordedTime.h). Each line of standard input is one thing that a person does, as JSON; each answer is a line.
//     upgrade_desk FOLDER --now MS [--standing] [--at URL]
// --at: where the server really is that the desk knows by the address of its account, as a resolver of names would
// tell; without it that server is away. So nothing in a recorded folder has to be written over.
#include "sync/Desk.h"
#include "RecordedTime.h"
#include "base/Log.h"
#include "base/PrivateFiles.h"
#include "domain/Content.h"
#include "main/FileVault.h"
#include "protocol/CommandJson.h"
#include "sync/HttpTransport.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>

#include <cstdio>
#include <iostream>
#include <mutex>
#include <set>
#include <string>
#include <thread>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

// What becomes of the commands of an article on their way.
struct Fates
{
    std::mutex mutex;
    std::set<QString> answerLost; ///< the server does them; the desk hears of a gateway that waited too long
    std::set<QString> unheard; ///< the gateway waits too long for a server that never got them
    bool arePiecesUnheard = false; ///< the same of a picture's pieces, whose upload has begun
    bool isAway = false;
};

class Later final : public PendingRequest
{
public:
    explicit Later(std::function<void()> work) { QTimer::singleShot(0, &m_context, std::move(work)); }

private:
    QObject m_context;
};

class FatefulTransport final : public Transport
{
public:
    FatefulTransport(const QString &server, std::shared_ptr<Fates> fates) : m_inner(server), m_fates(std::move(fates))
    { }

    [[nodiscard]] std::unique_ptr<PendingRequest> send(const TransportRequest &request, Done done) override
    {
        const std::scoped_lock lock(m_fates->mutex);
        if (m_fates->isAway)
            return std::make_unique<Later>([done] { done(Error{ErrorCode::Unavailable, u"network"_s, u"away"_s}); });
        const QString article = request.path == "/api/v1/commands"_L1
            ? QJsonDocument::fromJson(request.body)["target"_L1]["id"_L1].toString()
            : QString();
        const TransportResponse tooLate{.status = 504, .fields = {}, .body = "Gateway Timeout"};
        if (m_fates->unheard.contains(article)
            || (m_fates->arePiecesUnheard && (request.method == "PATCH" || request.method == "HEAD")))
            return std::make_unique<Later>([done, tooLate] { done(tooLate); });
        if (m_fates->answerLost.contains(article))
            return m_inner.send(request, [done, tooLate](const auto &) { done(tooLate); });
        return m_inner.send(request, std::move(done));
    }

private:
    HttpTransport m_inner;
    std::shared_ptr<Fates> m_fates;
};

QJsonObject errorJson(const Error &error)
{
    return {{"code"_L1, toText(error.code)}, {"subject"_L1, error.subject}};
}

QJsonObject viewJson(const WaitingCommand &command)
{
    QJsonObject json{{"requestId"_L1, command.request.toText()},
                     {"article"_L1, command.article.toText()},
                     {"title"_L1, command.title},
                     {"step"_L1, toText(command.step)},
                     {"state"_L1, toText(command.state)}};
    if (command.refusal)
        json.insert("refusal"_L1, errorJson(*command.refusal));
    return json;
}

QJsonObject viewJson(const ArticleView &view, const std::optional<News> &news)
{
    const Article &article = view.article;
    QJsonArray waiting;
    for (const WaitingCommand &command : view.waiting)
        waiting.append(viewJson(command));
    QJsonArray decisions;
    for (const Decision &decision : view.decisions)
        decisions.append(QJsonArray{toText(decision.step), decision.version, decision.reason});
    QJsonObject json{{"article"_L1, article.id.toText()}, {"author"_L1, article.author.toText()},
                     {"state"_L1, toText(article.state)}, {"stateAtServer"_L1, toText(view.stateAtServer())},
                     {"version"_L1, article.version},     {"confirmedVersion"_L1, view.confirmedVersion},
                     {"saved"_L1, toText(view.saved)},    {"reason"_L1, article.reason},
                     {"isGone"_L1, view.isGone},          {"waiting"_L1, waiting},
                     {"decisions"_L1, decisions},         {"content"_L1, toJson(article.content)}};
    if (news)
        json.insert("news"_L1, QJsonArray{toText(news->step), news->reason});
    if (article.publication)
        json.insert("number"_L1, article.publication->number);
    return json;
}

// One who sits at the desk.
class Person : public QObject
{
public:
    Person(const DeskOptions &options, const Clock &clock, const QString &tokens)
        : m_desk(options, clock, m_dice, std::make_unique<FileVault>(tokens))
    {
        connect(&m_desk, &Desk::openingFailed, this, [this](const Error &error) { answer(error); });
        connect(&m_desk, &Desk::signedIn, this, [this] { opened(); });
        connect(&m_desk, &Desk::signedOut, this, [this] { opened(); });
    }

    void hear(const QJsonObject &said, Fates &fates)
    {
        const QString what = said["do"_L1].toString();
        const QString id = said["article"_L1].toString();
        const ArticleId article = ArticleId::fromText(id).value_or(ArticleId());
        if (what == "fates"_L1) {
            const std::scoped_lock lock(fates.mutex);
            for (const QJsonValue &each : said["answerLost"_L1].toArray())
                fates.answerLost.insert(each.toString());
            for (const QJsonValue &each : said["unheard"_L1].toArray())
                fates.unheard.insert(each.toString());
            fates.arePiecesUnheard = said["piecesUnheard"_L1].toBool();
            fates.isAway = said["away"_L1].toBool();
            return answer(QJsonObject());
        }
        if (what == "signIn"_L1) {
            return m_desk.signIn(said["server"_L1].toString(), said["login"_L1].toString(),
                                 said["password"_L1].toString(), this,
                                 [this](const Result<User> &user) { user ? answer() : answer(user.error()); });
        }
        if (what == "offline"_L1) {
            m_desk.setWorkOffline(said["offline"_L1].toBool());
            return answer(QJsonObject());
        }
        if (what == "sync"_L1)
            return m_desk.sync(this, [this](const Result<void> &done) { done ? answer() : answer(done.error()); });
        if (what == "type"_L1)
            return type(article.isNull() ? m_desk.newArticle() : article, said["content"_L1].toObject());
        if (what == "save"_L1)
            return m_desk.save(article, this,
                               [this](const Result<void> &done) { done ? answer() : answer(done.error()); });
        if (what == "submit"_L1)
            return submit(said["command"_L1].toObject());
        if (what == "addPicture"_L1) {
            return m_desk.addPicture(QByteArray::fromBase64(said["bytes"_L1].toString().toLatin1()),
                                     said["name"_L1].toString(), this, [this](const Result<AddedPicture> &added) {
                                         added ? answer({{"media"_L1, added->media.toText()}}) : answer(added.error());
                                     });
        }
        if (what == "picture"_L1) {
            return m_desk.pictureFile(MediaId::fromText(said["media"_L1].toString()).value_or(MediaId()), this,
                                      [this](const Result<QString> &path) {
                                          QFile file(path.valueOr({}));
                                          if (!path || !file.open(QIODevice::ReadOnly))
                                              return answer(Error{ErrorCode::NotFound, u"picture"_s, {}});
                                          answer({{"bytes"_L1, QString::fromLatin1(file.readAll().toBase64())}});
                                      });
        }
        if (what == "view"_L1)
            return list({}, {});
        answer(Error{ErrorCode::InvalidInput, what, {}});
    }

private:
    void opened()
    {
        if (!std::exchange(m_isOpen, true))
            answer({{"open"_L1, m_desk.signInState() != SignInState::SignedOut},
                    {"signedIn"_L1, m_desk.signInState() == SignInState::SignedIn}});
    }

    void type(ArticleId id, const QJsonObject &json)
    {
        const auto content = storedContent(json);
        if (!content)
            return answer(content.error());
        m_desk.article(id, this, [this, id, content = *content](const Result<ArticleView> &view) {
            const TextBase base = view ? view->base : TextBase();
            m_desk.type(id, base, content, this, [this, id](const Result<void> &typed) {
                typed ? answer({{"article"_L1, id.toText()}}) : answer(typed.error());
            });
        });
    }

    // An approval is one of what is shown; other steps are for the version that the desk finds (Desk::submit).
    void submit(QJsonObject json)
    {
        const ArticleId id = ArticleId::fromText(json["article"_L1].toString()).value_or(ArticleId());
        m_desk.article(id, this, [this, json](const Result<ArticleView> &view) mutable {
            if (!view)
                return answer(view.error());
            const bool isApproval = json["kind"_L1] == "approve"_L1;
            const QJsonValue kind = json.take("kind"_L1), article = json.take("article"_L1);
            if (isApproval)
                json["contentHash"_L1] = view->article.contentHash;
            auto command = commandFromJson({{"kind"_L1, kind},
                                            {"target"_L1, QJsonObject{{"noun"_L1, u"article"_s}, {"id"_L1, article}}},
                                            {"version"_L1, isApproval ? view->article.version : 1},
                                            {"args"_L1, json}});
            if (!command)
                return answer(command.error());
            if (!isApproval)
                setVersion(*command, 0);
            m_desk.submit(*command, this,
                          [this](const Result<ArticleView> &given) { given ? answer() : answer(given.error()); });
        });
    }

    void list(const std::optional<ListCursor> &after, QList<ArticleLine> lines)
    {
        m_desk.list({}, after, this, [this, lines](const Result<ArticlePage> &page) {
            if (!page)
                return answer(page.error());
            const QList<ArticleLine> all = lines + page->lines;
            if (page->next)
                return list(page->next, all);
            m_desk.outbox(this, [this, all](const Result<OutboxView> &outbox) {
                if (!outbox)
                    return answer(outbox.error());
                articles(all, *outbox, {});
            });
        });
    }

    void articles(const QList<ArticleLine> &lines, const OutboxView &outbox, QJsonArray views)
    {
        if (views.size() == lines.size())
            return tell(outbox, views);
        const ArticleLine line = lines[views.size()];
        m_desk.article(line.id, this, [this, lines, outbox, views, line](const Result<ArticleView> &view) mutable {
            if (!view)
                return answer(view.error());
            views.append(viewJson(*view, line.news));
            articles(lines, outbox, views);
        });
    }

    void tell(const OutboxView &outbox, const QJsonArray &views)
    {
        QJsonArray commands, texts, pictures, people, sections;
        for (const WaitingCommand &command : outbox.commands)
            commands.append(viewJson(command));
        for (const UnsavedText &text : outbox.texts)
            texts.append(QJsonObject{{"article"_L1, text.article.toText()}, {"why"_L1, errorJson(text.why)}});
        for (const WaitingPicture &picture : outbox.pictures) {
            QJsonObject json{{"media"_L1, picture.media.toText()},
                             {"name"_L1, picture.name},
                             {"size"_L1, picture.size},
                             {"sent"_L1, picture.sent}};
            if (picture.heldUp)
                json.insert("heldUp"_L1, true);
            pictures.append(json);
        }
        for (const User &user : m_desk.users())
            people.append(QJsonArray{user.id.toText(), user.login, user.name, user.standing == Standing::Active});
        for (const Section &section : m_desk.sections())
            sections.append(QJsonArray{section.id.toText(), section.slug, section.name, section.nameEnglish});
        answer({{"login"_L1, m_desk.account().login},
                {"server"_L1, m_desk.account().server},
                {"agency"_L1, m_desk.site() ? m_desk.site()->agency : QString()},
                {"unseen"_L1, m_desk.unseen()},
                {"articles"_L1, views},
                {"commands"_L1, commands},
                {"texts"_L1, texts},
                {"pictures"_L1, pictures},
                {"people"_L1, people},
                {"sections"_L1, sections}});
    }

    void answer(const QJsonObject &json = {})
    {
        const QByteArray line = QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
        std::fwrite(line.constData(), 1, std::size_t(line.size()), stdout);
        std::fflush(stdout);
    }
    void answer(const Error &error) { answer(QJsonObject{{"error"_L1, errorJson(error)}}); }

    SystemDice m_dice;
    Desk m_desk;
    bool m_isOpen = false;
};

} // namespace

int main(int argc, char *argv[])
{
    makeFilesPrivate();
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{u"now"_s, {}, u"ms"_s}, {u"standing"_s, {}}, {u"at"_s, {}, u"url"_s}});
    parser.process(application);
    setLogLevel(LogLevel::Error);
    const RecordedTime clock(fromMilliseconds(parser.value(u"now"_s).toLongLong()),
                             parser.isSet(u"standing"_s) ? Pace::Standing : Pace::Running);
    const auto fates = std::make_shared<Fates>();
    fates->isAway = !parser.isSet(u"at"_s);
    DeskOptions options;
    options.folder = parser.positionalArguments().value(0);
    options.device = u"recorded"_s;
    options.saveAfter = std::chrono::hours(1); // what is typed stays typed while it is recorded
    options.makeTransport = [fates, at = parser.value(u"at"_s)](const QString &) {
        return std::make_unique<FatefulTransport>(at, fates);
    };
    Person person(options, clock, options.folder + u"/tokens.json"_s);
    std::thread ears([&] {
        std::string line;
        while (std::getline(std::cin, line)) {
            QMetaObject::invokeMethod(&person, [&person, fates, said = QByteArray::fromStdString(line)] {
                person.hear(QJsonDocument::fromJson(said).object(), *fates);
            });
        }
        QMetaObject::invokeMethod(&application, &QCoreApplication::quit, Qt::QueuedConnection);
    });
    const int code = QCoreApplication::exec();
    ears.join();
    return code;
}
