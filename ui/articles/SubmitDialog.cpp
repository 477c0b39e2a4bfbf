#include "ui/articles/SubmitDialog.h"

#include "ui/articles/ChecklistView.h"
#include "ui/widgets/Look.h"
#include "ui/widgets/Question.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace toasoan {

SubmitDialog::SubmitDialog(const SubmitQuestion &question, QWidget *parent)
    : QDialog(parent)
    , m_word(new QCheckBox(this))
{
    const bool isSubmit = question.step == Step::Submit;
    m_word->setText(isSubmit ? tr("I con&firm that this article contains no state secrets.")
                             : tr("I have &read the whole article as it is now."));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(isSubmit ? tr("Submit for approval") : tr("Request approval"));
    auto *heading = new QLabel(isSubmit ? tr("Submit this article?") : tr("Request approval of this article?"), this);
    setRole(heading, TextRole::Heading);
    auto *name = new QLabel(question.title, this);
    name->setWordWrap(true);
    name->setTextFormat(Qt::PlainText);
    setRole(name, TextRole::Label);
    auto *place = new QLabel(tr("Section: %1").arg(question.section), this);
    auto *explanation = new QLabel(
        isSubmit ? tr("The editors will receive it. You can withdraw it until one of them accepts it.")
                 : tr("The leaders of the board will receive it. You can take it back until one of them decides."),
        this);
    explanation->setWordWrap(true);
    setRole(explanation, TextRole::Muted);
    auto *buttons = new QDialogButtonBox(this);
    m_submit = buttons->addButton(isSubmit ? tr("&Submit") : tr("Request &approval"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("&Cancel"), QDialogButtonBox::RejectRole);
    makePrimary(m_submit);
    m_submit->setDefault(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->addStrut(questionWidth);
    layout->setSpacing(10);
    layout->addWidget(heading);
    layout->addWidget(name);
    layout->addWidget(place);
    layout->addWidget(explanation);
    if (!question.findings.empty()) {
        const bool refuses = std::ranges::any_of(question.findings, &Finding::refuses);
        auto *lacking = new QLabel(
            refuses ? tr("Still missing (choose a line to go there). It cannot be approved without those marked red:")
                    : tr("Still missing (choose a line to go there):"),
            this);
        lacking->setWordWrap(true);
        setRole(lacking, TextRole::Label);
        auto *checklist = new ChecklistView(6, this);
        checklist->setFindings(question.findings);
        layout->addSpacing(4);
        layout->addWidget(lacking);
        layout->addWidget(checklist);
        connect(checklist, &ChecklistView::chosen, this, [this](const Finding &finding) {
            reject();
            emit leadWanted(finding);
        });
    }
    layout->addSpacing(6);
    layout->addWidget(m_word);
    layout->addSpacing(6);
    layout->addWidget(buttons);
    const auto showWord = [this] {
        m_submit->setEnabled(m_word->isChecked());
        m_submit->setToolTip(m_word->isChecked() ? QString() : tr("Tick the line above first."));
    };
    connect(m_word, &QCheckBox::toggled, this, showWord);
    showWord();
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        if (!m_word->isChecked())
            return;
        emit confirmed();
        accept();
    });
    m_word->setFocus();
}

} // namespace toasoan
