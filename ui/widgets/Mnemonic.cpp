#include "ui/widgets/Mnemonic.h"

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

} // namespace toasoan
