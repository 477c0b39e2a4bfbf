#include "domain/registers/Link.h"

#include "domain/registers/Chains.h"

namespace toasoan::registers {

using namespace Qt::StringLiterals;

Register link()
{
    std::vector<Field> fields{
        {.name = u"title"_s,
         .kind = FieldKind::Line,
         .label = {u"Tên"_s, u"Name"_s},
         .need = Need::Required,
         .limits = {.longest = 200}},
        {.name = u"address"_s,
         .kind = FieldKind::Address,
         .label = {u"Địa chỉ"_s, u"Address"_s},
         .help = {u"https://… hoặc /… của cổng này"_s, u"https://… or /… on this portal"_s},
         .need = Need::Required},
        {.name = u"picture"_s,
         .kind = FieldKind::File,
         .label = {u"Ảnh"_s, u"Picture"_s},
         .help = {u"Ảnh ngang thay cho tên; không bắt buộc"_s, u"A banner in place of the name; optional"_s}},
        {.name = u"group"_s,
         .kind = FieldKind::Choice,
         .label = {u"Nhóm"_s, u"Group"_s},
         .need = Need::Required,
         .limits = {.choices = {{u"agencies"_s, {u"Cơ quan cấp trên"_s, u"Higher authorities"_s}},
                                {u"services"_s, {u"Dịch vụ công"_s, u"Public services"_s}},
                                {u"campaigns"_s, {u"Tuyên truyền"_s, u"Campaigns"_s}},
                                {u"others"_s, {u"Liên kết khác"_s, u"Other links"_s}}}}},
        {.name = u"shown"_s,
         .kind = FieldKind::Period,
         .label = {u"Hiển thị từ … đến"_s, u"Shown from … to"_s},
         .help = {u"Để trống nếu luôn hiển thị"_s, u"Empty: always shown"_s}},
        {.name = u"place"_s, .kind = FieldKind::Line, .label = {u"Thứ tự"_s, u"Order"_s}},
    };

    return {
        .noun = Noun(u"link"_s),
        .one = {u"Liên kết"_s, u"Link"_s},
        .many = {u"Liên kết website"_s, u"Website links"_s},
        .about = {u"Đường dẫn đến cổng cấp trên, dịch vụ công và các đợt tuyên truyền, trong một khối của trang chủ."_s,
                  u"Links to the portals of the level above, to public services and campaigns, in a block of the front "
                  "page."_s},
        .fields = std::move(fields),
        .title = u"{title}"_s,
        .period = u"shown"_s,
        .order = u"place"_s,
        .list = {u"group"_s, u"address"_s, u"shown"_s},
        .facets = {u"group"_s},
        .keys = {{.name = u"address"_s, .parts = {u"address"_s}, .breach = UniqueKey::Breach::Warn}},
        .chain = savedBy(keepers()),
        .face = PublicFace{.address = {}, .page = u"links"_s},
    };
}

} // namespace toasoan::registers
