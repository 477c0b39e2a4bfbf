// What an item still lacks before readers may see it: one list for who writes it, who hands it in, who reads it to
// decide, and for the step that approves it. Pure functions of a content; no network, no clock.
#pragma once

#include "domain/Content.h"
#include "domain/Genres.h"
#include "domain/registers/ReviewSettings.h"

#include <array>
#include <optional>
#include <vector>

namespace toasoan {

struct Article;

enum class ChecklistRule
{
    TitleMissing,
    SectionMissing,
    Conflict, ///< a merge left two wordings
    OverLimits, ///< more than an item may hold (ContentLimits, document::Limits)
    NewerParts, ///< something that a later version of the program wrote, and this one cannot show (Content::others)
    PictureMissing, ///< a figure that waits for its picture
    PictureAlt, ///< no description for readers who cannot see the picture (WCAG 2.1, 1.1.1)
    PictureCaption,
    PictureCredit,
    LeadMissing,
    BodyMissing, ///< neither words nor a figure
    TagsMissing,
    BylineMissing, ///< neither a name nor a source: nobody is said to have written it, and nobody is paid for it
    LongTitle,
    LongLead,
    Link, ///< leads nowhere, or has no words to click on
    LinkElsewhere, ///< its words name another site than the one it leads to
    CorrectionMissing ///< readers had it otherwise, and are not told what was wrong this time
};

inline constexpr std::array allChecklistRules{
    ChecklistRule::TitleMissing,  ChecklistRule::SectionMissing, ChecklistRule::Conflict,
    ChecklistRule::OverLimits,    ChecklistRule::NewerParts,     ChecklistRule::PictureMissing,
    ChecklistRule::PictureAlt,    ChecklistRule::PictureCaption, ChecklistRule::PictureCredit,
    ChecklistRule::LeadMissing,   ChecklistRule::BodyMissing,    ChecklistRule::TagsMissing,
    ChecklistRule::BylineMissing, ChecklistRule::LongTitle,      ChecklistRule::LongLead,
    ChecklistRule::Link,          ChecklistRule::LinkElsewhere,  ChecklistRule::CorrectionMissing};

[[nodiscard]] QString toText(ChecklistRule rule);
[[nodiscard]] std::optional<ChecklistRule> checklistRuleFromText(QStringView text);

/// Whether a finding of this rule stands against approval whatever the board has set.
[[nodiscard]] bool alwaysRefuses(ChecklistRule rule);

/// Which findings stand against approval: the board's to set, in Site.
struct ChecklistPolicy
{
    /// Beside those of alwaysRefuses(), in the order of allChecklistRules.
    std::vector<ChecklistRule> refusing{ChecklistRule::PictureAlt};
    /// Genres whose items need no byline. Said by the genres themselves (Genres::unsignedCodes()), not by the site.
    QStringList unsignedGenres = Genres().unsignedCodes();
    /// Lengths beyond which title and lead are long: settings of their own too.
    ReviewSettings lengths = {};

    [[nodiscard]] bool refuses(ChecklistRule rule) const;
    bool operator==(const ChecklistPolicy &) const = default;
};

/// Where in a content something is.
enum class ContentPlace
{
    Title,
    Subtitle,
    Lead,
    Source,
    Correction,
    Section,
    Tags,
    Bylines,
    Body, ///< no one place in it
    Figure, ///< `index` counts the figures of the body from 0, in its order
    Link ///< `index` counts the links of the body: runs of neighbouring text under one link
};

struct Finding
{
    ChecklistRule rule = ChecklistRule::TitleMissing;
    ContentPlace place = ContentPlace::Title;
    int index = 0; ///< of a Figure or Link
    MediaId media; ///< of a Figure; null while it waits for its picture
    bool refuses = false; ///< stands against approval
    qint64 limit = 0; ///< of LongTitle and LongLead: in UTF-16 units

    bool operator==(const Finding &) const = default;
};

/// What readers have of an item that is on its way to them: once they have an earlier text, what is corrected is shown
/// on it.
struct Readers
{
    bool haveAnEarlierText = false;
    QString correction; ///< what that text was published with: it speaks of an earlier one still. Empty while unknown

    [[nodiscard]] static Readers haveNone() { return {}; }
    [[nodiscard]] static Readers haveAnEarlierTextWith(const QString &correction)
    {
        return {.haveAnEarlierText = true, .correction = correction};
    }
    bool operator==(const Readers &) const = default;
};
/// What is told of the text that they have as far as the article knows it: while that is the newest.
[[nodiscard]] Readers readersOf(const Article &article);
/// The same with that text at hand.
[[nodiscard]] Readers readersOf(const Article &article, const Content &published);

/// Whether the correction of `content` is the one that readers were shown with the text that they have: it says nothing
/// about what is corrected now.
[[nodiscard]] bool isOfEarlierText(const QString &correction, const Readers &readers);

/// All that `content` lacks, fields first, then the body in its order. A body that this program cannot read has no
/// findings: that is said where it is opened.
[[nodiscard]] std::vector<Finding> check(const Content &content, const ChecklistPolicy &policy,
                                         const Readers &readers = Readers::haveNone());

/// InvalidInput "article.checklist" if a finding stands against approval; Unsupported "content.others" if that is one
/// of NewerParts. The detail of the former names each rule once, with how often, in the order of allChecklistRules:
/// "pictureAlt 2, lead 1".
[[nodiscard]] Result<void> checkApprovable(const Content &content, const ChecklistPolicy &policy,
                                           const Readers &readers = Readers::haveNone());

} // namespace toasoan
