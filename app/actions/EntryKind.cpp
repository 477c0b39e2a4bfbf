#include "actions/EntryKind.h"

#include "actions/MediaAccess.h"
#include "actions/NewsroomRules.h"
#include "actions/OwnRules.h"
#include "domain/EntryMerge.h"
#include "domain/PortalAddress.h"
#include "storage/EntryStore.h"
#include "storage/NewsroomStore.h"
#include "storage/RecordStore.h"
#include "storage/UserStore.h"

#include <QJsonDocument>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

QString place(const QString &field)
{
    return u"entry."_s + field;
}

bool isInUse(const Record &record)
{
    return record.state != State::Closed && record.state != State::Deleted;
}

// Whether both are in force on some day.
bool overlap(const Register &described, const QByteArray &one, const QByteArray &other)
{
    if (described.period.isEmpty())
        return true;
    const auto periodOf = [&](const QByteArray &content) {
        const QJsonValue period = QJsonDocument::fromJson(content)[described.period];
        const QString to = period["to"_L1].toString();
        return std::pair(period["from"_L1].toString(), to.isEmpty() ? u"9999-12-31"_s : to); // ISO dates sort as text
    };
    const auto [from, to] = periodOf(one);
    const auto [otherFrom, otherTo] = periodOf(other);
    return from <= otherTo && otherFrom <= to;
}

class EntryKind final : public Kind
{
public:
    explicit EntryKind(const Register &described)
        : Kind(described.noun, Workflow(described.chain))
        , m_register(described)
    { }

    [[nodiscard]] bool canSee(const Actor &actor, const Record &record) const override
    {
        if (record.state == State::Deleted)
            return false;
        const bool isOwn = record.author == actor.user;
        if (isPrivate(record))
            return isOwn;
        const auto shows = [&](const Sight &sight) {
            return (sight.of == Sight::Of::Any || isOwn) && actor.hasRole(sight.role, record.section);
        };
        return m_register.sees.empty() || std::ranges::any_of(m_register.sees, shows);
    }

    [[nodiscard]] QString sightOf(const Actor &actor) const override
    {
        QStringList rows;
        for (const Sight &sight : m_register.sees) {
            for (const Grant &grant : actor.grants) {
                if (grant.role == sight.role)
                    rows.append(toText(sight.role) + (sight.of == Sight::Of::Own ? u"/own/"_s : u"/any/"_s)
                                + (grant.section ? grant.section->toText() : QString()));
            }
        }
        rows.sort();
        // Where drafts are, each person has his own.
        if (!m_register.sees.empty() || beginsIn() == State::Draft)
            rows.prepend(actor.user.toText());
        return rows.join(u'\n');
    }

    [[nodiscard]] Result<QByteArray> clean(const QByteArray &content) const override
    {
        return entry::clean(m_register, content);
    }

    [[nodiscard]] QByteArray tidy(const QByteArray &content) const override { return entry::tidy(m_register, content); }

    [[nodiscard]] Result<void> checkLimits(const QByteArray &content, const QByteArray &was) const override
    {
        return entry::checkLimits(m_register, content, was);
    }

    [[nodiscard]] Result<QByteArray> merge(const QByteArray &base, const QByteArray &theirs,
                                           const QByteArray &mine) const override
    {
        return entry::merge(m_register, base, theirs, mine);
    }

    // What gives way stands in the entry, open.
    [[nodiscard]] std::vector<QString> outvoted(const QByteArray &, const QByteArray &,
                                                const QByteArray &) const override
    {
        return {};
    }

    [[nodiscard]] Result<Outline> outline(const QByteArray &content) const override
    {
        return Outline{.title = entry::titleOf(m_register, content), .section = {}, .genre = {}};
    }

    [[nodiscard]] Result<std::vector<MediaId>> pictures(const QByteArray &content) const override
    {
        std::vector<MediaId> pictures;
        for (const entry::Link &link : entry::links(m_register, content)) {
            const auto id = link.noun == nouns::media ? MediaId::fromText(link.id) : std::nullopt;
            if (id && std::ranges::find(pictures, *id) == pictures.end())
                pictures.push_back(*id);
        }
        return pictures;
    }

    [[nodiscard]] Result<void> check(ActionContext &context, const FullRecord &record, Step step) const override
    {
        if (vouches(step) && !entry::isSettled(record.content))
            return Error{ErrorCode::InvalidInput, u"entry.open"_s, {}};
        if (step != Step::Save && step != Step::Reopen && !vouches(step))
            return {};
        // Not stored yet: what stands there is what it was.
        const auto before = RecordStore(context.transaction).fullMaybe(record.id);
        if (!before)
            return before.error();
        const QByteArray was = *before ? (*before)->content : QByteArray();
        if (auto complete = entry::checkComplete(m_register, record.content, was); !complete)
            return complete;
        if (const OwnRules *own = ownRulesOf(noun())) {
            if (auto fits = own->check(record.content); !fits)
                return fits;
        }
        if (m_register.isSingle && record.id != RecordId{idOfSingle(noun())})
            return Error{ErrorCode::Conflict, u"entry.single"_s, {}};
        if (auto whole = needsPictures(step) ? checkPicturesAreThere(context, record) : Result<void>(); !whole)
            return whole;
        if (auto free = checkAddress(context, record, step == Step::Save ? was : QByteArray()); !free)
            return free;
        if (context.place == Place::Desk)
            return {}; // it does not know all that there are
        if (auto own = checkKeys(context, record); !own)
            return own;
        if (auto own = step == Step::Publish ? checkPublicKeys(context, record) : Result<void>(); !own)
            return own;
        if (auto fit = checkLinks(context, record, was); !fit)
            return fit;
        return checkRing(context, record);
    }

    [[nodiscard]] Result<void> follow(ActionContext &context, const FullRecord &record, Step step) const override
    {
        if (context.place == Place::Desk)
            return {};
        EntryStore entries(context.transaction);
        const EntryHead head{.id = record.id, .state = record.state, .updatedAt = record.updatedAt};
        if (auto put = entries.put(noun(), Face::Board, head, record.content); !put)
            return put;
        if (auto put = entries.putBeside(m_register, record.id, record.content); !put)
            return put;
        if (const OwnRules *own = ownRulesOf(noun()); own && record.state == State::Published) {
            if (auto put = own->follow(context, record); !put)
                return put;
        }
        if (!m_register.face)
            return {};
        if (record.state == State::Published)
            return entries.put(noun(), Face::Public, head, record.content);
        // What is being corrected stays as readers have it.
        return step == Step::Close || step == Step::Unpublish ? entries.remove(noun(), Face::Public, record.id)
                                                              : Result<void>();
    }

private:
    [[nodiscard]] Result<void> checkKeys(ActionContext &context, const FullRecord &record) const
    {
        const auto values = keyValues(m_register, record.content);
        for (const UniqueKey &key : m_register.keys) {
            const auto value = values.find(key.name);
            if (key.breach == UniqueKey::Breach::Warn || value == values.end())
                continue;
            const auto others = EntryStore(context.transaction).withKey(noun(), key.name, value->second, record.id);
            if (!others)
                return others.error();
            for (const RecordId id : *others) {
                const auto other = RecordStore(context.transaction).full(id);
                if (!other)
                    return other.error();
                const bool meets =
                    key.during == UniqueKey::During::Ever || overlap(m_register, record.content, other->content);
                if (isInUse(*other) && meets)
                    return Error{ErrorCode::Conflict, u"entry.key."_s + key.name, other->title};
            }
        }
        return {};
    }

    // What another's next version has given up is still its own while readers have the one before.
    [[nodiscard]] Result<void> checkPublicKeys(ActionContext &context, const FullRecord &record) const
    {
        constexpr int most = 10'000;
        const auto mine = keyValues(m_register, record.content);
        EntryStore entries(context.transaction);
        auto projection = entries.readable(noun(), Face::Public);
        if (!projection)
            return projection.error();
        if (!*projection || mine.empty())
            return {};
        const auto rows = entries.list(**projection, {}, most, 0);
        if (!rows)
            return rows.error();
        for (const EntryRow &row : *rows) {
            const auto theirs = keyValues(m_register, row.content);
            for (const UniqueKey &key : m_register.keys) {
                const auto own = mine.find(key.name), other = theirs.find(key.name);
                const bool isSame = row.id != record.id && key.breach == UniqueKey::Breach::Refuse && own != mine.end()
                    && other != theirs.end() && own->second == other->second;
                if (isSame
                    && (key.during == UniqueKey::During::Ever || overlap(m_register, record.content, row.content)))
                    return Error{ErrorCode::Conflict, u"entry.key."_s + key.name,
                                 entry::titleOf(m_register, row.content)};
            }
        }
        return {};
    }

    [[nodiscard]] Result<void> checkPicturesAreThere(ActionContext &context, const FullRecord &record) const
    {
        const auto shown = pictures(record.content);
        if (!shown)
            return shown.error();
        for (const MediaId id : *shown) {
            auto has = hasPicture(context, record.id, id);
            if (!has)
                return has.error();
            if (!*has)
                return Error{ErrorCode::Conflict, u"article.pictures"_s, id.toText()};
        }
        return {};
    }

    // A page of its own stands at no address that the portal, a section or a register's list has: whoever was there
    // first keeps it. What stood in `was` may stay there.
    [[nodiscard]] Result<void> checkAddress(ActionContext &context, const FullRecord &record,
                                            const QByteArray &was) const
    {
        if (!m_register.face || m_register.face->slug.isEmpty())
            return {};
        const auto addressIn = [&](const QByteArray &content) {
            return QJsonDocument::fromJson(content)[m_register.face->slug].toString();
        };
        const QString address = addressIn(record.content);
        if (address == addressIn(was))
            return {};
        auto sections = NewsroomStore(context.transaction).sections();
        if (!sections)
            return sections.error();
        const bool isTaken = !isFreeAddress(address)
            || std::ranges::find(*sections, address, &Section::slug) != sections->end()
            || std::ranges::any_of(context.rules.registers(),
                                   [&](const Register &each) { return each.face && each.face->address == address; });
        return isTaken ? Error{ErrorCode::InvalidInput, place(m_register.face->slug), u"an address of the portal"_s}
                       : Result<void>();
    }

    // What a reference names has to be there; and in use, unless it was named before.
    [[nodiscard]] Result<void> checkLinks(ActionContext &context, const FullRecord &record, const QByteArray &was) const
    {
        const auto links = entry::links(m_register, record.content);
        if (links.empty())
            return {};
        const auto had = entry::links(m_register, was);
        for (const entry::Link &link : links) {
            if (link.noun == nouns::media || std::ranges::find(had, link) != had.end())
                continue;
            auto usable = isUsable(context, link);
            if (!usable)
                return usable.error();
            if (!*usable)
                return Error{ErrorCode::InvalidInput, place(link.field), u"refers to what is not in use"_s};
        }
        return {};
    }

    [[nodiscard]] static Result<bool> isUsable(ActionContext &context, const entry::Link &link)
    {
        if (link.noun == nouns::section) {
            auto sections = NewsroomStore(context.transaction).sections();
            if (!sections)
                return sections.error();
            return std::ranges::any_of(*sections, [&](const Section &each) { return each.id.toText() == link.id; });
        }
        if (link.noun == nouns::user) {
            const auto id = UserId::fromText(link.id);
            auto user =
                id ? UserStore(context.transaction).find(*id) : Result<User>(Error{ErrorCode::NotFound, u"user"_s, {}});
            if (!user && user.error().code != ErrorCode::NotFound)
                return user.error();
            return user.ok();
        }
        const auto id = RecordId::fromText(link.id);
        auto named = id ? RecordStore(context.transaction).head(*id) : Result<std::optional<Record>>(std::nullopt);
        if (!named)
            return named.error();
        return *named && (*named)->noun == link.noun && isInUse(**named);
    }

    // Nothing stands under itself.
    [[nodiscard]] Result<void> checkRing(ActionContext &context, const FullRecord &record) const
    {
        if (m_register.parent.isEmpty())
            return {};
        const auto parentOf = [&](const QByteArray &content) {
            return RecordId::fromText(QJsonDocument::fromJson(content)[m_register.parent].toString());
        };
        constexpr int deepest = 50;
        auto above = parentOf(record.content);
        for (int depth = 0; above && *above != record.id && depth < deepest; ++depth) {
            const auto parent = RecordStore(context.transaction).fullMaybe(*above);
            if (!parent)
                return parent.error();
            above = *parent ? parentOf((*parent)->content) : std::nullopt;
        }
        return above ? Error{ErrorCode::InvalidInput, place(m_register.parent), u"a ring"_s} : Result<void>();
    }

    const Register &m_register;
};

class RegisterKind final : public Kind
{
public:
    RegisterKind() : Kind(nouns::registers, Workflow({})) { }

    [[nodiscard]] bool canSee(const Actor &, const Record &) const override { return true; }
    [[nodiscard]] QString sightOf(const Actor &) const override { return {}; }

    [[nodiscard]] Result<QByteArray> clean(const QByteArray &content) const override
    {
        auto described = registerFromJson(QJsonDocument::fromJson(content).object());
        if (!described)
            return described.error();
        return QJsonDocument(toJson(*described)).toJson(QJsonDocument::Compact);
    }
    [[nodiscard]] QByteArray tidy(const QByteArray &content) const override { return content; }
    [[nodiscard]] Result<void> checkLimits(const QByteArray &content, const QByteArray &) const override
    {
        constexpr qsizetype longest = 262'144;
        return content.size() <= longest ? Result<void>() : Error{ErrorCode::TooLarge, u"register"_s, {}};
    }
    // Two who changed the rules have to agree.
    [[nodiscard]] Result<QByteArray> merge(const QByteArray &, const QByteArray &, const QByteArray &) const override
    {
        return Error{ErrorCode::Conflict, u"register"_s, {}};
    }
    [[nodiscard]] std::vector<QString> outvoted(const QByteArray &, const QByteArray &,
                                                const QByteArray &) const override
    {
        return {};
    }
    [[nodiscard]] Result<Outline> outline(const QByteArray &content) const override
    {
        auto described = registerFromJson(QJsonDocument::fromJson(content).object());
        if (!described)
            return described.error();
        return Outline{.title = described->many.vi, .section = {}, .genre = {}};
    }
    [[nodiscard]] Result<std::vector<MediaId>> pictures(const QByteArray &) const override
    {
        return std::vector<MediaId>();
    }
    [[nodiscard]] Result<void> check(ActionContext &, const FullRecord &, Step) const override { return {}; }
    [[nodiscard]] Result<void> follow(ActionContext &, const FullRecord &, Step) const override { return {}; }
};

} // namespace

std::unique_ptr<const Kind> entryKind(const Register &described)
{
    return std::make_unique<EntryKind>(described);
}

std::unique_ptr<const Kind> registerKind()
{
    return std::make_unique<RegisterKind>();
}

} // namespace toasoan
