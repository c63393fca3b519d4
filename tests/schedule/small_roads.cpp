#include "schedule/small_roads.hpp"

#include "io/transport_json.hpp"
#include "schedule/small_forum.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>

namespace dostyk::test {

using namespace schedule;

namespace {

constexpr std::array<const char*, 9> towns{"almaty",   "bishkek", "karakol",     "naryn", "osh",
                                           "shymkent", "taraz",   "taldykorgan", "astana"};

} // namespace

model::Transport two_posts()
{
    model::Transport transport;
    const auto node = [&](const char* id, geo::LonLat where, bool is_crossing) {
        transport.nodes.push_back({id, {}, where, is_crossing});
    };
    node("west", {74, 43}, false);
    node("near", {75, 43}, true);
    node("far", {75, 43.5}, true);
    node("east", {76, 43}, false);
    const auto edge = [&](const char* from, const char* to, geo::LonLat a, geo::LonLat b,
                          double km) {
        model::TransportEdge made;
        made.id = std::string(from) + "-" + to;
        made.from = from;
        made.to = to;
        made.path = {a, b};
        made.status = "open";
        made.length_km = km;
        made.speed_kmh = 60;
        made.is_estimated = false;
        transport.edges.push_back(made);
    };
    edge("west", "near", {74, 43}, {75, 43}, 60);
    edge("near", "east", {75, 43}, {76, 43}, 30);
    edge("west", "far", {74, 43}, {75, 43.5}, 90);
    edge("far", "east", {75, 43.5}, {76, 43}, 90);
    return transport;
}

TravelFacts two_posts_facts()
{
    TravelFacts made;
    made.horizon = at(2, 0);
    const Interval all{0, made.horizon};
    made.places = {{geo::LonLat{74, 43}, 0, "hall"},
                   {geo::LonLat{76, 43}, 1, "palace"},
                   {geo::LonLat{76.01, 43}, 1, "club"}};
    made.crossings = {{"near", {all}, 40, 100, false}, {"far", {all}, 5, 10, true}};
    return made;
}

const model::Transport& bundled_roads()
{
    static const model::Transport transport = [] {
        model::Transport read;
        Diagnostics diagnostics;
        io::read_transport_folder(test::source_root() / "data/transport", read, diagnostics);
        REQUIRE_FALSE(diagnostics.has_errors());
        return read;
    }();
    return transport;
}

TravelFacts bundled_facts()
{
    TravelFacts made;
    made.horizon = at(3, 0);
    for (const char* id : towns) {
        const auto& nodes = bundled_roads().nodes;
        const auto node = std::find_if(nodes.begin(), nodes.end(),
                                       [&](const auto& each) { return each.id == id; });
        REQUIRE(node != nodes.end());
        made.places.push_back({node->at, static_cast<Index>(made.places.size()), id});
    }
    const RoadRouter router(bundled_roads());
    for (const std::string& crossing : router.crossings()) {
        made.crossings.push_back({crossing, {{0, made.horizon}}, 45, 120, true});
    }
    return made;
}

Index town(const char* id)
{
    const auto found = std::find(towns.begin(), towns.end(), std::string_view(id));
    REQUIRE(found != towns.end());
    return static_cast<Index>(found - towns.begin());
}

} // namespace dostyk::test
