// The field in which a person says what to find in the text, and what to put in its place. It knows no text: it asks,
// and is told how many places there are. Lives in the GUI thread.
#pragma once

#include <QFrame>
#include <QVariantMap>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace toasoan {

class FindBar final : public QFrame
{
    Q_OBJECT

public:
    enum class Kind
    {
        Find,
        Replace ///< with the field for what to put in its place
    };

    explicit FindBar(QWidget *parent = nullptr);

    /// Shows the bar, with `suggestion` to look for unless it is empty, and gives it the focus.
    void open(Kind kind, const QString &suggestion);
    /// Escape, or its button: closed() follows.
    void close();
    /// Looks again for the same: the page was started anew, or has another document.
    void askAgain();
    void setFound(int current, int total);
    void setReadOnly(bool isReadOnly);
    void next() { step(QStringLiteral("next")); }
    void previous() { step(QStringLiteral("previous")); }

signals:
    /// As FindRequest in resources/editor/src/bridge.ts.
    void asked(const QVariantMap &request);
    void closed();
    /// Of what a person typed or pasted something was left out: the sentence that says so.
    void limitReached(const QString &sentence);

protected:
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void ask(const QString &what);
    void step(const QString &what);
    void showButtons();
    void showReplacing(bool isShown);
    void redraw();

    QLineEdit *m_text;
    QLineEdit *m_replacement;
    QLabel *m_count;
    QCheckBox *m_matchCase;
    QPushButton *m_previous;
    QPushButton *m_next;
    QPushButton *m_close;
    QPushButton *m_replace;
    QPushButton *m_replaceAll;
    QWidget *m_replaceRow; ///< the buttons beside m_replacement
    int m_total = 0;
    int m_replacing = 0; ///< places that "Replace all" was pressed for, until something else is asked
    bool m_isReadOnly = false;
};

} // namespace toasoan
