/// \file
/// Ranks that follow from an order of precedence: a list of posts with their numbers, as each
/// country's law has it, which a project holds as entities of the kind `post`.

#pragma once

#include "model/project.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace dostyk::model {

/// What a field is where nobody states it.
struct Following {
    Claim claim;      ///< Computed, with the sources of the number that it is.
    std::string from; ///< Id of the post, or of the person, whose number it is.
};

/// True for the rank of a delegation and the precedence of a person.
[[nodiscard]] bool is_following(std::string_view kind, std::string_view field) noexcept;

/// The number of the post that a person or the head of a delegation holds; of several posts the
/// first in the order, unless the delegation names the one that counts at its meeting
/// (`head_post`). Where no post of the head has a number, the head's own precedence.
///
/// \return nothing for other fields, and where the posts are not known.
[[nodiscard]] std::optional<Following> find_following(const Project& project, const Entity& entity,
                                                      std::string_view field, Pack pack);

} // namespace dostyk::model
