#include "domain/Genre.h"

#include "base/EnumText.h"

namespace toasoan {

namespace {

constexpr EnumTexts<Genre, allGenres.size()> genreTexts{{
    {Genre::NewsBrief, "newsBrief"},
    {Genre::Article, "article"},
    {Genre::Reportage, "reportage"},
    {Genre::Interview, "interview"},
    {Genre::Memoir, "memoir"},
    {Genre::Commentary, "commentary"},
    {Genre::GoodExample, "goodExample"},
    {Genre::PhotoEssay, "photoEssay"},
    {Genre::Video, "video"},
    {Genre::Infographic, "infographic"},
    {Genre::Notice, "notice"},
    {Genre::ReaderAnswer, "readerAnswer"},
}};

} // namespace

QString toText(Genre genre)
{
    return enumText(genreTexts, genre);
}

std::optional<Genre> genreFromText(QStringView text)
{
    return enumFromText(genreTexts, text);
}

} // namespace toasoan
