#include "model/value_text.hpp"
#include "scene/entity_notes.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace dostyk::scene {

namespace {

constexpr int arc_points = 40;

/// The capital of a country, the centre of a unit: arcs keep off the middle, where its name stands.
std::optional<geo::WorldPoint> end_of_flow(const Composer::State& state, std::string_view party)
{
    for (const NamedPoint& place : state.map->state().places) {
        if (place.country == party && place.rank == 0) {
            return place.at;
        }
    }
    for (const GroundFeature& unit : state.division->features()) {
        if (unit.iso == party && unit.centre) {
            return unit.centre;
        }
    }
    return state.map->anchor_of(party);
}

Color color_of_flow(const Style& style, FlowSort sort)
{
    switch (sort) {
    case FlowSort::trade:
        return color_of(style, "arc.trade");
    case FlowSort::award:
        return color_of(style, "arc.award");
    case FlowSort::commitment:
        return color_of(style, "arc.commitment");
    case FlowSort::link:
        break;
    }
    return color_of(style, "link");
}

/// Where an arc may be named: neighbouring arcs at different heights, and in the picture.
std::vector<geo::ScreenPoint> label_points(const std::vector<geo::ScreenPoint>& arc, int order,
                                           Viewport viewport)
{
    constexpr std::array<int, 4> points{arc_points / 2, arc_points * 2 / 5, arc_points * 3 / 5,
                                        arc_points / 3};
    constexpr int step = 3;
    constexpr float margin_px = 60;
    const int wanted = points[static_cast<std::size_t>(order) % points.size()];
    std::vector<geo::ScreenPoint> found;
    for (int i = 0; i <= 2 * arc_points / step; ++i) {
        const int at = wanted + (i % 2 == 0 ? -i / 2 : (i + 1) / 2) * step;
        if (at < 2 || at > arc_points - 2) {
            continue; // The ends are where the names of the cities stand.
        }
        const geo::ScreenPoint point = arc[static_cast<std::size_t>(at)];
        if (point.x > margin_px && point.y > margin_px / 3 &&
            point.x < static_cast<float>(viewport.width) - margin_px &&
            point.y < static_cast<float>(viewport.height) - margin_px / 3) {
            found.push_back(point);
        }
    }
    return found;
}

/// "$1.5 billion" of the flow's first entity that knows; else its kind and count.
std::string flow_text(const FlowMark& flow, model::Pack pack, Language language)
{
    for (const model::Entity* entity : flow.entities) {
        for (const std::string_view field : {"amount", "value"}) {
            const auto* amount = model::find_value<model::Amount>(*entity, field, pack);
            if (amount != nullptr) {
                return model::text_of(*amount, language);
            }
        }
    }
    if (flow.entities.size() == 1) {
        return model::name_of(*flow.entities.front(), pack, language);
    }
    return note_text(flow.entities, language);
}

} // namespace

// A quadratic Bezier curve.
std::vector<geo::ScreenPoint> bowed(geo::ScreenPoint from, geo::ScreenPoint to, float bow)
{
    const float dx = to.x - from.x;
    const float dy = to.y - from.y;
    const geo::ScreenPoint middle{(from.x + to.x) / 2 + dy * bow * 2,
                                  (from.y + to.y) / 2 - dx * bow * 2};
    std::vector<geo::ScreenPoint> points;
    for (int i = 0; i <= arc_points; ++i) {
        const float t = static_cast<float>(i) / arc_points;
        const float a = (1 - t) * (1 - t);
        const float b = 2 * t * (1 - t);
        const float c = t * t;
        points.push_back(
            {a * from.x + b * middle.x + c * to.x, a * from.y + b * middle.y + c * to.y});
    }
    return points;
}

void add_flows(Composer::State& state, FrameContext& context)
{
    if (!context.is_shown("arcs")) {
        return;
    }
    const float scale = context.view.scale;
    int order = 0;
    for (const FlowMark& flow : state.entities.flows) {
        const auto from = end_of_flow(state, flow.from);
        const auto to = end_of_flow(state, flow.to);
        if (!from || !to) {
            continue;
        }
        const bool is_marked = holds(flow.entities, context.view.hovered) ||
                               holds(flow.entities, context.view.selected);
        const bool is_link = flow.sort == FlowSort::link;
        DrawPath path;
        path.layer = "arcs";
        // Each arc bows further out, to both sides in turn, so that none covers another.
        const float side = order % 2 == 0 ? 1.0F : -1.0F;
        path.points = bowed(context.at(*from), context.at(*to),
                            side * (0.10F + 0.075F * static_cast<float>(order / 2)));
        path.color = faded(color_of_flow(state.style, flow.sort), context.opacity_of("arcs"));
        path.width_px = (is_marked ? 3.6F : 2.4F) * scale;
        path.has_arrow = !is_link;
        path.dash_px = is_link ? 3 * scale : 0;
        path.gap_px = is_link ? 4 * scale : 0;
        const auto named_at = label_points(path.points, order, context.viewport);
        if (!named_at.empty() && context.is_shown("entity_names")) {
            const std::string id = flow.from + flow.to + flow.entities.front()->id;
            LabelRequest note =
                make_note(context, state.style, "arcs", id, named_at.front(),
                          flow_text(flow, context.view.pack, context.view.language));
            for (LabelLine& line : note.lines) {
                line.style =
                    scaled_label(context, label_of(state.style, is_link ? "note" : "amount"));
            }
            note.others.assign(named_at.begin() + 1, named_at.end());
            // Beside a steep arc, above a level one: off its line.
            const geo::ScreenPoint first = path.points.front();
            const geo::ScreenPoint last = path.points.back();
            const bool is_level = std::abs(last.x - first.x) > std::abs(last.y - first.y);
            note.first_slot = is_level ? 2 : (side > 0 ? 0 : 1);
            note.clearance_px = 3 * scale;
            context.requests.push_back(std::move(note));
        }
        PickTarget target;
        target.line = path.points;
        target.reach_px = path.width_px / 2 + 4;
        target.hit = hit_of(flow.entities);
        state.targets.push_back(std::move(target));
        context.frame.items.emplace_back(std::move(path));
        ++order;
    }
}

} // namespace dostyk::scene
