#include "scene/box_grid.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

using namespace dostyk;
using scene::ScreenBox;

TEST_SUITE("scene/box_grid") {

TEST_CASE("boxes that only touch do not overlap")
{
    scene::BoxGrid grid({800, 600});
    grid.add({{100, 100}, {200, 150}});
    CHECK(grid.is_free({{200, 100}, {300, 150}}));
    CHECK_FALSE(grid.is_free({{199, 149}, {300, 300}}));
}

TEST_CASE("the grid answers as a search of all boxes does, also beyond the viewport")
{
    CHECK(rc::check([] {
        scene::BoxGrid grid({400, 300});
        std::vector<ScreenBox> boxes;
        for (int i = 0; i < 30; ++i) {
            const auto x = static_cast<float>(*rc::gen::inRange(-100, 500));
            const auto y = static_cast<float>(*rc::gen::inRange(-100, 400));
            const ScreenBox box{{x, y},
                                {x + static_cast<float>(*rc::gen::inRange(1, 200)),
                                 y + static_cast<float>(*rc::gen::inRange(1, 90))}};
            const bool is_free = std::none_of(boxes.begin(), boxes.end(),
                                              [&](const ScreenBox& b) { return b.overlaps(box); });
            RC_ASSERT(grid.is_free(box) == is_free);
            if (is_free) {
                grid.add(box);
                boxes.push_back(box);
            }
        }
    }));
}

} // TEST_SUITE
