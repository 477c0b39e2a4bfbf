// A newsroom with a real server that listens on a free port, and what a test asks of a desk.
#pragma once

#include "backend/Administration.h"
#include "backend/Backend.h"
#include "backend/NewsroomSetup.h"
#include "support/Patience.h"
#include "sync/Desk.h"

#include <QTemporaryDir>
#include <QTest>

namespace toasoan::test {

using namespace Qt::StringLiterals;

// Waits for an answer of the desk.
template <typename T, typename Ask>
Result<T> answerOf(Ask ask)
{
    std::optional<Result<T>> answer;
    QObject context;
    ask(&context, [&answer](const Result<T> &result) { answer = result; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, longestWait))
        return Error{ErrorCode::Internal, u"test.noAnswer"_s, {}};
    return *answer;
}

inline ArticleView viewOf(Desk &desk, ArticleId id)
{
    auto view = answerOf<ArticleView>([&](QObject *context, auto done) { desk.article(id, context, done); });
    return view ? *view : ArticleView();
}

// A newsroom with a server that listens on a free port.
class OfficeServer
{
public:
    OfficeServer()
    {
        auto database = Database::open(newsroomLocation(m_options));
        if (!database || !migrateNewsroom(**database, m_clock, m_dice))
            qFatal("no database");
        section = SectionId::create(m_clock, m_dice);
        const auto made = runAsMachine(
            **database, m_clock, m_dice,
            MakeNewsroom::of(
                site(),
                {{.id = section, .slug = u"tin-tuc"_s, .name = u"Tin tức"_s, .nameEnglish = u"News"_s, .position = 1}},
                newUser(m_clock, m_dice, u"admin"_s, u"Quản trị"_s, {{.role = Role::Administrator, .section = {}}},
                        password)));
        for (const auto &[login, role] :
             {std::pair(u"reporter"_s, Role::Reporter), std::pair(u"editor"_s, Role::Editor)}) {
            if (!runAsMachine(**database, m_clock, m_dice,
                              newUser(m_clock, m_dice, login, login, {{.role = role, .section = {}}}, password),
                              HashCost::Minimal))
                qFatal("no user");
        }
        database->reset();
        auto backend = Backend::start(m_options, m_clock, m_dice);
        if (!made || !backend)
            qFatal("no server");
        m_backend = *std::move(backend);
    }

    [[nodiscard]] const BackendOptions &options() const { return m_options; }
    [[nodiscard]] QString address() const { return u"http://127.0.0.1:%1"_s.arg(m_backend->port()); }

    const QString password = u"mật khẩu dài"_s;
    SectionId section;

private:
    static Site site()
    {
        Site site;
        site.agency = u"Huyện"_s;
        site.title = u"Cổng"_s;
        site.address = u"http://127.0.0.1"_s;
        return site;
    }

    QTemporaryDir m_folder;
    const BackendOptions m_options{.folder = m_folder.path(), .database = {}, .port = 0};
    SystemClock m_clock;
    SystemDice m_dice;
    std::unique_ptr<Backend> m_backend;
};

} // namespace toasoan::test
