#include "editor/user_layer_edit.hpp"

#include "io/documents.hpp"
#include "io/user_layer_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

namespace dostyk::editor {

namespace {

using Json = nlohmann::json;

const std::string& kind()
{
    static const std::string settings(io::settings_kind);
    return settings;
}

const std::string& document()
{
    static const std::string id(io::settings_id);
    return id;
}

std::string place_of(std::string_view layer, std::string_view member = {})
{
    const std::string place = "/layers/" + std::string(layer);
    return member.empty() ? place : place + "/" + std::string(member);
}

/// One command as it is, several as a group.
std::optional<Command> joined(std::vector<Command> parts)
{
    if (parts.empty()) {
        return std::nullopt;
    }
    if (parts.size() == 1) {
        return std::move(parts.front());
    }
    return Group{std::move(parts)};
}

/// The project's settings alone, as the rows have them.
Result<model::Project> settings_in(store::Rows& rows)
{
    const auto row = rows.find(kind(), document());
    if (!row) {
        return row.error();
    }
    Diagnostics findings;
    return io::project_of(std::array{io::DocumentText{kind(), document(), row->doc}}, findings);
}

} // namespace

Command add_layers(std::span<const model::UserLayer> layers)
{
    std::vector<Command> parts;
    for (const model::UserLayer& layer : layers) {
        parts.emplace_back(
            SetField{kind(), document(), place_of(layer.id), io::to_json(layer).dump()});
    }
    return joined(std::move(parts)).value_or(Group{});
}

Result<store::Edit> add_layers_edit(std::span<NewLayer> layers, store::Rows& rows)
{
    const auto project = settings_in(rows);
    if (!project) {
        return project.error();
    }
    std::set<std::string> taken;
    int top = 0;
    for (const model::UserLayer& layer : project->layers) {
        taken.insert(layer.id);
        top = std::max(top, layer.order);
    }
    std::vector<model::UserLayer> added;
    for (NewLayer& made : layers) {
        const std::string wanted = made.layer.id;
        for (int number = 2; !taken.insert(made.layer.id).second; ++number) {
            made.layer.id = wanted + "-" + std::to_string(number);
        }
        made.layer.order = ++top;
        added.push_back(made.layer);
    }
    auto edit = edit_of(add_layers(added), rows);
    if (edit) {
        edit->command = "add_layer";
    }
    return edit;
}

Result<model::UserLayer> layer_in(store::Rows& rows, std::string_view layer)
{
    const auto project = settings_in(rows);
    if (!project) {
        return project.error();
    }
    const model::UserLayer* found = model::find_layer(project->layers, layer);
    if (found == nullptr) {
        std::string ids;
        for (const model::UserLayer& each : project->layers) {
            ids += (ids.empty() ? "" : ", ") + each.id;
        }
        return Error{ErrorCode::not_found,
                     {"layer.unknown", {{"id", std::string(layer)}, {"ids", ids}}},
                     {}};
    }
    return *found;
}

Command remove_layer(const model::UserLayer& layer)
{
    return RemoveField{kind(), document(), place_of(layer.id)};
}

std::optional<Command> change_layer(const model::UserLayer& is, const model::UserLayer& shall_be)
{
    const Json before = io::to_json(is);
    const Json after = io::to_json(shall_be);
    std::vector<Command> parts;
    for (const auto& [member, value] : after.items()) {
        const auto old = before.find(member);
        if (old == before.end() || *old != value) {
            parts.emplace_back(SetField{kind(), document(), place_of(is.id, member), value.dump()});
        }
    }
    for (const auto& [member, value] : before.items()) {
        if (!after.contains(member)) {
            parts.emplace_back(RemoveField{kind(), document(), place_of(is.id, member)});
        }
    }
    return joined(std::move(parts));
}

std::optional<Command> move_layer(const model::Project& project, std::string_view layer, int step)
{
    std::vector<model::UserLayer> layers = project.layers;
    const auto found = std::find_if(layers.begin(), layers.end(),
                                    [&](const model::UserLayer& each) { return each.id == layer; });
    if (found == layers.end()) {
        return std::nullopt;
    }
    const auto at = found - layers.begin();
    const auto to = at + step;
    if (to < 0 || to >= static_cast<std::ptrdiff_t>(layers.size())) {
        return std::nullopt;
    }
    std::swap(layers[static_cast<std::size_t>(at)], layers[static_cast<std::size_t>(to)]);
    std::vector<Command> parts;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        // Numbered anew, because two that others added at the same time may have one number.
        model::UserLayer moved = layers[i];
        moved.order = static_cast<int>(i) + 1;
        const model::UserLayer& is = *model::find_layer(project.layers, moved.id);
        if (auto change = change_layer(is, moved)) {
            parts.push_back(*std::move(change));
        }
    }
    return joined(std::move(parts));
}

} // namespace dostyk::editor
