#include "domain/PortalAddress.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace toasoan {

using namespace Qt::StringLiterals;

QString itemStem(const QString &section, const QString &words, qint64 number)
{
    return u'/' + (section.isEmpty() ? u"tin"_s : section) + u'/' + words + u'-' + QString::number(number);
}

bool isFreeAddress(const QString &name)
{
    static const QRegularExpression form(u"\\A[a-z0-9]+(-[a-z0-9]+)*\\z"_s);
    constexpr qsizetype longest = 60;
    // The routes beside the site's, its other language, its pages and its pictures.
    constexpr std::array own{"api"_L1, "assets"_L1,   "livez"_L1,       "readyz"_L1,
                             "en"_L1,  "tim-kiem"_L1, "so-do-trang"_L1, "anh"_L1};
    return name.size() <= longest && form.match(name).hasMatch() && std::ranges::find(own, name) == own.end();
}

QUrl publicAddress(const Article &article, const Section *section, const std::optional<Site> &site,
                   const QString &server)
{
    // Without a number it was published on this desk only, which the server has not heard of yet.
    if (!article.publication || !article.publication->isLive() || article.publication->number == 0)
        return {};
    const QString &host = site && !site->address.isEmpty() ? site->address : server;
    const QString stem =
        itemStem(section ? section->slug : QString(), article.publication->slug, article.publication->number);
    return QUrl(host + stem + ".html"_L1, QUrl::StrictMode);
}

} // namespace toasoan
