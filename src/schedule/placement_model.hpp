/// \file
/// Where and when sessions may be held, as clauses.

#pragma once

#include "schedule/breaks.hpp"
#include "schedule/earliest_arrival.hpp"
#include "schedule/fact.hpp"
#include "schedule/sat/order_integer.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

namespace dostyk::schedule {

/// The hard rules for a few sessions of a plan, which grows as more of them have to move.
///
/// A session is either expanded, with its start in order encoding and a literal for each venue, or
/// it is a single literal: kept where the base plan has it, or not, and then nothing is asked of
/// it. So a model of the clauses is a bound for every plan, and a plan where only expanded sessions
/// move.
///
/// Encoded at once are windows, hours, seats, venues' needs and opening, attendees' presence and
/// pins, and against every session of the base plan: one place at a time with the way between, the
/// night's rest, one session in a venue, order, exclusion, and who is kept apart. Two expanded
/// sessions are parted, and all other rules are added, when a plan breaks them: halls of several
/// tables, interpreters, meals, and what is counted by day, each as widely as it follows from the
/// rule. The pool of vehicles and the fairness of B2B depend on everybody else, so that what is
/// forbidden of them is the one combination, and is_exact() is false from then on. So it is where
/// one session more might have mended what is forbidden.
class PlacementModel {
public:
    enum class Naming {
        nothing, ///< Rules are clauses.
        facts    ///< Each fact is a selector, and sessions are held only where theirs is assumed.
    };

    using IsAssumed = std::function<bool(const Fact&)>;

    /// \param problem  Outlives the model.
    /// \param base     Of sessions that nothing is known of: dropped, or unplaced.
    PlacementModel(const Problem& problem, Plan base, Naming naming = Naming::nothing);

    [[nodiscard]] sat::Solver& solver() noexcept { return m_solver; }
    [[nodiscard]] const Plan& base() const noexcept { return m_base; }

    /// Let a session be held anywhere.
    void expand(Index session);
    [[nodiscard]] bool is_expanded(Index session) const
    {
        return m_at[static_cast<std::size_t>(session)] != none;
    }

    /// Where an expanded session may begin, sorted.
    [[nodiscard]] const std::vector<Minute>& starts(Index session) const
    {
        return m_free[static_cast<std::size_t>(m_at[static_cast<std::size_t>(session)])].starts;
    }

    /// Sessions that are kept or not, with the literal of it, in the order in which they came up.
    [[nodiscard]] const std::vector<std::pair<Index, sat::Literal>>& kept() const noexcept
    {
        return m_kept;
    }
    [[nodiscard]] const std::map<Fact, sat::Literal>& facts() const noexcept { return m_facts; }

    /// The plan of the solver's model; sessions that are not expanded stay.
    [[nodiscard]] Plan read() const;

    /// Forbid what a plan breaks, and more of the kind. A session that has to be placed and is not
    /// is expanded.
    ///
    /// \param is_assumed  Breaks of facts that are not assumed are passed over; it is not asked
    /// where
    ///                    none are named.
    /// \return            False where nothing was to be forbidden.
    bool forbid(const Break& found, const Plan& plan, const IsAssumed& is_assumed = {});

    /// False once something was forbidden that does not follow from the rules: then no plan may be
    /// found where there is one, or not the one with the fewest moves.
    ///
    /// Where facts are named, may_be_mended() says the same of each.
    [[nodiscard]] bool is_exact() const noexcept { return m_is_exact; }

    /// True for what sessions break of a fact that one session more might mend: after one at a
    /// venue with another clock the meal has other hours, and where one begins interpreters may
    /// take turns.
    [[nodiscard]] bool may_be_mended(FactKind kind) const;

private:
    using Literals = std::vector<sat::Literal>;

    struct Free {
        Index session = none;
        Minute duration = 0;
        std::vector<Minute> starts; ///< Sorted
        sat::OrderInteger start;    ///< Place in `starts`
        Literals at;                ///< (venues)
        sat::Literal held;
    };
    /// A session within some minutes of starts and some venues; none = in any.
    struct Zone {
        Interval starts;
        std::vector<Index> venues;

        friend bool operator<(const Zone& a, const Zone& b)
        {
            return std::tie(a.starts.begin, a.starts.end, a.venues) <
                   std::tie(b.starts.begin, b.starts.end, b.venues);
        }
    };
    /// What two expanded sessions have been parted by: the rule, and where.
    using Parting = std::tuple<Index, Index, RuleId, int, Index, Index>;
    using After = std::function<Minute(Minute)>;
    /// Where two sessions are: cities, or venues.
    struct Spot {
        Index a = none;
        Index b = none;
        bool is_city = true;
    };

    [[nodiscard]] bool is_hard(RuleId rule) const
    {
        return m_problem.book[rule].tier == Tier::hard;
    }
    [[nodiscard]] bool names_facts() const noexcept { return m_naming == Naming::facts; }
    [[nodiscard]] bool is_one_clock() const;
    [[nodiscard]] bool may_take_turns() const;
    [[nodiscard]] Free& free_of(Index session)
    {
        return m_free[static_cast<std::size_t>(m_at[static_cast<std::size_t>(session)])];
    }
    /// True where the fact is not assumed; never where facts are not named.
    [[nodiscard]] sat::Literal unless(Fact fact);
    [[nodiscard]] sat::Literal kept(Index session);
    [[nodiscard]] sat::Literal both_kept(Index a, Index b);
    /// The session begins at the minute or later.
    [[nodiscard]] static sat::Literal from(const Free& free, Minute minute);

    [[nodiscard]] std::vector<Minute> starts_of(Index session) const;
    void add_base(Free& free);
    void add_pin(Free& free);
    void add_times(Free& free);
    void add_venues(Free& free);
    void add_neighbours(Free& free);
    void add_way_against(Free& free, Index other);
    void add_rest_against(Free& free, Index other, Index venue);
    void add_hall_against(Free& free, Index other);
    void add_order_against(Free& free);

    /// Outside of the intervals it is not held; `venue` none = at any.
    void allow(Free& free, const Intervals& within, Index venue, sat::Literal unless);
    /// It does not begin within the minutes; in the base plan it may.
    void forbid_starts(Free& free, Interval starts, Index venue, const Literals& unless);
    /// It is not held while another one is that is kept.
    void forbid_overlap(Free& free, Index other, Index venue, Minute between);

    /// Part two expanded sessions; false where that has been done already, or they are not.
    bool part(const Violation& violation, const Break& found, const Plan& plan);
    bool part_on_way(const Violation& violation, const Plan& plan);
    bool part_for_rest(const Violation& violation, const Plan& plan);
    bool part_at_venue(const Violation& violation, const Plan& plan);
    bool part_in_order(const Violation& violation, Index relation);
    bool part_overlap(Index a, Index b, const Parting& by, Literals unless, Minute between);
    /// Each begins when the other lets it: the one that comes first is left open.
    void part_starts(Free& a, Free& b, Literals unless, const After& after_a, const After& after_b);
    template <typename Visit>
    void for_each_way(const Free& a, const Free& b, Spot spot, const Visit& visit) const;
    [[nodiscard]] static Fact way_of(Index a, Index b, const Plan& plan)
    {
        return {FactKind::way, std::min(plan.city(a), plan.city(b)),
                std::max(plan.city(a), plan.city(b))};
    }
    [[nodiscard]] Literals unless_there(Free& a, Free& b, Spot spot);
    [[nodiscard]] Minute least_way(const Free& a, const Free& b, Spot spot) const;
    [[nodiscard]] Minute arrival(const Free& a, const Free& b, Spot spot, Minute leaves) const;
    [[nodiscard]] sat::Literal in_city(Free& free, Index city);
    [[nodiscard]] sat::Literal is_first(Index a, Index b);

    void cut(const Break& found, const Plan& plan, const IsAssumed& is_assumed);
    [[nodiscard]] std::vector<Violation> violations_of(const Break& found, const Plan& plan,
                                                       const IsAssumed& is_assumed) const;
    [[nodiscard]] std::vector<Index> concerned(const std::vector<Violation>& violations,
                                               const Break& found, const Plan& plan) const;
    [[nodiscard]] static Zone zone_at(Index session, const Plan& plan);
    [[nodiscard]] Zone zone_of(Index session, const Violation& violation,
                               std::span<const Index> all, const Plan& plan) const;
    [[nodiscard]] sat::Literal within(Index session, const Zone& zone);
    [[nodiscard]] std::vector<Fact> facts_of(const Violation& violation, const Break& found,
                                             const Plan& plan) const;

    const Problem& m_problem;
    Plan m_base;
    Naming m_naming;
    EarliestArrival m_ways;
    sat::Solver m_solver;
    std::vector<Index> m_at; ///< (sessions) place in m_free; none = not expanded
    std::vector<Free> m_free;
    std::vector<sat::Literal> m_kept_of; ///< (sessions) number 0 = not made
    std::vector<std::pair<Index, sat::Literal>> m_kept;
    std::map<Fact, sat::Literal> m_facts;
    std::map<std::pair<Index, Index>, sat::Literal> m_both;   ///< Of sessions, the lesser first
    std::map<std::pair<Index, Index>, sat::Literal> m_first;  ///< The same
    std::map<std::pair<Index, Index>, sat::Literal> m_cities; ///< Session and city
    std::map<std::pair<Index, Zone>, sat::Literal> m_zones;
    std::set<Parting> m_parted;
    bool m_is_exact = true;
};

} // namespace dostyk::schedule
