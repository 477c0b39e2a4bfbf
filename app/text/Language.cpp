#include "text/Language.h"

namespace toasoan {

using namespace Qt::StringLiterals;

QString toText(Language language)
{
    return language == Language::Vietnamese ? u"vi"_s : u"en"_s;
}

Language languageFromText(QStringView code)
{
    return code == u"en" ? Language::English : Language::Vietnamese;
}

QString languageName(Language language)
{
    return language == Language::Vietnamese ? u"Tiếng Việt"_s : u"English"_s;
}

QLocale localeOf(Language language)
{
    return language == Language::Vietnamese ? QLocale(QLocale::Vietnamese, QLocale::Vietnam)
                                            : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

Language languageInUse()
{
    return QLocale().language() == QLocale::English ? Language::English : Language::Vietnamese;
}

Language otherLanguage()
{
    return languageInUse() == Language::Vietnamese ? Language::English : Language::Vietnamese;
}

} // namespace toasoan
