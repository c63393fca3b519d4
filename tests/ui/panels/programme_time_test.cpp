#include "planned_forum.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

using namespace dostyk;
using editor::ActionId;
using editor::PanelId;
using test::hours;
using test::PlannedForum;
using test::session;

namespace {

/// Almaty in the morning of the first day, Bishkek in the afternoon.
std::vector<model::Entity> sessions()
{
    return {session("opening", hours(12, 9, 10), "hall"),
            session("signing", hours(12, 15, 16), "ala-archa")};
}

/// The strip, on its minutes.
struct Strip : PlannedForum {
    explicit Strip(const char* name, Language language = Language::en, int width = 1920)
    : PlannedForum(name, PanelId::programme, sessions(), language, width, 1080)
    {
        REQUIRE(press("timeline/programme"));
        REQUIRE(minutes().is_programme_shown());
    }
    [[nodiscard]] editor::Workspace& minutes() { return *ui.workspace; }
    [[nodiscard]] double minute() { return minutes().programme_clock().minute(); }
    void press_at(const char* key, float share)
    {
        const ui::Control* slider = find(key);
        REQUIRE(slider != nullptr);
        ui.move(slider->min.x + share * (slider->max.x - slider->min.x),
                (slider->min.y + slider->max.y) / 2);
        ui.press(true);
        ui.press(false);
        ui.frames(1);
    }
};

} // namespace

TEST_SUITE("ui/panels/programme_time") {

TEST_CASE("a button brings the programme's minutes in the place of years, and the years again")
{
    Strip strip("programme_time_button");
    CHECK(strip.find("timeline/minute") != nullptr);
    CHECK(strip.find("timeline/track") == nullptr);
    REQUIRE(strip.press("timeline/programme"));
    CHECK_FALSE(strip.minutes().is_programme_shown());
    CHECK(strip.find("timeline/minute") == nullptr);
}

TEST_CASE("a press on the slider shows the minute there, and from there it plays")
{
    Strip strip("programme_time_slider");
    strip.press_at("timeline/minute", 0.1F);
    const double early = strip.minute();
    strip.press_at("timeline/minute", 0.3F);
    const double later = strip.minute();
    CHECK(later > early + 60);
    REQUIRE(strip.press("timeline/play"));
    CHECK(strip.minutes().is_playing());
    REQUIRE(strip.press("timeline/play"));
    CHECK_FALSE(strip.minutes().is_playing());
}

TEST_CASE("the slider and the head of the lanes show one minute")
{
    Strip strip("programme_time_head");
    strip.press_at("programme/minute", 0.2F);
    const double early = strip.minute();
    strip.press_at("programme/minute", 0.3F);
    CHECK(strip.minute() > early + 30);
    strip.minutes().run(ActionId::toggle_programme_time);
    strip.press_at("programme/minute", 0.2F);
    CHECK(strip.minutes().is_programme_shown());
    CHECK(strip.minute() == early);
}

TEST_CASE("speed and hours of reach have their buttons")
{
    Strip strip("programme_time_buttons");
    const int speed = strip.minutes().programme_clock().speed();
    REQUIRE(strip.press("timeline/speed"));
    CHECK(strip.minutes().programme_clock().speed() != speed);
    CHECK(strip.find("timeline/reach longer") == nullptr);
    REQUIRE(strip.press("timeline/reach"));
    CHECK(strip.minutes().is_reach_shown());
    const int reach = strip.minutes().programme_map().reach_hours();
    REQUIRE(strip.press("timeline/reach longer"));
    CHECK(strip.minutes().programme_map().reach_hours() == reach + 1);
    REQUIRE(strip.press("timeline/reach shorter"));
    CHECK(strip.minutes().programme_map().reach_hours() == reach);
}

TEST_CASE("every text has its room, in each language and a narrow window")
{
    for (const Language language : all_languages) {
        for (const int width : {1920, 1024}) {
            CAPTURE(code_of(language));
            CAPTURE(width);
            Strip strip("programme_time_words", language, width);
            REQUIRE(strip.find("timeline/minute") != nullptr);
            strip.minutes().run(ActionId::show_reach);
            strip.ui.frames(3);
            strip.ui.check_texts_fit();
        }
    }
}

} // TEST_SUITE
