// What every public page says about its place: the authority, its menu, its contacts, in one language.
// Filled by the backend from the settings; a plain value, shared freely between threads.
#pragma once

#include "text/Language.h"

#include <QString>
#include <QTimeZone>

#include <vector>

namespace toasoan::portal {

/// What the newsroom writes in, whatever language the page around an item speaks.
inline constexpr Language itemLanguage = Language::Vietnamese;

/// A titled address: a path of this site ("/tin-tuc") or a full http, https, mailto or tel address.
struct Link
{
    QString title;
    QString path;
    /// The title has no form in the page's language: it is in that of the items, and marked so (WCAG 3.1.2).
    bool isUntranslated = false;

    bool operator==(const Link &) const = default;
};

struct MenuEntry
{
    QString title;
    QString path;
    std::vector<Link> children;
    bool isUntranslated = false; ///< as a link's

    bool operator==(const MenuEntry &) const = default;
};

/// The drawing beside a service link.
enum class ServiceIcon
{
    OnlineServices,
    Procedures,
    Documents,
    Questions,
    Schedule,
    Organisation,
    Consultation,
    Search,
    Sitemap,
    Other
};

/// One tile of the services strip: documents, online public services, questions …
struct ServiceLink
{
    QString title;
    QString note;
    QString path;
    ServiceIcon icon = ServiceIcon::Other;

    bool operator==(const ServiceLink &) const = default;
};

struct Site
{
    Language language = Language::Vietnamese;
    /// Scheme and host without a closing slash: "https://trieuphong.example.vn". The start of every absolute address.
    QString baseUrl;
    /// The portal's full name, for titles and feeds: "Cổng thông tin điện tử huyện Triệu Phong".
    QString name;
    /// The banner's three lines; an empty line is left out, without placeName the full name stands there.
    QString parentName; ///< "Tỉnh Quảng Trị"; Vietnamese in every language
    QString kindName; ///< "Cổng thông tin điện tử"
    QString placeName; ///< "Huyện Triệu Phong"
    /// Who publishes (Dublin Core publisher, footer): "Ủy ban nhân dân huyện Triệu Phong".
    QString agency;
    QString description;
    /// The authority's own emblem; empty: the theme's neutral one.
    QString emblemPath;

    /// Decree-mandated footer: responsible person, address, telephone, e-mail, licence. Person, post and address are
    /// Vietnamese in every language: the settings have no other form of them, and the templates say so.
    QString responsible;
    QString responsiblePost;
    QString address;
    QString telephone;
    QString email;
    QString licence;

    /// What stands there has no form in the page's language, and is in that of the items.
    bool isNameUntranslated = false;
    bool isPlaceUntranslated = false; ///< placeName
    bool isAgencyUntranslated = false;
    bool isLicenceUntranslated = false;

    QString homePath = QStringLiteral("/");
    QString searchPath = QStringLiteral("/tim-kiem");
    QString sitemapPath = QStringLiteral("/so-do-trang");
    QString feedPath = QStringLiteral("/rss.xml");
    /// The home page in the other language; empty when there is none.
    QString otherLanguageHomePath;

    std::vector<MenuEntry> menu;
    std::vector<ServiceLink> services;
    /// The footer's links to other portals and own fixed pages.
    std::vector<Link> footerLinks;

    /// (S) All times on the pages are shown in this zone.
    QTimeZone timeZone = QTimeZone(QByteArrayLiteral("Asia/Ho_Chi_Minh"));
};

} // namespace toasoan::portal
