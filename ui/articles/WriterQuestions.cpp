#include "ui/articles/WriterQuestions.h"

#include "ui/models/NewsroomText.h"
#include "ui/models/StepText.h"
#include "ui/widgets/Question.h"
#include "ui/widgets/ReasonDialog.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

struct WriterQuestions
{
    Q_DECLARE_TR_FUNCTIONS(WriterQuestions)
};

QMessageBox *makeWarning(QWidget *parent, const QString &title, const QString &text)
{
    auto *question = new QMessageBox(QMessageBox::Warning, title, text, QMessageBox::NoButton, parent);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText); // titles are in it
    return question;
}

} // namespace

void askReason(QWidget *parent, Step step, const Article &article, const QString &author,
               std::function<void(const QString &)> then)
{
    const QString explanation = step == Step::ReturnToAuthor && article.trail.isAuthorAway
        ? authorIsAwayText(author)
        : reasonExplanation(step, article.state);
    auto *dialog = new ReasonDialog({.title = stepHeading(step, article.state, article.content.title),
                                     .explanation = explanation,
                                     .confirm = stepText(step, article.state),
                                     .about = toText(step) + article.id.toText()},
                                    parent);
    QObject::connect(dialog, &ReasonDialog::reasonGiven, parent, std::move(then));
    askQuestion(dialog);
}

void askForTheWord(QWidget *parent, const SubmitQuestion &question, std::function<void()> then,
                   std::function<void(const Finding &)> leadTo)
{
    auto *dialog = new SubmitDialog(question, parent);
    QObject::connect(dialog, &SubmitDialog::confirmed, parent, std::move(then));
    QObject::connect(dialog, &SubmitDialog::leadWanted, parent, std::move(leadTo));
    askQuestion(dialog);
}

void askDeleteDraft(QWidget *parent, const QString &name, DraftPlace place, std::function<void()> then)
{
    const QString sentence = place == DraftPlace::ThisPc
        ? WriterQuestions::tr("Delete %1? Only this PC has it, and it cannot be brought back.")
        : WriterQuestions::tr("Delete %1? It goes from all your PCs, and you cannot bring it back.");
    QMessageBox *question = makeWarning(parent, WriterQuestions::tr("Delete the draft"), sentence.arg(name));
    QPushButton *yes = question->addButton(WriterQuestions::tr("&Delete"), QMessageBox::DestructiveRole);
    question->setDefaultButton(question->addButton(WriterQuestions::tr("&Keep it"), QMessageBox::RejectRole));
    QObject::connect(yes, &QPushButton::clicked, parent, std::move(then));
    askQuestion(question);
}

void askKeepMerged(QWidget *parent, TextField field, const QString &text, std::function<void()> keep,
                   std::function<void()> edit)
{
    QMessageBox *question = makeWarning(
        parent, WriterQuestions::tr("Two wordings"),
        WriterQuestions::tr("%1 still says what was made of the two wordings: “%2”. Is it to stay like this?")
            .arg(fieldName(field), text));
    QPushButton *yes = question->addButton(WriterQuestions::tr("&Leave it so"), QMessageBox::DestructiveRole);
    QPushButton *no = question->addButton(WriterQuestions::tr("&Edit it"), QMessageBox::RejectRole);
    question->setDefaultButton(no);
    QObject::connect(yes, &QPushButton::clicked, parent, std::move(keep));
    QObject::connect(no, &QPushButton::clicked, parent, std::move(edit));
    askQuestion(question);
}

void askDiscard(QWidget *parent, std::function<void()> then)
{
    QMessageBox *question =
        makeWarning(parent, WriterQuestions::tr("Discard"),
                    WriterQuestions::tr("Discard what the server did not accept? Text and steps waiting behind it are "
                                        "discarded too. This cannot be undone."));
    QPushButton *yes = question->addButton(WriterQuestions::tr("&Discard"), QMessageBox::DestructiveRole);
    question->setDefaultButton(question->addButton(WriterQuestions::tr("&Cancel"), QMessageBox::RejectRole));
    QObject::connect(yes, &QPushButton::clicked, parent, std::move(then));
    askQuestion(question);
}

void askSigningOut(QWidget *parent, const OutboxView &waiting, std::function<void()> then)
{
    constexpr qsizetype most = 5; // that a question can name
    QStringList names;
    const auto name = [&names](const QString &title) {
        if (const QString quoted = quotedTitle(title); !names.contains(quoted))
            names.append(quoted);
    };
    for (const WaitingCommand &command : waiting.commands)
        name(command.title);
    for (const UnsavedText &text : waiting.texts)
        name(text.title);
    if (!waiting.pictures.empty())
        names.append(WriterQuestions::tr("%Ln picture(s)", nullptr, int(waiting.pictures.size())));
    if (const int more = int(names.size() - most); more > 0)
        names = names.mid(0, most) << WriterQuestions::tr("and %Ln more", nullptr, more);
    QMessageBox *question =
        makeWarning(parent, WriterQuestions::tr("Sign out"),
                    WriterQuestions::tr(
                        "Sign out? Not everything on this PC has reached the server. It stays here, and is sent only "
                        "once the same account signs in on this PC again."));
    question->setInformativeText(names.join(QStringLiteral("\n")));
    QPushButton *yes = question->addButton(WriterQuestions::tr("Sign &out"), QMessageBox::DestructiveRole);
    QPushButton *no = question->addButton(WriterQuestions::tr("&Stay signed in"), QMessageBox::RejectRole);
    question->setDefaultButton(no);
    question->setEscapeButton(no);
    QObject::connect(yes, &QPushButton::clicked, parent, std::move(then));
    askQuestion(question);
}

void askLosing(QWidget *parent, const QString &title, const QString &why, std::function<void(LosingAnswer)> then)
{
    QMessageBox *question = makeWarning(
        parent, WriterQuestions::tr("Close"),
        WriterQuestions::tr("What you typed last into %1 could not be kept on this PC. If you close now, it is lost.")
            .arg(quotedTitle(title)));
    question->setInformativeText(why);
    const QPushButton *again = question->addButton(WriterQuestions::tr("Tr&y again"), QMessageBox::AcceptRole);
    const QPushButton *lose =
        question->addButton(WriterQuestions::tr("&Close and lose it"), QMessageBox::DestructiveRole);
    QPushButton *stay = question->addButton(WriterQuestions::tr("&Stay"), QMessageBox::RejectRole);
    question->setDefaultButton(stay);
    QObject::connect(question, &QDialog::finished, parent, [question, again, lose, then = std::move(then)] {
        const QAbstractButton *pressed = question->clickedButton();
        then(pressed == again ? LosingAnswer::TryAgain : pressed == lose ? LosingAnswer::Lose : LosingAnswer::Stay);
    });
    askQuestion(question);
}

} // namespace toasoan
