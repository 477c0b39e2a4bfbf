// Genres (thể loại) of items. Which genre counts as tin or bài in a report is a setting.
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace toasoan {

enum class Genre
{
    NewsBrief, ///< tin
    Article, ///< bài
    Reportage, ///< phóng sự
    Interview, ///< phỏng vấn
    Memoir, ///< ghi chép
    Commentary, ///< chính luận
    GoodExample, ///< gương người tốt việc tốt
    PhotoEssay, ///< phóng sự ảnh
    Video,
    Infographic, ///< đồ họa
    Notice, ///< thông báo
    ReaderAnswer, ///< trả lời bạn đọc
};

inline constexpr std::array allGenres{Genre::NewsBrief, Genre::Article,     Genre::Reportage,   Genre::Interview,
                                      Genre::Memoir,    Genre::Commentary,  Genre::GoodExample, Genre::PhotoEssay,
                                      Genre::Video,     Genre::Infographic, Genre::Notice,      Genre::ReaderAnswer};

[[nodiscard]] QString toText(Genre genre);
[[nodiscard]] std::optional<Genre> genreFromText(QStringView text);

} // namespace toasoan
