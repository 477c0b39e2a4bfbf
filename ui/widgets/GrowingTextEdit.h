// A text field that is as high as its text. Enter goes on to the next field where the text is one line.
#pragma once

#include <QPlainTextEdit>

namespace toasoan {

class GrowingTextEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    enum class Breaks
    {
        None, ///< Enter goes to the next field; pasted line breaks become blanks
        Allowed
    };

    GrowingTextEdit(Breaks breaks, QWidget *parent = nullptr);

    /// The text without what an input method has not finished.
    [[nodiscard]] QString text() const { return toPlainText(); }
    /// Puts `text` in place of what is there, keeping the caret beside the same words and the history of undo.
    void replaceText(const QString &text);

signals:
    /// Enter in a field without line breaks, or the arrow down in its last line.
    void leftDownwards();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit();

    Breaks m_breaks;
};

} // namespace toasoan
