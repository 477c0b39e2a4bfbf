#include "ui/widgets/Mnemonic.h"

#include <QKeyEvent>
#include <QRegularExpression>

namespace toasoan {

using namespace Qt::StringLiterals;

QString withoutMnemonic(QString text)
{
    static const QRegularExpression apart(u" \\(&.\\)"_s); // as some languages have it
    static const QRegularExpression within(u"&(.)"_s); // "&&" is a "&" that is shown
    text.remove(apart).replace(within, u"\\1"_s);
    if (text.endsWith(u'…'))
        text.chop(1);
    return text;
}

bool isMnemonicKey(const QKeyEvent &key)
{
#ifdef Q_OS_MACOS
    Q_UNUSED(key);
    return false;
#else
    const bool isPlain = (key.key() >= Qt::Key_A && key.key() <= Qt::Key_Z)
        || (key.key() >= Qt::Key_0 && key.key() <= Qt::Key_9) || (!key.text().isEmpty() && key.text().at(0).isLetter());
    return isPlain && (key.modifiers() & ~Qt::ShiftModifier) == Qt::AltModifier; // AltGr is another, or has Ctrl too
#endif
}

} // namespace toasoan
