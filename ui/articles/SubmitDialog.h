// Before an article is handed in: the author's word that it holds no state secret (asked at every submitting).
#pragma once

#include "domain/Checklist.h"

#include <QDialog>

class QCheckBox;
class QPushButton;

namespace toasoan {

struct SubmitQuestion
{
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
