// What windows ask, and do, about the registers: each a value that is run in the desk's worker (Desk::ask(),
// Desk::act()). Beside Desk.h all that windows see of the desk; with it come the rules that Desk::rules() gives.
#pragma once

#include "actions/NewsroomRules.h"
#include "sync/Changes.h"
#include "sync/Desk.h"
#include "sync/EntryView.h"

#include <QHash>

#include <map>

namespace toasoan {

/// An open entry. NotFound "entry".
struct AskEntry
{
    using Answer = EntryView;
    Key key;
    [[nodiscard]] Result<Answer> run(Replica &replica) const;
};

/// A page of a register's list.
struct AskEntries
{
    using Answer = EntryPage;
    EntryQuery query;
    [[nodiscard]] Result<Answer> run(Replica &replica) const;
};

/// What entries are called, by id; what is not known is left out.
struct AskTitles
{
    using Answer = QHash<QString, QString>;
    QStringList ids;
    [[nodiscard]] Result<Answer> run(Replica &replica) const;
};

/// What refers to a record.
struct AskLinksTo
{
    using Answer = std::vector<Record>;
    Key key;
    [[nodiscard]] Result<Answer> run(Replica &replica) const;
};

/// Which others say the same in a key of the register, one that warns or one that refuses: what they are called, by the
/// key's name.
struct AskSameKeys
{
    using Answer = std::map<QString, QString>;
    Key key;
    QByteArray content;
    [[nodiscard]] Result<Answer> run(Replica &replica) const;
};

/// The rank behind all others.
struct AskLastRank
{
    using Answer = QString;
    Noun noun;
    [[nodiscard]] Result<Answer> run(Replica &replica) const;
};

/// Keeps what is being typed into a form, whatever it says: on the disk when this is answered, and nowhere else until
/// it is saved.
struct TypeEntry
{
    static constexpr ActTurn turn = ActTurn::Hurried;
    Key key;
    TextBase base;
    QByteArray content;
    [[nodiscard]] Result<Changes> run(Replica &replica) const;
};

/// Gives what was typed to be sent. The first of entry::faults(), and nothing is given.
struct SaveEntry
{
    static constexpr ActTurn turn = ActTurn::Ordered;
    Key key;
    [[nodiscard]] Result<Changes> run(Replica &replica) const;
};

/// Forgets what was typed and not saved.
struct DropTyped
{
    static constexpr ActTurn turn = ActTurn::Ordered;
    Key key;
    [[nodiscard]] Result<Changes> run(Replica &replica) const;
};

/// Gives a step with an entry to be taken, as Desk::submit() does with an article; a version of 0 stands for the one
/// shown.
struct TakeStep
{
    static constexpr ActTurn turn = ActTurn::Ordered;
    Command command;
    [[nodiscard]] Result<Changes> run(Replica &replica) const;
};

} // namespace toasoan
