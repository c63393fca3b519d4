/// \file
/// Values of claims; data/README.md gives each type's JSON.

#pragma once

#include "core/text4.hpp"
#include "geo/coordinates.hpp"

#include <string>
#include <variant>
#include <vector>

namespace dostyk::model {

struct Amount {
    double number = 0;
    std::string unit;      ///< A unit of data/README.md, "USD" say.
    std::string qualifier; ///< about, over, under, up_to; empty = as it stands

    friend bool operator==(const Amount&, const Amount&) = default;
};

/// A date as exact as its source: "2024", "2024-04", "2024-04-19" or a period "A/B".
struct DateText {
    std::string iso;

    friend bool operator==(const DateText&, const DateText&) = default;
};

/// A word of its field's list; shown through the message "word.<field>.<word>".
struct Word {
    std::string word;

    friend bool operator==(const Word&, const Word&) = default;
};

/// Entities, countries ("KZ") or units ("KZ-31"), by id.
struct Refs {
    std::vector<std::string> ids;

    friend bool operator==(const Refs&, const Refs&) = default;
};

enum class PlaceType { point, area, border, corridor, link, line, polygon };
enum class Precision { exact, settlement, approximate };

/// Where something is, as exactly as a source says it.
struct Place {
    PlaceType type = PlaceType::area;
    geo::LonLat at;                         ///< point only
    Precision precision = Precision::exact; ///< point, line, polygon
    std::vector<std::string> units;         ///< area, border, link: ISO codes
    std::string corridor;                   ///< corridor only
    /// line: from its one end to the other; polygon: its corners, the first not repeated.
    std::vector<geo::LonLat> vertices;

    friend bool operator==(const Place&, const Place&) = default;
};

/// True for what is drawn with vertices of its own.
[[nodiscard]] constexpr bool is_shape(PlaceType type) noexcept
{
    return type == PlaceType::line || type == PlaceType::polygon;
}

/// True for a place with a position: a point or a shape.
[[nodiscard]] constexpr bool is_located(PlaceType type) noexcept
{
    return type == PlaceType::point || is_shape(type);
}

/// Fewest vertices of a line or a polygon.
[[nodiscard]] constexpr std::size_t min_vertices(PlaceType type) noexcept
{
    return type == PlaceType::polygon ? 3 : 2;
}

/// monostate = the source says that it is not known.
using Value = std::variant<std::monostate, bool, double, std::string, std::vector<std::string>,
                           Text4, std::vector<Text4>, Word, DateText, Amount, Refs, Place>;

} // namespace dostyk::model
