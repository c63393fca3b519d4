#include "editor/tools/snapper.hpp"

#include "tool_bench.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>
#include <numbers>

using namespace dostyk;

TEST_SUITE("editor/tools/snapper") {

TEST_CASE("settlements, crossings and vertices draw the pointer; a crossing has its name")
{
    test::ToolBench bench;
    const editor::Snapper snapper(*bench.project, *bench.map, bench.pack);
    const auto near = [&](double lon, double lat) {
        geo::ScreenPoint at = bench.px(lon, lat);
        at.x += 4;
        return snapper.find(bench.camera, {1000, 800}, at, 10, {});
    };
    CHECK(near(73.5, 43.5)->kind == editor::SnapKind::settlement);
    CHECK(near(73.5, 43.5)->name.in(Language::en) == "Town");
    CHECK(near(74.5, 43)->kind == editor::SnapKind::crossing);
    CHECK(near(74.5, 43)->entity == "gate");
    CHECK(near(74, 44.5)->kind == editor::SnapKind::vertex);
    CHECK_FALSE(near(72.5, 42));
}

TEST_CASE("what is edited does not draw the pointer to itself")
{
    test::ToolBench bench;
    const editor::Snapper snapper(*bench.project, *bench.map, bench.pack);
    CHECK(snapper.find(bench.camera, {1000, 800}, bench.px(74, 44.5), 10, {}));
    CHECK_FALSE(snapper.find(bench.camera, {1000, 800}, bench.px(74, 44.5), 10, "way"));
}

TEST_CASE("what is snapped to lies within the tolerance, and nothing else lies nearer")
{
    test::ToolBench bench;
    const editor::Snapper snapper(*bench.project, *bench.map, bench.pack);
    const std::vector<geo::LonLat> known{{74, 44},     {73, 44.2},   {74, 44.5},   {75, 44.2},
                                         {75.5, 43.5}, {76.5, 43.5}, {76.5, 44.5}, {75.5, 44.5},
                                         {74.5, 43},   {73.5, 43.5}};
    CHECK(rc::check([&] {
        const geo::LonLat goal = *rc::gen::elementOf(known);
        geo::ScreenPoint at = bench.px(goal.lon, goal.lat);
        at.x += static_cast<float>(*rc::gen::inRange(-300, 300)) / 10;
        at.y += static_cast<float>(*rc::gen::inRange(-300, 300)) / 10;
        const float tolerance = static_cast<float>(*rc::gen::inRange(1, 30));
        float nearest = 1e9F;
        for (const geo::LonLat& each : known) {
            const geo::ScreenPoint there = bench.px(each.lon, each.lat);
            nearest = std::min(nearest, std::hypot(there.x - at.x, there.y - at.y));
        }
        const auto found = snapper.find(bench.camera, {1000, 800}, at, tolerance, {});
        RC_ASSERT(found.has_value() == (nearest <= tolerance));
        if (found) {
            const geo::ScreenPoint there = bench.px(found->at.lon, found->at.lat);
            RC_ASSERT(std::abs(std::hypot(there.x - at.x, there.y - at.y) - nearest) < 0.01F);
        }
    }));
}

TEST_CASE("a constrained place lies at a multiple of the step, at the pointer's foot")
{
    CHECK(rc::check([] {
        const auto any = [] { return *rc::gen::inRange(1, 1'000'000) / 1e6; };
        const geo::WorldPoint anchor{any(), any()}, at{any(), any()};
        RC_PRE(!(anchor == at));
        const geo::WorldPoint held = editor::constrained(anchor, at);
        const double dx = held.x - anchor.x, dy = held.y - anchor.y;
        RC_PRE(std::hypot(dx, dy) > 1e-7);
        const double steps = std::atan2(dy, dx) * 180 / std::numbers::pi / editor::angle_step_deg;
        RC_ASSERT(std::abs(steps - std::round(steps)) < 1e-6);
        // The foot: what is left is square to the direction, and at most half a step away.
        const double across = (at.x - held.x) * dx + (at.y - held.y) * dy;
        RC_ASSERT(std::abs(across) < 1e-9);
        const double turned = std::hypot(at.x - held.x, at.y - held.y) / std::hypot(dx, dy);
        RC_ASSERT(turned < std::tan(7.5001 * std::numbers::pi / 180));
    }));
}

} // TEST_SUITE
