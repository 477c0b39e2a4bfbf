#include "ui/models/ChecklistText.h"

#include "ui/widgets/ErrorText.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

struct ChecklistText
{
    Q_DECLARE_TR_FUNCTIONS(ChecklistText)
};

QString overLimitsText(ContentPlace place)
{
    switch (place) {
    case ContentPlace::Title:
        return ChecklistText::tr("The title is over its limit of %1 characters").arg(ContentLimits::title);
    case ContentPlace::Subtitle:
        return ChecklistText::tr("The subtitle is over its limit of %1 characters").arg(ContentLimits::subtitle);
    case ContentPlace::Lead:
        return ChecklistText::tr("The lead is over its limit of %1 characters").arg(ContentLimits::lead);
    case ContentPlace::Source:
        return ChecklistText::tr("The source is over its limit of %1 characters").arg(ContentLimits::source);
    case ContentPlace::Correction:
        return ChecklistText::tr("The correction is over its limit of %1 characters").arg(ContentLimits::correction);
    case ContentPlace::Tags:
        return ChecklistText::tr("Too many tags, or one that is too long");
    case ContentPlace::Bylines:
        return ChecklistText::tr("Too many names, or one that is too long");
    case ContentPlace::Section:
    case ContentPlace::Body:
    case ContentPlace::Figure:
    case ContentPlace::Link:
        break;
    }
    return ChecklistText::tr("The text is longer or nested deeper than an article may be");
}

QString conflictText(ContentPlace place)
{
    switch (place) {
    case ContentPlace::Title:
        return ChecklistText::tr("The title has two wordings");
    case ContentPlace::Subtitle:
        return ChecklistText::tr("The subtitle has two wordings");
    case ContentPlace::Lead:
        return ChecklistText::tr("The lead has two wordings");
    case ContentPlace::Source:
        return ChecklistText::tr("The source has two wordings");
    case ContentPlace::Correction:
        return ChecklistText::tr("The correction has two wordings");
    case ContentPlace::Section:
    case ContentPlace::Tags:
    case ContentPlace::Bylines:
    case ContentPlace::Body:
    case ContentPlace::Figure:
    case ContentPlace::Link:
        break;
    }
    return ChecklistText::tr("The text has places with two wordings");
}

// Of a figure it is one piece of a line, else the line.
QString textOf(const Finding &finding)
{
    switch (finding.rule) {
    case ChecklistRule::TitleMissing:
        return ChecklistText::tr("No title yet");
    case ChecklistRule::SectionMissing:
        return ChecklistText::tr("No section chosen");
    case ChecklistRule::Conflict:
        return conflictText(finding.place);
    case ChecklistRule::OverLimits:
        return overLimitsText(finding.place);
    case ChecklistRule::NewerParts:
        return ChecklistText::tr("Parts of a newer version, which cannot be shown here: update this PC");
    case ChecklistRule::PictureMissing:
        return ChecklistText::tr("no picture");
    case ChecklistRule::PictureAlt:
        return ChecklistText::tr("no description");
    case ChecklistRule::PictureCaption:
        return ChecklistText::tr("no caption");
    case ChecklistRule::PictureCredit:
        return ChecklistText::tr("no credit");
    case ChecklistRule::LeadMissing:
        return ChecklistText::tr("No lead yet");
    case ChecklistRule::BodyMissing:
        return ChecklistText::tr("No text yet");
    case ChecklistRule::TagsMissing:
        return ChecklistText::tr("No tags yet");
    case ChecklistRule::BylineMissing:
        return ChecklistText::tr("No author and no source yet");
    case ChecklistRule::LongTitle:
        return ChecklistText::tr("The title is long: over %1 characters").arg(finding.limit);
    case ChecklistRule::LongLead:
        return ChecklistText::tr("The lead is long: over %1 characters").arg(finding.limit);
    case ChecklistRule::Link:
        return ChecklistText::tr("Link %1 leads nowhere or has no words").arg(finding.index + 1);
    case ChecklistRule::LinkElsewhere:
        return ChecklistText::tr("Link %1 names another site than the one it leads to").arg(finding.index + 1);
    case ChecklistRule::CorrectionMissing:
        return ChecklistText::tr("Readers are not told yet what is corrected this time");
    }
    Q_UNREACHABLE();
}

} // namespace

bool isBeforeApproval(State state)
{
    return state != State::Approved && state != State::Scheduled && state != State::Published
        && state != State::Unpublished;
}

std::vector<ChecklistLine> checklistLines(const std::vector<Finding> &findings)
{
    std::vector<ChecklistLine> lines;
    for (const bool refuses : {true, false}) {
        std::vector<Finding> told;
        std::ranges::copy_if(findings, std::back_inserter(told),
                             [refuses](const Finding &finding) { return finding.refuses == refuses; });
        for (std::size_t i = 0; i < told.size();) {
            const Finding &first = told[i];
            if (first.place != ContentPlace::Figure) {
                lines.push_back({.text = textOf(first), .finding = first});
                ++i;
                continue;
            }
            QStringList lacks;
            for (; i < told.size() && told[i].place == first.place && told[i].index == first.index; ++i)
                lacks.append(textOf(told[i]));
            const QString number = QString::number(first.index + 1);
            lines.push_back(
                {.text = ChecklistText::tr("Picture %1: %2").arg(number, lacks.join(u", "_s)), .finding = first});
        }
    }
    return lines;
}

QString checklistSummary(const std::vector<Finding> &findings)
{
    QStringList parts;
    for (const bool refuses : {true, false}) {
        for (const ChecklistRule rule : allChecklistRules) {
            const auto count = std::ranges::count_if(findings, [rule, refuses](const Finding &finding) {
                return finding.rule == rule && finding.refuses == refuses;
            });
            if (count > 0)
                parts.append(lackText(toText(rule), int(count)));
        }
    }
    return parts.join(u" · "_s);
}

void checkLater(const Content &content, const ChecklistPolicy &policy, const Readers &readers, QObject *context,
                std::function<void(const std::vector<Finding> &)> done)
{
    // The thread only ever posts to the application, which outlives the pool's work; whether `context` still lives is
    // looked at in its own thread.
    QThreadPool::globalInstance()->start([content, policy, readers, guard = QPointer(context), done = std::move(done)] {
        auto findings = check(content, policy, readers);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [guard, done, findings = std::move(findings)] {
                if (guard)
                    done(findings);
            },
            Qt::QueuedConnection);
    });
}

} // namespace toasoan
