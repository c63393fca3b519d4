#include "scene/style.hpp"

#include "core/files.hpp"
#include "scene/style_reader.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

namespace dostyk::scene {

namespace {

constexpr std::array<std::pair<std::string_view, SymbolShape>, 8> shape_names{{
    {"circle", SymbolShape::circle},
    {"square", SymbolShape::square},
    {"diamond", SymbolShape::diamond},
    {"triangle", SymbolShape::triangle},
    {"hexagon", SymbolShape::hexagon},
    {"pentagon", SymbolShape::pentagon},
    {"shield", SymbolShape::shield},
    {"none", SymbolShape::none},
}};

constexpr std::array<std::pair<std::string_view, text::Face>, 4> face_names{{
    {"regular", text::Face::regular},
    {"medium", text::Face::medium},
    {"semibold", text::Face::semibold},
    {"italic", text::Face::italic},
}};

// What a style must define, so that no draw has to think about a gap.
constexpr auto required_lines = std::to_array<std::string_view>(
    {"border", "border.common", "border.neighbour", "region_border", "coast", "lake", "river",
     "road.international", "road.main", "road.local", "road.planned", "railway", "railway.planned",
     "corridor", "corridor.planned", "graticule"});
constexpr auto required_labels = std::to_array<std::string_view>(
    {"country", "neighbour", "region", "place.0", "place.1", "place.2", "place.3", "place.4",
     "place.neighbour", "lake", "river", "range", "peak", "airport", "road", "entity", "note",
     "amount"});
constexpr auto required_colors = std::to_array<std::string_view>(
    {"hatch", "band", "arc.trade", "arc.award", "arc.commitment", "link", "move", "route",
     "selection", "hover", "place", "place_outline", "airport", "peak", "cluster", "cluster_text",
     "legend", "legend_border", "legend_text"});

void read_ground(StyleReader& reader, const StyleNode& root, Style& style)
{
    const StyleNode ground =
        reader.object(root, "ground", {"background", "water", "neighbour_land", "country_land"});
    style.background = reader.color(ground, "background");
    style.water = reader.color(ground, "water");
    style.neighbour_land = reader.color(ground, "neighbour_land");
    const StyleNode land = reader.object(ground, "country_land", {"KZ", "KG"});
    style.country_land["KZ"] = reader.color(land, "KZ");
    style.country_land["KG"] = reader.color(land, "KG");

    const StyleNode relief =
        reader.object(root, "relief", {"low", "high", "light", "shadow", "opacity"});
    style.relief_low = reader.color(relief, "low");
    style.relief_high = reader.color(relief, "high");
    style.relief_light = reader.color(relief, "light");
    style.relief_shadow = reader.color(relief, "shadow");
    style.relief_opacity = reader.number(relief, "opacity", 1);
}

LineStyle read_line(StyleReader& reader, const StyleNode& node)
{
    reader.allow(node, {"color", "width", "casing", "casing_width", "dash", "gap"});
    LineStyle line;
    line.color = reader.color(node, "color");
    line.width_px = reader.number(node, "width", 1);
    line.casing_px = reader.number(node, "casing_width", 0);
    if (line.casing_px > 0) {
        line.casing = reader.color(node, "casing");
    }
    line.dash_px = reader.number(node, "dash", 0);
    line.gap_px = reader.number(node, "gap", 0);
    return line;
}

LabelStyle read_label(StyleReader& reader, const StyleNode& node)
{
    reader.allow(node, {"face", "size", "color", "halo", "halo_width"});
    LabelStyle label;
    label.face = reader.word(node, "face", face_names);
    label.size_px = reader.number(node, "size", 14);
    label.color = reader.color(node, "color");
    label.halo = reader.color(node, "halo");
    label.halo_px = reader.number(node, "halo_width", 1.2F);
    return label;
}

SymbolStyle read_symbol(StyleReader& reader, const StyleNode& node)
{
    reader.allow(node, {"shape", "icon", "fill", "outline", "glyph"});
    SymbolStyle symbol;
    symbol.shape = reader.word(node, "shape", shape_names);
    symbol.icon = reader.text(node, "icon");
    symbol.fill = reader.color(node, "fill");
    symbol.outline = reader.color(node, "outline");
    symbol.glyph = reader.color(node, "glyph");
    return symbol;
}

PanelColors read_panel(StyleReader& reader, const StyleNode& root)
{
    const StyleNode node = reader.object(root, "panel",
                                         {"background", "raised", "border", "text", "text_dim",
                                          "accent", "accent_text", "warning", "error", "good"});
    return {.background = reader.color(node, "background"),
            .raised = reader.color(node, "raised"),
            .border = reader.color(node, "border"),
            .text = reader.color(node, "text"),
            .text_dim = reader.color(node, "text_dim"),
            .accent = reader.color(node, "accent"),
            .accent_text = reader.color(node, "accent_text"),
            .warning = reader.color(node, "warning"),
            .error = reader.color(node, "error"),
            .good = reader.color(node, "good")};
}

/// \param is_open  Keys beyond the required ones are allowed: kinds are the project's.
template <typename Row, typename Read, typename Names>
void read_table(StyleReader& reader, const StyleNode& root, std::string_view table,
                std::map<std::string, Row, std::less<>>& rows, const Names& required, bool is_open,
                Read read)
{
    const StyleNode node = reader.object(root, table);
    for (const std::string& key : reader.keys(node)) {
        const bool is_known = std::find(required.begin(), required.end(), key) != required.end();
        if (!is_known && !is_open) {
            reader.fail(reader.child(node, key), "unknown_key", key);
            return;
        }
        rows[key] = read(reader, node, key);
    }
    for (const std::string_view key : required) {
        if (rows.find(key) == rows.end()) {
            reader.fail(node, "missing_key", key);
            return;
        }
    }
}

Style read_style(StyleReader& reader, const StyleNode& root)
{
    Style style;
    reader.allow(root, {"format", "version", "name", "ground", "relief", "lines", "labels",
                        "symbols", "colors", "panel"});
    if (reader.text(root, "format") != "dostyk-style") {
        reader.fail(root, "format");
    }
    style.name = reader.text(root, "name");
    read_ground(reader, root, style);
    const auto nested = [](auto read) {
        return [read](StyleReader& inner, const StyleNode& parent, const std::string& key) {
            return read(inner, inner.child(parent, key));
        };
    };
    constexpr std::array<std::string_view, 0> none{};
    read_table(reader, root, "lines", style.lines, required_lines, false, nested(read_line));
    read_table(reader, root, "labels", style.labels, required_labels, false, nested(read_label));
    read_table(reader, root, "symbols", style.symbols, none, true, nested(read_symbol));
    read_table(reader, root, "colors", style.colors, required_colors, false,
               [](StyleReader& inner, const StyleNode& parent, const std::string& key) {
                   return inner.color(parent, key);
               });
    style.panel = read_panel(reader, root);
    return style;
}

} // namespace

Result<Style> load_style(const std::filesystem::path& styles_dir, std::string_view name)
{
    const std::filesystem::path file = styles_dir / (std::string(name) + ".json");
    const auto content = read_file(file);
    if (!content) {
        return content.error();
    }
    auto reader = StyleReader::parse(*content, file.string());
    if (!reader) {
        return reader.error();
    }
    Style style = read_style(*reader, reader->root());
    if (reader->error()) {
        return *reader->error();
    }
    return style;
}

std::vector<std::string> style_names()
{
    return {"hall", "day", "print"};
}

const LineStyle& line_of(const Style& style, std::string_view id)
{
    const auto found = style.lines.find(id);
    assert(found != style.lines.end() && "load_style() requires every line");
    return found->second;
}

const LabelStyle& label_of(const Style& style, std::string_view id)
{
    const auto found = style.labels.find(id);
    assert(found != style.labels.end() && "load_style() requires every label");
    return found->second;
}

Color color_of(const Style& style, std::string_view id)
{
    const auto found = style.colors.find(id);
    assert(found != style.colors.end() && "load_style() requires every colour");
    return found->second;
}

SymbolStyle symbol_of(const Style& style, std::string_view kind)
{
    const auto found = style.symbols.find(kind);
    if (found != style.symbols.end()) {
        return found->second;
    }
    // A kind that a later version adds is still shown: plain, in the colours of the panels.
    return {SymbolShape::circle, {}, style.panel.accent, style.panel.text, style.panel.accent_text};
}

Color ground_of(const Style& style)
{
    const auto land = style.country_land.find("KZ");
    return land != style.country_land.end() ? land->second : style.background;
}

bool is_dark_ground(const Style& style) noexcept
{
    constexpr double middle = 0.18;
    return luminance(ground_of(style)) < middle;
}

SymbolStyle hollow(SymbolStyle symbol)
{
    std::swap(symbol.fill, symbol.outline);
    if (contrast_ratio(symbol.outline, symbol.fill) > contrast_ratio(symbol.glyph, symbol.fill)) {
        symbol.glyph = symbol.outline;
    }
    return symbol;
}

} // namespace dostyk::scene
