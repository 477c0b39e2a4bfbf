// A register with a field of each kind.
#pragma once

#include "domain/Register.h"

namespace toasoan::build {

inline Field field(const QString &name, FieldKind kind, Need need = Need::Optional)
{
    return {.name = name, .kind = kind, .label = {.vi = name, .en = {}}, .need = need};
}

inline Register sampleRegister()
{
    using namespace Qt::StringLiterals;
    Field line = field(u"name"_s, FieldKind::Line, Need::Required);
    line.limits.longest = 100;
    Field code = field(u"code"_s, FieldKind::Line);
    code.limits.pattern = u"[A-Z]{2,4}"_s;
    Field choice = field(u"sort"_s, FieldKind::Choice);
    choice.limits.choices = {{.code = u"one"_s, .label = {u"Một"_s, u"One"_s}},
                             {.code = u"two"_s, .label = {u"Hai"_s, {}}}};
    Field integer = field(u"count"_s, FieldKind::Integer);
    integer.limits.least = 0;
    integer.limits.most = 1000;
    Field money = field(u"amount"_s, FieldKind::Money);
    money.merge = MergeRule::Refuse;
    Field reference = field(u"unit"_s, FieldKind::Reference);
    reference.limits.nouns = {Noun(u"unit"_s), nouns::section};
    Field tags = field(u"tags"_s, FieldKind::Line);
    tags.count = Count::Many;
    tags.limits.longest = 10;
    Field rows = field(u"rows"_s, FieldKind::Rows);
    Field amount = field(u"paid"_s, FieldKind::Money);
    amount.merge = MergeRule::Refuse;
    rows.columns = {field(u"who"_s, FieldKind::Line, Need::Required), field(u"phone"_s, FieldKind::Line),
                    field(u"born"_s, FieldKind::Date), field(u"photo"_s, FieldKind::File), amount};

    return {.noun = Noun(u"own.sample"_s),
            .one = {u"Mẫu"_s, u"Sample"_s},
            .many = {u"Các mẫu"_s, u"Samples"_s},
            .fields = {line, field(u"about"_s, FieldKind::Text), field(u"body"_s, FieldKind::Body), integer,
                       field(u"ratio"_s, FieldKind::Decimal), money, field(u"day"_s, FieldKind::Date),
                       field(u"at"_s, FieldKind::Moment), field(u"held"_s, FieldKind::Period), choice,
                       field(u"urgent"_s, FieldKind::Flag), field(u"address"_s, FieldKind::Address), reference,
                       field(u"picture"_s, FieldKind::File), rows, tags, code, field(u"place"_s, FieldKind::Line),
                       field(u"own.hotline"_s, FieldKind::Line)},
            .title = u"{name}"_s,
            .period = u"held"_s,
            .order = u"place"_s,
            .list = {u"sort"_s, u"day"_s},
            .facets = {u"sort"_s, u"urgent"_s, u"unit"_s},
            .search = {u"name"_s, u"body"_s},
            .keys = {{.name = u"name"_s, .parts = {u"name"_s, u"unit"_s}, .during = UniqueKey::During::InForce}},
            .chain = {{.from = State::Published, .step = Step::Save, .role = Role::Secretary, .to = State::Published}}};
}

} // namespace toasoan::build
