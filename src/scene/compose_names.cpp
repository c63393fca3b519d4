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

/// Where else within its area a name has room.
void add_rooms(const Composer::State& state, const FrameContext& context,
               const std::vector<NameRoom>& rooms, LabelRequest& request)
{
    const auto width = static_cast<double>(size_of(request.lines, state.fonts).width);
    for (const NameRoom& room : rooms) {
        if (room.width * context.view.camera.px_per_world_unit() > width) {
            request.others.push_back(context.at(room.at));
        }
    }
}

/// The widest of the rooms. [px]
float widest_of(const FrameContext& context, const std::vector<NameRoom>& rooms)
{
    double widest = 0;
    for (const NameRoom& room : rooms) {
        widest = std::max(widest, room.width);
    }
    return static_cast<float>(widest * context.view.camera.px_per_world_unit());
}

/// Both countries are named or the map takes sides: their names may also stand higher or lower,
/// where symbols leave room, if need be across the border.
void add_shifts(const FrameContext& context, LabelRequest& request)
{
    constexpr float step_px = 14;
    for (int i = 1; i <= 5; ++i) {
        const float shift = step_px * static_cast<float>(i) * context.view.scale;
        request.others.push_back({request.at.x, request.at.y + shift});
        request.others.push_back({request.at.x, request.at.y - shift});
    }
}

struct LandLook {
    std::string_view layer;
    std::string_view style;
    float rank;
    double first_zoom, last_zoom;
    float spacing_em;
    float room; ///< Share of the land's width that the name may take.
    bool
        stays_inside; ///< As far as it can: a unit's name across a border reads as the neighbour's.
};

void request_land(Composer::State& state, FrameContext& context, const GroundFeature& feature,
                  const LandLook& look)
{
    const Camera& camera = context.view.camera;
    // On a larger picture of the same ground a large name has as much room as on a smaller one.
    const double last_zoom =
        look.last_zoom + std::log2(std::max(1.0, static_cast<double>(context.view.scale)));
    if (camera.zoom < look.first_zoom || camera.zoom > last_zoom ||
        !is_visible(context, feature.anchor)) {
        return;
    }
    const double width = (feature.bounds.max.x - feature.bounds.min.x) * camera.px_per_world_unit();
    LabelRequest request = make_request(look.layer, feature.iso, look.rank);
    request.layer = "names";
    request.kind = LabelKind::area;
    request.at = context.at(feature.anchor);
    const LabelStyle style = scaled_label(context, label_of(state.style, look.style));
    const auto lines_within = [&](float room_px) {
        return area_lines(context, feature.name, style, room_px, look.spacing_em, state.fonts);
    };
    if (look.stays_inside) {
        request.lines = lines_within(widest_of(context, feature.rooms));
    }
    const bool is_inside = !request.lines.empty();
    if (!is_inside) {
        request.lines = lines_within(static_cast<float>(width) * look.room);
    }
    if (!request.lines.empty()) {
        add_rooms(state, context, feature.rooms, request);
        if (is_inside && !request.others.empty()) {
            request.at = request.others.front();
            request.others.erase(request.others.begin());
        }
        if (is_ours(feature.iso)) {
            add_shifts(context, request);
        }
        context.requests.push_back(std::move(request));
    }
}

void request_lands(Composer::State& state, FrameContext& context)
{
    const LandLook unit{"regions", "region", priority::region, 4.9, 8.5, 0.08F, 0.8F, true};
    const LandLook country{"countries", "country", priority::country, 0, 5.9, 0.16F, 4, false};
    const LandLook neighbour{"countries", "neighbour", priority::neighbour, 0, 7, 0.14F,
                             0.9F,        false};
    for (const GroundFeature& feature : state.division->features()) {
        if (feature.kind == "region") { // A city has its place's name.
            request_land(state, context, feature, unit);
        }
    }
    for (const GroundFeature& feature : state.countries->features()) {
        request_land(state, context, feature, feature.is_neighbour ? neighbour : country);
    }
}

/// From afar a long name beside its lake would lie across a whole unit, or a border.
constexpr double beside_from_zoom = 4.4;
constexpr float beside_longest = 2; ///< Widths of the lake.

void request_lakes(Composer::State& state, FrameContext& context)
{
    const double scale = context.view.camera.px_per_world_unit();
    for (const NamedArea& lake : state.map->state().lake_names) {
        const auto width = static_cast<float>((lake.bounds.max.x - lake.bounds.min.x) * scale);
        const bool is_near = std::any_of(
            state.division->features().begin(), state.division->features().end(),
            [&](const GroundFeature& unit) { return unit.bounds.contains(lake.anchor); });
        if (!is_visible(context, lake.anchor) || width < 26 * context.view.scale ||
            (!is_near && lake.rank > 0 && context.view.camera.zoom < 5.5)) {
            continue;
        }
        LabelRequest request =
            make_request("lakes", lake.id, lake.rank == 0 ? priority::lake_large : priority::lake);
        request.layer = "names";
        request.lines =
            lines_of(context, lake.name, scaled_label(context, label_of(state.style, "lake")));
        request.at = context.at(lake.anchor);
        // A small lake's name stands beside it.
        const float length = width_of(request.lines.front(), state.fonts);
        const bool is_inside = length < width * 0.8F;
        if (context.view.camera.zoom < beside_from_zoom && length > width * beside_longest) {
            continue;
        }
        request.kind = is_inside ? LabelKind::area : LabelKind::point;
        request.clearance_px = is_inside ? 0 : std::min(width / 4, 14.0F);
        if (is_inside) {
            add_rooms(state, context, lake.rooms, request);
        }
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
