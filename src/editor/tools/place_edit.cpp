#include "editor/tools/place_edit.hpp"

#include "editor/own_claim.hpp"

#include <string>

namespace dostyk::editor {

using model::Pack;

Command place_command(const model::Entity& entity, const model::Place& place)
{
    static constexpr model::FieldRule rule{"place", model::FieldType::place};
    return own_claim(entity, rule, place, model::flag::drawn);
}

Status check_drawing(const model::Entity* entity, Pack pack)
{
    const auto refused = [](const char* key) {
        return Error{ErrorCode::invalid, {std::string("tool.refused.") + key, {}}, {}};
    };
    if (entity == nullptr) {
        return refused("nothing_selected");
    }
    if (pack == Pack::strict) {
        return refused("strict_pack");
    }
    return ok();
}

} // namespace dostyk::editor
