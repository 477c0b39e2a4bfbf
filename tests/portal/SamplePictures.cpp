#include <vips/vips8>

#include "portal/SamplePictures.h"

namespace toasoan::portal {

std::string writeSamplePicture(const std::string &source, int number, const std::string &folder)
{
    for (const int width : {320, 640, 1280}) {
        VipsImage *streamed = nullptr;
        if (vips_thumbnail(source.c_str(), &streamed, width, nullptr) != 0)
            return vips_error_buffer();
        VipsImage *sized = vips_image_copy_memory(streamed); // it is written twice
        g_object_unref(streamed);
        if (!sized)
            return vips_error_buffer();
        const std::string name = folder + "/" + std::to_string(number) + "-" + std::to_string(width);
        if (vips_jpegsave(sized, (name + ".jpg").c_str(), "Q", 82, nullptr) != 0
            || vips_webpsave(sized, (name + ".webp").c_str(), "Q", 80, nullptr) != 0)
            return vips_error_buffer();
        g_object_unref(sized);
    }
    return {};
}

} // namespace toasoan::portal
