// Before an article is handed on, to the editors or to who decides: the word of whoever hands it on. It is given by hand
// each time, so that no key pressed twice, and no second click, gives it.
#pragma once

#include "domain/Checklist.h"
#include "domain/Workflow.h"

#include <QDialog>

class QCheckBox;
class QPushButton;

namespace toasoan {

struct SubmitQuestion
{
    Step step = Step::Submit; ///< or RequestApproval
    QString title; ///< of the article
    QString section;
    std::vector<Finding> findings; ///< what the article still lacks
};

class SubmitDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Deletes itself when it is closed.
    SubmitDialog(const SubmitQuestion &question, QWidget *parent);

signals:
    void confirmed();
    /// Not now: this is to be mended first. The dialog is closed.
    void leadWanted(const toasoan::Finding &finding);

private:
    QCheckBox *m_word;
    QPushButton *m_submit;
};

} // namespace toasoan
