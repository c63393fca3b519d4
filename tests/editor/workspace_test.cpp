#include "editor/workspace.hpp"

#include "geo/mercator.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace dostyk;
using namespace dostyk::editor;

namespace {

model::Entity entity(const char* id, model::Pack pack, const char* date = nullptr)
{
    model::Entity made{id, "meeting", pack, {}};
    if (date != nullptr) {
        model::Claim claim{model::DateText{date}, {"s"}};
        claim.pack = pack;
        made.fields["date"] = {claim};
    }
    return made;
}

Workspace make_workspace(Settings settings = {})
{
    auto project = std::make_shared<model::Project>();
    project->entities = {entity("a", model::Pack::strict, "2012-08-22"),
                         entity("b", model::Pack::enriched, "2024-04-19"),
                         entity("c", model::Pack::strict)};
    return {project, std::make_shared<geo::MapData>(), settings};
}

} // namespace

TEST_SUITE("editor/workspace") {

TEST_CASE("the language changes and the camera stays")
{
    auto workspace = make_workspace();
    const auto camera = workspace.view().camera;
    workspace.set_language(Language::kk);

    workspace.run(ActionId::next_language);

    CHECK(workspace.view().language == Language::ky);
    CHECK(workspace.view().camera == camera);
}

TEST_CASE("names in two languages stay in two when the first becomes the second")
{
    auto workspace = make_workspace();
    workspace.set_language(Language::kk);
    workspace.run(ActionId::toggle_second_language);
    REQUIRE(workspace.view().second_language == Language::ru);

    workspace.set_language(Language::ru);

    CHECK(workspace.view().second_language == Language::kk);
    workspace.run(ActionId::toggle_second_language);
    CHECK_FALSE(workspace.view().second_language);
}

TEST_CASE("Ctrl+1 to 8 choose the eight modes in order")
{
    auto workspace = make_workspace();

    workspace.run(ActionId::mode_6);
    CHECK(workspace.view().mode == scene::MapMode::borders);
    workspace.run(ActionId::mode_8);
    CHECK(workspace.view().mode == scene::MapMode::plain);
    workspace.run(ActionId::mode_1);
    CHECK(workspace.view().mode == scene::MapMode::events);
}

TEST_CASE("going back through what was selected, and forward again")
{
    auto workspace = make_workspace();
    workspace.select("a");
    workspace.select("b");
    workspace.select("c");

    workspace.run(ActionId::select_back);
    workspace.run(ActionId::select_back);
    CHECK(workspace.view().selected == "a");
    workspace.run(ActionId::select_back);
    CHECK(workspace.view().selected == "a");
    workspace.run(ActionId::select_forward);
    CHECK(workspace.view().selected == "b");

    // A new choice drops what lay ahead.
    workspace.select("a");
    workspace.run(ActionId::select_forward);
    CHECK(workspace.view().selected == "a");
}

TEST_CASE("the strict pack lets go of what it does not know")
{
    auto workspace = make_workspace();
    workspace.select("b");
    CHECK(workspace.timeline().last_year == 2024);

    workspace.set_pack(model::Pack::strict);

    CHECK(workspace.view().selected.empty());
    CHECK(workspace.timeline().last_year == 2012);
}

TEST_CASE("what does not exist cannot be selected")
{
    auto workspace = make_workspace();
    workspace.select("none");
    CHECK(workspace.selected() == nullptr);
}

TEST_CASE("Escape closes the nearest thing first")
{
    auto workspace = make_workspace();
    workspace.select("a");
    workspace.overlays().has_search = true;
    workspace.overlays().has_about = true;

    workspace.run(ActionId::close);
    CHECK_FALSE(workspace.overlays().has_search);
    CHECK(workspace.overlays().has_about);
    workspace.run(ActionId::close);
    CHECK_FALSE(workspace.overlays().has_about);
    CHECK(workspace.view().selected == "a");
    workspace.run(ActionId::close);
    CHECK(workspace.view().selected.empty());
}

TEST_CASE("a sheet takes the place of the overlays, and Escape closes it before anything beneath")
{
    auto workspace = make_workspace();
    workspace.select("a");
    workspace.overlays().has_about = true;

    workspace.open_sheet(editor::Sheet::open_file);
    CHECK_FALSE(workspace.overlays().has_about);
    workspace.overlays().has_search = true; // Ctrl+K opens above it
    workspace.run(ActionId::close);
    CHECK(workspace.overlays().sheet == editor::Sheet::open_file);
    workspace.run(ActionId::close);
    CHECK_FALSE(workspace.has_sheet());
    CHECK(workspace.view().selected == "a");
}

TEST_CASE("a wish for another project is taken once")
{
    auto workspace = make_workspace();
    workspace.want_project("/projects/forum");
    CHECK(workspace.take_wanted_project() == "/projects/forum");
    CHECK(workspace.take_wanted_project().empty());
}

TEST_CASE("the wheel keeps the point under the cursor, and steps add up")
{
    auto workspace = make_workspace();
    workspace.set_viewport({1280, 720});
    const geo::ScreenPoint cursor{900, 150};
    const auto under = scene::to_world(workspace.view().camera, workspace.viewport(), cursor);
    const double zoom = workspace.view().camera.zoom;

    workspace.zoom_at(cursor, 1);
    workspace.advance(0.05);
    workspace.zoom_at(cursor, 1);
    for (int i = 0; i < 40; ++i) {
        workspace.advance(0.016);
        const auto at = scene::to_screen(workspace.view().camera, workspace.viewport(), under);
        CHECK(std::abs(at.x - cursor.x) < 1);
        CHECK(std::abs(at.y - cursor.y) < 1);
    }

    CHECK(workspace.view().camera.zoom == doctest::Approx(zoom + 1));
    CHECK_FALSE(workspace.is_animating());
}

TEST_CASE("a drag moves the ground with the hand and interrupts a flight")
{
    auto workspace = make_workspace();
    workspace.set_viewport({1280, 720});
    geo::WorldBounds bishkek;
    bishkek.add(geo::to_world({74.59, 42.87}));
    workspace.fly_to(bishkek);
    CHECK(workspace.is_animating());
    const auto before = scene::to_world(workspace.view().camera, workspace.viewport(), {640, 360});

    workspace.drag(50, -20);

    CHECK_FALSE(workspace.is_animating());
    const auto now = scene::to_screen(workspace.view().camera, workspace.viewport(), before);
    CHECK(now.x == doctest::Approx(690));
    CHECK(now.y == doctest::Approx(340));
}

TEST_CASE("a flight ends with its goal in the middle of what the panels leave free")
{
    Settings settings;
    settings.is_motion_reduced = true;
    auto workspace = make_workspace(settings);
    workspace.set_viewport({1280, 720});
    workspace.set_insets(300, 0, 100, 0);
    geo::WorldBounds bishkek;
    bishkek.add(geo::to_world({74.59, 42.87}));

    workspace.fly_to(bishkek);
    workspace.advance(0.1);

    const auto at = scene::to_screen(workspace.view().camera, workspace.viewport(), bishkek.min);
    CHECK(at.x == doctest::Approx(300 + (1280 - 400) / 2.0));
    CHECK(at.y == doctest::Approx(360));
}

TEST_CASE("the whole region stays in sight when a panel opens; what somebody looks at stays there")
{
    auto workspace = make_workspace();
    workspace.set_viewport({1280, 720});
    geo::WorldBounds region;
    region.add(geo::to_world({46, 39}));
    region.add(geo::to_world({88, 56}));
    workspace.set_bounds_finder(
        [&](const std::string& id) { return id == "all" ? std::optional(region) : std::nullopt; });
    workspace.show(region);

    workspace.set_insets(300, 40, 100, 300);

    for (const geo::WorldPoint corner : {region.min, region.max}) {
        const auto at = scene::to_screen(workspace.view().camera, workspace.viewport(), corner);
        CHECK(at.x >= 300);
        CHECK(at.x <= 1180);
        CHECK(at.y >= 40);
        CHECK(at.y <= 420);
    }

    workspace.drag(5, 0);
    const scene::Camera seen = workspace.view().camera;
    workspace.set_insets(0, 40, 100, 0);
    CHECK(workspace.view().camera == seen);
}

TEST_CASE("a view that is shown is there at once, where a flight would end")
{
    auto workspace = make_workspace();
    workspace.set_viewport({1280, 720});
    geo::WorldBounds bounds;
    bounds.add(geo::to_world({46, 39}));
    bounds.add(geo::to_world({88, 56}));

    workspace.show(bounds);

    CHECK_FALSE(workspace.is_animating());
    const auto middle =
        scene::to_screen(workspace.view().camera, workspace.viewport(), bounds.centre());
    CHECK(middle.x == doctest::Approx(640));
}

TEST_CASE("time steps by years within the data and plays to its end")
{
    auto workspace = make_workspace();
    workspace.run(ActionId::time_first);
    CHECK(workspace.view().date == "2012-12-31");
    workspace.run(ActionId::time_back);
    CHECK(workspace.shown_year() == 2012);
    workspace.run(ActionId::time_forward);
    CHECK(workspace.shown_year() == 2013);

    workspace.run(ActionId::time_play);
    for (int i = 0; i < 400 && workspace.is_playing(); ++i) {
        workspace.advance(0.1);
    }
    CHECK(workspace.shown_year() == 2024);

    workspace.run(ActionId::time_today);
    CHECK(workspace.view().date.empty());
}

TEST_CASE("play repeats the years between the brackets until the range is cleared")
{
    auto workspace = make_workspace();
    workspace.set_date("2015-12-31");
    workspace.run(ActionId::time_range_start);
    workspace.set_date("2017-12-31");
    workspace.run(ActionId::time_range_end);
    CHECK(workspace.time_range() == YearRange{2015, 2017});

    workspace.run(ActionId::time_play);
    std::vector<int> years;
    for (int i = 0; i < 100; ++i) {
        if (years.empty() || years.back() != workspace.shown_year()) {
            years.push_back(workspace.shown_year());
        }
        workspace.advance(0.1);
    }
    REQUIRE(years.size() >= 7);
    for (std::size_t i = 0; i < years.size(); ++i) {
        CHECK(years[i] == 2015 + static_cast<int>(i % 3));
    }
    CHECK(workspace.is_playing());

    workspace.run(ActionId::time_range_clear);
    for (int i = 0; i < 400 && workspace.is_playing(); ++i) {
        workspace.advance(0.1);
    }
    CHECK(workspace.shown_year() == 2024);
}

TEST_CASE("a bracket beyond the other one opens that end; a range of one year does not play")
{
    auto workspace = make_workspace();
    workspace.set_date("2015-12-31");
    workspace.run(ActionId::time_range_end);
    workspace.set_date("2018-12-31");
    workspace.run(ActionId::time_range_start);
    CHECK(workspace.time_range() == YearRange{2018, 0});

    workspace.run(ActionId::time_range_end);
    CHECK(workspace.time_range() == YearRange{2018, 2018});
    workspace.run(ActionId::time_play);
    CHECK_FALSE(workspace.is_playing());
}

TEST_CASE("the scale stays between 75 and 300 percent")
{
    auto workspace = make_workspace();
    for (int i = 0; i < 20; ++i) {
        workspace.run(ActionId::scale_up);
    }
    CHECK(workspace.settings().ui_scale == max_ui_scale);
    for (int i = 0; i < 20; ++i) {
        workspace.run(ActionId::scale_down);
    }
    CHECK(workspace.settings().ui_scale == min_ui_scale);
    workspace.run(ActionId::scale_reset);
    CHECK_FALSE(workspace.settings().ui_scale);
    CHECK(workspace.view().scale == 1);
}

TEST_CASE("until somebody chooses a scale it is the screen's, which is not kept")
{
    Settings settings;
    settings.screen_scale = 2;
    auto workspace = make_workspace(settings);
    CHECK(workspace.view().scale == 2);
    workspace.run(ActionId::scale_up);
    CHECK(workspace.view().scale == 2.25F);
    CHECK(workspace.settings_to_keep().ui_scale == 2.25F);
    workspace.run(ActionId::scale_reset);
    CHECK(workspace.view().scale == 2);
    CHECK_FALSE(workspace.settings_to_keep().ui_scale);
}

TEST_CASE("what is kept for the next start is what is on the screen")
{
    auto workspace = make_workspace();
    workspace.set_language(Language::ky);
    workspace.run(ActionId::mode_4);
    workspace.run(ActionId::next_style);
    workspace.run(ActionId::toggle_second_language);

    const Settings kept = workspace.settings_to_keep();

    CHECK(kept.language == Language::ky);
    CHECK(kept.second_language == Language::ru);
    CHECK(kept.mode == scene::MapMode::trade);
    CHECK(kept.style == "day");
    CHECK(kept.camera == workspace.view().camera);
}

TEST_CASE("what only the window can do comes back as an effect")
{
    auto workspace = make_workspace();
    CHECK(workspace.run(ActionId::quit) == Effect::quit);
    CHECK(workspace.run(ActionId::toggle_full_screen) == Effect::toggle_full_screen);
    CHECK(workspace.run(ActionId::next_language) == Effect::none);
}

} // TEST_SUITE
