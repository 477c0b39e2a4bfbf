#include "domain/registers/ReviewSettings.h"

#include "domain/registers/Settings.h"

namespace toasoan::registers {

Register reviewSettings()
{
    const ReviewSettings usual;
    return settingsOf(
        nounOf<ReviewSettings>(), {u"Thiết lập biên tập"_s, u"Editing settings"_s},
        {u"Từ bao nhiêu ký tự thì tiêu đề, sapo bị nhắc là dài."_s,
         u"From how many characters titles and leads count as long."_s},
        {numberSetting(u"longTitle"_s, {u"Tiêu đề dài quá"_s, u"Title is long over"_s}, 40, 300, usual.longTitle),
         numberSetting(u"longLead"_s, {u"Sapo dài quá"_s, u"Lead is long over"_s}, 100, 3000, usual.longLead)});
}

} // namespace toasoan::registers
