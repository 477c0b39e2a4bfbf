// Asks why: before a step that another person will want to understand. Never blocks: open() it and hear reasonGiven().
#pragma once

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace toasoan {

struct ReasonQuestion
{
    QString title; ///< "Return to the author"
    QString explanation; ///< who will read the reason, and what happens
    QString confirm; ///< the label of the button that goes on
    bool isRequired = true;
    int maximum = 2000; ///< characters
    /// Names what it is asked of. What was written and left stands there again when the same is asked over the same
    /// widget; nothing does without a name.
    QString about = {};
};

class ReasonDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Deletes itself when it is closed.
    ReasonDialog(const ReasonQuestion &question, QWidget *parent);

    void reject() override;

signals:
    /// Confirmed; `reason` is without blanks at its ends and not empty if it is required.
    void reasonGiven(const QString &reason);

private:
    void check();
    void confirm();
    void leave(const QString &text);

    ReasonQuestion m_question;
    QPlainTextEdit *m_text;
    QLabel *m_count;
    QPushButton *m_confirm;
};

} // namespace toasoan
