#include "ui/registers/EntryTitles.h"

#include "domain/Posts.h"
#include "sync/EntryQuestions.h"
#include "text/Language.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace toasoan {

namespace {

QString idIn(const QString &value)
{
    return value.mid(value.indexOf(u'/') + 1);
}

} // namespace

EntryTitles::EntryTitles(Desk &desk, QObject *parent) : QObject(parent), m_desk(desk), m_soon(new QTimer(this))
{
    m_soon->setSingleShot(true);
    m_soon->setInterval(0); // what a page of a list names is asked for at once
    connect(m_soon, &QTimer::timeout, this, &EntryTitles::ask);
    // They may be called something else by now.
    connect(&m_desk, &Desk::entriesChanged, this, [this](const Noun &, const QList<RecordId> &ids) {
        bool isKnown = ids.isEmpty() && !(m_titles.isEmpty() && m_unknown.isEmpty());
        for (const RecordId id : ids)
            isKnown = m_titles.contains(id.toText()) || m_unknown.contains(id.toText()) || isKnown;
        if (!isKnown)
            return;
        m_unknown.clear();
        for (auto title = m_titles.keyBegin(); title != m_titles.keyEnd(); ++title)
            m_wanted.insert(*title);
        m_soon->start();
        emit changed();
    });
    connect(&m_desk, &Desk::newsroomChanged, this, &EntryTitles::changed);
}

QString EntryTitles::titleOf(const Noun &noun, const QString &value)
{
    const qsizetype slash = value.indexOf(u'/');
    const Noun of = slash > 0 ? Noun(value.left(slash)) : noun;
    const QString id = idIn(value);
    if (of == nouns::user) {
        const auto user = UserId::fromText(id);
        return user ? m_desk.nameOf(*user) : QString();
    }
    if (of == nouns::section) {
        const auto section = SectionId::fromText(id);
        const Section *found = section ? m_desk.findSection(*section) : nullptr;
        return found ? nameIn(languageInUse(), *found) : QString();
    }
    if (const auto title = m_titles.constFind(id); title != m_titles.constEnd())
        return *title;
    if (!id.isEmpty() && !m_unknown.contains(id)) {
        m_wanted.insert(id);
        if (!m_soon->isActive())
            m_soon->start();
    }
    return {};
}

bool EntryTitles::isUnknown(const QString &value) const
{
    return m_unknown.contains(idIn(value));
}

void EntryTitles::ask()
{
    const QSet<QString> wanted = std::exchange(m_wanted, {});
    if (wanted.isEmpty())
        return;
    m_desk.ask(AskTitles{QStringList(wanted.begin(), wanted.end())}, this,
               [this, wanted](const Result<QHash<QString, QString>> &titles) {
                   bool isOther = false;
                   for (const QString &id : wanted) {
                       const QString title = titles ? titles->value(id) : QString();
                       isOther = isOther || m_titles.value(id) != title || title.isEmpty();
                       if (title.isEmpty()) {
                           m_titles.remove(id);
                           m_unknown.insert(id);
                       } else {
                           m_titles.insert(id, title);
                       }
                   }
                   if (isOther)
                       emit changed();
               });
}

} // namespace toasoan
