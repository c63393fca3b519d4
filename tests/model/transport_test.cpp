#include "model/transport.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

namespace {

model::TransportEdge edge(const char* from, const char* to, std::vector<geo::LonLat> path)
{
    model::TransportEdge made;
    made.id = std::string(from) + "-" + to;
    made.from = from;
    made.to = to;
    made.path = std::move(path);
    return made;
}

model::Transport graph(std::vector<std::string> stops)
{
    model::Transport transport;
    transport.edges = {edge("a", "b", {{1, 1}, {2, 1}}), edge("c", "b", {{3, 1}, {2.5, 1}, {2, 1}}),
                       edge("d", "e", {{8, 8}, {9, 9}})};
    transport.corridors = {{"road", {}, std::move(stops), "open"}};
    return transport;
}

} // namespace

TEST_SUITE("model/transport") {

TEST_CASE("a corridor is one line, whichever way its edges were drawn")
{
    const auto lines = model::path_of(graph({"a", "b", "c"}), "road");

    REQUIRE(lines.size() == 1);
    CHECK(lines[0] == std::vector<geo::LonLat>{{1, 1}, {2, 1}, {2.5, 1}, {3, 1}});
    CHECK(model::path_of(graph({"c", "b", "a"}), "road")[0].front() == geo::LonLat{3, 1});
}

TEST_CASE("where no edge joins two stops the line is broken")
{
    const auto lines = model::path_of(graph({"a", "b", "d", "e"}), "road");

    REQUIRE(lines.size() == 2);
    CHECK(lines[1].back() == geo::LonLat{9, 9});
}

TEST_CASE("a corridor is known by its id")
{
    const model::Transport transport = graph({"a", "b"});

    CHECK(model::find_corridor(transport, "road") != nullptr);
    CHECK(model::find_corridor(transport, "none") == nullptr);
    CHECK(model::path_of(transport, "none").empty());
    CHECK(model::find_edge(transport, "b", "c") != nullptr);
    CHECK(model::find_edge(transport, "a", "c") == nullptr);
}

} // TEST_SUITE
