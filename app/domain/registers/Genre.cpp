#include "domain/registers/Genre.h"

#include "domain/registers/Chains.h"

namespace toasoan::registers {

using namespace Qt::StringLiterals;

Register genre()
{
    std::vector<Field> fields{
        {.name = u"name"_s,
         .kind = FieldKind::Line,
         .label = {u"Tên"_s, u"Name"_s},
         .need = Need::Required,
         .limits = {.longest = 60}},
        {.name = u"nameEnglish"_s,
         .kind = FieldKind::Line,
         .label = {u"Tên tiếng Anh"_s, u"Name in English"_s},
         .limits = {.longest = 60}},
        {.name = u"code"_s,
         .kind = FieldKind::Line,
         .label = {u"Mã"_s, u"Code"_s},
         .help = {u"Tin, bài lưu mã này: chữ không dấu, chữ số, dấu chấm, gạch nối; không nên đổi về sau"_s,
                  u"What items keep: letters without accents, digits, dots, hyphens; better not changed later"_s},
         .need = Need::Required,
         .limits = {.longest = 60, .pattern = u"[A-Za-z0-9_.-]+"_s}},
        {.name = u"countsAs"_s,
         .kind = FieldKind::Choice,
         .label = {u"Báo cáo tính là"_s, u"Counted as"_s},
         .need = Need::Required,
         .limits = {.choices = {{u"brief"_s, {u"Tin"_s, u"News brief"_s}},
                                {u"article"_s, {u"Bài"_s, u"Article"_s}},
                                {u"images"_s, {u"Ảnh"_s, u"Images"_s}},
                                {u"video"_s, {u"Video"_s, u"Video"_s}},
                                {u"none"_s, {u"Không tính"_s, u"Not counted"_s}}}}},
        {.name = u"labelled"_s,
         .kind = FieldKind::Flag,
         .label = {u"Hiện tên thể loại trên cổng"_s, u"Named on the portal"_s},
         .help = {u"Trên tiêu đề của bài và trong danh sách"_s, u"Over the headline and in lists"_s}},
        {.name = u"unsigned"_s,
         .kind = FieldKind::Flag,
         .label = {u"Không cần tên tác giả"_s, u"Needs no byline"_s},
         .help = {u"Lời của chính cơ quan: thông báo, trả lời"_s, u"The authority’s own word: notices, answers"_s}},
        {.name = u"staysBelow"_s,
         .kind = FieldKind::Flag,
         .label = {u"Không đưa lên đầu trang chủ"_s, u"Never leads the front page"_s}},
        {.name = u"place"_s, .kind = FieldKind::Line, .label = {u"Thứ tự"_s, u"Order"_s}},
    };

    return {
        .noun = Noun(u"genre"_s),
        .one = {u"Thể loại"_s, u"Genre"_s},
        .many = {u"Thể loại"_s, u"Genres"_s},
        .about = {u"Tin, bài gọi là gì, báo cáo tính thế nào, bạn đọc có thấy tên thể loại hay không."_s,
                  u"What items are called, how reports count them, and whether readers see the name."_s},
        .fields = std::move(fields),
        .title = u"{name}"_s,
        .order = u"place"_s,
        .list = {u"countsAs"_s, u"labelled"_s, u"code"_s},
        .facets = {u"countsAs"_s},
        .keys = {{.name = u"code"_s, .parts = {u"code"_s}}, {.name = u"name"_s, .parts = {u"name"_s}}},
        .chain = savedBy(keepers()),
        .face = PublicFace{.address = {}, .page = {}},
    };
}

} // namespace toasoan::registers
