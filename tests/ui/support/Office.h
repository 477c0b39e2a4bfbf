// The whole window over the stage, with a person of some post before it.
#pragma once

#include "support/Patience.h"
#include "ui/articles/ArticlesPage.h"
#include "ui/articles/WritingPage.h"
#include "ui/outbox/OutboxPage.h"
#include "ui/review/ReviewPage.h"
#include "ui/shell/MainWindow.h"
#include "ui/support/DeskStage.h"
#include "ui/widgets/Preferences.h"
#include "ui/workstation/Workstation.h"

#include <QTest>

namespace toasoan {

using namespace Qt::StringLiterals;

inline Content sample(const QString &title)
{
    Content content;
    content.title = title;
    content.lead = u"Sapo của bài"_s;
    content.section = DeskStage::sections[0].id;
    return content;
}

/// A person of that post at his desk, with the window before him.
struct Office
{
    explicit Office(Role role, QSize size = QSize(1366, 768)) : Office(std::vector{role}, size) { }
    explicit Office(const std::vector<Role> &roles, QSize size = QSize(1366, 768))
    {
        DeskStage::user.grants.clear();
        for (const Role role : roles)
            DeskStage::user.grants.push_back({.role = role, .section = {}});
        desk = makeStageDesk();
        window = std::make_unique<MainWindow>();
        workstation = new Workstation(*desk, clock, *window, &preferences);
        window->resize(size);
        window->show();
        isReady = QTest::qWaitForWindowActive(window.get(), longestWait);
    }
    ArticleId add(State state, bool isOwn, const QString &title = u"Xã họp dân bàn việc làm đường"_s)
    {
        const UserId author = isOwn ? DeskStage::user.id : UserId{DeskStage::newId().uuid};
        ArticleView &view = stageOf(*desk).add(sample(title), state, author);
        view.article.contentHash = contentHash(view.article.content);
        if (state == State::Scheduled)
            view.article.scheduledAt = clock.now() + std::chrono::hours(20);
        if (state == State::Published)
            view.article.publication = Publication{
                .number = 1, .slug = u"xa-hop-dan"_s, .version = 1, .firstAt = {}, .at = {}, .takenDownAt = {}};
        DeskStage::allow(view);
        emit desk->articlesChanged();
        return view.article.id;
    }
    ~Office()
    {
        workstation->writingPage().leave([](const Result<void> &) {});
        window.reset();
    }

    SystemClock clock;
    Preferences preferences;
    std::unique_ptr<Desk> desk;
    std::unique_ptr<MainWindow> window;
    Workstation *workstation = nullptr;
    bool isReady = false;
};

} // namespace toasoan
