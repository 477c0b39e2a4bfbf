#include "portal/SiteAddress.h"

#include "domain/PortalAddress.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// What addresses are made of: everything else is refused before it is looked at further.
bool isPlain(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.'
            || c == '/';
    });
}

// A number of 1 to 15 digits without leading zero; 0 for anything else.
qint64 plainNumber(QStringView text)
{
    if (text.isEmpty() || text.size() > 15 || text.front() == u'0')
        return 0;
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    return ok && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; }) ? number : 0;
}

std::optional<ItemAddress> readItem(const QString &section, QStringView words, ItemView view)
{
    const qsizetype dash = words.lastIndexOf(u'-');
    if (dash < 1)
        return std::nullopt;
    const qint64 number = plainNumber(words.mid(dash + 1));
    if (number == 0)
        return std::nullopt;
    return ItemAddress{.section = section, .words = words.left(dash).toString(), .number = number, .view = view};
}

std::optional<PictureAddress> readPicture(QStringView name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    const qsizetype dash = name.lastIndexOf(u'-', dot);
    if (dot < 0 || dash != 36)
        return std::nullopt;
    const auto media = MediaId::fromText(name.left(36));
    const qint64 width = plainNumber(name.mid(dash + 1, dot - dash - 1));
    const QStringView extension = name.mid(dot + 1);
    if (!media || width == 0 || width > 10'000 || (extension != u"webp" && extension != u"jpg"))
        return std::nullopt;
    return PictureAddress{.media = *media,
                          .width = int(width),
                          .format = extension == u"webp" ? PictureFormat::Webp : PictureFormat::Jpeg};
}

using Place = decltype(SiteAddress::place);

Place readTop(const QString &name)
{
    if (name == "tim-kiem"_L1)
        return SearchAddress();
    if (name == "rss.xml"_L1)
        return FeedAddress();
    if (name == "so-do-trang"_L1)
        return SitemapPageAddress();
    if (name == "robots.txt"_L1)
        return RobotsAddress();
    if (name == "sitemap.xml"_L1)
        return SitemapXmlAddress();
    if (name.startsWith("sitemap-"_L1) && name.endsWith(".xml"_L1)) {
        const qint64 part = plainNumber(QStringView(name).mid(8, name.size() - 12));
        return part > 0 && part <= 50'000 ? Place(SitemapXmlAddress{.part = int(part)}) : UnknownAddress();
    }
    if (name.contains(u'.'))
        return UnknownAddress();
    return SectionAddress{.slug = name, .page = 1};
}

Place readPlace(const QStringList &parts)
{
    if (parts.isEmpty())
        return FrontAddress();
    if (parts.size() == 1)
        return readTop(parts[0]);
    if (parts.size() == 2 && parts[0] == "anh"_L1) {
        const auto picture = readPicture(parts[1]);
        return picture ? Place(*picture) : UnknownAddress();
    }
    if (parts.size() == 2 && parts[1] == "rss.xml"_L1)
        return FeedAddress{.section = parts[0]};
    std::optional<ItemAddress> item;
    if (parts.size() == 2 && parts[1].endsWith(".html"_L1))
        item = readItem(parts[0], QStringView(parts[1]).chopped(5), ItemView::Page);
    else if (parts.size() == 3 && parts[2] == "in"_L1)
        item = readItem(parts[0], parts[1], ItemView::Print);
    else if (parts.size() == 3 && parts[2] == "luu"_L1)
        item = readItem(parts[0], parts[1], ItemView::Save);
    return item ? Place(*item) : UnknownAddress();
}

struct PathWriter
{
    QString operator()(const UnknownAddress &) const { return {}; }
    QString operator()(const FrontAddress &) const { return u"/"_s; }
    QString operator()(const SectionAddress &section) const
    {
        const QString path = u'/' + section.slug;
        return section.page > 1 ? path + "?trang="_L1 + QString::number(section.page) : path;
    }
    QString operator()(const ItemAddress &item) const
    {
        const QString path = itemStem(item.section, item.words, item.number);
        switch (item.view) {
        case ItemView::Page:
            return path + ".html"_L1;
        case ItemView::Print:
            return path + "/in"_L1;
        case ItemView::Save:
            return path + "/luu"_L1;
        }
        Q_UNREACHABLE();
    }
    QString operator()(const FeedAddress &feed) const
    {
        return feed.section.isEmpty() ? u"/rss.xml"_s : u'/' + feed.section + "/rss.xml"_L1;
    }
    QString operator()(const SearchAddress &) const { return u"/tim-kiem"_s; }
    QString operator()(const SitemapPageAddress &) const { return u"/so-do-trang"_s; }
    QString operator()(const SitemapXmlAddress &map) const
    {
        return map.part > 0 ? u"/sitemap-%1.xml"_s.arg(map.part) : u"/sitemap.xml"_s;
    }
    QString operator()(const RobotsAddress &) const { return u"/robots.txt"_s; }
    QString operator()(const PictureAddress &picture) const
    {
        return "/anh/"_L1 + picture.media.toText() + u'-' + QString::number(picture.width)
            + (picture.format == PictureFormat::Webp ? ".webp"_L1 : ".jpg"_L1);
    }
};

} // namespace

SiteAddress readSiteAddress(std::string_view rawPath)
{
    constexpr std::size_t longestPath = 400;
    if (rawPath.empty() || rawPath.front() != '/' || rawPath.size() > longestPath || !isPlain(rawPath))
        return {};
    const QString whole = QString::fromLatin1(rawPath.data() + 1, qsizetype(rawPath.size()) - 1);
    QStringList parts = whole.isEmpty() ? QStringList() : whole.split(u'/');
    SiteAddress address;
    if (!parts.isEmpty() && parts.front() == "en"_L1) {
        address.language = Language::English;
        parts.removeFirst();
    }
    // "/tin-tuc/" or "//": one page, one address.
    if (parts.contains(QString()))
        return {};
    address.place = readPlace(parts);
    // What programs read is there once, whatever language people read.
    if (address.language == Language::English
        && (std::holds_alternative<RobotsAddress>(address.place)
            || std::holds_alternative<SitemapXmlAddress>(address.place)))
        address.place = UnknownAddress();
    return address;
}

bool canNameSection(const QString &slug)
{
    if (!isFreeAddress(slug))
        return false;
    const SiteAddress section{.language = Language::Vietnamese, .place = SectionAddress{.slug = slug, .page = 1}};
    const SiteAddress item{.language = Language::Vietnamese,
                           .place =
                               ItemAddress{.section = slug, .words = u"bai"_s, .number = 1, .view = ItemView::Page}};
    return std::ranges::all_of(std::array{section, item}, [](const SiteAddress &address) {
        return readSiteAddress(path(address).toStdString()) == address;
    });
}

QString path(const SiteAddress &address)
{
    const QString plain = std::visit(PathWriter(), address.place);
    if (address.language == Language::Vietnamese || plain.isEmpty())
        return plain;
    return plain == "/"_L1 ? u"/en"_s : "/en"_L1 + plain;
}

} // namespace toasoan
