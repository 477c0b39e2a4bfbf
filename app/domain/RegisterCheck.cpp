#include "domain/Register.h"

#include "base/Json.h"
#include "text/Vietnamese.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// The functions that a field can be computed by: none yet.
constexpr std::array<QLatin1StringView, 0> knownRules{};

// "open" and "row" are members of contents, and "own" is what a board's own names begin with: as columns "own.from" and
// the beginning of a period "own" would be one.
constexpr std::array reservedNames{"open"_L1, "row"_L1, "own"_L1};
constexpr auto ofBoard = "own."_L1;

constexpr qsizetype longestName = 40; // of PostgreSQL's 63 bytes, so that something can stand before and behind it
constexpr qsizetype longestWords = 200;
constexpr qsizetype longestHelp = 2000;
constexpr qsizetype longestPattern = 500;
constexpr qsizetype longestOfText = 1'000'000;
constexpr qsizetype longestTitle = 300;

Error fault(const QString &place, const QString &detail)
{
    return {ErrorCode::InvalidInput, u"register."_s + place, detail};
}

bool isName(const QString &name)
{
    static const QRegularExpression form(u"\\A(?:own\\.)?[a-z][A-Za-z0-9]*\\z"_s);
    return name.size() <= longestName && form.match(name).hasMatch();
}

bool isReserved(const QString &name)
{
    return std::ranges::any_of(reservedNames,
                               [&](QLatin1StringView each) { return name.compare(each, Qt::CaseInsensitive) == 0; });
}

bool isOfBoard(const QString &name)
{
    return name.startsWith(ofBoard);
}

bool isText(FieldKind kind)
{
    return kind == FieldKind::Line || kind == FieldKind::Text || kind == FieldKind::Address;
}

Result<void> checkWords(const Words &words, Need need, qsizetype longest, const QString &place)
{
    for (const QString &each : {words.vi, words.en}) {
        const auto clean = cleanText(each, Lines::Single, longest, u"register."_s + place);
        if (!clean)
            return clean.error();
        if (*clean != each)
            return fault(place, u"not as it is stored"_s);
    }
    if (words.vi.isEmpty() && (need == Need::Required || !words.en.isEmpty()))
        return fault(place, u"without the Vietnamese"_s);
    return {};
}

Result<void> checkChoices(const std::vector<Choice> &choices, const QString &place)
{
    static const QRegularExpression code(u"\\A[A-Za-z0-9_.-]{1,60}\\z"_s);
    QSet<QString> codes;
    for (const Choice &choice : choices) {
        if (!code.match(choice.code).hasMatch())
            return fault(place, u"no code"_s);
        if (codes.contains(choice.code.toLower()))
            return fault(place, u"twice: "_s + choice.code);
        codes.insert(choice.code.toLower());
        if (auto words = checkWords(choice.label, Need::Required, longestWords, place); !words)
            return words.error();
    }
    return {};
}

Result<void> checkLimits(const Field &field, const QString &place)
{
    const Limits &limits = field.limits;
    const bool isNumber = field.kind == FieldKind::Integer || field.kind == FieldKind::Money;
    const bool hasLength = isText(field.kind) || field.kind == FieldKind::Rows || field.count == Count::Many;
    if (limits.longest < 0 || limits.longest > longestOfText || (limits.longest != 0 && !hasLength))
        return fault(place + u".longest"_s, {});
    if ((limits.least || limits.most) && !isNumber)
        return fault(place + u".least"_s, u"of no number"_s);
    if (limits.least && limits.most && *limits.least > *limits.most)
        return fault(place + u".least"_s, u"upside down"_s);
    for (const auto &bound : {limits.least, limits.most}) {
        if (bound && std::abs(*bound) > JsonReader::maximumInteger)
            return fault(place + u".least"_s, u"out of range"_s);
    }
    if (!limits.pattern.isEmpty()
        && (field.kind != FieldKind::Line || limits.pattern.size() > longestPattern
            || !QRegularExpression(limits.pattern).isValid()))
        return fault(place + u".pattern"_s, {});
    if (limits.choices.empty() == (field.kind == FieldKind::Choice))
        return fault(place + u".choices"_s, {});
    if (auto choices = checkChoices(limits.choices, place + u".choices"_s); !choices)
        return choices.error();
    if (limits.nouns.empty() == (field.kind == FieldKind::Reference)
        || !std::ranges::all_of(limits.nouns, [](const Noun &noun) { return isName(toText(noun)); }))
        return fault(place + u".nouns"_s, {});
    return {};
}

Result<void> checkFields(const std::vector<Field> &fields, const QString &place);

Result<void> checkField(const Field &field, const QString &place)
{
    if (auto words = checkWords(field.label, Need::Required, longestWords, place + u".label"_s); !words)
        return words.error();
    if (auto words = checkWords(field.help, Need::Optional, longestHelp, place + u".help"_s); !words)
        return words.error();
    const bool makesNoList =
        field.kind == FieldKind::Rows || field.kind == FieldKind::Body || field.kind == FieldKind::Flag;
    if (makesNoList && field.count == Count::Many)
        return fault(place + u".count"_s, {});
    if (!field.rule.isEmpty()
        && (std::ranges::find(knownRules, field.rule) == knownRules.end() || field.need == Need::Required))
        return fault(place + u".rule"_s, field.rule);
    if (auto limits = checkLimits(field, place + u".limits"_s); !limits)
        return limits.error();

    if (field.columns.empty() == (field.kind == FieldKind::Rows))
        return fault(place + u".columns"_s, {});
    qsizetype at = 0;
    for (const Field &column : field.columns) {
        if (column.kind == FieldKind::Rows || column.kind == FieldKind::Body)
            return fault(u"%1.columns.%2.kind"_s.arg(place).arg(at), {});
        ++at;
    }
    return checkFields(field.columns, place + u".columns"_s);
}

Result<void> checkFields(const std::vector<Field> &fields, const QString &place)
{
    QSet<QString> names;
    qsizetype at = 0;
    for (const Field &field : fields) {
        // They become columns of tables, whose names know no capitals.
        const QString plain = field.name.toLower();
        if (!isName(field.name) || isReserved(field.name) || names.contains(plain))
            return fault(place + u".name"_s, field.name.left(longestName));
        names.insert(plain);
        if (auto fits = checkField(field, u"%1.%2"_s.arg(place).arg(at++)); !fits)
            return fits.error();
    }
    return {};
}

// What can stand on one line and is the entry's own.
bool isForTitle(FieldKind kind)
{
    switch (kind) {
    case FieldKind::Line:
    case FieldKind::Text:
    case FieldKind::Integer:
    case FieldKind::Decimal:
    case FieldKind::Money:
    case FieldKind::Date:
    case FieldKind::Period:
    case FieldKind::Choice:
    case FieldKind::Flag:
    case FieldKind::Address:
        return true;
    case FieldKind::Body:
    case FieldKind::Moment:
    case FieldKind::Reference:
    case FieldKind::File:
    case FieldKind::Rows:
        return false;
    }
    Q_UNREACHABLE();
}

Result<void> checkTitle(const Register &described)
{
    static const QRegularExpression part(u"\\{([^{}]*)\\}"_s);
    if (described.title.size() > longestTitle)
        return fault(u"title"_s, u"too long"_s);
    int fields = 0;
    for (auto parts = part.globalMatch(described.title); parts.hasNext(); ++fields) {
        const QString name = parts.next().captured(1);
        const Field *field = described.find(name);
        if (!field || !isForTitle(field->kind) || !field->rule.isEmpty())
            return fault(u"title"_s, name.left(longestName));
    }
    const QString rest = QString(described.title).remove(part);
    if (fields == 0 || rest.contains(u'{') || rest.contains(u'}'))
        return fault(u"title"_s, u"no field"_s);
    return {};
}

// Whether a list names each field once, and only such that `fits`.
template <typename Fits>
Result<void> checkNames(const Register &described, const QStringList &names, const QString &place, Fits fits)
{
    for (const QString &name : names) {
        const Field *field = described.find(name);
        if (!field || !fits(*field) || names.count(name) > 1)
            return fault(place, name.left(longestName));
    }
    return {};
}

Result<void> checkKeys(const Register &described)
{
    QSet<QString> names;
    for (const UniqueKey &key : described.keys) {
        if (!isName(key.name) || names.contains(key.name.toLower()) || key.parts.isEmpty())
            return fault(u"keys"_s, key.name.left(longestName));
        names.insert(key.name.toLower());
        if (key.during == UniqueKey::During::InForce && described.period.isEmpty())
            return fault(u"keys"_s, u"no period: "_s + key.name);
        const auto isOneValue = [](const Field &field) {
            return field.count == Count::One && field.rule.isEmpty() && field.kind != FieldKind::Rows
                && field.kind != FieldKind::Body && field.kind != FieldKind::Text && field.kind != FieldKind::Period;
        };
        if (auto parts = checkNames(described, key.parts, u"keys"_s, isOneValue); !parts)
            return parts.error();
    }
    return {};
}

// Its entry is there before anybody has written it.
Result<void> checkSingle(const Register &described)
{
    const bool hasNames = !described.title.isEmpty() || !described.period.isEmpty() || !described.parent.isEmpty()
        || !described.order.isEmpty() || !described.list.isEmpty() || !described.facets.isEmpty()
        || !described.search.isEmpty() || !described.keys.empty();
    if (hasNames)
        return fault(u"single"_s, u"of one entry"_s);
    const auto needed = std::ranges::find(described.fields, Need::Required, &Field::need);
    return needed == described.fields.end() ? Result<void>() : fault(u"single"_s, needed->name);
}

Result<void> checkParts(const Register &described)
{
    if (described.isSingle)
        return checkSingle(described);
    const auto isStored = [](const Field &field) { return field.rule.isEmpty(); };
    if (auto title = checkTitle(described); !title)
        return title.error();
    auto list = checkNames(described, described.list, u"list"_s, [](const Field &field) {
        return field.kind != FieldKind::Rows && field.kind != FieldKind::Body;
    });
    if (!list)
        return list.error();
    auto facets = checkNames(described, described.facets, u"facets"_s, [&](const Field &field) {
        return isStored(field)
            && (field.kind == FieldKind::Choice || field.kind == FieldKind::Flag || field.kind == FieldKind::Reference);
    });
    if (!facets)
        return facets.error();
    auto search = checkNames(described, described.search, u"search"_s, [&](const Field &field) {
        return isStored(field)
            && (isText(field.kind) || field.kind == FieldKind::Body || field.kind == FieldKind::Rows);
    });
    if (!search)
        return search.error();
    if (auto keys = checkKeys(described); !keys)
        return keys.error();

    const auto isOne = [&](const QString &name, FieldKind kind) {
        const Field *field = described.find(name);
        return field && field->kind == kind && field->count == Count::One && isStored(*field);
    };
    if (!described.period.isEmpty() && !isOne(described.period, FieldKind::Period))
        return fault(u"period"_s, described.period.left(longestName));
    if (!described.order.isEmpty() && !isOne(described.order, FieldKind::Line))
        return fault(u"order"_s, described.order.left(longestName));
    if (!described.parent.isEmpty()
        && (!isOne(described.parent, FieldKind::Reference)
            || described.find(described.parent)->limits.nouns != std::vector{described.noun}))
        return fault(u"parent"_s, described.parent.left(longestName));
    return {};
}

// Nothing more is asked of what has come there.
bool isMeantEnd(State state)
{
    return state == State::Deleted || state == State::Closed || state == State::Unpublished;
}

// Where what is written counts, so that it may stay there.
bool isInUse(State state)
{
    return state == State::Published || state == State::Approved;
}

Result<void> checkFace(const Register &described)
{
    const PublicFace &face = *described.face;
    static const QRegularExpression address(u"\\A(?:[a-z0-9]+(?:-[a-z0-9]+)*)?\\z"_s);
    static const QRegularExpression page(u"\\A(?:[a-z][A-Za-z0-9-]*)?\\z"_s);
    constexpr qsizetype longest = 100;
    if (face.address.size() > longest || !address.match(face.address).hasMatch())
        return fault(u"face.address"_s, {});
    if (face.page.size() > longest || !page.match(face.page).hasMatch())
        return fault(u"face.page"_s, {});
    if (face.slug.isEmpty())
        return {};
    const Field *slug = described.find(face.slug);
    const bool isLine = slug && slug->kind == FieldKind::Line && slug->count == Count::One
        && slug->need == Need::Required && slug->rule.isEmpty();
    const bool isOnlyOnes = std::ranges::any_of(described.keys, [&](const UniqueKey &key) {
        return key.parts == QStringList{face.slug} && key.breach == UniqueKey::Breach::Refuse
            && key.during == UniqueKey::During::Ever;
    });
    if (!isLine || !isOnlyOnes)
        return fault(u"face.slug"_s, face.slug.left(longestName));
    return {};
}

const Field *fieldNamed(const std::vector<Field> &fields, const QString &name)
{
    const auto found = std::ranges::find(fields, name, &Field::name);
    return found == fields.end() ? nullptr : &*found;
}

const Words &wordsOr(const Words &said, const Words &standard)
{
    return said.vi.isEmpty() ? standard : said;
}

std::vector<Choice> raisedChoices(const std::vector<Choice> &ofNewsroom, std::vector<Choice> standard)
{
    for (Choice &choice : standard) {
        const auto had = std::ranges::find(ofNewsroom, choice.code, &Choice::code);
        if (had != ofNewsroom.end())
            choice.label = wordsOr(had->label, choice.label);
    }
    for (const Choice &choice : ofNewsroom) {
        if (isOfBoard(choice.code) && std::ranges::find(standard, choice.code, &Choice::code) == standard.end())
            standard.push_back(choice);
    }
    return standard;
}

std::vector<Field> raisedFields(const std::vector<Field> &ofNewsroom, std::vector<Field> standard)
{
    for (Field &field : standard) {
        const Field *had = fieldNamed(ofNewsroom, field.name);
        if (!had)
            continue;
        field.label = wordsOr(had->label, field.label);
        field.help = wordsOr(had->help, field.help);
        field.limits.choices = raisedChoices(had->limits.choices, std::move(field.limits.choices));
        if (field.kind == FieldKind::Rows)
            field.columns = raisedFields(had->columns, std::move(field.columns));
    }
    for (const Field &field : ofNewsroom) {
        if (isOfBoard(field.name) && !fieldNamed(standard, field.name))
            standard.push_back(field);
    }
    return standard;
}

void addOfBoard(QStringList &names, const QStringList &ofNewsroom)
{
    for (const QString &name : ofNewsroom) {
        if (isOfBoard(name) && !names.contains(name))
            names.append(name);
    }
}

} // namespace

Result<void> checkChain(const std::vector<Transition> &chain)
{
    const auto place = u"chain"_s;
    const auto mayBegin = [&](const Transition &row) {
        return row.step == Step::Save && row.from == chain.front().from && row.role != Role::System
            && (row.ownership == Ownership::Any || row.ownership == Ownership::Own);
    };
    if (std::ranges::none_of(chain, mayBegin))
        return fault(place, u"nobody may save what is new"_s);

    std::vector<State> reached{chain.front().from};
    for (std::size_t i = 0; i < reached.size(); ++i) {
        for (const Transition &row : chain) {
            if (row.from == reached[i] && std::ranges::find(reached, row.to) == reached.end())
                reached.push_back(row.to);
        }
    }
    for (auto row = chain.begin(); row != chain.end(); ++row) {
        if (std::ranges::find(reached, row->from) == reached.end())
            return fault(place, u"nothing leads to "_s + toText(row->from));
        const bool isTwice = std::any_of(chain.begin(), row, [&](const Transition &other) {
            return other.from == row->from && other.step == row->step && other.role == row->role
                && other.ownership == row->ownership;
        });
        if (isTwice)
            return fault(place, u"twice: "_s + toText(row->step));
        if ((row->step == Step::Close || row->step == Step::Reopen) && row->reason != ReasonRule::Required)
            return fault(place, u"without a reason: "_s + toText(row->step));
    }
    for (const State state : reached) {
        const bool goesOn =
            std::ranges::any_of(chain, [&](const Transition &row) { return row.from == state && row.to != state; });
        const bool isChanged =
            std::ranges::any_of(chain, [&](const Transition &row) { return row.from == state && row.to == state; });
        if (!goesOn && !isMeantEnd(state) && !(isInUse(state) && isChanged))
            return fault(place, u"a dead end: "_s + toText(state));
    }
    return {};
}

Result<void> checkRegister(const Register &described)
{
    const QString noun = toText(described.noun);
    if (!isName(noun) || isReserved(noun) || noun == u"register"
        || std::ranges::any_of(allNouns, [&](const Noun &taken) { return toText(taken) == noun; }))
        return fault(u"noun"_s, noun.left(longestName));
    if (auto words = checkWords(described.one, Need::Required, longestWords, u"one"_s); !words)
        return words.error();
    if (auto words = checkWords(described.many, Need::Required, longestWords, u"many"_s); !words)
        return words.error();
    if (auto words = checkWords(described.about, Need::Optional, longestHelp, u"about"_s); !words)
        return words.error();
    if (auto fields = checkFields(described.fields, u"fields"_s); !fields)
        return fields.error();
    if (auto parts = checkParts(described); !parts)
        return parts.error();
    if (described.chain.empty())
        return fault(u"chain"_s, u"nobody may save"_s);
    if (auto chain = checkChain(described.chain); !chain)
        return chain.error();
    return described.face ? checkFace(described) : Result<void>();
}

bool hasReview(const Register &described)
{
    return std::ranges::any_of(described.chain, [](const Transition &row) {
        return row.from != State::Published && row.from != State::Closed;
    });
}

Register raised(const Register &ofNewsroom, const Register &standard)
{
    Register next = standard;
    next.one = wordsOr(ofNewsroom.one, standard.one);
    next.many = wordsOr(ofNewsroom.many, standard.many);
    next.about = wordsOr(ofNewsroom.about, standard.about);
    next.fields = raisedFields(ofNewsroom.fields, standard.fields);
    if (!ofNewsroom.chain.empty())
        next.chain = ofNewsroom.chain;
    next.sees = ofNewsroom.sees;
    next.list = ofNewsroom.list;
    next.list.removeIf([&](const QString &name) { return !next.find(name); });
    addOfBoard(next.facets, ofNewsroom.facets);
    if (!next.search.isEmpty()) // else all texts, the board's own too
        addOfBoard(next.search, ofNewsroom.search);
    for (const UniqueKey &key : ofNewsroom.keys) {
        const bool isThere = std::ranges::find(next.keys, key.name, &UniqueKey::name) != next.keys.end();
        const bool fits = std::ranges::all_of(key.parts, [&](const QString &part) { return next.find(part); });
        if (isOfBoard(key.name) && !isThere && fits)
            next.keys.push_back(key);
    }
    for (auto member = ofNewsroom.others.begin(); member != ofNewsroom.others.end(); ++member) {
        if (!next.others.contains(member.key()))
            next.others.insert(member.key(), member.value());
    }
    return next;
}

} // namespace toasoan
