// What is a kind of record's own: its chain, who sees it, and what its content means. Whoever keeps, merges, sends and
// publishes records knows their heads and their contents as bytes, and asks the kind for all else. Items are one kind
// (ItemKind), the entries of each register another (EntryKind). Immutable, shared by threads; found in NewsroomRules.
#pragma once

#include "actions/ActionContext.h"
#include "domain/Record.h"

#include <vector>

namespace toasoan {

/// What lists and rights need of a content.
struct Outline
{
    QString title;
    SectionId section;
    QString genre; ///< of an item; nothing for other kinds
};

/// A content that came from outside, in the form that is stored and hashed.
struct CleanedContent
{
    QByteArray bytes;
    Outline outline;
};

/// Contents are JSON in its canonical form; nothing at all stands for that of a record which was never saved.
class Kind
{
public:
    Kind(const Noun &noun, Workflow chain) : m_noun(noun), m_chain(std::move(chain)) { }
    virtual ~Kind() = default;
    Q_DISABLE_COPY_MOVE(Kind)

    [[nodiscard]] const Noun &noun() const { return m_noun; }
    [[nodiscard]] const Workflow &chain() const { return m_chain; }
    /// Where a record is before it was ever saved.
    [[nodiscard]] State beginsIn() const;

    /// Whether `actor` may see the newest content.
    [[nodiscard]] virtual bool canSee(const Actor &actor, const Record &record) const = 0;
    /// All that canSee() goes by of a person: another text, and he may see other records.
    [[nodiscard]] virtual QString sightOf(const Actor &actor) const = 0;

    /// What came from outside, in the form that is stored and hashed. InvalidInput and TooLarge at the place
    /// ("content.title").
    [[nodiscard]] virtual Result<QByteArray> clean(const QByteArray &content) const = 0;
    /// The same of JSON that was read already.
    [[nodiscard]] virtual Result<CleanedContent> cleanJson(const QJsonObject &content) const;
    /// As a person gave it, without what cannot be in its texts; not judged.
    [[nodiscard]] virtual QByteArray tidy(const QByteArray &content) const = 0;
    /// TooLarge at the place where a clean content is over its limits, unless `was` is so there too and no smaller.
    [[nodiscard]] virtual Result<void> checkLimits(const QByteArray &content, const QByteArray &was) const = 0;
    /// Both changes of `base` in one, not cleaned yet. The error is that of a content that does not read, or of one
    /// that is never merged over.
    [[nodiscard]] virtual Result<QByteArray> merge(const QByteArray &base, const QByteArray &theirs,
                                                   const QByteArray &mine) const = 0;
    /// What of mine such a merge drops without leaving a trace in it: whoever chose it is told.
    [[nodiscard]] virtual std::vector<QString> outvoted(const QByteArray &base, const QByteArray &theirs,
                                                        const QByteArray &mine) const = 0;
    [[nodiscard]] virtual Result<Outline> outline(const QByteArray &content) const = 0;
    /// The pictures that it shows, each once.
    [[nodiscard]] virtual Result<std::vector<MediaId>> pictures(const QByteArray &content) const = 0;
    /// What stands against a step that the chain allows, a save included: something is missing, or left to be chosen.
    /// `record` is in the state after it, and not stored yet.
    [[nodiscard]] virtual Result<void> check(ActionContext &context, const FullRecord &record, Step step) const = 0;
    /// The step was taken and stored: brings what is kept beside records (what readers have, what is found by) in line.
    /// Where the desk tries a step, nothing is (ActionContext::place).
    [[nodiscard]] virtual Result<void> follow(ActionContext &context, const FullRecord &record, Step step) const = 0;

private:
    Noun m_noun;
    Workflow m_chain;
};

} // namespace toasoan
