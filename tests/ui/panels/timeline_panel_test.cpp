#include "core/message.hpp"

#include "../fixture.hpp"

#include <imgui.h>

#include <doctest/doctest.h>

using namespace dostyk;
using editor::ActionId;
using test::ShellFixture;

namespace {

/// The enriched pack on the slider, and where its track stands.
struct Slider {
    ShellFixture ui;
    geo::ScreenPoint min, max;

    Slider()
    {
        ui.workspace->set_pack(model::Pack::enriched);
        ui.frames(2);
        const ui::Control* track = ui.find(tr(Language::en, "timeline.hint"));
        REQUIRE(track != nullptr);
        min = track->min;
        max = track->max;
    }

    int year_after_press(float share)
    {
        ui.move(min.x + share * (max.x - min.x), (min.y + max.y) / 2);
        ui.press(true);
        ui.press(false);
        return ui.workspace->shown_year();
    }

    void wheel(float share, float steps)
    {
        ui.move(min.x + share * (max.x - min.x), (min.y + max.y) / 2);
        ImGui::GetIO().MouseWheel = steps;
        ui.frames(1);
        ImGui::GetIO().MouseWheel = 0;
    }
};

} // namespace

TEST_SUITE("ui/panels/timeline_panel") {

TEST_CASE("the wheel zooms the time about the cursor, and back to the whole")
{
    Slider slider;
    const int under_cursor = slider.year_after_press(0.3F);
    const int right_of_it = slider.year_after_press(0.6F);
    REQUIRE(right_of_it > under_cursor);

    slider.wheel(0.3F, 5);

    CHECK(slider.year_after_press(0.3F) == under_cursor);
    const int nearer = slider.year_after_press(0.6F);
    CHECK(nearer > under_cursor - 1);
    CHECK(nearer < right_of_it);

    slider.wheel(0.3F, -40);
    CHECK(slider.year_after_press(0.6F) == right_of_it);
}

TEST_CASE("a zoomed slider follows the year that a key steps to")
{
    Slider slider;
    slider.wheel(0, 40);
    const int first = slider.ui.workspace->timeline().first_year;
    slider.ui.workspace->run(ActionId::time_last);
    slider.ui.frames(2);
    const int last = slider.ui.workspace->shown_year();
    REQUIRE(last > first + 3);

    const int at_left = slider.year_after_press(0.02F);

    CHECK(at_left > first);
    CHECK(last - at_left <= 2);
}

TEST_CASE("a range has a button that clears it, in every language")
{
    for (const Language language : all_languages) {
        Slider slider;
        slider.ui.workspace->set_language(language);
        slider.ui.workspace->set_date("2020-12-31");
        const std::string clear =
            std::string(tr(language, "action.time_range_clear")) + " (Shift+[)";
        slider.ui.frames(2);
        CHECK(slider.ui.find(clear) == nullptr);

        slider.ui.workspace->run(ActionId::time_range_start);
        slider.ui.frames(2);
        REQUIRE(slider.ui.click(clear));

        CHECK_FALSE(slider.ui.workspace->time_range().is_set());
    }
}

} // TEST_SUITE
