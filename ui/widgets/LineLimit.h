// How long the text of a one-line field may be, said to the person where QLineEdit::maxLength() cuts in silence.
#pragma once

#include <QObject>

class QLineEdit;

namespace toasoan {

/// `text` without what goes beyond `maximum` UTF-16 units; no character is cut in two.
[[nodiscard]] QString fitted(const QString &text, qsizetype maximum);

class LineLimit final : public QObject
{
    Q_OBJECT

public:
    /// Lives with `field`. What is there already may be longer, and be shortened; it grows no more. Made before others
    /// listen to textEdited(), so that they find the text as it stays.
    LineLimit(QLineEdit *field, qsizetype maximum);

signals:
    /// Of what a person typed or pasted something was left out.
    void reached();

private:
    qsizetype m_size;
};

} // namespace toasoan
