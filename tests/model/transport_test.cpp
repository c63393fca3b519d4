#include "model/transport.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

namespace {

model::TransportEdge edge(const char* from, const char* to, std::vector<geo::LonLat> path,
                          const char* corridor = "road")
{
    model::TransportEdge made;
    made.id = std::string(from) + "-" + to;
    made.from = from;
    made.to = to;
    made.path = std::move(path);
    made.corridor = corridor;
    return made;
}

} // namespace

TEST_SUITE("model/transport") {

TEST_CASE("edges of a corridor are joined whichever way they were drawn")
{
    model::Transport transport;
    transport.edges = {edge("a", "b", {{1, 1}, {2, 1}}), edge("c", "b", {{3, 1}, {2.5, 1}, {2, 1}}),
                       edge("x", "y", {{9, 9}, {8, 8}}, "other")};

    const auto lines = model::path_of(transport, "road");

    REQUIRE(lines.size() == 1);
    CHECK(lines[0] == std::vector<geo::LonLat>{{1, 1}, {2, 1}, {2.5, 1}, {3, 1}});
}

TEST_CASE("pieces that do not meet stay apart")
{
    model::Transport transport;
    transport.edges = {edge("a", "b", {{1, 1}, {2, 1}}), edge("c", "d", {{5, 1}, {6, 1}})};

    CHECK(model::path_of(transport, "road").size() == 2);
    CHECK(model::path_of(transport, "none").empty());
    CHECK(model::path_of(transport, "").empty());
}

TEST_CASE("a corridor is called after its ends")
{
    model::Transport transport;
    transport.nodes = {{"a", {{"А-қ", "А-к", "А-р", "A"}}, {1, 1}},
                       {"c", {{"Ц-қ", "Ц-к", "Ц-р", "C"}}, {3, 1}}};
    transport.edges = {edge("a", "b", {{1, 1}, {2, 1}}), edge("b", "c", {{2, 1}, {3, 1}})};

    CHECK(model::corridor_name(transport, "road", Language::en) == "A – C");
    CHECK(model::corridor_name(transport, "road", Language::kk) == "А-қ – Ц-қ");
    CHECK(model::corridor_name(transport, "none", Language::en).empty());
    CHECK(model::has_corridor(transport, "road"));
    CHECK_FALSE(model::has_corridor(transport, "none"));
}

} // TEST_SUITE
