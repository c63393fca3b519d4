/// \file
/// One rule of the catalogue as code: what it costs, and what it says.

#pragma once

#include "schedule/plan.hpp"
#include "schedule/rules.hpp"

#include <string>
#include <vector>

namespace dostyk::schedule {

/// What a rule is looked at by. A rule's cost is the sum over all units of its kind, and a move
/// changes the cost of those units alone that the sessions which it moves belong to.
enum class UnitKind {
    session,
    lane_day, ///< A lane on a day, with the first session of a later day.
    relation,
    whole, ///< One unit: the plan.
};

struct Unit {
    Index of = 0;  ///< session, lane or relation
    Index day = 0; ///< lane_day only
};

/// One way in which a plan breaks a rule.
struct Violation {
    RuleId rule = RuleId::h01;
    int amount = 0;              ///< In units of the rule: mostly grains of time.
    std::vector<Index> sessions; ///< In the order in which they are held.
    Index attendee = none;
    Index venue = none;
    int aspect = 0;    ///< Which part of the rule it is, where a rule has several: see its file.
    Minute needed = 0; ///< [min], or a count where the rule counts
    Minute has = 0;    ///< The same

    friend bool operator==(const Violation&, const Violation&) = default;
};

/// Stateless: all that it knows is in the arguments, so the same object scores a solver's plan and
/// explains a person's.
class Constraint {
public:
    virtual ~Constraint() = default;

    [[nodiscard]] virtual RuleId rule() const noexcept = 0;
    [[nodiscard]] virtual UnitKind unit_kind() const noexcept = 0;
    /// Of the lanes whose days are its units.
    [[nodiscard]] virtual LaneKind lane_kind() const noexcept = 0;

    /// What the plan breaks in one unit; never negative.
    [[nodiscard]] virtual int amount(const Problem& problem, const Plan& plan, Unit unit) const = 0;
    /// The same, told. Adds nothing exactly when amount() is 0.
    virtual void explain(const Problem& problem, const Plan& plan, Unit unit,
                         std::vector<Violation>& violations) const = 0;
};

/// A constraint of a functor `rule(problem, plan, unit, report)`, which calls
/// `report(amount, tell)` for each violation, where `tell()` makes the Violation: one walk gives
/// the cost, where nothing is told, and the explanation.
template <typename Walk>
class WalkConstraint final : public Constraint {
public:
    WalkConstraint(RuleId rule, UnitKind unit_kind, LaneKind lane_kind = LaneKind::attendee)
    : m_rule(rule), m_unit_kind(unit_kind), m_lane_kind(lane_kind)
    {}

    [[nodiscard]] RuleId rule() const noexcept override { return m_rule; }
    [[nodiscard]] UnitKind unit_kind() const noexcept override { return m_unit_kind; }
    [[nodiscard]] LaneKind lane_kind() const noexcept override { return m_lane_kind; }

    [[nodiscard]] int amount(const Problem& problem, const Plan& plan, Unit unit) const override
    {
        int total = 0;
        Walk{}(problem, plan, unit, [&](int amount, const auto&) { total += amount; });
        return total;
    }

    void explain(const Problem& problem, const Plan& plan, Unit unit,
                 std::vector<Violation>& violations) const override
    {
        Walk{}(problem, plan, unit, [&](int amount, const auto& tell) {
            if (amount > 0) {
                Violation violation = tell();
                violation.rule = m_rule;
                violation.amount = amount;
                violations.push_back(std::move(violation));
            }
        });
    }

private:
    RuleId m_rule;
    UnitKind m_unit_kind;
    LaneKind m_lane_kind;
};

} // namespace dostyk::schedule
