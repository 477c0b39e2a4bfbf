#include "domain/registers/Page.h"

#include "domain/registers/Chains.h"

namespace toasoan::registers {

using namespace Qt::StringLiterals;

Register page()
{
    const Noun noun(u"page"_s);
    std::vector<Field> fields{
        {.name = u"title"_s,
         .kind = FieldKind::Line,
         .label = {u"Tên trang"_s, u"Title"_s},
         .need = Need::Required,
         .limits = {.longest = 200}},
        {.name = u"address"_s,
         .kind = FieldKind::Line,
         .label = {u"Địa chỉ trên cổng"_s, u"Address on the portal"_s},
         .help = {u"Chữ thường không dấu, số và dấu gạch nối: gioi-thieu"_s,
                  u"Small letters without accents, digits and hyphens: gioi-thieu"_s},
         .need = Need::Required,
         .limits = {.longest = 60, .pattern = u"[a-z0-9]+(-[a-z0-9]+)*"_s}},
        {.name = u"summary"_s,
         .kind = FieldKind::Text,
         .label = {u"Tóm tắt"_s, u"Summary"_s},
         .help = {u"Một hai câu dưới tên trang và trong kết quả của máy tìm kiếm"_s,
                  u"A sentence or two below the title, and in what search engines show"_s},
         .limits = {.longest = 500}},
        {.name = u"body"_s, .kind = FieldKind::Body, .label = {u"Nội dung"_s, u"Text"_s}},
        {.name = u"parent"_s,
         .kind = FieldKind::Reference,
         .label = {u"Thuộc trang"_s, u"Stands under"_s},
         .help = {u"Để trống nếu là trang đứng riêng"_s, u"Empty for a page that stands by itself"_s},
         .limits = {.nouns = {noun}}},
        {.name = u"menu"_s, .kind = FieldKind::Flag, .label = {u"Hiện trên thanh menu"_s, u"Shown in the menu"_s}},
        {.name = u"english"_s, .kind = FieldKind::Flag, .label = {u"Trang bằng tiếng Anh"_s, u"Written in English"_s}},
        {.name = u"twin"_s,
         .kind = FieldKind::Reference,
         .label = {u"Bản tiếng Anh"_s, u"English version"_s},
         .help = {u"Của trang tiếng Việt: trang nói cùng nội dung bằng tiếng Anh"_s,
                  u"Of a Vietnamese page: the page that says the same in English"_s},
         .limits = {.nouns = {noun}}},
        {.name = u"place"_s, .kind = FieldKind::Line, .label = {u"Thứ tự"_s, u"Order"_s}},
    };

    return {
        .noun = noun,
        .one = {u"Trang cố định"_s, u"Fixed page"_s},
        .many = {u"Trang cố định"_s, u"Fixed pages"_s},
        .about =
            {u"Giới thiệu, chức năng nhiệm vụ, sơ đồ tổ chức, liên hệ: những trang của cổng được duyệt rồi mới đăng."_s,
             u"About, functions, organisation, contact: pages of the portal that are approved before they are "
             "published."_s},
        .fields = std::move(fields),
        .title = u"{title}"_s,
        .parent = u"parent"_s,
        .order = u"place"_s,
        .list = {u"address"_s, u"parent"_s, u"menu"_s},
        .facets = {u"parent"_s, u"english"_s},
        .search = {u"title"_s, u"summary"_s, u"body"_s},
        .keys = {{.name = u"address"_s, .parts = {u"address"_s}}},
        .chain = approved(),
        .face = PublicFace{.address = {}, .page = u"page"_s, .slug = u"address"_s},
    };
}

} // namespace toasoan::registers
