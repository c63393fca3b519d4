/// \file
/// What somebody asked for by words in a list or a table, for every view that shows entities.

#pragma once

#include "model/entity.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace dostyk::scene {

struct EntityFilter {
    std::string kind; ///< Of which it chooses, and lets all others pass; empty = of every kind
    std::unordered_set<std::string> ids; ///< That pass

    [[nodiscard]] bool passes(std::string_view of_kind, const std::string& id) const
    {
        return (!kind.empty() && of_kind != kind) || ids.contains(id);
    }
};

/// Each is made anew when it becomes another one, so that equal pointers are equal filters.
using EntityFilters = std::vector<std::shared_ptr<const EntityFilter>>;

/// True where all of them let it pass.
[[nodiscard]] inline bool passes(const EntityFilters& filters, std::string_view kind,
                                 const std::string& id)
{
    return std::all_of(filters.begin(), filters.end(),
                       [&](const auto& each) { return each->passes(kind, id); });
}
[[nodiscard]] inline bool passes(const EntityFilters& filters, const model::Entity& entity)
{
    return passes(filters, entity.kind, entity.id);
}

} // namespace dostyk::scene
