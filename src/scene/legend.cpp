#include "scene/legend.hpp"

#include "core/format.hpp"
#include "core/message.hpp"
#include "model/schema.hpp"
#include "scene/entity_view.hpp"
#include "scene/layer_content.hpp"
#include "scene/text_layout.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace dostyk::scene {

namespace {

constexpr float row_px = 26;
constexpr float sign_px = 34;
constexpr float margin_px = 16;
constexpr float padding_px = 12;

LineStyle plain_line(Color color, float width_px, float dash_px = 0, float gap_px = 0)
{
    LineStyle style;
    style.color = color;
    style.width_px = width_px;
    style.dash_px = dash_px;
    style.gap_px = gap_px;
    return style;
}

/// Entities of all marks that `is_wanted` accepts; one that has two marks counts once.
template <typename Mark, typename IsWanted>
std::size_t count_entities(const std::vector<Mark>& marks, IsWanted is_wanted)
{
    std::set<const model::Entity*> counted;
    for (const Mark& mark : marks) {
        if (is_wanted(mark)) {
            counted.insert(mark.entities.begin(), mark.entities.end());
        }
    }
    return counted.size();
}

void add_symbol_rows(std::vector<LegendRow>& rows, const EntityView& entities, const Style& style)
{
    std::map<std::string_view, std::size_t> shown;
    for (const PointMark& mark : entities.points) {
        ++shown[mark.entity->kind];
    }
    for (const model::KindRule& kind : model::kinds()) {
        if (const auto found = shown.find(kind.name); found != shown.end()) {
            rows.push_back({symbol_of(style, kind.name), false, false,
                            "kind." + std::string(kind.name) + ".plural", LegendGroup::objects,
                            found->second});
        }
    }
    // Not counted: its items stand in the rows of their kinds.
    const auto unsure = std::find_if(entities.points.begin(), entities.points.end(),
                                     [](const PointMark& mark) { return mark.is_hollow; });
    if (unsure != entities.points.end()) {
        rows.push_back({hollow(symbol_of(style, unsure->entity->kind)), true, false,
                        "legend.approximate", LegendGroup::objects});
    }
}

void add_area_rows(std::vector<LegendRow>& rows, const EntityView& entities, const ViewState& view,
                   const Style& style)
{
    const auto any = [](const auto&) { return true; };
    if (view.layers.is_shown("areas") && !entities.areas.empty()) {
        rows.push_back({LegendArea{color_of(style, "hatch"), true}, false, false, "legend.area",
                        LegendGroup::places, count_entities(entities.areas, any)});
    }
    if (view.layers.is_shown("bands") && !entities.bands.empty()) {
        rows.push_back({plain_line(color_of(style, "band"), 6.5F, 11, 6), false, false,
                        "legend.band", LegendGroup::places, count_entities(entities.bands, any)});
    }
}

void add_flow_rows(std::vector<LegendRow>& rows, const EntityView& entities, const Style& style)
{
    struct Row {
        FlowSort sort;
        const char* color;
        const char* key;
    };
    for (const Row& row : {Row{FlowSort::trade, "arc.trade", "legend.arc.trade"},
                           Row{FlowSort::award, "arc.award", "legend.arc.award"},
                           Row{FlowSort::commitment, "arc.commitment", "legend.arc.commitment"},
                           Row{FlowSort::link, "link", "legend.link"}}) {
        const auto count = count_entities(
            entities.flows, [&](const FlowMark& flow) { return flow.sort == row.sort; });
        const bool is_link = row.sort == FlowSort::link;
        if (count > 0) {
            rows.push_back({plain_line(color_of(style, row.color), 2.4F, is_link ? 3.0F : 0.0F,
                                       is_link ? 4.0F : 0.0F),
                            false, !is_link, row.key, LegendGroup::places, count});
        }
    }
}

void add_corridor_rows(std::vector<LegendRow>& rows, const EntityView& entities, const Style& style)
{
    for (const bool is_planned : {false, true}) {
        const auto count = count_entities(entities.corridors, [&](const CorridorMark& corridor) {
            return corridor.is_planned == is_planned;
        });
        if (count > 0) {
            rows.push_back({line_of(style, is_planned ? "corridor.planned" : "corridor"), false,
                            false, is_planned ? "legend.corridor_planned" : "legend.corridor",
                            LegendGroup::places, count});
        }
    }
}

void add_base_rows(std::vector<LegendRow>& rows, const ViewState& view, const Style& style)
{
    struct Row {
        const char* layer;
        const char* line;
        const char* key;
    };
    for (const Row& row : {Row{"borders", "border", "legend.border"},
                           Row{"regions", "region_border", "legend.region_border"},
                           Row{"roads", "road.international", "legend.road"},
                           Row{"railways", "railway", "legend.railway"}}) {
        if (view.layers.is_shown(row.layer)) {
            rows.push_back({line_of(style, row.line), false, false, row.key});
        }
    }
    if (view.layers.is_shown("airports")) {
        SymbolStyle airport;
        airport.shape = SymbolShape::diamond;
        airport.fill = color_of(style, "airport");
        airport.outline = color_of(style, "place_outline");
        rows.push_back({airport, false, false, "legend.airport"});
    }
}

std::string text_of(const LegendRow& row, Language language)
{
    return row.key.empty() ? row.text : std::string(tr(language, row.key));
}

DrawLabel make_text(const std::string& text, geo::ScreenPoint left_middle, const ViewState& view,
                    const Style& style, text::FontSet& fonts)
{
    LabelRequest request;
    request.layer = "legend";
    LabelStyle look;
    look.size_px = 14 * view.scale;
    look.color = color_of(style, "legend_text");
    look.halo_px = 0;
    look.halo = color_of(style, "legend");
    request.lines.push_back({text, look});
    const TextSize size = size_of(request.lines, fonts);
    std::vector<DrawLabel> labels;
    append_straight(request, {left_middle.x, left_middle.y - size.height * 0.5F}, size, Align::left,
                    fonts, labels);
    return std::move(labels.front());
}

/// A plate is a line as wide as the plate is high.
void add_plate(Frame& frame, const ScreenBox& box, Color fill, Color border, float scale)
{
    const float middle = (box.min.y + box.max.y) / 2;
    const auto add = [&](Color color, float grow) {
        DrawPath path;
        path.layer = "legend";
        path.points = {{box.min.x - grow, middle}, {box.max.x + grow, middle}};
        path.color = color;
        path.width_px = box.max.y - box.min.y + 2 * grow;
        frame.items.emplace_back(std::move(path));
    };
    add(border, scale);
    fill.a = 255;
    add(fill, 0);
}

void add_sign(Frame& frame, const LegendRow& row, geo::ScreenPoint middle, float scale)
{
    const float half = sign_px / 2 * scale;
    if (const auto* symbol = std::get_if<SymbolStyle>(&row.sign)) {
        DrawSymbol draw;
        draw.layer = "legend";
        draw.at = middle;
        draw.shape = symbol->shape;
        draw.icon = symbol->icon;
        draw.size_px = 20 * scale;
        draw.fill = symbol->fill;
        draw.outline = symbol->outline;
        draw.glyph_color = symbol->glyph;
        draw.is_hollow = row.is_hollow;
        frame.symbols.push_back(std::move(draw));
        return;
    }
    const auto add = [&](Color color, float width_px, float dash_px, float gap_px,
                         std::vector<geo::ScreenPoint> points) {
        DrawPath path;
        path.layer = "legend";
        path.points = std::move(points);
        path.color = color;
        path.width_px = width_px * scale;
        path.dash_px = dash_px * scale;
        path.gap_px = gap_px * scale;
        path.has_arrow = row.has_arrow;
        frame.items.emplace_back(std::move(path));
    };
    const std::vector<geo::ScreenPoint> level{{middle.x - half, middle.y},
                                              {middle.x + half, middle.y}};
    if (const auto* line = std::get_if<LineStyle>(&row.sign)) {
        if (line->casing_px > 0) {
            add(line->casing, line->width_px + 2 * line->casing_px, 0, 0, level);
        }
        add(line->color, line->width_px, line->dash_px, line->gap_px, level);
        return;
    }
    const auto& area = std::get<LegendArea>(row.sign);
    if (!area.is_hatched) {
        add(area.color, 14, 0, 0,
            {{middle.x - half * 0.8F, middle.y}, {middle.x + half * 0.8F, middle.y}});
        return;
    }
    // A hatch in small: four slanted strokes.
    const float height = 7 * scale;
    for (float x = -half; x + height * 2 <= half; x += 9 * scale) {
        add(area.color, 1.6F, 0, 0,
            {{middle.x + x, middle.y + height}, {middle.x + x + height * 2, middle.y - height}});
    }
}

} // namespace

std::string class_text(const Classification& classified, const LayerClass& of, Language language)
{
    if (classified.is_of_values) {
        return of.value.empty() ? std::string(tr(language, "own_layers.other_values")) : of.value;
    }
    const std::string low = format_number(of.low, language);
    const std::string high = format_number(of.high, language);
    return low == high ? low : low + " – " + high;
}

namespace {

/// A sign like the layer's features: a dot, a line or an area.
std::variant<SymbolStyle, LineStyle, LegendArea>
sign_of(const LayerContent& content, Color color, const model::UserLayer& layer, const Style& style)
{
    if (content.has_areas() || content.picture() != nullptr) {
        return LegendArea{color, false};
    }
    if (content.has_lines()) {
        return plain_line(color, static_cast<float>(layer.width_px) + 1);
    }
    SymbolStyle dot;
    dot.fill = color;
    dot.outline = label_of(style, "entity").halo;
    return dot;
}

} // namespace

void add_layer_rows(std::vector<LegendRow>& rows, const model::UserLayer& layer,
                    const LayerContent* content, const ViewState& view, const Style& style)
{
    const bool is_shown =
        view.layers.solo.empty() ? layer.is_visible : view.layers.solo == "own/" + layer.id;
    if (content == nullptr || !is_shown) {
        return;
    }
    const std::string title(layer.title.in(view.language));
    const Classification& classified = content->classified(layer.classes, is_dark_ground(style));
    if (content->picture() != nullptr || classified.is_empty()) {
        const Color color =
            content->picture() != nullptr
                ? color_of(style, "legend_border")
                : legible(parse_color(layer.color).value_or(Color{}), ground_of(style));
        rows.push_back(
            {sign_of(*content, color, layer, style), false, false, {}, LegendGroup::own, 0, title});
        return;
    }
    for (const LayerClass& each : classified.classes) {
        rows.push_back({sign_of(*content, each.color, layer, style),
                        false,
                        false,
                        {},
                        LegendGroup::own,
                        each.count,
                        title + ": " + class_text(classified, each, view.language)});
    }
}

std::vector<LegendRow> make_legend(const model::Project* project, const ViewState& view,
                                   const Style& style)
{
    std::vector<LegendRow> rows;
    if (project != nullptr) {
        const EntityView entities =
            make_entity_view(*project, view.pack, view.mode, view.date, view.filters);
        if (view.layers.is_shown("symbols")) {
            add_symbol_rows(rows, entities, style);
        }
        add_area_rows(rows, entities, view, style);
        if (view.layers.is_shown("arcs")) {
            add_flow_rows(rows, entities, style);
        }
        if (view.layers.is_shown("corridors")) {
            add_corridor_rows(rows, entities, style);
        }
    }
    add_base_rows(rows, view, style);
    return rows;
}

void add_legend(Frame& frame, const std::vector<LegendRow>& rows, const ViewState& view,
                const Style& style, text::FontSet& fonts)
{
    if (rows.empty()) {
        return;
    }
    const float scale = view.scale;
    const float row_height = row_px * scale;
    const float padding = padding_px * scale;
    const float left = margin_px * scale;
    const float height = row_height * static_cast<float>(rows.size()) + 2 * padding;
    const float top = static_cast<float>(frame.viewport.height) - margin_px * scale - height;
    const float text_x = left + padding + sign_px * scale + 10 * scale;
    std::vector<DrawLabel> texts;
    float right = text_x;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const float y = top + padding + row_height * (static_cast<float>(i) + 0.5F);
        texts.push_back(
            make_text(text_of(rows[i], view.language), {text_x, y}, view, style, fonts));
        right = std::max(right, texts.back().max.x);
    }
    const ScreenBox plate{{left, top}, {right + padding, top + height}};
    // The map's own names and symbols make room for the plate.
    const auto is_under = [&](const ScreenBox& box) { return box.overlaps(plate); };
    frame.labels.erase(std::remove_if(frame.labels.begin(), frame.labels.end(),
                                      [&](const DrawLabel& label) {
                                          return is_under({label.min, label.max});
                                      }),
                       frame.labels.end());
    frame.symbols.erase(std::remove_if(frame.symbols.begin(), frame.symbols.end(),
                                       [&](const DrawSymbol& symbol) {
                                           const float half = symbol.size_px / 2;
                                           return is_under(
                                               {{symbol.at.x - half, symbol.at.y - half},
                                                {symbol.at.x + half, symbol.at.y + half}});
                                       }),
                        frame.symbols.end());
    add_plate(frame, plate, color_of(style, "legend"), color_of(style, "legend_border"), scale);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const float y = top + padding + row_height * (static_cast<float>(i) + 0.5F);
        add_sign(frame, rows[i], {left + padding + sign_px / 2 * scale, y}, scale);
    }
    std::move(texts.begin(), texts.end(), std::back_inserter(frame.labels));
}

} // namespace dostyk::scene
