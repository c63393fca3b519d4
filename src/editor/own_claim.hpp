/// \file
/// What people say with the program and no source does: a claim of its own, beside those of
/// sources.

#pragma once

#include "editor/command.hpp"
#include "model/entity.hpp"
#include "model/schema.hpp"

#include <cstdint>

namespace dostyk::editor {

/// Nobody but us answers for a claim, so that we may say something else in its place: no source
/// states it, or it is invented.
[[nodiscard]] bool is_own(const model::Claim& claim) noexcept;

/// Give a field of an entity a value that no source says.
///
/// It becomes a claim in the enriched pack, without sources and chosen to be shown, about the same
/// day or period as the claim that is shown now; what sources say stays beside it. A claim that was
/// made so before is replaced. Who made it, and when, stands in the history.
///
/// \param flag  Which work of ours it is: one of model::flag::own_work.
[[nodiscard]] Command own_claim(const model::Entity& entity, const model::FieldRule& rule,
                                const model::Value& value, std::uint16_t flag);

} // namespace dostyk::editor
