#include "io/transport_json.hpp"

#include "core/files.hpp"
#include "io/entity_json.hpp"

#include <map>
#include <utility>

namespace dostyk::io {

namespace {

namespace fs = std::filesystem;

using NodePlaces = std::map<std::string, geo::LonLat, std::less<>>;

std::string text_or_empty(JsonReader& reader, Node object, std::string_view key)
{
    const auto member = reader.find(object, key);
    if (!member || member->is_null()) {
        return {};
    }
    return reader.string_of(*member).value_or("");
}

double number_or_zero(JsonReader& reader, Node object, std::string_view key)
{
    const auto member = reader.find(object, key);
    return member && !member->is_null() ? reader.number_of(*member).value_or(0) : 0;
}

/// A name in four languages, or one for all.
Text4 read_name(JsonReader& reader, Node object)
{
    const auto member = reader.find(object, "name");
    if (!member) {
        return {};
    }
    if (!member->is_string()) {
        return reader.text4_of(*member).value_or(Text4{});
    }
    const std::string name = reader.string_of(*member).value_or("");
    return Text4{{name, name, name, name}};
}

std::optional<geo::LonLat> read_position(JsonReader& reader, Node object)
{
    const auto lon = reader.need(object, "lon");
    const auto lat = reader.need(object, "lat");
    const auto lon_deg = lon ? reader.number_of(*lon) : std::nullopt;
    const auto lat_deg = lat ? reader.number_of(*lat) : std::nullopt;
    return lon_deg && lat_deg ? std::optional(geo::LonLat{*lon_deg, *lat_deg}) : std::nullopt;
}

void read_node(JsonReader& reader, Node object, NodePlaces& places, model::Transport& transport)
{
    if (!reader.is_object(object)) {
        return;
    }
    const auto id_node = reader.need(object, "id");
    const auto id = id_node ? reader.string_of(*id_node) : std::nullopt;
    const auto at = read_position(reader, object);
    if (!id || !at) {
        return;
    }
    places.emplace(*id, *at);
    const auto kind = reader.find(object, "kind");
    const bool is_crossing = kind && reader.string_of(*kind) == "crossing";
    transport.nodes.push_back({*id, read_name(reader, object), *at, is_crossing});
}

/// The points between the nodes: [[lon, lat], ...].
bool read_via(JsonReader& reader, Node edge, std::vector<geo::LonLat>& path)
{
    const auto via = reader.find(edge, "via");
    if (!via) {
        return true;
    }
    if (!reader.is_array(*via, "array_of_places")) {
        return false;
    }
    for (const Node point : via->elements()) {
        if (!reader.is_array(point, "[lon, lat]")) {
            return false;
        }
        if (point.size() != 2) {
            reader.report("wrong_type", point,
                          {{"expected", "[lon, lat]"}, {"shape", ""}, {"found", "array"}});
            return false;
        }
        const auto lon = reader.number_of(point.at(0));
        const auto lat = reader.number_of(point.at(1));
        if (!lon || !lat) {
            return false;
        }
        path.push_back({*lon, *lat});
    }
    return true;
}

/// Position of the node that the edge's member names.
std::optional<geo::LonLat> find_end(JsonReader& reader, Node edge, std::string_view key,
                                    const NodePlaces& places)
{
    const auto member = reader.need(edge, key);
    const auto id = member ? reader.string_of(*member) : std::nullopt;
    if (!id) {
        return std::nullopt;
    }
    const auto place = places.find(*id);
    if (place == places.end()) {
        reader.report("unknown_node", *member, {{"node", *id}});
        return std::nullopt;
    }
    return place->second;
}

void read_edge(JsonReader& reader, Node object, bool is_railway, const NodePlaces& places,
               model::Transport& transport)
{
    if (!reader.is_object(object)) {
        return;
    }
    const auto from = find_end(reader, object, "from", places);
    const auto to = find_end(reader, object, "to", places);
    if (!from || !to) {
        return;
    }
    model::TransportEdge edge;
    edge.path.push_back(*from);
    if (!read_via(reader, object, edge.path)) {
        return;
    }
    edge.path.push_back(*to);
    edge.id = text_or_empty(reader, object, "id");
    edge.from = text_or_empty(reader, object, "from");
    edge.to = text_or_empty(reader, object, "to");
    edge.ref = text_or_empty(reader, object, "ref");
    edge.road_class = text_or_empty(reader, object, "class");
    edge.corridor = text_or_empty(reader, object, "corridor");
    edge.status = text_or_empty(reader, object, "status");
    edge.status = edge.status.empty() ? "open" : edge.status;
    edge.length_km = number_or_zero(reader, object, "length_km");
    edge.speed_kmh = number_or_zero(reader, object, "speed_kmh");
    const auto estimated = reader.find(object, "estimated");
    edge.is_estimated = !estimated || reader.flag_of(*estimated).value_or(true);
    edge.is_railway = is_railway;
    transport.edges.push_back(std::move(edge));
}

void read_corridor(JsonReader& reader, Node object, const NodePlaces& places,
                   model::Transport& transport)
{
    if (!reader.is_object(object)) {
        return;
    }
    const auto id = reader.need(object, "id");
    const auto stops = reader.need(object, "stops");
    if (!id || !stops) {
        return;
    }
    const auto stop_ids = reader.strings_of(*stops);
    if (!stop_ids) {
        return;
    }
    for (std::size_t i = 0; i < stop_ids->size(); ++i) {
        if (!places.contains((*stop_ids)[i])) {
            reader.report("unknown_node", stops->at(i), {{"node", (*stop_ids)[i]}});
            return;
        }
    }
    transport.corridors.push_back({reader.string_of(*id).value_or(""), read_name(reader, object),
                                   *stop_ids, text_or_empty(reader, object, "status")});
}

} // namespace

void read_transport(JsonReader& reader, bool is_railway, model::Transport& transport)
{
    const Node root = reader.root();
    if (!reader.is_object(root) || !has_format(reader, root, transport_format)) {
        return;
    }
    const auto nodes = reader.need(root, "nodes");
    const auto edges = reader.need(root, "edges");
    if (!nodes || !edges || !reader.is_array(*nodes) || !reader.is_array(*edges)) {
        return;
    }
    NodePlaces places;
    for (const Node each : nodes->elements()) {
        read_node(reader, each, places, transport);
    }
    for (const Node each : edges->elements()) {
        read_edge(reader, each, is_railway, places, transport);
    }
    const auto corridors = reader.find(root, "corridors");
    if (corridors && reader.is_array(*corridors)) {
        for (const Node each : corridors->elements()) {
            read_corridor(reader, each, places, transport);
        }
    }
}

void read_transport_folder(const fs::path& folder, model::Transport& transport,
                           Diagnostics& diagnostics)
{
    for (const bool is_railway : {false, true}) {
        const fs::path path = folder / (is_railway ? "railways.json" : "roads.json");
        const auto text = read_file(path);
        if (!text) {
            continue; // A project needs no roads; what refers to a missing corridor is told.
        }
        if (const auto document = json::parse(*text, path.string(), diagnostics)) {
            JsonReader reader(*document, path.string(), diagnostics);
            read_transport(reader, is_railway, transport);
        }
    }
}

} // namespace dostyk::io
