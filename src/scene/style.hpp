/// \file
/// Styles of the map: assets/styles/<name>.json.

#pragma once

#include "core/result.hpp"
#include "scene/color.hpp"
#include "scene/frame.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::scene {

struct LineStyle {
    Color color;
    float width_px = 1; ///< at zoom 5; grows gently with zoom, see width_at()
    Color casing;
    float casing_px = 0; ///< added on each side; 0 = none
    float dash_px = 0;
    float gap_px = 0;
};

struct LabelStyle {
    text::Face face = text::Face::regular;
    float size_px = 14;
    Color color;
    Color halo;
    float halo_px = 1.2F;
};

/// How one kind of entity is drawn.
struct SymbolStyle {
    SymbolShape shape = SymbolShape::circle;
    std::string icon;
    Color fill;
    Color outline;
    Color glyph;
};

/// Panels take their colours from here too, so that map and panels are one picture.
struct PanelColors {
    Color background, raised, border, text, text_dim, accent, accent_text, warning, error, good;
};

struct Style {
    std::string name; ///< hall, day, print
    Color background; ///< beyond the data's edge
    Color water;      ///< seas and lakes
    Color neighbour_land;
    std::map<std::string, Color, std::less<>> country_land; ///< by ISO code
    Color relief_low, relief_high, relief_light, relief_shadow;
    float relief_opacity = 1;
    std::map<std::string, LineStyle, std::less<>>
        lines; ///< "river", "border", "region_border", "road.international", "railway", ...
    std::map<std::string, LabelStyle, std::less<>>
        labels; ///< "country", "region", "place.0" ... "lake", "river", "range", "entity"
    std::map<std::string, SymbolStyle, std::less<>> symbols; ///< by kind
    std::map<std::string, Color, std::less<>>
        colors; ///< by use: "hatch", "band", "arc.trade", "selection", ...
    PanelColors panel;
};

/// Read a style. Unknown keys, bad colours and missing entries are errors with their place.
[[nodiscard]] Result<Style> load_style(const std::filesystem::path& styles_dir,
                                       std::string_view name);

/// Rows that load_style() guarantees. A kind without a symbol gets a plain one.
[[nodiscard]] const LineStyle& line_of(const Style& style, std::string_view id);
[[nodiscard]] const LabelStyle& label_of(const Style& style, std::string_view id);
[[nodiscard]] Color color_of(const Style& style, std::string_view id);
[[nodiscard]] SymbolStyle symbol_of(const Style& style, std::string_view kind);

/// What layers of the project's own lie on, and whether it is dark.
[[nodiscard]] Color ground_of(const Style& style);
[[nodiscard]] bool is_dark_ground(const Style& style) noexcept;

/// The same symbol for a position that is not certain: body and rim change places, and the sign has
/// the colour that reads best on the new body.
[[nodiscard]] SymbolStyle hollow(SymbolStyle symbol);

/// The names that there are: hall, day, print.
[[nodiscard]] std::vector<std::string> style_names();

} // namespace dostyk::scene
