#include "domain/PortalAddress.h"

namespace toasoan {

using namespace Qt::StringLiterals;

QString itemStem(const QString &section, const QString &words, qint64 number)
{
    return u'/' + (section.isEmpty() ? u"tin"_s : section) + u'/' + words + u'-' + QString::number(number);
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
