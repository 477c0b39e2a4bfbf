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
    qDeleteAll(application.findChildren<QTranslator *>(Qt::FindDirectChildrenOnly));
    for (const char *texts : {"qt", "toasoan"}) {
        auto *translator = new QTranslator(&application);
        if (translator->load(u":/translations/%1_%2.qm"_s.arg(QLatin1StringView(texts), toText(language))))
            QCoreApplication::installTranslator(translator);
    }
}

} // namespace toasoan
