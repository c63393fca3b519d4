/// \file
/// Any bytes are a style that has every row which drawing asks for, or one error.

#include "fuzz/expect.hpp"
#include "fuzz/memory_folder.hpp"
#include "scene/style.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace dostyk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const test::MemoryFolder folder("styles");
    folder.put("day.json", {reinterpret_cast<const char*>(data), size});
    const auto style = scene::load_style(folder.path(), "day");
    if (!style) {
        test::expect(!text_of(style.error(), Language::ky).empty(), "there is a sentence");
        return 0;
    }
    (void)scene::line_of(*style, "border");
    (void)scene::label_of(*style, "country");
    (void)scene::is_dark_ground(*style);
    return 0;
}
