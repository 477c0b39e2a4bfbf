// What the portal shows of registers: the block of links, the leaders, and the general list of one that has an address.
#include "actions/NewsroomRules.h"
#include "backend/site/SiteReader.h"
#include "domain/registers/Officeholder.h"
#include "domain/registers/WebLink.h"
#include "storage/PublicEntries.h"

#include <QTimeZone>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostLinks = 200;
constexpr int mostOfficials = 500;
constexpr int entriesPerPage = 50;

QString labelOf(const Field &field, const QString &code, bool isEnglish)
{
    const auto &choices = field.limits.choices;
    const auto found = std::ranges::find(choices, code, &Choice::code);
    return found == choices.end() ? code : found->label.in(isEnglish);
}

} // namespace

QDate SiteReader::today() const
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(toMilliseconds(m_now), m_models->site().timeZone);
    return now.date();
}

Result<std::vector<portal::LinkGroup>> SiteReader::linkGroups() const
{
    const bool isEnglish = m_language == Language::English;
    auto rules = readRules(m_transaction);
    if (!rules)
        return rules.error();
    const Register *described = (*rules)->findRegister(nounOf<WebLink>());
    const Field *group = described ? described->find(u"group"_s) : nullptr;
    if (!group)
        return std::vector<portal::LinkGroup>();
    auto links = PublicEntries(m_transaction).all<WebLink>(mostLinks);
    if (!links)
        return links.error();
    // In the order of the description's choices; what it does not name any more stands at the end.
    std::vector<portal::LinkGroup> groups;
    QStringList codes;
    for (const Choice &choice : group->limits.choices)
        codes.append(choice.code);
    for (const WebLink &link : *links) {
        if (!codes.contains(link.group))
            codes.append(link.group);
    }
    const QDate day = today();
    for (const QString &code : codes) {
        portal::LinkGroup shown{.title = labelOf(*group, code, isEnglish),
                                .isTitleUntranslated =
                                    isEnglish && labelOf(*group, code, false) == labelOf(*group, code, true),
                                .links = {}};
        for (const WebLink &link : *links) {
            if (link.group != code || !link.shown.holds(day))
                continue;
            portal::ItemSummary summary;
            summary.path = link.address;
            summary.title = link.title;
            if (link.picture)
                summary.picture = picture(*link.picture, {});
            shown.links.push_back(std::move(summary));
        }
        if (!shown.links.empty())
            groups.push_back(std::move(shown));
    }
    return groups;
}

Result<Register> SiteReader::registerAt(const QString &address) const
{
    auto rules = readRules(m_transaction);
    if (!rules)
        return rules.error();
    const auto &registers = (*rules)->registers();
    const auto found = std::ranges::find_if(
        registers, [&](const Register &each) { return each.face && each.face->address == address; });
    return found == registers.end() || address.isEmpty()
        ? Result<Register>(Error{ErrorCode::NotFound, u"section"_s, address})
        : Result<Register>(*found);
}

Result<std::vector<portal::Link>> SiteReader::registerLinks() const
{
    const bool isEnglish = m_language == Language::English;
    auto rules = readRules(m_transaction);
    if (!rules)
        return rules.error();
    std::vector<portal::Link> links;
    for (const Register &described : (*rules)->registers()) {
        const QString address = described.face ? described.face->address : QString();
        if (address.isEmpty() || m_models->findSection(address))
            continue;
        auto some = PublicEntries(m_transaction).list(described.noun, {}, 1, 0);
        if (!some)
            return some.error();
        if (!some->empty())
            links.push_back({.title = described.many.in(isEnglish),
                             .path = m_models->pathOf(SectionAddress{.slug = address, .page = 1}),
                             .isUntranslated = isEnglish && described.many.en.isEmpty()});
    }
    return links;
}

Result<portal::LeadersPage> SiteReader::leadersPage(const Register &described, const SectionAddress &address)
{
    const bool isEnglish = m_language == Language::English;
    if (address.page != 1)
        return Error{ErrorCode::NotFound, u"section"_s, address.slug};
    auto officials = PublicEntries(m_transaction).all<Officeholder>(mostOfficials);
    if (!officials)
        return officials.error();
    portal::LeadersPage page;
    page.frame = frame({.language = m_language, .place = address}, m_models->pathOf(address));
    page.title = described.many.in(isEnglish);
    page.description = m_models->site().agency;
    const QDate day = today();
    const Field *body = described.find(u"body"_s);
    for (const Choice &choice : body ? body->limits.choices : std::vector<Choice>()) {
        portal::LeaderGroup group{.title = choice.label.in(isEnglish),
                                  .isTitleUntranslated = isEnglish && choice.label.en.isEmpty(),
                                  .leaders = {}};
        for (const Officeholder &each : *officials) {
            if (each.body != choice.code || !each.held.holds(day))
                continue;
            group.leaders.push_back({.name = each.name,
                                     .post = each.post,
                                     .duties = each.duties,
                                     .telephone = each.telephone,
                                     .email = each.email,
                                     .biography = each.biography,
                                     .picture = each.picture ? picture(*each.picture, {}) : std::nullopt});
        }
        if (!group.leaders.empty())
            page.groups.push_back(std::move(group));
    }
    return page;
}

Result<portal::EntriesPage> SiteReader::entriesPage(const Register &described, const SectionAddress &address)
{
    const bool isEnglish = m_language == Language::English;
    EntryFilter filter;
    if (!described.period.isEmpty())
        filter.inForceOn = today().toJulianDay();
    PublicEntries entries(m_transaction);
    auto count = entries.count(described.noun, filter);
    if (!count)
        return count.error();
    const int pages = int(std::max<qint64>(1, (*count + entriesPerPage - 1) / entriesPerPage));
    if (address.page > pages)
        return Error{ErrorCode::NotFound, u"section"_s, address.slug};
    auto rows = entries.list(described.noun, filter, entriesPerPage, qint64(address.page - 1) * entriesPerPage);
    if (!rows)
        return rows.error();

    const QString firstPath = m_models->pathOf(SectionAddress{.slug = address.slug, .page = 1});
    portal::EntriesPage page;
    page.frame = frame({.language = m_language, .place = address}, firstPath);
    page.title = described.many.in(isEnglish);
    page.isTitleUntranslated = isEnglish && described.many.en.isEmpty();
    page.description = described.about.in(isEnglish);
    page.pager = {
        .current = address.page, .last = pages, .firstPath = firstPath, .pathPrefix = firstPath + u"?trang="_s};
    for (const EntryRow &row : *rows) {
        page.frame.changed = std::max(page.frame.changed, std::optional(row.updatedAt));
        const QJsonObject says = QJsonDocument::fromJson(row.content).object();
        portal::EntryRow shown{.title = entry::titleOf(described, row.content), .cells = {}};
        for (const QString &name : described.list) {
            const Field *field = described.find(name);
            const QJsonValue value = says[name];
            if (!field || value.isUndefined() || described.title == u"{%1}"_s.arg(name))
                continue;
            // Ids mean nothing to readers.
            if (field->kind == FieldKind::Reference || field->kind == FieldKind::File)
                continue;
            shown.cells.push_back({.label = field->label.in(isEnglish),
                                   .text = entry::shown(*field, value, isEnglish),
                                   .path = field->kind == FieldKind::Address ? value.toString() : QString()});
        }
        page.rows.push_back(std::move(shown));
    }
    return page;
}

} // namespace toasoan
