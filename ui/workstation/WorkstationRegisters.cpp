// The registers' pages in the window: which is led to, what is opened from elsewhere, what is told of entries.
#include "ui/articles/WritingPage.h"
#include "ui/registers/EntryFormPage.h"
#include "ui/registers/RegisterText.h"
#include "ui/registers/RegistersPage.h"
#include "ui/shell/Notifications.h"
#include "ui/widgets/ErrorText.h"
#include "ui/workstation/PageIds.h"
#include "ui/workstation/Workstation.h"

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

void Workstation::followRegisters()
{
    connect(m_registers, &RegistersPage::entryChosen, this, &Workstation::openEntry);
    connect(m_registers, &RegistersPage::newEntryWanted, this, &Workstation::newEntry);
    connect(m_registers, &RegistersPage::registersChanged, this, &Workstation::offerByPost);
    connect(m_registers, &RegistersPage::done, this, [this](const QString &sentence) { tell(sentence, true); });
    connect(m_entry, &EntryFormPage::done, this, [this](const QString &sentence) { tell(sentence, true); });
    connect(m_entry, &EntryFormPage::backWanted, this, [this] {
        const Key key = m_entry->key();
        m_entry->keep([this, key](const Result<void> &kept) {
            if (!kept)
                return;
            if (!key.id.isNull()) {
                m_registers->showRegister(key.noun);
                m_registers->mark(key);
            }
            m_window.showPage(registersId);
        });
    });
    connect(m_entry, &EntryFormPage::entryChosen, this, &Workstation::openEntry);
    connect(m_entry, &EntryFormPage::articleChosen, this, &Workstation::openArticle);
    connect(m_entry, &EntryFormPage::lost, this, [this](const Key &gone) {
        const Place place{entryId, gone};
        std::erase(m_before, place);
        if (m_place == place)
            m_place = {};
    });
}

void Workstation::openEntry(const Key &key)
{
    leaveThen([this, key] {
        m_registers->showRegister(key.noun);
        m_registers->mark(key);
        m_entry->open(key);
        m_window.showPage(entryId);
    });
}

void Workstation::newEntry(const Noun &noun)
{
    leaveThen([this, noun] {
        m_entry->openNew(noun);
        m_window.showPage(entryId);
    });
}

void Workstation::openRecord(const Key &key)
{
    if (key.noun == nouns::article)
        openArticle(key.id);
    else
        openEntry(key);
}

// In the words of its register, and of which entry.
void Workstation::tellEntryProblem(const Key &about, const Error &error)
{
    m_desk.ask(AskEntry{about}, this, [this, about, error](const Result<EntryView> &view) {
        const Register *described = m_desk.rules().findRegister(about.noun);
        Notification told{.tone = Tone::Bad, .text = {}, .action = {}, .act = {}};
        told.about = toText(about.noun) + u'/' + about.id.toText();
        const QString title = view && described ? entry::titleOf(*described, view->record.content) : QString();
        told.say = [error, title, described = described ? std::optional(*described) : std::nullopt] {
            return tr("%1: %2", "an entry, and what there is to say about it")
                .arg(quotedEntry(title), described ? entryRefusalText(*described, error) : errorText(error));
        };
        told.text = told.say();
        if (view) {
            told.action = tr("Open");
            told.act = [this, about] { openEntry(about); };
            told.isThere = [this, about] { return m_window.currentPage() == entryId && m_entry->key() == about; };
        }
        m_window.notifications().notify(told);
    });
}

} // namespace toasoan
