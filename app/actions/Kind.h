// What is a kind of record's own: what its content means. Whoever keeps, merges, sends and publishes records knows
// their heads and their contents as bytes, and asks the kind for all else. A new kind is a file and a line in Kind.cpp.
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
struct Kind
{
    Noun noun;
    /// What came from outside, in the form that is stored and hashed. InvalidInput and TooLarge at the place
    /// ("content.title").
    Result<QByteArray> (*clean)(const QByteArray &content);
    /// The same of JSON that was read already.
    Result<CleanedContent> (*cleanJson)(const QJsonObject &content);
    /// As a person gave it, without what cannot be in its texts; not judged.
    QByteArray (*tidy)(const QByteArray &content);
    /// TooLarge at the place where a clean content is over its limits, unless `was` is so there too and no smaller.
    Result<void> (*checkLimits)(const QByteArray &content, const QByteArray &was);
    /// Both changes of `base` in one, not cleaned yet. The error is that of a content that does not read.
    Result<QByteArray> (*merge)(const QByteArray &base, const QByteArray &theirs, const QByteArray &mine);
    /// What of mine such a merge drops without leaving a trace in it: whoever chose it is told.
    std::vector<QString> (*outvoted)(const QByteArray &base, const QByteArray &theirs, const QByteArray &mine);
    Result<Outline> (*outline)(const QByteArray &content);
    /// The pictures that it shows, each once.
    Result<std::vector<MediaId>> (*pictures)(const QByteArray &content);
    /// What stands against a step that the chain allows: something is missing, or left to be chosen. `record` is in the
    /// state after it.
    Result<void> (*check)(ActionContext &context, const FullRecord &record, Step step);
    /// Makes the newest version what readers have.
    Result<void> (*publish)(ActionContext &context, const FullRecord &record);
};

[[nodiscard]] const std::vector<Kind> &allKinds();
/// Null for a noun that is kept in no versions, or that this program does not know.
[[nodiscard]] const Kind *kindOf(const Noun &noun);

} // namespace toasoan
