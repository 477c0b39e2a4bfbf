#include <vips/vips8>

#include "portal/SamplePictures.h"

#include <array>
#include <cmath>
#include <random>
#include <sstream>

namespace toasoan::portal {

namespace {

struct Palette
{
    const char *skyTop;
    const char *skyLow;
    const char *sun;
    std::array<const char *, 4> hills;
};

constexpr std::array palettes{
    Palette{"#2f5d7c", "#f2c38b", "#fff0c9", {"#6d8796", "#4c6a68", "#33513f", "#1f3527"}},
    Palette{"#86b9d6", "#fdeec5", "#fffbe8", {"#9bb58e", "#c6b552", "#dfb935", "#b98a1f"}},
    Palette{"#6fa3c7", "#e8f1ea", "#ffffff", {"#8fae9b", "#679068", "#3f7043", "#2b5231"}},
    Palette{"#4a3f6b", "#f0a57a", "#ffe2b0", {"#7a5f7e", "#5d4462", "#432f47", "#2a1c2e"}},
};

/// A line of hills across the picture as an SVG path closed at the foot.
std::string ridge(std::mt19937 &dice, double level, double height, const char *fill)
{
    std::uniform_real_distribution<double> phase(0, 6.28);
    const double a = phase(dice);
    const double b = phase(dice);
    const double c = phase(dice);
    std::ostringstream path;
    path << "<path fill=\"" << fill << "\" d=\"M0 800";
    for (int x = 0; x <= 1280; x += 16) {
        const double t = x / 1280.0;
        const double y =
            level - height * (0.55 * std::sin(3.1 * t + a) + 0.3 * std::sin(7.7 * t + b) + 0.15 * std::sin(19 * t + c));
        path << 'L' << x << ' ' << y;
    }
    path << "L1280 800Z\"/>";
    return path.str();
}

/// The meeting hall: long table, banner, people.
std::string hall(std::mt19937 &dice)
{
    std::ostringstream svg;
    svg << "<rect width=\"1280\" height=\"800\" fill=\"#e9dcc5\"/><rect width=\"1280\" height=\"430\" "
           "fill=\"#d9c7a6\"/>"
           "<rect x=\"150\" y=\"70\" width=\"980\" height=\"250\" fill=\"#9c1720\"/>"
           "<rect x=\"150\" y=\"70\" width=\"980\" height=\"250\" fill=\"none\" stroke=\"#f1cd7a\" "
           "stroke-width=\"6\"/>";
    for (int i = 0; i < 4; ++i)
        svg << "<rect x=\"" << 300 + 20 * i << "\" y=\"" << 125 + i * 42 << "\" width=\"" << 680 - 40 * i
            << "\" height=\"18\" rx=\"4\" fill=\"#f1cd7a\"/>";
    for (int x = 40; x < 1280; x += 1160)
        svg << "<rect x=\"" << x << "\" y=\"40\" width=\"60\" height=\"380\" fill=\"#b99f74\"/>";
    std::uniform_int_distribution<int> jitter(-9, 9);
    constexpr std::array shirts{"#f4f6f8", "#cddbe6", "#2f4a63", "#e8e3d8", "#54708a", "#ffffff"};
    for (int row = 0; row < 3; ++row) {
        const int y = 400 + row * 120;
        const double size = 1 + row * 0.28;
        const int count = 9 - row;
        for (int i = 0; i < count; ++i) {
            const double x = 1280.0 * (i + 0.5) / count + jitter(dice);
            svg << "<g transform=\"translate(" << x << ' ' << y + jitter(dice) / 2 << ") scale(" << size << ")\">"
                << "<path d=\"M-34 84Q-34 30 0 28Q34 30 34 84Z\" fill=\""
                << shirts[static_cast<std::size_t>((i * 7 + row * 3) % 6)] << "\"/><circle r=\"21\" fill=\"#d9a983\"/>"
                << "<path d=\"M-22 0Q-22 -26 0 -26Q22 -26 22 0Q12 -12 0 -12Q-12 -12 -22 0Z\" fill=\"#231c1a\"/></g>";
        }
        svg << "<rect x=\"-10\" y=\"" << y + 74 * size << "\" width=\"1300\" height=\"" << 34 + row * 14 << "\" fill=\""
            << (row == 2 ? "#5b3a22" : "#7a5232") << "\"/>";
    }
    return svg.str();
}

std::string landscape(int number, std::mt19937 &dice)
{
    const Palette &palette = palettes[static_cast<std::size_t>(number) % palettes.size()];
    std::ostringstream svg;
    svg << "<defs><linearGradient id=\"s\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"1\"><stop offset=\"0\" stop-color=\""
        << palette.skyTop << "\"/><stop offset=\".62\" stop-color=\"" << palette.skyLow
        << "\"/></linearGradient><radialGradient id=\"g\"><stop offset=\"0\" stop-color=\"" << palette.sun
        << "\"/><stop offset=\"1\" stop-color=\"" << palette.sun << "\" stop-opacity=\"0\"/></radialGradient></defs>"
        << "<rect width=\"1280\" height=\"800\" fill=\"url(#s)\"/>";
    const int sunX = 260 + (number * 173) % 800;
    svg << "<circle cx=\"" << sunX << "\" cy=\"290\" r=\"260\" fill=\"url(#g)\"/><circle cx=\"" << sunX
        << "\" cy=\"290\" r=\"46\" fill=\"" << palette.sun << "\"/>";
    svg << ridge(dice, 400, 90, palette.hills[0]) << ridge(dice, 470, 60, palette.hills[1]);
    const bool water = number % 3 == 1 || number == 6;
    if (water) {
        svg << "<rect y=\"500\" width=\"1280\" height=\"300\" fill=\"" << palette.skyTop << "\"/>";
        for (int i = 0; i < 40; ++i) {
            const int y = 508 + i * 7;
            svg << "<path stroke=\"" << palette.skyLow << "\" stroke-opacity=\"" << 0.5 - i * 0.01
                << "\" stroke-width=\"3\" d=\"M" << (i * 211) % 1100 << ' ' << y << "h" << 60 + (i * 37) % 160
                << "\"/>";
        }
        for (int i = 0; i < 3; ++i)
            svg << "<g transform=\"translate(" << 240 + i * 330 << ' ' << 590 + (i % 2) * 70 << ") scale("
                << 1.1 + i * 0.25
                << ")\"><path d=\"M-80 0Q0 34 80 0L62 22Q0 40 -62 22Z\" fill=\"#3b1e14\"/><path d=\"M-4 2V-70L46 -8Z\" "
                   "fill=\"#b5302a\"/></g>";
    } else {
        svg << ridge(dice, 545, 34, palette.hills[2]);
        for (int i = 0; i < 15; ++i)
            svg << "<path fill=\"none\" stroke=\"" << palette.hills[static_cast<std::size_t>(2 + i % 2)]
                << "\" stroke-width=\"" << 10 + i * 2 << "\" d=\"M-20 " << 590 + i * 17 << "Q"
                << 320 + (number * 90) % 500 << ' ' << 560 + i * 19 << " 1300 " << 596 + i * 16 << "\"/>";
        svg << "<path d=\"M560 800Q600 650 690 570L706 570Q660 660 760 800Z\" fill=\"#e9dcc5\"/>";
    }
    for (int i = 0; i < 5; ++i) {
        const int x = (number * 131 + i * 277) % 1240;
        const int y = 640 + (i * 41) % 110;
        svg << "<g transform=\"translate(" << x << ' ' << y
            << ")\"><path d=\"M0 0Q6 -70 -4 -130\" stroke=\"#4b3420\" stroke-width=\"9\" fill=\"none\"/>";
        for (int leaf = 0; leaf < 7; ++leaf)
            svg << "<path transform=\"translate(-4 -130) rotate(" << leaf * 51
                << ")\" d=\"M0 0Q34 -26 74 6Q36 -8 0 0Z\" fill=\"" << palette.hills[3] << "\"/>";
        svg << "</g>";
    }
    return svg.str();
}

} // namespace

std::string writeSamplePicture(int number, const std::string &folder)
{
    std::mt19937 dice(static_cast<unsigned>(number) + 7);
    const bool indoors = number == 0 || number == 3 || number == 10;
    const std::string svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1280\" height=\"800\" viewBox=\"0 0 1280 800\">"
        + (indoors ? hall(dice) : landscape(number, dice)) + "</svg>";
    VipsImage *drawn = nullptr;
    if (vips_svgload_buffer(const_cast<char *>(svg.data()), svg.size(), &drawn, nullptr) != 0)
        return vips_error_buffer();
    VipsImage *flat = nullptr;
    if (vips_flatten(drawn, &flat, nullptr) != 0)
        return vips_error_buffer();
    g_object_unref(drawn);
    for (const int width : {320, 640, 1280}) {
        VipsImage *sized = nullptr;
        if (vips_resize(flat, &sized, width / 1280.0, nullptr) != 0)
            return vips_error_buffer();
        const std::string name = folder + "/" + std::to_string(number) + "-" + std::to_string(width);
        if (vips_jpegsave(sized, (name + ".jpg").c_str(), "Q", 82, nullptr) != 0
            || vips_webpsave(sized, (name + ".webp").c_str(), "Q", 80, nullptr) != 0)
            return vips_error_buffer();
        g_object_unref(sized);
    }
    g_object_unref(flat);
    return {};
}

} // namespace toasoan::portal
