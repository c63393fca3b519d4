#include "io/export_text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace dostyk::io {

namespace {

using Json = nlohmann::json;

template <class... Visitors>
struct Overloaded : Visitors... {
    using Visitors::operator()...;
};
template <typename... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>; // clang 14 does not deduce it of an aggregate.

Json position(geo::LonLat at)
{
    return {at.lon, at.lat};
}

Json positions(const std::vector<geo::LonLat>& line)
{
    Json made = Json::array();
    for (const geo::LonLat at : line) {
        made.push_back(position(at));
    }
    return made;
}

/// Twice the area, positive when counter-clockwise. [deg²]
double signed_area(const geo::Ring& ring)
{
    double sum = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        sum += ring[i].lon * ring[i + 1].lat - ring[i + 1].lon * ring[i].lat;
    }
    return sum;
}

/// RFC 7946, 3.1.6: outer rings counter-clockwise, holes clockwise.
Json turned(geo::Ring ring, bool is_outer)
{
    if ((signed_area(ring) > 0) != is_outer) {
        std::reverse(ring.begin(), ring.end());
    }
    return positions(ring);
}

Json rings(const geo::Polygon& polygon)
{
    Json made = Json::array({turned(polygon.outer, true)});
    for (const geo::Ring& hole : polygon.holes) {
        made.push_back(turned(hole, false));
    }
    return made;
}

Json of_lines(const geo::MultiLineString& lines)
{
    if (lines.size() == 1) {
        return {{"type", "LineString"}, {"coordinates", positions(lines.front())}};
    }
    Json parts = Json::array();
    for (const geo::LineString& line : lines) {
        parts.push_back(positions(line));
    }
    return {{"type", "MultiLineString"}, {"coordinates", std::move(parts)}};
}

Json of_polygons(const geo::MultiPolygon& polygons)
{
    if (polygons.size() == 1) {
        return {{"type", "Polygon"}, {"coordinates", rings(polygons.front())}};
    }
    Json parts = Json::array();
    for (const geo::Polygon& polygon : polygons) {
        parts.push_back(rings(polygon));
    }
    return {{"type", "MultiPolygon"}, {"coordinates", std::move(parts)}};
}

Json geometry_of(const geo::Geometry& geometry)
{
    return std::visit(Overloaded{
                          [](std::monostate) { return Json(nullptr); },
                          [](geo::LonLat at) {
                              return Json{{"type", "Point"}, {"coordinates", position(at)}};
                          },
                          [](const geo::MultiLineString& lines) { return of_lines(lines); },
                          [](const geo::MultiPolygon& areas) { return of_polygons(areas); },
                      },
                      geometry);
}

Json value_of(const geo::Value& value)
{
    return std::visit(Overloaded{
                          [](std::monostate) { return Json(nullptr); },
                          [](std::int64_t number) { return Json(number); },
                          [](double number) { return Json(number); },
                          [](const std::string& text) { return Json(text); },
                      },
                      value);
}

} // namespace

std::string to_geojson(std::span<const geo::Layer> layers)
{
    // One feature a line: small to load, and a diff shows which one changed.
    std::string out = "{\"type\": \"FeatureCollection\", \"features\": [";
    const char* separator = "\n";
    for (const geo::Layer& layer : layers) {
        for (const geo::Feature& feature : layer.features) {
            Json properties = Json::object();
            for (std::size_t i = 0; i < layer.fields.size(); ++i) {
                if (!std::holds_alternative<std::monostate>(feature.attributes[i])) {
                    properties[layer.fields[i]] = value_of(feature.attributes[i]);
                }
            }
            const std::string id = geo::text_at(layer, feature, "id");
            const Json made{{"type", "Feature"},
                            {"id", layer.name + "/" + id},
                            {"geometry", geometry_of(feature.geometry)},
                            {"properties", std::move(properties)}};
            out += separator;
            out += made.dump();
            separator = ",\n";
        }
    }
    return out + "\n]}\n";
}

} // namespace dostyk::io
