#include "render/symbol_pass.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

// What it draws: renderer_test, golden symbols.

TEST_SUITE("render/symbol_pass") {

TEST_CASE("the count on a badge grows with its symbol and is never too small to read")
{
    constexpr float symbol_px = 26; // at scale 1
    CHECK(render::count_px(symbol_px) == 12);
    CHECK(render::count_px(2 * symbol_px) >= 21.5F); // 200 % on 3840x2160
    CHECK(render::count_px(3 * symbol_px) >= 32.5F);
    CHECK(render::count_px(10) == 12);
}

} // TEST_SUITE
