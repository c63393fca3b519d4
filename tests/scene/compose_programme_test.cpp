#include "scene/compose_support.hpp"

#include "geo/mercator.hpp"
#include "geo/proximity.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using namespace dostyk::test;
using scene::ProgrammeLayer;
using scene::RouteLook;

namespace {

ViewState chu_valley()
{
    return test::view_of(75.5, 43, 7);
}

/// A delegation on the road to the border, another one at its venue, and what they are at.
ProgrammeLayer sample()
{
    ProgrammeLayer layer;
    const geo::LonLat almaty{76.9, 43.25};
    const geo::LonLat border{74.7, 43.01};
    const geo::LonLat bishkek{74.6, 42.87};
    layer.routes = {{{almaty, {75.7, 43.2}}, RouteLook::driven, "kz"},
                    {{{75.7, 43.2}, border, bishkek}, RouteLook::ahead, "kz"},
                    {{almaty, border, bishkek}, RouteLook::chosen, "kz"}};
    layer.movers = {{"kz", "delegation", {75.7, 43.2}, false, 0},
                    {"head", "person", {75.7, 43.2}, false, 1},
                    {"kg", "delegation", bishkek, true, 0}};
    layer.rings = {{"plenary", bishkek, 1, 0.25F}, {"panel", bishkek, 0.5F, 0}};
    layer.queues = {{"korday", border, "12 people"}};
    return layer;
}

std::size_t count_paths(const Frame& frame)
{
    return static_cast<std::size_t>(
        std::count_if(frame.items.begin(), frame.items.end(), [](const scene::DrawItem& item) {
            const auto* path = std::get_if<scene::DrawPath>(&item);
            return path != nullptr && path->layer == "programme";
        }));
}

std::vector<scene::DrawSymbol> signs_of(const Frame& frame)
{
    std::vector<scene::DrawSymbol> signs;
    std::copy_if(frame.symbols.begin(), frame.symbols.end(), std::back_inserter(signs),
                 [](const scene::DrawSymbol& symbol) { return symbol.layer == "programme"; });
    return signs;
}

} // namespace

TEST_SUITE("scene/compose_programme") {

TEST_CASE("without a programme nothing of it is drawn")
{
    CHECK_FALSE(has_item(compose(chu_valley()), "programme"));
}

TEST_CASE("ways, rings, people and queues are drawn, in every style")
{
    for (const std::string& style : scene::style_names()) {
        CAPTURE(style);
        ViewState view = chu_valley();
        view.programme = sample();
        const Frame frame = compose(view, style);
        // Three ways with their casing; one ring with its hand, one that opens.
        CHECK(count_paths(frame) == 3 * 2 + 2 + 2);
        const auto signs = signs_of(frame);
        REQUIRE(signs.size() == 3);
        CHECK(has_label(frame, "12 people"));
        CHECK(count_overlaps(frame) == 0);
    }
}

TEST_CASE("what is ahead is broken, what is behind is not, and a chosen way says where it leads")
{
    ViewState view = chu_valley();
    view.programme = sample();
    view.programme.rings.clear();
    const Frame frame = compose(view);
    std::vector<scene::DrawPath> paths;
    for (const scene::DrawItem& item : frame.items) {
        const auto* path = std::get_if<scene::DrawPath>(&item);
        if (path != nullptr && path->layer == "programme") {
            paths.push_back(*path);
        }
    }
    REQUIRE(paths.size() == 6);
    CHECK(paths[1].dash_px == 0);
    CHECK(paths[3].dash_px > 0);
    CHECK(paths[5].has_arrow);
    CHECK(paths[5].width_px > paths[1].width_px);
}

TEST_CASE("who travels together is one sign with a count; who stands leaves the venue's sign free")
{
    ViewState view = chu_valley();
    view.programme = sample();
    const auto signs = signs_of(compose(view));
    const auto sign = [&](std::string_view entity) {
        const auto found = std::find_if(signs.begin(), signs.end(),
                                        [&](const auto& each) { return each.entity == entity; });
        REQUIRE(found != signs.end());
        return *found;
    };
    CHECK(sign("kz").count == 2);
    const geo::ScreenPoint bishkek =
        scene::to_screen(view.camera, full_hd, geo::to_world({74.6, 42.87}));
    CHECK(sign("kg").at.x > bishkek.x);
    CHECK(sign("kg").at.y < bishkek.y);
}

TEST_CASE("a click on a sign or a way answers whose it is")
{
    Composer composer(test::base_scene(), test::style("day"), test::fonts());
    ViewState view = chu_valley();
    view.programme = sample();
    (void)composer.compose(view, full_hd);
    const auto at = [&](geo::LonLat place) {
        return scene::to_screen(view.camera, full_hd, geo::to_world(place));
    };
    REQUIRE(composer.pick(at({75.7, 43.2})));
    CHECK(composer.pick(at({75.7, 43.2}))->members == std::vector<std::string>{"kz", "head"});
    CHECK(composer.pick(at({74.7, 43.01}))->entity == "korday");
    const geo::ScreenPoint half_way{(at({76.9, 43.25}).x + at({75.7, 43.2}).x) / 2,
                                    (at({76.9, 43.25}).y + at({75.7, 43.2}).y) / 2};
    CHECK(composer.pick(half_way)->entity == "kz");
}

TEST_CASE("what is reached is a fill with an outline for each of its rings, below the ways")
{
    ViewState view = chu_valley();
    geo::MultiPolygon area{{geo::circle({75.5, 43}, 60'000, 64), {}}};
    area.front().holes.push_back(geo::circle({75.5, 43}, 10'000, 32));
    view.programme.reach = {
        std::make_shared<const geo::MultiPolygon>(area), {75.5, 43}, "by 15:00"};
    view.programme.routes = {{{{75, 43}, {76, 43}}, RouteLook::driven, "kz"}};
    const Frame frame = compose(view);
    const auto first =
        std::find_if(frame.items.begin(), frame.items.end(), [](const scene::DrawItem& item) {
            return std::visit([](const auto& draw) { return draw.layer == "programme"; }, item);
        });
    REQUIRE(first != frame.items.end());
    const auto* fill = std::get_if<scene::DrawFill>(&*first);
    REQUIRE(fill != nullptr);
    CHECK(fill->color.a < 80);
    CHECK(count_paths(frame) == 2 + 2);
    CHECK(has_label(frame, "by 15:00"));
}

TEST_CASE("the same programme is the same view, and another minute is another one")
{
    ViewState one = chu_valley();
    one.programme = sample();
    ViewState other = one;
    CHECK(one == other);
    other.programme.movers.front().at.lon += 0.01;
    CHECK_FALSE(one == other);
}

} // TEST_SUITE
