/// \file
/// Roads with border posts for tests: by hand, and those of data/transport/.

#pragma once

#include "schedule/travel.hpp"

namespace dostyk::test {

/// West and east of a border that two posts lie on: "near" on the straight road, 60 km and 30 km,
/// and "far" on a longer one, twice 90 km; at 60 km/h.
[[nodiscard]] model::Transport two_posts();

/// A venue in the west and two in one city of the east; "near" with a queue of 40 (100) minutes
/// that somebody states, "far" with an assumed one of 5 (10); for two days.
[[nodiscard]] schedule::TravelFacts two_posts_facts();

[[nodiscard]] const model::Transport& bundled_roads();

/// Venues in nine towns of both countries, each in a city of its own; all crossings between the two
/// countries open, with a queue of 45 minutes.
[[nodiscard]] schedule::TravelFacts bundled_facts();

/// Place of a town in bundled_facts().
[[nodiscard]] schedule::Index town(const char* id);

} // namespace dostyk::test
