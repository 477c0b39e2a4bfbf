// A register with a field of each kind that a form can have, in the words of a board: its projects.
#pragma once

#include "domain/Register.h"

namespace toasoan::test {

inline const Noun works{QStringLiteral("own.works")};

inline Register worksRegister()
{
    using namespace Qt::StringLiterals;
    Field name{.name = u"name"_s, .label = {u"Tên dự án"_s, u"Project"_s}, .need = Need::Required};
    Field about{.name = u"about"_s, .kind = FieldKind::Text, .label = {u"Mục tiêu"_s, u"Aim"_s}};
    Field year{.name = u"year"_s, .kind = FieldKind::Integer, .label = {u"Năm khởi công"_s, u"Begun in"_s}};
    year.limits.least = 1990;
    year.limits.most = 2100;
    Field cost{.name = u"cost"_s,
               .kind = FieldKind::Money,
               .label = {u"Tổng mức đầu tư"_s, u"Total cost"_s},
               .help = {u"Theo quyết định phê duyệt"_s, u"As decided"_s},
               .need = Need::Required,
               .merge = MergeRule::Refuse};
    Field length{.name = u"length"_s, .kind = FieldKind::Decimal, .label = {u"Chiều dài (km)"_s, u"Length (km)"_s}};
    Field signedOn{.name = u"signedOn"_s, .kind = FieldKind::Date, .label = {u"Ngày ký"_s, u"Signed on"_s}};
    Field opens{.name = u"opens"_s, .kind = FieldKind::Moment, .label = {u"Mở thầu"_s, u"Tender opens"_s}};
    Field held{.name = u"held"_s, .kind = FieldKind::Period, .label = {u"Thời gian thực hiện"_s, u"Carried out"_s}};
    Field sort{.name = u"sort"_s, .kind = FieldKind::Choice, .label = {u"Loại"_s, u"Sort"_s}, .need = Need::Required};
    sort.limits.choices = {{.code = u"road"_s, .label = {u"Đường"_s, u"Road"_s}},
                           {.code = u"school"_s, .label = {u"Trường học"_s, u"School"_s}},
                           {.code = u"water"_s, .label = {u"Thủy lợi"_s, u"Irrigation"_s}}};
    Field villages{.name = u"villages"_s,
                   .kind = FieldKind::Choice,
                   .label = {u"Thôn hưởng lợi"_s, u"Villages"_s},
                   .count = Count::Many};
    villages.limits.choices = {{.code = u"dong"_s, .label = {u"Thôn Đông"_s, {}}},
                               {.code = u"tay"_s, .label = {u"Thôn Tây"_s, {}}},
                               {.code = u"nam"_s, .label = {u"Thôn Nam"_s, {}}}};
    Field urgent{.name = u"urgent"_s, .kind = FieldKind::Flag, .label = {u"Trọng điểm"_s, u"Priority"_s}};
    Field page{.name = u"page"_s, .kind = FieldKind::Address, .label = {u"Trang thông tin"_s, u"Page"_s}};
    Field section{.name = u"section"_s, .kind = FieldKind::Reference, .label = {u"Chuyên mục"_s, u"Section"_s}};
    section.limits.nouns = {nouns::section};
    Field next{.name = u"next"_s, .kind = FieldKind::Reference, .label = {u"Dự án nối tiếp"_s, u"Followed by"_s}};
    next.limits.nouns = {works};
    Field picture{.name = u"picture"_s, .kind = FieldKind::File, .label = {u"Ảnh"_s, u"Picture"_s}};
    Field owners{.name = u"owners"_s, .label = {u"Đơn vị phối hợp"_s, u"Partners"_s}, .count = Count::Many};
    Field parts{.name = u"parts"_s, .kind = FieldKind::Rows, .label = {u"Hạng mục"_s, u"Parts"_s}};
    Field state{.name = u"state"_s, .kind = FieldKind::Choice, .label = {u"Tiến độ"_s, u"Progress"_s}};
    state.limits.choices = {{.code = u"done"_s, .label = {u"Xong"_s, u"Done"_s}},
                            {.code = u"going"_s, .label = {u"Đang làm"_s, u"Under way"_s}}};
    parts.columns = {{.name = u"what"_s, .label = {u"Việc"_s, u"Work"_s}, .need = Need::Required},
                     {.name = u"until"_s, .kind = FieldKind::Date, .label = {u"Hạn"_s, u"Until"_s}},
                     {.name = u"paid"_s, .kind = FieldKind::Money, .label = {u"Kinh phí"_s, u"Cost"_s}},
                     state,
                     {.name = u"isChecked"_s, .kind = FieldKind::Flag, .label = {u"Đã nghiệm thu"_s, u"Checked"_s}}};
    Field place{.name = u"place"_s, .label = {u"Thứ tự"_s, u"Order"_s}};

    Register described{
        .noun = works,
        .one = {u"Dự án"_s, u"Project"_s},
        .many = {u"Dự án đầu tư"_s, u"Projects"_s},
        .about = {u"Các dự án đang và sẽ thực hiện trên địa bàn."_s, u"What is built, and what will be."_s},
        .fields = {name, sort, about, cost, length, year, signedOn, held, opens, villages, urgent, page, section, next,
                   picture, owners, parts, place},
        .title = u"{name}"_s,
        .period = u"held"_s,
        .order = u"place"_s,
        .list = {u"sort"_s, u"cost"_s, u"signedOn"_s, u"urgent"_s, u"page"_s},
        .facets = {u"sort"_s, u"urgent"_s},
        .keys = {{.name = u"page"_s, .parts = {u"page"_s}, .breach = UniqueKey::Breach::Warn}}};
    for (const Role role : {Role::Secretary, Role::BoardChair}) {
        described.chain.push_back({.from = State::Published, .step = Step::Save, .role = role, .to = State::Published});
        described.chain.push_back({.from = State::Published,
                                   .step = Step::Close,
                                   .role = role,
                                   .to = State::Closed,
                                   .reason = ReasonRule::Required});
        described.chain.push_back({.from = State::Closed,
                                   .step = Step::Reopen,
                                   .role = role,
                                   .to = State::Published,
                                   .reason = ReasonRule::Required});
    }
    return described;
}

} // namespace toasoan::test
