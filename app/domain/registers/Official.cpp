#include "domain/registers/Official.h"

#include "domain/registers/Chains.h"

namespace toasoan::registers {

using namespace Qt::StringLiterals;

Register official()
{
    std::vector<Field> fields{
        {.name = u"name"_s,
         .kind = FieldKind::Line,
         .label = {u"Họ và tên"_s, u"Name"_s},
         .need = Need::Required,
         .limits = {.longest = 120}},
        {.name = u"post"_s,
         .kind = FieldKind::Line,
         .label = {u"Chức vụ"_s, u"Post"_s},
         .help = {u"Đầy đủ: Chủ tịch Ủy ban nhân dân xã"_s, u"In full, as in official documents"_s},
         .need = Need::Required,
         .limits = {.longest = 200}},
        {.name = u"body"_s,
         .kind = FieldKind::Choice,
         .label = {u"Cơ quan"_s, u"Body"_s},
         .need = Need::Required,
         .limits = {.choices = {{u"party"_s, {u"Đảng ủy"_s, u"Party Committee"_s}},
                                {u"council"_s, {u"Hội đồng nhân dân"_s, u"People’s Council"_s}},
                                {u"committee"_s, {u"Ủy ban nhân dân"_s, u"People’s Committee"_s}},
                                {u"front"_s, {u"Mặt trận và các đoàn thể"_s, u"Fatherland Front and unions"_s}},
                                {u"offices"_s, {u"Các phòng, ban"_s, u"Offices"_s}}}}},
        {.name = u"held"_s,
         .kind = FieldKind::Period,
         .label = {u"Giữ chức từ … đến"_s, u"In office from … to"_s},
         .help = {u"Để trống ngày cuối nếu đang giữ chức"_s, u"No last day while in office"_s}},
        {.name = u"picture"_s, .kind = FieldKind::File, .label = {u"Ảnh chân dung"_s, u"Portrait"_s}},
        {.name = u"duties"_s,
         .kind = FieldKind::Text,
         .label = {u"Lĩnh vực phụ trách"_s, u"Responsible for"_s},
         .limits = {.longest = 3000}},
        {.name = u"telephone"_s,
         .kind = FieldKind::Line,
         .label = {u"Điện thoại"_s, u"Telephone"_s},
         .limits = {.longest = 60, .pattern = u"[0-9 .+()/,;-]+"_s}},
        {.name = u"email"_s,
         .kind = FieldKind::Line,
         .label = {u"Thư điện tử"_s, u"Email"_s},
         .limits = {.longest = 120, .pattern = u"[^@\\s]+@[^@\\s]+"_s}},
        {.name = u"biography"_s, .kind = FieldKind::Text, .label = {u"Tiểu sử tóm tắt"_s, u"Biography in short"_s}},
        {.name = u"place"_s, .kind = FieldKind::Line, .label = {u"Thứ tự"_s, u"Precedence"_s}},
    };

    return {
        .noun = Noun(u"official"_s),
        .one = {u"Lãnh đạo"_s, u"Official"_s},
        .many = {u"Lãnh đạo"_s, u"Officials"_s},
        .about =
            {u"Ai giữ chức vụ nào, từ ngày nào đến ngày nào; người đang giữ chức hiện trên trang Lãnh đạo của cổng."_s,
             u"Who holds which post from when to when; those in office stand on the portal’s page of leaders."_s},
        .fields = std::move(fields),
        .title = u"{name}"_s,
        .period = u"held"_s,
        .order = u"place"_s,
        .list = {u"post"_s, u"body"_s, u"held"_s, u"telephone"_s},
        .facets = {u"body"_s},
        .chain = savedBy(keepers()),
        .face = PublicFace{.address = u"lanh-dao"_s, .page = u"leaders"_s},
    };
}

} // namespace toasoan::registers
