#include "ui/review/ReviewTexts.h"

#include <QCoreApplication>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

struct ReviewTexts
{
    Q_DECLARE_TR_FUNCTIONS(ReviewTexts)
};

} // namespace

bool vouches(Step step)
{
    return step == Step::Approve || step == Step::Publish || step == Step::Schedule || step == Step::RequestApproval;
}

QString quotedTitle(const QString &title)
{
    return title.isEmpty() ? ReviewTexts::tr("the article without a title") : u"“%1”"_s.arg(title);
}

QString doneText(Step step, const QString &title)
{
    switch (step) {
    case Step::Approve:
        return ReviewTexts::tr("You approved %1.").arg(title);
    case Step::Publish:
        return ReviewTexts::tr("You published %1.").arg(title);
    case Step::RequestApproval:
        return ReviewTexts::tr("You sent %1 to the chair for approval.").arg(title);
    case Step::Claim:
        return ReviewTexts::tr("You took in %1.").arg(title);
    case Step::Schedule:
        return ReviewTexts::tr("You scheduled %1.").arg(title);
    case Step::Unschedule:
        return ReviewTexts::tr("You cancelled the schedule of %1.").arg(title);
    case Step::ReturnToEditor:
        return ReviewTexts::tr("You returned %1 to its editor.").arg(title);
    case Step::ReturnToAuthor:
        return ReviewTexts::tr("You returned %1 to its author.").arg(title);
    case Step::Refuse:
        return ReviewTexts::tr("You refused %1.").arg(title);
    case Step::Correct:
        return ReviewTexts::tr("You opened %1 for correction.").arg(title);
    case Step::Unpublish:
        return ReviewTexts::tr("You took down %1.").arg(title);
    case Step::Save:
    case Step::Submit:
    case Step::Withdraw:
        break;
    }
    return {};
}

QString reasonExplanation(Step step)
{
    switch (step) {
    case Step::ReturnToAuthor:
        return ReviewTexts::tr("The author reads this reason and can change the article and submit it again.");
    case Step::ReturnToEditor:
        return ReviewTexts::tr("The editors read this reason; the article goes back to editing.");
    case Step::Refuse:
        return ReviewTexts::tr("The author and the editors read this reason. The article will not be published.");
    case Step::Unpublish:
        return ReviewTexts::tr(
            "Readers no longer see the article; its address says that it was taken down. The reason is "
            "kept with the article.");
    case Step::Correct:
        return ReviewTexts::tr(
            "The article is opened for editing again. What readers see stays until the correction is "
            "approved and published.");
    case Step::Save:
    case Step::Submit:
    case Step::Withdraw:
    case Step::Claim:
    case Step::RequestApproval:
    case Step::Approve:
    case Step::Schedule:
    case Step::Unschedule:
    case Step::Publish:
        break;
    }
    return {};
}

QString versionName(Version version)
{
    return ReviewTexts::tr("version %1").arg(version);
}

} // namespace toasoan
