#include "app/screen_scale.hpp"

#include <doctest/doctest.h>

using dostyk::app::find_screen_scale;

TEST_SUITE("app/screen_scale") {

TEST_CASE("a screen of a hall has words twice as large, a usual one has not")
{
    CHECK(find_screen_scale({}, 3840, 2160) == 2);
    CHECK(find_screen_scale({}, 1920, 1080) == 1);
    CHECK(find_screen_scale({}, 2560, 1440) == 1);
    CHECK(find_screen_scale({}, 3440, 1440) == 1);
    CHECK(find_screen_scale({}, 2880, 1800) == 1.5F);
}

TEST_CASE("what the desktop states goes before the size of its screen, within what words can be")
{
    CHECK(find_screen_scale(96.0, 3840, 2160) == 1);
    CHECK(find_screen_scale(144.0, 1920, 1080) == 1.5F);
    CHECK(find_screen_scale(30.0, 1920, 1080) == 1);
    CHECK(find_screen_scale(960.0, 1920, 1080) == 3);
}

} // TEST_SUITE
