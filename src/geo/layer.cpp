#include "geo/layer.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace dostyk::geo {

namespace {

const Value* find_value(const Layer& layer, const Feature& feature, std::string_view field)
{
    const int index = layer.find_field(field);
    if (index < 0 || static_cast<std::size_t>(index) >= feature.attributes.size()) {
        return nullptr;
    }
    return &feature.attributes[static_cast<std::size_t>(index)];
}

} // namespace

int Layer::find_field(std::string_view field) const noexcept
{
    const auto found = std::find(fields.begin(), fields.end(), field);
    return found == fields.end() ? -1 : static_cast<int>(found - fields.begin());
}

std::string text_at(const Layer& layer, const Feature& feature, std::string_view field)
{
    const Value* value = find_value(layer, feature, field);
    if (value == nullptr) {
        return {};
    }
    if (const auto* text = std::get_if<std::string>(value)) {
        return *text;
    }
    if (const auto* whole = std::get_if<std::int64_t>(value)) {
        return std::to_string(*whole);
    }
    if (const auto* real = std::get_if<double>(value)) {
        std::array<char, 32> digits{}; // the shortest that comes back as the same number
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), *real).ptr;
        return {digits.data(), end};
    }
    return {};
}

double number_at(const Layer& layer, const Feature& feature, std::string_view field,
                 double otherwise)
{
    const Value* value = find_value(layer, feature, field);
    if (value == nullptr) {
        return otherwise;
    }
    if (const auto* whole = std::get_if<std::int64_t>(value)) {
        return static_cast<double>(*whole);
    }
    const auto* number = std::get_if<double>(value);
    return number != nullptr ? *number : otherwise;
}

LonLatBounds bounds_of(const Geometry& geometry)
{
    LonLatBounds bounds;
    const auto add_line = [&](const LineString& line) {
        for (const LonLat point : line) {
            bounds.add(point);
        }
    };
    if (const auto* point = std::get_if<LonLat>(&geometry)) {
        bounds.add(*point);
    } else if (const auto* lines = std::get_if<MultiLineString>(&geometry)) {
        std::for_each(lines->begin(), lines->end(), add_line);
    } else if (const auto* polygons = std::get_if<MultiPolygon>(&geometry)) {
        for (const Polygon& polygon : *polygons) {
            add_line(polygon.outer); // holes lie inside
        }
    }
    return bounds;
}

const Layer* MapData::find_layer(std::string_view name) const noexcept
{
    const auto found = std::find_if(layers.begin(), layers.end(),
                                    [&](const Layer& layer) { return layer.name == name; });
    return found == layers.end() ? nullptr : &*found;
}

} // namespace dostyk::geo
