/// \file
/// Rules about how far attendees are apart in something that is summed over their days.

#pragma once

#include "schedule/constraint.hpp"

#include <span>

namespace dostyk::schedule {

/// What an attendee has on a day, or on all of them.
struct Tally {
    int count = 0;
    Minute minutes = 0;
    bool counts = false; ///< Whether the rule is about this attendee at all.

    Tally& operator+=(const Tally& other)
    {
        count += other.count;
        minutes += other.minutes;
        counts = counts || other.counts;
        return *this;
    }
    friend bool operator==(const Tally&, const Tally&) = default;
};

/// Its one unit is the whole plan; but the days of attendees can be tallied one by one, too, so
/// that a move need not count all of them anew.
///
/// What the sums cost grows with the largest and shrinks with the least one, of each of their
/// members, and depends on nothing else.
class SpreadConstraint : public Constraint {
public:
    [[nodiscard]] virtual Tally tally(const Problem& problem, const Plan& plan, Index attendee,
                                      Index day) const = 0;
    /// \param sums  (attendees) of each one's days
    [[nodiscard]] virtual int amount_of(const Problem& problem, const Plan& plan,
                                        std::span<const Tally> sums) const = 0;
};

/// The least and the most of the sums that count.
struct Extremes {
    Tally least;
    Tally most;
    Index most_count = none;   ///< The first attendee who has the most of it; none = nobody counts.
    Index most_minutes = none; ///< The same

    explicit Extremes(std::span<const Tally> sums)
    {
        for (std::size_t i = 0; i < sums.size(); ++i) {
            const Tally& each = sums[i];
            if (!each.counts) {
                continue;
            }
            if (most_count == none) {
                least = each;
            }
            if (most_count == none || each.count > most.count) {
                most_count = static_cast<Index>(i);
                most.count = each.count;
            }
            if (most_minutes == none || each.minutes > most.minutes) {
                most_minutes = static_cast<Index>(i);
                most.minutes = each.minutes;
            }
            least.count = std::min(least.count, each.count);
            least.minutes = std::min(least.minutes, each.minutes);
        }
    }
};

/// A spread constraint of a `Walk`: `Tally tally(problem, plan, attendee, day)`, and
/// `void walk(problem, plan, extremes, report)`, which reports as a walk does, where anybody
/// counts.
template <typename Walk>
class TallyConstraint final : public SpreadConstraint {
public:
    explicit TallyConstraint(RuleId rule) : m_rule(rule) {}

    [[nodiscard]] RuleId rule() const noexcept override { return m_rule; }
    [[nodiscard]] UnitKind unit_kind() const noexcept override { return UnitKind::whole; }
    [[nodiscard]] LaneKind lane_kind() const noexcept override { return LaneKind::attendee; }

    [[nodiscard]] Tally tally(const Problem& problem, const Plan& plan, Index attendee,
                              Index day) const override
    {
        return Walk::tally(problem, plan, attendee, day);
    }

    [[nodiscard]] int amount_of(const Problem& problem, const Plan& plan,
                                std::span<const Tally> sums) const override
    {
        int total = 0;
        if (const Extremes extremes(sums); extremes.most_count != none) {
            Walk::walk(problem, plan, extremes, [&](int amount, const auto&) { total += amount; });
        }
        return total;
    }

    [[nodiscard]] int amount(const Problem& problem, const Plan& plan, Unit /*unit*/) const override
    {
        return amount_of(problem, plan, sums_of(problem, plan));
    }

    void explain(const Problem& problem, const Plan& plan, Unit /*unit*/,
                 std::vector<Violation>& violations) const override
    {
        const Extremes extremes(sums_of(problem, plan));
        if (extremes.most_count == none) {
            return;
        }
        Walk::walk(problem, plan, extremes, [&](int amount, const auto& tell) {
            violations.push_back(tell());
            violations.back().rule = m_rule;
            violations.back().amount = amount;
        });
    }

private:
    static std::vector<Tally> sums_of(const Problem& problem, const Plan& plan)
    {
        std::vector<Tally> sums(problem.attendees.size());
        for (std::size_t i = 0; i < sums.size(); ++i) {
            for (Index day = 0; day < problem.day_count(); ++day) {
                sums[i] += Walk::tally(problem, plan, static_cast<Index>(i), day);
            }
        }
        return sums;
    }

    RuleId m_rule;
};

} // namespace dostyk::schedule
