#include "geo/mercator.hpp"
#include "scene/letter_case.hpp"
#include "scene/name_requests.hpp"
#include "scene/text_layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace dostyk::scene {

namespace {

/// A unit's name in letter-spaced capitals, on two lines where one is too wide for the unit.
std::vector<LabelLine> area_lines(FrameContext& context, const Text4& name, const LabelStyle& style,
                                  float room_px, float spacing_em, text::FontSet& fonts)
{
    std::vector<LabelLine> lines;
    for (const LabelLine& line : lines_of(context, name, style)) {
        LabelLine whole{to_capitals(line.text), line.style, spacing_em};
        if (width_of(whole, fonts) <= room_px) {
            lines.push_back(std::move(whole));
            continue;
        }
        for (std::string& part : wrapped(whole.text, whole.text.size() / 3)) {
            lines.push_back({std::move(part), line.style, spacing_em});
        }
    }
    const bool fits = std::all_of(lines.begin(), lines.end(), [&](const LabelLine& line) {
        return width_of(line, fonts) <= room_px;
    });
    return fits ? lines : std::vector<LabelLine>();
}

void request_lands(Composer::State& state, FrameContext& context)
{
    const double zoom = context.view.camera.zoom;
    const double scale = context.view.camera.px_per_world_unit();
    for (const GroundFeature& feature : state.division->features()) {
        const bool is_unit = feature.kind == "region";
        if (feature.kind == "city" || !is_visible(context, feature.anchor) ||
            (is_unit && (zoom < 4.9 || zoom > 8.5)) || (feature.is_neighbour && zoom > 7)) {
            continue;
        }
        const auto width =
            static_cast<float>((feature.bounds.max.x - feature.bounds.min.x) * scale);
        LabelRequest request = make_request(
            is_unit ? "regions" : "countries", feature.iso,
            is_unit ? priority::region
                    : (feature.is_neighbour ? priority::neighbour : priority::country));
        request.layer = "names";
        request.kind = LabelKind::area;
        request.at = context.at(feature.anchor);
        const LabelStyle style = scaled_label(
            context,
            label_of(state.style,
                     is_unit ? "region" : (feature.is_neighbour ? "neighbour" : "country")));
        request.lines = area_lines(context, feature.name, style, width * (is_unit ? 0.8F : 0.9F),
                                   is_unit ? 0.08F : 0.14F, state.fonts);
        if (!request.lines.empty()) {
            context.requests.push_back(std::move(request));
        }
    }
}

/// The two countries' own names, while they are whole on the screen.
void request_countries(Composer::State& state, FrameContext& context)
{
    if (context.view.camera.zoom > 5.9) {
        return;
    }
    const geo::Layer* countries = state.map->data().find_layer("countries");
    for (const geo::Feature& feature :
         countries != nullptr ? countries->features : std::vector<geo::Feature>()) {
        const std::string iso = geo::text_at(*countries, feature, "iso");
        const auto anchor = is_ours(iso) ? state.map->anchor_of(iso) : std::nullopt;
        if (!anchor || !is_visible(context, *anchor)) {
            continue;
        }
        LabelRequest request = make_request("countries", iso, priority::country);
        request.layer = "names";
        request.kind = LabelKind::area;
        request.at = context.at(*anchor);
        request.lines = area_lines(context, name_at(*countries, feature),
                                   scaled_label(context, label_of(state.style, "country")), 1e6F,
                                   0.16F, state.fonts);
        context.requests.push_back(std::move(request));
    }
}

void request_lakes(Composer::State& state, FrameContext& context)
{
    const double scale = context.view.camera.px_per_world_unit();
    for (const NamedArea& lake : state.map->state().lake_names) {
        const auto width = static_cast<float>((lake.bounds.max.x - lake.bounds.min.x) * scale);
        if (!is_visible(context, lake.anchor) || width < 26 * context.view.scale) {
            continue;
        }
        LabelRequest request =
            make_request("lakes", lake.id, lake.rank == 0 ? priority::lake_large : priority::lake);
        request.layer = "names";
        request.lines =
            lines_of(context, lake.name, scaled_label(context, label_of(state.style, "lake")));
        request.at = context.at(lake.anchor);
        // A small lake's name stands beside it.
        const bool is_inside = width_of(request.lines.front(), state.fonts) < width * 0.8F;
        request.kind = is_inside ? LabelKind::area : LabelKind::point;
        request.clearance_px = is_inside ? 0 : std::min(width / 4, 14.0F);
        context.requests.push_back(std::move(request));
    }
}

struct PathLook {
    std::string_view layer;
    std::string_view style;
    float large, small;
    float spacing_em;
    bool has_capitals;
    std::array<double, 4> zooms; ///< by rank
};

void request_paths(Composer::State& state, FrameContext& context,
                   const std::vector<NamedPath>& paths, const PathLook& look)
{
    const LabelStyle style = scaled_label(context, label_of(state.style, look.style));
    for (const NamedPath& path : paths) {
        const auto rank = static_cast<std::size_t>(std::clamp(path.rank, 0, 3));
        if (context.view.camera.zoom < look.zooms[rank] ||
            !path.bounds.intersects(context.visible)) {
            continue;
        }
        const std::string_view name = path.name.in(context.view.language);
        LabelRequest request =
            make_request(look.layer, path.id, rank == 0 ? look.large : look.small);
        request.kind = LabelKind::path;
        request.layer = look.layer == "ranges" ? "ranges" : "names";
        request.priority -= static_cast<float>(path.rank);
        request.lines.push_back(
            {look.has_capitals ? to_capitals(name) : std::string(name), style, look.spacing_em});
        for (const geo::WorldPoint& point : state.map->state().label_path(path, context.level)) {
            request.path.push_back(context.at(point));
        }
        context.requests.push_back(std::move(request));
    }
}

} // namespace

/// The name in the view's language, and the second one below it when it differs.
std::vector<LabelLine> lines_of(const FrameContext& context, const Text4& name,
                                const LabelStyle& style)
{
    std::vector<LabelLine> lines;
    const std::string_view first = name.in(context.view.language);
    lines.push_back({std::string(first), style});
    if (context.view.second_language) {
        const std::string_view second = name.in(*context.view.second_language);
        if (!second.empty() && second != first) {
            LabelStyle small = style;
            small.size_px = std::max(style.size_px * 0.86F, 13 * context.view.scale);
            lines.push_back({std::string(second), small});
        }
    }
    return lines;
}

LabelRequest make_request(std::string_view layer, std::string_view id, float rank)
{
    LabelRequest request;
    request.key = label_key(layer, id);
    request.layer = layer;
    request.priority = rank;
    return request;
}

LabelStyle scaled_label(const FrameContext& context, const LabelStyle& style)
{
    LabelStyle scaled = style;
    scaled.size_px *= context.view.scale;
    scaled.halo_px *= std::min(context.view.scale, 2.0F);
    return scaled;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width)
{
    std::vector<std::string> lines;
    std::string line;
    std::size_t letters = 0;
    const auto count = [](std::string_view word) {
        return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char c) {
            return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        }));
    };
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find(' ', start), text.size());
        const std::string_view word = text.substr(start, end - start);
        if (!line.empty() && letters + 1 + count(word) > width) {
            lines.push_back(std::exchange(line, {}));
            letters = 0;
        }
        line += (line.empty() ? "" : " ") + std::string(word);
        letters += count(word) + 1;
        start = end + 1;
    }
    if (!line.empty()) {
        lines.push_back(std::move(line));
    }
    return lines;
}

void request_names(Composer::State& state, FrameContext& context)
{
    if (context.is_shown("names")) {
        request_lands(state, context);
        request_countries(state, context);
        request_lakes(state, context);
        request_paths(state, context, state.map->state().river_names,
                      {"rivers",
                       "river",
                       priority::river_large,
                       priority::river,
                       0.02F,
                       false,
                       {4.2, 5.0, 5.8, 7.0}});
    }
    if (context.is_shown("ranges")) {
        request_paths(state, context, state.map->state().range_names,
                      {"ranges",
                       "range",
                       priority::range_large,
                       priority::range,
                       0.16F,
                       false,
                       {4.2, 5.2, 6.0, 6.8}});
    }
    request_points(state, context);
}

} // namespace dostyk::scene
