#include "ui/widgets/ReasonDialog.h"

#include "ui/widgets/Look.h"
#include "ui/widgets/Question.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QTextCursor>
#include <QVBoxLayout>

namespace toasoan {

namespace {

// With the page, which goes when another person signs in.
QByteArray leftIn(const QString &about)
{
    return "reason left of " + about.toUtf8();
}

} // namespace

ReasonDialog::ReasonDialog(const ReasonQuestion &question, QWidget *parent)
    : QDialog(parent)
    , m_question(question)
    , m_text(new QPlainTextEdit(this))
    , m_count(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(question.title);

    auto *heading = new QLabel(question.title, this);
    heading->setTextFormat(Qt::PlainText); // it holds what somebody wrote
    heading->setWordWrap(true);
    setRole(heading, TextRole::Heading);
    auto *explanation = new QLabel(question.explanation, this);
    explanation->setWordWrap(true);
    setRole(explanation, TextRole::Muted);
    explanation->setVisible(!question.explanation.isEmpty());
    auto *label = new QLabel(question.isRequired ? tr("&Reason (required)") : tr("&Reason (optional)"), this);
    label->setBuddy(m_text);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("Reason"));
    m_text->setFixedHeight(120);
    setRole(m_count, TextRole::Muted);

    auto *buttons = new QDialogButtonBox(this);
    m_confirm = buttons->addButton(question.confirm, QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("&Cancel"), QDialogButtonBox::RejectRole);
    makePrimary(m_confirm);
    m_confirm->setDefault(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->addStrut(questionWidth);
    layout->setSpacing(10);
    layout->addWidget(heading);
    layout->addWidget(explanation);
    layout->addSpacing(4);
    layout->addWidget(label);
    layout->addWidget(m_text);
    layout->addWidget(m_count);
    layout->addWidget(buttons);

    connect(m_text, &QPlainTextEdit::textChanged, this, &ReasonDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, &ReasonDialog::confirm);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) { // Enter alone is a new line
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(key)), this);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, m_confirm, &QPushButton::click);
    }
    if (parent && !m_question.about.isEmpty()) {
        m_text->setPlainText(parent->property(leftIn(m_question.about).constData()).toString());
        m_text->moveCursor(QTextCursor::End);
    }
    m_text->setFocus();
    check();
}

void ReasonDialog::leave(const QString &text)
{
    if (parentWidget() && !m_question.about.isEmpty())
        parentWidget()->setProperty(leftIn(m_question.about).constData(), text);
}

void ReasonDialog::reject()
{
    leave(m_text->toPlainText());
    QDialog::reject();
}

void ReasonDialog::check()
{
    const qsizetype size = m_text->toPlainText().trimmed().size();
    const bool tooLong = size > m_question.maximum;
    m_count->setText(tooLong ? tr("%Ln character(s) too many", nullptr, int(size - m_question.maximum)) : QString());
    m_confirm->setEnabled(!tooLong && (size > 0 || !m_question.isRequired));
}

void ReasonDialog::confirm()
{
    if (!m_confirm->isEnabled())
        return;
    leave({});
    emit reasonGiven(m_text->toPlainText().trimmed());
    accept();
}

} // namespace toasoan
