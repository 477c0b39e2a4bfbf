// The authority and its portal, as settings: names and persons change, units merge. Kept as a dated row.
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "domain/Checklist.h"

#include <QJsonObject>
#include <QString>

namespace toasoan {

struct Site
{
    QString agency; ///< full name of the authority: "Ủy ban nhân dân xã …"
    QString agencyEnglish;
    QString place; ///< what it governs, as the banner shows it: "Xã …"; empty: the agency's name stands there
    QString placeEnglish;
    QString parentAgency; ///< the level above, as the banner shows it; may be empty
    QString title; ///< of the portal
    QString titleEnglish;
    QString address; ///< "https://…", without a slash at its end; for canonical links and feeds
    QString postalAddress;
    QString telephone;
    QString email;
    QString responsiblePerson; ///< "Chịu trách nhiệm: …"
    QString responsiblePost;
    QString licence; ///< of the portal, or on what terms its contents may be used; for the footer and the feeds
    QString licenceEnglish;
    QString timeZone = QStringLiteral("Asia/Ho_Chi_Minh");
    QString procedureUrl; ///< the public-service portal that "Dịch vụ công" leads to
    qint64 openingBalance = 0; ///< visits that the site brings along
    QString openingBalanceDate; ///< ISO date; empty if there is none
    ChecklistPolicy checklist; ///< what stands against an approval here

    bool operator==(const Site &) const = default;
};

[[nodiscard]] QJsonObject toJson(const Site &site);
[[nodiscard]] Result<Site> siteFromJson(const QJsonObject &json);

} // namespace toasoan
