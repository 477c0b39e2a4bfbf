#include "ui/workstation/Workstation.h"

#include "domain/Posts.h"
#include "text/NewsroomZone.h"
#include "ui/articles/ArticlesPage.h"
#include "ui/articles/WriterQuestions.h"
#include "ui/articles/WritingPage.h"
#include "ui/models/NewsroomText.h"
#include "ui/models/StepText.h"
#include "ui/models/StepWatch.h"
#include "ui/outbox/OutboxPage.h"
#include "ui/registers/EntryFormPage.h"
#include "ui/registers/RegisterText.h"
#include "ui/registers/RegistersPage.h"
#include "ui/review/ReviewPage.h"
#include "ui/shell/Notice.h"
#include "ui/shell/Notifications.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Preferences.h"
#include "ui/workstation/DeskStatus.h"
#include "ui/workstation/NewsAnnouncer.h"
#include "ui/workstation/PageIds.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QTimer>

namespace toasoan {

using namespace Qt::StringLiterals;

Workstation::Workstation(Desk &desk, const Clock &clock, MainWindow &window, Preferences *preferences)
    : QObject(&window)
    , m_desk(desk)
    , m_clock(clock)
    , m_window(window)
    , m_preferences(preferences ? *preferences : *new Preferences(this))
    , m_signIn(new SignInPage(desk, &window))
{
    m_signIn->hide(); // until it is the gate
    takeZone();
    connect(&m_desk, &Desk::newsroomChanged, this, &Workstation::takeZone); // before the pages show hours
    connect(&m_desk, &Desk::signedIn, this, &Workstation::takeZone);
    addCommands();
    makePages();
    m_window.setSearchHint(tr("Search articles by title (Ctrl+Shift+F)"));
    m_window.setClosing([this](MainWindow::ClosingAnswer answer) { leaveAndClose(std::move(answer)); });
    m_window.setKeys([this] { return keys(); });
    follow();
    if (m_desk.signInState() == SignInState::SignedOut)
        showDoor();
    else
        enter();
}

// One mechanism for all that must not be there for the next person: comparison, scroll, selection, filters, search,
// news, half a reason. Whatever a page keeps, it keeps no longer than this.
void Workstation::makePages()
{
    m_window.clearPages();
    m_person = {};
    m_place = {};
    m_before.clear();
    m_articles = new ArticlesPage(m_desk, &m_window);
    m_writing = new WritingPage(m_desk, &m_window, &m_preferences);
    m_review = new ReviewPage(m_desk, &m_window);
    m_review->follow(m_preferences);
    m_registers = new RegistersPage(m_desk, &m_window);
    m_entry = new EntryFormPage(m_desk, &m_window);
    m_outbox = new OutboxPage(m_desk, m_clock, &m_window);
    m_window.addPage(articlesId, tr("Articles"), u"file-text"_s, m_articles);
    m_window.addInnerPage(writingId, articlesId, m_writing);
    m_window.addPage(reviewId, tr("Review"), u"stamp"_s, m_review);
    m_window.addPage(registersId, tr("Registers"), u"library"_s, m_registers);
    m_window.addInnerPage(entryId, registersId, m_entry);
    m_window.addPage(outboxId, tr("Outbox"), u"inbox"_s, m_outbox);
    if (m_settings)
        rememberIn(*m_settings);
    followPages();
    followRegisters();
    showUnseen();
    offerByPost();
}

std::vector<KeyGroup> Workstation::keys() const
{
    std::vector<KeyGroup> groups = m_writing->keys();
    if (handlesOthers(m_desk.workflow(), m_desk.user().actor())) // who does not is led to no review
        groups.insert(groups.begin() + 1,
                      {.title = tr("Reviewing"),
                       .lines = {{u"Ctrl+Enter"_s, tr("Take the main (red) step: approve, publish, accept")},
                                 {u"Enter"_s, tr("From the list to the text")}}});
    return groups;
}

void Workstation::takeZone()
{
    useNewsroomZone(zoneNamed(m_desk.site() ? m_desk.site()->timeZone : QString()));
}

// Nobody is led to a page that is never his, or asked to write what nobody would take from him.
void Workstation::offerByPost()
{
    const Actor actor = m_desk.user().actor();
    m_window.setPageOffered(reviewId, handlesOthers(m_desk.workflow(), actor));
    m_window.setPageOffered(registersId, !registersOf(m_desk).empty());
    m_new->setVisible(writes(m_desk.workflow(), actor));
}

// What is open is kept first. If it cannot be, the person sees it, and why.
void Workstation::leaveThen(std::function<void()> next)
{
    m_writing->leave([this, next = std::move(next)](const Result<void> &left) {
        if (!left) {
            m_window.showPage(writingId);
            return;
        }
        m_entry->keep([this, next](const Result<void> &kept) {
            if (kept)
                next();
            else
                m_window.showPage(entryId);
        });
    });
}

void Workstation::leaveAndClose(MainWindow::ClosingAnswer answer)
{
    m_writing->leave([this, answer = std::move(answer)](const Result<void> &left) {
        if (left)
            leaveEntryAndClose(answer);
        else
            askClosing(writingId, m_writing->title(), left.error(), answer);
    });
}

void Workstation::leaveEntryAndClose(const MainWindow::ClosingAnswer &answer)
{
    m_entry->keep([this, answer](const Result<void> &kept) {
        if (kept)
            answer(MainWindow::Closing::Proceed);
        else
            askClosing(entryId, m_entry->title(), kept.error(), answer);
    });
}

void Workstation::askClosing(const QString &page, const QString &title, const Error &error,
                             const MainWindow::ClosingAnswer &answer)
{
    m_window.showPage(page);
    askLosing(&m_window, title, errorText(error), [this, answer](LosingAnswer chosen) {
        switch (chosen) {
        case LosingAnswer::Stay:
            answer(MainWindow::Closing::Stay);
            return;
        case LosingAnswer::TryAgain:
            leaveAndClose(answer);
            return;
        case LosingAnswer::Lose:
            answer(MainWindow::Closing::Proceed);
            return;
        }
        Q_UNREACHABLE();
    });
}

void Workstation::addCommands()
{
    auto *fresh = new QAction(icon(u"plus"_s), tr("&New article"), &m_window);
    fresh->setShortcut(QKeySequence::New);
    connect(fresh, &QAction::triggered, this, &Workstation::newArticle);
    m_window.setMainCommand(fresh);
    m_new = fresh;

    auto *back = new QAction(icon(u"chevron-left"_s), tr("Back to where you came from"), &m_window);
    back->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Left));
    connect(back, &QAction::triggered, this, &Workstation::goBack);
    m_window.addCommand(back);
    connect(&m_window, &MainWindow::escaped, this, [this] {
        if (m_place.page == writingId || m_place.page == entryId)
            goBack();
    });

    auto *sync = new QAction(icon(u"refresh-cw"_s), tr("Send and receive now"), &m_window);
    sync->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    connect(sync, &QAction::triggered, this, [this] {
        m_desk.sync(this, [this](const Result<void> &result) {
            takeBackLineProblem();
            if (result)
                tell(tr("Everything is up to date."), true);
            else
                tellLineProblem(result.error());
        });
    });
    m_window.addCommand(sync);
    m_sync = sync;

    auto *offline = new QAction(icon(u"cloud-off"_s), tr("Work offline"), &m_window);
    offline->setCheckable(true);
    connect(offline, &QAction::triggered, this, [this](bool isOffline) { m_desk.setWorkOffline(isOffline); });
    connect(&m_desk, &Desk::connectionChanged, offline, [offline](const ConnectionView &connection) {
        offline->setChecked(connection.connection == Connection::Offline);
    });
    m_window.addAccountCommand(offline);
    m_offline = offline;

    const Language other = otherLanguage();
    auto *language = new QAction(icon(u"languages"_s), languageName(other), &m_window);
    connect(language, &QAction::triggered, this, [this, other] { leaveForLanguage(other); });
    m_window.addAccountCommand(language);
    addLookCommands();

    auto *signOut = new QAction(icon(u"log-out"_s), tr("Sign out"), &m_window);
    connect(signOut, &QAction::triggered, this, [this] {
        m_writing->save([this](const Result<void> &kept) { // who stays finds what he had before him
            if (kept)
                sendThenSignOut();
            else
                m_window.showPage(writingId);
        });
    });
    m_window.addAccountCommand(signOut);
}

// What waits on this PC goes only while its writer is signed in: where the server can be reached it goes first, and
// what stays is named before he leaves it. Meanwhile the window takes nothing: it would be left behind without a word.
void Workstation::sendThenSignOut()
{
    if (m_isSigningOut)
        return;
    m_isSigningOut = true;
    m_window.setEnabled(false);
    if (m_desk.connection().connection != Connection::Online) {
        lookThenSignOut();
        return;
    }
    const auto look = [this, isOnce = std::make_shared<bool>(false)] {
        if (!std::exchange(*isOnce, true))
            lookThenSignOut();
    };
    constexpr std::chrono::seconds patience{4}; // a server that does not answer keeps nobody here
    QTimer::singleShot(patience, this, look);
    m_desk.sync(this, [look](const Result<void> &) { look(); });
}

void Workstation::lookThenSignOut()
{
    m_desk.outbox(this, [this](const Result<OutboxView> &outbox) {
        const auto signOut = [this] {
            m_window.showPage(articlesId);
            m_desk.signOut(this, [this](const Result<void> &result) {
                if (!result)
                    tellLineProblem(result.error());
            });
        };
        stay();
        // Once more, whatever came into the page while that went on; not from within it, as it goes with its person.
        const auto leave = [this, signOut] {
            leaveThen([this, signOut] { QMetaObject::invokeMethod(this, signOut, Qt::QueuedConnection); });
        };
        if (outbox && outbox->isEmpty())
            leave();
        else
            askSigningOut(&m_window, outbox ? *outbox : OutboxView(), leave);
    });
}

void Workstation::stay()
{
    m_isSigningOut = false;
    m_window.setEnabled(true);
    m_window.showPage(m_window.currentPage()); // the focus was lost
}

void Workstation::addLookCommands()
{
    connect(&m_preferences, &Preferences::brightnessChanged, this,
            [](Brightness brightness) { applyLook(*qApp, brightness); });
    auto *choice = new QActionGroup(this);
    const auto add = [this, choice](Brightness brightness, const QString &text) {
        auto *look = new QAction(text, choice); // without an icon: its place is that of the mark
        look->setCheckable(true);
        look->setChecked(m_preferences.brightness() == brightness);
        connect(look, &QAction::triggered, this, [this, brightness] { m_preferences.setBrightness(brightness); });
        m_window.addAccountCommand(look);
    };
    add(Brightness::Light, tr("Light look"));
    add(Brightness::Dark, tr("Dark look"));
    add(Brightness::AsSystem, tr("Look of the system"));
}

void Workstation::follow()
{
    connect(m_signIn, &SignInPage::languageWanted, this, &Workstation::leaveForLanguage);
    connect(&m_desk, &Desk::signedIn, this, &Workstation::enter);
    connect(m_signIn, &SignInPage::backWanted, this, [this] { m_window.setGate(nullptr); });
    connect(&m_desk, &Desk::signedOut, this, [this] {
        makePages();
        showDoor();
    });
    connect(&m_desk, &Desk::sessionEnded, this, [this] {
        showStatus();
        tellSession();
    });
    connect(&m_desk, &Desk::openingFailed, this, [this](const Error &error) {
        showDoor();
        m_signIn->explain(errorText(error));
    });
    connect(&m_desk, &Desk::connectionChanged, this, &Workstation::showStatus);
    connect(&m_desk, &Desk::connectionChanged, this, [this](const ConnectionView &connection) {
        if (sendingOver(connection, m_desk.signInState()) == Sending::Now)
            takeBackLineProblem();
    });
    connect(&m_desk, &Desk::unseenChanged, this, &Workstation::showUnseen);
    auto *announcer = new NewsAnnouncer(m_desk, m_window, [this](ArticleId id) { return isOnScreen(id); });
    connect(announcer, &NewsAnnouncer::openWanted, this, &Workstation::openRecord);
    connect(announcer, &NewsAnnouncer::listWanted, this, &Workstation::showUnseenList);
    connect(&m_desk, &Desk::newsroomChanged, this, [this] {
        m_window.setPerson(m_desk.user().name, m_desk.account().server);
        offerByPost();
    });
    connect(&m_desk, &Desk::problemArose, this, [this](const Error &error, const Key &about) {
        const Notification notification{
            .tone = Tone::Bad, .text = errorText(error), .action = {}, .act = {}, .say = [error] {
                return errorText(error);
            }};
        const ArticleId id = about.id;
        if (id.isNull()) {
            m_window.notifications().notify(notification);
            return;
        }
        if (about.noun != nouns::article) {
            tellEntryProblem(about, error);
            return;
        }
        // It stays when another article is opened: which one it is about is said.
        m_desk.article(id, this, [this, id, error, notification](const Result<ArticleView> &view) {
            Notification told = notification;
            told.about = id.toText();
            told.say = [error, title = view ? std::optional(view->article.content.title) : std::nullopt] {
                return title ? aboutArticle(*title, refusalText(error)) : refusalText(error);
            };
            told.text = told.say();
            if (view) {
                told.action = tr("Open");
                told.act = [this, id] { openArticle(id); };
            }
            m_window.notifications().notify(told);
        });
    });
    connect(&m_window, &MainWindow::searchEdited, this, [this](const QString &text) {
        m_articles->setSearch(text);
        if (m_window.currentPage() != articlesId && !text.isEmpty())
            m_window.showPage(articlesId, MainWindow::Focus::Stays); // more letters are to come
    });
    connect(&m_window, &MainWindow::pageShown, this, [this](const QString &id) {
        if (id == writingId && !m_writing->article().isNull())
            arrive({id, itemKey(m_writing->article())});
        else if (id == entryId && !m_entry->key().id.isNull())
            arrive({id, m_entry->key()});
        else if (id != writingId && id != entryId)
            arrive({id, {}});
        if (id != writingId && !m_writing->article().isNull())
            m_writing->save(); // leaving the editor gives what was typed to be sent; the article stays open behind
        for (const ArticleId shown : {m_writing->article(), m_review->article()}) {
            if (!shown.isNull() && isOnScreen(shown))
                see(shown);
        }
        m_window.notifications().lookAgain();
    });
    connect(&m_window, &MainWindow::statusItemActivated, this, [this](const QString &id) {
        if (id == u"connection"_s) {
            activateConnection();
        } else if (id == u"outbox"_s) {
            m_window.showPage(outboxId);
        }
    });
    auto *minute = new QTimer(this);
    minute->start(60'000);
    connect(minute, &QTimer::timeout, this, &Workstation::showStatus);
}

// Whoever clicks where it said a moment ago that there is no connection wants one: of what is connected again by itself
// no click makes the opposite.
void Workstation::activateConnection()
{
    if (m_desk.signInState() == SignInState::SessionEnded) {
        goToDoor();
        return;
    }
    switch (m_desk.connection().connection) {
    case Connection::Offline:
        m_desk.setWorkOffline(false);
        return;
    case Connection::NoNetwork:
        m_desk.sync(this, [](const Result<void> &) {});
        return;
    case Connection::Online:
    case Connection::Connecting:
        m_window.showStatusMenu(u"connection"_s, {m_sync, m_offline});
        return;
    }
    Q_UNREACHABLE();
}

void Workstation::followPages()
{
    connect(m_articles, &ArticlesPage::articleChosen, this, &Workstation::openArticle);
    connect(m_articles, &ArticlesPage::newArticleWanted, this, &Workstation::newArticle);
    connect(m_articles, &ArticlesPage::done, this, [this](const QString &sentence) { tell(sentence, true); });
    connect(m_articles, &ArticlesPage::waits, this, &Workstation::tellWhileSo);
    connect(m_writing, &WritingPage::waits, this, &Workstation::tellWhileSo);
    connect(m_articles, &ArticlesPage::overtaken, &m_window.notifications(), &Notifications::takeBack);
    connect(m_writing, &WritingPage::overtaken, &m_window.notifications(), &Notifications::takeBack);
    connect(m_articles, &ArticlesPage::reworded, &m_window.notifications(), &Notifications::reword);
    connect(m_writing, &WritingPage::reworded, &m_window.notifications(), &Notifications::reword);
    connect(m_articles, &ArticlesPage::failed, this, [this](const std::function<QString()> &say) {
        m_window.notifications().notify({.tone = Tone::Warning, .text = say(), .action = {}, .act = {}, .say = say});
    });
    connect(m_writing, &WritingPage::backWanted, this,
            [this] { leaveThen([this] { m_window.showPage(articlesId); }); });
    connect(m_writing, &WritingPage::openWanted, this, &Workstation::openArticle);
    connect(m_writing, &WritingPage::lost, this, [this](ArticleId gone) {
        const Place place{writingId, itemKey(gone)};
        std::erase(m_before, place);
        if (m_place == place)
            m_place = {};
    });
    connect(m_writing, &WritingPage::done, this, [this](const QString &sentence) { tell(sentence, true); });
    connect(m_writing, &WritingPage::stepFailed, this, [this](ArticleId id, const QString &title, const Error &error) {
        const auto say = [title, error] { return aboutArticle(title, errorText(error)); };
        m_window.notifications().notify({.tone = Tone::Warning,
                                         .text = say(),
                                         .action = tr("Open"),
                                         .act = [this, id] { openArticle(id); },
                                         .about = id.toText(),
                                         .isThere = [this, id] { return isOnScreen(id); },
                                         .say = say});
    });
    connect(m_writing, &WritingPage::keepingFailed, this, [this](const Error &error) {
        if (m_window.currentPage() != writingId)
            m_window.notifications().notify({.tone = Tone::Bad,
                                             .text = errorText(error),
                                             .action = tr("Open"),
                                             .act = [this] { m_window.showPage(writingId); },
                                             .say = [error] { return errorText(error); }});
    });
    connect(m_writing, &WritingPage::reviewWanted, this, [this](ArticleId id) {
        m_window.showPage(reviewId);
        m_review->open(id);
    });
    connect(m_review, &ReviewPage::editWanted, this, &Workstation::openArticle);
    connect(m_review, &ReviewPage::opened, this, [this](ArticleId id) {
        if (isOnScreen(id))
            see(id);
        m_window.notifications().lookAgain();
    });
    connect(m_review, &ReviewPage::restoreWanted, this, [this](ArticleId id, Version version, const Content &content) {
        leaveThen([this, id, version, content] {
            m_window.showPage(writingId);
            m_writing->openAndRestore(id, version, content);
        });
    });
    connect(m_review, &ReviewPage::waitingCountChanged, this,
            [this](int count) { m_window.setBadge(reviewId, count, tr("%Ln waiting for you", nullptr, count)); });
    connect(m_outbox, &OutboxPage::recordChosen, this, &Workstation::openRecord);
    connect(m_outbox, &OutboxPage::countsChanged, this, [this](const OutboxCounts &counts) {
        m_counts = counts;
        m_window.setBadge(outboxId, counts.waiting, tr("%Ln waiting", nullptr, counts.waiting));
        showStatus();
    });
}

void Workstation::rememberIn(QSettings &settings)
{
    m_settings = &settings;
    m_articles->rememberIn(settings);
    m_registers->rememberIn(settings);
}

bool Workstation::isOnScreen(ArticleId id) const
{
    const QString page = m_window.currentPage();
    return (page == writingId && m_writing->article() == id) || (page == reviewId && m_review->article() == id)
        || (page == entryId && m_entry->key().id == id);
}

// What was told of it stands before the person now.
void Workstation::see(ArticleId id)
{
    m_desk.markSeen(id);
    m_window.notifications().takeBackSeries(newsSeries(id));
}

void Workstation::showUnseen()
{
    const int count = m_desk.unseen();
    m_window.setBadge(articlesId, count, tr("%Ln article(s) with changes not seen yet", nullptr, count));
}

void Workstation::openArticle(ArticleId id)
{
    if (id == m_writing->article()) {
        m_window.showPage(writingId);
        return;
    }
    leaveThen([this, id] {
        m_window.showPage(writingId);
        m_writing->open(id);
        see(id);
        m_window.notifications().lookAgain();
        arrive({writingId, itemKey(id)});
    });
}

void Workstation::newArticle()
{
    leaveThen([this] {
        m_window.showPage(writingId);
        m_writing->openNew();
        m_window.notifications().lookAgain();
        arrive({writingId, itemKey(m_writing->article())});
    });
}

void Workstation::arrive(const Place &place)
{
    constexpr std::size_t most = 50;
    if (place == m_place)
        return;
    if (!m_place.page.isEmpty())
        m_before.push_back(m_place);
    if (m_before.size() > most)
        m_before.erase(m_before.begin());
    m_place = place;
}

void Workstation::goBack()
{
    if (m_before.empty() || m_window.isGated())
        return;
    m_place = m_before.back();
    m_before.pop_back();
    if (m_place.page == writingId || m_place.page == entryId)
        openRecord(m_place.record);
    else
        leaveThen([this, page = m_place.page] { m_window.showPage(page); });
}

void Workstation::showStatus()
{
    m_window.setStatusItem(u"connection"_s, connectionStatus(m_desk.connection(), m_desk.signInState(), m_clock.now()));
    m_window.setStatusItem(u"outbox"_s, outboxStatus(m_counts));
    m_window.setStatusItem(u"sync"_s, syncStatus(m_desk.connection(), m_clock.now()));
}

void Workstation::tell(const QString &text, bool isGood)
{
    m_window.notifications().notify(
        {.tone = isGood ? Tone::Good : Tone::Warning, .text = text, .action = {}, .act = {}});
}

// Said again by whatever finds that it is so; so it goes into no other window by itself.
void Workstation::tellWhileSo(const QString &text)
{
    m_window.notifications().notify(
        {.tone = Tone::Warning, .text = text, .action = {}, .act = {}, .series = u"while so: "_s + text});
}

// Why the server could not be reached when the person wanted something of it: said until it can.
void Workstation::tellLineProblem(const Error &error)
{
    m_lineProblem = errorText(error);
    tellWhileSo(m_lineProblem);
}

void Workstation::takeBackLineProblem()
{
    m_window.notifications().takeBack(std::exchange(m_lineProblem, {}));
}

} // namespace toasoan
