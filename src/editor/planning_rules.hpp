/// \file
/// What a meeting's programme is held to, as a table, and the edits that change a row of it.

#pragma once

#include "core/result.hpp"
#include "editor/command.hpp"
#include "model/entity.hpp"
#include "schedule/rules.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::editor {

/// The catalogue with what a meeting's field `planning` changes in it.
struct PlanningRules {
    schedule::RuleBook book;
    std::vector<std::string> unread; ///< Lines that say nothing of the kind
    std::size_t changes = 0;         ///< Rules and customs that are not as the catalogue has them.

    [[nodiscard]] bool is_changed(schedule::RuleId id) const;
    [[nodiscard]] bool is_changed(const schedule::Custom& custom) const;
};

[[nodiscard]] PlanningRules planning_rules(const model::Entity& meeting);

/// The edit that changes one row; nothing when all is so already. Only what differs from the
/// catalogue is written as a line, and a line that cannot be read stays until its own row is set.
/// What a source states stays beside our claim, which is `assumed` for planning (see own_claim()).
using RowEdit = std::optional<Command>;

/// Errors: invalid where the rule may not be in that tier.
[[nodiscard]] Result<RowEdit> set_tier(const model::Entity& meeting, schedule::RuleId id,
                                       schedule::Tier tier);
/// What a rule that is soft costs; 0 turns it off. Errors: invalid for what is no weight, and for a
/// rule that is not soft.
[[nodiscard]] Result<RowEdit> set_weight(const model::Entity& meeting, schedule::RuleId id,
                                         std::string_view typed);
/// Errors: invalid for a value out of its limits, and where hours would end before they begin or
/// the long queue be the shorter one.
[[nodiscard]] Result<RowEdit> set_custom(const model::Entity& meeting,
                                         const schedule::Custom& custom, int value);

/// As the catalogue has it. Errors: of a custom, those of set_custom().
[[nodiscard]] RowEdit reset_rule(const model::Entity& meeting, schedule::RuleId id);
[[nodiscard]] Result<RowEdit> reset_custom(const model::Entity& meeting,
                                           const schedule::Custom& custom);
/// Take away a line, one that cannot be read say.
[[nodiscard]] RowEdit remove_line(const model::Entity& meeting, std::string_view line);

/// "12:00" for a time of the day, else the number.
[[nodiscard]] std::string typed_text(const schedule::Custom& custom, int value);
/// Of what people type for a custom. Errors: invalid, with the limits.
[[nodiscard]] Result<int> parse_custom(const schedule::Custom& custom, std::string_view typed);

} // namespace dostyk::editor
