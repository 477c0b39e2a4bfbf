#include "domain/Noun.h"

#include "base/EnumText.h"

namespace toasoan {

namespace {

constexpr EnumTexts<Noun, allNouns.size()> nounTexts{{
    {Noun::Article, "article"},
    {Noun::Media, "media"},
    {Noun::Section, "section"},
    {Noun::Site, "site"},
    {Noun::User, "user"},
    {Noun::Workflow, "workflow"},
}};

} // namespace

QString toText(Noun noun)
{
    return enumText(nounTexts, noun);
}

std::optional<Noun> nounFromText(QStringView text)
{
    return enumFromText(nounTexts, text);
}

} // namespace toasoan
