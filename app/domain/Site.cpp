#include "domain/Site.h"

#include "base/Json.h"
#include "text/Vietnamese.h"

#include <QDate>
#include <QTimeZone>
#include <QUrl>

#include <array>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

struct SiteText
{
    QLatin1StringView key;
    QString Site::*member;
};

constexpr std::array textFields{
    SiteText{QLatin1StringView("agency"), &Site::agency},
    SiteText{QLatin1StringView("agencyEnglish"), &Site::agencyEnglish},
    SiteText{QLatin1StringView("place"), &Site::place},
    SiteText{QLatin1StringView("placeEnglish"), &Site::placeEnglish},
    SiteText{QLatin1StringView("parentAgency"), &Site::parentAgency},
    SiteText{QLatin1StringView("title"), &Site::title},
    SiteText{QLatin1StringView("titleEnglish"), &Site::titleEnglish},
    SiteText{QLatin1StringView("address"), &Site::address},
    SiteText{QLatin1StringView("postalAddress"), &Site::postalAddress},
    SiteText{QLatin1StringView("telephone"), &Site::telephone},
    SiteText{QLatin1StringView("email"), &Site::email},
    SiteText{QLatin1StringView("responsiblePerson"), &Site::responsiblePerson},
    SiteText{QLatin1StringView("responsiblePost"), &Site::responsiblePost},
    SiteText{QLatin1StringView("licence"), &Site::licence},
    SiteText{QLatin1StringView("licenceEnglish"), &Site::licenceEnglish},
    SiteText{QLatin1StringView("timeZone"), &Site::timeZone},
    SiteText{QLatin1StringView("procedureUrl"), &Site::procedureUrl},
    SiteText{QLatin1StringView("openingBalanceDate"), &Site::openingBalanceDate},
};

bool isWebAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
}

} // namespace

QJsonObject toJson(const Site &site)
{
    QJsonObject json;
    for (const SiteText &field : textFields)
        json.insert(field.key, site.*field.member);
    json.insert("openingBalance"_L1, site.openingBalance);
    QJsonArray refusing;
    for (const ChecklistRule rule : site.checklist.refusing)
        refusing.append(toText(rule));
    json.insert("approvalRefuses"_L1, refusing);
    return json;
}

Result<Site> siteFromJson(const QJsonObject &json)
{
    Site site;
    JsonReader reader(json, QStringLiteral("site"));
    for (const SiteText &field : textFields) {
        const QString text = reader.textOr(field.key, site.*field.member);
        auto clean = cleanText(text, Lines::Single, 500, reader.placeOf(field.key));
        if (!clean)
            return clean.error();
        site.*field.member = *clean;
    }
    site.openingBalance = reader.findInteger("openingBalance"_L1).value_or(0);
    if (reader.has("approvalRefuses"_L1)) { // a newsroom of before there was a checklist has the default
        const QJsonArray names = reader.array("approvalRefuses"_L1);
        site.checklist.refusing.clear();
        for (const ChecklistRule rule : allChecklistRules) { // one that this program does not know refuses nothing here
            if (!alwaysRefuses(rule) && names.contains(toText(rule)))
                site.checklist.refusing.push_back(rule);
        }
    }
    while (site.address.endsWith(u'/'))
        site.address.chop(1);

    if (site.agency.isEmpty())
        reader.fail("agency"_L1, QStringLiteral("a name is needed"));
    if (site.title.isEmpty())
        site.title = QStringLiteral("Cổng thông tin điện tử ") + (site.place.isEmpty() ? site.agency : site.place);
    if (!isWebAddress(site.address))
        reader.fail("address"_L1, QStringLiteral("not a web address"));
    if (!site.procedureUrl.isEmpty() && !isWebAddress(site.procedureUrl))
        reader.fail("procedureUrl"_L1, QStringLiteral("not a web address"));
    if (!QTimeZone(site.timeZone.toLatin1()).isValid())
        reader.fail("timeZone"_L1, QStringLiteral("not a time zone"));
    if (!site.openingBalanceDate.isEmpty() && !QDate::fromString(site.openingBalanceDate, Qt::ISODate).isValid())
        reader.fail("openingBalanceDate"_L1, QStringLiteral("not a date"));
    if (reader.failed())
        return reader.error();
    return site;
}

} // namespace toasoan
