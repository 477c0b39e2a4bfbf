// Before an article is handed in: the author's word that it holds no state secret (asked at every submitting).
#pragma once

#include <QDialog>

class QCheckBox;
class QPushButton;

namespace toasoan {

class SubmitDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Deletes itself when it is closed.
    SubmitDialog(const QString &title, const QString &section, QWidget *parent);

signals:
    void confirmed();

private:
    QCheckBox *m_word;
    QPushButton *m_submit;
};

} // namespace toasoan
