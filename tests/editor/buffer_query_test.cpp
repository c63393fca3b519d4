#include "editor/buffer_query.hpp"

#include "geo/geodesic.hpp"
#include "gis/map_file.hpp"
#include "io/project_folder.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

using namespace dostyk;

namespace {

const model::Project& bundled()
{
    static const model::Project project = [] {
        Diagnostics diagnostics;
        auto read = io::read_project(test::source_root() / "data/kz-kg",
                                     test::source_root() / "data/transport", diagnostics);
        REQUIRE(read);
        return *std::move(read);
    }();
    return project;
}

const geo::MapData& base_map()
{
    static const geo::MapData map = [] {
        auto read = gis::read_map_file(test::source_root() / "maps/base.gpkg");
        REQUIRE(read);
        return *std::move(read);
    }();
    return map;
}

/// Distance by Vincenty's inverse formula (1975): another way than the program's. [km]
double vincenty_km(geo::LonLat from, geo::LonLat to)
{
    constexpr double a = 6378137, f = 1 / 298.257223563, b = a * (1 - f);
    constexpr double rad = std::numbers::pi / 180;
    const double u1 = std::atan((1 - f) * std::tan(from.lat * rad));
    const double u2 = std::atan((1 - f) * std::tan(to.lat * rad));
    const double l = (to.lon - from.lon) * rad;
    double lambda = l, cos2_alpha = 0, sigma = 0, sin_sigma = 0, cos_sigma = 1, cos_2m = 0;
    for (int i = 0; i < 200; ++i) {
        const double x = std::cos(u2) * std::sin(lambda);
        const double y =
            std::cos(u1) * std::sin(u2) - std::sin(u1) * std::cos(u2) * std::cos(lambda);
        sin_sigma = std::hypot(x, y);
        if (sin_sigma == 0) {
            return 0;
        }
        cos_sigma = std::sin(u1) * std::sin(u2) + std::cos(u1) * std::cos(u2) * std::cos(lambda);
        sigma = std::atan2(sin_sigma, cos_sigma);
        const double sin_alpha = std::cos(u1) * std::cos(u2) * std::sin(lambda) / sin_sigma;
        cos2_alpha = 1 - sin_alpha * sin_alpha;
        cos_2m = cos_sigma - 2 * std::sin(u1) * std::sin(u2) / cos2_alpha;
        const double c = f / 16 * cos2_alpha * (4 + f * (4 - 3 * cos2_alpha));
        const double next =
            l + (1 - c) * f * sin_alpha *
                    (sigma + c * sin_sigma * (cos_2m + c * cos_sigma * (2 * cos_2m * cos_2m - 1)));
        if (std::abs(next - lambda) < 1e-12) {
            break;
        }
        lambda = next;
    }
    const double u = cos2_alpha * (a * a - b * b) / (b * b);
    const double big_a = 1 + u / 16384 * (4096 + u * (-768 + u * (320 - 175 * u)));
    const double big_b = u / 1024 * (256 + u * (-128 + u * (74 - 47 * u)));
    const double delta = big_b * sin_sigma *
                         (cos_2m + big_b / 4 *
                                       (cos_sigma * (2 * cos_2m * cos_2m - 1) -
                                        big_b / 6 * cos_2m * (4 * sin_sigma * sin_sigma - 3) *
                                            (4 * cos_2m * cos_2m - 3)));
    return b * big_a * (sigma - delta) / 1000;
}

/// Distance of a place by its points, those of lines taken every 200 m or so.
double plain_distance_km(const model::Place& place, geo::LonLat eye)
{
    if (place.type == model::PlaceType::point) {
        return vincenty_km(eye, place.at);
    }
    double nearest = 1e9;
    for (const auto& line : model::path_of(bundled().transport, place.corridor)) {
        for (std::size_t i = 1; i < line.size(); ++i) {
            const int pieces = 2 + static_cast<int>(vincenty_km(line[i - 1], line[i]) / 0.2);
            for (const geo::LonLat& at : geo::geodesic_path(line[i - 1], line[i], pieces)) {
                nearest = std::min(nearest, vincenty_km(eye, at));
            }
        }
    }
    return nearest;
}

editor::BufferAnswer ask(geo::LonLat eye, double radius_km, std::string_view except = {})
{
    return editor::find_within(bundled(), base_map(),
                               {{{{eye}, false}}, radius_km, model::Pack::enriched, except});
}

} // namespace

TEST_SUITE("editor/buffer_query") {

TEST_CASE("hits of the bundled project are those of another formula, wherever one asks")
{
    CHECK(rc::check([] {
        const geo::LonLat eye{*rc::gen::inRange(6800, 8000) / 100.0,
                              *rc::gen::inRange(4000, 5200) / 100.0};
        const double radius_km = *rc::gen::element(20.0, 50.0, 150.0, 400.0);
        std::set<std::string> expected, doubtful;
        for (const model::Entity& entity : bundled().entities) {
            const auto* place =
                model::find_value<model::Place>(entity, "place", model::Pack::enriched);
            const bool has_site = place != nullptr && (place->type == model::PlaceType::point ||
                                                       place->type == model::PlaceType::corridor);
            if (!has_site) {
                continue;
            }
            const double distance = plain_distance_km(*place, eye);
            if (std::abs(distance - radius_km) < 0.02) {
                doubtful.insert(entity.id);
            } else if (distance < radius_km) {
                expected.insert(entity.id);
            }
        }
        std::set<std::string> found;
        const auto answer = ask(eye, radius_km);
        for (const editor::BufferHit& hit : answer.hits) {
            if (!doubtful.contains(hit.entity)) {
                found.insert(hit.entity);
            }
        }
        RC_ASSERT(found == expected);
        RC_ASSERT(std::is_sorted(
            answer.hits.begin(), answer.hits.end(),
            [](const auto& a, const auto& b) { return a.distance_km < b.distance_km; }));
    }));
}

TEST_CASE("150 km about Karasu find the projects there, and not the crossing itself")
{
    const auto* karasu = bundled().find("karasu-ak-tilek");
    REQUIRE(karasu != nullptr);
    const auto figures = editor::figures_of(bundled(), *karasu, model::Pack::enriched);
    REQUIRE(figures.size() == 1);
    const auto answer = ask(figures[0].points[0], 150, karasu->id);
    const auto is_there = [&](std::string_view id) {
        return std::any_of(answer.hits.begin(), answer.hits.end(),
                           [&](const editor::BufferHit& hit) { return hit.entity == id; });
    };
    CHECK(is_there("korday-ak-zhol"));
    CHECK_FALSE(is_there("karasu-ak-tilek"));
    CHECK(answer.hits.size() > 5);
    MESSAGE("150 km about Karasu: ", answer.hits.size(), " hits, ", answer.unpublished.size(),
            " not published");
}

TEST_CASE("what has no published site is listed apart where its region comes near, never a hit")
{
    std::set<std::string> hits;
    const auto near = ask({74.6, 42.87}, 30);
    for (const editor::BufferHit& hit : near.hits) {
        hits.insert(hit.entity);
    }
    CHECK_FALSE(near.unpublished.empty());
    for (const std::string& id : near.unpublished) {
        CAPTURE(id);
        CHECK_FALSE(hits.contains(id));
        const auto* place =
            model::find_value<model::Place>(*bundled().find(id), "place", model::Pack::enriched);
        CHECK((place == nullptr || place->type == model::PlaceType::area ||
               place->type == model::PlaceType::border));
    }
    // In the far west nothing of Kyrgyzstan may lie within.
    for (const std::string& id : ask({51.2, 43.65}, 30).unpublished) {
        CAPTURE(id);
        const auto* place =
            model::find_value<model::Place>(*bundled().find(id), "place", model::Pack::enriched);
        CHECK((place == nullptr ||
               std::none_of(place->units.begin(), place->units.end(),
                            [](const auto& unit) { return unit.starts_with("KG"); })));
    }
}

TEST_CASE("areas count when they come within, lines by their nearest place")
{
    model::Project project;
    const auto add = [&](const char* id, model::PlaceType type, std::vector<geo::LonLat> at) {
        model::Place place;
        place.type = type;
        place.vertices = std::move(at);
        model::Entity entity{id, "project", model::Pack::enriched, {}};
        model::Claim claim;
        claim.pack = model::Pack::enriched;
        claim.value = place;
        entity.fields["place"] = {claim};
        project.entities.push_back(entity);
    };
    add("around", model::PlaceType::polygon, {{70, 40}, {80, 40}, {80, 46}, {70, 46}});
    add("beside", model::PlaceType::polygon, {{76, 42}, {77, 42}, {77, 44}, {76, 44}});
    add("past", model::PlaceType::line, {{74, 43.9}, {76, 43.9}});
    const auto answer = editor::find_within(project, geo::MapData{},
                                            {{{{{75, 43}}, false}}, 90, model::Pack::enriched, {}});
    REQUIRE(answer.hits.size() == 2);
    CHECK(answer.hits[0] == editor::BufferHit{"around", 0});
    CHECK(answer.hits[1].entity == "beside");
    CHECK(answer.hits[1].distance_km == doctest::Approx(81.5).epsilon(0.01));
}

} // TEST_SUITE
