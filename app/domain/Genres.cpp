#include "domain/Genres.h"

#include <QRegularExpression>

#include <algorithm>

namespace toasoan {

const std::vector<Genre> &standardGenres()
{
    // The codes are those of contents since the first version.
    static const std::vector<Genre> all{
        {.code = newsBrief(), .name = u"Tin"_s, .nameEnglish = u"News brief"_s, .countsAs = u"brief"_s},
        {.code = u"article"_s, .name = u"Bài"_s, .nameEnglish = u"Article"_s, .countsAs = u"article"_s},
        {.code = u"reportage"_s,
         .name = u"Phóng sự"_s,
         .nameEnglish = u"Reportage"_s,
         .countsAs = u"article"_s,
         .isLabelled = true},
        {.code = u"interview"_s,
         .name = u"Phỏng vấn"_s,
         .nameEnglish = u"Interview"_s,
         .countsAs = u"article"_s,
         .isLabelled = true},
        {.code = u"memoir"_s,
         .name = u"Ghi chép"_s,
         .nameEnglish = u"Field notes"_s,
         .countsAs = u"article"_s,
         .isLabelled = true},
        {.code = u"commentary"_s,
         .name = u"Chính luận"_s,
         .nameEnglish = u"Commentary"_s,
         .countsAs = u"article"_s,
         .isLabelled = true},
        {.code = u"goodExample"_s,
         .name = u"Gương người tốt, việc tốt"_s,
         .nameEnglish = u"Good people, good deeds"_s,
         .countsAs = u"article"_s,
         .isLabelled = true},
        {.code = u"photoEssay"_s,
         .name = u"Phóng sự ảnh"_s,
         .nameEnglish = u"Photo essay"_s,
         .countsAs = u"images"_s,
         .isLabelled = true},
        {.code = u"video"_s, .name = u"Video"_s, .nameEnglish = u"Video"_s, .countsAs = u"video"_s, .isLabelled = true},
        {.code = u"infographic"_s,
         .name = u"Đồ họa"_s,
         .nameEnglish = u"Infographic"_s,
         .countsAs = u"images"_s,
         .isLabelled = true},
        {.code = u"notice"_s,
         .name = u"Thông báo"_s,
         .nameEnglish = u"Notice"_s,
         .countsAs = u"brief"_s,
         .isLabelled = true,
         .isUnsigned = true,
         .staysBelow = true},
        {.code = u"readerAnswer"_s,
         .name = u"Trả lời bạn đọc"_s,
         .nameEnglish = u"Answer to readers"_s,
         .countsAs = u"article"_s,
         .isLabelled = true,
         .isUnsigned = true},
    };
    return all;
}

Genres::Genres() : m_all(standardGenres()) { }

Genres::Genres(std::vector<Genre> all) : m_all(std::move(all)) { }

const Genre *Genres::find(const QString &code) const
{
    const auto found = std::ranges::find(m_all, code, &Genre::code);
    return found == m_all.end() ? nullptr : &*found;
}

QString Genres::nameOf(const QString &code, bool isEnglish) const
{
    const Genre *genre = find(code);
    if (!genre)
        return code;
    return isEnglish && !genre->nameEnglish.isEmpty() ? genre->nameEnglish : genre->name;
}

QStringList Genres::unsignedCodes() const
{
    QStringList codes;
    for (const Genre &genre : m_all) {
        if (genre.isUnsigned)
            codes.append(genre.code);
    }
    return codes;
}

QString Genres::usual() const
{
    const Genre *brief = find(newsBrief());
    if (brief && !brief->isClosed)
        return brief->code;
    const auto open = std::ranges::find(m_all, false, &Genre::isClosed);
    return open == m_all.end() ? newsBrief() : open->code;
}

QString newsBrief()
{
    return u"newsBrief"_s;
}

std::optional<QString> genreFromText(QStringView text)
{
    static const QRegularExpression code(u"^[A-Za-z0-9_.-]{1,60}\\z"_s);
    const QString word = text.toString();
    return code.match(word).hasMatch() ? std::optional(word) : std::nullopt;
}

} // namespace toasoan
