#include "schedule/constraints/catalogue.hpp"

#include <array>

namespace dostyk::schedule {

std::span<const Constraint* const> all_constraints()
{
    static const std::array all{&all_scheduled(),         &attendee_overlap(), &travel_time(),
                                &venue_overlap(),         &venue_capacity(),   &venue_opening(),
                                &attendee_availability(), &session_windows(),  &venue_tags(),
                                &pinned_sessions(),       &precedence(),       &exclusion(),
                                &border_crossing(),       &rest_and_meals(),   &daily_limits(),
                                &interpreter_turns(),     &kept_apart(),       &interpreter_pool(),
                                &transport_pool(),        &b2b_fairness(),     &idle_gaps(),
                                &break_count(),           &travel_load(),      &preferred_hours(),
                                &compact_days(),          &preferences(),      &venue_waste(),
                                &venue_stability(),       &track_clash(),      &content_clash(),
                                &optional_attendance(),   &same_day(),         &perturbation(),
                                &unmet_matches(),         &transfer_buffer(),  &diversity(),
                                &larger_first(),          &interpreter_load(), &fairness()};
    return all;
}

} // namespace dostyk::schedule
