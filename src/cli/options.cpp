#include "cli/options.hpp"

#include "core/number_text.hpp"
#include "editor/settings.hpp"
#include "model/date_text.hpp"
#include "model/validate_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace dostyk::cli {

namespace {

constexpr int smallest_side_px = 64;
constexpr int largest_side_px = 8192;

Error wrong(const char* key, const std::string& value, std::string allowed = {})
{
    return Error{ErrorCode::usage, {key, {{"value", value}, {"allowed", std::move(allowed)}}}, {}};
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(at + 1);
    }
}

bool is_side(std::optional<int> side)
{
    return side && *side >= smallest_side_px && *side <= largest_side_px;
}

Result<std::optional<scene::Viewport>> read_size(const std::string& text)
{
    if (text.empty()) {
        return std::optional<scene::Viewport>{};
    }
    const auto parts = split(text, 'x');
    const auto width = to_number<int>(parts.front());
    const auto height = to_number<int>(parts.back());
    if (parts.size() != 2 || !is_side(width) || !is_side(height)) {
        return wrong("usage.size", text);
    }
    return std::optional(scene::Viewport{*width, *height});
}

Result<std::optional<View>> read_view(const std::string& text)
{
    if (text.empty()) {
        return std::optional<View>{};
    }
    const auto parts = split(text, ',');
    if (parts.size() != 3) {
        return wrong("usage.view", text);
    }
    const auto lon = to_number<double>(parts[0]);
    const auto lat = to_number<double>(parts[1]);
    const auto zoom = to_number<double>(parts[2]);
    const auto is_within = [](std::optional<double> number, double low, double high) {
        return number && *number >= low && *number <= high;
    };
    if (!is_within(lon, model::map_west, model::map_east) ||
        !is_within(lat, model::map_south, model::map_north) ||
        !is_within(zoom, scene::min_zoom, scene::max_zoom)) {
        return wrong("usage.view", text);
    }
    return std::optional(View{{*lon, *lat}, *zoom});
}

Result<std::optional<std::string>> read_style(const std::string& text)
{
    if (text.empty()) {
        return std::optional<std::string>{};
    }
    const std::vector<std::string> names = scene::style_names();
    if (std::find(names.begin(), names.end(), text) != names.end()) {
        return std::optional(text);
    }
    std::string allowed;
    for (const std::string& name : names) {
        allowed += (allowed.empty() ? "" : ", ") + name;
    }
    return wrong("usage.style", text, allowed);
}

Result<std::optional<scene::MapMode>> read_mode(const std::string& text)
{
    if (text.empty()) {
        return std::optional<scene::MapMode>{};
    }
    // People write "water-energy" as well, as the map's own button does.
    std::string word = text;
    std::replace(word.begin(), word.end(), '-', '_');
    if (const auto mode = scene::parse_map_mode(word)) {
        return mode;
    }
    std::string allowed;
    for (int i = 0; i < scene::map_mode_count; ++i) {
        allowed += (allowed.empty() ? "" : ", ") +
                   std::string(scene::name_of(static_cast<scene::MapMode>(i)));
    }
    return wrong("usage.mode", text, allowed);
}

Result<std::optional<std::string>> read_date(const std::string& text)
{
    if (text.empty()) {
        return std::optional<std::string>{};
    }
    if (!model::is_date_text(text) || text.find_first_of("/T") != std::string::npos) {
        return wrong("usage.date", text);
    }
    return std::optional(text);
}

Result<std::optional<float>> read_scale(const std::string& text)
{
    if (text.empty()) {
        return std::optional<float>{};
    }
    const auto scale = to_number<float>(text);
    if (!scale || *scale < editor::min_ui_scale || *scale > editor::max_ui_scale) {
        return wrong("usage.scale", text);
    }
    return scale;
}

/// Put a value into its place; the error goes on.
template <typename Value>
std::optional<Error> take(Result<Value> result, Value& place)
{
    if (!result) {
        return result.error();
    }
    place = std::move(*result);
    return std::nullopt;
}

} // namespace

Result<std::optional<model::Pack>> read_pack_option(const Arguments& arguments)
{
    if (arguments.pack.empty()) {
        return std::optional<model::Pack>{};
    }
    if (const auto pack = model::parse_pack(arguments.pack)) {
        return pack;
    }
    return wrong("usage.pack", arguments.pack, "strict, enriched");
}

Result<std::optional<model::Audience>> read_audience_option(const Arguments& arguments)
{
    if (arguments.audience.empty()) {
        return std::optional<model::Audience>{};
    }
    if (const auto audience = model::parse_audience(arguments.audience)) {
        return audience;
    }
    return wrong("usage.audience", arguments.audience);
}

Result<ViewOptions> read_view_options(const Arguments& arguments)
{
    ViewOptions options;
    for (const auto& error : {take(read_size(arguments.size), options.size),
                              take(read_view(arguments.view), options.view),
                              take(read_style(arguments.style), options.style),
                              take(read_mode(arguments.mode), options.mode),
                              take(read_date(arguments.date), options.date),
                              take(read_scale(arguments.scale), options.scale),
                              take(read_pack_option(arguments), options.pack)}) {
        if (error) {
            return *error;
        }
    }
    return options;
}

Result<std::int64_t> read_number(const NumberOption& option, const std::string& text)
{
    const auto value = text.empty() ? std::optional(option.usual) : to_number<std::int64_t>(text);
    if (!value || *value < option.least || *value > option.most) {
        return Error{ErrorCode::usage,
                     {"usage.number",
                      {{"option", option.name},
                       {"value", text},
                       {"least", std::to_string(option.least)},
                       {"most", std::to_string(option.most)}}},
                     {}};
    }
    return *value;
}

Result<double> read_seconds(const std::string& text, double usual, double most)
{
    const auto seconds = text.empty() ? std::optional(usual) : to_number<double>(text);
    if (!seconds || !(*seconds > 0 && *seconds <= most)) {
        return Error{ErrorCode::usage,
                     {"usage.time", {{"value", text}, {"most", fmt::format("{}", most)}}},
                     {}};
    }
    return *seconds;
}

Status need_target(const Arguments& arguments)
{
    if (arguments.target.empty()) {
        return Error{ErrorCode::usage, {"usage.missing_project", {}}, {}};
    }
    return ok();
}

} // namespace dostyk::cli
