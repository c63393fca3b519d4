/// \file
/// Forums that are made up for measuring: tight, and feasible by construction.

#pragma once

#include "core/result.hpp"
#include "model/project.hpp"

#include <cstdint>

namespace dostyk::schedule {

struct ForumSize {
    int sessions = 400;
    int delegations = 60;
    int venues = 25;
    int cities = 8;
    int days = 5;
};

/// The most that a forum may have of each.
inline constexpr ForumSize largest_forum{5000, 1000, 500, 12, 14};

/// A meeting with its sessions, made around a plan that can be held.
///
/// The cities are real ones of both countries, joined by the roads of the transport graph and their
/// crossings; all else is made up and says so. Windows, sizes, absences, relations, interpreters
/// and seats leave little room beside the plan that they were drawn from.
///
/// \param is_placed  Sessions stand where that plan has them; else they have no place yet.
/// \return Error invalid for a size that is none, or where so many sessions do not fit into the
///         days; not_found where the graph lacks one of the cities.
[[nodiscard]] Result<model::Project> make_forum(const ForumSize& size, std::uint32_t seed,
                                                const model::Transport& transport, bool is_placed);

} // namespace dostyk::schedule
