#include "ui/workstation/Translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <string_view>

static void initResource()
{
    Q_INIT_RESOURCE(translations); // compiled into a static library
}

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// The catalogues name a class without its namespace, as lupdate writes it; moc names it with.
class Catalogue final : public QTranslator
{
public:
    using QTranslator::QTranslator;

    QString translate(const char *context, const char *text, const char *note, int number) const override
    {
        constexpr std::string_view space = "toasoan::";
        const bool isOurs = std::string_view(context).starts_with(space);
        return QTranslator::translate(isOurs ? context + space.size() : context, text, note, number);
    }
};

} // namespace

void useLanguage(QCoreApplication &application, Language language)
{
    initResource();
    QLocale::setDefault(language == Language::Vietnamese ? QLocale(u"vi_VN"_s) : QLocale(u"en_GB"_s));
    auto *ours = new Catalogue(&application);
    if (ours->load(u":/translations/toasoan_%1.qm"_s.arg(toText(language))))
        QCoreApplication::installTranslator(ours);
}

} // namespace toasoan
