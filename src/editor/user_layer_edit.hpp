/// \file
/// Edits of the project's own layers, as commands.

#pragma once

#include "editor/command.hpp"
#include "editor/user_layer_file.hpp"
#include "model/project.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace dostyk::editor {

/// All of them in one step.
[[nodiscard]] Command add_layers(std::span<const model::UserLayer> layers);

/// The same on the rows as they are: a layer whose id somebody took meanwhile gets another one,
/// which is written back.
[[nodiscard]] Result<store::Edit> add_layers_edit(std::span<NewLayer> layers, store::Rows& rows);

/// Error not_found when the project has no such layer.
[[nodiscard]] Result<model::UserLayer> layer_in(store::Rows& rows, std::string_view layer);

[[nodiscard]] Command remove_layer(const model::UserLayer& layer);

/// What differs between a layer as it is and as it shall be, member by member, so that what
/// somebody else changes meanwhile beside it stays; nothing where nothing differs. \pre The ids are
/// the same.
[[nodiscard]] std::optional<Command> change_layer(const model::UserLayer& is,
                                                  const model::UserLayer& shall_be);

/// Exchange a layer with the next one above (step 1) or below (step -1); nothing where there is
/// none.
[[nodiscard]] std::optional<Command> move_layer(const model::Project& project,
                                                std::string_view layer, int step);

} // namespace dostyk::editor
