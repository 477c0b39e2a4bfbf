// Who sits here: in by the door and back to it, out for another language and on where he was.
#include "ui/articles/ArticlesPage.h"
#include "ui/articles/WritingPage.h"
#include "ui/registers/EntryFormPage.h"
#include "ui/review/ReviewPage.h"
#include "ui/shell/Notice.h"
#include "ui/shell/Notifications.h"
#include "ui/widgets/ErrorText.h"
#include "ui/workstation/PageIds.h"
#include "ui/workstation/Workstation.h"

namespace toasoan {

using namespace Qt::StringLiterals;

Workstation::Sitting Workstation::sitting() const
{
    Sitting sitting{.place = m_place, .notices = {}, .wasIn = m_wasIn, .knowsOfKeychain = !m_keychainText.isEmpty()};
    if (m_window.notifications().texts().contains(m_keychainText)) // it is told anew, in the other language
        sitting.knowsOfKeychain = false;
    if (m_place.page == reviewId)
        sitting.place.record = itemKey(m_review->article());
    for (const Notice *notice : m_window.notifications().notices()) {
        // What belongs to a series is told anew, in the other language, or is counted in the outbox.
        if (!notice->isTrouble() || !notice->notification().series.isEmpty())
            continue;
        Notification kept = notice->notification();
        kept.action.clear();
        kept.act = {};
        kept.isThere = {};
        sitting.notices.push_back(std::move(kept));
    }
    return sitting;
}

void Workstation::resume(const Sitting &sitting)
{
    if (m_desk.signInState() == SignInState::SignedOut)
        return;
    m_wasIn = sitting.wasIn;
    if (sitting.knowsOfKeychain)
        m_window.notifications().takeBack(m_keychainText);
    for (Notification notice : sitting.notices) {
        if (notice.say)
            notice.text = notice.say();
        if (const auto id = ArticleId::fromText(notice.about)) {
            notice.action = tr("Open");
            notice.act = [this, id = *id] { openArticle(id); };
            notice.isThere = [this, id = *id] { return isOnScreen(id); };
        } else if (const auto entry = RecordId::fromText(notice.about.section(u'/', 1))) {
            notice.action = tr("Open");
            notice.act = [this, key = Key{.noun = Noun(notice.about.section(u'/', 0, 0)), .id = *entry}] {
                openEntry(key);
            };
        }
        m_window.notifications().notify(notice);
    }
    if (m_desk.signInState() == SignInState::SessionEnded)
        tellSession();
    tellUnseen();
    const auto [page, record] = sitting.place;
    const ArticleId article = record.id;
    if (page == entryId && !article.isNull()) {
        m_desk.ask(AskEntry{record}, this, [this, key = record](const Result<EntryView> &view) {
            if (view)
                openEntry(key);
        });
        return;
    }
    if (page == writingId && !article.isNull())
        m_desk.article(article, this, [this, id = article](const Result<ArticleView> &view) {
            if (view) // an item that was never written in is nowhere
                openArticle(id);
        });
    else if (page != writingId && !page.isEmpty())
        m_window.showPage(page);
    if (page == reviewId && !article.isNull())
        m_review->open(article);
}

void Workstation::tellUnseen()
{
    const int count = m_desk.unseen();
    if (count == 0)
        return;
    m_window.notifications().notify({.tone = Tone::Neutral,
                                     .text = tr("%Ln article(s) with changes not seen yet", nullptr, count) + u'.',
                                     .action = tr("Open"),
                                     .act = [this] { showUnseenList(); },
                                     .about = u"unseen"_s,
                                     .series = u"unseen"_s});
}

void Workstation::showUnseenList()
{
    m_window.showPage(articlesId);
    m_articles->showUnseen();
}

// Another language is another window; this one must not be left with a text that cannot be kept.
void Workstation::leaveForLanguage(Language language)
{
    leaveThen([this, language] { emit languageWanted(language); });
}

void Workstation::enter()
{
    const Account &account = m_desk.account();
    // Whose session had ended finds what he had before him; what was said of it is over.
    const bool isBack = m_person.user == account.user && m_person.server == account.server;
    m_window.notifications().takeBackSeries(sessionSeries);
    if (!m_person.user.isNull() && (m_person.user != account.user || m_person.server != account.server))
        makePages(); // whose session had ended did not come back; somebody else did
    m_person = account;
    m_window.setPerson(m_desk.user().name, m_desk.account().server);
    offerByPost();
    m_window.showPage(isBack ? m_window.currentPage() : articlesId);
    m_window.setGate(nullptr);
    showStatus();
    const bool isIn = m_desk.signInState() == SignInState::SignedIn;
    m_wasIn = m_wasIn || isIn;
    if (isIn && !m_desk.account().isRemembered) {
        m_keychainText = tr("This PC has no keychain, so you will need to sign in each time the program starts. What "
                            "you write is saved either way.");
        tellWhileSo(m_keychainText);
    }
}

// After a start nothing has ended: the sign-in of the last time was not kept.
void Workstation::tellSession()
{
    m_window.notifications().notify(
        {.tone = Tone::Warning,
         .text = m_wasIn ? errorText({ErrorCode::Unauthenticated, u"session"_s, {}})
                         : tr("This PC did not keep the last sign-in. Sign in to send and receive; what you write is "
                              "saved either way."),
         .action = tr("Sign in"),
         .act = [this] { goToDoor(); },
         .series = sessionSeries});
}

// Behind the door the article stays open, but the next who comes in may be another: what cannot be kept keeps the door
// shut, and the person sees why.
void Workstation::goToDoor()
{
    m_writing->save([this](const Result<void> &kept) {
        if (m_desk.signInState() != SignInState::SessionEnded)
            return; // it went by itself meanwhile
        if (!kept) {
            m_window.showPage(writingId);
            return;
        }
        m_entry->keep({});
        showDoor();
        m_writing->save([this](const Result<void> &keptLast) { // what was typed until the door was there
            if (keptLast)
                return;
            m_window.setGate(nullptr);
            m_window.showPage(writingId);
        });
    });
}

void Workstation::showDoor()
{
    const bool mayGoBack = m_desk.signInState() == SignInState::SessionEnded && !m_person.user.isNull();
    m_signIn->setMayGoBack(mayGoBack);
    if (!m_desk.account().server.isEmpty()) {
        m_signIn->setServer(m_desk.account().server);
        m_signIn->setLogin(m_desk.account().login);
    }
    m_window.setGate(m_signIn);
}

} // namespace toasoan
