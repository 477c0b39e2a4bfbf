#include "ui/articles/WriterQuestions.h"

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
    auto *dialog =
        new ReasonDialog({.title = u"%1: %2"_s.arg(stepName(step, article.state), quotedTitle(article.content.title)),
                          .explanation = explanation,
                          .confirm = stepText(step, article.state)},
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
