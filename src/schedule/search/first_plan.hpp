/// \file
/// A plan to begin with: everything is somewhere, little of it is good.

#pragma once

#include "schedule/dice.hpp"
#include "schedule/scorer.hpp"
#include "schedule/search/slots.hpp"

namespace dostyk::schedule {

/// Put each session that has no place to the least costly of some of its slots, those with the
/// fewest slots first. What is placed or dropped stays; what nothing fits stays without a place.
void place_all(Scorer& scorer, const Problem& problem, const Slots& slots, Dice& dice);

} // namespace dostyk::schedule
