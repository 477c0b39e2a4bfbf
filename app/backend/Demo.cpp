#include "backend/Demo.h"

#include "backend/NewsroomSetup.h"

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

Site demoSite(const QString &address)
{
    Site site;
    site.agency = u"Huyện Triệu Phong"_s;
    site.agencyEnglish = u"Trieu Phong District"_s;
    site.parentAgency = u"Tỉnh Quảng Trị"_s;
    site.title = u"Cổng thông tin điện tử huyện Triệu Phong"_s;
    site.titleEnglish = u"Trieu Phong District Portal"_s;
    site.address = address;
    site.postalAddress = u"Thị trấn Ái Tử, huyện Triệu Phong, tỉnh Quảng Trị"_s;
    site.telephone = u"0233 000 0000"_s;
    site.email = u"banbientap@trieuphong.example"_s;
    site.responsiblePerson = u"Trưởng Ban Biên tập"_s;
    site.responsiblePost = u"Phó Chủ tịch Ủy ban nhân dân huyện"_s;
    return site;
}

std::vector<Section> demoSections(const Clock &clock, Dice &dice)
{
    struct Row
    {
        const char *slug;
        const char *name;
        const char *english;
    };
    constexpr std::array rows{
        Row{"tin-tuc", "Tin tức – Sự kiện", "News"},
        Row{"chinh-tri", "Chính trị – Xây dựng Đảng", "Politics"},
        Row{"kinh-te", "Kinh tế", "Economy"},
        Row{"van-hoa-xa-hoi", "Văn hóa – Xã hội", "Culture and society"},
        Row{"an-ninh-quoc-phong", "An ninh – Quốc phòng", "Security and defence"},
        Row{"thong-bao", "Thông báo", "Notices"},
    };
    std::vector<Section> sections;
    for (const Row &row : rows) {
        sections.push_back({.id = SectionId::create(clock, dice),
                            .slug = QString::fromUtf8(row.slug),
                            .name = QString::fromUtf8(row.name),
                            .nameEnglish = QString::fromUtf8(row.english),
                            .position = int(sections.size()) + 1});
    }
    return sections;
}

QString newPassword(Dice &dice)
{
    // Easy to read out and to type: no letters that look alike.
    constexpr std::string_view letters = "abcdefghjkmnpqrstuvwxyz23456789";
    QString password;
    for (int i = 0; i < 12; ++i) {
        if (i > 0 && i % 4 == 0)
            password += u'-';
        password += QLatin1Char(letters[dice.next() % letters.size()]);
    }
    return password;
}

} // namespace

Result<std::vector<DemoAccount>> makeDemo(Database &database, const Clock &clock, Dice &dice, const QString &address)
{
    struct Row
    {
        const char *login;
        const char *name;
        Role role;
        const char *post;
    };
    constexpr std::array rows{
        Row{"quantri", "Nguyễn Văn Quản", Role::Administrator, "quản trị viên"},
        Row{"phongvien", "Thu Hiền", Role::Reporter, "phóng viên"},
        Row{"bientap", "Lê Thị Biên", Role::Editor, "biên tập viên"},
        Row{"thuky", "Trần Văn Thư", Role::Secretary, "thư ký"},
        Row{"truongban", "Nguyễn Thành Trưởng", Role::BoardChair, "Trưởng ban"},
        Row{"phoban", "Trần Bình Phó", Role::DeputyChair, "Phó Trưởng ban"},
    };
    std::vector<DemoAccount> accounts;
    for (const Row &row : rows) {
        const NewUser user{.login = QString::fromUtf8(row.login),
                           .name = QString::fromUtf8(row.name),
                           .password = newPassword(dice),
                           .grants = {{.role = row.role, .section = {}}}};
        if (accounts.empty()) {
            auto made = makeNewsroom(database, clock, dice, demoSite(address), demoSections(clock, dice), user);
            if (!made)
                return made.error();
        } else if (auto added = addUser(database, clock, dice, user); !added) {
            return added.error();
        }
        accounts.push_back({.login = user.login, .password = user.password, .post = QString::fromUtf8(row.post)});
    }
    return accounts;
}

} // namespace toasoan
