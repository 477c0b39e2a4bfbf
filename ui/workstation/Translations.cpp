#include "ui/workstation/Translations.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

static void initResource()
{
    Q_INIT_RESOURCE(translations); // compiled into a static library
}

namespace toasoan {

using namespace Qt::StringLiterals;

void useLanguage(QCoreApplication &application, Language language)
{
    initResource();
    QLocale::setDefault(language == Language::Vietnamese ? QLocale(u"vi_VN"_s) : QLocale(u"en_GB"_s));
    auto *ours = new QTranslator(&application);
    if (ours->load(u":/translations/toasoan_%1.qm"_s.arg(toText(language))))
        QCoreApplication::installTranslator(ours);
}

} // namespace toasoan
