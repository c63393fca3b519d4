#include "schedule/road_router.hpp"

#include "geo/geodesic.hpp"
#include "io/transport_json.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

using namespace dostyk;
using doctest::Approx;

namespace {

const model::Transport& bundled()
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

const schedule::RoadRouter& router()
{
    static const schedule::RoadRouter made(bundled());
    return made;
}

const model::TransportNode& node(std::string_view id)
{
    const auto& nodes = bundled().nodes;
    const auto found =
        std::find_if(nodes.begin(), nodes.end(), [&](const auto& each) { return each.id == id; });
    REQUIRE(found != nodes.end());
    return *found;
}

double road_km(std::string_view from, std::string_view to)
{
    const auto route = router().find_route(node(from).at, node(to).at);
    REQUIRE(route);
    return route->road_km;
}

/// Dijkstra (1959) as one writes it from memory: no heap, no library.
std::map<std::string, double> plain_dijkstra(const std::string& from)
{
    std::map<std::string, double> best{{from, 0}};
    std::set<std::string> done;
    for (;;) {
        std::string nearest;
        double cost = std::numeric_limits<double>::infinity();
        for (const auto& [id, distance] : best) {
            if (!done.contains(id) && distance < cost) {
                nearest = id;
                cost = distance;
            }
        }
        if (nearest.empty()) {
            return best;
        }
        done.insert(nearest);
        for (const model::TransportEdge& edge : bundled().edges) {
            const bool leads_on = edge.from == nearest || edge.to == nearest;
            if (edge.is_railway || edge.status != "open" || !leads_on) {
                continue;
            }
            const std::string& other = edge.from == nearest ? edge.to : edge.from;
            const auto known = best.find(other);
            if (known == best.end() || cost + edge.length_km < known->second) {
                best[other] = cost + edge.length_km;
            }
        }
    }
}

/// Nodes that a road leads to.
std::vector<std::string> road_nodes()
{
    std::set<std::string> ids;
    for (const model::TransportEdge& edge : bundled().edges) {
        if (!edge.is_railway && edge.status == "open") {
            ids.insert(edge.from);
            ids.insert(edge.to);
        }
    }
    return {ids.begin(), ids.end()};
}

} // namespace

TEST_SUITE("schedule/road_router") {

TEST_CASE("every node is as far from Almaty as a plain Dijkstra says")
{
    const auto expected = plain_dijkstra("almaty");
    REQUIRE(expected.size() > 150);
    for (const auto& [id, cost] : expected) {
        CAPTURE(id);
        const auto route = router().find_route(node("almaty").at, node(id).at);
        REQUIRE(route);
        CHECK(route->road_km == Approx(cost).epsilon(1e-6));
    }
}

TEST_CASE("any two nodes are as far apart as a plain Dijkstra says")
{
    CHECK(rc::check([] {
        static const auto ids = road_nodes();
        const std::string from = *rc::gen::elementOf(ids);
        const std::string to = *rc::gen::elementOf(ids);
        const auto expected = plain_dijkstra(from);
        const auto route = router().find_route(node(from).at, node(to).at);
        RC_ASSERT(route.has_value() == expected.contains(to));
        RC_ASSERT(!route ||
                  std::abs(route->road_km - expected.at(to)) < 1e-6 * (1 + route->road_km));
    }));
}

TEST_CASE("well-known distances come out as people know them")
{
    CHECK(road_km("almaty", "bishkek") == Approx(237).epsilon(0.05));
    CHECK(road_km("almaty", "korday") == Approx(205).epsilon(0.1));
    CHECK(road_km("bishkek", "osh") == Approx(650).epsilon(0.08));
    CHECK(road_km("almaty", "shymkent") == Approx(700).epsilon(0.08));
    CHECK(road_km("astana", "karaganda") == Approx(215).epsilon(0.1));
}

TEST_CASE("the polyline begins and ends where one asked, without a gap, and is about as long")
{
    const geo::LonLat from{76.9, 43.25}, to{74.62, 42.85};
    const auto route = router().find_route(from, to);
    REQUIRE(route);
    CHECK(route->path.front() == from);
    CHECK(route->path.back() == to);
    const double drawn_km = geo::length_km(route->path);
    // Roads are longer than their schematic course, by the factors of data/transport/README.md.
    CHECK(drawn_km <= route->road_km + route->access_km + 0.1);
    CHECK(drawn_km > 0.8 * route->road_km);
    for (std::size_t i = 1; i < route->path.size(); ++i) {
        CHECK(geo::distance_m(route->path[i - 1], route->path[i]) < 80'000);
    }
    CHECK(route->edges.size() >= 4);
    CHECK(route->minutes == Approx(route->road_km / 85 * 60).epsilon(0.15));
}

TEST_CASE("there and back is the same length")
{
    CHECK(rc::check([] {
        const auto any = [] {
            return geo::LonLat{*rc::gen::inRange(6600, 8000) / 100.0,
                               *rc::gen::inRange(4200, 5200) / 100.0};
        };
        const geo::LonLat a = any(), b = any();
        const auto there = router().find_route(a, b);
        const auto back = router().find_route(b, a);
        RC_ASSERT(there.has_value() == back.has_value());
        RC_ASSERT(!there || std::abs(there->road_km - back->road_km) < 1e-6 * (1 + back->road_km));
        RC_ASSERT(!there || there->path.size() == back->path.size());
    }));
}

TEST_CASE("two places on one road drive along it alone")
{
    const model::TransportEdge& edge = bundled().edges.front();
    REQUIRE(edge.path.size() >= 4);
    const auto route = router().find_route(edge.path[1], edge.path[2]);
    REQUIRE(route);
    CHECK(route->edges == std::vector<std::string>{edge.id});
    const double share =
        geo::distance_m(edge.path[1], edge.path[2]) / 1000 / geo::length_km(edge.path);
    CHECK(route->road_km == Approx(share * edge.length_km).epsilon(1e-3));
    CHECK(route->access_km < 0.01);
}

TEST_CASE("the way to the road is told apart from the road")
{
    const geo::LonLat steppe{75.5, 47.5};
    const auto route = router().find_route(steppe, node("balkhash").at);
    REQUIRE(route);
    CHECK(route->access_km > 20);
    const auto nowhere = router().find_route(steppe, steppe);
    REQUIRE(nowhere);
    CHECK(nowhere->road_km == 0);
}

TEST_CASE("planned roads, railways and islands lead nowhere")
{
    model::Transport transport;
    const auto edge = [&](const char* id, double lon, const char* status, bool is_railway) {
        model::TransportEdge made;
        made.id = id;
        made.from = std::string(id) + "-a";
        made.to = std::string(id) + "-b";
        made.path = {{lon, 43}, {lon + 0.5, 43}};
        made.status = status;
        made.speed_kmh = 60;
        made.is_railway = is_railway;
        transport.edges.push_back(made);
    };
    CHECK_FALSE(schedule::RoadRouter(transport).find_route({70, 43}, {71, 43}));
    edge("west", 70, "open", false);
    edge("east", 75, "open", false);
    edge("rail", 72, "open", true);
    edge("dream", 73, "planned", false);
    const schedule::RoadRouter apart(transport);
    CHECK_FALSE(apart.find_route({70, 43}, {75.5, 43}));
    // Without a stated length it is the course's own.
    const auto route = apart.find_route({70, 43}, {70.5, 43});
    REQUIRE(route);
    CHECK(route->road_km == Approx(geo::distance_m({70, 43}, {70.5, 43}) / 1000));
    // The planned road is not even driven to.
    const auto near = apart.find_route({73.2, 43}, {75.5, 43});
    REQUIRE(near);
    CHECK(near->edges == std::vector<std::string>{"east"});
}

} // TEST_SUITE
