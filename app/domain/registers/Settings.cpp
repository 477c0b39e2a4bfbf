#include "domain/registers/Settings.h"

#include "domain/DatedSettings.h"
#include "domain/registers/Chains.h"

namespace toasoan::registers {

using namespace Qt::StringLiterals;

Register settingsOf(Noun noun, Words name, Words about, std::vector<Field> settings)
{
    std::vector<Field> columns{{.name = settings::from,
                                .kind = FieldKind::Date,
                                .label = {u"Từ ngày"_s, u"From"_s},
                                .help = {u"Để trống nếu áp dụng từ đầu"_s, u"Empty: from the beginning"_s}}};
    columns.insert(columns.end(), std::make_move_iterator(settings.begin()), std::make_move_iterator(settings.end()));
    return {
        .noun = std::move(noun),
        .one = name,
        .many = name,
        .about = std::move(about),
        .fields = {{.name = settings::rows,
                    .kind = FieldKind::Rows,
                    .label = {u"Giá trị"_s, u"Values"_s},
                    .help = {u"Mỗi dòng áp dụng từ ngày đã ghi. Ô để trống: giữ như dòng trước."_s,
                             u"Each row holds from its day on. An empty cell: as in the row before."_s},
                    .columns = std::move(columns)}},
        .isSingle = true,
        .chain = changedBy({Role::BoardChair, Role::Administrator}),
        .face = PublicFace{.address = {}, .page = {}},
    };
}

Field numberSetting(const QString &name, const Words &label, qint64 least, qint64 most, qint64 usual)
{
    return {.name = name,
            .kind = FieldKind::Integer,
            .label = label,
            .help = {u"Từ %1 đến %2; chưa đặt: %3"_s.arg(least).arg(most).arg(usual),
                     u"From %1 to %2; not set: %3"_s.arg(least).arg(most).arg(usual)},
            .limits = {.least = least, .most = most}};
}

} // namespace toasoan::registers
