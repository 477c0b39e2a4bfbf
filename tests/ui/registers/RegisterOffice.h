// A newsroom with its server, and real desks at it: for what windows of registers do. The server runs in this process.
#pragma once

#include "actions/NewsroomRules.h"
#include "backend/Administration.h"
#include "backend/Backend.h"
#include "backend/CommandRunner.h"
#include "backend/NewsroomSetup.h"
#include "backend/RegisterUpkeep.h"
#include "storage/UserStore.h"
#include "support/Hotline.h"
#include "support/Patience.h"
#include "sync/EntryQuestions.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <map>

namespace toasoan::test {

using namespace Qt::StringLiterals;

class RegisterOffice
{
public:
    /// With the standard registers, and the hotlines where wanted.
    explicit RegisterOffice(bool hasHotlines = true)
    {
        options.folder = m_folder.filePath(u"server"_s);
        options.port = 0;
        if (!makeDataFolder(options))
            qFatal("no folder");
        m_database = *Database::open(newsroomLocation(options), Durability::Noisy); // nobody pulls the plug here
        const Section section{.id = SectionId::create(clock, dice),
                              .slug = u"tin-tuc"_s,
                              .name = u"Tin tức"_s,
                              .nameEnglish = {},
                              .position = 1};
        Site site;
        site.agency = u"Ủy ban nhân dân xã Bình Minh"_s;
        site.address = u"http://127.0.0.1"_s;
        const auto person = [this](const QString &login, const QString &name, Role role) {
            return newUser(clock, dice, login, name, {{.role = role, .section = {}}}, password);
        };
        check(migrateNewsroom(*m_database, clock, dice));
        administer(MakeNewsroom::of(site, {section}, person(u"quantri"_s, u"Nguyễn Văn An"_s, Role::Administrator)));
        administer(person(u"phongvien"_s, u"Trần Thị Bình"_s, Role::Reporter));
        administer(person(u"bientap"_s, u"Lê Thị Cúc"_s, Role::Editor));
        administer(person(u"thuky"_s, u"Phạm Văn Dũng"_s, Role::Secretary));
        administer(person(u"truongban"_s, u"Hoàng Văn Đức"_s, Role::BoardChair));
        check(bringRegistersUp(*m_database, clock, dice));
        if (hasHotlines)
            define(hotlines());
        auto backend = Backend::start(options, clock, dice);
        if (!backend)
            qFatal("no server: %s", qPrintable(backend.error().subject));
        m_backend = *std::move(backend);
    }

    [[nodiscard]] quint16 port() const { return m_backend->port(); }
    /// As an administrator does on the running server.
    void define(const Register &described, Version version = 0)
    {
        m_registers += version == 0 ? 1 : 0;
        administer(DefineRegister{.target = keyOfRegister(described.noun), .version = version, .described = described});
    }

    /// Entries that somebody saves elsewhere, many at once.
    void fill(const Noun &noun, const std::vector<QJsonObject> &entries)
    {
        const auto users = readIn(*m_database, [](Transaction &transaction) { return UserStore(transaction).all(); });
        const auto writer = std::ranges::find(*users, u"bientap"_s, &User::login);
        for (const QJsonObject &says : entries) {
            const Save save{.target = {.noun = noun, .id = RecordId::create(clock, dice)},
                            .base = 0,
                            .content = QJsonDocument(says).toJson(QJsonDocument::Compact)};
            const auto answer = runCommand(*m_database, clock, writer->actor(),
                                           {.request = RequestId::create(clock, dice), .command = save});
            check(answer);
            if (!answer->record)
                qFatal("not saved: %s", answer->body.constData());
        }
    }

    /// Signed in, and knows all that the server knows. The same folder each time: what a person left is there.
    [[nodiscard]] std::unique_ptr<Desk> desk(const QString &login) { return desk(login, login); }
    [[nodiscard]] std::unique_ptr<Desk> desk(const QString &login, const QString &folder)
    {
        auto desk = std::make_unique<Desk>(DeskOptions{.folder = m_folder.filePath(folder),
                                                       .device = u"test"_s,
                                                       .saveAfter = Milliseconds(3000),
                                                       .makeTransport = {}},
                                           clock, dice, std::make_unique<MemoryVault>());
        bool isIn = false;
        desk->signIn(u"http://127.0.0.1:%1"_s.arg(m_backend->port()), login, password, desk.get(),
                     [&isIn](const Result<User> &user) { isIn = user.ok(); });
        const auto knowsAll = [this, &desk] { return desk->rules().registers().size() == m_registers; };
        if (!QTest::qWaitFor([&isIn] { return isIn; }, 15000) || !sync(*desk) || !QTest::qWaitFor(knowsAll, 15000))
            qFatal("%s, and knows %d of %d registers", isIn ? "in" : "nobody is in",
                   int(desk->rules().registers().size()), int(m_registers));
        return desk;
    }
    [[nodiscard]] static bool sync(Desk &desk)
    {
        std::optional<bool> isDone;
        desk.sync(&desk, [&isDone](const Result<void> &done) { isDone = done.ok(); });
        return QTest::qWaitFor([&isDone] { return isDone.has_value(); }, longestWait) && *isDone;
    }

    template <typename Question>
    [[nodiscard]] static Result<typename Question::Answer> ask(Desk &desk, const Question &question)
    {
        std::optional<Result<typename Question::Answer>> answer;
        desk.ask(question, &desk, [&answer](const auto &given) { answer = given; });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, longestWait))
            qFatal("no answer");
        return *answer;
    }
    template <typename Act>
    [[nodiscard]] static Result<void> act(Desk &desk, const Act &act)
    {
        std::optional<Result<void>> answer;
        desk.act(act, &desk, [&answer](const Result<void> &given) { answer = given; });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, longestWait))
            qFatal("no answer");
        return *answer;
    }

    /// What stands there with these members in the place of its own, saved.
    [[nodiscard]] static Result<void> write(Desk &desk, const Key &key, const QJsonObject &members)
    {
        QJsonObject says;
        TextBase base;
        if (const auto view = ask(desk, AskEntry{key})) {
            says = said(view->record.content);
            base = view->base;
        }
        for (auto member = members.begin(); member != members.end(); ++member)
            says.insert(member.key(), member.value());
        if (auto typed = act(desk, TypeEntry{key, base, QJsonDocument(says).toJson(QJsonDocument::Compact)}); !typed)
            return typed;
        return act(desk, SaveEntry{key});
    }
    /// Saved, and known to the server.
    [[nodiscard]] static Key make(Desk &desk, const Noun &noun, const QJsonObject &members)
    {
        const Key key{.noun = noun, .id = desk.newEntry()};
        const auto saved = write(desk, key, members);
        if (!saved || !sync(desk))
            qFatal("not saved: %s", saved ? "" : qPrintable(saved.error().subject));
        return key;
    }
    [[nodiscard]] static Result<void> step(Desk &desk, const Key &key, Step step, const QString &reason = u"vì thế"_s)
    {
        return act(desk, TakeStep{Move{.target = key, .version = 0, .step = step, .reason = reason}});
    }
    [[nodiscard]] static QJsonObject contentOf(Desk &desk, const Key &key)
    {
        const auto view = ask(desk, AskEntry{key});
        return view ? said(view->record.content) : QJsonObject();
    }

    const SystemClock clock;
    SystemDice dice;
    BackendOptions options;
    const QString password = u"mot-mat-khau"_s;

private:
    void administer(const AdministrativeAction &action)
    {
        const auto done = runAsMachine(*m_database, clock, dice, action, HashCost::Minimal);
        if (!done)
            qFatal("%s %s", qPrintable(done.error().subject), qPrintable(done.error().detail));
    }
    template <typename T>
    static void check(const T &result)
    {
        if (!result)
            qFatal("%s", qPrintable(result.error().subject));
    }

    std::size_t m_registers = standardRegisters().size();
    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Backend> m_backend;
};

} // namespace toasoan::test
