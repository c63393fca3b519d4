#include "geo/topology.hpp"

#include "geo/polygon_query.hpp"
#include "geo/simplify.hpp"
#include "geo/triangulate.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>

using namespace dostyk;

namespace {

/// A grid of cells with bent shared sides: columns x rows neighbours.
std::vector<geo::MultiPolygon> bent_grid(int columns, int rows, int bends, unsigned seed)
{
    // A pure function of the two ends, so that both neighbours bend alike.
    const auto bent_side = [&](geo::LonLat from, geo::LonLat to) {
        const bool is_turned = to < from;
        const geo::LonLat a = is_turned ? to : from;
        const geo::LonLat b = is_turned ? from : to;
        geo::LineString side{a};
        for (int i = 1; i <= bends; ++i) {
            const double t = static_cast<double>(i) / (bends + 1);
            const double hash =
                std::sin(a.lon * 12.9 + a.lat * 78.2 + b.lon * 3.1 + i * 7.7 + seed);
            const double shift = 0.1 * hash * (1 - std::abs(2 * t - 1));
            side.push_back({a.lon + (b.lon - a.lon) * t + (b.lat - a.lat) * shift,
                            a.lat + (b.lat - a.lat) * t + (b.lon - a.lon) * shift});
        }
        side.push_back(b);
        if (is_turned) {
            std::reverse(side.begin(), side.end());
        }
        return side;
    };
    std::vector<geo::MultiPolygon> cells;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const double x = 60 + column;
            const double y = 42 + row;
            const geo::LonLat corners[] = {{x, y}, {x + 1, y}, {x + 1, y + 1}, {x, y + 1}, {x, y}};
            geo::Ring ring{corners[0]};
            for (int i = 0; i < 4; ++i) {
                const auto side = bent_side(corners[i], corners[i + 1]);
                ring.insert(ring.end(), side.begin() + 1, side.end());
            }
            cells.push_back({{ring, {}}});
        }
    }
    return cells;
}

} // namespace

TEST_SUITE("geo/topology") {

TEST_CASE("a side between two neighbours exists once and knows both")
{
    const auto topology = geo::build_topology(bent_grid(2, 1, 5, 1));

    // Two outer arcs and the shared one.
    REQUIRE(topology.arcs.size() == 3);
    int shared = 0;
    for (const auto& arc : topology.arcs) {
        shared += arc.features == std::vector<std::uint32_t>{0, 1} ? 1 : 0;
    }
    CHECK(shared == 1);
}

TEST_CASE("at full detail every feature is what it was")
{
    const auto cells = bent_grid(3, 3, 4, 2);
    const auto topology = geo::build_topology(cells);

    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto back = geo::simplified_feature(topology, i, 0);
        REQUIRE(back.size() == 1);
        CHECK(back[0].outer.size() == cells[i][0].outer.size());
        CHECK(back[0].outer.front() == back[0].outer.back());
        CHECK(geo::mercator_area(back) == doctest::Approx(geo::mercator_area(cells[i])));
    }
}

TEST_CASE("no level opens a gap or an overlap between neighbours")
{
    CHECK(rc::check([] {
        const auto cells = bent_grid(3, 2, *rc::gen::inRange(0, 12),
                                     static_cast<unsigned>(*rc::gen::inRange(0, 1000)));
        const auto topology = geo::build_topology(cells);
        for (double zoom = 3; zoom <= 11; zoom += 2) {
            const double min_area = geo::min_area_at_zoom(zoom);
            double sum = 0;
            for (std::size_t i = 0; i < cells.size(); ++i) {
                sum += geo::mercator_area(geo::simplified_feature(topology, i, min_area));
            }
            // The outline alone, made of the arcs that one feature has to itself.
            geo::MultiLineString outer;
            for (const auto& arc : topology.arcs) {
                if (arc.features.size() == 1) {
                    outer.push_back(geo::simplify(arc.points, arc.importance, min_area));
                }
            }
            geo::Ring outline = outer.front();
            outer.erase(outer.begin());
            while (!outer.empty()) {
                const auto next = std::find_if(outer.begin(), outer.end(), [&](const auto& line) {
                    return line.front() == outline.back() || line.back() == outline.back();
                });
                RC_ASSERT(next != outer.end());
                if (next->back() == outline.back()) {
                    std::reverse(next->begin(), next->end());
                }
                outline.insert(outline.end(), next->begin() + 1, next->end());
                outer.erase(next);
            }
            const double whole = geo::mercator_area({{outline, {}}});
            RC_ASSERT(std::abs(sum - whole) < 1e-12 + whole * 1e-9);
        }
    }));
}

TEST_CASE("an island and the hole that it fills are one arc")
{
    const geo::Ring island{{62, 43}, {63, 43}, {63, 44}, {62, 44}, {62, 43}};
    const geo::Ring hole{{63, 44}, {63, 43}, {62, 43}, {62, 44}, {63, 44}};
    const std::vector<geo::MultiPolygon> features{
        {{{{60, 42}, {65, 42}, {65, 46}, {60, 46}, {60, 42}}, {hole}}}, {{island, {}}}};

    const auto topology = geo::build_topology(features);

    CHECK(topology.arcs.size() == 2);
    CHECK(topology.features[0][0].holes[0][0].arc == topology.features[1][0].outer[0].arc);
}

TEST_CASE("the common border of two sets is one joined line")
{
    const auto topology = geo::build_topology(bent_grid(2, 3, 3, 5));
    const std::vector<std::uint32_t> west{0, 2, 4};
    const std::vector<std::uint32_t> east{1, 3, 5};

    const auto border = geo::shared_border(topology, west, east, 0);

    REQUIRE(border.size() == 1);
    CHECK(border[0].size() == 3U * 4 + 1);
    CHECK(geo::shared_border(topology, std::vector<std::uint32_t>{0}, std::vector<std::uint32_t>{5},
                             0)
              .empty());
}

TEST_CASE("an empty feature stays empty")
{
    const auto topology = geo::build_topology(std::vector<geo::MultiPolygon>(2));

    CHECK(topology.arcs.empty());
    CHECK(geo::simplified_feature(topology, 1, 0).empty());
}

} // TEST_SUITE
