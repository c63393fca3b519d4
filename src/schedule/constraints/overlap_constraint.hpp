/// \file
/// Rules whose cost is a sum over each two sessions of a lane that overlap.

#pragma once

#include "schedule/constraints/walks.hpp"

#include <span>

namespace dostyk::schedule {

/// A session of a lane at a time and a venue: where it is, was, or might be.
struct Beside {
    Index session = none;
    Interval time;
    Index venue = none;
};

/// Its units are the days of lanes, as of any rule of a lane; but what a session costs beside the
/// others can be counted alone, too, so that a move need not count a day anew. Of any lane but the
/// venues', which a session changes when it is moved.
class OverlapConstraint : public Constraint {
public:
    /// What a session costs together with others of a lane that overlap it, each pair once.
    [[nodiscard]] virtual int beside(const Problem& problem, Index lane, const Beside& self,
                                     std::span<const Beside> others) const = 0;
};

/// An overlap constraint of a `Pair`:
/// `int amount(problem, lane, a, b)`, the same for `a` and `b` exchanged, and
/// `Violation told(problem, lane, a, b, both)` of two sessions, the earlier first.
template <typename Pair>
class PairConstraint final : public OverlapConstraint {
public:
    PairConstraint(RuleId rule, LaneKind lane_kind) : m_rule(rule), m_lane_kind(lane_kind) {}

    [[nodiscard]] RuleId rule() const noexcept override { return m_rule; }
    [[nodiscard]] UnitKind unit_kind() const noexcept override { return UnitKind::lane_day; }
    [[nodiscard]] LaneKind lane_kind() const noexcept override { return m_lane_kind; }

    [[nodiscard]] int beside(const Problem& problem, Index lane, const Beside& self,
                             std::span<const Beside> others) const override
    {
        int total = 0;
        for (const Beside& other : others) {
            total += Pair::amount(problem, lane, self, other);
        }
        return total;
    }

    [[nodiscard]] int amount(const Problem& problem, const Plan& plan, Unit unit) const override
    {
        int total = 0;
        for_each_overlap(plan, unit.of, unit.day, [&](Index a, Index b, Minute) {
            total += Pair::amount(problem, unit.of, at(plan, a), at(plan, b));
        });
        return total;
    }

    void explain(const Problem& problem, const Plan& plan, Unit unit,
                 std::vector<Violation>& violations) const override
    {
        for_each_overlap(plan, unit.of, unit.day, [&](Index a, Index b, Minute both) {
            const int amount = Pair::amount(problem, unit.of, at(plan, a), at(plan, b));
            if (amount > 0) {
                violations.push_back(Pair::told(problem, unit.of, a, b, both));
                violations.back().rule = m_rule;
                violations.back().amount = amount;
            }
        });
    }

private:
    static Beside at(const Plan& plan, Index session)
    {
        return {session, plan.interval(session), plan.venue(session)};
    }

    RuleId m_rule;
    LaneKind m_lane_kind;
};

/// Each overlap of two sessions of a lane counts once.
struct CountOverlaps {
    static int amount(const Problem& /*problem*/, Index /*lane*/, const Beside& /*a*/,
                      const Beside& /*b*/)
    {
        return 1;
    }
    static Violation told(const Problem& /*problem*/, Index /*lane*/, Index a, Index b, Minute both)
    {
        return between(none, a, b, 0, both);
    }
};

} // namespace dostyk::schedule
