/// \file
/// Any bytes in the file of settings give settings, which are kept as they are.

#include "editor/settings.hpp"
#include "fuzz/expect.hpp"
#include "fuzz/memory_folder.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace dostyk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const test::MemoryFolder folder("settings");
    Diagnostics none;
    static const editor::Settings defaults = editor::load_settings(folder.path(), none);
    folder.put("settings.json", {reinterpret_cast<const char*>(data), size});
    Diagnostics diagnostics;
    const editor::Settings settings = editor::load_settings(folder.path(), diagnostics);
    test::expect(scale_of(settings) >= editor::min_ui_scale &&
                     scale_of(settings) <= editor::max_ui_scale,
                 "what is shown can be read");
    test::expect(settings.window_width >= 0 && settings.window_height >= 0, "a window has a size");

    if (settings == defaults) {
        return 0; // nothing was read, and writing takes the most time by far
    }
    test::expect(static_cast<bool>(editor::save_settings(settings, folder.path())),
                 "they are kept");
    Diagnostics later;
    const editor::Settings again = editor::load_settings(folder.path(), later);
    test::expect(later.findings.empty(), "what is kept is sound");
    test::expect(again == settings, "and says the same");
    return 0;
}
