#include "scene/compose_support.hpp"

#include "geo/mercator.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace dostyk;
using namespace dostyk::test;
using scene::DrawPath;

namespace {

constexpr geo::LonLat almaty{76.9, 43.25};
constexpr geo::LonLat bishkek{74.6, 42.87};

ViewState chu_valley()
{
    return test::view_of(75.5, 43, 7);
}

ViewState with_moves(std::vector<scene::ProgrammeMove> moves)
{
    ViewState view = chu_valley();
    view.programme.moves = std::move(moves);
    return view;
}

std::vector<DrawPath> arrows_of(const Frame& frame)
{
    std::vector<DrawPath> arrows;
    for (const scene::DrawItem& item : frame.items) {
        const auto* path = std::get_if<DrawPath>(&item);
        if (path != nullptr && path->layer == "programme" && path->has_arrow) {
            arrows.push_back(*path);
        }
    }
    return arrows;
}

float apart(geo::ScreenPoint a, geo::ScreenPoint b)
{
    return std::hypot(b.x - a.x, b.y - a.y);
}

} // namespace

TEST_SUITE("scene/compose_moves") {

TEST_CASE("a session that is held elsewhere is one arrow with its name, in every style")
{
    for (const std::string& style : scene::style_names()) {
        CAPTURE(style);
        const ViewState view = with_moves({{"talks", almaty, bishkek, "Talks on water"}});
        const Frame frame = compose(view, style);
        const auto arrows = arrows_of(frame);
        REQUIRE(arrows.size() == 1);
        const auto at = [&](geo::LonLat place) {
            return scene::to_screen(view.camera, full_hd, geo::to_world(place));
        };
        // From the one to the other, beside their signs.
        CHECK(apart(arrows[0].points.front(), at(almaty)) < 30);
        CHECK(apart(arrows[0].points.back(), at(bishkek)) < 30);
        CHECK(apart(arrows[0].points.back(), at(bishkek)) > 12);
        CHECK(has_label(frame, "Talks on water"));
        CHECK(count_overlaps(frame) == 0);
    }
    CHECK(arrows_of(compose(chu_valley())).empty());
}

TEST_CASE("several arrows between two places lie apart, there and back as well")
{
    const Frame frame = compose(with_moves({{"a", almaty, bishkek, "First"},
                                            {"b", almaty, bishkek, "Second"},
                                            {"c", bishkek, almaty, "Third"}}));
    const auto arrows = arrows_of(frame);
    REQUIRE(arrows.size() == 3);
    for (std::size_t i = 0; i < arrows.size(); ++i) {
        for (std::size_t j = i + 1; j < arrows.size(); ++j) {
            const auto& a = arrows[i].points;
            const auto& b = arrows[j].points;
            CHECK(apart(a[a.size() / 2], b[b.size() / 2]) > 10);
        }
    }
    CHECK(count_overlaps(frame) == 0);
}

TEST_CASE("between neighbours the arrow goes round them, so that it is seen at any zoom")
{
    const geo::LonLat palace{76.91, 43.251};
    for (const geo::LonLat to : {palace, almaty}) {
        const auto arrows = arrows_of(compose(with_moves({{"talks", almaty, to, "Talks"}})));
        REQUIRE(arrows.size() == 1);
        float widest = 0;
        for (const geo::ScreenPoint& point : arrows[0].points) {
            widest = std::max(widest, apart(point, arrows[0].points.front()));
        }
        CHECK(widest > 40);
        CHECK(apart(arrows[0].points.front(), arrows[0].points.back()) > 10);
    }
}

TEST_CASE("a click on an arrow answers its session")
{
    Composer composer(test::base_scene(), test::style("day"), test::fonts());
    const ViewState view = with_moves({{"talks", almaty, bishkek, "Talks"}});
    const Frame frame = composer.compose(view, full_hd);
    const auto arrows = arrows_of(frame);
    REQUIRE(arrows.size() == 1);
    const auto hit = composer.pick(arrows[0].points[arrows[0].points.size() / 2]);
    REQUIRE(hit);
    CHECK(hit->entity == "talks");
}

TEST_CASE("what a venue holds is a ring that is broader the more it is, with its number")
{
    ViewState view = chu_valley();
    view.programme.tallies = {{"hall", almaty, 9, 0.9F}, {"ala-archa", bishkek, 1, 0.1F}};
    for (const std::string& style : scene::style_names()) {
        CAPTURE(style);
        const Frame frame = compose(view, style);
        std::vector<float> widths;
        for (const scene::DrawItem& item : frame.items) {
            const auto* path = std::get_if<DrawPath>(&item);
            if (path != nullptr && path->layer == "programme") {
                widths.push_back(path->width_px);
            }
        }
        REQUIRE(widths.size() == 4); // each with its casing
        CHECK(widths[1] > widths[3]);
        CHECK(has_label(frame, "9 sessions"));
        CHECK(has_label(frame, "1 session"));
        CHECK(arrows_of(frame).empty());
    }
}

TEST_CASE("venues whose rings would cover each other have one, with all their sessions")
{
    ViewState view = chu_valley();
    view.programme.tallies = {{"hall", bishkek, 3, 0.3F},
                              {"ala-archa", {bishkek.lon + 0.001, bishkek.lat}, 6, 0.6F},
                              {"akorda", almaty, 1, 0.1F}};
    const Frame frame = compose(view, "hall");
    CHECK(has_label(frame, "9 sessions"));
    CHECK(has_label(frame, "1 session"));
    CHECK_FALSE(has_label(frame, "3 sessions"));
    CHECK_FALSE(has_label(frame, "6 sessions"));
    view.language = Language::ru;
    CHECK(has_label(compose(view, "hall"), "9 мероприятий"));
}

} // TEST_SUITE
