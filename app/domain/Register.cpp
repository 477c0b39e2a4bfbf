#include "domain/Register.h"

#include "base/EnumText.h"
#include "domain/registers/Genre.h"
#include "domain/registers/ItemChain.h"
#include "domain/registers/Link.h"
#include "domain/registers/Official.h"
#include "domain/registers/Page.h"
#include "domain/registers/PortalSettings.h"
#include "domain/registers/ReviewSettings.h"

#include <QUuid>

#include <algorithm>

namespace toasoan {

namespace {

constexpr EnumTexts<FieldKind, allFieldKinds.size()> fieldKindTexts{{
    {FieldKind::Line, "line"},
    {FieldKind::Text, "text"},
    {FieldKind::Body, "body"},
    {FieldKind::Integer, "integer"},
    {FieldKind::Decimal, "decimal"},
    {FieldKind::Money, "money"},
    {FieldKind::Date, "date"},
    {FieldKind::Moment, "moment"},
    {FieldKind::Period, "period"},
    {FieldKind::Choice, "choice"},
    {FieldKind::Flag, "flag"},
    {FieldKind::Address, "address"},
    {FieldKind::Reference, "reference"},
    {FieldKind::File, "file"},
    {FieldKind::Rows, "rows"},
}};

constexpr qsizetype longestLine = 500;
constexpr qsizetype longestText = 20'000;
constexpr qsizetype longestAddress = 2000;
constexpr qsizetype mostRows = 500;
constexpr qsizetype mostInList = 100;

} // namespace

QString toText(FieldKind kind)
{
    return enumText(fieldKindTexts, kind);
}

std::optional<FieldKind> fieldKindFromText(QStringView text)
{
    return enumFromText(fieldKindTexts, text);
}

qsizetype longestOf(const Field &field)
{
    const bool isOwn = field.limits.longest > 0 && field.count == Count::One;
    switch (field.kind) {
    case FieldKind::Line:
        return isOwn ? field.limits.longest : longestLine;
    case FieldKind::Text:
        return isOwn ? field.limits.longest : longestText;
    case FieldKind::Address:
        return isOwn ? std::min(field.limits.longest, longestAddress) : longestAddress;
    case FieldKind::Body:
    case FieldKind::Integer:
    case FieldKind::Decimal:
    case FieldKind::Money:
    case FieldKind::Date:
    case FieldKind::Moment:
    case FieldKind::Period:
    case FieldKind::Choice:
    case FieldKind::Flag:
    case FieldKind::Reference:
    case FieldKind::File:
    case FieldKind::Rows:
        return 0;
    }
    Q_UNREACHABLE();
}

qsizetype mostOf(const Field &field)
{
    const bool isOwn = field.limits.longest > 0;
    if (field.kind == FieldKind::Rows)
        return isOwn ? field.limits.longest : mostRows;
    if (field.count == Count::Many)
        return isOwn ? field.limits.longest : mostInList;
    return 1;
}

const Field *Register::find(const QString &name) const
{
    const auto found = std::ranges::find(fields, name, &Field::name);
    return found == fields.end() ? nullptr : &*found;
}

const std::vector<Register> &standardRegisters()
{
    static const std::vector<Register> all{
        registers::official(),  registers::link(),           registers::page(),           registers::genre(),
        registers::itemChain(), registers::reviewSettings(), registers::portalSettings(),
    };
    return all;
}

Uuid idOfSingle(const Noun &noun)
{
    return idOfName(u"single:"_s + toText(noun));
}

Uuid idOfName(const QString &name)
{
    // Drawn once for this house; never to be changed, for ids hang on it.
    constexpr QUuid house(0x47766078, 0xdc28, 0x4a9f, 0xb2, 0x79, 0xd5, 0x7b, 0x43, 0x08, 0xe6, 0xae);
    const QByteArray bytes = QUuid::createUuidV5(house, name.toUtf8()).toRfc4122();
    Uuid id;
    std::ranges::transform(bytes, id.bytes.begin(), [](char byte) { return static_cast<std::uint8_t>(byte); });
    return id;
}

} // namespace toasoan
