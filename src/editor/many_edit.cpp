#include "editor/many_edit.hpp"

#include <algorithm>
#include <utility>

namespace dostyk::editor {

SharedText shared_text(std::span<const model::Entity* const> entities, const model::FieldRule& rule,
                       CellView view)
{
    const std::string first = cell_text(*entities.front(), rule, view);
    const bool is_same =
        std::all_of(entities.begin() + 1, entities.end(), [&](const model::Entity* entity) {
            return cell_text(*entity, rule, view) == first;
        });
    return is_same ? SharedText{first, false} : SharedText{{}, true};
}

Result<Group> edit_all(std::span<const model::Entity* const> entities, const model::FieldRule& rule,
                       std::string_view text, CellView view)
{
    Group group;
    for (const model::Entity* entity : entities) {
        auto edit = cell_edit(*entity, rule, text, view);
        if (!edit) {
            return edit.error();
        }
        if (*edit) {
            group.parts.push_back(**std::move(edit));
        }
    }
    return group;
}

Command remove_all(std::span<const model::Entity* const> entities)
{
    Group group;
    for (const model::Entity* entity : entities) {
        group.parts.emplace_back(Remove{entity->kind, entity->id});
    }
    return group.parts.size() == 1 ? group.parts.front() : Command(std::move(group));
}

} // namespace dostyk::editor
