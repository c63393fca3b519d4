#include "io/transport_json.hpp"

#include "io/reading.hpp"
#include "support/golden.hpp"

using namespace dostyk;

namespace {

const std::string nodes = R"([{"id": "a", "lon": 75, "lat": 43, "name": {"kk": "А", "ky": "А",
    "ru": "А", "en": "A"}}, {"id": "b", "lon": 76, "lat": 43.5}])";

std::string graph(const std::string& edges)
{
    return R"({"format": "dostyk-transport", "version": 1, "nodes": )" + nodes + R"(, "edges": [)" +
           edges + "]}";
}

} // namespace

TEST_SUITE("io/transport_json") {

TEST_CASE("an edge runs from its first node through its points to its last")
{
    test::Reading reading(graph(R"({"id": "a-b", "from": "a", "to": "b", "via": [[75.5, 43.1]],
        "ref": "A-2", "class": "international", "corridor": "y", "surface": "asphalt",
        "length_km": 98.5, "speed_kmh": 80, "estimated": false, "status": "planned"})"));
    model::Transport transport;

    io::read_transport(reading.reader, true, transport);

    CHECK(reading.told().empty());
    REQUIRE(transport.edges.size() == 1);
    const model::TransportEdge& edge = transport.edges.front();
    CHECK(edge.path == std::vector<geo::LonLat>{{75, 43}, {75.5, 43.1}, {76, 43.5}});
    CHECK(edge.ref == "A-2");
    CHECK(edge.corridor == "y");
    CHECK(edge.status == "planned");
    CHECK(edge.length_km == 98.5);
    CHECK(edge.is_railway);
    CHECK_FALSE(edge.is_estimated);
    CHECK(transport.nodes.front().name[Language::en] == "A");
}

TEST_CASE("an edge says little and still is one: open, estimated")
{
    test::Reading reading(graph(R"({"id": "a-b", "from": "a", "to": "b"})"));
    model::Transport transport;

    io::read_transport(reading.reader, false, transport);

    REQUIRE(transport.edges.size() == 1);
    CHECK(transport.edges[0].status == "open");
    CHECK(transport.edges[0].is_estimated);
}

TEST_CASE("a bad edge is told and left out, the rest is read")
{
    test::Reading reading(graph(R"({"id": "1", "from": "a", "to": "nowhere"},
        {"id": "2", "from": "a", "to": "b", "via": [[1]]}, {"id": "3", "from": "a", "to": "b"}, 4)"));
    model::Transport transport;

    io::read_transport(reading.reader, false, transport);

    CHECK(reading.told() == "project.unknown_node /edges/0/to\nproject.wrong_type /edges/1/via/0\n"
                            "project.wrong_type /edges/3\n");
    REQUIRE(transport.edges.size() == 1);
    CHECK(transport.edges[0].id == "3");
}

TEST_CASE("the bundled graph is sound")
{
    Diagnostics diagnostics;
    model::Transport transport;
    io::read_transport_folder(test::source_root() / "data" / "transport", transport, diagnostics);

    CHECK(diagnostics.findings.empty());
    CHECK(transport.corridors.size() > 20);
    for (const model::TransportCorridor& corridor : transport.corridors) {
        CAPTURE(corridor.id);
        CHECK(model::path_of(transport, corridor.id).size() == 1);
        CHECK_FALSE(corridor.name.is_empty());
    }
}

TEST_CASE("a corridor whose stop is in no list is told and left out")
{
    std::string text = graph("");
    text.replace(text.size() - 1, 1, R"(, "corridors": [{"id": "c", "stops": ["a", "z"]}]})");
    test::Reading reading(text);
    model::Transport transport;

    io::read_transport(reading.reader, false, transport);

    CHECK(reading.told() == "project.unknown_node /corridors/0/stops/1\n");
    CHECK(transport.corridors.empty());
}

} // TEST_SUITE
