/// \file
/// All constraints, each in a file of its own.

#pragma once

#include "schedule/constraint.hpp"

#include <span>

namespace dostyk::schedule {

// What must hold.
[[nodiscard]] const Constraint& all_scheduled();         // H01
[[nodiscard]] const Constraint& attendee_overlap();      // H02
[[nodiscard]] const Constraint& travel_time();           // H03
[[nodiscard]] const Constraint& venue_overlap();         // H04
[[nodiscard]] const Constraint& venue_capacity();        // H05
[[nodiscard]] const Constraint& venue_opening();         // H06
[[nodiscard]] const Constraint& attendee_availability(); // H07
[[nodiscard]] const Constraint& session_windows();       // H08
[[nodiscard]] const Constraint& venue_tags();            // H09
[[nodiscard]] const Constraint& pinned_sessions();       // H10
[[nodiscard]] const Constraint& precedence();            // H11
[[nodiscard]] const Constraint& exclusion();             // H12
[[nodiscard]] const Constraint& interpreter_pool();      // H13
[[nodiscard]] const Constraint& interpreter_turns();     // H13, of interpreters that are named
[[nodiscard]] const Constraint& transport_pool();        // H14
[[nodiscard]] const Constraint& rest_and_meals();        // H15
[[nodiscard]] const Constraint& daily_limits();          // H16
[[nodiscard]] const Constraint& kept_apart();            // H17
[[nodiscard]] const Constraint& b2b_fairness();          // H18
[[nodiscard]] const Constraint& border_crossing();       // H19

// What is wished.
[[nodiscard]] const Constraint& idle_gaps();           // S01
[[nodiscard]] const Constraint& break_count();         // S02
[[nodiscard]] const Constraint& fairness();            // S03
[[nodiscard]] const Constraint& travel_load();         // S04
[[nodiscard]] const Constraint& preferred_hours();     // S05
[[nodiscard]] const Constraint& compact_days();        // S06
[[nodiscard]] const Constraint& preferences();         // S07
[[nodiscard]] const Constraint& venue_waste();         // S08
[[nodiscard]] const Constraint& venue_stability();     // S09
[[nodiscard]] const Constraint& track_clash();         // S10
[[nodiscard]] const Constraint& content_clash();       // S11
[[nodiscard]] const Constraint& diversity();           // S12
[[nodiscard]] const Constraint& optional_attendance(); // S13
[[nodiscard]] const Constraint& same_day();            // S14
[[nodiscard]] const Constraint& larger_first();        // S15
[[nodiscard]] const Constraint& perturbation();        // S16
[[nodiscard]] const Constraint& interpreter_load();    // S17
[[nodiscard]] const Constraint& unmet_matches();       // S18
[[nodiscard]] const Constraint& transfer_buffer();     // S19

/// Every one of them, hard ones first, those that are dear to compute last.
[[nodiscard]] std::span<const Constraint* const> all_constraints();

} // namespace dostyk::schedule
