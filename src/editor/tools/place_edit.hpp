/// \file
/// Places that people draw, as edits of the project.

#pragma once

#include "core/result.hpp"
#include "editor/command.hpp"
#include "model/project.hpp"

namespace dostyk::editor {

/// Give an entity a place that was drawn by hand.
///
/// No source says it, so it is no source's claim: it becomes a claim of its own in the enriched
/// pack, with the flag `drawn` and without sources, chosen to be shown; what sources say stays
/// beside it. One that was drawn before is replaced. Who drew it, and when, stands in the history.
[[nodiscard]] Command place_command(const model::Entity& entity, const model::Place& place);

/// Whether an entity's place can be drawn: the strict pack holds what the article states.
///
/// \param entity  May be null: nothing is selected.
/// \returns       Error invalid, with the sentence to show.
[[nodiscard]] Status check_drawing(const model::Entity* entity, model::Pack pack);

} // namespace dostyk::editor
