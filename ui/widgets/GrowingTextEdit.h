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
    /// In UTF-16 units, for what is typed, pasted and dropped: what goes beyond is left out, and limitReached() says
    /// so. A text that is longer already stays, and may become shorter.
    void setMaximum(qsizetype maximum) { m_maximum = maximum; }
    /// As high as so many lines where the text has fewer.
    void setLeastLines(int lines);
    /// Puts `text` in place of what is there, keeping the caret beside the same words and the history of undo.
    void replaceText(const QString &text);
    /// The same where `text` is within the maximum, or no longer than what is there; otherwise nothing changes, and
    /// false is returned after limitReached().
    bool replaceWithin(const QString &text);

signals:
    /// Enter in a field without line breaks, or the arrow down in its last line.
    void leftDownwards();
    void limitReached();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void keepWithin();
    void fit();

    Breaks m_breaks;
    qsizetype m_maximum = 0; ///< 0: none
    int m_leastLines = 1;
    qsizetype m_size = 0; ///< of the text before what is typed now
    qsizetype m_end = 0; ///< of the last change
    bool m_isOurs = false; ///< the text changes because of us
};

} // namespace toasoan
