#include "editor/settings.hpp"

#include "core/files.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

using namespace dostyk;
using namespace dostyk::editor;

TEST_SUITE("editor/settings") {

TEST_CASE("what is saved is loaded")
{
    const auto folder = test::scratch_dir("settings");
    Settings settings;
    settings.language = Language::ky;
    settings.second_language = Language::ru;
    settings.ui_scale = 1.75F;
    settings.window_width = 1600;
    settings.window_height = 900;
    settings.is_full_screen = true;
    settings.style = "print";
    settings.camera = scene::Camera{{0.7, 0.36}, 7.25};
    settings.mode = scene::MapMode::borders;
    settings.layout = LayoutId::edit;
    settings.panels = make_arrangement(LayoutId::edit);
    settings.panels.is_left_open = false;
    settings.panels.dock_height = 333;
    settings.panels.move(PanelId::legend, Slot::left);
    settings.other_layouts[LayoutId::explore] = make_arrangement(LayoutId::explore);
    settings.other_layouts[LayoutId::explore].move(PanelId::history, Slot::dock);
    settings.recent = {"/srv/taraz", "/srv/kz-kg"};
    settings.pinned = {"korday", "ferroalloy-plant"};
    settings.meeting = "forum-2026";
    REQUIRE(save_settings(settings, folder));

    Diagnostics diagnostics;
    CHECK(load_settings(folder, diagnostics) == settings);
    CHECK(diagnostics.findings.empty());
}

TEST_CASE("the first start takes the system's language")
{
    ::setenv("LC_ALL", "kk_KZ.UTF-8", 1);
    Diagnostics diagnostics;

    const auto settings = load_settings(test::scratch_dir("settings-none"), diagnostics);
    ::unsetenv("LC_ALL");

    CHECK(settings.language == Language::kk);
    CHECK_FALSE(settings.camera);
    CHECK(diagnostics.findings.empty());
}

TEST_CASE("a broken file is reported and gives the defaults")
{
    const auto folder = test::scratch_dir("settings-broken");
    REQUIRE(write_file_atomically(folder / "settings.json", "{\"style\": "));
    Diagnostics diagnostics;

    CHECK(load_settings(folder, diagnostics).style == "hall");
    CHECK(diagnostics.has_errors());
}

TEST_CASE("values out of range are brought back, wrong types are passed over")
{
    const auto folder = test::scratch_dir("settings-range");
    REQUIRE(write_file_atomically(
        folder / "settings.json",
        R"({"ui_scale": 99, "window_width": -5, "window_height": 900, "style": 7, "layout": "explore", "layouts": {"explore": {"left_width": 1, "legend": "roof", "fronts": ["history", 4, "sky"]}}, "pinned": ["a", 3, "a", "b"], "mode": "none", "camera": {"zoom": 500}})"));
    Diagnostics diagnostics;

    const auto settings = load_settings(folder, diagnostics);

    CHECK(settings.ui_scale == max_ui_scale);
    CHECK(settings.style == "hall");
    CHECK(settings.window_height == 0); // one side alone is no size
    CHECK(settings.panels.left_width == 220);
    CHECK(settings.panels.slot_of(PanelId::legend) == Slot::right);
    CHECK(settings.panels.front_of(Slot::left) == PanelId::history);
    CHECK(settings.pinned == std::vector<std::string>{"a", "b"});
    CHECK(settings.mode == scene::MapMode::events);
    REQUIRE(settings.camera);
    CHECK(settings.camera->zoom <= scene::max_zoom);
}

TEST_CASE("a project that is opened again moves to the head of the recent ones")
{
    const auto folder = test::scratch_dir("settings-recent");
    Settings settings;
    for (int i = 0; i < 12; ++i) {
        remember_project(settings, folder / std::to_string(i));
    }
    remember_project(settings, folder / "." / "5");

    CHECK(settings.recent.size() == 10);
    CHECK(settings.recent[0] == std::filesystem::weakly_canonical(folder / "5").string());
    CHECK(settings.recent[1] == std::filesystem::weakly_canonical(folder / "11").string());
    CHECK(std::count(settings.recent.begin(), settings.recent.end(), settings.recent[0]) == 1);
}

} // TEST_SUITE
