/// \file
/// The cost of a plan, kept up to date while sessions are moved.

#pragma once

#include "schedule/overlap_costs.hpp"
#include "schedule/score.hpp"
#include "schedule/spread_costs.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace dostyk::schedule {

/// Costs of all units by the rules of a book, none of them from what was before.
[[nodiscard]] Score compute_score(const Problem& problem, const Plan& plan);

/// All violations of rules that are not off, hard ones first, in the order of the catalogue.
[[nodiscard]] std::vector<Violation> explain(const Problem& problem, const Plan& plan);

class Scorer {
public:
    /// The problem must outlive the scorer.
    Scorer(const Problem& problem, Plan plan);

    [[nodiscard]] const Plan& plan() const noexcept { return m_plan; }
    [[nodiscard]] Score score() const noexcept { return m_score; }

    /// Move sessions and take the new cost.
    void apply(std::span<const Shift> shifts);

    /// Move sessions if that costs at most so much; else all is as it was.
    ///
    /// A cost is `hard_weight` * hard + soft. What it has come to stops the count as soon as it is
    /// too much, since no unit's cost is negative.
    bool apply_if(std::span<const Shift> shifts, std::int64_t hard_weight, std::int64_t most);

private:
    struct UnitGroup {
        UnitKind kind = UnitKind::session;
        LaneKind lane_kind = LaneKind::attendee;
        std::vector<const Constraint*> constraints;
        std::size_t first = 0; ///< Place of its first unit among all
    };
    /// A day of a lane is a unit of a group, at this place for the first day.
    struct LaneUnits {
        std::size_t group = 0;
        std::size_t first = 0;
        Index lane = none;
    };
    struct Touched {
        std::size_t group = 0;
        std::size_t place = 0;
        Unit unit;
        Score after;
    };

    void add(const Constraint& constraint);
    void touch(std::size_t group, std::size_t place, Unit unit);
    void touch_session(Index session);
    void touch_day(const LaneUnits& units, Index day);
    [[nodiscard]] LaneUnits units_of(std::size_t group, Index lane) const;
    [[nodiscard]] Score cost_of(const UnitGroup& group, Unit unit) const;
    void put_back();

    const Problem* m_problem;
    Plan m_plan;
    Score m_score;
    std::vector<UnitGroup> m_groups; ///< Those that take the whole plan into account are the last.
    std::size_t m_first_dear = 0;
    std::size_t m_venue_group = 0; ///< Of days of venues; behind the last one where there is none.
    std::vector<std::vector<LaneUnits>> m_lanes; ///< (sessions) of all lanes but the venue's
    std::vector<Score> m_costs;                  ///< (units)
    std::vector<std::uint32_t> m_marks;          ///< (units) the turn in which it was touched last
    std::uint32_t m_turn = 0;
    std::vector<Touched> m_touched;
    std::vector<Shift> m_back;
    OverlapCosts m_overlaps;
    SpreadCosts m_spreads;
};

} // namespace dostyk::schedule
