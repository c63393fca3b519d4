/// \file
/// The one box for everything: entities and places, ">" commands, "@" places, "#" scenes, ":" time.

#pragma once

#include "core/language.hpp"
#include "core/message.hpp"
#include "editor/actions.hpp"
#include "editor/search.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace dostyk::editor {

class Workspace;

/// Add an entity of a kind to the project.
struct NewEntity {
    std::string kind;
};

/// Show the map as of a date.
struct ShownDate {
    std::string iso;
};

using PaletteTarget = std::variant<SearchHit, ActionId, NewEntity, ShownDate>;

struct PaletteItem {
    PaletteTarget target;
    std::string text;
    std::string detail;
    std::string chord;              ///< "Ctrl+Z"; empty = none
    std::optional<Message> why_not; ///< Why it cannot be done now
};

enum class PaletteScope { entities, commands, places, scenes, time };

/// What the first letter asks for, and the rest of what was typed.
[[nodiscard]] std::pair<PaletteScope, std::string_view> scope_of(std::string_view typed) noexcept;

/// Best first. Of commands all that there are while nothing else is typed; the ones that cannot be
/// done stand where they would, with the reason.
[[nodiscard]] std::vector<PaletteItem> find_in_palette(Workspace& workspace, std::string_view typed,
                                                       Language language, std::size_t limit);

} // namespace dostyk::editor
